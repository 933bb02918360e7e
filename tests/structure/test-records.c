/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre.h>

#include <string.h>

/* Gives a property a value that is not its default. */
static void
set_something (GObject *object, GParamSpec *pspec)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  if (pspec->value_type == G_TYPE_STRING)
    g_value_set_string (&value, "something");
  else if (pspec->value_type == G_TYPE_INT)
    g_value_set_int (&value, 7);
  else if (pspec->value_type == G_TYPE_INT64)
    g_value_set_int64 (&value, 700);
  else if (pspec->value_type == CADRE_TYPE_TRUTH)
    g_value_set_enum (&value, CADRE_TRUTH_TRUE);
  else if (G_TYPE_IS_ENUM (pspec->value_type))
    g_value_set_enum (&value, ((GParamSpecEnum *) pspec)->default_value == 2 ? 1 : 2);
  else if (pspec->value_type == G_TYPE_STRV)
    {
      const char *list[] = { "a", "b", NULL };

      g_value_set_boxed (&value, list);
    }
  else if (pspec->value_type == CADRE_TYPE_FRACTION)
    g_value_take_boxed (&value, cadre_fraction_new (3, 5, NULL));
  else if (pspec->value_type == CADRE_TYPE_DATE)
    g_value_take_boxed (&value, cadre_date_new (2007, 4, 12));
  else if (pspec->value_type == CADRE_TYPE_PERIOD)
    {
      g_autoptr (CadreDate) first = cadre_date_new (2007, 4, 12);

      g_value_take_boxed (&value, cadre_period_new (first, NULL));
    }
  else
    g_assert_not_reached ();

  g_object_set_property (object, pspec->name, &value);
  g_value_unset (&value);
}

static CadreRecord *
new_record (const CadreSchema *schema)
{
  return schema->keys == NULL ? g_object_new (schema->get_type (), "id", "x", NULL)
                              : g_object_new (schema->get_type (), NULL);
}

static void
check_property (const CadreSchema *schema, GParamSpec *pspec)
{
  CadreRecord *plain = new_record (schema);
  CadreRecord *changed = new_record (schema);
  CadreRecord *copy = NULL;

  g_assert_true (cadre_record_equal (plain, changed));
  set_something (G_OBJECT (changed), pspec);
  if (cadre_record_equal (plain, changed))
    g_error ("%s of %s does not count", pspec->name, schema->name);

  copy = cadre_record_copy (changed);
  g_assert_true (cadre_record_equal (copy, changed));
  g_assert_cmpuint (cadre_record_hash (copy), ==, cadre_record_hash (changed));
  if (schema->keys == NULL)
    g_assert_cmpuint (cadre_record_hash (plain), ==, cadre_record_hash (changed));

  g_assert_finalize_object (plain);
  g_assert_finalize_object (changed);
  g_assert_finalize_object (copy);
}

/* Every field of every kind is a property, can be set, counts in a comparison
 * and is copied. */
static void
test_every_field (void)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);
      g_autoptr (GTypeClass) klass = g_type_class_ref (schema->get_type ());

      for (guint i = 0; i < schema->n_fields; i++)
        {
          const char *name = schema->fields[i].kind == CADRE_FIELD_KIND_VALID_FROM
                               ? "period"
                               : schema->fields[i].name;
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), name);

          if (schema->fields[i].kind == CADRE_FIELD_KIND_VALID_TO)
            continue;
          g_assert_nonnull (pspec);
          if ((pspec->flags & G_PARAM_WRITABLE) != 0 &&
              (pspec->flags & G_PARAM_CONSTRUCT_ONLY) == 0)
            check_property (schema, pspec);
        }
    }
}

static void
test_post (void)
{
  CadrePost *post = cadre_post_new ("P1");
  const char *aliases[] = { "Head of Operations", NULL };
  g_autoptr (CadreFraction) hours = cadre_fraction_new (37, 1, NULL);
  g_autoptr (CadreFraction) got = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_cmpint (cadre_record_get_record_kind (CADRE_RECORD (post)), ==, CADRE_RECORD_KIND_POST);
  g_assert_cmpstr (cadre_record_get_id (CADRE_RECORD (post)), ==, "P1");
  g_assert_null (cadre_post_get_title (post, NULL));
  g_assert_cmpint (cadre_post_get_establishment (post), ==, 1);
  g_assert_cmpint (cadre_post_get_cost (post), ==, -1);
  g_assert_cmpint (cadre_post_get_outside (post), ==, CADRE_TRUTH_FALSE);
  g_assert_cmpint (cadre_post_get_statutory (post), ==, CADRE_TRUTH_UNKNOWN);
  g_assert_null (cadre_post_get_aliases (post));
  g_assert_null (cadre_post_get_hours (post));

  cadre_post_set_title (post, NULL, "Head");
  cadre_post_set_title (post, NULL, cadre_post_get_title (post, NULL));
  cadre_post_set_title (post, "cy", "Pennaeth");
  g_assert_cmpstr (cadre_post_get_title (post, NULL), ==, "Head");
  g_assert_cmpstr (cadre_post_get_title (post, "cy"), ==, "Pennaeth");
  g_assert_null (cadre_post_get_title (post, "fr"));
  cadre_post_set_title (post, "cy", NULL);
  g_assert_null (cadre_post_get_title (post, "cy"));

  cadre_post_set_aliases (post, aliases);
  g_assert_cmpstr (cadre_post_get_aliases (post)[0], ==, "Head of Operations");
  cadre_post_set_hours (post, hours);
  got = cadre_post_get_hours (post);
  g_assert_true (cadre_fraction_equal (got, hours));

  cadre_post_set_attribute (post, "b", "2");
  cadre_post_set_attribute (post, "a", "1");
  cadre_post_set_attribute (post, "c", "3");
  cadre_post_set_attribute (post, "b", NULL);
  cadre_post_set_attribute (post, "a", "one");
  names = cadre_post_dup_attribute_names (post);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "a");
  g_assert_cmpstr (cadre_post_get_attribute (post, "a"), ==, "one");
  g_assert_cmpstr (names[1], ==, "c");
  g_assert_null (cadre_post_get_attribute (post, "b"));

  text = cadre_record_to_string (CADRE_RECORD (post));
  g_assert_cmpstr (text, ==, "post/P1");
  g_assert_null (cadre_record_get_unknown_members (CADRE_RECORD (post)));
  g_assert_finalize_object (post);
}

static void
test_line (void)
{
  CadreLine *line = cadre_line_new ();
  g_autoptr (CadreDate) first = cadre_date_new (2008, 1, 23);
  g_autoptr (CadrePeriod) period = cadre_period_new (first, NULL);
  g_autoptr (CadrePeriod) got = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (cadre_line_get_kind (line), ==, CADRE_LINE_KIND_MANAGEMENT);
  cadre_line_set_post (line, "P1");
  cadre_line_set_manager (line, "P0");
  cadre_line_set_period (line, period);
  got = cadre_line_get_period (line);
  g_assert_true (cadre_period_equal (got, period));
  g_assert_null (cadre_record_get_id (CADRE_RECORD (line)));

  text = cadre_record_to_string (CADRE_RECORD (line));
  g_assert_cmpstr (text, ==, "line/P1/management/P0");
  g_assert_finalize_object (line);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/records/every-field", test_every_field);
  g_test_add_func ("/structure/records/post", test_post);
  g_test_add_func ("/structure/records/line", test_line);

  return g_test_run ();
}
