/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/mapping/cadre-evidence-values-private.h"
#include "kernel/cadre-pages-private.h"
#include "kernel/cadre-siphash-private.h"

#include <stdlib.h>
#include <string.h>

#define LOG_BITS 20 /* after the point, of logarithms to base 2 */
#define TABLE_BITS 10
#define LN_2_MILLIONTHS 693147 /* of the natural logarithm of 2 */

void
cadre_names_init (CadreNames *self)
{
  const guint32 zero = 0;

  self->bytes = g_byte_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = 1024;
  self->slots = g_new0 (guint32, self->n_slots);
  self->failed = FALSE;
  cadre_siphash_process_key (self->key);
  g_array_append_val (self->offsets, zero);
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
}

void
cadre_names_clear (CadreNames *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

const char *
cadre_names_text (const CadreNames *self, guint32 number)
{
  return (const char *) self->bytes->data + g_array_index (self->offsets, guint32, number);
}

static void
put_in (CadreNames *self, guint32 number)
{
  const char *text = cadre_names_text (self, number);
  guint32 slot = cadre_siphash13 (text, strlen (text), self->key) & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  self->slots[slot] = number;
}

static void
grow (CadreNames *self)
{
  guint32 *slots = cadre_pages_try_zeros_of (guint32, 2 * (gsize) self->n_slots);

  if (slots == NULL)
    {
      self->failed = TRUE;
      return;
    }

  g_free (self->slots);
  self->slots = slots;
  self->n_slots *= 2;
  for (guint32 i = 1; i < self->offsets->len; i++)
    put_in (self, i);
}

guint32
cadre_names_number (CadreNames *self, const char *text, gsize length)
{
  const guint8 end = 0;
  guint32 slot = cadre_siphash13 (text, length, self->key) & (self->n_slots - 1);
  guint32 offset = self->bytes->len;
  guint32 number = self->offsets->len;

  while (self->slots[slot] != 0)
    {
      const char *known = cadre_names_text (self, self->slots[slot]);

      if (strncmp (known, text, length) == 0 && known[length] == '\0')
        return self->slots[slot];
      slot = (slot + 1) & (self->n_slots - 1);
    }

  if (self->failed || length > G_MAXINT32 || offset > G_MAXINT32 - length - 1)
    {
      self->failed = TRUE;
      return CADRE_NO_VALUE;
    }

  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) length);
  g_byte_array_append (self->bytes, &end, 1);
  g_array_append_val (self->offsets, offset);
  self->slots[slot] = number;
  if (self->offsets->len > self->n_slots / 2)
    grow (self);
  return number;
}

/* By squaring: each step gives one bit. */
static gint64
find_log_2 (guint64 number)
{
  guint bits = 63 - (guint) __builtin_clzll (number);
  guint64 rest = bits > 31 ? number >> (bits - 31) : number << (31 - bits);
  gint64 log = bits;

  for (guint i = 0; i < LOG_BITS; i++)
    {
      rest = (rest * rest) >> 31;
      log *= 2;
      if (rest >> 32 != 0)
        {
          rest >>= 1;
          log++;
        }
    }

  return log;
}

/* Logarithms to base 2 of numbers from 1 to 2. */
static const gint32 *
get_logs (void)
{
  static gint32 logs[(1 << TABLE_BITS) + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i <= 1u << TABLE_BITS; i++)
        logs[i] =
          (gint32) (find_log_2 ((1u << TABLE_BITS) + i) - ((gint64) TABLE_BITS << LOG_BITS));
      g_once_init_leave (&made, 1);
    }

  return logs;
}

/* Between those of the table on a straight line. */
static gint64
log_2 (guint64 number)
{
  const gint32 *logs = get_logs ();
  const guint bits = 63 - (guint) __builtin_clzll (number);
  const guint64 rest = number << (63 - bits) << 1; /* behind the point */
  const guint32 place = (guint32) (rest >> (64 - TABLE_BITS));
  const gint64 part = (gint64) (rest << TABLE_BITS >> 44);

  return ((gint64) bits << LOG_BITS) + logs[place] + ((logs[place + 1] - logs[place]) * part >> 20);
}

gint32
cadre_log_thousandths (guint64 numerator, guint64 denominator)
{
  if (numerator == 0 || denominator == 0)
    return 0;

  return (gint32) ((log_2 (numerator) - log_2 (denominator)) * LN_2_MILLIONTHS /
                   ((gint64) 1000 << LOG_BITS));
}

void
cadre_fold_text (const char *text, GString *folded)
{
  gboolean between = FALSE;

  g_string_truncate (folded, 0);
  while (*text != '\0')
    {
      const gunichar c = (guchar) *text < 0x80 ? (gunichar) *text : g_utf8_get_char (text);
      const gboolean is_word = c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);

      if (folded->len > 0 && ((is_word && between) || c == '&'))
        g_string_append_c (folded, ' ');
      if (c == '&')
        g_string_append (folded, "and");
      else if (is_word && c < 0x80)
        g_string_append_c (folded, g_ascii_tolower ((gchar) c));
      else if (is_word)
        g_string_append_unichar (folded, g_unichar_tolower (c));
      between = !is_word && c != '\'';
      text = g_utf8_next_char (text);
    }
}

void
cadre_column_clear (CadreColumn *self)
{
  g_clear_pointer (&self->of[CADRE_BEFORE], g_free);
  g_clear_pointer (&self->of[CADRE_AFTER], g_free);
  g_clear_pointer (&self->information, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->masses, g_free);
}

/* By value: how many posts that count have it; and how many posts there are. */
static guint32 *
count_values (const CadreColumn *self, const CadreCounted *counted, guint64 *n_posts)
{
  guint32 *counts = cadre_pages_try_zeros_of (guint32, MAX (self->n_values, 1));

  *n_posts = 0;
  for (guint side = 0; counts != NULL && side < CADRE_N_SIDES; side++)
    for (guint32 row = 0; row < counted->n[side]; row++)
      if (counted->sort[side][row] == counted->wanted)
        {
          *n_posts += 1;
          counts[cadre_column_get (self, side, row)]++;
        }

  return counts;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* The words of one text, each once, in order of their numbers. */
static void
add_words (GArray *all, CadreNames *names, const char *text)
{
  const guint first = all->len;
  guint n = first;

  while (*text != '\0')
    {
      const gsize length = strcspn (text, " ");
      const guint32 word = cadre_names_number (names, text, length);

      if (length > 0)
        g_array_append_val (all, word);
      text += length + (text[length] == ' ');
    }

  if (all->len == first)
    return;
  qsort (&g_array_index (all, guint32, first), all->len - first, sizeof (guint32), compare_numbers);
  for (guint i = first; i < all->len; i++)
    if (i == first || g_array_index (all, guint32, i) != g_array_index (all, guint32, n - 1))
      g_array_index (all, guint32, n++) = g_array_index (all, guint32, i);
  g_array_set_size (all, n);
}

gboolean
cadre_column_split (CadreColumn *self, const CadreNames *texts)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint32));
  CadreNames names;
  gboolean done = FALSE;

  cadre_names_init (&names);
  self->first = cadre_pages_try_zeros_of (guint32, (gsize) self->n_values + 2);
  for (guint32 value = 1; self->first != NULL && value < self->n_values; value++)
    {
      self->first[value] = all->len;
      add_words (all, &names, cadre_names_text (texts, value));
      self->first[value + 1] = all->len;
    }

  done = self->first != NULL && !names.failed;
  self->n_words = cadre_names_size (&names);
  self->words = (guint32 *) (gpointer) g_array_free (all, FALSE);
  cadre_names_clear (&names);
  return done;
}

/* By word: what it tells. The fewer posts have it, the more. */
static gboolean
weigh_words (CadreColumn *self, const guint32 *counts, guint64 n_posts)
{
  g_autofree guint32 *posts = cadre_pages_try_zeros_of (guint32, MAX (self->n_words, 1));

  self->weights = cadre_pages_try_zeros_of (gint32, MAX (self->n_words, 1));
  self->masses = cadre_pages_try_zeros_of (gint32, MAX (self->n_values, 1));
  if (posts == NULL || self->weights == NULL || self->masses == NULL)
    return FALSE;

  for (guint32 value = 1; value < self->n_values; value++)
    for (guint32 i = self->first[value]; i < self->first[value + 1]; i++)
      posts[self->words[i]] += counts[value];
  for (guint32 word = 1; word < self->n_words; word++)
    self->weights[word] = cadre_log_thousandths (n_posts + 1, MAX (posts[word], 1));
  for (guint32 value = 1; value < self->n_values; value++)
    for (guint32 i = self->first[value]; i < self->first[value + 1]; i++)
      self->masses[value] += self->weights[self->words[i]];

  return TRUE;
}

gboolean
cadre_column_weigh (CadreColumn *self, const CadreCounted *counted)
{
  guint64 n_posts = 0;
  g_autofree guint32 *counts = NULL;

  g_clear_pointer (&self->information, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->masses, g_free);
  self->information = cadre_pages_try_zeros_of (gint32, MAX (self->n_values, 1));
  if (self->information == NULL)
    return FALSE;
  if (self->of[CADRE_BEFORE] == NULL)
    return TRUE;

  counts = count_values (self, counted, &n_posts);
  if (counts == NULL)
    return FALSE;
  for (guint32 i = 1; i < self->n_values; i++)
    self->information[i] = cadre_log_thousandths (n_posts, MAX (counts[i], 1));

  return self->first == NULL || weigh_words (self, counts, n_posts);
}

gint32
cadre_column_likeness (const CadreColumn *self, guint32 a, guint32 b)
{
  guint32 i = 0;
  guint32 k = 0;
  gint32 most = 0;
  gint64 common = 0;

  if (a == b)
    return 1000;

  i = self->first[a];
  k = self->first[b];
  most = MAX (self->masses[a], self->masses[b]);

  while (i < self->first[a + 1] && k < self->first[b + 1])
    {
      const guint32 x = self->words[i];
      const guint32 y = self->words[k];

      if (x == y)
        common += self->weights[x];
      i += x <= y;
      k += y <= x;
    }

  return most > 0 ? (gint32) (common * 1000 / most) : 0;
}
