/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "base/cadre-string-slots-private.h"

#include <gio/gio.h>

#include <string.h>

G_BEGIN_DECLS

/* The text is not known: its text is NULL. */
#define CADRE_STRING_UNKNOWN ((guint32) 0)
/* It is known that there is none: its text is "". The text "" of a document is
 * something else, and has a code of its own. */
#define CADRE_STRING_NONE ((guint32) 1)
/* The code of the first text that is put in. */
#define CADRE_STRING_FIRST ((guint32) 2)

/* A text that need not end in a NUL. */
typedef struct
{
  const char *text; /* not NULL, not inside the table */
  gsize length;
} CadreStringView;

/* Texts and the numbers that stand for them: each different text is kept once,
 * so that equal texts have equal codes. Codes are given in the order in which
 * texts first come, without a gap.
 *
 * One thread puts texts in; after cadre_string_table_seal() any number of them
 * may read. Read the fields through the functions below. */
typedef struct _CadreStringTable CadreStringTable;

/* The texts of a sealed table and of its copies. */
typedef struct
{
  char *bytes;
  gpointer offsets;
  gint is_extended; /* whether a copy has put texts behind them */
  gint ref_count;
} CadreStringTexts;

struct _CadreStringTable
{
  char *bytes;              /* the texts, each with a NUL, in the order of the codes */
  gpointer offsets;         /* code -> where its text begins; one more, for the end */
  CadreStringTexts *texts;  /* (nullable): what these two belong to, once sealed and in copies */
  CadreStringSlots *shared; /* (nullable): once sealed, and in copies: of the first codes */
  CadreStringSlot *slots;   /* (nullable): of all others; NULL once sealed, if there are none */

  gsize n_bytes;
  gsize n_codes;
  gsize n_slots;
  gsize bytes_capacity;
  gsize offsets_capacity;

  guint64 key[2];
  guint64 wide_above; /* from this many bytes on, offsets are wide; tests set it */
  gsize max_codes;    /* tests set it */
  gboolean wide;      /* offsets are guint64, not guint32 */
  gboolean sealed;
  gboolean extends; /* whether it is the one that has put texts behind shared ones */
  gint ref_count;
};

CadreStringTable *cadre_string_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
CadreStringTable *cadre_string_table_copy (const CadreStringTable *self, GError **error);
CadreStringTable *cadre_string_table_ref (CadreStringTable *self);
void cadre_string_table_unref (CadreStringTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreStringTable, cadre_string_table_unref)

gboolean cadre_string_table_intern (CadreStringTable *self,
                                    const char *text,
                                    gsize length,
                                    guint32 *code,
                                    GError **error);
gboolean cadre_string_table_intern_many (CadreStringTable *self,
                                         const CadreStringView *views,
                                         gsize n_views,
                                         guint32 *codes,
                                         GError **error);
gboolean cadre_string_table_intern_unshared (CadreStringTable *self,
                                             guint32 tag,
                                             const CadreStringView *view,
                                             guint32 *code,
                                             GError **error);
gboolean cadre_string_table_intern_all (CadreStringTable *self,
                                        const CadreStringTable *other,
                                        guint32 *codes,
                                        GError **error);
guint32 cadre_string_table_announce (const CadreStringTable *self, const char *text, gsize length);
gboolean cadre_string_table_intern_announced (CadreStringTable *self,
                                              guint32 tag,
                                              const char *text,
                                              gsize length,
                                              guint32 *code,
                                              GError **error);
void cadre_string_table_reserve (CadreStringTable *self, gsize n_codes, gsize n_bytes);
guint32 cadre_string_table_lookup (const CadreStringTable *self, const char *text, gsize length);
void cadre_string_table_lookup_many (const CadreStringTable *self,
                                     const CadreStringView *views,
                                     gsize n_views,
                                     guint32 *codes);
int cadre_string_table_compare (const CadreStringTable *self, guint32 a, guint32 b);

void cadre_string_table_seal (CadreStringTable *self);
void cadre_string_table_share_texts (CadreStringTable *self);
gboolean cadre_string_table_take_room (CadreStringTable *self, gsize n_bytes);
void cadre_string_table_free_texts (CadreStringTable *self);
gconstpointer cadre_string_table_offsets (const CadreStringTable *self, gsize *n, guint *width);
const char *cadre_string_table_bytes (const CadreStringTable *self, gsize *n);
gsize cadre_string_table_memory (const CadreStringTable *self);

/* How many codes there are, CADRE_STRING_UNKNOWN and CADRE_STRING_NONE counted:
 * all codes are below. */
static inline guint32
cadre_string_table_size (const CadreStringTable *self)
{
  return self->n_codes;
}

/* How many of the first codes have slots of the table's own. */
static inline gsize
cadre_string_table_count_own (const CadreStringTable *self, gsize n_codes)
{
  return self->shared != NULL ? n_codes - self->shared->n_codes : n_codes;
}

/* How many bytes an offset takes. */
static inline gsize
cadre_string_table_width (const CadreStringTable *self)
{
  return self->wide ? sizeof (guint64) : sizeof (guint32);
}

static inline guint64
cadre_string_table_offset (const CadreStringTable *self, gsize code)
{
  if (self->wide)
    return ((const guint64 *) self->offsets)[code];

  return ((const guint32 *) self->offsets)[code];
}

/* The text of a code of this table, or NULL for CADRE_STRING_UNKNOWN. Holds until
 * the next text is put in; once the table is sealed, as long as the table. */
static inline const char *
cadre_string_table_get (const CadreStringTable *self, guint32 code)
{
  if (code == CADRE_STRING_UNKNOWN)
    return NULL;

  return self->bytes + cadre_string_table_offset (self, code);
}

/* How many bytes the text of a code has, its NUL not counted. */
static inline gsize
cadre_string_table_length (const CadreStringTable *self, guint32 code)
{
  return cadre_string_table_offset (self, (gsize) code + 1) -
         cadre_string_table_offset (self, code) - 1;
}

/* A text that many others are compared with. */
typedef struct
{
  guint32 code;
  guint64 bytes;      /* the first of the text, as a number in their order */
  gboolean has_bytes; /* whether it has as many */
} CadreStringStart;

static inline guint64
cadre_string_start_bytes (const char *text)
{
  guint64 bytes = 0;

  memcpy (&bytes, text, sizeof bytes);
  return GUINT64_FROM_BE (bytes);
}

static inline CadreStringStart
cadre_string_table_start (const CadreStringTable *self, guint32 code)
{
  CadreStringStart start = { code, 0, FALSE };

  if (code < CADRE_STRING_FIRST || cadre_string_table_length (self, code) < sizeof start.bytes)
    return start;

  start.bytes = cadre_string_start_bytes (cadre_string_table_get (self, code));
  start.has_bytes = TRUE;
  return start;
}

/* Does what cadre_string_table_compare() does, mostly without the second text. */
static inline int
cadre_string_table_compare_start (const CadreStringTable *self,
                                  guint32 code,
                                  const CadreStringStart *start)
{
  guint64 bytes = 0;

  if (start->has_bytes && code >= CADRE_STRING_FIRST &&
      cadre_string_table_length (self, code) >= sizeof bytes)
    {
      bytes = cadre_string_start_bytes (cadre_string_table_get (self, code));
      if (bytes != start->bytes)
        return bytes < start->bytes ? -1 : 1;
    }

  return cadre_string_table_compare (self, code, start->code);
}

G_END_DECLS
