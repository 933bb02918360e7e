/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-organogram-reader.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 date; /* packed; 0 for none */
  GFile *files[2];
  GBytes *bytes[2]; /* senior and junior */
} CadreOrganogramSnapshot;

struct _CadreOrganogramReader
{
  GObject parent_instance;

  CadreLimits *limits; /* (nullable) */
  CadreOrganogramRepair repairs;
  gboolean names_are_identities;
  gboolean formula_guard;
  char *organisation; /* (nullable) */
  char *employer;     /* (nullable) */
  GArray *snapshots;  /* (element-type CadreOrganogramSnapshot) */
};

G_END_DECLS
