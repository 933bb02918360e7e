/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-reader.h>

G_BEGIN_DECLS

/* The reader for loaders that go through millions of tokens: the same answers
 * as the public functions, without checking the arguments, without a copy of
 * the text, and asking the cancellable once in 4,096 tokens. A reader may be
 * used through both. */

void _cadre_reader_set_cancellable (CadreReader *self, GCancellable *cancellable);
gboolean _cadre_reader_next (CadreReader *self, CadreToken *token, GError **error);

/* The text of the token just read, not NUL-terminated, valid until the next
 * call; only for a member, a string and a number. */
void _cadre_reader_text (CadreReader *self, const char **text, gsize *length);

/* Where the token just read begins, in bytes from the beginning of the
 * document; 0 for a JsonNode. */
guint64 _cadre_reader_offset (CadreReader *self);

/* The value of which @token is the beginning, and which was just read: skips
 * what is left of it, or gives the whole of it as canonical text. */
gboolean _cadre_reader_skip_rest (CadreReader *self, CadreToken token, GError **error);
char *_cadre_reader_canonical_rest (CadreReader *self, CadreToken token, GError **error);

/* An error about the token just read, with its place in front of @format, which
 * names the rule and never the value. */
GError *
_cadre_reader_error_here (CadreReader *self, GQuark domain, int code, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

G_END_DECLS
