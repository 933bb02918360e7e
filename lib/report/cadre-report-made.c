/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that were merged or split, and what was made of them: none of them is without what came of
 * it or was before it, so they neither go nor are they new. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"

/* By row after: how each post came to be. */
static guint8 *
find_kinds_after (const CadreComparison *self)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const guint32 n = self->after->index->n_posts;
  guint8 *kinds = g_new0 (guint8, (gsize) n + 1);

  for (guint32 post = 0; post < n; post++)
    {
      const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);

      if (id != NULL)
        kinds[post] = (guint8) cadre_mapping_get_kind_after (mapping, id);
    }

  return kinds;
}

static CadreLineageKind
find_made_into (const CadreComparison *self, guint32 post_before, const guint8 *kinds_after)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, post_before);
  g_auto (GStrv) ids = NULL;
  guint32 after = CADRE_NO_ROW;

  if (id == NULL || cadre_mapping_get_same_after (mapping, id) != NULL)
    return CADRE_LINEAGE_KIND_UNKNOWN;

  ids = cadre_mapping_dup_successors (mapping, id);
  if (ids[0] == NULL)
    return CADRE_LINEAGE_KIND_UNKNOWN;

  after = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST, ids[0]);
  if (ids[1] != NULL ||
      (after < self->after->index->n_posts && kinds_after[after] == CADRE_LINEAGE_KIND_SPLIT))
    return CADRE_LINEAGE_KIND_SPLIT;

  return CADRE_LINEAGE_KIND_MERGE;
}

/* Once for all sections: what is stated of one post of very many parts is not gone through again
 * for each part. */
void
cadre_comparison_find_made (CadreComparison *self)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const guint32 n_before = self->before->index->n_posts;

  self->made_of = find_kinds_after (self);
  self->made_into = g_new0 (guint8, (gsize) n_before + 1);
  for (guint32 post = 0; post < n_before; post++)
    self->made_into[post] = (guint8) find_made_into (self, post, self->made_of);

  for (guint32 post = 0; post < self->after->index->n_posts; post++)
    {
      const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);

      if (id == NULL || cadre_mapping_get_same_before (mapping, id) != NULL ||
          (self->made_of[post] != CADRE_LINEAGE_KIND_MERGE &&
           self->made_of[post] != CADRE_LINEAGE_KIND_SPLIT))
        self->made_of[post] = CADRE_LINEAGE_KIND_UNKNOWN;
    }
}

CadreLineageKind
cadre_comparison_made_into (const CadreComparison *self, guint32 post_before)
{
  return self->made_into[post_before];
}

CadreLineageKind
cadre_comparison_made_of (const CadreComparison *self, guint32 post_after)
{
  return self->made_of[post_after];
}

char *
cadre_comparison_say_made (const CadreComparison *self, guint32 before, guint32 after)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const gboolean is_after = after != CADRE_NO_ROW;
  const CadreLineageKind kind =
    is_after ? cadre_comparison_made_of (self, after) : cadre_comparison_made_into (self, before);
  const char *id = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *names = NULL;

  if (kind == CADRE_LINEAGE_KIND_UNKNOWN)
    return NULL;

  id = cadre_tables_id (is_after ? self->after->tables : self->before->tables,
                        CADRE_RECORD_KIND_POST, is_after ? after : before);
  ids = is_after ? cadre_mapping_dup_predecessors (mapping, id)
                 : cadre_mapping_dup_successors (mapping, id);
  names =
    cadre_view_quoted_post_names (is_after ? self->before : self->after, (const char *const *) ids);
  return cadre_phrase (self->catalogue,
                       is_after                           ? "top.made-of"
                       : kind == CADRE_LINEAGE_KIND_SPLIT ? "top.split-into"
                                                          : "top.merged-into",
                       "posts", names, NULL);
}
