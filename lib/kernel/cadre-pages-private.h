/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory for a table that is looked into at random. Where it is large it comes
 * in large pages, if the machine has them to give: most of what a look into the
 * table costs is to find its page. */

/* Zeros, or NULL for want of memory. */
gpointer cadre_pages_try_new (gsize size);
void cadre_pages_free (gpointer pages, gsize size);

/* Memory that is filled from one end to the other, and freed with g_free(): most of
 * what that costs is to get its pages. NULL for want of it. */
gpointer cadre_pages_try_malloc (gsize size);

/* Says of a block that malloc() gave that all of it is going to be used, so that it
 * may come in large pages too. */
void cadre_pages_expect (gpointer block, gsize size);

/* A block of malloc() in another size, with the first @used of its bytes; NULL for want
 * of memory, and then it is as it was. g_free(). */
gpointer cadre_pages_try_renew (gpointer block, gsize used, gsize size);

/* Writes to all pages of fresh zeros that are going to be read and written at random. One
 * that is read first is a page that all share: when it is written to, all processors have
 * to forget it. */
void cadre_pages_touch (gpointer zeros, gsize size);

/* An array of which all is going to be used, or NULL for want of memory; g_free(). */
gpointer cadre_pages_try_array (gsize n, gsize size);
#define cadre_pages_try_array_of(type, n) ((type *) cadre_pages_try_array ((n), sizeof (type)))

/* The same, of zeros. */
gpointer cadre_pages_try_zeros (gsize n, gsize size);
#define cadre_pages_try_zeros_of(type, n) ((type *) cadre_pages_try_zeros ((n), sizeof (type)))

G_END_DECLS
