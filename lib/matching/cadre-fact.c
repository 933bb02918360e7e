/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-fact
 * @Title: CadreFact
 * @Short_Description: One piece of the evidence of an outcome
 *
 * A #CadreFact is a name and a text: what an outcome rests on. The facts of an
 * outcome stand in the order in which the rules came to them; a name may occur
 * more than once. The names are listed in `docs/matching.md`.
 */

#include "config.h"

#include "matching/cadre-outcome-private.h"

/**
 * CadreFact:
 *
 * One piece of the evidence of an outcome.
 *
 * Since: 1.0
 */
struct _CadreFact
{
  GObject parent_instance;

  const char *name; /* a constant */
  char *text;
};

G_DEFINE_FINAL_TYPE (CadreFact, cadre_fact, G_TYPE_OBJECT)

static void
cadre_fact_finalize (GObject *object)
{
  CadreFact *self = CADRE_FACT (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (cadre_fact_parent_class)->finalize (object);
}

static void
cadre_fact_class_init (CadreFactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_fact_finalize;
}

static void
cadre_fact_init (CadreFact *self)
{
}

CadreFact *
cadre_fact_new (const char *name, const char *text)
{
  CadreFact *self = g_object_new (CADRE_TYPE_FACT, NULL);

  self->name = name;
  self->text = g_strdup (text);
  return self;
}

/**
 * cadre_fact_get_name:
 * @self: a #CadreFact
 *
 * Gets what it is a fact about, such as `threshold`.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_fact_get_name (CadreFact *self)
{
  g_return_val_if_fail (CADRE_IS_FACT (self), NULL);

  return self->name;
}

/**
 * cadre_fact_get_text:
 * @self: a #CadreFact
 *
 * Gets what is so.
 *
 * Returns: (transfer none): the text
 *
 * Since: 1.0
 */
const char *
cadre_fact_get_text (CadreFact *self)
{
  g_return_val_if_fail (CADRE_IS_FACT (self), NULL);

  return self->text;
}
