/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-pages-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Less than this has few pages of any size. */
#define LARGE ((gsize) 4 * 1024 * 1024)
#define SOME ((gsize) 1024 * 1024)
/* A large page of most machines. */
#define PAGE ((gsize) 2 * 1024 * 1024)
/* No machine has smaller ones. */
#define LEAST_PAGE ((gsize) 4 * 1024)
/* No machine has larger small pages. */
#define SMALL_PAGE ((gsize) 64 * 1024)

/* All of the large pages that memory is in, where that takes little more; else all of
 * the small ones. */
static gsize
round_up (gsize size)
{
  const gsize rest = (PAGE - size % PAGE) % PAGE;
  const gsize unit = rest <= size / 8 ? PAGE : SMALL_PAGE;

  return (size + unit - 1) / unit * unit;
}

#ifdef MADV_HUGEPAGE
/* Pages from the system begin anywhere: more than is needed has a large page begin in
 * it, and what is in front of that and behind goes back. */
static gpointer
map_pages (gsize size)
{
  guint8 *pages =
    mmap (NULL, size + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gsize lead = 0;

  if (pages == MAP_FAILED)
    return NULL;

  lead = (PAGE - (gsize) pages % PAGE) % PAGE;
  if (lead > 0)
    munmap (pages, lead);
  munmap (pages + lead + size, PAGE - lead);
  return pages + lead;
}
#endif

gpointer
cadre_pages_try_new (gsize size)
{
#ifdef MADV_HUGEPAGE
  if (size >= LARGE)
    {
      const gsize whole = size <= G_MAXSSIZE - PAGE ? round_up (size) : size;
      gpointer pages = map_pages (whole);

      /* A kernel that cannot do it says so, and gives small ones. */
      if (pages != NULL)
        madvise (pages, whole, MADV_HUGEPAGE);
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
      munmap (pages, round_up (size));
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

/* What malloc() writes in front of a block makes a small page of its place, and then
 * all that would be in one large page with it comes in small ones: about half of a
 * block of 4 MB. So a large block begins where a page does, and ends where one does
 * if that takes little more. */
static gpointer
try_malloc_pages (gsize size)
{
  const gsize whole = round_up (size);
  gpointer memory = NULL;

  if (posix_memalign (&memory, PAGE, whole) != 0)
    return NULL;

  cadre_pages_expect (memory, whole);
  return memory;
}

gpointer
cadre_pages_try_malloc (gsize size)
{
  gpointer memory = NULL;

  if (size >= PAGE - PAGE / 8 && size <= G_MAXSSIZE - PAGE)
    return try_malloc_pages (size);

  memory = g_try_malloc (size);
  if (memory != NULL)
    cadre_pages_expect (memory, size);
  return memory;
}

/* A block that grows by little is not copied: the system moves its pages. One that grows by
 * much has large pages to gain, and little to copy. */
gpointer
cadre_pages_try_renew (gpointer block, gsize used, gsize size)
{
  gpointer renewed = NULL;

  if (size < PAGE - PAGE / 8 || used > size / 4)
    {
      renewed = g_try_realloc (block, size);
      if (renewed != NULL)
        cadre_pages_expect (renewed, size);
      return renewed;
    }

  renewed = cadre_pages_try_malloc (size);
  if (renewed == NULL)
    return NULL;

  if (used > 0)
    memcpy (renewed, block, used);
  g_free (block);
  return renewed;
}

void
cadre_pages_touch (gpointer zeros, gsize size)
{
  volatile guint8 *bytes = zeros;

  for (gsize i = 0; i < size; i += LEAST_PAGE)
    bytes[i] = 0;
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
