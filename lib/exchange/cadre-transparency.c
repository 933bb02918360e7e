/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-transparency
 * @Title: CadreTransparency
 * @Short_Description: The table of the top three levels that councils publish
 *
 * A #CadreTransparency writes what the Local Government Transparency Code 2015
 * asks of councils in England each year: an organisation chart of the staff in the
 * top three levels, with grade, job title, department and team, whether permanent or
 * temporary, contact details, the salary in brackets of £5,000, and the ceiling of
 * the grade; and, as the Code recommends, the posts that are vacant. The rule is in
 * paragraphs on the organisation chart in part 2 of the Code, which the Secretary of
 * State issued under section 2 of the Local Government, Planning and Land Act 1980.
 *
 * # Levels # {#cadre-transparency-levels}
 *
 * The first level is the top rung of the tier scale of the employer, or 1 where it
 * has none. The tier of a post is the one that follows from the reporting lines;
 * where none follows, as under a cycle, the one that is stated. A stated tier that is
 * another one is an issue, and so is a post with no tier at all, which is left out.
 *
 * # Rows # {#cadre-transparency-rows}
 *
 * There is a row for each assignment whose holder works in it, so that those who
 * share a job have a row each, and one for the places of a post that nobody is known
 * to be in. Posts that are outside, deleted or not in force have none. Rows come
 * depth first from the top.
 *
 * # Pay # {#cadre-transparency-pay}
 *
 * A structure does not hold what a person is paid. Where the salary attribute is set,
 * an assignment's attribute of that name is its salary in pounds. Otherwise the
 * lowest and the highest pay of the post have to be in one bracket, or where the post
 * states neither, those of its grade. Brackets begin at multiples of £5,000 and go up
 * to the last penny before the next. A ceiling is the highest pay of the grade, or of
 * the post where it has no grade. What does not follow is "not known", and an issue.
 *
 * # Contact details # {#cadre-transparency-contact}
 *
 * No field holds them. Where the contact attribute is set, it is looked for in the
 * assignment and then in the post; otherwise the column is empty.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-export-private.h"
#include "exchange/cadre-transparency-private.h"
#include <cadre/cadre-exchange-error.h>

#define FILE_NAME "organisation-chart.csv"
#define DEFAULT_LEVELS 3

struct _CadreTransparency
{
  GObject parent_instance;

  CadreTransparencySettings settings;
};

enum
{
  PROP_ORGANISATION = 1,
  PROP_LEVELS,
  PROP_VACANCIES,
  PROP_CONTACT_ATTRIBUTE,
  PROP_SALARY_ATTRIBUTE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreTransparency:
 *
 * What the table of the top levels is to hold.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreTransparency, cadre_transparency, G_TYPE_OBJECT)

static void
cadre_transparency_finalize (GObject *object)
{
  CadreTransparency *self = CADRE_TRANSPARENCY (object);

  g_clear_pointer (&self->settings.organisation, g_free);
  g_clear_pointer (&self->settings.contact_attribute, g_free);
  g_clear_pointer (&self->settings.salary_attribute, g_free);

  G_OBJECT_CLASS (cadre_transparency_parent_class)->finalize (object);
}

static void
cadre_transparency_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreTransparency *self = CADRE_TRANSPARENCY (object);

  switch (prop_id)
    {
    case PROP_ORGANISATION:
      g_value_set_string (value, self->settings.organisation);
      break;
    case PROP_LEVELS:
      g_value_set_uint (value, self->settings.levels);
      break;
    case PROP_VACANCIES:
      g_value_set_boolean (value, self->settings.vacancies);
      break;
    case PROP_CONTACT_ATTRIBUTE:
      g_value_set_string (value, self->settings.contact_attribute);
      break;
    case PROP_SALARY_ATTRIBUTE:
      g_value_set_string (value, self->settings.salary_attribute);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_transparency_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  CadreTransparency *self = CADRE_TRANSPARENCY (object);

  switch (prop_id)
    {
    case PROP_ORGANISATION:
      cadre_transparency_set_organisation (self, g_value_get_string (value));
      break;
    case PROP_LEVELS:
      cadre_transparency_set_levels (self, g_value_get_uint (value));
      break;
    case PROP_VACANCIES:
      cadre_transparency_set_vacancies (self, g_value_get_boolean (value));
      break;
    case PROP_CONTACT_ATTRIBUTE:
      cadre_transparency_set_contact_attribute (self, g_value_get_string (value));
      break;
    case PROP_SALARY_ATTRIBUTE:
      cadre_transparency_set_salary_attribute (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_text (guint id, const char *name)
{
  props[id] =
    g_param_spec_string (name, NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
cadre_transparency_class_init (CadreTransparencyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cadre_transparency_finalize;
  object_class->get_property = cadre_transparency_get_property;
  object_class->set_property = cadre_transparency_set_property;

  /**
   * CadreTransparency:organisation:
   *
   * The id of the employer whose posts the table holds; %NULL for those of all.
   *
   * Since: 1.0
   */
  install_text (PROP_ORGANISATION, "organisation");

  /**
   * CadreTransparency:levels:
   *
   * How many levels, from the top, the table holds. The Code asks for three.
   *
   * Since: 1.0
   */
  props[PROP_LEVELS] =
    g_param_spec_uint ("levels", NULL, NULL, 1, G_MAXUINT16, DEFAULT_LEVELS,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreTransparency:vacancies:
   *
   * Whether the table holds the places that nobody is in, as the Code recommends.
   *
   * Since: 1.0
   */
  props[PROP_VACANCIES] =
    g_param_spec_boolean ("vacancies", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreTransparency:contact-attribute:
   *
   * The attribute of assignments and posts that holds contact details; %NULL for none.
   *
   * Since: 1.0
   */
  install_text (PROP_CONTACT_ATTRIBUTE, "contact-attribute");

  /**
   * CadreTransparency:salary-attribute:
   *
   * The attribute of assignments that holds a salary in pounds; %NULL for none.
   *
   * Since: 1.0
   */
  install_text (PROP_SALARY_ATTRIBUTE, "salary-attribute");

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_transparency_init (CadreTransparency *self)
{
  self->settings.levels = DEFAULT_LEVELS;
  self->settings.vacancies = TRUE;
}

/**
 * cadre_transparency_new:
 *
 * Makes a table of the top three levels of all employers, vacancies among them.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
CadreTransparency *
cadre_transparency_new (void)
{
  return g_object_new (CADRE_TYPE_TRANSPARENCY, NULL);
}

static void
set_text (CadreTransparency *self, char **place, const char *text, guint prop)
{
  g_autofree char *copy = NULL;

  if (g_strcmp0 (*place, text) == 0)
    return;

  copy = g_strdup (text);
  g_free (*place);
  *place = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * cadre_transparency_get_organisation:
 * @self: a #CadreTransparency
 *
 * Gets whose posts the table holds.
 *
 * Returns: (transfer none) (nullable): the id of an organisation, or %NULL for all
 *
 * Since: 1.0
 */
const char *
cadre_transparency_get_organisation (CadreTransparency *self)
{
  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), NULL);

  return self->settings.organisation;
}

/**
 * cadre_transparency_set_organisation:
 * @self: a #CadreTransparency
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 *
 * Sets whose posts the table holds: those that this organisation employs.
 *
 * Since: 1.0
 */
void
cadre_transparency_set_organisation (CadreTransparency *self, const char *organisation)
{
  g_return_if_fail (CADRE_IS_TRANSPARENCY (self));

  set_text (self, &self->settings.organisation, organisation, PROP_ORGANISATION);
}

/**
 * cadre_transparency_get_levels:
 * @self: a #CadreTransparency
 *
 * Gets how many levels the table holds.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_transparency_get_levels (CadreTransparency *self)
{
  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), 0);

  return self->settings.levels;
}

/**
 * cadre_transparency_set_levels:
 * @self: a #CadreTransparency
 * @levels: the number of levels, from 1 to 65535
 *
 * Sets how many levels, from the top, the table holds.
 *
 * Since: 1.0
 */
void
cadre_transparency_set_levels (CadreTransparency *self, guint levels)
{
  g_return_if_fail (CADRE_IS_TRANSPARENCY (self));
  g_return_if_fail (levels > 0 && levels <= G_MAXUINT16);

  if (self->settings.levels == levels)
    return;

  self->settings.levels = levels;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVELS]);
}

/**
 * cadre_transparency_get_vacancies:
 * @self: a #CadreTransparency
 *
 * Gets whether the table holds the places that nobody is in.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_transparency_get_vacancies (CadreTransparency *self)
{
  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), FALSE);

  return self->settings.vacancies;
}

/**
 * cadre_transparency_set_vacancies:
 * @self: a #CadreTransparency
 * @vacancies: whether the table holds the places that nobody is in
 *
 * Sets whether the table holds the places that nobody is in. Places of which it is
 * not known whether anybody is in them are always there.
 *
 * Since: 1.0
 */
void
cadre_transparency_set_vacancies (CadreTransparency *self, gboolean vacancies)
{
  g_return_if_fail (CADRE_IS_TRANSPARENCY (self));

  vacancies = vacancies != FALSE;
  if (self->settings.vacancies == vacancies)
    return;

  self->settings.vacancies = vacancies;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VACANCIES]);
}

/**
 * cadre_transparency_get_contact_attribute:
 * @self: a #CadreTransparency
 *
 * Gets which attribute holds contact details.
 *
 * Returns: (transfer none) (nullable): its name, or %NULL
 *
 * Since: 1.0
 */
const char *
cadre_transparency_get_contact_attribute (CadreTransparency *self)
{
  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), NULL);

  return self->settings.contact_attribute;
}

/**
 * cadre_transparency_set_contact_attribute:
 * @self: a #CadreTransparency
 * @contact_attribute: (nullable): the name of an attribute, or %NULL
 *
 * Sets which attribute holds contact details. The assignment's goes before the
 * post's.
 *
 * Since: 1.0
 */
void
cadre_transparency_set_contact_attribute (CadreTransparency *self, const char *contact_attribute)
{
  g_return_if_fail (CADRE_IS_TRANSPARENCY (self));

  set_text (self, &self->settings.contact_attribute, contact_attribute, PROP_CONTACT_ATTRIBUTE);
}

/**
 * cadre_transparency_get_salary_attribute:
 * @self: a #CadreTransparency
 *
 * Gets which attribute holds a salary.
 *
 * Returns: (transfer none) (nullable): its name, or %NULL
 *
 * Since: 1.0
 */
const char *
cadre_transparency_get_salary_attribute (CadreTransparency *self)
{
  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), NULL);

  return self->settings.salary_attribute;
}

/**
 * cadre_transparency_set_salary_attribute:
 * @self: a #CadreTransparency
 * @salary_attribute: (nullable): the name of an attribute, or %NULL
 *
 * Sets which attribute of an assignment holds its salary: pounds a year, as a number.
 *
 * Since: 1.0
 */
void
cadre_transparency_set_salary_attribute (CadreTransparency *self, const char *salary_attribute)
{
  g_return_if_fail (CADRE_IS_TRANSPARENCY (self));

  set_text (self, &self->settings.salary_attribute, salary_attribute, PROP_SALARY_ATTRIBUTE);
}

/* The table is about posts and their levels: where a level of redaction does not show
 * what they are and whom they report to, it would be wrong. */
static gboolean
check_level (CadreRedaction *redaction, GError **error)
{
  static const char *const needed[] = { "title", "unit", "grade" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_POST, needed[i]))
      {
        g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION,
                     "The level does not show the %s of posts, which the table is made of",
                     needed[i]);
        return FALSE;
      }

  if (cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_LINE, "manager"))
    return TRUE;

  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION,
                       "The level does not show whom posts report to, which their tiers come of");
  return FALSE;
}

/**
 * cadre_transparency_write:
 * @self: a #CadreTransparency
 * @structure: the structure
 * @redaction: who the table is for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes the table, as the file `organisation-chart.csv`. Everything in it comes
 * through the redaction first; what a level does not show is "withheld". The level to
 * publish at is %CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE. As no public level shows
 * attributes, contact details and salaries out of attributes are only there at
 * %CADRE_REDACTION_LEVEL_FULL; the columns of the table are the same. A level that does
 * not show what posts are and whom they report to is %CADRE_EXCHANGE_ERROR_REDACTION,
 * and an organisation that is not there %CADRE_EXCHANGE_ERROR_NOT_FOUND.
 *
 * Takes time in proportion to the size of the structure.
 *
 * Returns: (transfer full): the table and what is not known of it, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_transparency_write (CadreTransparency *self,
                          CadreStructure *structure,
                          CadreRedaction *redaction,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (CadreStructure) shown = NULL;
  g_autoptr (CadreCsvWriter) writer = NULL;
  g_autoptr (CadreExport) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (CADRE_IS_TRANSPARENCY (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_level (redaction, error))
    return NULL;

  shown = cadre_redaction_apply (redaction, structure, error);
  if (shown == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  writer = cadre_csv_writer_new_for_text ();
  result = cadre_export_new ();
  if (!cadre_transparency_add_rows (&self->settings, shown, redaction, writer,
                                    cadre_export_get_issues (result), error) ||
      !cadre_csv_writer_finish (writer, cancellable, error))
    return NULL;

  bytes = cadre_csv_writer_steal_bytes (writer);
  cadre_export_add_file (result, FILE_NAME, "text/csv", bytes);
  cadre_issue_list_seal (cadre_export_get_issues (result));

  return g_steal_pointer (&result);
}
