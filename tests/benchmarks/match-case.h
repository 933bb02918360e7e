/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A made case of many posts and as many assignments: a tenth of the posts go, a
 * tenth are new, some of them like ones that go; there are ring-fences, results,
 * sharers, unknown grades, one post that many people hold and half of which goes,
 * and duties that every post has. */

#pragma once

#include <cadre/cadre.h>

/* What becomes of a post. */
typedef enum
{
  MATCH_KEPT,
  MATCH_GONE,
  MATCH_NEW,
  MATCH_CHANGED,
} MatchFate;

static inline MatchFate
match_fate (guint row)
{
  const guint lot = (guint) ((row * G_GUINT64_CONSTANT (2654435761)) >> 8) % 20;

  if (row < 50)
    return MATCH_KEPT;
  return lot < 2 ? MATCH_GONE : lot < 4 ? MATCH_NEW : lot < 6 ? MATCH_CHANGED : MATCH_KEPT;
}

static inline gboolean
match_is_on (guint row, gboolean after)
{
  const MatchFate fate = match_fate (row);

  return fate != (after ? MATCH_GONE : MATCH_NEW);
}

/* New posts in the order of those that go have their duties. */
static inline guint
match_profile (guint row)
{
  return row / 40;
}

static inline void
match_append_post (GString *text, guint row, gboolean after)
{
  const MatchFate fate = match_fate (row);

  g_string_append_printf (text,
                          ", {\"id\": \"p%07u\", \"employer\": \"o%u\", "
                          "\"establishment\": %u, \"field-of-work\": \"w%u\"",
                          row, row % 2, row % 97 == 0 ? 3 : 1,
                          fate == MATCH_GONE && row % 3 == 0 ? 999999 : row / 400);
  if (row > 0)
    g_string_append_printf (text, ", \"manager\": \"p%07u\"", row < 50 ? 0 : row % 50);
  if (row % 11 == 0)
    g_string_append (text, ", \"grade\": null}");
  else
    g_string_append_printf (text, ", \"grade\": \"g%u\"}",
                            after && fate == MATCH_CHANGED ? row % 7 : row % 8);
}

static inline void
match_append_posts (GString *text, guint n_rows, gboolean after)
{
  const guint crowd = MAX (n_rows / 50, 4);

  g_string_append (text, "\"posts\": [");
  g_string_append_printf (
    text, "{\"id\": \"crowd\", \"employer\": \"o0\", \"grade\": \"g3\", \"establishment\": %u}",
    after ? crowd / 2 : crowd);
  for (guint row = 0; row < n_rows; row++)
    if (match_is_on (row, after))
      match_append_post (text, row, after);
  g_string_append (text, "], \"responsibilities\": [");
  for (guint row = 0, n = 0; row < n_rows; row++)
    if (match_is_on (row, after))
      g_string_append_printf (text, "%s{\"post\": \"p%07u\", \"function-id\": \"f%u\"}",
                              n++ > 0 ? ", " : "", row, row / 200);
  g_string_append (text, "]");
}

static inline void
match_append_statements (GString *text, guint n_rows, gboolean after)
{
  g_string_append (text, ", \"statements\": [");
  for (guint row = 0, n = 0; row < n_rows; row++)
    {
      if (!match_is_on (row, after) || match_fate (row) == MATCH_KEPT ||
          (match_fate (row) == MATCH_GONE && row % 3 == 0))
        continue;
      g_string_append_printf (
        text,
        "%s{\"post\": \"p%07u\", \"head\": \"purpose\", \"key\": \"u%u\"}, "
        "{\"post\": \"p%07u\", \"head\": \"scope\", \"key\": \"everywhere\"}, "
        "{\"post\": \"p%07u\", \"head\": \"duties\", \"key\": \"care\"}, "
        "{\"post\": \"p%07u\", \"head\": \"duties\", \"key\": \"d%u\", \"weight\": 3}, "
        "{\"post\": \"p%07u\", \"head\": \"competencies\", \"key\": \"c%u\"}",
        n++ > 0 ? ", " : "", row, match_profile (row), row, row, row, match_profile (row), row,
        match_profile (row) / 3);
    }
  g_string_append (text, "]");
}

static inline void
match_append_names (GString *text, guint n_rows)
{
  g_string_append (text, "\"organisations\": [{\"id\": \"o0\"}, {\"id\": \"o1\"}], "
                         "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [");
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "%s{\"id\": \"g%u\", \"scale\": \"s\", \"rung\": %u}",
                            i > 0 ? ", " : "", i, i + 1);
  g_string_append (text, "], \"functions\": [");
  for (guint i = 0; i <= n_rows / 200; i++)
    g_string_append_printf (text, "%s{\"id\": \"f%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], ");
}

static inline void
match_append_people (GString *text, guint n_rows)
{
  const guint crowd = MAX (n_rows / 50, 4);

  g_string_append (text, ", \"persons\": [");
  for (guint row = 0; row < n_rows + crowd; row++)
    g_string_append_printf (text, "%s{\"id\": \"x%u\"}", row > 0 ? ", " : "", row);
  g_string_append (text, "], \"assignments\": [");
  for (guint i = 0; i < crowd; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"person\": \"x%u\", \"post\": \"crowd\"}",
                            i > 0 ? ", " : "", i, n_rows + i);
  for (guint row = 0; row < n_rows; row++)
    if (match_is_on (row, FALSE))
      {
        g_string_append_printf (text,
                                ", {\"id\": \"a%u\", \"person\": \"x%u\", \"post\": \"p%07u\"%s}",
                                row, row, row, row % 31 == 0 ? ", \"job-share\": \"k\"" : "");
        if (row % 31 == 0)
          g_string_append_printf (
            text,
            ", {\"id\": \"b%u\", \"person\": \"x%u\", \"post\": \"p%07u\", \"job-share\": \"k\"}",
            row, (row + 7) % n_rows, row);
      }
  g_string_append (text, "]");
}

/* The document of a case of about @n_rows posts. */
static inline GBytes *
match_make_case (guint n_rows)
{
  GString *text = g_string_sized_new (900 * (gsize) n_rows + 4096);

  g_string_append (text, "{\"cadre\": \"case\", \"version\": 1, \"id\": \"made\", "
                         "\"policies\": [{\"name\": \"illustrative\"}]");
  for (guint side = 0; side < 2; side++)
    {
      g_string_append_printf (text, ", \"%s\": {\"as-of\": \"%s\", ",
                              side == 0 ? "before" : "after",
                              side == 0 ? "2020-01-01" : "2020-06-30");
      match_append_names (text, n_rows);
      match_append_posts (text, n_rows, side == 1);
      match_append_statements (text, n_rows, side == 1);
      if (side == 0)
        match_append_people (text, n_rows);
      g_string_append_c (text, '}');
    }
  g_string_append (text, ", \"log\": [");
  for (guint row = 0, n = 0; row + 40 < n_rows; row++)
    if (match_fate (row) == MATCH_GONE && match_fate (row + 3) == MATCH_NEW)
      g_string_append_printf (text,
                              "%s{\"event\": \"result\", \"post\": \"p%07u\", \"assignment\": "
                              "\"a%u\", \"stage\": \"limited-competition\", \"result\": "
                              "\"not-appointed\"}",
                              n++ > 0 ? ", " : "", row + 3, row);
  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}
