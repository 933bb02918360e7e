/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-names-private.h"
#include "kernel/cadre-siphash-private.h"

#define PADDING 8

/* Tells most names apart without looking at them. That it can be aimed at does
 * no harm: it is only used among CADRE_NAMES_FEW. */
static guint64
sign (const char *text, gsize length)
{
  guint64 first = 0;
  guint64 last = 0;

  if (length >= 8)
    {
      first = _cadre_text_load (text);
      last = _cadre_text_load (text + length - 8);
      return first ^ (last << 27 | last >> 37) ^ length;
    }

  for (gsize i = 0; i < length; i++)
    first = first << 8 | (guint8) text[i];

  return first ^ (guint64) length << 56;
}

static inline gboolean
is_name (const CadreNames *names, const CadreName *name, const char *text, gsize length)
{
  return name->length == length && memcmp (_cadre_names_text (names, name), text, length) == 0;
}

static gboolean
is_plain (const char *text, gsize length)
{
  const guint8 *end = (const guint8 *) text + length;

  return _cadre_text_plain_end ((const guint8 *) text, end) == end;
}

/* From here on the names of the object before are forgotten, but for those
 * that this one has repeated. */
static void
stop_guessing (CadreNames *names)
{
  const CadreName *last = names->n > 0 ? _cadre_names_last (names) : NULL;

  names->guessing = FALSE;
  names->text.size = last == NULL ? 0 : last->start + last->length;
}

static gboolean
append (CadreNames *names, const char *text, gsize length, guint64 signature)
{
  CadreName *name = NULL;

  if (names->n == names->n_allocated)
    {
      const guint n_wanted = MAX (16, names->n_allocated * 2);
      CadreName *entries = g_try_renew (CadreName, names->entries, n_wanted);

      if (entries == NULL)
        return FALSE;
      names->entries = entries;
      names->n_allocated = n_wanted;
    }

  if (!_cadre_buffer_reserve (&names->text, length + PADDING))
    return FALSE;

  name = &names->entries[names->n++];
  *name = (CadreName){
    .start = names->text.size,
    .signature = signature,
    .length = (guint) length,
    .is_plain = is_plain (text, length),
  };
  memcpy (names->text.data + names->text.size, text, length);
  memset (names->text.data + names->text.size + length, 0, PADDING);
  names->text.size += length;

  return TRUE;
}

static gboolean
find_among_few (const CadreNames *names,
                const char *text,
                gsize length,
                guint64 signature,
                guint *first)
{
  for (guint i = 0; i < names->n; i++)
    if (names->entries[i].signature == signature &&
        is_name (names, &names->entries[i], text, length))
      {
        *first = i;
        return TRUE;
      }

  return FALSE;
}

static void
put (CadreNames *names, guint index)
{
  const guint mask = names->n_in_use - 1;
  guint slot = (guint) names->entries[index].hash & mask;

  while (names->slots[slot] != 0)
    slot = (slot + 1) & mask;

  names->slots[slot] = index + 1;
}

/* Makes the table @n_in_use slots wide and puts the names there again. */
static gboolean
make_table (CadreNames *names, guint n_in_use)
{
  if (n_in_use > names->n_slots)
    {
      guint32 *slots = g_try_renew (guint32, names->slots, n_in_use);

      if (slots == NULL)
        return FALSE;
      names->slots = slots;
      names->n_slots = n_in_use;
    }

  memset (names->slots, 0, sizeof *names->slots * n_in_use);
  names->n_in_use = n_in_use;
  for (guint i = 0; i < names->n; i++)
    put (names, i);

  return TRUE;
}

/* Half of the slots at most are taken, so a search looks at two on average.
 * A table of 2³⁰ slots cannot grow: what would fill it does not fit anyway. */
static gboolean
ensure_table (CadreNames *names, const guint64 key[2])
{
  if (names->n > G_MAXINT32 / 4)
    return FALSE;

  if (names->n_in_use > 0)
    return names->n < names->n_in_use / 2 || make_table (names, names->n_in_use * 2);

  for (guint i = 0; i < names->n; i++)
    {
      CadreName *name = &names->entries[i];

      name->hash = cadre_siphash13 (_cadre_names_text (names, name), name->length, key);
    }

  return make_table (names, 1u << g_bit_storage (2 * names->n));
}

static gboolean
find_in_table (const CadreNames *names, const char *text, gsize length, guint64 hash, guint *first)
{
  const guint mask = names->n_in_use - 1;

  for (guint slot = (guint) hash & mask; names->slots[slot] != 0; slot = (slot + 1) & mask)
    {
      const CadreName *name = &names->entries[names->slots[slot] - 1];

      if (name->hash == hash && is_name (names, name, text, length))
        {
          *first = names->slots[slot] - 1;
          return TRUE;
        }
    }

  return FALSE;
}

static CadreNamesResult
add_to_many (CadreNames *names, const char *text, gsize length, guint64 signature, guint *first)
{
  guint64 key[2];
  guint64 hash = 0;
  gboolean found = FALSE;

  cadre_siphash_process_key (key);
  if (!ensure_table (names, key))
    return CADRE_NAMES_NO_MEMORY;

  hash = cadre_siphash13 (text, length, key);
  found = find_in_table (names, text, length, hash, first);
  if (!append (names, text, length, signature))
    return CADRE_NAMES_NO_MEMORY;

  _cadre_names_last (names)->hash = hash;
  if (!found)
    put (names, names->n - 1);

  return found ? CADRE_NAMES_DUPLICATE : CADRE_NAMES_NEW;
}

/*< private >
 * _cadre_names_add:
 * @first: (out): the index of the first member of the name, when there is one
 *
 * Adds the name of a member, also where it is a duplicate.
 *
 * O(length) time, amortised.
 */
CadreNamesResult
_cadre_names_add (CadreNames *names, const char *text, gsize length, guint *first)
{
  const CadreName *guess = _cadre_names_guess (names);
  guint64 signature = 0;
  gboolean found = FALSE;

  if (guess != NULL && is_name (names, guess, text, length))
    {
      names->n++;
      return CADRE_NAMES_NEW;
    }

  if (names->guessing)
    stop_guessing (names);

  signature = sign (text, length);
  if (names->n >= CADRE_NAMES_FEW)
    return add_to_many (names, text, length, signature, first);

  found = find_among_few (names, text, length, signature, first);
  if (!append (names, text, length, signature))
    return CADRE_NAMES_NO_MEMORY;

  return found ? CADRE_NAMES_DUPLICATE : CADRE_NAMES_NEW;
}

void
_cadre_names_clear (CadreNames *names)
{
  g_clear_pointer (&names->entries, g_free);
  g_clear_pointer (&names->slots, g_free);
  _cadre_buffer_clear (&names->text);
}
