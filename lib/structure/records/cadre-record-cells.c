/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a detached record holds, cell by cell. */

#include "config.h"

#include "structure/records/cadre-record-private.h"

#include <string.h>

void
cadre_cell_clear (CadreCell *cell, CadreFieldKind kind)
{
  switch (kind)
    {
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
      g_free (cell->text.text);
      g_strfreev (cell->text.others);
      break;
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
      g_strfreev (cell->list);
      break;
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
    case CADRE_FIELD_KIND_PENCE:
    case CADRE_FIELD_KIND_FRACTION:
    default:
      break;
    }

  memset (cell, 0, sizeof (*cell));
}

/* @cell is empty. */
void
cadre_cell_copy (CadreCell *cell, const CadreCell *other, CadreFieldKind kind)
{
  *cell = *other;

  if (cadre_field_kind_is_text (kind))
    {
      cell->text.text = g_strdup (other->text.text);
      cell->text.others = g_strdupv (other->text.others);
    }
  else if (kind == CADRE_FIELD_KIND_STRINGS || kind == CADRE_FIELD_KIND_REFERENCES ||
           kind == CADRE_FIELD_KIND_ATTRIBUTES)
    cell->list = g_strdupv (other->list);
}

static gboolean
strv_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
cadre_cell_equal (const CadreCell *a, const CadreCell *b, CadreFieldKind kind)
{
  switch (kind)
    {
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
      return g_strcmp0 (a->text.text, b->text.text) == 0 &&
             strv_equal (a->text.others, b->text.others);
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return strv_equal (a->list, b->list);
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return a->date == b->date;
    case CADRE_FIELD_KIND_FRACTION:
      return a->fraction.numerator == b->fraction.numerator &&
             a->fraction.denominator == b->fraction.denominator;
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
    case CADRE_FIELD_KIND_PENCE:
    default:
      return a->number == b->number;
    }
}

/* Where @name is among the pairs, or belongs. */
static gboolean
find_pair (char **pairs, const char *name, guint *place)
{
  guint i = 0;

  for (i = 0; pairs != NULL && pairs[i] != NULL; i += 2)
    {
      int order = strcmp (pairs[i], name);

      if (order >= 0)
        {
          *place = i;
          return order == 0;
        }
    }

  *place = i;
  return FALSE;
}

const char *
cadre_pairs_get (char **pairs, const char *name)
{
  guint place = 0;

  return find_pair (pairs, name, &place) ? pairs[place + 1] : NULL;
}

/* Takes @pairs and gives them back with @name changed, added, or, where @text
 * is NULL, taken away. */
char **
cadre_pairs_set (char **pairs, const char *name, const char *text)
{
  guint n = pairs != NULL ? g_strv_length (pairs) : 0;
  guint place = 0;
  gboolean found = find_pair (pairs, name, &place);

  if (found)
    {
      g_free (pairs[place + 1]);
      pairs[place + 1] = g_strdup (text);
    }

  if (!found && text != NULL)
    {
      pairs = g_renew (char *, pairs, n + 3);
      memmove (pairs + place + 2, pairs + place, (n - place) * sizeof (char *));
      pairs[place] = g_strdup (name);
      pairs[place + 1] = g_strdup (text);
      pairs[n + 2] = NULL;
    }
  else if (found && text == NULL)
    {
      g_free (pairs[place]);
      memmove (pairs + place, pairs + place + 2, (n - place - 1) * sizeof (char *));
    }

  return pairs;
}
