/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The order of operations: the head of the document, then what is created from
 * the top down, then new ids, places and values, and last what is deleted from
 * the bottom up. It follows from what the operations say. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <stdlib.h>
#include <string.h>

#define IN_A_CIRCLE G_MAXUINT32

CadrePatchAction
cadre_patch_action_of_field (guint kind, guint field)
{
  static const struct
  {
    guint8 kind;
    guint8 field;
  } places[] = {
    { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_PARENT },
    { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_PARENT },
    { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_UNIT },
    { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_MANAGER },
    { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_BODY },
    { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_UNIT },
    { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_POST },
  };

  if (kind == CADRE_PATCH_HEAD)
    return CADRE_PATCH_ACTION_CHANGE;
  if (field == 0 && cadre_schema_get (kind)->keys == NULL)
    return CADRE_PATCH_ACTION_REKEY;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].kind == kind && places[i].field == field)
      return CADRE_PATCH_ACTION_MOVE;

  return CADRE_PATCH_ACTION_CHANGE;
}

const char *
cadre_patch_kind_name (guint kind)
{
  return kind == CADRE_PATCH_HEAD ? "document" : cadre_schema_get (kind)->name;
}

const char *
cadre_patch_field_name (guint kind, guint field)
{
  if (field == CADRE_PATCH_WHOLE)
    return NULL;
  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return CADRE_CELL_UNKNOWN_MEMBERS_NAME;

  return kind == CADRE_PATCH_HEAD ? cadre_head_field_name (field)
                                  : cadre_schema_get (kind)->fields[field].name;
}

static int
compare_numbers (guint32 a, guint32 b)
{
  return (a > b) - (a < b);
}

static int
compare_codes (const CadreStringTable *strings, guint32 a, guint32 b)
{
  if (a == b)
    return 0;
  if (a == 0 || b == 0)
    return a == 0 ? -1 : 1;
  return cadre_string_table_compare (strings, a, b);
}

static int
compare_changes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadrePatchOp *x = a;
  const CadrePatchOp *y = b;
  const CadreStringTable *strings = user_data;
  int order = compare_numbers (x->kind != CADRE_PATCH_HEAD, y->kind != CADRE_PATCH_HEAD);

  if (order == 0)
    order = compare_numbers (x->action, y->action);
  if (order == 0)
    order = compare_numbers (x->kind, y->kind);
  if (order == 0)
    order = compare_codes (strings, x->key, y->key);
  if (order == 0)
    order = compare_numbers (x->field, y->field);
  if (order == 0)
    order = compare_codes (strings, x->before, y->before);
  return order != 0 ? order : compare_codes (strings, x->after, y->after);
}

void
cadre_patch_sort_changes (const CadreStringTable *strings, CadrePatchOp *ops, guint32 n_ops)
{
  gboolean is_sorted = TRUE;

  for (guint32 i = 1; is_sorted && i < n_ops; i++)
    is_sorted = compare_changes (&ops[i - 1], &ops[i], (gpointer) strings) <= 0;
  if (!is_sorted)
    g_qsort_with_data (ops, (gint) n_ops, sizeof (CadrePatchOp), compare_changes,
                       (gpointer) strings);
}

/* What is created, or deleted, with how far below the topmost it is. */
typedef struct
{
  CadrePatchOp op;
  guint32 depth;
} Whole;

typedef struct
{
  const CadreStringTable *strings;
  Whole *wholes;
  guint32 n;
  GHashTable *units;    /* code of an id to place + 1 */
  GHashTable *posts;    /* likewise */
  GHashTable *managers; /* code of the id of a post to that of its line: place + 1 */
  guint32 *above;       /* by place: that of the record above, or CADRE_NO_ROW */
} Depths;

/* The code of a member of a record; 0 where no key can be the same. */
static guint32
find_code (const Depths *self, const Whole *whole, const char *name)
{
  const guint32 record = cadre_patch_op_record (&whole->op);
  CadrePatchMember member;

  if (!cadre_patch_find_member (cadre_string_table_get (self->strings, record), name, &member))
    return 0;

  return cadre_string_table_lookup (self->strings, member.value, member.length);
}

static gboolean
is_line_of_management (const Depths *self, const Whole *whole)
{
  CadrePatchMember member;
  const char *record = cadre_string_table_get (self->strings, cadre_patch_op_record (&whole->op));

  return whole->op.kind == CADRE_RECORD_KIND_LINE &&
         !cadre_patch_find_member (record, "kind", &member);
}

/* Of several with one code the first in the order of their texts counts. */
static void
note (const Depths *self, GHashTable *table, guint32 code, guint32 i)
{
  const guint32 other = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (code)));

  if (other == 0 || compare_codes (self->strings, cadre_patch_op_record (&self->wholes[i].op),
                                   cadre_patch_op_record (&self->wholes[other - 1].op)) < 0)
    g_hash_table_insert (table, GUINT_TO_POINTER (code), GUINT_TO_POINTER (i + 1));
}

static guint32
look_up (GHashTable *table, guint32 code)
{
  return code != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (code))) - 1
                   : CADRE_NO_ROW;
}

static guint32
find_above (const Depths *self, guint32 i)
{
  const Whole *whole = &self->wholes[i];
  guint32 line = CADRE_NO_ROW;

  if (whole->op.kind == CADRE_RECORD_KIND_UNIT)
    return look_up (self->units, find_code (self, whole, "parent"));
  if (whole->op.kind != CADRE_RECORD_KIND_POST)
    return CADRE_NO_ROW;

  line = look_up (self->managers, whole->op.key);
  return line != CADRE_NO_ROW
           ? look_up (self->posts, find_code (self, &self->wholes[line], "manager"))
           : CADRE_NO_ROW;
}

/* Walks up to what is known, and comes back. Whoever is in a circle, or below
 * one, has no depth. */
static void
measure (Depths *self, guint32 i, guint32 *path)
{
  guint32 n = 0;
  guint32 depth = 0;
  guint32 at = i;

  for (; at != CADRE_NO_ROW && self->wholes[at].depth == CADRE_NO_ROW - 2; at = self->above[at])
    {
      self->wholes[at].depth = CADRE_NO_ROW - 1; /* on the way */
      path[n++] = at;
    }

  if (at != CADRE_NO_ROW)
    depth = self->wholes[at].depth >= CADRE_NO_ROW - 1 ? IN_A_CIRCLE : self->wholes[at].depth + 1;
  while (n > 0)
    {
      self->wholes[path[--n]].depth = depth;
      depth += depth != IN_A_CIRCLE;
    }
}

static void
collect_wholes (Depths *self)
{
  for (guint32 i = 0; i < self->n; i++)
    {
      const CadrePatchOp *op = &self->wholes[i].op;

      self->wholes[i].depth = CADRE_NO_ROW - 2;
      if (op->kind == CADRE_RECORD_KIND_UNIT)
        note (self, self->units, op->key, i);
      else if (op->kind == CADRE_RECORD_KIND_POST)
        note (self, self->posts, op->key, i);
      else if (is_line_of_management (self, &self->wholes[i]))
        note (self, self->managers, find_code (self, &self->wholes[i], "post"), i);
    }
}

static gboolean
measure_all (Depths *self)
{
  g_autofree guint32 *path = g_try_new (guint32, MAX (self->n, 1));

  self->above = g_try_new (guint32, MAX (self->n, 1));
  if (path == NULL || self->above == NULL)
    return FALSE;

  collect_wholes (self);
  for (guint32 i = 0; i < self->n; i++)
    self->above[i] = find_above (self, i);
  for (guint32 i = 0; i < self->n; i++)
    measure (self, i, path);

  return TRUE;
}

static int
compare_wholes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Whole *x = a;
  const Whole *y = b;
  const CadreStringTable *strings = user_data;
  int order = compare_numbers (x->op.kind, y->op.kind);

  if (order == 0)
    order = compare_numbers (x->depth, y->depth);
  if (order == 0)
    order = compare_codes (strings, x->op.key, y->op.key);
  if (order == 0)
    order = compare_codes (strings, cadre_patch_op_record (&x->op), cadre_patch_op_record (&y->op));
  return order != 0 ? order : compare_numbers (x->op.shared, y->op.shared);
}

/* Records of which all are created, or all are deleted. */
static gboolean
sort_wholes (const CadreStringTable *strings, CadrePatchOp *ops, guint32 n_ops, gboolean bottom_up)
{
  Depths self = { .strings = strings, .n = n_ops };
  gboolean ok = FALSE;

  self.wholes = g_try_new (Whole, MAX (n_ops, 1));
  if (self.wholes == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_ops; i++)
    self.wholes[i].op = ops[i];
  self.units = g_hash_table_new (NULL, NULL);
  self.posts = g_hash_table_new (NULL, NULL);
  self.managers = g_hash_table_new (NULL, NULL);
  ok = measure_all (&self);
  if (ok)
    g_qsort_with_data (self.wholes, (gint) n_ops, sizeof (Whole), compare_wholes,
                       (gpointer) strings);
  for (guint32 i = 0; i < n_ops; i++)
    ops[bottom_up ? n_ops - 1 - i : i] = self.wholes[i].op;

  g_hash_table_unref (self.units);
  g_hash_table_unref (self.posts);
  g_hash_table_unref (self.managers);
  g_free (self.above);
  g_free (self.wholes);
  return ok;
}

static guint
get_rank (const CadrePatchOp *op)
{
  if (op->kind == CADRE_PATCH_HEAD)
    return 0;
  if (op->action == CADRE_PATCH_ACTION_CREATE)
    return 1;
  return op->action == CADRE_PATCH_ACTION_DELETE ? 3 : 2;
}

void
cadre_patch_find_changes (const CadrePatchOp *ops, guint32 n_ops, guint32 *first, guint32 *n)
{
  guint32 begin = 0;
  guint32 end = 0;

  while (begin < n_ops && get_rank (&ops[begin]) < 2)
    begin++;
  for (end = begin; end < n_ops && get_rank (&ops[end]) == 2; end++)
    ;

  *first = begin;
  *n = end - begin;
}

gboolean
cadre_patch_sort (const CadreStringTable *strings, CadrePatchOp *ops, guint32 n_ops)
{
  guint32 counts[5] = { 0 };
  g_autofree CadrePatchOp *copy = NULL;

  if (n_ops == 0)
    return TRUE;
  copy = g_try_new (CadrePatchOp, n_ops);
  if (copy == NULL)
    return FALSE;

  memcpy (copy, ops, n_ops * sizeof (CadrePatchOp));
  for (guint32 i = 0; i < n_ops; i++)
    counts[get_rank (&copy[i]) + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    counts[i] += counts[i - 1];
  for (guint32 i = 0; i < n_ops; i++)
    ops[counts[get_rank (&copy[i])]++] = copy[i];

  /* Each count is now where the next rank begins. */
  cadre_patch_sort_changes (strings, ops, counts[0]);
  cadre_patch_sort_changes (strings, ops + counts[1], counts[2] - counts[1]);
  return sort_wholes (strings, ops + counts[0], counts[1] - counts[0], FALSE) &&
         sort_wholes (strings, ops + counts[2], counts[3] - counts[2], TRUE);
}
