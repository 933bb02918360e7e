/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a map says of a column: how its cells are written, what they mean, and
 * what the other system accepts. */

#include "config.h"

#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

static char **
dup_strv (char **strv)
{
  return strv != NULL ? g_strdupv (strv) : NULL;
}

static void
copy_forms (const CadreMapForms *base, CadreMapForms *forms)
{
  forms->dates = base->dates != NULL ? g_array_ref (base->dates) : NULL;
  forms->open_from = dup_strv (base->open_from);
  forms->open_to = dup_strv (base->open_to);
  forms->empty = dup_strv (base->empty);
  forms->decimal = base->decimal;
  forms->thousands = base->thousands;
  forms->percent = base->percent;
}

void
cadre_map_forms_clear (CadreMapForms *forms)
{
  g_clear_pointer (&forms->dates, g_array_unref);
  g_clear_pointer (&forms->open_from, g_strfreev);
  g_clear_pointer (&forms->open_to, g_strfreev);
  g_clear_pointer (&forms->empty, g_strfreev);
}

static gboolean
parse_dates (const CadreMapTree *tree, guint32 node, CadreMapForms *forms, GError **error)
{
  const guint32 list = cadre_map_tree_find (tree, node, "dates");
  g_auto (GStrv) texts = NULL;
  GArray *dates = NULL;

  if (!cadre_map_tree_get_strings (tree, node, "dates", &texts, error))
    return FALSE;
  if (texts == NULL)
    return TRUE;

  dates = g_array_new (FALSE, FALSE, sizeof (CadreMapDateForm));
  if (forms->dates != NULL)
    g_array_unref (forms->dates);
  forms->dates = dates;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      CadreMapDateForm form;

      if (!cadre_map_date_form_parse (texts[i], &form))
        return cadre_map_tree_fail (tree, list, error,
                                    "the form of a date is made of YYYY, MM, MMM, DD, hh, mm and "
                                    "ss, as DD/MM/YYYY is");
      g_array_append_val (dates, form);
    }

  return TRUE;
}

/* A mark of one character, or none. */
static gboolean
parse_mark (const CadreMapTree *tree,
            guint32 node,
            const char *name,
            gboolean may_be_empty,
            char *mark,
            GError **error)
{
  g_autofree char *text = NULL;

  if (!cadre_map_tree_get_string (tree, node, name, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (strlen (text) > 1 || (*text == '\0' && !may_be_empty) || strchr (".,' _", *text) == NULL)
    return cadre_map_tree_fail (tree, cadre_map_tree_find (tree, node, name), error,
                                "what parts the digits of a number is one of . , ' _ and a blank");

  *mark = *text;
  return TRUE;
}

gboolean
cadre_map_forms_parse (const CadreMapTree *tree,
                       guint32 node,
                       const CadreMapForms *base,
                       CadreMapForms *forms,
                       GError **error)
{
  if (base != NULL)
    copy_forms (base, forms);
  else
    forms->decimal = '.';

  if (!parse_dates (tree, node, forms, error) ||
      !cadre_map_tree_get_strings (tree, node, "open-from", &forms->open_from, error) ||
      !cadre_map_tree_get_strings (tree, node, "open-to", &forms->open_to, error) ||
      !cadre_map_tree_get_strings (tree, node, "empty", &forms->empty, error) ||
      !parse_mark (tree, node, "decimal", FALSE, &forms->decimal, error) ||
      !parse_mark (tree, node, "thousands", TRUE, &forms->thousands, error) ||
      !cadre_map_tree_get_flag (tree, node, "percent", &forms->percent, error))
    return FALSE;

  return forms->decimal != forms->thousands ||
         cadre_map_tree_fail (tree, node, error,
                              "one mark cannot stand for thousands and for decimals");
}

/* One of their words, which upper and lower case do not tell apart. */
static gboolean
add_word (const CadreMapTree *tree, guint32 node, CadreMapColumn *column, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (cadre_map_tree_name (tree, node), -1);
  const guint32 n_before = cadre_string_table_size (column->words);
  guint32 code = 0;

  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_STRING)
    return cadre_map_tree_fail (tree, node, error, "a text stands here");
  if (!cadre_string_table_intern (column->words, folded, strlen (folded), &code, error))
    return FALSE;

  return code == n_before ||
         cadre_map_tree_fail (tree, node, error, "another word is the same but for its case");
}

/* Words and what they mean: an object from theirs to ours. */
static gboolean
parse_words (const CadreMapTree *tree, guint32 node, CadreMapColumn *column, GError **error)
{
  g_autoptr (GStrvBuilder) theirs = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) meant = g_strv_builder_new ();
  guint32 words = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "words", CADRE_TOKEN_BEGIN_OBJECT, &words, error))
    return FALSE;
  if (words == CADRE_NO_NODE)
    return TRUE;

  column->words = cadre_string_table_new ();
  for (guint32 child = cadre_map_tree_get (tree, words)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    {
      if (!add_word (tree, child, column, error))
        return FALSE;
      g_strv_builder_add (theirs, cadre_map_tree_name (tree, child));
      g_strv_builder_add (meant, cadre_map_tree_text (tree, child));
      column->n_words++;
    }

  column->theirs = g_strv_builder_end (theirs);
  column->meant = g_strv_builder_end (meant);
  return TRUE;
}

/* "A-Z0-9 -": ranges, and characters that stand for themselves. */
static GArray *
parse_characters (const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (gunichar));

  while (*text != '\0')
    {
      gunichar first = g_utf8_get_char (text);
      gunichar last = first;

      text = g_utf8_next_char (text);
      if (*text == '-' && text[1] != '\0')
        {
          last = g_utf8_get_char (text + 1);
          text = g_utf8_next_char (text + 1);
        }
      g_array_append_val (ranges, first);
      g_array_append_val (ranges, last);
    }

  return ranges;
}

static gboolean
parse_constraints (const CadreMapTree *tree, guint32 node, CadreMapColumn *column, GError **error)
{
  g_autofree char *characters = NULL;

  if (!cadre_map_tree_get_flag (tree, node, "required", &column->required, error) ||
      !cadre_map_tree_get_count (tree, node, "max-length", &column->max_length, error) ||
      !cadre_map_tree_get_strings (tree, node, "allowed", &column->allowed, error) ||
      !cadre_map_tree_get_string (tree, node, "characters", &characters, error))
    return FALSE;

  column->characters = characters != NULL ? parse_characters (characters) : NULL;
  return TRUE;
}

gboolean
cadre_map_column_parse (const CadreMapTree *tree,
                        guint32 node,
                        const CadreMapForms *base,
                        CadreMapColumn *column,
                        GError **error)
{
  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_BEGIN_OBJECT)
    return cadre_map_tree_fail (tree, node, error, "a column is an object");
  if (!cadre_map_tree_get_string (tree, node, "name", &column->name, error) ||
      !cadre_map_tree_get_strings (tree, node, "also", &column->also, error) ||
      !cadre_map_forms_parse (tree, node, base, &column->forms, error) ||
      !parse_words (tree, node, column, error) ||
      !cadre_map_tree_get_string (tree, node, "default", &column->initial, error) ||
      !parse_constraints (tree, node, column, error) ||
      !cadre_map_tree_get_string (tree, node, "unsure", &column->unsure, error))
    return FALSE;

  return (column->name != NULL && *column->name != '\0') ||
         cadre_map_tree_fail (tree, node, error, "a column has the name that its header has");
}

void
cadre_map_column_clear (gpointer data)
{
  CadreMapColumn *column = data;

  cadre_map_forms_clear (&column->forms);
  g_clear_pointer (&column->name, g_free);
  g_clear_pointer (&column->also, g_strfreev);
  g_clear_pointer (&column->words, cadre_string_table_unref);
  g_clear_pointer (&column->theirs, g_strfreev);
  g_clear_pointer (&column->meant, g_strfreev);
  g_clear_pointer (&column->initial, g_free);
  g_clear_pointer (&column->characters, g_array_unref);
  g_clear_pointer (&column->allowed, g_strfreev);
  g_clear_pointer (&column->unsure, g_free);
}
