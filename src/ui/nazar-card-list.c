/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-card-list.h"

#include <glib/gi18n-lib.h>

/* What belongs to the record on the page, as cards, the newest first, with a
 * button that adds one. */
typedef struct
{
  NazarOwnedList *list;
  GHashTable *cards; /* id → NazarRecordCard */
  gboolean locked;

  GtkWidget *title;
  GtkWidget *box;
  GtkWidget *empty;
  GtkWidget *button;
} NazarCardListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarCardList, nazar_card_list, GTK_TYPE_BOX)

static NazarCardListPrivate *
get_private (NazarCardList *self)
{
  return nazar_card_list_get_instance_private (self);
}

static guint
get_place (NazarCardList *self,
           gpointer       card)
{
  guint place = G_MAXUINT;

  g_ptr_array_find (nazar_owned_list_get_records (get_private (self)->list), nazar_record_card_get_record (card), &place);
  return place;
}

static int
compare_cards (GtkListBoxRow *first,
               GtkListBoxRow *second,
               gpointer       user_data)
{
  guint a = get_place (user_data, first);
  guint b = get_place (user_data, second);

  return a > b ? -1 : a < b;
}

static gboolean
shows (NazarCardList *self,
       NazarRecord   *record)
{
  NazarCardListClass *klass = NAZAR_CARD_LIST_GET_CLASS (self);

  return klass->shows == NULL || klass->shows (self, record);
}

static void
remove_card (NazarCardList *self,
             const char    *id)
{
  NazarCardListPrivate *priv = get_private (self);
  NazarRecordCard *card = g_hash_table_lookup (priv->cards, id);

  nazar_record_card_forget (card);
  gtk_list_box_remove (GTK_LIST_BOX (priv->box), GTK_WIDGET (card));
}

static void
remove_others (NazarCardList *self,
               GHashTable    *wanted)
{
  NazarCardListPrivate *priv = get_private (self);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, priv->cards);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (wanted, id))
      {
        remove_card (self, id);
        g_hash_table_iter_remove (&iter);
      }
}

/* A card does not move away from under the hands of who is typing in it. */
static void
sort_if_left (NazarCardList *self)
{
  NazarCardListPrivate *priv = get_private (self);

  if (gtk_widget_get_focus_child (priv->box) == NULL)
    gtk_list_box_invalidate_sort (GTK_LIST_BOX (priv->box));
}

static void
on_list_changed_cb (NazarCardList *self)
{
  NazarCardListPrivate *priv = get_private (self);
  GPtrArray *records = nazar_owned_list_get_records (priv->list);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    if (shows (self, g_ptr_array_index (records, i)))
      g_hash_table_add (wanted, (gpointer) nazar_record_get_id (g_ptr_array_index (records, i)));
  remove_others (self, wanted);

  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      const char *id = nazar_record_get_id (record);
      GtkWidget *card = g_hash_table_lookup (priv->cards, id);

      if (!g_hash_table_contains (wanted, id))
        continue;
      if (card == NULL)
        {
          card = g_object_new (NAZAR_CARD_LIST_GET_CLASS (self)->card_type, "live", nazar_owned_list_get_live (priv->list),
                               "record", record, "locked", priv->locked, NULL);
          g_hash_table_insert (priv->cards, g_strdup (id), card);
          gtk_list_box_append (GTK_LIST_BOX (priv->box), card);
        }
      nazar_record_card_update (NAZAR_RECORD_CARD (card));
    }

  gtk_widget_set_visible (priv->box, g_hash_table_size (priv->cards) > 0);
  gtk_widget_set_visible (priv->empty,
                          g_hash_table_size (priv->cards) == 0 && *gtk_label_get_text (GTK_LABEL (priv->empty)) != '\0');
  sort_if_left (self);
}

static void
show_button (NazarCardList *self)
{
  NazarCardListPrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->button,
                          !priv->locked && !nazar_store_is_read_only (nazar_live_get_store (nazar_owned_list_get_live (priv->list))));
}

static void
on_add_cb (NazarCardList *self)
{
  NazarCardListPrivate *priv = get_private (self);
  NazarCardListClass *klass = NAZAR_CARD_LIST_GET_CLASS (self);

  if (nazar_owned_list_get_owner (priv->list) == NULL)
    return;
  if (klass->add != NULL)
    klass->add (self);
  else
    nazar_card_list_add (self, klass->make_record (self));
}

static void
nazar_card_list_finalize (GObject *object)
{
  NazarCardListPrivate *priv = get_private (NAZAR_CARD_LIST (object));

  g_clear_object (&priv->list);
  g_hash_table_unref (priv->cards);

  G_OBJECT_CLASS (nazar_card_list_parent_class)->finalize (object);
}

static void
nazar_card_list_class_init (NazarCardListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_card_list_finalize;
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
nazar_card_list_init (NazarCardList *self)
{
  NazarCardListPrivate *priv = get_private (self);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  priv->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  priv->title = make_label (GTK_ACCESSIBLE_ROLE_HEADING, "heading");
  priv->empty = make_label (GTK_ACCESSIBLE_ROLE_LABEL, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), priv->title);
  gtk_box_append (GTK_BOX (words), priv->empty);
  gtk_box_append (GTK_BOX (header), words);

  priv->button = gtk_button_new ();
  gtk_widget_add_css_class (priv->button, "flat");
  gtk_widget_set_valign (priv->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (priv->button, "clicked", G_CALLBACK (on_add_cb), self);
  gtk_box_append (GTK_BOX (header), priv->button);
  gtk_box_append (GTK_BOX (self), header);

  priv->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (priv->box), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (priv->box), compare_cards, self, NULL);
  gtk_widget_add_css_class (priv->box, "boxed-list");
  gtk_widget_set_visible (priv->box, FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (sort_if_left), self);
  gtk_widget_add_controller (priv->box, focus);
  gtk_box_append (GTK_BOX (self), priv->box);
}

/**
 * nazar_card_list_set_words:
 * @self: a list of cards
 * @title: its heading
 * @empty: (nullable): what it says while there is none
 * @add: what its button does; it says "Add" alone
 */
void
nazar_card_list_set_words (NazarCardList *self,
                           const char    *title,
                           const char    *empty,
                           const char    *add)
{
  NazarCardListPrivate *priv = get_private (self);
  /* Not an AdwButtonContent: its own label would stand in for the button's name. */
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_text (GTK_LABEL (priv->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (GTK_LABEL (priv->empty), empty != NULL ? empty : "");
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (C_("verb", "Add")));
  gtk_button_set_child (GTK_BUTTON (priv->button), content);
  gtk_widget_set_tooltip_text (priv->button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
}

/**
 * nazar_card_list_set_list:
 * @self: a list of cards
 * @list: the records
 */
void
nazar_card_list_set_list (NazarCardList  *self,
                          NazarOwnedList *list)
{
  NazarCardListPrivate *priv = get_private (self);

  g_return_if_fail (priv->list == NULL);

  priv->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (on_list_changed_cb), self, G_CONNECT_SWAPPED);
  show_button (self);
}

/**
 * nazar_card_list_set_locked:
 * @self: a list of cards that has its records
 * @locked: whether it is for reading only, as in a visit that is approved
 */
void
nazar_card_list_set_locked (NazarCardList *self,
                            gboolean       locked)
{
  NazarCardListPrivate *priv = get_private (self);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  if (priv->locked == locked)
    return;

  /* Cards are made for one or the other. */
  nazar_card_list_flush (self);
  priv->locked = locked;
  remove_others (self, none);
  on_list_changed_cb (self);
  show_button (self);
}

/**
 * nazar_card_list_add:
 * @self: a list of cards
 * @record: (transfer full): a new record
 *
 * Stores the record and opens its card.
 */
void
nazar_card_list_add (NazarCardList *self,
                     NazarRecord   *record)
{
  NazarCardListPrivate *priv = get_private (self);

  nazar_card_list_open (self, nazar_record_get_id (nazar_owned_list_add (priv->list, record)));
}

/**
 * nazar_card_list_open:
 * @self: a list of cards
 * @id: id of a record
 *
 * Opens its card, if it is here, and leads the keyboard there.
 */
void
nazar_card_list_open (NazarCardList *self,
                      const char    *id)
{
  NazarRecordCard *card = g_hash_table_lookup (get_private (self)->cards, id);

  if (card != NULL)
    nazar_record_card_open (card);
}

/**
 * nazar_card_list_flush:
 * @self: a list of cards
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_card_list_flush (NazarCardList *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, get_private (self)->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    nazar_record_card_flush (card);
}

/**
 * nazar_card_list_forget:
 * @self: a list of cards
 *
 * Forgets what was typed and not stored yet: the records are gone.
 */
void
nazar_card_list_forget (NazarCardList *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, get_private (self)->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    nazar_record_card_forget (card);
}
