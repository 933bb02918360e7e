/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who the names stand for. Within one date a name is one person; over a series
 * only where the caller says so. A number is given in byte order of the names, so
 * that nothing of a name shows in an id. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return cadre_string_table_compare (user_data, *(const guint32 *) a, *(const guint32 *) b);
}

/* Collects the names, each once, in their order. */
static gboolean
collect_names (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->seniors->len; i++)
    {
      const CadreOrganogramRow *row = cadre_organogram_senior (self, i);
      guint32 name = row->cells[CADRE_CELL_NAME];

      if (row->makes_nobody || cadre_code_map_get (&self->persons, name) != 0 ||
          cadre_organogram_classify_name (cadre_organogram_text (self, name)) != CADRE_HOLDER_NAMED)
        continue;
      g_array_append_val (self->names, name);
      if (!cadre_code_map_set (&self->persons, name, name)) /* so that it is not met again */
        return cadre_organogram_set_memory_error (error);
    }

  if (self->names->len > 1)
    g_qsort_with_data (self->names->data, (gint) self->names->len, sizeof (guint32), compare_codes,
                       self->tables->strings);
  return TRUE;
}

static gboolean
set_person (CadreOrganogramDraft *self,
            guint32 name,
            const char *date,
            guint number,
            GError **error)
{
  g_autofree char *id = date != NULL ? g_strdup_printf ("person/%s/%u", date, number)
                                     : g_strdup_printf ("person/%u", number);
  guint32 code = 0;

  return cadre_organogram_draft_intern (self, id, &code, error) &&
         (cadre_code_map_set (&self->persons, name, code) ||
          cadre_organogram_set_memory_error (error));
}

static gboolean
number_of_date (CadreOrganogramDraft *self, GError **error)
{
  char date[11] = "";

  if (cadre_packed_date_is_known (self->as_of))
    cadre_packed_date_format (self->as_of, date);

  for (guint i = 0; i < self->names->len; i++)
    if (!set_person (self, g_array_index (self->names, guint32, i), date[0] != '\0' ? date : NULL,
                     i + 1, error))
      return FALSE;

  return TRUE;
}

static const char *
get_name (GPtrArray *drafts, guint draft, guint at)
{
  CadreOrganogramDraft *self = g_ptr_array_index (drafts, draft);

  return at < self->names->len
           ? cadre_organogram_text (self, g_array_index (self->names, guint32, at))
           : NULL;
}

/* The names of each draft are in order, so that one way through all of them gives
 * all names in order. */
static gboolean
number_of_series (GPtrArray *drafts, GError **error)
{
  g_autofree guint *at = g_new0 (guint, drafts->len + 1);

  for (guint number = 1;; number++)
    {
      g_autofree char *least = NULL;

      for (guint i = 0; i < drafts->len; i++)
        {
          const char *name = get_name (drafts, i, at[i]);

          if (name != NULL && (least == NULL || strcmp (name, least) < 0))
            {
              g_free (least);
              least = g_strdup (name);
            }
        }
      if (least == NULL)
        return TRUE;

      for (guint i = 0; i < drafts->len; i++)
        {
          CadreOrganogramDraft *draft = g_ptr_array_index (drafts, i);

          if (g_strcmp0 (get_name (drafts, i, at[i]), least) != 0)
            continue;
          if (!set_person (draft, g_array_index (draft->names, guint32, at[i]), NULL, number,
                           error))
            return FALSE;
          at[i]++;
        }
    }
}

gboolean
cadre_organogram_number_persons (GPtrArray *drafts, gboolean names_are_identities, GError **error)
{
  for (guint i = 0; i < drafts->len; i++)
    if (!collect_names (g_ptr_array_index (drafts, i), error))
      return FALSE;

  if (names_are_identities)
    return number_of_series (drafts, error);

  for (guint i = 0; i < drafts->len; i++)
    if (!number_of_date (g_ptr_array_index (drafts, i), error))
      return FALSE;

  return TRUE;
}

gboolean
cadre_organogram_fill_persons (CadreOrganogramDraft *self, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      guint32 name = g_array_index (self->names, guint32, i);
      guint32 row = 0;

      if (!cadre_tables_append (self->tables, CADRE_RECORD_KIND_PERSON, &row, error) ||
          !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_PERSON, row,
                                  CADRE_FIELD_PERSON_ID, cadre_code_map_get (&self->persons, name),
                                  error) ||
          !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_PERSON, row,
                                  CADRE_FIELD_PERSON_NAME, name, error))
        return FALSE;
    }

  return TRUE;
}
