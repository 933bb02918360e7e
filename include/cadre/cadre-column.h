/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/**
 * CadreColumnKind:
 * @CADRE_COLUMN_KIND_UINT8: whole numbers of 8 bits, from 0
 * @CADRE_COLUMN_KIND_INT32: whole numbers of 32 bits with a sign
 * @CADRE_COLUMN_KIND_UINT32: whole numbers of 32 bits, from 0
 * @CADRE_COLUMN_KIND_INT64: whole numbers of 64 bits with a sign
 * @CADRE_COLUMN_KIND_UINT64: whole numbers of 64 bits, from 0
 *
 * What a column is made of. Numbers are in the byte order of the machine.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_COLUMN_KIND_UINT8 = 0,
  CADRE_COLUMN_KIND_INT32 = 1,
  CADRE_COLUMN_KIND_UINT32 = 2,
  CADRE_COLUMN_KIND_INT64 = 3,
  CADRE_COLUMN_KIND_UINT64 = 4,
} CadreColumnKind;

/**
 * CADRE_COLUMN_NO_ROW:
 *
 * In columns of rows: there is no such record, or none is named.
 *
 * Since: 1.0
 */
#define CADRE_COLUMN_NO_ROW ((guint32) 0xffffffff)

/**
 * CADRE_COLUMN_AMBIGUOUS_ROW:
 *
 * In columns of rows: several records have the id.
 *
 * Since: 1.0
 */
#define CADRE_COLUMN_AMBIGUOUS_ROW ((guint32) 0xfffffffe)

#define CADRE_TYPE_COLUMN (cadre_column_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreColumn, cadre_column, CADRE, COLUMN, GObject)

CADRE_AVAILABLE_IN_1_0
CadreColumnKind cadre_column_get_kind (CadreColumn *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_column_get_format (CadreColumn *self);
CADRE_AVAILABLE_IN_1_0
gsize cadre_column_get_element_size (CadreColumn *self);
CADRE_AVAILABLE_IN_1_0
gsize cadre_column_get_length (CadreColumn *self);
CADRE_AVAILABLE_IN_1_0
gsize cadre_column_get_address (CadreColumn *self);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_column_get_bytes (CadreColumn *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreColumn *cadre_structure_get_column (CadreStructure *self,
                                         CadreRecordKind kind,
                                         const char *field,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreColumn *cadre_structure_get_list_pool (CadreStructure *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreColumn *cadre_structure_get_string_offsets (CadreStructure *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreColumn *cadre_structure_get_string_bytes (CadreStructure *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
