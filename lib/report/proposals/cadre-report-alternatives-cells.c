/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the cells of the table of alternatives say. Fields in which proposals differ
 * are in each cell of the row that states them, changed or new, and in that of the base. */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include "report/proposals/cadre-report-alternatives-private.h"

#include <string.h>

/* The same record under the id that it has in a paper. */
static guint32
find_record (const CadreView *view, CadreRecordKind kind, const char *id)
{
  return id != NULL && cadre_schema_get (kind)->keys == NULL
           ? cadre_tables_find (view->tables, kind, id)
           : CADRE_NO_ROW;
}

static gboolean
was_there (CadreAlternativeState state)
{
  return state == CADRE_ALTERNATIVE_STATE_UNCHANGED || state == CADRE_ALTERNATIVE_STATE_CHANGED ||
         state == CADRE_ALTERNATIVE_STATE_MOVED || state == CADRE_ALTERNATIVE_STATE_DELETED;
}

/* Whether the base has it: a new post may have the id of one that goes. */
static gboolean
is_in_base (CadreAlternativesRow *row, guint n_proposals)
{
  for (guint i = 0; i < n_proposals; i++)
    if (was_there (cadre_alternatives_row_get_state (row, i)))
      return TRUE;

  return FALSE;
}

CadreToldRow *
cadre_told_row_new (CadreAlternatives *shown,
                    CadreAlternativesRow *row,
                    CadreView *base,
                    GPtrArray *views)
{
  const CadreRecordKind kind = cadre_alternatives_row_get_kind (row);
  CadreToldRow *self = g_new0 (CadreToldRow, 1);

  self->catalogue = base->catalogue;
  self->row = g_object_ref (row);
  self->n_proposals = views->len;
  self->records = g_new0 (CadreToldRecord, (gsize) views->len + 1);
  for (guint i = 0; i < views->len; i++)
    self->records[i] =
      (CadreToldRecord){ views->pdata[i], cadre_alternatives_get_diff (shown, i), kind,
                         find_record (views->pdata[i], kind,
                                      cadre_alternatives_row_get_id_in (row, i)) };
  self->records[views->len] = (CadreToldRecord){ base, NULL, kind, CADRE_NO_ROW };
  if (is_in_base (row, views->len))
    self->records[views->len].row = find_record (base, kind, cadre_alternatives_row_get_id (row));

  if (!cadre_alternatives_row_is_agreed (row))
    {
      self->fields = cadre_told_compare (self->records, views->len + 1);
      self->linked = cadre_told_compare_linked (self->records, views->len + 1);
    }
  return self;
}

void
cadre_told_row_free (CadreToldRow *self)
{
  g_object_unref (self->row);
  g_free (self->records);
  g_free (self);
}

/* That something is stated on one side only is no change. */
static gboolean
changes_anything (CadreAlternativesRow *row, guint proposal)
{
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, proposal);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);

      if (!cadre_change_is_learned (change))
        return TRUE;
    }

  return FALSE;
}

CadreAlternativeState
cadre_told_find_state (CadreAlternativesRow *row, guint proposal)
{
  const CadreAlternativeState state = cadre_alternatives_row_get_state (row, proposal);

  if ((state == CADRE_ALTERNATIVE_STATE_CHANGED || state == CADRE_ALTERNATIVE_STATE_MOVED) &&
      !changes_anything (row, proposal))
    return CADRE_ALTERNATIVE_STATE_UNCHANGED;

  return state;
}

static char *
say_field (const CadreToldRow *self, guint paper, guint field)
{
  return cadre_told_say_field (&self->records[paper], field,
                               (self->fields.exact & CADRE_TOLD (field)) != 0);
}

/* Adds what is not there yet. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part == NULL || g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* Adds what there is to say of a post that only one side has, and of any record in what
 * proposals differ. */
static void
add_description (const CadreToldRow *self, guint paper, GPtrArray *parts)
{
  static const guint fields[] = { CADRE_FIELD_POST_TITLE,        CADRE_FIELD_POST_UNIT,
                                  CADRE_FIELD_POST_GRADE,        CADRE_FIELD_POST_ESTABLISHMENT,
                                  CADRE_FIELD_POST_BUDGETED_FTE, CADRE_FIELD_POST_HOURS };
  const CadreRecordKind kind = cadre_alternatives_row_get_kind (self->row);
  const gboolean is_post = kind == CADRE_RECORD_KIND_POST;
  guint64 rest = self->fields.differing;

  for (guint i = 0; is_post && i < G_N_ELEMENTS (fields); i++)
    {
      rest &= ~CADRE_TOLD (fields[i]);
      add_part (parts, say_field (self, paper, fields[i]));
    }
  for (guint field = 0; field < cadre_schema_get (kind)->n_fields; field++)
    if ((rest & CADRE_TOLD (field)) != 0)
      add_part (parts, say_field (self, paper, field));
  if (is_post)
    add_part (parts, say_field (self, paper, CADRE_TOLD_MANAGER));
  if ((rest & CADRE_TOLD (CADRE_CELL_UNKNOWN_MEMBERS)) != 0)
    add_part (parts, say_field (self, paper, CADRE_CELL_UNKNOWN_MEMBERS));
  cadre_told_add_linked (&self->records[paper], self->linked, parts);
}

/* The field of the record itself that a change is of, or that it has another manager; -1 of
 * what is of another record. */
static int
find_field (const CadreToldRow *self, CadreChange *change)
{
  const char *name = cadre_change_get_field (change);
  const CadreRecordKind kind = cadre_change_get_record_kind (change);

  if (name == NULL)
    return -1;
  if (cadre_change_get_kind (change) == CADRE_CHANGE_KIND_POST_MOVED &&
      strcmp (name, "manager") == 0)
    return CADRE_TOLD_MANAGER;

  if (strcmp (name, CADRE_CELL_UNKNOWN_MEMBERS_NAME) == 0)
    return kind == cadre_alternatives_row_get_kind (self->row) ? CADRE_CELL_UNKNOWN_MEMBERS : -1;

  return kind == cadre_alternatives_row_get_kind (self->row)
           ? cadre_schema_find_field (cadre_schema_get (kind), name, strlen (name))
           : -1;
}

/* That something is stated on one side only is told where proposals differ in it. */
static gboolean
is_change_told (const CadreToldRow *self, CadreChange *change)
{
  const int field = find_field (self, change);

  return !cadre_change_is_learned (change) ||
         (field >= 0 && (self->fields.differing & CADRE_TOLD (field)) != 0);
}

/* "Grade: G7", of one side of a change of a field; NULL where that is silent in a proposal. */
static char *
say_side (const CadreToldRow *self, guint proposal, CadreChange *change, gboolean after)
{
  const guint paper = after ? proposal : self->n_proposals;
  const CadreToldRecord *records = self->records;
  CadreDiff *diff = records[proposal].diff;
  const CadreComparison comparison = { self->catalogue, diff, diff, records[self->n_proposals].view,
                                       records[proposal].view };
  const int field = find_field (self, change);
  g_autofree char *what = cadre_comparison_what (&comparison, change);
  g_autofree char *value = NULL;

  if (cadre_change_get_field (change) == NULL)
    return after ? cadre_comparison_change_text (&comparison, change, what) : NULL;
  if (field >= 0 && (self->fields.exact & CADRE_TOLD (field)) != 0 &&
      cadre_told_states (&records[paper], (guint) field))
    return say_field (self, paper, (guint) field);
  if (after && cadre_change_is_learned (change) &&
      !cadre_told_states (&records[paper], (guint) field))
    return NULL;

  value = cadre_comparison_value (&comparison, change, after);
  return cadre_phrase (self->catalogue, "alternatives.value", "what", what, "value", value, NULL);
}

/* Adds what one proposal says, or the base, of that which the proposal changes. */
static void
add_changes (const CadreToldRow *self, guint proposal, gboolean after, GPtrArray *parts)
{
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (self->row, proposal);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);

      if (is_change_told (self, change))
        add_part (parts, say_side (self, proposal, change, after));
    }
}

char *
cadre_told_say_base (const CadreToldRow *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean is_there = FALSE;
  gboolean goes = FALSE;

  for (guint i = 0; i < self->n_proposals; i++)
    {
      const CadreAlternativeState state = cadre_told_find_state (self->row, i);

      is_there |= was_there (state);
      goes |= state == CADRE_ALTERNATIVE_STATE_DELETED;
    }

  if (!is_there)
    return cadre_say (self->catalogue, "alternatives.absent");
  if (goes && cadre_alternatives_row_get_kind (self->row) == CADRE_RECORD_KIND_POST)
    add_description (self, self->n_proposals, parts);
  for (guint i = 0; i < self->n_proposals; i++)
    add_changes (self, i, FALSE, parts);

  return parts->len > 0 ? join (parts) : cadre_say (self->catalogue, "alternatives.there");
}

/* "new: Title: Learning Manager; Grade: G9". */
static char *
say_created (const CadreToldRow *self, guint proposal)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *created = cadre_say (self->catalogue, "alternatives.created");
  g_autofree char *text = NULL;

  add_description (self, proposal, parts);
  if (parts->len == 0)
    return g_steal_pointer (&created);

  text = join (parts);
  return cadre_phrase (self->catalogue, "alternatives.value", "what", created, "value", text, NULL);
}

/* "Title: Head of Places; Grade: M2"; what is about a whole row stands as a change. */
static char *
say_kept (const CadreToldRow *self, guint proposal)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_changes (self, proposal, TRUE, parts);
  return parts->len > 0 ? join (parts) : cadre_say (self->catalogue, "alternatives.unchanged");
}

char *
cadre_told_say_proposal (const CadreToldRow *self, guint proposal)
{
  switch (cadre_told_find_state (self->row, proposal))
    {
    case CADRE_ALTERNATIVE_STATE_CREATED:
      return say_created (self, proposal);
    case CADRE_ALTERNATIVE_STATE_DELETED:
      return cadre_say (self->catalogue, "alternatives.deleted");
    case CADRE_ALTERNATIVE_STATE_ABSENT:
      return cadre_say (self->catalogue, "alternatives.absent");
    case CADRE_ALTERNATIVE_STATE_HIDDEN:
      return cadre_say (self->catalogue, "redaction.not-shown");
    case CADRE_ALTERNATIVE_STATE_UNCHANGED:
    case CADRE_ALTERNATIVE_STATE_CHANGED:
    case CADRE_ALTERNATIVE_STATE_MOVED:
    default:
      return say_kept (self, proposal);
    }
}
