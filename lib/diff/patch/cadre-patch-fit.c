/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The keys and values of a patch with the texts of a structure, and saying what does not
 * fit. */

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

/* The codes that all texts of the patch have in the result. */
static guint32 *
recode (const CadreStringTable *own, CadreStringTable *strings, GError **error)
{
  guint32 *codes = g_try_new (guint32, cadre_string_table_size (own));

  if (codes == NULL)
    cadre_patch_set_memory_error (error);
  else if (!cadre_string_table_intern_all (strings, own, codes, error))
    g_clear_pointer (&codes, g_free);
  return codes;
}

/* Texts are compared in the first language of the structure. */
static CadreTables *
take_side (CadrePatchFit *self, const CadrePatchSide *side, const guint32 *codes, GError **error)
{
  g_autoptr (CadreTables) tables =
    cadre_tables_copy_recoded (side->tables, self->strings, codes, error);

  if (tables == NULL || !cadre_tables_change_language (tables, self->base->language, error))
    return NULL;

  return g_steal_pointer (&tables);
}

static gboolean
take_values (CadrePatchFit *self, GError **error)
{
  const CadrePatchValues *values = cadre_patch_get_values (self->patch, error);
  g_autofree guint32 *codes = NULL;

  if (values == NULL)
    return FALSE;
  codes = recode (values->strings, self->strings, error);
  if (codes == NULL)
    return FALSE;

  self->old_rows = values->before->rows;
  self->new_rows = values->after->rows;
  self->old_language = codes[values->before->language];
  self->new_language = codes[values->after->language];
  self->old = take_side (self, values->before, codes, error);
  if (self->old != NULL)
    self->new_ = take_side (self, values->after, codes, error);
  return self->new_ != NULL;
}

static void
note_spans (CadrePatchFit *self)
{
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];
      CadrePatchSpan *span = NULL;

      if (op->kind == CADRE_PATCH_HEAD)
        continue;
      span = &self->spans[op->action][op->kind];
      if (span->end == 0)
        span->begin = i;
      span->end = i + 1;
      self->n_of_kind[op->kind]++;
    }
}

gboolean
cadre_patch_fit_init (CadrePatchFit *self,
                      const CadrePatch *patch,
                      const CadreTables *base,
                      GError **error)
{
  self->patch = patch;
  self->base = base;
  self->rows = g_try_new (guint32, MAX (patch->n_ops, 1));
  if (self->rows == NULL)
    return cadre_patch_set_memory_error (error);

  memset (self->rows, 0xff, patch->n_ops * sizeof (guint32));
  note_spans (self);
  self->strings = cadre_string_table_copy (base->strings, error);
  return self->strings != NULL && take_values (self, error);
}

void
cadre_patch_fit_clear (CadrePatchFit *self)
{
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_pointer (&self->changed_base, cadre_tables_free);
  g_clear_pointer (&self->old, cadre_tables_free);
  g_clear_pointer (&self->new_, cadre_tables_free);
  g_free (self->rows);
  g_free (self->room);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    g_free (self->deleted[kind]);
}
