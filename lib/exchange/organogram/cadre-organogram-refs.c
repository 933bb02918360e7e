/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What posts are called in the tables, and in what order they stand there. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/organogram/cadre-organogram-write-private.h"

#include <string.h>

#define MOST_DIGITS 18

void
cadre_organogram_key_init (CadreOrganogramKey *self, const char *id, guint32 row)
{
  gsize length = id != NULL ? strlen (id) : 0;
  gsize start = length;

  *self = (CadreOrganogramKey){ id, length, 0, row };
  while (start > 0 && length - start < MOST_DIGITS && g_ascii_isdigit (id[start - 1]))
    start--;
  if (start == length || start == 0 || id[start - 1] != '/')
    return;

  self->length = start - 1;
  self->number = g_ascii_strtoull (id + start, NULL, 10);
}

int
cadre_organogram_key_compare (gconstpointer a, gconstpointer b)
{
  const CadreOrganogramKey *x = a;
  const CadreOrganogramKey *y = b;
  gsize length = MIN (x->length, y->length);
  int order = length > 0 ? memcmp (x->id, y->id, length) : 0;

  if (order != 0)
    return order;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* The text of an attribute of a record, or NULL. The names are in byte order, but
 * there are few of them. */
const char *
cadre_organogram_find_attribute (const CadreTables *tables,
                                 CadreRecordKind kind,
                                 guint32 row,
                                 const char *name)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  int field = cadre_schema_find_field (schema, "attributes", strlen ("attributes"));
  guint n = 0;
  const guint32 *pairs =
    cadre_tables_list (tables,
                       cadre_table_code (cadre_tables_get (tables, kind), (guint) field, row), &n);

  for (guint i = 0; i + 1 < n; i += 2)
    if (strcmp (cadre_tables_text (tables, pairs[i]), name) == 0)
      return cadre_tables_text (tables, pairs[i + 1]);

  return NULL;
}

/* What comes after the organisation in an id. */
static const char *
get_part (const char *id)
{
  const char *slash = id != NULL ? strchr (id, '/') : NULL;

  return slash != NULL && slash[1] != '\0' ? slash + 1 : id;
}

static void
report (CadreOrganogramWriter *self,
        const char *code,
        CadreSeverity severity,
        const char *message,
        guint32 post,
        const char *suggestion)
{
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      origin = cadre_tables_dup_origin (self->tables, CADRE_RECORD_KIND_POST, post);
      subject = cadre_tables_dup_subject (self->tables, CADRE_RECORD_KIND_POST, post);
    }
  cadre_issue_list_add_fields (self->issues, code, severity, message, origin, subject, suggestion);
}

/* Whether a ref can mean a post: 0 is nobody's, and who reports to XX is at the
 * top. */
static gboolean
is_usable (const CadreOrganogramWriter *self, guint32 post, const char *ref)
{
  guint32 n_reports = 0;

  cadre_backward_get (&self->index->reports, post, &n_reports);
  return ref != NULL && *ref != '\0' && strcmp (ref, "0") != 0 &&
         (n_reports == 0 || !cadre_organogram_equal_folded (ref, "XX"));
}

typedef struct
{
  CadreStringTable *known; /* what goes before a ref, and the ref in capitals */
  CadreCodeMap posts;      /* to 1 + the post */
} Refs;

/* Takes a ref for a post, unless another one has it. */
static gboolean
take (CadreOrganogramWriter *self,
      Refs *refs,
      guint32 post,
      const char *ref,
      gboolean *taken,
      GError **error)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  g_autofree char *capitals = g_ascii_strup (ref, -1);
  g_autofree char *key =
    g_strdup_printf ("%u/%s", cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post), capitals);
  guint32 code = 0;

  if (!cadre_string_table_intern (refs->known, key, strlen (key), &code, error))
    return FALSE;
  *taken = cadre_code_map_get (&refs->posts, code) == 0;
  if (!*taken)
    return TRUE;

  self->refs[post] = g_strdup (ref);
  return cadre_code_map_set (&refs->posts, code, post + 1) ||
         cadre_organogram_set_memory_error (error);
}

/* Makes a ref of a whole id. */
static char *
dup_whole (const char *id)
{
  char *ref = g_strdup (id != NULL ? id : "none");

  for (char *c = ref; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '-';

  return ref;
}

static gboolean
give_ref (CadreOrganogramWriter *self, Refs *refs, guint32 post, GError **error)
{
  const char *id = cadre_tables_id (self->tables, CADRE_RECORD_KIND_POST, post);
  const char *kept =
    cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_POST, post, "reference");
  const char *ref = get_part (id);
  g_autofree char *whole = NULL;
  gboolean taken = FALSE;

  if (kept != NULL)
    {
      self->refs[post] = g_strdup (kept);
      return TRUE;
    }
  if (is_usable (self, post, ref) && !take (self, refs, post, ref, &taken, error))
    return FALSE;

  whole = dup_whole (id);
  for (guint number = 2; !taken; number++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u", whole, number);

      if (!take (self, refs, post, number == 2 && is_usable (self, post, whole) ? whole : next,
                 &taken, error))
        return FALSE;
      if (taken)
        report (self, "exchange.organogram.ref-changed", CADRE_SEVERITY_WARNING,
                "The id of the post gives no ref of its own, and another is written", post,
                "Give the post an id that ends with its ref");
    }
  if (strchr (id != NULL ? id : "", '/') == NULL)
    report (self, "exchange.organogram.id-changed", CADRE_SEVERITY_INFO,
            "The id of the post names no organisation, and will be another when it is read", post,
            "Begin the id with the organisation and a slash");
  return TRUE;
}

gboolean
cadre_organogram_give_refs (CadreOrganogramWriter *self, GError **error)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  Refs refs = { cadre_string_table_new (), { NULL, 0 } };
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < posts->n_rows; i++)
    if (cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, i) != CADRE_TRUTH_TRUE)
      ok = give_ref (self, &refs, i, error);

  cadre_string_table_unref (refs.known);
  cadre_code_map_clear (&refs.posts);
  return ok;
}
