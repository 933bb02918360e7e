/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* All that a workbook (.xlsx) says, as text: a line for each text, number and
 * attribute of its parts. A number stands there also as an amount and as the day
 * that it is where the cell is a date. */

#pragma once

#include <gio/gio.h>

#include <string.h>

#define WORKBOOK_END_SIGNATURE 0x06054b50u   /* of the directory of an archive */
#define WORKBOOK_ENTRY_SIGNATURE 0x02014b50u /* of an entry in it */
#define WORKBOOK_END_SIZE 22
#define WORKBOOK_EPOCH_YEAR 1899 /* day 0 is its last but one */

typedef struct
{
  GString *text;
  gboolean is_sheet;
  gboolean is_index; /* whether the cell holds the place of a text, or a truth */
  gboolean is_value;
} WorkbookPart;

static inline guint32
workbook_number (const guint8 *data, gsize at, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint32) data[at + i] << (8 * i);
  return number;
}

static inline void
workbook_begin (G_GNUC_UNUSED GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                gpointer user_data,
                G_GNUC_UNUSED GError **error)
{
  WorkbookPart *self = user_data;

  self->is_value = self->is_sheet && g_str_equal (element, "v");
  if (self->is_sheet && g_str_equal (element, "c"))
    self->is_index = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (self->is_sheet && g_str_equal (element, "c") && g_str_equal (names[i], "t"))
        self->is_index = TRUE;
      /* Of a sheet they are the places of rows and cells. */
      if (!self->is_sheet)
        g_string_append_printf (self->text, "%s\n", values[i]);
    }
}

static inline void
workbook_add_number (WorkbookPart *self, const char *digits)
{
  double number = g_ascii_strtod (digits, NULL);
  char amount[64] = "";
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (WORKBOOK_EPOCH_YEAR, 12, 30, 0, 0, 0);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  g_ascii_formatd (amount, sizeof amount, "%.2f", number);
  g_string_append_printf (self->text, "%s\n%s\n", digits, amount);
  if (number < 0 || number > 2000000)
    return;

  day = g_date_time_add_days (epoch, (int) number);
  date = g_date_time_format (day, "%Y-%m-%d");
  g_string_append_printf (self->text, "%s\n", date);
}

static inline void
workbook_add (G_GNUC_UNUSED GMarkupParseContext *context,
              const char *text,
              gsize size,
              gpointer user_data,
              G_GNUC_UNUSED GError **error)
{
  WorkbookPart *self = user_data;
  g_autofree char *copy = g_strndup (text, size);

  if (!self->is_value)
    g_string_append_printf (self->text, "%s\n", copy);
  else if (!self->is_index)
    workbook_add_number (self, copy);
}

static inline void
workbook_add_part (GString *text, const char *name, const char *data, gsize size)
{
  static const GMarkupParser parser = { workbook_begin, NULL, workbook_add, NULL, NULL };
  WorkbookPart part = { .text = text, .is_sheet = strstr (name, "worksheets/sheet") != NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &part, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static inline void
workbook_unpack (GString *text, const char *name, const guint8 *data, gsize size, gsize full_size)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree char *unpacked = g_malloc (full_size + 1);
  g_autoptr (GError) error = NULL;
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result =
    g_converter_convert (G_CONVERTER (zlib), data, size, unpacked, full_size + 1,
                         G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result, ==, G_CONVERTER_FINISHED);
  g_assert_cmpuint (n_written, ==, full_size);
  workbook_add_part (text, name, unpacked, full_size);
}

/* One entry of the directory; where the next one is. */
static inline gsize
workbook_add_entry (GString *text, const guint8 *data, gsize size, gsize at)
{
  gsize length = workbook_number (data, at + 28, 2);
  gsize packed_size = workbook_number (data, at + 20, 4);
  gsize full_size = workbook_number (data, at + 24, 4);
  gsize start = workbook_number (data, at + 42, 4);
  g_autofree char *name = g_strndup ((const char *) data + at + 46, length);

  g_assert_cmphex (workbook_number (data, at, 4), ==, WORKBOOK_ENTRY_SIGNATURE);
  start += 30 + workbook_number (data, start + 26, 2) + workbook_number (data, start + 28, 2);
  g_assert_cmpuint (start + packed_size, <=, size);

  g_string_append_printf (text, "%s\n", name);
  if (workbook_number (data, at + 10, 2) == 0)
    workbook_add_part (text, name, (const char *) data + start, packed_size);
  else
    workbook_unpack (text, name, data + start, packed_size, full_size);

  return at + 46 + length + workbook_number (data, at + 30, 2) + workbook_number (data, at + 32, 2);
}

static inline char *
workbook_to_text (GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GString *text = g_string_new (NULL);
  gsize end = size - WORKBOOK_END_SIZE;
  gsize at = 0;

  g_assert_cmpuint (size, >, WORKBOOK_END_SIZE);
  g_assert_cmphex (workbook_number (data, end, 4), ==, WORKBOOK_END_SIGNATURE);
  at = workbook_number (data, end + 16, 4);
  for (guint i = workbook_number (data, end + 10, 2); i > 0; i--)
    at = workbook_add_entry (text, data, size, at);

  return g_string_free (text, FALSE);
}
