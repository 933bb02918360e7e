/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-assignment
 * @Title: CadreAssignment
 * @Short_Description: An assignment: a contract: a person in a post
 *
 * An assignment: a contract: a person in a post. Like every #CadreRecord it is
 * a copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-assignment.h>

/**
 * CadreAssignment:
 *
 * An assignment, detached.
 *
 * Since: 1.0
 */
struct _CadreAssignment
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreAssignment, cadre_assignment, CADRE_TYPE_RECORD)

static void
cadre_assignment_class_init (CadreAssignmentClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_ASSIGNMENT);
}

static void
cadre_assignment_init (CadreAssignment *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_ASSIGNMENT);
}

/**
 * CadreAssignment:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes an assignment of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreAssignment *
cadre_assignment_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_ASSIGNMENT, "id", id, NULL);
}

/**
 * CadreAssignment:person:
 *
 * The person.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_person:
 * @self: a #CadreAssignment
 *
 * Gets the person. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_person:
 * @self: a #CadreAssignment
 * @person: (nullable): an id, or %NULL
 *
 * Sets the person.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, person, PERSON)

/**
 * CadreAssignment:post:
 *
 * The post.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_post:
 * @self: a #CadreAssignment
 *
 * Gets the post. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_post:
 * @self: a #CadreAssignment
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, post, POST)

/**
 * CadreAssignment:position:
 *
 * Which of the positions of the post, counted from 1.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_position:
 * @self: a #CadreAssignment
 *
 * Gets which of the positions of the post, counted from 1.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_position:
 * @self: a #CadreAssignment
 * @position: the number, 0 or more, or -1 where it is not known
 *
 * Sets which of the positions of the post, counted from 1.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAssignment, assignment, ASSIGNMENT, position, POSITION, int)

/**
 * CadreAssignment:employer:
 *
 * The employer; the post's unless stated.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_employer:
 * @self: a #CadreAssignment
 *
 * Gets the employer; the post's unless stated. It is given by its id; "none"
 * says that there is known to be none, and the empty text that it is not known.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where nothing is stated
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_employer:
 * @self: a #CadreAssignment
 * @employer: (nullable): an id, the empty text where it is not known, or %NULL
 *   for the post's
 *
 * Sets the employer; the post's unless stated.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, employer, EMPLOYER)

/**
 * CadreAssignment:basis:
 *
 * On what basis the person is in the post.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_basis:
 * @self: a #CadreAssignment
 *
 * Gets on what basis the person is in the post.
 *
 * Returns: the #CadreBasis
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_basis:
 * @self: a #CadreAssignment
 * @basis: a #CadreBasis
 *
 * Sets on what basis the person is in the post.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAssignment, assignment, ASSIGNMENT, basis, BASIS, CadreBasis)

/**
 * CadreAssignment:contract:
 *
 * What sort of contract it is.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_contract:
 * @self: a #CadreAssignment
 *
 * Gets what sort of contract it is.
 *
 * Returns: the #CadreContract
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_contract:
 * @self: a #CadreAssignment
 * @contract: a #CadreContract
 *
 * Sets what sort of contract it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAssignment, assignment, ASSIGNMENT, contract, CONTRACT, CadreContract)
