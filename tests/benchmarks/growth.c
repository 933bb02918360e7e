/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"
#include "bench-reorganisation.h"

#include <stdlib.h>
#include <string.h>

/* One job on one size, for growth.py to count its instructions: growth JOB ROWS.
 * Only what run() does is counted. Mapping is of posts whose ids say nothing, of which one
 * in twenty is changed. */

#define PER_MILLE 50

typedef struct
{
  GBytes *document;
  CadreStructure *before;
  CadreStructure *after;
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

typedef struct
{
  const char *name;
  RunFunc run;
  gboolean is_of_reorganisation;
} Kind;

static const Kind kinds[] = {
  { "load", load, FALSE },    { "write", write_text, FALSE }, { "metrics", measure, FALSE },
  { "diff", compare, FALSE }, { "at", find_at, FALSE },       { "mapping", map, TRUE },
};

/* growth.py counts between the first instruction of this and its last. */
G_GNUC_NO_INLINE static gboolean
growth_run (RunFunc run, const Job *job)
{
  const gboolean done = run (job);

  return done;
}

static void
make_documents (const Kind *kind, guint n_rows, GBytes *documents[2])
{
  g_autoptr (BenchReorganisation) reorganisation =
    kind->is_of_reorganisation ? bench_reorganisation_new (n_rows, PER_MILLE) : NULL;

  for (guint i = 0; i < 2; i++)
    documents[i] =
      reorganisation != NULL
        ? bench_reorganisation_write (reorganisation, BENCH_FIELDS_ALL, i == 1)
        : bench_make_document (n_rows, i == 1 ? BENCH_DOCUMENT_AFTER : BENCH_DOCUMENT_BEFORE,
                               i == 1);
}

static gboolean
do_job (const Kind *kind, guint n_rows)
{
  GBytes *documents[2] = { NULL, NULL };
  Job job = { NULL, NULL, NULL };
  gboolean done = FALSE;

  make_documents (kind, n_rows, documents);
  job.document = documents[1];
  job.before = bench_load (documents[0]);
  job.after = bench_load (documents[1]);
  done = growth_run (kind->run, &job);

  g_object_unref (job.before);
  g_object_unref (job.after);
  for (guint i = 0; i < 2; i++)
    g_bytes_unref (documents[i]);
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
