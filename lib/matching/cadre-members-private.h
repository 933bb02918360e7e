/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The members of one small object of a document: a policy, an event, a pair.
 *
 * Values are held as canonical text; what those of known members must be is
 * asked afterwards, in any order. */

#pragma once

#include <cadre/cadre-date.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_MAX_KNOWN_MEMBERS 64

typedef struct _CadreMembers CadreMembers;

/* Reads one value itself; the reader stands in front of it. */
typedef gboolean (*CadreMemberFunc) (CadreReader *reader,
                                     gpointer user_data,
                                     GCancellable *cancellable,
                                     GError **error);

typedef struct
{
  const char *name;
  CadreMemberFunc func; /* (nullable): for what is read where it stands */
} CadreMemberSpec;

struct _CadreMembers
{
  const CadreMemberSpec *specs;              /* ends with a name of NULL */
  char *members[CADRE_MAX_KNOWN_MEMBERS];    /* (nullable): canonical values; NULL where absent */
  gboolean is_read[CADRE_MAX_KNOWN_MEMBERS]; /* by its function */
  GPtrArray *unknown; /* (element-type utf8): name, canonical value, name … */
  char *place;        /* where the object stands, for errors */
};

/* Reads from inside an object to its end. */
gboolean cadre_members_read (CadreMembers *self,
                             CadreReader *reader,
                             const CadreMemberSpec *specs,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
void cadre_members_clear (CadreMembers *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CadreMembers, cadre_members_clear)

gboolean cadre_members_has (const CadreMembers *self, guint member);
/* Each gives what stands for unknown where the member is absent or null. */
gboolean
cadre_members_get_string (const CadreMembers *self, guint member, char **text, GError **error);
gboolean cadre_members_get_id (const CadreMembers *self, guint member, char **text, GError **error);
gboolean
cadre_members_get_date (const CadreMembers *self, guint member, CadreDate **date, GError **error);
gboolean cadre_members_get_integer (const CadreMembers *self,
                                    guint member,
                                    int least,
                                    int most,
                                    int *value,
                                    GError **error);
gboolean cadre_members_get_word (const CadreMembers *self,
                                 guint member,
                                 GType words,
                                 int *value,
                                 GError **error);
gboolean
cadre_members_get_list (const CadreMembers *self, guint member, char ***list, GError **error);
/* The text in the given language, where the member is texts by language. */
gboolean cadre_members_get_text (const CadreMembers *self,
                                 guint member,
                                 const char *language,
                                 char **text,
                                 GError **error);
/* The unknown members as one canonical object, in byte order of their names;
 * NULL where there are none. */
char *cadre_members_dup_unknown (const CadreMembers *self);
/* Keeps them with the object that was made of the known ones. */
void cadre_members_keep_unknown (const CadreMembers *self, GObject *object);

/* Sets an error of CADRE_MATCHING_ERROR_FORM about the object; gives FALSE. */
gboolean cadre_members_fail (const CadreMembers *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* The same about the token that was just read. */
gboolean cadre_reader_fail_form (CadreReader *reader, GError **error, const char *rule);
/* Reads the beginning of an object or an array. */
gboolean cadre_reader_begin (CadreReader *reader,
                             CadreToken wanted,
                             const char *rule,
                             GCancellable *cancellable,
                             GError **error);

/* Writing: nothing where the value is unknown. */
void cadre_write_string (CadreWriter *writer, const char *name, const char *text);
void cadre_write_date (CadreWriter *writer, const char *name, const CadreDate *date);
void cadre_write_list (CadreWriter *writer, const char *name, const char *const *list);
void cadre_write_word (CadreWriter *writer, const char *name, GType words, int value);
/* The members of a canonical object, as cadre_members_dup_unknown() gives it. */
void cadre_write_unknown (CadreWriter *writer, const char *unknown);
/* Those that cadre_members_keep_unknown() has kept. */
void cadre_write_kept (CadreWriter *writer, GObject *object);

G_END_DECLS
