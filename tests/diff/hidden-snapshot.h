/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* An organogram with the refs and the holders hidden: each ref is a hash of the ref
 * and the date, and nobody has a name. Who made it can say which post is which. */

#pragma once

#include "organogram-pairs.h"

/* The columns of the senior table that say something of a post, and what their
 * headers begin with. */
typedef enum
{
  CELL_REF,
  CELL_NAME,
  CELL_TITLE,
  CELL_GRADE,
  CELL_UNIT,
  CELL_ORGANISATION,
  CELL_PARENT,
  CELL_FUNCTION,
  CELL_PROFESSION,
  CELL_FTE,
  CELL_FLOOR,
  CELL_CEILING,
  CELL_COST,
  CELL_MANAGER,
  N_CELLS
} Cell;

static const char *const cell_headers[N_CELLS] = {
  "post unique",      "name",         "job title",   "grade",      "unit",
  "organisation",     "parent dep",   "job/team",    "prof",       "fte",
  "actual pay floor", "actual pay c", "salary cost", "reports to",
};

/* A post as published, folded. */
typedef struct
{
  char *cells[N_CELLS];
} PublishedPost;

typedef struct
{
  GPtrArray *posts;          /* (element-type PublishedPost): in order of the rows */
  GHashTable *by_ref;        /* place in posts, plus 1 */
  GHashTable *by_hidden;     /* (element-type utf8 utf8): the ref of a hidden id */
  CadreStructure *structure; /* with hidden refs, at its date */
} HiddenSnapshot;

static inline void
published_post_free (gpointer data)
{
  PublishedPost *self = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (self->cells[i]);
  g_free (self);
}

static inline char *
fold_ref (const char *text)
{
  g_autofree char *folded = fold_text (text);

  return g_ascii_strup (folded, -1);
}

static inline char *
hide_ref (const char *date, const char *ref)
{
  g_autofree char *text = g_strdup_printf ("%s of %s", ref, date);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  hash[16] = '\0';
  return g_ascii_strup (hash, -1);
}

static inline gboolean
is_no_ref (const char *ref)
{
  return ref[0] == '\0' || strcmp (ref, "0") == 0 || strcmp (ref, "XX") == 0;
}

/* Numbers as numbers: 1 and 1.00 are one size. */
static inline char *
fold_cell (const char *text)
{
  char *folded = fold_text (text);
  char *rest = NULL;
  double number = g_ascii_strtod (folded, &rest);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (folded[0] == '\0' || rest[0] != '\0')
    return folded;

  g_free (folded);
  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

static inline void
find_columns (CadreCsvReader *reader,
              guint n_cells,
              const char *const *headers,
              guint n_headers,
              guint *columns)
{
  for (guint i = 0; i < n_headers; i++)
    columns[i] = G_MAXUINT;
  for (guint column = n_cells; column > 0; column--)
    {
      g_autofree char *header = fold_text (cadre_csv_reader_get_cell (reader, column - 1));

      for (guint i = 0; i < n_headers; i++)
        if (g_str_has_prefix (header, headers[i]))
          columns[i] = column - 1;
    }
}

static inline const char *
get_cell (CadreCsvReader *reader, guint column, guint n_cells)
{
  return column < n_cells ? cadre_csv_reader_get_cell (reader, column) : "";
}

static inline void
note_post (HiddenSnapshot *self,
           CadreCsvReader *reader,
           const guint columns[N_CELLS],
           guint n_cells,
           const char *date)
{
  g_autofree char *ref = fold_ref (get_cell (reader, columns[CELL_REF], n_cells));
  g_autofree char *name = fold_text (get_cell (reader, columns[CELL_NAME], n_cells));
  PublishedPost *post = NULL;

  if (is_no_ref (ref) || strcmp (name, "eliminated") == 0 ||
      g_hash_table_contains (self->by_ref, ref))
    return;

  post = g_new0 (PublishedPost, 1);
  for (guint i = 0; i < N_CELLS; i++)
    post->cells[i] = fold_cell (get_cell (reader, columns[i], n_cells));
  g_free (post->cells[CELL_REF]);
  g_free (post->cells[CELL_MANAGER]);
  post->cells[CELL_REF] = g_strdup (ref);
  post->cells[CELL_MANAGER] = fold_ref (get_cell (reader, columns[CELL_MANAGER], n_cells));
  g_ptr_array_add (self->posts, post);
  g_hash_table_insert (self->by_ref, g_strdup (ref), GUINT_TO_POINTER (self->posts->len));
  g_hash_table_insert (self->by_hidden, hide_ref (date, ref), g_strdup (ref));
}

/* Whoever has gone and whoever never came are still said to be so. */
static inline void
add_name (CadreCsvWriter *writer, const char *name)
{
  g_autofree char *folded = fold_text (name);

  cadre_csv_writer_add_text (writer,
                             strcmp (folded, "eliminated") == 0 || strcmp (folded, "vacant") == 0
                               ? name
                               : "N/D");
}

static inline void
add_ref (CadreCsvWriter *writer, const char *date, const char *text)
{
  g_autofree char *ref = fold_ref (text);
  g_autofree char *hidden = is_no_ref (ref) ? g_strdup (text) : hide_ref (date, ref);

  cadre_csv_writer_add_text (writer, hidden);
}

static inline void
write_hidden_row (CadreCsvWriter *writer,
                  CadreCsvReader *reader,
                  const guint hidden[3],
                  guint n_cells,
                  const char *date)
{
  for (guint column = 0; column < n_cells; column++)
    {
      const char *text = cadre_csv_reader_get_cell (reader, column);

      if (column == hidden[0])
        add_name (writer, text);
      else if (column == hidden[1] || column == hidden[2])
        add_ref (writer, date, text);
      else
        cadre_csv_writer_add_text (writer, text);
    }
  cadre_csv_writer_end_row (writer);
}

/* The table of @file with refs and names hidden. @self is NULL for juniors. */
static inline GBytes *
hide_table (GFile *file, const char *date, HiddenSnapshot *self)
{
  static const char *const junior_headers[] = { "reporting senior" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_file (file, NULL, NULL, &error);
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  guint columns[N_CELLS];
  guint hidden[3] = { G_MAXUINT, G_MAXUINT, G_MAXUINT };
  guint n_cells = 0;

  g_assert_no_error (error);
  g_assert_true (cadre_csv_reader_next_row (reader, &n_cells, NULL, &error));
  find_columns (reader, n_cells, self != NULL ? cell_headers : junior_headers,
                self != NULL ? N_CELLS : 1, columns);
  hidden[0] = self != NULL ? columns[CELL_NAME] : G_MAXUINT;
  hidden[1] = columns[0];
  hidden[2] = self != NULL ? columns[CELL_MANAGER] : G_MAXUINT;
  for (guint column = 0; column < n_cells; column++)
    cadre_csv_writer_add_text (writer, cadre_csv_reader_get_cell (reader, column));
  cadre_csv_writer_end_row (writer);

  while (cadre_csv_reader_next_row (reader, &n_cells, NULL, &error) && n_cells > 0)
    {
      if (self != NULL)
        note_post (self, reader, columns, n_cells, date);
      write_hidden_row (writer, reader, hidden, n_cells, date);
    }
  g_assert_no_error (error);
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  return cadre_csv_writer_steal_bytes (writer);
}

static inline HiddenSnapshot *
hidden_snapshot_new (const char *source, const char *organisation, const char *date)
{
  HiddenSnapshot *self = g_new0 (HiddenSnapshot, 1);
  g_autoptr (GFile) senior = find_corpus_file (source, organisation, date, "senior");
  g_autoptr (GFile) junior = find_corpus_file (source, organisation, date, "junior");
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) day = cadre_date_new_parse (date, NULL);
  g_autoptr (CadreStructure) all = NULL;
  g_autoptr (GBytes) seniors = NULL;
  g_autoptr (GBytes) juniors = NULL;

  self->posts = g_ptr_array_new_with_free_func (published_post_free);
  self->by_ref = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  seniors = hide_table (senior, date, self);
  juniors = junior != NULL ? hide_table (junior, date, NULL) : NULL;
  cadre_organogram_reader_add_bytes (reader, day, seniors, juniors);
  all = read_one_date (reader);
  self->structure = structure_at_its_date (all);
  return self;
}

static inline void
hidden_snapshot_free (HiddenSnapshot *self)
{
  g_ptr_array_unref (self->posts);
  g_hash_table_unref (self->by_ref);
  g_hash_table_unref (self->by_hidden);
  g_object_unref (self->structure);
  g_free (self);
}

static inline const PublishedPost *
hidden_snapshot_get (const HiddenSnapshot *self, guint place)
{
  return g_ptr_array_index (self->posts, place);
}

/* The place of a ref, or -1. */
static inline int
hidden_snapshot_find (const HiddenSnapshot *self, const char *ref)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_ref, ref)) - 1;
}

/* The place of a hidden id, or -1. */
static inline int
hidden_snapshot_find_id (const HiddenSnapshot *self, const char *id)
{
  const char *hidden = id != NULL ? strrchr (id, '/') : NULL;
  const char *ref = hidden != NULL ? g_hash_table_lookup (self->by_hidden, hidden + 1) : NULL;

  return ref != NULL ? hidden_snapshot_find (self, ref) : -1;
}

static inline char *
hidden_snapshot_dup_id (const char *date, const char *ref)
{
  g_autofree char *hidden = hide_ref (date, ref);

  return g_strdup_printf ("%s/%s", CORPUS_ORGANISATION, hidden);
}
