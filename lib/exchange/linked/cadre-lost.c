/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/linked/cadre-lost-private.h"
#include "structure/cadre-tables-index-private.h"

static const char *const head_names[] = {
  [CADRE_HEAD_FIELD_ID] = "id",         [CADRE_HEAD_FIELD_TITLE] = "title",
  [CADRE_HEAD_FIELD_AS_OF] = "as-of",   [CADRE_HEAD_FIELD_LANGUAGE] = "language",
  [CADRE_HEAD_FIELD_SOURCE] = "source", [CADRE_HEAD_FIELD_LICENCE] = "licence",
  [CADRE_HEAD_FIELD_NOTES] = "notes",   [CADRE_HEAD_FIELD_EXTRA] = "members of other programs",
};
G_STATIC_ASSERT (G_N_ELEMENTS (head_names) == CADRE_N_HEAD_FIELDS);

/* Whether a cell says more than one that is silent. */
static gboolean
says_something (const CadreTables *tables, const CadreTable *table, guint field, guint32 row)
{
  const CadreField *spec = &cadre_schema_get (table->kind)->fields[field];

  if (spec->kind == CADRE_FIELD_KIND_FRACTION)
    return cadre_tables_fraction_form (tables, table, field, row) != CADRE_FRACTION_ABSENT;
  if (spec->kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_table_integer (table, field, row) != spec->initial;
  if (spec->kind == CADRE_FIELD_KIND_PENCE)
    return cadre_table_pence (table, field, row) != spec->initial;
  if (spec->kind == CADRE_FIELD_KIND_WORD || spec->kind == CADRE_FIELD_KIND_TRUTH)
    return cadre_table_word (table, field, row) != spec->initial;

  return cadre_table_code (table, field, row) != 0;
}

static guint
count_cells (const CadreTables *tables, const CadreTable *table, guint field)
{
  guint n = 0;

  if (table->columns[field] == NULL)
    return 0;

  for (guint32 row = 0; row < table->n_rows; row++)
    n += says_something (tables, table, field, row);

  return n;
}

static guint
count_members (const CadreTable *table)
{
  guint n = 0;

  for (guint32 row = 0; table->extra != NULL && row < table->n_rows; row++)
    n += table->extra[row] != 0;

  return n;
}

void
cadre_lost_count (CadreLost *self,
                  const CadreTables *tables,
                  const guint64 held[CADRE_N_RECORD_KINDS])
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreTable *table = cadre_tables_get (tables, kind);
      guint n_fields = cadre_schema_get (kind)->n_fields;

      if (held[kind] == 0)
        {
          self->n_rows[kind] += table->n_rows;
          continue;
        }

      self->n_members[kind] += count_members (table);
      for (guint i = 0; i < n_fields; i++)
        if ((held[kind] >> i & 1) == 0)
          self->n_cells[kind][i] += count_cells (tables, table, i);
    }
}

void
cadre_lost_count_heads (CadreLost *self, const CadreTables *tables, guint held)
{
  const guint32 heads[CADRE_N_HEAD_FIELDS] = {
    [CADRE_HEAD_FIELD_ID] = tables->id,
    [CADRE_HEAD_FIELD_TITLE] = tables->title | tables->title_translations,
    [CADRE_HEAD_FIELD_AS_OF] = tables->as_of,
    [CADRE_HEAD_FIELD_LANGUAGE] = tables->language,
    [CADRE_HEAD_FIELD_SOURCE] = tables->source,
    [CADRE_HEAD_FIELD_LICENCE] = tables->licence,
    [CADRE_HEAD_FIELD_NOTES] = tables->notes,
    [CADRE_HEAD_FIELD_EXTRA] = tables->extra,
  };

  for (guint i = 0; i < CADRE_N_HEAD_FIELDS; i++)
    if ((held >> i & 1) == 0 && heads[i] != 0)
      self->n_heads[i]++;
}

/* One issue for each kind of thing, with how many of them there are. */
static void
report_count (CadreIssueList *issues,
              const char *code,
              const char *subject,
              guint n,
              const char *format,
              const char *what)
{
  g_autofree char *message =
    g_strdup_printf ("%s has no place for %s: %u left out", format, what, n);

  cadre_issue_list_add_fields (issues, code, CADRE_SEVERITY_INFO, message, NULL, subject, NULL);
}

static void
report_fields (const CadreLost *self,
               CadreIssueList *issues,
               const CadreLostCodes *codes,
               CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *name = schema->fields[i].name;
      g_autofree char *what = g_strdup_printf ("%s of %s", name, schema->plural);

      if (self->n_cells[kind][i] > 0)
        report_count (issues, codes->field, schema->name, self->n_cells[kind][i], codes->format,
                      what);
      if (self->n_translations[kind][i] > 0)
        report_count (issues, codes->language, schema->name, self->n_translations[kind][i],
                      codes->format, what);
    }
}

void
cadre_lost_report (const CadreLost *self, CadreIssueList *issues, const CadreLostCodes *codes)
{
  for (guint i = 0; i < CADRE_N_HEAD_FIELDS; i++)
    if (self->n_heads[i] > 0)
      report_count (issues, codes->head, "structure", self->n_heads[i], codes->format,
                    head_names[i]);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);

      if (self->n_rows[kind] > 0)
        report_count (issues, codes->record, schema->name, self->n_rows[kind], codes->format,
                      schema->plural);
      report_fields (self, issues, codes, kind);
      if (self->n_members[kind] > 0)
        report_count (issues, codes->field, schema->name, self->n_members[kind], codes->format,
                      "members of other programs");
    }
}

guint32
cadre_lost_find_post (const CadreTables *tables, guint32 assignment)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 post = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, assignment);
  guint32 id = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_POST, assignment);

  return post != CADRE_AMBIGUOUS_ROW
           ? post
           : cadre_tables_find (tables, CADRE_RECORD_KIND_POST, cadre_tables_text (tables, id));
}
