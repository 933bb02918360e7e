/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Names one after the other. A name may have commas and an "and" in it: so each
 * of several stands in quotes. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

char *
cadre_event_words (const char *name)
{
  if (g_strcmp0 (name, "fte") == 0)
    return g_strdup ("FTE");

  return name != NULL ? g_strdelimit (g_strdup (name), "-", ' ') : NULL;
}

typedef struct
{
  char *name;
  char *note; /* (nullable): said of it, in brackets */
} Name;

static void
clear_name (gpointer data)
{
  Name *self = data;

  g_free (self->name);
  g_free (self->note);
}

CadreEventNames *
cadre_event_names_new (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  return names;
}

void
cadre_event_names_add (CadreEventNames *self, const char *name, const char *note)
{
  const Name added = { g_strdup (name), g_strdup (note) };

  g_array_append_val (self, added);
}

/* Whether a text of them has quotes of its own. */
gboolean
cadre_event_names_are_quoted (const CadreEventNames *self)
{
  return self->len > 1 || (self->len == 1 && g_array_index (self, Name, 0).note != NULL);
}

static void
append_name (GString *text, const Name *name)
{
  g_string_append_printf (text, "\"%s\"", name->name);
  if (name->note != NULL)
    g_string_append_printf (text, " (%s)", name->note);
}

char *
cadre_event_names_join (const CadreEventNames *self, guint most)
{
  const guint n = self->len > most + 1 ? most : self->len;
  GString *text = NULL;

  if (self->len == 0)
    return NULL;
  if (!cadre_event_names_are_quoted (self))
    return g_strdup (g_array_index (self, Name, 0).name);

  text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, i == self->len - 1 ? " and " : ", ");
      append_name (text, &g_array_index (self, Name, i));
    }
  if (n < self->len)
    g_string_append_printf (text, " and %u others", self->len - n);

  return g_string_free (text, FALSE);
}
