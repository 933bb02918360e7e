/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Copies of tables of texts.
 *
 * What a sealed table holds stays as it is, so that copies need only what is put into
 * them. There is some room behind the texts, which the first copy takes that puts any
 * in; when there is no room, or another copy has it, the texts are copied after all. */

#include "config.h"

#include "base/cadre-string-table-private.h"
#include "kernel/cadre-pages-private.h"

/* The texts and their offsets in blocks of the table's own, with room for some more. */
static gboolean
copy_texts (CadreStringTable *self, gsize n_bytes)
{
  const gsize width = cadre_string_table_width (self);
  const gsize n_offsets = self->n_codes + 2;
  const gsize bytes_capacity = n_bytes + n_bytes / 16;
  const gsize offsets_capacity = n_offsets + n_offsets / 16;
  char *bytes = cadre_pages_try_malloc (bytes_capacity);
  gpointer offsets = cadre_pages_try_malloc (offsets_capacity * width);

  if (bytes == NULL || offsets == NULL)
    {
      g_free (bytes);
      g_free (offsets);
      return FALSE;
    }

  memcpy (bytes, self->bytes, self->n_bytes);
  memcpy (offsets, self->offsets, (self->n_codes + 1) * width);
  self->bytes = bytes;
  self->offsets = offsets;
  self->bytes_capacity = bytes_capacity;
  self->offsets_capacity = offsets_capacity;
  return TRUE;
}

static void
unref_texts (CadreStringTexts *texts)
{
  if (!g_atomic_int_dec_and_test (&texts->ref_count))
    return;

  g_free (texts->bytes);
  g_free (texts->offsets);
  g_free (texts);
}

static void
leave_texts (CadreStringTable *self)
{
  /* All that it put behind them is in no other table. */
  if (self->extends)
    g_atomic_int_set (&self->texts->is_extended, FALSE);
  self->extends = FALSE;
  g_clear_pointer (&self->texts, unref_texts);
}

/*< private >
 * cadre_string_table_share_texts:
 * @self: a table that is sealed
 *
 * Lets copies have the texts that it has.
 */
void
cadre_string_table_share_texts (CadreStringTable *self)
{
  if (self->texts != NULL)
    return;

  self->texts = g_new (CadreStringTexts, 1);
  *self->texts = (CadreStringTexts){ self->bytes, self->offsets, FALSE, 1 };
}

/*< private >
 * cadre_string_table_take_room:
 * @self: a table whose texts are shared
 * @n_bytes: how many bytes there are with the text that is put in
 *
 * Makes certain that a text can be put in: behind the shared ones, or else into blocks
 * of the table's own.
 *
 * Returns: whether there is memory
 */
gboolean
cadre_string_table_take_room (CadreStringTable *self, gsize n_bytes)
{
  const gboolean has_room = n_bytes <= self->bytes_capacity &&
                            self->n_codes + 2 <= self->offsets_capacity &&
                            (self->wide || n_bytes <= self->wide_above);

  if (has_room && self->extends)
    return TRUE;
  if (has_room && g_atomic_int_compare_and_exchange (&self->texts->is_extended, FALSE, TRUE))
    {
      self->extends = TRUE;
      return TRUE;
    }
  if (!copy_texts (self, n_bytes))
    return FALSE;

  leave_texts (self);
  return TRUE;
}

/*< private >
 * cadre_string_table_free_texts:
 * @self: a table
 *
 * Gives back its texts, where it has them alone.
 */
void
cadre_string_table_free_texts (CadreStringTable *self)
{
  if (self->texts != NULL)
    {
      leave_texts (self);
      return;
    }

  g_free (self->bytes);
  g_free (self->offsets);
}

/* Nobody else can have what a table put behind others. */
static gboolean
take_texts (CadreStringTable *copy, const CadreStringTable *self)
{
  copy->extends = FALSE;
  if (!self->sealed || self->extends)
    {
      copy->texts = NULL;
      return copy_texts (copy, self->n_bytes);
    }

  g_atomic_int_inc (&copy->texts->ref_count);
  return TRUE;
}

static gboolean
take_slots (CadreStringTable *copy, const CadreStringTable *self)
{
  copy->shared = self->shared != NULL ? cadre_string_slots_ref (self->shared) : NULL;
  copy->n_slots = MAX (self->n_slots, cadre_string_slots_for (0));
  copy->slots = cadre_string_slots_alloc (copy->n_slots);
  if (copy->slots != NULL && self->slots != NULL)
    memcpy (copy->slots, self->slots, self->n_slots * sizeof (CadreStringSlot));
  return copy->slots != NULL;
}

/*< private >
 * cadre_string_table_copy:
 * @self: a table
 * @error: return location for a #GError, or %NULL
 *
 * Makes a table with the same texts under the same codes, into which more can
 * be put. Takes O(1) time where @self is sealed and no copy itself that has put
 * texts behind others.
 *
 * Returns: (transfer full): the table, or %NULL with @error set for want of
 *   memory
 */
CadreStringTable *
cadre_string_table_copy (const CadreStringTable *self, GError **error)
{
  CadreStringTable *copy = g_new0 (CadreStringTable, 1);

  /* But for the count of references, the last member, which others may change. */
  memcpy (copy, self, G_STRUCT_OFFSET (CadreStringTable, ref_count));
  copy->ref_count = 1;
  copy->sealed = FALSE;
  copy->shared = NULL;
  copy->slots = NULL;
  if (!take_texts (copy, self))
    {
      g_free (copy);
      copy = NULL;
    }
  else if (!take_slots (copy, self))
    g_clear_pointer (&copy, cadre_string_table_unref);

  if (copy == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         "There is not enough memory to copy a string table");
  return copy;
}
