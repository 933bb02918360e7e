/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The end of putting texts into a table: giving back, and sharing. */

#include "config.h"

#include "base/cadre-string-table-private.h"

/* Cuts a block to what is used and some room for copies, which is not touched before
 * one of them needs it. */
static void
trim (gpointer *block, gsize *capacity, gsize used, gsize width)
{
  const gsize room = used + used / 32;
  gpointer smaller = NULL;

  if (*capacity <= room)
    return;
  smaller = g_try_realloc_n (*block, room, width);
  if (smaller == NULL)
    return;

  *block = smaller;
  *capacity = room;
}

/* What little is too much is not worth filling other slots. */
static void
trim_slots (CadreStringTable *self)
{
  const gsize n_slots = cadre_string_slots_for (cadre_string_table_count_own (self, self->n_codes));

  if (n_slots < self->n_slots - self->n_slots / 16)
    cadre_string_slots_resize (&self->slots, &self->n_slots, n_slots);
}

/* All slots in one piece, where there is memory for that. */
static void
join_slots (CadreStringTable *self)
{
  CadreStringSlots *shared = self->shared;
  const gsize n_slots = cadre_string_slots_for (self->n_codes);
  CadreStringSlot *slots = cadre_string_slots_alloc (n_slots);

  if (slots == NULL)
    return;

  cadre_string_slots_put (slots, n_slots, shared->slots, shared->n_slots);
  cadre_string_slots_put (slots, n_slots, self->slots, self->n_slots);
  cadre_string_slots_free (self->slots, self->n_slots);
  cadre_string_slots_unref (shared);
  self->shared = NULL;
  self->slots = slots;
  self->n_slots = n_slots;
}

/* Copies go on sharing what they came with while they have put little in. */
static void
share_slots (CadreStringTable *self)
{
  const gsize n_own = cadre_string_table_count_own (self, self->n_codes);

  if (self->shared != NULL && n_own > self->shared->n_codes / 8)
    join_slots (self);
  else
    trim_slots (self);
  if (self->shared != NULL)
    return;

  self->shared =
    cadre_string_slots_share_take (g_steal_pointer (&self->slots), self->n_slots, self->n_codes);
  self->n_slots = 0;
}

/*< private >
 * cadre_string_table_seal:
 * @self: a table
 *
 * Ends putting in. The table gives back memory that it does not need, its
 * texts no longer move, and threads may share it.
 */
void
cadre_string_table_seal (CadreStringTable *self)
{
  if (self->sealed)
    return;

  self->sealed = TRUE;
  if (self->texts == NULL)
    {
      trim ((gpointer *) &self->bytes, &self->bytes_capacity, self->n_bytes, 1);
      trim (&self->offsets, &self->offsets_capacity, self->n_codes + 1,
            cadre_string_table_width (self));
      cadre_string_table_share_texts (self);
    }
  share_slots (self);
}
