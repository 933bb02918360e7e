/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-phrases-private.h"

static CadrePlural
english_plural (guint64 n)
{
  return n == 1 ? CADRE_PLURAL_ONE : CADRE_PLURAL_OTHER;
}

static const CadrePhraseTable *const tables[] = {
  &cadre_english_diff,      &cadre_english_events,
  &cadre_english_outcomes,  &cadre_english_policy,
  &cadre_english_proposals, &cadre_english_reasons,
  &cadre_english_reconcile, &cadre_english_structure,
  &cadre_english_words,     NULL,
};

const CadreCatalogue cadre_english = {
  .language = "en",
  .plural = english_plural,
  .group_separator = ",",
  .months = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December" },
  .tables = tables,
};
