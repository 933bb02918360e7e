/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-reorganisation.h"

static const char *const roles[] = {
  /* who manages, from the top */
  "Chief Executive",
  "Director",
  "Assistant Director",
  "Head of Service",
  "Service Manager",
  "Team Manager",
  "Team Leader",
  /* who does not, the commonest first */
  "Support Worker",
  "Teaching Assistant",
  "Administrator",
  "Care Assistant",
  "Social Worker",
  "Business Support Officer",
  "Cleaner",
  "Housing Officer",
  "Project Officer",
  "Library Assistant",
  "Senior Practitioner",
  "Driver",
  "Occupational Therapist",
  "Planning Officer",
  "Finance Assistant",
  "Youth Worker",
  "Environmental Health Officer",
  "Senior Administrator",
  "Policy Officer",
  "Engineer",
  "Community Development Worker",
  "Data Analyst",
  "Licensing Officer",
  "Solicitor",
};

#define N_MANAGER_ROLES 7
#define N_STAFF_ROLES (G_N_ELEMENTS (roles) - N_MANAGER_ROLES)

static const char *const services[] = {
  "Adult Safeguarding",
  "Fostering",
  "Adoption",
  "Home Care",
  "Day Opportunities",
  "Highways",
  "Street Lighting",
  "Parks",
  "Waste Collection",
  "Revenues",
  "Benefits",
  "Payroll",
  "Recruitment",
  "Libraries",
  "Museums",
  "Leisure",
  "Planning Policy",
  "Building Control",
  "Trading Standards",
  "Licensing",
  "Housing Options",
  "Repairs",
  "Tenancy",
  "Public Health",
  "Early Years",
  "School Improvement",
  "Youth Justice",
  "Transport",
  "Procurement",
  "Audit",
  "Legal",
  "Communications",
};

static const char *const areas[] = {
  "North", "South", "East",  "West",   "Central", "Riverside", "Harbour", "Valley",
  "Moor",  "Coast", "Abbey", "Priory", "Market",  "Castle",    "Forest",  "Mill",
};

#define N_TOPICS (G_N_ELEMENTS (services) * G_N_ELEMENTS (areas))

static const char *const extras[] = {
  NULL, "Senior", "Principal", "Interim", "Lead", "Community", "Integrated", "Specialist",
};

static const guint8 sizes[] = { 50, 60, 80, 40, 70, 90, 20, 54, 81, 41, 30, 65 };

/* Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
static guint64
draw (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint32
draw_below (guint64 *state, guint32 n)
{
  return (guint32) (draw (state) % n);
}

/* The first are drawn most: of two draws the lower, and of that with another. */
static guint32
draw_uneven (guint64 *state, guint32 n)
{
  const guint32 first = draw_below (state, n);
  const guint32 second = draw_below (state, first + 1);

  return draw_below (state, second + 1);
}

static void
fill_pay (BenchPlace *place, guint64 *state)
{
  place->pay = 16000 + 3500 * place->grade + 610 * draw_below (state, 5);
}

static void
fill_size (BenchPlace *place, guint64 *state)
{
  place->fte = 100;
  if (draw_below (state, 100) < 38)
    place->fte = sizes[draw_uneven (state, G_N_ELEMENTS (sizes))];
}

/* Who works in a unit: its site and topic, and how deep it is, make most of the post. */
static void
fill_staff (const BenchReorganisation *self, BenchPlace *place, guint64 *state)
{
  const guint32 role = draw_uneven (state, N_STAFF_ROLES);

  place->role = (guint16) (N_MANAGER_ROLES + role);
  place->topic =
    draw_below (state, 100) < 25 ? (guint16) (1 + self->unit_before[place->unit] % N_TOPICS) : 0;
  place->grade = (guint8) (1 + (role * 7) % 6 + (draw_below (state, 10) == 0));
  if (draw_below (state, 100) < 15)
    place->site = draw_uneven (state, self->n_sites);
  fill_size (place, state);
  fill_pay (place, state);
}

static void
fill_manager (const BenchReorganisation *self, BenchPlace *place, guint depth, guint64 *state)
{
  place->role = (guint16) MIN (depth, N_MANAGER_ROLES - 1);
  place->topic = depth == 0 ? 0 : (guint16) (1 + self->unit_before[place->unit] % N_TOPICS);
  place->grade = (guint8) (13 - MIN (depth, 6));
  place->fte = draw_below (state, 10) == 0 ? 80 : 100;
  fill_pay (place, state);
}

/* Row by row: each post manages the next three to twelve that have no manager yet. Who
 * manages heads a unit of its own, and who does not is in that of the manager. */
static void
make_before (BenchReorganisation *self, guint64 *state)
{
  g_autofree guint8 *depth = g_new0 (guint8, self->n_before);
  guint32 manager = 0;
  guint32 left = 3 + draw_below (state, 10);

  self->before[0].manager = BENCH_NOBODY;
  for (guint32 i = 1; i < self->n_before; i++, left--)
    {
      if (left == 0)
        {
          manager++;
          left = 3 + draw_below (state, 10);
        }
      self->before[i].manager = manager;
      self->before[manager].has_reports = TRUE;
      depth[i] = (guint8) (depth[manager] + 1);
    }

  self->n_units = manager + 1;
  for (guint32 i = 0; i < self->n_units; i++)
    self->unit_before[i] = (guint32) (draw (state) >> 40);
  for (guint32 i = 0; i < self->n_before; i++)
    {
      BenchPlace *place = &self->before[i];

      place->is_there = TRUE;
      place->unit = place->has_reports ? i : place->manager;
      place->site = self->unit_before[place->unit] % self->n_sites;
      if (place->has_reports)
        fill_manager (self, place, depth[i], state);
      else
        fill_staff (self, place, state);
    }
}

static void
edit (const BenchReorganisation *self, BenchPlace *place, guint64 *state)
{
  switch (draw_below (state, 5))
    {
    case 0:
      place->extra = (guint8) (1 + draw_below (state, G_N_ELEMENTS (extras) - 1));
      break;
    case 1:
      place->grade = (guint8) (place->grade + 1);
      fill_pay (place, state);
      break;
    case 2:
      place->site = (place->site + 1 + draw_below (state, self->n_sites - 1)) % self->n_sites;
      break;
    case 3:
      place->fte = place->fte == 100 ? 60 : 100;
      break;
    default:
      place->pay += 305;
      break;
    }
}

/* Only posts before a manager's own place manage it, so nobody comes under themselves. The unit,
 * which may well be a heading of the budget, stays. */
static void
move (const BenchReorganisation *self, BenchPlace *place, guint32 row, guint64 *state)
{
  const guint32 manager = draw_below (state, MIN (row, self->n_units));

  if (row == 0 || manager == place->manager)
    return;

  place->manager = manager;
}

/* Who is managed by a post that goes is managed by whoever managed it. */
static void
close_ranks (BenchReorganisation *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      BenchPlace *place = &self->after[i];

      while (place->is_there && place->manager != BENCH_NOBODY &&
             !self->after[place->manager].is_there)
        place->manager = self->after[place->manager].manager;
      self->after[i].has_reports = FALSE;
    }
  for (guint i = 0; i < self->n; i++)
    if (self->after[i].is_there && self->after[i].manager != BENCH_NOBODY)
      self->after[self->after[i].manager].has_reports = TRUE;
}

static void
make_after (BenchReorganisation *self, guint per_mille, guint64 *state)
{
  for (guint32 i = 0; i < self->n; i++)
    {
      const guint32 lot = draw_below (state, 5000);
      BenchPlace *place = &self->after[i];

      *place = self->before[i];
      if (i >= self->n_before)
        {
          place->is_there = TRUE;
          place->manager = place->unit = draw_below (state, self->n_units);
          place->site = self->unit_before[place->unit] % self->n_sites;
          fill_staff (self, place, state);
        }
      else if (i > 0 && lot < per_mille)
        place->is_there = FALSE;
      else if (lot < 2 * per_mille)
        move (self, place, i, state);
      else if (lot < 4 * per_mille)
        edit (self, place, state);
    }
  close_ranks (self);
  for (guint32 i = 0; i < self->n_units; i++)
    self->unit_after[i] =
      draw_below (state, 5000) < per_mille ? (guint32) (draw (state) >> 40) : self->unit_before[i];
}

static void
number_after (BenchReorganisation *self, guint64 *state)
{
  for (guint32 i = 0; i < self->n; i++)
    self->post_of[i] = i;
  for (guint32 i = self->n - 1; i > 0; i--)
    {
      const guint32 j = draw_below (state, i + 1);
      const guint32 post = self->post_of[i];

      self->post_of[i] = self->post_of[j];
      self->post_of[j] = post;
    }
  for (guint32 i = 0; i < self->n; i++)
    self->number_after[self->post_of[i]] = i;
}

BenchReorganisation *
bench_reorganisation_new (guint n_posts, guint per_mille)
{
  BenchReorganisation *self = g_new0 (BenchReorganisation, 1);
  guint64 state = 20070207;

  self->n_before = MAX (n_posts, 20);
  self->n = self->n_before + (guint) ((guint64) self->n_before * per_mille / 5000);
  self->n_sites = MAX (5, n_posts / 150);
  self->before = g_new0 (BenchPlace, self->n);
  self->after = g_new0 (BenchPlace, self->n);
  self->unit_before = g_new0 (guint32, self->n);
  self->unit_after = g_new0 (guint32, self->n);
  self->number_after = g_new0 (guint32, self->n);
  self->post_of = g_new0 (guint32, self->n);
  make_before (self, &state);
  make_after (self, per_mille, &state);
  number_after (self, &state);
  return self;
}

void
bench_reorganisation_free (BenchReorganisation *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->unit_before);
  g_free (self->unit_after);
  g_free (self->number_after);
  g_free (self->post_of);
  g_free (self);
}

/* By hand, because g_snprintf() takes longer than the library. */
static void
append_number (GString *text, guint32 number)
{
  char digits[] = "0000000";

  for (char *p = digits + 6; number > 0 && p >= digits; number /= 10)
    *p-- = (char) ('0' + number % 10);
  g_string_append_len (text, digits, 7);
}

static void
append_topic (GString *text, guint32 topic)
{
  g_string_append (text, services[topic % G_N_ELEMENTS (services)]);
  g_string_append_c (text, ' ');
  g_string_append (text, areas[topic / G_N_ELEMENTS (services) % G_N_ELEMENTS (areas)]);
}

static void
append_title (GString *text, const BenchPlace *place)
{
  if (place->extra > 0)
    {
      g_string_append (text, extras[place->extra]);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, roles[place->role]);
  if (place->topic > 0)
    {
      g_string_append (text, ", ");
      append_topic (text, place->topic - 1u);
    }
}

static void
append_head (const BenchReorganisation *self, GString *text)
{
  g_string_append (text, "{\"cadre\": \"structure\", \"version\": 1, \"id\": \"bench\", "
                         "\"as-of\": \"2007-02-07\", \"organisations\": [{\"id\": \"council\"}], "
                         "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [");
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s{\"id\": \"G%02u\", \"scale\": \"s\", \"rank\": %u}",
                            i > 0 ? ", " : "", i, i + 1);
  g_string_append (text, "], \"sites\": [");
  for (guint i = 0; i < self->n_sites; i++)
    {
      g_string_append (text, i > 0 ? ", {\"id\": \"S" : "{\"id\": \"S");
      append_number (text, i);
      g_string_append (text, "\", \"name\": \"House ");
      append_number (text, i);
      g_string_append (text, "\"}");
    }
  g_string_append (text, "]");
}

/* The ids of units are new too: N where those before are U. */
static void
append_units (const BenchReorganisation *self, gboolean is_after, GString *text)
{
  const guint32 *names = is_after ? self->unit_after : self->unit_before;

  g_string_append (text, ", \"units\": [");
  for (guint i = 0; i < self->n_units; i++)
    {
      const guint32 number = is_after ? self->n_units - 1 - i : i;

      g_string_append (text, i > 0 ? ", {\"id\": \"" : "{\"id\": \"");
      g_string_append_c (text, is_after ? 'N' : 'U');
      append_number (text, number);
      g_string_append (text, "\", \"name\": \"");
      append_topic (text, names[i] % N_TOPICS);
      g_string_append_printf (text, " %u", 1 + names[i] / (guint) N_TOPICS % 9);
      g_string_append (text, "\"}");
    }
  g_string_append (text, "]");
}

static void
append_post (const BenchReorganisation *self,
             BenchFields fields,
             gboolean is_after,
             guint32 post,
             GString *text)
{
  const BenchPlace *place = is_after ? &self->after[post] : &self->before[post];
  const char prefix = is_after ? 'Q' : 'P';

  g_string_append (text, "{\"id\": \"");
  g_string_append_c (text, prefix);
  append_number (text, is_after ? self->number_after[post] : post);
  g_string_append (text, "\", \"title\": \"");
  append_title (text, place);
  if (place->manager != BENCH_NOBODY)
    {
      g_string_append (text, "\", \"manager\": \"");
      g_string_append_c (text, prefix);
      append_number (text, is_after ? self->number_after[place->manager] : place->manager);
    }
  g_string_append (text, "\", \"grade\": \"G");
  g_string_append_c (text, (char) ('0' + place->grade / 10));
  g_string_append_c (text, (char) ('0' + place->grade % 10));
  g_string_append (text, "\", \"site\": \"S");
  append_number (text, place->site);
  if (fields == BENCH_FIELDS_ALL)
    {
      g_string_append (text, is_after ? "\", \"unit\": \"N" : "\", \"unit\": \"U");
      append_number (text, is_after ? self->n_units - 1 - place->unit : place->unit);
    }
  g_string_append_printf (text, "\", \"fte\": %u.%02u", place->fte / 100u, place->fte % 100u);
  if (fields == BENCH_FIELDS_ALL)
    g_string_append_printf (text, ", \"pay-min\": %u", place->pay);
  g_string_append_c (text, '}');
}

GBytes *
bench_reorganisation_write (const BenchReorganisation *self, BenchFields fields, gboolean is_after)
{
  GString *text = g_string_sized_new (220 * (gsize) self->n + 1024);
  gboolean first = TRUE;

  append_head (self, text);
  if (fields == BENCH_FIELDS_ALL)
    append_units (self, is_after, text);
  g_string_append (text, ", \"posts\": [");
  for (guint32 i = 0; i < self->n; i++)
    {
      const guint32 post = is_after ? self->post_of[i] : i;

      if (!(is_after ? self->after[post].is_there : self->before[post].is_there))
        continue;
      if (!first)
        g_string_append (text, ", ");
      append_post (self, fields, is_after, post, text);
      first = FALSE;
    }
  g_string_append (text, "]}\n");

  return g_string_free_to_bytes (text);
}

static gboolean
is_alike (const BenchPlace *a, const BenchPlace *b, BenchFields fields)
{
  if (!a->is_there || !b->is_there || a->has_reports || b->has_reports ||
      a->manager != b->manager || a->role != b->role || a->topic != b->topic ||
      a->extra != b->extra || a->grade != b->grade || a->site != b->site || a->fte != b->fte)
    return FALSE;

  return fields == BENCH_FIELDS_BARE || (a->unit == b->unit && a->pay == b->pay);
}

/* Of two posts that were alike before, nothing says which became what; and of two that are
 * alike after, which they were. */
gboolean
bench_reorganisation_tells_apart (const BenchReorganisation *self,
                                  BenchFields fields,
                                  guint post,
                                  guint other)
{
  return !is_alike (&self->before[post], &self->before[other], fields) &&
         !is_alike (&self->after[post], &self->after[other], fields);
}
