/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Of which part of the organisation a view tells the events: figures are of the
 * whole, and who reads both has to know. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-enum-types.h>

/* Takes the name; quoted, since names have commas in them. */
static void
append_name (GString *names, char *name)
{
  cadre_append_part (names, ", ", name != NULL ? g_strdup_printf ("\"%s\"", name) : NULL);
  g_free (name);
}

static char *
name_record (const CadreComparison *self, CadreRecordKind kind, const char *id)
{
  guint32 row = cadre_tables_find (self->after->tables, kind, id);

  if (row != CADRE_NO_ROW)
    return cadre_view_name (self->after, kind, row);

  row = cadre_tables_find (self->before->tables, kind, id);
  return row != CADRE_NO_ROW ? cadre_view_name (self->before, kind, row) : NULL;
}

/* Those that the readers may see. */
static char *
name_records (const CadreComparison *self, CadreRecordKind kind, const char *const *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    append_name (names, name_record (self, kind, ids[i]));

  return g_string_free (names, FALSE);
}

/* Nothing where all kinds are shown. */
static char *
name_kinds (const CadreComparison *self, CadreDiffView *view)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (CADRE_TYPE_CHANGE_KIND);
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < kinds->n_values; i++)
    {
      const int kind = kinds->values[i].value;

      if (!cadre_diff_view_shows_kind (view, (CadreChangeKind) kind))
        continue;
      append_name (names,
                   cadre_view_word (self->catalogue, "change-kind", CADRE_TYPE_CHANGE_KIND, kind));
      n++;
    }

  if (n == kinds->n_values)
    g_string_truncate (names, 0);
  return g_string_free (names, FALSE);
}

static int
find_lowest (const CadreView *view, int lowest)
{
  for (guint32 post = 0; post < view->index->n_posts; post++)
    if (view->index->tier[post] != CADRE_NO_TIER)
      lowest = MAX (lowest, view->index->tier[post]);

  return lowest;
}

/* Nothing where all tiers are shown, such as one that nobody can be on. */
static char *
name_tiers (const CadreComparison *self, CadreDiffView *view)
{
  const int lowest = find_lowest (self->after, find_lowest (self->before, -1));
  GString *names = g_string_new (NULL);

  for (int tier = 0; tier <= lowest && !cadre_diff_view_shows_tier (view, G_MININT); tier++)
    if (cadre_diff_view_shows_tier (view, tier))
      cadre_append_part (names, ", ", cadre_catalogue_number (self->catalogue, (guint64) tier));

  return g_string_free (names, FALSE);
}

/* Takes the names. */
static void
append_criterion (GString *part, const CadreComparison *self, const char *code, char *names)
{
  if (names[0] != '\0')
    cadre_append_part (part, "; ", cadre_phrase (self->catalogue, code, "names", names, NULL));
  g_free (names);
}

gboolean
cadre_report_add_part (CadreReport *report, const CadreComparison *self, CadreDiffView *view)
{
  g_autoptr (GString) part = g_string_new (NULL);

  append_criterion (part, self, "part.units",
                    name_records (self, CADRE_RECORD_KIND_UNIT, cadre_diff_view_get_units (view)));
  append_criterion (part, self, "part.employers",
                    name_records (self, CADRE_RECORD_KIND_ORGANISATION,
                                  cadre_diff_view_get_employers (view)));
  append_criterion (part, self, "part.tiers", name_tiers (self, view));
  append_criterion (part, self, "part.kinds", name_kinds (self, view));
  if (part->len == 0)
    return FALSE;

  cadre_report_add_paragraph (report,
                              cadre_phrase (self->catalogue, "part", "part", part->str, NULL));
  return TRUE;
}
