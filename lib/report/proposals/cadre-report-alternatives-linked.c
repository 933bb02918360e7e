/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What belongs to a post that proposals create: a comparison with the base tells it of no
 * new post, and yet proposals may differ in nothing else. */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include "report/proposals/cadre-report-alternatives-private.h"

#include <string.h>

static const CadreRecordKind kinds[] = { CADRE_RECORD_KIND_LINE, CADRE_RECORD_KIND_RESPONSIBILITY,
                                         CADRE_RECORD_KIND_FUNDING, CADRE_RECORD_KIND_STATEMENT };

#define POST_FIELD 0 /* the first in each of these kinds */

static gboolean
belongs_to (const CadreToldRecord *post, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (post->view->tables, kind);

  return cadre_table_reference (table, POST_FIELD, row) == post->row &&
         (kind != CADRE_RECORD_KIND_LINE || row != post->view->index->manager_line[post->row]);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All records of a kind as documents have them, in no order of theirs. */
static char *
dup_rows (const CadreToldRecord *post, CadreRecordKind kind)
{
  g_autoptr (CadreCellText) cells = cadre_cell_text_new (post->view->tables);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const guint64 mask =
    (CADRE_TOLD (cadre_schema_get (kind)->n_fields) - 1) & ~CADRE_TOLD (POST_FIELD);

  for (guint32 row = 0; row < cadre_tables_get (post->view->tables, kind)->n_rows; row++)
    {
      gsize length = 0;
      const char *text = NULL;

      if (!belongs_to (post, kind, row))
        continue;
      text = cadre_cell_text_get_fields (cells, kind, row, mask, &length);
      g_ptr_array_add (texts, g_strndup (text != NULL ? text : "", length));
    }

  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" ", (char **) texts->pdata);
}

guint32
cadre_told_compare_linked (const CadreToldRecord *posts, guint n)
{
  guint32 differing = 0;

  if (posts[0].kind != CADRE_RECORD_KIND_POST || posts[n - 1].row != CADRE_NO_ROW)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *first = NULL;

      for (guint k = 0; k < n - 1; k++)
        {
          g_autofree char *rows =
            posts[k].row != CADRE_NO_ROW ? dup_rows (&posts[k], kinds[i]) : NULL;

          if (first == NULL)
            first = g_steal_pointer (&rows);
          else if (rows != NULL && !g_str_equal (first, rows))
            differing |= 1u << kinds[i];
        }
    }

  return differing;
}

/* "dotted line, Head of Service": each field that is stated. */
static char *
say_row (CadreView *view, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  g_autoptr (CadreCellText) cells = cadre_cell_text_new (view->tables);
  GString *text = g_string_new (NULL);

  for (guint field = POST_FIELD + 1; field < schema->n_fields; field++)
    {
      gsize length = 0;
      const char *json = cadre_cell_text_get (cells, kind, row, field, &length);
      g_autofree char *copy = json != NULL ? g_strndup (json, length) : NULL;

      if (copy != NULL)
        cadre_append_part (text, ", ", cadre_view_json_value (view, &schema->fields[field], copy));
    }

  return g_string_free (text, FALSE);
}

void
cadre_told_add_linked (const CadreToldRecord *post, guint32 of, GPtrArray *parts)
{
  const CadreCatalogue *catalogue = post->view->catalogue;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && post->row != CADRE_NO_ROW; i++)
    for (guint32 row = 0; row < cadre_tables_get (post->view->tables, kinds[i])->n_rows; row++)
      {
        g_autofree char *code = NULL;
        g_autofree char *what = NULL;
        g_autofree char *value = NULL;

        if ((of & 1u << kinds[i]) == 0 || !belongs_to (post, kinds[i], row))
          continue;
        code = g_strconcat ("record.", cadre_schema_get (kinds[i])->name, NULL);
        what = cadre_say (catalogue, code);
        value = say_row (post->view, kinds[i], row);
        g_ptr_array_add (parts, cadre_phrase (catalogue, "alternatives.value", "what", what,
                                              "value", value, NULL));
      }
}
