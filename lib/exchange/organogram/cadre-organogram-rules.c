/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The rules for a row by itself. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

static const char *
get_text (CadreOrganogramDraft *self, const CadreOrganogramRow *row, CadreOrganogramCell cell)
{
  return cadre_organogram_text (self, row->cells[cell]);
}

static void
check_numbers (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  static const guint8 cells[] = { CADRE_CELL_COST, CADRE_CELL_FTE, CADRE_CELL_FLOOR,
                                  CADRE_CELL_CEILING };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const char *text = get_text (self, row, cells[i]);

      if (text != NULL && !cadre_organogram_is_amount (text) && !cadre_organogram_is_none (text))
        cadre_organogram_report_row (self, CADRE_FAULT_NUMBER, row, cells[i], NULL, NULL);
    }
}

static gboolean
is_ref (const char *ref)
{
  if (cadre_organogram_equal_folded (ref, "XX"))
    return FALSE;

  for (; *ref != '\0'; ref++)
    if (!g_ascii_isalnum (*ref) && *ref != '-')
      return FALSE;

  return TRUE;
}

static void
check_ref (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  const char *ref = get_text (self, row, CADRE_CELL_REF);

  if (ref == NULL)
    cadre_organogram_report_row (self, CADRE_FAULT_REF_BLANK, row, CADRE_CELL_REF, NULL, NULL);
  else if (!is_ref (ref))
    cadre_organogram_report_row (self, CADRE_FAULT_REF_FORM, row, CADRE_CELL_REF, NULL, NULL);
}

static gboolean
is_grade (const char *grade)
{
  static const char *const grades[] = { "SCS4", "SCS3", "SCS2", "SCS1A", "SCS1",
                                        "OF-9", "OF-8", "OF-7", "OF-6" };

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    if (cadre_organogram_equal_folded (grade, grades[i]))
      return TRUE;

  return FALSE;
}

/* The professions of the official form, in its words. */
static gboolean
is_profession (const char *text)
{
  static const char *const professions[] = {
    "Communications",
    "Economics",
    "Finance",
    "Human Resources",
    "Information Technology",
    "Internal Audit",
    "Knowledge and Information Management (KIM)",
    "Law",
    "Medicine",
    "Military",
    "Operational Delivery",
    "Operational Research",
    "Other",
    "Planning",
    "Policy",
    "Procurement",
    "Programme and Project Management (PPM)",
    "Property and asset management",
    "Psychology",
    "Science and Engineering",
    "Social Research",
    "Statisticians",
    "Tax Professionals",
    "Vets",
  };

  for (guint i = 0; i < G_N_ELEMENTS (professions); i++)
    if (cadre_organogram_equal_folded (text, professions[i]))
      return TRUE;

  return FALSE;
}

/* Whoever states none is not asked for one. */
static void
check_profession (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  const char *text = get_text (self, row, CADRE_CELL_PROFESSION);

  if (text != NULL && !cadre_organogram_is_none (text) && !is_profession (text))
    cadre_organogram_report_row (self, CADRE_FAULT_PROFESSION_UNKNOWN, row, CADRE_CELL_PROFESSION,
                                 NULL, NULL);
}

static void
check_junior (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  check_numbers (self, row);
  check_profession (self, row);
}

/* Ref 0 is for people without a post, and for them alone. */
static void
check_not_in_post (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  const char *ref = get_text (self, row, CADRE_CELL_REF);
  gboolean has_title =
    cadre_organogram_equal_folded (get_text (self, row, CADRE_CELL_TITLE), "Not in post");
  CadreHolder holder = cadre_organogram_classify_name (get_text (self, row, CADRE_CELL_NAME));

  if (g_strcmp0 (ref, "0") != 0)
    {
      if (has_title)
        cadre_organogram_report_row (self, CADRE_FAULT_NOT_IN_POST, row, CADRE_CELL_REF, NULL,
                                     NULL);
      return;
    }

  if (holder != CADRE_HOLDER_UNDISCLOSED)
    cadre_organogram_report_row (self, CADRE_FAULT_NOT_IN_POST, row, CADRE_CELL_NAME, NULL, NULL);
  if (!has_title)
    cadre_organogram_report_row (self, CADRE_FAULT_NOT_IN_POST, row, CADRE_CELL_TITLE, NULL, NULL);
  if (!cadre_organogram_is_none (get_text (self, row, CADRE_CELL_UNIT)))
    cadre_organogram_report_row (self, CADRE_FAULT_NOT_IN_POST, row, CADRE_CELL_UNIT, NULL, NULL);
}

/* Nothing is asked of rows that are eliminated. */
static void
check_senior (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  CadreHolder holder = cadre_organogram_classify_name (get_text (self, row, CADRE_CELL_NAME));

  check_ref (self, row);
  if (holder == CADRE_HOLDER_ELIMINATED)
    return;

  if (holder == CADRE_HOLDER_UNSTATED)
    cadre_organogram_report_row (self, CADRE_FAULT_NAME_BLANK, row, CADRE_CELL_NAME, NULL, NULL);
  check_not_in_post (self, row);
  if (!is_grade (get_text (self, row, CADRE_CELL_GRADE)))
    cadre_organogram_report_row (self, CADRE_FAULT_GRADE_UNKNOWN, row, CADRE_CELL_GRADE, NULL,
                                 NULL);
  check_numbers (self, row);
  check_profession (self, row);
}

/* How many rows of a file are marked as valid, and as not. */
typedef struct
{
  guint32 n_valid;
  guint32 n_invalid;
} Marks;

static gboolean
is_marked (CadreOrganogramDraft *self, const CadreOrganogramRow *row, const char *mark)
{
  const char *text = get_text (self, row, CADRE_CELL_VALID);

  return text != NULL && strcmp (text, mark) == 0;
}

static gboolean
check_marks (CadreOrganogramDraft *self)
{
  g_autofree Marks *marks = g_try_new0 (Marks, (gsize) self->files->len + 1);

  if (marks == NULL)
    return FALSE;

  for (guint32 i = 0; i < self->seniors->len; i++)
    {
      const CadreOrganogramRow *row = cadre_organogram_senior (self, i);

      marks[row->file].n_valid += is_marked (self, row, "1");
      marks[row->file].n_invalid += is_marked (self, row, "0");
    }

  for (guint32 i = 0; i < self->files->len; i++)
    if (marks[i].n_invalid > marks[i].n_valid)
      cadre_organogram_report_file (self, CADRE_FAULT_VALID_INVERTED, i, NULL);

  for (guint32 i = 0; i < self->seniors->len; i++)
    {
      const CadreOrganogramRow *row = cadre_organogram_senior (self, i);

      if (marks[row->file].n_invalid <= marks[row->file].n_valid && is_marked (self, row, "0"))
        cadre_organogram_report_row (self, CADRE_FAULT_NOT_VALID, row, CADRE_CELL_VALID, NULL,
                                     NULL);
    }

  return TRUE;
}

gboolean
cadre_organogram_draft_check (CadreOrganogramDraft *self, GError **error)
{
  cadre_organogram_draft_take_dates (self);
  for (guint32 i = 0; i < self->seniors->len; i++)
    check_senior (self, cadre_organogram_senior (self, i));
  for (guint32 i = 0; i < self->juniors->len; i++)
    check_junior (self, cadre_organogram_junior (self, i));

  return check_marks (self) || cadre_organogram_set_memory_error (error);
}
