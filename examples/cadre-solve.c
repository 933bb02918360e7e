/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-solve [--json] JOB PAIRS: matches what a table of pairs says can go together,
 * and gives the proof. The table has the columns left and right, and may have cost,
 * left_rank, right_rank, and places, which is how many the right one takes. Jobs:
 * cardinality, cost, stable, rank-maximal, rank-reversed, parts. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define LEFT CADRE_BIPARTITE_SIDE_LEFT
#define RIGHT CADRE_BIPARTITE_SIDE_RIGHT

static gboolean as_json = FALSE;
static char **words = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, "JOB PAIRS" },
  { NULL },
};

static const char *const jobs[] = {
  "cardinality", "cost", "stable", "rank-maximal", "rank-reversed", "parts", NULL,
};
static const char *const titles[] = {
  "As many pairs as possible",
  "The least cost",
  "A stable matching",
  "As many pairs as possible of the first rank, then of the next",
  "As many pairs as possible, with as few as possible of the last rank, then of the one before",
};
/* By CadreBipartiteStability. */
static const char *const stabilities[] = {
  NULL,
  "There are no ties.",
  "There are ties, and however they are broken it is stable.",
  "There are ties, which were broken in the order of names.",
};
static const char *const sides[] = { "left", "right" };
static const char *const parts[] = { "left-over", "square", "right-over" };

enum
{
  COST,
  LEFT_RANK,
  RIGHT_RANK,
  PLACES,
  N_NUMBERS
};
static const char *const columns[] = { "cost", "left_rank", "right_rank", "places" };

typedef struct
{
  char *ends[2];
  gint64 numbers[N_NUMBERS];
} Pair;

typedef struct
{
  GPtrArray *pairs;    /* of Pair, in order of names */
  GPtrArray *names[2]; /* by side, in order */
  CadreBipartite *graph;
} Problem;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->ends[0]);
  g_free (pair->ends[1]);
  g_free (pair);
}

static int
compare_pairs (gconstpointer one, gconstpointer other)
{
  const Pair *a = *(Pair *const *) one, *b = *(Pair *const *) other;
  int order = strcmp (a->ends[0], b->ends[0]);

  if (order == 0)
    order = strcmp (a->ends[1], b->ends[1]);
  for (guint k = 0; order == 0 && k < N_NUMBERS; k++)
    order = (a->numbers[k] > b->numbers[k]) - (a->numbers[k] < b->numbers[k]);
  return order;
}

static int
compare_names (gconstpointer one, gconstpointer other)
{
  return strcmp (*(char *const *) one, *(char *const *) other);
}

/* Which column of the table is which: -1 for one that is not there. */
static gboolean
find_columns (CadreCsvReader *reader, int *ends, int *numbers, GError **error)
{
  guint n = 0;

  ends[0] = ends[1] = -1;
  for (guint k = 0; k < N_NUMBERS; k++)
    numbers[k] = -1;
  if (!cadre_csv_reader_next_row (reader, &n, NULL, error))
    return FALSE;
  for (guint c = 0; c < n; c++)
    {
      const char *name = cadre_csv_reader_get_cell (reader, c);

      for (guint side = 0; side < 2; side++)
        if (strcmp (name, sides[side]) == 0)
          ends[side] = (int) c;
      for (guint k = 0; k < N_NUMBERS; k++)
        if (strcmp (name, columns[k]) == 0)
          numbers[k] = (int) c;
    }
  if (ends[0] >= 0 && ends[1] >= 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "There is no column left, or no column right");
  return FALSE;
}

static gboolean
read_pair (CadreCsvReader *reader, Pair *pair, const int *ends, const int *numbers, GError **error)
{
  const guint n = cadre_csv_reader_get_n_cells (reader);

  pair->numbers[PLACES] = 1;
  for (guint side = 0; side < 2; side++)
    pair->ends[side] = g_strdup (
      (guint) ends[side] < n ? cadre_csv_reader_get_cell (reader, (guint) ends[side]) : "");
  for (guint k = 0; k < N_NUMBERS; k++)
    if (numbers[k] >= 0 && (guint) numbers[k] < n &&
        !g_ascii_string_to_signed (cadre_csv_reader_get_cell (reader, (guint) numbers[k]), 10,
                                   k == COST ? -1000000000 : 0, 1000000000, &pair->numbers[k],
                                   NULL))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Line %u: no such %s",
                     cadre_csv_reader_get_line (reader), columns[k]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_pairs (Problem *self, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_file (file, NULL, NULL, error);
  g_autoptr (GError) fault = NULL;
  int ends[2], numbers[N_NUMBERS];
  guint n;

  if (reader == NULL || !find_columns (reader, ends, numbers, error))
    return FALSE;
  while (cadre_csv_reader_next_row (reader, &n, NULL, &fault) && n > 0)
    {
      Pair *pair = g_new0 (Pair, 1);

      g_ptr_array_add (self->pairs, pair);
      if (!read_pair (reader, pair, ends, numbers, error))
        return FALSE;
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_ptr_array_sort (self->pairs, compare_pairs);
  return error == NULL || *error == NULL;
}

/* The names of a side, each once, in order: their places are their numbers. */
static void
list_names (Problem *self, guint side)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint k = 0; k < self->pairs->len; k++)
    g_ptr_array_add (all, ((Pair *) self->pairs->pdata[k])->ends[side]);
  g_ptr_array_sort (all, compare_names);
  for (guint k = 0; k < all->len; k++)
    if (k == 0 || strcmp (all->pdata[k], all->pdata[k - 1]) != 0)
      g_ptr_array_add (self->names[side], all->pdata[k]);
}

static guint
find_name (const Problem *self, guint side, const char *name)
{
  char **found = bsearch (&name, self->names[side]->pdata, self->names[side]->len,
                          sizeof (gpointer), compare_names);

  return (guint) (found - (char **) self->names[side]->pdata);
}

/* Edges in order of names, so that the order of the table decides nothing. */
static gboolean
make_graph (Problem *self, gboolean is_ranked, GError **error)
{
  list_names (self, LEFT);
  list_names (self, RIGHT);
  self->graph = cadre_bipartite_new (self->names[LEFT]->len, self->names[RIGHT]->len);
  for (guint k = 0; k < self->pairs->len; k++)
    {
      const Pair *pair = self->pairs->pdata[k];
      const guint left = find_name (self, LEFT, pair->ends[LEFT]);
      const guint right = find_name (self, RIGHT, pair->ends[RIGHT]);
      gboolean is_added;

      if (is_ranked)
        is_added = cadre_bipartite_add_ranked_edge (self->graph, left, right,
                                                    (guint) pair->numbers[LEFT_RANK],
                                                    (guint) pair->numbers[RIGHT_RANK], error);
      else
        is_added = cadre_bipartite_add_edge (self->graph, left, right, pair->numbers[COST], error);
      if (!is_added ||
          !cadre_bipartite_set_n_places (self->graph, right, (guint) pair->numbers[PLACES], error))
        return FALSE;
    }
  return TRUE;
}

static CadreBipartiteMatching *
solve (CadreBipartite *graph, CadreBipartiteAim aim, GError **error)
{
  switch (aim)
    {
    case CADRE_BIPARTITE_AIM_COST:
      return cadre_bipartite_assign (graph, NULL, error);
    case CADRE_BIPARTITE_AIM_STABLE:
      return cadre_bipartite_match_stable (graph, LEFT, NULL, error);
    case CADRE_BIPARTITE_AIM_RANK_MAXIMAL:
      return cadre_bipartite_match_rank_maximal (graph, NULL, error);
    case CADRE_BIPARTITE_AIM_RANK_REVERSED:
      return cadre_bipartite_match_rank_reversed (graph, NULL, error);
    case CADRE_BIPARTITE_AIM_CARDINALITY:
    default:
      return cadre_bipartite_match (graph, NULL, error);
    }
}

/* Names after a heading; nothing where there are none. */
static void
add_names (GString *text,
           const Problem *self,
           const char *heading,
           guint side,
           const guint *list,
           gsize n)
{
  for (gsize k = 0; k < n; k++)
    g_string_append_printf (text, "%s%s", k == 0 ? heading : ", ",
                            (char *) self->names[side]->pdata[list[k]]);
  if (n > 0)
    g_string_append_c (text, '\n');
}

static void
add_pairs (GString *text, const Problem *self, CadreBipartiteMatching *matching)
{
  const CadreBipartiteAim aim = cadre_bipartite_matching_get_aim (matching);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize n;
  const gint *edges = cadre_bipartite_matching_get_edges (matching, &n);

  for (guint i = 0; i < n; i++)
    {
      const Pair *pair;

      if (edges[i] < 0)
        {
          g_array_append_val (alone, i);
          continue;
        }
      pair = self->pairs->pdata[edges[i]];
      g_string_append_printf (text, "  %s: %s", pair->ends[LEFT], pair->ends[RIGHT]);
      if (aim == CADRE_BIPARTITE_AIM_COST)
        g_string_append_printf (text, " (cost %" G_GINT64_FORMAT ")", pair->numbers[COST]);
      else if (aim != CADRE_BIPARTITE_AIM_CARDINALITY)
        g_string_append_printf (text, " (rank %" G_GINT64_FORMAT ")", pair->numbers[LEFT_RANK]);
      g_string_append_c (text, '\n');
    }
  add_names (text, self, "Alone: ", LEFT, (const guint *) (gpointer) alone->data, alone->len);
}

/* Why somebody is alone: these can have nothing but those. */
static void
add_shortage (GString *text, const Problem *self, CadreBipartiteMatching *matching)
{
  const CadreBipartiteSide side = cadre_bipartite_matching_get_short_side (matching);
  gsize n, n_others;
  const guint *list = cadre_bipartite_matching_get_shortage (matching, side, &n);
  const guint *others = cadre_bipartite_matching_get_shortage (matching, 1 - side, &n_others);

  if (n == 0)
    return;
  g_string_append_printf (text, "Why not all: these on the %s can have nobody else than\n",
                          sides[side]);
  add_names (text, self, "  these: ", side, list, n);
  add_names (text, self, "  those: ", 1 - side, others, n_others);
}

static void
add_proof (GString *text, const Problem *self, CadreBipartiteMatching *matching)
{
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *heading = g_strdup_printf ("Cover, %s: ", sides[side]);
      gsize n;
      const guint *cover = cadre_bipartite_matching_get_cover (matching, side, &n);

      if (cover != NULL)
        add_names (text, self, heading, side, cover, n);
    }
  for (guint side = 0; side < 2; side++)
    {
      gsize n;
      const double *prices = cadre_bipartite_matching_get_prices (matching, side, &n);

      for (gsize k = 0; prices != NULL && k < n; k++)
        g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT,
                                k > 0  ? ", "
                                : side ? "Prices, right: "
                                       : "Prices, left: ",
                                (char *) self->names[side]->pdata[k], (gint64) prices[k]);
      if (prices != NULL && n > 0)
        g_string_append_c (text, '\n');
    }
}

static void
write_names (CadreWriter *writer,
             const Problem *self,
             const char *member,
             guint side,
             const guint *list,
             gsize n)
{
  cadre_writer_member (writer, member);
  cadre_writer_begin_array (writer);
  for (gsize k = 0; k < n; k++)
    cadre_writer_string (writer, self->names[side]->pdata[list[k]]);
  cadre_writer_end_array (writer);
}

static void
write_pairs (CadreWriter *writer, const Problem *self, CadreBipartiteMatching *matching)
{
  const CadreBipartiteAim aim = cadre_bipartite_matching_get_aim (matching);
  gsize n;
  const gint *edges = cadre_bipartite_matching_get_edges (matching, &n);

  cadre_writer_member (writer, "pairs");
  cadre_writer_begin_array (writer);
  for (gsize i = 0; i < n; i++)
    if (edges[i] >= 0)
      {
        const Pair *pair = self->pairs->pdata[edges[i]];

        cadre_writer_begin_object (writer);
        for (guint side = 0; side < 2; side++)
          {
            cadre_writer_member (writer, sides[side]);
            cadre_writer_string (writer, pair->ends[side]);
          }
        if (aim != CADRE_BIPARTITE_AIM_CARDINALITY)
          {
            cadre_writer_member (writer, aim == CADRE_BIPARTITE_AIM_COST ? "cost" : "rank");
            cadre_writer_integer (
              writer, pair->numbers[aim == CADRE_BIPARTITE_AIM_COST ? COST : LEFT_RANK]);
          }
        cadre_writer_end_object (writer);
      }
  cadre_writer_end_array (writer);
}

static void
write_proof (CadreWriter *writer, const Problem *self, CadreBipartiteMatching *matching)
{
  for (guint side = 0; side < 2; side++)
    {
      gsize n_cover, n_short, n_prices;
      const guint *cover = cadre_bipartite_matching_get_cover (matching, side, &n_cover);
      const guint *shortage = cadre_bipartite_matching_get_shortage (matching, side, &n_short);
      const double *prices = cadre_bipartite_matching_get_prices (matching, side, &n_prices);

      cadre_writer_member (writer, sides[side]);
      cadre_writer_begin_object (writer);
      write_names (writer, self, "cover", side, cover, n_cover);
      write_names (writer, self, "shortage", side, shortage, n_short);
      cadre_writer_member (writer, "prices");
      cadre_writer_begin_array (writer);
      for (gsize k = 0; k < n_prices; k++)
        cadre_writer_integer (writer, (gint64) prices[k]);
      cadre_writer_end_array (writer);
      cadre_writer_end_object (writer);
    }
}

static char *
finish (CadreWriter *writer, GError **error)
{
  cadre_writer_end_object (writer);
  return cadre_writer_finish (writer, NULL, error) ? cadre_writer_dup_text (writer) : NULL;
}

static CadreWriter *
begin (const char *job)
{
  CadreWriter *writer = cadre_writer_new_for_text ();

  cadre_writer_begin_object (writer);
  cadre_writer_member (writer, "job");
  cadre_writer_string (writer, job);
  return writer;
}

static char *
tell_matching (const Problem *self, CadreBipartiteAim aim, GError **error)
{
  g_autoptr (CadreBipartiteMatching) matching = solve (self->graph, aim, error);
  g_autoptr (GString) text = NULL;
  g_autoptr (CadreWriter) writer = NULL;
  const char *stability;

  if (matching == NULL || !cadre_bipartite_matching_check (matching, error))
    return NULL;
  if (as_json)
    {
      writer = begin (jobs[aim]);
      write_pairs (writer, self, matching);
      write_proof (writer, self, matching);
      return finish (writer, error);
    }

  text = g_string_new (titles[aim]);
  if (!cadre_bipartite_matching_is_feasible (matching))
    g_string_append (text, ": impossible");
  else if (aim == CADRE_BIPARTITE_AIM_COST)
    g_string_append_printf (text, ": %" G_GINT64_FORMAT,
                            (gint64) cadre_bipartite_matching_get_cost (matching));
  g_string_append_printf (text, "\n%u pairs\n", cadre_bipartite_matching_get_n_pairs (matching));
  add_pairs (text, self, matching);
  stability = stabilities[cadre_bipartite_matching_get_stability (matching)];
  if (stability != NULL)
    g_string_append_printf (text, "%s\n", stability);
  add_shortage (text, self, matching);
  add_proof (text, self, matching);
  g_string_append (text, "The proof was checked.\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_parts (const Problem *self, CadreBipartiteParts *found, GError **error)
{
  g_autoptr (CadreWriter) writer = begin ("parts");

  for (guint side = 0; side < 2; side++)
    {
      gsize n;
      const guint *components = cadre_bipartite_parts_get_components (found, side, &n);
      const gint *blocks = cadre_bipartite_parts_get_blocks (found, side, &n);

      cadre_writer_member (writer, sides[side]);
      cadre_writer_begin_array (writer);
      for (guint k = 0; k < n; k++)
        {
          cadre_writer_begin_object (writer);
          cadre_writer_member (writer, "name");
          cadre_writer_string (writer, self->names[side]->pdata[k]);
          cadre_writer_member (writer, "component");
          cadre_writer_integer (writer, components[k]);
          cadre_writer_member (writer, "part");
          cadre_writer_string (writer, parts[cadre_bipartite_parts_get_part (found, side, k)]);
          cadre_writer_member (writer, "block");
          cadre_writer_integer (writer, blocks[k]);
          cadre_writer_end_object (writer);
        }
      cadre_writer_end_array (writer);
    }
  return finish (writer, error);
}

static char *
tell_parts (const Problem *self, GError **error)
{
  g_autoptr (CadreBipartiteParts) found = cadre_bipartite_decompose (self->graph, NULL, error);
  g_autoptr (GString) text = NULL;

  if (found == NULL || !cadre_bipartite_parts_check (found, error))
    return NULL;
  if (as_json)
    return write_parts (self, found, error);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%u components, %u blocks\n",
                          cadre_bipartite_parts_get_n_components (found),
                          cadre_bipartite_parts_get_n_blocks (found));
  for (guint side = 0; side < 2; side++)
    {
      gsize n;
      const guint *components = cadre_bipartite_parts_get_components (found, side, &n);
      const gint *blocks = cadre_bipartite_parts_get_blocks (found, side, &n);

      for (guint k = 0; k < n; k++)
        {
          g_string_append_printf (text, "  %s %s: component %u, %s", sides[side],
                                  (char *) self->names[side]->pdata[k], components[k],
                                  parts[cadre_bipartite_parts_get_part (found, side, k)]);
          if (blocks[k] >= 0)
            g_string_append_printf (text, ", block %d", blocks[k]);
          g_string_append_c (text, '\n');
        }
    }
  g_string_append (text, "They were checked.\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
run (guint job, const char *name, GError **error)
{
  const gboolean is_parts = strcmp (jobs[job], "parts") == 0;
  Problem self = { g_ptr_array_new_with_free_func (pair_free),
                   { g_ptr_array_new (), g_ptr_array_new () },
                   NULL };
  g_autofree char *text = NULL;

  if (read_pairs (&self, name, error) &&
      make_graph (&self, job >= CADRE_BIPARTITE_AIM_STABLE, error))
    text =
      is_parts ? tell_parts (&self, error) : tell_matching (&self, (CadreBipartiteAim) job, error);
  g_clear_object (&self.graph);
  g_ptr_array_unref (self.names[0]);
  g_ptr_array_unref (self.names[1]);
  g_ptr_array_unref (self.pairs);
  if (text == NULL)
    return FALSE;

  /* Bytes as they are: g_print() would fit them to the locale. */
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* The number of the end where there is none of that name. */
static guint
find_job (const char *name)
{
  guint job = 0;

  while (jobs[job] != NULL && strcmp (jobs[job], name) != 0)
    job++;
  return job;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- match pairs, with the proof");
  g_autoptr (GError) error = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || words == NULL ||
      g_strv_length (words) != 2 || jobs[find_job (words[0])] == NULL)
    {
      g_printerr ("cadre-solve: %s\n",
                  error != NULL ? error->message : "Which job, and which table of pairs?");
      status = 2;
    }
  else if (!run (find_job (words[0]), words[1], &error))
    {
      g_printerr ("cadre-solve: %s: %s\n", words[1], error->message);
      status = 1;
    }

  g_strfreev (words);
  return status;
}
