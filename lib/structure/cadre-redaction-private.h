/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-private.h"
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

gboolean
cadre_redaction_shows_kind (CadreRedactionLevel level, CadreRecordKind kind, gboolean has_key);
gboolean cadre_redaction_hides_ids (CadreRedactionLevel level, CadreRecordKind kind);
gboolean
cadre_redaction_lists_field (CadreRedactionLevel level, CadreRecordKind kind, const char *field);
CadreTables *
cadre_redact_tables (CadreRedaction *redaction, const CadreTables *tables, GError **error);

G_END_DECLS
