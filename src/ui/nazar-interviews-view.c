/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-interviews-view.h"

#include "nazar-figure-bar.h"
#include "nazar-interview-editor.h"
#include "nazar-interview-row.h"
#include "nazar-pane-layout.h"
#include "nazar-population.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The interviews of a visit: their codes in a list, and beside it the one that is
 * chosen. The law wants a third of those held to be heard in a comprehensive visit;
 * the list says how far that is. */
struct _NazarInterviewsView
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  gulong visit_id;
  NazarOwnedList *interviews;
  NazarOwnedList *findings;
  gboolean locked; /* as the editor was made */
  guint refresh;

  GtkStack *stack;
  AdwStatusPage *none;
  GtkWidget *first_button;
  AdwLeaflet *leaflet;
  GtkLabel *count;
  GtkWidget *bar;
  GtkWidget *add_button;
  GtkListBox *list;
  AdwBin *pane;
};

G_DEFINE_FINAL_TYPE (NazarInterviewsView, nazar_interviews_view, ADW_TYPE_BIN)

static gboolean
is_locked (NazarInterviewsView *self)
{
  return self->visit == NULL || g_strcmp0 (nazar_record_get (self->visit, "state"), "approved") == 0;
}

static gboolean
is_editable (NazarInterviewsView *self)
{
  return !is_locked (self) && !nazar_store_is_read_only (nazar_live_get_store (self->live));
}

static NazarInterviewEditor *
get_editor (NazarInterviewsView *self)
{
  GtkWidget *child = adw_bin_get_child (self->pane);

  return child != NULL ? NAZAR_INTERVIEW_EDITOR (child) : NULL;
}

/* ---- How many ---- */

/* As src/store/queries/computed.sql counts: an unset "with" is somebody who is held. */
static guint
count_held (GPtrArray *interviews)
{
  static const char *const held[] = { "detainee", "patient", "resident", NULL };
  guint n = 0;

  for (guint i = 0; i < interviews->len; i++)
    {
      const char *with = nazar_record_get (g_ptr_array_index (interviews, i), "with");

      n += with == NULL || nazar_strv_holds (held, with);
    }

  return n;
}

static void
show_count (NazarInterviewsView *self)
{
  GPtrArray *interviews = nazar_owned_list_get_records (self->interviews);
  guint n = count_held (interviews);
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (self->visit, "population"));
  gint64 needed = (nazar_population_sum (population, NULL, NULL, NULL) + 2) / 3;
  gboolean counts = g_strcmp0 (nazar_record_get (self->visit, "kind"), "comprehensive") == 0;
  g_autofree char *words = NULL;
  const char *hint = NULL;

  if (counts && needed > 0)
    {
      /* Translators: how many of the people held were interviewed, and how many the law wants. */
      words = g_strdup_printf (_("%u of %d needed"), n, (int) needed);
      hint = _("A comprehensive visit hears at least a third of those held, in private.");
    }
  else
    {
      words = g_strdup_printf (ngettext ("%u interview", "%u interviews", interviews->len), interviews->len);
      if (counts)
        hint = _("How many are needed is counted from the population of the place.");
    }

  gtk_label_set_text (self->count, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), hint);
  gtk_widget_set_visible (self->bar, counts && needed > 0);
  nazar_figure_bar_set_fraction (NAZAR_FIGURE_BAR (self->bar), needed > 0 ? (double) n / needed : 0);
  if (needed > 0 && n >= needed)
    gtk_widget_add_css_class (self->bar, "success");
  else
    gtk_widget_remove_css_class (self->bar, "success");
}

/* ---- The list and the editor ---- */

static GtkListBoxRow *
find_row (NazarInterviewsView *self,
          const char          *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (nazar_record_get_id (nazar_interview_row_get_interview (NAZAR_INTERVIEW_ROW (row))), id) == 0)
      return row;

  return NULL;
}

static void
show_editor (NazarInterviewsView *self,
             NazarRecord         *interview)
{
  GtkWidget *editor = NULL;

  if (interview != NULL)
    {
      self->locked = is_locked (self);
      editor = nazar_interview_editor_new (self->live, self->visit, interview, self->findings, self->locked);
      nazar_interview_editor_set_folded (NAZAR_INTERVIEW_EDITOR (editor), adw_leaflet_get_folded (self->leaflet));
    }
  adw_bin_set_child (self->pane, editor);
}

static void
on_row_selected_cb (NazarInterviewsView *self,
                    GtkListBoxRow       *row)
{
  NazarInterviewEditor *editor = get_editor (self);
  NazarRecord *interview = row != NULL ? nazar_interview_row_get_interview (NAZAR_INTERVIEW_ROW (row)) : NULL;

  if (self->visit != NULL && (editor == NULL || nazar_interview_editor_get_interview (editor) != interview))
    show_editor (self, interview);
}

static void
enter_editor (NazarInterviewsView *self)
{
  NazarInterviewEditor *editor = get_editor (self);

  adw_leaflet_set_visible_child_name (self->leaflet, "editor");
  if (editor != NULL)
    nazar_interview_editor_begin (editor);
}

static void
on_row_activated_cb (NazarInterviewsView *self)
{
  enter_editor (self);
}

/* In a wide window a click only chooses: Enter goes on to the fields. */
static void
on_folded_cb (NazarInterviewsView *self)
{
  NazarInterviewEditor *editor = get_editor (self);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_list_box_set_activate_on_single_click (self->list, folded);
  if (editor != NULL)
    nazar_interview_editor_set_folded (editor, folded);
}

/* Where the interview that is shown is gone, the one after it takes its place. */
static void
remove_row (NazarInterviewsView *self,
            GtkListBoxRow       *row)
{
  NazarInterviewEditor *editor = get_editor (self);
  int place = gtk_list_box_row_get_index (row);
  gboolean shown = editor != NULL && nazar_interview_editor_get_interview (editor) ==
                                       nazar_interview_row_get_interview (NAZAR_INTERVIEW_ROW (row));
  GtkListBoxRow *next;

  if (shown)
    {
      nazar_interview_editor_forget (editor);
      show_editor (self, NULL);
      adw_leaflet_set_visible_child_name (self->leaflet, "list");
    }
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (!shown)
    return;

  next = gtk_list_box_get_row_at_index (self->list, place);
  if (next == NULL && place > 0)
    next = gtk_list_box_get_row_at_index (self->list, place - 1);
  gtk_list_box_select_row (self->list, next);
  if (next != NULL && gtk_widget_get_mapped (GTK_WIDGET (next)))
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
remove_rows (NazarInterviewsView *self,
             GPtrArray           *interviews)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    if (g_ptr_array_find (interviews, nazar_interview_row_get_interview (NAZAR_INTERVIEW_ROW (row)), NULL))
      i++;
    else
      remove_row (self, row);
}

static void
on_interviews_changed_cb (NazarInterviewsView *self)
{
  GPtrArray *interviews = nazar_owned_list_get_records (self->interviews);

  if (self->visit == NULL)
    return;

  remove_rows (self, interviews);
  for (guint i = 0; i < interviews->len; i++)
    {
      NazarRecord *interview = g_ptr_array_index (interviews, i);
      GtkListBoxRow *row = find_row (self, nazar_record_get_id (interview));

      if (row != NULL)
        nazar_interview_row_update (NAZAR_INTERVIEW_ROW (row));
      else
        gtk_list_box_insert (self->list, nazar_interview_row_new (interview), i);
    }

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, interviews->len > 0 ? "some" : "none");
  show_count (self);
}

/* ---- The visit ---- */

static void
show_state (NazarInterviewsView *self)
{
  gboolean editable = is_editable (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.new", editable);
  gtk_widget_set_visible (self->first_button, editable);
  gtk_widget_set_visible (self->add_button, editable);
}

/* Rows are made for reading or for writing. */
static gboolean
on_refresh_cb (gpointer data)
{
  NazarInterviewsView *self = data;
  NazarInterviewEditor *editor = get_editor (self);
  g_autoptr (NazarRecord) interview = NULL;
  double scroll;

  self->refresh = 0;
  show_state (self);
  show_count (self);
  if (editor == NULL || self->locked == is_locked (self))
    return G_SOURCE_REMOVE;

  interview = g_object_ref (nazar_interview_editor_get_interview (editor));
  scroll = nazar_interview_editor_get_scroll (editor);
  show_editor (self, interview);
  nazar_interview_editor_set_scroll (get_editor (self), scroll);
  return G_SOURCE_REMOVE;
}

static void
on_visit_changed_cb (NazarInterviewsView *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh_cb, self);
}

/* ---- What it does ---- */

static void
new_interview (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarInterviewsView *self = NAZAR_INTERVIEWS_VIEW (widget);
  NazarRecord *interview;

  if (!is_editable (self))
    return;

  interview = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  nazar_record_set_author_language (interview);
  interview = nazar_owned_list_add (self->interviews, interview);
  gtk_list_box_select_row (self->list, find_row (self, nazar_record_get_id (interview)));
  enter_editor (self);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  nazar_interviews_view_back (NAZAR_INTERVIEWS_VIEW (widget));
}

static gboolean
on_list_key_cb (NazarInterviewsView *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  NazarInterviewEditor *editor = get_editor (self);

  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) || editor == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (editor), "interview.delete", NULL);
  return GDK_EVENT_STOP;
}

/* ---- The widget ---- */

static void
forget_visit (NazarInterviewsView *self)
{
  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->visit != NULL)
    g_clear_signal_handler (&self->visit_id, self->visit);
  g_clear_object (&self->visit);
}

static void
nazar_interviews_view_dispose (GObject *object)
{
  NazarInterviewsView *self = NAZAR_INTERVIEWS_VIEW (object);

  forget_visit (self);
  g_clear_object (&self->interviews);
  g_clear_object (&self->findings);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_interviews_view_parent_class)->dispose (object);
}

static void
nazar_interviews_view_class_init (NazarInterviewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_interviews_view_dispose;

  g_type_ensure (NAZAR_TYPE_FIGURE_BAR);
  g_type_ensure (NAZAR_TYPE_PANE_LAYOUT);
  gtk_widget_class_install_action (widget_class, "section.new", NULL, new_interview);
  gtk_widget_class_install_action (widget_class, "interviews.back", NULL, go_back);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-interviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, none);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, first_button);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, count);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, bar);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, list);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewsView, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
nazar_interviews_view_init (NazarInterviewsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  on_folded_cb (self);
}

/**
 * nazar_interviews_view_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): a view that has no visit yet
 */
GtkWidget *
nazar_interviews_view_new (NazarLive *live)
{
  NazarInterviewsView *self;

  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);

  self = g_object_new (NAZAR_TYPE_INTERVIEWS_VIEW, NULL);
  self->live = g_object_ref (live);
  self->interviews = nazar_owned_list_new (live, NAZAR_TYPE_INTERVIEW);
  self->findings = nazar_owned_list_new (live, NAZAR_TYPE_FINDING);
  g_signal_connect_object (self->interviews, "changed", G_CALLBACK (on_interviews_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_interviews_view_set_visit:
 * @self: a view
 * @visit: (nullable): a live visit
 *
 * Shows the interviews of the visit. What was typed for the one before is stored first.
 */
void
nazar_interviews_view_set_visit (NazarInterviewsView *self,
                                 NazarRecord         *visit)
{
  GtkListBoxRow *row;

  g_return_if_fail (NAZAR_IS_INTERVIEWS_VIEW (self));

  if (visit == self->visit)
    return;

  show_editor (self, NULL);
  forget_visit (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  adw_leaflet_set_visible_child_name (self->leaflet, "list");

  if (visit != NULL)
    {
      self->visit = g_object_ref (visit);
      self->visit_id = g_signal_connect_swapped (visit, "notify", G_CALLBACK (on_visit_changed_cb), self);
      show_state (self);
    }
  nazar_owned_list_set_owner (self->findings, visit != NULL ? nazar_record_get_id (visit) : NULL);
  nazar_owned_list_set_owner (self->interviews, visit != NULL ? nazar_record_get_id (visit) : NULL);
}

/**
 * nazar_interviews_view_show:
 * @self: a view that has a visit
 * @interview: (nullable): id of one of its interviews
 *
 * Shows that interview.
 */
void
nazar_interviews_view_show (NazarInterviewsView *self,
                            const char          *interview)
{
  GtkListBoxRow *row;

  g_return_if_fail (NAZAR_IS_INTERVIEWS_VIEW (self));

  row = interview != NULL ? find_row (self, interview) : NULL;
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "editor");
}

/**
 * nazar_interviews_view_back:
 * @self: a view
 *
 * In a narrow window: from an interview back to the list.
 *
 * Returns: whether there was a way back
 */
gboolean
nazar_interviews_view_back (NazarInterviewsView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NAZAR_IS_INTERVIEWS_VIEW (self), FALSE);

  if (!adw_leaflet_get_folded (self->leaflet) ||
      g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "editor") != 0)
    return FALSE;

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}
