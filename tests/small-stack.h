/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Runs what documents that mean harm are given to on a stack of 64 KiB, the least
 * that servers give their threads; AddressSanitizer needs more of its own. */

#pragma once

#include "often.h"

#include <cadre/cadre.h>

#include <pthread.h>

#ifdef __SANITIZE_ADDRESS__
#define SMALL_STACK_SIZE (1024 * 1024)
#else
#define SMALL_STACK_SIZE (64 * 1024)
#endif

static inline void
run_on_small_stack (void *(*work) (void *), gpointer data)
{
  pthread_attr_t attributes;
  pthread_t thread;

  pthread_attr_init (&attributes);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, SMALL_STACK_SIZE), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, work, data), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

/* The text of a document of the examples, without the blanks behind it. */
static inline char *
load_example_text (const char *name, gsize *length)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "examples", "data", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  while (*length > 0 && g_ascii_isspace (text[*length - 1]))
    (*length)--;
  text[*length] = '\0';
  return text;
}

/* Gives what it has loaded, or NULL with the error. */
typedef gpointer (*LoadFunc) (GBytes *bytes, GError **error);

typedef struct
{
  LoadFunc load;
  const char *text;
  gsize length;
  gsize n_read;
} Truncation;

static inline void *
read_beginnings (void *data)
{
  Truncation *self = data;

  for (gsize i = 0; i < self->length; i += often (1, 53))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (self->text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (self->load (bytes, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == CADRE_DOCUMENT_ERROR);
      g_assert_true (error->code == CADRE_DOCUMENT_ERROR_SYNTAX ||
                     error->code == CADRE_DOCUMENT_ERROR_KIND);
      self->n_read++;
    }

  return NULL;
}

/* Every beginning of a document, cut at every byte, is a clean error of it. */
static inline void
check_beginnings (LoadFunc load, const char *text, gsize length)
{
  Truncation self = { load, text, length, 0 };
  const gsize step = often (1, 53);

  run_on_small_stack (read_beginnings, &self);
  g_assert_cmpuint (self.n_read, ==, (length + step - 1) / step);
}
