/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is being saved: what is written goes elsewhere until it is
 * committed, and leaves no trace when it is freed before. */
typedef struct _CadreSave CadreSave;

CadreSave *_cadre_save_new (GFile *file, GCancellable *cancellable, GError **error);
gboolean _cadre_save_write (CadreSave *save,
                            const void *data,
                            gsize size,
                            GCancellable *cancellable,
                            GError **error);
gboolean _cadre_save_commit (CadreSave *save, GCancellable *cancellable, GError **error);
void _cadre_save_free (CadreSave *save);

/* The same for a path, which is what keeps the promise: cadre-save-native.c. */
typedef struct _CadreSaveNative CadreSaveNative;

CadreSaveNative *_cadre_save_native_new (const char *path, GError **error);
gboolean _cadre_save_native_write (CadreSaveNative *save,
                                   const void *data,
                                   gsize size,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean
_cadre_save_native_commit (CadreSaveNative *save, GCancellable *cancellable, GError **error);
void _cadre_save_native_free (CadreSaveNative *save);

G_END_DECLS
