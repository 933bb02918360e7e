/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What employers have agreed where their policies clash: which of them is
 * followed in a parameter, for all posts or for one. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

static int
find_policy (const CadreEngine *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->n_policies; i++)
    if (g_str_equal (cadre_policy_get_name (self->policies[i]), name))
      return (int) i;

  return -1;
}

/* Where a parameter is about an employer's own staff only, policies cannot meet on
 * a post. */
static void
report_no_effect (CadreEngine *self, int parameter)
{
  cadre_engine_report (self, "matching.agreement.no-effect", CADRE_SEVERITY_WARNING,
                       "An agreement is about a parameter in which each policy binds its own staff "
                       "only: it settles nothing",
                       NULL, cadre_parameter_spec ((CadreParameter) parameter)->name,
                       "Amend the policy instead");
}

static gboolean
read_agreement (CadreEngine *self, CadreLogEntry *entry)
{
  const char *parameter = cadre_log_entry_get_parameter (entry);
  const char *post = cadre_log_entry_get_post (entry);
  int policy = find_policy (self, cadre_log_entry_get_policy (entry));
  CadreAgreementRow row = { -1, CADRE_NO_ROW, (guint32) policy, post == NULL };

  row.parameter = parameter != NULL ? cadre_parameter_find (parameter) : -1;
  if (post != NULL)
    row.post = cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST, post);
  if (row.parameter >= 0 && !cadre_parameter_spec ((CadreParameter) row.parameter)->binds_post)
    {
      report_no_effect (self, row.parameter);
      return TRUE;
    }
  if (row.parameter >= 0 && policy >= 0 && (row.is_general || row.post != CADRE_NO_ROW))
    return cadre_vector_push (&self->agreements, &row);

  cadre_engine_report (self, "matching.agreement.unknown", CADRE_SEVERITY_WARNING,
                       "An agreement names a parameter, a policy or a post that the case does not "
                       "have: it settles nothing",
                       NULL, NULL, "Name them as the case does");
  return TRUE;
}

gboolean
cadre_engine_read_agreements (CadreEngine *self)
{
  CadreLog *log = cadre_case_get_log (self->source);
  guint n = log != NULL ? g_list_model_get_n_items (G_LIST_MODEL (log)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) entry = g_list_model_get_item (G_LIST_MODEL (log), i);

      if (cadre_log_entry_get_kind (entry) == CADRE_LOG_KIND_AGREEMENT &&
          !read_agreement (self, entry))
        return FALSE;
    }

  return TRUE;
}

/* The last about the post holds, else the last about all. */
const CadrePolicyRules *
cadre_engine_agreed_rules (const CadreEngine *self, CadreParameter parameter, guint32 post)
{
  const CadrePolicyRules *general = NULL;
  const CadrePolicyRules *own = NULL;

  for (gsize i = 0; i < self->agreements.n; i++)
    {
      const CadreAgreementRow *row = &cadre_vector_at (&self->agreements, CadreAgreementRow, i);

      if (row->parameter != (int) parameter)
        continue;
      if (row->is_general)
        general = self->rules[row->policy];
      else if (row->post == post)
        own = self->rules[row->policy];
    }

  return own != NULL ? own : general;
}

const CadrePolicyRules *
cadre_engine_rules_for (const CadreEngine *self,
                        CadreParameter parameter,
                        guint32 assignment,
                        guint32 post)
{
  const CadrePolicyRules *agreed =
    self->agreements.n > 0 ? cadre_engine_agreed_rules (self, parameter, post) : NULL;

  return agreed != NULL ? agreed : self->rules[self->policy[assignment]];
}

const CadrePolicyRules *
cadre_engine_rules_of_post (const CadreEngine *self, CadreParameter parameter, guint32 post)
{
  const CadreTables *tables = self->sides[CADRE_AFTER].tables;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadrePolicyRules *agreed =
    self->agreements.n > 0 ? cadre_engine_agreed_rules (self, parameter, post) : NULL;
  const CadrePolicy *policy = NULL;

  if (agreed != NULL)
    return agreed;

  policy =
    cadre_case_get_policy (self->source,
                           cadre_tables_text (tables,
                                              cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER,
                                                                post)));
  for (guint i = 0; policy != NULL && i < self->n_policies; i++)
    if (self->policies[i] == policy)
      return self->rules[i];

  return NULL;
}

CadrePolicy *
cadre_engine_policy_of_post (const CadreEngine *self, CadreParameter parameter, guint32 post)
{
  const CadrePolicyRules *rules = cadre_engine_rules_of_post (self, parameter, post);

  for (guint i = 0; rules != NULL && i < self->n_policies; i++)
    if (self->rules[i] == rules)
      return self->policies[i];

  return NULL;
}
