/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-organogram-reader
 * @Title: CadreOrganogramReader
 * @Short_Description: Reads what the UK government publishes of its posts
 *
 * Departments publish their senior posts and, as numbers under these, all other
 * posts: two tables for each date. A #CadreOrganogramReader makes a structure of
 * the tables of each date, whatever their faults, and says what is wrong with them
 * by the rules of the government's own validator.
 *
 * # Rows and records # {#cadre-organogram-reader-records}
 *
 * A row of the senior table is a post, and an assignment if somebody is in it,
 * disclosed or not. Rows that share a ref are one post with several holders; the
 * first says what the post is. A row whose name is “Eliminated” is a post of status
 * #CADRE_POST_STATUS_DELETED whose last day is the day before the date, so that it
 * is in no total. Somebody with the ref 0 has no post, and is a #CadrePerson alone.
 * A row of the junior table is a grouped post, see #CadrePost:grouped: its
 * establishment is not known, and its full-time equivalent is
 * #CadrePost:budgeted-fte. What no field holds is in the attributes of the record.
 * Blanks around a cell, and how a number is written, are not kept; nor is a column
 * that only numbers the rows.
 *
 * # Ids # {#cadre-organogram-reader-ids}
 *
 * A post is `ORGANISATION/REF`: the name of its organisation in small letters and
 * hyphens, unless #CadreOrganogramReader:organisation says otherwise, and its ref
 * in capitals, as publishers change the case of refs from one date to the next.
 * References are found whatever their case, first in the organisation of the row
 * and then in the others of the same date. A grouped post is named after its
 * senior post, its grade and its title.
 *
 * Persons have numbers, in byte order of their names. Within a date a name is one
 * person; the persons of two dates are different ones, unless
 * #CadreOrganogramReader:names-are-identities is set.
 *
 * # Faults # {#cadre-organogram-reader-faults}
 *
 * Nothing is repaired unless #CadreOrganogramReader:repairs says so. The issues are
 * in cadre_import_get_issues(), each with its file, row and cell. Memory and time
 * are linear in the tables.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/organogram/cadre-organogram-private.h"
#include "exchange/organogram/cadre-organogram-reader-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

enum
{
  PROP_LIMITS = 1,
  PROP_REPAIRS,
  PROP_NAMES_ARE_IDENTITIES,
  PROP_ORGANISATION,
  PROP_EMPLOYER,
  PROP_FORMULA_GUARD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreOrganogramReader:
 *
 * Reads organograms.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreOrganogramReader, cadre_organogram_reader, G_TYPE_OBJECT)

static void
clear_snapshot (gpointer data)
{
  CadreOrganogramSnapshot *snapshot = data;

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&snapshot->files[i]);
      g_clear_pointer (&snapshot->bytes[i], g_bytes_unref);
    }
}

static void
cadre_organogram_reader_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  CadreOrganogramReader *self = CADRE_ORGANOGRAM_READER (object);

  switch (prop_id)
    {
    case PROP_LIMITS:
      g_value_set_object (value, self->limits);
      break;
    case PROP_REPAIRS:
      g_value_set_flags (value, self->repairs);
      break;
    case PROP_NAMES_ARE_IDENTITIES:
      g_value_set_boolean (value, self->names_are_identities);
      break;
    case PROP_ORGANISATION:
      g_value_set_string (value, self->organisation);
      break;
    case PROP_EMPLOYER:
      g_value_set_string (value, self->employer);
      break;
    case PROP_FORMULA_GUARD:
      g_value_set_boolean (value, self->formula_guard);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_organogram_reader_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  CadreOrganogramReader *self = CADRE_ORGANOGRAM_READER (object);

  switch (prop_id)
    {
    case PROP_LIMITS:
      cadre_organogram_reader_set_limits (self, g_value_get_object (value));
      break;
    case PROP_REPAIRS:
      cadre_organogram_reader_set_repairs (self, g_value_get_flags (value));
      break;
    case PROP_NAMES_ARE_IDENTITIES:
      cadre_organogram_reader_set_names_are_identities (self, g_value_get_boolean (value));
      break;
    case PROP_ORGANISATION:
      cadre_organogram_reader_set_organisation (self, g_value_get_string (value));
      break;
    case PROP_EMPLOYER:
      cadre_organogram_reader_set_employer (self, g_value_get_string (value));
      break;
    case PROP_FORMULA_GUARD:
      cadre_organogram_reader_set_formula_guard (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_organogram_reader_finalize (GObject *object)
{
  CadreOrganogramReader *self = CADRE_ORGANOGRAM_READER (object);

  g_clear_object (&self->limits);
  g_free (self->organisation);
  g_free (self->employer);
  g_array_unref (self->snapshots);

  G_OBJECT_CLASS (cadre_organogram_reader_parent_class)->finalize (object);
}

static void
cadre_organogram_reader_class_init (CadreOrganogramReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_organogram_reader_get_property;
  object_class->set_property = cadre_organogram_reader_set_property;
  object_class->finalize = cadre_organogram_reader_finalize;

  /**
   * CadreOrganogramReader:limits:
   *
   * How much each table may ask for, and how many rows the tables of one date may
   * have, or %NULL for cadre_limits_new_bounded().
   *
   * Since: 1.0
   */
  props[PROP_LIMITS] = g_param_spec_object ("limits", NULL, NULL, CADRE_TYPE_LIMITS, flags);

  /**
   * CadreOrganogramReader:repairs:
   *
   * Which faults are repaired. By default none is.
   *
   * Since: 1.0
   */
  props[PROP_REPAIRS] = g_param_spec_flags ("repairs", NULL, NULL, CADRE_TYPE_ORGANOGRAM_REPAIR,
                                            CADRE_ORGANOGRAM_REPAIR_NONE, flags);

  /**
   * CadreOrganogramReader:names-are-identities:
   *
   * Whether a name is the same person at all dates. By default it is not: two
   * people may share a name, and a document that says that they are one cannot be
   * told from one that is right.
   *
   * Since: 1.0
   */
  props[PROP_NAMES_ARE_IDENTITIES] =
    g_param_spec_boolean ("names-are-identities", NULL, NULL, FALSE, flags);

  /**
   * CadreOrganogramReader:organisation:
   *
   * What goes before every ref, or %NULL for the organisation of each row. With
   * it, refs stay the same where an organisation is renamed between two dates, or
   * where the column is used for something else.
   *
   * Since: 1.0
   */
  props[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, flags);

  /**
   * CadreOrganogramReader:employer:
   *
   * Who employs all posts, or %NULL for the organisation that each row names.
   *
   * Since: 1.0
   */
  props[PROP_EMPLOYER] = g_param_spec_string ("employer", NULL, NULL, NULL, flags);

  /**
   * CadreOrganogramReader:formula-guard:
   *
   * Whether the guards are taken away that cadre_organogram_write() has put before
   * cells that are like a formula. By default they are not, as the tables of others
   * mean what they say.
   *
   * Since: 1.0
   */
  props[PROP_FORMULA_GUARD] = g_param_spec_boolean ("formula-guard", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_organogram_reader_init (CadreOrganogramReader *self)
{
  self->snapshots = g_array_new (FALSE, TRUE, sizeof (CadreOrganogramSnapshot));
  g_array_set_clear_func (self->snapshots, clear_snapshot);
}

/**
 * cadre_organogram_reader_new:
 *
 * Makes a reader without any table.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreOrganogramReader *
cadre_organogram_reader_new (void)
{
  return g_object_new (CADRE_TYPE_ORGANOGRAM_READER, NULL);
}

/**
 * cadre_organogram_reader_get_limits:
 * @self: a #CadreOrganogramReader
 *
 * Gets how much the tables may ask for.
 *
 * Returns: (transfer none) (nullable): the limits, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Since: 1.0
 */
CadreLimits *
cadre_organogram_reader_get_limits (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), NULL);

  return self->limits;
}

/**
 * cadre_organogram_reader_set_limits:
 * @self: a #CadreOrganogramReader
 * @limits: (nullable): the limits, or %NULL for cadre_limits_new_bounded()
 *
 * Sets how much the tables may ask for.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_limits (CadreOrganogramReader *self, CadreLimits *limits)
{
  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));

  if (g_set_object (&self->limits, limits))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIMITS]);
}

/**
 * cadre_organogram_reader_get_repairs:
 * @self: a #CadreOrganogramReader
 *
 * Gets which faults are repaired.
 *
 * Returns: the repairs
 *
 * Since: 1.0
 */
CadreOrganogramRepair
cadre_organogram_reader_get_repairs (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), CADRE_ORGANOGRAM_REPAIR_NONE);

  return self->repairs;
}

/**
 * cadre_organogram_reader_set_repairs:
 * @self: a #CadreOrganogramReader
 * @repairs: the repairs
 *
 * Sets which faults are repaired.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_repairs (CadreOrganogramReader *self, CadreOrganogramRepair repairs)
{
  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));

  if (self->repairs == repairs)
    return;

  self->repairs = repairs;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REPAIRS]);
}

/**
 * cadre_organogram_reader_get_names_are_identities:
 * @self: a #CadreOrganogramReader
 *
 * Gets whether a name is the same person at all dates.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
cadre_organogram_reader_get_names_are_identities (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), FALSE);

  return self->names_are_identities;
}

/**
 * cadre_organogram_reader_set_names_are_identities:
 * @self: a #CadreOrganogramReader
 * @names_are_identities: whether a name is the same person at all dates
 *
 * Sets whether a name is the same person at all dates.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_names_are_identities (CadreOrganogramReader *self,
                                                  gboolean names_are_identities)
{
  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));

  names_are_identities = !!names_are_identities;
  if (self->names_are_identities == names_are_identities)
    return;

  self->names_are_identities = names_are_identities;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAMES_ARE_IDENTITIES]);
}

/**
 * cadre_organogram_reader_get_employer:
 * @self: a #CadreOrganogramReader
 *
 * Gets the name of who employs all posts.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL for what each row names
 *
 * Since: 1.0
 */
const char *
cadre_organogram_reader_get_employer (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), NULL);

  return self->employer;
}

/**
 * cadre_organogram_reader_set_employer:
 * @self: a #CadreOrganogramReader
 * @employer: (nullable): a name, or %NULL for the organisation that each row names
 *
 * Sets who employs all posts; what rows name is then an attribute, `organisation`.
 * An empty text is like %NULL.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_employer (CadreOrganogramReader *self, const char *employer)
{
  g_autofree char *old = NULL;

  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));

  if (employer != NULL && employer[0] == '\0')
    employer = NULL;
  if (g_strcmp0 (self->employer, employer) == 0)
    return;

  old = g_steal_pointer (&self->employer);
  self->employer = g_strdup (employer);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPLOYER]);
}

/**
 * cadre_organogram_reader_get_organisation:
 * @self: a #CadreOrganogramReader
 *
 * Gets what goes before every ref.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL for the organisation of
 *   each row
 *
 * Since: 1.0
 */
const char *
cadre_organogram_reader_get_organisation (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), NULL);

  return self->organisation;
}

/**
 * cadre_organogram_reader_set_organisation:
 * @self: a #CadreOrganogramReader
 * @organisation: (nullable): a text of at most 80 bytes without a slash, or %NULL
 *   for the organisation of each row
 *
 * Sets what goes before every ref. An empty text is like %NULL.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_organisation (CadreOrganogramReader *self, const char *organisation)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));
  g_return_if_fail (organisation == NULL || strlen (organisation) <= CADRE_MOST_SPACE);
  g_return_if_fail (organisation == NULL || strchr (organisation, '/') == NULL);

  if (organisation != NULL && organisation[0] == '\0')
    organisation = NULL;
  if (g_strcmp0 (self->organisation, organisation) == 0)
    return;

  copy = g_strdup (organisation); /* before the free: @organisation may be our own */
  g_free (self->organisation);
  self->organisation = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORGANISATION]);
}

/**
 * cadre_organogram_reader_get_formula_guard:
 * @self: a #CadreOrganogramReader
 *
 * Gets whether the guards of formulas are taken away.
 *
 * Returns: %TRUE if they are
 *
 * Since: 1.0
 */
gboolean
cadre_organogram_reader_get_formula_guard (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), FALSE);

  return self->formula_guard;
}

/**
 * cadre_organogram_reader_set_formula_guard:
 * @self: a #CadreOrganogramReader
 * @formula_guard: whether the guards of formulas are taken away
 *
 * Sets whether the guards of formulas are taken away.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_set_formula_guard (CadreOrganogramReader *self, gboolean formula_guard)
{
  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));

  formula_guard = !!formula_guard;
  if (self->formula_guard == formula_guard)
    return;

  self->formula_guard = formula_guard;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORMULA_GUARD]);
}

/**
 * cadre_organogram_reader_add_files:
 * @self: a #CadreOrganogramReader
 * @date: (nullable): the date that the tables describe, or %NULL where it is not
 *   known
 * @senior: (nullable): the senior table, or %NULL for none
 * @junior: (nullable): the junior table, or %NULL for none
 *
 * Adds the two tables of one date. Tables of the same date make one structure,
 * however many there are: one for each organisation, say.
 *
 * Without a date, the date is that of a column “Date”, if there is one. Where no
 * date is known, posts that are eliminated count like others, as nothing says when
 * they went.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_add_files (CadreOrganogramReader *self,
                                   const CadreDate *date,
                                   GFile *senior,
                                   GFile *junior)
{
  CadreOrganogramSnapshot snapshot = { .date = cadre_date_pack (date) };

  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));
  g_return_if_fail (senior == NULL || G_IS_FILE (senior));
  g_return_if_fail (junior == NULL || G_IS_FILE (junior));

  if (senior != NULL)
    snapshot.files[0] = g_object_ref (senior);
  if (junior != NULL)
    snapshot.files[1] = g_object_ref (junior);
  g_array_append_val (self->snapshots, snapshot);
}

/**
 * cadre_organogram_reader_add_bytes:
 * @self: a #CadreOrganogramReader
 * @date: (nullable): the date that the tables describe, or %NULL where it is not
 *   known
 * @senior: (nullable): the senior table, or %NULL for none
 * @junior: (nullable): the junior table, or %NULL for none
 *
 * Adds the two tables of one date as they are in memory, like
 * cadre_organogram_reader_add_files(). Issues call them `senior` and `junior`.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_add_bytes (CadreOrganogramReader *self,
                                   const CadreDate *date,
                                   GBytes *senior,
                                   GBytes *junior)
{
  CadreOrganogramSnapshot snapshot = { .date = cadre_date_pack (date) };

  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));

  if (senior != NULL)
    snapshot.bytes[0] = g_bytes_ref (senior);
  if (junior != NULL)
    snapshot.bytes[1] = g_bytes_ref (junior);
  g_array_append_val (self->snapshots, snapshot);
}

/**
 * cadre_organogram_reader_get_n_snapshots:
 * @self: a #CadreOrganogramReader
 *
 * Counts how often tables were added.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_organogram_reader_get_n_snapshots (CadreOrganogramReader *self)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), 0);

  return self->snapshots->len;
}
