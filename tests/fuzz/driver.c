/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-target.h"

#include <gio/gio.h>

/* Runs a fuzz target on the files and the folders of files that are given as
 * arguments: for its corpus, and for what a fuzzer found. */

static int
replay_file (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &content, &size, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  LLVMFuzzerTestOneInput ((const uint8_t *) content, size);

  return 0;
}

static int
replay_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name = NULL;
  int n_failed = 0;
  guint n = 0;

  if (dir == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  for (name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), n++)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      n_failed += replay_file (file);
    }

  g_print ("%s: %u files\n", path, n);

  return n_failed + (n == 0);
}

int
main (int argc, char *argv[])
{
  int n_failed = 0;

  for (int i = 1; i < argc; i++)
    n_failed +=
      g_file_test (argv[i], G_FILE_TEST_IS_DIR) ? replay_folder (argv[i]) : replay_file (argv[i]);

  return n_failed > 0;
}
