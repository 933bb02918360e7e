// SPDX-License-Identifier: LGPL-2.1-or-later
// The account of tests/account/account.c from JavaScript.
// usage: test-cadre.js DATA-FOLDER ACCOUNT

imports.gi.versions.Cadre = '1';
const {Cadre, Gio, GLib} = imports.gi;

const lines = [];
const tell = (word, ...values) => lines.push(`${word} ${values.join('|')}`);
const orUnknown = value => value ?? '?';
const toText = value => value?.to_string() ?? '?';

function* items(model) {
    for (let i = 0; i < model.get_n_items(); i++)
        yield model.get_item(i);
}

function load(name) {
    const file = Gio.File.new_for_path(`${ARGV[0]}/${name}.json`);
    return Cadre.Structure.load(file, null, null);
}

function tellHead(structure) {
    const issues = structure.get_issues();
    tell('structure', structure.get_id(), toText(structure.get_as_of()),
        structure.get_n_records(Cadre.RecordKind.POST), issues.get_total(), Number(structure.is_sound()));
    for (const issue of items(issues))
        tell('issue', issue.get_code(), issue.get_severity(), orUnknown(issue.get_subject()));
}

function tellRecords(structure) {
    for (let kind = 0; kind <= Cadre.RecordKind.SUCCESSION; kind++) {
        for (const record of items(structure.list_records(kind)))
            tell('record', record.to_string());
    }
}

function tellPosts(structure) {
    for (const post of items(structure.list_records(Cadre.RecordKind.POST))) {
        tell('post', post.get_id(), orUnknown(post.get_title(null)), toText(post.fte), post.establishment,
            post.status, post.period.to_string(), post.get_aliases()?.join(',') ?? '');
    }
}

function tellLines(structure) {
    for (const line of items(structure.list_records(Cadre.RecordKind.LINE))) {
        tell('line', orUnknown(line.post), line.kind, orUnknown(line.manager), orUnknown(line.unit),
            orUnknown(line.body));
    }
}

function tellAssignments(structure) {
    for (const assignment of items(structure.list_records(Cadre.RecordKind.ASSIGNMENT))) {
        tell('assignment', assignment.get_id(), orUnknown(assignment.person), orUnknown(assignment.post),
            assignment.basis, toText(assignment.fte), toText(assignment.hours));
    }
}

function tellTiers(structure) {
    for (const post of items(structure.list_records(Cadre.RecordKind.POST))) {
        const id = post.get_id();
        const bodies = [...items(structure.list_accountable_bodies(id))].map(body => `${body.get_id()},`);
        tell('tier', id, structure.get_tier(id, null), structure.get_tier(id, 'ntpct'), structure.get_depth(id),
            bodies.join(''));
    }
}

function tellWho(structure) {
    for (const assignment of items(structure.list_records(Cadre.RecordKind.ASSIGNMENT))) {
        const id = assignment.get_id();
        tell('who', id, structure.find_manager(id, Cadre.VacantManager.NEXT_OCCUPIED)?.get_id() ?? '?',
            structure.find_employer(id)?.get_id() ?? '?', structure.find_professional_lead(id)?.get_id() ?? '?',
            Number(structure.is_in_post(id)), toText(structure.get_fte(id)));
    }
}

function tellWalk(structure) {
    structure.walk(null, (post, depth) => {
        tell('walk', depth, post);
        return true;
    });
}

function tellMetrics(structure) {
    const metrics = Cadre.Metrics.new(structure, null);
    const all = metrics.get_overall();
    const totals = {
        positions: all.get_positions(),
        vacancies: all.get_vacancies(),
        heads: all.get_heads(),
        fte: all.get_in_post_fte(),
        cost: all.get_cost(),
    };
    for (const [name, total] of Object.entries(totals))
        tell('total', name, total.to_string(), total.get_least(), total.get_n_unknown());
    metrics.dup_span_counts().forEach((count, span) => tell('span', span, count));
}

function tellText(word, text) {
    for (const line of text.split('\n'))
        tell(word, line);
}

function tellReport(report) {
    const writer = Cadre.Writer.new_for_text();
    tellText('report', report.to_text(80));
    report.write(writer);
    writer.finish(null);
    tellText('json', writer.dup_text());
}

function tellReports(outcomes) {
    for (const level of [Cadre.RedactionLevel.FULL, Cadre.RedactionLevel.CONSULTATION]) {
        const redaction = Cadre.Redaction.new(level);
        tellReport(Cadre.Report.new_for_diff(outcomes.get_diff(), redaction, null));
        tellReport(Cadre.Report.new_for_outcomes(outcomes, redaction, null));
    }
}

function countNamed(structure, level) {
    const text = structure.to_text(Cadre.Redaction.new(level));
    const persons = [...items(structure.list_records(Cadre.RecordKind.PERSON))];
    return persons.filter(person => text.includes(person.get_id())).length;
}

function tellStructure(structure) {
    tellHead(structure);
    tellRecords(structure);
    tellPosts(structure);
    tellLines(structure);
    tellAssignments(structure);
    tellTiers(structure);
    tellWho(structure);
    tellWalk(structure);
    tellMetrics(structure);
    const consultation = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION);
    tellReport(Cadre.Report.new_for_structure(structure, consultation, null));
    tell('named', countNamed(structure, Cadre.RedactionLevel.FULL),
        countNamed(structure, Cadre.RedactionLevel.CONSULTATION));
}

function tellDate(structure) {
    const then = structure.at(Cadre.Date.new(2007, 6, 1), null);
    tell('at', toText(then.get_as_of()), then.get_n_records(Cadre.RecordKind.LINE));
}

function tellDiff(before, after) {
    const diff = Cadre.Diff.new(before, after, null, null);
    for (const change of items(diff)) {
        tell('change', change.get_kind(), change.to_string(), orUnknown(change.get_before_text()),
            orUnknown(change.get_after_text()), Number(change.is_learned()));
    }
    for (const pair of items(diff.get_mapping()))
        tell('pair', pair.to_string());
    for (const issue of items(diff.get_issues()))
        tell('contradiction', issue.get_code(), orUnknown(issue.get_subject()));
}

function tellCase(name) {
    const file = Gio.File.new_for_path(`${ARGV[0]}/${name}.json`);
    const outcomes = Cadre.Case.load(file, null, null).run(null);
    for (const outcome of items(outcomes)) {
        tell('outcome', outcome.to_string(), outcome.get_kind(), outcome.get_stage(), outcome.get_gap(),
            outcome.dup_sentences().join(' '));
    }
    for (const fence of items(outcomes.get_ring_fences()))
        tell('ring-fence', fence.get_id(), fence.get_n_positions(), fence.list_members().get_n_items());
    for (const stamp of outcomes.dup_stamps())
        tell('stamp', stamp);
    tellReports(outcomes);
}

function tellEdit(structure) {
    const builder = Cadre.StructureBuilder.new_for_structure(structure);
    const post = structure.get_record(Cadre.RecordKind.POST, 0);
    const manager = structure.get_record(Cadre.RecordKind.POST, 1);
    post.set_title(null, 'Another title');
    post.fte = Cadre.Fraction.new(1, 2);
    builder.replace(post);
    builder.set_manager(post.get_id(), manager.get_id());
    const again = builder.build(null, null).find_post(post.get_id());
    tell('edited', again.get_id(), again.get_title(null), toText(again.fte), Number(again.equal(post)));
}

function tellError() {
    const text = '{"cadre": "structure", "version": 1, "x": [1,]}';
    try {
        Cadre.Structure.load_bytes(GLib.Bytes.new(text), null, null);
    } catch (error) {
        if (error.matches(Cadre.DocumentError, Cadre.DocumentError.SYNTAX))
            tell('error', error.code, error.message);
    }
}

// One line of TAP for each word that lines of the account begin with.
function compare(wanted) {
    const words = [...new Set(wanted.map(line => line.split(' ')[0]))];
    words.forEach((word, i) => {
        const of = list => list.filter(line => line.startsWith(`${word} `)).join('\n');
        const same = of(wanted) === of(lines);
        print(`${same ? 'ok' : 'not ok'} ${i + 1} - /gjs/account/${word}`);
        if (!same)
            printerr(`wanted:\n${of(wanted)}\ntold:\n${of(lines)}`);
    });
    print(`1..${words.length}`);
}

const before = load('stockton-2007-before');
tellStructure(before);
const after = load('stockton-2007-after');
tellStructure(after);
tellDate(after);
tellDiff(before, after);
tellCase('stockton-2007-case');
tellCase('stockton-2007-judged-case');
tellEdit(before);
tellError();
compare(new TextDecoder().decode(GLib.file_get_contents(ARGV[1])[1]).trimEnd().split('\n'));
