/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"

#include <stdlib.h>
#include <string.h>

/* One job on one size, for growth.py to count its instructions: growth JOB ROWS.
 * Only what run() does is counted. */

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

static const struct
{
  const char *name;
  RunFunc run;
} jobs[] = {
  { "load", load },    { "write", write_text }, { "metrics", measure },
  { "diff", compare }, { "at", find_at },
};

/* growth.py counts between the first instruction of this and its last. */
G_GNUC_NO_INLINE static gboolean
growth_run (RunFunc run, const Job *job)
{
  const gboolean done = run (job);

  return done;
}

int
main (int argc, char *argv[])
{
  const guint n_rows = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (GBytes) before = bench_make_document (n_rows, BENCH_DOCUMENT_BEFORE, FALSE);
  g_autoptr (GBytes) after = bench_make_document (n_rows, BENCH_DOCUMENT_AFTER, TRUE);
  g_autoptr (CadreStructure) structure_before = bench_load (before);
  g_autoptr (CadreStructure) structure_after = bench_load (after);
  const Job job = { after, structure_before, structure_after };

  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (jobs); i++)
    if (strcmp (jobs[i].name, argv[1]) == 0)
      return growth_run (jobs[i].run, &job) ? EXIT_SUCCESS : EXIT_FAILURE;

  return EXIT_FAILURE;
}
