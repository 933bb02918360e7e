/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-save-private.h"

#include <cadre/cadre-document.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Saving so that there is always a whole file: everything goes to a temporary
 * file in the same folder, which takes the place of the old one when it is on
 * the disk.
 *
 * The name of the temporary file depends on that of the file alone. So there is
 * one at most, a second writer finds it, and whoever finds one that nobody has
 * locked knows that it was left behind. A lock ends with the process. */

/* Races with others who sweep or finish are lost a few times at most. */
#define MAX_ATTEMPTS 16

#define MAX_LINKS 40 /* as in the kernel */

struct _CadreSaveNative
{
  char *path;      /* for messages */
  char *name;      /* in the folder */
  char *temporary; /* likewise */
  int folder;      /* -1 when not open */
  int file;        /* -1 when not open; locked otherwise, and ours to remove */
};

static gboolean
fail_errno (const CadreSaveNative *save, int number, GError **error)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), "Cannot save “%s”: %s",
               save->path, g_strerror (number));

  return FALSE;
}

static gboolean
fail_busy (const CadreSaveNative *save, GError **error)
{
  g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_BUSY,
               "Cannot save “%s”: it is being saved by another writer", save->path);

  return FALSE;
}

/* What the link at @path points to, or NULL where there is no link. */
static char *
follow (const char *path)
{
  char target[4096];
  const gssize length = readlink (path, target, sizeof target);
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;

  if (length < 0 || length == (gssize) sizeof target)
    return NULL;

  text = g_strndup (target, (gsize) length);
  if (g_path_is_absolute (text))
    return g_steal_pointer (&text);

  folder = g_path_get_dirname (path);

  return g_build_filename (folder, text, NULL);
}

/* The file itself, where @path is a link to it: a link stays a link. It need
 * not exist. */
static char *
resolve (const char *path)
{
  char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      char *target = follow (resolved);

      if (target == NULL)
        break;
      g_free (resolved);
      resolved = target;
    }

  return resolved;
}

static char *
temporary_name (const char *name)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf (".cadre-%.16s~", digest);
}

/* Whether the temporary file is still the one that is open as @file, and not
 * one that somebody made after it was swept or put in place. */
static gboolean
is_still_there (const CadreSaveNative *save, int file)
{
  struct stat here;
  struct stat there;

  return fstat (file, &here) == 0 &&
         fstatat (save->folder, save->temporary, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* Makes the temporary file and locks it. FALSE with errno EEXIST where there is
 * one, with 0 where it was swept before it was locked. */
static gboolean
create (CadreSaveNative *save)
{
  const int file = openat (save->folder, save->temporary,
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (file < 0)
    return FALSE;

  if (flock (file, LOCK_EX | LOCK_NB) == 0 && is_still_there (save, file))
    {
      save->file = file;
      return TRUE;
    }

  close (file);
  errno = 0;

  return FALSE;
}

/* Removes a temporary file that nobody has locked. FALSE with an errno where
 * that is not possible: EWOULDBLOCK where it is in use. */
static gboolean
sweep (const CadreSaveNative *save)
{
  const int file =
    openat (save->folder, save->temporary, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  gboolean is_swept = FALSE;
  int number = 0;

  if (file < 0)
    return errno == ENOENT;

  is_swept = flock (file, LOCK_EX | LOCK_NB) == 0 &&
             (!is_still_there (save, file) || unlinkat (save->folder, save->temporary, 0) == 0 ||
              errno == ENOENT);
  number = errno;
  close (file);
  errno = number;

  return is_swept;
}

static gboolean
make_temporary (CadreSaveNative *save, GError **error)
{
  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      if (create (save))
        return TRUE;
      if (errno != EEXIST && errno != 0)
        return fail_errno (save, errno, error);
      if (errno == EEXIST && !sweep (save))
        return errno == EWOULDBLOCK ? fail_busy (save, error) : fail_errno (save, errno, error);
    }

  return fail_busy (save, error);
}

/* The new file is for the same people as the old one. Where the group cannot be
 * kept, it gets nothing, for it would be another group. */
static gboolean
keep_rights (const CadreSaveNative *save, const struct stat *old, GError **error)
{
  mode_t mode = old->st_mode & 0777;

  if (fchown (save->file, old->st_uid, old->st_gid) != 0 &&
      fchown (save->file, (uid_t) -1, old->st_gid) != 0)
    mode &= (mode_t) ~070;

  return fchmod (save->file, mode) == 0 || fail_errno (save, errno, error);
}

/* Whether the old file may be replaced: one that cannot be written is kept,
 * although the folder would allow it. */
static gboolean
check_old (const CadreSaveNative *save, const struct stat *old, GError **error)
{
  if (S_ISDIR (old->st_mode))
    return fail_errno (save, EISDIR, error);

  if (!S_ISREG (old->st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "Cannot save “%s”: it is not a regular file", save->path);
      return FALSE;
    }

  return faccessat (save->folder, save->name, W_OK, AT_EACCESS) == 0 ||
         fail_errno (save, errno, error);
}

static gboolean
begin (CadreSaveNative *save, GError **error)
{
  struct stat old;

  if (fstatat (save->folder, save->name, &old, AT_SYMLINK_NOFOLLOW) == 0)
    return check_old (save, &old, error) && make_temporary (save, error) &&
           keep_rights (save, &old, error);

  return errno == ENOENT ? make_temporary (save, error) : fail_errno (save, errno, error);
}

static gboolean
open_folder (CadreSaveNative *save, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  save->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return save->folder >= 0 || fail_errno (save, errno, error);
}

/*< private >
 * _cadre_save_native_new:
 *
 * Begins to save the file at @path.
 *
 * Returns: (nullable): the file, or %NULL with @error set
 */
CadreSaveNative *
_cadre_save_native_new (const char *path, GError **error)
{
  CadreSaveNative *save = g_new0 (CadreSaveNative, 1);
  g_autofree char *resolved = resolve (path);

  save->path = g_filename_display_name (path);
  save->name = g_path_get_basename (resolved);
  save->temporary = temporary_name (save->name);
  save->folder = -1;
  save->file = -1;

  if (open_folder (save, resolved, error) && begin (save, error))
    return save;

  _cadre_save_native_free (save);

  return NULL;
}

gboolean
_cadre_save_native_write (CadreSaveNative *save,
                          const void *data,
                          gsize size,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *bytes = data;

  while (size > 0)
    {
      gssize n = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      n = write (save->file, bytes, MIN (size, 1024 * 1024));
      if (n < 0 && errno != EINTR)
        return fail_errno (save, errno, error);

      bytes += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }

  return TRUE;
}

/* Some file systems only tell at closing that a write went wrong. A duplicate
 * is closed, because the file must stay locked until it is in its place. */
static gboolean
check_by_closing (const CadreSaveNative *save)
{
  const int duplicate = fcntl (save->file, F_DUPFD_CLOEXEC, 0);

  return duplicate >= 0 && (close (duplicate) == 0 || errno == EINTR);
}

static int
sync_file (int file)
{
  int result = 0;

  do
    result = fsync (file);
  while (result != 0 && errno == EINTR);

  return result;
}

/*< private >
 * _cadre_save_native_commit:
 *
 * Puts the new file in the place of the old one.
 */
gboolean
_cadre_save_native_commit (CadreSaveNative *save, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (sync_file (save->file) != 0 || !check_by_closing (save) ||
      renameat (save->folder, save->temporary, save->folder, save->name) != 0)
    return fail_errno (save, errno, error);

  close (save->file);
  save->file = -1;
  if (sync_file (save->folder) == 0)
    return TRUE;

  g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_NOT_DURABLE,
               "“%s” is saved but not durable: %s", save->path, g_strerror (errno));

  return FALSE;
}

void
_cadre_save_native_free (CadreSaveNative *save)
{
  if (save->file >= 0)
    {
      unlinkat (save->folder, save->temporary, 0);
      close (save->file);
    }
  if (save->folder >= 0)
    close (save->folder);

  g_free (save->path);
  g_free (save->name);
  g_free (save->temporary);
  g_free (save);
}
