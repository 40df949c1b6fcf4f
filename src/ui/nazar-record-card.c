/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record-card.h"

#include "nazar-field-rows.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* A record that belongs to the one on the page: a line that says what there is to
 * know, and opens into the rows in which it is edited. */
typedef struct
{
  NazarLive *live;
  NazarRecord *record;
  gboolean locked;
  GPtrArray *rows; /* made when it is opened first */
} NazarRecordCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarRecordCard, nazar_record_card, ADW_TYPE_EXPANDER_ROW)

enum
{
  PROP_LIVE = 1,
  PROP_RECORD,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static NazarRecordCardPrivate *
get_private (NazarRecordCard *self)
{
  return nazar_record_card_get_instance_private (self);
}

static void
on_delete_cb (NazarRecordCard *self)
{
  NazarRecordCardPrivate *priv = get_private (self);
  const char *ids[] = { nazar_record_get_id (priv->record), NULL };

  nazar_record_card_flush (self);
  nazar_live_delete (priv->live, G_OBJECT_TYPE (priv->record), ids);
  nazar_window_toast (GTK_WIDGET (self), _(NAZAR_RECORD_CARD_GET_CLASS (self)->deleted), TRUE);
}

static void
add_buttons (NazarRecordCard *self)
{
  NazarRecordCardClass *klass = NAZAR_RECORD_CARD_GET_CLASS (self);
  GtkWidget *row = nazar_plain_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_(klass->delete_label));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(klass->delete_label));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "nazar-card-buttons");

  if (klass->add_buttons != NULL)
    klass->add_buttons (self, GTK_BOX (box));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "error");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_delete_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
make_rows (NazarRecordCard *self)
{
  NazarRecordCardPrivate *priv = get_private (self);
  const NazarRecordInfo *info = nazar_record_get_info (priv->record);
  const char *const *fields = NAZAR_RECORD_CARD_GET_CLASS (self)->fields;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *row = nazar_field_row_new_locked (priv->live, nazar_record_info_find (info, fields[i], NULL), priv->locked);

      nazar_field_row_set_record (NAZAR_FIELD_ROW (row), priv->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (priv->rows, row);
    }

  if (!priv->locked && !nazar_store_is_read_only (nazar_live_get_store (priv->live)))
    add_buttons (self);
  nazar_record_card_update (self);
}

static void
on_expanded_cb (NazarRecordCard *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && get_private (self)->rows->len == 0)
    make_rows (self);
}

static void
nazar_record_card_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  NazarRecordCardPrivate *priv = get_private (NAZAR_RECORD_CARD (object));

  switch (prop_id)
    {
    case PROP_LIVE:
      priv->live = g_value_dup_object (value);
      break;
    case PROP_RECORD:
      priv->record = g_value_dup_object (value);
      break;
    case PROP_LOCKED:
      priv->locked = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_record_card_finalize (GObject *object)
{
  NazarRecordCardPrivate *priv = get_private (NAZAR_RECORD_CARD (object));

  g_ptr_array_unref (priv->rows);
  g_object_unref (priv->record);
  g_object_unref (priv->live);

  G_OBJECT_CLASS (nazar_record_card_parent_class)->finalize (object);
}

static void
nazar_record_card_class_init (NazarRecordCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = nazar_record_card_set_property;
  object_class->finalize = nazar_record_card_finalize;

  /**
   * NazarRecordCard:live:
   *
   * The register as windows see it.
   */
  properties[PROP_LIVE] = g_param_spec_object ("live", NULL, NULL, NAZAR_TYPE_LIVE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarRecordCard:record:
   *
   * The live record.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, NAZAR_TYPE_RECORD,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarRecordCard:locked:
   *
   * Whether it is for reading only, as in a visit that is approved.
   */
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nazar_record_card_init (NazarRecordCard *self)
{
  get_private (self)->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * nazar_record_card_get_record:
 * @self: a card
 *
 * Returns: (transfer none): the live record
 */
NazarRecord *
nazar_record_card_get_record (NazarRecordCard *self)
{
  return get_private (self)->record;
}

/**
 * nazar_record_card_get_live:
 * @self: a card
 *
 * Returns: (transfer none): the register
 */
NazarLive *
nazar_record_card_get_live (NazarRecordCard *self)
{
  return get_private (self)->live;
}

/**
 * nazar_record_card_get_row:
 * @self: a card
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its row; %NULL while the card was never open
 */
NazarFieldRow *
nazar_record_card_get_row (NazarRecordCard *self,
                           const char      *field)
{
  NazarRecordCardPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      NazarFieldRow *row = g_ptr_array_index (priv->rows, i);

      if (g_str_equal (nazar_field_row_get_field (row)->name, field))
        return row;
    }

  return NULL;
}

/**
 * nazar_record_card_update:
 * @self: a card
 *
 * Shows what the record holds now.
 */
void
nazar_record_card_update (NazarRecordCard *self)
{
  g_return_if_fail (NAZAR_IS_RECORD_CARD (self));

  NAZAR_RECORD_CARD_GET_CLASS (self)->show (self, get_private (self)->record);
}

static void
focus_row (gpointer data)
{
  g_autoptr (GtkWidget) row = data;

  if (gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
}

/**
 * nazar_record_card_open:
 * @self: a card
 *
 * Opens the card and leads the keyboard to the field to begin with.
 */
void
nazar_record_card_open (NazarRecordCard *self)
{
  NazarFieldRow *row;

  g_return_if_fail (NAZAR_IS_RECORD_CARD (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  row = nazar_record_card_get_row (self, NAZAR_RECORD_CARD_GET_CLASS (self)->first_field (get_private (self)->record));
  /* A card that was only just made has its place after the next layout. */
  if (row != NULL)
    g_timeout_add_once (100, focus_row, g_object_ref (row));
}

/**
 * nazar_record_card_flush:
 * @self: a card
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_record_card_flush (NazarRecordCard *self)
{
  NazarRecordCardPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (priv->rows, i));
}

/**
 * nazar_record_card_forget:
 * @self: a card
 *
 * Forgets what was typed and not stored yet: its record is gone.
 */
void
nazar_record_card_forget (NazarRecordCard *self)
{
  NazarRecordCardPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    nazar_field_row_forget (g_ptr_array_index (priv->rows, i));
}
