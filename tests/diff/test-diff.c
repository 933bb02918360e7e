/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* Two structures and what is different between them. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *changes; /* a line each */
  const char *issues;  /* a line each */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nothing", "", "", "", "" },
  { "same",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]",
    "\"posts\": [{\"title\": \"Head\", \"id\": \"a\"}]", "", "" },
  { "post created",
    "", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"manager\": \"b\"}, {\"id\": \"b\"}]",
    "post-created post/a\n"
    "post-created post/b\n", "" },
  { "post deleted",
    "\"posts\": [{\"id\": \"b\"}, {\"id\": \"a\", \"manager\": \"b\"}]", "\"posts\": []",
    "post-deleted post/a\n"
    "post-deleted post/b\n", "" },
  { "retitled",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Chief\"}]",
    "post-retitled post/a title (en): Head -> Chief\n", "" },
  { "retitled in one language",
    "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Pennaeth\"}}]",
    "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Prif\"}}]",
    "post-retitled post/a title (cy): Pennaeth -> Prif\n", "" },
  { "translated",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]",
    "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Pennaeth\"}}]",
    "post-retitled post/a title (cy): unknown -> Pennaeth [learned]\n", "" },
  { "translation lost",
    "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"gd\": \"Ceann\"}}]",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]",
    "post-retitled post/a title (gd): Ceann -> unknown [learned]\n", "" },
  { "another first language",
    "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Pennaeth\"}}, "
    "{\"id\": \"b\", \"title\": \"Clerk\"}]",
    "\"language\": \"cy\", \"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Chief\", "
    "\"cy\": \"Pennaeth\"}}, {\"id\": \"b\", \"title\": {\"en\": \"Clerk\", \"cy\": \"Clerc\"}}]",
    "post-retitled post/a title (en): Head -> Chief\n"
    "post-retitled post/b title (cy): unknown -> Clerc [learned]\n", "" },
  { "no common language",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]",
    "\"language\": \"cy\", \"posts\": [{\"id\": \"a\", \"title\": \"Pennaeth\"}]",
    "post-retitled post/a title (cy): unknown -> Pennaeth [learned]\n"
    "post-retitled post/a title (en): Head -> unknown [learned]\n", "" },
  { "moved manager is one change",
    "\"posts\": [{\"id\": \"top\"}, {\"id\": \"other\"}, {\"id\": \"m\", \"manager\": \"top\"}, "
    "{\"id\": \"r1\", \"manager\": \"m\"}, {\"id\": \"r2\", \"manager\": \"m\"}]",
    "\"posts\": [{\"id\": \"top\"}, {\"id\": \"other\"}, {\"id\": \"m\", \"manager\": \"other\"}, "
    "{\"id\": \"r1\", \"manager\": \"m\"}, {\"id\": \"r2\", \"manager\": \"m\"}]",
    "post-moved line/m/management/other manager: top -> other\n", "" },
  { "manager with another id is the same manager",
    "\"posts\": [{\"id\": \"old\", \"title\": \"Head\"}, {\"id\": \"r\", \"manager\": \"old\"}], "
    "\"assignments\": [{\"id\": \"c\", \"person\": \"p\", \"post\": \"old\"}]",
    "\"posts\": [{\"id\": \"new\", \"title\": \"Head\"}, {\"id\": \"r\", \"manager\": \"new\"}], "
    "\"assignments\": [{\"id\": \"c\", \"person\": \"p\", \"post\": \"new\"}], "
    "\"lineages\": [{\"post\": \"new\", \"predecessor\": \"old\", \"kind\": \"renamed\"}]",
    "record-created lineage/new/old\n"
    "other-field post/new id: old -> new\n", "" },
  { "manager's id is now another post",
    "\"posts\": [{\"id\": \"m\", \"title\": \"Head\"}, {\"id\": \"r\", \"manager\": \"m\"}]",
    "\"posts\": [{\"id\": \"m\", \"title\": \"Clerk\"}, {\"id\": \"r\", \"manager\": \"m\"}], "
    "\"lineages\": [{\"post\": \"m\", \"kind\": \"created\"}]",
    "post-deleted post/m\n"
    "post-created post/m\n"
    "post-moved line/r/management/m manager: m -> m\n", "" },
  { "manager stated for the first time",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}]",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, {\"id\": \"m\"}]",
    "post-moved line/a/management/m manager: unknown -> m [learned]\n", "" },
  { "manager no longer stated",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, {\"id\": \"m\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}]",
    "post-moved line/a/management/m manager: m -> unknown [learned]\n", "" },
  { "line from a post to a unit and on",
    "\"as-of\": \"2008-01-23\", \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}], "
    "\"posts\": [{\"id\": \"y\"}, {\"id\": \"m\"}], \"lines\": [{\"post\": \"y\", \"unit\": \"u\"}]",
    "\"as-of\": \"2008-01-23\", \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}], "
    "\"posts\": [{\"id\": \"y\"}, {\"id\": \"m\"}], \"lines\": ["
    "{\"post\": \"y\", \"unit\": \"v\", \"valid-from\": \"2008-01-23\", \"valid-to\": \"2009-01-22\"}, "
    "{\"post\": \"y\", \"manager\": \"m\", \"valid-from\": \"2009-01-23\"}]",
    "post-moved line/y/management/v manager: unit/u -> unit/v\n"
    "line-added line/y/management/m\n"
    "line-changed line/y/management/v valid-from: open -> 2008-01-23\n"
    "line-changed line/y/management/v valid-to: open -> 2009-01-22\n", "" },
  { "line ends later than it did",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}], "
    "\"lines\": [{\"post\": \"a\", \"manager\": \"m\", \"valid-to\": \"2008\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}], "
    "\"lines\": [{\"post\": \"a\", \"manager\": \"m\", \"valid-to\": \"2009-03\"}]",
    "line-changed line/a/management/m valid-to: 2008 -> 2009-03\n", "" },
  { "other lines",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}, {\"id\": \"n\"}], \"bodies\": [{\"id\": \"b\"}], "
    "\"lines\": [{\"post\": \"a\", \"kind\": \"professional\", \"manager\": \"m\"}, "
    "{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"m\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}, {\"id\": \"n\"}], \"bodies\": [{\"id\": \"b\"}], "
    "\"lines\": [{\"post\": \"a\", \"kind\": \"professional\", \"manager\": \"n\"}, "
    "{\"post\": \"a\", \"kind\": \"accountable-to\", \"body\": \"b\"}]",
    "line-added line/a/accountable-to/b\n"
    "line-removed line/a/dotted/m\n"
    "line-changed line/a/professional/n manager: m -> n\n", "" },
  { "several lines of a kind are not guessed at",
    "\"posts\": [{\"id\": \"a\"}], "
    "\"lines\": [{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"m\"}, "
    "{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"n\"}]",
    "\"posts\": [{\"id\": \"a\"}], "
    "\"lines\": [{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"o\"}, "
    "{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"p\"}]",
    "line-added line/a/dotted/o\n"
    "line-added line/a/dotted/p\n"
    "line-removed line/a/dotted/m\n"
    "line-removed line/a/dotted/n\n", "" },
  { "fields of a post",
    "\"posts\": [{\"id\": \"a\", \"unit\": \"u\", \"employer\": \"x\", \"partners\": [\"p\"], "
    "\"grade\": \"g\", \"tier\": 3, \"fte\": 0.5, \"pay-min\": 20000, \"cost\": 30000.50, "
    "\"cost-centre\": \"c\", \"site\": \"s\", \"statutory\": false, \"order\": 1}]",
    "\"posts\": [{\"id\": \"a\", \"unit\": \"v\", \"employer\": \"y\", \"partners\": [\"p\", \"q\"], "
    "\"grade\": \"h\", \"tier\": 2, \"establishment\": 4, \"fte\": \"2/3\", \"pay-min\": 21000.01, "
    "\"cost\": 30000, \"cost-centre\": \"d\", \"site\": \"t\", \"statutory\": true, \"order\": 2, "
    "\"valid-to\": \"2009\"}]",
    "post-moved post/a unit: u -> v\n"
    "post-regraded post/a grade: g -> h\n"
    "post-retiered post/a tier: 3 -> 2\n"
    "post-rebased post/a site: s -> t\n"
    "establishment post/a establishment: 1 -> 4\n"
    "hours post/a fte: 1/2 -> 2/3\n"
    "employer post/a employer: x -> y\n"
    "partners post/a partners: [\"p\"] -> [\"p\", \"q\"]\n"
    "cost-centre post/a cost-centre: c -> d\n"
    "pay post/a pay-min: 20000 -> 21000.01\n"
    "cost post/a cost: 30000.5 -> 30000\n"
    "flags post/a statutory: false -> true\n"
    "period post/a valid-to: open -> 2009\n"
    "other-field post/a order: 1 -> 2\n", "" },
  { "equal fractions",
    "\"posts\": [{\"id\": \"z\", \"fte\": \"1/7\"}, {\"id\": \"a\", \"fte\": 0.50}]",
    "\"posts\": [{\"id\": \"a\", \"fte\": \"37/74\"}, {\"id\": \"z\", \"fte\": \"1/7\"}]", "", "" },
  { "attributes and unknown members",
    "\"posts\": [{\"id\": \"a\", \"attributes\": {\"k\": \"1\"}, \"x\": [1]}]",
    "\"posts\": [{\"id\": \"a\", \"attributes\": {\"k\": \"2\"}, \"x\": [2]}]",
    "other-field post/a attributes: {\"k\": \"1\"} -> {\"k\": \"2\"}\n"
    "other-field post/a unknown-members: {\"x\": [1]} -> {\"x\": [2]}\n", "" },
  { "known to be none",
    "\"posts\": [{\"id\": \"a\", \"grade\": \"g\"}]",
    "\"posts\": [{\"id\": \"a\", \"grade\": \"none\", \"aliases\": []}]",
    "post-regraded post/a grade: g -> none\n"
    "other-field post/a aliases: unknown -> [] [learned]\n", "" },
  { "posts that share an id come and go",
    "\"posts\": [{\"id\": \"a\", \"order\": 1}, {\"id\": \"a\", \"order\": 2}, {\"id\": \"b\"}, "
    "{\"id\": \"d\"}, {\"id\": \"d\"}]",
    "\"posts\": [{\"id\": \"a\", \"order\": 1}, {\"id\": \"b\"}, {\"id\": \"b\"}, {\"id\": \"c\"}, "
    "{\"id\": \"c\"}]",
    "post-deleted post/a | a\n"
    "post-created post/b | b\n"
    "post-created post/c\n"
    "post-created post/c\n"
    "post-deleted post/d\n"
    "post-deleted post/d\n", "" },
  { "function to one other",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\"}]",
    "function-transferred responsibility/a/f/holds | b\n"
    "function-gained responsibility/b/f/holds | a\n", "" },
  { "function to two others",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}], "
    "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\"}, "
    "{\"post\": \"c\", \"function-id\": \"f\"}, "
    "{\"post\": \"c\", \"function-id\": \"f\", \"valid-from\": \"2009\"}]",
    "function-split responsibility/a/f/holds | b, c\n"
    "function-gained responsibility/b/f/holds | a\n"
    "function-gained responsibility/c/f/holds | a\n"
    "function-gained responsibility/c/f/holds | a\n", "" },
  { "function to nobody",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\", \"role\": \"supports\"}]",
    "function-orphaned responsibility/a/f/holds\n"
    "function-gained responsibility/b/f/supports\n", "" },
  { "function to one that had it already",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}, "
    "{\"post\": \"b\", \"function-id\": \"f\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\"}]",
    "function-transferred responsibility/a/f/holds | b\n", "" },
  { "function of a deleted post to a created one",
    "\"posts\": [{\"id\": \"a\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}]",
    "\"posts\": [{\"id\": \"b\"}], "
    "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\"}]",
    "post-deleted post/a\n"
    "function-transferred responsibility/a/f/holds | b\n"
    "post-created post/b\n"
    "function-gained responsibility/b/f/holds | a\n", "" },
  { "function on other terms",
    "\"posts\": [{\"id\": \"a\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\", \"share\": \"1/2\"}]",
    "\"posts\": [{\"id\": \"a\"}], "
    "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\", \"role\": \"leads\"}]",
    "function-changed responsibility/a/f/leads role: holds -> leads\n"
    "function-changed responsibility/a/f/leads share: 1/2 -> unknown [learned]\n", "" },
  { "functions that are not named",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"responsibilities\": [{\"post\": \"a\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"responsibilities\": [{\"post\": \"b\"}]",
    "function-orphaned responsibility/a/holds\n"
    "function-gained responsibility/b/holds\n", "" },
  { "funding",
    "\"posts\": [{\"id\": \"a\"}], \"fundings\": ["
    "{\"post\": \"a\", \"funder\": \"x\", \"share\": \"1/2\"}, "
    "{\"post\": \"a\", \"funder\": \"y\", \"share\": \"1/2\"}]",
    "\"posts\": [{\"id\": \"a\"}], \"fundings\": ["
    "{\"post\": \"a\", \"funder\": \"x\", \"share\": \"1/3\", \"valid-from\": \"2008\"}, "
    "{\"post\": \"a\", \"funder\": \"z\", \"share\": \"2/3\"}]",
    "funding funding/a/x share: 1/2 -> 1/3\n"
    "funding funding/a/x valid-from: open -> 2008\n"
    "funding funding/a/z\n"
    "funding funding/a/y\n", "" },
  { "profile",
    "\"posts\": [{\"id\": \"a\"}], \"statements\": ["
    "{\"post\": \"a\", \"head\": \"duties\", \"key\": \"1\", \"text\": \"Leads\"}]",
    "\"posts\": [{\"id\": \"a\"}], \"statements\": ["
    "{\"post\": \"a\", \"head\": \"duties\", \"key\": \"1\", \"text\": \"Manages\"}, "
    "{\"post\": \"a\", \"head\": \"duties\", \"key\": \"2\", \"text\": \"Plans\"}]",
    "profile statement/a/duties/1 text (en): Leads -> Manages\n"
    "profile statement/a/duties/2\n", "" },
  { "merge",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]",
    "\"posts\": [{\"id\": \"c\"}], \"lineages\": ["
    "{\"post\": \"c\", \"predecessor\": \"a\", \"kind\": \"merge\"}, "
    "{\"post\": \"c\", \"predecessor\": \"b\", \"kind\": \"merge\"}]",
    "post-deleted post/a | c\n"
    "post-deleted post/b | c\n"
    "post-created post/c | a, b\n"
    "posts-merged post/c | a, b\n", "" },
  { "split of one that stays",
    "\"posts\": [{\"id\": \"a\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"lineages\": ["
    "{\"post\": \"b\", \"predecessor\": \"a\", \"kind\": \"split\"}]",
    "post-split post/a | a, b\n"
    "post-created post/b | a\n", "" },
  { "units",
    "\"units\": [{\"id\": \"u\", \"name\": \"Youth\", \"parent\": \"p\"}, {\"id\": \"p\"}, "
    "{\"id\": \"q\"}, {\"id\": \"w\"}]",
    "\"units\": [{\"id\": \"u\", \"name\": \"Young people\", \"parent\": \"q\", \"kind\": \"team\"}, "
    "{\"id\": \"p\"}, {\"id\": \"q\"}, {\"id\": \"x\"}], "
    "\"unit-parents\": [{\"unit\": \"p\", \"parent\": \"q\"}]",
    "unit-moved unit-parent/p/q\n"
    "unit-renamed unit/u name (en): Youth -> Young people\n"
    "unit-moved unit/u parent: p -> q\n"
    "unit-changed unit/u kind: unknown -> team [learned]\n"
    "unit-deleted unit/w\n"
    "unit-created unit/x\n", "" },
  { "organisations",
    "\"organisations\": [{\"id\": \"o\", \"name\": \"Trust\"}, {\"id\": \"p\"}]",
    "\"organisations\": [{\"id\": \"o\", \"name\": \"Teaching Trust\", \"outside\": true}, "
    "{\"id\": \"q\"}]",
    "organisation-renamed organisation/o name (en): Trust -> Teaching Trust\n"
    "organisation-changed organisation/o outside: false -> true\n"
    "organisation-deleted organisation/p\n"
    "organisation-created organisation/q\n", "" },
  { "assignments",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"assignments\": ["
    "{\"id\": \"1\", \"person\": \"p\", \"post\": \"a\", \"basis\": \"acting\"}, "
    "{\"id\": \"2\", \"person\": \"q\", \"post\": \"a\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"assignments\": ["
    "{\"id\": \"1\", \"person\": \"p\", \"post\": \"b\"}, "
    "{\"id\": \"3\", \"person\": \"q\", \"post\": \"a\"}]",
    "assignment-moved assignment/1 post: a -> b\n"
    "assignment-changed assignment/1 basis: acting -> substantive\n"
    "assignment-ended assignment/2\n"
    "assignment-created assignment/3\n", "" },
  { "assignments without ids",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"assignments\": ["
    "{\"person\": \"o\", \"post\": \"a\"}, "
    "{\"person\": \"p\", \"post\": \"b\", \"terms\": \"old\"}, "
    "{\"person\": \"p\", \"post\": \"b\", \"basis\": \"acting\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"assignments\": ["
    "{\"person\": \"p\", \"post\": \"b\", \"basis\": \"acting\", \"position\": 1, "
    "\"valid-from\": \"2007-04-01\"}, "
    "{\"person\": \"p\", \"post\": \"b\", \"terms\": \"new\", \"position\": 2}]",
    "assignment-changed assignment position: unknown -> 2 [learned]\n"
    "assignment-changed assignment terms: old -> new\n"
    "assignment-changed assignment position: unknown -> 1 [learned]\n"
    "assignment-changed assignment valid-from: open -> 2007-04-01\n"
    "assignment-ended assignment\n", "" },
  { "persons give no values",
    "\"persons\": [{\"id\": \"p\", \"name\": \"Before Married\"}], "
    "\"assignments\": [{\"id\": \"1\", \"person\": \"p\", \"note\": \"a secret\"}], "
    "\"absences\": [{\"assignment\": \"1\", \"kind\": \"sick\"}]",
    "\"persons\": [{\"id\": \"p\", \"name\": \"After Married\", \"hobby\": 1}], "
    "\"assignments\": [{\"id\": \"1\", \"person\": \"p\", \"note\": \"another\"}], "
    "\"absences\": [{\"assignment\": \"1\", \"kind\": \"maternity\"}]",
    "record-changed person/p name\n"
    "other-field person/p unknown-members\n"
    "record-changed absence/1 kind\n"
    "other-field assignment/1 note\n", "" },
  { "declared and found",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\", \"tier\": 1}, {\"id\": \"d\"}, "
    "{\"id\": \"e\", \"status\": \"deleted\"}, {\"id\": \"f\", \"status\": \"deferred\"}, "
    "{\"id\": \"g\"}, {\"id\": \"k\", \"status\": \"deleted\"}], "
    "\"responsibilities\": [{\"post\": \"g\", \"function-id\": \"x\"}]",
    "\"posts\": [{\"id\": \"a\", \"status\": \"new\"}, {\"id\": \"b\", \"status\": \"changed\"}, "
    "{\"id\": \"c\", \"status\": \"existing\", \"tier\": 2}, {\"id\": \"d\", \"status\": \"deleted\"}, "
    "{\"id\": \"e\"}, {\"id\": \"g\", \"status\": \"deferred\"}, {\"id\": \"h\", \"status\": \"existing\"}, "
    "{\"id\": \"i\", \"status\": \"new\"}], "
    "\"responsibilities\": [{\"post\": \"i\", \"function-id\": \"x\"}]",
    "status post/a status: unknown -> new [learned]\n"
    "status post/b status: unknown -> changed [learned]\n"
    "post-retiered post/c tier: 1 -> 2\n"
    "status post/c status: unknown -> existing [learned]\n"
    "status post/d status: unknown -> deleted [learned]\n"
    "status post/e status: deleted -> unknown [learned]\n"
    "post-deleted post/f\n"
    "function-transferred responsibility/g/x/holds | i\n"
    "status post/g status: unknown -> deferred [learned]\n"
    "post-created post/h\n"
    "post-created post/i\n"
    "function-gained responsibility/i/x/holds | g\n"
    "post-deleted post/k\n",
    "diff.status.deleted-but-there post/e /posts/4\n"
    "diff.status.deferred-but-deleted post/f /posts/5\n"
    "diff.status.new-but-there post/a /posts/0\n"
    "diff.status.changed-but-not post/b /posts/1\n"
    "diff.status.existing-but-changed post/c /posts/2\n"
    "diff.status.deleted-but-there post/d /posts/3\n"
    "diff.status.deferred-hollowed-out post/g /posts/5\n"
    "diff.status.not-there-before post/h /posts/6\n" },
  { "dangling and circular",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"a\"}], "
    "\"lines\": [{\"post\": \"zz\", \"manager\": \"a\"}], "
    "\"responsibilities\": [{\"post\": \"yy\", \"function-id\": \"f\"}], "
    "\"absences\": [{\"assignment\": \"none\"}, {\"assignment\": \"xx\"}]",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}], "
    "\"lines\": [{\"post\": \"zz\", \"manager\": \"b\"}], "
    "\"absences\": [{\"assignment\": \"ww\"}]",
    "post-moved line/a/management/a manager: b -> a\n"
    "post-moved line/zz/management/b manager: a -> b\n"
    "function-orphaned responsibility/yy/f/holds\n"
    "record-created absence/ww\n"
    "record-deleted absence/\n"
    "record-deleted absence/xx\n", "" },
  { "ids that are there twice",
    "\"posts\": [{\"id\": \"a\", \"tier\": 1}, {\"id\": \"a\", \"tier\": 2}]",
    "\"posts\": [{\"id\": \"a\", \"tier\": 2}, {\"id\": \"a\", \"tier\": 1}, {\"id\": \"a\", \"tier\": 3}]",
    "post-created post/a | a\n", "" },
  { "rows without owner or id",
    "\"successions\": [{\"kind\": \"unit\", \"predecessor\": \"a\", \"successor\": \"b\"}], "
    "\"grades\": [{\"id\": \"g\"}], "
    "\"grade-equivalences\": [{\"grade\": \"g\", \"other-grade\": \"h\"}]",
    "\"successions\": [{\"kind\": \"unit\", \"predecessor\": \"a\", \"successor\": \"c\"}, "
    "{\"kind\": \"unit\", \"predecessor\": \"x\", \"successor\": \"b\"}], "
    "\"grades\": [{\"id\": \"g\"}], "
    "\"grade-equivalences\": [{\"grade\": \"g\", \"other-grade\": \"h\", \"basis\": \"score\"}, "
    "{\"grade\": \"g\", \"other-grade\": \"i\", \"agreed\": \"2007\"}]",
    "record-created grade-equivalence/g/i\n"
    "record-changed grade-equivalence/g/h basis: unknown -> score [learned]\n"
    "record-created succession/unit/b/x\n"
    "record-created succession/unit/c/a\n"
    "record-deleted succession/unit/b/a\n", "" },
};
/* clang-format on */

static void
check_counts (CadreDiff *diff)
{
  guint total = 0;

  for (guint kind = 0; kind <= CADRE_CHANGE_KIND_OTHER_FIELD; kind++)
    total += cadre_diff_count (diff, kind);

  g_assert_cmpuint (total, ==, g_list_model_get_n_items (G_LIST_MODEL (diff)));
  g_assert_cmpint (cadre_diff_is_empty (diff), ==, total == 0);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  CadreDiff *diff = compare_texts (c->before, c->after);
  g_autofree char *changes = list_changes (G_LIST_MODEL (diff));
  g_autofree char *issues = list_issues (cadre_diff_get_issues (diff));

  g_assert_cmpstr (changes, ==, c->changes);
  g_assert_cmpstr (issues, ==, c->issues);
  check_counts (diff);
  g_assert_finalize_object (diff);
}

/* Every structure is the same as itself. */
static void
test_itself (gconstpointer data)
{
  const Case *c = data;
  const char *const texts[] = { c->before, c->after };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CadreStructure) structure = load_text (texts[i]);
      g_autoptr (CadreStructure) again = load_text (texts[i]);
      g_autoptr (CadreDiff) same = compare (structure, structure);
      g_autoptr (CadreDiff) equal = compare (structure, again);

      if (strstr (texts[i], "lineages") != NULL)
        continue; /* what a post came from is said anew */
      g_assert_true (cadre_diff_is_empty (same));
      g_assert_true (cadre_diff_is_empty (equal));
    }
}

static void
test_parts (void)
{
  g_autoptr (CadreStructure) before =
    load_text ("\"id\": \"s1\", \"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]");
  g_autoptr (CadreStructure) after =
    load_text ("\"id\": \"s2\", \"posts\": [{\"id\": \"a\", \"title\": \"Chief\"}]");
  g_autoptr (CadreMapping) mapping = cadre_mapping_new (before, after, NULL, NULL);
  CadreDiff *diff = cadre_diff_new (before, after, mapping, NULL, NULL);
  CadreChange *change = cadre_diff_get_change (diff, 0);
  CadreChangeKind kind = CADRE_CHANGE_KIND_RECORD_CREATED;
  CadreRecordKind record_kind = CADRE_RECORD_KIND_SITE;
  CadreRecordKind owner_kind = CADRE_RECORD_KIND_SITE;
  g_autofree char *id_before = NULL;
  g_autofree char *id_after = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *field = NULL;
  g_autofree char *language = NULL;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  g_auto (GStrv) others = NULL;
  gboolean learned = TRUE;

  g_assert_true (cadre_diff_get_before (diff) == before);
  g_assert_true (cadre_diff_get_after (diff) == after);
  g_assert_true (cadre_diff_get_mapping (diff) == mapping);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (diff)) == CADRE_TYPE_CHANGE);
  g_assert_null (cadre_diff_get_change (diff, 1));

  g_object_get (change, "kind", &kind, "record-kind", &record_kind, "owner-kind", &owner_kind,
                "id-before", &id_before, "id-after", &id_after, "subject", &subject, "field",
                &field, "language", &language, "before-text", &before_text, "after-text",
                &after_text, "other-ids", &others, "learned", &learned, NULL);
  g_assert_cmpint (kind, ==, CADRE_CHANGE_KIND_POST_RETITLED);
  g_assert_cmpint (record_kind, ==, CADRE_RECORD_KIND_POST);
  g_assert_cmpint (owner_kind, ==, CADRE_RECORD_KIND_POST);
  g_assert_cmpstr (id_before, ==, "a");
  g_assert_cmpstr (id_after, ==, "a");
  g_assert_cmpstr (subject, ==, "post/a");
  g_assert_cmpstr (field, ==, "title");
  g_assert_cmpstr (language, ==, "en");
  g_assert_cmpstr (before_text, ==, "Head");
  g_assert_cmpstr (after_text, ==, "Chief");
  g_assert_cmpuint (g_strv_length (others), ==, 0);
  g_assert_false (learned);
  g_assert_finalize_object (change);
  g_assert_finalize_object (diff);
}

/* The ids of a change are those of the record that it is about, on both sides
 * where it is on both. */
static void
test_ids (void)
{
  g_autoptr (CadreDiff) diff =
    compare_texts ("\"posts\": [{\"id\": \"old\"}, {\"id\": \"gone\"}]",
                   "\"posts\": [{\"id\": \"new\"}], \"lineages\": "
                   "[{\"post\": \"new\", \"predecessor\": \"old\", \"kind\": \"renamed\"}], "
                   "\"fundings\": [{\"post\": \"new\", \"funder\": \"x\"}]");
  g_autoptr (GListModel) of_new = cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "new");
  g_autoptr (GListModel) of_old = cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "old");
  g_autoptr (GListModel) of_gone = cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "gone");
  g_autoptr (GListModel) of_none = cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "zz");
  g_autoptr (GListModel) of_line = cadre_diff_list_for (diff, CADRE_RECORD_KIND_LINE, "new");
  g_autoptr (CadreChange) funding = g_list_model_get_item (of_new, 1);
  g_autofree char *text_new = list_changes (of_new);
  g_autofree char *text_old = list_changes (of_old);
  g_autofree char *text_gone = list_changes (of_gone);

  g_assert_cmpstr (text_new, ==,
                   "record-created lineage/new/old\n"
                   "funding funding/new/x\n"
                   "other-field post/new id: old -> new\n");
  g_assert_cmpstr (text_old, ==, text_new);
  g_assert_cmpstr (text_gone, ==, "post-deleted post/gone\n");
  g_assert_cmpuint (g_list_model_get_n_items (of_none), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (of_line), ==, 0);
  g_assert_cmpstr (cadre_change_get_id_before (funding), ==, "old");
  g_assert_cmpstr (cadre_change_get_id_after (funding), ==, "new");
  g_assert_cmpint (cadre_change_get_owner_kind (funding), ==, CADRE_RECORD_KIND_POST);
  g_assert_null (cadre_change_get_before_text (funding));
  g_assert_cmpstr (cadre_change_get_after_text (funding), ==, "x");
}

static void
test_status (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"tier\": 1}, {\"id\": \"c\"}, "
    "{\"id\": \"d\", \"note\": \"x\"}, {\"id\": \"e\", \"tier\": 1}, {\"id\": \"f\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"tier\": 2}, "
    "{\"id\": \"d\", \"note\": \"y\", \"tier\": 3}, "
    "{\"id\": \"e\", \"tier\": 2, \"status\": \"deferred\"}, {\"id\": \"n\"}, {\"id\": \"f\"}], "
    "\"lines\": [{\"post\": \"f\", \"kind\": \"dotted\", \"manager\": \"a\"}]");

#define STATUS(side, id) cadre_diff_get_status_##side (diff, id)
  g_assert_cmpint (STATUS (before, "a"), ==, CADRE_POST_STATUS_EXISTING);
  g_assert_cmpint (STATUS (after, "a"), ==, CADRE_POST_STATUS_EXISTING);
  g_assert_cmpint (STATUS (before, "b"), ==, CADRE_POST_STATUS_CHANGED);
  g_assert_cmpint (STATUS (after, "b"), ==, CADRE_POST_STATUS_CHANGED);
  g_assert_cmpint (STATUS (before, "c"), ==, CADRE_POST_STATUS_DELETED);
  g_assert_cmpint (STATUS (after, "c"), ==, CADRE_POST_STATUS_UNKNOWN);
  g_assert_cmpint (STATUS (before, "d"), ==, CADRE_POST_STATUS_EXISTING);
  g_assert_cmpint (STATUS (after, "d"), ==, CADRE_POST_STATUS_EXISTING);
  g_assert_cmpint (STATUS (before, "e"), ==, CADRE_POST_STATUS_DEFERRED);
  g_assert_cmpint (STATUS (after, "e"), ==, CADRE_POST_STATUS_CHANGED);
  g_assert_cmpint (STATUS (after, "f"), ==, CADRE_POST_STATUS_CHANGED);
  g_assert_cmpint (STATUS (after, "n"), ==, CADRE_POST_STATUS_NEW);
  g_assert_cmpint (STATUS (before, "n"), ==, CADRE_POST_STATUS_UNKNOWN);
#undef STATUS
}

static void
test_write (void)
{
  g_autoptr (CadreDiff) diff =
    compare_texts ("\"id\": \"s1\", \"posts\": [{\"id\": \"a\", \"title\": \"Head\"}], "
                   "\"responsibilities\": [{\"post\": \"a\", \"function-id\": \"f\"}]",
                   "\"id\": \"s2\", \"posts\": [{\"id\": \"a\", \"title\": \"Chief\", \"tier\": 1, "
                   "\"status\": \"existing\"}, {\"id\": \"b\"}], "
                   "\"responsibilities\": [{\"post\": \"b\", \"function-id\": \"f\"}]");
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_node ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;
  JsonObject *counts = NULL;
  JsonObject *first = NULL;
  JsonObject *second = NULL;
  JsonObject *issue = NULL;

  cadre_diff_write (diff, writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);

  node = cadre_writer_get_node (writer);
  object = json_node_get_object (node);
  counts = json_object_get_object_member (object, "counts");
  first = json_array_get_object_element (json_object_get_array_member (object, "changes"), 0);
  second = json_array_get_object_element (json_object_get_array_member (object, "changes"), 1);
  issue = json_array_get_object_element (json_object_get_array_member (object, "issues"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "before"), ==, "s1");
  g_assert_cmpstr (json_object_get_string_member (object, "after"), ==, "s2");
  g_assert_cmpint (json_object_get_int_member (counts, "post-retitled"), ==, 1);
  g_assert_false (json_object_has_member (counts, "post-deleted"));
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "post-retitled");
  g_assert_cmpstr (json_object_get_string_member (first, "after"), ==, "Chief");
  g_assert_true (json_object_get_boolean_member (second, "learned"));
  g_assert_cmpstr (json_object_get_string_member (issue, "code"), ==,
                   "diff.status.existing-but-changed");
}

static void
test_cancelled (void)
{
  g_autoptr (CadreStructure) structure = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_diff_new (structure, structure, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_other_mapping (void)
{
  g_autoptr (CadreStructure) a = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (CadreStructure) b = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (CadreMapping) mapping = cadre_mapping_new (a, b, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_diff_new (b, a, mapping, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING);
  g_assert_cmpstr (error->message, ==,
                   "The mapping is between other structures than those to compare");
}

static void
test_stockton (void)
{
  g_autoptr (CadreStructure) before = load_example ("stockton-2007-before.json");
  g_autoptr (CadreStructure) after = load_example ("stockton-2007-after.json");
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (GListModel) surestart =
    cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "strategic-manager-surestart");
  g_autoptr (GListModel) director =
    cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "pct-director-public-health");
  g_autofree char *surestart_text = list_changes (surestart);
  g_autofree char *director_text = list_changes (director);
  CadreIssueList *issues = cadre_diff_get_issues (diff);

  g_assert_nonnull (strstr (surestart_text,
                            "post-moved line/strategic-manager-surestart/management/head-strategy "
                            "manager: unit/cesc -> head-strategy\n"));
  g_assert_nonnull (strstr (director_text,
                            "function-split "
                            "responsibility/pct-director-public-health/cyp-public-health/holds | "
                            "head-operations, head-school-effectiveness\n"));
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_FUNCTION_SPLIT), ==, 2);
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_RETITLED), ==, 1);
  g_assert_cmpint (cadre_diff_get_status_before (diff, "pct-director-public-health"), ==,
                   CADRE_POST_STATUS_DEFERRED);
  g_assert_cmpint (cadre_diff_get_status_after (diff, "isa-manager"), ==, CADRE_POST_STATUS_NEW);
  g_assert_cmpint (cadre_diff_get_status_after (diff, "sports-development-manager"), ==,
                   CADRE_POST_STATUS_EXISTING);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "diff.status.deferred-hollowed-out"), ==,
                    2);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "diff.status.existing-but-changed"), ==, 2);
}

static void
test_vale (void)
{
  g_autoptr (CadreStructure) before = load_example ("vale-2008-before.json");
  g_autoptr (CadreStructure) after = load_example ("vale-2008-after.json");
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (GListModel) youth =
    cadre_diff_list_for (diff, CADRE_RECORD_KIND_POST, "po-youth-offending");
  g_autofree char *youth_text = list_changes (youth);

  g_assert_nonnull (
    strstr (youth_text, "manager: unit/social-services -> unit/chief-executives-department\n"));
  g_assert_nonnull (
    strstr (youth_text, "line-added line/po-youth-offending/management/om-children-integrated\n"));
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_SPLIT), ==, 1);
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_DELETED), ==, 3);
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_CREATED), ==, 10);
  g_assert_cmpint (cadre_diff_get_status_before (diff, "om-commissioning"), ==,
                   CADRE_POST_STATUS_DELETED);
  g_assert_cmpint (cadre_diff_get_status_before (diff, "tm-fostering"), ==,
                   CADRE_POST_STATUS_CHANGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].name), " ,'", '-');
      g_autofree char *path = g_strconcat ("/diff/diff/case/", name, NULL);
      g_autofree char *itself = g_strconcat ("/diff/diff/itself/", name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (itself, &cases[i], test_itself);
    }
  g_test_add_func ("/diff/diff/parts", test_parts);
  g_test_add_func ("/diff/diff/ids", test_ids);
  g_test_add_func ("/diff/diff/status", test_status);
  g_test_add_func ("/diff/diff/write", test_write);
  g_test_add_func ("/diff/diff/cancelled", test_cancelled);
  g_test_add_func ("/diff/diff/other-mapping", test_other_mapping);
  g_test_add_func ("/diff/diff/stockton", test_stockton);
  g_test_add_func ("/diff/diff/vale", test_vale);

  return g_test_run ();
}
