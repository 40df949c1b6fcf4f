/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-row.h"

#include "nazar-query.h"

/* A line of a list: a number until somebody looks at it, then the live record
 * and its computed fields. */
struct _NazarRow
{
  GObject parent_instance;

  NazarLive *live;
  GType type;
  gint64 n;
  NazarRecord *record;
  GHashTable *computed;
};

G_DEFINE_FINAL_TYPE (NazarRow, nazar_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
nazar_row_finalize (GObject *object)
{
  NazarRow *self = NAZAR_ROW (object);

  g_clear_object (&self->live);
  g_clear_object (&self->record);
  g_clear_pointer (&self->computed, g_hash_table_unref);

  G_OBJECT_CLASS (nazar_row_parent_class)->finalize (object);
}

static void
nazar_row_class_init (NazarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_row_finalize;

  /**
   * NazarRow::changed:
   *
   * What the line shows has changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_row_init (NazarRow *self)
{
}

/**
 * nazar_row_new:
 * @live: a register as windows see it
 * @type: a kind of record
 * @n: a record's number
 *
 * Returns: (transfer full): an empty line for that record
 */
NazarRow *
nazar_row_new (NazarLive *live,
               GType      type,
               gint64     n)
{
  NazarRow *self = g_object_new (NAZAR_TYPE_ROW, NULL);

  self->live = g_object_ref (live);
  self->type = type;
  self->n = n;
  return self;
}

/**
 * nazar_row_get_n:
 * @self: a line
 *
 * Returns: the record's number
 */
gint64
nazar_row_get_n (NazarRow *self)
{
  return self->n;
}

/**
 * nazar_row_get_record:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the live record; %NULL where it was deleted
 */
NazarRecord *
nazar_row_get_record (NazarRow *self)
{
  g_return_val_if_fail (NAZAR_IS_ROW (self), NULL);

  if (self->record == NULL)
    self->record = nazar_live_get_n (self->live, self->type, self->n);

  return self->record;
}

/**
 * nazar_row_peek_record:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the live record where somebody has looked at
 *   the line before; nothing is loaded
 */
NazarRecord *
nazar_row_peek_record (NazarRow *self)
{
  g_return_val_if_fail (NAZAR_IS_ROW (self), NULL);

  return self->record;
}

/**
 * nazar_row_get_value:
 * @self: a line
 * @field: name of a field, stored or computed
 *
 * Returns: (transfer none) (nullable): its canonical text
 */
const char *
nazar_row_get_value (NazarRow   *self,
                     const char *field)
{
  const NazarRecordInfo *info = nazar_record_info (self->type);
  NazarRecord *record;
  guint index;

  if (nazar_record_info_find (info, field, &index) != NULL)
    {
      record = nazar_row_get_record (self);
      return record != NULL ? nazar_record_get_at (record, index) : NULL;
    }

  if (self->computed == NULL)
    {
      NazarStore *store = nazar_live_get_store (self->live);

      self->computed = nazar_query_values (nazar_store_lock_reader (store), self->type, self->n, NULL);
      nazar_store_unlock_reader (store);
    }

  return self->computed != NULL ? g_hash_table_lookup (self->computed, field) : NULL;
}

/**
 * nazar_row_invalidate:
 * @self: a line
 *
 * Says that what the line shows has changed.
 */
void
nazar_row_invalidate (NazarRow *self)
{
  g_clear_pointer (&self->computed, g_hash_table_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
