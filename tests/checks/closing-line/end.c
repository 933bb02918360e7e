/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Says that one test passed, then ends in the way that its argument names. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile char *lost;

static int
end (const char *way)
{
  if (strcmp (way, "crash") == 0 || strcmp (way, "not-ok-and-crash") == 0)
    raise (SIGSEGV);
  if (strcmp (way, "hang") == 0)
    pause ();
  if (strcmp (way, "lose-memory") == 0)
    {
      lost = malloc (100);
      lost[0] = 1;
      lost = NULL;
    }

  /* 23 is how LeakSanitizer ends a program whose tests all passed. */
  if (strcmp (way, "leak") == 0)
    return 23;

  return strcmp (way, "status") == 0;
}

int
main (int argc, char *argv[])
{
  const char *way = argc > 1 ? argv[1] : "";
  int bad = strncmp (way, "not-ok", 6) == 0;
  int skip = strcmp (way, "skip") == 0;

  printf ("1..%d\nok 1 - before\n", 1 + bad + skip);
  if (bad)
    printf ("not ok 2 - this one\n");
  if (skip)
    printf ("ok 2 - this one # SKIP not here\n");
  fflush (stdout);

  return end (way);
}
