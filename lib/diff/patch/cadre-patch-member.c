/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The members of canonical objects. The text is known to be canonical: it was
 * written by the library, or read and written again by it. So this only looks
 * for where values end. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <string.h>

/* Behind the string that begins at @p. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '"' && *p != '\0'; p++)
    if (*p == '\\')
      p++;

  return *p == '"' ? p + 1 : p;
}

/* Behind the value that begins at @p. */
static const char *
skip_value (const char *p)
{
  guint depth = 0;

  do
    {
      if (*p == '"')
        {
          p = skip_string (p);
          continue;
        }
      if (*p == '{' || *p == '[')
        depth++;
      else if ((*p == '}' || *p == ']') && --depth == 0)
        return p + 1;
      p++;
    }
  while (*p != '\0' && (depth > 0 || (*p != ',' && *p != '}' && *p != ']')));

  return p;
}

gboolean
cadre_patch_next_member (const char *object, const char **place, CadrePatchMember *member)
{
  const char *p = *place != NULL ? *place : object + 1;

  while (*p == ',' || *p == ' ')
    p++;
  if (*p != '"')
    return FALSE;

  member->name = p + 1;
  p = skip_string (p);
  member->name_length = (gsize) (p - 1 - member->name);
  while (*p == ':' || *p == ' ')
    p++;
  member->value = p;
  p = skip_value (p);
  member->length = (gsize) (p - member->value);
  *place = p;
  return TRUE;
}

gboolean
cadre_patch_find_member (const char *object, const char *name, CadrePatchMember *member)
{
  const char *place = NULL;
  const gsize length = strlen (name);

  while (cadre_patch_next_member (object, &place, member))
    if (member->name_length == length && memcmp (member->name, name, length) == 0)
      return TRUE;

  return FALSE;
}

static int
find_field (CadreRecordKind kind, const CadrePatchMember *member)
{
  static const char unknown[] = CADRE_CELL_UNKNOWN_MEMBERS_NAME;

  if (member->name_length == sizeof (unknown) - 1 &&
      memcmp (member->name, unknown, member->name_length) == 0)
    return CADRE_CELL_UNKNOWN_MEMBERS;

  return cadre_schema_find_field (cadre_schema_get (kind), member->name, member->name_length);
}

void
cadre_patch_record_parse (CadrePatchRecord *self, CadreRecordKind kind, const char *object)
{
  const char *place = NULL;
  CadrePatchMember member;

  memset (self, 0, sizeof (*self));
  self->kind = (guint8) kind;
  while (cadre_patch_next_member (object, &place, &member))
    {
      const int field = find_field (kind, &member);

      if (field >= 0)
        self->fields[field] = member;
    }
}

void
cadre_patch_record_set (CadrePatchRecord *self, guint field, const char *value, gsize length)
{
  self->fields[field].value = value;
  self->fields[field].length = length;
}

static const char *
name_field (const CadrePatchRecord *self, guint field)
{
  return field == CADRE_CELL_UNKNOWN_MEMBERS ? CADRE_CELL_UNKNOWN_MEMBERS_NAME
                                             : cadre_schema_get (self->kind)->fields[field].name;
}

void
cadre_patch_record_print (const CadrePatchRecord *self, guint64 mask, GString *text)
{
  gboolean is_first = TRUE;

  g_string_append_c (text, '{');
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if ((mask >> i & 1) != 0 && self->fields[i].value != NULL)
      {
        g_string_append (text, is_first ? "\"" : ", \"");
        g_string_append (text, name_field (self, i));
        g_string_append (text, "\": ");
        g_string_append_len (text, self->fields[i].value, (gssize) self->fields[i].length);
        is_first = FALSE;
      }
  g_string_append_c (text, '}');
}

guint64
cadre_patch_key_mask (CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  guint64 mask = 0;

  if (kind == CADRE_RECORD_KIND_ASSIGNMENT)
    return (guint64) 1 << CADRE_FIELD_ASSIGNMENT_PERSON |
           (guint64) 1 << CADRE_FIELD_ASSIGNMENT_POST |
           (guint64) 1 << CADRE_FIELD_ASSIGNMENT_BASIS |
           (guint64) 1 << CADRE_FIELD_ASSIGNMENT_VALID_FROM;
  for (guint i = 0; i < schema->n_keys; i++)
    mask |= (guint64) 1 << schema->keys[i];

  return mask;
}

gboolean
cadre_patch_is_key_field (guint kind, guint field)
{
  if (kind == CADRE_PATCH_HEAD || field >= CADRE_MAX_FIELDS)
    return FALSE;

  return (field == 0 && cadre_schema_get (kind)->keys == NULL) ||
         (cadre_patch_key_mask (kind) >> field & 1) != 0;
}

gboolean
cadre_patch_record_print_key (const CadrePatchRecord *self, GString *text)
{
  const guint64 mask = cadre_patch_key_mask (self->kind);
  const gboolean has_id = cadre_schema_get (self->kind)->keys == NULL;

  if (has_id && self->fields[0].value != NULL)
    g_string_append_len (text, self->fields[0].value, (gssize) self->fields[0].length);
  else if (mask != 0)
    cadre_patch_record_print (self, mask, text);
  else
    return FALSE;

  return TRUE;
}

void
cadre_patch_record_parse_key (CadrePatchRecord *self, CadreRecordKind kind, const char *key)
{
  memset (self, 0, sizeof (*self));
  self->kind = (guint8) kind;
  if (key == NULL)
    return;
  if (key[0] == '{')
    cadre_patch_record_parse (self, kind, key);
  else
    cadre_patch_record_set (self, 0, key, strlen (key));
}
