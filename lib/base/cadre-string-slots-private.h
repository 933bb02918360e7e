/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a text is found: empty where code is CADRE_STRING_UNKNOWN. */
typedef struct
{
  guint32 tag; /* the upper half of the hash of the text */
  guint32 code;
} CadreStringSlot;

/* The slots of a sealed table and of its copies, which nobody writes. */
typedef struct
{
  CadreStringSlot *slots;
  gsize n_slots;
  gsize n_codes; /* of codes below, all texts are found here */
  gint ref_count;
} CadreStringSlots;

/* Empty ones, or NULL for want of memory. */
CadreStringSlot *cadre_string_slots_alloc (gsize n_slots);
void cadre_string_slots_free (CadreStringSlot *slots, gsize n_slots);
/* As full as slots may be: three quarters. */
gsize cadre_string_slots_for (gsize n_codes);
/* Puts texts in that are different from all that is there already. */
void cadre_string_slots_put (CadreStringSlot *slots,
                             gsize n_slots,
                             const CadreStringSlot *others,
                             gsize n_others);
/* The same texts in another number of slots; FALSE for want of memory. */
gboolean cadre_string_slots_resize (CadreStringSlot **slots, gsize *n_slots, gsize n_new);

CadreStringSlots *
cadre_string_slots_share_take (CadreStringSlot *slots, gsize n_slots, gsize n_codes);
CadreStringSlots *cadre_string_slots_ref (CadreStringSlots *self);
void cadre_string_slots_unref (CadreStringSlots *self);

static inline gsize
cadre_string_slots_home (guint32 tag, gsize n_slots)
{
  return ((guint64) tag * n_slots) >> 32;
}

/* Goes from a slot to the next. */
static inline gsize
cadre_string_slots_next (gsize place, gsize n_slots)
{
  return place + 1 < n_slots ? place + 1 : 0;
}

G_END_DECLS
