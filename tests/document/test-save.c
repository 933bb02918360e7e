/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-save-private.h"

#include <cadre/cadre.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* The system calls of saving are those below, which can be made to fail: the
 * library is linked statically here, and finds these first. */

typedef struct
{
  int number;   /* the error that it fails with, or 0 */
  guint n_good; /* calls that go well before */
  guint n_more; /* calls that fail after the first that does */
  gboolean is_short;
} Fault;

static Fault write_fault;
static Fault fsync_fault;
static Fault rename_fault;
static Fault flock_fault;
static Fault chmod_fault;
static Fault chown_fault;

static gboolean
is_due (Fault *fault)
{
  if (fault->number == 0)
    return FALSE;
  if (fault->n_good > 0)
    {
      fault->n_good--;
      return FALSE;
    }

  errno = fault->number;
  if (fault->n_more-- == 0)
    fault->number = 0;

  return TRUE;
}

ssize_t
write (int file, const void *data, size_t size)
{
  if (is_due (&write_fault))
    return -1;

  return syscall (SYS_write, file, data, write_fault.is_short ? MIN (size, 7) : size);
}

int
fsync (int file)
{
  return is_due (&fsync_fault) ? -1 : (int) syscall (SYS_fsync, file);
}

int
renameat (int old_folder, const char *old_name, int folder, const char *name)
{
  if (is_due (&rename_fault))
    return -1;

  return (int) syscall (SYS_renameat2, old_folder, old_name, folder, name, 0);
}

int
flock (int file, int operation)
{
  return is_due (&flock_fault) ? -1 : (int) syscall (SYS_flock, file, operation);
}

int
fchmod (int file, mode_t mode)
{
  return is_due (&chmod_fault) ? -1 : (int) syscall (SYS_fchmod, file, mode);
}

int
fchown (int file, uid_t owner, gid_t group)
{
  return is_due (&chown_fault) ? -1 : (int) syscall (SYS_fchown, file, owner, group);
}

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("cadre-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "structure.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_assert_finalize_object (fixture->file);
}

static void
assert_content (const char *path, const char *wanted)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, wanted);
}

static void
write_strings (CadreWriter *writer, guint n)
{
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    cadre_writer_string (writer, "Swyddog Gwasanaethau Oedolion");
  cadre_writer_end_array (writer);
}

static gboolean
save (GFile *file, guint n, GError **error)
{
  CadreWriter *writer = cadre_writer_new_for_file (file, NULL, error);
  gboolean is_saved = FALSE;

  if (writer == NULL)
    return FALSE;

  write_strings (writer, n);
  is_saved = cadre_writer_finish (writer, NULL, error);
  g_assert_finalize_object (writer);

  return is_saved;
}

static void
assert_saves (GFile *file, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (file, n, &error));
  g_assert_no_error (error);
}

static mode_t
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);

  return status.st_mode & 07777;
}

static char *
temporary_of (const char *folder, const char *name)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  g_autofree char *temporary = g_strdup_printf (".cadre-%.16s~", digest);

  return g_build_filename (folder, temporary, NULL);
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  const mode_t old_mask = umask (0);

  assert_saves (fixture->file, 0);
  umask (old_mask);
  assert_content (fixture->path, "[]\n");
  g_assert_cmpuint (mode_of (fixture->path), ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_old_file (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0644, 0600, 0666, 0660, 0200 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
      g_assert_cmpint (g_chmod (fixture->path, (int) modes[i]), ==, 0);
      assert_saves (fixture->file, 1);
      g_assert_cmpuint (mode_of (fixture->path), ==, modes[i]);
    }
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  assert_content (fixture->path, "[\n  \"Swyddog Gwasanaethau Oedolion\"\n]\n");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Until it is finished nobody sees anything of it but the old file. */
static void
test_old_until_finished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *temporary = temporary_of (fixture->folder, "structure.json");
  CadreWriter *writer = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  writer = cadre_writer_new_for_file (fixture->file, NULL, NULL);
  write_strings (writer, 10000);
  assert_content (fixture->path, "old");
  g_assert_true (g_file_test (temporary, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (mode_of (temporary), ==, 0644);
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (writer);
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  CadreWriter *writer = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  writer = cadre_writer_new_for_file (fixture->file, NULL, NULL);
  write_strings (writer, 10000);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_assert_finalize_object (writer);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  assert_content (fixture->path, "old");
}

/* What makes no document is not saved. */
static void
test_misuse_is_not_saved (Fixture *fixture, gconstpointer data)
{
  CadreWriter *writer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  writer = cadre_writer_new_for_file (fixture->file, NULL, NULL);
  cadre_writer_begin_array (writer);
  g_assert_false (cadre_writer_finish (writer, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_ORDER);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  assert_content (fixture->path, "old");
  g_assert_finalize_object (writer);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  CadreWriter *first = cadre_writer_new_for_file (fixture->file, NULL, NULL);
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_writer_new_for_file (fixture->file, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_BUSY);
  wanted = g_strdup_printf ("Cannot save “%s”: it is being saved by another writer", fixture->path);
  g_assert_cmpstr (error->message, ==, wanted);

  write_strings (first, 0);
  g_assert_true (cadre_writer_finish (first, NULL, NULL));
  assert_saves (fixture->file, 0);
  g_assert_finalize_object (first);
}

static void
test_stale_is_swept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *temporary = temporary_of (fixture->folder, "structure.json");

  g_assert_true (g_file_set_contents (temporary, "half of a docu", -1, NULL));
  assert_saves (fixture->file, 0);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  assert_content (fixture->path, "[]\n");
}

/* Others could put something else there; it is not followed or removed. */
static void
test_planted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *temporary = temporary_of (fixture->folder, "structure.json");
  g_autofree char *victim = g_build_filename (fixture->folder, "victim", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (victim, "precious", -1, NULL));
  g_assert_cmpint (symlink (victim, temporary), ==, 0);
  g_assert_false (save (fixture->file, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  assert_content (victim, "precious");
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (temporary), ==, 0);
  g_assert_cmpint (g_mkdir (temporary, 0700), ==, 0);
  g_assert_false (save (fixture->file, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (g_rmdir (temporary), ==, 0);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *relative = g_build_filename (fixture->folder, "relative", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (relative);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_cmpint (symlink ("link", relative), ==, 0);

  /* First to what is not there yet, then to what is. */
  for (guint i = 0; i < 2; i++)
    {
      assert_saves (file, i);
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (relative, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
      g_assert_cmpuint (count_files (fixture->folder), ==, 3);
    }

  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (symlink ("relative", link), ==, 0);
  g_assert_false (save (file, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_long_names (Fixture *fixture, gconstpointer data)
{
  for (gsize length = 230; length <= 256; length++)
    {
      g_autofree char *name = g_strnfill (length, 'n');
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_true (save (file, 0, &error) == (length <= 255));
      if (length > 255)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG);
    }
}

static void
test_cannot_be_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { fixture->folder, G_IO_ERROR_IS_DIRECTORY },
    { fifo, G_IO_ERROR_NOT_REGULAR_FILE },
    { "/nowhere/at/all", G_IO_ERROR_NOT_FOUND },
    { "/", G_IO_ERROR_IS_DIRECTORY },
  };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_false (save (file, 0, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "Cannot save “/"));
    }
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("The superuser may write everything");
      return;
    }

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_false (save (fixture->file, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_content (fixture->path, "old");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CadreWriter *writer = cadre_writer_new_for_file (fixture->file, cancellable, NULL);

  write_strings (writer, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (cadre_writer_finish (writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (writer);
  g_clear_error (&error);

  g_assert_null (cadre_writer_new_for_file (fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* Each call fails once, at each place where it is made. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    Fault *fault;
    int number;
    guint n_good;
    gboolean is_whole; /* saved all the same */
  } cases[] = {
    { &write_fault, ENOSPC, 0, FALSE }, { &write_fault, EIO, 3, FALSE },
    { &write_fault, EINTR, 1, TRUE },   { &fsync_fault, EIO, 0, FALSE },
    { &fsync_fault, EINTR, 0, TRUE },   { &rename_fault, EXDEV, 0, FALSE },
    { &chmod_fault, EPERM, 0, FALSE },  { &chown_fault, EPERM, 0, TRUE },
    { &flock_fault, EINTR, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_saved = FALSE;

      g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
      *cases[i].fault = (Fault){ .number = cases[i].number, .n_good = cases[i].n_good };
      is_saved = save (fixture->file, 10000, &error);
      g_assert_cmpint (cases[i].fault->number, ==, 0);
      g_assert_true (is_saved == cases[i].is_whole);
      if (is_saved)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (cases[i].number));
      if (!is_saved)
        assert_content (fixture->path, "old");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

/* The lock is lost to a sweeper again and again. */
static void
test_never_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  flock_fault = (Fault){ .number = EINTR, .n_more = 1000 };
  g_assert_false (save (fixture->file, 0, &error));
  flock_fault = (Fault){ 0 };
  g_assert_nonnull (error);
  assert_saves (fixture->file, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_short_writes (Fixture *fixture, gconstpointer data)
{
  write_fault.is_short = TRUE;
  assert_saves (fixture->file, 1);
  write_fault.is_short = FALSE;
  assert_content (fixture->path, "[\n  \"Swyddog Gwasanaethau Oedolion\"\n]\n");
}

static void
test_not_durable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wanted =
    g_strdup_printf ("“%s” is saved but not durable: %s", fixture->path, g_strerror (EIO));
  g_autoptr (GError) error = NULL;

  fsync_fault = (Fault){ .number = EIO, .n_good = 1 };
  g_assert_false (save (fixture->file, 0, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_NOT_DURABLE);
  g_assert_cmpstr (error->message, ==, wanted);
  assert_content (fixture->path, "[]\n");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The owner cannot be kept, then not even the group: then the new one gets nothing. */
static void
test_group_not_kept (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  chown_fault = (Fault){ .number = EPERM };
  assert_saves (fixture->file, 0);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0664);

  chown_fault = (Fault){ .number = EPERM, .n_more = 1 };
  assert_saves (fixture->file, 0);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0604);
}

/* A full disk, as near as it can be had without one. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  const struct rlimit little = { 4096, RLIM_INFINITY };
  struct rlimit old;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (save (fixture->file, 10000, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EFBIG));
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A child saves again and again, long and short in turn, until it is killed. */
static G_GNUC_NORETURN void
save_until_killed (GFile *file)
{
  for (;;)
    {
      save (file, 20000, NULL);
      save (file, 0, NULL);
    }
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longer = NULL;
  gsize size = 0;

  assert_saves (fixture->file, 20000);
  g_assert_true (g_file_get_contents (fixture->path, &longer, &size, NULL));

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *content = NULL;
      const pid_t child = fork ();

      if (child == 0)
        save_until_killed (fixture->file);

      g_usleep ((gulong) g_test_rand_int_range (0, 8000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
      g_assert_true (g_str_equal (content, longer) || g_str_equal (content, "[]\n"));
      g_assert_cmpuint (count_files (fixture->folder), <=, 2);
    }

  assert_saves (fixture->file, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Several processes at once: each saves or is told that it is busy, and what
 * stands there is whole. */
static void
test_contended (Fixture *fixture, gconstpointer data)
{
  pid_t children[4];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        save_until_killed (fixture->file);
    }

  g_usleep (200000);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_assert_cmpint (kill (children[i], SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (children[i], NULL, 0), ==, children[i]);
    }

  g_assert_cmpuint (count_files (fixture->folder), <=, 2);
  assert_saves (fixture->file, 0);
  assert_content (fixture->path, "[]\n");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define ADD(name, test) g_test_add ("/document/save/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new-file", test_new_file);
  ADD ("old-file", test_old_file);
  ADD ("old-until-finished", test_old_until_finished);
  ADD ("dropped", test_dropped);
  ADD ("misuse-is-not-saved", test_misuse_is_not_saved);
  ADD ("busy", test_busy);
  ADD ("stale-is-swept", test_stale_is_swept);
  ADD ("planted", test_planted);
  ADD ("links", test_links);
  ADD ("long-names", test_long_names);
  ADD ("cannot-be-saved", test_cannot_be_saved);
  ADD ("read-only", test_read_only);
  ADD ("cancelled", test_cancelled);
  ADD ("faults", test_faults);
  ADD ("never-locked", test_never_locked);
  ADD ("short-writes", test_short_writes);
  ADD ("not-durable", test_not_durable);
  ADD ("group-not-kept", test_group_not_kept);
  ADD ("no-space", test_no_space);
  ADD ("killed", test_killed);
  ADD ("contended", test_contended);

  return g_test_run ();
}
