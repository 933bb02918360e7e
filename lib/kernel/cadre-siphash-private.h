/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* A hash that nobody can aim at without knowing the key: Aumasson and
 * Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012. Every table
 * whose keys come from a document uses it with the key of the process, so that
 * ids made to collide do not make a table slow.
 *
 * The number of rounds is an argument so that the tests can check the round
 * function against the vectors of the paper, which has them for 2-4. Tables
 * use 1-3. O(length) time, reads no byte past the end, the same value on every
 * machine. */

typedef struct
{
  guint64 v0;
  guint64 v1;
  guint64 v2;
  guint64 v3;
} CadreSipState;

static inline guint64
cadre_siphash_rotate (guint64 word, guint bits)
{
  return (word << bits) | (word >> (64 - bits));
}

static inline guint64
cadre_siphash_load (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);

  return GUINT64_FROM_LE (word);
}

/* SipRound: section 2.2 and figure 2.1 of the paper. */
static inline void
cadre_siphash_rounds (CadreSipState *state, guint n_rounds)
{
  for (guint i = 0; i < n_rounds; i++)
    {
      state->v0 += state->v1;
      state->v2 += state->v3;
      state->v1 = cadre_siphash_rotate (state->v1, 13) ^ state->v0;
      state->v3 = cadre_siphash_rotate (state->v3, 16) ^ state->v2;
      state->v0 = cadre_siphash_rotate (state->v0, 32);
      state->v2 += state->v1;
      state->v0 += state->v3;
      state->v1 = cadre_siphash_rotate (state->v1, 17) ^ state->v2;
      state->v3 = cadre_siphash_rotate (state->v3, 21) ^ state->v0;
      state->v2 = cadre_siphash_rotate (state->v2, 32);
    }
}

static inline void
cadre_siphash_compress (CadreSipState *state, guint64 word, guint n_rounds)
{
  state->v3 ^= word;
  cadre_siphash_rounds (state, n_rounds);
  state->v0 ^= word;
}

/* Up to seven bytes as a word, without a loop whose end cannot be foretold. */
static inline guint64
cadre_siphash_load_few (const guint8 *bytes, gsize n)
{
  guint32 low;
  guint32 high;

  if (n >= 4)
    {
      memcpy (&low, bytes, sizeof low);
      memcpy (&high, bytes + n - 4, sizeof high);
      return GUINT32_FROM_LE (low) | (guint64) GUINT32_FROM_LE (high) << (8 * (n - 4));
    }
  if (n == 0)
    return 0;

  return bytes[0] | (guint64) bytes[n / 2] << (8 * (n / 2)) |
         (guint64) bytes[n - 1] << (8 * (n - 1));
}

/* The last word holds the bytes that are left over, and the length in its top
 * byte. Of a long text, whole words can be read: those before are shifted out. */
static inline guint64
cadre_siphash_last_word (const guint8 *bytes, gsize length)
{
  const gsize left = length & 7;
  const guint64 top = (guint64) length << 56;

  if (length < 8)
    return top | cadre_siphash_load_few (bytes, left);

  return top | (cadre_siphash_load (bytes + length - 8) >> 8 >> (56 - 8 * left));
}

static inline guint64
cadre_siphash_with_rounds (const void *data,
                           gsize length,
                           const guint64 key[2],
                           guint per_word,
                           guint at_the_last)
{
  const guint8 *bytes = data;
  const gsize whole = length & ~(gsize) 7;
  CadreSipState state = {
    key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
    key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
    key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
    key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
  };

  for (gsize i = 0; i < whole; i += 8)
    cadre_siphash_compress (&state, cadre_siphash_load (bytes + i), per_word);

  cadre_siphash_compress (&state, cadre_siphash_last_word (bytes, length), per_word);
  state.v2 ^= 0xff;
  cadre_siphash_rounds (&state, at_the_last);

  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

guint64 cadre_siphash13 (const void *data, gsize length, const guint64 key[2]);
void cadre_siphash_process_key (guint64 key[2]);

G_END_DECLS
