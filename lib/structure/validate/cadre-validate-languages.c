/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Texts that lack a language in which other texts of the same field are given. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

/* A language that a field is given in besides the first of the document. */
typedef struct
{
  guint8 kind;
  guint8 field;
  guint32 language;
} Use;

static int
compare_uses (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Use *x = a;
  const Use *y = b;
  const CadreTables *tables = user_data;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  return cadre_string_table_compare (tables->strings, x->language, y->language);
}

/* The uses, each once, in order of kind, field and language. */
static Use *
find_uses (const CadreTables *tables, guint32 *n_uses)
{
  g_autofree Use *uses = g_try_new (Use, (gsize) tables->n_translations + 1);
  guint32 n = 0;

  if (uses == NULL)
    return NULL;

  for (guint32 i = 0; i < tables->n_translations; i++)
    {
      const CadreTranslation *translation = &tables->translations[i];

      uses[i] = (Use){ translation->kind, translation->field, translation->language };
    }
  g_qsort_with_data (uses, (gint) tables->n_translations, sizeof (Use), compare_uses,
                     (gpointer) tables);
  for (guint32 i = 0; i < tables->n_translations; i++)
    if (n == 0 || compare_uses (&uses[n - 1], &uses[i], (gpointer) tables) != 0)
      uses[n++] = uses[i];

  *n_uses = n;
  return g_steal_pointer (&uses);
}

static void
report_missing (const CadreValidation *self,
                const CadreTable *table,
                guint field,
                guint32 row,
                guint32 language)
{
  cadre_validate_report (self->tables, self->issues, CADRE_RULE_LANGUAGE_MISSING, table->kind, row,
                         field, cadre_tables_text (self->tables, language));
}

/* Both the translations of a cell and the uses of its field are in order of the
 * language: the first place at which they differ is the first that is missing. */
static void
check_cell (const CadreValidation *self,
            const CadreTable *table,
            guint32 row,
            const Use *uses,
            guint32 n_uses)
{
  const CadreTables *tables = self->tables;
  guint field = uses[0].field;
  guint32 first = cadre_tables_first_translation (tables, table->kind, row, field);
  guint32 n = 0;

  while (first + n < tables->n_translations &&
         cadre_translation_is_of (&tables->translations[first + n], table->kind, row, field))
    n++;

  if (cadre_table_code (table, field, row) == CADRE_STRING_UNKNOWN)
    {
      if (n > 0)
        report_missing (self, table, field, row, tables->language);
      return;
    }

  for (guint32 i = 0; n < n_uses && i < n_uses; i++)
    if (i >= n || tables->translations[first + i].language != uses[i].language)
      {
        report_missing (self, table, field, row, uses[i].language);
        return;
      }
}

static void
check_field (const CadreValidation *self, const Use *uses, guint32 n_uses)
{
  const CadreTable *table = cadre_tables_get (self->tables, uses[0].kind);

  for (guint32 row = 0; row < table->n_rows; row++)
    check_cell (self, table, row, uses, n_uses);
}

gboolean
cadre_validate_languages (const CadreValidation *self)
{
  guint32 n_uses = 0;
  g_autofree Use *uses = find_uses (self->tables, &n_uses);

  if (uses == NULL)
    return FALSE;

  for (guint32 i = 0, end = 0; i < n_uses; i = end)
    {
      for (end = i + 1;
           end < n_uses && uses[end].kind == uses[i].kind && uses[end].field == uses[i].field;)
        end++;
      check_field (self, uses + i, end - i);
    }

  return TRUE;
}
