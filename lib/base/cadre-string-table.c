/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Texts lie end to end in one block, found by the offset of their code. The
 * hash table beside it holds codes and half of the hash, so that a search
 * rarely looks at a text that is not the one it wants.
 *
 * The place of a text in the hash table is its tag scaled to the number of
 * slots, not a remainder: the slots are then nearly in the order of the tags,
 * whatever their number, and a larger table is filled by one pass over both,
 * without hashing or jumping. So the table can grow by half instead of
 * doubling, and be cut to size when it is sealed.
 *
 * A table that is sealed shares its texts and its slots with its copies. Those have
 * other slots beside them for what is put into them alone, and one of them at a
 * time puts its texts behind the shared ones.
 *
 * Offsets take four bytes until the texts pass 4 GiB, and eight from there. */

#include "config.h"

#include "base/cadre-string-table-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#include "kernel/cadre-siphash-private.h"

/* Keeps the number of slots within 32 bits, and a code within a signed column. */
#define MAX_CODES G_MAXINT32
/* How many texts wait for memory at the same time. */
#define BATCH 64
#define FIRST_BYTES 1024
#define FIRST_CODES 64

static guint32
get_tag (const CadreStringTable *self, const char *text, gsize length)
{
  return cadre_siphash_with_rounds (text, length, self->key, 1, 3) >> 32;
}

static void
set_offset (CadreStringTable *self, gsize code, guint64 offset)
{
  if (self->wide)
    ((guint64 *) self->offsets)[code] = offset;
  else
    ((guint32 *) self->offsets)[code] = offset;
}

/*< private >
 * cadre_string_table_new:
 *
 * Makes a table that holds %CADRE_STRING_UNKNOWN and %CADRE_STRING_NONE.
 *
 * Returns: (transfer full): the table
 */
CadreStringTable *
cadre_string_table_new (void)
{
  CadreStringTable *self = g_new0 (CadreStringTable, 1);

  self->ref_count = 1;
  self->wide_above = G_MAXUINT32;
  self->max_codes = MAX_CODES;
  cadre_siphash_process_key (self->key);

  self->bytes = g_malloc0 (FIRST_BYTES);
  self->bytes_capacity = FIRST_BYTES;
  self->offsets = g_new (guint32, FIRST_CODES);
  self->offsets_capacity = FIRST_CODES;
  self->n_slots = cadre_string_slots_for (0);
  self->slots = g_new0 (CadreStringSlot, self->n_slots);

  self->n_codes = CADRE_STRING_FIRST;
  self->n_bytes = CADRE_STRING_FIRST;
  for (guint32 code = 0; code <= CADRE_STRING_FIRST; code++)
    set_offset (self, code, code);

  return self;
}

CadreStringTable *
cadre_string_table_ref (CadreStringTable *self)
{
  g_atomic_int_inc (&self->ref_count);

  return self;
}

void
cadre_string_table_unref (CadreStringTable *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  cadre_string_table_free_texts (self);
  cadre_string_slots_free (self->slots, self->n_slots);
  g_clear_pointer (&self->shared, cadre_string_slots_unref);
  g_free (self);
}

static gboolean
has_text (const CadreStringTable *self, guint32 code, const char *text, gsize length)
{
  const guint64 offset = cadre_string_table_offset (self, code);

  if (cadre_string_table_offset (self, (gsize) code + 1) - offset != (guint64) length + 1)
    return FALSE;

  return memcmp (self->bytes + offset, text, length) == 0;
}

/* The slot that holds the text, or the free one where it belongs. */
static inline CadreStringSlot *
find_slot (const CadreStringTable *self,
           CadreStringSlot *slots,
           gsize n_slots,
           guint32 tag,
           const CadreStringView *view)
{
  gsize place = cadre_string_slots_home (tag, n_slots);

  while (slots[place].code != CADRE_STRING_UNKNOWN &&
         (slots[place].tag != tag || !has_text (self, slots[place].code, view->text, view->length)))
    place = cadre_string_slots_next (place, n_slots);

  return &slots[place];
}

/* The code of a text that is found in shared slots, or CADRE_STRING_UNKNOWN. */
static guint32
find_shared (const CadreStringTable *self, guint32 tag, const CadreStringView *view)
{
  const CadreStringSlots *shared = self->shared;

  return shared != NULL ? find_slot (self, shared->slots, shared->n_slots, tag, view)->code
                        : CADRE_STRING_UNKNOWN;
}

static CadreStringSlot *
find_own (const CadreStringTable *self, guint32 tag, const CadreStringView *view)
{
  return find_slot (self, self->slots, self->n_slots, tag, view);
}

/* Makes room for @wanted elements beside the @used ones, and half as many again as there
 * was room for. */
static gboolean
reserve (gpointer *block, gsize *capacity, gsize used, gsize wanted, gsize width)
{
  gsize room = MAX (wanted, *capacity + *capacity / 2);
  gpointer larger;

  if (wanted <= *capacity)
    return TRUE;
  if (room > G_MAXSSIZE / width)
    return FALSE;

  larger = cadre_pages_try_renew (*block, used * width, room * width);
  if (larger == NULL)
    return FALSE;

  *block = larger;
  *capacity = room;

  return TRUE;
}

/* Goes through the codes from the last to the first, so that a wide offset
 * covers narrow ones that have been read. */
static gboolean
widen_offsets (CadreStringTable *self)
{
  guint64 *wide = g_try_realloc_n (self->offsets, self->offsets_capacity, sizeof (guint64));
  const guint32 *narrow = (const guint32 *) wide;

  if (wide == NULL)
    return FALSE;

  for (gsize code = self->n_codes + 1; code-- > 0;)
    {
      guint32 offset;

      memcpy (&offset, &narrow[code], sizeof offset);
      wide[code] = offset;
    }

  self->offsets = wide;
  self->wide = TRUE;

  return TRUE;
}

static gboolean
reserve_text (CadreStringTable *self, gsize n_bytes)
{
  if (self->texts != NULL && !cadre_string_table_take_room (self, n_bytes))
    return FALSE;
  if (n_bytes > self->wide_above && !self->wide && !widen_offsets (self))
    return FALSE;
  if (!reserve ((gpointer *) &self->bytes, &self->bytes_capacity, self->n_bytes, n_bytes, 1))
    return FALSE;
  if (!reserve (&self->offsets, &self->offsets_capacity, self->n_codes + 1, self->n_codes + 2,
                cadre_string_table_width (self)))
    return FALSE;
  /* A copy of a table that was sealed takes a few texts more before it grows. */
  if (cadre_string_slots_for (cadre_string_table_count_own (self, self->n_codes + 1)) <=
      self->n_slots + self->n_slots / 16)
    return TRUE;

  return cadre_string_slots_resize (&self->slots, &self->n_slots,
                                    self->n_slots + self->n_slots / 2);
}

static gboolean
make_room (CadreStringTable *self, gsize length, GError **error)
{
  gsize n_bytes = 0;

  if (self->n_codes >= self->max_codes)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   "There are more than %" G_GSIZE_FORMAT " different texts",
                   self->max_codes - CADRE_STRING_FIRST);
      return FALSE;
    }

  if (!g_size_checked_add (&n_bytes, self->n_bytes, length) ||
      !g_size_checked_add (&n_bytes, n_bytes, 1) || !reserve_text (self, n_bytes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                           "There is not enough memory for the texts");
      return FALSE;
    }

  return TRUE;
}

static guint32
append (CadreStringTable *self, const char *text, gsize length)
{
  const guint32 code = self->n_codes++;

  memcpy (self->bytes + self->n_bytes, text, length);
  self->bytes[self->n_bytes + length] = '\0';
  self->n_bytes += length + 1;
  set_offset (self, self->n_codes, self->n_bytes);

  return code;
}

/* Puts a text in that no shared slot has, unless it is there. */
gboolean
cadre_string_table_intern_unshared (CadreStringTable *self,
                                    guint32 tag,
                                    const CadreStringView *view,
                                    guint32 *code,
                                    GError **error)
{
  const gsize n_slots = self->n_slots;
  CadreStringSlot none = { 0, CADRE_STRING_UNKNOWN };
  CadreStringSlot *slot = &none;

  if (self->slots != NULL)
    slot = find_own (self, tag, view);
  *code = slot->code;
  if (*code != CADRE_STRING_UNKNOWN)
    return TRUE;

  g_return_val_if_fail (!self->sealed, FALSE);

  if (!make_room (self, view->length, error))
    return FALSE;

  if (self->n_slots != n_slots)
    slot = find_own (self, tag, view);
  *code = append (self, view->text, view->length);
  *slot = (CadreStringSlot){ tag, *code };

  return TRUE;
}

static gboolean
intern_tagged (CadreStringTable *self,
               guint32 tag,
               const CadreStringView *view,
               guint32 *code,
               GError **error)
{
  *code = find_shared (self, tag, view);

  return *code != CADRE_STRING_UNKNOWN ||
         cadre_string_table_intern_unshared (self, tag, view, code, error);
}

/*< private >
 * cadre_string_table_intern:
 * @self: a table that is not sealed
 * @text: the text, not %NULL and not inside the table; needs no NUL
 * @length: how many bytes it has
 * @code: (out): the code of the text
 * @error: return location for a #GError, or %NULL
 *
 * Gets the code of a text, and puts the text in if it is not there. Fails with
 * %G_IO_ERROR_NO_SPACE where there is no memory or no code left, and the table
 * is then as it was.
 *
 * Takes O(@length) time, spread over the calls.
 *
 * Returns: whether there is a code
 */
gboolean
cadre_string_table_intern (CadreStringTable *self,
                           const char *text,
                           gsize length,
                           guint32 *code,
                           GError **error)
{
  const CadreStringView view = { text, length };

  return intern_tagged (self, get_tag (self, text, length), &view, code, error);
}

/* Most texts that come to a copy are in what it shares. By force: GCC 12 leaves out calls of what
 * only asks for memory. */
static inline __attribute__ ((always_inline)) void
prefetch_slot (const CadreStringTable *self, guint32 tag)
{
  const gboolean is_shared = self->shared != NULL;
  const CadreStringSlot *slots = is_shared ? self->shared->slots : self->slots;
  const gsize n_slots = is_shared ? self->shared->n_slots : self->n_slots;

  __builtin_prefetch (&slots[cadre_string_slots_home (tag, n_slots)]);
}

/*< private >
 * cadre_string_table_announce:
 * @self: a table
 * @text: a text, not %NULL; needs no NUL
 * @length: how many bytes it has
 *
 * Says that a text is going to be put in, so that memory for it is asked for.
 *
 * Returns: what cadre_string_table_intern_announced() needs of the text
 */
guint32
cadre_string_table_announce (const CadreStringTable *self, const char *text, gsize length)
{
  const guint32 tag = get_tag (self, text, length);

  prefetch_slot (self, tag);
  return tag;
}

/*< private >
 * cadre_string_table_intern_announced:
 * @self: a table that is not sealed
 * @tag: what cadre_string_table_announce() gave for the text
 * @text: the text, not %NULL and not inside the table; needs no NUL
 * @length: how many bytes it has
 * @code: (out): the code of the text
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_string_table_intern() does.
 *
 * Returns: whether there is a code
 */
gboolean
cadre_string_table_intern_announced (CadreStringTable *self,
                                     guint32 tag,
                                     const char *text,
                                     gsize length,
                                     guint32 *code,
                                     GError **error)
{
  const CadreStringView view = { text, length };

  return intern_tagged (self, tag, &view, code, error);
}

/*< private >
 * cadre_string_table_reserve:
 * @self: a table that is not sealed
 * @n_codes: how many codes there are going to be
 * @n_bytes: how many bytes their texts are going to have
 *
 * Makes room for texts at once that come one by one. Without it the table grows
 * as they come; where there is no memory for all of them, it still does.
 */
void
cadre_string_table_reserve (CadreStringTable *self, gsize n_codes, gsize n_bytes)
{
  const gsize n = MIN (n_codes, self->max_codes);

  if (n > self->n_codes &&
      cadre_string_slots_for (cadre_string_table_count_own (self, n)) > self->n_slots)
    cadre_string_slots_resize (&self->slots, &self->n_slots,
                               cadre_string_slots_for (cadre_string_table_count_own (self, n)));
  /* A copy has some room, and gets its own when that is not enough. */
  if (self->texts != NULL)
    return;
  reserve ((gpointer *) &self->bytes, &self->bytes_capacity, self->n_bytes, n_bytes, 1);
  reserve (&self->offsets, &self->offsets_capacity, self->n_codes + 1, n + 2,
           cadre_string_table_width (self));
}

/* The code that the tag leads to, most likely that of its text. */
static guint32
guess_code (const CadreStringTable *self, guint32 tag)
{
  const gboolean is_shared = self->shared != NULL;
  const CadreStringSlot *slots = is_shared ? self->shared->slots : self->slots;
  const gsize n_slots = is_shared ? self->shared->n_slots : self->n_slots;
  gsize place = cadre_string_slots_home (tag, n_slots);

  while (slots[place].code != CADRE_STRING_UNKNOWN && slots[place].tag != tag)
    place = cadre_string_slots_next (place, n_slots);

  return slots[place].code;
}

/* Asks for the memory of all texts before any of it is used. A text waits for
 * three places that memory may be slow to give: its slot, its offset, its bytes. */
static void
prefetch (const CadreStringTable *self,
          const CadreStringView *views,
          gsize n_views,
          guint32 tags[BATCH])
{
  guint32 guesses[BATCH];

  for (gsize i = 0; i < n_views; i++)
    {
      tags[i] = get_tag (self, views[i].text, views[i].length);
      prefetch_slot (self, tags[i]);
    }
  for (gsize i = 0; i < n_views; i++)
    {
      guesses[i] = guess_code (self, tags[i]);
      __builtin_prefetch ((const char *) self->offsets +
                          guesses[i] * cadre_string_table_width (self));
    }
  for (gsize i = 0; i < n_views; i++)
    __builtin_prefetch (self->bytes + cadre_string_table_offset (self, guesses[i]));
}

/*< private >
 * cadre_string_table_intern_many:
 * @self: a table that is not sealed
 * @views: (array length=n_views): the texts
 * @n_views: how many there are
 * @codes: (array length=n_views) (out caller-allocates): their codes
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_string_table_intern() does for each text in turn, faster where
 * the table is larger than the caches: the texts wait for memory together. Where
 * it fails, the texts before the one that failed are in the table.
 *
 * Returns: whether there is a code for every text
 */
gboolean
cadre_string_table_intern_many (CadreStringTable *self,
                                const CadreStringView *views,
                                gsize n_views,
                                guint32 *codes,
                                GError **error)
{
  guint32 tags[BATCH];

  for (gsize done = 0; done < n_views; done += BATCH)
    {
      const gsize n = MIN (n_views - done, BATCH);

      prefetch (self, views + done, n, tags);
      for (gsize i = 0; i < n; i++)
        if (!intern_tagged (self, tags[i], &views[done + i], &codes[done + i], error))
          return FALSE;
    }

  return TRUE;
}

static guint32
look_up (const CadreStringTable *self, guint32 tag, const CadreStringView *view)
{
  const guint32 code = find_shared (self, tag, view);

  return code == CADRE_STRING_UNKNOWN && self->slots != NULL ? find_own (self, tag, view)->code
                                                             : code;
}

/*< private >
 * cadre_string_table_lookup:
 * @self: a table
 * @text: the text, not %NULL; needs no NUL
 * @length: how many bytes it has
 *
 * Looks for a text.
 *
 * Returns: its code, or %CADRE_STRING_UNKNOWN if it is not there
 */
guint32
cadre_string_table_lookup (const CadreStringTable *self, const char *text, gsize length)
{
  const CadreStringView view = { text, length };

  return look_up (self, get_tag (self, text, length), &view);
}

/*< private >
 * cadre_string_table_lookup_many:
 * @self: a table
 * @views: (array length=n_views): the texts
 * @n_views: how many there are
 * @codes: (array length=n_views) (out caller-allocates): their codes
 *
 * Looks for many texts, which wait for memory together.
 */
void
cadre_string_table_lookup_many (const CadreStringTable *self,
                                const CadreStringView *views,
                                gsize n_views,
                                guint32 *codes)
{
  guint32 tags[BATCH];

  for (gsize done = 0; done < n_views; done += BATCH)
    {
      const gsize n = MIN (n_views - done, BATCH);

      prefetch (self, views + done, n, tags);
      for (gsize i = 0; i < n; i++)
        codes[done + i] = look_up (self, tags[i], &views[done + i]);
    }
}
