/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/field-map/cadre-map-draft-private.h"
#include <cadre/cadre-csv-reader.h>

#include <string.h>

/* Each meaning as a field of the records that have it. */
static const struct
{
  CadreMeaning meaning;
  CadreRecordKind kind;
  const char *field;
} places[] = {
  { CADRE_MEANING_UNIT_ID, CADRE_RECORD_KIND_UNIT, "id" },
  { CADRE_MEANING_UNIT_NAME, CADRE_RECORD_KIND_UNIT, "name" },
  { CADRE_MEANING_UNIT_PARENT, CADRE_RECORD_KIND_UNIT, "parent" },
  { CADRE_MEANING_GRADE, CADRE_RECORD_KIND_GRADE, "id" },
  { CADRE_MEANING_SITE, CADRE_RECORD_KIND_SITE, "id" },
  { CADRE_MEANING_POST_ID, CADRE_RECORD_KIND_POST, "id" },
  { CADRE_MEANING_POST_TITLE, CADRE_RECORD_KIND_POST, "title" },
  { CADRE_MEANING_UNIT_ID, CADRE_RECORD_KIND_POST, "unit" },
  { CADRE_MEANING_GRADE, CADRE_RECORD_KIND_POST, "grade" },
  { CADRE_MEANING_COST_CENTRE, CADRE_RECORD_KIND_POST, "cost-centre" },
  { CADRE_MEANING_PROFESSION, CADRE_RECORD_KIND_POST, "profession" },
  { CADRE_MEANING_SITE, CADRE_RECORD_KIND_POST, "site" },
  { CADRE_MEANING_ESTABLISHMENT, CADRE_RECORD_KIND_POST, "establishment" },
  { CADRE_MEANING_BUDGETED_FTE, CADRE_RECORD_KIND_POST, "budgeted-fte" },
  { CADRE_MEANING_PAY_MIN, CADRE_RECORD_KIND_POST, "pay-min" },
  { CADRE_MEANING_PAY_MAX, CADRE_RECORD_KIND_POST, "pay-max" },
  { CADRE_MEANING_HOURS, CADRE_RECORD_KIND_POST, "hours" },
  { CADRE_MEANING_STANDARD_HOURS, CADRE_RECORD_KIND_POST, "standard-hours" },
  { CADRE_MEANING_PAID_WEEKS, CADRE_RECORD_KIND_POST, "paid-weeks" },
  { CADRE_MEANING_FTE, CADRE_RECORD_KIND_POST, "fte" },
  { CADRE_MEANING_VALID_FROM, CADRE_RECORD_KIND_POST, "valid-from" },
  { CADRE_MEANING_VALID_TO, CADRE_RECORD_KIND_POST, "valid-to" },
  { CADRE_MEANING_PERSON_ID, CADRE_RECORD_KIND_PERSON, "id" },
  { CADRE_MEANING_PERSON_NAME, CADRE_RECORD_KIND_PERSON, "name" },
  { CADRE_MEANING_ASSIGNMENT_ID, CADRE_RECORD_KIND_ASSIGNMENT, "id" },
  { CADRE_MEANING_PERSON_ID, CADRE_RECORD_KIND_ASSIGNMENT, "person" },
  { CADRE_MEANING_POST_ID, CADRE_RECORD_KIND_ASSIGNMENT, "post" },
  { CADRE_MEANING_BASIS, CADRE_RECORD_KIND_ASSIGNMENT, "basis" },
  { CADRE_MEANING_CONTRACT, CADRE_RECORD_KIND_ASSIGNMENT, "contract" },
  { CADRE_MEANING_HOURS, CADRE_RECORD_KIND_ASSIGNMENT, "hours" },
  { CADRE_MEANING_STANDARD_HOURS, CADRE_RECORD_KIND_ASSIGNMENT, "standard-hours" },
  { CADRE_MEANING_PAID_WEEKS, CADRE_RECORD_KIND_ASSIGNMENT, "paid-weeks" },
  { CADRE_MEANING_FTE, CADRE_RECORD_KIND_ASSIGNMENT, "fte" },
  { CADRE_MEANING_VALID_FROM, CADRE_RECORD_KIND_ASSIGNMENT, "valid-from" },
  { CADRE_MEANING_VALID_TO, CADRE_RECORD_KIND_ASSIGNMENT, "valid-to" },
  { CADRE_MEANING_POST_ID, CADRE_RECORD_KIND_LINE, "post" },
  { CADRE_MEANING_MANAGER_POST, CADRE_RECORD_KIND_LINE, "manager" },
  { CADRE_MEANING_MANAGER_PERSON, CADRE_RECORD_KIND_LINE, "manager-person" },
};

/* In the order in which records are written; each with what it cannot be without. */
static const struct
{
  CadreRecordKind kind;
  CadreMeaning needed;
  CadreMeaning also; /* or CADRE_MEANING_NONE */
} kinds[] = {
  { CADRE_RECORD_KIND_UNIT, CADRE_MEANING_UNIT_ID, CADRE_MEANING_NONE },
  { CADRE_RECORD_KIND_GRADE, CADRE_MEANING_GRADE, CADRE_MEANING_NONE },
  { CADRE_RECORD_KIND_SITE, CADRE_MEANING_SITE, CADRE_MEANING_NONE },
  { CADRE_RECORD_KIND_POST, CADRE_MEANING_POST_ID, CADRE_MEANING_NONE },
  { CADRE_RECORD_KIND_PERSON, CADRE_MEANING_PERSON_ID, CADRE_MEANING_NONE },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_MEANING_PERSON_ID, CADRE_MEANING_POST_ID },
  { CADRE_RECORD_KIND_LINE, CADRE_MEANING_MANAGER_POST, CADRE_MEANING_POST_ID },
  { CADRE_RECORD_KIND_LINE, CADRE_MEANING_MANAGER_PERSON, CADRE_MEANING_POST_ID },
};

typedef struct
{
  GArray *columns;             /* (element-type CadreDraftColumn) */
  int found[CADRE_N_MEANINGS]; /* which column has the meaning, or -1 */
} Draft;

static void
clear_column (gpointer data)
{
  CadreDraftColumn *column = data;

  g_clear_pointer (&column->name, g_free);
  g_clear_pointer (&column->cells, g_ptr_array_unref);
  g_clear_pointer (&column->open_to, g_ptr_array_unref);
}

static CadreDraftColumn *
get_column (const Draft *draft, guint i)
{
  return &g_array_index (draft->columns, CadreDraftColumn, i);
}

static gboolean
is_known_name (const Draft *draft, const char *name)
{
  g_autofree char *folded = cadre_map_fold_name (name);

  for (guint i = 0; i < draft->columns->len; i++)
    {
      g_autofree char *other = cadre_map_fold_name (get_column (draft, i)->name);

      if (strcmp (other, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One column of the header. Of two that have a name in common, or mean the same,
 * the first counts. */
static void
add_column (Draft *draft, const char *name)
{
  CadreDraftColumn column = { .name = g_strdup (name) };

  column.cells = g_ptr_array_new_with_free_func (g_free);
  column.open_to = g_ptr_array_new_with_free_func (g_free);
  column.meaning = cadre_map_find_meaning (name, &column.unsure);
  if (column.meaning == CADRE_MEANING_UNIT_ID && column.unsure != NULL &&
      draft->found[CADRE_MEANING_UNIT_ID] >= 0 && draft->found[CADRE_MEANING_UNIT_NAME] < 0)
    {
      /* The code is there, so that this is the name. */
      column.meaning = CADRE_MEANING_UNIT_NAME;
      column.unsure = NULL;
    }
  if (column.meaning != CADRE_MEANING_NONE && draft->found[column.meaning] >= 0)
    {
      column.meaning = CADRE_MEANING_NONE;
      column.unsure = "An earlier column seems to say the same";
    }
  if (column.meaning != CADRE_MEANING_NONE)
    draft->found[column.meaning] = (int) draft->columns->len;
  else if (column.unsure == NULL)
    column.unsure = "The name is not known: it is kept as an attribute";
  g_array_append_val (draft->columns, column);
}

/* Which column of the draft each cell belongs to. */
static guint *
read_header (Draft *draft, CadreCsvReader *csv, guint n_cells)
{
  guint *columns = g_new (guint, n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      const char *name = cadre_csv_reader_get_cell (csv, i);

      columns[i] = CADRE_NO_COLUMN;
      if (name == NULL || *name == '\0' || draft->columns->len == CADRE_MAP_MAX_COLUMNS ||
          is_known_name (draft, name))
        continue;
      columns[i] = draft->columns->len;
      add_column (draft, name);
    }

  return columns;
}

static gboolean
read_sample (Draft *draft, CadreCsvReader *csv, GCancellable *cancellable, GError **error)
{
  g_autofree guint *columns = NULL;
  guint n_header = 0;
  guint n_cells = 0;

  if (!cadre_csv_reader_next_row (csv, &n_header, cancellable, error))
    return FALSE;

  columns = read_header (draft, csv, n_header);
  for (guint row = 0; row < CADRE_DRAFT_MAX_ROWS; row++)
    {
      if (!cadre_csv_reader_next_row (csv, &n_cells, cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      for (guint i = 0; i < MIN (n_cells, n_header); i++)
        {
          g_autofree char *cell = g_strdup (cadre_csv_reader_get_cell (csv, i));

          if (columns[i] != CADRE_NO_COLUMN && cell != NULL && *g_strstrip (cell) != '\0')
            g_ptr_array_add (get_column (draft, columns[i])->cells, g_steal_pointer (&cell));
        }
    }

  return TRUE;
}

static guint
count_shared (const CadreDraftColumn *a, const CadreDraftColumn *b)
{
  guint n = 0;

  for (guint i = 0; i < a->cells->len; i++)
    for (guint j = 0; j < b->cells->len; j++)
      if (strcmp (a->cells->pdata[i], b->cells->pdata[j]) == 0)
        {
          n++;
          break;
        }

  return n;
}

/* A manager is a post or a person: whichever ids the cells are of. */
static void
settle_manager (Draft *draft)
{
  const int manager = draft->found[CADRE_MEANING_MANAGER];
  const int post = draft->found[CADRE_MEANING_POST_ID];
  const int person = draft->found[CADRE_MEANING_PERSON_ID];
  CadreDraftColumn *column = NULL;
  guint of_posts = 0;
  guint of_persons = 0;

  if (manager < 0)
    return;

  column = get_column (draft, (guint) manager);
  of_posts = post >= 0 ? count_shared (column, get_column (draft, (guint) post)) : 0;
  of_persons = person >= 0 ? count_shared (column, get_column (draft, (guint) person)) : 0;
  column->meaning =
    of_persons > of_posts ? CADRE_MEANING_MANAGER_PERSON : CADRE_MEANING_MANAGER_POST;
  if ((of_posts > 0) != (of_persons > 0))
    column->unsure = NULL;

  if (draft->found[column->meaning] >= 0)
    column->meaning = CADRE_MEANING_NONE;
  else
    draft->found[column->meaning] = manager;
}

/* Where there are no positions, each employee stands for one. */
static void
settle_posts (Draft *draft)
{
  const int person = draft->found[CADRE_MEANING_PERSON_ID];

  if (draft->found[CADRE_MEANING_POST_ID] >= 0 || person < 0)
    return;

  draft->found[CADRE_MEANING_POST_ID] = person;
  get_column (draft, (guint) person)->unsure =
    "The table has no positions: each employee is taken for a post as well";
}

/* A unit that has one column, of which nobody knows whether it is a code, is also
 * called by what stands there. */
static void
settle_units (Draft *draft)
{
  const int unit = draft->found[CADRE_MEANING_UNIT_ID];

  if (unit >= 0 && get_column (draft, (guint) unit)->unsure != NULL &&
      draft->found[CADRE_MEANING_UNIT_NAME] < 0)
    draft->found[CADRE_MEANING_UNIT_NAME] = unit;
}

/* Whether a record is made that has a place for it. */
static gboolean
has_place (const Draft *draft, CadreMeaning meaning)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint k = 0; places[i].meaning == meaning && k < G_N_ELEMENTS (kinds); k++)
      if (kinds[k].kind == places[i].kind && draft->found[kinds[k].needed] >= 0 &&
          (kinds[k].also == CADRE_MEANING_NONE || draft->found[kinds[k].also] >= 0))
        return TRUE;

  return FALSE;
}

/* What a column is about may not be there, as the contract of nobody: a name is no
 * number of a person. Nothing is left out for that, and nothing without a word. */
static void
settle_rest (Draft *draft)
{
  for (guint i = 0; i < draft->columns->len; i++)
    {
      CadreDraftColumn *column = get_column (draft, i);

      if (column->meaning == CADRE_MEANING_NONE || column->meaning == CADRE_MEANING_PAY ||
          has_place (draft, column->meaning))
        continue;
      draft->found[column->meaning] = -1;
      column->meaning = CADRE_MEANING_NONE;
      column->unsure = "No column has the number of what it is about: it is kept as an attribute";
    }
}

/* Writing the document */

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_mark (CadreWriter *writer, const char *name, char mark)
{
  const char text[2] = { mark, '\0' };

  if (mark != '\0')
    write_text (writer, name, text);
}

static void
write_list (CadreWriter *writer, const char *name, const GPtrArray *texts)
{
  cadre_writer_member (writer, name);
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < texts->len; i++)
    cadre_writer_string (writer, texts->pdata[i]);
  cadre_writer_end_array (writer);
}

static void
write_words (CadreWriter *writer, const CadreDraftColumn *column)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);

  cadre_writer_member (writer, "words");
  cadre_writer_begin_object (writer);
  for (guint i = 0; i < column->cells->len; i++)
    {
      const char *word = cadre_map_find_word (column->meaning, column->cells->pdata[i]);
      g_autofree char *folded = g_ascii_strdown (column->cells->pdata[i], -1);

      if (word == NULL || g_ptr_array_find_with_equal_func (done, folded, g_str_equal, NULL))
        continue;
      write_text (writer, column->cells->pdata[i], word);
      g_ptr_array_add (done, g_steal_pointer (&folded));
    }
  cadre_writer_end_object (writer);
}

static void
write_column (CadreWriter *writer, const CadreDraftColumn *column)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "name", column->name);
  if (column->unsure != NULL)
    write_text (writer, "unsure", column->unsure);
  if (column->date != NULL)
    {
      cadre_writer_member (writer, "dates");
      cadre_writer_begin_array (writer);
      cadre_writer_string (writer, column->date);
      cadre_writer_end_array (writer);
    }
  if (column->open_to->len > 0)
    write_list (writer, "open-to", column->open_to);
  write_mark (writer, "decimal", column->decimal);
  write_mark (writer, "thousands", column->thousands);
  if (column->percent)
    {
      cadre_writer_member (writer, "percent");
      cadre_writer_boolean (writer, TRUE);
    }
  if (column->meaning == CADRE_MEANING_BASIS || column->meaning == CADRE_MEANING_CONTRACT)
    write_words (writer, column);
  cadre_writer_end_object (writer);
}

/* Columns without a meaning are attributes of the post, or else of the person. What
 * somebody is paid is one of the assignment: two who share a post may differ. */
static CadreRecordKind
find_bearer (const Draft *draft, CadreMeaning meaning)
{
  const gboolean has_post = draft->found[CADRE_MEANING_POST_ID] >= 0;
  const gboolean has_person = draft->found[CADRE_MEANING_PERSON_ID] >= 0;

  if (meaning == CADRE_MEANING_PAY && has_post && has_person)
    return CADRE_RECORD_KIND_ASSIGNMENT;
  if (has_post)
    return CADRE_RECORD_KIND_POST;

  return draft->found[CADRE_MEANING_UNIT_ID] >= 0 ? CADRE_RECORD_KIND_UNIT
                                                  : CADRE_RECORD_KIND_PERSON;
}

static void
write_attributes (const Draft *draft, CadreWriter *writer, CadreRecordKind kind)
{
  for (guint i = 0; i < draft->columns->len; i++)
    {
      const CadreDraftColumn *column = get_column (draft, i);
      g_autofree char *field = g_strconcat ("attributes.", column->name, NULL);

      if ((column->meaning == CADRE_MEANING_NONE || column->meaning == CADRE_MEANING_PAY) &&
          find_bearer (draft, column->meaning) == kind)
        write_text (writer, field, column->name);
    }
}

/* Hours, FTE and dates are of the post only where the table has nobody in it. */
static gboolean
is_of_holder (const Draft *draft, CadreRecordKind kind, CadreMeaning meaning)
{
  return kind == CADRE_RECORD_KIND_POST && draft->found[CADRE_MEANING_PERSON_ID] >= 0 &&
         (meaning == CADRE_MEANING_HOURS || meaning == CADRE_MEANING_STANDARD_HOURS ||
          meaning == CADRE_MEANING_PAID_WEEKS || meaning == CADRE_MEANING_FTE ||
          meaning == CADRE_MEANING_VALID_FROM || meaning == CADRE_MEANING_VALID_TO);
}

static void
write_record (const Draft *draft, CadreWriter *writer, guint i)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "kind", cadre_schema_get (kinds[i].kind)->name);
  cadre_writer_member (writer, "fields");
  cadre_writer_begin_object (writer);
  for (guint j = 0; j < G_N_ELEMENTS (places); j++)
    {
      const int column = draft->found[places[j].meaning];
      const gboolean is_end = places[j].meaning == CADRE_MEANING_MANAGER_POST ||
                              places[j].meaning == CADRE_MEANING_MANAGER_PERSON;

      /* A line ends at a post or at a person, not at both. */
      if (places[j].kind == kinds[i].kind && column >= 0 &&
          !is_of_holder (draft, kinds[i].kind, places[j].meaning) &&
          (!is_end || places[j].meaning == kinds[i].needed))
        write_text (writer, places[j].field, get_column (draft, (guint) column)->name);
    }
  write_attributes (draft, writer, kinds[i].kind);
  cadre_writer_end_object (writer);
  cadre_writer_end_object (writer);
}

static guint
write_records (const Draft *draft, CadreWriter *writer)
{
  guint n = 0;

  cadre_writer_member (writer, "records");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (draft->found[kinds[i].needed] >= 0 &&
        (kinds[i].also == CADRE_MEANING_NONE || draft->found[kinds[i].also] >= 0))
      {
        write_record (draft, writer, i);
        n++;
      }
  cadre_writer_end_array (writer);

  return n;
}

static GBytes *
write_document (const Draft *draft, const char *name, GError **error)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  guint n_records = 0;

  cadre_writer_begin_document (writer, "field-map", CADRE_FIELD_MAP_VERSION);
  write_text (writer, "name", name);
  write_text (writer, "title", "A draft: look at what is marked as unsure");
  cadre_writer_member (writer, "tables");
  cadre_writer_begin_array (writer);
  cadre_writer_begin_object (writer);
  write_text (writer, "name", name);
  cadre_writer_member (writer, "columns");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < draft->columns->len; i++)
    write_column (writer, get_column (draft, i));
  cadre_writer_end_array (writer);
  n_records = write_records (draft, writer);
  cadre_writer_end_object (writer);
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);

  if (n_records == 0)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                           "The header has no column that is known as the id of a unit, a post or "
                           "a person");
      return NULL;
    }

  return cadre_writer_finish (writer, NULL, error) ? cadre_writer_steal_bytes (writer) : NULL;
}

/**
 * cadre_field_map_draft:
 * @sample: the table as CSV, with a header; rows behind it make the draft better
 * @name: what the map and its table are to be called: letters a to z, digits and
 *   hyphens
 * @limits: (nullable): what the table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Drafts a map for a table that nobody has described, from the names of its
 * columns and from what stands in its first rows. What is not sure is marked, and
 * cadre_field_map_dup_unsure() tells it: a draft is to be looked at, corrected in
 * an editor, and saved.
 *
 * The error is %CADRE_EXCHANGE_ERROR_FORM where the header names nothing that is
 * known.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_field_map_draft (GBytes *sample,
                       const char *name,
                       CadreLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GArray) columns = NULL;
  g_autoptr (CadreCsvReader) csv = NULL;
  g_autoptr (GBytes) document = NULL;
  Draft draft;

  g_return_val_if_fail (sample != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  columns = g_array_new (FALSE, FALSE, sizeof (CadreDraftColumn));
  g_array_set_clear_func (columns, clear_column);
  draft.columns = columns;
  memset (draft.found, 0xff, sizeof (draft.found));

  csv = cadre_csv_reader_new_for_bytes (sample, limits);
  if (!read_sample (&draft, csv, cancellable, error))
    return NULL;

  settle_manager (&draft);
  settle_posts (&draft);
  settle_units (&draft);
  settle_rest (&draft);
  for (guint i = 0; i < columns->len; i++)
    cadre_draft_find_forms (get_column (&draft, i));

  document = write_document (&draft, name, error);
  return document != NULL ? cadre_field_map_load_bytes (document, NULL, cancellable, error) : NULL;
}
