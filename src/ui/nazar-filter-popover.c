/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-filter-popover.h"

#include "nazar-date.h"
#include "nazar-list-layout.h"
#include "nazar-list-words.h"
#include "nazar-lookup.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Chooses a filter in two steps: the field, then its value. */
struct _NazarFilterPopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkListBox *fields;
  GtkLabel *title;
  GtkWidget *search;
  GtkWidget *entry;
  GtkLabel *problem;
  GtkListBox *values;

  NazarLive *live;
  GType type;
  const NazarField *field;
};

G_DEFINE_FINAL_TYPE (NazarFilterPopover, nazar_filter_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Who looks for more types a letter more. */
#define MAX_REFERENCES 60

static GQuark
value_quark (void)
{
  return g_quark_from_static_string ("nazar-value");
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* Long titles often differ at their ends only: they get three lines. */
static GtkWidget *
new_row (const char *value,
         const char *words,
         const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (row, words);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_qdata_full (G_OBJECT (row), value_quark (), g_strdup (value), g_free);
  return row;
}

static gboolean
is_status (const NazarField *field)
{
  return field->vocabulary == &nazar_vocabulary_status;
}

/* ---- The values of a field ---- */

static void
add_value (NazarFilterPopover *self,
           const char         *value,
           const char         *words,
           const char         *icon)
{
  gtk_list_box_append (self->values, new_row (value, words, icon));
}

static void
add_unset (NazarFilterPopover *self)
{
  add_value (self, "", nazar_list_unset (self->field), is_status (self->field) ? nazar_status_icon (NULL) : NULL);
}

static void
fill_choices (NazarFilterPopover *self)
{
  const NazarVocabulary *vocabulary = self->field->vocabulary;

  for (guint i = 0; i < vocabulary->n_choices; i++)
    add_value (self, vocabulary->choices[i].id, nazar_vocabulary_label (vocabulary, vocabulary->choices[i].id),
               vocabulary->choices[i].icon);
  add_unset (self);
}

static void
add_not_for (NazarFilterPopover *self,
             guint               months,
             const char         *words)
{
  g_autofree char *today = nazar_today ();
  g_autofree char *value = NULL;
  guint year, month, day;
  GDate date;
  char text[16];

  if (sscanf (today, "%u-%u-%u", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return;

  g_date_set_dmy (&date, day, month, year);
  g_date_subtract_months (&date, months);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  value = g_strconcat ("../", text, NULL);
  add_value (self, value, words, NULL);
}

/* Deadlines lie ahead, visits behind. */
static void
fill_dates (NazarFilterPopover *self)
{
  g_autofree char *today = nazar_today ();
  int this_year = atoi (today);
  gboolean past = g_str_equal (self->field->name, "begin");

  if (g_str_equal (self->field->name, "last_visit"))
    {
      add_unset (self);
      add_not_for (self, 6, C_ ("filter", "Not for half a year"));
      add_not_for (self, 12, C_ ("filter", "Not for a year"));
      add_not_for (self, 24, C_ ("filter", "Not for two years"));
      add_not_for (self, 36, C_ ("filter", "Not for three years"));
      return;
    }

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", past ? this_year - i : this_year - 1 + i);

      add_value (self, text, text, NULL);
    }
  add_unset (self);
}

/* Sources often have one title and several symbols. */
static char *
dup_words (NazarRecord *record)
{
  const char *symbol = nazar_record_info_find (nazar_record_get_info (record), "symbol", NULL) != NULL
                           ? nazar_record_get (record, "symbol")
                           : NULL;
  char *title = nazar_record_dup_title (record);
  g_autofree char *alone = NULL;

  if (symbol == NULL || strstr (title, symbol) != NULL)
    return title;

  alone = title;
  return g_strdup_printf ("%s · %s", alone, symbol);
}

static void
fill_references (NazarFilterPopover *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) records = NULL;

  records = nazar_lookup_records (nazar_store_lock_reader (store), nazar_record_type_from_name (self->field->target),
                                  self->field->scope, typed, MAX_REFERENCES, NULL);
  nazar_store_unlock_reader (store);

  clear_list (self->values);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = dup_words (record);

      add_value (self, nazar_record_get_id (record), title, NULL);
    }
  if (*typed == '\0')
    add_unset (self);
}

static void
show_values (NazarFilterPopover *self)
{
  gboolean is_reference = nazar_field_is_reference (self->field);
  gboolean is_date = self->field->kind == NAZAR_KIND_DATE;

  gtk_label_set_text (self->title, nazar_field_label (self->field));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->search, is_reference);
  gtk_widget_set_visible (self->entry, is_date);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);

  clear_list (self->values);
  if (is_reference)
    fill_references (self);
  else if (is_date)
    fill_dates (self);
  else
    fill_choices (self);

  gtk_stack_set_visible_child_name (self->stack, "values");
  gtk_widget_child_focus (is_reference ? self->search : is_date ? self->entry : GTK_WIDGET (self->values),
                          GTK_DIR_TAB_FORWARD);
}

static void
show_fields (NazarFilterPopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "fields");
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

static void
choose (NazarFilterPopover *self,
        const char         *value)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->field->name, value);
}

/* ---- What people do ---- */

static void
on_field_activated_cb (NazarFilterPopover *self,
                       GtkListBoxRow      *row)
{
  self->field = nazar_list_find_field (self->type, g_object_get_qdata (G_OBJECT (row), value_quark ()));

  if (self->field->kind == NAZAR_KIND_FLAG)
    choose (self, "1");
  else
    show_values (self);
}

static void
on_value_activated_cb (NazarFilterPopover *self,
                       GtkListBoxRow      *row)
{
  choose (self, g_object_get_qdata (G_OBJECT (row), value_quark ()));
}

static void
on_search_changed_cb (NazarFilterPopover *self)
{
  if (self->field != NULL && nazar_field_is_reference (self->field))
    fill_references (self);
}

/* Enter takes the first of what was found. */
static void
on_search_activate_cb (NazarFilterPopover *self)
{
  GtkListBoxRow *row;

  fill_references (self);
  row = gtk_list_box_get_row_at_index (self->values, 0);
  if (row != NULL)
    on_value_activated_cb (self, row);
}

static void
on_date_activate_cb (NazarFilterPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *date = *typed != '\0' ? nazar_date_normalize (typed, &error) : NULL;

  if (date != NULL)
    {
      choose (self, date);
      return;
    }
  gtk_label_set_text (self->problem, error != NULL ? error->message : nazar_field_hint (self->field));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
nazar_filter_popover_map (GtkWidget *widget)
{
  NazarFilterPopover *self = NAZAR_FILTER_POPOVER (widget);

  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_NONE);
  gtk_stack_set_visible_child_name (self->stack, "fields");
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);

  GTK_WIDGET_CLASS (nazar_filter_popover_parent_class)->map (widget);
}

static void
nazar_filter_popover_finalize (GObject *object)
{
  g_clear_object (&NAZAR_FILTER_POPOVER (object)->live);

  G_OBJECT_CLASS (nazar_filter_popover_parent_class)->finalize (object);
}

static void
nazar_filter_popover_class_init (NazarFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_filter_popover_finalize;
  widget_class->map = nazar_filter_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, fields);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, title);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterPopover, values);
  gtk_widget_class_bind_template_callback (widget_class, on_field_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_value_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_date_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_fields);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);

  /**
   * NazarFilterPopover::chosen:
   * @field: name of a field
   * @value: what it must be; "" that it is unset
   *
   * A filter was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NAZAR_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
nazar_filter_popover_init (NazarFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_filter_popover_new:
 * @live: a register as windows see it
 * @type: the kind of record that is filtered
 *
 * Returns: (transfer full): a popover for the button "Add filter"
 */
GtkWidget *
nazar_filter_popover_new (NazarLive *live,
                          GType      type)
{
  NazarFilterPopover *self = g_object_new (NAZAR_TYPE_FILTER_POPOVER, NULL);
  const char *const *names = nazar_list_layout (type)->filters;

  self->live = g_object_ref (live);
  self->type = type;
  for (guint i = 0; names[i] != NULL; i++)
    gtk_list_box_append (self->fields,
                         new_row (names[i], nazar_field_label (nazar_list_find_field (type, names[i])), NULL));
  return GTK_WIDGET (self);
}
