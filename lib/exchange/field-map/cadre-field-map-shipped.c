/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The maps that the library carries: documents in lib/exchange/data, which a
 * document of one's own replaces. */

#include "config.h"

#include "exchange/data/cadre-data-private.h"
#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

#define FOLDER "/org/cadre/field-maps/"

/* In byte order. */
static const char *const shipped[] = {
  "dynamics-position-hierarchy", "esr-assignments", "itrent-assignments", "sap-om", NULL,
};

/**
 * cadre_field_map_list_shipped:
 *
 * Lists the maps that the library carries. They describe the common form of an
 * extract; what a site has added needs a map of its own, for which one of these
 * is a beginning.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 1.0
 */
char **
cadre_field_map_list_shipped (void)
{
  return g_strdupv ((char **) shipped);
}

/**
 * cadre_field_map_new_shipped:
 * @name: one of cadre_field_map_list_shipped()
 * @error: return location for a #GError, or %NULL
 *
 * Gets a map that the library carries. Where there is none of that name the
 * error is %CADRE_EXCHANGE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_field_map_new_shipped (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_strv_contains (shipped, name))
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                           "There is no shipped field map of that name");
      return NULL;
    }

  path = g_strconcat (FOLDER, name, ".json", NULL);
  bytes =
    g_resource_lookup_data (cadre_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? cadre_field_map_load_bytes (bytes, NULL, NULL, error) : NULL;
}
