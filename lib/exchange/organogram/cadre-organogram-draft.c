/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

static void
clear_file (gpointer data)
{
  CadreOrganogramFile *file = data;

  g_free (file->label);
}

static void
init_catalogue (CadreOrganogramCatalogue *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramEntry));
}

static void
clear_catalogue (CadreOrganogramCatalogue *self)
{
  g_array_unref (self->entries);
  cadre_code_map_clear (&self->rows);
}

CadreOrganogramDraft *
cadre_organogram_draft_new (CadreLimits *limits)
{
  CadreOrganogramDraft *self = g_new0 (CadreOrganogramDraft, 1);
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();

  self->tables = cadre_tables_new (strings);
  self->limits = g_object_ref (limits);
  self->issues = cadre_issue_list_new (cadre_limits_get_max_issues (limits));
  self->files = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramFile));
  g_array_set_clear_func (self->files, clear_file);
  self->seniors = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramRow));
  self->juniors = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramRow));
  self->extras = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->members = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->posts = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramPost));
  self->unposted = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->names = g_array_new (FALSE, TRUE, sizeof (guint32));
  init_catalogue (&self->organisations);
  init_catalogue (&self->units);
  init_catalogue (&self->scales);
  init_catalogue (&self->grades);

  return self;
}

void
cadre_organogram_draft_free (CadreOrganogramDraft *self)
{
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_object (&self->limits);
  g_clear_object (&self->issues);
  g_array_unref (self->files);
  g_array_unref (self->seniors);
  g_array_unref (self->juniors);
  g_array_unref (self->extras);
  g_array_unref (self->members);
  g_array_unref (self->posts);
  g_array_unref (self->unposted);
  g_array_unref (self->names);
  clear_catalogue (&self->organisations);
  clear_catalogue (&self->units);
  clear_catalogue (&self->scales);
  clear_catalogue (&self->grades);
  cadre_code_map_clear (&self->post_of_id);
  cadre_code_map_clear (&self->post_of_ref);
  cadre_code_map_clear (&self->numbers);
  cadre_code_map_clear (&self->holders);
  cadre_code_map_clear (&self->persons);
  g_free (self);
}

gboolean
cadre_organogram_set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory for the organogram");
  return FALSE;
}

gboolean
cadre_organogram_draft_intern (CadreOrganogramDraft *self,
                               const char *text,
                               guint32 *code,
                               GError **error)
{
  *code = 0;
  return text == NULL || cadre_tables_intern (self->tables, text, strlen (text), code, error);
}
