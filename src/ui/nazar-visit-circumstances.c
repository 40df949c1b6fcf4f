/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-circumstances.h"

#include "nazar-date.h"
#include "nazar-note-card.h"
#include "nazar-record-form.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The section of a visit that says where, when and how it was made. Over its fields
 * stand the rules of the law that they touch: they help, and force nothing. */
struct _NazarVisitCircumstances
{
  GtkBox parent_instance;

  NazarOwnedList *findings;
  NazarRecord *visit;
  gboolean locked;

  GtkWidget *reopened;
  GtkWidget *obstruction;
  GtkWidget *reason;
  GtkWidget *days;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (NazarVisitCircumstances, nazar_visit_circumstances, GTK_TYPE_BOX)

enum
{
  SIGNAL_OBSTRUCTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is (NazarVisitCircumstances *self,
    const char              *field,
    const char              *value)
{
  return g_strcmp0 (nazar_record_get (self->visit, field), value) == 0;
}

/* ---- Obstruction: OPCAT, articles 14 and 20, and the law on the national centre ---- */

/* Interviews have their own: they say which talk was not in private. */
static NazarRecord *
find_obstruction (NazarVisitCircumstances *self)
{
  GPtrArray *findings = nazar_owned_list_get_records (self->findings);

  for (guint i = 0; i < findings->len; i++)
    {
      NazarRecord *finding = g_ptr_array_index (findings, i);

      if (nazar_record_get_flag (finding, "obstruction") && nazar_record_get (finding, "interviews") == NULL)
        return finding;
    }

  return NULL;
}

/* What was obstructed, as a sentence that names nobody; NULL where nothing was. */
static const char *
obstruction_sentence (NazarVisitCircumstances *self)
{
  if (is (self, "access", "denied"))
    return _("The monitors were not let in.");
  if (is (self, "access", "partial"))
    return _("The monitors were not let into every room, or not shown every paper.");
  if (is (self, "access", "delayed"))
    return _("The monitors had to wait before they were let in.");
  if (is (self, "privacy", "0"))
    return _("Talks could not be held in private.");

  return NULL;
}

static void
show_obstruction (NazarVisitCircumstances *self)
{
  const char *sentence = obstruction_sentence (self);
  NazarRecord *finding = find_obstruction (self);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->obstruction, sentence != NULL && (finding != NULL || !self->locked));
  if (sentence == NULL)
    return;

  words = finding != NULL ? g_strdup_printf ("%s %s", sentence, _("It is recorded as obstruction, among the findings."))
                          : g_strdup_printf ("%s %s", sentence, _("Monitors may enter any place of detention at any time and talk to "
                                                                  "anybody in private: this can be recorded as obstruction."));
  nazar_note_card_set_words (NAZAR_NOTE_CARD (self->obstruction), words,
                             finding != NULL ? _("Show the Finding") : _("Record It as Obstruction"));
}

static void
on_obstruction_cb (NazarVisitCircumstances *self)
{
  NazarRecord *finding = find_obstruction (self);

  nazar_visit_circumstances_flush (self);
  g_signal_emit (self, signals[SIGNAL_OBSTRUCTION], 0, finding != NULL ? nazar_record_get_id (finding) : NULL,
                 obstruction_sentence (self));
}

/* ---- Other rules ---- */

static void
show_reason (NazarVisitCircumstances *self)
{
  gtk_widget_set_visible (self->reason, is (self, "kind", "special") && nazar_record_get (self->visit, "reason") == NULL);
}

static void
show_days (NazarVisitCircumstances *self)
{
  const char *begin = nazar_record_get (self->visit, "begin");
  const char *end = nazar_record_get (self->visit, "end");
  int days = begin != NULL && end != NULL ? nazar_date_days_between (begin, end) + 1 : 1;
  g_autofree char *words = g_strdup_printf (ngettext ("The visit took %d day.", "The visit took %d days.", days), days);

  gtk_label_set_text (GTK_LABEL (self->days), words);
  gtk_widget_set_visible (self->days, days > 1);
}

static void
show_reopened (NazarVisitCircumstances *self)
{
  const char *reason = nazar_record_get (self->visit, "reopened");
  /* Translators: %s is what the user wrote. */
  g_autofree char *words = g_strdup_printf (_("This visit was approved, and reopened: %s"), reason != NULL ? reason : "");

  nazar_note_card_set_words (NAZAR_NOTE_CARD (self->reopened), words, NULL);
  gtk_widget_set_visible (self->reopened, reason != NULL && !is (self, "state", "approved"));
}

static void
show (NazarVisitCircumstances *self)
{
  show_reopened (self);
  show_obstruction (self);
  show_reason (self);
  show_days (self);
}

/* ---- The widget ---- */

static void
on_reason_cb (NazarVisitCircumstances *self)
{
  nazar_visit_circumstances_focus (self, "reason");
}

static void
nazar_visit_circumstances_dispose (GObject *object)
{
  NazarVisitCircumstances *self = NAZAR_VISIT_CIRCUMSTANCES (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (nazar_visit_circumstances_parent_class)->dispose (object);
}

static void
nazar_visit_circumstances_class_init (NazarVisitCircumstancesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visit_circumstances_dispose;

  /**
   * NazarVisitCircumstances::obstruction:
   * @finding: (nullable): id of the finding that keeps it already
   * @text: what happened
   *
   * An obstruction is to be recorded, or shown where it is recorded.
   */
  signals[SIGNAL_OBSTRUCTION] = g_signal_new ("obstruction", NAZAR_TYPE_VISIT_CIRCUMSTANCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
nazar_visit_circumstances_init (NazarVisitCircumstances *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);

  self->reopened = nazar_note_card_new ("changes-allow-symbolic");
  self->obstruction = nazar_note_card_new ("dialog-warning-symbolic");
  g_signal_connect_swapped (self->obstruction, "clicked", G_CALLBACK (on_obstruction_cb), self);
  self->reason = nazar_note_card_new ("dialog-information-symbolic");
  nazar_note_card_set_words (NAZAR_NOTE_CARD (self->reason), _("A special visit answers something: write down its reason."),
                             _("Write the Reason"));
  g_signal_connect_swapped (self->reason, "clicked", G_CALLBACK (on_reason_cb), self);
  self->days = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->days), 0);
  gtk_widget_add_css_class (self->days, "dim-label");

  gtk_box_append (GTK_BOX (self), self->reopened);
  gtk_box_append (GTK_BOX (self), self->obstruction);
  gtk_box_append (GTK_BOX (self), self->reason);
  gtk_box_append (GTK_BOX (self), self->days);
}

/**
 * nazar_visit_circumstances_new:
 * @findings: the findings of the visit
 * @visit: a live visit
 * @locked: whether it is for reading only
 *
 * Returns: (transfer full): its circumstances
 */
GtkWidget *
nazar_visit_circumstances_new (NazarOwnedList *findings,
                               NazarRecord    *visit,
                               gboolean        locked)
{
  NazarVisitCircumstances *self = g_object_new (NAZAR_TYPE_VISIT_CIRCUMSTANCES, NULL);
  NazarLive *live = nazar_owned_list_get_live (findings);

  self->findings = g_object_ref (findings);
  self->visit = g_object_ref (visit);
  self->locked = locked || nazar_store_is_read_only (nazar_live_get_store (live));
  self->form = nazar_record_form_new (live, NAZAR_TYPE_VISIT, locked);
  /* Filled first, for GTK 4.8 measures a text view wrongly that has no width yet. */
  nazar_record_form_set_record (NAZAR_RECORD_FORM (self->form), visit);
  gtk_box_append (GTK_BOX (self), self->form);
  show (self);
  g_signal_connect_object (visit, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "changed", G_CALLBACK (show_obstruction), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_visit_circumstances_focus:
 * @self: the circumstances of a visit
 * @field: name of a field
 *
 * Leads the keyboard to the field.
 */
void
nazar_visit_circumstances_focus (NazarVisitCircumstances *self,
                                 const char              *field)
{
  NazarFieldRow *row;

  g_return_if_fail (NAZAR_IS_VISIT_CIRCUMSTANCES (self));

  row = nazar_record_form_get_row (NAZAR_RECORD_FORM (self->form), field);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * nazar_visit_circumstances_flush:
 * @self: the circumstances of a visit
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_visit_circumstances_flush (NazarVisitCircumstances *self)
{
  g_return_if_fail (NAZAR_IS_VISIT_CIRCUMSTANCES (self));

  nazar_record_form_flush (NAZAR_RECORD_FORM (self->form));
}

/**
 * nazar_visit_circumstances_forget:
 * @self: the circumstances of a visit
 *
 * Forgets what was typed and not stored yet: the visit is gone.
 */
void
nazar_visit_circumstances_forget (NazarVisitCircumstances *self)
{
  g_return_if_fail (NAZAR_IS_VISIT_CIRCUMSTANCES (self));

  nazar_record_form_forget (NAZAR_RECORD_FORM (self->form));
}
