/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-questionnaire-header.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-missing-popover.h"

#include <glib/gi18n-lib.h>

/* What is being asked about, how much of it is answered, and the way to what is not. */
struct _NazarQuestionnaireHeader
{
  AdwBin parent_instance;

  NazarNotebook *notebook;
  const NazarArea *area; /* (nullable) */
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *bar;
  GtkWidget *missing;
};

G_DEFINE_FINAL_TYPE (NazarQuestionnaireHeader, nazar_questionnaire_header, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSED,
  SIGNAL_STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_chosen_cb (NazarQuestionnaireHeader *self,
              const NazarQuestion      *question)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, question);
}

static void
on_closed_cb (NazarQuestionnaireHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
make_missing_cb (GtkMenuButton *button,
                 gpointer       data)
{
  NazarQuestionnaireHeader *self = data;
  GtkWidget *popover = nazar_missing_popover_new (self->notebook, self->area);

  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
on_previous_cb (NazarQuestionnaireHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, FALSE);
}

static void
on_next_cb (NazarQuestionnaireHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, TRUE);
}

static GtkWidget *
make_step (NazarQuestionnaireHeader *self,
           const char               *icon_name,
           const char               *name,
           const char               *tooltip,
           GCallback                 callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static guint
count_missing (NazarQuestionnaireHeader *self)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (self->notebook);
  guint n = 0;

  for (guint i = 0; i < checklists->len; i++)
    {
      g_autoptr (GPtrArray) missing =
        nazar_answers_dup_missing (nazar_notebook_get_answers (self->notebook, g_ptr_array_index (checklists, i)), FALSE);

      n += missing->len;
    }

  return n;
}

static void
show_missing_count (NazarQuestionnaireHeader *self)
{
  guint n = count_missing (self);
  /* Translators: how many questions have no answer yet. */
  g_autofree char *words = g_strdup_printf (ngettext ("%u missing", "%u missing", n), n);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->missing), words);
  gtk_widget_set_visible (self->missing, n > 0);
}

/* "5 of 11 here · 64 of 149 in all · MR 12-17 · last visit 4 November 2024" */
static char *
dup_words (NazarQuestionnaireHeader *self,
           guint                     answered,
           guint                     questions,
           guint                     all_answered,
           guint                     all_questions)
{
  NazarRecord *last = nazar_notebook_get_previous_visit (self->notebook);
  const char *begin = last != NULL ? nazar_record_get (last, "begin") : NULL;
  GString *words = g_string_new (NULL);

  /* Translators: how many questions of an area are answered. */
  g_string_append_printf (words, _("%u of %u answered here"), answered, questions);
  /* Translators: how many questions of a whole questionnaire are answered. */
  g_string_append (words, " · ");
  g_string_append_printf (words, _("%u of %u in all"), all_answered, all_questions);
  if (self->area->rules[0] != NULL)
    {
      g_autofree char *rules = g_strjoinv (", ", (char **) self->area->rules);

      g_string_append_printf (words, " · %s", rules);
    }
  if (begin != NULL)
    {
      g_autofree char *date = nazar_date_format (begin, nazar_language_current ());

      g_string_append (words, " · ");
      /* Translators: %s is the date of the last visit to the same place. */
      g_string_append_printf (words, _("last visit %s"), date);
    }

  return g_string_free (words, FALSE);
}

static void
nazar_questionnaire_header_dispose (GObject *object)
{
  g_clear_object (&NAZAR_QUESTIONNAIRE_HEADER (object)->notebook);

  G_OBJECT_CLASS (nazar_questionnaire_header_parent_class)->dispose (object);
}

static void
nazar_questionnaire_header_class_init (NazarQuestionnaireHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_questionnaire_header_dispose;

  /**
   * NazarQuestionnaireHeader::chosen:
   * @question: a #NazarQuestion
   *
   * Somebody wants to answer it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NAZAR_TYPE_QUESTIONNAIRE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_POINTER);
  /**
   * NazarQuestionnaireHeader::closed:
   *
   * Nobody looks at the list of questions without an answer any more.
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", NAZAR_TYPE_QUESTIONNAIRE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * NazarQuestionnaireHeader::step:
   * @forward: whether to the next area, or else to the one before
   */
  signals[SIGNAL_STEP] = g_signal_new ("step", NAZAR_TYPE_QUESTIONNAIRE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_BOOLEAN);
}

static GtkWidget *
make_side (NazarQuestionnaireHeader *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->missing = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->missing), make_missing_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->missing, _("Questions without an answer (Ctrl+J)"));
  gtk_widget_add_css_class (self->missing, "flat");
  gtk_box_append (GTK_BOX (side), self->missing);
  gtk_box_append (GTK_BOX (side), make_step (self, "go-previous-symbolic", _("Previous area"), _("Previous area (Alt+Page Up)"),
                                             G_CALLBACK (on_previous_cb)));
  gtk_box_append (GTK_BOX (side), make_step (self, "go-next-symbolic", _("Next area"), _("Next area (Alt+Page Down)"),
                                             G_CALLBACK (on_next_cb)));
  return side;
}

static void
nazar_questionnaire_header_init (NazarQuestionnaireHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *side;

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_box_append (GTK_BOX (line), self->title);

  side = make_side (self);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), side);
  gtk_box_append (GTK_BOX (box), line);

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_add_css_class (self->words, "caption");
  gtk_widget_add_css_class (self->words, "dim-label");
  gtk_widget_add_css_class (self->words, "numeric");
  gtk_box_append (GTK_BOX (box), self->words);

  self->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Share answered"), -1);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-questionnaire-header");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * nazar_questionnaire_header_new:
 * @notebook: the answers of a visit
 *
 * Returns: (transfer full): a header that shows nothing yet
 */
GtkWidget *
nazar_questionnaire_header_new (NazarNotebook *notebook)
{
  NazarQuestionnaireHeader *self;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (NAZAR_TYPE_QUESTIONNAIRE_HEADER, NULL);
  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

/**
 * nazar_questionnaire_header_show:
 * @self: a header
 * @checklist: (nullable): a questionnaire of the notebook
 * @area: (nullable): an area of it
 *
 * Shows how far it is.
 */
void
nazar_questionnaire_header_show (NazarQuestionnaireHeader *self,
                                 NazarChecklist           *checklist,
                                 const NazarArea          *area)
{
  guint answered, questions, all_answered, all_questions;
  NazarAnswers *answers;
  g_autofree char *words = NULL;

  g_return_if_fail (NAZAR_IS_QUESTIONNAIRE_HEADER (self));

  self->area = area;
  gtk_widget_set_visible (GTK_WIDGET (self), area != NULL);
  if (area == NULL)
    return;

  answers = nazar_notebook_get_answers (self->notebook, checklist);
  nazar_answers_count (answers, area, &answered, &questions);
  nazar_answers_count (answers, NULL, &all_answered, &all_questions);
  words = dup_words (self, answered, questions, all_answered, all_questions);
  gtk_label_set_text (GTK_LABEL (self->title), nazar_texts_get (&area->title, nazar_language_current ()));
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), all_questions > 0 ? (double) all_answered / all_questions : 0);
  show_missing_count (self);
}

/**
 * nazar_questionnaire_header_show_missing:
 * @self: a header
 *
 * Opens the list of questions without an answer.
 */
void
nazar_questionnaire_header_show_missing (NazarQuestionnaireHeader *self)
{
  g_return_if_fail (NAZAR_IS_QUESTIONNAIRE_HEADER (self));

  if (gtk_widget_get_visible (self->missing))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->missing));
}
