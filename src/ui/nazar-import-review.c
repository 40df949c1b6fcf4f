/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-review.h"

#include "nazar-encoding.h"
#include "nazar-import-item-view.h"
#include "nazar-import-list.h"
#include "nazar-import-target.h"
#include "nazar-language.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The review: what was found beside where it came from, and where it will go.
 * Nothing here touches the register. */
struct _NazarImportReview
{
  AdwBin parent_instance;

  NazarImportPlan *plan;
  GStrv states;        /* of the whole file, even while one State is looked at */
  char *charset;       /* that the States' names were read in */
  guint state_shown;   /* place of the State that the plan is of */
  gulong changed_hook; /* one for all items, however many */
  guint count_source;
  guint match_source;
  gboolean showing;

  NazarImportTarget *target;
  GtkLabel *summary;
  GtkDropDown *encoding;
  GtkDropDown *state;
  GtkLabel *warnings;
  GtkLabel *all_warnings;
  GtkMenuButton *more_warnings;
  GtkWidget *warnings_box;
  AdwLeaflet *leaflet;
  GtkWidget *back;
  NazarImportList *list;
  NazarImportItemView *item_view;
};

G_DEFINE_FINAL_TYPE (NazarImportReview, nazar_import_review, ADW_TYPE_BIN)

enum
{
  SIGNAL_READ_ANEW,
  SIGNAL_MATCH,
  SIGNAL_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How long typing pauses before it is looked again what the register has. */
#define MATCH_MS 400

/* So many sentences about the file stand in the review, the rest behind a button. */
#define MAX_WARNINGS 2

static char *
format_count (guint count)
{
  return nazar_number_format (count, nazar_language_current ());
}

/* Each item is counted once, so that the numbers add up to what was found. */
static char *
describe_counts (NazarImportPlan *plan)
{
  NazarImportCounts counts = nazar_import_plan_count (plan);
  GPtrArray *items = nazar_import_plan_get_items (plan);
  g_autofree char *read = NULL, *fine = NULL, *doubtful = NULL, *known = NULL, *united = NULL, *left_out = NULL;
  GString *line = g_string_new (NULL);
  guint n_doubtful = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const NazarImportItem *item = g_ptr_array_index (items, i);

      if (item->doubt != NULL && item->state == NAZAR_IMPORT_NEW && item->take)
        n_doubtful++;
    }

  read = format_count (counts.read);
  fine = format_count (counts.fresh - n_doubtful);
  doubtful = format_count (n_doubtful);
  known = format_count (counts.known);
  united = format_count (counts.united);
  left_out = format_count (counts.left_out);

  /* Translators: in this and the next sentences %s is a number. */
  g_string_append_printf (line, ngettext ("%s found", "%s found", counts.read), read);
  g_string_append (line, " · ");
  g_string_append_printf (line, ngettext ("%s fine", "%s fine", counts.fresh - n_doubtful), fine);
  g_string_append (line, " · ");
  g_string_append_printf (line, ngettext ("%s doubtful", "%s doubtful", n_doubtful), doubtful);
  g_string_append (line, " · ");
  g_string_append_printf (line, ngettext ("%s already here", "%s already here", counts.known), known);
  if (counts.united > 0)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, ngettext ("%s joined with another", "%s joined with others", counts.united), united);
    }
  if (counts.left_out > 0)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, ngettext ("%s left out", "%s left out", counts.left_out), left_out);
    }

  return g_string_free (line, FALSE);
}

static void
show_counts (NazarImportReview *self)
{
  g_autofree char *counts = describe_counts (self->plan);

  gtk_label_set_text (self->summary, counts);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static gboolean
on_count_cb (gpointer user_data)
{
  NazarImportReview *self = user_data;

  self->count_source = 0;
  show_counts (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_item_changed_cb (GSignalInvocationHint *hint,
                    guint                  n_params,
                    const GValue          *params,
                    gpointer               user_data)
{
  NazarImportReview *self = user_data;

  if (self->count_source == 0)
    self->count_source = g_idle_add (on_count_cb, self);
  return TRUE;
}

static gboolean
on_match_cb (gpointer user_data)
{
  NazarImportReview *self = user_data;

  self->match_source = 0;
  g_signal_emit (self, signals[SIGNAL_MATCH], 0);
  return G_SOURCE_REMOVE;
}

static void
match_soon (NazarImportReview *self)
{
  g_clear_handle_id (&self->match_source, g_source_remove);
  self->match_source = g_timeout_add (MATCH_MS, on_match_cb, self);
}

static void
on_edited_cb (NazarImportReview *self,
              gboolean           identity)
{
  if (identity)
    match_soon (self);
}

static void
on_selected_cb (NazarImportReview *self)
{
  nazar_import_item_view_show (self->item_view, self->plan, nazar_import_list_get_selected (self->list));
}

static void
on_opened_cb (NazarImportReview *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "item");
}

static void
on_back_clicked_cb (NazarImportReview *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static gboolean
find_selected (NazarImportReview  *self,
               NazarImportItem   **item,
               guint              *index)
{
  *item = nazar_import_list_get_selected (self->list);
  return *item != NULL && g_ptr_array_find (nazar_import_plan_get_items (self->plan), *item, index);
}

static void
on_join_cb (NazarImportReview *self)
{
  GPtrArray *items = nazar_import_plan_get_items (self->plan);
  g_autoptr (NazarImportItem) joined = NULL;
  NazarImportItem *selected;
  guint index;

  if (!find_selected (self, &selected, &index) || index == 0)
    return;

  joined = g_object_ref (selected);
  if (!nazar_import_plan_join (self->plan, index))
    return;

  nazar_import_list_remove (self->list, joined);
  nazar_import_list_select (self->list, g_ptr_array_index (items, index - 1));
  on_selected_cb (self);
  match_soon (self);
}

static void
on_split_cb (NazarImportReview *self,
             guint64            offset)
{
  GPtrArray *items = nazar_import_plan_get_items (self->plan);
  NazarImportItem *selected, *second;
  guint index;

  if (!find_selected (self, &selected, &index) || !nazar_import_plan_split (self->plan, index, offset))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  second = g_ptr_array_index (items, index + 1);
  nazar_import_list_insert_after (self->list, second, selected);
  nazar_import_list_select (self->list, second);
  if (nazar_import_list_get_selected (self->list) == second)
    nazar_import_item_view_focus_number (self->item_view);
  match_soon (self);
}

static void
on_encoding_changed_cb (NazarImportReview *self)
{
  if (self->showing)
    return;

  /* Names of States are read in another encoding, too. */
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->state, 0);
  self->showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_READ_ANEW], 0);
}

static void
on_state_changed_cb (NazarImportReview *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_READ_ANEW], 0);
}

static void
show_encoding (NazarImportReview *self)
{
  const char *charset = nazar_import_plan_get_charset (self->plan);
  gboolean is_json = strcmp (nazar_import_plan_get_kind (self->plan), nazar_importer_json.kind) == 0;
  guint n_encodings;
  const NazarEncoding *encodings = nazar_encoding_list (&n_encodings);

  gtk_widget_set_visible (GTK_WIDGET (self->encoding), charset != NULL && !is_json);
  for (guint i = 0; i < n_encodings; i++)
    if (g_strcmp0 (encodings[i].id, charset) == 0)
      gtk_drop_down_set_selected (self->encoding, i);
}

/* The States of the whole file, as it was read first. */
static void
show_states (NazarImportReview *self)
{
  g_autoptr (GtkStringList) names = NULL;
  gboolean is_table = strcmp (nazar_import_plan_get_kind (self->plan), nazar_importer_upr_info.kind) == 0;
  const char *charset = nazar_import_plan_get_charset (self->plan);

  if (self->states == NULL || g_strcmp0 (self->charset, charset) != 0)
    {
      g_free (self->charset);
      self->charset = g_strdup (charset);
      g_strfreev (self->states);
      self->states = nazar_import_plan_dup_states (self->plan);
      names = gtk_string_list_new (NULL);
      gtk_string_list_append (names, _("All States"));
      gtk_string_list_splice (names, 1, 0, (const char *const *) self->states);
      gtk_drop_down_set_model (self->state, G_LIST_MODEL (names));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->state), is_table && g_strv_length (self->states) > 1);
}

static char *
join_warnings (GPtrArray *warnings,
               guint      n)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (warnings, i));
  return g_string_free (lines, FALSE);
}

static void
show_warnings (NazarImportReview *self)
{
  GPtrArray *warnings = nazar_import_plan_get_warnings (self->plan);
  guint n_more = warnings->len > MAX_WARNINGS ? warnings->len - MAX_WARNINGS : 0;
  g_autofree char *first = join_warnings (warnings, MIN (warnings->len, MAX_WARNINGS));
  g_autofree char *all = join_warnings (warnings, warnings->len);
  /* Translators: %u is a number of sentences that there is no room for. */
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  gtk_label_set_text (self->warnings, first);
  gtk_label_set_text (self->all_warnings, all);
  gtk_menu_button_set_label (self->more_warnings, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_warnings), n_more > 0);
  gtk_widget_set_visible (self->warnings_box, warnings->len > 0);
}

static void
set_up_drop_downs (NazarImportReview *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint n_encodings;
  const NazarEncoding *encodings = nazar_encoding_list (&n_encodings);

  for (guint i = 0; i < n_encodings; i++)
    gtk_string_list_append (labels, nazar_encoding_get_label (encodings[i].id));
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (labels));
  gtk_drop_down_set_expression (self->state, expression);
}

static gboolean
nazar_import_review_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NAZAR_IMPORT_REVIEW (widget)->list));
}

static void
nazar_import_review_dispose (GObject *object)
{
  NazarImportReview *self = NAZAR_IMPORT_REVIEW (object);

  if (self->changed_hook != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("changed", NAZAR_TYPE_IMPORT_ITEM), self->changed_hook);
  self->changed_hook = 0;
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_handle_id (&self->match_source, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->states, g_strfreev);
  g_clear_pointer (&self->charset, g_free);

  G_OBJECT_CLASS (nazar_import_review_parent_class)->dispose (object);
}

static guint
install_signal (const char *name)
{
  return g_signal_new (name, NAZAR_TYPE_IMPORT_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-review.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, target);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, summary);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, encoding);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, state);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, warnings);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, all_warnings);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, more_warnings);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, back);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, list);
  gtk_widget_class_bind_template_child (widget_class, NazarImportReview, item_view);
  gtk_widget_class_bind_template_callback (widget_class, match_soon);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_join_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_split_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_state_changed_cb);
}

static void
nazar_import_review_class_init (NazarImportReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_import_review_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = nazar_import_review_grab_focus;

  /**
   * NazarImportReview::read-anew:
   *
   * Another encoding or State was chosen.
   */
  signals[SIGNAL_READ_ANEW] = install_signal ("read-anew");

  /**
   * NazarImportReview::match:
   *
   * What items are known by has changed: it must be looked again which of them
   * the register has.
   */
  signals[SIGNAL_MATCH] = install_signal ("match");

  /**
   * NazarImportReview::counted:
   *
   * Another number of items will be stored, perhaps.
   */
  signals[SIGNAL_COUNTED] = install_signal ("counted");

  g_type_ensure (NAZAR_TYPE_IMPORT_TARGET);
  g_type_ensure (NAZAR_TYPE_IMPORT_LIST);
  g_type_ensure (NAZAR_TYPE_IMPORT_ITEM_VIEW);
  g_type_ensure (NAZAR_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
nazar_import_review_init (NazarImportReview *self)
{
  /* A signal is known once its class is. */
  g_type_class_unref (g_type_class_ref (NAZAR_TYPE_IMPORT_ITEM));
  self->changed_hook = g_signal_add_emission_hook (g_signal_lookup ("changed", NAZAR_TYPE_IMPORT_ITEM), 0, on_item_changed_cb,
                                                   self, NULL);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_drop_downs (self);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  self->showing = FALSE;
}

/**
 * nazar_import_review_show:
 * @self: a review
 * @live: the register
 * @plan: what was found in a file
 */
void
nazar_import_review_show (NazarImportReview *self,
                          NazarLive         *live,
                          NazarImportPlan   *plan)
{
  g_return_if_fail (NAZAR_IS_IMPORT_REVIEW (self));

  g_clear_handle_id (&self->match_source, g_source_remove);
  nazar_import_item_view_show (self->item_view, NULL, NULL);
  g_set_object (&self->plan, plan);

  self->showing = TRUE;
  show_encoding (self);
  show_states (self);
  self->state_shown = gtk_drop_down_get_selected (self->state);
  show_warnings (self);
  nazar_import_target_show (self->target, live, plan);
  self->showing = FALSE;

  nazar_import_list_set_plan (self->list, plan);
  on_selected_cb (self);
  show_counts (self);
}

/**
 * nazar_import_review_refresh:
 * @self: a review
 *
 * Shows what was found out anew about the items.
 */
void
nazar_import_review_refresh (NazarImportReview *self)
{
  GPtrArray *items = nazar_import_plan_get_items (self->plan);

  for (guint i = 0; i < items->len; i++)
    g_signal_emit_by_name (g_ptr_array_index (items, i), "changed");
  nazar_import_list_refilter (self->list);
  show_counts (self);
}

/**
 * nazar_import_review_reset_choices:
 * @self: a review
 *
 * Shows the encoding and the State of the plan again: what was chosen after them
 * could not be read.
 */
void
nazar_import_review_reset_choices (NazarImportReview *self)
{
  self->showing = TRUE;
  show_encoding (self);
  gtk_drop_down_set_selected (self->state, self->state_shown);
  self->showing = FALSE;
}

/**
 * nazar_import_review_get_encoding:
 * @self: a review
 *
 * Returns: (transfer none): id of the encoding that is chosen
 */
const char *
nazar_import_review_get_encoding (NazarImportReview *self)
{
  guint n_encodings;
  const NazarEncoding *encodings = nazar_encoding_list (&n_encodings);

  return encodings[MIN (gtk_drop_down_get_selected (self->encoding), n_encodings - 1)].id;
}

/**
 * nazar_import_review_get_state:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the State that is chosen; %NULL for all
 */
const char *
nazar_import_review_get_state (NazarImportReview *self)
{
  guint selected = gtk_drop_down_get_selected (self->state);

  if (self->states == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return self->states[selected - 1];
}

/**
 * nazar_import_review_dup_source:
 * @self: a review
 *
 * Returns: (transfer full) (nullable): the source of the register that the items go
 *   into; %NULL for the new one
 */
NazarRecord *
nazar_import_review_dup_source (NazarImportReview *self)
{
  return nazar_import_target_dup_chosen (self->target);
}
