/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What changes for the holders of a post that goes on.
 *
 * The comparison of the structures finds the changes. Who pays for a post, and
 * under which code, is no change for its holder; nor is a further position. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

#include <stdlib.h>

const char *
cadre_engine_change_name (guint bit)
{
  static const char *const names[CADRE_N_CHANGES] = {
    "line manager, unit or tier",
    "title or work base",
    "grade",
    "hours",
    "employer",
    "functions",
    "profile",
    "number of positions or terms",
  };

  return names[bit];
}

static guint8
bit_of_kind (CadreChangeKind kind)
{
  switch ((int) kind)
    {
    case CADRE_CHANGE_KIND_POST_MOVED:
    case CADRE_CHANGE_KIND_POST_RETIERED:
    case CADRE_CHANGE_KIND_LINE_ADDED:
    case CADRE_CHANGE_KIND_LINE_REMOVED:
    case CADRE_CHANGE_KIND_LINE_CHANGED:
      return CADRE_CHANGES_PLACE;
    case CADRE_CHANGE_KIND_POST_RETITLED:
    case CADRE_CHANGE_KIND_POST_REBASED:
      return CADRE_CHANGES_TITLE;
    case CADRE_CHANGE_KIND_POST_REGRADED:
      return CADRE_CHANGES_GRADE;
    case CADRE_CHANGE_KIND_HOURS:
      return CADRE_CHANGES_HOURS;
    case CADRE_CHANGE_KIND_EMPLOYER:
      return CADRE_CHANGES_EMPLOYER;
    case CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED:
    case CADRE_CHANGE_KIND_FUNCTION_SPLIT:
    case CADRE_CHANGE_KIND_FUNCTION_ORPHANED:
    case CADRE_CHANGE_KIND_FUNCTION_GAINED:
      return CADRE_CHANGES_FUNCTIONS;
    case CADRE_CHANGE_KIND_PROFILE:
      return CADRE_CHANGES_PROFILE;
    case CADRE_CHANGE_KIND_PARTNERS:
    case CADRE_CHANGE_KIND_PAY:
    case CADRE_CHANGE_KIND_FLAGS:
    case CADRE_CHANGE_KIND_PERIOD:
    case CADRE_CHANGE_KIND_FUNCTION_CHANGED:
      return CADRE_CHANGES_TERMS;
    default:
      return 0;
    }
}

/* Fewer positions are a change for the holders; more are not. */
static gboolean
is_reduction (CadreEngine *self, guint32 before)
{
  guint32 after = self->same[before];
  int n = cadre_table_integer (cadre_tables_get (self->sides[CADRE_BEFORE].tables,
                                                 CADRE_RECORD_KIND_POST),
                               CADRE_FIELD_POST_ESTABLISHMENT, before);
  int n_after =
    cadre_table_integer (cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST),
                         CADRE_FIELD_POST_ESTABLISHMENT, after);

  return n_after >= 0 && n > n_after;
}

static gboolean
add_remark (CadreEngine *self, guint32 post, const char *name, const char *text)
{
  CadreRemark remark = { post, (guint32) self->remarks.n, name, cadre_engine_keep (self, text) };

  return cadre_vector_push (&self->remarks, &remark);
}

static gboolean
remark_change (CadreEngine *self, guint32 post, CadreChange *change)
{
  const char *field = cadre_change_get_field (change);
  const char *before = cadre_change_get_before_text (change);
  const char *after = cadre_change_get_after_text (change);
  g_autofree char *text =
    g_strdup_printf ("%s: %s → %s", field != NULL ? field : cadre_change_get_subject (change),
                     before != NULL ? before : "none or not known",
                     after != NULL ? after : "none or not known");

  return add_remark (self, post, "change", text);
}

/* A function that leaves a post, and to whom it goes. */
static gboolean
remark_function (CadreEngine *self, guint32 post, CadreChange *change)
{
  const char *const *others = cadre_change_get_other_ids (change);
  g_autofree char *receivers = g_strjoinv (", ", (char **) others);
  const char *function = cadre_change_get_before_text (change);

  self->post_flags[post] |= CADRE_POST_LOSES_FUNCTIONS;
  return add_remark (self, post, "function-leaving", function != NULL ? function : "not known") &&
         add_remark (self, post, "function-receiver", *receivers != '\0' ? receivers : "nobody");
}

static gboolean
is_lost_function (CadreChangeKind kind)
{
  return kind == CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED ||
         kind == CADRE_CHANGE_KIND_FUNCTION_SPLIT || kind == CADRE_CHANGE_KIND_FUNCTION_ORPHANED;
}

static gboolean
take_change (CadreEngine *self, CadreChange *change)
{
  CadreChangeKind kind = cadre_change_get_kind (change);
  guint32 post = CADRE_NO_ROW;
  guint8 bit = bit_of_kind (kind);

  if (cadre_change_get_owner_kind (change) != CADRE_RECORD_KIND_POST ||
      cadre_change_is_learned (change))
    return TRUE;

  post = cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_POST,
                          cadre_change_get_id_before (change));
  if (post == CADRE_NO_ROW || self->same[post] == CADRE_NO_ROW)
    return TRUE;

  if (kind == CADRE_CHANGE_KIND_ESTABLISHMENT && is_reduction (self, post))
    bit = CADRE_CHANGES_TERMS;
  if (kind == CADRE_CHANGE_KIND_HOURS &&
      cadre_engine_tolerates_hours (self, post, self->same[post]))
    bit = CADRE_CHANGES_TERMS;
  if (bit == 0)
    return TRUE;

  self->change_kinds[post] |= bit;
  return remark_change (self, post, change) &&
         (!is_lost_function (kind) || remark_function (self, post, change));
}

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  const CadreRemark *x = a;
  const CadreRemark *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

gboolean
cadre_engine_find_changes (CadreEngine *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->diff));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (self->diff, i);

      if (!take_change (self, change))
        return FALSE;
    }

  if (self->remarks.n > 0)
    qsort (self->remarks.data, self->remarks.n, sizeof (CadreRemark), compare_remarks);
  return TRUE;
}
