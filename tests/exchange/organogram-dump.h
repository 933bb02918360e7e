/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Structures as text, for the tests of organograms. */

#pragma once

#include <string.h>

#include <cadre/cadre.h>

static inline void
dump_text (GString *dump, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (dump, " %s=%s", name, text);
}

static inline void
dump_number (GString *dump, const char *name, gint64 number, gint64 silent)
{
  if (number != silent)
    g_string_append_printf (dump, " %s=%" G_GINT64_FORMAT, name, number);
}

static inline void
dump_fraction (GString *dump, const char *name, CadreFraction *fraction)
{
  g_autofree char *text = fraction != NULL ? cadre_fraction_to_string (fraction) : NULL;

  dump_text (dump, name, text);
  g_clear_pointer (&fraction, cadre_fraction_free);
}

static inline void
dump_last_day (GString *dump, CadrePeriod *period)
{
  g_autoptr (CadreDate) last = period != NULL ? cadre_period_dup_last (period) : NULL;
  g_autofree char *text = last != NULL ? cadre_date_to_string (last) : NULL;

  dump_text (dump, "to", text);
  g_clear_pointer (&period, cadre_period_free);
}

static inline void
dump_post (GString *dump, CadrePost *post)
{
  g_auto (GStrv) names = cadre_post_dup_attribute_names (post);

  g_string_append_printf (dump, "post %s", cadre_record_get_id (CADRE_RECORD (post)));
  dump_text (dump, "title", cadre_post_get_title (post, NULL));
  dump_text (dump, "unit", cadre_post_get_unit (post));
  dump_text (dump, "employer", cadre_post_get_employer (post));
  dump_text (dump, "grade", cadre_post_get_grade (post));
  dump_fraction (dump, "fte", cadre_post_get_fte (post));
  dump_fraction (dump, "budgeted", cadre_post_get_budgeted_fte (post));
  dump_number (dump, "establishment", cadre_post_get_establishment (post), 1);
  dump_number (dump, "grouped", cadre_post_get_grouped (post), CADRE_TRUTH_FALSE);
  dump_number (dump, "pay-min", cadre_post_get_pay_min (post), -1);
  dump_number (dump, "pay-max", cadre_post_get_pay_max (post), -1);
  dump_text (dump, "profession", cadre_post_get_profession (post));
  dump_number (dump, "status", cadre_post_get_status (post), 0);
  dump_number (dump, "vacancy", cadre_post_get_vacancy (post), 0);
  dump_last_day (dump, cadre_post_get_period (post));
  dump_text (dump, "note", cadre_post_get_note (post));
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (dump, " {%s=%s}", names[i], cadre_post_get_attribute (post, names[i]));
}

static inline void
dump_line (GString *dump, CadreLine *line)
{
  const char *manager = cadre_line_get_manager (line);

  g_string_append_printf (dump, "line %s > %s", cadre_line_get_post (line),
                          manager != NULL ? manager : "?");
  dump_last_day (dump, cadre_line_get_period (line));
}

static inline void
dump_assignment (GString *dump, CadreAssignment *assignment)
{
  g_auto (GStrv) names = cadre_assignment_dup_attribute_names (assignment);

  g_string_append_printf (dump, "assignment %s", cadre_record_get_id (CADRE_RECORD (assignment)));
  dump_text (dump, "post", cadre_assignment_get_post (assignment));
  dump_text (dump, "person", cadre_assignment_get_person (assignment));
  dump_fraction (dump, "fte", cadre_assignment_get_fte (assignment));
  dump_text (dump, "share", cadre_assignment_get_job_share (assignment));
  dump_text (dump, "note", cadre_assignment_get_note (assignment));
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (dump, " {%s=%s}", names[i],
                            cadre_assignment_get_attribute (assignment, names[i]));
}

static inline void
dump_person (GString *dump, CadrePerson *person)
{
  g_auto (GStrv) names = cadre_person_dup_attribute_names (person);

  g_string_append_printf (dump, "person %s", cadre_record_get_id (CADRE_RECORD (person)));
  dump_text (dump, "name", cadre_person_get_name (person));
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (dump, " {%s=%s}", names[i],
                            cadre_person_get_attribute (person, names[i]));
}

static inline void
dump_named (GString *dump, CadreRecord *record)
{
  g_autofree char *name = NULL;

  if (CADRE_IS_ORGANISATION (record))
    name = g_strdup (cadre_organisation_get_name (CADRE_ORGANISATION (record), NULL));
  else if (CADRE_IS_UNIT (record))
    name = g_strdup (cadre_unit_get_name (CADRE_UNIT (record), NULL));
  else
    name = g_strdup (cadre_grade_get_name (CADRE_GRADE (record), NULL));
  g_string_append_printf (dump, "%s %s %s",
                          CADRE_IS_ORGANISATION (record) ? "organisation"
                          : CADRE_IS_UNIT (record)       ? "unit"
                                                         : "grade",
                          cadre_record_get_id (record), name);
}

static inline void
dump_record (GString *dump, CadreRecord *record)
{
  if (CADRE_IS_POST (record))
    dump_post (dump, CADRE_POST (record));
  else if (CADRE_IS_LINE (record))
    dump_line (dump, CADRE_LINE (record));
  else if (CADRE_IS_ASSIGNMENT (record))
    dump_assignment (dump, CADRE_ASSIGNMENT (record));
  else if (CADRE_IS_PERSON (record))
    dump_person (dump, CADRE_PERSON (record));
  else
    dump_named (dump, record);
  g_string_append_c (dump, '\n');
}

/* Each letter asks for records of a kind, or for the issues of the reading. */
static inline char *
dump_import (CadreImport *import, const char *wanted)
{
  static const struct
  {
    char letter;
    CadreRecordKind kind;
  } kinds[] = {
    { 'p', CADRE_RECORD_KIND_POST },         { 'l', CADRE_RECORD_KIND_LINE },
    { 'a', CADRE_RECORD_KIND_ASSIGNMENT },   { 'h', CADRE_RECORD_KIND_PERSON },
    { 'o', CADRE_RECORD_KIND_ORGANISATION }, { 'u', CADRE_RECORD_KIND_UNIT },
    { 'g', CADRE_RECORD_KIND_GRADE },
  };
  CadreStructure *structure = cadre_import_get_structure (import);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint row = 0; strchr (wanted, kinds[i].letter) != NULL &&
                        row < cadre_structure_get_n_records (structure, kinds[i].kind);
         row++)
      {
        g_autoptr (CadreRecord) record = cadre_structure_get_record (structure, kinds[i].kind, row);

        dump_record (dump, record);
      }

  for (guint i = 0; strchr (wanted, 'i') != NULL &&
                    i < g_list_model_get_n_items (G_LIST_MODEL (cadre_import_get_issues (import)));
       i++)
    {
      g_autoptr (CadreIssue) issue =
        cadre_issue_list_get_issue (cadre_import_get_issues (import), i);
      const char *code = cadre_issue_get_code (issue);

      g_string_append_printf (dump, "%s @ %s\n", strrchr (code, '.') + 1,
                              cadre_issue_get_origin (issue));
    }

  return g_string_free (dump, FALSE);
}

/* Every record of the two, and when they are. */
static inline void
assert_same_structure (CadreStructure *a, CadreStructure *b, const char *what)
{
  g_autoptr (CadreDate) date_a = cadre_structure_get_as_of (a);
  g_autoptr (CadreDate) date_b = cadre_structure_get_as_of (b);

  g_assert_true (date_a == NULL ? date_b == NULL
                                : date_b != NULL && cadre_date_equal (date_a, date_b));
  for (guint kind = 0; kind <= CADRE_RECORD_KIND_SUCCESSION; kind++)
    {
      guint n = cadre_structure_get_n_records (a, kind);

      if (n != cadre_structure_get_n_records (b, kind))
        g_error ("%s: %u and %u records of kind %u", what, n,
                 cadre_structure_get_n_records (b, kind), kind);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CadreRecord) x = cadre_structure_get_record (a, kind, i);
          g_autoptr (CadreRecord) y = cadre_structure_get_record (b, kind, i);

          if (!cadre_record_equal (x, y))
            {
              g_autoptr (GString) dump = g_string_new (NULL);

              dump_record (dump, x);
              dump_record (dump, y);
              g_error ("%s: not the same:\n%s", what, dump->str);
            }
        }
    }
}
