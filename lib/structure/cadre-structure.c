/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-structure
 * @Title: CadreStructure
 * @Short_Description: An organisation's establishment at a date, sealed
 *
 * A #CadreStructure holds organisations, units, posts, reporting lines, persons
 * and assignments, as a document or a #CadreStructureBuilder gave them. Once
 * made it never changes, and any number of threads may read it without locks.
 *
 * Bad data does not keep a structure from being made: every fault is in its
 * list of issues, and cadre_structure_is_sound() says whether one of them is an
 * error. Faults are looked for when they are first asked for, or in the thread of
 * cadre_structure_load_async(). Records are in byte
 * order of their ids; rows that link two records are in order of their natural
 * key. The order of the source does not show.
 *
 * Inside, a structure is made of columns. A record is a copy of one row, made
 * when it is asked for; who goes through many rows takes a #CadreColumn.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "structure/cadre-record-list-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include "structure/records/cadre-record-private.h"

/**
 * CadreStructure:
 *
 * A sealed structure.
 *
 * Since: 1.0
 */
struct _CadreStructure
{
  GObject parent_instance;

  CadreTables *tables;
  CadreIndex *index;      /* its outline only, until @is_indexed */
  CadreIssueList *issues; /* only what was found before, until @is_checked */
  gint is_indexed;        /* read and written by __atomic */
  gint is_checked;        /* likewise */
  GMutex index_lock;
  GMutex check_lock;
};

G_DEFINE_FINAL_TYPE (CadreStructure, cadre_structure, G_TYPE_OBJECT)

G_DEFINE_QUARK (cadre_structure_error, cadre_structure_error)

static void
cadre_structure_finalize (GObject *object)
{
  CadreStructure *self = CADRE_STRUCTURE (object);

  g_clear_pointer (&self->index, cadre_index_free);
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_object (&self->issues);
  g_mutex_clear (&self->index_lock);
  g_mutex_clear (&self->check_lock);

  G_OBJECT_CLASS (cadre_structure_parent_class)->finalize (object);
}

static void
cadre_structure_class_init (CadreStructureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_structure_finalize;
}

static void
cadre_structure_init (CadreStructure *self)
{
  g_mutex_init (&self->index_lock);
  g_mutex_init (&self->check_lock);
}

const CadreTables *
cadre_structure_get_tables (CadreStructure *self)
{
  return self->tables;
}

const CadreIndex *
cadre_structure_get_outline (CadreStructure *self)
{
  return self->index;
}

/* The first thread that asks works it out, and others wait for it. */
const CadreIndex *
cadre_structure_get_index (CadreStructure *self)
{
  if (__atomic_load_n (&self->is_indexed, __ATOMIC_ACQUIRE))
    return self->index;

  g_mutex_lock (&self->index_lock);
  if (!__atomic_load_n (&self->is_indexed, __ATOMIC_ACQUIRE))
    {
      cadre_index_fill (self->index, self->tables);
      __atomic_store_n (&self->is_indexed, TRUE, __ATOMIC_RELEASE);
    }
  g_mutex_unlock (&self->index_lock);

  return self->index;
}

guint
cadre_structure_get_max_issues (CadreStructure *self)
{
  return cadre_issue_list_get_max_details (self->issues);
}

/* What could not be checked for want of memory must not pass for sound. */
static gboolean
check (CadreStructure *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!cadre_structure_validate (self->tables, cadre_structure_get_index (self), self->issues,
                                 cancellable, &fault))
    {
      if (fault->domain == G_IO_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      cadre_issue_list_add_fields (self->issues, "structure.check.unfinished", CADRE_SEVERITY_ERROR,
                                   fault->message, "", NULL, NULL);
    }

  cadre_issue_list_seal (self->issues);
  return TRUE;
}

/* The first thread that asks looks for the faults, and others wait for it. Who
 * compares or counts never asks, and does not pay for them. */
gboolean
cadre_structure_check (CadreStructure *self, GCancellable *cancellable, GError **error)
{
  gboolean is_checked = FALSE;

  if (__atomic_load_n (&self->is_checked, __ATOMIC_ACQUIRE))
    return TRUE;

  g_mutex_lock (&self->check_lock);
  is_checked =
    __atomic_load_n (&self->is_checked, __ATOMIC_ACQUIRE) || check (self, cancellable, error);
  __atomic_store_n (&self->is_checked, is_checked, __ATOMIC_RELEASE);
  g_mutex_unlock (&self->check_lock);
  return is_checked;
}

static CadreIssueList *
get_issues (CadreStructure *self)
{
  cadre_structure_check (self, NULL, NULL);
  return self->issues;
}

CadreStructure *
cadre_structure_seal (CadreTables *tables,
                      CadreIssueList *issues,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CadreTables) owned = tables;
  g_autoptr (CadreIssueList) owned_issues = issues;
  g_autoptr (CadreIndex) index = NULL;
  CadreStructure *self = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !cadre_tables_seal (owned, error))
    return NULL;

  index = cadre_index_new_outline (owned, error);
  if (index == NULL)
    return NULL;

  cadre_string_table_seal (owned->strings);
  self = g_object_new (CADRE_TYPE_STRUCTURE, NULL);
  self->tables = g_steal_pointer (&owned);
  self->index = g_steal_pointer (&index);
  self->issues = g_steal_pointer (&owned_issues);
  return self;
}

static const char *
get_text (CadreStructure *self, guint32 code)
{
  return cadre_tables_text (self->tables, code);
}

/**
 * cadre_structure_get_id:
 * @self: a #CadreStructure
 *
 * Gets the id of the document.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not stated
 *
 * Since: 1.0
 */
const char *
cadre_structure_get_id (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return get_text (self, self->tables->id);
}

/**
 * cadre_structure_get_title:
 * @self: a #CadreStructure
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language
 *
 * Gets what the structure is called in one language. There is no fall-back to
 * another.
 *
 * Returns: (transfer none) (nullable): the title, or %NULL where there is none
 *   in that language
 *
 * Since: 1.0
 */
const char *
cadre_structure_get_title (CadreStructure *self, const char *language)
{
  guint n = 0;
  const guint32 *pairs = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  if (language == NULL || g_strcmp0 (language, get_text (self, self->tables->language)) == 0)
    return get_text (self, self->tables->title);

  pairs = cadre_tables_list (self->tables, self->tables->title_translations, &n);
  for (guint i = 0; i < n; i += 2)
    if (g_strcmp0 (get_text (self, pairs[i]), language) == 0)
      return get_text (self, pairs[i + 1]);

  return NULL;
}

/**
 * cadre_structure_get_as_of:
 * @self: a #CadreStructure
 *
 * Gets the date that the structure describes.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_structure_get_as_of (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return cadre_date_new_packed (self->tables->as_of);
}

/**
 * cadre_structure_get_language:
 * @self: a #CadreStructure
 *
 * Gets the first language of the texts, as a BCP 47 tag.
 *
 * Returns: (transfer none): the language
 *
 * Since: 1.0
 */
const char *
cadre_structure_get_language (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return get_text (self, self->tables->language);
}

/**
 * cadre_structure_get_source:
 * @self: a #CadreStructure
 *
 * Gets where the structure was taken from.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_structure_get_source (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return get_text (self, self->tables->source);
}

/**
 * cadre_structure_get_licence:
 * @self: a #CadreStructure
 *
 * Gets the licence of the source.
 *
 * Returns: (transfer none) (nullable): the licence, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_structure_get_licence (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return get_text (self, self->tables->licence);
}

/**
 * cadre_structure_dup_notes:
 * @self: a #CadreStructure
 *
 * Gets what a reader of the structure must know, such as what its source leaves
 * open.
 *
 * Returns: (transfer full) (array zero-terminated=1): the notes
 *
 * Since: 1.0
 */
char **
cadre_structure_dup_notes (CadreStructure *self)
{
  guint n = 0;
  const guint32 *codes = NULL;
  char **notes = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  codes = cadre_tables_list (self->tables, self->tables->notes, &n);
  notes = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    notes[i] = g_strdup (get_text (self, codes[i]));

  return notes;
}

/**
 * cadre_structure_get_issues:
 * @self: a #CadreStructure
 *
 * Gets all that is wrong, or worth knowing, about the structure.
 *
 * The first call looks for it, in time in proportion to the size of the
 * structure. Any thread may make it.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_structure_get_issues (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  return get_issues (self);
}

/**
 * cadre_structure_is_sound:
 * @self: a #CadreStructure
 *
 * Whether none of the issues is an error. The first call may take as long as that of
 * cadre_structure_get_issues().
 *
 * Returns: %TRUE if there is no error
 *
 * Since: 1.0
 */
gboolean
cadre_structure_is_sound (CadreStructure *self)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);

  return !cadre_issue_list_has_errors (get_issues (self));
}

static gboolean
is_kind (CadreRecordKind kind)
{
  return (guint) kind < CADRE_N_RECORD_KINDS;
}

/**
 * cadre_structure_get_n_records:
 * @self: a #CadreStructure
 * @kind: a kind of record
 *
 * Counts the records of one kind.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_structure_get_n_records (CadreStructure *self, CadreRecordKind kind)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), 0);
  g_return_val_if_fail (is_kind (kind), 0);

  return self->tables->tables[kind].n_rows;
}

/**
 * cadre_structure_list_records:
 * @self: a #CadreStructure
 * @kind: a kind of record
 *
 * Gets the records of one kind as a list model. Each item is made when it is
 * asked for, and is a copy.
 *
 * Returns: (transfer full): a list of #CadreRecord
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_records (CadreStructure *self, CadreRecordKind kind)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (is_kind (kind), NULL);

  return cadre_record_list_new (self, kind);
}

/**
 * cadre_structure_get_record:
 * @self: a #CadreStructure
 * @kind: a kind of record
 * @row: the row, less than cadre_structure_get_n_records()
 *
 * Gets one record by its place.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreRecord *
cadre_structure_get_record (CadreStructure *self, CadreRecordKind kind, guint row)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (is_kind (kind), NULL);
  g_return_val_if_fail (row < self->tables->tables[kind].n_rows, NULL);

  return cadre_record_new_for_row (self->tables, kind, row);
}

/**
 * cadre_structure_dup_origin:
 * @self: a #CadreStructure
 * @kind: a kind of record
 * @row: the place of the record among those of its kind
 *
 * Gets where a record stood in the document that it was read from, as a JSON
 * Pointer such as `/posts/17`. A reporting line that was the manager of a post has
 * the origin `/posts/17/manager`. What a builder was given counts from 0, in the
 * order in which it was given.
 *
 * Returns: (transfer full) (nullable): the origin, or %NULL where there are not so
 *   many records
 *
 * Since: 1.0
 */
char *
cadre_structure_dup_origin (CadreStructure *self, CadreRecordKind kind, guint row)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);

  return row < self->tables->tables[kind].n_rows ? cadre_tables_dup_origin (self->tables, kind, row)
                                                 : NULL;
}

/**
 * cadre_structure_find_record:
 * @self: a #CadreStructure
 * @kind: a kind of record that has ids
 * @id: an id
 *
 * Finds a record by its id. Where several share it, which is an issue, the
 * first in the order of what they hold is given.
 *
 * Takes time in proportion to the logarithm of the number of records.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreRecord *
cadre_structure_find_record (CadreStructure *self, CadreRecordKind kind, const char *id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (is_kind (kind), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (cadre_schema_get (kind)->keys == NULL)
    row = cadre_tables_find (self->tables, kind, id);

  return row != CADRE_NO_ROW ? cadre_record_new_for_row (self->tables, kind, row) : NULL;
}

/**
 * cadre_structure_find_post:
 * @self: a #CadreStructure
 * @id: an id
 *
 * Finds a post by its id, as cadre_structure_find_record() does.
 *
 * Returns: (transfer full) (nullable): the post, or %NULL where there is none
 *
 * Since: 1.0
 */
CadrePost *
cadre_structure_find_post (CadreStructure *self, const char *id)
{
  return (CadrePost *) cadre_structure_find_record (self, CADRE_RECORD_KIND_POST, id);
}

/**
 * cadre_structure_find_unit:
 * @self: a #CadreStructure
 * @id: an id
 *
 * Finds a unit by its id, as cadre_structure_find_record() does.
 *
 * Returns: (transfer full) (nullable): the unit, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreUnit *
cadre_structure_find_unit (CadreStructure *self, const char *id)
{
  return (CadreUnit *) cadre_structure_find_record (self, CADRE_RECORD_KIND_UNIT, id);
}

/**
 * cadre_structure_find_organisation:
 * @self: a #CadreStructure
 * @id: an id
 *
 * Finds an organisation by its id, as cadre_structure_find_record() does.
 *
 * Returns: (transfer full) (nullable): the organisation, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreOrganisation *
cadre_structure_find_organisation (CadreStructure *self, const char *id)
{
  return (CadreOrganisation *) cadre_structure_find_record (self, CADRE_RECORD_KIND_ORGANISATION,
                                                            id);
}

/**
 * cadre_structure_find_person:
 * @self: a #CadreStructure
 * @id: an id
 *
 * Finds a person by its id, as cadre_structure_find_record() does.
 *
 * Returns: (transfer full) (nullable): the person, or %NULL where there is none
 *
 * Since: 1.0
 */
CadrePerson *
cadre_structure_find_person (CadreStructure *self, const char *id)
{
  return (CadrePerson *) cadre_structure_find_record (self, CADRE_RECORD_KIND_PERSON, id);
}

/**
 * cadre_structure_find_assignment:
 * @self: a #CadreStructure
 * @id: an id
 *
 * Finds an assignment by its id, as cadre_structure_find_record() does.
 *
 * Returns: (transfer full) (nullable): the assignment, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreAssignment *
cadre_structure_find_assignment (CadreStructure *self, const char *id)
{
  return (CadreAssignment *) cadre_structure_find_record (self, CADRE_RECORD_KIND_ASSIGNMENT, id);
}
