/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-state-private.h"

/* From bytes to tokens, RFC 8259: one token a call, from a state that is one
 * word and a stack that is one array, without recursion. */

/* Never more than a value of a document, so that it can stand for its end. */
#define NO_BYTE (-1)

/* Line breaks are only allowed between tokens, so this is where lines are counted. */
static int
skip_blanks (CadreReader *self)
{
  const guint8 *p = self->cur;

  for (;;)
    {
      for (; p < self->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'); p++)
        if (*p == '\n')
          {
            self->line++;
            self->line_start = _cadre_reader_offset_of (self, p) + 1;
            self->wide = 0;
          }

      self->cur = p;
      if (p < self->end)
        return *p;
      if (!_cadre_reader_fill (self))
        return NO_BYTE;
      p = self->cur;
    }
}

/* The byte at which the next token begins, where the reader now stands. Mostly
 * there is one blank before it or none. */
static inline int
next_byte (CadreReader *self)
{
  const guint8 *p = self->cur;

  if (G_LIKELY (self->end - p >= 2))
    {
      if (p[0] > ' ')
        return p[0];
      if (p[0] == ' ' && p[1] > ' ')
        {
          self->cur = p + 1;
          return p[1];
        }
    }

  return skip_blanks (self);
}

static inline gboolean
scan_string (CadreReader *self)
{
  const guint8 *begin = self->cur + 1;
  const guint8 *p = _cadre_text_plain_end (begin, self->end);

  if (G_UNLIKELY (p == self->end || *p != '"' || p - begin > (gssize) self->max_string))
    return _cadre_reader_string_rest (self, p);

  self->text = (const char *) begin;
  self->length = (gsize) (p - begin);
  self->cur = p + 1;

  return TRUE;
}

static inline gboolean
may_be_in_number (guint8 byte)
{
  return (guint8) (byte - '0') < 10 || byte == '.' || byte == '-' || byte == '+' || byte == 'e' ||
         byte == 'E';
}

static gboolean
scan_number (CadreReader *self)
{
  const guint8 *p = self->cur + 1;
  gsize good = 0;

  do
    while (p < self->end && may_be_in_number (*p))
      p++;
  while (p == self->end && _cadre_reader_more (self, &p));

  if (self->error != NULL)
    return FALSE;

  self->text = (const char *) self->cur;
  self->length = (gsize) (p - self->cur);
  if (self->length > self->max_string)
    return _cadre_reader_fail_too_long (self);

  good = _cadre_text_number (self->text, self->length);
  if (good != self->length)
    return _cadre_reader_fail (self, self->cur + MIN (good, self->length),
                               CADRE_DOCUMENT_ERROR_SYNTAX, "a number is not as JSON has it");

  self->cur = p;

  return TRUE;
}

static gboolean
scan_word (CadreReader *self, const char *word)
{
  const guint8 *p = self->cur;

  for (; *word != '\0'; word++, p++)
    {
      if (p == self->end && !_cadre_reader_more (self, &p))
        return _cadre_reader_unexpected (self, p, "a value");
      if (*p != (guint8) *word)
        return _cadre_reader_unexpected (self, p, "a value");
    }

  self->cur = p;

  return TRUE;
}

/* What begins at @byte, as far as a value is concerned. */
static CadreToken
token_at (int byte)
{
  switch (byte)
    {
    case '"':
      return CADRE_TOKEN_STRING;
    case '{':
      return CADRE_TOKEN_BEGIN_OBJECT;
    case '[':
      return CADRE_TOKEN_BEGIN_ARRAY;
    case 't':
      return CADRE_TOKEN_TRUE;
    case 'f':
      return CADRE_TOKEN_FALSE;
    case 'n':
      return CADRE_TOKEN_NULL;
    default:
      return byte == '-' || g_ascii_isdigit (byte) ? CADRE_TOKEN_NUMBER : CADRE_TOKEN_END;
    }
}

static inline gboolean
scan_container (CadreReader *self, gboolean is_object)
{
  if (!_cadre_reader_enter_level (self, is_object))
    return FALSE;

  self->cur++;

  return TRUE;
}

static gboolean
scan_scalar (CadreReader *self)
{
  switch ((int) self->token)
    {
    case CADRE_TOKEN_NUMBER:
      return scan_number (self);
    case CADRE_TOKEN_TRUE:
      return scan_word (self, "true");
    case CADRE_TOKEN_FALSE:
      return scan_word (self, "false");
    case CADRE_TOKEN_NULL:
      return scan_word (self, "null");
    default:
      return _cadre_reader_unexpected (self, self->cur, "a value");
    }
}

static inline gboolean
scan_value (CadreReader *self, int byte)
{
  _cadre_reader_mark (self);
  if (G_UNLIKELY (byte != NO_BYTE && !_cadre_reader_count_item (self)))
    return FALSE;

  self->token = byte == '"' ? CADRE_TOKEN_STRING : token_at (byte);
  if (self->token == CADRE_TOKEN_BEGIN_OBJECT || self->token == CADRE_TOKEN_BEGIN_ARRAY)
    return scan_container (self, self->token == CADRE_TOKEN_BEGIN_OBJECT);

  self->expect = self->level->after;

  return self->token == CADRE_TOKEN_STRING ? scan_string (self) : scan_scalar (self);
}

/* The member that is likely to come next does so: it is known to be a proper
 * name and no duplicate. */
static inline gboolean
scan_guessed_name (CadreReader *self, CadreNames *names)
{
  const CadreName *guess = _cadre_names_guess (names);
  const char *text = NULL;

  if (guess == NULL || !guess->is_plain || self->end - self->cur < (gssize) guess->length + 10 ||
      self->cur[guess->length + 1] != '"')
    return FALSE;

  text = _cadre_names_text (names, guess);
  if (!_cadre_text_same_padded (self->cur + 1, text, guess->length))
    return FALSE;

  self->text = text;
  self->length = guess->length;
  self->cur += guess->length + 2;
  names->n++;

  return TRUE;
}

static gboolean
fail_duplicate (CadreReader *self, const CadreNames *names, guint first)
{
  const CadreName *name = &names->entries[first];

  return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_DUPLICATE,
                             "a member of this name stands at line %u, column %u already",
                             name->line, name->column);
}

static gboolean
scan_new_name (CadreReader *self, CadreReaderLevel *level)
{
  const guint8 *begin = NULL;
  CadreNamesResult result = CADRE_NAMES_NEW;
  guint first = 0;

  if (!scan_string (self))
    return FALSE;

  result = _cadre_names_add (&level->names, self->text, self->length, &first);
  if (result == CADRE_NAMES_NO_MEMORY)
    return _cadre_reader_fail_no_memory (self);

  if (result == CADRE_NAMES_NEW)
    return TRUE;

  begin = (const guint8 *) (guintptr) (self->token_offset - self->bias);
  self->cur = begin;
  self->wide = self->token_wide;
  level->has_member = TRUE;

  return fail_duplicate (self, &level->names, first);
}

static inline gboolean
scan_member (CadreReader *self, int byte)
{
  CadreReaderLevel *level = self->level;
  CadreName *name = NULL;

  level->has_member = FALSE;
  _cadre_reader_mark (self);
  if (G_UNLIKELY (byte != '"'))
    return _cadre_reader_unexpected (self, self->cur, "a member name in quotes");

  if (G_UNLIKELY (++level->n_values > self->max_members))
    return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS,
                               "an object has more than %u members", self->max_members);

  if (!scan_guessed_name (self, &level->names) && !scan_new_name (self, level))
    return FALSE;

  name = _cadre_names_last (&level->names);
  name->line = self->line;
  name->column = (guint) _cadre_reader_column (self, self->token_offset, self->token_wide);
  level->has_member = TRUE;
  self->token = CADRE_TOKEN_MEMBER;
  self->expect = CADRE_EXPECT_COLON;

  return TRUE;
}

static gboolean
scan_close (CadreReader *self)
{
  _cadre_reader_mark (self);
  self->cur++;

  return _cadre_reader_leave_level (self);
}

static inline gboolean
scan_more_members (CadreReader *self, int byte)
{
  if (byte == '}')
    return scan_close (self);
  if (byte != ',')
    return _cadre_reader_unexpected (self, self->cur, "a comma or the end of the object");

  self->cur++;

  return scan_member (self, next_byte (self));
}

static inline gboolean
scan_element (CadreReader *self, int byte)
{
  self->level->n_values++;

  return scan_value (self, byte);
}

static inline gboolean
scan_more_elements (CadreReader *self, int byte)
{
  if (byte == ']')
    return scan_close (self);
  if (byte != ',')
    return _cadre_reader_unexpected (self, self->cur, "a comma or the end of the array");

  self->cur++;

  return scan_element (self, next_byte (self));
}

static inline gboolean
scan_after_name (CadreReader *self, int byte)
{
  if (byte != ':')
    return _cadre_reader_unexpected (self, self->cur, "a colon");

  self->cur++;

  return scan_value (self, next_byte (self));
}

static gboolean
scan_end (CadreReader *self, int byte)
{
  if (byte != NO_BYTE)
    return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_SYNTAX,
                               "something follows the end of the document");

  _cadre_reader_mark (self);
  self->token = CADRE_TOKEN_END;

  return self->error == NULL;
}

/* One byte order mark is passed over, as RFC 8259, part 8.1, allows. */
static gboolean
scan_start (CadreReader *self)
{
  const guint8 *p = self->cur;

  while (self->end - self->cur < 3 && _cadre_reader_fill (self))
    ;

  p = self->cur;
  if (self->end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    {
      self->cur += 3;
      self->line_start = 3;
    }

  return scan_value (self, next_byte (self));
}

/*< private >
 * _cadre_reader_scan:
 *
 * Reads the next token into the state of the reader.
 */
gboolean
_cadre_reader_scan (CadreReader *self)
{
  const CadreReaderExpect expect = self->expect;
  const int byte = expect == CADRE_EXPECT_START ? NO_BYTE : next_byte (self);

  switch (expect)
    {
    case CADRE_EXPECT_COLON:
      return scan_after_name (self, byte);
    case CADRE_EXPECT_MORE_MEMBERS:
      return scan_more_members (self, byte);
    case CADRE_EXPECT_FIRST_MEMBER:
      return byte == '}' ? scan_close (self) : scan_member (self, byte);
    case CADRE_EXPECT_FIRST_ELEMENT:
      return byte == ']' ? scan_close (self) : scan_element (self, byte);
    case CADRE_EXPECT_MORE_ELEMENTS:
      return scan_more_elements (self, byte);
    case CADRE_EXPECT_END:
      return scan_end (self, byte);
    case CADRE_EXPECT_START:
    default:
      return scan_start (self);
    }
}
