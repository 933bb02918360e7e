/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What may be wrong with an organogram, and the words for it. The government's
 * own validator has the rules that most of these stand for. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/organogram/cadre-organogram-private.h"

typedef struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} Fault;

static const Fault faults[] = {
  [CADRE_FAULT_CELL_BEYOND] = { "exchange.organogram.cell-beyond", CADRE_SEVERITY_WARNING,
                                "The row is longer than the header; the cell is kept as an "
                                "attribute",
                                "Give the cell a heading, or take it away" },
  [CADRE_FAULT_COLUMN_MISSING] = { "exchange.organogram.column-missing", CADRE_SEVERITY_WARNING,
                                   "The file lacks a column of the official form",
                                   "Add the column" },
  [CADRE_FAULT_COLUMN_UNKNOWN] = { "exchange.organogram.column-unknown", CADRE_SEVERITY_INFO,
                                   "The column is not of the official form; its cells are kept as "
                                   "attributes",
                                   NULL },
  [CADRE_FAULT_DATE] = { "exchange.organogram.date", CADRE_SEVERITY_WARNING,
                         "The date of the row cannot be read, or is not that of the snapshot",
                         "Give the date of the snapshot" },
  [CADRE_FAULT_DUPLICATE_DIFFERS] = { "exchange.organogram.duplicate-differs", CADRE_SEVERITY_ERROR,
                                      "The row has the ref of an earlier one, and says something "
                                      "else of the post",
                                      "Give the row a ref of its own, or make the rows agree" },
  [CADRE_FAULT_DUPLICATE_LEFT_OUT] = { "exchange.organogram.duplicate-left-out",
                                       CADRE_SEVERITY_WARNING,
                                       "The row is left out, as it says something else of a post "
                                       "than an earlier one",
                                       "Give the row a ref of its own, or make the rows agree" },
  [CADRE_FAULT_DUPLICATE_SPLIT] = { "exchange.organogram.duplicate-split", CADRE_SEVERITY_WARNING,
                                    "The row is given a post of its own, as it says something else "
                                    "than an earlier one with its ref",
                                    "Give the row a ref of its own, or make the rows agree" },
  [CADRE_FAULT_ELIMINATED_IN_USE] = { "exchange.organogram.eliminated-in-use",
                                      CADRE_SEVERITY_WARNING,
                                      "The post is declared eliminated, and another row has its "
                                      "ref",
                                      "Take one of the rows away" },
  [CADRE_FAULT_GRADE_UNKNOWN] = { "exchange.organogram.grade-unknown", CADRE_SEVERITY_WARNING,
                                  "The grade is none of the senior grades",
                                  "State the grade, such as SCS1 or OF-6" },
  [CADRE_FAULT_HEADER_REPEATED] = { "exchange.organogram.header-repeated", CADRE_SEVERITY_INFO,
                                    "The row repeats the header, and makes no record", NULL },
  [CADRE_FAULT_INDEX_COLUMN] = { "exchange.organogram.index-column", CADRE_SEVERITY_INFO,
                                 "The first column has no heading and numbers the rows; it is not "
                                 "kept",
                                 NULL },
  [CADRE_FAULT_JOB_SHARE] = { "exchange.organogram.job-share", CADRE_SEVERITY_INFO,
                              "The row has the ref of an earlier one, and is another holder of the "
                              "post",
                              NULL },
  [CADRE_FAULT_MANAGER_AMBIGUOUS] = { "exchange.organogram.manager-ambiguous",
                                      CADRE_SEVERITY_WARNING,
                                      "The post that the row reports to is not in its "
                                      "organisation, and several others have one of that ref",
                                      "Use refs that no two organisations share" },
  [CADRE_FAULT_MANAGER_BLANK] = { "exchange.organogram.manager-blank", CADRE_SEVERITY_WARNING,
                                  "The row does not say which post it reports to",
                                  "State the ref, or XX at the top" },
  [CADRE_FAULT_MANAGER_CYCLE] = { "exchange.organogram.manager-cycle", CADRE_SEVERITY_ERROR,
                                  "The posts report to each other in a circle",
                                  "Correct one of the refs" },
  [CADRE_FAULT_MANAGER_ELIMINATED] = { "exchange.organogram.manager-eliminated",
                                       CADRE_SEVERITY_ERROR,
                                       "The post that the row reports to is declared eliminated",
                                       "State the post that it reports to now" },
  [CADRE_FAULT_MANAGER_MISSING] = { "exchange.organogram.manager-missing", CADRE_SEVERITY_ERROR,
                                    "No row has the ref that the row reports to",
                                    "Correct the ref" },
  [CADRE_FAULT_MANAGER_SELF] = { "exchange.organogram.manager-self", CADRE_SEVERITY_ERROR,
                                 "The post reports to itself",
                                 "State the post that it reports to, or XX at the top" },
  [CADRE_FAULT_NAME_BLANK] = { "exchange.organogram.name-blank", CADRE_SEVERITY_WARNING,
                               "The row does not say who holds the post, and is read as if that "
                               "were not disclosed",
                               "State a name, N/D, Vacant or Eliminated" },
  [CADRE_FAULT_NOT_IN_POST] = { "exchange.organogram.not-in-post", CADRE_SEVERITY_WARNING,
                                "Ref 0 and the title “Not in post” go together, with the name N/D "
                                "and the unit N/A",
                                "Correct the row" },
  [CADRE_FAULT_NOT_VALID] = { "exchange.organogram.not-valid", CADRE_SEVERITY_WARNING,
                              "The publisher's own check says that the row is not valid",
                              "Correct the row" },
  [CADRE_FAULT_NUMBER] = { "exchange.organogram.number", CADRE_SEVERITY_ERROR,
                           "The cell is no number, and neither N/A nor N/D; it is kept as an "
                           "attribute",
                           "State a number, N/A or N/D" },
  [CADRE_FAULT_PROFESSION_UNKNOWN] = { "exchange.organogram.profession-unknown",
                                       CADRE_SEVERITY_WARNING,
                                       "The profession is none of the official form",
                                       "State one of its professions, such as Policy, or Other" },
  [CADRE_FAULT_REF_BLANK] = { "exchange.organogram.ref-blank", CADRE_SEVERITY_ERROR,
                              "The post has no ref", "Give the post a ref that it keeps" },
  [CADRE_FAULT_REF_FOLDED] = { "exchange.organogram.ref-folded", CADRE_SEVERITY_INFO,
                               "The ref and that of the post that is meant differ in case",
                               "Write the ref as the post has it" },
  [CADRE_FAULT_REF_FORM] = { "exchange.organogram.ref-form", CADRE_SEVERITY_WARNING,
                             "The ref has other signs than letters, digits and hyphens, or is XX",
                             "Use letters, digits and hyphens" },
  [CADRE_FAULT_REPAIRED_CYCLE] = { "exchange.organogram.repaired-cycle", CADRE_SEVERITY_WARNING,
                                   "The circle is cut here, at its least id: the post is taken to "
                                   "be at the top",
                                   "Correct one of the refs" },
  [CADRE_FAULT_REPAIRED_ORPHAN] = { "exchange.organogram.repaired-orphan", CADRE_SEVERITY_WARNING,
                                    "The post that the row reports to is not there, and it is "
                                    "taken to report to the top",
                                    "Correct the ref" },
  [CADRE_FAULT_ROW_EMPTY] = { "exchange.organogram.row-empty", CADRE_SEVERITY_INFO,
                              "The row has nothing in it, and makes no record", NULL },
  [CADRE_FAULT_ROW_REPEATED] = { "exchange.organogram.row-repeated", CADRE_SEVERITY_WARNING,
                                 "The row repeats an earlier one, name and all, and makes no "
                                 "record",
                                 "Take one of the rows away" },
  [CADRE_FAULT_SPELLING] = { "exchange.organogram.spelling", CADRE_SEVERITY_INFO,
                             "The name is spelled in several ways in the files; this one is kept "
                             "as an attribute",
                             "Spell the name in one way" },
  [CADRE_FAULT_TOP_NONE] = { "exchange.organogram.top-none", CADRE_SEVERITY_ERROR,
                             "No post reports to XX: nothing is at the top",
                             "Put XX where the post at the top would report to" },
  [CADRE_FAULT_VACANT_SHARE] = { "exchange.organogram.vacant-share", CADRE_SEVERITY_WARNING,
                                 "The row is vacant and has the ref of another; it is kept as a "
                                 "post of its own",
                                 "Give the post a ref of its own, or take the row away" },
  [CADRE_FAULT_VALID_INVERTED] = { "exchange.organogram.valid-inverted", CADRE_SEVERITY_WARNING,
                                   "Most rows are marked as not valid, and rows with nothing in "
                                   "them as valid: the marks are not believed",
                                   "Mark valid rows with 1" },
};

static void
report (CadreOrganogramDraft *self,
        CadreOrganogramFault fault,
        const char *details,
        const char *origin,
        const char *subject)
{
  const Fault *text = &faults[fault];
  g_autofree char *message =
    details != NULL ? g_strdup_printf ("%s: %s", text->message, details) : NULL;

  cadre_issue_list_add_fields (self->issues, text->code, text->severity,
                               message != NULL ? message : text->message, origin, subject,
                               text->suggestion);
}

static char *
dup_origin (CadreOrganogramDraft *self, const CadreOrganogramRow *row, int cell)
{
  const CadreOrganogramFile *file = &g_array_index (self->files, CadreOrganogramFile, row->file);

  if (cell == CADRE_NO_CELL || file->places[cell] == CADRE_NO_CELL)
    return g_strdup_printf ("%s, row %u", file->label, row->number);

  return g_strdup_printf ("%s, row %u, cell %d", file->label, row->number, file->places[cell] + 1);
}

/* Texts are made only where somebody will read them. */
void
cadre_organogram_report_row (CadreOrganogramDraft *self,
                             CadreOrganogramFault fault,
                             const CadreOrganogramRow *row,
                             int cell,
                             const char *subject,
                             const char *details)
{
  g_autofree char *origin = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    origin = dup_origin (self, row, cell);
  report (self, fault, details, origin, subject);
}

void
cadre_organogram_report_file (CadreOrganogramDraft *self,
                              CadreOrganogramFault fault,
                              guint32 file,
                              const char *place)
{
  const char *label = g_array_index (self->files, CadreOrganogramFile, file).label;
  g_autofree char *origin =
    place != NULL ? g_strdup_printf ("%s, %s", label, place) : g_strdup (label);

  report (self, fault, NULL, origin, NULL);
}

void
cadre_organogram_report_post (CadreOrganogramDraft *self,
                              CadreOrganogramFault fault,
                              const CadreOrganogramPost *post,
                              int cell,
                              const char *details)
{
  g_autofree char *subject = NULL;

  if (post->id != 0 && !cadre_issue_list_is_full (self->issues))
    subject = g_strdup_printf ("post/%s", cadre_organogram_text (self, post->id));
  cadre_organogram_report_row (self, fault, cadre_organogram_main_row (self, post), cell, subject,
                               details);
}
