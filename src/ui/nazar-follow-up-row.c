/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-follow-up-row.h"

#include "nazar-date.h"
#include "nazar-display.h"
#include "nazar-field-rows.h"
#include "nazar-follow-up.h"
#include "nazar-identity.h"
#include "nazar-language.h"
#include "nazar-query.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* An earlier recommendation that is still open, and the question what is there now: the
 * answer is an assessment on the independent track that rests on this visit. It becomes
 * a record with the first thing entered. */
struct _NazarFollowUpRow
{
  AdwExpanderRow parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  NazarRecord *recommendation;
  NazarRecord *assessment;
  GPtrArray *rows;
  GtkWidget *badge;
};

G_DEFINE_FINAL_TYPE (NazarFollowUpRow, nazar_follow_up_row, ADW_TYPE_EXPANDER_ROW)

static const char *const row_fields[] = { "status", "date", "progress", "evidence", NULL };

/* The latest assessment of this recommendation that rests on this visit, or NULL. */
static NazarRecord *
find_assessment (NazarFollowUpRow *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autofree char *id = NULL;

  id = nazar_follow_up_find (nazar_store_lock_reader (store), nazar_record_get_id (self->recommendation),
                             nazar_record_get_id (self->visit), NULL);
  nazar_store_unlock_reader (store);

  return nazar_live_get (self->live, NAZAR_TYPE_ASSESSMENT, id);
}

static NazarRecord *
make_assessment (NazarFollowUpRow *self)
{
  NazarRecord *assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autofree char *today = nazar_today ();
  g_autofree char *author = nazar_identity_get_author ();
  const char *end = nazar_record_get (self->visit, "end"), *begin = nazar_record_get (self->visit, "begin");

  nazar_record_set (assessment, "recommendation", nazar_record_get_id (self->recommendation));
  nazar_record_set (assessment, "visit", nazar_record_get_id (self->visit));
  nazar_record_set (assessment, "track", "independent");
  nazar_record_set (assessment, "date", end != NULL ? end : begin != NULL ? begin : today);
  nazar_record_set (assessment, "assessor", author);
  nazar_record_set_author_language (assessment);
  return assessment;
}

static char *
dup_statuses (NazarFollowUpRow *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  NazarConnection *reader = nazar_store_lock_reader (store);
  const char *id = nazar_record_get_id (self->recommendation);
  g_autoptr (GHashTable) computed = NULL;
  g_autofree char *repeated = nazar_follow_up_words (nazar_follow_up_times (reader, id, NULL), nazar_language_current ());
  g_autofree char *statuses = NULL;

  computed = nazar_query_values (reader, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_n (self->recommendation), NULL);
  nazar_store_unlock_reader (store);
  if (computed == NULL)
    return g_strdup ("");

  /* Translators: the status that the State gives, then the one that monitors found. */
  statuses = g_strdup_printf (_("The State says: %s. Monitors found: %s."),
                              nazar_status_word (g_hash_table_lookup (computed, "state_status")),
                              nazar_status_word (g_hash_table_lookup (computed, "independent_status")));
  return repeated != NULL ? g_strdup_printf ("%s %s.", statuses, repeated) : g_steal_pointer (&statuses);
}

static void
nazar_follow_up_row_dispose (GObject *object)
{
  NazarFollowUpRow *self = NAZAR_FOLLOW_UP_ROW (object);

  if (self->assessment != NULL)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
  g_clear_object (&self->recommendation);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (nazar_follow_up_row_parent_class)->dispose (object);
}

static void
nazar_follow_up_row_class_init (NazarFollowUpRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_follow_up_row_dispose;
}

static void
nazar_follow_up_row_init (NazarFollowUpRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->badge = nazar_status_badge_new ();
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->badge);
}

/**
 * nazar_follow_up_row_new:
 * @live: a register as windows see it
 * @visit: the live visit that looks again
 * @recommendation: the live recommendation
 * @locked: whether it is for reading only
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
nazar_follow_up_row_new (NazarLive   *live,
                         NazarRecord *visit,
                         NazarRecord *recommendation,
                         gboolean     locked)
{
  NazarFollowUpRow *self = g_object_new (NAZAR_TYPE_FOLLOW_UP_ROW, NULL);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  self->recommendation = g_object_ref (recommendation);
  self->assessment = find_assessment (self);
  if (self->assessment == NULL)
    self->assessment = make_assessment (self);
  g_signal_connect_object (self->assessment, "notify", G_CALLBACK (nazar_follow_up_row_update), self, G_CONNECT_SWAPPED);

  for (guint i = 0; row_fields[i] != NULL; i++)
    {
      const NazarField *field = nazar_record_info_find (nazar_record_get_info (self->assessment), row_fields[i], NULL);
      GtkWidget *row = nazar_field_row_new_locked (live, field, locked);

      nazar_field_row_set_record (NAZAR_FIELD_ROW (row), self->assessment);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
  nazar_follow_up_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_follow_up_row_update:
 * @self: a row
 *
 * Shows where the recommendation stands, and what this visit found.
 */
void
nazar_follow_up_row_update (NazarFollowUpRow *self)
{
  g_autofree char *title = nazar_record_dup_title (self->recommendation);
  g_autofree char *subtitle = dup_statuses (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  nazar_status_badge_set_status (NAZAR_STATUS_BADGE (self->badge), nazar_record_get (self->assessment, "status"));
}

/**
 * nazar_follow_up_row_flush:
 * @self: a row
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_follow_up_row_flush (NazarFollowUpRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (self->rows, i));
}
