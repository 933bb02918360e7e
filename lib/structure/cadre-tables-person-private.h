/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What belongs to one person, and which texts name that person. */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

typedef struct _CadreErasure CadreErasure;

/* Of the person of that id, whose pseudonyms are made with @key. @more are ids of
 * assignments of the person that something else than the tables has. */
CadreErasure *cadre_erasure_new (const CadreTables *tables,
                                 const char *person,
                                 const GPtrArray *more,
                                 GBytes *key,
                                 GError **error);
void cadre_erasure_free (CadreErasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreErasure, cadre_erasure_free)

gboolean cadre_erasure_has_id (const CadreErasure *self, CadreRecordKind kind, guint32 code);
gboolean
cadre_erasure_has_text_of_id (const CadreErasure *self, CadreRecordKind kind, const char *id);
gboolean cadre_erasure_has_row (const CadreErasure *self, CadreRecordKind kind, guint32 row);
gboolean cadre_erasure_takes_text (CadreErasure *self, guint32 code);
gboolean cadre_erasure_is_named (const CadreErasure *self, const char *text);
gboolean cadre_erasure_has_key (const CadreErasure *self);
/* NULL where there is no key. */
char *cadre_erasure_dup_pseudonym (const CadreErasure *self, CadreRecordKind kind, const char *id);

G_END_DECLS
