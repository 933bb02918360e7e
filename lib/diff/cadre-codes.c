/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/cadre-codes-private.h"

#include <string.h>

static inline gboolean
is_same_text (const CadreStringTable *before, guint32 a, const CadreStringTable *after, guint32 b)
{
  const gsize length = cadre_string_table_length (before, a);

  return cadre_string_table_length (after, b) == length &&
         memcmp (cadre_string_table_get (before, a), cadre_string_table_get (after, b), length) ==
           0;
}

/* Two documents about one organisation mostly bring their texts in the same
 * order, so the text after the last one found is tried before it is looked up:
 * that is a look at memory in sequence, against one anywhere and a hash. */
guint32 *
cadre_codes_translate (const CadreStringTable *before, const CadreStringTable *after)
{
  const guint32 n_before = cadre_string_table_size (before);
  const guint32 n_after = cadre_string_table_size (after);
  guint32 *codes = g_try_new (guint32, n_before);
  guint32 guess = CADRE_STRING_FIRST;

  if (codes == NULL)
    return NULL;

  for (guint32 i = 0; i < MIN (n_before, CADRE_STRING_FIRST); i++)
    codes[i] = i;
  for (guint32 i = CADRE_STRING_FIRST; i < n_before; i++)
    {
      guint32 found = guess;

      if (guess >= n_after || !is_same_text (before, i, after, guess))
        found = cadre_string_table_lookup (after, cadre_string_table_get (before, i),
                                           cadre_string_table_length (before, i));

      codes[i] = found != CADRE_STRING_UNKNOWN ? found : CADRE_CODE_NOWHERE;
      if (found != CADRE_STRING_UNKNOWN)
        guess = found + 1;
    }

  return codes;
}
