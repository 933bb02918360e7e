/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

static const char document[] =
  "{'cadre':'structure','version':1,'id':'s',"
  "'units':[{'id':'U'},{'id':'U'},{'id':'V','name':'Vale','aliases':['a','b']},{'id':'W','aliases':"
  "[]}],"
  "'posts':[{'id':'A','title':'Head','unit':'V','fte':'3/"
  "5','cost':12.34,'status':'new','statutory':true,"
  "'valid-from':'2007-04','grade':'none'},"
  "{'id':'B','title':'Head','unit':'U','manager':'A','establishment':null,'valid-from':null},"
  "{'id':'C','unit':'X','manager':'B','fte':1}]}";

static CadreStructure *
load (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (document), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static CadreColumn *
get_column (CadreStructure *structure, CadreRecordKind kind, const char *field)
{
  g_autoptr (GError) error = NULL;
  CadreColumn *column = cadre_structure_get_column (structure, kind, field, &error);

  g_assert_no_error (error);
  return column;
}

/* Element @i, whatever the column is made of. */
static gint64
get_element (CadreColumn *column, gsize i)
{
  gsize address = cadre_column_get_address (column);

  switch (cadre_column_get_kind (column))
    {
    case CADRE_COLUMN_KIND_UINT8:
      return ((const guint8 *) address)[i];
    case CADRE_COLUMN_KIND_INT32:
      return ((const gint32 *) address)[i];
    case CADRE_COLUMN_KIND_UINT32:
      return ((const guint32 *) address)[i];
    case CADRE_COLUMN_KIND_INT64:
      return ((const gint64 *) address)[i];
    case CADRE_COLUMN_KIND_UINT64:
    default:
      return (gint64) ((const guint64 *) address)[i];
    }
}

/* The text of a code, by the two columns of texts. */
static const char *
get_text (CadreStructure *structure, gint64 code)
{
  g_autoptr (CadreColumn) offsets = cadre_structure_get_string_offsets (structure);
  g_autoptr (CadreColumn) bytes = cadre_structure_get_string_bytes (structure);
  gint64 first = get_element (offsets, (gsize) code);
  const char *text = (const char *) cadre_column_get_address (bytes) + first;

  g_assert_cmpint ((gint64) strlen (text), ==, get_element (offsets, (gsize) code + 1) - first - 1);
  return text;
}

static void
test_values (void)
{
  static const struct
  {
    const char *field;
    const char *format;
    gint64 values[3];
  } cases[] = {
    { "cost", "<i8", { 1234, -1, -1 } },
    { "pay-min", "<i8", { -1, -1, -1 } },
    { "fte", "<i8", { 3, 0, 1 } },
    { "fte:denominator", "<i8", { 5, 0, 1 } },
    { "hours:denominator", "<i8", { 0, 0, 0 } },
    { "establishment", "<i4", { 1, -1, 1 } },
    { "score", "<i4", { -1, -1, -1 } },
    { "status", "|u1", { CADRE_POST_STATUS_NEW, 0, 0 } },
    { "statutory", "|u1", { CADRE_TRUTH_TRUE, CADRE_TRUTH_UNKNOWN, CADRE_TRUTH_UNKNOWN } },
    { "outside", "|u1", { 0, 0, 0 } },
    { "welsh-skills", "|u1", { 0, 0, 0 } },
    { "valid-from", "<u4", { 2007 << 9 | 4 << 5, 1, 0 } },
    { "valid-to", "<u4", { 0, 0, 0 } },
    { "grade", "<u4", { 1, 0, 0 } },
    { "unit:row", "<u4", { 2, CADRE_COLUMN_AMBIGUOUS_ROW, CADRE_COLUMN_NO_ROW } },
    { "site:row", "<u4", { CADRE_COLUMN_NO_ROW, CADRE_COLUMN_NO_ROW, CADRE_COLUMN_NO_ROW } },
    { "manager:row", "<u4", { CADRE_COLUMN_NO_ROW, 0, 1 } },
    { "depth", "<i4", { 0, 1, 2 } },
    { "computed-tier", "<i4", { 1, 2, 3 } },
  };
  CadreStructure *structure = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CadreColumn) column =
        get_column (structure, CADRE_RECORD_KIND_POST, cases[i].field);

      g_test_message ("%s", cases[i].field);
      g_assert_cmpuint (cadre_column_get_length (column), ==, 3);
      g_assert_cmpuint (cadre_column_get_element_size (column), ==,
                        (gsize) (cadre_column_get_format (column)[2] - '0'));
      /* The first sign is the byte order of the machine. */
      g_assert_cmpstr (cadre_column_get_format (column) + 1, ==, cases[i].format + 1);
      for (gsize j = 0; j < 3; j++)
        g_assert_cmpint (get_element (column, j), ==, cases[i].values[j]);
    }

  g_assert_finalize_object (structure);
}

static void
test_texts (void)
{
  CadreStructure *structure = load ();
  g_autoptr (CadreColumn) titles = get_column (structure, CADRE_RECORD_KIND_POST, "title");
  g_autoptr (CadreColumn) ids = get_column (structure, CADRE_RECORD_KIND_POST, "id");

  g_assert_cmpstr (get_text (structure, get_element (titles, 0)), ==, "Head");
  g_assert_cmpint (get_element (titles, 0), ==, get_element (titles, 1));
  g_assert_cmpint (get_element (titles, 2), ==, 0);
  g_assert_cmpstr (get_text (structure, get_element (ids, 2)), ==, "C");

  g_object_unref (structure);
}

static void
test_lists (void)
{
  CadreStructure *structure = load ();
  g_autoptr (CadreColumn) aliases = get_column (structure, CADRE_RECORD_KIND_UNIT, "aliases");
  g_autoptr (CadreColumn) pool = cadre_structure_get_list_pool (structure);
  gsize place = (gsize) get_element (aliases, 2);

  g_assert_cmpint (get_element (aliases, 0), ==, 0);
  g_assert_cmpint (get_element (pool, place), ==, 2);
  g_assert_cmpstr (get_text (structure, get_element (pool, place + 1)), ==, "a");
  g_assert_cmpstr (get_text (structure, get_element (pool, place + 2)), ==, "b");
  g_assert_cmpint (get_element (pool, (gsize) get_element (aliases, 3)), ==, 0);

  g_object_unref (structure);
}

/* The last one of the structure, the column and the bytes keeps the memory. */
static void
test_life (void)
{
  CadreStructure *structure = load ();
  CadreColumn *column = get_column (structure, CADRE_RECORD_KIND_POST, "cost");
  CadreColumn *made = get_column (structure, CADRE_RECORD_KIND_POST, "pay-max");
  g_autoptr (GBytes) bytes = cadre_column_get_bytes (column);
  g_autoptr (GBytes) made_bytes = cadre_column_get_bytes (made);

  g_assert_true ((gsize) g_bytes_get_data (bytes, NULL) == cadre_column_get_address (column));
  g_object_unref (structure);
  g_object_unref (column);
  g_object_unref (made);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3 * sizeof (gint64));
  g_assert_cmpint (((const gint64 *) g_bytes_get_data (bytes, NULL))[0], ==, 1234);
  g_assert_cmpint (((const gint64 *) g_bytes_get_data (made_bytes, NULL))[2], ==, -1);
}

static void
test_empty (void)
{
  CadreStructure *structure = load ();
  g_autoptr (CadreColumn) names = get_column (structure, CADRE_RECORD_KIND_PERSON, "name");
  g_autoptr (CadreColumn) rows = get_column (structure, CADRE_RECORD_KIND_ASSIGNMENT, "post:row");

  g_assert_cmpuint (cadre_column_get_length (names), ==, 0);
  g_assert_cmpuint (cadre_column_get_length (rows), ==, 0);
  g_assert_true (cadre_column_get_address (names) != 0);

  g_object_unref (structure);
}

static void
test_not_found (void)
{
  static const struct
  {
    const char *field;
    const char *message;
  } cases[] = {
    { "", "The records have no such field" },
    { "nothing", "The records have no such field" },
    { "titl", "The records have no such field" },
    { "title:row", "The field has no such part" },
    { "unit:rows", "The field has no such part" },
    { "fte:row", "The field has no such part" },
    { "unit:denominator", "The field has no such part" },
    { "fte:", "The field has no such part" },
  };
  CadreStructure *structure = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        cadre_structure_get_column (structure, CADRE_RECORD_KIND_POST, cases[i].field, &error));
      g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
  g_assert_null (cadre_structure_get_column (structure, CADRE_RECORD_KIND_UNIT, "depth", NULL));

  g_assert_finalize_object (structure);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/columns/values", test_values);
  g_test_add_func ("/structure/columns/texts", test_texts);
  g_test_add_func ("/structure/columns/lists", test_lists);
  g_test_add_func ("/structure/columns/life", test_life);
  g_test_add_func ("/structure/columns/empty", test_empty);
  g_test_add_func ("/structure/columns/not-found", test_not_found);

  return g_test_run ();
}
