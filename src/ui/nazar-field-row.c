/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-field-row.h"

#include "nazar-part.h"

/* One field of a record in a form. What is entered is checked by the field's
 * table and stored at once; what is typed, when typing pauses or the row is left.
 * An invalid value is marked here, with a sentence that says what is expected,
 * and is not stored. */
typedef struct
{
  NazarLive *live;
  const NazarField *field;
  gboolean locked;
  NazarRecord *record;
  gulong notify_id;
  guint pause; /* source that waits for a pause in typing */
  gboolean typed; /* something stands in the row that was not stored */
  GtkWidget *input;

  GtkWidget *label;
  GtkWidget *content;
  GtkWidget *error_label;
  GtkWidget *suffixes;
} NazarFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarFieldRow, nazar_field_row, NAZAR_TYPE_PLAIN_ROW)

enum
{
  PROP_LIVE = 1,
  PROP_FIELD,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* People who stop for as long as this have finished a thought. */
#define PAUSE_MS 600

static NazarFieldRowPrivate *
get_private (NazarFieldRow *self)
{
  return nazar_field_row_get_instance_private (self);
}

static void
set_error (NazarFieldRow *self,
           const char    *sentence)
{
  NazarFieldRowPrivate *priv = get_private (self);

  gtk_label_set_text (GTK_LABEL (priv->error_label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (priv->error_label, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  if (priv->input != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
                                 sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  set_error (self, NULL);
  NAZAR_FIELD_ROW_GET_CLASS (self)->show_value (
    self, priv->record != NULL ? nazar_record_get (priv->record, priv->field->name) : NULL);
}

/* What is part of another record is stored with it. */
static void
store (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);
  NazarRecord *whole = NAZAR_IS_PART (priv->record) ? nazar_part_put (NAZAR_PART (priv->record)) : priv->record;

  if (whole != NULL)
    nazar_live_store (priv->live, whole);
}

static gboolean
store_input (NazarFieldRow *self,
             const char    *input,
             gboolean       complain)
{
  NazarFieldRowPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  if (nazar_record_enter (priv->record, priv->field->name, input, &error))
    {
      set_error (self, NULL);
      store (self);
      return TRUE;
    }

  if (complain)
    set_error (self, error->message);
  return FALSE;
}

/* Half of a date is no error while somebody is still typing it. */
static void
store_typed (NazarFieldRow *self,
             gboolean       leaving)
{
  NazarFieldRowPrivate *priv = get_private (self);
  g_autofree char *typed = NULL;

  g_clear_handle_id (&priv->pause, g_source_remove);
  if (!priv->typed || priv->record == NULL)
    return;

  typed = NAZAR_FIELD_ROW_GET_CLASS (self)->dup_typed (self);
  if (store_input (self, typed, leaving))
    priv->typed = FALSE;
}

static gboolean
on_pause_cb (gpointer data)
{
  NazarFieldRow *self = data;

  get_private (self)->pause = 0;
  store_typed (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_value_changed_cb (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  if (!priv->typed)
    show (self);
}

static void
on_focus_enter_cb (NazarFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
on_focus_leave_cb (NazarFieldRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  nazar_field_row_flush (self);
}

static void
on_released_cb (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  if (priv->input == NULL)
    return;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (priv->input);
  if (NAZAR_FIELD_ROW_GET_CLASS (self)->click_activates)
    gtk_widget_activate (priv->input);
}

static gboolean
nazar_field_row_grab_focus (GtkWidget *widget)
{
  NazarFieldRowPrivate *priv = get_private (NAZAR_FIELD_ROW (widget));

  return priv->input != NULL && gtk_widget_grab_focus (priv->input);
}

static void
nazar_field_row_unmap (GtkWidget *widget)
{
  nazar_field_row_flush (NAZAR_FIELD_ROW (widget));

  GTK_WIDGET_CLASS (nazar_field_row_parent_class)->unmap (widget);
}

static void
nazar_field_row_constructed (GObject *object)
{
  NazarFieldRowPrivate *priv = get_private (NAZAR_FIELD_ROW (object));

  G_OBJECT_CLASS (nazar_field_row_parent_class)->constructed (object);

  gtk_label_set_text (GTK_LABEL (priv->label), nazar_field_label (priv->field));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (object), nazar_field_label (priv->field));
}

static void
nazar_field_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NazarFieldRowPrivate *priv = get_private (NAZAR_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_LIVE:
      priv->live = g_value_dup_object (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    case PROP_LOCKED:
      priv->locked = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_field_row_dispose (GObject *object)
{
  NazarFieldRow *self = NAZAR_FIELD_ROW (object);
  NazarFieldRowPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->pause, g_source_remove);
  if (priv->record != NULL)
    g_clear_signal_handler (&priv->notify_id, priv->record);
  g_clear_object (&priv->record);
  priv->input = NULL;

  G_OBJECT_CLASS (nazar_field_row_parent_class)->dispose (object);
}

static void
nazar_field_row_finalize (GObject *object)
{
  g_object_unref (get_private (NAZAR_FIELD_ROW (object))->live);

  G_OBJECT_CLASS (nazar_field_row_parent_class)->finalize (object);
}

static void
nazar_field_row_class_init (NazarFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = nazar_field_row_constructed;
  object_class->set_property = nazar_field_row_set_property;
  object_class->dispose = nazar_field_row_dispose;
  object_class->finalize = nazar_field_row_finalize;
  widget_class->grab_focus = nazar_field_row_grab_focus;
  widget_class->unmap = nazar_field_row_unmap;

  /**
   * NazarFieldRow:live:
   *
   * The register as windows see it.
   */
  properties[PROP_LIVE] = g_param_spec_object ("live", NULL, NULL, NAZAR_TYPE_LIVE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarFieldRow:field:
   *
   * The #NazarField.
   */
  properties[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * NazarFieldRow:locked:
   *
   * Whether it is for reading only, as in a visit that is approved.
   */
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, NazarFieldRow, label);
  gtk_widget_class_bind_template_child_private (widget_class, NazarFieldRow, content);
  gtk_widget_class_bind_template_child_private (widget_class, NazarFieldRow, error_label);
  gtk_widget_class_bind_template_child_private (widget_class, NazarFieldRow, suffixes);
}

static void
nazar_field_row_init (NazarFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * nazar_field_row_set_record:
 * @self: a row
 * @record: (nullable): a live record
 *
 * What was typed for the record before is stored first.
 */
void
nazar_field_row_set_record (NazarFieldRow *self,
                            NazarRecord   *record)
{
  NazarFieldRowPrivate *priv = get_private (self);

  g_return_if_fail (NAZAR_IS_FIELD_ROW (self));

  if (record == priv->record)
    return;

  store_typed (self, TRUE);
  nazar_field_row_forget (self);
  if (priv->record != NULL)
    g_clear_signal_handler (&priv->notify_id, priv->record);

  g_set_object (&priv->record, record);
  if (record != NULL)
    {
      g_autofree char *detail = g_strconcat ("notify::", priv->field->name, NULL);

      g_strdelimit (detail, "_", '-');
      priv->notify_id = g_signal_connect_swapped (record, detail, G_CALLBACK (on_value_changed_cb), self);
    }
  show (self);
}

/**
 * nazar_field_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record whose field it shows
 */
NazarRecord *
nazar_field_row_get_record (NazarFieldRow *self)
{
  return get_private (self)->record;
}

/**
 * nazar_field_row_get_live:
 * @self: a row
 *
 * Returns: (transfer none): the register
 */
NazarLive *
nazar_field_row_get_live (NazarFieldRow *self)
{
  return get_private (self)->live;
}

/**
 * nazar_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the field it shows
 */
const NazarField *
nazar_field_row_get_field (NazarFieldRow *self)
{
  return get_private (self)->field;
}

/**
 * nazar_field_row_is_editable:
 * @self: a row
 *
 * Returns: whether the record may be written
 */
gboolean
nazar_field_row_is_editable (NazarFieldRow *self)
{
  return !get_private (self)->locked && !nazar_store_is_read_only (nazar_live_get_store (get_private (self)->live));
}

/**
 * nazar_field_row_flush:
 * @self: a row
 *
 * Stores what was typed and not stored yet, or says why it cannot be.
 */
void
nazar_field_row_flush (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  g_return_if_fail (NAZAR_IS_FIELD_ROW (self));

  store_typed (self, TRUE);
  /* Now it may stand as it was stored. */
  if (!priv->typed && priv->record != NULL && NAZAR_FIELD_ROW_GET_CLASS (self)->dup_typed != NULL)
    show (self);
}

/**
 * nazar_field_row_forget:
 * @self: a row
 *
 * Forgets what was typed and not stored yet: its record is gone.
 */
void
nazar_field_row_forget (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->typed = FALSE;
}

/**
 * nazar_field_row_flush_focus:
 * @child: a widget in a window
 *
 * Stores what is being typed in that window: a row that has lost the focus has
 * stored it already. To be called before undo and redo.
 */
void
nazar_field_row_flush_focus (GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (child);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NAZAR_TYPE_FIELD_ROW) : NULL;

  if (row != NULL)
    nazar_field_row_flush (NAZAR_FIELD_ROW (row));
}

/**
 * nazar_field_row_set_content:
 * @self: a row
 * @content: what shows the value
 * @input: (nullable): the widget in it that takes the focus, and for screen
 *   readers bears the field's label
 */
void
nazar_field_row_set_content (NazarFieldRow *self,
                             GtkWidget     *content,
                             GtkWidget     *input)
{
  NazarFieldRowPrivate *priv = get_private (self);

  adw_bin_set_child (ADW_BIN (priv->content), content);
  priv->input = input;
  if (input == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, nazar_field_label (priv->field), -1);
  if (nazar_field_hint (priv->field) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    nazar_field_hint (priv->field), -1);
}

/**
 * nazar_field_row_add_suffix:
 * @self: a row
 * @suffix: what stands at its end
 */
void
nazar_field_row_add_suffix (NazarFieldRow *self,
                            GtkWidget     *suffix)
{
  NazarFieldRowPrivate *priv = get_private (self);

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (priv->suffixes), suffix);
  gtk_widget_set_visible (priv->suffixes, TRUE);
}

/**
 * nazar_field_row_enter:
 * @self: a row
 * @input: (nullable): a value as nazar_record_enter() takes it
 *
 * Stores the value at once, or marks the row where it is invalid.
 *
 * Returns: whether it was valid
 */
gboolean
nazar_field_row_enter (NazarFieldRow *self,
                       const char    *input)
{
  NazarFieldRowPrivate *priv = get_private (self);

  g_return_val_if_fail (NAZAR_IS_FIELD_ROW (self), FALSE);

  return priv->record != NULL && store_input (self, input, TRUE);
}

/**
 * nazar_field_row_typed:
 * @self: a row
 *
 * Says that somebody is typing in it.
 */
void
nazar_field_row_typed (NazarFieldRow *self)
{
  NazarFieldRowPrivate *priv = get_private (self);

  if (priv->record == NULL)
    return;

  priv->typed = TRUE;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->pause = g_timeout_add (PAUSE_MS, on_pause_cb, self);
}
