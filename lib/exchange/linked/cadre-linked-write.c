/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A structure as a graph of the W3C Organization Ontology (Recommendation of
 * 16 January 2014), node by node in the order of the tables. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include "exchange/linked/cadre-linked-write-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-enum-types.h>

/* A node for a row, blank where the row has no id. */
static void
begin_row (CadreLinkedWriter *self, const CadreTable *table, guint32 row)
{
  const char *types[] = { cadre_linked_get_class (table->kind), NULL, NULL };
  guint32 id = cadre_schema_get (table->kind)->keys == NULL ? cadre_table_code (table, 0, row) : 0;

  /* A body is an organisation to those who do not know our word for it. */
  if (table->kind == CADRE_RECORD_KIND_BODY)
    types[1] = "org:Organization";

  self->sink->begin_node (self->sink,
                          id != 0 ? cadre_linked_writer_iri (self, table->kind, id) : NULL, types);
}

/* A line is a property, and a property has no dates: only those in force at the
 * date of the structure are there. */
static gboolean
line_is_written (CadreLinkedWriter *self, guint32 line)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  return cadre_table_word (lines, CADRE_FIELD_LINE_KIND, line) != CADRE_LINE_KIND_UNKNOWN &&
         cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_LINE, line, self->tables->as_of) !=
           CADRE_TRUTH_FALSE;
}

static void
add_line_ends (CadreLinkedWriter *self, guint32 line)
{
  static const guint fields[] = { CADRE_FIELD_LINE_MANAGER, CADRE_FIELD_LINE_BODY,
                                  CADRE_FIELD_LINE_UNIT };
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  const CadreSchema *schema = cadre_schema_get (CADRE_RECORD_KIND_LINE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint32 code = cadre_table_code (lines, fields[i], line);

      if (code >= CADRE_STRING_FIRST)
        self->sink->add_iri (self->sink,
                             cadre_linked_writer_iri (self, schema->fields[fields[i]].target,
                                                      code));
    }
}

/* Whether a line leads anywhere; "none" and nothing at all do not. */
static gboolean
line_leads (CadreLinkedWriter *self, guint32 line)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  return cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line) >= CADRE_STRING_FIRST ||
         cadre_table_code (lines, CADRE_FIELD_LINE_BODY, line) >= CADRE_STRING_FIRST ||
         cadre_table_code (lines, CADRE_FIELD_LINE_UNIT, line) >= CADRE_STRING_FIRST;
}

/* The property of a kind of line. Only the first of them is of the standard,
 * which has one for direct and dotted lines alike. */
static char *
dup_line_term (int kind)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (CADRE_TYPE_LINE_KIND);

  return kind == CADRE_LINE_KIND_MANAGEMENT
           ? g_strdup ("org:reportsTo")
           : g_strconcat ("cadre:", g_enum_get_value (kinds, kind)->value_nick, NULL);
}

static void
write_lines_of_kind (CadreLinkedWriter *self, const guint32 *rows, guint32 n, int kind)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  gboolean begun = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      if (cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]) != kind ||
          !line_leads (self, rows[i]) || !line_is_written (self, rows[i]))
        continue;
      if (!begun)
        {
          g_autofree char *term = dup_line_term (kind);

          self->sink->begin_property (self->sink, term, TRUE);
          begun = TRUE;
        }
      add_line_ends (self, rows[i]);
    }

  if (begun)
    self->sink->end_property (self->sink);
}

static void
write_lines (CadreLinkedWriter *self, const guint32 *rows, guint32 n)
{
  for (int kind = CADRE_LINE_KIND_MANAGEMENT; kind <= CADRE_LINE_KIND_DELEGATED_FROM; kind++)
    write_lines_of_kind (self, rows, n, kind);
}

/* The unit and the employer are both what a post is in. */
static void
write_places (CadreLinkedWriter *self, const CadreTable *posts, guint32 row)
{
  static const guint fields[] = { CADRE_FIELD_POST_UNIT, CADRE_FIELD_POST_EMPLOYER };
  const CadreSchema *schema = cadre_schema_get (CADRE_RECORD_KIND_POST);
  guint n_written = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (cadre_linked_writer_names (self, posts, fields[i], row))
      {
        if (n_written++ == 0)
          self->sink->begin_property (self->sink, "org:postIn", TRUE);
        self->sink->add_iri (self->sink,
                             cadre_linked_writer_iri (self, schema->fields[fields[i]].target,
                                                      cadre_table_code (posts, fields[i], row)));
      }

  if (n_written > 0)
    self->sink->end_property (self->sink);
}

/* Who holds the post, as far as the date of the structure goes. */
static void
write_holders (CadreLinkedWriter *self, const guint32 *rows, guint32 n)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint n_written = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 person = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]);

      if (person < CADRE_STRING_FIRST ||
          cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, rows[i],
                                 self->tables->as_of) == CADRE_TRUTH_FALSE)
        continue;
      if (n_written++ == 0)
        self->sink->begin_property (self->sink, "org:heldBy", TRUE);
      self->sink->add_iri (self->sink,
                           cadre_linked_writer_iri (self, CADRE_RECORD_KIND_PERSON, person));
    }

  if (n_written > 0)
    self->sink->end_property (self->sink);
}

static void
write_post (CadreLinkedWriter *self, const CadreIndex *index, const CadreTable *posts, guint32 row)
{
  guint32 n_lines = 0;
  guint32 n_holders = 0;
  const guint32 *lines = cadre_backward_get (&index->lines_of_post, row, &n_lines);
  const guint32 *holders = cadre_backward_get (&index->assignments_of_post, row, &n_holders);

  cadre_linked_writer_write_row (self, posts, row);
  write_places (self, posts, row);
  write_lines (self, lines, n_lines);
  write_holders (self, holders, n_holders);
}

/* A line of a post that is not there, or not there once: on a node of its own. */
static void
write_stray_line (CadreLinkedWriter *self, guint32 line)
{
  static const char *const types[] = { "org:Post", NULL };
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 post = cadre_table_code (lines, CADRE_FIELD_LINE_POST, line);

  if (post < CADRE_STRING_FIRST ||
      cadre_table_reference (lines, CADRE_FIELD_LINE_POST, line) < CADRE_AMBIGUOUS_ROW)
    return;
  if (!line_leads (self, line) || !line_is_written (self, line))
    return;

  self->sink->begin_node (self->sink, cadre_linked_writer_iri (self, CADRE_RECORD_KIND_POST, post),
                          types);
  write_lines (self, &line, 1);
  self->sink->end_node (self->sink);
}

static void
count_lost_line (CadreLinkedWriter *self, guint32 line)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  if (cadre_table_code (lines, CADRE_FIELD_LINE_POST, line) < CADRE_STRING_FIRST ||
      !line_is_written (self, line) || !line_leads (self, line))
    self->lost.n_rows[CADRE_RECORD_KIND_LINE]++;
}

static void
write_stray_lines (CadreLinkedWriter *self)
{
  guint32 n_lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE)->n_rows;

  for (guint32 i = 0; i < n_lines; i++)
    {
      write_stray_line (self, i);
      count_lost_line (self, i);
    }
}

static void
write_instant (CadreLinkedWriter *self, const char *term, guint32 packed)
{
  static const char *const properties[] = {
    [CADRE_DATE_PRECISION_DAY] = "time:inXSDDate",
    [CADRE_DATE_PRECISION_MONTH] = "time:inXSDgYearMonth",
    [CADRE_DATE_PRECISION_YEAR] = "time:inXSDgYear",
  };

  if (!cadre_packed_date_is_known (packed))
    return;

  self->sink->begin_property (self->sink, term, FALSE);
  self->sink->begin_blank (self->sink, "time:Instant");
  cadre_linked_writer_write_date (self, properties[cadre_packed_date_precision (packed)], packed);
  self->sink->end_blank (self->sink);
  self->sink->end_property (self->sink);
}

static void
write_interval (CadreLinkedWriter *self, const CadreTable *assignments, guint32 row)
{
  guint32 first = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_VALID_FROM, row);
  guint32 last = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_VALID_TO, row);

  if (first == CADRE_PACKED_DATE_UNKNOWN)
    cadre_linked_writer_lose (self, assignments->kind, CADRE_FIELD_ASSIGNMENT_VALID_FROM);
  if (last == CADRE_PACKED_DATE_UNKNOWN)
    cadre_linked_writer_lose (self, assignments->kind, CADRE_FIELD_ASSIGNMENT_VALID_TO);
  if (!cadre_packed_date_is_known (first) && !cadre_packed_date_is_known (last))
    return;

  self->sink->begin_property (self->sink, "org:memberDuring", FALSE);
  self->sink->begin_blank (self->sink, "time:Interval");
  write_instant (self, "time:hasBeginning", first);
  write_instant (self, "time:hasEnd", last);
  self->sink->end_blank (self->sink);
  self->sink->end_property (self->sink);
}

static void
write_one_iri (CadreLinkedWriter *self, const char *term, CadreRecordKind kind, guint32 code)
{
  self->sink->begin_property (self->sink, term, FALSE);
  self->sink->add_iri (self->sink, cadre_linked_writer_iri (self, kind, code));
  self->sink->end_property (self->sink);
}

/* Where somebody works, and for whom where that is somebody else: the employer
 * of the post is the host of one who is employed elsewhere. */
static void
write_employer (CadreLinkedWriter *self, const CadreTable *assignments, guint32 row)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 post = cadre_lost_find_post (self->tables, row);
  guint32 host = 0;
  guint32 unit = 0;
  guint32 employer = 0;

  if (post != CADRE_NO_ROW)
    {
      host = cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post);
      unit = cadre_table_code (posts, CADRE_FIELD_POST_UNIT, post);
    }
  if (cadre_linked_writer_names (self, assignments, CADRE_FIELD_ASSIGNMENT_EMPLOYER, row))
    employer = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_EMPLOYER, row);

  if (host >= CADRE_STRING_FIRST)
    write_one_iri (self, "org:organization", CADRE_RECORD_KIND_ORGANISATION, host);
  else if (unit >= CADRE_STRING_FIRST)
    write_one_iri (self, "org:organization", CADRE_RECORD_KIND_UNIT, unit);
  else if (employer != 0)
    write_one_iri (self, "org:organization", CADRE_RECORD_KIND_ORGANISATION, employer);

  if (employer != 0 && employer != host)
    write_one_iri (self, "opengov:onBehalfOf", CADRE_RECORD_KIND_ORGANISATION, employer);
}

/* What became of what; the two ends say by themselves whether they are
 * organisations or units. */
static void
write_succession (CadreLinkedWriter *self, const CadreTable *successions, guint32 row)
{
  int kind = cadre_table_word (successions, CADRE_FIELD_SUCCESSION_KIND, row);
  CadreRecordKind target =
    kind == CADRE_SUCCESSION_KIND_UNIT ? CADRE_RECORD_KIND_UNIT : CADRE_RECORD_KIND_ORGANISATION;
  guint32 predecessor = cadre_table_code (successions, CADRE_FIELD_SUCCESSION_PREDECESSOR, row);
  guint32 successor = cadre_table_code (successions, CADRE_FIELD_SUCCESSION_SUCCESSOR, row);

  if (kind == CADRE_SUCCESSION_KIND_UNKNOWN)
    cadre_linked_writer_lose (self, successions->kind, CADRE_FIELD_SUCCESSION_KIND);
  if (predecessor != 0)
    write_one_iri (self, "org:originalOrganization", target, predecessor);
  if (successor != 0)
    write_one_iri (self, "org:resultingOrganization", target, successor);
  cadre_linked_writer_write_row (self, successions, row);
}

static void
write_row (CadreLinkedWriter *self, const CadreIndex *index, const CadreTable *table, guint32 row)
{
  if (table->kind == CADRE_RECORD_KIND_POST)
    {
      write_post (self, index, table, row);
      return;
    }
  if (table->kind == CADRE_RECORD_KIND_SUCCESSION)
    {
      write_succession (self, table, row);
      return;
    }

  cadre_linked_writer_write_row (self, table, row);
  if (table->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    {
      write_employer (self, table, row);
      write_interval (self, table, row);
    }
}

/* Two records under one id would be one node: the first of them, which answers
 * for the id, is written. */
static gboolean
is_double (const CadreTable *table, guint32 row)
{
  return cadre_schema_get (table->kind)->keys == NULL && row > 0 &&
         cadre_table_code (table, 0, row) != 0 &&
         cadre_table_code (table, 0, row) == cadre_table_code (table, 0, row - 1);
}

static gboolean
write_table (CadreLinkedWriter *self,
             const CadreIndex *index,
             CadreRecordKind kind,
             GCancellable *cancellable,
             GError **error)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);

  if (cadre_linked_get_class (kind) == NULL)
    return TRUE;

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      if (row % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_double (table, row))
        {
          self->lost.n_rows[kind]++;
          continue;
        }
      begin_row (self, table, row);
      write_row (self, index, table, row);
      self->sink->end_node (self->sink);
    }

  return TRUE;
}

static void
write_title (CadreLinkedWriter *self)
{
  const CadreTables *tables = self->tables;
  guint n = 0;
  const guint32 *pairs = cadre_tables_list (tables, tables->title_translations, &n);
  guint n_written = 0;

  if (tables->title != 0)
    {
      self->sink->begin_property (self->sink, "schema:name", TRUE);
      self->sink->add_literal (self->sink, cadre_tables_text (tables, tables->title),
                               self->language, NULL);
      n_written++;
    }

  for (guint i = 0; i + 1 < n; i += 2)
    if (cadre_linked_is_language (cadre_tables_text (tables, pairs[i])))
      {
        if (n_written++ == 0)
          self->sink->begin_property (self->sink, "schema:name", TRUE);
        self->sink->add_literal (self->sink, cadre_tables_text (tables, pairs[i + 1]),
                                 cadre_tables_text (tables, pairs[i]), NULL);
      }
    else
      self->lost.n_heads[CADRE_HEAD_FIELD_TITLE]++;

  if (n_written > 0)
    self->sink->end_property (self->sink);
}

/* The structure itself. */
static void
write_head (CadreLinkedWriter *self)
{
  static const char *const types[] = { "schema:Dataset", NULL };
  const CadreTables *tables = self->tables;
  guint n_notes = 0;
  const guint32 *notes = cadre_tables_list (tables, tables->notes, &n_notes);
  const char *iri = NULL;

  if (tables->id != 0)
    {
      g_string_truncate (self->iri, 0);
      cadre_linked_append_iri (self->iri, self->base, "structure",
                               cadre_tables_text (tables, tables->id));
      iri = self->iri->str;
    }

  self->sink->begin_node (self->sink, iri, types);
  write_title (self);
  if (cadre_packed_date_is_known (tables->as_of))
    cadre_linked_writer_write_date (self, "schema:temporalCoverage", tables->as_of);
  cadre_linked_writer_write_text (self, "schema:inLanguage", tables->language);
  if (tables->source != 0)
    cadre_linked_writer_write_text (self, "schema:citation", tables->source);
  if (tables->licence != 0)
    cadre_linked_writer_write_text (self, "schema:license", tables->licence);
  if (n_notes > 0)
    {
      self->sink->begin_property (self->sink, "schema:description", TRUE);
      cadre_linked_writer_add_texts (self, notes, n_notes);
      self->sink->end_property (self->sink);
    }
  self->sink->end_node (self->sink);
}

static void
report_lost (CadreLinkedWriter *self, CadreIssueList *issues)
{
  static const CadreLostCodes codes = {
    .format = "The Organization Ontology",
    .record = "exchange.linked.lost-record",
    .field = "exchange.linked.lost-field",
    .language = "exchange.linked.lost-language",
    .head = "exchange.linked.lost-head",
  };
  guint64 held[CADRE_N_RECORD_KINDS];

  cadre_linked_get_held (held);
  cadre_lost_count (&self->lost, self->tables, held);
  cadre_lost_count_heads (&self->lost, self->tables, ~(1u << CADRE_HEAD_FIELD_EXTRA));
  cadre_lost_report (&self->lost, issues, &codes);
}

gboolean
cadre_linked_write_structure (CadreLinkedSink *sink,
                              CadreStructure *structure,
                              const char *base,
                              CadreIssueList *issues,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GString) iri = g_string_new (NULL);
  CadreLinkedWriter self = {
    .sink = sink, .tables = cadre_structure_get_tables (structure), .base = base, .iri = iri
  };
  const CadreIndex *index = cadre_structure_get_index (structure);
  const char *language = cadre_structure_get_language (structure);

  self.language = cadre_linked_is_language (language) ? language : NULL;
  write_head (&self);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!write_table (&self, index, kind, cancellable, error))
      return FALSE;
  write_stray_lines (&self);

  report_lost (&self, issues);
  return TRUE;
}
