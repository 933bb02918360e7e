/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the documents declare of a post, beside what the comparison finds. A
 * paper that calls a post existing is making a claim; where its manager, grade
 * or functions are others after, whoever holds it is affected. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-diff-private.h"

/* What is declared, what is found, and what to say of it. */
typedef struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} Contradiction;

static const Contradiction new_but_there = {
  "diff.status.new-but-there", CADRE_SEVERITY_WARNING,
  "The post is declared new, but it is the same post as one before",
  "Declare it changed, or say in a lineage that it was created"
};
static const Contradiction not_there_before = {
  "diff.status.not-there-before", CADRE_SEVERITY_WARNING,
  "The post is declared to be there already, but no post before is the same post",
  "Say in a lineage which post it is, or declare it new"
};
static const Contradiction existing_but_changed = {
  "diff.status.existing-but-changed", CADRE_SEVERITY_WARNING,
  "The post is declared existing, but it is changed: whoever holds it is affected",
  "Declare it changed"
};
static const Contradiction changed_but_not = {
  "diff.status.changed-but-not", CADRE_SEVERITY_INFO,
  "The post is declared changed, but nothing of it is different", NULL
};
static const Contradiction deleted_but_there = {
  "diff.status.deleted-but-there", CADRE_SEVERITY_WARNING,
  "The post is declared deleted, but it is there after", "Take the post out of the structure after"
};
static const Contradiction deferred_but_deleted = {
  "diff.status.deferred-but-deleted", CADRE_SEVERITY_WARNING,
  "The post is declared deferred, but it is not there after", NULL
};
static const Contradiction deferred_hollowed_out = {
  "diff.status.deferred-hollowed-out", CADRE_SEVERITY_WARNING,
  "The post is declared deferred, but functions of it go elsewhere: whoever holds it is affected",
  "Say who decides on the post, and when"
};

static void
report (CadreDiff *self, const CadreTables *tables, guint32 row, const Contradiction *contradiction)
{
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      origin = cadre_tables_dup_origin (tables, CADRE_RECORD_KIND_POST, row);
      subject = cadre_tables_dup_subject (tables, CADRE_RECORD_KIND_POST, row);
    }

  cadre_issue_list_add_fields (self->issues, contradiction->code, contradiction->severity,
                               contradiction->message, origin, subject, contradiction->suggestion);
}

static const Contradiction *
find_contradiction (CadrePostStatus declared, gboolean created, guint8 flags)
{
  const gboolean changed = (flags & CADRE_POST_CHANGED) != 0;

  switch (declared)
    {
    case CADRE_POST_STATUS_NEW:
      return created ? NULL : &new_but_there;
    case CADRE_POST_STATUS_EXISTING:
      if (created)
        return &not_there_before;
      return changed ? &existing_but_changed : NULL;
    case CADRE_POST_STATUS_CHANGED:
      if (created)
        return &not_there_before;
      return changed ? NULL : &changed_but_not;
    case CADRE_POST_STATUS_DELETED:
      return &deleted_but_there;
    case CADRE_POST_STATUS_DEFERRED:
      if (created)
        return &not_there_before;
      return (flags & CADRE_POST_LOST_FUNCTION) != 0 ? &deferred_hollowed_out : NULL;
    case CADRE_POST_STATUS_UNKNOWN:
    default:
      return NULL;
    }
}

static void
check_after (CadreDiff *self)
{
  const CadreTable *posts = cadre_tables_get (self->sides.after, CADRE_RECORD_KIND_POST);
  const guint32 *partner = self->pairings[CADRE_RECORD_KIND_POST].before_of;

  if (posts->columns[CADRE_FIELD_POST_STATUS] == NULL)
    return;

  for (guint32 row = 0; row < posts->n_rows; row++)
    {
      const Contradiction *contradiction =
        find_contradiction (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, row),
                            partner[row] == CADRE_NO_ROW, self->post_flags[row]);

      if (contradiction != NULL)
        report (self, self->sides.after, row, contradiction);
    }
}

/* What the structure before says of the change to come. */
static void
check_before (CadreDiff *self)
{
  const CadreTable *posts = cadre_tables_get (self->sides.before, CADRE_RECORD_KIND_POST);
  const guint32 *partner = self->pairings[CADRE_RECORD_KIND_POST].after_of;

  if (posts->columns[CADRE_FIELD_POST_STATUS] == NULL)
    return;

  for (guint32 row = 0; row < posts->n_rows; row++)
    {
      const CadrePostStatus declared = cadre_table_word (posts, CADRE_FIELD_POST_STATUS, row);

      if (declared == CADRE_POST_STATUS_DELETED && partner[row] != CADRE_NO_ROW)
        report (self, self->sides.before, row, &deleted_but_there);
      else if (declared == CADRE_POST_STATUS_DEFERRED && partner[row] == CADRE_NO_ROW)
        report (self, self->sides.before, row, &deferred_but_deleted);
    }
}

void
cadre_diff_check_status (CadreDiff *self)
{
  check_before (self);
  check_after (self);
}

static gboolean
is_deferred (const CadreTables *tables, guint32 row)
{
  return cadre_table_word (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_STATUS, row) == CADRE_POST_STATUS_DEFERRED;
}

/**
 * cadre_diff_get_status_before:
 * @self: a #CadreDiff
 * @post_id: the id of a post before
 *
 * Gets what becomes of a post: %CADRE_POST_STATUS_DELETED if no post after is
 * the same post; else %CADRE_POST_STATUS_DEFERRED if either structure declares
 * that; else %CADRE_POST_STATUS_CHANGED if something of the post is different,
 * and %CADRE_POST_STATUS_EXISTING if nothing is.
 *
 * What makes a post changed are all kinds of change from
 * %CADRE_CHANGE_KIND_POST_MOVED to %CADRE_CHANGE_KIND_FUNCTION_CHANGED, but for
 * those of which one side does not state the value.
 *
 * Returns: the status; unknown if there is no such post
 *
 * Since: 1.0
 */
CadrePostStatus
cadre_diff_get_status_before (CadreDiff *self, const char *post_id)
{
  guint32 before = CADRE_NO_ROW;
  guint32 after = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_DIFF (self), CADRE_POST_STATUS_UNKNOWN);
  g_return_val_if_fail (post_id != NULL, CADRE_POST_STATUS_UNKNOWN);

  before = cadre_tables_find (self->sides.before, CADRE_RECORD_KIND_POST, post_id);
  if (before == CADRE_NO_ROW)
    return CADRE_POST_STATUS_UNKNOWN;

  after = self->pairings[CADRE_RECORD_KIND_POST].after_of[before];
  if (after == CADRE_NO_ROW)
    return CADRE_POST_STATUS_DELETED;
  if (is_deferred (self->sides.before, before) || is_deferred (self->sides.after, after))
    return CADRE_POST_STATUS_DEFERRED;

  return (self->post_flags[after] & CADRE_POST_CHANGED) != 0 ? CADRE_POST_STATUS_CHANGED
                                                             : CADRE_POST_STATUS_EXISTING;
}

/**
 * cadre_diff_get_status_after:
 * @self: a #CadreDiff
 * @post_id: the id of a post after
 *
 * Gets what the comparison finds of a post, whatever the structures declare:
 * %CADRE_POST_STATUS_NEW if no post before is the same post; else
 * %CADRE_POST_STATUS_CHANGED or %CADRE_POST_STATUS_EXISTING, as in
 * cadre_diff_get_status_before(). Where that contradicts what is declared, there
 * is an issue.
 *
 * Returns: the status; unknown if there is no such post
 *
 * Since: 1.0
 */
CadrePostStatus
cadre_diff_get_status_after (CadreDiff *self, const char *post_id)
{
  guint32 after = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_DIFF (self), CADRE_POST_STATUS_UNKNOWN);
  g_return_val_if_fail (post_id != NULL, CADRE_POST_STATUS_UNKNOWN);

  after = cadre_tables_find (self->sides.after, CADRE_RECORD_KIND_POST, post_id);
  if (after == CADRE_NO_ROW)
    return CADRE_POST_STATUS_UNKNOWN;
  if (self->pairings[CADRE_RECORD_KIND_POST].before_of[after] == CADRE_NO_ROW)
    return CADRE_POST_STATUS_NEW;

  return (self->post_flags[after] & CADRE_POST_CHANGED) != 0 ? CADRE_POST_STATUS_CHANGED
                                                             : CADRE_POST_STATUS_EXISTING;
}
