/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-import
 * @Title: CadreImport
 * @Short_Description: What another system's data has become
 *
 * A #CadreImport is what a reader of a foreign format gives: the structure, what
 * was wrong with the data as it stood there, and what became of each row. Nothing
 * is dropped: each row is a post, a grouped post, an assignment, another record,
 * or an issue, and the five counts add up to the number of rows.
 *
 * The issues here are about the data that was read, and their origins stand in it:
 * a file, a row and a column. What is wrong with the structure that came out is in
 * cadre_structure_get_issues().
 */

#include "config.h"

#include "exchange/cadre-import-private.h"

struct _CadreImport
{
  GObject parent_instance;

  CadreStructure *structure;
  CadreIssueList *issues;
  guint fates[CADRE_N_ROW_FATES];
};

/**
 * CadreImport:
 *
 * What a reader of a foreign format gives. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreImport, cadre_import, G_TYPE_OBJECT)

static void
cadre_import_finalize (GObject *object)
{
  CadreImport *self = CADRE_IMPORT (object);

  g_clear_object (&self->structure);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_import_parent_class)->finalize (object);
}

static void
cadre_import_class_init (CadreImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_import_finalize;
}

static void
cadre_import_init (CadreImport *self)
{
}

CadreImport *
cadre_import_new (CadreStructure *structure,
                  CadreIssueList *issues,
                  const guint fates[CADRE_N_ROW_FATES])
{
  CadreImport *self = g_object_new (CADRE_TYPE_IMPORT, NULL);

  self->structure = g_object_ref (structure);
  self->issues = g_object_ref (issues);
  for (guint i = 0; i < CADRE_N_ROW_FATES; i++)
    self->fates[i] = fates[i];

  return self;
}

/**
 * cadre_import_get_structure:
 * @self: a #CadreImport
 *
 * Gets the structure that was read. It need not be sound: see
 * cadre_structure_is_sound().
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_import_get_structure (CadreImport *self)
{
  g_return_val_if_fail (CADRE_IS_IMPORT (self), NULL);

  return self->structure;
}

/**
 * cadre_import_get_issues:
 * @self: a #CadreImport
 *
 * Gets what was wrong with the data, and what was done about it.
 *
 * Returns: (transfer none): the issues, in the order of the data
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_import_get_issues (CadreImport *self)
{
  g_return_val_if_fail (CADRE_IS_IMPORT (self), NULL);

  return self->issues;
}

/**
 * cadre_import_get_n_rows:
 * @self: a #CadreImport
 *
 * Counts the rows that were read, headers and empty rows left out. Where a format
 * has no rows, each of its objects is one.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_import_get_n_rows (CadreImport *self)
{
  guint n_rows = 0;

  g_return_val_if_fail (CADRE_IS_IMPORT (self), 0);

  for (guint i = 0; i < CADRE_N_ROW_FATES; i++)
    n_rows += self->fates[i];

  return n_rows;
}

/**
 * cadre_import_get_n_rows_with_fate:
 * @self: a #CadreImport
 * @fate: a #CadreRowFate
 *
 * Counts the rows of which the same became.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_import_get_n_rows_with_fate (CadreImport *self, CadreRowFate fate)
{
  g_return_val_if_fail (CADRE_IS_IMPORT (self), 0);
  g_return_val_if_fail ((guint) fate < CADRE_N_ROW_FATES, 0);

  return self->fates[fate];
}
