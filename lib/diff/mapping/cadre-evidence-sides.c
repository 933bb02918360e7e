/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The columns of both sides, in numbers that they share. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define NOT_SEEN G_MAXUINT32
#define N_RECENT 1024

/* The last pair of numbers of its place that was given a number. */
typedef struct
{
  gint64 a;
  gint64 b;
  guint32 number; /* 0 where there is none */
} Recent;

/* Gives numbers to what posts say. Texts of a string table are folded once. */
typedef struct
{
  CadreRun *run;
  CadreNames names;
  GString *folded;
  GString *text;
  guint32 *memo[CADRE_N_SIDES]; /* by code: the number */
  Recent recent[N_RECENT];
} Filler;

static gboolean
filler_init (Filler *self, CadreRun *run)
{
  self->run = run;
  self->folded = g_string_new (NULL);
  self->text = g_string_new (NULL);
  cadre_names_init (&self->names);
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const gsize n = cadre_string_table_size (run->sides[side].tables->strings);

      self->memo[side] = cadre_pages_try_array_of (guint32, n);
      if (self->memo[side] == NULL)
        return FALSE;
      memset (self->memo[side], 0xff, n * sizeof (guint32));
    }

  return TRUE;
}

static void
filler_clear (Filler *self)
{
  g_string_free (self->folded, TRUE);
  g_string_free (self->text, TRUE);
  cadre_names_clear (&self->names);
  g_free (self->memo[CADRE_BEFORE]);
  g_free (self->memo[CADRE_AFTER]);
}

static guint32
number_of_text (Filler *self, const char *text)
{
  cadre_fold_text (text, self->folded);
  return self->folded->len > 0
           ? cadre_names_number (&self->names, self->folded->str, self->folded->len)
           : CADRE_NO_VALUE;
}

static guint32
number_of_own_code (Filler *self, guint side, guint32 code)
{
  guint32 *memo = &self->memo[side][code];

  if (*memo == NOT_SEEN)
    *memo = number_of_text (self, cadre_tables_text (self->run->sides[side].tables, code));
  return *memo;
}

/* A text that both sides have is folded once. */
static guint32
number_of_code (Filler *self, guint side, guint32 code)
{
  const CadreStringTable *after = self->run->sides[CADRE_AFTER].tables->strings;
  guint32 other = CADRE_STRING_UNKNOWN;

  if (code < CADRE_STRING_FIRST)
    return CADRE_NO_VALUE;
  if (side == CADRE_BEFORE)
    other = self->run->input->sides->codes[code];
  if (other >= CADRE_STRING_FIRST && other < cadre_string_table_size (after))
    return number_of_own_code (self, CADRE_AFTER, other);

  return number_of_own_code (self, side, code);
}

/* What one post says in a column. */
typedef guint32 (*GetValue) (Filler *self, guint side, guint32 row);

static guint32
get_title (Filler *self, guint side, guint32 row)
{
  return number_of_code (self, side,
                         cadre_table_code (self->run->sides[side].posts, CADRE_FIELD_POST_TITLE,
                                           row));
}

/* The name of what a reference leads to, or its id where it has none or does not
 * lead anywhere. */
static guint32
get_name (Filler *self, guint side, guint32 row, guint field, CadreRecordKind kind, guint name)
{
  const CadreSide *at = &self->run->sides[side];
  const guint32 target = cadre_table_reference (at->posts, field, row);
  guint32 code = CADRE_STRING_UNKNOWN;

  if (target < CADRE_AMBIGUOUS_ROW)
    code = cadre_table_code (cadre_tables_get (at->tables, kind), name, target);
  if (code < CADRE_STRING_FIRST)
    code = cadre_table_code (at->posts, field, row);
  return number_of_code (self, side, code);
}

static guint32
get_unit (Filler *self, guint side, guint32 row)
{
  return get_name (self, side, row, CADRE_FIELD_POST_UNIT, CADRE_RECORD_KIND_UNIT,
                   CADRE_FIELD_UNIT_NAME);
}

static guint32
get_grade (Filler *self, guint side, guint32 row)
{
  return get_name (self, side, row, CADRE_FIELD_POST_GRADE, CADRE_RECORD_KIND_GRADE,
                   CADRE_FIELD_GRADE_NAME);
}

static guint32
get_employer (Filler *self, guint side, guint32 row)
{
  return get_name (self, side, row, CADRE_FIELD_POST_EMPLOYER, CADRE_RECORD_KIND_ORGANISATION,
                   CADRE_FIELD_ORGANISATION_NAME);
}

static guint32
get_site (Filler *self, guint side, guint32 row)
{
  return get_name (self, side, row, CADRE_FIELD_POST_SITE, CADRE_RECORD_KIND_SITE,
                   CADRE_FIELD_SITE_NAME);
}

static guint32
get_profession (Filler *self, guint side, guint32 row)
{
  const CadreTable *posts = self->run->sides[side].posts;
  const guint32 code = cadre_table_code (posts, CADRE_FIELD_POST_PROFESSION, row);

  return number_of_code (self, side,
                         code >= CADRE_STRING_FIRST
                           ? code
                           : cadre_table_code (posts, CADRE_FIELD_POST_FIELD_OF_WORK, row));
}

static guint32
number_of_pair (Filler *self, gint64 a, gint64 b)
{
  Recent *recent = &self->recent[cadre_mix (cadre_mix (0, (guint64) a), (guint64) b) % N_RECENT];
  char text[2 * 17 + 1];

  if (recent->number != CADRE_NO_VALUE && recent->a == a && recent->b == b)
    return recent->number;

  g_snprintf (text, sizeof text, "%016" G_GINT64_MODIFIER "x %016" G_GINT64_MODIFIER "x",
              (guint64) a, (guint64) b);
  *recent = (Recent){ a, b, cadre_names_number (&self->names, text, strlen (text)) };
  return recent->number;
}

/* The size of a post, or of a group of posts; fractions are in lowest terms. */
static guint32
get_fte (Filler *self, guint side, guint32 row)
{
  const CadreSide *at = &self->run->sides[side];
  gint64 numerator = 0;
  gint64 denominator = 1;

  if (!cadre_tables_fraction (at->tables, at->posts, CADRE_FIELD_POST_FTE, row, &numerator,
                              &denominator) &&
      !cadre_tables_fraction (at->tables, at->posts, CADRE_FIELD_POST_BUDGETED_FTE, row, &numerator,
                              &denominator))
    return CADRE_NO_VALUE;
  return number_of_pair (self, numerator, denominator);
}

gint64
cadre_side_get_pay (const CadreSide *self, guint32 row)
{
  const gint64 least = cadre_table_pence (self->posts, CADRE_FIELD_POST_PAY_MIN, row);

  return least > 0 ? least
                   : MAX (0, cadre_table_pence (self->posts, CADRE_FIELD_POST_PAY_MAX, row));
}

static guint32
get_pay (Filler *self, guint side, guint32 row)
{
  const gint64 pay = cadre_side_get_pay (&self->run->sides[side], row);

  return pay > 0 ? number_of_pair (self, pay, 0) : CADRE_NO_VALUE;
}

/* The text of an attribute of a post, by the code of its name. */
static guint32
get_attribute (const CadreSide *at, guint32 row, guint32 name)
{
  guint n = 0;
  const guint32 *list =
    cadre_tables_list (at->tables, cadre_table_code (at->posts, CADRE_FIELD_POST_ATTRIBUTES, row),
                       &n);

  for (guint i = 0; i + 1 < n; i += 2)
    if (list[i] == name)
      return list[i + 1];

  return CADRE_STRING_UNKNOWN;
}

static guint32
find_name (const CadreSide *at, const char *name)
{
  return cadre_string_table_lookup (at->tables->strings, name, strlen (name));
}

static void
add_text (Filler *self, const CadreTables *tables, guint32 code)
{
  if (code < CADRE_STRING_FIRST)
    return;

  g_string_append_c (self->text, ' ');
  g_string_append (self->text, cadre_tables_text (tables, code));
}

/* The functions that a post carries, and the text that organograms have of them. */
static guint32
get_functions (Filler *self, guint side, guint32 row)
{
  const CadreSide *at = &self->run->sides[side];
  const CadreTable *held = cadre_tables_get (at->tables, CADRE_RECORD_KIND_RESPONSIBILITY);
  const CadreTable *functions = cadre_tables_get (at->tables, CADRE_RECORD_KIND_FUNCTION);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&at->index->responsibilities_of_post, row, &n);
  const guint32 name = find_name (at, "job-function");

  if (n == 0)
    return name != CADRE_STRING_UNKNOWN ? number_of_code (self, side, get_attribute (at, row, name))
                                        : CADRE_NO_VALUE;

  g_string_truncate (self->text, 0);
  for (guint32 i = 0; i < n; i++)
    {
      const guint field = CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID;
      const guint32 target = cadre_table_reference (held, field, rows[i]);

      add_text (self, at->tables,
                target < CADRE_AMBIGUOUS_ROW
                  ? cadre_table_code (functions, CADRE_FIELD_FUNCTION_NAME, target)
                  : cadre_table_code (held, field, rows[i]));
    }
  return number_of_text (self, self->text->str);
}

static guint32
get_profile (Filler *self, guint side, guint32 row)
{
  const CadreSide *at = &self->run->sides[side];
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&at->index->statements_of_post, row, &n);

  g_string_truncate (self->text, 0);
  for (guint32 i = 0; i < n; i++)
    add_text (self, at->tables,
              cadre_table_code (cadre_tables_get (at->tables, CADRE_RECORD_KIND_STATEMENT),
                                CADRE_FIELD_STATEMENT_TEXT, rows[i]));
  return number_of_text (self, self->text->str);
}

/* Who is in a post, where that is one person: by name, or by id without one. */
static guint32
get_holder (Filler *self, guint side, guint32 row)
{
  const CadreSide *at = &self->run->sides[side];
  const CadreTable *held = cadre_tables_get (at->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const CadreTable *persons = cadre_tables_get (at->tables, CADRE_RECORD_KIND_PERSON);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&at->index->assignments_of_post, row, &n);
  guint32 person = CADRE_NO_ROW;
  guint32 code = CADRE_STRING_UNKNOWN;

  for (guint32 i = 0; i < n; i++)
    {
      const guint32 found = cadre_table_reference (held, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]);

      if (!at->index->in_post[rows[i]] || found >= CADRE_AMBIGUOUS_ROW)
        continue;
      if (person != CADRE_NO_ROW && person != found)
        return CADRE_NO_VALUE;
      person = found;
    }

  if (person != CADRE_NO_ROW)
    code = cadre_table_code (persons, CADRE_FIELD_PERSON_NAME, person);
  if (person != CADRE_NO_ROW && code < CADRE_STRING_FIRST)
    code = cadre_table_code (persons, CADRE_FIELD_PERSON_ID, person);
  return number_of_code (self, side, code);
}

static gboolean
says_nothing (const CadreSide *self, guint field)
{
  return self->posts->columns[field] == NULL && self->posts->references[field] == NULL;
}

/* Whether no post of either side says anything in a column: where there is something
 * nobody says, no posts have to be gone through for it. */
static gboolean
is_empty (const CadreRun *run, guint column)
{
  gboolean empty = TRUE;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *at = &run->sides[side];

      if (column == CADRE_COLUMN_PROFILE)
        empty &= cadre_tables_get (at->tables, CADRE_RECORD_KIND_STATEMENT)->n_rows == 0;
      else if (column == CADRE_COLUMN_FUNCTIONS)
        empty &= cadre_tables_get (at->tables, CADRE_RECORD_KIND_RESPONSIBILITY)->n_rows == 0 &&
                 find_name (at, "job-function") == CADRE_STRING_UNKNOWN;
      else if (column == CADRE_COLUMN_HOLDER)
        empty &= !run->rules->use_holders;
      else if (column == CADRE_COLUMN_EMPLOYER)
        empty &= says_nothing (at, CADRE_FIELD_POST_EMPLOYER);
      else if (column == CADRE_COLUMN_PROFESSION)
        empty &= says_nothing (at, CADRE_FIELD_POST_PROFESSION) &&
                 says_nothing (at, CADRE_FIELD_POST_FIELD_OF_WORK);
      else
        empty = FALSE;
    }

  return empty;
}

static gboolean
fill_column (CadreRun *run, guint column, GetValue get_value)
{
  CadreColumn *self = &run->columns[column];
  Filler filler = { 0 };
  gboolean done = FALSE;

  self->n_values = 1;
  if (is_empty (run, column))
    return TRUE;

  done = filler_init (&filler, run);
  for (guint i = 0; done && i < CADRE_N_SIDES; i++)
    {
      const guint side = i == 0 ? run->lead : 1 - run->lead;
      const guint32 n = run->sides[side].n;

      self->of[side] = cadre_pages_try_array_of (guint32, MAX (n, 1));
      done = self->of[side] != NULL;
      for (guint32 row = 0; done && row < n; row++)
        self->of[side][row] = get_value (&filler, side, row);
    }

  done = done && !filler.names.failed;
  self->n_values = cadre_names_size (&filler.names);
  if (column < CADRE_N_TEXT_COLUMNS)
    done = done && cadre_column_split (self, &filler.names);
  filler_clear (&filler);
  return done;
}

/* The rungs of grades; scales with one name are one scale. */
static gboolean
fill_rungs (CadreRun *run)
{
  CadreNames names;
  gboolean done = TRUE;

  cadre_names_init (&names);
  for (guint side = 0; done && side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &run->sides[side];
      const CadreTable *grades = cadre_tables_get (at->tables, CADRE_RECORD_KIND_GRADE);

      at->rung = cadre_pages_try_array_of (gint32, MAX (grades->n_rows, 1));
      at->scale = cadre_pages_try_array_of (guint32, MAX (grades->n_rows, 1));
      done = at->rung != NULL && at->scale != NULL;
      for (guint32 row = 0; done && row < grades->n_rows; row++)
        {
          const char *scale =
            cadre_tables_text (at->tables, cadre_table_code (grades, CADRE_FIELD_GRADE_SCALE, row));

          at->rung[row] = cadre_table_integer (grades, CADRE_FIELD_GRADE_RUNG, row);
          at->scale[row] = scale != NULL ? cadre_names_number (&names, scale, strlen (scale)) : 0;
        }
    }

  done = done && !names.failed;
  cadre_names_clear (&names);
  return done;
}

/* Pounds, as organograms have them; what is behind a point is left out. */
static gint64
read_amount (const char *text)
{
  gint64 amount = 0;

  for (; text != NULL && *text != '\0' && *text != '.' && amount < G_MAXINT64 / 100; text++)
    if (g_ascii_isdigit (*text))
      amount = amount * 10 + (*text - '0');

  return amount;
}

static gboolean
fill_staff (CadreRun *run)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &run->sides[side];
      const guint32 name = find_name (at, "salary-cost-of-reports");

      if (name == CADRE_STRING_UNKNOWN)
        continue;
      at->staff = cadre_pages_try_array_of (gint64, MAX (at->n, 1));
      if (at->staff == NULL)
        return FALSE;
      for (guint32 row = 0; row < at->n; row++)
        at->staff[row] =
          read_amount (cadre_tables_text (at->tables, get_attribute (at, row, name)));
    }

  return TRUE;
}

gboolean
cadre_run_fill_columns (CadreRun *self)
{
  static const GetValue getters[CADRE_N_COLUMNS] = {
    [CADRE_COLUMN_TITLE] = get_title,
    [CADRE_COLUMN_UNIT] = get_unit,
    [CADRE_COLUMN_FUNCTIONS] = get_functions,
    [CADRE_COLUMN_PROFILE] = get_profile,
    [CADRE_COLUMN_GRADE] = get_grade,
    [CADRE_COLUMN_EMPLOYER] = get_employer,
    [CADRE_COLUMN_PROFESSION] = get_profession,
    [CADRE_COLUMN_FTE] = get_fte,
    [CADRE_COLUMN_PAY] = get_pay,
    [CADRE_COLUMN_SITE] = get_site,
    [CADRE_COLUMN_HOLDER] = get_holder,
  };

  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    if (!fill_column (self, column, getters[column]))
      return FALSE;

  return fill_rungs (self) && fill_staff (self) && cadre_run_rank_pay (self);
}

gboolean
cadre_run_weigh (CadreRun *self, CadreSort sort)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const CadreCounted counted = { { before->n, after->n }, { before->sort, after->sort }, sort };

  if (self->is_weighed && self->weighed == sort)
    return TRUE;

  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    if (!cadre_column_weigh (&self->columns[column], &counted))
      return FALSE;

  self->is_weighed = TRUE;
  self->weighed = sort;
  return TRUE;
}

static CadreSort
get_sort (const CadreSide *self, guint32 row)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  if (cadre_table_word (self->posts, CADRE_FIELD_POST_STATUS, row) == CADRE_POST_STATUS_DELETED ||
      cadre_tables_in_force (self->tables, kind, row, self->tables->as_of) == CADRE_TRUTH_FALSE)
    return CADRE_SORT_ENDED;

  return cadre_table_word (self->posts, CADRE_FIELD_POST_GROUPED, row) == CADRE_TRUTH_TRUE
           ? CADRE_SORT_GROUP
           : CADRE_SORT_POST;
}

static gboolean
fill_side (CadreSide *self, const guint8 *fixed, guint32 *mate)
{
  const gsize n = MAX (self->n, 1);

  self->sort = g_try_malloc0 (n);
  self->open = g_try_malloc0 (n);
  self->n_reports = cadre_pages_try_zeros_of (guint32, n);
  self->mate = mate;
  if (self->sort == NULL || self->open == NULL || self->n_reports == NULL)
    return FALSE;

  for (guint32 row = 0; row < self->n; row++)
    {
      self->sort[row] = get_sort (self, row);
      self->open[row] = !fixed[row] && mate[row] == CADRE_NO_ROW ? CADRE_OPEN_YES : CADRE_OPEN_NOT;
    }
  for (guint32 row = 0; row < self->n; row++)
    if (self->index->manager[row] != CADRE_NO_ROW && self->sort[row] == CADRE_SORT_POST)
      self->n_reports[self->index->manager[row]]++;

  return TRUE;
}

gboolean
cadre_run_fill_sides (CadreRun *self)
{
  const CadreEvidenceInput *input = self->input;
  CadreSide *before = &self->sides[CADRE_BEFORE];
  CadreSide *after = &self->sides[CADRE_AFTER];

  before->tables = input->sides->before;
  before->index = input->sides->index_before;
  after->tables = input->sides->after;
  after->index = input->sides->index_after;
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &self->sides[side];

      at->posts = cadre_tables_get (at->tables, CADRE_RECORD_KIND_POST);
      at->n = at->posts->n_rows;
    }

  return fill_side (before, input->fixed_before, self->posts->after_of) &&
         fill_side (after, input->fixed_after, self->posts->before_of);
}
