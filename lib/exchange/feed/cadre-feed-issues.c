/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

static const struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} rules[] = {
  { "exchange.feed.characters", CADRE_SEVERITY_ERROR,
    "Your system will refuse the row: the cell has a character that it does not take",
    "Replace the character" },
  { "exchange.feed.empty-required", CADRE_SEVERITY_ERROR,
    "Your system will refuse the row: the cell must not be empty", "Fill the field" },
  { "exchange.feed.not-allowed", CADRE_SEVERITY_ERROR,
    "Your system will refuse the row: the cell is none of the words that it takes",
    "Say in the field map which word stands for it" },
  { "exchange.feed.not-carried", CADRE_SEVERITY_WARNING,
    "The field map has no column for what changed, so that the feed does not carry it",
    "Add the column to the field map, or make the change by hand" },
  { "exchange.feed.rekeyed", CADRE_SEVERITY_WARNING,
    "The post goes on under another id, which the feed can only do as an end and a beginning",
    "Give the post the id that it had" },
  { "exchange.feed.too-long", CADRE_SEVERITY_ERROR,
    "Your system will refuse the row: the cell is longer than it takes", "Shorten the text" },
  { "exchange.feed.unwritten", CADRE_SEVERITY_WARNING,
    "The column has no form for what the field says, or names a post by the one person in it, and "
    "there is none or are several: the cell stays empty",
    "Add a form to the column, or fill the cell by hand" },
};

void
cadre_feed_report (CadreIssueList *issues,
                   const char *code,
                   const char *origin,
                   const char *subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].code, code) == 0)
      {
        g_autoptr (CadreIssue) issue = cadre_issue_new (code, rules[i].severity, rules[i].message,
                                                        origin, subject, rules[i].suggestion);

        cadre_issue_list_add (issues, issue);
      }
}

/* Whether any record of the map that is written holds the field. */
static gboolean
carries (CadreChangeFeed *self, CadreRecordKind kind, const char *field)
{
  for (guint i = 0; i < self->map->tables->len; i++)
    {
      const CadreMapTable *table = cadre_map_table (self->map, i);

      for (guint j = 0; j < table->records->len; j++)
        {
          const CadreMapRecord *record = cadre_map_record (table, j);

          if (record->kind != kind || record->reads_only)
            continue;
          for (guint k = 0; k < record->fields->len; k++)
            if (field == NULL ||
                strcmp (cadre_schema_get (kind)->fields[cadre_map_field (record, k)->field].name,
                        field) == 0)
              return TRUE;
        }
    }

  return FALSE;
}

/* Kinds of change that are said beside another one. */
static gboolean
is_remark (CadreChangeKind kind)
{
  return kind == CADRE_CHANGE_KIND_POSTS_MERGED || kind == CADRE_CHANGE_KIND_POST_SPLIT;
}

/* Says of each change of the diff that no column can hold that it is lost. */
void
cadre_feed_report_lost (CadreChangeFeed *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->diff));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (self->diff, i);
      const CadreRecordKind kind = cadre_change_get_record_kind (change);
      const char *field = cadre_change_get_field (change);

      if (!is_remark (cadre_change_get_kind (change)) && !carries (self, kind, field))
        cadre_feed_report (self->issues, "exchange.feed.not-carried", field,
                           cadre_change_get_subject (change));
    }
}
