/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The government's organograms of 2010 to 2017. What Cadre works out of each
 * snapshot is held against index.tsv, which others have made of the same tables;
 * and each is written and read again. */

#include <cadre/cadre.h>

#include "organogram-dump.h"

/* What index.tsv counts, in its order from the fourth column on. */
typedef enum
{
  SENIOR_ROWS,
  POSTS,
  ELIMINATED,
  VACANT,
  NOT_IN_POST_ROWS,
  DUP_REF_ROWS,
  ROOTS,
  ORPHANS,
  IN_CYCLE,
  IS_TREE,
  MAX_DEPTH,
  MAX_SPAN,
  JUNIOR_ROWS,
  JUNIOR_FTE, /* in tenths */
  N_FIGURES
} Figure;

typedef struct
{
  char *source;
  char *organisation;
  char *date;
  gint64 figures[N_FIGURES];
} Snapshot;

/* Where Cadre comes to something else, and why. */
typedef struct
{
  const char *source;
  const char *organisation;
  const char *date;
  Figure figure;
  gint64 cadre;
  const char *why;
} Difference;

static const Difference differences[] = {
  { "departments", "bis", "2010-06-30", POSTS, 54,
    "posts without a ref, which the index leaves out" },
  { "departments", "bis", "2010-06-30", ROOTS, 54,
    "posts without a ref, which the index leaves out" },
  { "departments", "bis", "2010-06-30", MAX_DEPTH, 1,
    "posts without a ref, which the index leaves out" },
  { "published", "council_for_healthcare_regulatory_excellence", "2011-09-30", MAX_SPAN, 2,
    "a post that reports to itself is not its own report" },
  { "published", "infrastructure_planning_commission", "2011-03-31", MAX_SPAN, 10,
    "a post that reports to itself is not its own report" },
  { "published", "national_treatment_agency_for_substance_misuse", "2011-09-30", MAX_SPAN, 3,
    "a post that reports to itself is not its own report" },
  { "returns-2013", "Acas_Sep_13", "2013-09-30", MAX_SPAN, 4,
    "a post that reports to itself is not its own report" },
  { "returns-2013", "Government_staff_and_salary_datablank_template_September_201", "2013-09-30",
    MAX_SPAN, 4, "a post that reports to itself is not its own report" },
  { "returns-2013", "20131021_DIO_Data_Organogram_Sept_2013_U", "2013-09-30", POSTS, 23,
    "a vacant row with the ref of another is a post of its own" },
  { "returns-2013", "20131021_DIO_Data_Organogram_Sept_2013_U", "2013-09-30", DUP_REF_ROWS, 0,
    "a vacant row with the ref of another is a post of its own" },
  { "returns-2013", "20131021_DIO_Data_Organogram_Sept_2013_U", "2013-09-30", MAX_SPAN, 11,
    "a vacant row with the ref of another is a post of its own" },
};

static GPtrArray *snapshots; /* (element-type Snapshot) */

static void
free_snapshot (gpointer data)
{
  Snapshot *snapshot = data;

  g_free (snapshot->source);
  g_free (snapshot->organisation);
  g_free (snapshot->date);
  g_free (snapshot);
}

/* In tenths: the index writes its full-time equivalents with one place. */
static gint64
read_figure (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  gint64 whole = g_ascii_strtoll (parts[0], NULL, 10);

  return 10 * whole + (parts[1] != NULL ? g_ascii_strtoll (parts[1], NULL, 10) : 0);
}

static void
load_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "organograms", "index.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  snapshots = g_ptr_array_new_with_free_func (free_snapshot);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      Snapshot *snapshot = g_new0 (Snapshot, 1);

      g_assert_cmpuint (g_strv_length (cells), ==, 3 + N_FIGURES);
      snapshot->source = g_strdup (cells[0]);
      snapshot->organisation = g_strdup (cells[1]);
      snapshot->date = g_strdup (cells[2]);
      for (guint j = 0; j < N_FIGURES; j++)
        snapshot->figures[j] = read_figure (cells[3 + j]);
      for (guint j = 0; j < JUNIOR_FTE; j++)
        snapshot->figures[j] /= 10;
      g_ptr_array_add (snapshots, snapshot);
    }
  g_assert_cmpuint (snapshots->len, ==, 300);
}

static GFile *
find_table (const Snapshot *snapshot, const char *which)
{
  gboolean is_return = strcmp (snapshot->source, "returns-2013") == 0;
  g_autofree char *name =
    is_return ? g_strdup_printf ("%s-%s.csv", snapshot->organisation, which)
              : g_strdup_printf ("%s/%s-%s.csv", snapshot->organisation, snapshot->date, which);
  g_autofree char *path =
    g_test_build_filename (G_TEST_BUILT, "organograms", snapshot->source, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

/* The refs of index.tsv are those of the file, whatever organisation a row names. */
static CadreOrganogramReader *
new_reader (void)
{
  CadreOrganogramReader *reader = cadre_organogram_reader_new ();

  cadre_organogram_reader_set_organisation (reader, "all");
  return reader;
}

static CadreImport *
read_only (CadreOrganogramReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) imports = cadre_organogram_reader_read (reader, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 1);
  return g_list_model_get_item (imports, 0);
}

static CadreImport *
read_snapshot (const Snapshot *snapshot, gboolean with_seniors, gboolean with_juniors)
{
  g_autoptr (CadreOrganogramReader) reader = new_reader ();
  g_autoptr (CadreDate) date = cadre_date_new_parse (snapshot->date, NULL);
  g_autoptr (GFile) senior = with_seniors ? find_table (snapshot, "senior") : NULL;
  g_autoptr (GFile) junior = with_juniors ? find_table (snapshot, "junior") : NULL;

  cadre_organogram_reader_add_files (reader, date, senior, junior);
  return read_only (reader);
}

static CadreStructure *
at_its_date (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);
  CadreStructure *there = cadre_structure_at (structure, date, NULL, &error);

  g_assert_no_error (error);
  return there;
}

/* A post that reports to itself is on a circle of its own, and so is who is below:
 * the tree of management knows it as a root that is no top. */
static guint
mark_below_itself (CadreStructure *structure, GHashTable *below)
{
  GQueue ids = G_QUEUE_INIT;
  guint n = cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_LINE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLine) line =
        CADRE_LINE (cadre_structure_get_record (structure, CADRE_RECORD_KIND_LINE, i));

      if (g_strcmp0 (cadre_line_get_post (line), cadre_line_get_manager (line)) == 0)
        g_queue_push_tail (&ids, g_strdup (cadre_line_get_post (line)));
    }

  for (char *id = g_queue_pop_head (&ids); id != NULL; id = g_queue_pop_head (&ids))
    {
      g_autoptr (GListModel) reports = cadre_structure_list_reports (structure, id);

      for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
        {
          g_autoptr (CadreRecord) report = g_list_model_get_item (reports, i);

          if (!g_hash_table_contains (below, cadre_record_get_id (report)))
            g_queue_push_tail (&ids, g_strdup (cadre_record_get_id (report)));
        }
      g_hash_table_add (below, id);
    }

  return g_hash_table_size (below);
}

static void
work_out_tree (CadreStructure *structure, gint64 figures[N_FIGURES])
{
  g_autoptr (GHashTable) below = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) tops = cadre_structure_list_tops (structure);
  guint n = cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST);

  figures[ROOTS] = g_list_model_get_n_items (tops);
  figures[IN_CYCLE] = mark_below_itself (structure, below);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreRecord) post =
        cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, i);
      const char *id = cadre_record_get_id (post);
      int depth = cadre_structure_get_depth (structure, id);

      if (g_hash_table_contains (below, id))
        continue;
      figures[IN_CYCLE] += depth < 0;
      figures[MAX_DEPTH] = MAX (figures[MAX_DEPTH], depth + 1);
    }

  n = cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_LINE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLine) line =
        CADRE_LINE (cadre_structure_get_record (structure, CADRE_RECORD_KIND_LINE, i));
      g_autoptr (CadrePost) manager =
        cadre_structure_find_post (structure, cadre_line_get_manager (line));

      figures[ORPHANS] += manager == NULL;
    }
  figures[IS_TREE] = figures[ROOTS] == 1 && figures[ORPHANS] == 0 && figures[IN_CYCLE] == 0;
}

static void
work_out_seniors (const Snapshot *snapshot, gint64 figures[N_FIGURES])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = read_snapshot (snapshot, TRUE, FALSE);
  CadreStructure *all = cadre_import_get_structure (import);
  g_autoptr (CadreStructure) there = at_its_date (all);
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (there, NULL, &error);
  guint n = cadre_structure_get_n_records (all, CADRE_RECORD_KIND_POST);

  g_assert_no_error (error);
  figures[SENIOR_ROWS] = cadre_import_get_n_rows (import);
  figures[POSTS] = cadre_structure_get_n_records (there, CADRE_RECORD_KIND_POST);
  figures[DUP_REF_ROWS] = cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ASSIGNMENT) +
                          cadre_issue_list_get_count (cadre_import_get_issues (import),
                                                      "exchange.organogram.row-repeated");
  figures[NOT_IN_POST_ROWS] = cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_OTHER);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePost) post =
        CADRE_POST (cadre_structure_get_record (all, CADRE_RECORD_KIND_POST, i));

      figures[ELIMINATED] += cadre_post_get_status (post) == CADRE_POST_STATUS_DELETED;
      figures[VACANT] += cadre_post_get_vacancy (post) == CADRE_VACANCY_STATE_VACANT;
    }
  figures[MAX_SPAN] = MAX (cadre_metrics_get_most_span (metrics), 0);
  work_out_tree (there, figures);
}

/* The index has rounded a sum of binary numbers to one place; ours is exact, and
 * ends in some snapshots in the middle between two tenths. */
static gboolean
agrees_with_tenths (const CadreFraction *exact, gint64 tenths)
{
  g_autoptr (CadreFraction) rounded = cadre_fraction_new (tenths, 10, NULL);
  g_autoptr (CadreFraction) most = cadre_fraction_new (1, 20, NULL);
  g_autoptr (CadreFraction) over = cadre_fraction_subtract (exact, rounded, NULL);
  g_autoptr (CadreFraction) under = cadre_fraction_subtract (rounded, exact, NULL);

  return cadre_fraction_compare (over, most) <= 0 && cadre_fraction_compare (under, most) <= 0;
}

static void
work_out_juniors (const Snapshot *snapshot, gint64 figures[N_FIGURES])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = read_snapshot (snapshot, FALSE, TRUE);
  g_autoptr (CadreMetrics) metrics =
    cadre_metrics_new (cadre_import_get_structure (import), NULL, &error);
  g_autoptr (CadreFraction) fte = NULL;

  g_assert_no_error (error);
  fte = cadre_total_dup_least_fraction (
    cadre_figures_get_budgeted_fte (cadre_metrics_get_overall (metrics)));
  figures[JUNIOR_ROWS] = cadre_import_get_n_rows (import);
  figures[JUNIOR_FTE] =
    agrees_with_tenths (fte, snapshot->figures[JUNIOR_FTE]) ? snapshot->figures[JUNIOR_FTE] : -1;
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_GROUPED_POST) +
                      cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ISSUE),
                    ==, cadre_import_get_n_rows (import));
}

static const Difference *
find_difference (const Snapshot *snapshot, Figure figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i].figure == figure && strcmp (differences[i].source, snapshot->source) == 0 &&
        strcmp (differences[i].organisation, snapshot->organisation) == 0 &&
        strcmp (differences[i].date, snapshot->date) == 0)
      return &differences[i];

  return NULL;
}

/* Counts what is not as it has to be, so that one run shows all of it. */
static guint
compare_figures (const Snapshot *snapshot, const gint64 figures[N_FIGURES], guint *n_explained)
{
  guint n_wrong = 0;

  for (guint i = 0; i < N_FIGURES; i++)
    {
      const Difference *difference = find_difference (snapshot, i);
      gint64 expected = difference != NULL ? difference->cadre : snapshot->figures[i];

      *n_explained += difference != NULL;
      if (figures[i] == expected && (difference == NULL || expected != snapshot->figures[i]))
        continue;
      g_test_message ("%s %s %s: figure %u is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT,
                      snapshot->source, snapshot->organisation, snapshot->date, i, figures[i],
                      expected);
      n_wrong++;
    }

  return n_wrong;
}

/* All of them, or one in twelve where time is short. */
static guint
get_step (void)
{
  return g_getenv ("CADRE_TEST_SHORT") != NULL ? 12 : 1;
}

static void
test_index (void)
{
  guint n_wrong = 0;
  guint n_explained = 0;

  for (guint i = 0; i < snapshots->len; i += get_step ())
    {
      const Snapshot *snapshot = g_ptr_array_index (snapshots, i);
      gint64 figures[N_FIGURES] = { 0 };

      work_out_seniors (snapshot, figures);
      work_out_juniors (snapshot, figures);
      n_wrong += compare_figures (snapshot, figures, &n_explained);
    }

  g_assert_cmpuint (n_wrong, ==, 0);
  if (get_step () == 1)
    g_assert_cmpuint (n_explained, ==, G_N_ELEMENTS (differences));
}

static CadreStructure *
write_and_read (CadreStructure *structure, const char *organisation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreExport) export = cadre_organogram_write (structure, full, NULL, &error);
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);
  g_autoptr (CadreImport) import = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_total (cadre_export_get_issues (export)), ==, 0);
  cadre_organogram_reader_set_organisation (reader, organisation);
  cadre_organogram_reader_set_formula_guard (reader, TRUE);
  cadre_organogram_reader_add_bytes (reader, date, cadre_export_find_bytes (export, "senior.csv"),
                                     cadre_export_find_bytes (export, "junior.csv"));
  import = read_only (reader);
  return g_object_ref (cadre_import_get_structure (import));
}

static CadreStructure *
save_and_load (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *text = cadre_structure_to_text (structure, full, &error);
  g_autoptr (GBytes) bytes = NULL;
  CadreStructure *loaded = NULL;

  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_strdup (text), strlen (text));
  loaded = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return loaded;
}

/* Through the two tables, and through a document. As they are published: each row's organisation
 * goes before its ref. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < snapshots->len; i += get_step ())
    {
      const Snapshot *snapshot = g_ptr_array_index (snapshots, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreDate) date = cadre_date_new_parse (snapshot->date, NULL);
      g_autoptr (GFile) senior = find_table (snapshot, "senior");
      g_autoptr (GFile) junior = find_table (snapshot, "junior");
      g_autoptr (CadreImport) import =
        cadre_organogram_load (senior, junior, date, NULL, NULL, &error);
      CadreStructure *structure = cadre_import_get_structure (import);
      g_autoptr (CadreStructure) again = write_and_read (structure, NULL);
      g_autoptr (CadreStructure) loaded = save_and_load (structure);
      g_autofree char *what =
        g_strdup_printf ("%s %s %s", snapshot->source, snapshot->organisation, snapshot->date);

      g_assert_no_error (error);
      assert_same_structure (structure, again, what);
      assert_same_structure (structure, loaded, what);
    }
}

static void
test_round_trip_with_organisation (void)
{
  for (guint i = 0; i < snapshots->len; i += 5 * get_step ())
    {
      const Snapshot *snapshot = g_ptr_array_index (snapshots, i);
      g_autoptr (CadreImport) import = read_snapshot (snapshot, TRUE, TRUE);
      CadreStructure *structure = cadre_import_get_structure (import);
      g_autoptr (CadreStructure) again = write_and_read (structure, "all");

      assert_same_structure (structure, again, snapshot->organisation);
    }
}

int
main (int argc, char **argv)
{
  int result = 0;

  g_test_init (&argc, &argv, NULL);
  load_index ();

  g_test_add_func ("/exchange/organogram-corpus/index", test_index);
  g_test_add_func ("/exchange/organogram-corpus/round-trip", test_round_trip);
  g_test_add_func ("/exchange/organogram-corpus/round-trip-with-organisation",
                   test_round_trip_with_organisation);

  result = g_test_run ();
  g_ptr_array_unref (snapshots);
  return result;
}
