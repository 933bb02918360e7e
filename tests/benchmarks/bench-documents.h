/* SPDX-License-Identifier: LGPL-2.1-or-later */

#ifndef CADRE_BENCH_DOCUMENTS_H
#define CADRE_BENCH_DOCUMENTS_H

#include <cadre/cadre.h>

/* The documents that the benchmarks read: a tree of posts of span seven, with
 * units, employers, grades, hours and cost. The same bytes every time. */

/* What is different of a post in the document after. */
typedef enum
{
  BENCH_FATE_SAME = 0,
  BENCH_FATE_CREATED = 1,
  BENCH_FATE_DELETED = 2,
  BENCH_FATE_MOVED = 3,
  BENCH_FATE_REGRADED = 4,
  BENCH_FATE_RECOSTED = 5,
} BenchFate;

/* One post in twenty has another fate than to stay the same. */
BenchFate bench_fate (guint row);

/* Which document to make. */
typedef enum
{
  BENCH_DOCUMENT_WHOLE = 0,  /* all posts */
  BENCH_DOCUMENT_BEFORE = 1, /* all but those to be created */
  BENCH_DOCUMENT_AFTER = 2,  /* with every fate fulfilled */
} BenchDocument;

GBytes *bench_make_document (guint n_rows, BenchDocument which, gboolean shuffled);

/* The same posts as a table of nine columns, as text with commas. */
GBytes *bench_make_table (guint n_rows, BenchDocument which);

/* Ends the program where the document does not load. */
CadreStructure *bench_load (GBytes *document);

/* Seconds of processor time of this process. */
double bench_seconds (void);

#endif /* CADRE_BENCH_DOCUMENTS_H */
