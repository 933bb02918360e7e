/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The twins that load and save in a thread: the same result, cancelling, and
 * what the caller is told, when, and in which thread. */

#include "config.h"

#include "exchange/cadre-export-private.h"
#include <cadre/cadre.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a caller sees. */
typedef struct
{
  GMainContext *context;
  GThread *thread;
  GCancellable *cancellable;
  guint n_steps;
  gint64 done;
  gint64 total;
  guint n_destroyed;
  GAsyncResult *result; /* (nullable) until it has ended */
  void (*at_step) (gpointer data);
  gpointer step_data;
} Caller;

static void
told (gint64 done, gint64 total, gpointer user_data)
{
  Caller *caller = user_data;

  g_assert_true (g_thread_self () == caller->thread);
  g_assert_null (caller->result);
  g_assert_cmpuint (caller->n_destroyed, ==, 0);
  g_assert_cmpint (done, >=, caller->done);
  g_assert_true (total == -1 || done <= total);
  caller->done = done;
  caller->total = total;
  caller->n_steps++;
  if (caller->at_step != NULL)
    caller->at_step (caller->step_data);
}

static void
destroyed (gpointer user_data)
{
  Caller *caller = user_data;

  g_assert_true (g_thread_self () == caller->thread);
  g_assert_null (caller->result);
  caller->n_destroyed++;
}

static void
ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Caller *caller = user_data;

  g_assert_true (g_thread_self () == caller->thread);
  g_assert_null (caller->result);
  caller->result = g_object_ref (result);
}

static void
caller_begin (Caller *caller)
{
  memset (caller, 0, sizeof *caller);
  caller->context = g_main_context_new ();
  caller->thread = g_thread_self ();
  caller->cancellable = g_cancellable_new ();
  caller->total = -1;
  g_main_context_push_thread_default (caller->context);
}

static void
caller_wait (Caller *caller)
{
  while (caller->result == NULL)
    g_main_context_iteration (caller->context, TRUE);

  /* Nothing may come behind it. */
  while (g_main_context_iteration (caller->context, FALSE))
    ;
  g_assert_cmpuint (caller->n_destroyed, ==, 1);
}

static void
caller_end (Caller *caller)
{
  g_clear_object (&caller->result);
  g_clear_object (&caller->cancellable);
  g_main_context_pop_thread_default (caller->context);
  g_main_context_unref (caller->context);
}

#define CALLER(caller) (caller)->cancellable, told, (caller), destroyed, ended, (caller)

static GFile *
file_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
clear_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("cadre-async-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static char *
make_document (guint n_posts)
{
  GString *text = g_string_new ("{\"cadre\": \"structure\", \"version\": 1, \"posts\": [");

  for (guint i = 0; i < n_posts; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%u\", \"title\": \"Officer of the council\"}",
                            i > 0 ? ", " : "", i);
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
put (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static char *
get (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* In steps, which come to what there is. */
static void
test_structure (void)
{
  char *folder = make_folder ();
  g_autofree char *text = make_document (40000);
  g_autoptr (GFile) file = file_in (folder, "structure.json");
  g_autoptr (GFile) saved = file_in (folder, "saved.json");
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (CadreStructure) plain = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  Caller caller;

  put (file, text);
  plain = cadre_structure_load (file, NULL, NULL, &error);
  expected = cadre_structure_to_text (plain, full, &error);

  caller_begin (&caller);
  cadre_structure_load_async (file, NULL, CALLER (&caller));
  caller_wait (&caller);
  structure = cadre_structure_load_finish (caller.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (caller.n_steps, >, 0);
  g_assert_cmpint (caller.done, ==, strlen (text));
  g_assert_cmpint (caller.total, ==, strlen (text));
  caller_end (&caller);

  caller_begin (&caller);
  cadre_structure_save_async (structure, full, saved, CALLER (&caller));
  caller_wait (&caller);
  g_assert_true (cadre_structure_save_finish (structure, caller.result, &error));
  g_assert_no_error (error);
  written = get (saved);
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpint (caller.done, ==, strlen (written));
  g_assert_cmpint (caller.total, ==, strlen (written));
  caller_end (&caller);
  clear_folder (folder);
}

static void
test_log_and_policy (void)
{
  static const char lines[] =
    "{\"cadre\": \"log\", \"version\": 1}\n{\"event\": \"note\", \"note\": \"A note\"}\n";
  char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "log.jsonl");
  g_autoptr (GFile) policies = file_in (folder, "policy.json");
  g_autoptr (GListModel) list = NULL;
  g_autoptr (CadreLog) plain = NULL;
  g_autoptr (CadreLog) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) plain_error = NULL;
  Caller caller;

  put (file, lines);
  plain = cadre_log_load (file, NULL, NULL, &plain_error);
  caller_begin (&caller);
  cadre_log_load_async (file, NULL, CALLER (&caller));
  caller_wait (&caller);
  log = cadre_log_load_finish (caller.result, &error);
  g_assert_cmpint (log != NULL, ==, plain != NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==,
                   plain_error != NULL ? plain_error->message : NULL);
  caller_end (&caller);
  g_clear_error (&error);

  put (policies, "{\"cadre\": \"policy\", \"version\": 1, \"policies\": []}");
  caller_begin (&caller);
  cadre_policy_load_async (policies, NULL, CALLER (&caller));
  caller_wait (&caller);
  list = cadre_policy_load_finish (caller.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  caller_end (&caller);
  clear_folder (folder);
}

static void
test_export (void)
{
  char *folder = make_folder ();
  g_autoptr (GFile) where = g_file_new_for_path (folder);
  g_autoptr (GFile) other = file_in (folder, "other.csv");
  g_autoptr (GFile) first = file_in (folder, "first.csv");
  g_autoptr (CadreExport) files = cadre_export_new ();
  g_autoptr (GBytes) long_bytes = g_bytes_new_take (g_malloc0 (1000000), 1000000);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\r\n", 5);
  g_autofree char *text = NULL;
  g_autofree char *first_text = NULL;
  g_autoptr (GError) error = NULL;
  Caller caller;

  cadre_export_add_file (files, "first.csv", "text/csv", bytes);
  cadre_export_add_file (files, "second.csv", "text/csv", long_bytes);
  caller_begin (&caller);
  cadre_export_save_async (files, where, CALLER (&caller));
  caller_wait (&caller);
  g_assert_true (cadre_export_save_finish (files, caller.result, &error));
  g_assert_cmpint (caller.done, ==, 1000005);
  g_assert_cmpint (caller.total, ==, 1000005);
  first_text = get (first);
  g_assert_cmpstr (first_text, ==, "a,b\r\n");
  caller_end (&caller);

  caller_begin (&caller);
  cadre_export_save_file_async (files, 0, other, CALLER (&caller));
  caller_wait (&caller);
  g_assert_true (cadre_export_save_file_finish (files, caller.result, &error));
  text = get (other);
  g_assert_cmpstr (text, ==, "a,b\r\n");
  caller_end (&caller);

  caller_begin (&caller);
  cadre_export_save_file_async (files, 2, other, CALLER (&caller));
  caller_wait (&caller);
  g_assert_false (cadre_export_save_file_finish (files, caller.result, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpuint (caller.n_steps, ==, 0);
  caller_end (&caller);
  clear_folder (folder);
}

static void
test_cancelled_before (void)
{
  char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "structure.json");
  g_autoptr (GFile) saved = file_in (folder, "saved.json");
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreCase) process = cadre_case_new ();
  g_autofree char *text = make_document (10);
  g_autoptr (GError) error = NULL;
  Caller caller;

  put (file, text);
  caller_begin (&caller);
  g_cancellable_cancel (caller.cancellable);
  cadre_structure_load_async (file, NULL, CALLER (&caller));
  caller_wait (&caller);
  g_assert_null (cadre_structure_load_finish (caller.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (caller.n_steps, ==, 0);
  g_clear_error (&error);
  caller_end (&caller);

  caller_begin (&caller);
  g_cancellable_cancel (caller.cancellable);
  cadre_case_save_async (process, full, saved, CALLER (&caller));
  caller_wait (&caller);
  g_assert_false (cadre_case_save_finish (process, caller.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (saved, NULL));
  caller_end (&caller);
  clear_folder (folder);
}

/* A pipe in the place of a file: its first half is there at once, and the second
 * when the caller says so. */
typedef struct
{
  char *path;
  const char *text;
  GCancellable *cancellable; /* (nullable): what the first step cancels */
  GMutex lock;
  GCond cond;
  gboolean may_go_on;
} Pipe;

static void
put_half (int fd, const char *text, gsize size)
{
  while (size > 0)
    {
      const gssize n = write (fd, text, size);

      if (n <= 0)
        return;
      text += n;
      size -= (gsize) n;
    }
}

static gpointer
feed (gpointer data)
{
  Pipe *pipe = data;
  const gsize half = strlen (pipe->text) / 2;
  int fd = g_open (pipe->path, O_WRONLY | O_CLOEXEC, 0);

  put_half (fd, pipe->text, half);
  g_mutex_lock (&pipe->lock);
  while (!pipe->may_go_on)
    g_cond_wait (&pipe->cond, &pipe->lock);
  g_mutex_unlock (&pipe->lock);
  put_half (fd, pipe->text + half, strlen (pipe->text) - half);
  close (fd);

  return NULL;
}

static void
at_first_step (gpointer data)
{
  Pipe *pipe = data;

  if (pipe->cancellable != NULL)
    g_cancellable_cancel (pipe->cancellable);
  g_mutex_lock (&pipe->lock);
  pipe->may_go_on = TRUE;
  g_cond_signal (&pipe->cond);
  g_mutex_unlock (&pipe->lock);
}

static void
run_pipe (gboolean is_cancelled)
{
  char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "pipe");
  g_autofree char *text = make_document (20000); /* more than a pipe holds */
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;
  Pipe pipe = { NULL };
  Caller caller;

  caller_begin (&caller);
  pipe.path = g_file_get_path (file);
  pipe.text = text;
  pipe.cancellable = is_cancelled ? caller.cancellable : NULL;
  g_assert_cmpint (mkfifo (pipe.path, 0600), ==, 0);
  caller.at_step = at_first_step;
  caller.step_data = &pipe;
  thread = g_thread_new ("feed", feed, &pipe);
  cadre_structure_load_async (file, NULL, CALLER (&caller));
  caller_wait (&caller);
  structure = cadre_structure_load_finish (caller.result, &error);
  g_thread_join (thread);

  if (is_cancelled)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (caller.done, <, strlen (text));
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (caller.n_steps, >, 1);
      g_assert_cmpint (caller.done, ==, strlen (text));
    }
  g_assert_cmpint (caller.total, ==, is_cancelled ? -1 : (gint64) strlen (text));
  caller_end (&caller);
  g_free (pipe.path);
  clear_folder (folder);
}

static void
test_pipe (void)
{
  run_pipe (FALSE);
}

static void
test_cancelled_in_the_middle (void)
{
  signal (SIGPIPE, SIG_IGN);
  run_pipe (TRUE);
}

static void
cancel (gpointer data)
{
  g_cancellable_cancel (data);
}

/* Whoever comes first, the file is the old one or the new one, and it is said
 * which. */
static void
test_cancelled_while_saving (void)
{
  char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "structure.json");
  g_autofree char *text = make_document (40000);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CadreStructure) structure = NULL;
  g_autofree char *left = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  Caller caller;

  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  put (file, "old");
  caller_begin (&caller);
  caller.at_step = cancel;
  caller.step_data = caller.cancellable;
  cadre_structure_save_async (structure, full, file, CALLER (&caller));
  caller_wait (&caller);
  left = get (file);
  if (cadre_structure_save_finish (structure, caller.result, &error))
    {
      expected = cadre_structure_to_text (structure, full, NULL);
      g_assert_cmpstr (left, ==, expected);
    }
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (left, ==, "old");
    }
  caller_end (&caller);
  clear_folder (folder);
}

/* The caller's objects may go as soon as the call is made. */
static void
test_nothing_is_kept_by_the_caller (void)
{
  char *folder = make_folder ();
  GFile *file = file_in (folder, "log.jsonl");
  CadreLog *log = cadre_log_new ();
  CadreLimits *limits = cadre_limits_new_bounded ();
  g_autoptr (CadreLog) again = NULL;
  g_autoptr (GError) error = NULL;
  Caller caller;

  caller_begin (&caller);
  cadre_log_save_async (log, file, CALLER (&caller));
  g_object_unref (log); /* which the task holds until it has ended */
  caller_wait (&caller);
  g_assert_true (cadre_log_save_finish (log, caller.result, &error));
  caller_end (&caller);

  caller_begin (&caller);
  cadre_log_load_async (file, limits, CALLER (&caller));
  g_object_unref (limits);
  g_object_unref (file);
  caller_wait (&caller);
  again = cadre_log_load_finish (caller.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 0);
  caller_end (&caller);
  clear_folder (folder);
}

/* Neither a callback nor progress: and nothing is left behind. */
static void
test_nobody_listens (void)
{
  char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "structure.json");
  g_autofree char *text = make_document (10);
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (GError) error = NULL;
  Caller caller;

  put (file, text);
  caller_begin (&caller);
  cadre_structure_load_async (file, NULL, NULL, NULL, NULL, NULL, ended, &caller);
  while (caller.result == NULL)
    g_main_context_iteration (caller.context, TRUE);
  structure = cadre_structure_load_finish (caller.result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (structure);
  caller_end (&caller);
  clear_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/async/structure", test_structure);
  g_test_add_func ("/exchange/async/log-and-policy", test_log_and_policy);
  g_test_add_func ("/exchange/async/export", test_export);
  g_test_add_func ("/exchange/async/cancelled-before", test_cancelled_before);
  g_test_add_func ("/exchange/async/pipe", test_pipe);
  g_test_add_func ("/exchange/async/cancelled-in-the-middle", test_cancelled_in_the_middle);
  g_test_add_func ("/exchange/async/cancelled-while-saving", test_cancelled_while_saving);
  g_test_add_func ("/exchange/async/nothing-is-kept-by-the-caller",
                   test_nothing_is_kept_by_the_caller);
  g_test_add_func ("/exchange/async/nobody-listens", test_nobody_listens);

  return g_test_run ();
}
