/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What two structures say of their posts, in numbers that both share.
 *
 * A value of a column is the same number on both sides where the two are alike:
 * texts are compared by their words, in small letters. Value 0 is what is not
 * known. How much it tells that two posts have a value is its information: the
 * logarithm of how few of all posts have it, in thousandths. */

#pragma once

#include "diff/cadre-pairing-private.h"

G_BEGIN_DECLS

#define CADRE_NO_VALUE 0u

enum
{
  CADRE_BEFORE,
  CADRE_AFTER,
  CADRE_N_SIDES
};

/* Numbers for texts: open addressing. */
typedef struct
{
  GByteArray *bytes;
  GArray *offsets; /* (element-type guint32): by number */
  guint32 *slots;  /* numbers; 0 is empty */
  guint32 n_slots;
  guint64 key[2];
  gboolean failed;
} CadreNames;

void cadre_names_init (CadreNames *self);
void cadre_names_clear (CadreNames *self);
/* The number of a text, from 1 on. */
guint32 cadre_names_number (CadreNames *self, const char *text, gsize length);
const char *cadre_names_text (const CadreNames *self, guint32 number);

static inline guint32
cadre_names_size (const CadreNames *self)
{
  return self->offsets->len;
}

/* A column of both sides. */
typedef struct
{
  guint32 *of[CADRE_N_SIDES]; /* by post; NULL where no post says anything */
  guint32 n_values;
  gint32 *information; /* by value */

  /* Of texts also the words. */
  guint32 *first; /* by value: the first of its words */
  guint32 *words;
  guint32 n_words;
  gint32 *weights; /* by word: its information */
  gint32 *masses;  /* by value: that of its words together */
} CadreColumn;

/* Which posts are counted: those of one sort. */
typedef struct
{
  guint32 n[CADRE_N_SIDES];
  const guint8 *sort[CADRE_N_SIDES];
  guint8 wanted;
} CadreCounted;

void cadre_column_clear (CadreColumn *self);
/* Splits texts, whose numbers are the values. FALSE for want of memory. */
gboolean cadre_column_split (CadreColumn *self, const CadreNames *texts);
/* Works out what values and words tell, once the values of all posts are set.
 * FALSE for want of memory. */
gboolean cadre_column_weigh (CadreColumn *self, const CadreCounted *counted);

static inline guint32
cadre_column_get (const CadreColumn *self, guint side, guint32 row)
{
  return self->of[side] != NULL ? self->of[side][row] : CADRE_NO_VALUE;
}

/* How alike two texts are, in thousandths: what the words that they share tell of
 * what all words of the one that tells more do. */
gint32 cadre_column_likeness (const CadreColumn *self, guint32 a, guint32 b);

/* The natural logarithm of a quotient, in thousandths; the same on every machine. */
gint32 cadre_log_thousandths (guint64 numerator, guint64 denominator);

/* Puts a text into small letters, with one space between words; into @folded. */
void cadre_fold_text (const char *text, GString *folded);

static inline guint64
cadre_mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

G_END_DECLS
