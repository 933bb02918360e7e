/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who matters to somebody who works in a post, and what belongs to whom. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/questions/cadre-questions-private.h"

static const CadreTable *
get_table (CadreStructure *self, CadreRecordKind kind)
{
  return cadre_tables_get (cadre_structure_get_tables (self), kind);
}

/* The post of an assignment, or CADRE_NO_ROW. */
static guint32
find_post_of (CadreStructure *self, guint32 assignment)
{
  const CadreTable *assignments = get_table (self, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 post = assignment != CADRE_NO_ROW
                   ? cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, assignment)
                   : CADRE_NO_ROW;

  return post < CADRE_AMBIGUOUS_ROW ? post : CADRE_NO_ROW;
}

/**
 * cadre_structure_find_manager:
 * @self: a #CadreStructure
 * @assignment_id: the id of an assignment
 * @rule: what to answer where the post of the manager is vacant
 *
 * Finds the post that manages the work of an assignment, by the line of
 * management of its post. That holds for a secondee too: the host's line manages
 * the work. Who signs as the employer is another question, see
 * cadre_structure_find_employer().
 *
 * A post is vacant if nobody is in post, see cadre_structure_is_in_post().
 *
 * Returns: (transfer full) (nullable): the post, or %NULL where no post manages
 *   it or none up the line is occupied
 *
 * Since: 1.0
 */
CadrePost *
cadre_structure_find_manager (CadreStructure *self,
                              const char *assignment_id,
                              CadreVacantManager rule)
{
  const CadreIndex *index = NULL;
  guint32 post = CADRE_NO_ROW;
  guint32 n_steps = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (assignment_id != NULL, NULL);
  g_return_val_if_fail (rule == CADRE_VACANT_MANAGER_STOP ||
                          rule == CADRE_VACANT_MANAGER_NEXT_OCCUPIED,
                        NULL);

  index = cadre_structure_get_index (self);
  post = find_post_of (self, cadre_structure_find_row (self, CADRE_RECORD_KIND_ASSIGNMENT,
                                                       assignment_id));
  if (post == CADRE_NO_ROW)
    return NULL;

  /* On a circle of vacant posts the steps run out. */
  for (post = index->manager[post];
       post != CADRE_NO_ROW && rule == CADRE_VACANT_MANAGER_NEXT_OCCUPIED &&
       cadre_staffing_is_vacant (index, post);
       post = index->manager[post])
    if (++n_steps > index->n_posts)
      return NULL;

  return cadre_structure_make_record (self, CADRE_RECORD_KIND_POST, post);
}

/**
 * cadre_structure_find_employer:
 * @self: a #CadreStructure
 * @assignment_id: the id of an assignment
 *
 * Finds the organisation that employs the holder of an assignment: of a secondee
 * the home organisation, else the one that the assignment names, else that of
 * the post. The host of a secondee is never taken for the employer.
 *
 * Returns: (transfer full) (nullable): the organisation, or %NULL where it is
 *   not known
 *
 * Since: 1.0
 */
CadreOrganisation *
cadre_structure_find_employer (CadreStructure *self, const char *assignment_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (assignment_id != NULL, NULL);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_ASSIGNMENT, assignment_id);
  if (row != CADRE_NO_ROW)
    row = cadre_staffing_get_employer (cadre_structure_get_tables (self), row);

  return cadre_structure_make_record (self, CADRE_RECORD_KIND_ORGANISATION, row);
}

/* The post at which the first professional line in force ends. */
static guint32
find_professional_line (CadreStructure *self, guint32 post)
{
  const CadreTable *lines = get_table (self, CADRE_RECORD_KIND_LINE);
  guint32 n = 0;
  const guint32 *rows =
    cadre_backward_get (&cadre_structure_get_index (self)->lines_of_post, post, &n);

  for (guint32 i = 0; i < n; i++)
    if (cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]) == CADRE_LINE_KIND_PROFESSIONAL &&
        cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, rows[i]) < CADRE_AMBIGUOUS_ROW &&
        cadre_structure_is_in_force (self, CADRE_RECORD_KIND_LINE, rows[i]))
      return cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, rows[i]);

  return CADRE_NO_ROW;
}

/* Professional support of a secondee comes from the home organisation: the line of
 * the home post comes before that of the host's. */
static guint32
find_lead_by_lines (CadreStructure *self, guint32 assignment)
{
  const CadreTable *assignments = get_table (self, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 home =
    cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, assignment);
  guint32 post = find_post_of (self, assignment);
  guint32 lead = CADRE_NO_ROW;

  if (cadre_table_word (assignments, CADRE_FIELD_ASSIGNMENT_BASIS, assignment) ==
        CADRE_BASIS_SECONDMENT &&
      home < assignments->n_rows && find_post_of (self, home) != CADRE_NO_ROW)
    lead = find_professional_line (self, find_post_of (self, home));

  return lead == CADRE_NO_ROW && post != CADRE_NO_ROW ? find_professional_line (self, post) : lead;
}

/**
 * cadre_structure_find_professional_lead:
 * @self: a #CadreStructure
 * @assignment_id: the id of an assignment
 *
 * Finds the post that gives professional support and development: the one that
 * the assignment names, else that at the end of the post's professional line. Of
 * a secondee the line of the home post comes first, since that support stays with
 * the employer.
 *
 * Returns: (transfer full) (nullable): the post, or %NULL where there is none or
 *   it is not known
 *
 * Since: 1.0
 */
CadrePost *
cadre_structure_find_professional_lead (CadreStructure *self, const char *assignment_id)
{
  const CadreTable *assignments = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 lead = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (assignment_id != NULL, NULL);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_ASSIGNMENT, assignment_id);
  if (row == CADRE_NO_ROW)
    return NULL;

  assignments = get_table (self, CADRE_RECORD_KIND_ASSIGNMENT);
  if (cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PROFESSIONAL_LEAD, row) !=
      CADRE_STRING_UNKNOWN)
    lead = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_PROFESSIONAL_LEAD, row);
  else
    lead = find_lead_by_lines (self, row);

  return cadre_structure_make_record (self, CADRE_RECORD_KIND_POST, lead);
}

static GListModel *
list_backward (CadreStructure *self,
               CadreRecordKind kind,
               const CadreBackward *backward,
               guint32 row)
{
  guint32 n = 0;
  const guint32 *rows = row != CADRE_NO_ROW ? cadre_backward_get (backward, row, &n) : NULL;

  return cadre_structure_make_list (self, kind, rows, n);
}

static gboolean
collect_unit (guint32 row, guint32 depth, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, row);
  return TRUE;
}

/**
 * cadre_structure_list_posts_of_unit:
 * @self: a #CadreStructure
 * @unit_id: the id of a unit
 * @with_sub_units: whether to list the posts of the units that are part of it, too
 *
 * Lists the posts in a unit: those of the unit itself in order of their ids, then
 * those of each unit under it, depth first.
 *
 * Returns: (transfer full): a list of #CadrePost
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_posts_of_unit (CadreStructure *self,
                                    const char *unit_id,
                                    gboolean with_sub_units)
{
  const CadreIndex *index = NULL;
  g_autoptr (GArray) units = NULL;
  g_autoptr (GArray) posts = NULL;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (unit_id != NULL, NULL);

  index = cadre_structure_get_index (self);
  units = g_array_new (FALSE, FALSE, sizeof (guint32));
  posts = g_array_new (FALSE, FALSE, sizeof (guint32));
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_UNIT, unit_id);
  if (row != CADRE_NO_ROW && with_sub_units)
    cadre_backward_visit (&index->unit_children, index->n_units, row, collect_unit, units);
  else if (row != CADRE_NO_ROW)
    g_array_append_val (units, row);

  for (guint i = 0; i < units->len; i++)
    {
      guint32 n = 0;
      const guint32 *rows =
        cadre_backward_get (&index->posts_of_unit, g_array_index (units, guint32, i), &n);

      if (n > 0)
        g_array_append_vals (posts, rows, n);
    }

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_POST,
                                    (const guint32 *) (gconstpointer) posts->data, posts->len);
}

/* What leads from a post to the rows of @kind; NULL where no kind of that sort
 * belongs to posts. */
static const CadreBackward *
find_backward_of_post (const CadreIndex *index, CadreRecordKind kind)
{
  const struct
  {
    CadreRecordKind kind;
    const CadreBackward *backward;
  } links[] = {
    { CADRE_RECORD_KIND_ASSIGNMENT, &index->assignments_of_post },
    { CADRE_RECORD_KIND_FUNDING, &index->fundings_of_post },
    { CADRE_RECORD_KIND_LINE, &index->lines_of_post },
    { CADRE_RECORD_KIND_LINEAGE, &index->lineages_of_post },
    { CADRE_RECORD_KIND_RESPONSIBILITY, &index->responsibilities_of_post },
    { CADRE_RECORD_KIND_STATEMENT, &index->statements_of_post },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (links[i].kind == kind)
      return links[i].backward;

  return NULL;
}

/**
 * cadre_structure_list_records_of_post:
 * @self: a #CadreStructure
 * @kind: a kind of record
 * @post_id: the id of a post
 *
 * Lists the records of a kind that belong to a post, those that are not in force
 * among them: its assignments, funding, lineage, responsibilities, statements, or
 * the reporting lines that begin at it. Records of other kinds belong to no post.
 *
 * Returns: (transfer full): a list of records of that kind, in their order
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_records_of_post (CadreStructure *self,
                                      CadreRecordKind kind,
                                      const char *post_id)
{
  const CadreBackward *backward = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  backward = find_backward_of_post (cadre_structure_get_index (self), kind);
  if (backward == NULL)
    return cadre_structure_make_list (self, kind, NULL, 0);

  return list_backward (self, kind, backward,
                        cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id));
}

/**
 * cadre_structure_list_assignments_of_post:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Lists the assignments to a post, those that are not in force among them.
 *
 * Returns: (transfer full): a list of #CadreAssignment, in order of their ids
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_assignments_of_post (CadreStructure *self, const char *post_id)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  return list_backward (self, CADRE_RECORD_KIND_ASSIGNMENT,
                        &cadre_structure_get_index (self)->assignments_of_post,
                        cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id));
}

/**
 * cadre_structure_list_assignments_of_person:
 * @self: a #CadreStructure
 * @person_id: the id of a person
 *
 * Lists the assignments of a person, those that are not in force among them.
 *
 * Returns: (transfer full): a list of #CadreAssignment, in order of their ids
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_assignments_of_person (CadreStructure *self, const char *person_id)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (person_id != NULL, NULL);

  return list_backward (self, CADRE_RECORD_KIND_ASSIGNMENT,
                        &cadre_structure_get_index (self)->assignments_of_person,
                        cadre_structure_find_row (self, CADRE_RECORD_KIND_PERSON, person_id));
}

/**
 * cadre_structure_is_in_post:
 * @self: a #CadreStructure
 * @assignment_id: the id of an assignment
 *
 * Whether the holder of an assignment works in it: it is in force, and no
 * secondment or acting up names it as the home assignment, and no other covers
 * for it.
 *
 * Returns: %TRUE if so; %FALSE also where there is no such assignment
 *
 * Since: 1.0
 */
gboolean
cadre_structure_is_in_post (CadreStructure *self, const char *assignment_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (assignment_id != NULL, FALSE);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_ASSIGNMENT, assignment_id);
  return row != CADRE_NO_ROW && cadre_structure_get_index (self)->in_post[row];
}

static CadreFraction *
make_fraction (CadreFteState state, const CadreFraction *fte)
{
  return state == CADRE_FTE_KNOWN ? cadre_fraction_new (fte->numerator, fte->denominator, NULL)
                                  : NULL;
}

/**
 * cadre_structure_get_fte:
 * @self: a #CadreStructure
 * @assignment_id: the id of an assignment
 *
 * Gets the full-time equivalent of an assignment: as it is stated, else its
 * hours over the standard hours, times the paid weeks over the weeks of a year.
 * Standard hours are those of the assignment, else of its post, else of the
 * employer; weeks are those of the assignment, else of its post. Where no paid
 * weeks are stated the whole year is paid.
 *
 * An assignment that says nothing of its hours has those of one position of its
 * post, unless it shares a position; where it says that they are not known, it
 * has no known equivalent. None is ever taken to be full-time.
 *
 * Returns: (transfer full) (nullable): the equivalent, exactly, or %NULL where it
 *   is not known
 *
 * Since: 1.0
 */
CadreFraction *
cadre_structure_get_fte (CadreStructure *self, const char *assignment_id)
{
  CadreStaffing staffing;
  CadreFraction fte = { 0, 1 };
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (assignment_id != NULL, NULL);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_ASSIGNMENT, assignment_id);
  if (row == CADRE_NO_ROW)
    return NULL;

  cadre_staffing_init (&staffing, cadre_structure_get_tables (self),
                       cadre_structure_get_index (self));
  return make_fraction (cadre_staffing_get_fte (&staffing, row, &fte), &fte);
}

/**
 * cadre_structure_get_position_fte:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Gets the full-time equivalent of one position of a post, as
 * cadre_structure_get_fte() does for an assignment.
 *
 * Returns: (transfer full) (nullable): the equivalent, exactly, or %NULL where it
 *   is not known
 *
 * Since: 1.0
 */
CadreFraction *
cadre_structure_get_position_fte (CadreStructure *self, const char *post_id)
{
  CadreStaffing staffing;
  CadreFraction fte = { 0, 1 };
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row == CADRE_NO_ROW)
    return NULL;

  cadre_staffing_init (&staffing, cadre_structure_get_tables (self),
                       cadre_structure_get_index (self));
  return make_fraction (cadre_staffing_get_position_fte (&staffing, row, &fte), &fte);
}
