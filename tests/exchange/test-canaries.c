/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Nothing comes into the formats of others at a level but what the table of the
 * levels lets out of the structures. */

#include "../structure/canaries.h"
#include "workbook.h"

typedef CadreExport *(*WriteFunc) (CadreStructure *structure,
                                   CadreRedaction *redaction,
                                   GArray *canaries,
                                   GError **error);

static CadreExport *
write_json_ld (CadreStructure *structure,
               CadreRedaction *redaction,
               G_GNUC_UNUSED GArray *canaries,
               GError **error)
{
  return cadre_linked_write (structure, CADRE_LINKED_FORMAT_JSON_LD, "https://example.org/",
                             redaction, NULL, error);
}

static CadreExport *
write_turtle (CadreStructure *structure,
              CadreRedaction *redaction,
              G_GNUC_UNUSED GArray *canaries,
              GError **error)
{
  return cadre_linked_write (structure, CADRE_LINKED_FORMAT_TURTLE, "https://example.org/",
                             redaction, NULL, error);
}

static CadreExport *
write_popolo (CadreStructure *structure,
              CadreRedaction *redaction,
              G_GNUC_UNUSED GArray *canaries,
              GError **error)
{
  return cadre_popolo_write (structure, redaction, NULL, error);
}

static CadreExport *
write_transparency (CadreStructure *structure,
                    CadreRedaction *redaction,
                    G_GNUC_UNUSED GArray *canaries,
                    GError **error)
{
  g_autoptr (CadreTransparency) table = cadre_transparency_new ();

  return cadre_transparency_write (table, structure, redaction, NULL, error);
}

static CadreExport *
write_organogram (CadreStructure *structure,
                  CadreRedaction *redaction,
                  G_GNUC_UNUSED GArray *canaries,
                  GError **error)
{
  return cadre_organogram_write (structure, redaction, NULL, error);
}

static CadreExport *
write_spreadsheet (CadreStructure *structure,
                   CadreRedaction *redaction,
                   G_GNUC_UNUSED GArray *canaries,
                   GError **error)
{
  return cadre_spreadsheet_write (structure, redaction, NULL, error);
}

/* Two lists, all of whose fields differ. */
static CadreReconciliation *
reconcile (CadreStructure *structure, GArray *canaries)
{
  g_autoptr (CadreStructure) other = canary_structure_new (50000, canaries);
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (GError) error = NULL;
  CadreReconciliation *result =
    cadre_reconciler_run (reconciler, structure, other, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static CadreExport *
write_reconciliation (CadreStructure *structure,
                      CadreRedaction *redaction,
                      GArray *canaries,
                      GError **error)
{
  g_autoptr (CadreReconciliation) result = reconcile (structure, canaries);

  return cadre_reconciliation_write_csv (result, redaction, NULL, error);
}

static CadreExport *
write_reconciled_sheets (CadreStructure *structure,
                         CadreRedaction *redaction,
                         GArray *canaries,
                         GError **error)
{
  g_autoptr (CadreReconciliation) result = reconcile (structure, canaries);

  return cadre_spreadsheet_write_reconciliation (result, redaction, NULL, error);
}

static const struct
{
  const char *name;
  WriteFunc write;
  gboolean is_workbook;
} writers[] = {
  { "json-ld", write_json_ld, FALSE },
  { "turtle", write_turtle, FALSE },
  { "popolo", write_popolo, FALSE },
  { "transparency", write_transparency, FALSE },
  { "organogram", write_organogram, FALSE },
  { "reconciliation", write_reconciliation, FALSE },
  { "spreadsheet", write_spreadsheet, TRUE },
  { "reconciled-sheets", write_reconciled_sheets, TRUE },
};

typedef struct
{
  guint writer;
  CadreRedactionLevel level;
  gboolean has_key;
} Case;

static void
assert_allowed (GArray *canaries, const Case *c, const char *where, const char *text)
{
  for (guint i = 0; text != NULL && i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      if (canary_is_in (canary, text) && !canary_is_allowed (canary, c->level, c->has_key))
        g_error ("%s of %s (%c, %s) is in %s:\n%s",
                 cadre_schema_get (canary->kind)->fields[canary->field].name,
                 cadre_schema_get (canary->kind)->name, canary_sets[canary->set], canary->text,
                 where, text);
    }
}

static char *
to_text (const Case *c, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return writers[c->writer].is_workbook ? workbook_to_text (bytes) : g_strndup (data, size);
}

static void
assert_export (CadreExport *result, GArray *canaries, const Case *c)
{
  CadreIssueList *issues = cadre_export_get_issues (result);

  for (guint i = 0; i < cadre_export_get_n_files (result); i++)
    {
      GBytes *bytes = cadre_export_get_bytes (result, i);
      g_autofree char *text = to_text (c, bytes);

      assert_allowed (canaries, c, cadre_export_get_name (result, i), text);
      g_assert_null (strstr (text, "canarykey"));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      assert_allowed (canaries, c, "a message", cadre_issue_get_message (issue));
      assert_allowed (canaries, c, "a subject", cadre_issue_get_subject (issue));
      assert_allowed (canaries, c, "an origin", cadre_issue_get_origin (issue));
    }
}

/* A test that looks for what it would not see if it were there shows nothing: in
 * full, all that a workbook can hold is found in it. */
static void
test_found (void)
{
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreExport) result = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (!cadre_spreadsheet_is_supported ())
    {
      g_test_skip ("The library was built without libxlsxwriter");
      return;
    }

  result = cadre_spreadsheet_write (structure, full, NULL, NULL);
  text = workbook_to_text (cadre_export_get_bytes (result, 0));
  for (guint i = 0; i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);
      const CadreField *field = &cadre_schema_get (canary->kind)->fields[canary->field];
      const Canary *last = i > 0 ? canary - 1 : NULL;
      gboolean is_translation = field->kind == CADRE_FIELD_KIND_TEXT && last != NULL &&
                                last->kind == canary->kind && last->field == canary->field;

      if (canary->origin != CANARY_OF_FIELD || is_translation)
        continue;
      if (!canary_is_in (canary, text))
        g_error ("%s of %s (%s) is not found", field->name, cadre_schema_get (canary->kind)->name,
                 canary->text);
      n++;
    }
  g_assert_cmpuint (n, >, 300);
}

/* Written or refused; a refusal does not say what there is either. */
static void
test_writer (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (c->level, c->has_key);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreExport) result =
    writers[c->writer].write (structure, redaction, canaries, &error);

  if (writers[c->writer].is_workbook && !cadre_spreadsheet_is_supported ())
    g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED);
  else if (c->level == CADRE_REDACTION_LEVEL_FULL)
    g_assert_no_error (error);
  if (result != NULL)
    assert_export (result, canaries, c);
  else
    assert_allowed (canaries, c, "an error", error->message);
}

int
main (int argc, char *argv[])
{
  enum
  {
    N_CASES = 2 * G_N_ELEMENTS (canary_levels) * G_N_ELEMENTS (writers)
  };
  static Case cases[N_CASES];

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
      g_autofree char *path = NULL;

      cases[i].has_key = i % 2 != 0;
      cases[i].level = canary_levels[i / 2 % G_N_ELEMENTS (canary_levels)];
      cases[i].writer = i / (2 * G_N_ELEMENTS (canary_levels));
      path = g_strdup_printf ("/exchange/canaries/%s/%s%s", writers[cases[i].writer].name,
                              g_enum_get_value (levels, (int) cases[i].level)->value_nick,
                              cases[i].has_key ? "/key" : "/no-key");
      g_test_add_data_func (path, &cases[i], test_writer);
    }

  g_test_add_func ("/exchange/canaries/found-in-workbook", test_found);

  return g_test_run ();
}
