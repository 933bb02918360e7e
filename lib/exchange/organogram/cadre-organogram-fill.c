/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From posts to the tables of a structure. What no field holds is kept as an
 * attribute, so that the writer can give the rows back. */

#include "config.h"

#include "base/cadre-fraction-private.h"
#include "base/cadre-money-private.h"
#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

typedef struct
{
  guint32 name;
  guint32 text;
} Attribute;

/* The record that is being filled. */
typedef struct
{
  CadreOrganogramDraft *draft;
  CadreRecordKind kind;
  guint32 record;
  GArray *attributes; /* (element-type Attribute) */
  GError **error;
} Filling;

static gboolean
begin_record (Filling *self, CadreRecordKind kind)
{
  self->kind = kind;
  g_array_set_size (self->attributes, 0);

  return cadre_tables_append (self->draft->tables, kind, &self->record, self->error);
}

static gboolean
set_code (Filling *self, guint field, guint32 code)
{
  return code == 0 || cadre_tables_set_code (self->draft->tables, self->kind, self->record, field,
                                             code, self->error);
}

static gboolean
set_text (Filling *self, guint field, const char *text)
{
  guint32 code = 0;

  return cadre_organogram_draft_intern (self->draft, text, &code, self->error) &&
         set_code (self, field, code);
}

static gboolean
set_number (Filling *self, guint field, gint64 number)
{
  return cadre_tables_set_number (self->draft->tables, self->kind, self->record, field, number,
                                  self->error);
}

static gboolean
keep (Filling *self, guint cell, guint32 text)
{
  Attribute attribute = { 0, text };

  if (text == 0)
    return TRUE;
  if (!cadre_organogram_draft_intern (self->draft, cadre_organogram_columns[cell].attribute,
                                      &attribute.name, self->error))
    return FALSE;

  g_array_append_val (self->attributes, attribute);
  return TRUE;
}

/* That a cell is empty, where that says something. */
static gboolean
keep_empty (Filling *self, guint cell)
{
  guint32 empty = 0;

  return cadre_tables_intern (self->draft->tables, "", 0, &empty, self->error) &&
         keep (self, cell, empty);
}

static void
keep_extras (Filling *self, const CadreOrganogramRow *row)
{
  for (guint i = 0; i < row->n_extras; i++)
    {
      const guint32 *pair = &g_array_index (self->draft->extras, guint32, row->first_extra + 2 * i);
      const Attribute attribute = { pair[0], pair[1] };

      g_array_append_val (self->attributes, attribute);
    }
}

static int
compare_attributes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Attribute *x = a;
  const Attribute *y = b;

  return cadre_string_table_compare (user_data, x->name, y->name);
}

static gboolean
end_record (Filling *self, guint field)
{
  CadreTables *tables = self->draft->tables;
  guint32 list = 0;

  if (self->attributes->len == 0)
    return TRUE;
  if (self->attributes->len > 1)
    g_qsort_with_data (self->attributes->data, (gint) self->attributes->len, sizeof (Attribute),
                       compare_attributes, tables->strings);

  return cadre_tables_add_list (tables, (const guint32 *) (void *) self->attributes->data,
                                2 * self->attributes->len, &list, self->error) &&
         set_code (self, field, list);
}

/* Pay in pounds. What is no amount of whole pence is kept as it stands. */
static gboolean
set_pay (Filling *self, guint field, const CadreOrganogramRow *row, guint cell)
{
  const char *text = cadre_organogram_text (self->draft, row->cells[cell]);
  gint64 pence = 0;

  if (text == NULL)
    return TRUE;
  if (cadre_organogram_is_amount (text) &&
      cadre_pence_parse_text (text, strlen (text), &pence, NULL) && pence >= 0)
    return set_number (self, field, pence);

  return keep (self, cell, row->cells[cell]);
}

static gboolean
set_fte (Filling *self, guint field, const CadreOrganogramRow *row)
{
  const char *text = cadre_organogram_text (self->draft, row->cells[CADRE_CELL_FTE]);
  CadreFraction fte = { 0, 1 };

  if (text == NULL)
    return TRUE;
  if (cadre_organogram_is_amount (text) && cadre_fraction_parse (&fte, text, strlen (text), NULL))
    return cadre_tables_set_fraction (self->draft->tables, self->kind, self->record, field,
                                      CADRE_FRACTION_DECIMAL, fte.numerator, fte.denominator,
                                      self->error);

  return keep (self, CADRE_CELL_FTE, row->cells[CADRE_CELL_FTE]);
}

/* Names the record that a cell names, and keeps how the cell spells it where
 * that is otherwise. */
static gboolean
set_entry (Filling *self,
           guint field,
           const CadreOrganogramCatalogue *catalogue,
           guint32 entry,
           const CadreOrganogramRow *row,
           guint cell)
{
  const CadreOrganogramEntry *named = NULL;

  if (entry == 0)
    return keep (self, cell, row->cells[cell]);

  named = &g_array_index (catalogue->entries, CadreOrganogramEntry, entry - 1);
  return set_code (self, field, named->id) &&
         (named->name == row->cells[cell] || keep (self, cell, row->cells[cell]));
}

/* The department is that of the organisation, unless the row names another. */
static gboolean
keep_parent (Filling *self, const CadreOrganogramRow *row)
{
  const CadreOrganogramEntry *named = NULL;

  if (row->organisation != 0)
    named = &g_array_index (self->draft->organisations.entries, CadreOrganogramEntry,
                            row->organisation - 1);
  if (named != NULL && named->owner == row->cells[CADRE_CELL_PARENT])
    return TRUE;

  return keep (self, CADRE_CELL_PARENT, row->cells[CADRE_CELL_PARENT]);
}

static gboolean
set_profession (Filling *self, const CadreOrganogramRow *row)
{
  guint32 code = row->cells[CADRE_CELL_PROFESSION];

  if (cadre_organogram_is_none (cadre_organogram_text (self->draft, code)))
    return keep (self, CADRE_CELL_PROFESSION, code);

  return set_code (self, CADRE_FIELD_POST_PROFESSION, code);
}

/* What posts of both files have. */
static gboolean
fill_common (Filling *self, const CadreOrganogramPost *post, const CadreOrganogramRow *row)
{
  CadreOrganogramDraft *draft = self->draft;

  return set_code (self, CADRE_FIELD_POST_ID, post->id) &&
         set_code (self, CADRE_FIELD_POST_TITLE, row->cells[CADRE_CELL_TITLE]) &&
         set_entry (self, CADRE_FIELD_POST_UNIT, &draft->units, row->unit, row, CADRE_CELL_UNIT) &&
         set_entry (self, CADRE_FIELD_POST_EMPLOYER, &draft->organisations, row->organisation, row,
                    CADRE_CELL_ORGANISATION) &&
         set_entry (self, CADRE_FIELD_POST_GRADE, &draft->grades, row->grade, row,
                    CADRE_CELL_GRADE) &&
         set_pay (self, CADRE_FIELD_POST_PAY_MIN, row, CADRE_CELL_FLOOR) &&
         set_pay (self, CADRE_FIELD_POST_PAY_MAX, row, CADRE_CELL_CEILING) &&
         keep_parent (self, row) && set_profession (self, row);
}

/* The last day on which a post that went can have been there. */
static guint32
get_last_day (const CadreOrganogramDraft *self)
{
  if (!cadre_packed_date_is_known (self->as_of))
    return CADRE_PACKED_DATE_OPEN;

  return cadre_packed_date_from_day (cadre_packed_date_first_day (self->as_of) - 1);
}

static gboolean
keep_name (Filling *self, guint32 name)
{
  if (cadre_organogram_is_plain_word (cadre_organogram_text (self->draft, name)))
    return TRUE;

  return keep (self, CADRE_CELL_NAME, name);
}

/* The ref is in the id; but in capitals there, and not where the id was taken. */
static gboolean
keep_ref (Filling *self, const CadreOrganogramPost *post, const CadreOrganogramRow *row)
{
  const char *ref = cadre_organogram_text (self->draft, row->cells[CADRE_CELL_REF]);
  const char *id = cadre_organogram_text (self->draft, post->id);
  const char *space = cadre_organogram_text (self->draft, row->space);

  if (ref == NULL)
    return keep_empty (self, CADRE_CELL_REF);
  if (!post->has_own_id && g_strcmp0 (id + strlen (space) + 1, ref) == 0)
    return TRUE;

  return keep (self, CADRE_CELL_REF, row->cells[CADRE_CELL_REF]);
}

static gboolean
set_vacancy (Filling *self, const CadreOrganogramRow *row)
{
  guint32 name = row->cells[CADRE_CELL_NAME];
  CadreHolder holder = cadre_organogram_classify_name (cadre_organogram_text (self->draft, name));

  if (holder == CADRE_HOLDER_ELIMINATED)
    return keep_name (self, name) &&
           set_number (self, CADRE_FIELD_POST_STATUS, CADRE_POST_STATUS_DELETED) &&
           set_code (self, CADRE_FIELD_POST_VALID_TO, get_last_day (self->draft));
  if (holder == CADRE_HOLDER_VACANT)
    return keep_name (self, name) &&
           set_number (self, CADRE_FIELD_POST_VACANCY, CADRE_VACANCY_STATE_VACANT);

  return TRUE;
}

/* A mark says something only where it says that a row is not valid. */
static gboolean
keep_mark (Filling *self, const CadreOrganogramRow *row)
{
  const char *valid = cadre_organogram_text (self->draft, row->cells[CADRE_CELL_VALID]);

  return g_strcmp0 (valid, "1") == 0 || keep (self, CADRE_CELL_VALID, row->cells[CADRE_CELL_VALID]);
}

static gboolean
keep_others (Filling *self, const CadreOrganogramRow *row)
{
  static const guint8 cells[] = { CADRE_CELL_FUNCTION, CADRE_CELL_PHONE, CADRE_CELL_EMAIL,
                                  CADRE_CELL_COST,     CADRE_CELL_TOTAL, CADRE_CELL_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (!keep (self, cells[i], row->cells[cells[i]]))
      return FALSE;

  return keep_mark (self, row);
}

/* Whether a post leads nowhere of which a line could tell: what is eliminated is
 * not asked where it led. */
static gboolean
is_loose (CadreOrganogramDraft *self, const CadreOrganogramPost *post)
{
  return post->standing == CADRE_STANDING_ELIMINATED && !post->is_top &&
         (post->manager == CADRE_NO_ROW || cadre_organogram_post (self, post->manager) == post);
}

static gboolean
fill_senior (Filling *self, const CadreOrganogramPost *post, const CadreOrganogramRow *row)
{
  gboolean is_shared = row->next != 0;

  keep_extras (self, row);
  return fill_common (self, post, row) && keep_ref (self, post, row) && set_vacancy (self, row) &&
         keep_others (self, row) && (is_shared || set_fte (self, CADRE_FIELD_POST_FTE, row)) &&
         (!is_loose (self->draft, post) ||
          keep (self, CADRE_CELL_MANAGER, row->cells[CADRE_CELL_MANAGER])) &&
         set_code (self, CADRE_FIELD_POST_NOTE, row->cells[CADRE_CELL_NOTES]);
}

static gboolean
fill_pool (Filling *self, const CadreOrganogramPost *post, const CadreOrganogramRow *row)
{
  static const guint8 cells[] = { CADRE_CELL_FUNCTION, CADRE_CELL_PHONE, CADRE_CELL_EMAIL,
                                  CADRE_CELL_NAME,     CADRE_CELL_REF,   CADRE_CELL_COST,
                                  CADRE_CELL_TOTAL,    CADRE_CELL_NOTES, CADRE_CELL_VALID,
                                  CADRE_CELL_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (!keep (self, cells[i], row->cells[cells[i]]))
      return FALSE;

  keep_extras (self, row);
  return fill_common (self, post, row) &&
         set_number (self, CADRE_FIELD_POST_GROUPED, CADRE_TRUTH_TRUE) &&
         set_number (self, CADRE_FIELD_POST_ESTABLISHMENT, -1) &&
         set_fte (self, CADRE_FIELD_POST_BUDGETED_FTE, row);
}

static gboolean
fill_post (Filling *self, const CadreOrganogramPost *post)
{
  const CadreOrganogramRow *row = cadre_organogram_main_row (self->draft, post);

  return begin_record (self, CADRE_RECORD_KIND_POST) &&
         (post->standing == CADRE_STANDING_POOLED ? fill_pool (self, post, row)
                                                  : fill_senior (self, post, row)) &&
         end_record (self, CADRE_FIELD_POST_ATTRIBUTES);
}

/* A top has no line. A pool whose senior post is not stated has one that leads
 * nobody knows where: it is not at the top. */
static gboolean
fill_line (Filling *self, const CadreOrganogramPost *post)
{
  guint32 manager = post->manager != CADRE_NO_ROW
                      ? cadre_organogram_post (self->draft, post->manager)->id
                      : post->wanted;

  if (post->is_top || is_loose (self->draft, post))
    return TRUE;

  return begin_record (self, CADRE_RECORD_KIND_LINE) &&
         set_code (self, CADRE_FIELD_LINE_POST, post->id) &&
         set_code (self, CADRE_FIELD_LINE_MANAGER, manager) &&
         (post->standing != CADRE_STANDING_ELIMINATED ||
          set_code (self, CADRE_FIELD_LINE_VALID_TO, get_last_day (self->draft)));
}

/* What a further row of a post says otherwise than the first. */
static gboolean
keep_differences (Filling *self, const CadreOrganogramRow *first, const CadreOrganogramRow *row)
{
  for (guint i = 0; i < CADRE_N_CELLS; i++)
    if (i != CADRE_CELL_NAME && i != CADRE_CELL_FTE && i != CADRE_CELL_NOTES &&
        !cadre_organogram_is_same_cell (self->draft, i, first, row) &&
        !(row->cells[i] != 0 ? keep (self, i, row->cells[i]) : keep_empty (self, i)))
      return FALSE;

  keep_extras (self, row);
  return TRUE;
}

/* @number is that of the row among those of the post. */
static gboolean
fill_assignment (Filling *self,
                 const CadreOrganogramPost *post,
                 const CadreOrganogramRow *row,
                 guint number)
{
  CadreOrganogramDraft *draft = self->draft;
  const CadreOrganogramRow *first = cadre_organogram_senior (draft, post->row);
  g_autofree char *id = g_strdup_printf ("%s/%u", cadre_organogram_text (draft, post->id), number);

  return begin_record (self, CADRE_RECORD_KIND_ASSIGNMENT) &&
         set_text (self, CADRE_FIELD_ASSIGNMENT_ID, id) &&
         set_code (self, CADRE_FIELD_ASSIGNMENT_PERSON,
                   cadre_code_map_get (&draft->persons, row->cells[CADRE_CELL_NAME])) &&
         set_code (self, CADRE_FIELD_ASSIGNMENT_POST, post->id) &&
         (!(row == first ? post->is_shared : post->is_shared && !row->differs) ||
          set_code (self, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, post->id)) &&
         (first->next == 0 || set_fte (self, CADRE_FIELD_ASSIGNMENT_FTE, row)) &&
         (row == first ||
          (set_code (self, CADRE_FIELD_ASSIGNMENT_NOTE, row->cells[CADRE_CELL_NOTES]) &&
           keep_differences (self, first, row))) &&
         end_record (self, CADRE_FIELD_ASSIGNMENT_ATTRIBUTES);
}

static gboolean
fill_assignments (Filling *self, const CadreOrganogramPost *post)
{
  CadreOrganogramDraft *draft = self->draft;
  const CadreOrganogramRow *row = cadre_organogram_senior (draft, post->row);
  CadreHolder holder =
    cadre_organogram_classify_name (cadre_organogram_text (draft, row->cells[CADRE_CELL_NAME]));

  if (holder == CADRE_HOLDER_VACANT || holder == CADRE_HOLDER_ELIMINATED)
    return TRUE;

  for (guint number = 1;; number++)
    {
      if (!fill_assignment (self, post, row, number))
        return FALSE;
      if (row->next == 0)
        return TRUE;
      row = cadre_organogram_senior (draft, row->next - 1);
    }
}

/* Somebody without a post is a person and no more: nothing of the row goes into
 * a total. */
static gboolean
fill_unposted (Filling *self, guint32 number)
{
  CadreOrganogramDraft *draft = self->draft;
  const CadreOrganogramRow *row =
    cadre_organogram_senior (draft, g_array_index (draft->unposted, guint32, number));
  guint32 name = row->cells[CADRE_CELL_NAME];
  gboolean is_named =
    cadre_organogram_classify_name (cadre_organogram_text (draft, name)) == CADRE_HOLDER_NAMED;
  g_autofree char *id = g_strdup_printf ("not-in-post/%u", number + 1);

  if (!begin_record (self, CADRE_RECORD_KIND_PERSON) ||
      !set_text (self, CADRE_FIELD_PERSON_ID, id) ||
      !(is_named ? set_code (self, CADRE_FIELD_PERSON_NAME, name) : keep_name (self, name)))
    return FALSE;

  for (guint i = 0; i < CADRE_N_CELLS; i++)
    if (i != CADRE_CELL_NAME && i != CADRE_CELL_VALID && !keep (self, i, row->cells[i]))
      return FALSE;

  keep_extras (self, row);
  return keep_mark (self, row) && end_record (self, CADRE_FIELD_PERSON_ATTRIBUTES);
}

static gboolean
fill_posts (Filling *self)
{
  for (guint32 i = 0; i < self->draft->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self->draft, i);

      if (!fill_post (self, post) || !fill_line (self, post) ||
          (post->standing == CADRE_STANDING_ACTIVE && !fill_assignments (self, post)))
        return FALSE;
    }
  for (guint32 i = 0; i < self->draft->unposted->len; i++)
    if (!fill_unposted (self, i))
      return FALSE;

  return TRUE;
}

gboolean
cadre_organogram_draft_fill (CadreOrganogramDraft *self, GError **error)
{
  Filling filling = { self, CADRE_RECORD_KIND_POST, 0,
                      g_array_new (FALSE, FALSE, sizeof (Attribute)), error };
  gboolean ok = FALSE;

  self->tables->as_of = self->as_of;
  ok = cadre_organogram_fill_places (self, error) && cadre_organogram_fill_persons (self, error) &&
       fill_posts (&filling);

  g_array_unref (filling.attributes);
  return ok;
}
