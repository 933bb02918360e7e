/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-siphash-private.h"

#include <sys/random.h>

/*< private >
 * cadre_siphash13:
 * @data: the bytes, not %NULL
 * @length: how many there are
 * @key: the key
 *
 * Hashes bytes with SipHash-1-3.
 *
 * Returns: the hash
 */
guint64
cadre_siphash13 (const void *data, gsize length, const guint64 key[2])
{
  return cadre_siphash_with_rounds (data, length, key, 1, 3);
}

/* Never 0, which stands for a word that is not set yet. */
static guint64
random_word (void)
{
  guint64 word = 0;

  if (getrandom (&word, sizeof word, GRND_NONBLOCK) != (gssize) sizeof word)
    word = ((guint64) g_random_int () << 32) | g_random_int ();

  return word | (word == 0);
}

/* The first thread to come sets the word; all get the one that was set. */
static guint64
get_once (guint64 *word)
{
  guint64 seen = __atomic_load_n (word, __ATOMIC_ACQUIRE);
  guint64 mine;

  if (seen != 0)
    return seen;

  mine = random_word ();
  if (__atomic_compare_exchange_n (word, &seen, mine, FALSE, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return mine;

  return seen;
}

/*< private >
 * cadre_siphash_process_key:
 * @key: (out caller-allocates): the key
 *
 * Gets the key of this process: random, the same for all threads and for as
 * long as the process runs. Nothing that is shown or written may depend on it.
 */
void
cadre_siphash_process_key (guint64 key[2])
{
  static guint64 process_key[2];

  key[0] = get_once (&process_key[0]);
  key[1] = get_once (&process_key[1]);
}
