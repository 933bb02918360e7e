/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the report of a reconciliation says in English: in byte order of the codes. */

#include "config.h"

#include "report/cadre-phrases-private.h"

/* clang-format off */
#define ONE(text) [CADRE_PLURAL_ONE] = text

static const CadrePhrase phrases[] = {
  { "column.agree", { "Agree" } },
  { "column.differ", { "Differ" } },
  { "column.field", { "Field" } },
  { "column.key", { "Key" } },
  { "column.not-stated", { "Not stated" } },
  { "column.odd-side", { "Odd one out" } },
  { "column.rows", { "Rows" } },
  { "fact.fields-compared", { "Compared" } },
  { "fact.found-by", { "Found by" } },
  { "reconcile.attribute", { "Attribute {name}" } },
  { "reconcile.no-odd-side", { "-" } },
  { "reconcile.not-stated", { "not stated" } },
  { "reconcile.title", { "Reconciliation of lists" } },
  { "reconcile.withheld", { "{n} records of {list} are not shown to these readers.", ONE ("1 record of {list} is not shown to these readers.") } },
  { "reconciled-kind.agreed", { "Agreed" } },
  { "reconciled-kind.ambiguous", { "Several records of one key in a list" } },
  { "reconciled-kind.differs", { "Something differs" } },
  { "reconciled-kind.missing", { "In two of three lists" } },
  { "reconciled-kind.no-key", { "Without a key" } },
  { "reconciled-kind.only-here", { "In one list only" } },
  { "section.reconciled-differs", { "What differs" } },
  { "section.reconciled-fields", { "Fields" } },
  { "section.reconciled-totals", { "The lists in short" } },
  { "section.reconciled-unmatched", { "Records that are not in every list, or cannot be told apart" } },
};

/* clang-format on */

const CadrePhraseTable cadre_english_reconcile = { phrases, G_N_ELEMENTS (phrases) };
