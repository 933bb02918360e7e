/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "matching/cadre-outcomes-private.h"
#include <cadre/cadre-sealed-case.h>

G_BEGIN_DECLS

struct _CadreSealedCase
{
  GObject parent_instance;

  char *library;
  char *rules;        /* hash */
  char *source_hash;  /* of the case */
  char *answers_hash; /* of the outcomes */
  char *source;       /* the case, as a document */
  GPtrArray *lines;   /* of text: one for each outcome, without its end */
  GBytes *loaded;     /* (nullable): the file that it was read from */
};

/* What is stated of a run: a line for each outcome, and the hash of the rules. */
GPtrArray *cadre_sealed_case_dup_lines (CadreOutcomes *outcomes, GError **error);
char *cadre_sealed_case_dup_rules_hash (CadreOutcomes *outcomes);
char *cadre_sealed_case_dup_lines_hash (GPtrArray *lines);
char *cadre_sealed_case_dup_library (void);
/* The value that an array in an array holds, on one line; %NULL with @error set. */
char *cadre_sealed_case_take_line (CadreWriter *writer, GError **error);

G_END_DECLS
