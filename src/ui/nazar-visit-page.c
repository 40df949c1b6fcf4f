/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-page.h"

#include "nazar-compat.h"
#include "nazar-date.h"
#include "nazar-display.h"
#include "nazar-history-dialog.h"
#include "nazar-language.h"
#include "nazar-pane-layout.h"
#include "nazar-part.h"
#include "nazar-population.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"
#include "nazar-visit-figures.h"
#include "nazar-visit-missing.h"
#include "nazar-visit-sections.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* One visit: a map of what is done and what is missing, and the section that is worked
 * on beside it. There is no Save: what is typed is stored. */
struct _NazarVisitPage
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  NazarNotebook *notebook;
  NazarVisitMap *map;
  NazarVisitSections *sections;
  GtkWidget *state_icon;
  GtkWidget *state_label;
  guint refresh;
  gboolean is_stored; /* something was, since the page is open */

  AdwWindowTitle *title;
  GtkLabel *stored;
  GtkMenuButton *state_button;
  AdwLeaflet *leaflet;
  AdwBin *map_pane;
  AdwBin *section_pane;
};

G_DEFINE_FINAL_TYPE (NazarVisitPage, nazar_visit_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_read_only (NazarVisitPage *self)
{
  return nazar_store_is_read_only (nazar_live_get_store (self->live));
}

static gboolean
is_state (NazarVisitPage *self,
          const char     *state)
{
  return g_strcmp0 (nazar_record_get (self->visit, "state"), state) == 0;
}

/* ---- What it shows ---- */

/* "Comprehensive · 3 November 2025 – 4 November 2025" */
static char *
dup_subtitle (NazarVisitPage *self)
{
  const char *kind = nazar_record_get (self->visit, "kind");
  const char *begin = nazar_record_get (self->visit, "begin"), *end = nazar_record_get (self->visit, "end");
  const char *language = nazar_language_current ();
  GString *words = g_string_new (kind != NULL ? nazar_vocabulary_label (&nazar_vocabulary_visit_kind, kind) : NULL);

  if (begin != NULL)
    {
      g_autofree char *from = nazar_date_format (begin, language);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", from);
    }
  if (end != NULL && g_strcmp0 (begin, end) != 0)
    {
      g_autofree char *to = nazar_date_format (end, language);

      g_string_append_printf (words, " – %s", to);
    }

  return g_string_free (words, FALSE);
}

static void
show_title (NazarVisitPage *self)
{
  const char *facility = nazar_record_get (self->visit, "facility");
  g_autofree char *title = facility != NULL ? nazar_display_title (self->live, NAZAR_TYPE_FACILITY, facility) : NULL;
  g_autofree char *subtitle = dup_subtitle (self);

  adw_window_title_set_title (self->title, title != NULL ? title : _("A visit"));
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
show_state (NazarVisitPage *self)
{
  const char *state = nazar_record_get (self->visit, "state");
  gboolean writable = !is_read_only (self), approved = is_state (self, "approved"), complete = is_state (self, "complete");
  GtkWidget *widget = GTK_WIDGET (self);
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_visit_state, state != NULL ? state : "draft");
  const char *word = nazar_vocabulary_label (&nazar_vocabulary_visit_state, choice->id);
  /* Translators: %s is the state of a visit, for screen readers. */
  g_autofree char *name = g_strdup_printf (_("State: %s"), word);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), choice->icon);
  gtk_label_set_text (GTK_LABEL (self->state_label), word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state_button), writable);
  gtk_widget_action_set_enabled (widget, "visit.complete", writable && !complete && !approved);
  gtk_widget_action_set_enabled (widget, "visit.draft", writable && complete);
  gtk_widget_action_set_enabled (widget, "visit.approve", writable && !approved);
  gtk_widget_action_set_enabled (widget, "visit.reopen", writable && approved);
  gtk_widget_action_set_enabled (widget, "visit.delete", writable && !approved);
}

static void
count (NazarVisitPage    *self,
       NazarVisitSection  section,
       gint64             n,
       gint64             of)
{
  g_autofree char *words = of > 0  ? g_strdup_printf (C_ ("count", "%u/%u"), (guint) n, (guint) of)
                           : n > 0 ? g_strdup_printf ("%u", (guint) n)
                                   : NULL;

  nazar_visit_map_set_count (self->map, section, words, of > 0 && n >= of);
}

static void
count_structures (NazarVisitPage    *self,
                  NazarVisitSection  section,
                  const char        *field)
{
  g_autoptr (NazarPartList) parts =
    nazar_part_list_new (nazar_record_info_find (nazar_record_get_info (self->visit), field, NULL));

  nazar_part_list_set_record (parts, self->visit);
  count (self, section, nazar_part_list_get_length (parts), 0);
}

static void
show_counts (NazarVisitPage *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (self->visit, "population"));
  g_autoptr (GPtrArray) missing = nazar_record_missing (self->visit);
  gint64 held = nazar_population_sum (population, NULL, NULL, NULL);
  gboolean comprehensive = g_strcmp0 (nazar_record_get (self->visit, "kind"), "comprehensive") == 0;
  NazarVisitFigures figures = { 0 };

  if (!nazar_visit_read_figures (nazar_store_lock_reader (store), nazar_record_get_id (self->visit), &figures, NULL))
    figures = (NazarVisitFigures){ 0 };
  nazar_store_unlock_reader (store);

  nazar_visit_map_set_count (self->map, NAZAR_SECTION_CIRCUMSTANCES, NULL, missing->len == 0);
  count_structures (self, NAZAR_SECTION_TEAM, "team");
  count (self, NAZAR_SECTION_POPULATION, held, 0);
  count (self, NAZAR_SECTION_QUESTIONNAIRES, nazar_notebook_get_checklists (self->notebook)->len, 0);
  if (comprehensive && held > 0)
    count (self, NAZAR_SECTION_INTERVIEWS, figures.interviews, (held + 2) / 3);
  else
    count (self, NAZAR_SECTION_INTERVIEWS, figures.talks, 0);
  count (self, NAZAR_SECTION_FINDINGS, figures.findings, 0);
  count (self, NAZAR_SECTION_RECOMMENDATIONS, figures.recommendations, 0);
  count (self, NAZAR_SECTION_DOCUMENTS, figures.files, 0);
}

static gboolean
on_refresh_cb (gpointer data)
{
  NazarVisitPage *self = data;

  self->refresh = 0;
  show_title (self);
  show_state (self);
  show_counts (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (NazarVisitPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh_cb, self);
}

/* True when it is read: the transaction is on the disk. */
static void
on_stored_cb (NazarVisitPage *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  if (nazar_live_is_busy (self->live))
    return;

  now = g_date_time_new_now_local ();
  time = g_date_time_format (now, "%H:%M");
  /* Translators: %s is a time such as 21:04. */
  words = g_strdup_printf (_("Stored %s"), time);
  gtk_label_set_text (self->stored, words);
  self->is_stored = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->stored), !adw_leaflet_get_folded (self->leaflet));
}

static void
on_live_changed_cb (NazarVisitPage *self,
                    GPtrArray      *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->type != NAZAR_TYPE_VISIT || change->action != NAZAR_JOURNAL_DELETE ||
          !g_str_equal (change->id, nazar_record_get_id (self->visit)))
        continue;
      nazar_visit_sections_forget (self->sections);
      g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
      return;
    }

  refresh_soon (self);
}

/* ---- The way through it ---- */

static void
show_section_pane (NazarVisitPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "section");
}

static void
on_chosen_cb (NazarVisitPage  *self,
              int              section,
              NazarChecklist  *checklist,
              const NazarArea *area,
              gboolean         enter)
{
  if (section == NAZAR_SECTION_QUESTIONS)
    nazar_visit_sections_show_questions (self->sections, checklist, area, NULL);
  else
    nazar_visit_sections_show (self->sections, section);

  if (enter)
    {
      show_section_pane (self);
      nazar_visit_sections_enter (self->sections);
    }
}

static void
on_shown_cb (NazarVisitPage *self)
{
  nazar_visit_map_select (self->map, nazar_visit_sections_get_shown (self->sections),
                          nazar_visit_sections_get_area (self->sections));
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  nazar_visit_page_back (NAZAR_VISIT_PAGE (widget));
}

static void
step (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  nazar_visit_map_step (NAZAR_VISIT_PAGE (widget)->map, g_str_equal (action, "visit.next"));
}

static void
focus_map (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  nazar_visit_map_focus (self->map);
}

static void
add_to_section (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);

  if (nazar_visit_sections_add (self->sections))
    show_section_pane (self);
}

static void
on_folded_cb (NazarVisitPage *self)
{
  if (self->map == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->stored), self->is_stored && !adw_leaflet_get_folded (self->leaflet));
  gtk_widget_set_visible (self->state_label, !adw_leaflet_get_folded (self->leaflet));
}

/* ---- Its states ---- */

static void
enter_state (NazarVisitPage *self,
             const char     *state,
             const char     *sentence)
{
  nazar_visit_sections_flush (self->sections);
  nazar_record_set (self->visit, "state", state);
  nazar_live_store (self->live, self->visit);
  nazar_window_toast (GTK_WIDGET (self), sentence, TRUE);
}

static void
complete (NazarVisitPage *self)
{
  enter_state (self, "complete", _("The visit is complete."));
}

static void
approve (NazarVisitPage *self)
{
  enter_state (self, "approved", _("The visit is approved, and locked."));
}

static void
on_complete_answered_cb (GtkWidget  *owner,
                         const char *answer)
{
  if (g_str_equal (answer, "go"))
    complete (NAZAR_VISIT_PAGE (owner));
}

static void
on_approve_answered_cb (GtkWidget  *owner,
                        const char *answer)
{
  if (g_str_equal (answer, "go"))
    approve (NAZAR_VISIT_PAGE (owner));
}

/* What is missing, a line each; "" where nothing is. */
static char *
dup_missing (NazarVisitPage *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autoptr (GPtrArray) sentences = nazar_visit_dup_missing (nazar_store_lock_reader (store), self->visit, NULL);
  GString *lines = g_string_new (NULL);

  nazar_store_unlock_reader (store);
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    g_string_append_printf (lines, "%s• %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (sentences, i));

  return g_string_free (lines, FALSE);
}

static void
ask_to_complete (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);
  const NazarAskButton buttons[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "go", _("_Complete Anyway"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *missing = NULL;

  nazar_visit_sections_flush (self->sections);
  missing = dup_missing (self);
  if (*missing != '\0')
    nazar_compat_ask (widget, _("Something Is Still Missing"), missing, buttons, on_complete_answered_cb);
  else
    complete (self);
}

static void
back_to_draft (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  enter_state (NAZAR_VISIT_PAGE (widget), "draft", _("The visit is a draft again."));
}

/* An answer that its question does not allow stands in the way; all else is asked. */
static void
ask_to_approve (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);
  NazarStore *store = nazar_live_get_store (self->live);
  const NazarAskButton buttons[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "go", _("_Approve"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  const NazarAskButton only[] = {
    { "cancel", _("_Close"), ADW_RESPONSE_DEFAULT },
    { NULL },
  };
  g_autofree char *invalid = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *body = NULL;

  nazar_visit_sections_flush (self->sections);
  invalid = nazar_visit_find_invalid (nazar_store_lock_reader (store), self->visit, NULL);
  nazar_store_unlock_reader (store);
  if (invalid != NULL)
    {
      nazar_compat_ask (widget, _("An Answer Is Not Right"), invalid, only, on_approve_answered_cb);
      return;
    }

  missing = dup_missing (self);
  body = g_strdup_printf ("%s%s%s", _("An approved visit is locked: its answers, interviews, findings and documents change only when it is reopened with a reason."),
                          *missing != '\0' ? "\n\n" : "", missing);
  nazar_compat_ask (widget, _("Approve the Visit?"), body, buttons, on_approve_answered_cb);
}

static void
reopen (GtkWidget  *owner,
        const char *reason)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (owner);
  g_autofree char *today = nazar_today ();
  g_autofree char *text = g_strdup_printf ("%s: %s", today, reason);

  nazar_record_set (self->visit, "reopened", text);
  enter_state (self, "draft", _("The visit is open again."));
}

static void
ask_to_reopen (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  nazar_compat_ask_text (widget, _("Reopen the Visit?"), _("The reason stands in the journal."), _("Reason"), _("_Reopen"), reopen);
}

/* ---- Its menu ---- */

static void
show_history (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);

  nazar_visit_sections_flush (self->sections);
  nazar_history_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->live, self->visit);
}

static void
delete_visit (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (widget);
  const char *ids[] = { nazar_record_get_id (self->visit), NULL };

  nazar_visit_sections_flush (self->sections);
  nazar_live_delete (self->live, NAZAR_TYPE_VISIT, ids);
  nazar_window_toast (widget, _("The visit is deleted."), TRUE);
}

/* ---- The widget ---- */

static void
nazar_visit_page_dispose (GObject *object)
{
  NazarVisitPage *self = NAZAR_VISIT_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->notebook);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_visit_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "section.new", NULL, add_to_section);
  gtk_widget_class_install_action (widget_class, "visit.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "visit.next", NULL, step);
  gtk_widget_class_install_action (widget_class, "visit.previous", NULL, step);
  gtk_widget_class_install_action (widget_class, "visit.map", NULL, focus_map);
  gtk_widget_class_install_action (widget_class, "visit.complete", NULL, ask_to_complete);
  gtk_widget_class_install_action (widget_class, "visit.draft", NULL, back_to_draft);
  gtk_widget_class_install_action (widget_class, "visit.approve", NULL, ask_to_approve);
  gtk_widget_class_install_action (widget_class, "visit.reopen", NULL, ask_to_reopen);
  gtk_widget_class_install_action (widget_class, "visit.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "visit.delete", NULL, delete_visit);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "visit.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "visit.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "visit.map", NULL);
}

static void
nazar_visit_page_class_init (NazarVisitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_visit_page_dispose;

  g_type_ensure (NAZAR_TYPE_PANE_LAYOUT);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-visit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, title);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, stored);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, state_button);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, map_pane);
  gtk_widget_class_bind_template_child (widget_class, NazarVisitPage, section_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_cb);

  /**
   * NazarVisitPage::closed:
   *
   * The user goes back to the list, or the visit was deleted.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", NAZAR_TYPE_VISIT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_visit_page_init (NazarVisitPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->state_icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->state_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->state_icon);
  gtk_box_append (GTK_BOX (box), self->state_label);
  gtk_menu_button_set_child (self->state_button, box);
}

static void
on_checklists_changed_cb (NazarVisitPage *self)
{
  on_shown_cb (self);
  refresh_soon (self);
}

/**
 * nazar_visit_page_new:
 * @live: a register as windows see it
 * @visit: a live visit
 *
 * Returns: (transfer full): its page
 */
GtkWidget *
nazar_visit_page_new (NazarLive   *live,
                      NazarRecord *visit)
{
  NazarVisitPage *self = g_object_new (NAZAR_TYPE_VISIT_PAGE, NULL);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  self->notebook = nazar_notebook_new (live, visit);
  self->map = NAZAR_VISIT_MAP (nazar_visit_map_new (self->notebook));
  self->sections = NAZAR_VISIT_SECTIONS (nazar_visit_sections_new (self->notebook));
  adw_bin_set_child (self->map_pane, GTK_WIDGET (self->map));
  adw_bin_set_child (self->section_pane, GTK_WIDGET (self->sections));
  on_shown_cb (self);
  on_refresh_cb (self);

  g_signal_connect_object (self->map, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "shown", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (visit, "notify", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "checklists-changed", G_CALLBACK (on_checklists_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "stored", G_CALLBACK (on_stored_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_visit_page_get_visit:
 * @self: a page
 *
 * Returns: (transfer none): the visit
 */
NazarRecord *
nazar_visit_page_get_visit (NazarVisitPage *self)
{
  g_return_val_if_fail (NAZAR_IS_VISIT_PAGE (self), NULL);

  return self->visit;
}

/**
 * nazar_visit_page_focus:
 * @self: a page
 *
 * Leads the keyboard to the map.
 */
void
nazar_visit_page_focus (NazarVisitPage *self)
{
  g_return_if_fail (NAZAR_IS_VISIT_PAGE (self));

  nazar_visit_map_focus (self->map);
}

/**
 * nazar_visit_page_show_part:
 * @self: a page
 * @part: a record that belongs to the visit
 *
 * Shows it.
 */
void
nazar_visit_page_show_part (NazarVisitPage *self,
                            NazarRecord    *part)
{
  g_return_if_fail (NAZAR_IS_VISIT_PAGE (self));

  nazar_visit_sections_show_part (self->sections, part);
  show_section_pane (self);
}

/**
 * nazar_visit_page_back:
 * @self: a page
 *
 * Goes back: within the section, from it to the map where only one of them has room, and
 * then to the list of visits.
 */
void
nazar_visit_page_back (NazarVisitPage *self)
{
  g_return_if_fail (NAZAR_IS_VISIT_PAGE (self));

  if (nazar_visit_sections_back (self->sections))
    return;
  if (adw_leaflet_get_folded (self->leaflet) && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "section") == 0)
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "map");
      nazar_visit_map_focus (self->map);
      return;
    }

  nazar_visit_sections_flush (self->sections);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}
