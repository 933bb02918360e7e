/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/**
 * CadreVacantManager:
 * @CADRE_VACANT_MANAGER_STOP: the answer is the post, vacant as it is
 * @CADRE_VACANT_MANAGER_NEXT_OCCUPIED: the answer is the next post up the line that somebody is in
 *
 * What to answer where the post of a manager is vacant. Employers differ in it.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_VACANT_MANAGER_STOP = 0,
  CADRE_VACANT_MANAGER_NEXT_OCCUPIED = 1,
} CadreVacantManager;

/**
 * CadreWalkFunc:
 * @post_id: (nullable): the id of a post, or %NULL where it has none
 * @depth: how many steps below the start it is
 * @user_data: (closure): the caller's data
 *
 * Called for each post of a walk.
 *
 * Returns: %TRUE to go on, %FALSE to stop
 *
 * Since: 1.0
 */
typedef gboolean (*CadreWalkFunc) (const char *post_id, guint depth, gpointer user_data);

/* Dates */

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_at (CadreStructure *self,
                                    const CadreDate *date,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_at_or_after (CadreStructure *self,
                                             const CadreDate *date,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
char **cadre_structure_dup_ended_posts (CadreStructure *self) G_GNUC_WARN_UNUSED_RESULT;

/* Persons who matter to a person */

CADRE_AVAILABLE_IN_1_0
CadrePost *cadre_structure_find_manager (CadreStructure *self,
                                         const char *assignment_id,
                                         CadreVacantManager rule) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreOrganisation *cadre_structure_find_employer (CadreStructure *self, const char *assignment_id)
  G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePost *cadre_structure_find_professional_lead (CadreStructure *self, const char *assignment_id)
  G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_accountable_bodies (CadreStructure *self,
                                                     const char *post_id) G_GNUC_WARN_UNUSED_RESULT;

/* Trees */

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_reports (CadreStructure *self,
                                          const char *post_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_chain (CadreStructure *self,
                                        const char *post_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_tops (CadreStructure *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_units_under (CadreStructure *self,
                                              const char *unit_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_walk (CadreStructure *self,
                               const char *post_id,
                               CadreWalkFunc func,
                               gpointer user_data);
CADRE_AVAILABLE_IN_1_0
int
cadre_structure_get_tier (CadreStructure *self, const char *post_id, const char *organisation_id);
CADRE_AVAILABLE_IN_1_0
int cadre_structure_get_depth (CadreStructure *self, const char *post_id);

/* What belongs to a unit, a post or a person */
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_posts_of_unit (CadreStructure *self,
                                                const char *unit_id,
                                                gboolean with_sub_units) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_records_of_post (CadreStructure *self,
                                                  CadreRecordKind kind,
                                                  const char *post_id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_assignments_of_post (CadreStructure *self, const char *post_id)
  G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_assignments_of_person (CadreStructure *self, const char *person_id)
  G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_is_in_post (CadreStructure *self, const char *assignment_id);
CADRE_AVAILABLE_IN_1_0
char **cadre_structure_dup_functions_of (CadreStructure *self,
                                         const char *post_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_structure_get_fte (CadreStructure *self,
                                        const char *assignment_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_structure_get_position_fte (CadreStructure *self,
                                                 const char *post_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
