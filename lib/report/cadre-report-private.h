/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The one model behind all that is written for people: a title, stamps, and
 * sections of blocks. Who makes a report calls the functions below from top to
 * bottom; what is read by the writers never changes after that.
 *
 * Every item may carry the subject that it is about, such as "post/P12", so
 * that a writer can link it. */

#pragma once

#include "report/cadre-phrases-private.h"
#include <cadre/cadre-report.h>

G_BEGIN_DECLS

typedef enum
{
  CADRE_BLOCK_KIND_HEADING,   /* one item */
  CADRE_BLOCK_KIND_PARAGRAPH, /* one item */
  CADRE_BLOCK_KIND_LIST,      /* an item each */
  CADRE_BLOCK_KIND_TABLE,     /* columns, then the cells row by row */
  CADRE_BLOCK_KIND_TREE,      /* an item a node, depth first */
  CADRE_BLOCK_KIND_FACTS,     /* an item each, with a name */
} CadreBlockKind;

typedef enum
{
  CADRE_ALIGNMENT_START,
  CADRE_ALIGNMENT_END, /* for numbers */
} CadreAlignment;

/* What a text stands for exactly, for programs. */
typedef enum
{
  CADRE_EXACT_NONE,
  CADRE_EXACT_INTEGER, /* in `least` */
  CADRE_EXACT_TEXT,    /* in `exact_text`: a word, an id, a date or a fraction */
  CADRE_EXACT_RANGE,   /* from `least` to `most`, since `n_unknown` are not known */
  CADRE_EXACT_SUM,     /* the same, in `exact_text` and `exact_most` */
} CadreExactKind;

typedef struct
{
  const char *text;
  const char *name;       /* (nullable): of a fact */
  const char *words;      /* (nullable): of a node: its status in words */
  const char *subject;    /* (nullable): "post/P12" */
  const char *exact_text; /* (nullable) */
  const char *exact_most; /* (nullable): NULL where there is no upper bound */
  gint64 least;
  gint64 most; /* -1 where there is no upper bound */
  gint64 n_unknown;
  CadreExactKind exact;
  guint depth; /* of a node */
} CadreReportItem;

typedef struct
{
  const char *heading;
  CadreAlignment alignment;
} CadreReportColumn;

typedef struct
{
  CadreBlockKind kind;
  const char *caption; /* (nullable): of a table or a tree */
  GArray *columns;     /* (nullable) (element-type CadreReportColumn): of a table */
  GArray *items;       /* (element-type CadreReportItem) */
} CadreReportBlock;

typedef struct
{
  const char *id; /* the same in every language: "ring-fences" */
  const char *title;
  GArray *blocks; /* (element-type CadreReportBlock) */
} CadreReportSection;

struct _CadreReport
{
  GObject parent_instance;

  const CadreCatalogue *catalogue;
  GStringChunk *texts; /* owns every text below */
  const char *id;      /* what sort of report it is: "structure" */
  const char *title;
  GPtrArray *stamps; /* (element-type utf8) */
  GArray *sections;  /* (element-type CadreReportSection) */
};

CadreReport *cadre_report_begin (const CadreCatalogue *catalogue, const char *id);
/* Each of these takes the text that it is given by the caller and frees it,
 * unless it is const. */
void cadre_report_take_title (CadreReport *self, char *title);
void cadre_report_take_stamp (CadreReport *self, char *stamp);
void cadre_report_begin_section (CadreReport *self, const char *id, char *title);
void cadre_report_add_heading (CadreReport *self, char *text, const char *subject);
void cadre_report_add_paragraph (CadreReport *self, char *text);
void cadre_report_begin_list (CadreReport *self);
void cadre_report_begin_facts (CadreReport *self);
void cadre_report_begin_table (CadreReport *self, char *caption);
void cadre_report_add_column (CadreReport *self, char *heading, CadreAlignment alignment);
void cadre_report_begin_tree (CadreReport *self, char *caption);

/* An item of the list, the facts or the table that was begun last. */
void cadre_report_add_item (CadreReport *self, char *text, const char *subject);
void cadre_report_add_fact (CadreReport *self, char *name, char *text, const char *subject);
void cadre_report_add_node (CadreReport *self,
                            guint depth,
                            char *text,
                            char *words,
                            const char *subject);

/* What the item that was added last stands for exactly. */
void cadre_report_set_exact_integer (CadreReport *self, gint64 value);
void cadre_report_set_exact_text (CadreReport *self, const char *text);
void cadre_report_set_exact_range (CadreReport *self, gint64 least, gint64 most, gint64 n_unknown);

void cadre_report_set_exact_sum (CadreReport *self,
                                 const char *least,
                                 const char *most,
                                 gint64 n_unknown);

/* Whether the last node of the tree at depth 0 is about @subject. */
gboolean cadre_report_has_owner (CadreReport *self, const char *subject);

/* How many items the block that was begun last has. */
guint cadre_report_count_items (CadreReport *self);

G_END_DECLS
