/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Between the text of a cell and the value of a field. */

#pragma once

#include "exchange/field-map/cadre-field-map-private.h"

G_BEGIN_DECLS

typedef enum
{
  CADRE_MAP_ABSENT = 0, /* the cell is as good as empty */
  CADRE_MAP_TEXT = 1,
  CADRE_MAP_NUMBER = 2, /* also words, truths, amounts in pence, and packed dates */
  CADRE_MAP_FRACTION = 3,
  CADRE_MAP_BAD = 4, /* the field cannot hold it */
} CadreMapState;

typedef struct
{
  CadreMapState state;
  CadreFractionForm form; /* of fractions */
  const char *text;       /* of texts; of what is bad, the cell */
  gsize length;
  gint64 number;
  gint64 denominator;
} CadreMapValue;

#define CADRE_MAP_MAX_ID 255

/* @words is the class of a field of words. A text points into the cell or into
 * the map. */
void cadre_map_value_read (const CadreMapColumn *column,
                           const CadreField *spec,
                           GEnumClass *words,
                           const char *text,
                           gsize length,
                           CadreMapValue *value);
/* Takes a constant of the map. */
void cadre_map_value_of_constant (const char *constant,
                                  const CadreField *spec,
                                  GEnumClass *words,
                                  CadreMapValue *value);
/* Appends the cell for a field of a row; nothing where it is silent. FALSE where
 * the column has no form for what the field says. */
gboolean cadre_map_value_write (const CadreMapColumn *column,
                                const CadreTables *tables,
                                CadreRecordKind kind,
                                guint32 row,
                                guint field,
                                GString *text);
/* Appends a text of ours in the words of the column. */
void cadre_map_text_write (const CadreMapColumn *column, const char *ours, GString *text);
/* Whether the cell is as good as empty. */
gboolean cadre_map_is_empty (const CadreMapColumn *column, const char *text, gsize length);

G_END_DECLS
