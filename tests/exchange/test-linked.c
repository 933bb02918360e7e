/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Linked data and Popolo, out and in, where the tools that watch memory see it;
 * what the graphs hold is tested from Python, against rdflib. */

#include "config.h"

#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-linked.h>
#include <cadre/cadre-popolo.h>
#include <cadre/cadre-structure-write.h>

#include <string.h>

static const char *const papers[] = {
  "integrated-2011-after.json", "integrated-2011-before.json", "island-2003-after.json",
  "island-2003-before.json",    "stockton-2007-after.json",    "stockton-2007-before.json",
  "vale-2008-after.json",       "vale-2008-before.json",
};

typedef enum
{
  FORM_JSON_LD,
  FORM_TURTLE,
  FORM_POPOLO,
  N_FORMS
} Form;

static CadreStructure *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static GBytes *
write_form (CadreStructure *structure, Form form)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreExport) export = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  export = form == FORM_POPOLO ? cadre_popolo_write (structure, redaction, NULL, &error)
                               : cadre_linked_write (structure, (CadreLinkedFormat) form, NULL,
                                                     redaction, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_export_get_n_files (export), ==, 1);

  bytes = g_bytes_ref (cadre_export_get_bytes (export, 0));
  g_assert_finalize_object (g_steal_pointer (&export));
  return bytes;
}

static CadreImport *
read_form (GBytes *bytes, Form form, GError **error)
{
  return form == FORM_POPOLO
           ? cadre_popolo_read (bytes, NULL, NULL, error)
           : cadre_linked_read (bytes, (CadreLinkedFormat) form, NULL, NULL, NULL, error);
}

/* Turtle can be read where serd was there. */
static gboolean
can_read (Form form)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = NULL;

  if (form != FORM_TURTLE)
    return TRUE;

  import = read_form (bytes, form, &error);
  return !g_error_matches (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED);
}

static void
test_round_trip (gconstpointer data)
{
  Form form = GPOINTER_TO_INT (data);

  if (!can_read (form))
    {
      g_test_skip ("built without serd");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (CadreStructure) structure = load (papers[i]);
      g_autoptr (GBytes) bytes = write_form (structure, form);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreImport) import = read_form (bytes, form, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (cadre_issue_list_get_total (cadre_import_get_issues (import)), ==, 0);
      g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST), ==,
                        cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST));
      g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ASSIGNMENT), ==,
                        cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_ASSIGNMENT));

      again = write_form (cadre_import_get_structure (import), form);
      g_assert_true (g_bytes_equal (again, bytes));
      g_assert_finalize_object (g_steal_pointer (&import));
    }
}

/* A document with a few bytes that are others, or that are missing. */
static GBytes *
damage (GBytes *bytes)
{
  static const char letters[] = "{}[]()<>\"\\:,.;#@_%/ \n\t0aé";
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_memdup2 (data, size);

  for (gint k = g_test_rand_int_range (1, 6); k > 0; k--)
    copy[g_test_rand_int_range (0, (gint32) size)] =
      letters[g_test_rand_int_range (0, sizeof (letters) - 1)];
  if (g_test_rand_bit ())
    size = (gsize) g_test_rand_int_range (0, (gint32) size);

  return g_bytes_new (copy, size);
}

/* Whatever stands there, it is read, or there is an error that says something. */
static void
test_damage (gconstpointer data)
{
  Form form = GPOINTER_TO_INT (data);
  g_autoptr (CadreStructure) structure = load ("integrated-2011-after.json");
  g_autoptr (GBytes) bytes = write_form (structure, form);
  guint n_read = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GBytes) damaged = damage (bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreImport) import = read_form (damaged, form, &error);

      g_assert_true ((import != NULL) != (error != NULL));
      g_assert_true (error == NULL || error->message[0] != '\0');
      n_read += import != NULL;
    }

  g_test_message ("%u of 1000 could be read", n_read);
}

static void
test_bases (void)
{
  static const char *const wrong[] = { "", "x", "/x", "http://a b/", "org:", "http://x/<", "1:x" };
  g_autoptr (CadreStructure) structure = load ("vale-2008-after.json");
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreExport) export = cadre_linked_write (structure, CADRE_LINKED_FORMAT_TURTLE,
                                                           wrong[i], redaction, NULL, &error);

      g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
      g_assert_cmpstr (error->message, ==,
                       "The base is not an absolute IRI, or it has a character or a prefix that it "
                       "cannot have");
      g_assert_null (export);
    }
}

static void
test_remote_context (void)
{
  static const char text[] = "{\"@context\": \"https://example.org/context\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = read_form (bytes, FORM_JSON_LD, &error);

  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED);
  g_assert_cmpstr (
    error->message, ==,
    "The document names a context that stands elsewhere, and nothing is fetched: put "
    "the context into the document");
  g_assert_null (import);
}

int
main (int argc, char **argv)
{
  static const char *const names[N_FORMS] = { "json-ld", "turtle", "popolo" };

  g_test_init (&argc, &argv, NULL);

  for (int form = 0; form < N_FORMS; form++)
    {
      g_autofree char *round_trip = g_strdup_printf ("/exchange/linked/round-trip/%s", names[form]);
      g_autofree char *damaged = g_strdup_printf ("/exchange/linked/damage/%s", names[form]);

      g_test_add_data_func (round_trip, GINT_TO_POINTER (form), test_round_trip);
      g_test_add_data_func (damaged, GINT_TO_POINTER (form), test_damage);
    }
  g_test_add_func ("/exchange/linked/bases", test_bases);
  g_test_add_func ("/exchange/linked/remote-context", test_remote_context);

  return g_test_run ();
}
