/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-case.h>

G_BEGIN_DECLS

struct _CadreCase
{
  GObject parent_instance;

  char *id;       /* (nullable) */
  char *title;    /* (nullable) */
  char *language; /* of the texts */
  char *source;   /* (nullable) */
  char **notes;   /* (nullable) */
  char *unknown;  /* (nullable): members that are not known, a canonical object */

  CadreStructure *before;   /* (nullable) */
  CadreStructure *after;    /* (nullable) */
  CadreDate *before_date;   /* (nullable) */
  CadreDate *after_date;    /* (nullable) */
  CadreDate *decision_date; /* (nullable) */
  GListStore *pairs;        /* (element-type CadrePair) */
  GListStore *policies;     /* (element-type CadrePolicy) */
  GListStore *declarations; /* (element-type CadreDeclaration) */
  CadreLog *log;
  char **scope;           /* (nullable): NULL for all posts */
  char *scope_unknown;    /* (nullable): of the scope, a canonical object */
  CadreDate *cut_offs[5]; /* (nullable): by CadreStage */
  char *cut_offs_unknown; /* (nullable): of the cut-offs, a canonical object */
};

G_END_DECLS
