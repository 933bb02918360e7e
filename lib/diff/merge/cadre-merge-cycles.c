/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Lines that go in a circle, and units that are parts of each other, only since both sides
 * moved something. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"
#include "diff/patch/cadre-patch-circles-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

typedef struct
{
  CadreMerge *merge;
  CadrePatchCircles found; /* in what both make together */
  CadreCellText *text;
  CadreMergeUses uses;
  GHashTable *listed;   /* circles that are in the list */
  GHashTable *moves;    /* a post or unit of the base: GArray of what says who is above it */
  GHashTable *base_of;  /* ids after: those of the base */
  GHashTable *last_ids; /* ids of the base: those after */
  gboolean is_last;     /* whether nothing has to be resolved that is found so far */
  gboolean has_twins;   /* whether what both sides do alike is in a conflict, too */
  guint32 begin;        /* where the circle begins that is looked at */
  GString *said[2];     /* by side: what it says of who is above whom in the circle looked at */
} Circles;

/* A record of a circle, and the one above it there. */
typedef struct
{
  CadreRecordKind kind;
  guint32 row;
  guint32 above;
} Step;

static char *
make_name (CadreRecordKind kind, const char *id, gsize length)
{
  return g_strdup_printf ("%u %.*s", kind, (int) length, id);
}

/* Whether an operation says who is above a record. That a record comes or goes says it only
 * of units, which hold it themselves. */
static gboolean
says_who_is_above (const CadreMergeOp *op)
{
  return cadre_patch_op_moves (&op->op) && !op->follows && op->op.kind != CADRE_PATCH_HEAD &&
         op->op.kind != CADRE_RECORD_KIND_POST && op->op.action != CADRE_PATCH_ACTION_REKEY;
}

/* What an operation moves, by its key, or by its record where it is created. */
static char *
name_moved (const CadreMerge *merge, const CadrePatchOp *op)
{
  const CadreSchema *schema = cadre_schema_get (op->kind);
  const char *key = cadre_merge_text (merge, op->key);
  const CadrePatchMember *moved = NULL;
  CadrePatchRecord record;

  if (key == NULL)
    return NULL;
  if (op->kind == CADRE_RECORD_KIND_UNIT)
    return make_name (CADRE_RECORD_KIND_UNIT, key, strlen (key));

  /* Lines begin with their post, and parents with their unit. */
  cadre_patch_record_parse_key (&record, op->kind, key);
  moved = &record.fields[schema->keys[0]];
  return moved->value != NULL
           ? make_name (schema->fields[schema->keys[0]].target, moved->value, moved->length)
           : NULL;
}

static void
note_move (Circles *self, guint32 place)
{
  const CadreMergeOp *op = cadre_merge_op (self->merge, place);
  g_autofree char *name = says_who_is_above (op) ? name_moved (self->merge, &op->op) : NULL;
  GArray *places = NULL;

  if (name == NULL)
    return;

  places = g_hash_table_lookup (self->moves, name);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->moves, g_steal_pointer (&name), places);
    }
  g_array_append_val (places, place);
}

/* The id that the base has for a record, or the one that a new record has. */
static char *
dup_base_id (const Circles *self, CadreRecordKind kind, guint32 row)
{
  gsize length = 0;
  const char *text = cadre_cell_text_get (self->text, kind, row, 0, &length);
  g_autofree char *id = g_strndup (text, length);
  const char *base = cadre_merge_ids_find (self->base_of, kind, id, length);

  if (base != NULL)
    return g_strdup (base);

  return cadre_merge_ids_find (self->last_ids, kind, id, length) != NULL
           ? cadre_merge_put_aside (id)
           : g_steal_pointer (&id);
}

static void
add_op (CadreMergeFinding *finding, guint32 op)
{
  g_array_append_val (finding->ops, op);
}

/* Whether an operation is in a conflict in which its side is not chosen, so that it is
 * not done. */
static gboolean
is_open (const Circles *self, guint32 place)
{
  const CadreMergeChoice own = cadre_merge_op (self->merge, place)->side == CADRE_OURS
                                 ? CADRE_MERGE_CHOICE_OURS
                                 : CADRE_MERGE_CHOICE_THEIRS;
  const CadreMergeFinding *finding = NULL;
  guint32 use = 0;

  while ((finding = cadre_merge_uses_next (&self->uses, place, &use)) != NULL)
    if (cadre_merge_finding_choice (finding) != own)
      return TRUE;

  return FALSE;
}

/* Who is above, in a value of the field that says it or in a record: an id, as JSON text. */
static gboolean
find_above (guint kind, const char *value, CadrePatchMember *above)
{
  *above = (CadrePatchMember){ .value = value, .length = value != NULL ? strlen (value) : 0 };
  if (value != NULL && value[0] == '{' &&
      !cadre_patch_find_member (value, kind == CADRE_RECORD_KIND_LINE ? "manager" : "parent",
                                above))
    return FALSE;

  return value != NULL && above->value[0] == '"';
}

/* The field that says who is above a record of a kind. */
static guint
find_field_above (guint kind)
{
  switch (kind)
    {
    case CADRE_RECORD_KIND_LINE:
      return CADRE_FIELD_LINE_MANAGER;
    case CADRE_RECORD_KIND_UNIT:
      return CADRE_FIELD_UNIT_PARENT;
    case CADRE_RECORD_KIND_UNIT_PARENT:
      return CADRE_FIELD_UNIT_PARENT_PARENT;
    default:
      return CADRE_PATCH_WHOLE;
    }
}

/* Who is above a record by a conflict that was resolved as neither side wants it; FALSE
 * where it was not. */
static gboolean
find_stated_above (Circles *self, const CadreMergeFinding *finding, CadrePatchMember *above)
{
  const guint kind = finding->record_kind;
  const guint field = find_field_above (kind);

  if (field == CADRE_PATCH_WHOLE || cadre_merge_finding_is_circle (finding) ||
      finding->circle != NULL || (finding->field != field && finding->field != CADRE_PATCH_WHOLE))
    return FALSE;
  if (finding->choice == CADRE_MERGE_CHOICE_VALUE)
    return find_above (kind, finding->value, above);

  return finding->choice == CADRE_MERGE_CHOICE_BASE &&
         find_above (kind, cadre_merge_text (self->merge, finding->values[0]), above);
}

/* Whether the id of a record, in terms of the base, is that of the one above. */
static gboolean
is_above (const Circles *self, const CadrePatchMember *id, const Step *step)
{
  g_autofree char *above = dup_base_id (self, step->kind, step->above);

  return strlen (above) == id->length && memcmp (id->value, above, id->length) == 0;
}

/* The conflict that an operation is in, which was resolved as neither side wants it, so that
 * the step leads where it does; NULL for none. */
static CadreMergeFinding *
find_stated (Circles *self, const Step *step, guint32 place)
{
  CadreMergeFinding *finding = NULL;
  CadrePatchMember above;
  guint32 use = 0;

  while ((finding = cadre_merge_uses_next (&self->uses, place, &use)) != NULL)
    if (find_stated_above (self, finding, &above) && is_above (self, &above, step))
      return finding;

  return NULL;
}

/* That one record is above another, as the line or the parent that says so; @above is a value
 * of the base, or a record that has one. Nothing is said where there is none. */
static void
say_above (Circles *self,
           guint side,
           CadreRecordKind kind,
           const char *id,
           guint of,
           const char *value)
{
  const gboolean is_unit = kind == CADRE_RECORD_KIND_UNIT;
  GString *said = self->said[side];
  CadrePatchMember above;

  if (!find_above (of, value, &above))
    return;

  g_string_append (said, said->len > 0 ? ", " : "[");
  g_string_append_printf (said, "{\"%s\": %s, \"%s\": %.*s}", is_unit ? "unit" : "post", id,
                          is_unit ? "parent" : "manager", (int) above.length, above.value);
}

static gboolean
intern_said (Circles *self, CadreMergeFinding *circle, GError **error)
{
  for (guint side = 0; side < 2; side++)
    {
      GString *said = self->said[side];

      if (said->len == 0)
        continue;
      g_string_append_c (said, ']');
      if (!cadre_string_table_intern (self->merge->strings, said->str, said->len,
                                      &circle->values[1 + side], error))
        return FALSE;
    }

  return TRUE;
}

/* What either side wants of a step of a circle that was resolved as neither wants it: that
 * is a conflict, whoever has moved the others. */
static void
add_stated (Circles *self, CadreMergeFinding *circle, CadreMergeFinding *stated, const char *id)
{
  for (guint i = 0; i < stated->ops->len; i++)
    add_op (circle, g_array_index (stated->ops, guint32, i));
  for (guint side = 0; side < 2; side++)
    say_above (self, side, circle->record_kind, id, stated->record_kind,
               cadre_merge_text (self->merge, stated->values[1 + side]));

  stated->circle = circle;
}

/* What both sides do alike is done where either does it. */
static gboolean
is_left_out (const Circles *self, guint32 place)
{
  const CadreMerge *merge = self->merge;
  const guint32 twin = cadre_merge_op (merge, place)->twin;

  if (twin != 0 && !self->has_twins)
    return TRUE;
  return is_open (self, place) && (twin == 0 || is_open (self, twin - 1));
}

/* What moves a record to where it is in a circle, and whose that is. */
static void
add_step (Circles *self, CadreMergeFinding *circle, const Step *step, gboolean has[2])
{
  const CadreMerge *merge = self->merge;
  g_autofree char *id = dup_base_id (self, step->kind, step->row);
  g_autofree char *name = make_name (step->kind, id, strlen (id));
  const GArray *places = g_hash_table_lookup (self->moves, name);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const guint32 place = g_array_index (places, guint32, i);
      const CadreMergeOp *op = cadre_merge_op (merge, place);
      CadreMergeFinding *stated = find_stated (self, step, place);

      if (stated != NULL)
        {
          has[CADRE_OURS] = TRUE;
          has[CADRE_THEIRS] = TRUE;
          add_stated (self, circle, stated, id);
          continue;
        }
      if (is_left_out (self, place))
        continue;
      has[op->side] = TRUE;
      add_op (circle, place);
      if (op->op.field == CADRE_PATCH_WHOLE || op->op.field == find_field_above (op->op.kind))
        say_above (self, op->side, step->kind, id, op->op.kind,
                   cadre_merge_text (merge, op->op.after));
    }
}

static void
drop_finding (const Circles *self, CadreMergeFinding *finding)
{
  for (guint i = 0; i < finding->ops->len; i++)
    {
      CadreMergeFinding *stated = NULL;
      guint32 use = 0;

      while ((stated = cadre_merge_uses_next (&self->uses, g_array_index (finding->ops, guint32, i),
                                              &use)) != NULL)
        if (stated->circle == finding)
          stated->circle = NULL;
    }
  cadre_merge_finding_unref (finding);
}

/* Takes a conflict that is a circle, unless it is in the list. */
static void
take_finding (Circles *self, CadreMergeFinding *finding)
{
  CadreMerge *merge = self->merge;

  if (g_hash_table_contains (self->listed, finding))
    {
      drop_finding (self, finding);
      return;
    }

  g_hash_table_add (self->listed, finding);
  finding->round = merge->round;
  cadre_merge_add_finding (merge, finding);
  cadre_merge_uses_add (&self->uses, finding);
}

static guint32
row_at (const Circles *self, const CadrePatchCircle *circle, guint32 i)
{
  return g_array_index (self->found.rows, guint32, circle->first + (self->begin + i) % circle->n);
}

/* A circle begins with the least of its ids in the base, whatever they are at last. */
static void
find_begin (Circles *self, const CadrePatchCircle *circle)
{
  g_autofree char *least = NULL;
  guint32 begin = 0;

  self->begin = 0;
  for (guint32 i = 0; i < circle->n; i++)
    {
      g_autofree char *id = dup_base_id (self, circle->kind, row_at (self, circle, i));

      if (least != NULL && strcmp (id, least) >= 0)
        continue;
      g_free (least);
      least = g_steal_pointer (&id);
      begin = i;
    }
  self->begin = begin;
}

/* The key of a circle is the first of its records. */
static gboolean
intern_ids (Circles *self,
            CadreMergeFinding *finding,
            const CadrePatchCircle *circle,
            GError **error)
{
  CadreStringTable *strings = self->merge->strings;
  g_autofree char *key = dup_base_id (self, circle->kind, row_at (self, circle, 0));
  g_autoptr (GString) ids = g_string_new ("[");

  for (guint32 i = 0; i < circle->n; i++)
    {
      g_autofree char *id = dup_base_id (self, circle->kind, row_at (self, circle, i));

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", id);
    }
  g_string_append_c (ids, ']');

  return cadre_string_table_intern (strings, key, strlen (key), &finding->key, error) &&
         cadre_string_table_intern (strings, ids->str, ids->len, &finding->circling, error);
}

/* What moves the records of a circle to where they are in it, and whose that is. */
static gboolean
add_steps (Circles *self,
           CadreMergeFinding *finding,
           const CadrePatchCircle *circle,
           gboolean has[2],
           GError **error)
{
  gboolean ok = TRUE;

  for (guint side = 0; side < 2; side++)
    self->said[side] = g_string_new (NULL);
  for (guint32 i = 0; i < circle->n; i++)
    {
      const Step step = { circle->kind, row_at (self, circle, i), row_at (self, circle, i + 1) };

      add_step (self, finding, &step, has);
    }
  ok = intern_said (self, finding, error);
  for (guint side = 0; side < 2; side++)
    g_string_free (self->said[side], TRUE);
  return ok;
}

/* A circle is a conflict where both sides have moved a record of it, or a step of it was
 * resolved as neither wants it. Once all others are resolved one side is enough, or what both
 * do alike: what is said goes in a circle with what was chosen instead of the rest that is
 * said. */
static gboolean
add_circle (Circles *self, const CadrePatchCircle *circle, GError **error)
{
  CadreMergeFinding *finding = cadre_merge_finding_new (circle->kind == CADRE_RECORD_KIND_UNIT
                                                          ? CADRE_MERGE_CONFLICT_KIND_UNIT_CYCLE
                                                          : CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE,
                                                        (guint8) circle->kind, CADRE_PATCH_WHOLE);
  gboolean has[2] = { FALSE, FALSE };
  gboolean ok = FALSE;

  find_begin (self, circle);
  ok = intern_ids (self, finding, circle, error) && add_steps (self, finding, circle, has, error);
  if (ok && self->is_last && !has[CADRE_OURS] && !has[CADRE_THEIRS])
    {
      self->has_twins = TRUE;
      ok = add_steps (self, finding, circle, has, error);
      self->has_twins = FALSE;
    }

  if (!ok || !(self->is_last ? has[CADRE_OURS] || has[CADRE_THEIRS]
                             : has[CADRE_OURS] && has[CADRE_THEIRS]))
    {
      drop_finding (self, finding);
      return ok;
    }

  take_finding (self, finding);
  return TRUE;
}

/* Whether it has been chosen what holds, or is proposed, of anything but what is said about the
 * document; of that its date can make a circle. */
static gboolean
is_any_chosen (const CadreMerge *merge)
{
  for (guint i = 0; i < merge->findings->len; i++)
    {
      const CadreMergeFinding *finding = merge->findings->pdata[i];

      if (finding->record_kind != CADRE_PATCH_HEAD || finding->field == CADRE_HEAD_FIELD_AS_OF)
        return TRUE;
    }

  return FALSE;
}

/* Both sides have to do something for a circle that neither has; one is enough where something
 * is chosen: it can be that what it takes away stays, or that half of what it does holds. */
static gboolean
can_be_circles (const CadreMerge *merge, gboolean is_last)
{
  gboolean has[2] = { FALSE, FALSE };

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadreMergeOp *op = cadre_merge_op (merge, i);

      if (cadre_patch_op_moves (&op->op) && !op->follows)
        has[op->side] = TRUE;
    }

  if (is_last && is_any_chosen (merge))
    return has[CADRE_OURS] || has[CADRE_THEIRS];
  return has[CADRE_OURS] && has[CADRE_THEIRS];
}

static void
free_places (gpointer places)
{
  g_array_unref (places);
}

static void
index_ids (Circles *self)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;
      const char *before = cadre_merge_text (merge, op->before);
      const char *last =
        op->action == CADRE_PATCH_ACTION_REKEY && before != NULL
          ? cadre_merge_ids_find (self->last_ids, op->kind, before, strlen (before))
          : NULL;

      if (last != NULL)
        cadre_merge_ids_add (self->base_of, op->kind, last, before);
      note_move (self, i);
    }
}

static gboolean
add_circles (Circles *self, GError **error)
{
  for (guint i = 0; i < self->found.circles->len; i++)
    if (!add_circle (self, &g_array_index (self->found.circles, CadrePatchCircle, i), error))
      return FALSE;

  return TRUE;
}

/* In what is chosen: circles that the base has, or a side by itself, are no conflict. */
static gboolean
find_circles (Circles *self, const CadrePatch *patch, CadreStructure *chosen, GError **error)
{
  CadreDiff *const *diffs = self->merge->diffs;
  CadreStructure *known[] = { cadre_diff_get_before (diffs[CADRE_OURS]),
                              cadre_diff_get_after (diffs[CADRE_OURS]),
                              cadre_diff_get_after (diffs[CADRE_THEIRS]) };
  gboolean ok =
    cadre_patch_circles_init (&self->found, patch, chosen, known, G_N_ELEMENTS (known), error);

  if (ok && self->found.circles->len > 0)
    {
      self->text = cadre_cell_text_new (cadre_structure_get_tables (chosen));
      self->moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_places);
      self->base_of = cadre_merge_ids_new ();
      cadre_merge_uses_init (&self->uses, self->merge);
      self->listed = cadre_merge_circles_new (self->merge->findings);
      index_ids (self);
      ok = add_circles (self, error);
      cadre_merge_uses_clear (&self->uses);
      g_hash_table_unref (self->listed);
      g_hash_table_unref (self->moves);
      g_hash_table_unref (self->base_of);
      cadre_cell_text_free (self->text);
    }

  cadre_patch_circles_clear (&self->found);
  return ok;
}

/* What is chosen, and what is not in a conflict, is put together and looked at. */
static gboolean
find_cycles (CadreMerge *self, gboolean is_last, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadrePatch) patch = NULL;
  g_autoptr (CadreStructure) chosen = NULL;
  g_autoptr (GHashTable) last_ids = NULL;
  Circles circles = { .merge = self, .is_last = is_last };

  if (!can_be_circles (self, is_last))
    return TRUE;

  patch = cadre_merge_make_chosen_patch (self, &last_ids, error);
  if (patch == NULL)
    return FALSE;
  chosen = cadre_patch_carry_out (patch, cadre_diff_get_before (self->diffs[0]), cancellable, NULL);
  if (chosen == NULL) /* what does not fit together is said when it is built */
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  circles.last_ids = last_ids;
  return find_circles (&circles, patch, chosen, error);
}

gboolean
cadre_merge_find_first_cycles (CadreMerge *self, GCancellable *cancellable, GError **error)
{
  return self->n_unresolved == 0 || find_cycles (self, FALSE, cancellable, error);
}

gboolean
cadre_merge_find_last_cycles (CadreMerge *self, GCancellable *cancellable, GError **error)
{
  return self->n_unresolved > 0 || find_cycles (self, TRUE, cancellable, error);
}
