/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The columns of the two files, and what their headings have been. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

const CadreOrganogramColumn cadre_organogram_columns[CADRE_N_CELLS] = {
  [CADRE_CELL_REF] = { "reference", "Post Unique Reference", FALSE },
  [CADRE_CELL_NAME] = { "name", "Name", FALSE },
  [CADRE_CELL_GRADE] = { "grade", "Grade (or equivalent)", FALSE },
  [CADRE_CELL_TITLE] = { "job-title", "Job Title", FALSE },
  [CADRE_CELL_FUNCTION] = { "job-function", "Job/Team Function", FALSE },
  [CADRE_CELL_PARENT] = { "parent-department", "Parent Department", FALSE },
  [CADRE_CELL_ORGANISATION] = { "organisation", "Organisation", FALSE },
  [CADRE_CELL_UNIT] = { "unit", "Unit", FALSE },
  [CADRE_CELL_PHONE] = { "contact-phone", "Contact Phone", FALSE },
  [CADRE_CELL_EMAIL] = { "contact-email", "Contact E-mail", FALSE },
  [CADRE_CELL_MANAGER] = { "reports-to", "Reports to Senior Post", FALSE },
  [CADRE_CELL_COST] = { "salary-cost-of-reports", "Salary Cost of Reports (£)", TRUE },
  [CADRE_CELL_FTE] = { "fte", "FTE", TRUE },
  [CADRE_CELL_FLOOR] = { "pay-floor", "Actual Pay Floor (£)", TRUE },
  [CADRE_CELL_CEILING] = { "pay-ceiling", "Actual Pay Ceiling (£)", TRUE },
  [CADRE_CELL_TOTAL] = { "total-pay", "", TRUE },
  [CADRE_CELL_PROFESSION] = { "profession", "Professional/Occupational Group", FALSE },
  [CADRE_CELL_NOTES] = { "notes", "Notes", FALSE },
  [CADRE_CELL_VALID] = { "valid", "Valid?", TRUE },
  [CADRE_CELL_DATE] = { "date", NULL, FALSE },
};

const char *const cadre_organogram_junior_headings[CADRE_N_JUNIOR_COLUMNS] = {
  "Parent Department",
  "Organisation",
  "Unit",
  "Reporting Senior Post",
  "Grade",
  "Payscale Minimum (£)",
  "Payscale Maximum (£)",
  "Generic Job Title",
  "Number of Posts in FTE",
  "Professional/Occupational Group",
};

const guint8 cadre_organogram_junior_cells[CADRE_N_JUNIOR_COLUMNS] = {
  CADRE_CELL_PARENT, CADRE_CELL_ORGANISATION, CADRE_CELL_UNIT,    CADRE_CELL_MANAGER,
  CADRE_CELL_GRADE,  CADRE_CELL_FLOOR,        CADRE_CELL_CEILING, CADRE_CELL_TITLE,
  CADRE_CELL_FTE,    CADRE_CELL_PROFESSION,
};

typedef struct
{
  const char *heading; /* its letters and digits alone, in lower case */
  guint8 cell;
} Heading;

/* Both files: what the official headings are, and what they have become. */
static const Heading headings[] = {
  { "date", CADRE_CELL_DATE },
  { "grade", CADRE_CELL_GRADE },
  { "gradeorequivalent", CADRE_CELL_GRADE },
  { "notes", CADRE_CELL_NOTES },
  { "organisation", CADRE_CELL_ORGANISATION },
  { "organization", CADRE_CELL_ORGANISATION },
  { "parentdepartment", CADRE_CELL_PARENT },
  { "professionaloccupationalgroup", CADRE_CELL_PROFESSION },
  { "snapshotdate", CADRE_CELL_DATE },
  { "unit", CADRE_CELL_UNIT },
  { "valid", CADRE_CELL_VALID },
};

static const Heading senior_headings[] = {
  { "actualpayceiling", CADRE_CELL_CEILING },
  { "actualpayfloor", CADRE_CELL_FLOOR },
  { "contactemail", CADRE_CELL_EMAIL },
  { "contactphone", CADRE_CELL_PHONE },
  { "fte", CADRE_CELL_FTE },
  { "jobteamfunction", CADRE_CELL_FUNCTION },
  { "jobtitle", CADRE_CELL_TITLE },
  { "name", CADRE_CELL_NAME },
  { "postuniquereference", CADRE_CELL_REF },
  { "reportstoseniorpost", CADRE_CELL_MANAGER },
  { "salarycostofreports", CADRE_CELL_COST },
  { "totalpay", CADRE_CELL_TOTAL },
};

static const Heading junior_headings[] = {
  { "genericjobtitle", CADRE_CELL_TITLE },       { "numberofpostsinfte", CADRE_CELL_FTE },
  { "payscalemaximum", CADRE_CELL_CEILING },     { "payscaleminimum", CADRE_CELL_FLOOR },
  { "reportingseniorpost", CADRE_CELL_MANAGER },
};

static char *
dup_letters (const char *heading)
{
  GString *letters = g_string_new (NULL);

  for (; *heading != '\0'; heading++)
    if (g_ascii_isalnum (*heading))
      g_string_append_c (letters, g_ascii_tolower (*heading));

  return g_string_free (letters, FALSE);
}

static int
find_heading (const Heading *known, guint n_known, const char *letters)
{
  for (guint i = 0; i < n_known; i++)
    if (strcmp (known[i].heading, letters) == 0)
      return known[i].cell;

  return CADRE_NO_CELL;
}

/* Which cell stands under a heading, whatever its case, its marks and how its
 * pound sign was spoilt. */
int
cadre_organogram_find_column (gboolean is_junior, const char *heading)
{
  g_autofree char *letters = dup_letters (heading);
  int cell = find_heading (headings, G_N_ELEMENTS (headings), letters);

  if (cell != CADRE_NO_CELL)
    return cell;

  return is_junior ? find_heading (junior_headings, G_N_ELEMENTS (junior_headings), letters)
                   : find_heading (senior_headings, G_N_ELEMENTS (senior_headings), letters);
}
