/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-field-rows.h"

#include "nazar-choice-row.h"
#include "nazar-entry-row.h"
#include "nazar-flag-row.h"
#include "nazar-reference-row.h"
#include "nazar-set-row.h"
#include "nazar-structures-row.h"
#include "nazar-text-row.h"

/* The one place that knows which kind of row a kind of field has. */
static GType
row_type (NazarFieldKind kind)
{
  switch (kind)
    {
    case NAZAR_KIND_DATE:
    case NAZAR_KIND_MOMENT:
    case NAZAR_KIND_INTEGER:
    case NAZAR_KIND_DECIMAL:
      return NAZAR_TYPE_ENTRY_ROW;
    case NAZAR_KIND_FLAG:
      return NAZAR_TYPE_FLAG_ROW;
    case NAZAR_KIND_CHOICE:
      return NAZAR_TYPE_CHOICE_ROW;
    case NAZAR_KIND_REFERENCE:
      return NAZAR_TYPE_REFERENCE_ROW;
    case NAZAR_KIND_TEXTS:
    case NAZAR_KIND_CHOICES:
    case NAZAR_KIND_REFERENCES:
      return NAZAR_TYPE_SET_ROW;
    case NAZAR_KIND_STRUCTURES:
      return NAZAR_TYPE_STRUCTURES_ROW;
    case NAZAR_KIND_TEXT:
    case NAZAR_KIND_LONG_TEXT:
    default:
      return NAZAR_TYPE_TEXT_ROW;
    }
}

/**
 * nazar_field_row_new:
 * @live: a register as windows see it
 * @field: a field of a kind of record
 *
 * Returns: (transfer full): a row for that field, without a record yet
 */
GtkWidget *
nazar_field_row_new (NazarLive        *live,
                     const NazarField *field)
{
  return nazar_field_row_new_locked (live, field, FALSE);
}

/**
 * nazar_field_row_new_locked:
 * @live: a register as windows see it
 * @field: a field of a kind of record
 * @locked: whether the row is for reading only
 *
 * Returns: (transfer full): a row for that field, without a record yet
 */
GtkWidget *
nazar_field_row_new_locked (NazarLive        *live,
                            const NazarField *field,
                            gboolean          locked)
{
  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (row_type (field->kind), "live", live, "field", field, "locked", locked, NULL);
}
