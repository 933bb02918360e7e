/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What follows from the tables of a structure, worked out once when it is
 * sealed. Rows are those of the sealed tables. */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

#define CADRE_NO_TIER G_MININT32
#define CADRE_MAX_RUNG 1000 /* a rung beyond this is taken for a mistake */

/* The rows that point at each row of another table: those that point at row i
 * are rows[first[i]] up to, not including, rows[first[i + 1]], in row order. */
typedef struct
{
  guint32 *first; /* (nullable): NULL where no row points anywhere */
  guint32 *rows;
} CadreBackward;

typedef struct
{
  /* The outline, which is there from the beginning. All else is ONLY certain to be
   * there after cadre_index_fill(), for which there is room. */
  guint32 n_posts;
  guint32 n_units;
  guint32 *manager_line; /* by post: the row of the line to its manager, or CADRE_NO_ROW */

  /* The tree of management at the as-of date. A post without a manager post is
   * a root; a root is a top unless its line leads to a unit or to nothing. */
  guint32 *manager;      /* by post: the manager's row, or CADRE_NO_ROW */
  CadreBackward reports; /* by post: its direct reports, siblings in their order */
  guint32 *walk;         /* posts depth first from the roots; those on or below a cycle last */
  guint32 n_walked;      /* how many of @walk are under a root */
  gint32 *depth;         /* by post: steps below its root; -1 where there is none */
  guint32 *top;          /* by post: the top that it is under, or CADRE_NO_ROW */
  gint32 *tier;          /* by post: computed, on the common scale; CADRE_NO_TIER
                          * where the post is under no top */
  gint32 *scale_offset;  /* by tier scale: what makes its rungs common ones */
  guint8 *scale_known;   /* by tier scale: whether an equivalence or being the first links it */
  guint32 *scale_group;  /* by tier scale: the first scale that equivalences link it to; rungs
                          * of two groups cannot be compared */

  guint32 *unit_parent; /* by unit, at the as-of date */
  CadreBackward unit_children;
  guint32 *unit_walk; /* units depth first; those on or below a cycle last */
  guint32 n_units_walked;

  CadreBackward posts_of_unit;
  CadreBackward assignments_of_post;
  CadreBackward assignments_of_person;
  CadreBackward absences_of_assignment;
  CadreBackward lines_of_post; /* all kinds of line, by the post that reports */
  CadreBackward fundings_of_post;
  CadreBackward responsibilities_of_post;
  CadreBackward responsibilities_of_function;
  CadreBackward statements_of_post;
  CadreBackward lineages_of_post;

  guint8 *in_post; /* by assignment, at the as-of date: whether its holder works in it, that is,
                    * it is in force and not released by a secondment, acting up or cover */
  guint8 *seen;    /* (nullable): by post, room for the walk, until that is made */
  guint8 *shares_position; /* (nullable): by assignment that is in post, whether another one
                            * names the same position; NULL where none names any */
} CadreIndex;

/* The outline, and room for the rest. */
CadreIndex *cadre_index_new_outline (const CadreTables *tables, GError **error);
/* Works out the rest, once. It has room, so that it cannot fail. */
void cadre_index_fill (CadreIndex *self, const CadreTables *tables);
void cadre_index_free (CadreIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreIndex, cadre_index_free)

/* The rows that point at @row. */
static inline const guint32 *
cadre_backward_get (const CadreBackward *backward, guint32 row, guint32 *n)
{
  if (backward->first == NULL)
    {
      *n = 0;
      return NULL;
    }

  *n = backward->first[row + 1] - backward->first[row];
  return backward->rows + backward->first[row];
}

gboolean cadre_backward_init (CadreBackward *self,
                              guint32 n_targets,
                              const guint32 *references,
                              guint32 n_rows);
/* In two steps, of which the second cannot fail. */
gboolean cadre_backward_reserve (CadreBackward *self,
                                 guint32 n_targets,
                                 const guint32 *references,
                                 guint32 n_rows);
void cadre_backward_fill (CadreBackward *self,
                          guint32 n_targets,
                          const guint32 *references,
                          guint32 n_rows);
void cadre_backward_clear (CadreBackward *self);

/* Whether a reporting line says at what it ends, if only that it is nothing. */
static inline gboolean
cadre_line_has_end (const CadreTable *lines, guint32 row)
{
  return (cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, row) |
          cadre_table_code (lines, CADRE_FIELD_LINE_BODY, row) |
          cadre_table_code (lines, CADRE_FIELD_LINE_UNIT, row)) != CADRE_STRING_UNKNOWN;
}

/* The row of an id, the first where several share it, or CADRE_NO_ROW.
 * O(log n). */
guint32 cadre_tables_find (const CadreTables *self, CadreRecordKind kind, const char *id);

/* The tier scale of the employer of a post, or CADRE_NO_ROW. */
guint32 cadre_index_scale_of_post (const CadreTables *tables, guint32 post);

/* How many people are in a post, each once. */
guint cadre_index_count_holders (const CadreTables *tables, const CadreIndex *index, guint32 post);
/* Whether what is said of a post is said of one person: one is in post, or
 * where nobody is, one has a claim to go back to it. */
gboolean
cadre_index_has_one_holder (const CadreTables *tables, const CadreIndex *index, guint32 post);
/* Likewise where nobody is listed, and the post is neither new nor for several. */
gboolean
cadre_index_may_have_one_holder (const CadreTables *tables, const CadreIndex *index, guint32 post);

/* The field of the first day in force, which that of the last day follows; -1
 * where a kind is not dated. */
int cadre_schema_get_period_field (CadreRecordKind kind);
/* Whether any row says when it is in force; where none does, all are. */
gboolean cadre_table_is_dated (const CadreTable *table);
/* Whether a row is in force at a packed date; 0 as a date asks for none. */
CadreTruth cadre_tables_in_force (const CadreTables *self,
                                  CadreRecordKind kind,
                                  guint32 row,
                                  guint32 packed_date);

G_END_DECLS
