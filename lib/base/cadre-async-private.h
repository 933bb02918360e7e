/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/* The twins of functions that load and save: the same function, in a thread. */

/* What the function is given. All of it is kept until it has returned, so it must
 * be what no other thread changes. */
typedef struct
{
  gpointer object;   /* (nullable): what is saved */
  GFile *file;       /* or folder */
  gpointer settings; /* (nullable): limits, or a redaction */
  guint number;
} CadreAsyncInput;

/* What the caller said. */
typedef struct
{
  GCancellable *cancellable; /* (nullable) */
  CadreProgressCallback progress;
  gpointer progress_data;
  GDestroyNotify progress_destroy;
  GAsyncReadyCallback callback;
  gpointer user_data;
} CadreAsyncCaller;

/* Returns NULL, or FALSE, with the error set. */
typedef gpointer (*CadreAsyncLoad) (const CadreAsyncInput *input,
                                    GCancellable *cancellable,
                                    GError **error);
typedef gboolean (*CadreAsyncSave) (const CadreAsyncInput *input,
                                    GCancellable *cancellable,
                                    GError **error);

/* The tag is the public function itself, for the one that finishes it. */
void cadre_async_load (gpointer source,
                       gpointer tag,
                       CadreAsyncLoad load,
                       const CadreAsyncInput *input,
                       const CadreAsyncCaller *caller);
void cadre_async_save (gpointer source,
                       gpointer tag,
                       CadreAsyncSave save,
                       const CadreAsyncInput *input,
                       const CadreAsyncCaller *caller);

gboolean cadre_async_is_valid (GAsyncResult *result, gpointer source, gpointer tag);
gpointer cadre_async_finish_load (GAsyncResult *result, GError **error);
gboolean cadre_async_finish_save (GAsyncResult *result, GError **error);

G_END_DECLS
