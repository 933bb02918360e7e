/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The slots of a table of texts: open addressing, linear probing. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "base/cadre-string-slots-private.h"

#define FIRST_SLOTS 64

CadreStringSlot *
cadre_string_slots_alloc (gsize n_slots)
{
  return n_slots <= G_MAXSSIZE / sizeof (CadreStringSlot)
           ? cadre_pages_try_new (n_slots * sizeof (CadreStringSlot))
           : NULL;
}

void
cadre_string_slots_free (CadreStringSlot *slots, gsize n_slots)
{
  if (slots != NULL)
    cadre_pages_free (slots, n_slots * sizeof (CadreStringSlot));
}

gsize
cadre_string_slots_for (gsize n_codes)
{
  return MAX (n_codes + n_codes / 3 + 1, FIRST_SLOTS);
}

void
cadre_string_slots_put (CadreStringSlot *slots,
                        gsize n_slots,
                        const CadreStringSlot *others,
                        gsize n_others)
{
  for (gsize i = 0; i < n_others; i++)
    {
      gsize place = 0;

      if (others[i].code == 0)
        continue;
      place = cadre_string_slots_home (others[i].tag, n_slots);
      while (slots[place].code != 0)
        place = cadre_string_slots_next (place, n_slots);
      slots[place] = others[i];
    }
}

gboolean
cadre_string_slots_resize (CadreStringSlot **slots, gsize *n_slots, gsize n_new)
{
  CadreStringSlot *resized = cadre_string_slots_alloc (n_new);

  if (resized == NULL)
    return FALSE;

  cadre_pages_touch (resized, n_new * sizeof (CadreStringSlot));
  cadre_string_slots_put (resized, n_new, *slots, *n_slots);
  cadre_string_slots_free (*slots, *n_slots);
  *slots = resized;
  *n_slots = n_new;

  return TRUE;
}

CadreStringSlots *
cadre_string_slots_share_take (CadreStringSlot *slots, gsize n_slots, gsize n_codes)
{
  CadreStringSlots *self = g_new (CadreStringSlots, 1);

  *self = (CadreStringSlots){ slots, n_slots, n_codes, 1 };
  return self;
}

CadreStringSlots *
cadre_string_slots_ref (CadreStringSlots *self)
{
  g_atomic_int_inc (&self->ref_count);

  return self;
}

void
cadre_string_slots_unref (CadreStringSlots *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  cadre_string_slots_free (self->slots, self->n_slots);
  g_free (self);
}
