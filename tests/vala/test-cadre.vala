// SPDX-License-Identifier: LGPL-2.1-or-later
// The account of tests/account/account.c from Vala.
// usage: test-cadre DATA-FOLDER ACCOUNT

class Account {
	private string[] lines = {};
	private string folder;

	public Account (string folder) {
		this.folder = folder;
	}

	[PrintfFormat]
	private void tell (string format, ...) {
		lines += format.vprintf (va_list ());
	}

	private static unowned string or_unknown (string? text) {
		return text ?? "?";
	}

	private static string fraction_text (Cadre.Fraction? fraction) {
		return fraction != null ? fraction.to_string () : "?";
	}

	private Cadre.Structure load (string name) throws Error {
		var file = File.new_for_path (Path.build_filename (folder, name + ".json"));

		return Cadre.Structure.load (file, null, null);
	}

	private void tell_head (Cadre.Structure structure) {
		var issues = structure.get_issues ();
		var as_of = structure.get_as_of ();

		tell ("structure %s|%s|%u|%u|%d", structure.get_id (), as_of != null ? as_of.to_string () : "?",
		      structure.get_n_records (Cadre.RecordKind.POST), issues.get_total (), (int) structure.is_sound ());
		for (uint i = 0; i < issues.get_n_items (); i++) {
			var issue = (Cadre.Issue) issues.get_item (i);

			tell ("issue %s|%d|%s", issue.code, issue.severity, or_unknown (issue.subject));
		}
	}

	private void tell_records (Cadre.Structure structure) {
		for (var kind = 0; kind <= Cadre.RecordKind.SUCCESSION; kind++) {
			var records = structure.list_records ((Cadre.RecordKind) kind);

			for (uint i = 0; i < records.get_n_items (); i++)
				tell ("record %s", ((Cadre.Record) records.get_item (i)).to_string ());
		}
	}

	private void tell_posts (Cadre.Structure structure) {
		var posts = structure.list_records (Cadre.RecordKind.POST);

		for (uint i = 0; i < posts.get_n_items (); i++) {
			var post = (Cadre.Post) posts.get_item (i);
			unowned string[]? aliases = post.get_aliases ();

			tell ("post %s|%s|%s|%s|%d|%s|%s", post.get_id (), or_unknown (post.get_title (null)),
			      fraction_text (post.fte), post.establishment.to_string (), post.status,
			      post.period.to_string (), aliases != null ? string.joinv (",", aliases) : "");
		}
	}

	private void tell_lines (Cadre.Structure structure) {
		var rows = structure.list_records (Cadre.RecordKind.LINE);

		for (uint i = 0; i < rows.get_n_items (); i++) {
			var line = (Cadre.Line) rows.get_item (i);

			tell ("line %s|%d|%s|%s|%s", or_unknown (line.post), line.get_kind (), or_unknown (line.manager),
			      or_unknown (line.unit), or_unknown (line.body));
		}
	}

	private void tell_assignments (Cadre.Structure structure) {
		var rows = structure.list_records (Cadre.RecordKind.ASSIGNMENT);

		for (uint i = 0; i < rows.get_n_items (); i++) {
			var assignment = (Cadre.Assignment) rows.get_item (i);

			tell ("assignment %s|%s|%s|%d|%s|%s", assignment.get_id (), or_unknown (assignment.person),
			      or_unknown (assignment.post), assignment.basis, fraction_text (assignment.fte),
			      fraction_text (assignment.hours));
		}
	}

	private static unowned string id_of (Cadre.Record? record) {
		return record != null ? record.get_id () : "?";
	}

	private void tell_tiers (Cadre.Structure structure) {
		var posts = structure.list_records (Cadre.RecordKind.POST);

		for (uint i = 0; i < posts.get_n_items (); i++) {
			var post = (Cadre.Post) posts.get_item (i);
			var id = post.get_id ();
			var bodies = structure.list_accountable_bodies (id);
			var names = "";

			for (uint j = 0; j < bodies.get_n_items (); j++)
				names += ((Cadre.Record) bodies.get_item (j)).get_id () + ",";
			tell ("tier %s|%d|%d|%d|%s", id, structure.get_tier (id, null), structure.get_tier (id, "ntpct"),
			      structure.get_depth (id), names);
		}
	}

	private void tell_who (Cadre.Structure structure) {
		var rows = structure.list_records (Cadre.RecordKind.ASSIGNMENT);

		for (uint i = 0; i < rows.get_n_items (); i++) {
			var assignment = (Cadre.Assignment) rows.get_item (i);
			var id = assignment.get_id ();
			var manager = structure.find_manager (id, Cadre.VacantManager.NEXT_OCCUPIED);

			tell ("who %s|%s|%s|%s|%d|%s", id, id_of (manager), id_of (structure.find_employer (id)),
			      id_of (structure.find_professional_lead (id)), (int) structure.is_in_post (id),
			      fraction_text (structure.get_fte (id)));
		}
	}

	private void tell_walk (Cadre.Structure structure) {
		structure.walk (null, (post, depth) => {
			tell ("walk %u|%s", depth, post);
			return true;
		});
	}

	private void tell_total (string name, Cadre.Total total) {
		tell ("total %s|%s|%s|%u", name, total.to_string (), total.get_least ().to_string (), total.get_n_unknown ());
	}

	private void tell_metrics (Cadre.Structure structure) throws Error {
		var metrics = new Cadre.Metrics (structure, null);
		var all = metrics.get_overall ();
		var spans = metrics.dup_span_counts ();

		tell_total ("positions", all.get_positions ());
		tell_total ("vacancies", all.get_vacancies ());
		tell_total ("heads", all.get_heads ());
		tell_total ("fte", all.get_in_post_fte ());
		tell_total ("cost", all.get_cost ());
		for (var i = 0; i < spans.length; i++)
			tell ("span %d|%u", i, spans[i]);
	}

	private void tell_text (string word, string text) {
		foreach (unowned var line in text.split ("\n"))
			tell ("%s %s", word, line);
	}

	private void tell_report (Cadre.Report report) throws Error {
		var writer = new Cadre.Writer.for_text ();

		tell_text ("report", report.to_text (80));
		report.write (writer);
		writer.finish (null);
		tell_text ("json", writer.dup_text ());
	}

	private void tell_reports (Cadre.Outcomes outcomes) throws Error {
		Cadre.RedactionLevel[] levels = { Cadre.RedactionLevel.FULL, Cadre.RedactionLevel.CONSULTATION };

		foreach (var level in levels) {
			var redaction = new Cadre.Redaction (level);

			tell_report (new Cadre.Report.for_diff (outcomes.get_diff (), redaction, null));
			tell_report (new Cadre.Report.for_outcomes (outcomes, redaction, null));
		}
	}

	private int count_named (Cadre.Structure structure, Cadre.RedactionLevel level) throws Error {
		var text = structure.to_text (new Cadre.Redaction (level));
		var persons = structure.list_records (Cadre.RecordKind.PERSON);
		var count = 0;

		for (uint i = 0; i < persons.get_n_items (); i++) {
			if (((Cadre.Record) persons.get_item (i)).get_id () in text)
				count++;
		}

		return count;
	}

	private void tell_structure (Cadre.Structure structure) throws Error {
		tell_head (structure);
		tell_records (structure);
		tell_posts (structure);
		tell_lines (structure);
		tell_assignments (structure);
		tell_tiers (structure);
		tell_who (structure);
		tell_walk (structure);
		tell_metrics (structure);
		tell_report (new Cadre.Report.for_structure (
			structure, new Cadre.Redaction (Cadre.RedactionLevel.CONSULTATION), null));
		tell ("named %d|%d", count_named (structure, Cadre.RedactionLevel.FULL),
		      count_named (structure, Cadre.RedactionLevel.CONSULTATION));
	}

	private void tell_date (Cadre.Structure structure) throws Error {
		var then = structure.at (new Cadre.Date (2007, 6, 1), null);

		tell ("at %s|%u", then.get_as_of ().to_string (), then.get_n_records (Cadre.RecordKind.LINE));
	}

	private void tell_diff (Cadre.Structure before, Cadre.Structure after) throws Error {
		var diff = new Cadre.Diff (before, after, null, null);
		var mapping = diff.get_mapping ();
		var issues = diff.get_issues ();

		for (uint i = 0; i < diff.get_n_items (); i++) {
			var change = (Cadre.Change) diff.get_item (i);

			tell ("change %d|%s|%s|%s|%d", change.get_kind (), change.to_string (),
			      or_unknown (change.get_before_text ()), or_unknown (change.get_after_text ()),
			      (int) change.is_learned ());
		}
		for (uint i = 0; i < mapping.get_n_items (); i++)
			tell ("pair %s", ((Cadre.Pair) mapping.get_item (i)).to_string ());
		for (uint i = 0; i < issues.get_n_items (); i++) {
			var issue = (Cadre.Issue) issues.get_item (i);

			tell ("contradiction %s|%s", issue.code, or_unknown (issue.subject));
		}
	}

	private void tell_case (string name) throws Error {
		var file = File.new_for_path (Path.build_filename (folder, name + ".json"));
		var outcomes = Cadre.Case.load (file, null, null).run (null);
		var fences = outcomes.get_ring_fences ();

		for (uint i = 0; i < outcomes.get_n_items (); i++) {
			var outcome = (Cadre.Outcome) outcomes.get_item (i);

			tell ("outcome %s|%d|%d|%d|%s", outcome.to_string (), outcome.get_kind (), outcome.get_stage (),
			      outcome.get_gap (), string.joinv (" ", outcome.dup_sentences ()));
		}
		for (uint i = 0; i < fences.get_n_items (); i++) {
			var fence = (Cadre.RingFence) fences.get_item (i);

			tell ("ring-fence %s|%u|%u", fence.get_id (), fence.get_n_positions (),
			      fence.list_members ().get_n_items ());
		}
		foreach (unowned var stamp in outcomes.dup_stamps ())
			tell ("stamp %s", stamp);
		tell_reports (outcomes);
	}

	private void tell_edit (Cadre.Structure structure) throws Error {
		var builder = new Cadre.StructureBuilder.for_structure (structure);
		var post = (Cadre.Post) structure.get_record (Cadre.RecordKind.POST, 0);
		var manager = structure.get_record (Cadre.RecordKind.POST, 1);

		post.set_title (null, "Another title");
		post.fte = new Cadre.Fraction (1, 2);
		builder.replace (post);
		builder.set_manager (post.get_id (), manager.get_id ());

		var again = builder.build (null, null).find_post (post.get_id ());

		tell ("edited %s|%s|%s|%d", again.get_id (), again.get_title (null), fraction_text (again.fte),
		      (int) again.equal (post));
	}

	private void tell_error () {
		try {
			var text = "{\"cadre\": \"structure\", \"version\": 1, \"x\": [1,]}";

			Cadre.Structure.load_bytes (new Bytes (text.data), null, null);
		} catch (Cadre.DocumentError.SYNTAX error) {
			tell ("error %d|%s", error.code, error.message);
		} catch (Error error) {
			tell ("error of another kind: %s", error.message);
		}
	}

	public void tell_all () throws Error {
		var before = load ("stockton-2007-before");
		var after = load ("stockton-2007-after");

		tell_structure (before);
		tell_structure (after);
		tell_date (after);
		tell_diff (before, after);
		tell_case ("stockton-2007-case");
		tell_case ("stockton-2007-judged-case");
		tell_edit (before);
		tell_error ();
	}

	private static string of_word (string[] list, string word) {
		var text = new StringBuilder ();

		foreach (unowned var line in list) {
			if (line.has_prefix (word + " "))
				text.append (line + "\n");
		}

		return text.str;
	}

	// One line of TAP for each word that lines of the account begin with.
	public void compare (string[] wanted) {
		string[] words = {};

		foreach (unowned var line in wanted) {
			var word = line.split (" ", 2)[0];

			if (!(word in words))
				words += word;
		}
		for (var i = 0; i < words.length; i++) {
			var same = of_word (wanted, words[i]) == of_word (lines, words[i]);

			print ("%s %d - /vala/account/%s\n", same ? "ok" : "not ok", i + 1, words[i]);
			if (!same)
				printerr ("wanted:\n%stold:\n%s", of_word (wanted, words[i]), of_word (lines, words[i]));
		}
		print ("1..%d\n", words.length);
	}
}

int main (string[] args) {
	try {
		var account = new Account (args[1]);
		string text;

		FileUtils.get_contents (args[2], out text);
		account.tell_all ();
		account.compare (text.strip ().split ("\n"));
	} catch (Error error) {
		printerr ("%s\n", error.message);
		return 1;
	}

	return 0;
}
