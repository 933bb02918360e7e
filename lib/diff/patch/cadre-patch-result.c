/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What comes of a patch. Operations that all fit may still make a circle where the
 * structure is not the one that they were made for. A patch that leads to the very
 * structure that it was made from leads there, circles and all: what a document holds is
 * for whoever loads it to judge. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/patch/cadre-patch-circles-private.h"
#include "diff/patch/cadre-patch-fit-private.h"
#include "structure/cadre-tables-structure-private.h"

#define MAX_LISTED 100 /* records and operations in a message */

#define CODE "diff.patch.circle"
#define REPAIR "Leave one of the operations out, or add one that opens the circle"

/* Whether a patch says what it leads to, and that is it. */
static gboolean
is_target (const CadrePatch *patch, CadreStructure *result, gboolean *is_it, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *expected = cadre_patch_identity_get (patch->after, &failure);
  g_autofree char *found = expected != NULL ? cadre_patch_identify (result, &failure) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *is_it = found != NULL && g_str_equal (found, expected);
  return TRUE;
}

/* The operations that close circles. */
typedef struct
{
  const CadrePatch *patch;
  const CadrePatchCircles *circles;
  GHashTable *places[2]; /* of posts and of units: from ids before to a number */
  GArray **ops;          /* (element-type guint32): by circle */
} Closing;

/* The number of a place: its circle, and whether the step that begins there is new. */
static gpointer
number_place (guint circle, gboolean is_new)
{
  return GUINT_TO_POINTER (2 * circle + (is_new ? 1 : 0) + 2);
}

static void
index_places (Closing *self)
{
  const CadrePatchCircles *circles = self->circles;

  for (guint i = 0; i < circles->circles->len; i++)
    {
      const CadrePatchCircle *circle = &g_array_index (circles->circles, CadrePatchCircle, i);

      self->ops[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      for (guint32 k = circle->first; k < circle->first + circle->n; k++)
        {
          const char *id = cadre_patch_circles_old_id (circles, circle->kind,
                                                       g_array_index (circles->rows, guint32, k));

          if (id != NULL)
            g_hash_table_insert (self->places[circle->kind == CADRE_RECORD_KIND_UNIT],
                                 (gpointer) id, number_place (i, circles->are_new->data[k]));
        }
    }
}

static gboolean
makes_record (const CadrePatchOp *op)
{
  return op->action == CADRE_PATCH_ACTION_REKEY || op->kind == CADRE_RECORD_KIND_POST ||
         (op->kind == CADRE_RECORD_KIND_UNIT && op->action == CADRE_PATCH_ACTION_DELETE);
}

/* The number of the place that an operation is about; 0 where it is in no circle. */
static guint
find_number (const Closing *self, guint32 i)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  const char *id =
    cadre_patch_op_subject (self->patch, &self->patch->ops[i], &self->circles->ids, &kind);

  return id != NULL ? GPOINTER_TO_UINT (
                        g_hash_table_lookup (self->places[kind == CADRE_RECORD_KIND_UNIT], id))
                    : 0;
}

static void
note_op (Closing *self, guint32 i)
{
  const guint number = find_number (self, i);

  if (number % 2 != 0)
    g_array_append_val (self->ops[number / 2 - 1], i);
}

/* Where no line closes a circle, a record does that lines led to before it was there; and
 * where none does, the date. */
static void
note_record (Closing *self, guint32 i)
{
  const guint number = find_number (self, i);

  if (number != 0 && self->ops[number / 2 - 1]->len == 0)
    g_array_append_val (self->ops[number / 2 - 1], i);
}

static void
note_date (Closing *self, guint32 i)
{
  for (guint k = 0; k < self->circles->circles->len; k++)
    if (self->ops[k]->len == 0)
      g_array_append_val (self->ops[k], i);
}

static void
closing_init (Closing *self, const CadrePatch *patch, const CadrePatchCircles *circles)
{
  *self = (Closing){ .patch = patch, .circles = circles };
  self->ops = g_new0 (GArray *, (gsize) circles->circles->len + 1);
  for (guint i = 0; i < 2; i++)
    self->places[i] = g_hash_table_new (g_str_hash, g_str_equal);
  index_places (self);

  for (guint32 i = 0; i < patch->n_ops; i++)
    if (!makes_record (&patch->ops[i]))
      note_op (self, i);
  for (guint32 i = 0; i < patch->n_ops; i++)
    if (makes_record (&patch->ops[i]))
      note_record (self, i);
  for (guint32 i = 0; i < patch->n_ops && patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    if (cadre_patch_op_moves (&patch->ops[i]))
      note_date (self, i);
}

static void
closing_clear (Closing *self)
{
  for (guint i = 0; i < self->circles->circles->len; i++)
    g_array_unref (self->ops[i]);
  g_free (self->ops);
  for (guint i = 0; i < 2; i++)
    g_hash_table_unref (self->places[i]);
}

static void
append_more (GString *text, guint n)
{
  if (n > MAX_LISTED)
    g_string_append_printf (text, " and %u more", n - MAX_LISTED);
}

/* What a circle is, by the ids that its records have then, and what closes it. */
static char *
describe (const Closing *self, guint i)
{
  const CadrePatchCircles *circles = self->circles;
  const CadrePatchCircle *circle = &g_array_index (circles->circles, CadrePatchCircle, i);
  const CadreTables *tables = cadre_structure_get_tables (circles->result);
  const gboolean is_unit = circle->kind == CADRE_RECORD_KIND_UNIT;
  const GArray *ops = self->ops[i];
  GString *text = g_string_new (is_unit ? "The unit" : "The post");

  g_string_append (text, circle->n > 1 ? "s " : " ");
  for (guint32 k = 0; k < MIN (circle->n, MAX_LISTED); k++)
    g_string_append_printf (text, "%s%s", k > 0 ? ", " : "",
                            cadre_tables_id (tables, circle->kind,
                                             g_array_index (circles->rows, guint32,
                                                            circle->first + k)));
  append_more (text, circle->n);
  if (circle->n > 1)
    g_string_append (text,
                     is_unit ? " would be parts of each other" : " would report to each other");
  else
    g_string_append (text, is_unit ? " would be a part of itself" : " would report to itself");

  for (guint k = 0; k < MIN (ops->len, MAX_LISTED); k++)
    g_string_append_printf (text, "%s/operations/%u", k > 0 ? ", " : ", by ",
                            g_array_index (ops, guint32, k));
  append_more (text, ops->len);
  return g_string_free (text, FALSE);
}

static void
set_circle_error (const CadrePatch *patch, const CadrePatchCircles *circles, GError **error)
{
  Closing closing;
  g_autofree char *text = NULL;

  closing_init (&closing, patch, circles);
  text = describe (&closing, 0);
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE, text);
  closing_clear (&closing);
}

static void
add_circles (const CadrePatch *patch, const CadrePatchCircles *circles, CadreIssueList *issues)
{
  Closing closing;

  closing_init (&closing, patch, circles);
  for (guint i = 0; i < circles->circles->len; i++)
    {
      const CadrePatchCircle *circle = &g_array_index (circles->circles, CadrePatchCircle, i);
      const gboolean is_full = cadre_issue_list_is_full (issues);
      g_autofree char *text = is_full ? NULL : describe (&closing, i);
      g_autofree char *origin =
        closing.ops[i]->len > 0
          ? g_strdup_printf ("/operations/%u", g_array_index (closing.ops[i], guint32, 0))
          : g_strdup ("");
      g_autofree char *subject =
        is_full
          ? NULL
          : cadre_tables_dup_subject (cadre_structure_get_tables (circles->result), circle->kind,
                                      g_array_index (circles->rows, guint32, circle->first));

      cadre_issue_list_add_fields (issues, CODE, CADRE_SEVERITY_ERROR, text, origin, subject,
                                   REPAIR);
    }
  closing_clear (&closing);
}

/* References that lead nowhere are kept, and the result is not sound: so with whatever
 * is loaded, and no reason to refuse. */
static void
add_loose (CadreStructure *result, const GArray *loose, CadreIssueList *issues)
{
  const CadreTables *tables = cadre_structure_get_tables (result);

  for (guint i = 0; i < loose->len; i++)
    {
      const CadrePatchLoose *end = &g_array_index (loose, CadrePatchLoose, i);
      const gboolean is_full = cadre_issue_list_is_full (issues);
      g_autofree char *origin = g_strdup_printf ("/operations/%u", end->op);
      g_autofree char *subject =
        is_full ? NULL : cadre_tables_dup_subject (tables, end->kind, end->row);
      g_autofree char *text =
        is_full
          ? NULL
          : g_strdup_printf ("Its %s still names a record that the patch takes away or renames",
                             cadre_schema_get (end->kind)->fields[end->field].name);

      cadre_issue_list_add_fields (issues, "diff.patch.dangling", CADRE_SEVERITY_WARNING, text,
                                   origin, subject,
                                   "Correct the reference, or leave the operation out");
    }
}

CadreStructure *
cadre_patch_carry_out (const CadrePatch *patch,
                       CadreStructure *before,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (CadreIssueList) misfits = cadre_issue_list_new (1);
  CadreTables *tables =
    cadre_patch_apply_tables (patch, cadre_structure_get_tables (before), misfits, error);

  if (tables == NULL)
    return NULL;

  return cadre_structure_seal (tables, cadre_issue_list_new (cadre_limits_get_max_issues (limits)),
                               cancellable, error);
}

CadreStructure *
cadre_patch_carry_out_soundly (const CadrePatch *patch,
                               CadreStructure *const *known,
                               guint n_known,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (CadreStructure) result = cadre_patch_carry_out (patch, known[0], cancellable, error);
  CadrePatchCircles circles;
  gboolean is_sound = FALSE;
  gboolean ok = FALSE;

  if (result == NULL)
    return NULL;

  ok = cadre_patch_circles_init (&circles, patch, result, known, n_known, error);
  is_sound = ok && circles.circles->len == 0;
  if (ok && !is_sound)
    ok = is_target (patch, result, &is_sound, error);
  if (ok && !is_sound)
    set_circle_error (patch, &circles, error);
  cadre_patch_circles_clear (&circles);

  return ok && is_sound ? g_steal_pointer (&result) : NULL;
}

gboolean
cadre_patch_check_result (const CadrePatch *patch,
                          CadreStructure *before,
                          CadreTables *tables,
                          CadreIssueList *issues,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (CadreStructure) result =
    cadre_structure_seal (tables, cadre_issue_list_new (1), cancellable, error);
  g_autoptr (GArray) loose = NULL;
  CadrePatchCircles circles;
  gboolean is_it = FALSE;
  gboolean ok = FALSE;

  if (result == NULL)
    return FALSE;
  loose = cadre_patch_find_loose (patch, result, error);
  if (loose == NULL)
    return FALSE;

  ok = cadre_patch_circles_init (&circles, patch, result, &before, 1, error);
  if (ok && (circles.circles->len > 0 || loose->len > 0))
    ok = is_target (patch, result, &is_it, error);
  if (ok && !is_it)
    {
      add_circles (patch, &circles, issues);
      add_loose (result, loose, issues);
    }

  cadre_patch_circles_clear (&circles);
  return ok;
}
