/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The organisations, units and grades that rows name. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <stdlib.h>
#include <string.h>

/* A grade that everybody has in the same order. */
typedef struct
{
  const char *slug;
  const char *scale;
  int rung;
} CommonGrade;

static const CommonGrade common_grades[] = {
  { "scs1", "senior-civil-service", 1 },  { "scs1a", "senior-civil-service", 2 },
  { "scs2", "senior-civil-service", 3 },  { "scs3", "senior-civil-service", 4 },
  { "scs4", "senior-civil-service", 5 },  { "of-6", "armed-forces-officers", 6 },
  { "of-7", "armed-forces-officers", 7 }, { "of-8", "armed-forces-officers", 8 },
  { "of-9", "armed-forces-officers", 9 },
};

static CadreOrganogramEntry *
get_entry (const CadreOrganogramCatalogue *self, guint32 entry)
{
  return &g_array_index (self->entries, CadreOrganogramEntry, entry - 1);
}

/* Which of two names comes first in byte order; 0 is no name. */
static guint32
choose_name (CadreOrganogramDraft *draft, guint32 a, guint32 b)
{
  if (a == 0 || b == 0)
    return a | b;

  return cadre_string_table_compare (draft->tables->strings, a, b) <= 0 ? a : b;
}

/* Finds the entry of an id, or makes it, and takes note of how it is spelled. */
static gboolean
note (CadreOrganogramDraft *draft,
      CadreOrganogramCatalogue *self,
      const char *id,
      guint32 name,
      guint32 *entry,
      GError **error)
{
  guint32 code = 0;

  if (!cadre_organogram_draft_intern (draft, id, &code, error))
    return FALSE;

  *entry = cadre_code_map_get (&self->rows, code);
  if (*entry == 0)
    {
      CadreOrganogramEntry added = { .id = code, .name = name, .rung = -1 };

      g_array_append_val (self->entries, added);
      *entry = self->entries->len;
      return cadre_code_map_set (&self->rows, code, *entry) ||
             cadre_organogram_set_memory_error (error);
    }

  get_entry (self, *entry)->name = choose_name (draft, get_entry (self, *entry)->name, name);
  return TRUE;
}

/* A cell that holds a name, and not only that there is none. */
static const char *
get_name (CadreOrganogramDraft *self, const CadreOrganogramRow *row, CadreOrganogramCell cell)
{
  const char *name = cadre_organogram_text (self, row->cells[cell]);

  return cadre_organogram_is_none (name) ? NULL : name;
}

/* What goes before the refs of a row: what the caller says, or else the
 * organisation, or the department where the row names none. */
static gboolean
find_space (CadreOrganogramDraft *self, CadreOrganogramRow *row, GError **error)
{
  const char *name = get_name (self, row, CADRE_CELL_ORGANISATION);
  g_autofree char *slug = NULL;

  if (self->organisation != NULL)
    return cadre_organogram_draft_intern (self, self->organisation, &row->space, error);

  if (name == NULL)
    name = get_name (self, row, CADRE_CELL_PARENT);
  slug = cadre_organogram_dup_slug (name, CADRE_MOST_SPACE);
  return cadre_organogram_draft_intern (self, slug, &row->space, error);
}

static gboolean
find_organisation (CadreOrganogramDraft *self, CadreOrganogramRow *row, GError **error)
{
  const char *name = get_name (self, row, CADRE_CELL_ORGANISATION);
  guint32 code = row->cells[CADRE_CELL_ORGANISATION];
  g_autofree char *slug = NULL;

  if (self->employer != NULL)
    name = self->employer;
  if (name == NULL)
    return TRUE;
  if (self->employer != NULL && !cadre_organogram_draft_intern (self, name, &code, error))
    return FALSE;

  slug = cadre_organogram_dup_slug (name, CADRE_MOST_SPACE);
  if (!note (self, &self->organisations, slug, code, &row->organisation, error))
    return FALSE;

  if (get_name (self, row, CADRE_CELL_PARENT) != NULL)
    {
      CadreOrganogramEntry *entry = get_entry (&self->organisations, row->organisation);

      entry->owner = choose_name (self, entry->owner, row->cells[CADRE_CELL_PARENT]);
    }
  return TRUE;
}

/* That an organisation has posts in a unit. Most rows are like the one before. */
static void
note_member (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  guint64 pair = (guint64) row->unit << 32 | row->organisation;
  guint n = self->members->len;

  if (row->organisation != 0 && (n == 0 || g_array_index (self->members, guint64, n - 1) != pair))
    g_array_append_val (self->members, pair);
}

static gboolean
find_unit (CadreOrganogramDraft *self, CadreOrganogramRow *row, GError **error)
{
  const char *name = get_name (self, row, CADRE_CELL_UNIT);
  g_autofree char *slug = NULL;
  g_autofree char *id = NULL;

  if (name == NULL)
    return TRUE;

  slug = cadre_organogram_dup_slug (name, CADRE_MOST_SPACE);
  id = g_strdup_printf ("%s/%s", cadre_organogram_text (self, row->space), slug);
  if (!note (self, &self->units, id, row->cells[CADRE_CELL_UNIT], &row->unit, error))
    return FALSE;

  note_member (self, row);
  return TRUE;
}

static const CommonGrade *
find_common_grade (const char *slug)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_grades); i++)
    if (strcmp (common_grades[i].slug, slug) == 0)
      return &common_grades[i];

  return NULL;
}

static gboolean
find_grade (CadreOrganogramDraft *self, CadreOrganogramRow *row, gboolean is_junior, GError **error)
{
  const char *name = get_name (self, row, CADRE_CELL_GRADE);
  g_autofree char *slug = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *id = NULL;
  const CommonGrade *common = NULL;
  guint32 scale_entry = 0;

  if (name == NULL)
    return TRUE;

  slug = cadre_organogram_dup_slug (name, CADRE_MOST_SPACE);
  common = is_junior ? NULL : find_common_grade (slug);
  scale = common != NULL ? g_strdup (common->scale)
                         : g_strdup_printf ("%s/%s", cadre_organogram_text (self, row->space),
                                            is_junior ? "junior" : "senior");
  id = g_strdup_printf ("%s/%s", scale, slug);
  if (!note (self, &self->scales, scale, 0, &scale_entry, error) ||
      !note (self, &self->grades, id, row->cells[CADRE_CELL_GRADE], &row->grade, error))
    return FALSE;

  get_entry (&self->grades, row->grade)->owner = scale_entry;
  get_entry (&self->grades, row->grade)->rung = common != NULL ? common->rung : -1;
  return TRUE;
}

static gboolean
place_row (CadreOrganogramDraft *self, CadreOrganogramRow *row, gboolean is_junior, GError **error)
{
  return find_organisation (self, row, error) && find_unit (self, row, error) &&
         find_grade (self, row, is_junior, error);
}

static void
check_spelling (CadreOrganogramDraft *self,
                const CadreOrganogramCatalogue *catalogue,
                const CadreOrganogramRow *row,
                guint32 entry,
                CadreOrganogramCell cell)
{
  if (entry != 0 && get_entry (catalogue, entry)->name != row->cells[cell])
    cadre_organogram_report_row (self, CADRE_FAULT_SPELLING, row, cell, NULL, NULL);
}

static void
check_spellings (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  if (self->employer == NULL)
    check_spelling (self, &self->organisations, row, row->organisation, CADRE_CELL_ORGANISATION);
  check_spelling (self, &self->units, row, row->unit, CADRE_CELL_UNIT);
  check_spelling (self, &self->grades, row, row->grade, CADRE_CELL_GRADE);
}

gboolean
cadre_organogram_draft_find_spaces (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->seniors->len; i++)
    if (!find_space (self, cadre_organogram_senior (self, i), error))
      return FALSE;
  for (guint32 i = 0; i < self->juniors->len; i++)
    if (!find_space (self, cadre_organogram_junior (self, i), error))
      return FALSE;

  return TRUE;
}

/* Only the rows that say what a post is make places: what others say stays with
 * them in words. */
gboolean
cadre_organogram_draft_place (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self, i);

      if (!place_row (self, cadre_organogram_main_row (self, post),
                      post->standing == CADRE_STANDING_POOLED, error))
        return FALSE;
    }
  for (guint32 i = 0; i < self->posts->len; i++)
    check_spellings (self, cadre_organogram_main_row (self, cadre_organogram_post (self, i)));

  return TRUE;
}

static gboolean
add_named (CadreTables *tables,
           CadreRecordKind kind,
           const CadreOrganogramEntry *entry,
           guint name_field,
           guint32 *row,
           GError **error)
{
  return cadre_tables_append (tables, kind, row, error) &&
         cadre_tables_set_code (tables, kind, *row, 0, entry->id, error) &&
         (entry->name == 0 ||
          cadre_tables_set_code (tables, kind, *row, name_field, entry->name, error));
}

static gboolean
fill_organisations (CadreOrganogramDraft *self, GError **error)
{
  for (guint i = 1; i <= self->organisations.entries->len; i++)
    {
      const CadreOrganogramEntry *entry = get_entry (&self->organisations, i);
      guint32 pair[2] = { 0, entry->owner };
      guint32 row = 0;
      guint32 list = 0;

      if (!add_named (self->tables, CADRE_RECORD_KIND_ORGANISATION, entry,
                      CADRE_FIELD_ORGANISATION_NAME, &row, error))
        return FALSE;
      if (entry->owner == 0)
        continue;
      if (!cadre_organogram_draft_intern (self,
                                          cadre_organogram_columns[CADRE_CELL_PARENT].attribute,
                                          &pair[0], error) ||
          !cadre_tables_add_list (self->tables, pair, 2, &list, error) ||
          !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_ORGANISATION, row,
                                  CADRE_FIELD_ORGANISATION_ATTRIBUTES, list, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return cadre_string_table_compare (user_data, *(const guint32 *) a, *(const guint32 *) b);
}

/* The ids of the organisations in one unit, from where @next stands in the
 * sorted members. */
static gboolean
add_members (CadreOrganogramDraft *self, guint32 unit, guint *next, guint32 *list, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 last = 0;

  for (; *next < self->members->len; (*next)++)
    {
      guint64 member = g_array_index (self->members, guint64, *next);
      guint32 organisation = (guint32) member;

      if (member >> 32 != unit)
        break;
      if (member != last)
        g_array_append_val (ids, get_entry (&self->organisations, organisation)->id);
      last = member;
    }

  if (ids->len > 1)
    g_qsort_with_data (ids->data, (gint) ids->len, sizeof (guint32), compare_ids,
                       self->tables->strings);
  return ids->len == 0 || cadre_tables_add_list (self->tables, (const guint32 *) (void *) ids->data,
                                                 ids->len, list, error);
}

static gboolean
fill_units (CadreOrganogramDraft *self, GError **error)
{
  guint next = 0;

  if (self->members->len > 1)
    qsort (self->members->data, self->members->len, sizeof (guint64), compare_members);

  for (guint i = 1; i <= self->units.entries->len; i++)
    {
      guint32 row = 0;
      guint32 list = 0;

      if (!add_named (self->tables, CADRE_RECORD_KIND_UNIT, get_entry (&self->units, i),
                      CADRE_FIELD_UNIT_NAME, &row, error) ||
          !add_members (self, i, &next, &list, error))
        return FALSE;
      if (list != 0 && !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_UNIT, row,
                                               CADRE_FIELD_UNIT_ORGANISATIONS, list, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_grades (CadreOrganogramDraft *self, GError **error)
{
  guint32 row = 0;

  for (guint i = 1; i <= self->scales.entries->len; i++)
    if (!add_named (self->tables, CADRE_RECORD_KIND_GRADE_SCALE, get_entry (&self->scales, i),
                    CADRE_FIELD_GRADE_SCALE_NAME, &row, error))
      return FALSE;

  for (guint i = 1; i <= self->grades.entries->len; i++)
    {
      const CadreOrganogramEntry *entry = get_entry (&self->grades, i);

      if (!add_named (self->tables, CADRE_RECORD_KIND_GRADE, entry, CADRE_FIELD_GRADE_NAME, &row,
                      error) ||
          !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_GRADE, row,
                                  CADRE_FIELD_GRADE_SCALE,
                                  get_entry (&self->scales, entry->owner)->id, error) ||
          (entry->rung >= 0 &&
           !cadre_tables_set_number (self->tables, CADRE_RECORD_KIND_GRADE, row,
                                     CADRE_FIELD_GRADE_RUNG, entry->rung, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
cadre_organogram_fill_places (CadreOrganogramDraft *self, GError **error)
{
  return fill_organisations (self, error) && fill_units (self, error) && fill_grades (self, error);
}
