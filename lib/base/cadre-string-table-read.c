/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is asked of a table of texts that are in it. */

#include "config.h"

#include "base/cadre-string-table-private.h"

#include <string.h>

/*< private >
 * cadre_string_table_compare:
 * @self: a table
 * @a: a code of it
 * @b: a code of it
 *
 * Compares two texts by their bytes. %CADRE_STRING_UNKNOWN comes first,
 * %CADRE_STRING_NONE next, so that only equal codes compare as equal.
 *
 * Returns: less than, equal to or greater than 0
 */
int
cadre_string_table_compare (const CadreStringTable *self, guint32 a, guint32 b)
{
  const char *text_a;
  const char *text_b;
  gsize length_a;
  gsize length_b;
  int order;

  if (a == b)
    return 0;
  if (a < CADRE_STRING_FIRST || b < CADRE_STRING_FIRST)
    return a < b ? -1 : 1;

  length_a = cadre_string_table_length (self, a);
  length_b = cadre_string_table_length (self, b);
  text_a = cadre_string_table_get (self, a);
  text_b = cadre_string_table_get (self, b);
  if (MIN (length_a, length_b) >= sizeof (guint64) &&
      cadre_string_start_bytes (text_a) != cadre_string_start_bytes (text_b))
    return cadre_string_start_bytes (text_a) < cadre_string_start_bytes (text_b) ? -1 : 1;

  order = memcmp (text_a, text_b, MIN (length_a, length_b));
  if (order != 0)
    return order;

  return length_a < length_b ? -1 : 1;
}

/*< private >
 * cadre_string_table_offsets:
 * @self: a sealed table
 * @n: (out): how many offsets there are, one more than codes
 * @width: (out): how many bytes an offset has, 4 or 8
 *
 * Gets where the texts begin in cadre_string_table_bytes(), by code. A text ends
 * one byte, the NUL, before the next begins. Code 0 has no text.
 *
 * Returns: (transfer none): the offsets
 */
gconstpointer
cadre_string_table_offsets (const CadreStringTable *self, gsize *n, guint *width)
{
  g_return_val_if_fail (self->sealed, NULL);

  *n = self->n_codes + 1;
  *width = cadre_string_table_width (self);

  return self->offsets;
}

/*< private >
 * cadre_string_table_bytes:
 * @self: a sealed table
 * @n: (out): how many bytes there are
 *
 * Gets all texts, each with a NUL.
 *
 * Returns: (transfer none): the bytes
 */
const char *
cadre_string_table_bytes (const CadreStringTable *self, gsize *n)
{
  g_return_val_if_fail (self->sealed, NULL);

  *n = self->n_bytes;

  return self->bytes;
}

/*< private >
 * cadre_string_table_memory:
 * @self: a table
 *
 * Gets how many bytes of memory the table holds, with those that it shares.
 *
 * Returns: the bytes
 */
gsize
cadre_string_table_memory (const CadreStringTable *self)
{
  return sizeof *self + self->bytes_capacity +
         self->offsets_capacity * cadre_string_table_width (self) +
         (self->n_slots + (self->shared != NULL ? self->shared->n_slots : 0)) *
           sizeof (CadreStringSlot);
}
