/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a comparison to operations.
 *
 * A record that is the only one with its key on both sides is named by it, and
 * changed field by field. Where several records have a key, before or after, all
 * of them are taken away and all of them put there, unless they are the same: so
 * that the patch can be turned round, and others can follow it.
 *
 * Which records belong together is what the comparison says. What is different
 * is looked at anew: to a reader 1/2 and 0.5 are the same, and to the bytes of a
 * document they are not. */

#include "config.h"

#include "diff/cadre-diff-private.h"
#include "diff/patch/cadre-patch-values-private.h"

#include <stdlib.h>
#include <string.h>

#define ALL_FIELDS G_MAXUINT64

typedef struct
{
  CadrePatchMaker maker;
  const CadrePairing *pairings;
  CadreSides sides;
  const CadreTables *real_after; /* in its own first language */
  CadreCellText *text_before;
  CadreCellText *text_after;

  CadreRecordKind kind; /* of the table that is looked at */
  int key_field;        /* a text that rows with one key have in common; -1 for none */
} Comparison;

static gboolean
intern (Comparison *self, const char *text, gsize length, guint32 *code, GError **error)
{
  return cadre_patch_maker_intern (&self->maker, text, length, code, error);
}

static gboolean
is_same_key (const CadreTables *tables, CadreRecordKind kind, guint32 a, guint32 b)
{
  const guint64 mask = cadre_patch_key_mask (kind);
  const CadreTable *table = cadre_tables_get (tables, kind);

  if (cadre_schema_get (kind)->keys == NULL)
    {
      const guint32 id = cadre_table_code (table, 0, a);

      if (id != cadre_table_code (table, 0, b))
        return FALSE;
      if (id != 0 || mask == 0)
        return TRUE;
    }
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if ((mask >> i & 1) != 0 && !cadre_tables_cells_equal (tables, a, tables, b, kind, i))
      return FALSE;

  return TRUE;
}

static int
find_key_field (CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint field = schema->keys != NULL ? schema->keys[0] : 0;

  return cadre_field_kind_is_text (schema->fields[field].kind) ? (int) field : -1;
}

/* Whether a neighbour has the key of a row: rows that share one are together.
 * Mostly the first text of the key tells them apart. */
static inline gboolean
is_shared (const Comparison *self, const CadreTables *tables, guint32 row)
{
  const CadreTable *table = cadre_tables_get (tables, self->kind);
  const guint32 *column = self->key_field >= 0 ? table->columns[self->key_field] : NULL;
  const gboolean after_last = row > 0 && (column == NULL || column[row - 1] == column[row]) &&
                              is_same_key (tables, self->kind, row - 1, row);

  return after_last ||
         (row + 1 < table->n_rows && (column == NULL || column[row] == column[row + 1]) &&
          is_same_key (tables, self->kind, row, row + 1));
}

static gboolean
get_key (Comparison *self, gboolean before, guint32 row, guint32 *code, GError **error)
{
  const CadreTables *tables = before ? self->sides.before : self->sides.after;
  CadreCellText *text = before ? self->text_before : self->text_after;
  const gboolean has_id = cadre_schema_get (self->kind)->keys == NULL;
  const guint64 mask = cadre_patch_key_mask (self->kind);
  const char *key = NULL;
  gsize length = 0;

  if (has_id && cadre_table_code (cadre_tables_get (tables, self->kind), 0, row) != 0)
    key = cadre_cell_text_get (text, self->kind, row, 0, &length);
  else if (mask != 0)
    key = cadre_cell_text_get_fields (text, self->kind, row, mask, &length);

  return intern (self, key, length, code, error);
}

static gboolean
add_whole (Comparison *self, gboolean before, guint32 row, GError **error)
{
  const CadreTables *tables = before ? self->sides.before : self->sides.after;
  CadreCellText *text = before ? self->text_before : self->text_after;
  CadrePatchOp op = { .action = before ? CADRE_PATCH_ACTION_DELETE : CADRE_PATCH_ACTION_CREATE,
                      .kind = (guint8) self->kind,
                      .field = CADRE_PATCH_WHOLE };
  const char *record = NULL;
  gsize length = 0;

  op.shared = (guint8) is_shared (self, tables, row);
  if (!get_key (self, before, row, &op.key, error))
    return FALSE;

  record = cadre_cell_text_get_fields (text, self->kind, row, ALL_FIELDS, &length);
  if (!intern (self, record, length, before ? &op.before : &op.after, error))
    return FALSE;

  cadre_patch_maker_add (&self->maker, &op);
  return TRUE;
}

static gboolean
add_change (Comparison *self,
            guint field,
            guint32 key,
            guint32 before,
            guint32 after,
            GError **error)
{
  CadrePatchOp op = { .action = (guint8) cadre_patch_action_of_field (self->kind, field),
                      .kind = (guint8) self->kind,
                      .field = (guint8) field,
                      .key = key };
  gsize length = 0;
  const char *text = cadre_cell_text_get (self->text_before, self->kind, before, field, &length);

  if (!intern (self, text, length, &op.before, error))
    return FALSE;
  text = cadre_cell_text_get (self->text_after, self->kind, after, field, &length);
  if (!intern (self, text, length, &op.after, error))
    return FALSE;

  if (op.before != op.after)
    cadre_patch_maker_add (&self->maker, &op);
  return TRUE;
}

/* Whether a pair can be named by its key: nothing else has it, and it stays a
 * key of the same sort. */
static gboolean
can_be_named (Comparison *self, guint32 before, guint32 after)
{
  const CadreTable *table_before = cadre_tables_get (self->sides.before, self->kind);
  const CadreTable *table_after = cadre_tables_get (self->sides.after, self->kind);

  return !is_shared (self, self->sides.before, before) &&
         !is_shared (self, self->sides.after, after) &&
         (self->kind != CADRE_RECORD_KIND_ASSIGNMENT ||
          (cadre_table_code (table_before, 0, before) == 0) ==
            (cadre_table_code (table_after, 0, after) == 0));
}

static gboolean
add_pair (Comparison *self, guint64 marks, guint32 before, guint32 after, GError **error)
{
  guint32 key = 0;

  if (!can_be_named (self, before, after))
    return add_whole (self, TRUE, before, error) && add_whole (self, FALSE, after, error);
  if (marks == 0)
    return TRUE;
  if (!get_key (self, TRUE, before, &key, error))
    return FALSE;

  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if ((marks >> i & 1) != 0 && !add_change (self, i, key, before, after, error))
      return FALSE;

  return TRUE;
}

/* Marks what is the same to a reader and not to the bytes. */
static void
mark_forms (Comparison *self, CadreKernelBlock *block, const guint32 *partner)
{
  const CadreSchema *schema = cadre_schema_get (self->kind);
  const CadreTable *before = cadre_tables_get (self->sides.before, self->kind);
  const CadreTable *after = cadre_tables_get (self->sides.after, self->kind);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const CadreFieldKind kind = schema->fields[i].kind;

      if ((kind != CADRE_FIELD_KIND_FRACTION && kind != CADRE_FIELD_KIND_DATE) ||
          (before->columns[i] == NULL && after->columns[i] == NULL))
        continue;
      for (guint32 k = 0; k < CADRE_KERNEL_BLOCK && block->first + k < after->n_rows; k++)
        if (partner[block->first + k] != CADRE_NO_ROW &&
            !cadre_tables_cells_equal (self->sides.before, partner[block->first + k],
                                       self->sides.after, block->first + k, self->kind, i))
          block->marks[k] |= (guint64) 1 << i;
    }
}

static gboolean
add_block (Comparison *self, guint32 first, guint32 n, const guint64 *translated, GError **error)
{
  const guint32 *partner = self->pairings[self->kind].before_of;
  CadreKernelBlock block;

  cadre_kernel_block_init (&block, partner, first, n);
  cadre_diff_compare (&self->sides, self->kind, &block);
  mark_forms (self, &block, partner);
  for (guint32 i = 0; i < n; i++)
    {
      const guint64 marks = block.marks[i] | (translated != NULL ? translated[first + i] : 0);

      if (partner[first + i] != CADRE_NO_ROW &&
          !add_pair (self, marks, partner[first + i], first + i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_pairs (Comparison *self, GError **error)
{
  const guint32 n = cadre_tables_get (self->sides.after, self->kind)->n_rows;
  g_autofree guint64 *translated = NULL;

  if (n == 0 || cadre_tables_get (self->sides.before, self->kind)->n_rows == 0)
    return TRUE;
  if (!cadre_diff_mark_translations (&self->sides, self->kind, &self->pairings[self->kind],
                                     &translated))
    return cadre_patch_set_memory_error (error);

  for (guint32 first = 0; first < n; first += CADRE_KERNEL_BLOCK)
    if (!add_block (self, first, MIN (CADRE_KERNEL_BLOCK, n - first), translated, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_alone (Comparison *self, GError **error)
{
  const CadrePairing *pairing = &self->pairings[self->kind];
  const guint32 n_before = cadre_tables_get (self->sides.before, self->kind)->n_rows;
  const guint32 n_after = cadre_tables_get (self->sides.after, self->kind)->n_rows;

  for (guint32 row = 0; row < n_before; row++)
    if (pairing->after_of[row] == CADRE_NO_ROW && !add_whole (self, TRUE, row, error))
      return FALSE;
  for (guint32 row = 0; row < n_after; row++)
    if (pairing->before_of[row] == CADRE_NO_ROW && !add_whole (self, FALSE, row, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_head (Comparison *self, CadreCellText *text_real_after, GError **error)
{
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    {
      CadrePatchOp op = { .action = CADRE_PATCH_ACTION_CHANGE,
                          .kind = CADRE_PATCH_HEAD,
                          .field = (guint8) i };
      gsize length = 0;
      const char *text = NULL;

      if (i >= CADRE_N_HEAD_FIELDS && i != CADRE_CELL_UNKNOWN_MEMBERS)
        continue;
      text = cadre_cell_text_get_head (self->text_before, i, &length);
      if (!intern (self, text, length, &op.before, error))
        return FALSE;
      text = cadre_cell_text_get_head (i == CADRE_HEAD_FIELD_LANGUAGE ? text_real_after
                                                                      : self->text_after,
                                       i, &length);
      if (!intern (self, text, length, &op.after, error))
        return FALSE;
      if (op.before != op.after)
        cadre_patch_maker_add (&self->maker, &op);
    }

  return TRUE;
}

static gboolean
add_all (Comparison *self, GError **error)
{
  g_autoptr (CadreCellText) text_real_after = cadre_cell_text_new (self->real_after);
  const CadreTables *before = self->sides.before;

  if (!add_head (self, text_real_after, error) ||
      !intern (self, cadre_tables_text (before, before->language),
               cadre_string_table_length (before->strings, before->language), &self->maker.language,
               error))
    return FALSE;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      self->kind = kind;
      self->key_field = find_key_field (kind);
      if (!add_pairs (self, error) || !add_alone (self, error))
        return FALSE;
    }

  return !cadre_cell_text_set_error (self->text_before, error) &&
         !cadre_cell_text_set_error (self->text_after, error);
}

/* The structure after, in the first language of the one before. */
static CadreTables *
translate (const CadreTables *before, const CadreTables *after, GError **error)
{
  g_autoptr (CadreTables) copy = cadre_tables_copy_for_change (after, error);
  guint32 language = 0;

  if (copy == NULL ||
      !cadre_tables_intern (copy, cadre_tables_text (before, before->language),
                            cadre_string_table_length (before->strings, before->language),
                            &language, error) ||
      !cadre_tables_change_language (copy, language, error))
    return NULL;

  return g_steal_pointer (&copy);
}

static CadrePatch *
compare (Comparison *self, GError **error)
{
  CadrePatch *patch = NULL;

  self->text_before = cadre_cell_text_new (self->sides.before);
  self->text_after = cadre_cell_text_new (self->sides.after);
  cadre_patch_maker_init (&self->maker);
  if (add_all (self, error))
    patch = cadre_patch_maker_finish (&self->maker, error);

  cadre_patch_maker_clear (&self->maker);
  cadre_cell_text_free (self->text_before);
  cadre_cell_text_free (self->text_after);
  return patch;
}

/**
 * cadre_patch_new:
 * @diff: a #CadreDiff
 * @error: return location for a #GError, or %NULL
 *
 * Makes a patch of all that is different: one that leads from the structure
 * before to the one after.
 *
 * Posts that the mapping of the diff takes for one post under two ids are given
 * the other id; all others that are gone or new are deleted or created.
 *
 * Takes time in proportion to the size of both structures. The patch keeps them, so
 * that it can tell what it was made from and leads to: that takes a whole document of
 * each, and is worked out when it is first asked for, or the patch is written.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_new (CadreDiff *diff, GError **error)
{
  Comparison self = { 0 };
  g_autoptr (CadreTables) translated = NULL;
  g_autoptr (CadrePatch) patch = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self.pairings = diff->pairings;
  self.sides = diff->sides;
  self.sides.post_codes = self.sides.codes; /* another id is another text */
  self.real_after = self.sides.after;
  if (self.sides.codes[self.sides.before->language] != self.sides.after->language)
    {
      translated = translate (self.sides.before, self.sides.after, error);
      if (translated == NULL)
        return NULL;
      self.sides.after = translated;
    }

  patch = compare (&self, error);
  if (patch == NULL || cadre_patch_get_values (patch, error) == NULL)
    return NULL;

  patch->before = cadre_patch_identity_new (diff->before);
  patch->after = cadre_patch_identity_new (diff->after);
  return g_steal_pointer (&patch);
}
