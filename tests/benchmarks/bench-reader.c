/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "document/cadre-writer-private.h"

#include <stdlib.h>

/* Reading and writing a document of many posts, beside JSON-GLib on the same
 * bytes in the same run: bench-document [ROWS]. Times are processor time of the
 * best of three rounds, of one where JSON-GLib is concerned. */

#define N_ROUNDS 3

typedef struct
{
  char id[16];
  char manager[16];
} RowIds;

/* By hand, because g_snprintf() takes longer than the writing. */
static void
put_id (char id[16], guint row)
{
  memcpy (id, "NCC/P0000000", 13);
  for (char *p = id + 11; row > 0; row /= 10)
    *p-- = (char) ('0' + row % 10);
}

static void
write_row (CadreWriter *writer, guint row)
{
  static const char *const titles[] = { "Team Manager", "Social Worker", "Head of Adult Services",
                                        "Rheolwr Tîm", "Occupational Therapist" };
  static const char *const grades[] = { "Grade 7", "Grade 10", "SM2", "Band 8a" };
  const char *title = titles[row % G_N_ELEMENTS (titles)];
  const char *grade = grades[row % G_N_ELEMENTS (grades)];
  RowIds ids;

  put_id (ids.id, row);
  put_id (ids.manager, row / 7);

  _cadre_writer_begin_object (writer);
  _cadre_writer_member_literal (writer, "id");
  _cadre_writer_string (writer, ids.id, strlen (ids.id));
  _cadre_writer_member_literal (writer, "title");
  _cadre_writer_string (writer, title, strlen (title));
  _cadre_writer_member_literal (writer, "unit");
  _cadre_writer_string (writer, "Adult and Community Services", 28);
  _cadre_writer_member_literal (writer, "grade");
  _cadre_writer_string (writer, grade, strlen (grade));
  _cadre_writer_member_literal (writer, "reports-to");
  _cadre_writer_string (writer, ids.manager, strlen (ids.manager));
  _cadre_writer_member_literal (writer, "establishment");
  _cadre_writer_integer (writer, 1 + row % 3);
  _cadre_writer_member_literal (writer, "hours");
  _cadre_writer_number (writer, "37.5", 4);
  _cadre_writer_member_literal (writer, "cost-centre");
  _cadre_writer_integer (writer, 40000 + row % 977);
  _cadre_writer_member_literal (writer, "statutory");
  _cadre_writer_boolean (writer, row % 11 == 0);
  _cadre_writer_end_object (writer);
}

static void
write_document (CadreWriter *writer, guint n_rows)
{
  cadre_writer_begin_document (writer, "structure", 1);
  _cadre_writer_member_literal (writer, "posts");
  _cadre_writer_begin_array (writer);
  for (guint row = 0; row < n_rows; row++)
    write_row (writer, row);
  _cadre_writer_end_array (writer);
  _cadre_writer_end_object (writer);
  if (!cadre_writer_finish (writer, NULL, NULL))
    exit (EXIT_FAILURE);
}

static GBytes *
make_document (guint n_rows)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();

  write_document (writer, n_rows);

  return cadre_writer_steal_bytes (writer);
}

static gint64
microseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

typedef struct
{
  GBytes *document;
  guint n_rows;
} Job;

static void
run_reader (CadreReader *reader)
{
  GError *error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;
  guint64 n_tokens = 0;

  for (; token != CADRE_TOKEN_END; n_tokens++)
    if (!_cadre_reader_next (reader, &token, &error))
      g_printerr ("%s\n", error->message), exit (EXIT_FAILURE);
}

static void
read_bytes (const Job *job)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (job->document, limits);

  run_reader (reader);
}

static void
read_stream (const Job *job)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (job->document);
  g_autoptr (CadreReader) reader = cadre_reader_new_for_stream (stream, limits);

  run_reader (reader);
}

static void
write_text (const Job *job)
{
  g_autoptr (GBytes) bytes = make_document (job->n_rows);

  if (!g_bytes_equal (bytes, job->document))
    exit (EXIT_FAILURE);
}

static void
write_file (const Job *job)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("cadre-bench-XXXXXX", &stream, NULL);
  g_autoptr (CadreWriter) writer =
    cadre_writer_new_for_stream (g_io_stream_get_output_stream (G_IO_STREAM (stream)));

  write_document (writer, job->n_rows);
  g_file_delete (file, NULL, NULL);
}

static JsonNode *peer_root;

static void
read_with_json_glib (const Job *job)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size = 0;
  const char *data = g_bytes_get_data (job->document, &size);

  if (!json_parser_load_from_data (parser, data, (gssize) size, NULL))
    exit (EXIT_FAILURE);

  peer_root = json_node_ref (json_parser_get_root (parser));
}

static void
write_with_json_glib (const Job *job)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, peer_root);
  text = json_generator_to_data (generator, NULL);
}

/* Gives the time in microseconds; @peer is that of JSON-GLib, or 0. */
static gint64
measure (const char *name, void (*run) (const Job *), const Job *job, guint n_rounds, gint64 peer)
{
  gint64 best = G_MAXINT64;
  gint64 permille = 1000;

  for (guint i = 0; i < n_rounds; i++)
    {
      const gint64 before = microseconds ();

      run (job);
      best = MIN (best, microseconds () - before);
    }

  if (peer > 0)
    permille = best * 1000 / peer;

  g_print ("%-20s %4" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT " s   %" G_GINT64_FORMAT
           ".%03" G_GINT64_FORMAT " of JSON-GLib\n",
           name, best / 1000000, best / 1000 % 1000, permille / 1000, permille % 1000);

  return best;
}

int
main (int argc, char *argv[])
{
  Job job = { NULL, 1000000 };
  gint64 read_peer = 0;
  gint64 write_peer = 0;

  if (argc > 1)
    job.n_rows = (guint) g_ascii_strtoull (argv[1], NULL, 10);

  job.document = make_document (job.n_rows);
  g_print ("%u rows, %" G_GSIZE_FORMAT " bytes\n", job.n_rows, g_bytes_get_size (job.document));

  read_peer = measure ("json-glib parse", read_with_json_glib, &job, 1, 0);
  write_peer = measure ("json-glib generate", write_with_json_glib, &job, 1, 0);
  json_node_unref (peer_root);

  measure ("read from bytes", read_bytes, &job, N_ROUNDS, read_peer);
  measure ("read from a stream", read_stream, &job, N_ROUNDS, read_peer);
  measure ("write to text", write_text, &job, N_ROUNDS, write_peer);
  measure ("write to a file", write_file, &job, N_ROUNDS, write_peer);
  g_bytes_unref (job.document);

  return EXIT_SUCCESS;
}
