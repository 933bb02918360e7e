/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Eight threads read one structure. The test is for ThreadSanitizer: it starts
 * threads with pthread_create(), and makes sure of every type before, since
 * GLib is not instrumented. */

#include "config.h"

#include <cadre/cadre.h>

#include "structure/cadre-tables-private.h"

#include <pthread.h>
#include <string.h>

#define N_THREADS 8

static const char document[] =
  "{\"cadre\": \"structure\", \"version\": 1, \"as-of\": \"2007-02-07\", "
  "\"organisations\": [{\"id\": \"o\", \"name\": {\"en\": \"Council\", \"cy\": \"Cyngor\"}}], "
  "\"posts\": [{\"id\": \"a\", \"employer\": \"o\", \"title\": \"Head\", \"fte\": 0.6}, "
  "{\"id\": \"b\", \"manager\": \"a\", \"aliases\": [\"x\"], \"cost\": 12.5}], "
  "\"persons\": [{\"id\": \"p\"}], "
  "\"assignments\": [{\"id\": \"c\", \"person\": \"p\", \"post\": \"b\"}]}";

static guint
read_records (CadreStructure *structure)
{
  guint n = 0;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < cadre_structure_get_n_records (structure, kind); i++)
      {
        g_autoptr (CadreRecord) record = cadre_structure_get_record (structure, kind, i);
        g_autoptr (CadreRecord) copy = cadre_record_copy (record);

        n += cadre_record_equal (record, copy);
      }

  return n;
}

static gboolean
count_post (const char *post_id, guint depth, gpointer user_data)
{
  *(guint *) user_data += depth;
  return TRUE;
}

static guint
ask_questions (CadreStructure *structure)
{
  guint n = 0;
  g_autoptr (CadreDate) date = cadre_date_new (2007, 2, 8);
  g_autoptr (CadreStructure) at = cadre_structure_at (structure, date, NULL, NULL);
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (structure, NULL, NULL);
  g_autoptr (CadrePost) manager = cadre_structure_find_manager (at, "c", CADRE_VACANT_MANAGER_STOP);
  g_autoptr (GListModel) tops = cadre_structure_list_tops (structure);
  g_autoptr (CadreColumn) column =
    cadre_structure_get_column (structure, CADRE_RECORD_KIND_POST, "cost", NULL);

  cadre_structure_walk (structure, NULL, count_post, &n);
  return n + (manager != NULL) + g_list_model_get_n_items (tops) +
         (guint) cadre_column_get_length (column) +
         cadre_figures_get_n_posts (cadre_metrics_get_overall (metrics));
}

static gpointer
work (gpointer data)
{
  CadreStructure *structure = data;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  guint n = 0;

  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *text = cadre_structure_to_text (structure, full, NULL);
      g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "b");

      n += read_records (structure) + (guint) strlen (text) + (post != NULL);
      n += ask_questions (structure);
      n += cadre_structure_is_sound (structure);
    }

  g_object_unref (structure);
  return GUINT_TO_POINTER (n);
}

/* The classes too: GLib makes them when the first object is, under a lock that
 * ThreadSanitizer does not see. They live as long as the process. */
static void
ensure_classes (void)
{
  const GType types[] = { CADRE_TYPE_REDACTION, CADRE_TYPE_READER, CADRE_TYPE_WRITER,
                          CADRE_TYPE_LIMITS,    CADRE_TYPE_ISSUE,  CADRE_TYPE_ISSUE_LIST,
                          CADRE_TYPE_STRUCTURE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_class_unref (g_type_class_ref (types[i]));
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    g_type_class_unref (g_type_class_ref (cadre_schema_get (kind)->get_type ()));
}

static void
test_readers (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  CadreStructure *structure = NULL;
  pthread_t threads[N_THREADS];
  gpointer results[N_THREADS];

  ensure_classes ();
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, NULL);
  g_assert_nonnull (structure);
  g_assert_cmpuint (ask_questions (structure), >, 0); /* makes sure of the classes of answers */
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpint (pthread_create (&threads[i], NULL, work, g_object_ref (structure)), ==, 0);
  for (guint i = 0; i < N_THREADS; i++)
    pthread_join (threads[i], &results[i]);

  for (guint i = 1; i < N_THREADS; i++)
    g_assert_true (results[i] == results[0]);
  g_assert_finalize_object (structure);
}

/* The first that asks looks for the faults: all get one list, which is whole. */
static gpointer
look_for_faults (gpointer data)
{
  CadreIssueList *issues = cadre_structure_get_issues (data);

  return cadre_issue_list_get_total (issues) == g_list_model_get_n_items (G_LIST_MODEL (issues))
           ? issues
           : NULL;
}

static void
test_faults (void)
{
  static const char faulty[] = "{\"cadre\": \"structure\", \"version\": 1, \"posts\": ["
                               "{\"id\": \"a\", \"title\": \"A\", \"manager\": \"x\"}, "
                               "{\"id\": \"a\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (faulty, strlen (faulty));
  guint n_expected = 0;

  ensure_classes ();
  for (guint round = 0; round < 50; round++)
    {
      CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, NULL);
      pthread_t threads[N_THREADS];
      gpointer results[N_THREADS];

      for (guint i = 0; i < N_THREADS; i++)
        g_assert_cmpint (pthread_create (&threads[i], NULL, look_for_faults, structure), ==, 0);
      for (guint i = 0; i < N_THREADS; i++)
        pthread_join (threads[i], &results[i]);

      for (guint i = 0; i < N_THREADS; i++)
        g_assert_true (results[i] == cadre_structure_get_issues (structure));
      if (round == 0)
        n_expected = cadre_issue_list_get_total (cadre_structure_get_issues (structure));
      g_assert_cmpuint (n_expected, >, 1);
      g_assert_cmpuint (cadre_issue_list_get_total (cadre_structure_get_issues (structure)), ==,
                        n_expected);
      g_assert_false (cadre_structure_is_sound (structure));
      g_assert_finalize_object (structure);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/threads/readers", test_readers);
  g_test_add_func ("/structure/threads/faults", test_faults);

  return g_test_run ();
}
