/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-pair
 * @Title: CadrePair
 * @Short_Description: A post before and a post after that belong together
 *
 * A #CadrePair says that a post of one structure came from a post of another,
 * in what way, and what that rests on. Where there is no post before, the post
 * was created; where there is none after, it ended.
 *
 * Pairs are what a #CadreMapping consists of. A person who confirms or corrects
 * a mapping does so with pairs whose basis is %CADRE_PAIR_BASIS_CONFIRMED, and refuses
 * one with a pair of both posts whose basis is %CADRE_PAIR_BASIS_REFUSED.
 *
 * A pair whose basis is %CADRE_PAIR_BASIS_EVIDENCE has a score, what each
 * feature adds to it, and the next best pair that one of its posts could be in.
 * What a person should look at says cadre_pair_get_review().
 */

#include "config.h"

#include "diff/cadre-change-private.h"
#include "diff/mapping/cadre-pair-evidence-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-pair.h>

/**
 * CadrePair:
 *
 * A post before and a post after that belong together.
 *
 * Since: 1.0
 */
struct _CadrePair
{
  GObject parent_instance;

  char *before; /* (nullable) */
  char *after;  /* (nullable) */
  char *note;   /* (nullable) */
  char *source; /* (nullable) */
  CadreLineageKind kind;
  CadrePairBasis basis;

  CadreEvidencePair *evidence; /* (nullable): of a pair that rests on evidence */
  char *rival_before;          /* (nullable) */
  char *rival_after;           /* (nullable) */
};

enum
{
  PROP_BEFORE = 1,
  PROP_AFTER,
  PROP_KIND,
  PROP_BASIS,
  PROP_NOTE,
  PROP_SOURCE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CadrePair, cadre_pair, G_TYPE_OBJECT)

static void
cadre_pair_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadrePair *self = CADRE_PAIR (object);

  switch (prop_id)
    {
    case PROP_BEFORE:
      g_value_set_string (value, self->before);
      break;
    case PROP_AFTER:
      g_value_set_string (value, self->after);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_BASIS:
      g_value_set_enum (value, self->basis);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* All properties are set when the pair is made, and never again. */
static void
cadre_pair_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CadrePair *self = CADRE_PAIR (object);

  switch (prop_id)
    {
    case PROP_BEFORE:
      self->before = g_value_dup_string (value);
      break;
    case PROP_AFTER:
      self->after = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_BASIS:
      self->basis = g_value_get_enum (value);
      break;
    case PROP_NOTE:
      self->note = g_value_dup_string (value);
      break;
    case PROP_SOURCE:
      self->source = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_pair_finalize (GObject *object)
{
  CadrePair *self = CADRE_PAIR (object);

  g_free (self->before);
  g_free (self->after);
  g_free (self->note);
  g_free (self->source);
  g_free (self->evidence);
  g_free (self->rival_before);
  g_free (self->rival_after);

  G_OBJECT_CLASS (cadre_pair_parent_class)->finalize (object);
}

static void
cadre_pair_class_init (CadrePairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_pair_get_property;
  object_class->set_property = cadre_pair_set_property;
  object_class->finalize = cadre_pair_finalize;

  /**
   * CadrePair:before:
   *
   * The id of the post before, or %NULL for none.
   *
   * Since: 1.0
   */
  props[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);

  /**
   * CadrePair:after:
   *
   * The id of the post after, or %NULL for none.
   *
   * Since: 1.0
   */
  props[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);

  /**
   * CadrePair:kind:
   *
   * How the post after came from the post before.
   *
   * Since: 1.0
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CADRE_TYPE_LINEAGE_KIND,
                                        CADRE_LINEAGE_KIND_UNKNOWN, flags);

  /**
   * CadrePair:basis:
   *
   * What the pair rests on.
   *
   * Since: 1.0
   */
  props[PROP_BASIS] =
    g_param_spec_enum ("basis", NULL, NULL, CADRE_TYPE_PAIR_BASIS, CADRE_PAIR_BASIS_ID, flags);

  /**
   * CadrePair:note:
   *
   * A note to the pair, or %NULL.
   *
   * Since: 1.0
   */
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  /**
   * CadrePair:source:
   *
   * Where it is said that the two belong together, or %NULL.
   *
   * Since: 1.0
   */
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_pair_init (CadrePair *self)
{
}

/**
 * cadre_pair_new:
 * @before: (nullable): the id of the post before, or %NULL where it was created
 * @after: (nullable): the id of the post after, or %NULL where it ended
 * @kind: how the one came from the other
 * @basis: what that rests on
 * @note: (nullable): a note, or %NULL
 *
 * Makes a pair.
 *
 * Returns: (transfer full): the pair
 *
 * Since: 1.0
 */
CadrePair *
cadre_pair_new (const char *before,
                const char *after,
                CadreLineageKind kind,
                CadrePairBasis basis,
                const char *note)
{
  return g_object_new (CADRE_TYPE_PAIR, "before", before, "after", after, "kind", kind, "basis",
                       basis, "note", note, NULL);
}

/**
 * cadre_pair_get_before:
 * @self: a #CadrePair
 *
 * Gets the id of the post before.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_before (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->before;
}

/**
 * cadre_pair_get_after:
 * @self: a #CadrePair
 *
 * Gets the id of the post after.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_after (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->after;
}

/**
 * cadre_pair_get_kind:
 * @self: a #CadrePair
 *
 * Gets how the post after came from the post before.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreLineageKind
cadre_pair_get_kind (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), CADRE_LINEAGE_KIND_UNKNOWN);

  return self->kind;
}

/**
 * cadre_pair_get_basis:
 * @self: a #CadrePair
 *
 * Gets what the pair rests on.
 *
 * Returns: the basis
 *
 * Since: 1.0
 */
CadrePairBasis
cadre_pair_get_basis (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), CADRE_PAIR_BASIS_ID);

  return self->basis;
}

/**
 * cadre_pair_get_note:
 * @self: a #CadrePair
 *
 * Gets the note to the pair.
 *
 * Returns: (transfer none) (nullable): the note, or %NULL
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_note (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->note;
}

/**
 * cadre_pair_get_source:
 * @self: a #CadrePair
 *
 * Gets where it is said that the two posts belong together.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_source (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->source;
}

/**
 * cadre_pair_to_string:
 * @self: a #CadrePair
 *
 * Writes the pair as text, for people: `old-post -> new-post (renamed,
 * declared)`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_pair_to_string (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return g_strdup_printf ("%s -> %s (%s, %s)", self->before != NULL ? self->before : "nothing",
                          self->after != NULL ? self->after : "nothing",
                          cadre_nick (CADRE_TYPE_LINEAGE_KIND, self->kind),
                          cadre_nick (CADRE_TYPE_PAIR_BASIS, self->basis));
}

void
cadre_pair_set_evidence (CadrePair *self,
                         const CadreEvidencePair *evidence,
                         const char *rival_before,
                         const char *rival_after)
{
  self->evidence = g_memdup2 (evidence, sizeof (CadreEvidencePair));
  self->rival_before = g_strdup (rival_before);
  self->rival_after = g_strdup (rival_after);
}

/**
 * cadre_pair_get_review:
 * @self: a #CadrePair
 *
 * Gets what a person should look at.
 *
 * Returns: the review
 *
 * Since: 1.0
 */
CadrePairReview
cadre_pair_get_review (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), CADRE_PAIR_REVIEW_NONE);

  return self->evidence != NULL ? (CadrePairReview) self->evidence->review : CADRE_PAIR_REVIEW_NONE;
}

/**
 * cadre_pair_get_score:
 * @self: a #CadrePair
 *
 * Gets how much speaks for the pair: the logarithm of the odds that the two are
 * one post, in thousandths; see #CadreMappingSettings.
 *
 * Returns: the score; 0 too where the pair does not rest on evidence
 *
 * Since: 1.0
 */
int
cadre_pair_get_score (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), 0);

  return self->evidence != NULL ? self->evidence->score : 0;
}

/**
 * cadre_pair_get_margin:
 * @self: a #CadrePair
 *
 * Gets how much less speaks for the best way to map all posts without this pair.
 *
 * Returns: the difference, in thousandths; 0 too where the pair does not rest on
 *   evidence
 *
 * Since: 1.0
 */
int
cadre_pair_get_margin (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), 0);

  return self->evidence != NULL ? self->evidence->margin : 0;
}

/**
 * cadre_pair_get_evidence:
 * @self: a #CadrePair
 * @feature: a feature
 *
 * Gets what a feature says of the two posts.
 *
 * Returns: the value, in thousandths; 0 where one of the two does not state it
 *
 * Since: 1.0
 */
int
cadre_pair_get_evidence (CadrePair *self, CadreMappingFeature feature)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), 0);
  g_return_val_if_fail ((guint) feature < CADRE_N_MAPPING_FEATURES, 0);

  return self->evidence != NULL && self->evidence->values[feature] != CADRE_NO_EVIDENCE
           ? self->evidence->values[feature]
           : 0;
}

/**
 * cadre_pair_list_evidence:
 * @self: a #CadrePair
 *
 * Lists what each feature says that both posts state, in the order of the
 * features.
 *
 * Returns: (transfer full): a list of #CadrePairEvidence, empty where the pair
 *   does not rest on evidence
 *
 * Since: 1.0
 */
GListModel *
cadre_pair_list_evidence (CadrePair *self)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  list = g_list_store_new (CADRE_TYPE_PAIR_EVIDENCE);
  for (guint i = 0; self->evidence != NULL && i < CADRE_N_MAPPING_FEATURES; i++)
    if (self->evidence->values[i] != CADRE_NO_EVIDENCE)
      {
        g_autoptr (CadrePairEvidence) item =
          cadre_pair_evidence_new ((CadreMappingFeature) i, self->evidence->values[i]);

        g_list_store_append (list, item);
      }

  return G_LIST_MODEL (list);
}

/**
 * cadre_pair_get_runner_up_before:
 * @self: a #CadrePair
 *
 * Gets the post before of the next best pair that one of the two posts could be
 * in. Either this or cadre_pair_get_runner_up_after() is a post of the pair.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if there is none
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_runner_up_before (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->rival_before;
}

/**
 * cadre_pair_get_runner_up_after:
 * @self: a #CadrePair
 *
 * Gets the post after of the next best pair that one of the two posts could be
 * in.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if there is none
 *
 * Since: 1.0
 */
const char *
cadre_pair_get_runner_up_after (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), NULL);

  return self->rival_after;
}

/**
 * cadre_pair_get_runner_up_score:
 * @self: a #CadrePair
 *
 * Gets how much speaks for the next best pair.
 *
 * Returns: its score; 0 too where there is none
 *
 * Since: 1.0
 */
int
cadre_pair_get_runner_up_score (CadrePair *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR (self), 0);

  return self->rival_before != NULL ? self->evidence->rival_score : 0;
}
