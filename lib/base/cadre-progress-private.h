/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/* How far a job is: a cancellable that also knows that. What reads and writes has
 * one for each job that may be cancelled, and what every function hands down to
 * it need not be told of progress as well. Any other cancellable, or none, is
 * taken and knows nothing. */

#define CADRE_TYPE_PROGRESS (cadre_progress_get_type ())
G_DECLARE_FINAL_TYPE (CadreProgress, cadre_progress, CADRE, PROGRESS, GCancellable)

/* For those who read and write. */
void cadre_progress_add_total (GCancellable *cancellable, guint64 bytes);
void cadre_progress_add_total_of (GCancellable *cancellable, GFileInputStream *stream);
void cadre_progress_add_done (GCancellable *cancellable, guint64 bytes);
GBytes *cadre_progress_load_bytes (GFile *file, GCancellable *cancellable, GError **error);

/* For those who run jobs. The callback is called in @context, and not after
 * @destroy, which the last of them is followed by. */
CadreProgress *cadre_progress_new (GMainContext *context,
                                   CadreProgressCallback callback,
                                   gpointer user_data,
                                   GDestroyNotify destroy);
void cadre_progress_end (CadreProgress *self, gboolean is_good);

G_END_DECLS
