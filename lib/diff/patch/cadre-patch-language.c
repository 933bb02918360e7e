/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Operations of one patch among those of another, whose texts may be in another
 * language where they do not name it. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <string.h>

typedef struct
{
  const CadrePatch *patch;
  CadrePatchMaker *maker;
  char *old_language; /* as JSON, without quotes */
  char *new_language;
  gboolean differ;
} Copier;

static char *
escape (const char *language)
{
  GString *text = g_string_new (NULL);

  for (const char *p = language; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (text, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (text, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (text, *p);

  return g_string_free (text, FALSE);
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadrePatchMember *x = a;
  const CadrePatchMember *y = b;
  const char *first = user_data;
  const gsize length = strlen (first);
  const gboolean x_first = x->name_length == length && memcmp (x->name, first, length) == 0;
  const gboolean y_first = y->name_length == length && memcmp (y->name, first, length) == 0;
  int order = y_first - x_first;

  if (order == 0)
    order = memcmp (x->name, y->name, MIN (x->name_length, y->name_length));
  return order != 0 ? order : (x->name_length > y->name_length) - (x->name_length < y->name_length);
}

/* The text in all its languages, the first of the new patch in front. */
static void
print_text (const Copier *self, const CadrePatchMember *value, GString *text)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (CadrePatchMember));
  CadrePatchMember member = { self->old_language, strlen (self->old_language), value->value,
                              value->length };
  const char *place = NULL;

  if (value->value[0] == '"')
    g_array_append_val (members, member);
  while (value->value[0] == '{' && cadre_patch_next_member (value->value, &place, &member))
    g_array_append_val (members, member);
  g_array_sort_with_data (members, compare_members, self->new_language);

  if (members->len == 1 && strlen (self->new_language) == member.name_length &&
      memcmp (self->new_language, member.name, member.name_length) == 0)
    {
      g_string_append_len (text, member.value, (gssize) member.length);
      return;
    }
  for (guint i = 0; i < members->len; i++)
    {
      member = g_array_index (members, CadrePatchMember, i);
      g_string_append (text, i > 0 ? ", \"" : "{\"");
      g_string_append_len (text, member.name, (gssize) member.name_length);
      g_string_append (text, "\": ");
      g_string_append_len (text, member.value, (gssize) member.length);
    }
  g_string_append_c (text, '}');
}

static gboolean
is_text (const CadrePatchOp *op, guint field)
{
  if (op->kind == CADRE_PATCH_HEAD)
    return field == CADRE_HEAD_FIELD_TITLE;

  return field < cadre_schema_get (op->kind)->n_fields &&
         cadre_schema_get (op->kind)->fields[field].kind == CADRE_FIELD_KIND_TEXT;
}

static void
print_record (const Copier *self, const CadrePatchOp *op, const char *object, GString *text)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  CadrePatchRecord record;

  cadre_patch_record_parse (&record, op->kind, object);
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    {
      GString *changed = NULL;

      if (record.fields[i].value == NULL || !is_text (op, i))
        continue;
      changed = g_string_new (NULL);
      print_text (self, &record.fields[i], changed);
      cadre_patch_record_set (&record, i, changed->str, changed->len);
      g_ptr_array_add (texts, g_string_free (changed, FALSE));
    }
  cadre_patch_record_print (&record, G_MAXUINT64, text);
}

static gboolean
copy_value (const Copier *self, const CadrePatchOp *op, guint32 code, guint32 *copy, GError **error)
{
  const char *value = cadre_patch_text (self->patch, code);
  g_autoptr (GString) text = NULL;
  CadrePatchMember member = { NULL, 0, value, 0 };

  if (code == 0 || !self->differ || (op->field != CADRE_PATCH_WHOLE && !is_text (op, op->field)))
    return cadre_patch_maker_copy (self->maker, self->patch->strings, code, copy, error);

  text = g_string_new (NULL);
  member.length = strlen (value);
  if (op->field == CADRE_PATCH_WHOLE)
    print_record (self, op, value, text);
  else
    print_text (self, &member, text);
  return cadre_patch_maker_intern (self->maker, text->str, text->len, copy, error);
}

static gboolean
copy_all (const Copier *self, CadrePatchOp *ops, GError **error)
{
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];

      ops[i] = *op;
      if (!cadre_patch_maker_copy (self->maker, self->patch->strings, op->key, &ops[i].key,
                                   error) ||
          !copy_value (self, op, op->before, &ops[i].before, error) ||
          !copy_value (self, op, op->after, &ops[i].after, error))
        return FALSE;
    }

  return TRUE;
}

CadrePatchOp *
cadre_patch_copy_ops (const CadrePatch *self, CadrePatchMaker *maker, GError **error)
{
  Copier copier = { .patch = self, .maker = maker };
  CadrePatchOp *ops = g_try_new (CadrePatchOp, MAX (self->n_ops, 1));

  if (ops == NULL)
    {
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  copier.old_language = escape (cadre_patch_text (self, self->language));
  copier.new_language = escape (cadre_string_table_get (maker->strings, maker->language));
  copier.differ = strcmp (copier.old_language, copier.new_language) != 0;
  if (!copy_all (&copier, ops, error))
    g_clear_pointer (&ops, g_free);

  g_free (copier.old_language);
  g_free (copier.new_language);
  return ops;
}
