/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

static CadreStructure *
load (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'cadre':'structure','version':1,'id':'s','as-of':'2026-04-01',%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

#define UNITS "'units':[{'id':'u'},{'id':'v','parent':'u'},{'id':'w'}],"
#define FIRST                                                                     \
  UNITS "'posts':[{'id':'a','title':'A','unit':'u'},{'id':'b','title':'B','unit'" \
        ":'v'},{'id':'c','title':'C','unit':'w'}]"

static CadreReconciliation *
reconcile (const char *first, const char *second, const char *field)
{
  const char *fields[] = { field, NULL };
  g_autoptr (CadreStructure) a = load (first);
  g_autoptr (CadreStructure) b = load (second);
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (GError) error = NULL;
  CadreReconciliation *result = NULL;

  cadre_reconciler_set_fields (reconciler, field != NULL ? fields : NULL);
  result = cadre_reconciler_run (reconciler, a, b, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static CadreSignOff *
sign (CadreReconciliation *reconciliation, const char *scope)
{
  g_autoptr (CadreDate) date = cadre_date_new (2026, 4, 12);
  g_autoptr (GError) error = NULL;
  CadreSignOff *sign_off = cadre_sign_off_new (reconciliation, "officer-7",
                                               CADRE_SIGN_OFF_ROLE_UNION, date, scope, &error);

  g_assert_no_error (error);
  return sign_off;
}

typedef struct
{
  const char *name;
  const char *scope;
  const char *now; /* the first list later */
  const char *keys;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "same", NULL, FIRST, "" },
  { "another-order", NULL, UNITS "'posts':[{'id':'c','title':'C','unit':'w'},"
    "{'id':'b','title':'B','unit':'v'},{'id':'a','title':'A','unit':'u'}]", "" },
  { "changed", NULL, UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'b','title':'X','unit':'v'},{'id':'c','title':'C','unit':'w'}]", "b" },
  { "no-longer-stated", NULL, UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'b','unit':'v'},{'id':'c','title':'C','unit':'w'}]", "b" },
  { "gone-and-new", NULL, UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'c','title':'C','unit':'w'},{'id':'d'}]", "b d" },
  { "not-compared", NULL, UNITS "'posts':[{'id':'a','title':'A','unit':'u','note':'n'},"
    "{'id':'b','title':'B','unit':'v'},{'id':'c','title':'C','unit':'w'}]", "" },
  { "unit-same", "u", UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'b','title':'B','unit':'v'},{'id':'c','title':'X','unit':'w'}]", "" },
  { "unit-changed", "u", UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'b','title':'X','unit':'v'},{'id':'c','title':'X','unit':'w'}]", "b" },
  { "unit-left", "v", UNITS "'posts':[{'id':'a','title':'A','unit':'u'},"
    "{'id':'b','title':'B','unit':'w'},{'id':'c','title':'C','unit':'w'}]", "b" },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CadreReconciliation) before = reconcile (FIRST, FIRST, NULL);
  g_autoptr (CadreReconciliation) now = reconcile (test->now, test->now, NULL);
  g_autoptr (GError) error = NULL;
  CadreSignOff *sign_off = sign (before, test->scope);
  g_auto (GStrv) keys = NULL;
  g_autofree char *joined = NULL;

  g_assert_true (cadre_sign_off_stands (sign_off, before, &error));
  g_assert_no_error (error);
  g_assert_true (cadre_sign_off_stands (sign_off, now, &error) == (test->keys[0] == '\0'));
  g_assert_no_error (error);
  keys = cadre_sign_off_dup_changed_keys (sign_off, now, &error);
  g_assert_no_error (error);
  joined = g_strjoinv (" ", keys);
  g_assert_cmpstr (joined, ==, test->keys);

  g_assert_finalize_object (sign_off);
}

static char *
write_document (CadreSignOff *sign_off)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_sign_off_write (sign_off, writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  return cadre_writer_dup_text (writer);
}

static CadreSignOff *
read_document (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cadre_sign_off_load_bytes (bytes, NULL, NULL, error);
}

static void
test_document (void)
{
  g_autoptr (CadreReconciliation) whole = reconcile (FIRST, FIRST, NULL);
  CadreSignOff *sign_off = sign (whole, "u");
  g_autofree char *text = write_document (sign_off);
  g_autoptr (GError) error = NULL;
  CadreSignOff *again = read_document (text, &error);
  g_autofree char *second = NULL;
  g_autoptr (CadreDate) date = NULL;
  g_autofree char *date_text = NULL;

  g_assert_no_error (error);
  second = write_document (again);
  g_assert_cmpstr (second, ==, text);
  g_assert_cmpstr (cadre_sign_off_get_who (again), ==, "officer-7");
  g_assert_cmpint (cadre_sign_off_get_role (again), ==, CADRE_SIGN_OFF_ROLE_UNION);
  date = cadre_sign_off_get_date (again);
  date_text = cadre_date_to_string (date);
  g_assert_cmpstr (date_text, ==, "2026-04-12");
  g_assert_cmpstr (cadre_sign_off_get_scope (again), ==, "u");
  g_assert_cmpstr (cadre_sign_off_get_hash (again), ==, cadre_sign_off_get_hash (sign_off));
  g_assert_cmpuint (strlen (cadre_sign_off_get_hash (again)), ==, 64);
  g_assert_cmpuint (cadre_sign_off_get_n_rows (again), ==, 2);
  g_assert_true (cadre_sign_off_stands (again, whole, &error));
  g_assert_no_error (error);

  g_assert_finalize_object (again);
  g_assert_finalize_object (sign_off);
}

/* Nothing of what was signed can be read off. */
static void
test_holds_no_values (void)
{
  g_autoptr (CadreReconciliation) whole =
    reconcile ("'posts':[{'id':'a','title':'canary-1'}]", "'posts':[{'id':'a','title':'canary-2'}]",
               NULL);
  g_autoptr (CadreSignOff) sign_off = sign (whole, NULL);
  g_autofree char *text = write_document (sign_off);

  g_assert_null (strstr (text, "canary"));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *message;
} Fault;

static const Fault faults[] = {
  { "key-changed", "\"key\": \"a\"", "\"key\": \"z\"",
    "The hash of the sign-off is not that of its rows: it was changed" },
  { "field-taken-away", "\"title\",", "",
    "The hash of the sign-off is not that of its rows: it was changed" },
  { "no-who", "\"who\"", "\"whom\"", "A sign-off says who signs, the hash, and what was compared" },
  { "no-rows", "\"rows\"", "\"lines\"", "A sign-off has the rows that were signed" },
  { "no-such-role", "\"union\"", "\"cat\"",
    "The role of a sign-off is not one of those that there are" },
  { "row-without-hash", "\"hash\": \"", "\"sum\": \"", NULL },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (CadreReconciliation) whole = reconcile (FIRST, FIRST, NULL);
  g_autoptr (CadreSignOff) sign_off = sign (whole, NULL);
  g_autofree char *text = write_document (sign_off);
  g_auto (GStrv) parts = g_strsplit (text, fault->from, -1);
  g_autofree char *changed = g_strjoinv (fault->to, parts);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (changed, !=, text);
  g_assert_null (read_document (changed, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
  if (fault->message != NULL)
    g_assert_cmpstr (error->message, ==, fault->message);
}

static void
test_errors (void)
{
  g_autoptr (CadreReconciliation) whole = reconcile (FIRST, FIRST, NULL);
  g_autoptr (CadreReconciliation) other = reconcile (FIRST, FIRST, "title");
  g_autoptr (CadreSignOff) sign_off = sign (whole, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    cadre_sign_off_new (whole, "x", CADRE_SIGN_OFF_ROLE_OTHER, NULL, "no-unit", &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "No list has a unit of the id that is signed for");
  g_clear_error (&error);

  g_assert_false (cadre_sign_off_stands (sign_off, other, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
  g_assert_cmpstr (error->message, ==,
                   "The sign-off is of lists that were compared in another way");
  g_clear_error (&error);

  g_assert_null (cadre_sign_off_dup_changed_keys (sign_off, other, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/sign-off/stands/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/sign-off/fault/%s", faults[i].name);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/exchange/sign-off/document", test_document);
  g_test_add_func ("/exchange/sign-off/holds-no-values", test_holds_no_values);
  g_test_add_func ("/exchange/sign-off/errors", test_errors);

  return g_test_run ();
}
