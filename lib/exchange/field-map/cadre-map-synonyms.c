/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Names that columns go under: in extracts of ESR, iTrent, Oracle, Dynamics and
 * SAP, and in plain English. */

#include "config.h"

#include "exchange/field-map/cadre-map-draft-private.h"

#include <string.h>

#define UNIT_OR_NAME "It may be the name of the unit or its code"
#define ANY_NUMBER "The name does not say of what it is the number"
#define MANAGER_WHO "It may be the manager's post or the manager as a person"
#define WHOSE_DATE "It may be a date of the position or of the person in it"
#define WHOSE_FTE "It may be the FTE of the position or of the person in it"
#define PAY_OF_WHOM "It may be what the person is paid, which does not belong into a structure"

static const struct
{
  const char *name;
  CadreMeaning meaning;
  const char *unsure;
} synonyms[] = {
  { "department", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "department code", CADRE_MEANING_UNIT_ID, NULL },
  { "department id", CADRE_MEANING_UNIT_ID, NULL },
  { "department number", CADRE_MEANING_UNIT_ID, NULL },
  { "departmentnumber", CADRE_MEANING_UNIT_ID, NULL },
  { "operatingunitnumber", CADRE_MEANING_UNIT_ID, NULL },
  { "org code", CADRE_MEANING_UNIT_ID, NULL },
  { "org unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "org unit id", CADRE_MEANING_UNIT_ID, NULL },
  { "org unit reference", CADRE_MEANING_UNIT_ID, NULL },
  { "organisation code", CADRE_MEANING_UNIT_ID, NULL },
  { "organisation unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "organizational unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "orgeh", CADRE_MEANING_UNIT_ID, NULL },
  { "service", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "team", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "team code", CADRE_MEANING_UNIT_ID, NULL },
  { "unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "unit code", CADRE_MEANING_UNIT_ID, NULL },
  { "unit id", CADRE_MEANING_UNIT_ID, NULL },
  { "unit ref", CADRE_MEANING_UNIT_ID, NULL },
  { "unit reference", CADRE_MEANING_UNIT_ID, NULL },
  { "department name", CADRE_MEANING_UNIT_NAME, NULL },
  { "org unit name", CADRE_MEANING_UNIT_NAME, NULL },
  { "organisation", CADRE_MEANING_UNIT_NAME, "It may be the employer or a unit of it" },
  { "organisation name", CADRE_MEANING_UNIT_NAME, "It may be the employer or a unit of it" },
  { "service name", CADRE_MEANING_UNIT_NAME, NULL },
  { "team name", CADRE_MEANING_UNIT_NAME, NULL },
  { "unit name", CADRE_MEANING_UNIT_NAME, NULL },
  { "parent department", CADRE_MEANING_UNIT_PARENT, UNIT_OR_NAME },
  { "parent org code", CADRE_MEANING_UNIT_PARENT, NULL },
  { "parent unit", CADRE_MEANING_UNIT_PARENT, UNIT_OR_NAME },
  { "parent unit code", CADRE_MEANING_UNIT_PARENT, NULL },
  { "parent unit id", CADRE_MEANING_UNIT_PARENT, NULL },
  { "parent unit ref", CADRE_MEANING_UNIT_PARENT, NULL },
  { "parent unit reference", CADRE_MEANING_UNIT_PARENT, NULL },
  { "job id", CADRE_MEANING_POST_ID, "A job may be one of a kind that many posts share" },
  { "plans", CADRE_MEANING_POST_ID, NULL },
  { "position", CADRE_MEANING_POST_ID, "It may be the number of the position or its title" },
  { "position code", CADRE_MEANING_POST_ID, NULL },
  { "position id", CADRE_MEANING_POST_ID, NULL },
  { "position no", CADRE_MEANING_POST_ID, NULL },
  { "position number", CADRE_MEANING_POST_ID, NULL },
  { "position ref", CADRE_MEANING_POST_ID, NULL },
  { "position reference", CADRE_MEANING_POST_ID, NULL },
  { "positionid", CADRE_MEANING_POST_ID, NULL },
  { "post", CADRE_MEANING_POST_ID, "It may be the number of the post or its title" },
  { "post id", CADRE_MEANING_POST_ID, NULL },
  { "post no", CADRE_MEANING_POST_ID, NULL },
  { "post number", CADRE_MEANING_POST_ID, NULL },
  { "post ref", CADRE_MEANING_POST_ID, NULL },
  { "post reference", CADRE_MEANING_POST_ID, NULL },
  { "id", CADRE_MEANING_POST_ID, ANY_NUMBER },
  { "ref", CADRE_MEANING_POST_ID, ANY_NUMBER },
  { "reference", CADRE_MEANING_POST_ID, ANY_NUMBER },
  { "description", CADRE_MEANING_POST_TITLE, "It may describe something else than the post" },
  { "designation", CADRE_MEANING_POST_TITLE, NULL },
  { "job title", CADRE_MEANING_POST_TITLE, NULL },
  { "position name", CADRE_MEANING_POST_TITLE, NULL },
  { "position title", CADRE_MEANING_POST_TITLE, NULL },
  { "post name", CADRE_MEANING_POST_TITLE, NULL },
  { "post title", CADRE_MEANING_POST_TITLE, NULL },
  { "role", CADRE_MEANING_POST_TITLE, "A role may be one of a kind that many posts share" },
  { "title", CADRE_MEANING_POST_TITLE, "It may be the title of the post or of the person" },
  { "band", CADRE_MEANING_GRADE, NULL },
  { "grade", CADRE_MEANING_GRADE, NULL },
  { "grade code", CADRE_MEANING_GRADE, NULL },
  { "pay band", CADRE_MEANING_GRADE, NULL },
  { "pay grade", CADRE_MEANING_GRADE, NULL },
  { "pay scale", CADRE_MEANING_GRADE, NULL },
  { "payscale", CADRE_MEANING_GRADE, NULL },
  { "cost center", CADRE_MEANING_COST_CENTRE, NULL },
  { "cost centre", CADRE_MEANING_COST_CENTRE, NULL },
  { "cost centre code", CADRE_MEANING_COST_CENTRE, NULL },
  { "costing code", CADRE_MEANING_COST_CENTRE, NULL },
  { "kostl", CADRE_MEANING_COST_CENTRE, NULL },
  { "ledger code", CADRE_MEANING_COST_CENTRE, NULL },
  { "job family", CADRE_MEANING_PROFESSION, NULL },
  { "profession", CADRE_MEANING_PROFESSION, NULL },
  { "staff group", CADRE_MEANING_PROFESSION, NULL },
  { "base", CADRE_MEANING_SITE, NULL },
  { "location", CADRE_MEANING_SITE, NULL },
  { "site", CADRE_MEANING_SITE, NULL },
  { "work base", CADRE_MEANING_SITE, NULL },
  { "work location", CADRE_MEANING_SITE, NULL },
  { "establishment", CADRE_MEANING_ESTABLISHMENT, "It may be a number of posts or an FTE" },
  { "headcount", CADRE_MEANING_ESTABLISHMENT, "It may count posts or the people in them" },
  { "number of posts", CADRE_MEANING_ESTABLISHMENT, NULL },
  { "budgeted fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "established fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "funded fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "position establishment", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "salary", CADRE_MEANING_NONE, PAY_OF_WHOM },
  { "annual salary", CADRE_MEANING_NONE, PAY_OF_WHOM },
  { "grade maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "pay maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "salary maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "grade minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "pay minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "salary minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "emp no", CADRE_MEANING_PERSON_ID, NULL },
  { "employee", CADRE_MEANING_PERSON_ID, "It may be the number of the employee or the name" },
  { "employee id", CADRE_MEANING_PERSON_ID, NULL },
  { "employee no", CADRE_MEANING_PERSON_ID, NULL },
  { "employee number", CADRE_MEANING_PERSON_ID, NULL },
  { "employee ref", CADRE_MEANING_PERSON_ID, NULL },
  { "employee reference", CADRE_MEANING_PERSON_ID, NULL },
  { "payroll number", CADRE_MEANING_PERSON_ID,
    "A person may have several numbers in the payroll, one for each contract" },
  { "pernr", CADRE_MEANING_PERSON_ID, NULL },
  { "person id", CADRE_MEANING_PERSON_ID, NULL },
  { "person number", CADRE_MEANING_PERSON_ID, NULL },
  { "personal ref", CADRE_MEANING_PERSON_ID, NULL },
  { "personal reference", CADRE_MEANING_PERSON_ID, NULL },
  { "personnel number", CADRE_MEANING_PERSON_ID, NULL },
  { "personnelnumber", CADRE_MEANING_PERSON_ID, NULL },
  { "staff id", CADRE_MEANING_PERSON_ID, NULL },
  { "staff number", CADRE_MEANING_PERSON_ID, NULL },
  { "worker id", CADRE_MEANING_PERSON_ID, NULL },
  { "employee name", CADRE_MEANING_PERSON_NAME, NULL },
  { "full name", CADRE_MEANING_PERSON_NAME, NULL },
  { "holder", CADRE_MEANING_PERSON_NAME, NULL },
  { "known as", CADRE_MEANING_PERSON_NAME, NULL },
  { "name", CADRE_MEANING_PERSON_NAME, "It may be the name of a person, a post or a unit" },
  { "person name", CADRE_MEANING_PERSON_NAME, NULL },
  { "post holder", CADRE_MEANING_PERSON_NAME, NULL },
  { "worker name", CADRE_MEANING_PERSON_NAME, NULL },
  { "assignment id", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "assignment no", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "assignment number", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "contract number", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "occupancy id", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "assignment basis", CADRE_MEANING_BASIS, NULL },
  { "occupancy type", CADRE_MEANING_BASIS, NULL },
  { "position basis", CADRE_MEANING_BASIS, NULL },
  { "assignment category", CADRE_MEANING_CONTRACT, NULL },
  { "contract", CADRE_MEANING_CONTRACT, NULL },
  { "contract type", CADRE_MEANING_CONTRACT, NULL },
  { "employment type", CADRE_MEANING_CONTRACT, NULL },
  { "contracted hours", CADRE_MEANING_HOURS, NULL },
  { "contractual hours", CADRE_MEANING_HOURS, NULL },
  { "hours", CADRE_MEANING_HOURS, NULL },
  { "hours per week", CADRE_MEANING_HOURS, NULL },
  { "weekly hours", CADRE_MEANING_HOURS, NULL },
  { "fte hours", CADRE_MEANING_STANDARD_HOURS, NULL },
  { "full time hours", CADRE_MEANING_STANDARD_HOURS, NULL },
  { "standard hours", CADRE_MEANING_STANDARD_HOURS, NULL },
  { "paid weeks", CADRE_MEANING_PAID_WEEKS, NULL },
  { "weeks per year", CADRE_MEANING_PAID_WEEKS, NULL },
  { "fte", CADRE_MEANING_FTE, WHOSE_FTE },
  { "fulltimeequivalent", CADRE_MEANING_FTE, WHOSE_FTE },
  { "wte", CADRE_MEANING_FTE, WHOSE_FTE },
  { "assignment start date", CADRE_MEANING_VALID_FROM, NULL },
  { "effective start date", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "occupancy start", CADRE_MEANING_VALID_FROM, NULL },
  { "start date", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "valid from", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "validfrom", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "assignment end date", CADRE_MEANING_VALID_TO, NULL },
  { "effective end date", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "end date", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "occupancy end", CADRE_MEANING_VALID_TO, NULL },
  { "valid to", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "validto", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "manager position", CADRE_MEANING_MANAGER_POST, NULL },
  { "manager position number", CADRE_MEANING_MANAGER_POST, NULL },
  { "parent position", CADRE_MEANING_MANAGER_POST, NULL },
  { "parent position id", CADRE_MEANING_MANAGER_POST, NULL },
  { "parentpositionid", CADRE_MEANING_MANAGER_POST, NULL },
  { "reports to position", CADRE_MEANING_MANAGER_POST, NULL },
  { "reports to post", CADRE_MEANING_MANAGER_POST, NULL },
  { "supervisor position", CADRE_MEANING_MANAGER_POST, NULL },
  { "supervisor position number", CADRE_MEANING_MANAGER_POST, NULL },
  { "line manager id", CADRE_MEANING_MANAGER_PERSON, MANAGER_WHO },
  { "line manager employee number", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "manager employee number", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "manager personnel number", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "reporting manager reference", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "supervisor employee number", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "line manager", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "manager", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "manager id", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "reports to", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "supervisor", CADRE_MEANING_MANAGER, MANAGER_WHO },
};

CadreMeaning
cadre_map_find_meaning (const char *folded, const char **unsure)
{
  *unsure = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (synonyms[i].name, folded) == 0)
      {
        *unsure = synonyms[i].unsure;
        return synonyms[i].meaning;
      }

  return CADRE_MEANING_NONE;
}

static const struct
{
  CadreMeaning meaning;
  const char *theirs;
  const char *ours;
} words[] = {
  { CADRE_MEANING_BASIS, "acting", "acting" },
  { CADRE_MEANING_BASIS, "acting up", "acting" },
  { CADRE_MEANING_BASIS, "cover", "cover" },
  { CADRE_MEANING_BASIS, "secondment", "secondment" },
  { CADRE_MEANING_BASIS, "seconded", "secondment" },
  { CADRE_MEANING_BASIS, "substantive", "substantive" },
  { CADRE_MEANING_CONTRACT, "apprentice", "apprenticeship" },
  { CADRE_MEANING_CONTRACT, "apprenticeship", "apprenticeship" },
  { CADRE_MEANING_CONTRACT, "bank", "casual" },
  { CADRE_MEANING_CONTRACT, "casual", "casual" },
  { CADRE_MEANING_CONTRACT, "fixed term", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "fixed term temp", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "permanent", "permanent" },
  { CADRE_MEANING_CONTRACT, "relief", "casual" },
  { CADRE_MEANING_CONTRACT, "temporary", "fixed-term" },
};

const char *
cadre_map_find_word (CadreMeaning meaning, const char *theirs)
{
  g_autofree char *folded = cadre_map_fold_name (theirs);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].meaning == meaning && strcmp (words[i].theirs, folded) == 0)
      return words[i].ours;

  return NULL;
}
