/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-findings-view.h"

#include "nazar-finding-list.h"
#include "nazar-language.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The section of a visit in which findings are written down, and recommendations grow
 * out of them. */
struct _NazarFindingsView
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *visit; /* (nullable) */
  NazarOwnedList *findings;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (NazarFindingsView, nazar_findings_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_RECOMMEND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
recommend (GtkWidget  *widget,
           const char *action,
           GVariant   *finding)
{
  nazar_card_list_flush (NAZAR_CARD_LIST (NAZAR_FINDINGS_VIEW (widget)->list));
  g_signal_emit (widget, signals[SIGNAL_RECOMMEND], 0, g_variant_get_string (finding, NULL));
}

static void
show_lock (NazarFindingsView *self)
{
  nazar_card_list_set_locked (NAZAR_CARD_LIST (self->list),
                              self->visit != NULL && g_strcmp0 (nazar_record_get (self->visit, "state"), "approved") == 0);
}

static void
forget_visit (NazarFindingsView *self)
{
  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_data (self->visit, self);
  g_clear_object (&self->visit);
}

static void
nazar_findings_view_dispose (GObject *object)
{
  NazarFindingsView *self = NAZAR_FINDINGS_VIEW (object);

  forget_visit (self);
  g_clear_object (&self->findings);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_findings_view_parent_class)->dispose (object);
}

static void
nazar_findings_view_class_init (NazarFindingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_findings_view_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "findings.recommend", "s", recommend);

  /**
   * NazarFindingsView::recommend:
   * @finding: id of a finding
   *
   * A recommendation is to be made out of it.
   */
  signals[SIGNAL_RECOMMEND] = g_signal_new ("recommend", NAZAR_TYPE_FINDINGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nazar_findings_view_init (NazarFindingsView *self)
{
  self->list = g_object_new (NAZAR_TYPE_FINDING_LIST, NULL);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * nazar_findings_view_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): a section without a visit yet
 */
GtkWidget *
nazar_findings_view_new (NazarLive *live)
{
  NazarFindingsView *self = g_object_new (NAZAR_TYPE_FINDINGS_VIEW, NULL);

  self->live = g_object_ref (live);
  self->findings = nazar_owned_list_new (live, NAZAR_TYPE_FINDING);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->list), self->findings);
  return GTK_WIDGET (self);
}

/**
 * nazar_findings_view_set_visit:
 * @self: a section
 * @visit: (nullable): a live visit
 */
void
nazar_findings_view_set_visit (NazarFindingsView *self,
                               NazarRecord       *visit)
{
  g_return_if_fail (NAZAR_IS_FINDINGS_VIEW (self));

  if (visit == self->visit)
    return;

  nazar_findings_view_flush (self);
  forget_visit (self);
  if (visit != NULL)
    {
      self->visit = g_object_ref (visit);
      g_signal_connect_object (visit, "notify::state", G_CALLBACK (show_lock), self, G_CONNECT_SWAPPED);
    }
  nazar_owned_list_set_owner (self->findings, visit != NULL ? nazar_record_get_id (visit) : NULL);
  show_lock (self);
}

/**
 * nazar_findings_view_show:
 * @self: a section
 * @finding: id of a finding of its visit
 *
 * Opens it.
 */
void
nazar_findings_view_show (NazarFindingsView *self,
                          const char        *finding)
{
  nazar_card_list_open (NAZAR_CARD_LIST (self->list), finding);
}

/* What was asked and answered, to begin the sentence with. */
static char *
dup_beginning (NazarFindingsView   *self,
               const NazarQuestion *question,
               const char          *answer)
{
  const char *language = nazar_language_current ();
  g_autoptr (NazarRecord) record = answer != NULL ? nazar_live_get (self->live, NAZAR_TYPE_ANSWER, answer) : NULL;
  const char *value = record != NULL ? nazar_record_get (record, "value") : NULL;
  const char *note = record != NULL ? nazar_record_get (record, "note") : NULL;
  g_autofree char *shown = nazar_question_display_value (question, value, language);
  g_autofree char *asked = g_strdup_printf ("%s %s", nazar_texts_get (&question->text, language), shown);

  return note != NULL ? g_strdup_printf ("%s\n%s", asked, note) : g_steal_pointer (&asked);
}

/**
 * nazar_findings_view_add:
 * @self: a section with a visit that may be changed
 * @question: (nullable): a question that it comes from
 * @answer: (nullable): id of the answer to it
 *
 * Adds a finding and opens it: with the area, the rules and the answer of the question.
 */
void
nazar_findings_view_add (NazarFindingsView   *self,
                         const NazarQuestion *question,
                         const char          *answer)
{
  NazarRecord *finding = nazar_finding_list_new_record ();

  g_return_if_fail (NAZAR_IS_FINDINGS_VIEW (self) && self->visit != NULL);

  if (question != NULL)
    {
      g_autofree char *text = dup_beginning (self, question, answer);
      const char *area = question->area != NULL ? question->area->id : NULL;

      nazar_record_set (finding, "text", text);
      nazar_record_set (finding, "area", nazar_vocabulary_find (&nazar_vocabulary_area, area) != NULL ? area : "other");
      nazar_record_set_strv (finding, "rules", question->rules);
      nazar_record_set_strv (finding, "sources", (const char *const[]){ "observation", NULL });
      nazar_record_set (finding, "answer", answer);
    }

  nazar_card_list_add (NAZAR_CARD_LIST (self->list), finding);
}

/**
 * nazar_findings_view_add_obstruction:
 * @self: a section with a visit that may be changed
 * @text: what happened, without names
 *
 * Keeps an obstruction of the visit as a finding of its own kind.
 */
void
nazar_findings_view_add_obstruction (NazarFindingsView *self,
                                     const char        *text)
{
  NazarRecord *finding = nazar_finding_list_new_record ();

  nazar_record_set (finding, "text", text);
  nazar_record_set (finding, "area", "access");
  nazar_record_set (finding, "severity", "serious");
  nazar_record_set (finding, "obstruction", "1");
  nazar_record_set_strv (finding, "sources", (const char *const[]){ "observation", NULL });
  nazar_card_list_add (NAZAR_CARD_LIST (self->list), finding);
}

/**
 * nazar_findings_view_flush:
 * @self: a section
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_findings_view_flush (NazarFindingsView *self)
{
  nazar_card_list_flush (NAZAR_CARD_LIST (self->list));
}
