/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-report-private.h"
#include "report/cadre-view-private.h"

#include <string.h>

/* Whether the posts of the document, those of others left out, have more than
 * one employer. */
static gboolean
has_several_employers (const CadreView *self)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 first = 0;

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      guint32 employer = cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post);

      if (cadre_view_is_outside (self, post) || employer < CADRE_STRING_FIRST)
        continue;
      if (first >= CADRE_STRING_FIRST && employer != first)
        return TRUE;
      first = employer;
    }

  return FALSE;
}

static GHashTable *
find_shared_titles (const CadreView *self)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTable *shared = g_hash_table_new (NULL, NULL);

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      guint32 title = cadre_table_code (posts, CADRE_FIELD_POST_TITLE, post);

      if (title >= CADRE_STRING_FIRST && !g_hash_table_add (seen, GUINT_TO_POINTER (title)))
        g_hash_table_add (shared, GUINT_TO_POINTER (title));
    }

  return shared;
}

CadreView *
cadre_view_new (CadreStructure *structure,
                CadreRedaction *redaction,
                const CadreCatalogue *catalogue,
                GError **error)
{
  CadreStructure *shown = cadre_redaction_apply (redaction, structure, error);

  return shown != NULL ? cadre_view_new_take (structure, shown, redaction, catalogue) : NULL;
}

CadreView *
cadre_view_new_take (CadreStructure *structure,
                     CadreStructure *shown,
                     CadreRedaction *redaction,
                     const CadreCatalogue *catalogue)
{
  CadreView *self = g_new0 (CadreView, 1);

  self->catalogue = catalogue;
  self->redaction = g_object_ref (redaction);
  self->original = g_object_ref (structure);
  self->structure = shown;
  self->tables = cadre_structure_get_tables (shown);
  self->index = cadre_structure_get_index (shown);
  self->shows_assignments =
    cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "post") &&
    cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "person");
  self->has_several_employers = has_several_employers (self);
  self->shared_titles = find_shared_titles (self);
  return self;
}

void
cadre_view_free (CadreView *self)
{
  g_clear_pointer (&self->shared_titles, g_hash_table_unref);
  g_clear_object (&self->structure);
  g_clear_object (&self->original);
  g_clear_object (&self->redaction);
  g_free (self);
}

const CadreCatalogue *
cadre_view_find_catalogue (CadreStructure *structure, const char *language, GError **error)
{
  const CadreCatalogue *catalogue = NULL;

  if (language == NULL)
    language = structure != NULL ? cadre_structure_get_language (structure) : "en";
  catalogue = cadre_catalogue_find (language);

  if (catalogue == NULL)
    g_set_error_literal (error, CADRE_REPORT_ERROR, CADRE_REPORT_ERROR_LANGUAGE,
                         "Reports cannot be written in this language yet");

  return catalogue;
}

/* The first language with a mark, unless it is the language of the report. */
static char *
mark_first_language (const CadreView *self, const char *text)
{
  const char *first = cadre_tables_text (self->tables, self->tables->language);

  if (text == NULL || g_strcmp0 (first, self->catalogue->language) == 0)
    return g_strdup (text);

  return g_strdup_printf ("%s [%s]", text, first);
}

char *
cadre_view_text (const CadreView *self, CadreRecordKind kind, guint32 row, guint field)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const char *first = cadre_tables_text (self->tables, cadre_table_code (table, field, row));
  guint32 language = cadre_string_table_lookup (self->tables->strings, self->catalogue->language,
                                                strlen (self->catalogue->language));
  guint32 code = 0;

  if (language >= CADRE_STRING_FIRST && language != self->tables->language)
    code = cadre_tables_translation (self->tables, kind, row, field, language);

  return code >= CADRE_STRING_FIRST ? g_strdup (cadre_tables_text (self->tables, code))
                                    : mark_first_language (self, first);
}

/* The field that says what a record is called; -1 where there is none. */
static int
find_name_field (CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  int field = cadre_schema_find_field (schema, "title", strlen ("title"));

  return field >= 0 ? field : cadre_schema_find_field (schema, "name", strlen ("name"));
}

static char *
plain_name (const CadreView *self, CadreRecordKind kind, guint32 row)
{
  int field = find_name_field (kind);
  char *name = field >= 0 ? cadre_view_text (self, kind, row, (guint) field) : NULL;

  return name != NULL ? name : g_strdup (cadre_tables_id (self->tables, kind, row));
}

static gboolean
shares_title (const CadreView *self, CadreRecordKind kind, guint32 row)
{
  guint32 title =
    kind == CADRE_RECORD_KIND_POST
      ? cadre_table_code (cadre_tables_get (self->tables, kind), CADRE_FIELD_POST_TITLE, row)
      : 0;

  return title != 0 && g_hash_table_contains (self->shared_titles, GUINT_TO_POINTER (title));
}

char *
cadre_view_name (const CadreView *self, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  g_autofree char *name = plain_name (self, kind, row);
  g_autofree char *unit = NULL;
  guint32 to = CADRE_NO_ROW;

  if (shares_title (self, kind, row))
    to = cadre_table_reference (table, CADRE_FIELD_POST_UNIT, row);
  if (to >= self->tables->tables[CADRE_RECORD_KIND_UNIT].n_rows)
    return g_steal_pointer (&name);

  unit = plain_name (self, CADRE_RECORD_KIND_UNIT, to);
  return cadre_phrase (self->catalogue, "post.of-unit", "post", name, "unit", unit, NULL);
}

char *
cadre_view_reference (const CadreView *self, CadreRecordKind kind, guint32 row, guint field)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  CadreRecordKind target = cadre_schema_get (kind)->fields[field].target;
  guint32 to = cadre_table_reference (table, field, row);

  if (to < self->tables->tables[target].n_rows)
    return cadre_view_name (self, target, to);

  return cadre_table_code (table, field, row) >= CADRE_STRING_FIRST
           ? g_strdup (cadre_tables_text (self->tables, cadre_table_code (table, field, row)))
           : NULL;
}

char *
cadre_view_references (const CadreView *self, CadreRecordKind kind, guint32 row, guint field)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  CadreRecordKind target = cadre_schema_get (kind)->fields[field].target;
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, cadre_table_code (table, field, row), &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *id = cadre_tables_text (self->tables, codes[i]);
      guint32 to = cadre_tables_find (self->tables, target, id);
      g_autofree char *name = to < self->tables->tables[target].n_rows
                                ? cadre_view_name (self, target, to)
                                : g_strdup (id);

      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, name);
    }

  return g_string_free (text, FALSE);
}

char *
cadre_view_document_title (const CadreView *self)
{
  const char *title = cadre_structure_get_title (self->structure, self->catalogue->language);

  if (title != NULL)
    return g_strdup (title);

  title = cadre_structure_get_title (self->structure, NULL);
  if (title != NULL)
    return mark_first_language (self, title);

  title = cadre_structure_get_id (self->structure);
  if (title != NULL)
    return g_strdup (title);

  /* A document that says nothing of itself is told by whose it is. */
  if (self->tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows == 1)
    return cadre_view_name (self, CADRE_RECORD_KIND_ORGANISATION, 0);

  return g_strdup (cadre_phrase_find (self->catalogue, "untitled"));
}

char *
cadre_view_side (const CadreView *self)
{
  g_autofree char *title = cadre_view_document_title (self);
  g_autofree char *date = cadre_catalogue_date (self->catalogue, self->tables->as_of);

  if (*date == '\0')
    return g_steal_pointer (&title);

  return cadre_phrase (self->catalogue, "side.at", "title", title, "date", date, NULL);
}

char *
cadre_view_subject (const CadreView *self, CadreRecordKind kind, guint32 row)
{
  return cadre_tables_dup_subject (self->tables, kind, row);
}

const char *
cadre_view_nick (GType type, int value)
{
  GEnumClass *klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (klass, value);

  g_type_class_unref (klass);
  return found != NULL ? found->value_nick : NULL;
}

char *
cadre_view_word (const CadreCatalogue *catalogue, const char *prefix, GType type, int value)
{
  GEnumClass *klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (klass, value);
  g_autofree char *code =
    g_strconcat (prefix, ".", found != NULL ? found->value_nick : "unknown", NULL);

  g_type_class_unref (klass);
  return cadre_phrase (catalogue, code, NULL);
}

int
cadre_view_rung (const CadreView *self, guint32 post, guint32 scale)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 own = cadre_index_scale_of_post (self->tables, post);

  if (scale >= self->tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows)
    return -1;
  if (self->index->tier[post] != CADRE_NO_TIER)
    return self->index->tier[post] - self->index->scale_offset[scale];

  return scale == own ? cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post) : -1;
}

static guint32
scale_of_organisation (const CadreView *self, guint32 code, guint32 *organisation)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ORGANISATION);

  *organisation = cadre_tables_find (self->tables, CADRE_RECORD_KIND_ORGANISATION,
                                     cadre_tables_text (self->tables, code));
  return *organisation < table->n_rows
           ? cadre_table_reference (table, CADRE_FIELD_ORGANISATION_TIER_SCALE, *organisation)
           : CADRE_NO_ROW;
}

static char *
tier_for (const CadreView *self, guint32 post, guint32 employer_code)
{
  guint32 organisation = CADRE_NO_ROW;
  guint32 scale = scale_of_organisation (self, employer_code, &organisation);
  int rung = cadre_view_rung (self, post, scale);
  g_autofree char *number = g_strdup_printf ("%d", rung);
  g_autofree char *name = NULL;

  if (rung < 0)
    return NULL;

  name = cadre_view_name (self, CADRE_RECORD_KIND_ORGANISATION, organisation);
  return cadre_phrase (self->catalogue, "tier.of-employer", "tier", number, "employer", name, NULL);
}

/* For the employer and each partner of a joint post. */
static char *
joint_tier (const CadreView *self, guint32 post, const guint32 *partners, guint n_partners)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n_partners; i++)
    {
      guint32 code =
        i == 0 ? cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post) : partners[i - 1];
      g_autofree char *tier = code >= CADRE_STRING_FIRST ? tier_for (self, post, code) : NULL;

      if (tier != NULL && text->len > 0)
        g_string_append (text, ", ");
      if (tier != NULL)
        g_string_append (text, tier);
    }

  return g_string_free (text, text->len == 0);
}

/* As the post's employer counts; where nobody counts, from the top post. */
static int
own_rung (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  int rung = cadre_view_rung (self, post, cadre_index_scale_of_post (self->tables, post));

  if (rung < 0 && self->tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows == 0 &&
      self->index->tier[post] != CADRE_NO_TIER)
    rung = self->index->tier[post];

  return rung >= 0 ? rung : cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post);
}

char *
cadre_view_tier (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint n_partners = 0;
  const guint32 *partners =
    cadre_tables_list (self->tables, cadre_table_code (posts, CADRE_FIELD_POST_PARTNERS, post),
                       &n_partners);
  int rung = own_rung (self, post);
  g_autofree char *number = NULL;

  if (n_partners > 0)
    return joint_tier (self, post, partners, n_partners);
  if (rung < 0)
    return NULL;

  number = g_strdup_printf ("%d", rung);
  return cadre_phrase (self->catalogue, "tier.own", "tier", number, NULL);
}

guint
cadre_view_count_holders (const CadreView *self, guint32 post)
{
  return cadre_index_count_holders (self->tables, self->index, post);
}

gboolean
cadre_view_is_outside (const CadreView *self, guint32 post)
{
  return cadre_table_word (cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE;
}

gboolean
cadre_view_is_pooled (const CadreView *self, guint32 post)
{
  return cadre_table_word (cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_GROUPED, post) == CADRE_TRUTH_TRUE;
}

char *
cadre_view_listed_name (const CadreView *self, guint32 post)
{
  g_autofree char *name = cadre_view_name (self, CADRE_RECORD_KIND_POST, post);

  if (cadre_view_is_outside (self, post))
    return cadre_phrase (self->catalogue, "post.listed-outside", "post", name, NULL);
  if (cadre_view_is_pooled (self, post))
    return cadre_phrase (self->catalogue, "post.listed-pooled", "post", name, NULL);

  return g_steal_pointer (&name);
}

guint
cadre_view_count_pooled (const CadreView *self)
{
  guint n = 0;

  for (guint32 post = 0; post < self->index->n_posts; post++)
    n += cadre_view_is_pooled (self, post) && !cadre_view_is_outside (self, post);

  return n;
}

gboolean
cadre_view_is_not_in_force (const CadreView *self, guint32 post)
{
  return cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_POST, post, self->tables->as_of) ==
         CADRE_TRUTH_FALSE;
}

guint
cadre_view_count_not_in_force (const CadreView *self)
{
  guint n = 0;

  for (guint32 post = 0; post < self->index->n_posts; post++)
    n += !cadre_view_is_outside (self, post) && !cadre_view_is_pooled (self, post) &&
         cadre_view_is_not_in_force (self, post);

  return n;
}

gboolean
cadre_view_is_in_totals (const CadreView *self, guint32 post)
{
  return !cadre_view_is_outside (self, post) &&
         cadre_table_word (cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_STATUS, post) != CADRE_POST_STATUS_DEFERRED;
}
