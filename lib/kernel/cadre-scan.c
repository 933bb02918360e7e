/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-scan-private.h"

#include <math.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

/* The earlier of equal ones stands. */
static inline void
add_least (CadreKernelLeast *self, CadreKernelLeast other)
{
  if (other.least < self->least || (other.least <= self->least && other.at < self->at))
    {
      const CadreKernelLeast keep = *self;

      *self = other;
      other = keep;
    }
  self->second = MIN (self->second, other.least);
}

static inline double
cost_of_int (gint32 cost)
{
  return cost == G_MAXINT32 ? (double) INFINITY : cost; /* a float would round */
}

static double
plain_relax_int (const gint32 *cost,
                 const double *price,
                 double base,
                 guint32 row,
                 double *distance,
                 guint32 *before,
                 guint32 n)
{
  double least = INFINITY;

  for (guint32 j = 0; j < n; j++)
    {
      const double found = cost_of_int (cost[j]) - price[j] - base;

      if (found < distance[j])
        {
          distance[j] = found;
          before[j] = row;
        }
      least = MIN (least, distance[j]);
    }
  return least;
}

static double
plain_relax_real (const double *cost,
                  const double *price,
                  double base,
                  guint32 row,
                  double *distance,
                  guint32 *before,
                  guint32 n)
{
  double least = INFINITY;

  for (guint32 j = 0; j < n; j++)
    {
      const double found = cost[j] - price[j] - base;

      if (found < distance[j])
        {
          distance[j] = found;
          before[j] = row;
        }
      least = MIN (least, distance[j]);
    }
  return least;
}

static inline void
look_at (CadreKernelLeast *self, double value, guint32 j)
{
  self->second = MIN (self->second, MAX (value, self->least));
  if (value < self->least)
    {
      self->least = value;
      self->at = j;
    }
}

static CadreKernelLeast
plain_least_int (const gint32 *cost, const double *price, guint32 n)
{
  CadreKernelLeast found = { INFINITY, INFINITY, 0 };

  for (guint32 j = 0; j < n; j++)
    look_at (&found, cost_of_int (cost[j]) - price[j], j);
  return found;
}

static CadreKernelLeast
plain_least_real (const double *cost, const double *price, guint32 n)
{
  CadreKernelLeast found = { INFINITY, INFINITY, 0 };

  for (guint32 j = 0; j < n; j++)
    look_at (&found, cost[j] - price[j], j);
  return found;
}

static void
plain_lower_int (const gint32 *cost, guint32 row, double *least, guint32 *at, guint32 n)
{
  for (guint32 j = 0; j < n; j++)
    if (cost_of_int (cost[j]) < least[j])
      {
        least[j] = cost[j];
        at[j] = row;
      }
}

static void
plain_lower_real (const double *cost, guint32 row, double *least, guint32 *at, guint32 n)
{
  for (guint32 j = 0; j < n; j++)
    if (cost[j] < least[j])
      {
        least[j] = cost[j];
        at[j] = row;
      }
}

static guint32
plain_find (const double *distance, double most, guint32 from, guint32 n)
{
  guint32 j = from;

  while (j < n && distance[j] > most)
    j++;
  return j;
}

#ifdef __x86_64__

/* Eight at a time. */
#define TARGET __attribute__ ((target ("avx512f,avx512vl")))
#define LANES 8
#define LEAVE() _mm256_zeroupper ()
#define ALWAYS TRUE
#define V __m512d
#define MASK __mmask8
#define LOAD(p) _mm512_loadu_pd (p)
#define STORE(p, v) _mm512_storeu_pd (p, v)
#define ALL(x) _mm512_set1_pd (x)
#define SUB(a, b) _mm512_sub_pd (a, b)
#define ADD(a, b) _mm512_add_pd (a, b)
#define LEAST(a, b) _mm512_min_pd (a, b)
#define MOST(a, b) _mm512_max_pd (a, b)
#define LESS(a, b) _mm512_cmp_pd_mask (a, b, _CMP_LT_OQ)
#define AT_MOST(a, b) _mm512_cmp_pd_mask (a, b, _CMP_LE_OQ)
#define FIND find_512
#define CHOOSE(m, a, b) _mm512_mask_blend_pd (m, b, a)
#define ANY(m) ((m) != 0)
#define NOTE(p, m, row) _mm256_mask_storeu_epi32 (p, m, _mm256_set1_epi32 ((gint32) (row)))

TARGET static inline __m512d
load_int_512 (const gint32 *cost)
{
  const __m256i cells = _mm256_loadu_si256 ((const __m256i_u *) cost);
  const __mmask8 is_none = _mm256_cmpeq_epi32_mask (cells, _mm256_set1_epi32 (G_MAXINT32));

  return _mm512_mask_blend_pd (is_none, _mm512_cvtepi32_pd (cells), _mm512_set1_pd (INFINITY));
}

#define COST gint32
#include "kernel/cadre-scan-find-private.h"
#define FORM(name) name##_int_512
#define LOAD_COST(p) load_int_512 (p)
#define PLAIN_RELAX plain_relax_int
#define PLAIN_LEAST plain_least_int
#define PLAIN_LOWER plain_lower_int
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-real-private.h"
#define FORM(name) name##_real_512
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-none-private.h"

/* Four at a time. */
#define TARGET __attribute__ ((target ("avx2")))
#define LANES 4
#define LEAVE() _mm256_zeroupper ()
#define ALWAYS FALSE
#define V __m256d
#define MASK __m256d
#define LOAD(p) _mm256_loadu_pd (p)
#define STORE(p, v) _mm256_storeu_pd (p, v)
#define ALL(x) _mm256_set1_pd (x)
#define SUB(a, b) _mm256_sub_pd (a, b)
#define ADD(a, b) _mm256_add_pd (a, b)
#define LEAST(a, b) _mm256_min_pd (a, b)
#define MOST(a, b) _mm256_max_pd (a, b)
#define LESS(a, b) _mm256_cmp_pd (a, b, _CMP_LT_OQ)
#define AT_MOST(a, b) _mm256_cmp_pd (a, b, _CMP_LE_OQ)
#define FIND find_256
#define CHOOSE(m, a, b) _mm256_blendv_pd (b, a, m)
#define ANY(m) (_mm256_movemask_pd (m) != 0)
#define NOTE(p, m, row) note_256 (p, m, row)

TARGET static inline __m256d
load_int_256 (const gint32 *cost)
{
  const __m128i cells = _mm_loadu_si128 ((const __m128i_u *) cost);
  const __m128i is_none = _mm_cmpeq_epi32 (cells, _mm_set1_epi32 (G_MAXINT32));

  return _mm256_blendv_pd (_mm256_cvtepi32_pd (cells), _mm256_set1_pd (INFINITY),
                           _mm256_castsi256_pd (_mm256_cvtepi32_epi64 (is_none)));
}

TARGET static inline void
note_256 (guint32 *at, __m256d mask, guint32 row)
{
  const __m256 halves = _mm256_castpd_ps (mask);
  const __m128 low = _mm256_castps256_ps128 (halves);
  const __m128 high = _mm256_extractf128_ps (halves, 1);
  const __m128i lanes = _mm_castps_si128 (_mm_shuffle_ps (low, high, _MM_SHUFFLE (2, 0, 2, 0)));

  _mm_maskstore_epi32 ((int *) at, lanes, _mm_set1_epi32 ((gint32) row));
}

#define COST gint32
#include "kernel/cadre-scan-find-private.h"
#define FORM(name) name##_int_256
#define LOAD_COST(p) load_int_256 (p)
#define PLAIN_RELAX plain_relax_int
#define PLAIN_LEAST plain_least_int
#define PLAIN_LOWER plain_lower_int
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-real-private.h"
#define FORM(name) name##_real_256
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-none-private.h"

/* Two at a time: what every x86-64 has. */
#define TARGET
#define LANES 2
#define LEAVE() ((void) 0)
#define ALWAYS FALSE
#define V __m128d
#define MASK __m128d
#define LOAD(p) _mm_loadu_pd (p)
#define STORE(p, v) _mm_storeu_pd (p, v)
#define ALL(x) _mm_set1_pd (x)
#define SUB(a, b) _mm_sub_pd (a, b)
#define ADD(a, b) _mm_add_pd (a, b)
#define LEAST(a, b) _mm_min_pd (a, b)
#define MOST(a, b) _mm_max_pd (a, b)
#define LESS(a, b) _mm_cmplt_pd (a, b)
#define AT_MOST(a, b) _mm_cmple_pd (a, b)
#define FIND find_128
#define CHOOSE(m, a, b) _mm_or_pd (_mm_and_pd (m, a), _mm_andnot_pd (m, b))
#define ANY(m) (_mm_movemask_pd (m) != 0)
#define NOTE(p, m, row) note_128 (p, m, row)

static inline __m128d
load_int_128 (const gint32 *cost)
{
  const __m128i cells = _mm_loadl_epi64 ((const __m128i_u *) cost);
  const __m128i is_none = _mm_cmpeq_epi32 (cells, _mm_set1_epi32 (G_MAXINT32));
  const __m128d mask = _mm_castsi128_pd (_mm_unpacklo_epi32 (is_none, is_none));

  return CHOOSE (mask, _mm_set1_pd (INFINITY), _mm_cvtepi32_pd (cells));
}

static inline void
note_128 (guint32 *at, __m128d mask, guint32 row)
{
  const int lanes = _mm_movemask_pd (mask);

  if ((lanes & 1) != 0)
    at[0] = row;
  if ((lanes & 2) != 0)
    at[1] = row;
}

#define COST gint32
#include "kernel/cadre-scan-find-private.h"
#define FORM(name) name##_int_128
#define LOAD_COST(p) load_int_128 (p)
#define PLAIN_RELAX plain_relax_int
#define PLAIN_LEAST plain_least_int
#define PLAIN_LOWER plain_lower_int
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-real-private.h"
#define FORM(name) name##_real_128
#include "kernel/cadre-scan-body-private.h"
#include "kernel/cadre-scan-none-private.h"

#endif

#define FORMS(name, form)                                                                        \
  {                                                                                              \
    name, relax_int##form, relax_real##form, least_int##form, least_real##form, lower_int##form, \
      lower_real##form, find##form                                                               \
  }

/* The fastest first. */
static const CadreKernelScan scans[] = {
#ifdef __x86_64__
  FORMS ("avx512", _512),
  FORMS ("avx2", _256),
  FORMS ("sse2", _128),
#endif
  { "plain", plain_relax_int, plain_relax_real, plain_least_int, plain_least_real, plain_lower_int,
    plain_lower_real, plain_find },
};

static gboolean
can_run (const CadreKernelScan *scan)
{
#ifdef __x86_64__
  if (scan == scans)
    return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl");
  if (scan == scans + 1)
    return __builtin_cpu_supports ("avx2");
#endif
  return TRUE;
}

/*< private >
 * cadre_kernel_scan_get_nth:
 * @n: which, from 0 for the fastest
 *
 * Returns: (nullable): the loops in this form, or %NULL if there are not so
 * many that this processor can run
 */
const CadreKernelScan *
cadre_kernel_scan_get_nth (guint n)
{
  for (guint k = 0; k < G_N_ELEMENTS (scans); k++)
    if (can_run (scans + k) && n-- == 0)
      return scans + k;
  return NULL;
}

/*< private >
 * cadre_kernel_scan_get:
 *
 * Returns: the fastest loops that this processor can run
 */
const CadreKernelScan *
cadre_kernel_scan_get (void)
{
  static const CadreKernelScan *chosen;
  const CadreKernelScan *scan = __atomic_load_n (&chosen, __ATOMIC_RELAXED);

  if (scan == NULL)
    {
      scan = cadre_kernel_scan_get_nth (0);
      __atomic_store_n (&chosen, scan, __ATOMIC_RELAXED);
    }
  return scan;
}
