/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-date.h>
#include <cadre/cadre-import.h>
#include <cadre/cadre-limits.h>

G_BEGIN_DECLS

/**
 * CadreOrganogramRepair:
 * @CADRE_ORGANOGRAM_REPAIR_NONE: everything stays as it is published
 * @CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS: who reports to a ref that is not there, or that is
 * eliminated, reports to the top with the least id instead: to one of the same organisation if it
 * has any
 * @CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES: of posts that report to each other in a circle, the one with
 * the least id is at the top
 * @CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST: of rows that share a ref and say different things of the
 * post, only the first counts; the others make no record
 * @CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES: of rows that share a ref and say different things of
 * the post, each makes a post of its own; it goes before
 * %CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST
 *
 * What a reader of organograms may do about their faults. Each repair that is
 * done is an issue.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  CADRE_ORGANOGRAM_REPAIR_NONE = 0,
  CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS = 1,
  CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES = 2,
  CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST = 4,
  CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES = 8,
} CadreOrganogramRepair;

#define CADRE_TYPE_ORGANOGRAM_READER (cadre_organogram_reader_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreOrganogramReader, cadre_organogram_reader, CADRE, ORGANOGRAM_READER, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreOrganogramReader *cadre_organogram_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreLimits *cadre_organogram_reader_get_limits (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_limits (CadreOrganogramReader *self, CadreLimits *limits);
CADRE_AVAILABLE_IN_1_0
CadreOrganogramRepair cadre_organogram_reader_get_repairs (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_repairs (CadreOrganogramReader *self,
                                          CadreOrganogramRepair repairs);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_organogram_reader_get_names_are_identities (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_names_are_identities (CadreOrganogramReader *self,
                                                       gboolean names_are_identities);
CADRE_AVAILABLE_IN_1_0
const char *cadre_organogram_reader_get_organisation (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_organisation (CadreOrganogramReader *self,
                                               const char *organisation);
CADRE_AVAILABLE_IN_1_0
const char *cadre_organogram_reader_get_employer (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_employer (CadreOrganogramReader *self, const char *employer);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_organogram_reader_get_formula_guard (CadreOrganogramReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_set_formula_guard (CadreOrganogramReader *self,
                                                gboolean formula_guard);

CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_add_files (CadreOrganogramReader *self,
                                        const CadreDate *date,
                                        GFile *senior,
                                        GFile *junior);
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_add_bytes (CadreOrganogramReader *self,
                                        const CadreDate *date,
                                        GBytes *senior,
                                        GBytes *junior);
CADRE_AVAILABLE_IN_1_0
guint cadre_organogram_reader_get_n_snapshots (CadreOrganogramReader *self);

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_organogram_reader_read (CadreOrganogramReader *self,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_reader_read_async (CadreOrganogramReader *self,
                                         GCancellable *cancellable,
                                         CadreProgressCallback progress,
                                         gpointer progress_data,
                                         GDestroyNotify progress_destroy,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_organogram_reader_read_finish (CadreOrganogramReader *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_organogram_load (GFile *senior,
                                    GFile *junior,
                                    const CadreDate *date,
                                    CadreLimits *limits,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_organogram_load_async (GFile *senior,
                                  GFile *junior,
                                  const CadreDate *date,
                                  CadreLimits *limits,
                                  GCancellable *cancellable,
                                  CadreProgressCallback progress,
                                  gpointer progress_data,
                                  GDestroyNotify progress_destroy,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_organogram_load_finish (GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
