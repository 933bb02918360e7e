/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-log.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

/* What an event can say, in the order in which it is written. */
typedef enum
{
  CADRE_LOG_MEMBER_EVENT,
  CADRE_LOG_MEMBER_DATE,
  CADRE_LOG_MEMBER_BY,
  CADRE_LOG_MEMBER_BEFORE,
  CADRE_LOG_MEMBER_AFTER,
  CADRE_LOG_MEMBER_HEAD,
  CADRE_LOG_MEMBER_VERDICT,
  CADRE_LOG_MEMBER_PERCENT,
  CADRE_LOG_MEMBER_EVIDENCE,
  CADRE_LOG_MEMBER_STAGE,
  CADRE_LOG_MEMBER_POST,
  CADRE_LOG_MEMBER_POSTS,
  CADRE_LOG_MEMBER_POSITION,
  CADRE_LOG_MEMBER_ASSIGNMENT,
  CADRE_LOG_MEMBER_PERSON,
  CADRE_LOG_MEMBER_FOR,
  CADRE_LOG_MEMBER_ABOUT,
  CADRE_LOG_MEMBER_GRADE,
  CADRE_LOG_MEMBER_STATUS,
  CADRE_LOG_MEMBER_RESULT,
  CADRE_LOG_MEMBER_OUTCOME,
  CADRE_LOG_MEMBER_WHERE,
  CADRE_LOG_MEMBER_WORDS,
  CADRE_LOG_MEMBER_BASIS,
  CADRE_LOG_MEMBER_CONTRACT,
  CADRE_LOG_MEMBER_FTE,
  CADRE_LOG_MEMBER_FROM,
  CADRE_LOG_MEMBER_TO,
  CADRE_LOG_MEMBER_DAY,
  CADRE_LOG_MEMBER_CONDITIONAL_UNTIL,
  CADRE_LOG_MEMBER_FREED_FOR,
  CADRE_LOG_MEMBER_SIDE,
  CADRE_LOG_MEMBER_WHAT,
  CADRE_LOG_MEMBER_SCORE,
  CADRE_LOG_MEMBER_PANEL,
  CADRE_LOG_MEMBER_CRITERIA,
  CADRE_LOG_MEMBER_SUCCEEDED,
  CADRE_LOG_MEMBER_TOKEN,
  CADRE_LOG_MEMBER_RIGHT,
  CADRE_LOG_MEMBER_VERIFIED_BY,
  CADRE_LOG_MEMBER_AGAINST,
  CADRE_LOG_MEMBER_UPHELD,
  CADRE_LOG_MEMBER_SETTLES,
  CADRE_LOG_MEMBER_POLICY,
  CADRE_LOG_MEMBER_PARAMETER,
  CADRE_LOG_MEMBER_VALUE,
  CADRE_LOG_MEMBER_CLAUSE,
  CADRE_LOG_MEMBER_PARTIES,
  CADRE_LOG_MEMBER_SIGNED,
  CADRE_LOG_MEMBER_IN,
  CADRE_LOG_MEMBER_OUT,
  CADRE_LOG_MEMBER_HOW,
  CADRE_LOG_MEMBER_ROUTE,
  CADRE_LOG_MEMBER_ADVISED_BY,
  CADRE_LOG_MEMBER_REASON,
  CADRE_LOG_MEMBER_NOTE,
  CADRE_LOG_MEMBER_SOURCE,
  CADRE_N_LOG_MEMBERS,
} CadreLogMember;

typedef enum
{
  CADRE_LOG_FORM_TEXT,
  CADRE_LOG_FORM_ID,
  CADRE_LOG_FORM_FRACTION,
  CADRE_LOG_FORM_DECIMAL,
  CADRE_LOG_FORM_VALUE, /* any JSON, as canonical text */
  CADRE_LOG_FORM_DATE,
  CADRE_LOG_FORM_LIST,
  CADRE_LOG_FORM_NUMBER,
  CADRE_LOG_FORM_WORD,
  CADRE_LOG_FORM_TRUTH,
} CadreLogForm;

typedef struct
{
  const char *name; /* in documents; two members have the name “result” */
  CadreLogForm form;
  gsize offset; /* in CadreLogEntry */
  GType (*words) (void);
  int least;
  int most;
  CadreRecordKind
    record; /* what an id is of; none is of an organisation, which stands for the others */
} CadreLogMemberSpec;

extern const CadreLogMemberSpec cadre_log_members[CADRE_N_LOG_MEMBERS];

/* What the events of one kind say: sets of members, by their bits. */
typedef struct
{
  const char *event; /* the name of the kind */
  const char *noun;
  guint64 members;
  guint64 required;
  guint64 any_of;
  guint64 one_of;
  gboolean is_closed; /* other members are refused, and not kept */
} CadreLogKindSpec;

#define CADRE_N_LOG_KINDS (CADRE_LOG_KIND_BUMP_CONSENTED + 1)

extern const CadreLogKindSpec cadre_log_kinds[CADRE_N_LOG_KINDS];

/* What is not said is NULL, -1, 0 for a word, or CADRE_TRUTH_UNKNOWN. */
struct _CadreLogEntry
{
  GObject parent_instance;

  CadreLogKind kind;
  gboolean is_sealed; /* it is in a log, and no longer changes */
  char *unknown;      /* (nullable): members that are not known, a canonical object */

  char *event;
  CadreDate *date;
  char *by;
  char *before;
  char *after;
  CadreJudgedHead head;
  CadreVerdict verdict;
  int percent;
  char *evidence;
  CadreStage stage;
  char *post;
  char **posts;
  int position;
  char *assignment;
  char *person;
  char *for_assignment;
  int about;
  char *grade;
  CadreGradeStatus grade_status;
  CadreResult result;
  CadreOutcomeKind outcome;
  char *where;
  char *words;
  CadreBasis basis;
  CadreContract contract;
  char *fte;
  CadreDate *first_day;
  CadreDate *last_day;
  CadreDate *day;
  CadreDate *conditional_until;
  char *freed_for;
  CadreLogSide side;
  CadreVolunteering volunteering;
  char *score;
  char *panel;
  CadreTruth succeeded;
  char *token;
  CadreTokenRight right;
  char *verified_by;
  char *against;
  CadreTruth upheld;
  int settles;
  char *policy;
  char *parameter;
  char *value;
  char *clause;
  char **criteria;
  char **parties;
  CadreDate *signed_on;
  char **posts_in;
  char **posts_out;
  char *how;
  CadreRoute route;
  char *advised_by;
  char *reason;
  char *note;
  char *source;
};

/* cadre-log-kinds.c */
CadreLogKind cadre_log_kind_find (const char *event);
gboolean cadre_log_entry_has (CadreLogEntry *self, guint member);
/* The rule that the event breaks; NULL where it breaks none. */
char *cadre_log_entry_dup_fault (CadreLogEntry *self);
void cadre_log_entry_clear (CadreLogEntry *self);
void cadre_log_entry_copy_member (CadreLogEntry *self, CadreLogEntry *other, guint member);

/* Where the value of a member stands. */
#define cadre_log_entry_at(self, member, type) \
  ((type *) G_STRUCT_MEMBER_P (self, cadre_log_members[member].offset))

/* What setters do; nothing where the event is in a log. */
void cadre_log_entry_take_text (CadreLogEntry *self, CadreLogMember member, const char *text);
void cadre_log_entry_take_date (CadreLogEntry *self, CadreLogMember member, const CadreDate *date);
void cadre_log_entry_take_fraction (CadreLogEntry *self,
                                    CadreLogMember member,
                                    const CadreFraction *fraction);
void
cadre_log_entry_take_list (CadreLogEntry *self, CadreLogMember member, const char *const *list);
void cadre_log_entry_take_number (CadreLogEntry *self, CadreLogMember member, int number);

/* Reads one event, from inside its object to its end, and its hash, which the log
 * keeps; NULL where it has none. */
CadreLogEntry *
cadre_log_entry_read (CadreReader *reader, char **hash, GCancellable *cancellable, GError **error);
void cadre_log_entry_write (CadreLogEntry *self, const char *hash, CadreWriter *writer);

/* What heads every log. */
#define CADRE_LOG_VERSION 1
#define CADRE_LOG_HEAD "{\"cadre\": \"log\", \"version\": 1}"

struct _CadreLog
{
  GObject parent_instance;

  GPtrArray *entries; /* (element-type CadreLogEntry) */
  GPtrArray *hashes;  /* (element-type utf8): of each entry; NULL where it has none */
  gboolean is_chained;
  gboolean is_torn;
  guint n_as_written; /* entries before a line that is not as it is written; G_MAXUINT: all are */
  CadreIssueList *issues;
};

/* cadre-log-chain.c */
char *cadre_log_entry_dup_line (CadreLogEntry *entry, const char *hash, GError **error);
char *cadre_log_dup_next_hash (CadreLog *self, CadreLogEntry *entry);

/* Adds an entry with the hash that it has. */
void cadre_log_take (CadreLog *self, CadreLogEntry *entry, const char *hash);

/* A log of its own, with the same entries. */
CadreLog *cadre_log_copy (CadreLog *self);

/* Reads the events of an array, which begins next. */
gboolean cadre_log_read_array (CadreLog *self,
                               CadreReader *reader,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
