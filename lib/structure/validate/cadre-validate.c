/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* All faults of a structure in one go. Every pass takes time in proportion to
 * the rows that it looks at, or to that times its logarithm, whatever the rows
 * hold: records that share an id, circles and wide fans included. */

#include "config.h"

#include "base/cadre-period-private.h"
#include "structure/cadre-staffing-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/validate/cadre-validate-private.h"
#include <cadre/cadre-structure-error.h>

/* How many ids a message lists. */
#define MAX_LISTED 10

static char *
dup_field_origin (const CadreTables *tables, CadreRecordKind kind, guint32 row, guint field)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  g_autofree char *origin = cadre_tables_dup_origin (tables, kind, row);

  /* The origin of a line that stood in its post is that of the manager. */
  if (field == CADRE_NO_FIELD || (kind == CADRE_RECORD_KIND_LINE && table->source_rows != NULL &&
                                  (table->source_rows[row] & CADRE_SOURCE_IN_POST) != 0))
    return g_steal_pointer (&origin);

  return g_strdup_printf ("%s/%s", origin, cadre_schema_get (kind)->fields[field].name);
}

void
cadre_validate_report (const CadreTables *tables,
                       CadreIssueList *issues,
                       CadreRule rule,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       const char *detail)
{
  const CadreRuleText *text = cadre_rule_get (rule);
  g_autofree char *message = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (cadre_issue_list_is_full (issues))
    {
      cadre_issue_list_add_fields (issues, text->code, text->severity, NULL, NULL, NULL, NULL);
      return;
    }

  message =
    detail != NULL ? g_strdup_printf ("%s: %s", text->message, detail) : g_strdup (text->message);
  origin = dup_field_origin (tables, kind, row, field);
  subject = cadre_tables_dup_subject (tables, kind, row);
  cadre_issue_list_add_fields (issues, text->code, text->severity, message, origin, subject,
                               text->suggestion);
}

void
cadre_validate_add (const CadreValidation *self,
                    CadreRule rule,
                    CadreRecordKind kind,
                    guint32 row,
                    guint field)
{
  cadre_validate_report (self->tables, self->issues, rule, kind, row, field, NULL);
}

char *
cadre_validate_dup_ids (const CadreValidation *self,
                        CadreRecordKind kind,
                        const guint32 *rows,
                        guint32 n_rows)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < MIN (n_rows, MAX_LISTED); i++)
    {
      const char *id = cadre_tables_id (self->tables, kind, rows[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", id != NULL ? id : "?");
    }
  if (n_rows > MAX_LISTED)
    g_string_append_printf (text, " and %u more", n_rows - MAX_LISTED);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const guint32 *parent;
  guint32 *stamp;  /* by row: 0, or the walk that came by, counted from 1 */
  guint32 *circle; /* room for the rows of a circle */
} CircleSearch;

/* The rows of a circle that @row is on, from the least on. */
static guint32
collect_circle (CircleSearch *search, guint32 row)
{
  guint32 least = row;
  guint32 n = 0;

  for (guint32 i = search->parent[row]; i != row; i = search->parent[i])
    least = MIN (least, i);

  search->circle[n++] = least;
  for (guint32 i = search->parent[least]; i != least; i = search->parent[i])
    search->circle[n++] = i;

  return n;
}

gboolean
cadre_validate_circles (const CadreValidation *self,
                        const guint32 *parent,
                        guint32 n_rows,
                        const guint32 *tail,
                        guint32 n_tail,
                        CadreCircleFunc report)
{
  g_autofree guint32 *stamp = g_try_new0 (guint32, (gsize) n_rows + 1);
  g_autofree guint32 *circle = g_try_new (guint32, (gsize) n_tail + 1);
  CircleSearch search = { parent, stamp, circle };

  if (stamp == NULL || circle == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_tail; i++)
    {
      guint32 row = tail[i];

      while (stamp[row] == 0)
        {
          stamp[row] = i + 1;
          row = parent[row];
        }
      /* The walk has come back to itself, not to an earlier one. */
      if (stamp[row] == i + 1)
        report (self, circle, collect_circle (&search, row));
    }

  return TRUE;
}

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory to check the structure");
  return FALSE;
}

gboolean
cadre_structure_validate (const CadreTables *tables,
                          const CadreIndex *index,
                          CadreIssueList *issues,
                          GCancellable *cancellable,
                          GError **error)
{
  static gboolean (*const passes[]) (const CadreValidation *) = {
    cadre_validate_ids,     cadre_validate_references, cadre_validate_lines,
    cadre_validate_trees,   cadre_validate_areas,      cadre_validate_periods,
    cadre_validate_funding, cadre_validate_staffing,   cadre_validate_assignments,
    cadre_validate_posts,   cadre_validate_scales,     cadre_validate_languages,
  };
  gsize n_assignments = tables->tables[CADRE_RECORD_KIND_ASSIGNMENT].n_rows;
  g_autofree guint8 *outside_units = cadre_staffing_find_outside_units (tables, index);
  g_autofree guint64 *scratch = g_try_new (guint64, n_assignments + 1);
  CadreStaffing staffing;
  CadreValidation self = { tables, index, issues, &staffing, outside_units, scratch };

  if (outside_units == NULL || scratch == NULL)
    return set_memory_error (error);

  cadre_staffing_init (&staffing, tables, index);

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!passes[i](&self))
        return set_memory_error (error);
    }

  return TRUE;
}
