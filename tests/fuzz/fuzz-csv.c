/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "csv-oracle.h"
#include "fuzz-target.h"

/* Any bytes: see csv_check(). */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  csv_check ((const char *) data, size);

  return 0;
}
