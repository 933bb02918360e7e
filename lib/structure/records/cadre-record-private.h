/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-private.h"
#include <cadre/cadre-record.h>

G_BEGIN_DECLS

/* What one field of a detached record holds; which member counts follows from
 * the kind of the field. */
typedef union
{
  struct
  {
    char *text;    /* (nullable): of ids, strings, references and texts */
    char **others; /* (nullable): of texts, in other languages: language, text, … sorted */
  } text;
  char **list; /* (nullable): of lists; of attributes name, text, … sorted */
  gint64 number;
  guint32 date; /* packed */
  struct
  {
    gint64 numerator;
    gint64 denominator; /* 0 where the fraction is unknown */
    CadreFractionForm form;
  } fraction;
} CadreCell;

void cadre_record_class_install (CadreRecordClass *klass, CadreRecordKind kind);
void cadre_record_init_cells (CadreRecord *self, CadreRecordKind kind);

CadreCell *cadre_record_get_cells (CadreRecord *self);
const char *cadre_record_get_language (CadreRecord *self);
void cadre_record_set_language (CadreRecord *self, const char *language);
void cadre_record_set_unknown_members (CadreRecord *self, const char *canonical);

const char *cadre_record_get_string (CadreRecord *self, guint field);
void cadre_record_set_string (CadreRecord *self, guint field, const char *text);
const char *cadre_record_get_text (CadreRecord *self, guint field, const char *language);
void cadre_record_set_text (CadreRecord *self, guint field, const char *language, const char *text);
const char *const *cadre_record_get_strings (CadreRecord *self, guint field);
void cadre_record_set_strings (CadreRecord *self, guint field, const char *const *list);
gint64 cadre_record_get_number (CadreRecord *self, guint field);
void cadre_record_set_number (CadreRecord *self, guint field, gint64 number);
CadreFraction *cadre_record_dup_fraction (CadreRecord *self, guint field);
void cadre_record_set_fraction (CadreRecord *self, guint field, const CadreFraction *fraction);
CadreDate *cadre_record_dup_date (CadreRecord *self, guint field);
void cadre_record_set_date (CadreRecord *self, guint field, const CadreDate *date);
CadrePeriod *cadre_record_dup_period (CadreRecord *self, guint first_field);
void cadre_record_set_period (CadreRecord *self, guint first_field, const CadrePeriod *period);
const char *cadre_record_get_attribute (CadreRecord *self, guint field, const char *name);
void
cadre_record_set_attribute (CadreRecord *self, guint field, const char *name, const char *text);
char **cadre_record_dup_attribute_names (CadreRecord *self, guint field);

/* Cells. */
void cadre_cell_clear (CadreCell *cell, CadreFieldKind kind);
void cadre_cell_copy (CadreCell *cell, const CadreCell *other, CadreFieldKind kind);
gboolean cadre_cell_equal (const CadreCell *a, const CadreCell *b, CadreFieldKind kind);
/* Pairs: a sorted array of name, text, name, text, …, NULL. */
const char *cadre_pairs_get (char **pairs, const char *name);
char **cadre_pairs_set (char **pairs, const char *name, const char *text);

/* Between records and tables. */
CadreRecord *
cadre_record_new_for_row (const CadreTables *tables, CadreRecordKind kind, guint32 row);
gboolean cadre_record_store (CadreRecord *self, CadreTables *tables, guint32 row, GError **error);

/* The accessors of a record, each pair one call of the above. */

#define CADRE_RECORD_STRING(Type, type, TYPE, field, FIELD)                             \
  const char *cadre_##type##_get_##field (Type *self)                                   \
  {                                                                                     \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                \
    return cadre_record_get_string (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD); \
  }                                                                                     \
  void cadre_##type##_set_##field (Type *self, const char *field)                       \
  {                                                                                     \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                          \
    cadre_record_set_string (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, field); \
  }

#define CADRE_RECORD_TEXT(Type, type, TYPE, field, FIELD)                                       \
  const char *cadre_##type##_get_##field (Type *self, const char *language)                     \
  {                                                                                             \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                        \
    return cadre_record_get_text (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, language); \
  }                                                                                             \
  void cadre_##type##_set_##field (Type *self, const char *language, const char *field)         \
  {                                                                                             \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                                  \
    cadre_record_set_text (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, language, field); \
  }

#define CADRE_RECORD_STRINGS(Type, type, TYPE, field, FIELD)                             \
  const char *const *cadre_##type##_get_##field (Type *self)                             \
  {                                                                                      \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                 \
    return cadre_record_get_strings (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD); \
  }                                                                                      \
  void cadre_##type##_set_##field (Type *self, const char *const *field)                 \
  {                                                                                      \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                           \
    cadre_record_set_strings (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, field); \
  }

#define CADRE_RECORD_NUMBER(Type, type, TYPE, field, FIELD, CType)                               \
  CType cadre_##type##_get_##field (Type *self)                                                  \
  {                                                                                              \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), (CType) 0);                                    \
    return (CType) cadre_record_get_number (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD);  \
  }                                                                                              \
  void cadre_##type##_set_##field (Type *self, CType field)                                      \
  {                                                                                              \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                                   \
    cadre_record_set_number (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, (gint64) field); \
  }

#define CADRE_RECORD_FRACTION(Type, type, TYPE, field, FIELD)                             \
  CadreFraction *cadre_##type##_get_##field (Type *self)                                  \
  {                                                                                       \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                  \
    return cadre_record_dup_fraction (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD); \
  }                                                                                       \
  void cadre_##type##_set_##field (Type *self, const CadreFraction *field)                \
  {                                                                                       \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                            \
    cadre_record_set_fraction (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, field); \
  }

#define CADRE_RECORD_DATE(Type, type, TYPE, field, FIELD)                             \
  CadreDate *cadre_##type##_get_##field (Type *self)                                  \
  {                                                                                   \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                              \
    return cadre_record_dup_date (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD); \
  }                                                                                   \
  void cadre_##type##_set_##field (Type *self, const CadreDate *field)                \
  {                                                                                   \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                        \
    cadre_record_set_date (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_##FIELD, field); \
  }

#define CADRE_RECORD_PERIOD(Type, type, TYPE)                                               \
  CadrePeriod *cadre_##type##_get_period (Type *self)                                       \
  {                                                                                         \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                    \
    return cadre_record_dup_period (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_VALID_FROM);  \
  }                                                                                         \
  void cadre_##type##_set_period (Type *self, const CadrePeriod *period)                    \
  {                                                                                         \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                              \
    cadre_record_set_period (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_VALID_FROM, period); \
  }

#define CADRE_RECORD_ATTRIBUTES(Type, type, TYPE)                                                  \
  const char *cadre_##type##_get_attribute (Type *self, const char *name)                          \
  {                                                                                                \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                           \
    g_return_val_if_fail (name != NULL, NULL);                                                     \
    return cadre_record_get_attribute (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_ATTRIBUTES,       \
                                       name);                                                      \
  }                                                                                                \
  void cadre_##type##_set_attribute (Type *self, const char *name, const char *text)               \
  {                                                                                                \
    g_return_if_fail (CADRE_IS_##TYPE (self));                                                     \
    g_return_if_fail (name != NULL);                                                               \
    cadre_record_set_attribute (CADRE_RECORD (self), CADRE_FIELD_##TYPE##_ATTRIBUTES, name, text); \
  }                                                                                                \
  char **cadre_##type##_dup_attribute_names (Type *self)                                           \
  {                                                                                                \
    g_return_val_if_fail (CADRE_IS_##TYPE (self), NULL);                                           \
    return cadre_record_dup_attribute_names (CADRE_RECORD (self),                                  \
                                             CADRE_FIELD_##TYPE##_ATTRIBUTES);                     \
  }

G_END_DECLS
