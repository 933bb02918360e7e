/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that were merged or split, and what was made of them: none of them is without what came of
 * it or was before it, so they neither go nor are they new. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"

CadreLineageKind
cadre_comparison_made_into (const CadreComparison *self, guint32 post_before)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, post_before);
  g_auto (GStrv) ids = NULL;

  if (id == NULL || cadre_mapping_get_same_after (mapping, id) != NULL)
    return CADRE_LINEAGE_KIND_UNKNOWN;

  ids = cadre_mapping_dup_successors (mapping, id);
  if (ids[0] == NULL)
    return CADRE_LINEAGE_KIND_UNKNOWN;
  if (ids[1] != NULL || cadre_mapping_get_kind_after (mapping, ids[0]) == CADRE_LINEAGE_KIND_SPLIT)
    return CADRE_LINEAGE_KIND_SPLIT;

  return CADRE_LINEAGE_KIND_MERGE;
}

CadreLineageKind
cadre_comparison_made_of (const CadreComparison *self, guint32 post_after)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diff);
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post_after);
  CadreLineageKind kind = CADRE_LINEAGE_KIND_UNKNOWN;

  if (id == NULL || cadre_mapping_get_same_before (mapping, id) != NULL)
    return CADRE_LINEAGE_KIND_UNKNOWN;

  kind = cadre_mapping_get_kind_after (mapping, id);
  return kind == CADRE_LINEAGE_KIND_MERGE || kind == CADRE_LINEAGE_KIND_SPLIT
           ? kind
           : CADRE_LINEAGE_KIND_UNKNOWN;
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
