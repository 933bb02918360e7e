/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-period.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RECORD (cadre_record_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_DERIVABLE_TYPE (CadreRecord, cadre_record, CADRE, RECORD, GObject)

/**
 * CadreRecordClass:
 *
 * The class of records. It is public because the records of the library are;
 * other libraries cannot add kinds.
 *
 * Since: 1.0
 */
struct _CadreRecordClass
{
  /*< private >*/
  GObjectClass parent_class;

  guint record_kind;
};

CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_record_get_record_kind (CadreRecord *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_record_get_id (CadreRecord *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_record_get_unknown_members (CadreRecord *self);
CADRE_AVAILABLE_IN_1_0
CadreRecord *cadre_record_copy (CadreRecord *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_record_equal (CadreRecord *self, CadreRecord *other);
CADRE_AVAILABLE_IN_1_0
guint cadre_record_hash (CadreRecord *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_record_to_string (CadreRecord *self);

G_END_DECLS
