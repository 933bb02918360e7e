/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The columns of a structure.
 *
 * A structure is a table for each kind of record, and a table is an array for
 * each field that any of its rows says something about: a field that is left
 * at its default throughout has no array. Texts are codes of one string table,
 * so that equal texts compare as integers. Lists are offsets into one pool.
 * Nothing here changes once the structure is sealed. */

#pragma once

#include "base/cadre-date-private.h"
#include "base/cadre-string-table-private.h"
#include "structure/cadre-tables-fields-private.h"

G_BEGIN_DECLS

#define CADRE_NO_ROW G_MAXUINT32              /* no such record, or none is named */
#define CADRE_AMBIGUOUS_ROW (G_MAXUINT32 - 1) /* several records share the id */
#define CADRE_SOURCE_IN_POST (1u << 31)       /* a line that stood in a post, as its manager */
#define CADRE_MAX_FIELDS 64
#define CADRE_MAX_DENOMINATORS 4096
#define CADRE_FIRST_DENOMINATOR 2 /* the indices below stand for absent and unknown */

/* How a field is kept. */
typedef enum
{
  CADRE_FIELD_KIND_ID,         /* guint32: string code */
  CADRE_FIELD_KIND_STRING,     /* guint32: string code */
  CADRE_FIELD_KIND_TEXT,       /* guint32: string code of the first language; others are sparse */
  CADRE_FIELD_KIND_REFERENCE,  /* guint32: string code of an id */
  CADRE_FIELD_KIND_STRINGS,    /* guint32: offset into the pool */
  CADRE_FIELD_KIND_REFERENCES, /* guint32: offset into the pool */
  CADRE_FIELD_KIND_ATTRIBUTES, /* guint32: offset into the pool; name, text, name, text … */
  CADRE_FIELD_KIND_DATE,       /* guint32: packed date; 0 and 1 are both unknown */
  CADRE_FIELD_KIND_VALID_FROM, /* guint32: packed date; 0 is open, 1 unknown */
  CADRE_FIELD_KIND_VALID_TO,   /* guint32: packed date; 0 is open, 1 unknown */
  CADRE_FIELD_KIND_INTEGER,    /* gint32: -1 is unknown */
  CADRE_FIELD_KIND_WORD,       /* guint8: value of an enumeration; 0 is unknown */
  CADRE_FIELD_KIND_TRUTH,      /* guint8: CadreTruth */
  CADRE_FIELD_KIND_PENCE,      /* gint64: -1 is unknown */
  CADRE_FIELD_KIND_FRACTION,   /* gint64 numerator, and guint16 denominator in `denominators` */
} CadreFieldKind;

/* What a cell says of a fraction. Where nothing is said, something else may
 * answer: hours that an assignment is silent on are those of its post. */
typedef enum
{
  CADRE_FRACTION_ABSENT,  /* nothing is said */
  CADRE_FRACTION_UNKNOWN, /* it is said not to be known */
  CADRE_FRACTION_EXACT,   /* 37/2 */
  CADRE_FRACTION_DECIMAL, /* 18.5, and written so again */
} CadreFractionForm;

typedef struct
{
  const char *name;
  CadreFieldKind kind;
  CadreRecordKind target; /* of references */
  int initial;            /* of words, truths, integers and pence: what a row has that is silent */
  GType (*get_type) (void); /* of words */
  gboolean has_default;     /* of references: a silent row has that of something else, so that
                             * one that is said not to be known has the code of the text "" */
} CadreField;

typedef struct
{
  const char *name;   /* "post" */
  const char *plural; /* "posts": the member of a document */
  const CadreField *fields;
  guint n_fields;
  const guint8 *keys; /* (nullable): the fields of the natural key, where there is no id */
  guint n_keys;
  GType (*get_type) (void);
} CadreSchema;

const CadreSchema *cadre_schema_get (CadreRecordKind kind);
gboolean cadre_schema_find_kind (const char *plural, gsize length, CadreRecordKind *kind);
int cadre_schema_find_field (const CadreSchema *schema, const char *name, gsize length);

static inline gsize
cadre_field_kind_size (CadreFieldKind kind)
{
  if (kind == CADRE_FIELD_KIND_WORD || kind == CADRE_FIELD_KIND_TRUTH)
    return sizeof (guint8);
  if (kind == CADRE_FIELD_KIND_PENCE || kind == CADRE_FIELD_KIND_FRACTION)
    return sizeof (gint64);
  return sizeof (guint32);
}

/* Whether the cell of such a field is the code of a text. */
static inline gboolean
cadre_field_kind_is_text (CadreFieldKind kind)
{
  return kind <= CADRE_FIELD_KIND_REFERENCE;
}

/* A text in a language that is not the first of the document. */
typedef struct
{
  guint8 kind;
  guint8 field;
  guint32 row;
  guint32 language; /* string code */
  guint32 text;     /* string code */
} CadreTranslation;

typedef struct
{
  CadreRecordKind kind;
  guint32 n_rows;
  guint32 n_allocated;
  guint32 n_filled; /* rows whose cells have a value: those that are, and some to come */
  gpointer columns[CADRE_MAX_FIELDS];      /* (nullable): NULL where every row has the default */
  guint16 *denominators[CADRE_MAX_FIELDS]; /* (nullable): beside the numerators of fractions */
  guint32 *references[CADRE_MAX_FIELDS];   /* (nullable): once sealed, the row that each id leads
                                            * to, CADRE_NO_ROW or CADRE_AMBIGUOUS_ROW */
  guint32 *extra;                          /* (nullable): string code of unknown members, as
                                            * canonical JSON of one object */
  guint32 *source_rows;                    /* (nullable): where each row stood in its source;
                                            * NULL while the order is that of the source */
} CadreTable;

#define CADRE_MAX_SPARE 8

/* Memory of g_malloc() whose use has ended. */
typedef struct
{
  gpointer block;
  gsize size;
} CadreSpare;

/* All tables of a structure. */
typedef struct
{
  CadreStringTable *strings;
  CadreTable tables[CADRE_N_RECORD_KINDS];

  guint32 *pool; /* lists, each its length and then its codes; offset 0 is unknown, 1 is empty */
  gsize pool_length;
  gsize pool_allocated;

  /* What fractions have as their denominators. The first two, both 0, stand for
   * absent and for unknown; one that decimals have is there once more for them. */
  gint64 denominators[CADRE_MAX_DENOMINATORS];
  guint8 are_decimal[CADRE_MAX_DENOMINATORS];
  guint n_denominators;

  CadreTranslation *translations; /* in order of kind, row, field, language once sealed */
  guint32 n_translations;
  guint32 n_translations_allocated;

  /* The head of the document. */
  guint32 id;
  guint32 title;
  guint32 as_of; /* packed date */
  guint32 language;
  guint32 source;
  guint32 licence;
  guint32 notes;              /* offset into the pool */
  guint32 title_translations; /* offset into the pool: language, text, language, text … */
  guint32 extra;              /* string code of unknown members of the document */

  guint32 ended_posts; /* offset into the pool: ids of posts that were left out since they had
                        * ended; 0 for none */

  /* What filling the tables has left for sealing them: fresh memory costs more than most of
   * what is written into it. */
  CadreSpare spare[CADRE_MAX_SPARE];
  guint n_spare;
} CadreTables;

CadreTables *cadre_tables_new (CadreStringTable *strings);
/* A copy that shares the string table. */
CadreTables *cadre_tables_copy (const CadreTables *self, GError **error);
/* A copy with a string table of its own, so that it can be changed while
 * others read the first. */
CadreTables *cadre_tables_copy_for_change (const CadreTables *self, GError **error);
void cadre_tables_free (CadreTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreTables, cadre_tables_free)

/* Whether a cell is an id that is said not to be known, and not only left out. */
static inline gboolean
cadre_tables_is_unknown_id (const CadreTables *self, const CadreField *field, guint32 code)
{
  return field->has_default && code >= CADRE_STRING_FIRST &&
         cadre_string_table_length (self->strings, code) == 0;
}

/* Growing; each fails only for want of memory or past a limit of the format. */
gboolean
cadre_tables_append (CadreTables *self, CadreRecordKind kind, guint32 *row, GError **error);
gboolean cadre_tables_set_number (CadreTables *self,
                                  CadreRecordKind kind,
                                  guint32 row,
                                  guint field,
                                  gint64 value,
                                  GError **error);
gboolean cadre_tables_set_code (CadreTables *self,
                                CadreRecordKind kind,
                                guint32 row,
                                guint field,
                                guint32 code,
                                GError **error);
gboolean cadre_tables_set_fraction (CadreTables *self,
                                    CadreRecordKind kind,
                                    guint32 row,
                                    guint field,
                                    CadreFractionForm form,
                                    gint64 numerator,
                                    gint64 denominator,
                                    GError **error);
gboolean cadre_tables_set_extra (CadreTables *self,
                                 CadreRecordKind kind,
                                 guint32 row,
                                 guint32 code,
                                 GError **error);
gboolean cadre_tables_set_source_row (CadreTables *self,
                                      CadreRecordKind kind,
                                      guint32 row,
                                      guint32 source_row,
                                      GError **error);
gboolean cadre_tables_add_list (CadreTables *self,
                                const guint32 *codes,
                                guint n_codes,
                                guint32 *offset,
                                GError **error);
/* A list that is put together where it is going to be: room for @most codes, or NULL
 * for want of memory; then its offset, once there are @n_codes. */
guint32 *cadre_tables_begin_list (CadreTables *self, guint most, GError **error);
guint32 cadre_tables_end_list (CadreTables *self, guint n_codes);
gboolean cadre_tables_add_translation (CadreTables *self,
                                       const CadreTranslation *translation,
                                       GError **error);
gboolean cadre_tables_intern (CadreTables *self,
                              const char *text,
                              gsize length,
                              guint32 *code,
                              GError **error);
/* Takes rows away: those with a 0 in @keep. */
gboolean
cadre_tables_filter (CadreTables *self, CadreRecordKind kind, const guint8 *keep, GError **error);
/* Brings rows into the order of @rows: new row i is old row rows[i]. */
gboolean
cadre_tables_permute (CadreTables *self, CadreRecordKind kind, const guint32 *rows, GError **error);

/* Reading one cell; a column that is not there answers with the default. */

static inline const CadreTable *
cadre_tables_get (const CadreTables *self, CadreRecordKind kind)
{
  return &self->tables[kind];
}

static inline guint32
cadre_table_code (const CadreTable *table, guint field, guint32 row)
{
  const guint32 *column = table->columns[field];

  return column != NULL ? column[row] : 0;
}

/* The row that a reference leads to. */
static inline guint32
cadre_table_reference (const CadreTable *table, guint field, guint32 row)
{
  const guint32 *column = table->references[field];

  return column != NULL ? column[row] : CADRE_NO_ROW;
}

static inline int
cadre_table_word (const CadreTable *table, guint field, guint32 row)
{
  const guint8 *column = table->columns[field];

  return column != NULL ? column[row] : cadre_schema_get (table->kind)->fields[field].initial;
}

static inline int
cadre_table_integer (const CadreTable *table, guint field, guint32 row)
{
  const gint32 *column = table->columns[field];

  return column != NULL ? column[row] : cadre_schema_get (table->kind)->fields[field].initial;
}

static inline gint64
cadre_table_pence (const CadreTable *table, guint field, guint32 row)
{
  const gint64 *column = table->columns[field];

  return column != NULL ? column[row] : -1;
}

static inline CadreFractionForm
cadre_tables_fraction_form (const CadreTables *self,
                            const CadreTable *table,
                            guint field,
                            guint32 row)
{
  guint index = table->columns[field] != NULL ? table->denominators[field][row] : 0;

  if (index < CADRE_FIRST_DENOMINATOR)
    return (CadreFractionForm) index;

  return self->are_decimal[index] ? CADRE_FRACTION_DECIMAL : CADRE_FRACTION_EXACT;
}

/* Gets a fraction; FALSE where it is unknown, said or not. */
static inline gboolean
cadre_tables_fraction (const CadreTables *self,
                       const CadreTable *table,
                       guint field,
                       guint32 row,
                       gint64 *numerator,
                       gint64 *denominator)
{
  const gint64 *column = table->columns[field];
  guint index = column != NULL ? table->denominators[field][row] : 0;

  if (index < CADRE_FIRST_DENOMINATOR)
    return FALSE;

  *numerator = column[row];
  *denominator = self->denominators[index];
  return TRUE;
}

/* Gets a list; NULL where it is unknown. */
static inline const guint32 *
cadre_tables_list (const CadreTables *self, guint32 offset, guint *n_codes)
{
  *n_codes = offset == 0 ? 0 : self->pool[offset];
  return offset == 0 ? NULL : self->pool + offset + 1;
}

static inline const char *
cadre_tables_text (const CadreTables *self, guint32 code)
{
  return cadre_string_table_get (self->strings, code);
}

/* The id of a row, or NULL where the kind has none. */
static inline const char *
cadre_tables_id (const CadreTables *self, CadreRecordKind kind, guint32 row)
{
  return cadre_schema_get (kind)->keys == NULL
           ? cadre_tables_text (self, cadre_table_code (&self->tables[kind], 0, row))
           : NULL;
}

guint32 cadre_tables_first_translation (const CadreTables *self,
                                        CadreRecordKind kind,
                                        guint32 row,
                                        guint field);
gboolean cadre_translation_is_of (const CadreTranslation *translation,
                                  CadreRecordKind kind,
                                  guint32 row,
                                  guint field);
static inline gboolean
cadre_tables_is_translation_of_row (const CadreTables *self,
                                    guint32 i,
                                    CadreRecordKind kind,
                                    guint32 row)
{
  return i < self->n_translations && self->translations[i].kind == kind &&
         self->translations[i].row == row;
}

/* The text in a language; code 0 where there is none. Binary search. */
guint32 cadre_tables_translation (const CadreTables *self,
                                  CadreRecordKind kind,
                                  guint32 row,
                                  guint field,
                                  guint32 language);
/* Where a row stands in its source: "/posts/17". */
char *cadre_tables_dup_origin (const CadreTables *self, CadreRecordKind kind, guint32 row);
/* "post/P12", or the parts of the natural key: "line/P12/management/P1". */
char *cadre_tables_dup_subject (const CadreTables *self, CadreRecordKind kind, guint32 row);

G_END_DECLS
