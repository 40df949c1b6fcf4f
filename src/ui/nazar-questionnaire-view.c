/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-questionnaire-view.h"

#include "nazar-language.h"
#include "nazar-question-row.h"
#include "nazar-questionnaire-header.h"

#include <glib/gi18n-lib.h>

/* Only the rows of the area that is shown exist. */
struct _NazarQuestionnaireView
{
  GtkWidget parent_instance;

  NazarNotebook *notebook;
  NazarChecklist *checklist; /* (nullable): of the notebook, or the last it had */
  const NazarArea *area;     /* (nullable): in it */
  GPtrArray *rows;           /* in the order of the questions */
  NazarQuestionRow *current; /* (nullable): where the keyboard is, or was last */

  NazarQuestionnaireHeader *header;
  GtkWidget *scroll;
  GtkWidget *column; /* all that scrolls */
  GtkWidget *nothing;
  GtkListBox *list;
  GtkWidget *keys;

  guint refresh;
  guint scroll_tick;
};

G_DEFINE_FINAL_TYPE (NazarQuestionnaireView, nazar_questionnaire_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ADD_FINDING,
  SIGNAL_AREA_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Pixels that stay free above and below the question that is answered. */
#define SCROLL_MARGIN 12

static NazarQuestionRow *
get_row (NazarQuestionnaireView *self,
         guint                   i)
{
  return g_ptr_array_index (self->rows, i);
}

static NazarQuestionRow *
find_row (NazarQuestionnaireView *self,
          const NazarQuestion    *question)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (nazar_question_row_get_question (get_row (self, i)) == question)
      return get_row (self, i);

  return NULL;
}

static NazarQuestionRow *
find_edge_row (NazarQuestionnaireView *self,
               gboolean                last)
{
  NazarQuestionRow *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (get_row (self, i))) && (last || found == NULL))
      found = get_row (self, i);

  return found;
}

/* ---- The header, and what stands in place of questions ---- */

static char *
dup_nothing (NazarQuestionnaireView *self)
{
  g_autofree char *condition =
    self->area != NULL ? nazar_area_dup_condition (self->checklist, self->area, nazar_language_current ()) : NULL;

  if (self->area == NULL)
    return g_strdup (_("The visit has no questionnaire yet."));
  if (condition != NULL)
    /* Translators: %s is a condition in words. */
    return g_strdup_printf (_("These questions are asked if: %s."), condition);

  return g_strdup (_("Other questions come before these."));
}

static gboolean
on_refresh_cb (gpointer data)
{
  NazarQuestionnaireView *self = data;
  gboolean empty = find_edge_row (self, FALSE) == NULL;
  g_autofree char *nothing = empty ? dup_nothing (self) : NULL;

  self->refresh = 0;
  nazar_questionnaire_header_show (self->header, self->checklist, self->area);
  gtk_label_set_text (GTK_LABEL (self->nothing), nothing != NULL ? nothing : "");
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (NazarQuestionnaireView *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh_cb, self);
}

/* ---- The keyboard goes from question to question, and the page with it ---- */

static gboolean
on_scroll_tick_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       data)
{
  NazarQuestionnaireView *self = NAZAR_QUESTIONNAIRE_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  graphene_rect_t bounds;

  if (self->current != NULL && gtk_widget_get_height (GTK_WIDGET (self->current)) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  if (self->current != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->current), self->column, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - SCROLL_MARGIN, bounds.origin.y + bounds.size.height + SCROLL_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
enter_row (NazarQuestionnaireView *self,
           NazarQuestionRow       *row)
{
  self->current = row;
  nazar_question_row_enter (row);
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
}

static void
add_finding (NazarQuestionnaireView *self,
             NazarQuestionRow       *row)
{
  nazar_question_row_flush (row);
  self->current = row;
  g_signal_emit (self, signals[SIGNAL_ADD_FINDING], 0, nazar_question_row_get_question (row));
}

/* ---- Areas ---- */

static void
clear_rows (NazarQuestionnaireView *self)
{
  self->current = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, i)));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_area (NazarQuestionnaireView *self,
           NazarChecklist         *checklist,
           const NazarArea        *area)
{
  guint n_questions;
  const NazarQuestion *questions = area != NULL ? nazar_checklist_get_questions (checklist, &n_questions) : NULL;

  clear_rows (self);
  if (self->checklist != checklist)
    {
      g_clear_pointer (&self->checklist, nazar_checklist_unref);
      self->checklist = checklist != NULL ? nazar_checklist_ref (checklist) : NULL;
    }
  self->area = area;

  for (guint i = 0; area != NULL && i < area->n_questions; i++)
    {
      GtkWidget *row = nazar_question_row_new (self->notebook, &questions[area->first + i]);

      g_signal_connect_object (row, "add-finding", G_CALLBACK (add_finding), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)), 0);
  on_refresh_cb (self);
  g_signal_emit (self, signals[SIGNAL_AREA_SHOWN], 0, area);
}

static gboolean
has_questions (NazarQuestionnaireView *self,
               NazarChecklist         *checklist,
               const NazarArea        *area)
{
  NazarAnswers *answers = nazar_notebook_get_answers (self->notebook, checklist);
  guint n_questions;
  const NazarQuestion *questions = nazar_checklist_get_questions (checklist, &n_questions);

  for (guint i = area->first; i < area->first + area->n_questions; i++)
    if (nazar_answers_get_state (answers, &questions[i]) == NAZAR_ANSWER_SHOWN || nazar_answers_get (answers, &questions[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The next area with questions, or the one before, in this questionnaire or another. */
static gboolean
step_area (NazarQuestionnaireView *self,
           gboolean                forward)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (self->notebook);
  gboolean found = FALSE;

  for (guint i = 0; i < checklists->len; i++)
    {
      NazarChecklist *checklist = g_ptr_array_index (checklists, forward ? i : checklists->len - 1 - i);
      guint n_areas;
      const NazarArea *areas = nazar_checklist_get_areas (checklist, &n_areas);

      for (guint j = 0; j < n_areas; j++)
        {
          const NazarArea *area = &areas[forward ? j : n_areas - 1 - j];

          if (found && has_questions (self, checklist, area))
            {
              show_area (self, checklist, area);
              return TRUE;
            }
          found = found || area == self->area;
        }
    }

  return FALSE;
}

static void
go_to_area (NazarQuestionnaireView *self,
            gboolean                forward,
            gboolean                at_end)
{
  NazarQuestionRow *row = NULL;

  nazar_questionnaire_view_flush (self);
  if (step_area (self, forward))
    row = find_edge_row (self, at_end);
  if (row != NULL)
    enter_row (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_step_cb (NazarQuestionnaireView *self,
            gboolean                forward)
{
  go_to_area (self, forward, FALSE);
}

static void
on_chosen_cb (NazarQuestionnaireView *self,
              const NazarQuestion    *question)
{
  nazar_questionnaire_view_show (self, question->checklist, question->area, question);
}

static void
on_closed_cb (NazarQuestionnaireView *self)
{
  if (self->current != NULL)
    enter_row (self, self->current);
}

static void
go_to_row (NazarQuestionnaireView *self,
           NazarQuestionRow       *from,
           gboolean                forward)
{
  guint place;

  nazar_question_row_flush (from);
  if (!g_ptr_array_find (self->rows, from, &place))
    return;

  while (forward ? ++place < self->rows->len : place-- > 0)
    if (gtk_widget_get_visible (GTK_WIDGET (get_row (self, place))))
      {
        enter_row (self, get_row (self, place));
        return;
      }

  go_to_area (self, forward, !forward);
}

/* ---- Keys ---- */

static NazarQuestionRow *
find_focus_row (NazarQuestionnaireView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL ? NAZAR_QUESTION_ROW (gtk_widget_get_ancestor (focus, NAZAR_TYPE_QUESTION_ROW)) : NULL;
}

static gboolean
press_command (NazarQuestionnaireView *self,
               NazarQuestionRow       *row, /* (nullable) */
               guint                   keyval,
               GdkModifierType         state)
{
  guint key = gdk_keyval_to_lower (keyval);

  if (state == GDK_ALT_MASK && (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down))
    go_to_area (self, TRUE, FALSE);
  else if (state == GDK_ALT_MASK && (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up))
    go_to_area (self, FALSE, FALSE);
  else if (state == GDK_CONTROL_MASK && (key == GDK_KEY_j || key == GDK_KEY_Cyrillic_o))
    nazar_questionnaire_header_show_missing (self->header);
  else if (row == NULL)
    return FALSE;
  else if (state == GDK_CONTROL_MASK && (key == GDK_KEY_m || key == GDK_KEY_Cyrillic_softsign))
    nazar_question_row_open_note (row);
  else if (state == GDK_CONTROL_MASK && (key == GDK_KEY_g || key == GDK_KEY_Cyrillic_pe))
    add_finding (self, row);
  else if (state == 0 && key == GDK_KEY_F4)
    nazar_question_row_show_earlier (row);
  else
    return FALSE;

  return TRUE;
}

static gboolean
on_key_pressed_cb (NazarQuestionnaireView *self,
                   guint                   keyval,
                   guint                   keycode,
                   GdkModifierType         state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  NazarQuestionRow *row = find_focus_row (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  /* What has popped up has its own keys. */
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return GDK_EVENT_PROPAGATE;
  if (press_command (self, row, keyval, modifiers))
    return GDK_EVENT_STOP;
  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  self->current = row;
  switch (nazar_question_row_press (row, keyval, modifiers))
    {
    case NAZAR_KEY_NEXT:
      go_to_row (self, row, TRUE);
      return GDK_EVENT_STOP;
    case NAZAR_KEY_PREVIOUS:
      go_to_row (self, row, FALSE);
      return GDK_EVENT_STOP;
    case NAZAR_KEY_TAKEN:
      return GDK_EVENT_STOP;
    case NAZAR_KEY_IGNORED:
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- Following the notebook ---- */

static void
on_answer_changed_cb (NazarQuestionnaireView *self,
                      const NazarQuestion    *question)
{
  NazarQuestionRow *row = find_row (self, question);

  if (row != NULL)
    nazar_question_row_refresh (row);
  refresh_soon (self);
}

static void
refresh_rows (NazarQuestionnaireView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    nazar_question_row_refresh (get_row (self, i));
  refresh_soon (self);
}

static NazarChecklist *
find_checklist (NazarQuestionnaireView *self,
                const char             *id)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (self->notebook);

  for (guint i = 0; i < checklists->len; i++)
    if (g_strcmp0 (nazar_checklist_get_id (g_ptr_array_index (checklists, i)), id) == 0)
      return g_ptr_array_index (checklists, i);

  return NULL;
}

/* The same place in what the notebook has now, as far as it is still there. */
static void
on_checklists_changed_cb (NazarQuestionnaireView *self)
{
  NazarChecklist *checklist = self->checklist != NULL ? find_checklist (self, nazar_checklist_get_id (self->checklist)) : NULL;
  const NazarArea *area = NULL;

  if (checklist != NULL && checklist == self->checklist)
    {
      refresh_soon (self);
      return;
    }

  nazar_questionnaire_view_forget (self);
  if (checklist != NULL && self->area != NULL)
    area = nazar_checklist_find_area (checklist, self->area->id);
  if (area != NULL)
    show_area (self, checklist, area);
  else
    {
      clear_rows (self);
      self->area = NULL;
      nazar_questionnaire_view_show (self, checklist, NULL, NULL);
    }
}

/* ---- The widget ---- */

/* Whoever comes from elsewhere is led to the questions. */
static gboolean
nazar_questionnaire_view_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  NazarQuestionnaireView *self = NAZAR_QUESTIONNAIRE_VIEW (widget);
  gboolean inside = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  NazarQuestionRow *row = self->current != NULL ? self->current : find_edge_row (self, FALSE);

  if (!inside && direction == GTK_DIR_TAB_FORWARD && row != NULL)
    {
      enter_row (self, row);
      return TRUE;
    }

  return GTK_WIDGET_CLASS (nazar_questionnaire_view_parent_class)->focus (widget, direction);
}

static gboolean
nazar_questionnaire_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
nazar_questionnaire_view_dispose (GObject *object)
{
  NazarQuestionnaireView *self = NAZAR_QUESTIONNAIRE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->current = NULL;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->checklist, nazar_checklist_unref);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (nazar_questionnaire_view_parent_class)->dispose (object);
}

static void
nazar_questionnaire_view_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_QUESTIONNAIRE_VIEW (object)->rows);

  G_OBJECT_CLASS (nazar_questionnaire_view_parent_class)->finalize (object);
}

static void
nazar_questionnaire_view_class_init (NazarQuestionnaireViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_questionnaire_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_questionnaire_view_finalize;
  widget_class->focus = nazar_questionnaire_view_focus;
  widget_class->grab_focus = nazar_questionnaire_view_grab_focus;

  /**
   * NazarQuestionnaireView::add-finding:
   * @question: a #NazarQuestion
   *
   * Somebody wants a finding from its answer, which is written.
   */
  signals[SIGNAL_ADD_FINDING] = g_signal_new ("add-finding", NAZAR_TYPE_QUESTIONNAIRE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * NazarQuestionnaireView::area-shown:
   * @area: (nullable): a #NazarArea
   *
   * Other questions are shown now.
   */
  signals[SIGNAL_AREA_SHOWN] = g_signal_new ("area-shown", NAZAR_TYPE_QUESTIONNAIRE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_questions (NazarQuestionnaireView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->nothing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Questions"), -1);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->column, "nazar-questionnaire");
  gtk_box_append (GTK_BOX (self->column), self->nothing);
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);

  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), clamp);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

static void
make_keys (NazarQuestionnaireView *self)
{
  const char *words = _("Enter or ↓: next · Ctrl+M: note · Ctrl+G: finding · F4: earlier answers · Ctrl+J: what is missing");

  self->keys = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (self->keys), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->keys, words);
  gtk_widget_add_css_class (self->keys, "caption");
  gtk_widget_add_css_class (self->keys, "dim-label");
  gtk_widget_add_css_class (self->keys, "nazar-questionnaire-keys");
  gtk_widget_set_parent (self->keys, GTK_WIDGET (self));
}

static void
nazar_questionnaire_view_init (NazarQuestionnaireView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * nazar_questionnaire_view_new:
 * @notebook: the answers of a visit
 *
 * Returns: (transfer full): its questions, from the first on
 */
GtkWidget *
nazar_questionnaire_view_new (NazarNotebook *notebook)
{
  NazarQuestionnaireView *self;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (NAZAR_TYPE_QUESTIONNAIRE_VIEW, NULL);
  self->notebook = g_object_ref (notebook);
  self->header = NAZAR_QUESTIONNAIRE_HEADER (nazar_questionnaire_header_new (notebook));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  make_questions (self);
  make_keys (self);
  nazar_questionnaire_view_show (self, NULL, NULL, NULL);

  g_signal_connect_object (self->header, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header, "step", G_CALLBACK (on_step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "answer-changed", G_CALLBACK (on_answer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "checklists-changed", G_CALLBACK (on_checklists_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "previous-changed", G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::locked", G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_questionnaire_view_show:
 * @self: a view
 * @checklist: (nullable): a questionnaire of the notebook; %NULL for its first
 * @area: (nullable): an area of it; %NULL for that of @question, or the first
 * @question: (nullable): a question of it, to which the keyboard is led
 *
 * Shows an area.
 */
void
nazar_questionnaire_view_show (NazarQuestionnaireView *self,
                               NazarChecklist         *checklist,
                               const NazarArea        *area,
                               const NazarQuestion    *question)
{
  GPtrArray *checklists;
  NazarQuestionRow *row;
  guint n_areas = 0;

  g_return_if_fail (NAZAR_IS_QUESTIONNAIRE_VIEW (self));

  checklists = nazar_notebook_get_checklists (self->notebook);
  if (checklist == NULL && checklists->len > 0)
    checklist = g_ptr_array_index (checklists, 0);
  if (area == NULL && question != NULL)
    area = question->area;
  if (area == NULL && checklist != NULL)
    {
      const NazarArea *areas = nazar_checklist_get_areas (checklist, &n_areas);

      area = n_areas > 0 ? areas : NULL;
    }

  if (area == NULL || area != self->area)
    {
      nazar_questionnaire_view_flush (self);
      show_area (self, checklist, area);
    }
  row = question != NULL ? find_row (self, question) : NULL;
  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    enter_row (self, row);
}

/**
 * nazar_questionnaire_view_get_area:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the area that it shows
 */
const NazarArea *
nazar_questionnaire_view_get_area (NazarQuestionnaireView *self)
{
  g_return_val_if_fail (NAZAR_IS_QUESTIONNAIRE_VIEW (self), NULL);

  return self->area;
}

/**
 * nazar_questionnaire_view_flush:
 * @self: a view
 *
 * Writes what was typed and not written yet.
 */
void
nazar_questionnaire_view_flush (NazarQuestionnaireView *self)
{
  g_return_if_fail (NAZAR_IS_QUESTIONNAIRE_VIEW (self));

  for (guint i = 0; i < self->rows->len; i++)
    nazar_question_row_flush (get_row (self, i));
}

/**
 * nazar_questionnaire_view_forget:
 * @self: a view
 *
 * Forgets what was typed and not written yet: the visit or the questionnaire is gone.
 */
void
nazar_questionnaire_view_forget (NazarQuestionnaireView *self)
{
  g_return_if_fail (NAZAR_IS_QUESTIONNAIRE_VIEW (self));

  for (guint i = 0; i < self->rows->len; i++)
    nazar_question_row_forget (get_row (self, i));
}
