/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-buffer-private.h"
#include "document/cadre-text-private.h"

G_BEGIN_DECLS

/* The names of the members of one object, so that a second member of one name
 * is found.
 *
 * The rows of a table mostly have the same members in the same order. So the
 * names of the object before, at the same depth, are kept as a guess: as long
 * as this object repeats them there can be no duplicate, and one comparison a
 * member is enough. Where the guess fails, up to CADRE_NAMES_FEW names are
 * compared one by one and more of them through a table with a keyed hash, so
 * that the time is linear whatever the names are. */

#define CADRE_NAMES_FEW 24

typedef struct
{
  gsize start;        /* in the text of the names */
  guint64 signature;  /* of the length, the first and the last bytes */
  guint64 hash;       /* keyed, ONLY when the table holds the name */
  const void *source; /* where the text came from, ONLY when that never changes */
  guint length;
  guint line;        /* where the name stands, ONLY when it was read from text */
  guint column;      /* likewise */
  gboolean is_plain; /* ASCII that needs no escape, so that it may stand in a document as it is */
} CadreName;

typedef struct
{
  CadreName *entries; /* (nullable) */
  guint n;            /* in this object */
  guint n_known;      /* in the object before */
  guint n_allocated;
  gboolean guessing; /* so far this object repeats the one before */
  CadreBuffer text;  /* padded, so that 8 bytes can be read at any name */
  guint32 *slots;    /* (nullable): 1 + the index of an entry, or 0 */
  guint n_slots;     /* allocated, a power of two */
  guint n_in_use;    /* of the slots, a power of two, or 0 when there is no table */
} CadreNames;

typedef enum
{
  CADRE_NAMES_NEW = 0,
  CADRE_NAMES_DUPLICATE = 1,
  CADRE_NAMES_NO_MEMORY = 2,
} CadreNamesResult;

CadreNamesResult _cadre_names_add (CadreNames *names, const char *text, gsize length, guint *first);
void _cadre_names_clear (CadreNames *names);

static inline void
_cadre_names_begin (CadreNames *names)
{
  if (!names->guessing)
    names->n_known = names->n;

  names->n = 0;
  names->n_in_use = 0;
  names->guessing = TRUE;
}

/* The name that is likely to come next, or NULL. */
static inline CadreName *
_cadre_names_guess (CadreNames *names)
{
  return names->guessing && names->n < names->n_known ? &names->entries[names->n] : NULL;
}

static inline const char *
_cadre_names_text (const CadreNames *names, const CadreName *name)
{
  return names->text.data + name->start;
}

/* The name added last; there is one. */
static inline CadreName *
_cadre_names_last (CadreNames *names)
{
  return &names->entries[names->n - 1];
}

G_END_DECLS
