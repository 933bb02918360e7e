/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadrePatchAction:
 * @CADRE_PATCH_ACTION_CREATE: a record is added
 * @CADRE_PATCH_ACTION_REKEY: a record gets another id
 * @CADRE_PATCH_ACTION_MOVE: a record gets another place: a post another unit, a
 *   line or a unit another end, an assignment another post
 * @CADRE_PATCH_ACTION_CHANGE: another field of a record, or of the head of the
 *   document, gets another value
 * @CADRE_PATCH_ACTION_DELETE: a record is taken away
 *
 * What an operation of a patch does.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_PATCH_ACTION_CREATE = 0,
  CADRE_PATCH_ACTION_REKEY = 1,
  CADRE_PATCH_ACTION_MOVE = 2,
  CADRE_PATCH_ACTION_CHANGE = 3,
  CADRE_PATCH_ACTION_DELETE = 4,
} CadrePatchAction;

#define CADRE_TYPE_PATCH_OPERATION (cadre_patch_operation_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePatchOperation, cadre_patch_operation, CADRE, PATCH_OPERATION, GObject)

CADRE_AVAILABLE_IN_1_0
CadrePatchAction cadre_patch_operation_get_action (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_operation_is_about_document (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_patch_operation_get_record_kind (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_operation_get_key (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_operation_get_field (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_operation_get_before (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_operation_get_after (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_operation_is_shared (CadrePatchOperation *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_patch_operation_to_string (CadrePatchOperation *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
