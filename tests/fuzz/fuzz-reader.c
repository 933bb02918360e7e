/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-target.h"
#include "reader-oracle.h"

/* Any bytes: see oracle_check(). */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  oracle_check ((const char *) data, size);

  return 0;
}
