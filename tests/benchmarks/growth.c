/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"
#include "bench-reorganisation.h"

#include <stdlib.h>
#include <string.h>

/* One job on one size, for growth.py to count its instructions: growth JOB ROWS.
 * Only what run() does is counted. Mapping is of posts whose ids say nothing, of which one
 * in twenty is changed. Of a merge half of the posts go in one circle, and the others in
 * circles of two. */

#define PER_MILLE 50
#define N_CHANGES_OF_MIND 3

typedef struct
{
  GBytes *document;
  CadreStructure *before;
  CadreStructure *after;
  CadreStructure *theirs; /* of a merge */
} Job;

typedef gboolean (*RunFunc) (const Job *job);

static gboolean
load (const Job *job)
{
  g_autoptr (CadreStructure) structure = bench_load (job->document);

  return structure != NULL;
}

static gboolean
write_text (const Job *job)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *text = cadre_structure_to_text (job->before, full, NULL);

  return text != NULL;
}

static gboolean
measure (const Job *job)
{
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (job->before, NULL, NULL);

  return metrics != NULL;
}

static gboolean
compare (const Job *job)
{
  g_autoptr (CadreDiff) diff = cadre_diff_new (job->before, job->after, NULL, NULL, NULL);

  return diff != NULL;
}

static gboolean
find_at (const Job *job)
{
  g_autoptr (CadreDate) date = cadre_date_new (2007, 2, 7);
  g_autoptr (CadreStructure) structure = cadre_structure_at (job->before, date, NULL, NULL);

  return structure != NULL;
}

static gboolean
map (const Job *job)
{
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (job->before, job->after, NULL, NULL, NULL, NULL);

  return mapping != NULL;
}

static void
resolve_all (CadreMerge *merge)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    cadre_merge_resolve (merge, i, CADRE_MERGE_CHOICE_OURS, NULL, NULL);
}

static gboolean
merge (const Job *job)
{
  g_autoptr (CadreDiff) ours = cadre_diff_new (job->before, job->after, NULL, NULL, NULL);
  g_autoptr (CadreDiff) theirs = cadre_diff_new (job->before, job->theirs, NULL, NULL, NULL);
  g_autoptr (CadreMerge) both = cadre_merge_new (ours, theirs, NULL, NULL);
  g_autoptr (CadreStructure) merged = NULL;

  resolve_all (both);
  for (guint i = 0; i < N_CHANGES_OF_MIND; i++)
    cadre_merge_resolve (both, i, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL);
  merged = cadre_merge_build (both, NULL, NULL);
  return merged != NULL;
}

typedef enum
{
  OF_TREES,
  OF_REORGANISATION,
  OF_PROPOSALS,
} Documents;

typedef struct
{
  const char *name;
  RunFunc run;
  Documents documents;
} Kind;

static const Kind kinds[] = {
  { "load", load, OF_TREES },       { "write", write_text, OF_TREES },
  { "metrics", measure, OF_TREES }, { "diff", compare, OF_TREES },
  { "at", find_at, OF_TREES },      { "mapping", map, OF_REORGANISATION },
  { "merge", merge, OF_PROPOSALS },
};

/* growth.py counts between the first instruction of this and its last. */
G_GNUC_NO_INLINE static gboolean
growth_run (RunFunc run, const Job *job)
{
  const gboolean done = run (job);

  return done;
}

/* Whom a post reports to, of the base, ours and theirs; itself for nobody. */
static guint
find_manager (guint row, guint n_rows, guint which)
{
  const guint half = n_rows / 4 * 2;

  if (which == 0)
    return row;
  if (row >= half)
    return row % 2 == (which == 1 ? 0 : 1) ? (row ^ 1) % n_rows : row;
  if (which == 1)
    return row + 1 < half ? row + 1 : row;
  return row + 1 < half ? row : 0;
}

static GBytes *
make_proposal (guint n_rows, guint which)
{
  GString *text = g_string_new ("{\"cadre\": \"structure\", \"version\": 1, \"posts\": [");

  for (guint row = 0; row < n_rows; row++)
    {
      const guint manager = find_manager (row, n_rows, which);

      g_string_append_printf (text, "%s{\"id\": \"p%07u\", \"title\": \"%u\"", row > 0 ? ", " : "",
                              row, which);
      if (manager != row)
        g_string_append_printf (text, ", \"manager\": \"p%07u\"", manager);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  return g_string_free_to_bytes (text);
}

static GBytes *
make_document (const Kind *kind, guint n_rows, guint which)
{
  g_autoptr (BenchReorganisation) reorganisation = NULL;

  switch (kind->documents)
    {
    case OF_PROPOSALS:
      return make_proposal (n_rows, which);
    case OF_REORGANISATION:
      reorganisation = bench_reorganisation_new (n_rows, PER_MILLE);
      return bench_reorganisation_write (reorganisation, BENCH_FIELDS_ALL, which == 1);
    case OF_TREES:
    default:
      return bench_make_document (n_rows, which == 1 ? BENCH_DOCUMENT_AFTER : BENCH_DOCUMENT_BEFORE,
                                  which == 1);
    }
}

static gboolean
do_job (const Kind *kind, guint n_rows)
{
  const guint n = kind->documents == OF_PROPOSALS ? 3 : 2;
  CadreStructure *structures[3] = { NULL, NULL, NULL };
  GBytes *documents[3] = { NULL, NULL, NULL };
  Job job = { 0 };
  gboolean done = FALSE;

  for (guint i = 0; i < n; i++)
    {
      documents[i] = make_document (kind, n_rows, i);
      structures[i] = bench_load (documents[i]);
    }
  job = (Job){ documents[1], structures[0], structures[1], structures[2] };
  done = growth_run (kind->run, &job);

  for (guint i = 0; i < n; i++)
    {
      g_object_unref (structures[i]);
      g_bytes_unref (documents[i]);
    }
  return done;
}

int
main (int argc, char *argv[])
{
  const guint n_rows = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, argv[1]) == 0)
      return do_job (&kinds[i], n_rows) ? EXIT_SUCCESS : EXIT_FAILURE;

  return EXIT_FAILURE;
}
