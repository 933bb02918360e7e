/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reading the keys and values of a patch as rows. */

#include "config.h"

#include "diff/patch/cadre-patch-values-private.h"

#include <string.h>

/* Writing one of the two documents. */
typedef struct
{
  const CadrePatch *patch;
  const CadrePatchKeys *keys; /* those after */
  GString *text;
  guint32 *rows;
  gboolean is_before;
} Printer;

static void
append_code (Printer *self, guint32 code)
{
  g_string_append_len (self->text, cadre_patch_text (self->patch, code),
                       (gssize) cadre_string_table_length (self->patch->strings, code));
}

static void
append_member (Printer *self, const CadrePatchOp *op, guint32 value)
{
  g_string_append_c (self->text, '"');
  g_string_append (self->text, cadre_patch_field_name (op->kind, op->field));
  g_string_append (self->text, "\": ");
  append_code (self, value);
}

/* A record as its key names it, and the value that a field of it has. */
static void
append_change (Printer *self, const CadrePatchOp *op)
{
  const guint32 code =
    self->is_before ? op->key : cadre_patch_keys_get (self->keys, op->kind, op->key);
  const char *key = code != 0 ? cadre_string_table_get (self->keys->strings, code) : "{}";
  const gsize length = strlen (key);
  const guint32 value = self->is_before ? op->before : op->after;

  g_string_append (self->text, key[0] == '{' ? "" : "{\"id\": ");
  g_string_append_len (self->text, key, (gssize) (key[0] == '{' ? length - 1 : length));
  if (value != 0 && op->action != CADRE_PATCH_ACTION_REKEY &&
      (key[0] != '{' || !cadre_patch_is_key_field (op->kind, op->field)))
    {
      g_string_append (self->text, length > 2 || key[0] != '{' ? ", " : "");
      append_member (self, op, value);
    }
  g_string_append_c (self->text, '}');
}

static void
append_table (Printer *self, guint kind)
{
  const CadrePatchAction without =
    self->is_before ? CADRE_PATCH_ACTION_CREATE : CADRE_PATCH_ACTION_DELETE;
  guint32 n = 0;

  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];

      if (op->kind != kind || op->action == without)
        continue;
      if (n == 0)
        g_string_append_printf (self->text, "%s\"%s\": [", self->text->len > 1 ? ", " : "",
                                cadre_schema_get (kind)->plural);
      else
        g_string_append_c (self->text, ',');
      self->rows[op->number] = n++;
      if (op->field == CADRE_PATCH_WHOLE)
        append_code (self, cadre_patch_op_record (op));
      else
        append_change (self, op);
    }
  if (n > 0)
    g_string_append_c (self->text, ']');
}

static void
append_head (Printer *self)
{
  const CadrePatch *patch = self->patch;
  guint last = CADRE_PATCH_WHOLE;

  for (guint32 i = 0; i < patch->n_ops && patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    {
      const CadrePatchOp *op = &patch->ops[i];
      const guint32 value = self->is_before ? op->before : op->after;

      if (value == 0 || op->field == last)
        continue;
      g_string_append (self->text, self->text->len > 1 ? ", " : "");
      append_member (self, op, value);
      last = op->field;
    }
}

/* Texts that do not name their language are in that of the patch. */
static gboolean
load (CadrePatchSide *self, const CadrePatch *patch, const GString *text, GError **error)
{
  CadreTables *tables = self->tables;
  guint32 language = 0;

  if (!cadre_tables_intern (tables, cadre_patch_text (patch, patch->language),
                            cadre_string_table_length (patch->strings, patch->language), &language,
                            error) ||
      !cadre_tables_load_text (tables, text->str, text->len, error))
    return FALSE;

  self->language = tables->language;
  tables->language = language;
  if (!cadre_tables_settle_language (tables, error))
    return FALSE;

  cadre_tables_sort_translations (tables);
  return TRUE;
}

static void
side_unref (CadrePatchSide *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  g_clear_pointer (&self->tables, cadre_tables_free);
  g_free (self->rows);
  g_free (self);
}

static CadrePatchSide *
side_ref (CadrePatchSide *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

static CadrePatchSide *
side_new (const CadrePatch *patch,
          const CadrePatchKeys *keys,
          CadreStringTable *strings,
          gboolean is_before,
          GError **error)
{
  CadrePatchSide *self = g_new0 (CadrePatchSide, 1);
  Printer printer = { patch, keys, g_string_new ("{"), NULL, is_before };
  gboolean ok = FALSE;

  self->ref_count = 1;
  self->tables = cadre_tables_new (strings);
  self->rows = printer.rows = g_try_new (guint32, MAX (patch->n_ops, 1));
  if (self->rows == NULL)
    cadre_patch_set_memory_error (error);
  else
    {
      memset (self->rows, 0xff, patch->n_ops * sizeof (guint32));
      append_head (&printer);
      for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
        append_table (&printer, kind);
      g_string_append_c (printer.text, '}');
      ok = load (self, patch, printer.text, error);
    }

  g_string_free (printer.text, TRUE);
  if (!ok)
    g_clear_pointer (&self, side_unref);
  return self;
}

void
cadre_patch_values_free (CadrePatchValues *self)
{
  g_clear_pointer (&self->before, side_unref);
  g_clear_pointer (&self->after, side_unref);
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_free (self);
}

static CadrePatchValues *
values_new (const CadrePatch *patch, const CadrePatchKeys *keys, GError **error)
{
  CadrePatchValues *self = g_new0 (CadrePatchValues, 1);

  self->strings = cadre_string_table_new ();
  self->before = side_new (patch, keys, self->strings, TRUE, error);
  if (self->before != NULL)
    self->after = side_new (patch, keys, self->strings, FALSE, error);
  if (self->after != NULL)
    {
      cadre_string_table_seal (self->strings);
      return self;
    }

  cadre_patch_values_free (self);
  return NULL;
}

static CadrePatchValues *
read_values (const CadrePatch *patch, GError **error)
{
  g_autoptr (CadreStringTable) strings = cadre_patch_changes_keys (patch->ops, patch->n_ops)
                                           ? cadre_string_table_copy (patch->strings, error)
                                           : cadre_string_table_ref (patch->strings);
  CadrePatchKeys keys;
  CadrePatchValues *values = NULL;

  if (strings == NULL)
    return NULL;

  if (cadre_patch_keys_init (&keys, strings, patch->ops, patch->n_ops, error))
    values = values_new (patch, &keys, error);
  cadre_patch_keys_clear (&keys);
  return values;
}

const CadrePatchValues *
cadre_patch_get_values (const CadrePatch *patch, GError **error)
{
  CadrePatchValues **place = &((CadrePatch *) patch)->values;
  CadrePatchValues *values = __atomic_load_n (place, __ATOMIC_ACQUIRE);
  CadrePatchValues *expected = NULL;

  if (values != NULL)
    return values;

  values = read_values (patch, error);
  if (values == NULL || __atomic_compare_exchange_n (place, &expected, values, FALSE,
                                                     __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return values;

  cadre_patch_values_free (values); /* another thread was here first */
  return expected;
}

CadrePatchValues *
cadre_patch_dup_values_back (const CadrePatch *patch)
{
  const CadrePatchValues *values = __atomic_load_n (&patch->values, __ATOMIC_ACQUIRE);
  CadrePatchValues *back = NULL;

  if (values == NULL)
    return NULL;

  back = g_new0 (CadrePatchValues, 1);
  back->strings = cadre_string_table_ref (values->strings);
  back->before = side_ref (values->after);
  back->after = side_ref (values->before);
  return back;
}
