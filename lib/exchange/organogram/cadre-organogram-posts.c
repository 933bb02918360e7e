/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From rows to posts. A ref is one post, however many rows have it: the first
 * says what the post is, and the others are further holders. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

/* What a row becomes that has the ref of another. */
typedef enum
{
  SECOND_SHARE,
  SECOND_LEFT_OUT,
  SECOND_POST,
} Second;

typedef struct
{
  CadreOrganogramDraft *draft;
  GArray *seconds;    /* (element-type guint32): rows that get a post of their own */
  GArray *eliminated; /* (element-type guint32): rows */
} Finding;

static CadreHolder
get_holder (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  return cadre_organogram_classify_name (cadre_organogram_text (self, row->cells[CADRE_CELL_NAME]));
}

static char *
dup_base (CadreOrganogramDraft *self, const CadreOrganogramRow *row)
{
  const char *text = cadre_organogram_text (self, row->cells[CADRE_CELL_REF]);
  g_autofree char *ref = NULL;

  /* Refs are in capitals there, so that none is taken for this. */
  if (text == NULL)
    return g_strdup_printf ("%s/no-ref", cadre_organogram_text (self, row->space));

  ref = cadre_organogram_dup_part (text, CADRE_MOST_REF);
  return g_strdup_printf ("%s/%s", cadre_organogram_text (self, row->space), ref);
}

/* Gives a post an id: @base, or where that is taken, @base and the next number.
 * Numbers that were given are not tried again, so that thousands of one base
 * take no longer than others. */
gboolean
cadre_organogram_claim_id (CadreOrganogramDraft *self,
                           const char *base,
                           guint32 post,
                           GError **error)
{
  guint32 base_code = 0;
  guint32 code = 0;
  guint32 number = 0;

  if (!cadre_organogram_draft_intern (self, base, &base_code, error))
    return FALSE;

  number = MAX (cadre_code_map_get (&self->numbers, base_code), 1);
  for (code = base_code; cadre_code_map_get (&self->post_of_id, code) != 0;)
    {
      g_autofree char *id = g_strdup_printf ("%s/%u", base, ++number);

      if (!cadre_organogram_draft_intern (self, id, &code, error))
        return FALSE;
    }

  cadre_organogram_post (self, post)->id = code;
  return (cadre_code_map_set (&self->numbers, base_code, number) &&
          cadre_code_map_set (&self->post_of_id, code, post + 1)) ||
         cadre_organogram_set_memory_error (error);
}

static guint32
add_post (CadreOrganogramDraft *self, guint32 row, CadreOrganogramStanding standing)
{
  CadreOrganogramPost post = {
    .row = row, .last = row, .manager = CADRE_NO_ROW, .standing = (guint8) standing
  };

  g_array_append_val (self->posts, post);
  return self->posts->len - 1;
}

/* Holders of one post may differ in these and no others. */
static gboolean
is_of_holder (guint cell)
{
  return cell == CADRE_CELL_REF || cell == CADRE_CELL_NAME || cell == CADRE_CELL_PHONE ||
         cell == CADRE_CELL_EMAIL || cell == CADRE_CELL_FLOOR || cell == CADRE_CELL_CEILING ||
         cell == CADRE_CELL_TOTAL || cell == CADRE_CELL_NOTES || cell == CADRE_CELL_VALID ||
         cell == CADRE_CELL_DATE;
}

/* (nullable): what a post is taken to say whose first row leaves a cell empty: that it is a top,
 * and valid. Another row of it may say so. */
static const char *
get_silent (guint cell)
{
  if (cell == CADRE_CELL_MANAGER)
    return "XX";
  return cell == CADRE_CELL_VALID ? "1" : NULL;
}

gboolean
cadre_organogram_is_same_cell (CadreOrganogramDraft *self,
                               guint cell,
                               const CadreOrganogramRow *a,
                               const CadreOrganogramRow *b)
{
  const char *text_a = cadre_organogram_text (self, a->cells[cell]);
  const char *text_b = cadre_organogram_text (self, b->cells[cell]);

  if (a->cells[cell] == b->cells[cell])
    return TRUE;
  if (text_a == NULL)
    return cadre_organogram_equal_folded (get_silent (cell), text_b);

  return cell == CADRE_CELL_MANAGER && cadre_organogram_equal_folded (text_a, text_b);
}

/* The first cell in which a row says something else of the post; a share has
 * hours of its own. */
static int
find_difference (CadreOrganogramDraft *self,
                 const CadreOrganogramRow *a,
                 const CadreOrganogramRow *b)
{
  for (guint i = 0; i < CADRE_N_CELLS; i++)
    if (!is_of_holder (i) && i != CADRE_CELL_FTE && !cadre_organogram_is_same_cell (self, i, a, b))
      return (int) i;

  return CADRE_NO_CELL;
}

/* Puts a row behind the others of its post. A row that is vacant cannot be a
 * holder: where the first is, the second takes its place. */
static void
add_share (Finding *self, guint32 post, guint32 row)
{
  CadreOrganogramPost *shared = cadre_organogram_post (self->draft, post);

  if (get_holder (self->draft, cadre_organogram_senior (self->draft, shared->row)) ==
      CADRE_HOLDER_VACANT)
    {
      cadre_organogram_report_post (self->draft, CADRE_FAULT_VACANT_SHARE, shared, CADRE_CELL_NAME,
                                    NULL);
      g_array_append_val (self->seconds, shared->row);
      shared->row = row;
    }
  else
    {
      cadre_organogram_senior (self->draft, shared->last)->next = row + 1;
      shared->is_shared |= !cadre_organogram_senior (self->draft, row)->differs;
      self->draft->fates[CADRE_ROW_FATE_ASSIGNMENT]++;
    }
  shared->last = row;
}

static Second
judge_second (Finding *self, const CadreOrganogramPost *post, guint32 number)
{
  CadreOrganogramDraft *draft = self->draft;
  CadreOrganogramRow *row = cadre_organogram_senior (draft, number);
  int cell = find_difference (draft, cadre_organogram_senior (draft, post->row), row);

  if (cell != CADRE_NO_CELL && (draft->repairs & CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES) != 0)
    {
      cadre_organogram_report_row (draft, CADRE_FAULT_DUPLICATE_SPLIT, row, cell, NULL, NULL);
      return SECOND_POST;
    }
  if (cell != CADRE_NO_CELL && (draft->repairs & CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST) != 0)
    {
      cadre_organogram_report_row (draft, CADRE_FAULT_DUPLICATE_LEFT_OUT, row, cell, NULL, NULL);
      row->makes_nobody = TRUE;
      return SECOND_LEFT_OUT;
    }

  row->differs = cell != CADRE_NO_CELL;
  cadre_organogram_report_row (draft,
                               cell != CADRE_NO_CELL ? CADRE_FAULT_DUPLICATE_DIFFERS
                                                     : CADRE_FAULT_JOB_SHARE,
                               row, cell != CADRE_NO_CELL ? cell : CADRE_CELL_REF, NULL, NULL);
  if (get_holder (draft, row) != CADRE_HOLDER_VACANT)
    return SECOND_SHARE;

  cadre_organogram_report_row (draft, CADRE_FAULT_VACANT_SHARE, row, CADRE_CELL_NAME, NULL, NULL);
  return SECOND_POST;
}

static gboolean
are_same_rows (CadreOrganogramDraft *self, const CadreOrganogramRow *a, const CadreOrganogramRow *b)
{
  if (a->n_extras != b->n_extras || memcmp (a->cells, b->cells, sizeof a->cells) != 0)
    return FALSE;

  for (guint32 i = 0; i < a->n_extras * 2; i++)
    if (g_array_index (self->extras, guint32, a->first_extra + i) !=
        g_array_index (self->extras, guint32, b->first_extra + i))
      return FALSE;

  return TRUE;
}

/* The first row of a post that has the name of a row; the row itself where none
 * has come before. */
static gboolean
find_same_holder (CadreOrganogramDraft *self,
                  guint32 id,
                  guint32 number,
                  guint32 *first,
                  GError **error)
{
  const CadreOrganogramRow *row = cadre_organogram_senior (self, number);
  g_autofree char *key = g_strdup_printf ("%u %u", id, row->cells[CADRE_CELL_NAME]);
  guint32 code = 0;

  if (!cadre_organogram_draft_intern (self, key, &code, error))
    return FALSE;

  *first = cadre_code_map_get (&self->holders, code);
  if (*first != 0)
    {
      --*first;
      return TRUE;
    }

  *first = number;
  return cadre_code_map_set (&self->holders, code, number + 1) ||
         cadre_organogram_set_memory_error (error);
}

/* Whether a row that names its holder says again what another of its post has said:
 * nobody shares a job with themselves. */
static gboolean
take_repeated (CadreOrganogramDraft *self,
               const CadreOrganogramPost *post,
               guint32 number,
               gboolean *is_repeated,
               GError **error)
{
  const CadreOrganogramRow *row = cadre_organogram_senior (self, number);
  guint32 first = 0;

  if (get_holder (self, row) != CADRE_HOLDER_NAMED)
    return TRUE;
  if (!find_same_holder (self, post->id, post->row, &first, error) ||
      !find_same_holder (self, post->id, number, &first, error))
    return FALSE;

  *is_repeated =
    first != number && are_same_rows (self, cadre_organogram_senior (self, first), row);
  if (!*is_repeated)
    return TRUE;

  cadre_organogram_senior (self, number)->makes_nobody = TRUE;
  cadre_organogram_report_row (self, CADRE_FAULT_ROW_REPEATED, row, CADRE_CELL_REF, NULL, NULL);
  self->fates[CADRE_ROW_FATE_ISSUE]++;
  return TRUE;
}

static gboolean
find_post (Finding *self, guint32 number, GError **error)
{
  CadreOrganogramDraft *draft = self->draft;
  const CadreOrganogramRow *row = cadre_organogram_senior (draft, number);
  g_autofree char *base = dup_base (draft, row);
  guint32 code = 0;
  gboolean is_repeated = FALSE;
  guint32 post = 0;

  if (!cadre_organogram_draft_intern (draft, base, &code, error))
    return FALSE;

  post = cadre_code_map_get (&draft->post_of_id, code);
  if (post == 0 || row->cells[CADRE_CELL_REF] == 0)
    {
      post = add_post (draft, number, CADRE_STANDING_ACTIVE);
      draft->fates[CADRE_ROW_FATE_POST]++;
      return cadre_organogram_claim_id (draft, base, post, error);
    }

  if (!take_repeated (draft, cadre_organogram_post (draft, post - 1), number, &is_repeated, error))
    return FALSE;
  if (is_repeated)
    return TRUE;

  switch (judge_second (self, cadre_organogram_post (draft, post - 1), number))
    {
    case SECOND_SHARE:
      add_share (self, post - 1, number);
      break;
    case SECOND_POST:
      g_array_append_val (self->seconds, number);
      break;
    case SECOND_LEFT_OUT:
    default:
      draft->fates[CADRE_ROW_FATE_ISSUE]++;
      break;
    }
  return TRUE;
}

/* Which of its own a row makes, or a further one. */
static gboolean
find_row (Finding *self, guint32 number, GError **error)
{
  CadreOrganogramDraft *draft = self->draft;
  CadreOrganogramRow *row = cadre_organogram_senior (draft, number);

  if (get_holder (draft, row) == CADRE_HOLDER_ELIMINATED)
    {
      g_array_append_val (self->eliminated, number);
      return TRUE;
    }
  if (g_strcmp0 (cadre_organogram_text (draft, row->cells[CADRE_CELL_REF]), "0") == 0)
    {
      g_array_append_val (draft->unposted, number);
      row->makes_nobody = TRUE;
      draft->fates[CADRE_ROW_FATE_OTHER]++;
      return TRUE;
    }

  return find_post (self, number, error);
}

static gboolean
add_second (Finding *self, guint32 number, GError **error)
{
  CadreOrganogramDraft *draft = self->draft;
  g_autofree char *base = dup_base (draft, cadre_organogram_senior (draft, number));
  guint32 post = add_post (draft, number, CADRE_STANDING_ACTIVE);

  cadre_organogram_post (draft, post)->has_own_id = TRUE;
  return cadre_organogram_claim_id (draft, base, post, error);
}

/* A post that went keeps its id, unless another row says that it is there. */
static gboolean
add_eliminated (Finding *self, guint32 number, GError **error)
{
  CadreOrganogramDraft *draft = self->draft;
  const CadreOrganogramRow *row = cadre_organogram_senior (draft, number);
  g_autofree char *base = dup_base (draft, row);
  g_autofree char *other = g_strdup_printf ("%s/eliminated", base);
  guint32 post = add_post (draft, number, CADRE_STANDING_ELIMINATED);
  guint32 code = 0;

  draft->fates[CADRE_ROW_FATE_POST]++;
  if (!cadre_organogram_draft_intern (draft, base, &code, error))
    return FALSE;
  if (cadre_code_map_get (&draft->post_of_id, code) == 0)
    return cadre_organogram_claim_id (draft, base, post, error);

  cadre_organogram_report_row (draft, CADRE_FAULT_ELIMINATED_IN_USE, row, CADRE_CELL_REF, NULL,
                               NULL);
  cadre_organogram_post (draft, post)->has_own_id = TRUE;
  return cadre_organogram_claim_id (draft, other, post, error);
}

static gboolean
find_all (Finding *self, GError **error)
{
  for (guint32 i = 0; i < self->draft->seniors->len; i++)
    if (!find_row (self, i, error))
      return FALSE;

  self->draft->fates[CADRE_ROW_FATE_POST] += self->seconds->len;
  for (guint i = 0; i < self->seconds->len; i++)
    if (!add_second (self, g_array_index (self->seconds, guint32, i), error))
      return FALSE;
  for (guint i = 0; i < self->eliminated->len; i++)
    if (!add_eliminated (self, g_array_index (self->eliminated, guint32, i), error))
      return FALSE;

  return TRUE;
}

gboolean
cadre_organogram_draft_find_posts (CadreOrganogramDraft *self, GError **error)
{
  Finding finding = { self, g_array_new (FALSE, FALSE, sizeof (guint32)),
                      g_array_new (FALSE, FALSE, sizeof (guint32)) };
  gboolean ok = find_all (&finding, error);

  g_array_unref (finding.seconds);
  g_array_unref (finding.eliminated);
  return ok;
}
