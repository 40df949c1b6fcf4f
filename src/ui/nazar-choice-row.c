/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-choice-row.h"

#include "nazar-status-badge.h"

/* A row for a word of a vocabulary, or none; statuses with icon and colour. */
struct _NazarChoiceRow
{
  NazarFieldRow parent_instance;

  GtkWidget *drop_down;
  GtkWidget *shown; /* in a register that cannot be written */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarChoiceRow, nazar_choice_row, NAZAR_TYPE_FIELD_ROW)

static const NazarVocabulary *
get_vocabulary (NazarChoiceRow *self)
{
  return nazar_field_row_get_field (NAZAR_FIELD_ROW (self))->vocabulary;
}

static GtkWidget *
make_word (NazarChoiceRow *self)
{
  GtkWidget *label;

  if (get_vocabulary (self) == &nazar_vocabulary_status)
    return nazar_status_badge_new ();

  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
show_word (NazarChoiceRow *self,
           GtkWidget      *child,
           const char     *value)
{
  if (NAZAR_IS_STATUS_BADGE (child))
    nazar_status_badge_set_status (NAZAR_STATUS_BADGE (child), value);
  else
    gtk_label_set_text (GTK_LABEL (child), value != NULL ? nazar_vocabulary_label (get_vocabulary (self), value) : "—");
}

static void
nazar_choice_row_show_value (NazarFieldRow *row,
                             const char    *value)
{
  NazarChoiceRow *self = NAZAR_CHOICE_ROW (row);
  const NazarVocabulary *vocabulary = get_vocabulary (self);
  const NazarChoice *choice = nazar_vocabulary_find (vocabulary, value);

  if (self->shown != NULL)
    {
      show_word (self, self->shown, value);
      return;
    }

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), choice != NULL ? choice - vocabulary->choices + 1 : 0);
  self->showing = FALSE;
  gtk_widget_set_tooltip_text (self->drop_down, choice != NULL ? nazar_vocabulary_label (vocabulary, value) : NULL);
}

static void
on_selected_cb (NazarChoiceRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  nazar_field_row_enter (NAZAR_FIELD_ROW (self), selected > 0 ? get_vocabulary (self)->choices[selected - 1].id : NULL);
}

static void
on_setup_list_cb (NazarChoiceRow *self,
                  GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *word = make_word (self);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (word, TRUE);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), mark);
  g_object_bind_property (item, "selected", mark, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, box);
}

/* A drop-down is one line high: what has no room there is a tooltip, and is whole
 * in the list. */
static void
on_setup_button_cb (NazarChoiceRow *self,
                    GtkListItem    *item)
{
  GtkWidget *child = make_word (self);

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
    }
  gtk_list_item_set_child (item, child);
}

static void
on_bind_cb (NazarChoiceRow *self,
            GtkListItem    *item)
{
  guint position = gtk_list_item_get_position (item);
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_BOX (child) && !NAZAR_IS_STATUS_BADGE (child))
    child = gtk_widget_get_first_child (child);
  show_word (self, child, position > 0 ? get_vocabulary (self)->choices[position - 1].id : NULL);
}

static GtkListItemFactory *
make_factory (NazarChoiceRow *self,
              GCallback       on_setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", on_setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static gboolean
focus_choice_cb (gpointer data)
{
  NazarChoiceRow *self = data;
  GtkWidget *list, *line;
  guint selected;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  list = find_list (self->drop_down);
  line = list != NULL ? gtk_widget_get_first_child (list) : NULL;
  while (line != NULL && selected-- > 0)
    line = gtk_widget_get_next_sibling (line);
  if (line != NULL && gtk_widget_get_mapped (line))
    gtk_widget_grab_focus (line);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 opens the list at its first line, where Enter would clear the field;
 * the choice that is made already is the place to begin. */
static void
on_opened_cb (NazarChoiceRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_choice_cb, g_object_ref (self), g_object_unref);
}

static void
make_drop_down (NazarChoiceRow *self)
{
  const NazarVocabulary *vocabulary = get_vocabulary (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) button = make_factory (self, G_CALLBACK (on_setup_button_cb));
  g_autoptr (GtkListItemFactory) list = make_factory (self, G_CALLBACK (on_setup_list_cb));

  gtk_string_list_append (words, "—");
  for (guint i = 0; i < vocabulary->n_choices; i++)
    gtk_string_list_append (words, nazar_vocabulary_label (vocabulary, vocabulary->choices[i].id));

  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "factory", button, "list-factory", list, "model", words, NULL);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self);
  g_signal_connect_object (gtk_widget_get_last_child (self->drop_down), "map", G_CALLBACK (on_opened_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
nazar_choice_row_constructed (GObject *object)
{
  NazarChoiceRow *self = NAZAR_CHOICE_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);

  G_OBJECT_CLASS (nazar_choice_row_parent_class)->constructed (object);

  if (nazar_field_row_is_editable (row))
    {
      make_drop_down (self);
      nazar_field_row_set_content (row, self->drop_down, self->drop_down);
    }
  else
    {
      self->shown = make_word (self);
      nazar_field_row_set_content (row, self->shown, NULL);
    }
}

static void
nazar_choice_row_class_init (NazarChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_choice_row_constructed;
  NAZAR_FIELD_ROW_CLASS (klass)->click_activates = TRUE;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_choice_row_show_value;
}

static void
nazar_choice_row_init (NazarChoiceRow *self)
{
}
