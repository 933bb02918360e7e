/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Names that columns go under: in extracts of ESR, iTrent, Oracle, Dynamics and
 * SAP, and in plain English, spelled as spell_name() spells them. */

#include "config.h"

#include "exchange/field-map/cadre-map-draft-private.h"

#include <string.h>

#define UNIT_OR_NAME "It may be the name of the unit or its code"
#define ANY_NUMBER "The name does not say of what it is the number"
#define MANAGER_WHO "It may be the manager's post or the manager as a person"
#define WHOSE_DATE "It may be a date of the position or of the person in it"
#define WHOSE_FTE "It may be the FTE of the position or of the person in it"
#define PAY_OF_WHOM "It may be what the person is paid, which does not belong into a structure"

/* Words that mean the same, as the names below are spelled. A number, a code and a
 * reference are ids, but for one that a name begins with: the number of something. */
static const struct
{
  const char *theirs;
  const char *ours;
} same_words[] = {
  { "center", "centre" },
  { "code", "id" },
  { "dept", "department" },
  { "emp", "person" },
  { "employee", "person" },
  { "incumbent", "person" },
  { "max", "maximum" },
  { "mgr", "manager" },
  { "min", "minimum" },
  { "no", "id" },
  { "nr", "id" },
  { "number", "id" },
  { "org", "organisation" },
  { "organisational", "organisation" },
  { "organization", "organisation" },
  { "organizational", "organisation" },
  { "pos", "post" },
  { "position", "post" },
  { "postholder", "person" },
  { "personal", "person" },
  { "personnel", "person" },
  { "ref", "id" },
  { "reference", "id" },
  { "staff", "person" },
  { "supervisor", "manager" },
  { "worker", "person" },
};

static const struct
{
  const char *name;
  CadreMeaning meaning;
  const char *unsure;
} synonyms[] = {
  { "department", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "department id", CADRE_MEANING_UNIT_ID, NULL },
  { "business unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "directorate", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "division", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "operating unit id", CADRE_MEANING_UNIT_ID, NULL },
  { "organisation id", CADRE_MEANING_UNIT_ID, NULL },
  { "organisation unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "organisation unit id", CADRE_MEANING_UNIT_ID, NULL },
  { "orgeh", CADRE_MEANING_UNIT_ID, NULL },
  { "service", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "section", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "team", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "team id", CADRE_MEANING_UNIT_ID, NULL },
  { "unit", CADRE_MEANING_UNIT_ID, UNIT_OR_NAME },
  { "unit id", CADRE_MEANING_UNIT_ID, NULL },
  { "department name", CADRE_MEANING_UNIT_NAME, NULL },
  { "organisation unit name", CADRE_MEANING_UNIT_NAME, NULL },
  { "organisation", CADRE_MEANING_UNIT_NAME, "It may be the employer or a unit of it" },
  { "organisation name", CADRE_MEANING_UNIT_NAME, "It may be the employer or a unit of it" },
  { "service name", CADRE_MEANING_UNIT_NAME, NULL },
  { "team name", CADRE_MEANING_UNIT_NAME, NULL },
  { "unit name", CADRE_MEANING_UNIT_NAME, NULL },
  { "parent department", CADRE_MEANING_UNIT_PARENT, UNIT_OR_NAME },
  { "parent organisation id", CADRE_MEANING_UNIT_PARENT, NULL },
  { "parent unit", CADRE_MEANING_UNIT_PARENT, UNIT_OR_NAME },
  { "parent unit id", CADRE_MEANING_UNIT_PARENT, NULL },
  { "job id", CADRE_MEANING_POST_ID, "A job may be one of a kind that many posts share" },
  { "plans", CADRE_MEANING_POST_ID, NULL },
  { "post id", CADRE_MEANING_POST_ID, NULL },
  { "post", CADRE_MEANING_POST_ID, "It may be the number of the post or its title" },
  { "id", CADRE_MEANING_POST_ID, ANY_NUMBER },
  { "description", CADRE_MEANING_POST_TITLE, "It may describe something else than the post" },
  { "designation", CADRE_MEANING_POST_TITLE, NULL },
  { "job title", CADRE_MEANING_POST_TITLE, NULL },
  { "post name", CADRE_MEANING_POST_TITLE, NULL },
  { "post title", CADRE_MEANING_POST_TITLE, NULL },
  { "role", CADRE_MEANING_POST_TITLE, "A role may be one of a kind that many posts share" },
  { "title", CADRE_MEANING_POST_TITLE, "It may be the title of the post or of the person" },
  { "band", CADRE_MEANING_GRADE, NULL },
  { "grade", CADRE_MEANING_GRADE, NULL },
  { "grade id", CADRE_MEANING_GRADE, NULL },
  { "pay band", CADRE_MEANING_GRADE, NULL },
  { "pay grade", CADRE_MEANING_GRADE, NULL },
  { "pay scale", CADRE_MEANING_GRADE, NULL },
  { "payscale", CADRE_MEANING_GRADE, NULL },
  { "cost centre", CADRE_MEANING_COST_CENTRE, NULL },
  { "cost centre id", CADRE_MEANING_COST_CENTRE, NULL },
  { "costing id", CADRE_MEANING_COST_CENTRE, NULL },
  { "kostl", CADRE_MEANING_COST_CENTRE, NULL },
  { "ledger id", CADRE_MEANING_COST_CENTRE, NULL },
  { "job family", CADRE_MEANING_PROFESSION, NULL },
  { "profession", CADRE_MEANING_PROFESSION, NULL },
  { "person group", CADRE_MEANING_PROFESSION, NULL },
  { "base", CADRE_MEANING_SITE, NULL },
  { "location", CADRE_MEANING_SITE, NULL },
  { "site", CADRE_MEANING_SITE, NULL },
  { "work base", CADRE_MEANING_SITE, NULL },
  { "work location", CADRE_MEANING_SITE, NULL },
  { "establishment", CADRE_MEANING_ESTABLISHMENT, "It may be a number of posts or an FTE" },
  { "headcount", CADRE_MEANING_ESTABLISHMENT, "It may count posts or the people in them" },
  { "number of posts", CADRE_MEANING_ESTABLISHMENT, NULL },
  { "no of posts", CADRE_MEANING_ESTABLISHMENT, NULL },
  { "budgeted fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "established fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "funded fte", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "post establishment", CADRE_MEANING_BUDGETED_FTE, NULL },
  { "salary", CADRE_MEANING_PAY, PAY_OF_WHOM },
  { "annual salary", CADRE_MEANING_PAY, PAY_OF_WHOM },
  { "basic pay", CADRE_MEANING_PAY, PAY_OF_WHOM },
  { "basic salary", CADRE_MEANING_PAY, PAY_OF_WHOM },
  { "full time salary", CADRE_MEANING_PAY, PAY_OF_WHOM },
  { "grade maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "pay maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "salary maximum", CADRE_MEANING_PAY_MAX, NULL },
  { "grade minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "pay minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "salary minimum", CADRE_MEANING_PAY_MIN, NULL },
  { "person id", CADRE_MEANING_PERSON_ID, NULL },
  { "person", CADRE_MEANING_PERSON_ID, "It may be the number of the employee or the name" },
  { "payroll id", CADRE_MEANING_PERSON_ID,
    "A person may have several numbers in the payroll, one for each contract" },
  { "pernr", CADRE_MEANING_PERSON_ID, NULL },
  { "person name", CADRE_MEANING_PERSON_NAME, NULL },
  { "full name", CADRE_MEANING_PERSON_NAME, NULL },
  { "holder", CADRE_MEANING_PERSON_NAME, NULL },
  { "known as", CADRE_MEANING_PERSON_NAME, NULL },
  { "name", CADRE_MEANING_PERSON_NAME, "It may be the name of a person, a post or a unit" },
  { "post holder", CADRE_MEANING_PERSON_NAME, NULL },
  { "post holder name", CADRE_MEANING_PERSON_NAME, NULL },
  { "assignment id", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "contract id", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "occupancy id", CADRE_MEANING_ASSIGNMENT_ID, NULL },
  { "assignment basis", CADRE_MEANING_BASIS, NULL },
  { "occupancy type", CADRE_MEANING_BASIS, NULL },
  { "post basis", CADRE_MEANING_BASIS, NULL },
  { "assignment category", CADRE_MEANING_CONTRACT, NULL },
  { "contract", CADRE_MEANING_CONTRACT, NULL },
  { "contract type", CADRE_MEANING_CONTRACT, NULL },
  { "employment type", CADRE_MEANING_CONTRACT, NULL },
  { "contracted hours", CADRE_MEANING_HOURS, NULL },
  { "contract hours", CADRE_MEANING_HOURS, NULL },
  { "working hours", CADRE_MEANING_HOURS, NULL },
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
  { "full time equivalent", CADRE_MEANING_FTE, WHOSE_FTE },
  { "wte", CADRE_MEANING_FTE, WHOSE_FTE },
  { "assignment start date", CADRE_MEANING_VALID_FROM, NULL },
  { "contract start date", CADRE_MEANING_VALID_FROM, NULL },
  { "effective start date", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "hire date", CADRE_MEANING_VALID_FROM, "It may be when the person came to the employer" },
  { "occupancy start", CADRE_MEANING_VALID_FROM, NULL },
  { "start", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "start date", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "valid from", CADRE_MEANING_VALID_FROM, WHOSE_DATE },
  { "assignment end date", CADRE_MEANING_VALID_TO, NULL },
  { "contract end date", CADRE_MEANING_VALID_TO, NULL },
  { "effective end date", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "end", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "end date", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "occupancy end", CADRE_MEANING_VALID_TO, NULL },
  { "valid to", CADRE_MEANING_VALID_TO, WHOSE_DATE },
  { "manager post", CADRE_MEANING_MANAGER_POST, NULL },
  { "manager post id", CADRE_MEANING_MANAGER_POST, NULL },
  { "parent post", CADRE_MEANING_MANAGER_POST, NULL },
  { "parent post id", CADRE_MEANING_MANAGER_POST, NULL },
  { "reports to post", CADRE_MEANING_MANAGER_POST, NULL },
  { "manager id", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "manager person id", CADRE_MEANING_MANAGER_PERSON, NULL },
  { "manager", CADRE_MEANING_MANAGER, MANAGER_WHO },
  { "reports to", CADRE_MEANING_MANAGER, MANAGER_WHO },
};

static const char *
spell_word (const char *word, gboolean is_first_of_several)
{
  for (guint i = 0; i < G_N_ELEMENTS (same_words); i++)
    if (strcmp (same_words[i].theirs, word) == 0 &&
        !(is_first_of_several && strcmp (same_words[i].ours, "id") == 0))
      return same_words[i].ours;

  return word;
}

/* "EmployeeNumber" is two words. */
static char *
part_words (const char *name)
{
  GString *parted = g_string_sized_new (strlen (name) + 8);

  for (const char *c = name; *c != '\0'; c++)
    {
      if (c > name && g_ascii_isupper (*c) && g_ascii_islower (c[-1]))
        g_string_append_c (parted, ' ');
      g_string_append_c (parted, *c);
    }

  return g_string_free (parted, FALSE);
}

/* A name in the words of the table above. What sort of manager does not matter. */
static char *
spell_name (const char *name)
{
  g_autofree char *parted = part_words (name);
  g_autofree char *folded = cadre_map_fold_name (parted);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *spelled = g_string_sized_new (strlen (folded) + 8);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = spell_word (words[i], i == 0 && words[1] != NULL);
      const gboolean is_sort_of_manager =
        (strcmp (word, "line") == 0 || strcmp (word, "reporting") == 0) && words[i + 1] != NULL &&
        strcmp (spell_word (words[i + 1], FALSE), "manager") == 0;

      if (is_sort_of_manager)
        continue;
      if (spelled->len > 0)
        g_string_append_c (spelled, ' ');
      g_string_append (spelled, word);
    }

  return g_string_free (spelled, FALSE);
}

CadreMeaning
cadre_map_find_meaning (const char *name, const char **unsure)
{
  g_autofree char *spelled = spell_name (name);

  *unsure = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (synonyms[i].name, spelled) == 0)
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
  { CADRE_MEANING_CONTRACT, "fixed term contract", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "ftc", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "perm", "permanent" },
  { CADRE_MEANING_CONTRACT, "permanent", "permanent" },
  { CADRE_MEANING_CONTRACT, "relief", "casual" },
  { CADRE_MEANING_CONTRACT, "temp", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "temporary", "fixed-term" },
  { CADRE_MEANING_CONTRACT, "zero hour", "casual" },
  { CADRE_MEANING_CONTRACT, "zero hours", "casual" },
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
