/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Included once for each kind of processor and each kind of cost, with these
 * defined: FORM (name), TARGET, LANES, ALWAYS (whether a store costs less
 * than asking whether there is anything to store), COST (type), PLAIN_… (what does the last
 * few), V (LANES doubles), MASK, LOAD_COST, LOAD, STORE, LEAVE (before what is not
 * compiled for this kind), ALL, SUB, ADD, LEAST, MOST,
 * AT_MOST, LESS, CHOOSE (mask, where set, where not), ANY and NOTE (where, mask, row). */

/* Two steps at a time, each with its own sums, so that neither waits for the other. */
TARGET static inline __attribute__ ((always_inline)) V
FORM (relax_step) (const COST *cost,
                   const double *price,
                   V bases,
                   guint32 row,
                   double *distance,
                   guint32 *before,
                   V least)
{
  const V old = LOAD (distance);
  const V found = SUB (SUB (LOAD_COST (cost), LOAD (price)), bases);
  const MASK is_less = LESS (found, old);
  const V now = CHOOSE (is_less, found, old);

  if (ALWAYS || ANY (is_less))
    {
      STORE (distance, now);
      NOTE (before, is_less, row);
    }
  return LEAST (least, now);
}

TARGET static double
FORM (relax) (const COST *cost,
              const double *price,
              double base,
              guint32 row,
              double *distance,
              guint32 *before,
              guint32 n)
{
  const V bases = ALL (base);
  V least = ALL (INFINITY), other = ALL (INFINITY);
  double lanes[LANES], rest;
  guint32 j = 0;

  for (; j + 2 * LANES <= n; j += 2 * LANES)
    {
      const guint32 k = j + LANES;

      least = FORM (relax_step) (cost + j, price + j, bases, row, distance + j, before + j, least);
      other = FORM (relax_step) (cost + k, price + k, bases, row, distance + k, before + k, other);
    }

  STORE (lanes, LEAST (least, other));
  LEAVE ();
  rest = PLAIN_RELAX (cost + j, price + j, base, row, distance + j, before + j, n - j);
  for (guint32 k = 0; k < LANES; k++)
    rest = MIN (rest, lanes[k]);
  return rest;
}

typedef struct
{
  V least;
  V second;
  V at;
  V here;
} FORM (Least);

TARGET static inline __attribute__ ((always_inline)) void
FORM (least_step) (const COST *cost, const double *price, FORM (Least) * self)
{
  const V value = SUB (LOAD_COST (cost), LOAD (price));

  self->second = LEAST (self->second, MOST (value, self->least));
  self->at = CHOOSE (LESS (value, self->least), self->here, self->at);
  self->least = LEAST (value, self->least);
  self->here = ADD (self->here, ALL (2 * LANES));
}

TARGET static inline __attribute__ ((always_inline)) void
FORM (least_sum) (const FORM (Least) * self, CadreKernelLeast *sum)
{
  double least[LANES], second[LANES], at[LANES];

  STORE (least, self->least);
  STORE (second, self->second);
  STORE (at, self->at);
  for (guint32 k = 0; k < LANES; k++)
    add_least (sum, (CadreKernelLeast){ least[k], second[k], (guint32) at[k] });
}

TARGET static CadreKernelLeast
FORM (least) (const COST *cost, const double *price, guint32 n)
{
  FORM (Least) one = { ALL (INFINITY), ALL (INFINITY), ALL (0), ALL (0) };
  FORM (Least) two = one;
  double places[2 * LANES];
  CadreKernelLeast found = { INFINITY, INFINITY, 0 };
  CadreKernelLeast rest;
  guint32 j = 0;

  for (guint32 k = 0; k < 2 * LANES; k++)
    places[k] = k;
  one.here = LOAD (places);
  two.here = LOAD (places + LANES);
  for (; j + 2 * LANES <= n; j += 2 * LANES)
    {
      FORM (least_step) (cost + j, price + j, &one);
      FORM (least_step) (cost + j + LANES, price + j + LANES, &two);
    }

  FORM (least_sum) (&one, &found);
  FORM (least_sum) (&two, &found);
  LEAVE ();
  rest = PLAIN_LEAST (cost + j, price + j, n - j);
  rest.at += j;
  add_least (&found, rest);
  return found;
}

TARGET static void
FORM (lower) (const COST *cost, guint32 row, double *least, guint32 *at, guint32 n)
{
  guint32 j = 0;

  for (; j + LANES <= n; j += LANES)
    {
      const V old = LOAD (least + j);
      const V found = LOAD_COST (cost + j);
      const MASK is_less = LESS (found, old);

      if (ANY (is_less))
        {
          STORE (least + j, CHOOSE (is_less, found, old));
          NOTE (at + j, is_less, row);
        }
    }
  LEAVE ();
  PLAIN_LOWER (cost + j, row, least + j, at + j, n - j);
}
