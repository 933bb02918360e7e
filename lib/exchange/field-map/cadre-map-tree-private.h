/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A small document as a tree, so that what a map says can be asked for in any
 * order, and is written back with all that is not understood. */

#pragma once

#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_NO_NODE G_MAXUINT32

typedef struct
{
  CadreToken kind; /* BEGIN_OBJECT, BEGIN_ARRAY, STRING, NUMBER, TRUE, FALSE or NULL */
  gsize name;      /* in the texts; of members only */
  gsize text;      /* in the texts; of strings and numbers only */
  guint32 parent;
  guint32 first; /* of the children */
  guint32 last;
  guint32 next;   /* of the siblings */
  guint32 number; /* which child it is */
} CadreMapNode;

typedef struct
{
  GArray *nodes; /* (element-type CadreMapNode): the first is the whole document */
  GString *texts;
} CadreMapTree;

CadreMapTree *cadre_map_tree_read (CadreReader *reader,
                                   const char *kind,
                                   guint max_version,
                                   GCancellable *cancellable,
                                   GError **error);
void cadre_map_tree_free (CadreMapTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreMapTree, cadre_map_tree_free)
void cadre_map_tree_write (const CadreMapTree *self,
                           CadreWriter *writer,
                           const char *kind,
                           guint version);

static inline const CadreMapNode *
cadre_map_tree_get (const CadreMapTree *self, guint32 node)
{
  return &g_array_index (self->nodes, CadreMapNode, node);
}

static inline const char *
cadre_map_tree_name (const CadreMapTree *self, guint32 node)
{
  return self->texts->str + cadre_map_tree_get (self, node)->name;
}

static inline const char *
cadre_map_tree_text (const CadreMapTree *self, guint32 node)
{
  return self->texts->str + cadre_map_tree_get (self, node)->text;
}

/* The member of that name, or CADRE_NO_NODE where it is absent or null. */
guint32 cadre_map_tree_find (const CadreMapTree *self, guint32 object, const char *name);
guint cadre_map_tree_count (const CadreMapTree *self, guint32 node);
/* Sets an error about a node; gives FALSE. */
gboolean cadre_map_tree_fail (const CadreMapTree *self,
                              guint32 node,
                              GError **error,
                              const char *format,
                              ...) G_GNUC_PRINTF (4, 5);
/* Each refuses another kind of value, and leaves what stands for nothing where
 * the member is absent. */
gboolean cadre_map_tree_get_string (const CadreMapTree *self,
                                    guint32 object,
                                    const char *name,
                                    char **text,
                                    GError **error);
gboolean cadre_map_tree_get_strings (const CadreMapTree *self,
                                     guint32 object,
                                     const char *name,
                                     char ***texts,
                                     GError **error);
gboolean cadre_map_tree_get_flag (const CadreMapTree *self,
                                  guint32 object,
                                  const char *name,
                                  gboolean *flag,
                                  GError **error);
gboolean cadre_map_tree_get_count (const CadreMapTree *self,
                                   guint32 object,
                                   const char *name,
                                   guint *count,
                                   GError **error);
/* The member, which must be an array or an object. */
gboolean cadre_map_tree_get_children (const CadreMapTree *self,
                                      guint32 object,
                                      const char *name,
                                      CadreToken kind,
                                      guint32 *node,
                                      GError **error);

G_END_DECLS
