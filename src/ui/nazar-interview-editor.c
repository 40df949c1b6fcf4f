/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-interview-editor.h"

#include "nazar-consents-group.h"
#include "nazar-field-rows.h"
#include "nazar-history-dialog.h"
#include "nazar-ill-treatment-card.h"
#include "nazar-injuries-group.h"
#include "nazar-interview-row.h"
#include "nazar-note-card.h"
#include "nazar-part-group.h"
#include "nazar-records.h"
#include "nazar-window.h"
#include "nazar-yes-no-row.h"

#include <glib/gi18n-lib.h>

/* One interview. Its names stand at the end, closed: whoever looks over the monitor's
 * shoulder sees a code. */
struct _NazarInterviewEditor
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  NazarRecord *interview;
  NazarOwnedList *findings;
  gboolean locked;
  GPtrArray *rows; /* NazarFieldRow */

  GtkWidget *acts;
  GtkWidget *injuries;
  GtkWidget *consents;
  GtkWidget *obstruction;

  GtkWidget *back_button;
  GtkLabel *code;
  GtkScrolledWindow *scrolled;
  GtkBox *groups;
  double scroll_to;
};

G_DEFINE_FINAL_TYPE (NazarInterviewEditor, nazar_interview_editor, ADW_TYPE_BIN)

static gboolean
is_editable (NazarInterviewEditor *self)
{
  return !self->locked && !nazar_store_is_read_only (nazar_live_get_store (self->live));
}

/* ---- Obstruction ---- */

static NazarRecord *
find_obstruction (NazarInterviewEditor *self)
{
  GPtrArray *findings = nazar_owned_list_get_records (self->findings);

  for (guint i = 0; i < findings->len; i++)
    {
      NazarRecord *finding = g_ptr_array_index (findings, i);
      g_auto (GStrv) interviews = nazar_record_get_strv (finding, "interviews");

      if (nazar_record_get_flag (finding, "obstruction") &&
          nazar_strv_holds ((const char *const *) interviews, nazar_record_get_id (self->interview)))
        return finding;
    }

  return NULL;
}

static void
show_obstruction (NazarInterviewEditor *self)
{
  NazarRecord *finding = find_obstruction (self);
  gboolean refused = g_strcmp0 (nazar_record_get (self->interview, "private"), "0") == 0;

  gtk_widget_set_visible (self->obstruction, finding != NULL || (refused && is_editable (self)));
  nazar_note_card_set_words (NAZAR_NOTE_CARD (self->obstruction),
                             finding != NULL ? _("That this talk was not in private is recorded as obstruction, among the findings.")
                                             : _("Monitors may talk to anybody in private. Where that is refused, it is obstruction."),
                             finding != NULL ? _("Show the Finding") : _("Record It as Obstruction"));
}

static void
record_obstruction (NazarInterviewEditor *self)
{
  NazarRecord *finding = nazar_record_new (NAZAR_TYPE_FINDING, NULL);
  const char *interviews[] = { nazar_record_get_id (self->interview), NULL };
  const char *sources[] = { "interview", NULL };

  nazar_record_set (finding, "area", "access");
  nazar_record_set (finding, "severity", "serious");
  /* No code: in a small place it would tell who spoke. */
  nazar_record_set (finding, "text", _("A talk could not be held in private: people of the place could hear or see it."));
  nazar_record_set_strv (finding, "sources", sources);
  nazar_record_set_strv (finding, "interviews", interviews);
  nazar_record_set (finding, "obstruction", "1");
  nazar_record_set_author_language (finding);
  nazar_owned_list_add (self->findings, finding);
  nazar_window_toast (GTK_WIDGET (self), _("Recorded among the findings."), TRUE);
}

static void
on_obstruction_cb (NazarInterviewEditor *self)
{
  NazarRecord *finding = find_obstruction (self);

  if (finding != NULL)
    nazar_window_show_record (GTK_WIDGET (self), NAZAR_TYPE_FINDING, nazar_record_get_id (finding));
  else
    record_obstruction (self);
}

static GtkWidget *
make_obstruction (NazarInterviewEditor *self)
{
  self->obstruction = nazar_note_card_new ("dialog-warning-symbolic");
  gtk_widget_set_margin_top (self->obstruction, 12);
  g_signal_connect_swapped (self->obstruction, "clicked", G_CALLBACK (on_obstruction_cb), self);
  return self->obstruction;
}

/* ---- The groups ---- */

static GtkWidget *
make_row (NazarInterviewEditor *self,
          const char           *name)
{
  const NazarField *field = nazar_record_info_find (nazar_record_get_info (self->interview), name, NULL);
  /* "No" is not the same as not asked. */
  GtkWidget *row = field->kind == NAZAR_KIND_FLAG ? nazar_yes_no_row_new (self->live, field, self->locked)
                                                  : nazar_field_row_new_locked (self->live, field, self->locked);

  /* Filled first, for GTK 4.8 measures a text view wrongly that has no width yet. */
  nazar_field_row_set_record (NAZAR_FIELD_ROW (row), self->interview);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
make_group (NazarInterviewEditor *self,
            const char           *title,
            const char *const    *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; fields[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, fields[i]));
  return group;
}

#define FIELDS(...) (const char *const[]) { __VA_ARGS__, NULL }

static void
on_add_act_cb (NazarInterviewEditor *self)
{
  NazarPartGroup *group = NAZAR_PART_GROUP (self->acts);
  NazarPart *act = nazar_part_list_add (nazar_part_group_get_list (group));

  nazar_live_store (self->live, nazar_part_put (act));
  nazar_part_card_open (nazar_part_group_get_card (group, act), TRUE);
}

static void
show_acts (NazarInterviewEditor *self)
{
  gboolean any = nazar_record_get (self->interview, "ill_treatment") != NULL;

  gtk_widget_set_visible (self->acts, any || (is_editable (self) && nazar_record_get_flag (self->interview, "allegation")));
}

static void
add_ill_treatment (NazarInterviewEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->acts = nazar_part_group_new (self->live, self->interview, "ill_treatment", NAZAR_TYPE_ILL_TREATMENT_CARD, self->locked);
  nazar_part_group_set_words (NAZAR_PART_GROUP (self->acts), NULL, _("What was done, when, where and by whom, as it was told."),
                              _("Add what was done"));
  g_signal_connect_swapped (self->acts, "add", G_CALLBACK (on_add_act_cb), self);

  gtk_box_append (GTK_BOX (box), make_group (self, _("Ill-treatment"), FIELDS ("allegation")));
  gtk_box_append (GTK_BOX (box), self->acts);
  gtk_box_append (self->groups, box);
}

static void
add_identity (NazarInterviewEditor *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Name and contact"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 _("They stay in the register. Lists show the code alone, and nothing leaves without a consent."));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (self, "name"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (self, "contact"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Identity"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  gtk_box_append (self->groups, group);
}

static void
fill (NazarInterviewEditor *self)
{
  GtkWidget *talk = make_group (self, _("About the talk"),
                                FIELDS ("with", "sex", "age_group", "status", "private", "spoken_language"));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (talk), make_obstruction (self));
  gtk_box_append (self->groups, talk);
  gtk_box_append (self->groups, make_group (self, _("What was told"), FIELDS ("account", "language")));
  add_ill_treatment (self);

  self->injuries = nazar_injuries_group_new (self->live, self->interview, self->locked);
  gtk_box_append (self->groups, self->injuries);
  gtk_box_append (self->groups, make_group (self, _("Examination by a doctor"), FIELDS ("medical_examination")));
  self->consents = nazar_consents_group_new (self->live, self->visit, self->interview, self->locked);
  gtk_box_append (self->groups, self->consents);
  add_identity (self);
}

static void
on_changed_cb (NazarInterviewEditor *self)
{
  gtk_label_set_text (self->code, nazar_interview_code (self->interview));
  show_acts (self);
  show_obstruction (self);
}

/* ---- What it does ---- */

static void
show_history (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  NazarInterviewEditor *self = NAZAR_INTERVIEW_EDITOR (widget);

  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (self->rows, i));
  nazar_history_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->live, self->interview);
}

static void
delete_interview (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  NazarInterviewEditor *self = NAZAR_INTERVIEW_EDITOR (widget);
  const char *ids[] = { nazar_record_get_id (self->interview), NULL };

  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (self->rows, i));
  nazar_live_delete (self->live, NAZAR_TYPE_INTERVIEW, ids);
  nazar_window_toast (widget, _("The interview is deleted."), TRUE);
}

/* ---- The widget ---- */

static void
nazar_interview_editor_dispose (GObject *object)
{
  NazarInterviewEditor *self = NAZAR_INTERVIEW_EDITOR (object);

  g_clear_object (&self->interview);
  g_clear_object (&self->visit);
  g_clear_object (&self->findings);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_interview_editor_parent_class)->dispose (object);
}

static void
nazar_interview_editor_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_INTERVIEW_EDITOR (object)->rows);

  G_OBJECT_CLASS (nazar_interview_editor_parent_class)->finalize (object);
}

static void
nazar_interview_editor_class_init (NazarInterviewEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_interview_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_interview_editor_finalize;

  gtk_widget_class_install_action (widget_class, "interview.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "interview.delete", NULL, delete_interview);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-interview-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewEditor, back_button);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewEditor, code);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NazarInterviewEditor, groups);
}

static void
nazar_interview_editor_init (NazarInterviewEditor *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_interview_editor_new:
 * @live: a register as windows see it
 * @visit: the live visit of the interview
 * @interview: a live interview
 * @findings: the findings of the visit
 * @locked: whether it is for reading only
 *
 * Returns: (transfer full): an editor for that interview
 */
GtkWidget *
nazar_interview_editor_new (NazarLive      *live,
                            NazarRecord    *visit,
                            NazarRecord    *interview,
                            NazarOwnedList *findings,
                            gboolean        locked)
{
  NazarInterviewEditor *self = g_object_new (NAZAR_TYPE_INTERVIEW_EDITOR, NULL);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  self->interview = g_object_ref (interview);
  self->findings = g_object_ref (findings);
  self->locked = locked;

  fill (self);
  g_signal_connect_object (interview, "notify", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interview.delete", is_editable (self));
  return GTK_WIDGET (self);
}

/**
 * nazar_interview_editor_get_interview:
 * @self: an editor
 *
 * Returns: (transfer none): its interview
 */
NazarRecord *
nazar_interview_editor_get_interview (NazarInterviewEditor *self)
{
  return self->interview;
}

static void
focus_row (gpointer data)
{
  g_autoptr (GtkWidget) row = data;

  if (gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
}

/* It has its place after the next layout. */
static void
focus_soon (GtkWidget *row)
{
  g_signal_handlers_disconnect_by_func (row, focus_soon, NULL);
  g_timeout_add_once (100, focus_row, g_object_ref (row));
}

/**
 * nazar_interview_editor_begin:
 * @self: an editor
 *
 * Leads the keyboard to the first field.
 */
void
nazar_interview_editor_begin (NazarInterviewEditor *self)
{
  GtkWidget *first = g_ptr_array_index (self->rows, 0);

  if (gtk_widget_get_mapped (first))
    focus_soon (first);
  else
    g_signal_connect (first, "map", G_CALLBACK (focus_soon), NULL);
}

static void
on_height_known_cb (NazarInterviewEditor *self,
                    GtkAdjustment        *adjustment)
{
  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < self->scroll_to)
    return;

  g_signal_handlers_disconnect_by_func (adjustment, on_height_known_cb, self);
  gtk_adjustment_set_value (adjustment, self->scroll_to);
}

/**
 * nazar_interview_editor_get_scroll:
 * @self: an editor
 *
 * Returns: how far down it is scrolled
 */
double
nazar_interview_editor_get_scroll (NazarInterviewEditor *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
}

/**
 * nazar_interview_editor_set_scroll:
 * @self: an editor that is not shown yet
 * @scroll: how far down it is to be scrolled
 */
void
nazar_interview_editor_set_scroll (NazarInterviewEditor *self,
                                   double                scroll)
{
  self->scroll_to = scroll;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed", G_CALLBACK (on_height_known_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nazar_interview_editor_set_folded:
 * @self: an editor
 * @folded: whether it stands alone, with a way back to the list
 */
void
nazar_interview_editor_set_folded (NazarInterviewEditor *self,
                                   gboolean              folded)
{
  gtk_widget_set_visible (self->back_button, folded);
}

/**
 * nazar_interview_editor_forget:
 * @self: an editor
 *
 * Forgets what was typed and not stored yet: the interview is gone.
 */
void
nazar_interview_editor_forget (NazarInterviewEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_forget (g_ptr_array_index (self->rows, i));
  nazar_part_group_forget (NAZAR_PART_GROUP (self->acts));
  nazar_injuries_group_forget (NAZAR_INJURIES_GROUP (self->injuries));
  nazar_consents_group_forget (NAZAR_CONSENTS_GROUP (self->consents));
}
