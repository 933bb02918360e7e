/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-log.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

struct _CadreLogEntry
{
  GObject parent_instance;

  CadreLogKind kind;
  char *event;
  CadreDate *date; /* (nullable) */
  char *by;        /* (nullable) */
  char *note;      /* (nullable) */
  char *source;    /* (nullable) */
  char *unknown;   /* (nullable): members that are not known, a canonical object */

  char *before;   /* (nullable) */
  char *after;    /* (nullable) */
  char *evidence; /* (nullable) */
  CadreJudgedHead head;
  CadreVerdict verdict;
  int percent; /* -1 where there is none */

  char *post;       /* (nullable) */
  char *grade;      /* (nullable) */
  char *assignment; /* (nullable) */
  CadreGradeStatus grade_status;
  CadreStage stage;
  int position; /* -1 where there is none */
  CadreResult result;
  char *where; /* (nullable) */
  char *words; /* (nullable) */
};

/* Reads one event, from inside its object to its end. */
CadreLogEntry *
cadre_log_entry_read (CadreReader *reader, GCancellable *cancellable, GError **error);
void cadre_log_entry_write (CadreLogEntry *self, CadreWriter *writer);

/* A log of its own, with the same entries. */
CadreLog *cadre_log_copy (CadreLog *self);

/* Reads the events of an array, which begins next. */
gboolean cadre_log_read_array (CadreLog *self,
                               CadreReader *reader,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
