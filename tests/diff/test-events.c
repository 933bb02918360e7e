/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

#define N_ROUNDS (g_test_thorough () ? 2000 : 150)

/* Two structures, with ' for ", and what happened between them. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *events; /* the summary, a line each */
  guint n_headline;   /* how many of them, from the first on, are in the headline */
} Case;

#define UNITS "'units': [{'id': 'u', 'name': 'Youth'}, {'id': 'v', 'name': 'Adults'}]"
#define GRADES "'grades': [{'id': 'g8', 'name': 'Grade 8'}, {'id': 'g9', 'name': 'Grade 9'}]"
#define EMPLOYERS "'organisations': [{'id': 'c', 'name': 'Council'}, {'id': 't', 'name': 'Trust'}]"

/* The first posts, all in one unit. */
#define IN(unit, n) IN_##n (unit)
#define IN_2(unit) "{'id': '0', 'unit': '" unit "'}, {'id': '1', 'unit': '" unit "'}"
#define IN_4(unit) IN_2 (unit) ", {'id': '2', 'unit': '" unit "'}, {'id': '3', 'unit': '" unit "'}"
#define IN_U(n) IN ("u", n)
#define IN_X(n) IN ("x", n)

/* Two who stay with each of two managers. */
#define STAY(m, u, n, v)                                                                          \
  "{'id': 's', 'manager': '" m "', 'unit': '" u "'}, {'id': 't', 'manager': '" m "', 'unit': '" u \
  "'}, {'id': 'v', 'manager': '" n "', 'unit': '" v "'}, {'id': 'w', 'manager': '" n              \
  "', 'unit': '" v "'}"

/* One boss, and below it two units, one of them in a third. */
#define BRANCHES                                                                       \
  "'units': [{'id': 'z', 'name': 'All'}, {'id': 'v', 'name': 'Care', 'parent': 'z'}, " \
  "{'id': 'u', 'name': 'Home care', 'parent': 'v'}, "                                  \
  "{'id': 'w', 'name': 'Day care', 'parent': 'z'}], " EMPLOYERS ", "
#define BOSS "{'id': 'z', 'unit': 'z', "
#define FOUR_OF(field, value)                                                            \
  "{'id': 'a', 'unit': 'u', '" field "': '" value "'}, {'id': 'b', 'unit': 'u', '" field \
  "': '" value "'}, {'id': 'c', 'unit': 'u', '" field "': '" value                       \
  "'}, {'id': 'd', 'unit': 'u', '" field "': '" value "'}"

/* clang-format off */
static const Case cases[] = {
  { "nothing", "", "", "", 0 },
  { "post created", "'posts': []", "'posts': [{'id': 'a', 'title': 'Head'}]",
    "Post created: \"Head\"\n", 1 },
  { "post deleted", "'posts': [{'id': 'a', 'title': 'Head'}]", "'posts': []",
    "Post deleted: \"Head\"\n", 1 },
  { "posts merged",
    "'posts': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]",
    "'posts': [{'id': 'c', 'title': 'C'}], 'lineages': ["
    "{'post': 'c', 'predecessor': 'a', 'kind': 'merge'}, "
    "{'post': 'c', 'predecessor': 'b', 'kind': 'merge'}]",
    "Posts merged: from \"A\" and \"B\" to \"C\"\n", 1 },
  { "post merged into one that goes on",
    "'posts': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]",
    "'posts': [{'id': 'a', 'title': 'A'}], 'lineages': ["
    "{'post': 'a', 'predecessor': 'a', 'kind': 'continuing'}, "
    "{'post': 'a', 'predecessor': 'b', 'kind': 'merge'}]",
    "Posts merged: from \"A\" and \"B\" to \"A\"\n"
    "Record changed: post, \"A\"\n", 1 },
  { "post split",
    "'posts': [{'id': 'a', 'title': 'A'}]",
    "'posts': [{'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}], 'lineages': ["
    "{'post': 'b', 'predecessor': 'a', 'kind': 'split'}, "
    "{'post': 'c', 'predecessor': 'a', 'kind': 'split'}]",
    "Post split: \"A\", from \"A\" to \"B\" and \"C\"\n", 1 },
  { "post merged with what is not stated",
    "'posts': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]",
    "'posts': [{'id': 'c', 'title': 'C'}], 'lineages': ["
    "{'post': 'c', 'predecessor': 'a', 'kind': 'merge'}]",
    "Post deleted: \"B\"\n"
    "Posts merged: from \"A\" to \"C\"; what else was merged into it is not stated\n", 2 },
  { "post split into what is not stated",
    "'posts': [{'id': 'a', 'title': 'A'}]",
    "'posts': [{'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}], 'lineages': ["
    "{'post': 'b', 'predecessor': 'a', 'kind': 'split'}]",
    "Post created: \"C\"\n"
    "Post split: \"A\", from \"A\" to \"B\"; what else was made of it is not stated\n", 2 },
  { "unit renamed once",
    "'units': [{'id': 'u', 'name': 'Youth'}], 'posts': [{'id': 'a', 'unit': 'u'}, "
    "{'id': 'b', 'unit': 'u'}]",
    "'units': [{'id': 'u', 'name': 'Families'}], 'posts': [{'id': 'a', 'unit': 'u'}, "
    "{'id': 'b', 'unit': 'u'}]",
    "Unit renamed: from \"Youth\" to \"Families\"\n", 0 },
  { "unit under another id is renamed once",
    "'units': [{'id': 'u', 'name': 'Youth'}], 'posts': [{'id': 'a', 'unit': 'u'}, "
    "{'id': 'b', 'unit': 'u'}]",
    "'units': [{'id': 'x', 'name': 'Families'}], 'posts': [{'id': 'a', 'unit': 'x'}, "
    "{'id': 'b', 'unit': 'x'}]",
    "Unit renamed: from \"Youth\" to \"Families\", 2 posts; "
    "inferred from where the posts went\n", 1 },
  { "unit under another id with one that did not follow",
    "'units': [{'id': 'u', 'name': 'Youth'}, {'id': 'z'}], 'posts': [{'id': 'a', 'unit': 'u'}, "
    "{'id': 'b', 'unit': 'u'}, {'id': 'c', 'unit': 'u'}, {'id': 'd', 'unit': 'u'}]",
    "'units': [{'id': 'x', 'name': 'Families'}, {'id': 'z'}], 'posts': [{'id': 'a', 'unit': 'x'}, "
    "{'id': 'b', 'unit': 'x'}, {'id': 'c', 'unit': 'x'}, {'id': 'd', 'unit': 'z'}]",
    "Unit renamed: from \"Youth\" to \"Families\", 3 posts; 1 did not follow (\"d\"); "
    "inferred from where the posts went\n"
    "Post moved: \"d\", from \"Youth\" to \"z\"\n", 1 },
  { "unit moved",
    "'units': [{'id': 'u', 'name': 'Youth', 'parent': 'v'}, {'id': 'v', 'name': 'Adults'}, "
    "{'id': 'w', 'name': 'Schools'}], 'posts': [{'id': 'a', 'unit': 'u'}]",
    "'units': [{'id': 'u', 'name': 'Youth', 'parent': 'w'}, {'id': 'v', 'name': 'Adults'}, "
    "{'id': 'w', 'name': 'Schools'}], 'posts': [{'id': 'a', 'unit': 'u'}]",
    "Unit moved: \"Youth\", from \"Adults\" to \"Schools\"\n", 1 },
  { "unit moved under another id",
    "'units': [{'id': 'u', 'name': 'Youth', 'parent': 'v'}, {'id': 'v', 'name': 'Adults'}, "
    "{'id': 'w', 'name': 'Schools'}], 'posts': [{'id': 'a', 'unit': 'u'}]",
    "'units': [{'id': 'x', 'name': 'Youth', 'parent': 'w'}, {'id': 'v', 'name': 'Adults'}, "
    "{'id': 'w', 'name': 'Schools'}], 'posts': [{'id': 'a', 'unit': 'x'}]",
    "Unit moved: \"Youth\", from \"Adults\" to \"Schools\"; "
    "inferred from where the posts went\n", 1 },
  { "units merged",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'v'}, {'id': 'd', 'unit': 'v'}]",
    "'units': [{'id': 'x', 'name': 'People'}], 'posts': [{'id': 'a', 'unit': 'x'}, "
    "{'id': 'b', 'unit': 'x'}, {'id': 'c', 'unit': 'x'}, {'id': 'd', 'unit': 'x'}]",
    "Units merged: \"People\", from \"Youth\" and \"Adults\", 4 posts; "
    "inferred from where the posts went\n", 1 },
  { "unit taken in by one that goes on",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'v'}]",
    "'units': [{'id': 'v', 'name': 'Adults'}], 'posts': [{'id': 'a', 'unit': 'v'}, "
    "{'id': 'b', 'unit': 'v'}, {'id': 'c', 'unit': 'v'}]",
    "Units merged: \"Adults\", from \"Adults\" (goes on) and \"Youth\", 2 posts; "
    "inferred from where the posts went\n", 1 },
  { "two units of which one brings only more than half",
    UNITS ", 'posts': [" IN_U (4) ", {'id': 'd', 'unit': 'v'}, {'id': 'e', 'unit': 'v'}, "
    "{'id': 'f', 'unit': 'v'}]",
    "'units': [{'id': 'x', 'name': 'People'}, {'id': 'y', 'name': 'Law'}], 'posts': [" IN_X (4) ", "
    "{'id': 'd', 'unit': 'x'}, {'id': 'e', 'unit': 'x'}, {'id': 'f', 'unit': 'y'}]",
    "Unit created: \"Law\"\n"
    "Units merged: \"People\", from \"Youth\" and \"Adults\", 6 posts; "
    "inferred from where the posts went\n"
    "Post moved: \"f\", from \"Adults\" to \"Law\"\n", 2 },
  { "unit that makes up more than half of a new one",
    UNITS ", 'posts': [" IN_U (4) ", {'id': 'd', 'unit': 'v'}, {'id': 'e', 'unit': 'v'}, "
    "{'id': 'f', 'unit': 'v'}, {'id': 'g', 'unit': 'v'}]",
    "'units': [{'id': 'x', 'name': 'People'}, {'id': 'v', 'name': 'Adults'}], "
    "'posts': [" IN_X (4) ", {'id': 'd', 'unit': 'x'}, {'id': 'e', 'unit': 'x'}, "
    "{'id': 'f', 'unit': 'v'}, {'id': 'g', 'unit': 'v'}]",
    "Unit renamed: from \"Youth\" to \"People\", 4 posts; "
    "inferred from where the posts went\n"
    "Posts moved: from \"Adults\" to \"People\", 2 posts\n", 1 },
  { "unit that makes up less than half of a new one",
    UNITS ", 'posts': [" IN_U (2) ", {'id': 'd', 'unit': 'v'}, {'id': 'e', 'unit': 'v'}, "
    "{'id': 'f', 'unit': 'v'}, {'id': 'g', 'unit': 'v'}]",
    "'units': [{'id': 'x', 'name': 'People'}, {'id': 'v', 'name': 'Adults'}], "
    "'posts': [" IN_X (2) ", {'id': 'd', 'unit': 'x'}, {'id': 'e', 'unit': 'x'}, "
    "{'id': 'f', 'unit': 'v'}, {'id': 'g', 'unit': 'v'}]",
    "Unit created: \"People\"\n"
    "Unit deleted: \"Youth\"\n"
    "Posts moved: from \"Youth\" to \"People\", 2 posts\n"
    "Posts moved: from \"Adults\" to \"People\", 2 posts\n", 2 },
  { "unit split from one that goes on",
    "'units': [{'id': 'u', 'name': 'Youth'}], 'posts': [" IN_U (4) "]",
    "'units': [{'id': 'u', 'name': 'Youth at large'}, {'id': 'x', 'name': 'People'}], "
    "'posts': [" IN_X (2) ", {'id': '2', 'unit': 'u'}, {'id': '3', 'unit': 'u'}]",
    "Unit split: \"Youth\", to \"Youth at large\" (goes on) and \"People\", 2 posts; "
    "inferred from where the posts went\n"
    "Unit renamed: from \"Youth\" to \"Youth at large\"\n", 1 },
  { "unit that goes on without its posts is not split",
    "'units': [{'id': 'u', 'name': 'Youth'}], 'posts': [" IN_U (2) "]",
    "'units': [{'id': 'u', 'name': 'Youth'}, {'id': 'x', 'name': 'People'}], 'posts': [" IN_X (2) "]",
    "Unit created: \"People\"\n"
    "Posts moved: from \"Youth\" to \"People\", 2 posts\n", 1 },
  { "unit split into a new one and one that was there",
    UNITS ", 'posts': [" IN_U (4) ", {'id': 'f', 'unit': 'v'}, {'id': 'g', 'unit': 'v'}]",
    "'units': [{'id': 'x', 'name': 'People'}, {'id': 'v', 'name': 'Adults'}], 'posts': [" IN_X (2) ", "
    "{'id': '2', 'unit': 'v'}, {'id': '3', 'unit': 'v'}, {'id': 'f', 'unit': 'v'}, "
    "{'id': 'g', 'unit': 'v'}]",
    "Unit split: \"Youth\", to \"People\" and \"Adults\", 4 posts; "
    "inferred from where the posts went\n", 1 },
  { "unit split",
    "'units': [{'id': 'x', 'name': 'People'}], 'posts': [{'id': 'a', 'unit': 'x'}, "
    "{'id': 'b', 'unit': 'x'}, {'id': 'c', 'unit': 'x'}, {'id': 'd', 'unit': 'x'}]",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'v'}, {'id': 'd', 'unit': 'v'}]",
    "Unit split: \"People\", to \"Youth\" and \"Adults\", 4 posts; "
    "inferred from where the posts went\n", 1 },
  { "service transferred",
    UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 'c'}, "
    "{'id': 'b', 'unit': 'u', 'employer': 'c'}]",
    UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 't'}, "
    "{'id': 'b', 'unit': 'u', 'employer': 't'}]",
    "Service transferred: \"Youth\", from \"Council\" to \"Trust\", 2 posts\n", 1 },
  { "service with its sub-units, and one that stays",
    "'units': [{'id': 'p', 'name': 'People'}, {'id': 'u', 'name': 'Youth', 'parent': 'p'}, "
    "{'id': 'v', 'name': 'Adults', 'parent': 'p'}], " EMPLOYERS ", "
    "'posts': [{'id': 'a', 'unit': 'u', 'employer': 'c'}, {'id': 'b', 'unit': 'u', 'employer': 'c'}, "
    "{'id': 'd', 'unit': 'v', 'employer': 'c'}, {'id': 'e', 'unit': 'p', 'employer': 'c'}]",
    "'units': [{'id': 'p', 'name': 'People'}, {'id': 'u', 'name': 'Youth', 'parent': 'p'}, "
    "{'id': 'v', 'name': 'Adults', 'parent': 'p'}], " EMPLOYERS ", "
    "'posts': [{'id': 'a', 'unit': 'u', 'employer': 't'}, {'id': 'b', 'unit': 'u', 'employer': 't'}, "
    "{'id': 'd', 'unit': 'v', 'employer': 't'}, {'id': 'e', 'unit': 'p', 'employer': 'c'}]",
    "Service transferred: \"People\", from \"Council\" to \"Trust\", 3 posts; "
    "1 did not follow (\"e\")\n", 1 },
  { "large team that goes alone",
    BRANCHES "'posts': [" BOSS "'employer': 'c'}, " FOUR_OF ("employer", "c") "]",
    BRANCHES "'posts': [" BOSS "'employer': 'c'}, " FOUR_OF ("employer", "t") "]",
    "Service transferred: \"Home care\", from \"Council\" to \"Trust\", 4 posts\n", 1 },
  { "all teams but who is above them",
    BRANCHES "'posts': [" BOSS "'employer': 'c'}, " FOUR_OF ("employer", "c") ", {'id': 'e', 'unit': 'w', 'employer': 'c'}]",
    BRANCHES "'posts': [" BOSS "'employer': 'c'}, " FOUR_OF ("employer", "t") ", {'id': 'e', 'unit': 'w', 'employer': 't'}]",
    "Service transferred: \"All\", from \"Council\" to \"Trust\", 5 posts; "
    "1 did not follow (\"z\")\n", 1 },
  { "teams of one post",
    BRANCHES "'posts': [{'id': 'a', 'unit': 'u', 'employer': 'c'}, "
    "{'id': 'e', 'unit': 'w', 'employer': 'c'}]",
    BRANCHES "'posts': [{'id': 'a', 'unit': 'u', 'employer': 't'}, "
    "{'id': 'e', 'unit': 'w', 'employer': 't'}]",
    "Service transferred: \"All\", from \"Council\" to \"Trust\", 2 posts\n", 1 },
  { "base of a large team alone",
    BRANCHES "'sites': [{'id': 'c', 'name': 'Quay'}, {'id': 't', 'name': 'Hill'}], "
    "'posts': [" BOSS "'site': 'c'}, " FOUR_OF ("site", "c") "]",
    BRANCHES "'sites': [{'id': 'c', 'name': 'Quay'}, {'id': 't', 'name': 'Hill'}], "
    "'posts': [" BOSS "'site': 'c'}, " FOUR_OF ("site", "t") "]",
    "Work base changed: \"Home care\", from \"Quay\" to \"Hill\", 4 posts\n", 0 },
  { "half of a unit is no service",
    UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 'c'}, "
    "{'id': 'b', 'unit': 'u', 'employer': 'c'}]",
    UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 't'}, "
    "{'id': 'b', 'unit': 'u', 'employer': 'c'}]",
    "Employer changed: \"a\", employer from \"Council\" to \"Trust\"\n", 0 },
  { "family of one title",
    GRADES ", 'posts': [{'id': 'a', 'title': 'Social worker', 'grade': 'g8'}, "
    "{'id': 'b', 'title': 'Social worker', 'grade': 'g8'}, "
    "{'id': 'c', 'title': 'Social worker', 'grade': 'g8', 'score': 400}, "
    "{'id': 'd', 'title': 'Social worker', 'grade': 'g8'}, {'id': 'e', 'title': 'Clerk', 'grade': 'g8'}]",
    GRADES ", 'posts': [{'id': 'a', 'title': 'Social worker', 'grade': 'g9'}, "
    "{'id': 'b', 'title': 'Social worker', 'grade': 'g9'}, "
    "{'id': 'c', 'title': 'Social worker', 'grade': 'g9', 'score': 450}, "
    "{'id': 'd', 'title': 'Social worker', 'grade': 'g8'}, {'id': 'e', 'title': 'Clerk', 'grade': 'g8'}]",
    "Family regraded: \"Social worker\", from \"Grade 8\" to \"Grade 9\", 3 posts; "
    "1 did not follow (\"Social worker\" (d))\n", 1 },
  { "family of one unit",
    UNITS ", " GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'unit': 'u', 'grade': 'g8'}, "
    "{'id': 'b', 'title': 'Y', 'unit': 'u', 'grade': 'g8'}, {'id': 'c', 'unit': 'u', 'grade': 'g9'}]",
    UNITS ", " GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'unit': 'u', 'grade': 'g9'}, "
    "{'id': 'b', 'title': 'Y', 'unit': 'u', 'grade': 'g9'}, {'id': 'c', 'unit': 'u', 'grade': 'g9'}]",
    "Family regraded: \"Youth\", from \"Grade 8\" to \"Grade 9\", 2 posts\n", 1 },
  { "of one title, in different units and in one",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head', 'unit': 'u'}, "
    "{'id': 'n', 'title': 'Head', 'unit': 'v'}, "
    "{'id': 'a', 'title': 'Clerk', 'unit': 'u', 'manager': 'm'}, "
    "{'id': 'b', 'title': 'Clerk', 'unit': 'u', 'manager': 'm'}, "
    "{'id': 'c', 'title': 'Clerk', 'unit': 'v', 'manager': 'n'}, "
    "{'id': 'd', 'title': 'Typist', 'unit': 'v', 'manager': 'n'}]",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head', 'unit': 'u'}, "
    "{'id': 'n', 'title': 'Head', 'unit': 'v'}, "
    "{'id': 'a', 'title': 'Clerk', 'unit': 'u', 'manager': 'n'}, "
    "{'id': 'b', 'title': 'Clerk', 'unit': 'u', 'manager': 'm'}, "
    "{'id': 'c', 'title': 'Clerk', 'unit': 'v', 'manager': 'm'}, "
    "{'id': 'd', 'title': 'Clerk', 'unit': 'u', 'manager': 'n'}]",
    "Post moved: \"Clerk\" (a), from \"Head\" (Youth) to \"Head\" (Adults)\n"
    "Post moved: \"Clerk\" (Adults), from \"Head\" (Adults) to \"Head\" (Youth)\n"
    "Post moved: \"Clerk\" (d), from \"Adults\" to \"Youth\"\n"
    "Retitled: from \"Typist\" to \"Clerk\" (d)\n", 0 },
  { "several of one title that come, go, and are merged",
    UNITS ", 'posts': [{'id': 'a', 'title': 'Clerk', 'unit': 'u'}, {'id': 'b', 'title': 'Clerk'}, "
    "{'id': 'c', 'title': 'Clerk'}, {'id': 'd', 'title': 'Clerk'}]",
    UNITS ", 'posts': [{'id': 'd', 'title': 'Clerk'}, {'id': 'x', 'title': 'Clerk', 'unit': 'v'}, "
    "{'id': 'e', 'title': 'Clerk', 'unit': 'u'}], 'lineages': ["
    "{'post': 'x', 'predecessor': 'a', 'kind': 'merge'}, "
    "{'post': 'x', 'predecessor': 'b', 'kind': 'merge'}]",
    "Post created: \"Clerk\" (Youth)\n"
    "Post deleted: \"Clerk\" (c)\n"
    "Posts merged: from \"Clerk\" (Youth) and \"Clerk\" (b) to \"Clerk\" (Adults)\n", 3 },
  { "reports of managers of one title",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head', 'unit': 'u'}, "
    "{'id': 'n', 'title': 'Head', 'unit': 'v'}, {'id': 'a', 'manager': 'm'}, "
    "{'id': 'b', 'manager': 'm'}]",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head', 'unit': 'u'}, "
    "{'id': 'n', 'title': 'Head', 'unit': 'v'}, {'id': 'a', 'manager': 'n'}, "
    "{'id': 'b', 'manager': 'n'}]",
    "Reports moved: from \"Head\" (Youth) to \"Head\" (Adults), 2 posts\n", 0 },
  { "grades under another name",
    "'grades': [{'id': 'd', 'name': 'Director'}, {'id': 'e', 'name': 'Deputy'}], 'posts': ["
    "{'id': 'a', 'title': 'X', 'grade': 'e'}, {'id': 'b', 'title': 'Y', 'grade': 'e'}, "
    "{'id': 'c', 'title': 'Z', 'grade': 'e'}, {'id': 'f', 'title': 'V', 'grade': 'e'}, "
    "{'id': 'g', 'title': 'W', 'grade': 'd'}]",
    "'grades': [{'id': 's1', 'name': 'SCS1'}, {'id': 's2', 'name': 'SCS2'}], 'posts': ["
    "{'id': 'a', 'title': 'X', 'grade': 's1'}, {'id': 'b', 'title': 'Y', 'grade': 's1'}, "
    "{'id': 'c', 'title': 'Z', 'grade': 's1'}, {'id': 'f', 'title': 'V', 'grade': 's2'}, "
    "{'id': 'g', 'title': 'W', 'grade': 's2'}]",
    "Post regraded: \"V\", grade from \"Deputy\" to \"SCS2\"\n"
    "Post regraded: \"W\", grade from \"Director\" to \"SCS2\"\n"
    "Record changed: grade, \"Director\"\n"
    "Record changed: grade, \"Deputy\"\n"
    "Record changed: grade, \"SCS1\"\n"
    "Record changed: grade, \"SCS2\"\n"
    "Grade renamed: from \"Deputy\" to \"SCS1\", 3 posts; 1 did not follow (\"V\"); "
    "inferred from who had the one and has the other\n", 0 },
  { "grade on another rung of the scale is no other name",
    "'grade-scales': [{'id': 's'}], 'grades': [{'id': '4', 'scale': 's', 'rung': 4}], 'posts': ["
    "{'id': 'a', 'title': 'X', 'grade': '4'}, {'id': 'b', 'title': 'Y', 'grade': '4'}]",
    "'grade-scales': [{'id': 's'}], 'grades': [{'id': '1', 'scale': 's', 'rung': 1}], 'posts': ["
    "{'id': 'a', 'title': 'X', 'grade': '1'}, {'id': 'b', 'title': 'Y', 'grade': '1'}]",
    "Post regraded: \"X\", grade from \"4\" to \"1\"\n"
    "Post regraded: \"Y\", grade from \"4\" to \"1\"\n"
    "Record changed: grade, \"1\"\n"
    "Record changed: grade, \"4\"\n", 0 },
  { "scheme of grades under other names",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'band 1'}, {'id': 'b', 'title': 'X', 'grade': 'band 1'}, "
    "{'id': 'c', 'title': 'X', 'grade': 'band 1'}, {'id': 'd', 'title': 'X', 'grade': 'band 1'}, "
    "{'id': 'e', 'title': 'Y', 'grade': 'band 2'}, {'id': 'f', 'title': 'Y', 'grade': 'band 2'}]",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'SCS1'}, {'id': 'b', 'title': 'X', 'grade': 'SCS1'}, "
    "{'id': 'c', 'title': 'X', 'grade': 'SCS1'}, {'id': 'd', 'title': 'X', 'grade': 'SCS1A'}, "
    "{'id': 'e', 'title': 'Y', 'grade': 'SCS2'}, {'id': 'f', 'title': 'Y', 'grade': 'SCS2'}]",
    "Post regraded: \"X\" (d), grade from \"band 1\" to \"SCS1A\"\n"
    "Grade renamed: from \"band 1\" to \"SCS1\", 3 posts; 1 did not follow (\"X\" (d)); "
    "inferred from who had the one and has the other\n"
    "Grade renamed: from \"band 2\" to \"SCS2\", 2 posts; "
    "inferred from who had the one and has the other\n", 0 },
  { "family regraded in a scheme under the same names",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'band 1'}, {'id': 'b', 'title': 'X', 'grade': 'band 1'}, "
    "{'id': 'c', 'title': 'Y', 'grade': 'band 2'}, {'id': 'd', 'title': 'Y', 'grade': 'band 2'}, "
    "{'id': 'e', 'title': 'Z', 'grade': 'band 3'}]",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'SCS1'}, {'id': 'b', 'title': 'X', 'grade': 'SCS1'}, "
    "{'id': 'c', 'title': 'Y', 'grade': 'SCS2'}, {'id': 'd', 'title': 'Y', 'grade': 'SCS2'}, "
    "{'id': 'e', 'title': 'Z', 'grade': 'band 3'}]",
    "Family regraded: \"X\", from \"band 1\" to \"SCS1\", 2 posts\n"
    "Family regraded: \"Y\", from \"band 2\" to \"SCS2\", 2 posts\n", 2 },
  { "families regraded into one new grade",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'band 1'}, {'id': 'b', 'title': 'X', 'grade': 'band 1'}, "
    "{'id': 'c', 'title': 'Y', 'grade': 'band 2'}, {'id': 'd', 'title': 'Y', 'grade': 'band 2'}]",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'SCS1'}, {'id': 'b', 'title': 'X', 'grade': 'SCS1'}, "
    "{'id': 'c', 'title': 'Y', 'grade': 'SCS1'}, {'id': 'd', 'title': 'Y', 'grade': 'SCS1'}]",
    "Family regraded: \"X\", from \"band 1\" to \"SCS1\", 2 posts\n"
    "Family regraded: \"Y\", from \"band 2\" to \"SCS1\", 2 posts\n", 2 },
  { "grade that is known before is no new name",
    GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g8'}, {'id': 'b', 'title': 'Y', 'grade': 'g8'}]",
    GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g9'}, {'id': 'b', 'title': 'Y', 'grade': 'g9'}]",
    "Post regraded: \"X\", grade from \"Grade 8\" to \"Grade 9\"\n"
    "Post regraded: \"Y\", grade from \"Grade 8\" to \"Grade 9\"\n", 0 },
  { "grade that somebody has still is no old name",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'g8'}, {'id': 'b', 'title': 'Y', 'grade': 'g8'}, "
    "{'id': 'c', 'title': 'Z', 'grade': 'g8'}, {'id': 'd', 'title': 'V', 'grade': 'g8'}]",
    "'posts': [{'id': 'a', 'title': 'X', 'grade': 'g9'}, {'id': 'b', 'title': 'Y', 'grade': 'g9'}, "
    "{'id': 'c', 'title': 'Z', 'grade': 'g9'}, {'id': 'd', 'title': 'V', 'grade': 'g8'}]",
    "Post regraded: \"X\", grade from \"g8\" to \"g9\"\n"
    "Post regraded: \"Y\", grade from \"g8\" to \"g9\"\n"
    "Post regraded: \"Z\", grade from \"g8\" to \"g9\"\n", 0 },
  { "one post regraded",
    GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g8', 'score': 400}]",
    GRADES ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g9', 'score': 450}]",
    "Post regraded: \"X\", grade from \"Grade 8\" to \"Grade 9\", score from \"400\" to \"450\"\n", 0 },
  { "work base of a unit",
    "'units': [{'id': 'u', 'name': 'Youth', 'site': 's'}], 'sites': [{'id': 's', 'name': 'Quay'}, "
    "{'id': 't', 'name': 'Hill'}], 'posts': [{'id': 'a', 'unit': 'u', 'site': 's'}, "
    "{'id': 'b', 'unit': 'u', 'site': 's'}]",
    "'units': [{'id': 'u', 'name': 'Youth', 'site': 't'}], 'sites': [{'id': 's', 'name': 'Quay'}, "
    "{'id': 't', 'name': 'Hill'}], 'posts': [{'id': 'a', 'unit': 'u', 'site': 't'}, "
    "{'id': 'b', 'unit': 'u', 'site': 't'}]",
    "Work base changed: \"Youth\", from \"Quay\" to \"Hill\", 2 posts\n", 0 },
  { "manager with all reports",
    UNITS ", 'posts': [{'id': 't', 'unit': 'u'}, {'id': 'o', 'unit': 'v'}, "
    "{'id': 'm', 'title': 'Head', 'manager': 't', 'unit': 'u'}, "
    "{'id': 'r', 'manager': 'm', 'unit': 'u'}, {'id': 's', 'manager': 'r', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 't', 'unit': 'u'}, {'id': 'o', 'unit': 'v'}, "
    "{'id': 'm', 'title': 'Head', 'manager': 'o', 'unit': 'v'}, "
    "{'id': 'r', 'manager': 'm', 'unit': 'v'}, {'id': 's', 'manager': 'r', 'unit': 'v'}]",
    "Team moved: \"Head\", from \"Youth\" to \"Adults\", and from the manager \"t\" to \"o\", "
    "3 posts, with 1 that reports to it\n", 0 },
  { "manager with reports in the same unit",
    "'posts': [{'id': 't'}, {'id': 'o'}, {'id': 'm', 'title': 'Head', 'manager': 't'}, "
    "{'id': 'r', 'manager': 'm'}, {'id': 's', 'manager': 'm'}]",
    "'posts': [{'id': 't'}, {'id': 'o'}, {'id': 'm', 'title': 'Head', 'manager': 'o'}, "
    "{'id': 'r', 'manager': 'm'}, {'id': 's', 'manager': 'm'}]",
    "Team moved: \"Head\", from \"t\" to \"o\", with 2 that report to it\n", 0 },
  { "manager whose reports go elsewhere",
    "'posts': [{'id': 't'}, {'id': 'o'}, {'id': 'm', 'title': 'Head', 'manager': 't'}, "
    "{'id': 'r', 'manager': 'm'}]",
    "'posts': [{'id': 't'}, {'id': 'o'}, {'id': 'm', 'title': 'Head', 'manager': 'o'}, "
    "{'id': 'r', 'manager': 't'}]",
    "Post moved: \"Head\", from \"t\" to \"o\"\n"
    "Post moved: \"r\", from \"Head\" to \"t\"\n", 0 },
  { "post moved from under a unit to under another",
    UNITS ", 'posts': [{'id': 'a', 'title': 'Clerk'}], 'lines': [{'post': 'a', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'a', 'title': 'Clerk'}], 'lines': [{'post': 'a', 'unit': 'v'}]",
    "Post moved: \"Clerk\", from \"Youth\" to \"Adults\"\n", 0 },
  { "post moved from under a unit to a manager",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'a', 'title': 'Clerk'}], "
    "'lines': [{'post': 'a', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'a', 'title': 'Clerk', 'manager': "
    "'m'}]",
    "Post moved: \"Clerk\", from \"Youth\" to \"Head\"\n", 0 },
  { "post moved between units of one name",
    "'units': [{'id': 'u', 'name': 'Finance'}, {'id': 'v', 'name': 'Finance'}], "
    "'posts': [{'id': 'a', 'title': 'Clerk', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'v'}]",
    "'units': [{'id': 'u', 'name': 'Finance'}, {'id': 'v', 'name': 'Finance'}], "
    "'posts': [{'id': 'a', 'title': 'Clerk', 'unit': 'v'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'v'}]",
    "Post moved: \"Clerk\", from \"Finance\" (u) to \"Finance\" (v)\n", 0 },
  { "unit moved between units of one name",
    "'units': [{'id': 'u', 'name': 'Finance'}, {'id': 'v', 'name': 'Finance'}, "
    "{'id': 'w', 'name': 'Pay', 'parent': 'u'}]",
    "'units': [{'id': 'u', 'name': 'Finance'}, {'id': 'v', 'name': 'Finance'}, "
    "{'id': 'w', 'name': 'Pay', 'parent': 'v'}]",
    "Unit moved: \"Pay\", from \"Finance\" (u) to \"Finance\" (v)\n", 1 },
  { "post regraded between grades of one name",
    "'grades': [{'id': 'g', 'name': 'SEO'}, {'id': 'h', 'name': 'SEO'}], "
    "'posts': [{'id': 'a', 'title': 'Clerk', 'grade': 'g'}]",
    "'grades': [{'id': 'g', 'name': 'SEO'}, {'id': 'h', 'name': 'SEO'}], "
    "'posts': [{'id': 'a', 'title': 'Clerk', 'grade': 'h'}]",
    "Post regraded: \"Clerk\", grade from \"SEO\" (g) to \"SEO\" (h)\n", 0 },
  { "reports of one post go to another",
    "'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'n', 'title': 'Chief'}, "
    "{'id': 'a', 'manager': 'm'}, {'id': 'b', 'manager': 'm'}, {'id': 'c', 'manager': 'm'}, "
    "{'id': 'd', 'manager': 'm'}]",
    "'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'n', 'title': 'Chief'}, "
    "{'id': 'a', 'manager': 'n'}, {'id': 'b', 'manager': 'n'}, {'id': 'c', 'manager': 'n'}, "
    "{'id': 'd', 'manager': 'm'}]",
    "Reports moved: from \"Head\" to \"Chief\", 3 posts; 1 did not follow (\"d\")\n", 0 },
  { "reports of one post go to two new ones",
    "'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'a', 'manager': 'm'}, "
    "{'id': 'b', 'manager': 'm'}, {'id': 'c', 'manager': 'm'}, {'id': 'd', 'manager': 'm'}]",
    "'posts': [{'id': 'n', 'title': 'Chief'}, {'id': 'o', 'title': 'Lead'}, "
    "{'id': 'a', 'manager': 'n'}, {'id': 'b', 'manager': 'n'}, {'id': 'c', 'manager': 'o'}, "
    "{'id': 'd', 'manager': 'o'}]",
    "Post created: \"Chief\"\n"
    "Post created: \"Lead\"\n"
    "Post deleted: \"Head\"\n"
    "Reports moved: from \"Head\" to \"Chief\", 2 posts\n"
    "Reports moved: from \"Head\" to \"Lead\", 2 posts\n", 3 },
  { "who becomes the manager did not stay behind",
    "'posts': [{'id': 't'}, {'id': 'm', 'title': 'Head', 'manager': 't'}, "
    "{'id': 'a', 'manager': 'm'}, {'id': 'b', 'manager': 'm'}, {'id': 'c', 'manager': 'm'}]",
    "'posts': [{'id': 't'}, {'id': 'm', 'title': 'Head', 'manager': 'a'}, "
    "{'id': 'a', 'manager': 't'}, {'id': 'b', 'manager': 'a'}, {'id': 'c', 'manager': 'a'}]",
    "Reports moved: from \"Head\" to \"a\", 2 posts\n"
    "Post moved: \"a\", from \"Head\" to \"t\"\n"
    "Post moved: \"Head\", from \"t\" to \"a\"\n", 0 },
  { "reports that go to another manager and unit",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'n', 'title': 'Chief'}, "
    "{'id': 'a', 'manager': 'm', 'unit': 'u'}, {'id': 'b', 'manager': 'm', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'm', 'title': 'Head'}, {'id': 'n', 'title': 'Chief'}, "
    "{'id': 'a', 'manager': 'n', 'unit': 'v'}, {'id': 'b', 'manager': 'n', 'unit': 'v'}]",
    "Reports moved: from \"Head\" to \"Chief\", and from the unit \"Youth\" to \"Adults\", "
    "2 posts\n", 0 },
  { "some reports that go to another manager and unit",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'a', 'manager': 'm', 'unit': 'u'}, {'id': 'b', 'manager': 'm', 'unit': 'u'}, "
    "{'id': 'c', 'manager': 'm', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'a', 'manager': 'n', 'unit': 'v'}, {'id': 'b', 'manager': 'n', 'unit': 'v'}, "
    "{'id': 'c', 'manager': 'm', 'unit': 'u'}]",
    "Posts moved: from \"Youth\" to \"Adults\", and from the manager \"m\" to \"n\", 2 posts\n", 0 },
  { "one report that goes to another manager and unit",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'a', 'manager': 'm', 'unit': 'u'}, {'id': 'b', 'manager': 'm', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'a', 'manager': 'n', 'unit': 'v'}, {'id': 'b', 'manager': 'm', 'unit': 'u'}]",
    "Post moved: \"a\", from \"Youth\" to \"Adults\", and from the manager \"m\" to \"n\"\n", 0 },
  { "posts that go to one unit and several managers",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, {'id': 'o'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'x', 'manager': 'o'}, {'id': 'y', 'manager': 'o'}, "
    "{'id': 'a', 'manager': 'm', 'unit': 'u'}, {'id': 'b', 'manager': 'm', 'unit': 'u'}]",
    UNITS ", 'posts': [{'id': 'm'}, {'id': 'n'}, {'id': 'o'}, " STAY ("m", "u", "n", "v") ", "
    "{'id': 'x', 'manager': 'o'}, {'id': 'y', 'manager': 'o'}, "
    "{'id': 'a', 'manager': 'n', 'unit': 'v'}, {'id': 'b', 'manager': 'o', 'unit': 'v'}]",
    "Post moved: \"a\", from \"Youth\" to \"Adults\", and from the manager \"m\" to \"n\"\n"
    "Post moved: \"b\", from \"Youth\" to \"Adults\", and from the manager \"m\" to \"o\"\n", 0 },
  { "posts moved to another unit",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, "
    "{'id': 'c', 'unit': 'u'}, {'id': 'd', 'unit': 'v'}]",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'v'}, {'id': 'b', 'unit': 'v'}, "
    "{'id': 'c', 'unit': 'u'}, {'id': 'd', 'unit': 'v'}]",
    "Posts moved: from \"Youth\" to \"Adults\", 2 posts\n", 0 },
  { "lines in a circle",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'u', 'manager': 'b'}, {'id': 'b', 'unit': 'u', "
    "'manager': 'a'}]",
    UNITS ", 'posts': [{'id': 'a', 'unit': 'v', 'manager': 'b'}, {'id': 'b', 'unit': 'v', "
    "'manager': 'a'}]",
    "Team moved: \"b\", from \"Youth\" to \"Adults\", 2 posts, with 1 that reports to it\n", 0 },
  { "function transferred",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}, {'id': 'b'}], "
    "'responsibilities': [{'post': 'a', 'function-id': 'f', 'role': 'holds'}]",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}, {'id': 'b'}], "
    "'responsibilities': [{'post': 'b', 'function-id': 'f', 'role': 'holds'}]",
    "Function transferred: \"Parking\", from \"a\" to \"b\", 2 posts\n", 1 },
  { "function split",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], "
    "'responsibilities': [{'post': 'a', 'function-id': 'f', 'role': 'holds'}]",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], "
    "'responsibilities': [{'post': 'b', 'function-id': 'f', 'role': 'holds'}, "
    "{'post': 'c', 'function-id': 'f', 'role': 'holds'}]",
    "Function split: \"Parking\", from \"a\" to \"b\" and \"c\", 3 posts\n", 1 },
  { "function with nobody",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}], "
    "'responsibilities': [{'post': 'a', 'function-id': 'f', 'role': 'holds'}]",
    "'functions': [{'id': 'f', 'name': 'Parking'}], 'posts': [{'id': 'a'}], 'responsibilities': []",
    "Function with nobody: \"Parking\", from \"a\"\n", 1 },
  { "titles and tiers that change alike",
    "'posts': [{'id': 'a', 'title': 'Clerk', 'tier': 3}, {'id': 'b', 'title': 'Clerk', 'tier': 3}]",
    "'posts': [{'id': 'a', 'title': 'Officer', 'tier': 2}, {'id': 'b', 'title': 'Officer', 'tier': 2}]",
    "Retitled: from \"Clerk\" to \"Officer\", 2 posts\n"
    "Tier changed: from \"3\" to \"2\", 2 posts\n", 0 },
  { "posts under other ids, employer by employer",
    EMPLOYERS ", 'posts': [{'id': 'a', 'employer': 'c'}, {'id': 'b', 'employer': 'c'}, "
    "{'id': 'd', 'employer': 't'}]",
    EMPLOYERS ", 'posts': [{'id': 'a2', 'employer': 'c'}, {'id': 'b2', 'employer': 'c'}, "
    "{'id': 'd2', 'employer': 't'}], 'lineages': [{'post': 'a2', 'predecessor': 'a', 'kind': "
    "'renamed'}, {'post': 'b2', 'predecessor': 'b', 'kind': 'renamed'}, "
    "{'post': 'd2', 'predecessor': 'd', 'kind': 'renamed'}]",
    "Ids changed: \"Council\", 2 posts\n"
    "Ids changed: from \"d\" to \"d2\"\n"
    "Record changed: post, \"a2\"\n"
    "Record changed: post, \"b2\"\n"
    "Record changed: post, \"d2\"\n", 0 },
  { "hours, pay and number",
    "'posts': [{'id': 'a', 'title': 'X', 'fte': 1, 'pay-min': 20000, 'pay-max': 25000, 'establishment': 2}]",
    "'posts': [{'id': 'a', 'title': 'X', 'fte': '1/2', 'pay-min': 21000, 'pay-max': 26000.5, "
    "'establishment': 3}]",
    "Establishment changed: \"X\", establishment from \"2\" to \"3\"\n"
    "Hours changed: \"X\", FTE from \"1\" to \"1/2\"\n"
    "Pay range changed: \"X\", pay min from \"20000\" to \"21000\", pay max from \"25000\" to \"26000.5\"\n",
    0 },
  { "manager who is not listed",
    "'posts': [{'id': 'a', 'manager': 'z'}, {'id': 'b', 'title': 'Head'}]",
    "'posts': [{'id': 'a', 'manager': 'b'}, {'id': 'b', 'title': 'Head'}]",
    "Post moved: \"a\", from \"z (not listed)\" to \"Head\"\n", 0 },
  { "posts under other ids without an employer",
    "'posts': [{'id': 'a', 'title': 'Head'}]",
    "'posts': [{'id': 'a2', 'title': 'Head'}], 'lineages': ["
    "{'post': 'a2', 'predecessor': 'a', 'kind': 'renamed'}]",
    "Ids changed: \"Head\", from \"a\" to \"a2\"\n"
    "Record changed: post, \"Head\"\n", 0 },
  { "what one side does not state",
    GRADES ", 'posts': [{'id': 'a'}, {'id': 'b'}]",
    GRADES ", 'posts': [{'id': 'a', 'grade': 'g8'}, {'id': 'b', 'grade': 'g9'}]",
    "Stated on one side only: \"grade (post)\", 2 posts\n", 0 },
  { "nothing of persons",
    "'posts': [{'id': 'a', 'title': 'Head'}], 'persons': [{'id': 'Ann Other'}], "
    "'assignments': [{'id': 'Ann Other', 'person': 'Ann Other', 'post': 'a'}]",
    "'posts': [{'id': 'a', 'title': 'Head'}], 'persons': [{'id': 'Bo Smith'}], "
    "'assignments': [{'id': 'Bo Smith', 'person': 'Bo Smith', 'post': 'a'}], "
    "'absences': [{'assignment': 'Bo Smith', 'kind': 'maternity'}]",
    "Assignments changed: \"Head\"\n"
    "Record changed: person, 2 changes\n", 0 },
  { "remarks",
    "'posts': [{'id': 'a', 'note': 'x'}, {'id': 'b', 'note': 'x'}]",
    "'posts': [{'id': 'a', 'note': 'y'}, {'id': 'b', 'note': 'y'}]",
    "Remarks changed: post, 2 posts\n", 0 },
  { "siblings in another order",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 1}, {'id': 'b', 'manager': 'm', "
    "'order': 2}, {'id': 'c', 'manager': 'm', 'order': 3}]",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 3}, {'id': 'b', 'manager': 'm', "
    "'order': 1}, {'id': 'c', 'manager': 'm', 'order': 2}]",
    "Order changed: \"m\"\n"
    "Renumbered in the same order: \"m\", 2 posts\n", 0 },
  { "siblings with other numbers in one order",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 1}, {'id': 'b', 'manager': 'm', "
    "'order': 2}, {'id': 'c', 'manager': 'm', 'order': 3}]",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 10}, {'id': 'b', 'manager': 'm', "
    "'order': 20}, {'id': 'c', 'manager': 'm', 'order': 30}]",
    "Renumbered in the same order: \"m\", 3 posts\n", 0 },
  { "who keeps the number has not moved",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 1}, {'id': 'b', 'manager': 'm', "
    "'order': 2}, {'id': 'c', 'manager': 'm', 'order': 3}]",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 5}, {'id': 'b', 'manager': 'm', "
    "'order': 4}, {'id': 'c', 'manager': 'm', 'order': 3}]",
    "Order changed: \"m\", 2 posts\n", 0 },
  { "a new sibling, and one that went",
    "'posts': [{'id': 'm'}, {'id': 'a', 'manager': 'm', 'order': 1}, {'id': 'b', 'manager': 'm', "
    "'order': 2}, {'id': 'c', 'manager': 'm', 'order': 3}]",
    "'posts': [{'id': 'm'}, {'id': 'n', 'manager': 'm', 'order': 1}, {'id': 'b', 'manager': 'm', "
    "'order': 3}, {'id': 'c', 'manager': 'm', 'order': 2}]",
    "Post created: \"n\"\n"
    "Post deleted: \"a\"\n"
    "Order changed: \"m\"\n"
    "Renumbered in the same order: \"m\"\n", 2 },
  { "parts of a unit in another order",
    "'units': [{'id': 'u'}, {'id': 'a', 'parent': 'u', 'order': 1}, {'id': 'b', 'parent': 'u', "
    "'order': 2}, {'id': 'c', 'parent': 'u', 'order': 3}]",
    "'units': [{'id': 'u'}, {'id': 'a', 'parent': 'u', 'order': 1}, {'id': 'b', 'parent': 'u', "
    "'order': 4}, {'id': 'c', 'parent': 'u', 'order': 3}]",
    "Order changed: \"u\"\n", 0 },
  { "who has nobody above",
    "'posts': [{'id': 'a', 'order': 1}, {'id': 'b', 'order': 2}]",
    "'posts': [{'id': 'a', 'order': 10}, {'id': 'b', 'order': 20}]",
    "Order changed: 2 posts\n", 0 },
};
/* clang-format on */

static CadreDiff *
compare_quoted (const char *before, const char *after)
{
  g_autofree char *a = g_strdelimit (g_strdup (before), "'", '"');
  g_autofree char *b = g_strdelimit (g_strdup (after), "'", '"');

  return compare_texts (a, b);
}

static GListModel *
list_view (CadreDiff *diff, CadreDiffView *view)
{
  g_autoptr (GError) error = NULL;
  GListModel *events = cadre_diff_list_events (diff, view, &error);

  g_assert_no_error (error);
  g_assert_nonnull (events);
  return events;
}

static GListModel *
list_level (CadreDiff *diff, CadreDiffLevel level)
{
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (level);

  return list_view (diff, view);
}

static char *
describe (GListModel *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, i);
      g_autofree char *line = cadre_change_event_to_string (event);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_level (CadreDiff *diff, CadreDiffLevel level)
{
  g_autoptr (GListModel) events = list_level (diff, level);

  return describe (events);
}

static guint
count_changes (GListModel *events)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, i);

      n += g_list_model_get_n_items (G_LIST_MODEL (event));
    }

  return n;
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CadreDiff) diff = compare_quoted (self->before, self->after);
  g_autoptr (GListModel) headline = list_level (diff, CADRE_DIFF_LEVEL_HEADLINE);
  g_autoptr (GListModel) fields = list_level (diff, CADRE_DIFF_LEVEL_FIELD);
  g_autoptr (GListModel) summary = list_level (diff, CADRE_DIFF_LEVEL_SUMMARY);
  g_autofree char *text = describe (summary);

  g_assert_cmpstr (text, ==, self->events);
  g_assert_cmpuint (g_list_model_get_n_items (headline), ==, self->n_headline);
  g_assert_cmpuint (count_changes (summary), ==, g_list_model_get_n_items (G_LIST_MODEL (diff)));
  g_assert_cmpuint (g_list_model_get_n_items (fields), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (diff)));
}

static void
test_parts (void)
{
  g_autoptr (CadreDiff) diff =
    compare_quoted (UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 'c'}, "
                          "{'id': 'b', 'unit': 'u', 'employer': 'c'}, "
                          "{'id': 'd', 'unit': 'u', 'employer': 'c'}, "
                          "{'id': 'e', 'unit': 'u', 'employer': 'c'}]",
                    UNITS ", " EMPLOYERS ", 'posts': [{'id': 'a', 'unit': 'u', 'employer': 't'}, "
                          "{'id': 'b', 'unit': 'u', 'employer': 't'}, "
                          "{'id': 'd', 'unit': 'u', 'employer': 'c'}, "
                          "{'id': 'e', 'unit': 'u', 'employer': 't'}]");
  g_autoptr (GListModel) events = list_level (diff, CADRE_DIFF_LEVEL_HEADLINE);
  g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, 0);
  g_autoptr (CadreChange) change = g_list_model_get_item (G_LIST_MODEL (event), 2);
  g_auto (GStrv) posts = cadre_change_event_dup_posts (event);
  g_auto (GStrv) exceptions = cadre_change_event_dup_exceptions (event);

  g_assert_true (g_list_model_get_item_type (events) == CADRE_TYPE_CHANGE_EVENT);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (event)) == CADRE_TYPE_CHANGE);
  g_assert_null (g_list_model_get_item (events, 1));
  g_assert_null (cadre_change_event_get_change (event, 3));
  g_assert_cmpint (cadre_change_event_get_kind (event), ==,
                   CADRE_CHANGE_EVENT_KIND_SERVICE_TRANSFERRED);
  g_assert_cmpint (cadre_change_event_get_subject_kind (event), ==, CADRE_RECORD_KIND_UNIT);
  g_assert_cmpstr (cadre_change_event_get_id_before (event), ==, "u");
  g_assert_cmpstr (cadre_change_event_get_id_after (event), ==, "u");
  g_assert_cmpstr (cadre_change_event_get_name (event), ==, "Youth");
  g_assert_cmpstr (cadre_change_event_get_before_text (event), ==, "Council");
  g_assert_cmpstr (cadre_change_event_get_after_text (event), ==, "Trust");
  g_assert_true (cadre_change_event_is_headline (event));
  g_assert_false (cadre_change_event_is_inferred (event));
  g_assert_cmpuint (cadre_change_event_get_n_hidden (event), ==, 0);
  g_assert_cmpstr (cadre_change_get_id_after (change), ==, "e");
  g_assert_cmpuint (g_strv_length (posts), ==, 3);
  g_assert_cmpstr (posts[0], ==, "a");
  g_assert_cmpuint (g_strv_length (exceptions), ==, 1);
  g_assert_cmpstr (exceptions[0], ==, "d");
}

/* Beside the count of a part stand those of the part who did not follow, and nobody else. */
static void
test_exceptions_of_part (void)
{
  static const char sorters[] = UNITS ", " GRADES ", 'posts': ["
                                      "{'id': 'a', 'title': 'Sorter', 'unit': 'u', 'grade': '%s'}, "
                                      "{'id': 'b', 'title': 'Sorter', 'unit': 'u', 'grade': '%s'}, "
                                      "{'id': 'c', 'title': 'Sorter', 'unit': 'u', 'grade': '%s'}, "
                                      "{'id': 'd', 'title': 'Sorter', 'unit': 'v', 'grade': '%s'}, "
                                      "{'id': 'e', 'title': 'Sorter', 'unit': 'v', 'grade': 'g8'}]";
  g_autofree char *before = g_strdup_printf (sorters, "g8", "g8", "g8", "g8");
  g_autofree char *after = g_strdup_printf (sorters, "g9", "g9", "g9", "g9");
  g_autoptr (CadreDiff) diff = compare_quoted (before, after);
  static const struct
  {
    const char *units[2];
    guint n_exceptions;
    const char *text;
  } parts[] = {
    { { NULL, NULL },
      1,
      "Family regraded: \"Sorter\", from \"Grade 8\" to \"Grade 9\", 4 posts; 1 did not follow "
      "(\"Sorter\" (e))\n" },
    { { "u", NULL },
      0,
      "Family regraded: \"Sorter\", from \"Grade 8\" to \"Grade 9\", 3 posts; 1 more change "
      "belongs to it, of a post or kind not asked for\n" },
    { { "v", NULL },
      1,
      "Family regraded: \"Sorter\", from \"Grade 8\" to \"Grade 9\", 1 post; 1 did not follow "
      "(\"Sorter\" (e)); 3 more changes belong to it, of posts or kinds not asked for\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
      g_autoptr (GListModel) events = NULL;
      g_autoptr (CadreChangeEvent) event = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) exceptions = NULL;

      if (parts[i].units[0] != NULL)
        cadre_diff_view_set_units (view, (const char **) parts[i].units);
      events = cadre_diff_list_events (diff, view, NULL);
      text = describe (events);
      event = g_list_model_get_item (events, 0);
      exceptions = cadre_change_event_dup_exceptions (event);
      g_assert_cmpstr (text, ==, parts[i].text);
      g_assert_cmpuint (g_strv_length (exceptions), ==, parts[i].n_exceptions);
    }
}

/* Three posts: one leaves u for v, one is in u, one in w below v. */
static CadreDiff *
compare_places (void)
{
  static const char units[] =
    "'units': [{'id': 'u', 'name': 'U', 'organisations': ['c']}, "
    "{'id': 'v', 'name': '%s'}, {'id': 'w', 'parent': 'v'}], " EMPLOYERS ", 'posts': ["
    "{'id': 'a', 'unit': '%s', 'title': '%s', 'employer': 'c'}, "
    "{'id': 'b', 'unit': 'u', 'title': '%s', 'employer': '%s', "
    "'manager': 'a'}, "
    "{'id': 'd', 'unit': 'w', 'title': '%s', 'employer': 't', "
    "'manager': 'b'}], 'sites': [{'id': 's', 'name': '%s'}]";
  g_autofree char *before = g_strdup_printf (units, "V", "u", "A", "B", "c", "D", "S");
  g_autofree char *after = g_strdup_printf (units, "VV", "v", "A", "BB", "t", "DD", "SS");

  return compare_quoted (before, after);
}

typedef struct
{
  const char *name;
  const char *unit;
  const char *employer;
  int kind;
  int tier;
  const char *events;
} ViewCase;

/* clang-format off */
static const ViewCase view_cases[] = {
  { "all", NULL, NULL, -1, -1,
    "Unit renamed: from \"V\" to \"VV\"\n"
    "Team moved: \"A\", from \"U\" to \"VV\", with 1 that reports to it\n"
    "Retitled: from \"B\" to \"BB\"\n"
    "Retitled: from \"D\" to \"DD\"\n"
    "Employer changed: \"BB\", employer from \"Council\" to \"Trust\"\n"
    "Record changed: site, \"SS\"\n" },
  { "unit that is left", "u", NULL, -1, -1,
    "Team moved: \"A\", from \"U\" to \"VV\", with 1 that reports to it\n"
    "Retitled: from \"B\" to \"BB\"\n"
    "Employer changed: \"BB\", employer from \"Council\" to \"Trust\"\n" },
  { "unit with sub-units", "v", NULL, -1, -1,
    "Unit renamed: from \"V\" to \"VV\"\n"
    "Team moved: \"A\", from \"U\" to \"VV\", with 1 that reports to it\n"
    "Retitled: from \"D\" to \"DD\"\n" },
  { "sub-unit", "w", NULL, -1, -1, "Retitled: from \"D\" to \"DD\"\n" },
  { "no such unit", "x", NULL, -1, -1, "" },
  { "employer on either side", NULL, "t", -1, -1,
    "Retitled: from \"B\" to \"BB\"\n"
    "Retitled: from \"D\" to \"DD\"\n"
    "Employer changed: \"BB\", employer from \"Council\" to \"Trust\"\n" },
  { "kind", NULL, NULL, CADRE_CHANGE_KIND_POST_RETITLED, -1,
    "Retitled: from \"B\" to \"BB\"\n"
    "Retitled: from \"D\" to \"DD\"\n" },
  { "tier", NULL, NULL, -1, 2,
    "Retitled: from \"B\" to \"BB\"\n"
    "Employer changed: \"BB\", employer from \"Council\" to \"Trust\"\n" },
  { "all together", "u", "t", CADRE_CHANGE_KIND_EMPLOYER, 2, "Employer changed: \"BB\", employer from \"Council\" to \"Trust\"\n" },
};
/* clang-format on */

static void
test_view (gconstpointer data)
{
  const ViewCase *self = data;
  const char *units[] = { self->unit, NULL };
  const char *employers[] = { self->employer, NULL };
  g_autoptr (CadreDiff) diff = compare_places ();
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
  g_autoptr (GListModel) events = NULL;
  g_autofree char *text = NULL;

  cadre_diff_view_set_units (view, units);
  cadre_diff_view_set_employers (view, employers);
  if (self->kind >= 0)
    cadre_diff_view_add_kind (view, (CadreChangeKind) self->kind);
  if (self->tier >= 0)
    cadre_diff_view_add_tier (view, self->tier);
  events = list_view (diff, view);
  text = describe (events);

  g_assert_cmpstr (text, ==, self->events);
}

static void
test_view_settings (void)
{
  static const char *const units[] = { "u", "v", NULL };
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_FIELD);
  g_auto (GStrv) got = NULL;
  CadreDiffLevel level = CADRE_DIFF_LEVEL_HEADLINE;

  g_assert_null (cadre_diff_view_get_units (view)[0]);
  g_assert_null (cadre_diff_view_get_employers (view)[0]);
  g_assert_true (cadre_diff_view_shows_kind (view, CADRE_CHANGE_KIND_PAY));
  g_assert_true (cadre_diff_view_shows_tier (view, 7));
  cadre_diff_view_add_kind (view, CADRE_CHANGE_KIND_COST);
  cadre_diff_view_add_tier (view, 0);
  cadre_diff_view_add_tier (view, 0);
  g_assert_false (cadre_diff_view_shows_kind (view, CADRE_CHANGE_KIND_PAY));
  g_assert_true (cadre_diff_view_shows_kind (view, CADRE_CHANGE_KIND_COST));
  g_assert_false (cadre_diff_view_shows_tier (view, 7));
  g_assert_true (cadre_diff_view_shows_tier (view, 0));
  g_object_set (view, "units", units, "level", CADRE_DIFF_LEVEL_SUMMARY, NULL);
  g_object_get (view, "units", &got, "level", &level, NULL);
  g_assert_cmpstr (got[1], ==, "v");
  g_assert_cmpint (level, ==, CADRE_DIFF_LEVEL_SUMMARY);
  g_assert_finalize_object (g_steal_pointer (&view));
}

/* A family that the view shows only in part. */
static void
test_hidden (void)
{
  static const char *const units[] = { "u", NULL };
  g_autoptr (CadreDiff) diff =
    compare_quoted (UNITS ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g8', 'unit': 'u'}, "
                          "{'id': 'b', 'title': 'X', 'grade': 'g8', 'unit': 'v'}]",
                    UNITS ", 'posts': [{'id': 'a', 'title': 'X', 'grade': 'g9', 'unit': 'u'}, "
                          "{'id': 'b', 'title': 'X', 'grade': 'g9', 'unit': 'v'}]");
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_HEADLINE);
  g_autoptr (GListModel) events = NULL;
  g_autofree char *text = NULL;

  cadre_diff_view_set_units (view, units);
  events = list_view (diff, view);
  text = describe (events);
  g_assert_cmpstr (text, ==,
                   "Family regraded: \"X\", from \"g8\" to \"g9\", 1 post; "
                   "1 more change belongs to it, of a post or kind not asked for\n");
}

/* A unit that is found to be renamed by its posts has no change of that kind. */
static void
test_inferred_kind (void)
{
  g_autoptr (CadreDiff) diff =
    compare_quoted ("'units': [{'id': 'u', 'name': 'Youth'}, {'id': 'z'}], 'posts': ["
                    "{'id': 'a', 'unit': 'u'}, {'id': 'b', 'unit': 'u'}, {'id': 'c', 'unit': 'z'}]",
                    "'units': [{'id': 'x', 'name': 'Families'}, {'id': 'z'}], 'posts': ["
                    "{'id': 'a', 'unit': 'x'}, {'id': 'b', 'unit': 'x'}, "
                    "{'id': 'c', 'unit': 'z', 'title': 'C'}]");
  static const CadreChangeKind kinds[] = { CADRE_CHANGE_KIND_UNIT_RENAMED,
                                           CADRE_CHANGE_KIND_UNIT_CREATED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
      g_autoptr (GListModel) events = NULL;
      g_autofree char *text = NULL;

      cadre_diff_view_add_kind (view, kinds[i]);
      events = list_view (diff, view);
      text = describe (events);
      g_assert_cmpstr (text, ==,
                       i == 0 ? "Unit renamed: from \"Youth\" to \"Families\", 2 posts; "
                                "inferred from where the posts went\n"
                              : "Unit renamed: from \"Youth\" to \"Families\"; "
                                "inferred from where the posts went; 3 more changes belong to it, "
                                "of posts or kinds not asked for\n");
    }
}

static void
test_field (void)
{
  g_autoptr (CadreDiff) diff = compare_places ();
  g_autofree char *text = describe_level (diff, CADRE_DIFF_LEVEL_FIELD);

  g_assert_cmpstr (text, ==,
                   "Record changed: site, name, from \"S\" to \"SS\"\n"
                   "Unit renamed: name, from \"V\" to \"VV\"\n"
                   "Post moved: \"A\", unit, from \"U\" to \"VV\"\n"
                   "Retitled: title, from \"B\" to \"BB\"\n"
                   "Employer changed: \"BB\", employer, from \"Council\" to \"Trust\"\n"
                   "Retitled: title, from \"D\" to \"DD\"\n");
}

/* Small structures at random. */

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
shuffle (GPtrArray *rows)
{
  for (guint i = rows->len; i > 1; i--)
    {
      const guint other = (guint) pick ((int) i);
      gpointer row = rows->pdata[i - 1];

      rows->pdata[i - 1] = rows->pdata[other];
      rows->pdata[other] = row;
    }
}

static char *
make_row (guint table, int id)
{
  static const char *const kinds[] = { "renamed", "merge", "split" };

  switch (table)
    {
    case 0:
      return g_strdup_printf ("{'id': 'p%d', 'title': 'T%d', 'unit': 'u%d', 'manager': 'p%d', "
                              "'grade': 'g%d', 'employer': 'o%d', 'site': 's%d', 'order': %d}",
                              id, pick (3), pick (5), pick (12), pick (3), pick (2), pick (2),
                              pick (9));
    case 1:
      return g_strdup_printf ("{'id': 'u%d', 'name': 'N%d', 'parent': 'u%d'}", id, pick (4),
                              pick (5));
    case 2:
      return g_strdup_printf ("{'post': 'p%d', 'function-id': 'f%d', 'role': 'holds'}", id,
                              pick (4));
    case 3:
      return g_strdup_printf ("{'id': 'c%d', 'person': 'h%d', 'post': 'p%d'}", id, pick (3),
                              pick (12));
    default:
      return g_strdup_printf ("{'post': 'p%d', 'predecessor': 'p%d', 'kind': '%s'}", pick (12),
                              pick (12), kinds[pick (3)]);
    }
}

typedef struct
{
  GPtrArray *rows[5];
} Sketch;

static Sketch
make_sketch (void)
{
  static const int n_ids[] = { 12, 5, 8, 6, 3 };
  Sketch sketch = { { NULL } };

  for (guint table = 0; table < 5; table++)
    {
      sketch.rows[table] = g_ptr_array_new_with_free_func (g_free);
      for (int id = 0; id < n_ids[table]; id++)
        if (pick (4) > 0)
          g_ptr_array_add (sketch.rows[table], make_row (table, id));
    }

  return sketch;
}

static void
sketch_clear (Sketch *sketch)
{
  for (guint table = 0; table < 5; table++)
    g_clear_pointer (&sketch->rows[table], g_ptr_array_unref);
}

/* The document in an order of its own. */
static char *
dup_document (Sketch *sketch)
{
  static const char *const tables[] = { "posts", "units", "responsibilities", "assignments",
                                        "lineages" };
  GString *text = g_string_new (NULL);

  for (guint table = 0; table < 5; table++)
    {
      shuffle (sketch->rows[table]);
      g_string_append_printf (text, "%s'%s': [", table > 0 ? ", " : "", tables[table]);
      for (guint i = 0; i < sketch->rows[table]->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                                (char *) sketch->rows[table]->pdata[i]);
      g_string_append_c (text, ']');
    }

  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The changes of all events, in order. */
static char *
sort_changes (GListModel *events, CadreDiff *diff)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; events != NULL && i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, i);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (event)), >, 0);
      g_assert_cmpuint (cadre_change_event_get_n_hidden (event), ==, 0);
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (event)); k++)
        {
          g_autoptr (CadreChange) change = cadre_change_event_get_change (event, k);

          g_ptr_array_add (lines, cadre_change_to_string (change));
        }
    }
  for (guint i = 0; diff != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (diff)); i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (diff, i);

      g_ptr_array_add (lines, cadre_change_to_string (change));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Each change is in exactly one event, whatever the order of the documents. */
static void
test_random (void)
{
  for (guint i = 0; i < (guint) N_ROUNDS; i++)
    {
      Sketch before = make_sketch ();
      Sketch after = make_sketch ();
      g_autofree char *expected = NULL;

      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *a = dup_document (&before);
          g_autofree char *b = dup_document (&after);
          g_autoptr (CadreDiff) diff = compare_quoted (a, b);
          g_autoptr (GListModel) events = list_level (diff, CADRE_DIFF_LEVEL_SUMMARY);
          g_autofree char *text = describe (events);
          g_autofree char *of_events = sort_changes (events, NULL);
          g_autofree char *of_diff = sort_changes (NULL, diff);

          g_assert_cmpstr (of_events, ==, of_diff);
          if (expected == NULL)
            expected = g_steal_pointer (&text);
          else
            g_assert_cmpstr (text, ==, expected);
        }
      sketch_clear (&before);
      sketch_clear (&after);
    }
}

static void
test_stockton (void)
{
  g_autoptr (CadreStructure) before = load_example ("stockton-2007-before.json");
  g_autoptr (CadreStructure) after = load_example ("stockton-2007-after.json");
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autofree char *text = describe_level (diff, CADRE_DIFF_LEVEL_SUMMARY);

  g_assert_nonnull (
    strstr (text,
            "Team moved: \"Strategic Manager (Surestart)\", from \"Children, Education and Social "
            "Care\" to \"Head of Strategy\", with 2 that report to it\n"));
  g_assert_nonnull (strstr (text, "Ids changed: \"Stockton-on-Tees Borough Council\", 3 posts\n"));
  g_assert_nonnull (strstr (text,
                            "Function transferred: \"Youth support\", from \"Youth "
                            "Preventions Manager\" and \"Youth Service Manager\" to \"Integrated "
                            "Youth Support Service Manager\", 3 posts\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].name), " ,'", '-');
      g_autofree char *path = g_strconcat ("/diff/events/case/", name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (view_cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (view_cases[i].name), " ,'", '-');
      g_autofree char *path = g_strconcat ("/diff/events/view/", name, NULL);

      g_test_add_data_func (path, &view_cases[i], test_view);
    }
  g_test_add_func ("/diff/events/parts", test_parts);
  g_test_add_func ("/diff/events/exceptions-of-part", test_exceptions_of_part);
  g_test_add_func ("/diff/events/view-settings", test_view_settings);
  g_test_add_func ("/diff/events/hidden", test_hidden);
  g_test_add_func ("/diff/events/inferred-kind", test_inferred_kind);
  g_test_add_func ("/diff/events/field", test_field);
  g_test_add_func ("/diff/events/random", test_random);
  g_test_add_func ("/diff/events/stockton", test_stockton);

  return g_test_run ();
}
