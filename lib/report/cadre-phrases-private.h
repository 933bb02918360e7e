/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The words of reports. Every text that a report says of its own accord is a
 * whole phrase in a table of its language, found by a code. */

#pragma once

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/* The plural categories of Unicode CLDR. English has two of them, Welsh six. */
typedef enum
{
  CADRE_PLURAL_OTHER = 0,
  CADRE_PLURAL_ZERO = 1,
  CADRE_PLURAL_ONE = 2,
  CADRE_PLURAL_TWO = 3,
  CADRE_PLURAL_FEW = 4,
  CADRE_PLURAL_MANY = 5,
} CadrePlural;

#define CADRE_N_PLURALS 6

/* A phrase with its places for names: "{title} is held by {name}". A category
 * that is not filled in is said as CADRE_PLURAL_OTHER. */
typedef struct
{
  const char *code;
  const char *forms[CADRE_N_PLURALS];
} CadrePhrase;

typedef struct
{
  const CadrePhrase *phrases; /* in byte order of their codes */
  gsize n_phrases;
} CadrePhraseTable;

typedef struct
{
  const char *language; /* a BCP 47 tag */
  CadrePlural (*plural) (guint64 n);
  const char *group_separator; /* between groups of three digits */
  const char *months[12];
  const CadrePhraseTable *const *tables; /* ended by NULL: one for each sort of report */
} CadreCatalogue;

extern const CadreCatalogue cadre_english;

/* The catalogue of a language; NULL where there is none. */
const CadreCatalogue *cadre_catalogue_find (const char *language);

/* The phrase with its places filled: pairs of name and text, ended by NULL. A
 * code that is not in the tables is a mistake of ours and is said as it is. */
char *cadre_phrase (const CadreCatalogue *self, const char *code, ...) G_GNUC_NULL_TERMINATED;
/* The form for a number, which fills the place {n}. */
char *cadre_phrase_n (const CadreCatalogue *self, const char *code, guint64 n, ...)
  G_GNUC_NULL_TERMINATED;
/* A phrase without places; NULL where there is none. */
const char *cadre_phrase_find (const CadreCatalogue *self, const char *code);

/* A number as text: 12,345. */
char *cadre_catalogue_number (const CadreCatalogue *self, guint64 n);
/* A date as text: 12 April 2007, April 2007 or 2007; the phrase "unknown" where
 * it is not known, nothing where there is none. */
char *cadre_catalogue_date (const CadreCatalogue *self, guint32 packed);

extern const CadrePhraseTable cadre_english_diff;
extern const CadrePhraseTable cadre_english_events;
extern const CadrePhraseTable cadre_english_outcomes;
extern const CadrePhraseTable cadre_english_policy;
extern const CadrePhraseTable cadre_english_proposals;
extern const CadrePhraseTable cadre_english_reasons;
extern const CadrePhraseTable cadre_english_reconcile;
extern const CadrePhraseTable cadre_english_structure;
extern const CadrePhraseTable cadre_english_words;

G_END_DECLS
