/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reporting lines before and after, and what the policies ask of a ring-fence. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

/* The nearest manager of a post before that goes on, as a post after. */
static guint32
find_lasting_manager (const CadreEngine *self, guint32 post)
{
  const guint32 *managers = self->sides[CADRE_BEFORE].index->manager;
  guint32 n = self->sides[CADRE_BEFORE].n_posts;

  /* No chain is longer than there are posts. */
  for (guint32 i = 0; i < n && managers[post] != CADRE_NO_ROW; i++)
    {
      post = managers[post];
      if (self->same[post] != CADRE_NO_ROW)
        return self->same[post];
    }

  return CADRE_NO_ROW;
}

static void
find_asked_parts (CadreEngine *self)
{
  for (guint i = 0; i < self->n_policies; i++)
    {
      const CadrePolicyRules *rules = self->rules[i];

      self->asked_parts |= (guint) rules->same_line << CADRE_FENCE_LINE |
                           (guint) rules->same_unit << CADRE_FENCE_UNIT |
                           (guint) rules->same_area << CADRE_FENCE_AREA;
    }
}

gboolean
cadre_engine_read_lines (CadreEngine *self)
{
  find_asked_parts (self);
  for (guint side = 0; side < 2; side++)
    {
      guint32 n = self->sides[side].n_posts;
      gboolean is_asked = (self->asked_parts >> CADRE_FENCE_LINE & 1) != 0;

      self->line[side] = g_try_new0 (guint32, (gsize) n + 1);
      if (self->line[side] == NULL)
        return FALSE;
      for (guint32 post = 0; is_asked && post < n; post++)
        self->line[side][post] = side == CADRE_BEFORE ? find_lasting_manager (self, post)
                                                      : self->sides[side].index->manager[post];
    }

  return TRUE;
}

CadreTruth
cadre_engine_same_line (const CadreEngine *self, guint32 before, guint32 after)
{
  guint32 line = self->line[CADRE_BEFORE][before];
  guint32 manager = self->line[CADRE_AFTER][after];
  guint32 n = self->sides[CADRE_AFTER].n_posts;

  if (line == CADRE_NO_ROW || manager == CADRE_NO_ROW)
    return CADRE_TRUTH_UNKNOWN;

  for (guint32 i = 0; i < n && manager != CADRE_NO_ROW; i++)
    {
      if (manager == line)
        return CADRE_TRUTH_TRUE;
      manager = self->line[CADRE_AFTER][manager];
    }

  return CADRE_TRUTH_FALSE;
}
