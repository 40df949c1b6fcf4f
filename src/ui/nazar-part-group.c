/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-part-group.h"

#include <glib/gi18n-lib.h>

/* The small structures in one field of a record as cards, in their order, with a
 * button that adds one. */
struct _NazarPartGroup
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarPartList *list;
  GType card_type;
  gboolean locked;
  GPtrArray *cards; /* in the order of the list */

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *empty;
  GtkWidget *box;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (NazarPartGroup, nazar_part_group, GTK_TYPE_BOX)

enum
{
  SIGNAL_ADD,
  SIGNAL_CARD_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_card_focus_cb (NazarPartGroup          *self,
                  GtkEventControllerFocus *controller)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_signal_emit (self, signals[SIGNAL_CARD_FOCUSED], 0, nazar_part_card_get_part (NAZAR_PART_CARD (card)));
}

static void
insert_card (NazarPartGroup *self,
             guint           index)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *card = g_object_new (self->card_type, "live", self->live, "list", self->list, "part",
                                  nazar_part_list_get (self->list, index), "locked", self->locked, NULL);

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_card_focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, focus);
  g_ptr_array_insert (self->cards, index, card);
  gtk_list_box_insert (GTK_LIST_BOX (self->box), card, index);
}

static void
remove_card (NazarPartGroup *self,
             guint           index)
{
  GtkWidget *card = g_ptr_array_index (self->cards, index);

  nazar_part_card_forget (NAZAR_PART_CARD (card));
  g_ptr_array_remove_index (self->cards, index);
  /* The keyboard goes on with what stands beside it. */
  if (gtk_widget_get_focus_child (self->box) == card && !gtk_widget_child_focus (self->box, GTK_DIR_TAB_BACKWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  gtk_list_box_remove (GTK_LIST_BOX (self->box), card);
}

static void
on_items_changed_cb (NazarPartGroup *self,
                     guint           position,
                     guint           removed,
                     guint           added)
{
  for (guint i = 0; i < removed; i++)
    remove_card (self, position);
  for (guint i = 0; i < added; i++)
    insert_card (self, position + i);

  gtk_widget_set_visible (self->box, self->cards->len > 0);
  gtk_widget_set_visible (self->empty, self->cards->len == 0 && *gtk_label_get_text (GTK_LABEL (self->empty)) != '\0');
  nazar_part_group_update (self);
}

static void
on_add_cb (NazarPartGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
nazar_part_group_dispose (GObject *object)
{
  NazarPartGroup *self = NAZAR_PART_GROUP (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_part_group_parent_class)->dispose (object);
}

static void
nazar_part_group_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_PART_GROUP (object)->cards);

  G_OBJECT_CLASS (nazar_part_group_parent_class)->finalize (object);
}

static void
nazar_part_group_class_init (NazarPartGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nazar_part_group_dispose;
  object_class->finalize = nazar_part_group_finalize;

  /**
   * NazarPartGroup::add:
   *
   * The button was pressed.
   */
  signals[SIGNAL_ADD] = g_signal_new ("add", NAZAR_TYPE_PART_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * NazarPartGroup::card-focused:
   * @part: the part whose card has the keyboard now
   */
  signals[SIGNAL_CARD_FOCUSED] = g_signal_new ("card-focused", NAZAR_TYPE_PART_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, NAZAR_TYPE_PART);
}

static GtkWidget *
make_label (GtkAccessibleRole  role,
            const char        *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
nazar_part_group_init (NazarPartGroup *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cards = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = make_label (GTK_ACCESSIBLE_ROLE_HEADING, "heading");
  self->empty = make_label (GTK_ACCESSIBLE_ROLE_LABEL, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->empty);
  gtk_box_append (GTK_BOX (self->header), words);
  gtk_box_append (GTK_BOX (self), self->header);

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_widget_set_visible (self->box, FALSE);
  gtk_box_append (GTK_BOX (self), self->box);
}

/**
 * nazar_part_group_new:
 * @live: a register as windows see it
 * @record: a live record
 * @field: name of a field of it that holds structures
 * @card_type: the kind of card
 * @locked: whether they are for reading only
 *
 * Returns: (transfer full): the structures as cards
 */
GtkWidget *
nazar_part_group_new (NazarLive   *live,
                      NazarRecord *record,
                      const char  *field,
                      GType        card_type,
                      gboolean     locked)
{
  NazarPartGroup *self = g_object_new (NAZAR_TYPE_PART_GROUP, NULL);

  self->live = g_object_ref (live);
  self->card_type = card_type;
  self->locked = locked;
  self->list = nazar_part_list_new (nazar_record_info_find (nazar_record_get_info (record), field, NULL));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  nazar_part_list_set_record (self->list, record);
  return GTK_WIDGET (self);
}

/**
 * nazar_part_group_set_words:
 * @self: a group
 * @title: (nullable): its heading
 * @empty: (nullable): what it says while there is none
 * @add: (nullable): what its button does; it says "Add" alone
 */
void
nazar_part_group_set_words (NazarPartGroup *self,
                            const char     *title,
                            const char     *empty,
                            const char     *add)
{
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_widget_set_visible (self->title, title != NULL);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (GTK_LABEL (self->empty), empty != NULL ? empty : "");
  gtk_widget_set_visible (self->empty, self->cards->len == 0 && empty != NULL);

  if (add != NULL)
    {
      GtkWidget *button = gtk_button_new ();

      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_cb), self);
      gtk_widget_set_tooltip_text (button, add);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
      nazar_part_group_set_button (self, button);
    }
}

/**
 * nazar_part_group_set_button:
 * @self: a group
 * @button: a #GtkButton or #GtkMenuButton that adds one
 *
 * Gives the button its words and its place, where something may be added.
 */
void
nazar_part_group_set_button (NazarPartGroup *self,
                             GtkWidget      *button)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "list-add-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), gtk_label_new (C_("verb", "Add")));
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  else
    gtk_button_set_child (GTK_BUTTON (button), content);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !self->locked && !nazar_store_is_read_only (nazar_live_get_store (self->live)));
  gtk_box_append (GTK_BOX (self->header), button);
  self->button = button;
}

/**
 * nazar_part_group_set_top:
 * @self: a group
 * @top: what stands between its heading and the cards
 */
void
nazar_part_group_set_top (NazarPartGroup *self,
                          GtkWidget      *top)
{
  gtk_box_insert_child_after (GTK_BOX (self), top, self->header);
}

/**
 * nazar_part_group_get_list:
 * @self: a group
 *
 * Returns: (transfer none): the structures
 */
NazarPartList *
nazar_part_group_get_list (NazarPartGroup *self)
{
  return self->list;
}

/**
 * nazar_part_group_get_card:
 * @self: a group
 * @part: one of its parts
 *
 * Returns: (transfer none) (nullable): its card
 */
NazarPartCard *
nazar_part_group_get_card (NazarPartGroup *self,
                           NazarPart      *part)
{
  guint index;

  return nazar_part_list_find (self->list, part, &index) ? g_ptr_array_index (self->cards, index) : NULL;
}

/**
 * nazar_part_group_update:
 * @self: a group
 *
 * Shows what the parts hold now, and where they stand.
 */
void
nazar_part_group_update (NazarPartGroup *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    nazar_part_card_update (g_ptr_array_index (self->cards, i));
}

/**
 * nazar_part_group_forget:
 * @self: a group
 *
 * Forgets what was typed and not stored yet: the record is gone.
 */
void
nazar_part_group_forget (NazarPartGroup *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    nazar_part_card_forget (g_ptr_array_index (self->cards, i));
}
