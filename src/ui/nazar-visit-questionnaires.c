/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-questionnaires.h"

#include "nazar-compat.h"
#include "nazar-doc-pdf.h"
#include "nazar-language.h"
#include "nazar-paper.h"
#include "nazar-questionnaire.h"
#include "nazar-records.h"
#include "nazar-visit-figures.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* Which questionnaires a visit answers, and their paper form for a place where no
 * device may enter. */
struct _NazarVisitQuestionnaires
{
  GtkBox parent_instance;

  NazarNotebook *notebook;
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  AdwComboRow *language;
  GtkWidget *to_print; /* the row whose form is being saved */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarVisitQuestionnaires, nazar_visit_questionnaires, GTK_TYPE_BOX)

static NazarRecord *
get_visit (NazarVisitQuestionnaires *self)
{
  return nazar_notebook_get_visit (self->notebook);
}

static NazarChecklist *
get_checklist (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "checklist");
}

/* ---- Choosing ---- */

static gboolean
is_used (NazarVisitQuestionnaires *self,
         NazarChecklist           *checklist)
{
  g_auto (GStrv) ids = nazar_record_get_strv (get_visit (self), "checklists");

  return nazar_strv_holds ((const char *const *) ids, nazar_checklist_get_id (checklist));
}

static gboolean
is_answered (NazarVisitQuestionnaires *self,
             NazarChecklist           *checklist)
{
  GPtrArray *used = nazar_notebook_get_checklists (self->notebook);
  guint answered = 0, questions;

  for (guint i = 0; i < used->len; i++)
    if (g_str_equal (nazar_checklist_get_id (g_ptr_array_index (used, i)), nazar_checklist_get_id (checklist)))
      nazar_answers_count (nazar_notebook_get_answers (self->notebook, g_ptr_array_index (used, i)), NULL, &answered, &questions);

  return answered > 0;
}

static void
use (NazarVisitQuestionnaires *self,
     NazarChecklist           *checklist,
     gboolean                  used)
{
  NazarRecord *visit = get_visit (self);
  g_auto (GStrv) old = nazar_record_get_strv (visit, "checklists");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], nazar_checklist_get_id (checklist)))
      g_ptr_array_add (ids, old[i]);
  if (used)
    g_ptr_array_add (ids, (gpointer) nazar_checklist_get_id (checklist));
  g_ptr_array_add (ids, NULL);

  nazar_record_set_strv (visit, "checklists", (const char *const *) ids->pdata);
  nazar_live_store (nazar_notebook_get_live (self->notebook), visit);
}

static void
on_switch_cb (NazarVisitQuestionnaires *self,
              GParamSpec               *pspec,
              GtkSwitch                *used)
{
  NazarChecklist *checklist = g_object_get_data (G_OBJECT (used), "checklist");

  if (!self->showing && gtk_switch_get_active (used) != is_used (self, checklist))
    use (self, checklist, gtk_switch_get_active (used));
}

/* ---- Paper ---- */

static void
on_place_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (NazarVisitQuestionnaires) self = user_data;
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);
  g_autoptr (GtkWidget) row = g_steal_pointer (&self->to_print);

  if (file == NULL || row == NULL)
    return;

  nazar_paper_write_questionnaire (GTK_WIDGET (self), nazar_notebook_get_live (self->notebook), get_visit (self),
                                   get_checklist (row), nazar_paper_get_language (self->language), file);
}

static void
on_print_cb (NazarVisitQuestionnaires *self,
             GtkWidget                *button)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "row");
  g_autofree char *name = NULL;

  name = g_strdup_printf ("%s-%s.pdf", nazar_checklist_get_id (get_checklist (row)), nazar_paper_get_language (self->language));
  g_set_object (&self->to_print, row);
  nazar_compat_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save the Paper Form"), NULL, name, NULL,
                          on_place_chosen_cb, g_object_ref (self));
}

/* ---- Rows ---- */

/* "149 questions · for this kind of place" */
static char *
dup_subtitle (NazarVisitQuestionnaires *self,
              NazarChecklist           *checklist)
{
  const char *place = nazar_record_get (get_visit (self), "facility");
  NazarLive *live = nazar_notebook_get_live (self->notebook);
  g_autoptr (NazarRecord) facility = place != NULL ? nazar_live_get (live, NAZAR_TYPE_FACILITY, place) : NULL;
  const char *kind = facility != NULL ? nazar_record_get (facility, "kind") : NULL;
  guint n = nazar_checklist_count_asked (checklist);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  g_autofree char *version = g_strdup_printf (_("version %u"), nazar_checklist_get_version (checklist));
  const char *made_for = kind != NULL && nazar_checklist_is_for (checklist, kind) ? _("made for this kind of place") : NULL;

  return g_strjoin (" · ", questions, version, made_for, NULL);
}

static void
show_row (NazarVisitQuestionnaires *self,
          GtkWidget                *row)
{
  NazarChecklist *checklist = get_checklist (row);
  GtkWidget *used = g_object_get_data (G_OBJECT (row), "switch");
  gboolean answered = is_answered (self, checklist);
  g_autofree char *subtitle = dup_subtitle (self, checklist);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (used), is_used (self, checklist));
  self->showing = FALSE;
  gtk_widget_set_sensitive (used, !nazar_notebook_is_locked (self->notebook) && !answered);
  gtk_widget_set_tooltip_text (used, answered ? _("It has answers: they would be out of sight.") : _("Answer it at this visit"));
}

static void
show_rows (NazarVisitQuestionnaires *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
}

static void
add_row (NazarVisitQuestionnaires *self,
         NazarChecklist           *checklist)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *print = gtk_button_new_from_icon_name ("document-print-symbolic");
  GtkWidget *used = gtk_switch_new ();
  const char *title = nazar_checklist_get_title (checklist, nazar_language_current ());
  /* Translators: %s is the title of a questionnaire. */
  g_autofree char *print_name = g_strdup_printf (_("Paper form of “%s”"), title);

  g_object_set_data_full (G_OBJECT (row), "checklist", nazar_checklist_ref (checklist), (GDestroyNotify) nazar_checklist_unref);
  g_object_set_data (G_OBJECT (row), "switch", used);
  g_object_set_data (G_OBJECT (print), "row", row);
  g_object_set_data_full (G_OBJECT (used), "checklist", nazar_checklist_ref (checklist), (GDestroyNotify) nazar_checklist_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  gtk_widget_set_valign (print, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (print, print_name);
  gtk_widget_add_css_class (print, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (print), GTK_ACCESSIBLE_PROPERTY_LABEL, print_name, -1);
  gtk_widget_set_valign (used, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (used), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (print, "clicked", G_CALLBACK (on_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (used, "notify::active", G_CALLBACK (on_switch_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), print);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), used);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
holds (GPtrArray      *checklists,
       NazarChecklist *checklist)
{
  for (guint i = 0; i < checklists->len; i++)
    if (g_str_equal (nazar_checklist_get_id (g_ptr_array_index (checklists, i)), nazar_checklist_get_id (checklist)))
      return TRUE;

  return FALSE;
}

/* Those that the visit has, in their versions, then the others in their latest. */
static void
fill (NazarVisitQuestionnaires *self)
{
  NazarStore *store = nazar_live_get_store (nazar_notebook_get_live (self->notebook));
  GPtrArray *used = nazar_notebook_get_checklists (self->notebook);
  g_autoptr (GPtrArray) proposed = nazar_visit_propose_checklists (nazar_store_lock_reader (store), NULL);

  nazar_store_unlock_reader (store);
  for (guint i = 0; i < used->len; i++)
    add_row (self, g_ptr_array_index (used, i));
  for (guint i = 0; proposed != NULL && i < proposed->len; i++)
    if (!holds (used, g_ptr_array_index (proposed, i)))
      add_row (self, g_ptr_array_index (proposed, i));
  show_rows (self);
}

static void
add_languages (NazarVisitQuestionnaires *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->language = nazar_paper_language_row_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("On paper"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Where no device may enter: a PDF with boxes to tick, lines to write on, and the "
                                           "recommendations that are still open at this place."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->language));
  gtk_box_append (GTK_BOX (self), group);
}

static void
nazar_visit_questionnaires_dispose (GObject *object)
{
  NazarVisitQuestionnaires *self = NAZAR_VISIT_QUESTIONNAIRES (object);

  g_clear_object (&self->to_print);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (nazar_visit_questionnaires_parent_class)->dispose (object);
}

static void
nazar_visit_questionnaires_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_VISIT_QUESTIONNAIRES (object)->rows);

  G_OBJECT_CLASS (nazar_visit_questionnaires_parent_class)->finalize (object);
}

static void
nazar_visit_questionnaires_class_init (NazarVisitQuestionnairesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visit_questionnaires_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_visit_questionnaires_finalize;
}

static void
nazar_visit_questionnaires_init (NazarVisitQuestionnaires *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Questionnaires"));
  adw_preferences_group_set_description (self->group, _("A visit keeps the version that it was answered with."));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  add_languages (self);
}

/**
 * nazar_visit_questionnaires_new:
 * @notebook: the answers of a visit
 *
 * Returns: (transfer full): the choice of its questionnaires
 */
GtkWidget *
nazar_visit_questionnaires_new (NazarNotebook *notebook)
{
  NazarVisitQuestionnaires *self = g_object_new (NAZAR_TYPE_VISIT_QUESTIONNAIRES, NULL);

  self->notebook = g_object_ref (notebook);
  fill (self);
  g_signal_connect_object (notebook, "checklists-changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "answer-changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
