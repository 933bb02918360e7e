/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether a mapping by id has hardly anything to go by. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-mapping-private.h"

#define FEWEST 4    /* posts on either side, to say that ids are new */
#define NEW_PARTS 4 /* less than one in so many goes on */

static gboolean
is_there (const CadreTables *tables, guint32 row)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  return cadre_table_word (cadre_tables_get (tables, kind), CADRE_FIELD_POST_STATUS, row) !=
           CADRE_POST_STATUS_DELETED &&
         cadre_tables_in_force (tables, kind, row, tables->as_of) != CADRE_TRUTH_FALSE;
}

/* Mostly no post says since when it is there, and until when. */
static guint32
count_ended (const CadreTables *tables)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const guint8 *status = posts->columns[CADRE_FIELD_POST_STATUS];
  const int period = cadre_schema_get_period_field (CADRE_RECORD_KIND_POST);
  const gboolean is_dated =
    period >= 0 && (posts->columns[period] != NULL || posts->columns[period + 1] != NULL);
  guint32 n = 0;

  for (guint32 row = 0; is_dated && row < posts->n_rows; row++)
    n += !is_there (tables, row);
  for (guint32 row = 0; !is_dated && status != NULL && row < posts->n_rows; row++)
    n += status[row] == CADRE_POST_STATUS_DELETED;

  return n;
}

static gboolean
are_enough (gint64 n_known, gint64 fewest)
{
  return fewest < FEWEST || n_known * NEW_PARTS >= fewest;
}

static guint32
count_going_on (const CadreMapping *self, guint32 n_before)
{
  guint32 n = 0;

  for (guint32 row = 0; row < n_before; row++)
    n += self->posts.after_of[row] != CADRE_NO_ROW;

  return n;
}

/* Of those only the ones that are there on both sides. */
static guint32
count_staying (const CadreMapping *self, guint32 n_before, const CadreSides *sides)
{
  guint32 n = 0;

  for (guint32 row = 0; row < n_before; row++)
    {
      const guint32 after = self->posts.after_of[row];

      n += after != CADRE_NO_ROW && is_there (sides->before, row) && is_there (sides->after, after);
    }

  return n;
}

/* Where a document or a person says what became of posts, that is something to go by.
 * Mostly it is seen without looking at pairs one by one: each post that has ended takes
 * one away at most. */
void
cadre_mapping_report_new_ids (CadreMapping *self, const CadreSides *sides)
{
  const guint32 n_before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST)->n_rows;
  const guint32 n_after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST)->n_rows;
  const gint64 n_ended_before = count_ended (sides->before);
  const gint64 n_ended_after = count_ended (sides->after);
  const gint64 fewest = MIN (n_before - n_ended_before, n_after - n_ended_after);
  const gint64 n_said = self->claims->len;

  if (are_enough (count_going_on (self, n_before) + n_said - n_ended_before - n_ended_after,
                  fewest) ||
      are_enough (count_staying (self, n_before, sides) + n_said, fewest))
    return;

  cadre_issue_list_add_fields (self->issues, "diff.mapping.new-ids", CADRE_SEVERITY_WARNING,
                               "Less than a quarter of the ids of posts are before and after", NULL,
                               NULL, "Map posts by evidence");
}
