/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The chain of a log: damaged at random, it tells each time. */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

#define N_DAMAGES 1000
#define N_EVENTS 12

static CadreLog *
make_log (gboolean is_chained)
{
  static const char *const posts[] = { "p1", "p2", NULL };
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2026-03-04", NULL);
  CadreLog *log = cadre_log_new ();

  for (guint i = 0; i < N_EVENTS; i++)
    {
      static const CadreLogKind kinds[] = { CADRE_LOG_KIND_TOLD, CADRE_LOG_KIND_PREFERENCE };
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autoptr (CadreLogEntry) entry = cadre_log_entry_new (kinds[i % 2], date, "HR");

      cadre_log_entry_set_assignment (entry, id);
      if (i % 2 == 1)
        cadre_log_entry_set_posts (entry, posts);
      cadre_log_append (log, entry);
      if (is_chained && i == N_EVENTS / 2)
        g_assert_true (cadre_log_chain (log, NULL));
    }

  return log;
}

static CadreLog *
load (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return cadre_log_load_bytes (bytes, NULL, NULL, error);
}

/* A chain that began late holds all events, and is the same as one that began
 * with the last. */
static void
test_chain (void)
{
  g_autoptr (CadreLog) log = make_log (TRUE);
  g_autoptr (CadreLog) late = make_log (FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (CadreLog) loaded = NULL;
  guint n = 0;

  g_assert_false (cadre_log_is_chained (late));
  g_assert_null (cadre_log_get_head (late));
  g_assert_false (cadre_log_verify (late, NULL, &n, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN);
  g_assert_cmpstr (error->message, ==, "The log is not chained");
  g_clear_error (&error);

  g_assert_true (cadre_log_chain (late, &error));
  g_assert_cmpstr (cadre_log_get_head (log), ==, cadre_log_get_head (late));
  g_assert_cmpuint (strlen (cadre_log_get_head (log)), ==, 64);

  text = cadre_log_to_text (log, &error);
  loaded = load (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (cadre_log_verify (loaded, cadre_log_get_head (log), &n, &error));
  g_assert_cmpuint (n, ==, N_EVENTS);
  again = cadre_log_to_text (loaded, &error);
  g_assert_cmpstr (again, ==, text);
}

/* What another program has to do to find the same hashes. */
static void
test_by_hand (void)
{
  g_autoptr (CadreLog) log = make_log (TRUE);
  g_autofree char *text = cadre_log_to_text (log, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines[0], -1);

  for (guint i = 1; i <= N_EVENTS; i++)
    {
      char *found = strstr (lines[i], ", \"hash\": \"");
      g_autofree char *bare =
        g_strdup_printf ("%s\n%.*s}", hash, (int) (found - lines[i]), lines[i]);

      g_free (hash);
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare, -1);
      g_assert_true (g_str_has_prefix (found + strlen (", \"hash\": \""), hash));
    }
  g_assert_cmpstr (hash, ==, cadre_log_get_head (log));
}

static char **
dup_lines (const char *text)
{
  g_autofree char *body = g_strndup (text, strlen (text) - 1);

  return g_strsplit (body, "\n", -1);
}

static void
swap_lines (char **lines, guint a, guint b)
{
  char *line = lines[a];

  lines[a] = lines[b];
  lines[b] = line;
}

/* Damages to lines: one is gone, there twice, in another place, or the end is
 * gone. */
static GString *
damage_lines (const char *text, guint sort)
{
  g_auto (GStrv) lines = dup_lines (text);
  const guint n = g_strv_length (lines);
  const guint a = (guint) g_test_rand_int_range (1, (gint32) n);
  const guint b = 1 + (a - 1 + (guint) g_test_rand_int_range (1, (gint32) n - 1)) % (n - 1);
  GString *damaged = g_string_new (NULL);

  if (sort == 2)
    swap_lines (lines, a, b);
  for (guint i = 0; i < n && (sort != 3 || i < a); i++)
    {
      if (sort == 0 && i == a)
        continue;
      g_string_append_printf (damaged, "%s\n", lines[i]);
      if (sort == 1 && i == b)
        g_string_append_printf (damaged, "%s\n", lines[a]);
    }

  return damaged;
}

/* Damages to bytes: one is another, gone, there twice, or the end is gone. */
static GString *
damage_bytes (const char *text, guint sort)
{
  GString *damaged = g_string_new (text);
  const gsize at = (gsize) g_test_rand_int_range (0, (gint32) damaged->len);

  if (sort == 4)
    damaged->str[at] ^= (char) (1 << g_test_rand_int_range (0, 8));
  if (sort == 5)
    g_string_erase (damaged, (gssize) at, 1);
  if (sort == 6)
    g_string_insert_c (damaged, (gssize) at, (char) g_test_rand_int_range (1, 256));
  if (sort == 7)
    g_string_truncate (damaged, at);
  return damaged;
}

static void
test_damage (void)
{
  g_autoptr (CadreLog) log = make_log (TRUE);
  g_autofree char *text = cadre_log_to_text (log, NULL);
  guint n_loaded = 0;

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      const guint sort = i % 8;
      GString *damaged = sort < 4 ? damage_lines (text, sort) : damage_bytes (text, sort);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreLog) loaded = load (damaged->str, damaged->len, &error);
      guint n = 0;

      if (loaded != NULL)
        {
          n_loaded++;
          g_assert_no_error (error);
          g_assert_false (cadre_log_verify (loaded, cadre_log_get_head (log), &n, &error));
          g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN);
          g_assert_cmpuint (n, <=, N_EVENTS);
        }
      g_assert_nonnull (error);
      g_string_free (damaged, TRUE);
    }

  /* Lines that are gone or moved are told by the chain alone. */
  g_assert_cmpuint (n_loaded, >=, N_DAMAGES / 2);
}

/* The first event that does not hold is named. */
static void
test_first_named (void)
{
  g_autoptr (CadreLog) log = make_log (TRUE);
  g_autofree char *text = cadre_log_to_text (log, NULL);

  for (guint i = 1; i <= N_EVENTS; i++)
    {
      g_auto (GStrv) lines = dup_lines (text);
      g_autofree char *wanted =
        g_strdup_printf ("Event %u is not as it was written, or not where it was", i);
      g_autofree char *damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreLog) loaded = NULL;
      guint n = 0;

      strstr (lines[i], "2026")[3] = '5';
      damaged = g_strjoinv ("\n", lines);
      loaded = load (damaged, strlen (damaged), &error);
      g_assert_no_error (error);
      g_assert_false (cadre_log_verify (loaded, NULL, &n, &error));
      g_assert_cmpstr (error->message, ==, wanted);
      g_assert_cmpuint (n, ==, i - 1);
      g_clear_error (&error);
      g_assert_false (cadre_log_chain (loaded, &error));
      g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN);
    }
}

/* Cut off anywhere in its last line a log is loaded without it, and says so. */
static void
test_torn (gconstpointer is_chained)
{
  g_autoptr (CadreLog) log = make_log (is_chained != NULL);
  g_autofree char *text = cadre_log_to_text (log, NULL);
  const gsize size = strlen (text);
  const char *last = g_strrstr_len (text, (gssize) size - 1, "\n") + 1;

  for (gsize cut = (gsize) (last - text) + 1; cut < size - 1; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreLog) loaded = load (text, cut, &error);
      g_autofree char *saved = NULL;
      g_autoptr (CadreLog) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (loaded)), ==, N_EVENTS - 1);
      g_assert_cmpuint (cadre_issue_list_get_count (cadre_log_get_issues (loaded),
                                                    "matching.log.torn"),
                        ==, 1);
      g_assert_false (cadre_log_verify (loaded, NULL, NULL, NULL));

      saved = cadre_log_to_text (loaded, &error);
      again = load (saved, strlen (saved), &error);
      g_assert_cmpuint (cadre_issue_list_get_total (cadre_log_get_issues (again)), ==, 0);
      g_assert_cmpint (cadre_log_verify (again, NULL, NULL, NULL), ==, is_chained != NULL);
    }
}

/* A line that is broken, and not the last, is an error. */
static void
test_broken_inside (void)
{
  g_autoptr (CadreLog) log = make_log (FALSE);
  g_autofree char *text = cadre_log_to_text (log, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) loaded = NULL;

  *strrchr (text, '}') = ' ';
  loaded = load (text, strlen (text), &error);
  g_assert_null (loaded);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
}

/* A log whose events have hashes in part, or the wrong ones, is loaded. */
static void
test_mixed (void)
{
  static const char text[] = "{\"cadre\": \"log\", \"version\": 1}\n"
                             "{\"event\": \"told\", \"assignment\": \"a\", \"hash\": \"x\"}\n"
                             "{\"event\": \"told\", \"assignment\": \"b\"}\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = load (text, strlen (text), &error);
  guint n = 7;

  g_assert_no_error (error);
  g_assert_true (cadre_log_is_chained (log));
  g_assert_false (cadre_log_verify (log, NULL, &n, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/log-chain/chain", test_chain);
  g_test_add_func ("/matching/log-chain/by-hand", test_by_hand);
  g_test_add_func ("/matching/log-chain/damage", test_damage);
  g_test_add_func ("/matching/log-chain/first-named", test_first_named);
  g_test_add_data_func ("/matching/log-chain/torn/unchained", NULL, test_torn);
  g_test_add_data_func ("/matching/log-chain/torn/chained", "", test_torn);
  g_test_add_func ("/matching/log-chain/broken-inside", test_broken_inside);
  g_test_add_func ("/matching/log-chain/mixed", test_mixed);

  return g_test_run ();
}
