/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"
#include "structure/cadre-tables-private.h"

/* Every field of every kind of record, changed once: what is in the schema is
 * compared, whoever adds to it. */

/* A value of a field as a document writes it: one of two that are known. */
static char *
make_value (const CadreField *field, guint which)
{
  switch (field->kind)
    {
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
      return g_strdup_printf ("[\"x%u\"]", which);
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return g_strdup_printf ("{\"a\": \"x%u\"}", which);
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return g_strdup_printf ("\"200%u-01-31\"", which);
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_PENCE:
      return g_strdup_printf ("%u", 5 + which);
    case CADRE_FIELD_KIND_TRUTH:
      return g_strdup (which == 0 ? "false" : "true");
    case CADRE_FIELD_KIND_FRACTION:
      return g_strdup_printf ("\"%u/7\"", 1 + which);
    case CADRE_FIELD_KIND_WORD:
      {
        g_autoptr (GEnumClass) words = g_type_class_ref (field->get_type ());

        return g_strdup_printf ("\"%s\"", g_enum_get_value (words, (int) which + 1)->value_nick);
      }
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
    default:
      return g_strdup_printf ("\"x%u\"", which);
    }
}

static gboolean
is_key (const CadreSchema *schema, guint field)
{
  if (schema->keys == NULL)
    return field == 0;
  for (guint i = 0; i < schema->n_keys; i++)
    if (schema->keys[i] == field)
      return TRUE;

  return FALSE;
}

static void
append_member (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "%s\"%s\": %s", text->str[text->len - 1] == '{' ? "" : ", ", name,
                          value);
}

/* A structure of one row with all its keys, and with one field or member more;
 * @which is 0 or 1 for a value, and 2 for none. */
static CadreStructure *
make_structure (const CadreSchema *schema, guint field, guint which)
{
  GString *text = g_string_new ("");
  g_autofree char *members = NULL;

  g_string_append_printf (text, "\"%s\": [{", schema->plural);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *value = make_value (&schema->fields[i], i == field ? MIN (which, 1) : 0);

      if (i == field ? which < 2 : is_key (schema, i))
        append_member (text, schema->fields[i].name, value);
    }
  if (field == schema->n_fields && which < 2)
    append_member (text, "later-member", which == 0 ? "0" : "1");
  members = g_string_free (g_string_append (text, "}]"), FALSE);

  return load_text (members);
}

/* Where a line ends is one field. */
static const char *
get_reported_name (CadreRecordKind kind, const CadreSchema *schema, guint field)
{
  if (field == schema->n_fields)
    return "unknown-members";
  if (kind == CADRE_RECORD_KIND_LINE &&
      (field == CADRE_FIELD_LINE_BODY || field == CADRE_FIELD_LINE_UNIT))
    return "manager";
  return schema->fields[field].name;
}

/* The first change that is not the id's: a post with another id is another. */
static void
check_known (CadreRecordKind kind, const CadreSchema *schema, guint field, CadreStructure *after)
{
  g_autoptr (CadreStructure) before = make_structure (schema, field, 0);
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (CadreChange) change = cadre_diff_get_change (diff, 0);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (diff));

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpint (cadre_change_get_record_kind (change), ==, kind);
  if (field < schema->n_fields && is_key (schema, field) && cadre_change_get_field (change) == NULL)
    {
      g_assert_cmpuint (n, ==, 2); /* one row went, and another came */
      return;
    }

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (cadre_change_get_field (change), ==, get_reported_name (kind, schema, field));
  g_assert_false (cadre_change_is_learned (change));
  if (kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ABSENCE)
    {
      g_assert_null (cadre_change_get_before_text (change));
      g_assert_null (cadre_change_get_after_text (change));
    }
}

/* A value that was not stated, and may have been so all along. */
static void
check_learned (const CadreSchema *schema, guint field, CadreStructure *stated)
{
  const CadreFieldKind field_kind = schema->fields[field].kind;
  g_autoptr (CadreStructure) silent = make_structure (schema, field, 2);
  g_autoptr (CadreDiff) there = compare (silent, stated);
  g_autoptr (CadreDiff) back = compare (stated, silent);
  g_autoptr (CadreChange) first = cadre_diff_get_change (there, 0);
  g_autoptr (CadreChange) last = cadre_diff_get_change (back, 0);
  gboolean is_stated_anyway =
    field_kind == CADRE_FIELD_KIND_VALID_FROM || field_kind == CADRE_FIELD_KIND_VALID_TO;

  if (is_key (schema, field))
    return;
  if (field_kind == CADRE_FIELD_KIND_INTEGER)
    is_stated_anyway = schema->fields[field].initial >= 0;
  if (field_kind == CADRE_FIELD_KIND_TRUTH)
    is_stated_anyway = schema->fields[field].initial != CADRE_TRUTH_UNKNOWN;
  if (field_kind == CADRE_FIELD_KIND_WORD)
    is_stated_anyway = schema->fields[field].initial != 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (there)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (back)), ==, 1);
  g_assert_cmpint (cadre_change_is_learned (first), ==, !is_stated_anyway);
  g_assert_cmpint (cadre_change_is_learned (last), ==, !is_stated_anyway);
  g_assert_cmpint (cadre_change_get_kind (first), ==, cadre_change_get_kind (last));
  g_assert_cmpstr (cadre_change_get_before_text (first), ==, cadre_change_get_after_text (last));
  g_assert_cmpstr (cadre_change_get_after_text (first), ==, cadre_change_get_before_text (last));
}

static void
test_kind (gconstpointer data)
{
  const CadreRecordKind kind = GPOINTER_TO_UINT (data);
  const CadreSchema *schema = cadre_schema_get (kind);

  for (guint field = 0; field <= schema->n_fields; field++)
    {
      g_autoptr (CadreStructure) stated = make_structure (schema, field, 1);

      check_known (kind, schema, field, stated);
      if (field < schema->n_fields)
        check_learned (schema, field, stated);
    }
}

/* What is compared takes notes and sources to be the last two fields. */
static void
test_remarks (void)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);

      g_assert_cmpuint (schema->n_fields, <, 63);
      g_assert_cmpstr (schema->fields[schema->n_fields - 2].name, ==, "note");
      g_assert_cmpstr (schema->fields[schema->n_fields - 1].name, ==, "source");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/diff/fields/", cadre_schema_get (kind)->name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }
  g_test_add_func ("/diff/fields/remarks", test_remarks);

  return g_test_run ();
}
