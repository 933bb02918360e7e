/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-alternatives-row
 * @Title: CadreAlternativesRow
 * @Short_Description: What becomes of one record in each alternative
 *
 * A #CadreAlternativesRow is a row of #CadreAlternatives: a record, what becomes
 * of it in each proposal, and whether they agree.
 */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"

#include <string.h>

struct _CadreAlternativesRow
{
  GObject parent_instance;

  CadreAlternatives *alternatives;
  guint32 row;
};

/**
 * CadreAlternativesRow:
 *
 * What becomes of one record in each alternative.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreAlternativesRow, cadre_alternatives_row, G_TYPE_OBJECT)

static void
cadre_alternatives_row_finalize (GObject *object)
{
  g_clear_object (&CADRE_ALTERNATIVES_ROW (object)->alternatives);

  G_OBJECT_CLASS (cadre_alternatives_row_parent_class)->finalize (object);
}

static void
cadre_alternatives_row_class_init (CadreAlternativesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_alternatives_row_finalize;
}

static void
cadre_alternatives_row_init (CadreAlternativesRow *self)
{
}

CadreAlternativesRow *
cadre_alternatives_row_new (CadreAlternatives *alternatives, guint32 row)
{
  CadreAlternativesRow *self = g_object_new (CADRE_TYPE_ALTERNATIVES_ROW, NULL);

  self->alternatives = g_object_ref (alternatives);
  self->row = row;
  return self;
}

const CadreAlternativesEntry *
cadre_alternatives_get_entries (CadreAlternatives *self, guint32 row, guint proposal, guint32 *n)
{
  const CadreAlternativesRecord *record = &self->records[row];
  const CadreAlternativesEntry *entries = self->entries + record->first;
  guint32 first = 0;
  guint32 last = 0;

  while (first < record->n && entries[first].proposal < proposal)
    first++;
  last = first;
  while (last < record->n && entries[last].proposal == proposal)
    last++;

  *n = last - first;
  return entries + first;
}

static const CadreDifference *
get_difference (const CadreAlternatives *self, const CadreAlternativesEntry *entry)
{
  return &self->proposals[entry->proposal].diff->differences[entry->difference];
}

static gboolean
is_in_base (CadreAlternatives *self, const CadreAlternativesRecord *record)
{
  const CadreTables *tables = cadre_structure_get_tables (self->base);

  if (record->post != CADRE_NO_ROW)
    return record->post < self->n_base_posts;
  if (cadre_schema_get (record->kind)->keys == NULL && record->id != NULL &&
      cadre_tables_find (tables, record->kind, record->id) != CADRE_NO_ROW)
    return TRUE;

  for (guint32 i = 0; i < record->n; i++)
    if (cadre_difference_record_kind (get_difference (self, &self->entries[record->first + i])) ==
          record->kind &&
        get_difference (self, &self->entries[record->first + i])->before != CADRE_NO_ROW)
      return TRUE;

  return FALSE;
}

static CadreAlternativeState
find_state (CadreAlternatives *self, guint32 row, guint proposal)
{
  const CadreAlternativesRecord *record = &self->records[row];
  CadreAlternativeState state = CADRE_ALTERNATIVE_STATE_CHANGED;
  guint32 n = 0;
  const CadreAlternativesEntry *entries = cadre_alternatives_get_entries (self, row, proposal, &n);

  if (n == 0)
    return is_in_base (self, record) ? CADRE_ALTERNATIVE_STATE_UNCHANGED
                                     : CADRE_ALTERNATIVE_STATE_ABSENT;

  for (guint32 i = 0; i < n; i++)
    {
      const CadreDifference *difference = get_difference (self, &entries[i]);
      const CadreChangeKind kind = cadre_difference_kind (difference);
      const gboolean whole = cadre_difference_record_kind (difference) == record->kind &&
                             cadre_difference_field (difference) == CADRE_WHOLE_RECORD;

      if (whole && kind == cadre_diff_kind_of_created (record->kind))
        return CADRE_ALTERNATIVE_STATE_CREATED;
      if (whole && kind == cadre_diff_kind_of_deleted (record->kind))
        return CADRE_ALTERNATIVE_STATE_DELETED;
      if ((kind == CADRE_CHANGE_KIND_POST_MOVED || kind == CADRE_CHANGE_KIND_UNIT_MOVED) &&
          (difference->what & CADRE_WHAT_LEARNED) == 0)
        state = CADRE_ALTERNATIVE_STATE_MOVED;
    }

  return state;
}

/* Whether a record that a reader is not shown is there all the same. */
static gboolean
is_there_unseen (CadreAlternatives *self, guint32 row, guint proposal, CadreAlternativeState state)
{
  const CadreAlternativesRecord *record = &self->records[row];
  const CadreProposal *original = &self->original->proposals[proposal];
  const CadreTables *base = cadre_structure_get_tables (self->original->base);
  const gboolean created = state == CADRE_ALTERNATIVE_STATE_CREATED;
  guint32 found = CADRE_NO_ROW;
  const char *id = record->id;

  if (id == NULL || cadre_schema_get (record->kind)->keys != NULL)
    return FALSE;
  if (record->post == CADRE_NO_ROW)
    return cadre_tables_find (created ? base : original->tables, record->kind, id) != CADRE_NO_ROW;

  if (!created)
    {
      found = cadre_tables_find (base, CADRE_RECORD_KIND_POST, id);
      return found != CADRE_NO_ROW && original->rows_of_posts[found] != CADRE_NO_ROW;
    }

  id = cadre_tables_id (self->proposals[proposal].tables, CADRE_RECORD_KIND_POST,
                        self->proposals[proposal].rows_of_posts[record->post]);
  found =
    id != NULL ? cadre_tables_find (original->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
  return found != CADRE_NO_ROW && original->posts[found] < self->original->n_base_posts;
}

CadreAlternativeState
cadre_alternatives_get_state (CadreAlternatives *self, guint32 row, guint proposal)
{
  const CadreAlternativeState state = find_state (self, row, proposal);

  if (self->original != NULL &&
      (state == CADRE_ALTERNATIVE_STATE_CREATED || state == CADRE_ALTERNATIVE_STATE_DELETED) &&
      is_there_unseen (self, row, proposal, state))
    return CADRE_ALTERNATIVE_STATE_HIDDEN;

  return state;
}

static const CadreAlternativesRecord *
get_record (CadreAlternativesRow *self)
{
  return &self->alternatives->records[self->row];
}

/**
 * cadre_alternatives_row_get_kind:
 * @self: a #CadreAlternativesRow
 *
 * Gets the kind of the record.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_alternatives_row_get_kind (CadreAlternativesRow *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), CADRE_RECORD_KIND_ORGANISATION);

  return get_record (self)->kind;
}

/**
 * cadre_alternatives_row_get_id:
 * @self: a #CadreAlternativesRow
 *
 * Gets the id of the record in the base; where the base does not have it, in the
 * first proposal that does; for kinds without ids what the record is called.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_alternatives_row_get_id (CadreAlternativesRow *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), NULL);

  return get_record (self)->id;
}

static char *
dup_name_in (const CadreTables *tables, const CadreAlternativesRecord *record, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (record->kind);
  const char *field = record->kind == CADRE_RECORD_KIND_POST ? "title" : "name";
  const int place = cadre_schema_find_field (schema, field, strlen (field));

  return place < 0
           ? NULL
           : cadre_diff_dup_text (tables, record->kind, (guint) place, row, tables->language);
}

static guint32
find_in (const CadreTables *tables, const CadreAlternativesRecord *record)
{
  return record->id != NULL && cadre_schema_get (record->kind)->keys == NULL
           ? cadre_tables_find (tables, record->kind, record->id)
           : CADRE_NO_ROW;
}

/**
 * cadre_alternatives_row_dup_name:
 * @self: a #CadreAlternativesRow
 *
 * Gets the title of a post or the name of another record, in the base or else in
 * the first proposal that has it. Persons are not named.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if it is not known, or
 *   the kind has none
 *
 * Since: 1.0
 */
char *
cadre_alternatives_row_dup_name (CadreAlternativesRow *self)
{
  const CadreAlternativesRecord *record = NULL;
  CadreAlternatives *alternatives = NULL;
  const CadreTables *base = NULL;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), NULL);

  record = get_record (self);
  alternatives = self->alternatives;
  base = cadre_structure_get_tables (alternatives->base);
  if (record->kind == CADRE_RECORD_KIND_PERSON)
    return NULL;

  row = record->post == CADRE_NO_ROW                ? find_in (base, record)
        : record->post < alternatives->n_base_posts ? record->post
                                                    : CADRE_NO_ROW;
  if (row != CADRE_NO_ROW)
    return dup_name_in (base, record, row);

  for (guint i = 0; i < alternatives->n_proposals; i++)
    {
      const CadreProposal *proposal = &alternatives->proposals[i];

      row = record->post != CADRE_NO_ROW ? proposal->rows_of_posts[record->post]
                                         : find_in (proposal->tables, record);
      if (row != CADRE_NO_ROW)
        return dup_name_in (proposal->tables, record, row);
    }

  return NULL;
}

/**
 * cadre_alternatives_row_get_id_in:
 * @self: a #CadreAlternativesRow
 * @position: the place of a proposal
 *
 * Gets the id of the record in a proposal.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if the proposal does not
 *   have the record, or the record has no id there
 *
 * Since: 1.0
 */
const char *
cadre_alternatives_row_get_id_in (CadreAlternativesRow *self, guint position)
{
  const CadreAlternativesRecord *record = NULL;
  const CadreProposal *proposal = NULL;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), NULL);

  if (position >= self->alternatives->n_proposals)
    return NULL;

  record = get_record (self);
  proposal = &self->alternatives->proposals[position];
  row = record->post != CADRE_NO_ROW ? proposal->rows_of_posts[record->post]
                                     : find_in (proposal->tables, record);
  return row != CADRE_NO_ROW ? cadre_tables_id (proposal->tables, record->kind, row) : NULL;
}

/**
 * cadre_alternatives_row_get_state:
 * @self: a #CadreAlternativesRow
 * @position: the place of a proposal
 *
 * Gets what becomes of the record in a proposal.
 *
 * Returns: the state; hidden too if there are not so many proposals
 *
 * Since: 1.0
 */
CadreAlternativeState
cadre_alternatives_row_get_state (CadreAlternativesRow *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), CADRE_ALTERNATIVE_STATE_HIDDEN);

  return position < self->alternatives->n_proposals
           ? cadre_alternatives_get_state (self->alternatives, self->row, position)
           : CADRE_ALTERNATIVE_STATE_HIDDEN;
}

/**
 * cadre_alternatives_row_list_changes:
 * @self: a #CadreAlternativesRow
 * @position: the place of a proposal
 *
 * Lists what a proposal changes of the record, and of what belongs to it.
 *
 * Returns: (transfer full): a list of #CadreChange, in the order of a #CadreDiff
 *
 * Since: 1.0
 */
GListModel *
cadre_alternatives_row_list_changes (CadreAlternativesRow *self, guint position)
{
  const CadreAlternativesEntry *entries = NULL;
  CadreAlternatives *alternatives = NULL;
  GListStore *list = NULL;
  guint32 n = 0;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), NULL);

  list = g_list_store_new (CADRE_TYPE_CHANGE);
  alternatives = self->alternatives;
  if (position >= alternatives->n_proposals ||
      cadre_alternatives_get_state (alternatives, self->row, position) ==
        CADRE_ALTERNATIVE_STATE_HIDDEN)
    return G_LIST_MODEL (list);

  entries = cadre_alternatives_get_entries (alternatives, self->row, position, &n);
  for (guint32 i = 0; i < n; i++)
    {
      g_autoptr (CadreChange) change =
        cadre_diff_get_change (alternatives->proposals[position].diff, entries[i].difference);

      g_list_store_append (list, change);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_alternatives_row_is_agreed:
 * @self: a #CadreAlternativesRow
 *
 * Says whether the record, with what belongs to it, is the same in all
 * proposals.
 *
 * Returns: whether the proposals agree
 *
 * Since: 1.0
 */
gboolean
cadre_alternatives_row_is_agreed (CadreAlternativesRow *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES_ROW (self), FALSE);

  return get_record (self)->agreed;
}
