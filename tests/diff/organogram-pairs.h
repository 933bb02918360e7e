/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The organograms of tests/data/organograms.tar.xz, two dates at a time. */

#pragma once

#include <string.h>

#include <cadre/cadre.h>

/* What is before every ref, so that ids do not hang on what the rows call the
 * organisation. */
#define CORPUS_ORGANISATION "all"

/* The rows of a table of the corpus, without the header. */
static inline GPtrArray *
load_corpus_table (const char *name, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "organograms", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char **cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

static inline GFile *
find_corpus_file (const char *source, const char *organisation, const char *date, const char *which)
{
  g_autofree char *name = g_strdup_printf ("%s/%s-%s.csv", organisation, date, which);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "organograms", source, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

static inline CadreStructure *
read_one_date (CadreOrganogramReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) imports = NULL;
  g_autoptr (CadreImport) import = NULL;

  cadre_organogram_reader_set_organisation (reader, CORPUS_ORGANISATION);
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 1);
  import = g_list_model_get_item (imports, 0);
  return g_object_ref (cadre_import_get_structure (import));
}

/* Without the posts that have gone. */
static inline CadreStructure *
structure_at_its_date (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);
  CadreStructure *there = cadre_structure_at (structure, date, NULL, &error);

  g_assert_no_error (error);
  return there;
}

static inline guint
count_posts (CadreStructure *structure)
{
  return cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST);
}

static inline CadrePost *
get_post (CadreStructure *structure, guint position)
{
  return CADRE_POST (cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, position));
}

/* As those who made the corpus compared texts: without regard to case and to how
 * many spaces there are. */
static inline char *
fold_text (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\r\n", -1);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", words[i]);

  return g_string_free (folded, FALSE);
}
