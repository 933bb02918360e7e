/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Plain text in columns of a screen. A letter takes one column, a wide one two,
 * a mark that sits on a letter none; the locale has no say. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns that a text takes. */
gsize cadre_text_columns (const char *text);
/* The columns of its longest word. */
gsize cadre_text_longest_word (const char *text);

/* The text in one line, fit for a screen: what would move the cursor, turn the
 * direction of writing, or is no character, is a blank or U+FFFD. */
char *cadre_text_tidy (const char *text);

/* Breaks a tidy text into lines of at most @columns columns, between words
 * where it can be done, else within them. A text without words is one empty
 * line. @columns is at least 2. */
GPtrArray *cadre_text_wrap (const char *text, gsize columns);

/* Puts a text into @out, with a first line that begins with @first and others
 * that begin with as many blanks. */
void cadre_text_append_hanging (GString *out, const char *text, const char *first, gsize columns);

/* So many blanks. */
void cadre_text_append_blanks (GString *out, gsize n);

G_END_DECLS
