/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-pages-private.h"

#include <sys/mman.h>
#include <unistd.h>

/* Less than this has few pages of any size. */
#define LARGE (4 * 1024 * 1024)
#define SOME (1024 * 1024)

gpointer
cadre_pages_try_new (gsize size)
{
#ifdef MADV_HUGEPAGE
  if (size >= LARGE)
    {
      gpointer pages =
        mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

      if (pages == MAP_FAILED)
        return NULL;

      /* A kernel that cannot do it says so, and gives small ones. */
      madvise (pages, size, MADV_HUGEPAGE);
      return pages;
    }
#endif

  return g_try_malloc0 (size);
}

void
cadre_pages_free (gpointer pages, gsize size)
{
#ifdef MADV_HUGEPAGE
  if (size >= LARGE)
    {
      munmap (pages, size);
      return;
    }
#endif

  g_free (pages);
}

void
cadre_pages_expect (gpointer block, gsize size)
{
#ifdef MADV_HUGEPAGE
  /* Whole pages of the system: what else is in the first and the last is served as
   * before. */
  const gsize page = (gsize) sysconf (_SC_PAGESIZE);
  const gsize begin = (gsize) block / page * page;
  const gsize end = ((gsize) block + size + page - 1) / page * page;

  if (size >= SOME)
    madvise ((gpointer) begin, end - begin, MADV_HUGEPAGE);
#endif
}

gpointer
cadre_pages_try_malloc (gsize size)
{
  gpointer memory = g_try_malloc (size);

  if (memory != NULL)
    cadre_pages_expect (memory, size);

  return memory;
}

gpointer
cadre_pages_try_array (gsize n, gsize size)
{
  gsize n_bytes = 0;

  return g_size_checked_mul (&n_bytes, n, size) ? cadre_pages_try_malloc (n_bytes) : NULL;
}

gpointer
cadre_pages_try_zeros (gsize n, gsize size)
{
  gpointer memory = g_try_malloc0_n (n, size);

  if (memory != NULL)
    cadre_pages_expect (memory, n * size);

  return memory;
}
