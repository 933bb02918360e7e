/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* All texts of one table in another.
 *
 * Both keep their slots nearly in the order of the tags. So the slots of the one are
 * gone through from end to end, and those of the other with them: no text is hashed, and
 * memory is asked for in its order. What that finds is compared in the order of the
 * codes, in which most texts lie. */

#include "config.h"

#include "base/cadre-string-table-private.h"

#include <string.h>

#define AHEAD 16       /* so many texts before it is its turn, memory for one is asked for */
#define SLOTS_AHEAD 48 /* likewise slots, which take less time each */

/* The slots in which nearly all texts of a table are. */
static const CadreStringSlot *
get_slots (const CadreStringTable *self, gsize *n_slots)
{
  const gboolean is_shared = self->shared != NULL;

  *n_slots = is_shared ? self->shared->n_slots : self->n_slots;
  return is_shared ? self->shared->slots : self->slots;
}

/* By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
prefetch_slot (const CadreStringSlot *slot,
               const CadreStringSlot *end,
               const CadreStringTable *self)
{
  gsize n_slots = 0;
  const CadreStringSlot *slots = get_slots (self, &n_slots);

  if (slot + SLOTS_AHEAD < end)
    __builtin_prefetch (&slots[cadre_string_slots_home (slot[SLOTS_AHEAD].tag, n_slots)]);
}

/* For each text the first code with its tag, which is mostly that of the text; for the others
 * their tags. */
static void
guess_codes (const CadreStringTable *self,
             const CadreStringTable *other,
             guint32 *codes,
             guint32 *tags)
{
  gsize n_slots = 0;
  gsize n_others = 0;
  const CadreStringSlot *slots = get_slots (self, &n_slots);
  const CadreStringSlot *others = get_slots (other, &n_others);

  for (gsize i = 0; i < n_others; i++)
    {
      const guint32 tag = others[i].tag;
      gsize place = cadre_string_slots_home (tag, n_slots);

      prefetch_slot (&others[i], others + n_others, self);
      if (others[i].code == CADRE_STRING_UNKNOWN)
        continue;
      while (slots[place].code != CADRE_STRING_UNKNOWN && slots[place].tag != tag)
        place = cadre_string_slots_next (place, n_slots);
      codes[others[i].code] = slots[place].code;
      if (slots[place].code == CADRE_STRING_UNKNOWN)
        tags[others[i].code] = tag;
    }
}

/* Likewise: first for the place that says where a text is, and then for the text. */
static inline __attribute__ ((always_inline)) void
prefetch_text (const CadreStringTable *self, const guint32 *codes, gsize code, gsize n_codes)
{
  if (code + AHEAD < n_codes)
    __builtin_prefetch ((const char *) self->offsets +
                        codes[code + AHEAD] * cadre_string_table_width (self));
  if (code + AHEAD / 2 < n_codes)
    __builtin_prefetch (self->bytes + cadre_string_table_offset (self, codes[code + AHEAD / 2]));
}

static gboolean
has_text (const CadreStringTable *self, guint32 code, const char *text, gsize length)
{
  return code != CADRE_STRING_UNKNOWN && cadre_string_table_length (self, code) == length &&
         memcmp (cadre_string_table_get (self, code), text, length) == 0;
}

/*< private >
 * cadre_string_table_intern_all:
 * @self: a table that is not sealed
 * @other: another one that is
 * @codes: (out caller-allocates): by code of @other, the code of its text in @self
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_string_table_intern() does for each text of another table, in the order
 * of their codes. Where it fails, the texts before the one that failed are in the table.
 *
 * Returns: whether there is a code for every text
 */
gboolean
cadre_string_table_intern_all (CadreStringTable *self,
                               const CadreStringTable *other,
                               guint32 *codes,
                               GError **error)
{
  const gsize n_codes = other->n_codes;
  g_autofree guint32 *tags = g_try_new (guint32, n_codes);
  const gboolean is_guessed = tags != NULL && memcmp (self->key, other->key, sizeof self->key) == 0;

  memset (codes, 0, n_codes * sizeof (guint32));
  if (is_guessed)
    guess_codes (self, other, codes, tags);

  codes[CADRE_STRING_UNKNOWN] = CADRE_STRING_UNKNOWN;
  codes[CADRE_STRING_NONE] = CADRE_STRING_NONE;
  for (gsize code = CADRE_STRING_FIRST; code < n_codes; code++)
    {
      const CadreStringView view = { cadre_string_table_get (other, code),
                                     cadre_string_table_length (other, code) };
      const gboolean is_new = is_guessed && codes[code] == CADRE_STRING_UNKNOWN;

      prefetch_text (self, codes, code, n_codes);
      if (has_text (self, codes[code], view.text, view.length))
        continue;
      if (is_new
            ? !cadre_string_table_intern_unshared (self, tags[code], &view, &codes[code], error)
            : !cadre_string_table_intern (self, view.text, view.length, &codes[code], error))
        return FALSE;
    }

  return TRUE;
}
