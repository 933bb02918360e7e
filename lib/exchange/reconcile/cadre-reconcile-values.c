/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a list says of a field, as text that is the same exactly where the value is:
 * fractions in their lowest terms, amounts in pounds, dates as ISO has them. */

#include "config.h"

#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-money.h>
#include <cadre/cadre-structure-questions.h>

#include <stdlib.h>
#include <string.h>

#define NO_RECORD "none" /* it is stated that there is none */

static void
set_text (CadreReconcileValue *self, const char *text)
{
  self->is_known = text != NULL;
  if (text != NULL)
    g_string_append (self->text, text);
}

static void
set_code (CadreReconcileValue *self, const CadreTables *tables, guint32 code)
{
  set_text (self, code == CADRE_STRING_NONE ? NO_RECORD : cadre_tables_text (tables, code));
}

static void
set_date (CadreReconcileValue *self, guint32 packed)
{
  char text[11];

  /* That a period is open is not told from saying nothing. */
  if (!cadre_packed_date_is_known (packed))
    return;

  cadre_packed_date_format (packed, text);
  set_text (self, text);
}

/* A list of which no record says anything but what goes without saying is silent:
 * that each post has one position is not what payroll states. */
static void
set_number (CadreReconcileValue *self, const CadreTable *table, guint column, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[column];
  g_autofree char *text = NULL;

  if (table->columns[column] == NULL)
    return;

  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    {
      if (cadre_table_integer (table, column, row) >= 0)
        text = g_strdup_printf ("%d", cadre_table_integer (table, column, row));
    }
  else if (cadre_table_pence (table, column, row) >= 0)
    {
      text = cadre_pence_to_number (cadre_table_pence (table, column, row));
    }

  set_text (self, text);
}

static void
set_word (CadreReconcileValue *self, const CadreTable *table, guint column, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[column];
  int value = cadre_table_word (table, column, row);
  g_autoptr (GEnumClass) words = NULL;

  if (table->columns[column] == NULL)
    return;

  if (field->kind == CADRE_FIELD_KIND_TRUTH)
    {
      if (value != CADRE_TRUTH_UNKNOWN)
        set_text (self, value == CADRE_TRUTH_TRUE ? "true" : "false");
      return;
    }
  if (value == 0)
    return;

  words = g_type_class_ref (field->get_type ());
  set_text (self, g_enum_get_value (words, value)->value_nick);
}

static void
set_fraction (CadreReconcileValue *self, gint64 numerator, gint64 denominator)
{
  self->is_known = TRUE;
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, numerator);
  if (denominator != 1)
    g_string_append_printf (self->text, "/%" G_GINT64_FORMAT, denominator);
}

/* Where lists number their units and grades each in its own way, the names may
 * still be the same. Titles and names of persons are no such thing. */
static void
set_reference (CadreReconcileValue *self,
               const CadreTables *tables,
               const CadreTable *table,
               guint column,
               guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[column];
  const CadreTable *target = cadre_tables_get (tables, field->target);
  guint32 to =
    table->references[column] != NULL ? cadre_table_reference (table, column, row) : CADRE_NO_ROW;
  const char *name = NULL;

  if (cadre_tables_is_unknown_id (tables, field, cadre_table_code (table, column, row)))
    return;

  set_code (self, tables, cadre_table_code (table, column, row));
  if (to >= target->n_rows || field->target == CADRE_RECORD_KIND_POST ||
      field->target == CADRE_RECORD_KIND_PERSON || field->target == CADRE_RECORD_KIND_ASSIGNMENT)
    return;

  /* The name is the second field of each kind that has one. */
  name = cadre_tables_text (tables, cadre_table_code (target, 1, to));
  if (name != NULL)
    g_string_append (self->name, name);
}

static void
set_column (CadreReconcileValue *self,
            const CadreTables *tables,
            const CadreTable *table,
            guint column,
            guint32 row)
{
  gint64 numerator = 0;
  gint64 denominator = 0;

  switch (cadre_schema_get (table->kind)->fields[column].kind)
    {
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
      set_code (self, tables, cadre_table_code (table, column, row));
      break;
    case CADRE_FIELD_KIND_REFERENCE:
      set_reference (self, tables, table, column, row);
      break;
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      set_date (self, cadre_table_code (table, column, row));
      break;
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_PENCE:
      set_number (self, table, column, row);
      break;
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
      set_word (self, table, column, row);
      break;
    case CADRE_FIELD_KIND_FRACTION:
      if (cadre_tables_fraction (tables, table, column, row, &numerator, &denominator))
        set_fraction (self, numerator, denominator);
      break;
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    default:
      break; /* no field to compare is a list */
    }
}

static void
set_attribute (CadreReconcileValue *self,
               const CadreTables *tables,
               const CadreTable *table,
               const CadreReconcileField *field,
               guint32 row)
{
  guint n = 0;
  const guint32 *codes =
    cadre_tables_list (tables, cadre_table_code (table, field->column, row), &n);

  for (guint i = 0; i + 1 < n; i += 2)
    if (strcmp (cadre_tables_text (tables, codes[i]), field->attribute) == 0)
      {
        set_text (self, cadre_tables_text (tables, codes[i + 1]));
        return;
      }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The ids of those who are in a post, in byte order. */
static void
set_persons (CadreReconcileValue *self, const CadreReconcileSide *side, guint32 post)
{
  const CadreTable *assignments = cadre_tables_get (side->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&side->index->assignments_of_post, post, &n);
  g_autoptr (GPtrArray) ids = g_ptr_array_sized_new (n);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 code = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]);

      if (side->index->in_post[rows[i]] && code >= CADRE_STRING_FIRST)
        g_ptr_array_add (ids, (gpointer) cadre_tables_text (side->tables, code));
    }

  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 0; i < ids->len; i++)
    {
      self->is_known = TRUE;
      g_string_append_printf (self->text, "%s%s", i > 0 ? ", " : "",
                              (const char *) g_ptr_array_index (ids, i));
    }
}

/* Whether the id of a row is that of no other. */
static gboolean
has_own_id (const CadreReconcileSide *side, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (side->tables, kind);
  guint32 code = cadre_table_code (table, 0, row);

  return code >= CADRE_STRING_FIRST && (row == 0 || cadre_table_code (table, 0, row - 1) != code) &&
         (row + 1 == table->n_rows || cadre_table_code (table, 0, row + 1) != code);
}

/* As stated, else worked out as the structure does it. */
static void
set_fte (CadreReconcileValue *self,
         const CadreReconcileSide *side,
         const CadreTable *table,
         guint column,
         guint32 row)
{
  const char *id = cadre_tables_id (side->tables, table->kind, row);
  g_autoptr (CadreFraction) fte = NULL;

  set_column (self, side->tables, table, column, row);
  if (self->is_known || !has_own_id (side, table->kind, row))
    return;

  fte = table->kind == CADRE_RECORD_KIND_POST
          ? cadre_structure_get_position_fte (side->structure, id)
          : cadre_structure_get_fte (side->structure, id);
  if (fte != NULL)
    set_fraction (self, cadre_fraction_get_numerator (fte), cadre_fraction_get_denominator (fte));
}

static void
set_manager (CadreReconcileValue *self, const CadreReconcileSide *side, guint32 post)
{
  self->post_row = side->index->manager[post];
  if (self->post_row != CADRE_NO_ROW)
    set_text (self, cadre_tables_id (side->tables, CADRE_RECORD_KIND_POST, self->post_row));
}

static void
forget (CadreReconcileValue *self)
{
  self->is_known = FALSE;
  self->post_row = CADRE_NO_ROW;
  g_string_truncate (self->text, 0);
  g_string_truncate (self->name, 0);
}

void
cadre_reconcile_value_get (CadreReconcileValue *self,
                           const CadreReconcileSide *side,
                           CadreRecordKind kind,
                           const CadreReconcileField *field,
                           guint32 row)
{
  const CadreTable *table = cadre_tables_get (side->tables, field->kind);

  forget (self);
  if (row != CADRE_NO_ROW && kind != field->kind)
    row = cadre_table_reference (cadre_tables_get (side->tables, kind), CADRE_FIELD_ASSIGNMENT_POST,
                                 row);
  if (row >= table->n_rows)
    return;

  switch (field->way)
    {
    case CADRE_FIELD_WAY_COLUMN:
      set_column (self, side->tables, table, field->column, row);
      break;
    case CADRE_FIELD_WAY_ATTRIBUTE:
      set_attribute (self, side->tables, table, field, row);
      break;
    case CADRE_FIELD_WAY_MANAGER:
      set_manager (self, side, row);
      break;
    case CADRE_FIELD_WAY_PERSONS:
      set_persons (self, side, row);
      break;
    case CADRE_FIELD_WAY_FTE:
      set_fte (self, side, table, field->column, row);
      break;
    default:
      break;
    }
}

const char *
cadre_reconcile_value_text (const CadreReconcileValue *self)
{
  if (!self->is_known)
    return NULL;

  return self->name->len > 0 ? self->name->str : self->text->str;
}

void
cadre_reconcile_finding_init (CadreReconcileFinding *self)
{
  for (guint i = 0; i < CADRE_RECONCILE_MAX_SIDES; i++)
    {
      self->values[i].text = g_string_new (NULL);
      self->values[i].name = g_string_new (NULL);
      forget (&self->values[i]);
    }
  self->result = CADRE_FIELD_RESULT_NOT_STATED;
  self->odd_side = CADRE_NO_SIDE;
}

void
cadre_reconcile_finding_clear (CadreReconcileFinding *self)
{
  for (guint i = 0; i < CADRE_RECONCILE_MAX_SIDES; i++)
    {
      g_string_free (self->values[i].text, TRUE);
      g_string_free (self->values[i].name, TRUE);
    }
}
