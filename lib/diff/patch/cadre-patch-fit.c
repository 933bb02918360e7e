/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reading the keys and values of a patch as rows, and saying what does not fit. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/patch/cadre-patch-fit-private.h"

#include <string.h>

void
cadre_patch_fit_report (CadrePatchFit *self, guint32 op, CadreMisfit misfit)
{
  static const struct
  {
    const char *code;
    const char *message;
    const char *repair;
  } misfits[] = {
    [CADRE_MISFIT_MISSING] = { "diff.patch.missing", "There is no such record",
                               "Apply the patch to the structure that it was made from" },
    [CADRE_MISFIT_AMBIGUOUS] = { "diff.patch.ambiguous", "Several records have the key",
                                 "Give each record a key of its own" },
    [CADRE_MISFIT_DIFFERS] = { "diff.patch.differs", "The value before is another one",
                               "Apply the patch to the structure that it was made from" },
    [CADRE_MISFIT_EXISTS] = { "diff.patch.exists", "There is a record with the key already",
                              "Leave the operation out, or give the record another key" },
    [CADRE_MISFIT_REPEATED] = { "diff.patch.repeated", "Another operation changes the same field",
                                "Leave one of the two operations out" },
  };
  const CadrePatchOp *o = &self->patch->ops[op];
  g_autofree char *origin = g_strdup_printf ("/operations/%u", op);
  const char *key = o->key != 0 ? cadre_patch_text (self->patch, o->key) : "";
  g_autofree char *subject = key[0] == '"'
                               ? g_strdup_printf ("%s/%.*s", cadre_patch_kind_name (o->kind),
                                                  (int) strlen (key) - 2, key + 1)
                               : g_strdup (cadre_patch_kind_name (o->kind));

  if (self->n_misfits++ == 0)
    {
      self->first_misfit = op;
      self->first_reason = misfits[misfit].message;
    }
  cadre_issue_list_add_fields (self->issues, misfits[misfit].code, CADRE_SEVERITY_ERROR,
                               misfits[misfit].message, origin, subject, misfits[misfit].repair);
}

static void
append_code (GString *text, const CadrePatch *patch, guint32 code)
{
  g_string_append_len (text, cadre_patch_text (patch, code),
                       (gssize) cadre_string_table_length (patch->strings, code));
}

static void
append_member (GString *text, const CadrePatch *patch, const CadrePatchOp *op, guint32 value)
{
  g_string_append_printf (text, "\"%s\": ", cadre_patch_field_name (op->kind, op->field));
  append_code (text, patch, value);
}

/* A record as its key names it, and the value that a field of it has. */
static void
append_old_row (GString *text, const CadrePatch *patch, const CadrePatchOp *op)
{
  const char *key = op->key != 0 ? cadre_patch_text (patch, op->key) : "{}";
  const gsize length = strlen (key);

  if (op->action == CADRE_PATCH_ACTION_DELETE)
    {
      append_code (text, patch, op->before);
      return;
    }

  g_string_append (text, key[0] == '{' ? "" : "{\"id\": ");
  g_string_append_len (text, key, (gssize) (key[0] == '{' ? length - 1 : length));
  if (op->before != 0 && op->action != CADRE_PATCH_ACTION_REKEY &&
      (key[0] != '{' || !cadre_patch_is_key_field (op->kind, op->field)))
    {
      g_string_append (text, length > 2 || key[0] != '{' ? ", " : "");
      append_member (text, patch, op, op->before);
    }
  g_string_append_c (text, '}');
}

static void
append_new_row (GString *text, const CadrePatch *patch, const CadrePatchOp *op)
{
  if (op->action == CADRE_PATCH_ACTION_CREATE)
    {
      append_code (text, patch, op->after);
      return;
    }

  g_string_append_c (text, '{');
  if (op->after != 0)
    append_member (text, patch, op, op->after);
  g_string_append_c (text, '}');
}

static void
append_table (CadrePatchFit *self, GString *text, guint kind, gboolean is_old)
{
  const CadrePatchAction without = is_old ? CADRE_PATCH_ACTION_CREATE : CADRE_PATCH_ACTION_DELETE;
  guint32 *rows = is_old ? self->old_rows : self->new_rows;
  guint32 n = 0;

  g_string_append_printf (text, "%s\"%s\": [", text->len > 1 ? ", " : "",
                          cadre_schema_get (kind)->plural);
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];

      if (op->kind != kind || op->action == without)
        continue;
      rows[i] = n;
      if (n++ > 0)
        g_string_append_c (text, ',');
      if (is_old)
        append_old_row (text, self->patch, op);
      else
        append_new_row (text, self->patch, op);
    }
  g_string_append_c (text, ']');
}

static void
append_head (const CadrePatch *patch, GString *text, gboolean is_old)
{
  guint last = CADRE_PATCH_WHOLE;

  for (guint32 i = 0; i < patch->n_ops && patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    {
      const CadrePatchOp *op = &patch->ops[i];
      const guint32 value = is_old ? op->before : op->after;

      if (value == 0 || op->field == last)
        continue;
      g_string_append (text, text->len > 1 ? ", " : "");
      append_member (text, patch, op, value);
      last = op->field;
    }
}

/* Texts without a language are in that of the patch, and are compared in that
 * of the structure. */
static gboolean
load (CadrePatchFit *self, CadreTables *tables, const GString *text, guint32 *head, GError **error)
{
  const CadrePatch *patch = self->patch;
  guint32 language = 0;

  if (!cadre_tables_intern (tables, cadre_patch_text (patch, patch->language),
                            cadre_string_table_length (patch->strings, patch->language), &language,
                            error) ||
      !cadre_tables_load_text (tables, text->str, text->len, error))
    return FALSE;

  *head = tables->language;
  tables->language = language;
  if (!cadre_tables_settle_language (tables, error))
    return FALSE;

  cadre_tables_sort_translations (tables);
  return cadre_tables_change_language (tables, self->base->language, error);
}

static gboolean
load_side (CadrePatchFit *self, gboolean is_old, GError **error)
{
  GString *text = g_string_new ("{");
  gboolean ok = FALSE;

  append_head (self->patch, text, is_old);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0)
      append_table (self, text, kind, is_old);
  g_string_append_c (text, '}');

  ok = is_old ? load (self, self->old, text, &self->old_language, error)
              : load (self, self->new_, text, &self->new_language, error);
  g_string_free (text, TRUE);
  return ok;
}

static guint32 *
new_rows (guint32 n)
{
  guint32 *rows = g_try_new (guint32, MAX (n, 1));

  if (rows != NULL)
    memset (rows, 0xff, n * sizeof (guint32));
  return rows;
}

gboolean
cadre_patch_fit_init (CadrePatchFit *self,
                      const CadrePatch *patch,
                      const CadreTables *base,
                      GError **error)
{
  self->patch = patch;
  self->base = base;
  self->old_rows = new_rows (patch->n_ops);
  self->new_rows = new_rows (patch->n_ops);
  self->rows = new_rows (patch->n_ops);
  if (self->old_rows == NULL || self->new_rows == NULL || self->rows == NULL)
    return cadre_patch_set_memory_error (error);

  for (guint32 i = 0; i < patch->n_ops; i++)
    if (patch->ops[i].kind != CADRE_PATCH_HEAD)
      self->n_of_kind[patch->ops[i].kind]++;

  self->tables = cadre_tables_copy_for_change (base, error);
  if (self->tables == NULL)
    return FALSE;

  self->old = cadre_tables_new (self->tables->strings);
  self->new_ = cadre_tables_new (self->tables->strings);
  return load_side (self, TRUE, error) && load_side (self, FALSE, error);
}

void
cadre_patch_fit_clear (CadrePatchFit *self)
{
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_pointer (&self->old, cadre_tables_free);
  g_clear_pointer (&self->new_, cadre_tables_free);
  g_free (self->old_rows);
  g_free (self->new_rows);
  g_free (self->rows);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    g_free (self->deleted[kind]);
}
