/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The operations of a patch.
 *
 * An operation is about one record before: it creates it, deletes it, or gives
 * one field of it another value. Keys and values are canonical JSON text, as a
 * document has them, kept once each in the string table of the patch: in one
 * patch equal texts are equal codes, and between patches texts are compared.
 *
 * All operations speak of the structure before, and none of what another
 * operation has done: they are checked and carried out all at once. So their
 * order says nothing but in which order a person would do them, and it follows
 * from what they say: a patch is a set. */

#pragma once

#include "base/cadre-string-table-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-diff-error.h>
#include <cadre/cadre-patch.h>

G_BEGIN_DECLS

#define CADRE_PATCH_HEAD                                                          \
  CADRE_N_RECORD_KINDS        /* in the place of a kind: the head of the document \
                               */
#define CADRE_PATCH_WHOLE 127 /* in the place of a field: the whole record */

typedef struct
{
  guint8 action;  /* CadrePatchAction */
  guint8 kind;    /* CadreRecordKind, or CADRE_PATCH_HEAD */
  guint8 field;   /* of the record or the head, CADRE_CELL_UNKNOWN_MEMBERS or CADRE_PATCH_WHOLE */
  guint8 shared;  /* whether other records have the key, where the record is created or deleted */
  guint32 key;    /* of the record before; of a created one after; 0 for the head, and where a
                   * record that should have an id has none */
  guint32 before; /* the value, or the record as an object; 0 where nothing is said */
  guint32 after;
  guint32 number; /* by which its rows are found; its place, unless the patch is turned round */
} CadrePatchOp;

typedef struct _CadrePatchValues CadrePatchValues;
typedef struct _CadrePatchIdentity CadrePatchIdentity;

struct _CadrePatch
{
  GObject parent_instance;

  CadreStringTable *strings; /* sealed */
  CadrePatchOp *ops;
  guint32 n_ops;
  guint32 language;           /* of texts that do not name theirs */
  CadrePatchIdentity *before; /* (nullable) */
  CadrePatchIdentity *after;  /* (nullable) */
  CadrePatchValues *values;   /* (nullable): read and written by __atomic */
};

/* A patch in the making. */
typedef struct
{
  CadreStringTable *strings;
  GArray *ops; /* (element-type CadrePatchOp) */
  guint32 language;
} CadrePatchMaker;

void cadre_patch_maker_init (CadrePatchMaker *self);
void cadre_patch_maker_clear (CadrePatchMaker *self);
void cadre_patch_maker_add (CadrePatchMaker *self, const CadrePatchOp *op);
/* The code of a text; 0 for NULL. */
gboolean cadre_patch_maker_intern (CadrePatchMaker *self,
                                   const char *text,
                                   gsize length,
                                   guint32 *code,
                                   GError **error);
/* The code of a text of another patch. */
gboolean cadre_patch_maker_copy (CadrePatchMaker *self,
                                 const CadreStringTable *strings,
                                 guint32 code,
                                 guint32 *copy,
                                 GError **error);
/* Leaves out records that are deleted and created alike, and brings the operations
 * into order; what was made is in the patch then. */
CadrePatch *cadre_patch_maker_finish (CadrePatchMaker *self, GError **error);

/* A patch of operations that are in order and use these strings. Takes @ops, and
 * @values, which go by the numbers that operations have; without them they are given
 * new ones. */
CadrePatch *cadre_patch_new_take (CadreStringTable *strings,
                                  CadrePatchOp *ops,
                                  guint32 n_ops,
                                  guint32 language,
                                  CadrePatchValues *values);

static inline const char *
cadre_patch_text (const CadrePatch *self, guint32 code)
{
  return cadre_string_table_get (self->strings, code);
}

/* The record that an operation is about, as an object; only of whole records. */
static inline guint32
cadre_patch_op_record (const CadrePatchOp *op)
{
  return op->action == CADRE_PATCH_ACTION_CREATE ? op->after : op->before;
}

gboolean cadre_patch_set_memory_error (GError **error);

/* cadre-patch-order.c */
CadrePatchAction cadre_patch_action_of_field (guint kind, guint field);
const char *cadre_patch_kind_name (guint kind);
const char *cadre_patch_field_name (guint kind, guint field);
gboolean cadre_patch_sort (const CadreStringTable *strings, CadrePatchOp *ops, guint32 n_ops);
/* Sorts what neither creates nor deletes; quick where it is in order already. */
void cadre_patch_sort_changes (const CadreStringTable *strings, CadrePatchOp *ops, guint32 n_ops);
void cadre_patch_find_changes (const CadrePatchOp *ops, guint32 n_ops, guint32 *first, guint32 *n);

/* cadre-patch-member.c: the members of a canonical object, one after another. */
typedef struct
{
  const char *name; /* without its quotes */
  gsize name_length;
  const char *value;
  gsize length;
} CadrePatchMember;

/* Goes to the next member; *place is NULL before the first. FALSE at the end. */
gboolean cadre_patch_next_member (const char *object, const char **place, CadrePatchMember *member);
gboolean cadre_patch_find_member (const char *object, const char *name, CadrePatchMember *member);

/* A record as the texts of its fields. */
typedef struct
{
  guint8 kind;
  CadrePatchMember fields[CADRE_MAX_FIELDS]; /* value is NULL where it is silent */
} CadrePatchRecord;

/* Texts stay where they are. */
void cadre_patch_record_parse (CadrePatchRecord *self, CadreRecordKind kind, const char *object);
void cadre_patch_record_set (CadrePatchRecord *self, guint field, const char *value, gsize length);
/* The record, or some of its fields, as an object. */
void cadre_patch_record_print (const CadrePatchRecord *self, guint64 mask, GString *text);
/* Its key; FALSE where it has none. */
gboolean cadre_patch_record_print_key (const CadrePatchRecord *self, GString *text);

/* The fields that make the key of a record without an id. */
guint64 cadre_patch_key_mask (CadreRecordKind kind);
gboolean cadre_patch_is_key_field (guint kind, guint field);
/* The record that a key gives, as far as it does. */
void cadre_patch_record_parse_key (CadrePatchRecord *self, CadreRecordKind kind, const char *key);

/* cadre-patch-keys.c: the keys that records have after. */
typedef struct
{
  CadreStringTable *strings; /* not sealed, where keys change */
  GHashTable *keys;
} CadrePatchKeys;

gboolean cadre_patch_changes_keys (const CadrePatchOp *ops, guint32 n_ops);
gboolean cadre_patch_keys_init (CadrePatchKeys *self,
                                CadreStringTable *strings,
                                const CadrePatchOp *ops,
                                guint32 n_ops,
                                GError **error);
void cadre_patch_keys_clear (CadrePatchKeys *self);
guint32 cadre_patch_keys_get (const CadrePatchKeys *self, guint kind, guint32 key);

/* cadre-patch-language.c: the operations of a patch with the strings of a new one, and
 * texts in the language of that. */
CadrePatchOp *cadre_patch_copy_ops (const CadrePatch *self, CadrePatchMaker *maker, GError **error);

/* cadre-patch-write.c */
const char *cadre_patch_action_name (CadrePatchAction action);

/* cadre-patch-identity.c: what tells a structure apart. It takes a whole document to
 * work out, so that this is put off until somebody asks; whoever asks first does it
 * for all threads and all patches that share it. */
CadrePatchIdentity *cadre_patch_identity_new (CadreStructure *structure);
/* NULL for NULL. */
CadrePatchIdentity *cadre_patch_identity_new_take (char *text);
CadrePatchIdentity *cadre_patch_identity_ref (CadrePatchIdentity *self);
void cadre_patch_identity_unref (CadrePatchIdentity *self);
/* NULL for NULL, and with @error set for want of memory. */
const char *cadre_patch_identity_get (CadrePatchIdentity *self, GError **error);
char *cadre_patch_identify (CadreStructure *structure, GError **error);

G_END_DECLS
