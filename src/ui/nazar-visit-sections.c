/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-sections.h"

#include "nazar-files-view.h"
#include "nazar-findings-view.h"
#include "nazar-interviews-view.h"
#include "nazar-part-group.h"
#include "nazar-population-table.h"
#include "nazar-questionnaire-view.h"
#include "nazar-records.h"
#include "nazar-team-card.h"
#include "nazar-visit-circumstances.h"
#include "nazar-visit-questionnaires.h"
#include "nazar-visit-recommendations-view.h"
#include "nazar-visit-report-view.h"

#include <glib/gi18n-lib.h>

struct _NazarVisitSections
{
  AdwBin parent_instance;

  NazarNotebook *notebook;
  NazarOwnedList *findings; /* for the circumstances */
  GtkStack *stack;
  GtkWidget *pages[NAZAR_N_VISIT_SECTIONS]; /* what is in the stack */
  GtkWidget *parts[NAZAR_N_VISIT_SECTIONS]; /* what it is about */
  NazarVisitSection shown;

  /* The question that a finding was made of; the way back to it. */
  GtkWidget *way_back;
  GtkWidget *way_back_label;
  char *checklist;
  char *question;
};

G_DEFINE_FINAL_TYPE (NazarVisitSections, nazar_visit_sections, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NazarLive *
get_live (NazarVisitSections *self)
{
  return nazar_notebook_get_live (self->notebook);
}

static NazarRecord *
get_visit (NazarVisitSections *self)
{
  return nazar_notebook_get_visit (self->notebook);
}

static gboolean
is_locked (NazarVisitSections *self)
{
  return nazar_notebook_is_locked (self->notebook);
}

/* ---- Making them ---- */

/* Text is read in a column that the eye can follow. */
static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_top (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
on_obstruction_cb (NazarVisitSections *self,
                   const char         *finding,
                   const char         *text)
{
  NazarFindingsView *view;

  nazar_visit_sections_show (self, NAZAR_SECTION_FINDINGS);
  view = NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]);
  if (finding != NULL)
    nazar_findings_view_show (view, finding);
  else
    nazar_findings_view_add_obstruction (view, text);
}

static GtkWidget *
make_circumstances (NazarVisitSections *self)
{
  GtkWidget *part = nazar_visit_circumstances_new (self->findings, get_visit (self), is_locked (self));

  g_signal_connect_object (part, "obstruction", G_CALLBACK (on_obstruction_cb), self, G_CONNECT_SWAPPED);
  return part;
}

static void
on_add_member_cb (NazarVisitSections *self)
{
  NazarPartGroup *group = NAZAR_PART_GROUP (self->parts[NAZAR_SECTION_TEAM]);
  NazarPart *member = nazar_part_list_add (nazar_part_group_get_list (group));

  nazar_part_card_open (nazar_part_group_get_card (group, member), TRUE);
}

static GtkWidget *
make_team (NazarVisitSections *self)
{
  GtkWidget *group = nazar_part_group_new (get_live (self), get_visit (self), "team", NAZAR_TYPE_TEAM_CARD, is_locked (self));

  nazar_part_group_set_words (NAZAR_PART_GROUP (group), _("Team"), _("Who made the visit. Their names stay out of public reports."),
                              _("Add somebody to the team"));
  g_signal_connect_object (group, "add", G_CALLBACK (on_add_member_cb), self, G_CONNECT_SWAPPED);
  return group;
}

static void
show_way_back (NazarVisitSections  *self,
               const NazarQuestion *question)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->checklist, g_free);
  g_clear_pointer (&self->question, g_free);
  if (question != NULL)
    {
      self->checklist = g_strdup (nazar_checklist_get_id (question->checklist));
      self->question = g_strdup (question->id);
      /* Translators: %u is the number of a question. */
      words = g_strdup_printf (_("Back to Question %u"), question->number);
      gtk_label_set_text (GTK_LABEL (self->way_back_label), words);
    }
  if (self->way_back != NULL)
    gtk_widget_set_visible (self->way_back, question != NULL);
}

static void
on_add_finding_cb (NazarVisitSections  *self,
                   const NazarQuestion *question)
{
  g_autofree char *answer = nazar_notebook_dup_answer_id (self->notebook, question);
  g_autoptr (NazarRecord) record = nazar_live_get (get_live (self), NAZAR_TYPE_ANSWER, answer);

  nazar_visit_sections_show (self, NAZAR_SECTION_FINDINGS);
  show_way_back (self, question);
  nazar_findings_view_add (NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]), question, record != NULL ? answer : NULL);
}

static void
on_area_shown_cb (NazarVisitSections *self)
{
  if (self->shown == NAZAR_SECTION_QUESTIONS)
    g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static GtkWidget *
make_questions (NazarVisitSections *self)
{
  GtkWidget *view = nazar_questionnaire_view_new (self->notebook);

  g_signal_connect_object (view, "add-finding", G_CALLBACK (on_add_finding_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "area-shown", G_CALLBACK (on_area_shown_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_interviews (NazarVisitSections *self)
{
  GtkWidget *view = nazar_interviews_view_new (get_live (self));

  nazar_interviews_view_set_visit (NAZAR_INTERVIEWS_VIEW (view), get_visit (self));
  return view;
}

static NazarChecklist *
find_checklist (NazarVisitSections *self,
                const char         *id)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (self->notebook);

  for (guint i = 0; id != NULL && i < checklists->len; i++)
    if (g_str_equal (nazar_checklist_get_id (g_ptr_array_index (checklists, i)), id))
      return g_ptr_array_index (checklists, i);

  return NULL;
}

static void
go_way_back (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  NazarVisitSections *self = NAZAR_VISIT_SECTIONS (widget);
  NazarChecklist *checklist = find_checklist (self, self->checklist);
  const NazarQuestion *question = checklist != NULL ? nazar_checklist_find_question (checklist, self->question) : NULL;

  if (self->shown != NAZAR_SECTION_FINDINGS || question == NULL)
    return;

  nazar_findings_view_flush (NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]));
  nazar_visit_sections_show_questions (self, checklist, question->area, question);
  show_way_back (self, NULL);
}

static GtkWidget *
make_way_back (NazarVisitSections *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->way_back = gtk_button_new ();
  self->way_back_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                                   "go-previous-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), self->way_back_label);
  gtk_button_set_child (GTK_BUTTON (self->way_back), content);
  gtk_widget_set_halign (self->way_back, GTK_ALIGN_START);
  gtk_widget_set_visible (self->way_back, FALSE);
  gtk_widget_set_tooltip_text (self->way_back, _("Ctrl+G leads back, too"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->way_back), "visit.way-back");
  return self->way_back;
}

static void
on_recommend_cb (NazarVisitSections *self,
                 const char         *finding)
{
  nazar_visit_sections_show (self, NAZAR_SECTION_RECOMMENDATIONS);
  nazar_visit_recommendations_view_add (NAZAR_VISIT_RECOMMENDATIONS_VIEW (self->parts[NAZAR_SECTION_RECOMMENDATIONS]), finding);
}

static GtkWidget *
make_findings (NazarVisitSections *self)
{
  GtkWidget *view = nazar_findings_view_new (get_live (self));

  nazar_findings_view_set_visit (NAZAR_FINDINGS_VIEW (view), get_visit (self));
  g_signal_connect_object (view, "recommend", G_CALLBACK (on_recommend_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_recommendations (NazarVisitSections *self)
{
  GtkWidget *view = nazar_visit_recommendations_view_new (get_live (self));

  nazar_visit_recommendations_view_set_visit (NAZAR_VISIT_RECOMMENDATIONS_VIEW (view), get_visit (self));
  return view;
}

static GtkWidget *
make_documents (NazarVisitSections *self)
{
  GtkWidget *view = nazar_files_view_new (get_live (self));

  nazar_files_view_set_photographs (NAZAR_FILES_VIEW (view), TRUE);
  nazar_files_view_set_locked (NAZAR_FILES_VIEW (view), is_locked (self));
  nazar_files_view_set_record (NAZAR_FILES_VIEW (view), get_visit (self));
  return view;
}

static GtkWidget *
make_part (NazarVisitSections *self,
           NazarVisitSection   section)
{
  switch (section)
    {
    case NAZAR_SECTION_TEAM:
      return make_team (self);
    case NAZAR_SECTION_POPULATION:
      return nazar_population_table_new (get_live (self), get_visit (self), is_locked (self));
    case NAZAR_SECTION_QUESTIONNAIRES:
      return nazar_visit_questionnaires_new (self->notebook);
    case NAZAR_SECTION_QUESTIONS:
      return make_questions (self);
    case NAZAR_SECTION_INTERVIEWS:
      return make_interviews (self);
    case NAZAR_SECTION_FINDINGS:
      return make_findings (self);
    case NAZAR_SECTION_RECOMMENDATIONS:
      return make_recommendations (self);
    case NAZAR_SECTION_DOCUMENTS:
      return make_documents (self);
    case NAZAR_SECTION_REPORT:
      return nazar_visit_report_view_new (get_live (self), get_visit (self));
    case NAZAR_SECTION_CIRCUMSTANCES:
    default:
      return make_circumstances (self);
    }
}

static void
make_section (NazarVisitSections *self,
              NazarVisitSection   section)
{
  GtkWidget *part = make_part (self, section);
  GtkWidget *page = part;

  /* These scroll by themselves. */
  if (section != NAZAR_SECTION_QUESTIONS && section != NAZAR_SECTION_INTERVIEWS)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      if (section == NAZAR_SECTION_FINDINGS)
        gtk_box_append (GTK_BOX (box), make_way_back (self));
      gtk_box_append (GTK_BOX (box), part);
      page = make_scrolled (box);
    }

  self->parts[section] = part;
  self->pages[section] = page;
  gtk_stack_add_child (self->stack, page);
}

/* Rows are made for reading or for writing. */
static void
on_locked_cb (NazarVisitSections *self)
{
  static const NazarVisitSection made_so[] = {
    NAZAR_SECTION_CIRCUMSTANCES, NAZAR_SECTION_TEAM, NAZAR_SECTION_POPULATION, NAZAR_SECTION_QUESTIONNAIRES,
    NAZAR_SECTION_DOCUMENTS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (made_so); i++)
    {
      NazarVisitSection section = made_so[i];
      GtkWidget *page = self->pages[section];

      if (page == NULL)
        continue;
      self->pages[section] = self->parts[section] = NULL;
      gtk_stack_remove (self->stack, page);
      if (self->shown == section)
        nazar_visit_sections_show (self, section);
    }
}

/* ---- The widget ---- */

static void
nazar_visit_sections_dispose (GObject *object)
{
  NazarVisitSections *self = NAZAR_VISIT_SECTIONS (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->checklist, g_free);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (nazar_visit_sections_parent_class)->dispose (object);
}

static void
nazar_visit_sections_class_init (NazarVisitSectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_visit_sections_dispose;

  /**
   * NazarVisitSections::shown:
   *
   * Another section is shown, or another area of the questions.
   */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", NAZAR_TYPE_VISIT_SECTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "visit.way-back", NULL, go_way_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "visit.way-back", NULL);
}

static void
nazar_visit_sections_init (NazarVisitSections *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * nazar_visit_sections_new:
 * @notebook: the answers of a visit
 *
 * Returns: (transfer full): its sections; the circumstances are shown
 */
GtkWidget *
nazar_visit_sections_new (NazarNotebook *notebook)
{
  NazarVisitSections *self = g_object_new (NAZAR_TYPE_VISIT_SECTIONS, NULL);

  self->notebook = g_object_ref (notebook);
  self->findings = nazar_owned_list_new (get_live (self), NAZAR_TYPE_FINDING);
  nazar_owned_list_set_owner (self->findings, nazar_record_get_id (get_visit (self)));
  g_signal_connect_object (notebook, "notify::locked", G_CALLBACK (on_locked_cb), self, G_CONNECT_SWAPPED);
  nazar_visit_sections_show (self, NAZAR_SECTION_CIRCUMSTANCES);
  return GTK_WIDGET (self);
}

/**
 * nazar_visit_sections_get_shown:
 * @self: sections
 *
 * Returns: the one that is shown
 */
NazarVisitSection
nazar_visit_sections_get_shown (NazarVisitSections *self)
{
  return self->shown;
}

/**
 * nazar_visit_sections_get_area:
 * @self: sections
 *
 * Returns: (transfer none) (nullable): the area whose questions are shown
 */
const NazarArea *
nazar_visit_sections_get_area (NazarVisitSections *self)
{
  return self->shown == NAZAR_SECTION_QUESTIONS
           ? nazar_questionnaire_view_get_area (NAZAR_QUESTIONNAIRE_VIEW (self->parts[NAZAR_SECTION_QUESTIONS]))
           : NULL;
}

/**
 * nazar_visit_sections_show:
 * @self: sections
 * @section: one of them
 *
 * Shows it.
 */
void
nazar_visit_sections_show (NazarVisitSections *self,
                           NazarVisitSection   section)
{
  g_return_if_fail (NAZAR_IS_VISIT_SECTIONS (self));

  if (self->pages[section] == NULL)
    make_section (self, section);
  self->shown = section;
  gtk_stack_set_visible_child (self->stack, self->pages[section]);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/**
 * nazar_visit_sections_show_questions:
 * @self: sections
 * @checklist: a questionnaire of the notebook
 * @area: (nullable): an area of it
 * @question: (nullable): a question of it
 *
 * Shows its questions.
 */
void
nazar_visit_sections_show_questions (NazarVisitSections  *self,
                                     NazarChecklist      *checklist,
                                     const NazarArea     *area,
                                     const NazarQuestion *question)
{
  g_return_if_fail (NAZAR_IS_VISIT_SECTIONS (self));

  nazar_visit_sections_show (self, NAZAR_SECTION_QUESTIONS);
  nazar_questionnaire_view_show (NAZAR_QUESTIONNAIRE_VIEW (self->parts[NAZAR_SECTION_QUESTIONS]), checklist, area, question);
}

static void
show_answer (NazarVisitSections *self,
             NazarRecord        *answer)
{
  NazarChecklist *checklist = find_checklist (self, nazar_record_get (answer, "checklist"));
  const NazarQuestion *question =
    checklist != NULL ? nazar_checklist_find_question (checklist, nazar_record_get (answer, "question")) : NULL;

  if (question != NULL)
    nazar_visit_sections_show_questions (self, checklist, question->area, question);
}

/**
 * nazar_visit_sections_show_part:
 * @self: sections
 * @part: a record that belongs to the visit
 *
 * Shows it.
 */
void
nazar_visit_sections_show_part (NazarVisitSections *self,
                                NazarRecord        *part)
{
  const char *id = nazar_record_get_id (part);

  if (NAZAR_IS_INTERVIEW (part))
    {
      nazar_visit_sections_show (self, NAZAR_SECTION_INTERVIEWS);
      nazar_interviews_view_show (NAZAR_INTERVIEWS_VIEW (self->parts[NAZAR_SECTION_INTERVIEWS]), id);
    }
  else if (NAZAR_IS_FINDING (part))
    {
      nazar_visit_sections_show (self, NAZAR_SECTION_FINDINGS);
      nazar_findings_view_show (NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]), id);
    }
  else if (NAZAR_IS_ANSWER (part))
    show_answer (self, part);
  else if (NAZAR_IS_ATTACHMENT (part))
    nazar_visit_sections_show (self, NAZAR_SECTION_DOCUMENTS);
}

/**
 * nazar_visit_sections_enter:
 * @self: sections
 *
 * Leads the keyboard into the one that is shown.
 */
void
nazar_visit_sections_enter (NazarVisitSections *self)
{
  gtk_widget_child_focus (self->pages[self->shown], GTK_DIR_TAB_FORWARD);
}

/**
 * nazar_visit_sections_add:
 * @self: sections
 *
 * Adds to the section that is shown what it has many of.
 *
 * Returns: whether it has
 */
gboolean
nazar_visit_sections_add (NazarVisitSections *self)
{
  if (is_locked (self))
    return FALSE;

  switch (self->shown)
    {
    case NAZAR_SECTION_TEAM:
      on_add_member_cb (self);
      return TRUE;
    case NAZAR_SECTION_INTERVIEWS:
      return gtk_widget_activate_action (self->parts[NAZAR_SECTION_INTERVIEWS], "section.new", NULL);
    case NAZAR_SECTION_FINDINGS:
      nazar_findings_view_add (NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]), NULL, NULL);
      return TRUE;
    case NAZAR_SECTION_RECOMMENDATIONS:
      on_recommend_cb (self, NULL);
      return TRUE;
    case NAZAR_SECTION_CIRCUMSTANCES:
    case NAZAR_SECTION_POPULATION:
    case NAZAR_SECTION_QUESTIONNAIRES:
    case NAZAR_SECTION_QUESTIONS:
    case NAZAR_SECTION_DOCUMENTS:
    case NAZAR_SECTION_REPORT:
    default:
      return FALSE;
    }
}

/**
 * nazar_visit_sections_back:
 * @self: sections
 *
 * Returns: whether there was a way back within the section that is shown
 */
gboolean
nazar_visit_sections_back (NazarVisitSections *self)
{
  return self->shown == NAZAR_SECTION_INTERVIEWS && nazar_interviews_view_back (NAZAR_INTERVIEWS_VIEW (self->parts[self->shown]));
}

/**
 * nazar_visit_sections_flush:
 * @self: sections
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_visit_sections_flush (NazarVisitSections *self)
{
  if (self->parts[NAZAR_SECTION_CIRCUMSTANCES] != NULL)
    nazar_visit_circumstances_flush (NAZAR_VISIT_CIRCUMSTANCES (self->parts[NAZAR_SECTION_CIRCUMSTANCES]));
  if (self->parts[NAZAR_SECTION_POPULATION] != NULL)
    nazar_population_table_flush (NAZAR_POPULATION_TABLE (self->parts[NAZAR_SECTION_POPULATION]));
  if (self->parts[NAZAR_SECTION_QUESTIONS] != NULL)
    nazar_questionnaire_view_flush (NAZAR_QUESTIONNAIRE_VIEW (self->parts[NAZAR_SECTION_QUESTIONS]));
  if (self->parts[NAZAR_SECTION_FINDINGS] != NULL)
    nazar_findings_view_flush (NAZAR_FINDINGS_VIEW (self->parts[NAZAR_SECTION_FINDINGS]));
  if (self->parts[NAZAR_SECTION_RECOMMENDATIONS] != NULL)
    nazar_visit_recommendations_view_flush (NAZAR_VISIT_RECOMMENDATIONS_VIEW (self->parts[NAZAR_SECTION_RECOMMENDATIONS]));
  nazar_field_row_flush_focus (GTK_WIDGET (self));
}

/**
 * nazar_visit_sections_forget:
 * @self: sections
 *
 * Forgets what was typed and not stored yet: the visit is gone.
 */
void
nazar_visit_sections_forget (NazarVisitSections *self)
{
  if (self->parts[NAZAR_SECTION_CIRCUMSTANCES] != NULL)
    nazar_visit_circumstances_forget (NAZAR_VISIT_CIRCUMSTANCES (self->parts[NAZAR_SECTION_CIRCUMSTANCES]));
  if (self->parts[NAZAR_SECTION_POPULATION] != NULL)
    nazar_population_table_forget (NAZAR_POPULATION_TABLE (self->parts[NAZAR_SECTION_POPULATION]));
  if (self->parts[NAZAR_SECTION_TEAM] != NULL)
    nazar_part_group_forget (NAZAR_PART_GROUP (self->parts[NAZAR_SECTION_TEAM]));
}
