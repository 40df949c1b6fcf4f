/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-start-dialog.h"

#include "nazar-date.h"
#include "nazar-follow-up.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-reference-picker.h"
#include "nazar-visit-figures.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* A visit begins with a place and a kind. The program proposes the questionnaires, and
 * says what is still open there. */
struct _NazarVisitStartDialog
{
  AdwWindow parent_instance;

  NazarLive *live;
  GtkWidget *owner; /* weak: the window that shows the visit then */
  NazarRecord *visit; /* not yet stored */
  GPtrArray *proposed;
  GPtrArray *checks; /* as @proposed */

  AdwActionRow *facility_row;
  GtkMenuButton *facility_button;
  AdwComboRow *kind;
  GtkWidget *begin;
  GtkLabel *hint;
  GtkLabel *problem;
  AdwPreferencesGroup *checklists;
  GtkWidget *start;
};

G_DEFINE_FINAL_TYPE (NazarVisitStartDialog, nazar_visit_start_dialog, ADW_TYPE_WINDOW)

static const NazarField *
find_field (const char *name)
{
  return nazar_record_info_find (nazar_record_info (NAZAR_TYPE_VISIT), name, NULL);
}

static const char *
get_kind (NazarVisitStartDialog *self)
{
  return nazar_vocabulary_visit_kind.choices[adw_combo_row_get_selected (self->kind)].id;
}

/* ---- What the program proposes ---- */

/* What is still open at the place, and what the law says of the kind. */
static void
show_hint (NazarVisitStartDialog *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  const char *facility = nazar_record_get (self->visit, "facility");
  g_auto (GStrv) open = NULL;
  guint n;
  g_autofree char *still_open = NULL;
  const char *rule = "";

  if (facility != NULL)
    {
      open = nazar_follow_up_open (nazar_store_lock_reader (store), facility, NULL, NULL);
      nazar_store_unlock_reader (store);
    }
  n = open != NULL ? g_strv_length (open) : 0;
  still_open = n > 0 ? g_strdup_printf (ngettext ("%u recommendation is still open at this place: the visit asks what is there now.",
                                                  "%u recommendations are still open at this place: the visit asks what is there now.", n), n)
                     : g_strdup ("");

  if (g_str_equal (get_kind (self), "comprehensive"))
    rule = _("A comprehensive visit interviews at least a third of those held.");
  else if (g_str_equal (get_kind (self), "special"))
    rule = _("A special visit answers something: it needs its reason.");
  else if (g_str_equal (get_kind (self), "interim") && facility != NULL && n == 0)
    rule = _("An interim visit looks at what was recommended: nothing is open at this place.");

  {
    g_autofree char *both = g_strstrip (g_strjoin (" ", still_open, rule, NULL));

    gtk_label_set_text (self->hint, both);
    gtk_widget_set_visible (GTK_WIDGET (self->hint), *both != '\0');
  }
}

/* An interim visit need not answer the whole questionnaire again: nothing is chosen for it. */
static void
choose_checklists (NazarVisitStartDialog *self)
{
  const char *id = nazar_record_get (self->visit, "facility");
  g_autoptr (NazarRecord) facility = id != NULL ? nazar_live_get (self->live, NAZAR_TYPE_FACILITY, id) : NULL;
  const char *kind = facility != NULL ? nazar_record_get (facility, "kind") : NULL;
  gboolean whole = g_str_equal (get_kind (self), "comprehensive");

  for (guint i = 0; i < self->proposed->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 whole && kind != NULL && nazar_checklist_is_for (g_ptr_array_index (self->proposed, i), kind));
}

static void
on_kind_cb (NazarVisitStartDialog *self)
{
  if (self->live == NULL)
    return;

  choose_checklists (self);
  show_hint (self);
}

static void
take_facility (NazarVisitStartDialog *self,
               NazarRecord           *facility)
{
  g_autofree char *title = nazar_record_dup_title (facility);

  nazar_record_set (self->visit, "facility", nazar_record_get_id (facility));
  adw_action_row_set_subtitle (self->facility_row, title != NULL ? title : "");
  gtk_menu_button_set_label (self->facility_button, _("Change"));
  gtk_widget_set_sensitive (self->start, TRUE);
  choose_checklists (self);
  show_hint (self);
}

static void
on_picked_cb (NazarVisitStartDialog *self,
              NazarRecord           *facility)
{
  take_facility (self, facility);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}

/* ---- Starting ---- */

static void
on_begin_changed_cb (NazarVisitStartDialog *self)
{
  gtk_widget_remove_css_class (self->begin, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
set_checklists (NazarVisitStartDialog *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->proposed->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (ids, (gpointer) nazar_checklist_get_id (g_ptr_array_index (self->proposed, i)));
  g_ptr_array_add (ids, NULL);
  nazar_record_set_strv (self->visit, "checklists", (const char *const *) ids->pdata);
}

static void
on_start_cb (NazarVisitStartDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!nazar_record_enter (self->visit, "begin", gtk_editable_get_text (GTK_EDITABLE (self->begin)), &error))
    {
      gtk_widget_add_css_class (self->begin, "error");
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_grab_focus (self->begin);
      return;
    }

  nazar_record_set (self->visit, "kind", get_kind (self));
  nazar_record_set_author_language (self->visit);
  set_checklists (self);
  nazar_live_store (self->live, self->visit);
  if (self->owner != NULL)
    nazar_window_show_record (self->owner, NAZAR_TYPE_VISIT, nazar_record_get_id (self->visit));
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- The dialog ---- */

static void
add_checklist (NazarVisitStartDialog *self,
               NazarChecklist        *checklist)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *title = nazar_checklist_get_title (checklist, nazar_language_current ());
  guint n = nazar_checklist_count_asked (checklist);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), questions);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->checklists, row);
  g_ptr_array_add (self->checks, check);
}

static void
fill (NazarVisitStartDialog *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *today = nazar_today ();
  g_autofree char *date = nazar_date_format (today, nazar_language_current ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->facility_row), nazar_field_label (find_field ("facility")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), nazar_field_label (find_field ("kind")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->begin), nazar_field_label (find_field ("begin")));
  for (guint i = 0; i < nazar_vocabulary_visit_kind.n_choices; i++)
    gtk_string_list_append (kinds, nazar_vocabulary_label (&nazar_vocabulary_visit_kind, nazar_vocabulary_visit_kind.choices[i].id));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_editable_set_text (GTK_EDITABLE (self->begin), date);

  self->proposed = nazar_visit_propose_checklists (nazar_store_lock_reader (store), NULL);
  nazar_store_unlock_reader (store);
  if (self->proposed == NULL)
    self->proposed = g_ptr_array_new ();
  for (guint i = 0; i < self->proposed->len; i++)
    add_checklist (self, g_ptr_array_index (self->proposed, i));
}

static void
add_picker (NazarVisitStartDialog *self)
{
  GtkWidget *picker = nazar_reference_picker_new (self->live, find_field ("facility"));

  gtk_menu_button_set_popover (self->facility_button, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
}

static void
nazar_visit_start_dialog_dispose (GObject *object)
{
  NazarVisitStartDialog *self = NAZAR_VISIT_START_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_visit_start_dialog_parent_class)->dispose (object);
}

static void
nazar_visit_start_dialog_finalize (GObject *object)
{
  NazarVisitStartDialog *self = NAZAR_VISIT_START_DIALOG (object);

  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (nazar_visit_start_dialog_parent_class)->finalize (object);
}

static void
nazar_visit_start_dialog_class_init (NazarVisitStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_visit_start_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_visit_start_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-visit-start-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, facility_row);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, facility_button);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, begin);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, checklists);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitStartDialog, start);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nazar_visit_start_dialog_init (NazarVisitStartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  self->visit = nazar_record_new (NAZAR_TYPE_VISIT, NULL);
}

/**
 * nazar_visit_start_dialog_present:
 * @owner: a widget of the window that shows the visit then
 * @live: a register as windows see it
 * @facility: (nullable): id of the place to begin with
 *
 * Asks for place and kind, and opens the new visit.
 */
void
nazar_visit_start_dialog_present (GtkWidget  *owner,
                                  NazarLive  *live,
                                  const char *facility)
{
  NazarVisitStartDialog *self = g_object_new (NAZAR_TYPE_VISIT_START_DIALOG, "transient-for", gtk_widget_get_root (owner), NULL);
  g_autoptr (NazarRecord) place = facility != NULL ? nazar_live_get (live, NAZAR_TYPE_FACILITY, facility) : NULL;

  self->live = g_object_ref (live);
  g_set_weak_pointer (&self->owner, owner);
  fill (self);
  add_picker (self);
  if (place != NULL)
    take_facility (self, place);
  else
    show_hint (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (place != NULL ? GTK_WIDGET (self->kind) : GTK_WIDGET (self->facility_button));
}
