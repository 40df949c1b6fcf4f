/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

typedef struct _NazarCapture NazarCapture;

/**
 * NazarCapturedRow:
 * @type: the kind of record
 * @n: its number in this file
 * @before: (nullable): the record as it was before the transaction; %NULL where
 *   there was none
 */
typedef struct
{
  GType type;
  gint64 n;
  NazarRecord *before;
} NazarCapturedRow;

NazarCapture *nazar_capture_begin    (NazarConnection *connection);
GPtrArray    *nazar_capture_get_rows (NazarCapture    *self);
void          nazar_capture_end      (NazarCapture    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarCapture, nazar_capture_end)

G_END_DECLS
