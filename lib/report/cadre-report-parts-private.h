/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Parts that several reports have in common. */

#pragma once

#include "report/cadre-report-private.h"
#include "report/cadre-view-private.h"

G_BEGIN_DECLS

/* How many there are, where some rows do not say. */
typedef struct
{
  gint64 known;
  guint n_unknown;
} CadreTally;

/* "13", or "at least 13 (not stated for 2 posts)". */
char *cadre_tally_text (const CadreCatalogue *catalogue, const CadreTally *tally);
void cadre_tally_add (CadreTally *self, gint64 n);
/* Gives the item that was added last the exact value of a tally. */
void cadre_report_set_exact_tally (CadreReport *self, const CadreTally *tally);

/* Shorthand for phrases without places. */
char *cadre_say (const CadreCatalogue *catalogue, const char *code);
void cadre_report_begin_said_section (CadreReport *self, const char *id);
void cadre_report_add_said_column (CadreReport *self, const char *code, CadreAlignment alignment);
void cadre_report_add_said_paragraph (CadreReport *self, const char *code);
/* A fact whose name is the phrase @code; left out where @text is NULL. */
void
cadre_report_add_said_fact (CadreReport *self, const char *code, char *text, const char *subject);
void cadre_report_add_number (CadreReport *self, gint64 n, const char *subject);
/* What the level asks to stand on top. */
void cadre_report_stamp_level (CadreReport *self, CadreRedaction *redaction);

/* Appends a part to a list of parts, with a separator; takes @part, NULL adds
 * nothing. */
void cadre_append_part (GString *out, const char *separator, char *part);

/* What is said of a post in brackets: tier, number, status, employer, holders. */
char *cadre_view_post_words (const CadreView *self, guint32 post);
/* Where a line ends: a post, a body or a unit. */
char *cadre_view_line_end (const CadreView *self, guint32 line);
/* "from 1 April 2008 to 2009", of packed dates; empty where no date is stated. */
char *cadre_view_dates (const CadreView *self, guint32 first, guint32 last);
char *cadre_view_line_dates (const CadreView *self, guint32 line);
/* The tree of management, and the posts that no top reaches. */
void cadre_report_add_management (CadreReport *self, const CadreView *view);
/* All other reporting lines. */
void cadre_report_add_lines (CadreReport *self, const CadreView *view);
/* @view has the names of the posts that issues are about. */
void cadre_report_add_issues (CadreReport *self,
                              const CadreView *view,
                              CadreIssueList *issues,
                              gboolean with_details);

G_END_DECLS
