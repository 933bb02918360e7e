/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Numbers at random that are the same everywhere for the same seed: xoshiro256**
 * of Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM
 * TOMS 47 (2021), begun by SplitMix64 as its authors ask for. Not for secrets. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state[4];
} CadreKernelRandom;

static inline guint64
cadre_kernel_random_rotate (guint64 x, guint n)
{
  return (x << n) | (x >> (64 - n));
}

static inline void
cadre_kernel_random_init (CadreKernelRandom *self, guint64 seed)
{
  for (guint i = 0; i < 4; i++)
    {
      guint64 z = seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      self->state[i] = z ^ (z >> 31);
    }
}

static inline guint64
cadre_kernel_random_next (CadreKernelRandom *self)
{
  guint64 *s = self->state;
  const guint64 result = cadre_kernel_random_rotate (s[1] * 5, 7) * 9;
  const guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = cadre_kernel_random_rotate (s[3], 45);
  return result;
}

/* A number below @n, which is not 0, each as likely as any other: what would
 * favour the first is drawn again (Lemire, ACM TOMACS 29, 2019). */
static inline guint32
cadre_kernel_random_below (CadreKernelRandom *self, guint32 n)
{
  guint64 product = (cadre_kernel_random_next (self) >> 32) * n;

  while ((guint32) product < n && (guint32) product < -n % n)
    product = (cadre_kernel_random_next (self) >> 32) * n;
  return (guint32) (product >> 32);
}

G_END_DECLS
