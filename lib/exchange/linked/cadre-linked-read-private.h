/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "exchange/linked/cadre-linked-nodes-private.h"

G_BEGIN_DECLS

/* Nodes on their way into records. */
typedef struct
{
  CadreLinkedNodes nodes;
  CadreGather *gather;
  GArray *holders;       /* (element-type gint64): what org:heldBy says */
  GHashTable *known;     /* pairs of a post and a person that a membership says */
  GHashTable *languages; /* of the node that is being read: its fields by language */
  guint64 lists_read;    /* likewise: its fields that are lists and have been read */
} CadreLinkedReader;

/* An issue of a node, or of a property of it where @triple is not NULL. */
void cadre_linked_reader_report (CadreLinkedReader *self,
                                 const CadreLinkedNode *node,
                                 const CadreTriple *triple,
                                 const char *code,
                                 const char *message);
void cadre_linked_reader_report_place (CadreLinkedReader *self,
                                       const CadreLinkedNode *node,
                                       const CadreTriple *triple);
void cadre_linked_reader_report_form (CadreLinkedReader *self,
                                      const CadreLinkedNode *node,
                                      const CadreTriple *triple);
void cadre_linked_reader_report_more (CadreLinkedReader *self,
                                      const CadreLinkedNode *node,
                                      const CadreTriple *triple);

/* Puts a reference into a field that has room for one. */
void cadre_linked_reader_set_one (CadreLinkedReader *self,
                                  const CadreLinkedNode *node,
                                  const CadreTriple *triple,
                                  guint field,
                                  guint32 code);

/* A property that the table of properties has for the kind of the node; FALSE
 * where it has none. */
gboolean cadre_linked_reader_read_field (CadreLinkedReader *self,
                                         const CadreLinkedNode *node,
                                         const CadreTriple *triple);

void cadre_linked_reader_read_head (CadreLinkedReader *self, const CadreLinkedNode *node);

G_END_DECLS
