/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-part-card.h"

#include "nazar-field-rows.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* One of the small structures that a record holds: a line that says what there is to
 * know, and opens into the rows in which it is edited. */
typedef struct
{
  NazarLive *live;
  NazarPartList *list;
  NazarPart *part;
  gboolean locked;
  GPtrArray *rows; /* made when it is opened first */
} NazarPartCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarPartCard, nazar_part_card, ADW_TYPE_EXPANDER_ROW)

enum
{
  PROP_LIVE = 1,
  PROP_LIST,
  PROP_PART,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static NazarPartCardPrivate *
get_private (NazarPartCard *self)
{
  return nazar_part_card_get_instance_private (self);
}

static void
add_buttons (NazarPartCard *self)
{
  NazarPartCardClass *klass = NAZAR_PART_CARD_GET_CLASS (self);
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
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (nazar_part_card_remove), self);
  gtk_box_append (GTK_BOX (box), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
make_rows (NazarPartCard *self)
{
  NazarPartCardPrivate *priv = get_private (self);
  NazarPartCardClass *klass = NAZAR_PART_CARD_GET_CLASS (self);
  const NazarRecordInfo *info = nazar_record_get_info (NAZAR_RECORD (priv->part));

  for (guint i = 0; klass->fields[i] != NULL; i++)
    {
      const NazarField *field = nazar_record_info_find (info, klass->fields[i], NULL);
      GtkWidget *row = klass->make_row != NULL ? klass->make_row (self, field) : NULL;

      if (row == NULL)
        row = nazar_field_row_new_locked (priv->live, field, priv->locked);
      nazar_field_row_set_record (NAZAR_FIELD_ROW (row), NAZAR_RECORD (priv->part));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (priv->rows, row);
    }

  if (nazar_part_card_is_editable (self))
    add_buttons (self);
  if (klass->prepare != NULL)
    klass->prepare (self);
  nazar_part_card_update (self);
}

static void
on_expanded_cb (NazarPartCard *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && get_private (self)->rows->len == 0)
    make_rows (self);
}

static void
nazar_part_card_constructed (GObject *object)
{
  NazarPartCard *self = NAZAR_PART_CARD (object);

  G_OBJECT_CLASS (nazar_part_card_parent_class)->constructed (object);

  g_signal_connect_object (get_private (self)->part, "notify", G_CALLBACK (nazar_part_card_update), self, G_CONNECT_SWAPPED);
  nazar_part_card_update (self);
}

static void
nazar_part_card_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NazarPartCardPrivate *priv = get_private (NAZAR_PART_CARD (object));

  switch (prop_id)
    {
    case PROP_LIVE:
      priv->live = g_value_dup_object (value);
      break;
    case PROP_LIST:
      priv->list = g_value_dup_object (value);
      break;
    case PROP_PART:
      priv->part = g_value_dup_object (value);
      break;
    case PROP_LOCKED:
      priv->locked = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_part_card_finalize (GObject *object)
{
  NazarPartCardPrivate *priv = get_private (NAZAR_PART_CARD (object));

  g_ptr_array_unref (priv->rows);
  g_object_unref (priv->part);
  g_object_unref (priv->list);
  g_object_unref (priv->live);

  G_OBJECT_CLASS (nazar_part_card_parent_class)->finalize (object);
}

static void
nazar_part_card_class_init (NazarPartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = nazar_part_card_constructed;
  object_class->set_property = nazar_part_card_set_property;
  object_class->finalize = nazar_part_card_finalize;

  /**
   * NazarPartCard:live:
   *
   * The register as windows see it.
   */
  properties[PROP_LIVE] = g_param_spec_object ("live", NULL, NULL, NAZAR_TYPE_LIVE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarPartCard:list:
   *
   * The parts of the record, of which this is one.
   */
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, NAZAR_TYPE_PART_LIST,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarPartCard:part:
   *
   * The part.
   */
  properties[PROP_PART] = g_param_spec_object ("part", NULL, NULL, NAZAR_TYPE_PART,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarPartCard:locked:
   *
   * Whether it is for reading only, as in a visit that is approved.
   */
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nazar_part_card_init (NazarPartCard *self)
{
  get_private (self)->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * nazar_part_card_get_live:
 * @self: a card
 *
 * Returns: (transfer none): the register
 */
NazarLive *
nazar_part_card_get_live (NazarPartCard *self)
{
  return get_private (self)->live;
}

/**
 * nazar_part_card_get_list:
 * @self: a card
 *
 * Returns: (transfer none): the parts of the record, of which this is one
 */
NazarPartList *
nazar_part_card_get_list (NazarPartCard *self)
{
  return get_private (self)->list;
}

/**
 * nazar_part_card_get_part:
 * @self: a card
 *
 * Returns: (transfer none): the part
 */
NazarPart *
nazar_part_card_get_part (NazarPartCard *self)
{
  return get_private (self)->part;
}

/**
 * nazar_part_card_is_editable:
 * @self: a card
 *
 * Returns: whether the part may be written
 */
gboolean
nazar_part_card_is_editable (NazarPartCard *self)
{
  NazarPartCardPrivate *priv = get_private (self);

  return !priv->locked && !nazar_store_is_read_only (nazar_live_get_store (priv->live));
}

/**
 * nazar_part_card_get_row:
 * @self: a card
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its row; %NULL while the card was never open
 */
NazarFieldRow *
nazar_part_card_get_row (NazarPartCard *self,
                         const char    *field)
{
  NazarPartCardPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      NazarFieldRow *row = g_ptr_array_index (priv->rows, i);

      if (g_str_equal (nazar_field_row_get_field (row)->name, field))
        return row;
    }

  return NULL;
}

/**
 * nazar_part_card_enter:
 * @self: a card
 * @field: name of a field
 * @input: (nullable): a value as nazar_record_enter() takes it
 *
 * Stores the value, or says in a toast why it cannot be.
 *
 * Returns: whether it was valid
 */
gboolean
nazar_part_card_enter (NazarPartCard *self,
                       const char    *field,
                       const char    *input)
{
  NazarPartCardPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  NazarRecord *whole;

  if (!nazar_record_enter (NAZAR_RECORD (priv->part), field, input, &error))
    {
      nazar_window_show_error (GTK_WIDGET (self), error);
      return FALSE;
    }

  whole = nazar_part_put (priv->part);
  if (whole != NULL)
    nazar_live_store (priv->live, whole);
  return TRUE;
}

/**
 * nazar_part_card_update:
 * @self: a card
 *
 * Shows what the part holds now.
 */
void
nazar_part_card_update (NazarPartCard *self)
{
  g_return_if_fail (NAZAR_IS_PART_CARD (self));

  NAZAR_PART_CARD_GET_CLASS (self)->show (self, NAZAR_RECORD (get_private (self)->part));
}

static void
focus_row (gpointer data)
{
  g_autoptr (GtkWidget) row = data;

  if (gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
}

/* A row has its place after the next layout. */
static void
focus_soon (GtkWidget *row)
{
  g_signal_handlers_disconnect_by_func (row, focus_soon, NULL);
  g_timeout_add_once (100, focus_row, g_object_ref (row));
}

/**
 * nazar_part_card_open:
 * @self: a card
 * @focus: whether the keyboard goes to the field to begin with
 *
 * Opens the card.
 */
void
nazar_part_card_open (NazarPartCard *self,
                      gboolean       focus)
{
  NazarPartCardPrivate *priv = get_private (self);
  NazarPartCardClass *klass = NAZAR_PART_CARD_GET_CLASS (self);
  NazarFieldRow *row;

  g_return_if_fail (NAZAR_IS_PART_CARD (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  row = nazar_part_card_get_row (self, klass->first_field != NULL ? klass->first_field (NAZAR_RECORD (priv->part)) : klass->fields[0]);
  if (!focus || row == NULL)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (row)))
    focus_soon (GTK_WIDGET (row));
  else
    g_signal_connect (row, "map", G_CALLBACK (focus_soon), NULL);
}

/**
 * nazar_part_card_remove:
 * @self: a card
 *
 * Deletes the part, which undo takes back.
 */
void
nazar_part_card_remove (NazarPartCard *self)
{
  NazarPartCardPrivate *priv = get_private (self);
  NazarRecord *whole = nazar_part_list_get_record (priv->list);
  g_autoptr (GtkWidget) parent = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  g_autoptr (NazarPartCard) alive G_GNUC_UNUSED = g_object_ref (self);

  g_return_if_fail (NAZAR_IS_PART_CARD (self));

  for (guint i = 0; i < priv->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (priv->rows, i));
  nazar_part_list_remove (priv->list, priv->part);
  nazar_live_store (priv->live, whole);
  nazar_window_toast (parent, _(NAZAR_PART_CARD_GET_CLASS (self)->deleted), TRUE);
}

/**
 * nazar_part_card_forget:
 * @self: a card
 *
 * Forgets what was typed and not stored yet: its part is gone.
 */
void
nazar_part_card_forget (NazarPartCard *self)
{
  NazarPartCardPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    nazar_field_row_forget (g_ptr_array_index (priv->rows, i));
}
