/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

/* The writer for savers that write millions of values: the same text as the
 * public functions, without checking the arguments and without strlen(). The
 * text is still checked. A writer may be used through both. */

void _cadre_writer_set_cancellable (CadreWriter *self, GCancellable *cancellable);
void _cadre_writer_begin_object (CadreWriter *self);
void _cadre_writer_end_object (CadreWriter *self);
void _cadre_writer_begin_array (CadreWriter *self);
void _cadre_writer_end_array (CadreWriter *self);
void _cadre_writer_member (CadreWriter *self, const char *name, gsize length);
void _cadre_writer_string (CadreWriter *self, const char *text, gsize length);
void _cadre_writer_integer (CadreWriter *self, gint64 value);
void _cadre_writer_number (CadreWriter *self, const char *text, gsize length);
void _cadre_writer_boolean (CadreWriter *self, gboolean value);
void _cadre_writer_null (CadreWriter *self);

/* A member whose name is a literal. Its address is enough to know it again. */
#define _cadre_writer_member_literal(self, name) \
  _cadre_writer_member_static ((self), "" name "", sizeof (name) - 1)
void _cadre_writer_member_static (CadreWriter *self, const char *name, gsize length);

/* Saves a text that is whole, with the promise of cadre_writer_new_for_file().
 * It need not be JSON. */
gboolean _cadre_writer_save_text (GFile *file,
                                  const char *text,
                                  gsize length,
                                  GCancellable *cancellable,
                                  GError **error);

/* What has been written of a text, and forgetting it; NULL where a value could
 * not be written. Only for cadre_writer_new_for_text(). */
const char *_cadre_writer_peek (CadreWriter *self, gsize *length);
void _cadre_writer_forget (CadreWriter *self);
/* The error so far. */
const GError *_cadre_writer_get_error (CadreWriter *self);

/* Keeps an error of the caller's, as if the writer had found it, unless there
 * is one already. Takes it. */
void _cadre_writer_take_error (CadreWriter *self, GError *error);

G_END_DECLS
