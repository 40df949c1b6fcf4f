/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-notebook.h"

#include "nazar-earlier-answers.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"

#include <glib/gi18n-lib.h>

/* One questionnaire of the visit. */
typedef struct
{
  NazarChecklist *checklist;
  NazarAnswers *answers;
  GHashTable *questions; /* id of an answer → its question */
} Part;

struct _NazarNotebook
{
  GObject parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  gboolean locked;
  GPtrArray *parts;
  GPtrArray *checklists; /* of the parts */
  GHashTable *edited;    /* id → the live record of an answer that was given here */
  GHashTable *touched;   /* questions that are still to be announced */
  NazarLastVisit *last; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NazarNotebook, nazar_notebook, G_TYPE_OBJECT)

enum
{
  SIGNAL_ANSWER_CHANGED,
  SIGNAL_CHECKLISTS_CHANGED,
  SIGNAL_PREVIOUS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_LOCKED = 1,
};

static GParamSpec *locked_property;

/* ---- what changed is announced when all of it has ---- */

static void
touch (NazarAnswers        *answers,
       const NazarQuestion *question,
       gpointer             data)
{
  g_hash_table_add (NAZAR_NOTEBOOK (data)->touched, (gpointer) question);
}

static void
announce (NazarNotebook *self)
{
  g_autoptr (GHashTable) touched = g_steal_pointer (&self->touched);
  GHashTableIter iter;
  gpointer question;

  self->touched = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &question, NULL))
    g_signal_emit (self, signals[SIGNAL_ANSWER_CHANGED], 0, question);
}

/* ---- questionnaires and what was answered to them ---- */

static void
part_free (gpointer data)
{
  Part *part = data;

  g_hash_table_unref (part->questions);
  nazar_answers_free (part->answers);
  nazar_checklist_unref (part->checklist);
  g_free (part);
}

static GHashTable *
index_questions (NazarNotebook  *self,
                 NazarChecklist *checklist)
{
  GHashTable *questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_questions;
  const NazarQuestion *all = nazar_checklist_get_questions (checklist, &n_questions);

  for (guint i = 0; i < n_questions; i++)
    g_hash_table_insert (questions,
                         nazar_answer_dup_id (nazar_record_get_id (self->visit), nazar_checklist_get_id (checklist), all[i].id),
                         (gpointer) &all[i]);

  return questions;
}

static Part *
load_part (NazarNotebook   *self,
           NazarConnection *connection,
           const char      *id)
{
  g_autoptr (NazarChecklist) checklist = nazar_checklist_load (connection, id, NULL);
  g_autoptr (NazarAnswers) answers =
    checklist != NULL ? nazar_visit_load_answers (connection, self->visit, checklist, NULL) : NULL;
  Part *part;

  if (answers == NULL)
    return NULL;

  nazar_answers_set_watch (answers, touch, self);
  part = g_new0 (Part, 1);
  part->questions = index_questions (self, checklist);
  part->checklist = g_steal_pointer (&checklist);
  part->answers = g_steal_pointer (&answers);
  return part;
}

/* Takes the part of that questionnaire out of a list, so that it lives on in another. */
static Part *
steal_part (GPtrArray  *parts,
            const char *id)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      Part *part = g_ptr_array_index (parts, i);

      if (g_str_equal (nazar_checklist_get_id (part->checklist), id))
        return g_ptr_array_steal_index (parts, i);
    }

  return NULL;
}

/* @old: (nullable): parts that are kept where the visit still has their questionnaires */
static void
load_parts (NazarNotebook *self,
            GPtrArray     *old)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_auto (GStrv) ids = nazar_record_get_strv (self->visit, "checklists");
  NazarConnection *connection = nazar_store_lock_reader (store);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_set_size (self->checklists, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      Part *part = steal_part (old, ids[i]);

      if (part == NULL)
        part = load_part (self, connection, ids[i]);
      if (part == NULL)
        continue;
      g_ptr_array_add (self->parts, part);
      g_ptr_array_add (self->checklists, part->checklist);
    }

  nazar_store_unlock_reader (store);
}

/* The old parts live until everybody has heard of the new ones. */
static void
reload_parts (NazarNotebook *self,
              gboolean       afresh)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->parts);

  g_hash_table_remove_all (self->touched);
  load_parts (self, afresh ? NULL : old);
  g_signal_emit (self, signals[SIGNAL_CHECKLISTS_CHANGED], 0);
}

static gboolean
has_same_checklists (NazarNotebook *self)
{
  g_auto (GStrv) ids = nazar_record_get_strv (self->visit, "checklists");

  if (g_strv_length (ids) != self->checklists->len)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], nazar_checklist_get_id (g_ptr_array_index (self->checklists, i))))
      return FALSE;

  return TRUE;
}

static Part *
find_part (NazarNotebook        *self,
           const NazarChecklist *checklist)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (part->checklist == checklist)
        return part;
    }

  return NULL;
}

static char *
dup_answer_id (NazarNotebook       *self,
               const NazarQuestion *question)
{
  return nazar_answer_dup_id (nazar_record_get_id (self->visit), nazar_checklist_get_id (question->checklist), question->id);
}

/* ---- the last visit to the same place ---- */

static void
load_previous (NazarNotebook *self)
{
  NazarStore *store = nazar_live_get_store (self->live);

  g_clear_pointer (&self->last, nazar_last_visit_free);
  self->last = nazar_last_visit_load (nazar_store_lock_reader (store), self->visit, NULL);
  nazar_store_unlock_reader (store);
  g_signal_emit (self, signals[SIGNAL_PREVIOUS_CHANGED], 0);
}

/* ---- following the register ---- */

static void
show_figures (NazarNotebook *self)
{
  g_autoptr (NazarRecord) facility =
    nazar_live_get (self->live, NAZAR_TYPE_FACILITY, nazar_record_get (self->visit, "facility"));

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      nazar_visit_set_figures (self->visit, facility, part->answers);
    }
}

static void
show_locked (NazarNotebook *self)
{
  gboolean locked = nazar_store_is_read_only (nazar_live_get_store (self->live)) ||
                    g_strcmp0 (nazar_record_get (self->visit, "state"), "approved") == 0;

  if (locked == self->locked)
    return;

  self->locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), locked_property);
}

/* The live record is asked: it has what was typed since the change that is told of. */
static void
read_answer (NazarNotebook     *self,
             const NazarChange *change)
{
  g_autoptr (NazarRecord) record = NULL;

  if (change->action == NAZAR_JOURNAL_DELETE)
    g_hash_table_remove (self->edited, change->id);
  else
    record = nazar_live_get (self->live, NAZAR_TYPE_ANSWER, change->id);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      const NazarQuestion *question = g_hash_table_lookup (part->questions, change->id);

      if (question == NULL)
        continue;
      nazar_answers_set (part->answers, question, record != NULL ? nazar_record_get (record, "value") : NULL);
      nazar_answers_set_note (part->answers, question, record != NULL ? nazar_record_get (record, "note") : NULL);
      touch (part->answers, question, self);
    }
}

static gboolean
is_checklist_rewritten (NazarNotebook     *self,
                        const NazarChange *change)
{
  if (change->type != NAZAR_TYPE_CHECKLIST_RECORD || change->action != NAZAR_JOURNAL_CHANGE)
    return FALSE;

  for (guint i = 0; i < self->checklists->len; i++)
    if (g_str_equal (nazar_checklist_get_id (g_ptr_array_index (self->checklists, i)), change->id))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_previous (NazarNotebook     *self,
                const NazarChange *change)
{
  if (change->type == NAZAR_TYPE_VISIT)
    return !g_str_equal (change->id, nazar_record_get_id (self->visit));

  return change->type == NAZAR_TYPE_ANSWER && self->last != NULL &&
         g_strcmp0 (change->owner, nazar_record_get_id (nazar_last_visit_get_visit (self->last))) == 0;
}

static void
on_live_changed_cb (NazarNotebook *self,
                    GPtrArray     *changes)
{
  const char *id = nazar_record_get_id (self->visit);
  const char *facility = nazar_record_get (self->visit, "facility");
  gboolean previous = FALSE, rewritten = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->type == NAZAR_TYPE_ANSWER && g_strcmp0 (change->owner, id) == 0)
        read_answer (self, change);
      else if (change->type == NAZAR_TYPE_FACILITY && g_strcmp0 (change->id, facility) == 0)
        show_figures (self);
      previous = previous || is_of_previous (self, change);
      rewritten = rewritten || is_checklist_rewritten (self, change);
    }

  if (previous)
    load_previous (self);
  if (rewritten)
    reload_parts (self, TRUE);
  announce (self);
}

static void
on_visit_notify_cb (NazarNotebook *self,
                    GParamSpec    *pspec)
{
  if (g_str_equal (pspec->name, "state"))
    show_locked (self);
  else if (g_str_equal (pspec->name, "checklists") && !has_same_checklists (self))
    reload_parts (self, FALSE);
  else if (g_str_equal (pspec->name, "facility") || g_str_equal (pspec->name, "begin") || g_str_equal (pspec->name, "end") ||
           g_str_equal (pspec->name, "population"))
    show_figures (self);

  if (g_str_equal (pspec->name, "facility") || g_str_equal (pspec->name, "begin"))
    load_previous (self);
  announce (self);
}

/* ---- the object ---- */

static void
nazar_notebook_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_LOCKED)
    g_value_set_boolean (value, NAZAR_NOTEBOOK (object)->locked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nazar_notebook_dispose (GObject *object)
{
  NazarNotebook *self = NAZAR_NOTEBOOK (object);

  g_clear_pointer (&self->checklists, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->edited, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->last, nazar_last_visit_free);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_notebook_parent_class)->dispose (object);
}

static void
nazar_notebook_class_init (NazarNotebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nazar_notebook_get_property;
  object_class->dispose = nazar_notebook_dispose;

  /**
   * NazarNotebook:locked:
   *
   * Whether nothing may be answered: the visit is approved, or the register cannot be
   * written.
   */
  locked_property = g_param_spec_boolean ("locked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_LOCKED, locked_property);

  /**
   * NazarNotebook::answer-changed:
   * @question: a #NazarQuestion
   *
   * Its answer, note, state, calculated value or check may be another one now.
   */
  signals[SIGNAL_ANSWER_CHANGED] = g_signal_new ("answer-changed", NAZAR_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * NazarNotebook::checklists-changed:
   *
   * The visit has other questionnaires, or one was rewritten. Those that are gone are
   * freed when all have heard of it.
   */
  signals[SIGNAL_CHECKLISTS_CHANGED] = g_signal_new ("checklists-changed", NAZAR_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                     NULL, G_TYPE_NONE, 0);

  /**
   * NazarNotebook::previous-changed:
   *
   * The last visit to the same place is another one, or answered something else.
   */
  signals[SIGNAL_PREVIOUS_CHANGED] = g_signal_new ("previous-changed", NAZAR_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                   NULL, G_TYPE_NONE, 0);
}

static void
nazar_notebook_init (NazarNotebook *self)
{
  self->checklists = g_ptr_array_new ();
  self->edited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->touched = g_hash_table_new (NULL, NULL);
}

/**
 * nazar_notebook_new:
 * @live: a register as windows see it
 * @visit: a live visit
 *
 * Returns: (transfer full): its answers
 */
NazarNotebook *
nazar_notebook_new (NazarLive   *live,
                    NazarRecord *visit)
{
  NazarNotebook *self;

  g_return_val_if_fail (NAZAR_IS_LIVE (live) && NAZAR_IS_VISIT (visit), NULL);

  self = g_object_new (NAZAR_TYPE_NOTEBOOK, NULL);
  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  load_parts (self, NULL);
  load_previous (self);
  show_locked (self);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (visit, "notify", G_CALLBACK (on_visit_notify_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_notebook_get_live:
 * @self: a notebook
 *
 * Returns: (transfer none): the register
 */
NazarLive *
nazar_notebook_get_live (NazarNotebook *self)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), NULL);

  return self->live;
}

/**
 * nazar_notebook_get_visit:
 * @self: a notebook
 *
 * Returns: (transfer none): the visit
 */
NazarRecord *
nazar_notebook_get_visit (NazarNotebook *self)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), NULL);

  return self->visit;
}

/**
 * nazar_notebook_is_locked:
 * @self: a notebook
 *
 * Returns: whether nothing may be answered: the visit is approved, or the register
 *   cannot be written
 */
gboolean
nazar_notebook_is_locked (NazarNotebook *self)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), TRUE);

  return self->locked;
}

/**
 * nazar_notebook_get_checklists:
 * @self: a notebook
 *
 * Returns: (transfer none) (element-type NazarChecklist): the questionnaires of the
 *   visit, in the versions that it is answered with
 */
GPtrArray *
nazar_notebook_get_checklists (NazarNotebook *self)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), NULL);

  return self->checklists;
}

/**
 * nazar_notebook_get_answers:
 * @self: a notebook
 * @checklist: one of its questionnaires
 *
 * Returns: (transfer none) (nullable): what the visit answers to it, to be looked at
 */
NazarAnswers *
nazar_notebook_get_answers (NazarNotebook  *self,
                            NazarChecklist *checklist)
{
  Part *part;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), NULL);

  part = find_part (self, checklist);
  return part != NULL ? part->answers : NULL;
}

/**
 * nazar_notebook_dup_answer_id:
 * @self: a notebook
 * @question: a question of one of its questionnaires
 *
 * Returns: (transfer full) (nullable): id of the record with its answer; %NULL where
 *   nothing is answered or noted
 */
char *
nazar_notebook_dup_answer_id (NazarNotebook       *self,
                              const NazarQuestion *question)
{
  NazarAnswers *answers;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self) && question != NULL, NULL);

  answers = nazar_notebook_get_answers (self, question->checklist);
  if (answers == NULL || (nazar_answers_get (answers, question) == NULL && nazar_answers_get_note (answers, question) == NULL))
    return NULL;

  return dup_answer_id (self, question);
}

/**
 * nazar_notebook_count:
 * @self: a notebook
 * @answered: (out): how many questions are answered, in all questionnaires
 * @questions: (out): how many there are to answer
 */
void
nazar_notebook_count (NazarNotebook *self,
                      guint         *answered,
                      guint         *questions)
{
  g_return_if_fail (NAZAR_IS_NOTEBOOK (self) && answered != NULL && questions != NULL);

  *answered = *questions = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      guint part_answered, part_questions;

      nazar_answers_count (part->answers, NULL, &part_answered, &part_questions);
      *answered += part_answered;
      *questions += part_questions;
    }
}

/* ---- what is entered ---- */

static NazarRecord *
edit_record (NazarNotebook       *self,
             const NazarQuestion *question)
{
  g_autofree char *id = dup_answer_id (self, question);
  NazarRecord *record = g_hash_table_lookup (self->edited, id);

  if (record != NULL)
    return record;

  record = nazar_live_get (self->live, NAZAR_TYPE_ANSWER, id);
  if (record == NULL)
    {
      record = nazar_record_new (NAZAR_TYPE_ANSWER, id);
      nazar_record_set (record, "visit", nazar_record_get_id (self->visit));
      nazar_record_set (record, "checklist", nazar_checklist_get_id (question->checklist));
      nazar_record_set (record, "question", question->id);
      nazar_record_set_author_language (record);
    }
  g_hash_table_insert (self->edited, g_steal_pointer (&id), record);
  return record;
}

/* What could not be stored before, on a full disk, goes along with what is entered next. */
static void
store (NazarNotebook *self,
       NazarRecord   *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer other;

  g_ptr_array_add (records, record);
  g_hash_table_iter_init (&iter, self->edited);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (other != record && nazar_record_get_dirty (other) != 0)
      g_ptr_array_add (records, other);

  nazar_live_store_all (self->live, records);
}

static void
write_answer (NazarNotebook       *self,
              const NazarQuestion *question,
              const char          *value,
              const char          *note)
{
  Part *part = find_part (self, question->checklist);
  NazarRecord *record = edit_record (self, question);

  nazar_record_set (record, "value", value);
  nazar_record_set (record, "note", note);
  store (self, record);

  nazar_answers_set (part->answers, question, value);
  nazar_answers_set_note (part->answers, question, note);
  touch (part->answers, question, self);
  announce (self);
}

static gboolean
refuse_locked (NazarNotebook  *self,
               GError        **error)
{
  if (!self->locked)
    return FALSE;

  g_set_error_literal (error, NAZAR_ANSWER_ERROR, NAZAR_ANSWER_ERROR_INVALID,
                       nazar_store_is_read_only (nazar_live_get_store (self->live))
                         ? _("The register is open for reading only.")
                         : _("The visit is approved: reopen it to change its answers."));
  return TRUE;
}

/**
 * nazar_notebook_enter:
 * @self: a notebook
 * @question: a question of one of its questionnaires
 * @input: (nullable): an answer, in any usual way of writing it; empty for none
 * @error: return location for a #NazarAnswerError
 *
 * Answers the question and writes the answer at once.
 *
 * Returns: %FALSE where @input is no answer to it; nothing is changed then
 */
gboolean
nazar_notebook_enter (NazarNotebook        *self,
                      const NazarQuestion  *question,
                      const char           *input,
                      GError              **error)
{
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) local_error = NULL;
  Part *part;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self) && question != NULL && question->table == NULL, FALSE);
  part = find_part (self, question->checklist);
  g_return_val_if_fail (part != NULL, FALSE);

  if (refuse_locked (self, error))
    return FALSE;

  value = nazar_question_normalize (question, input, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  note = g_strdup (nazar_answers_get_note (part->answers, question));
  if (g_strcmp0 (value, nazar_answers_get (part->answers, question)) != 0)
    write_answer (self, question, value, note);
  return TRUE;
}

/**
 * nazar_notebook_enter_note:
 * @self: a notebook
 * @question: a question of one of its questionnaires
 * @note: (nullable): what to note beside its answer; empty for nothing
 *
 * Notes it and writes it at once.
 */
void
nazar_notebook_enter_note (NazarNotebook       *self,
                           const NazarQuestion *question,
                           const char          *note)
{
  g_autofree char *text = note != NULL ? g_strchomp (g_strdup (note)) : NULL;
  g_autofree char *value = NULL;
  Part *part;

  g_return_if_fail (NAZAR_IS_NOTEBOOK (self) && question != NULL && question->table == NULL);
  part = find_part (self, question->checklist);
  g_return_if_fail (part != NULL);

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  if (self->locked || g_strcmp0 (text, nazar_answers_get_note (part->answers, question)) == 0)
    return;

  value = g_strdup (nazar_answers_get (part->answers, question));
  write_answer (self, question, value, text);
}

/* ---- what was answered before ---- */

/**
 * nazar_notebook_get_previous_visit:
 * @self: a notebook
 *
 * Returns: (transfer none) (nullable): the last visit to the same place, as it was
 *   loaded
 */
NazarRecord *
nazar_notebook_get_previous_visit (NazarNotebook *self)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self), NULL);

  return self->last != NULL ? nazar_last_visit_get_visit (self->last) : NULL;
}

/**
 * nazar_notebook_get_previous:
 * @self: a notebook
 * @question: a question of one of its questionnaires
 *
 * Returns: (transfer none) (nullable): what the last visit to the same place answered
 *   to it, in the same questionnaire or, failing that, in any other
 */
const char *
nazar_notebook_get_previous (NazarNotebook       *self,
                             const NazarQuestion *question)
{
  const NazarEarlierAnswer *answer = NULL;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self) && question != NULL, NULL);

  if (self->last != NULL)
    answer = nazar_last_visit_find (self->last, nazar_checklist_get_series (question->checklist), question->id);
  return answer != NULL ? answer->value : NULL;
}

/**
 * nazar_notebook_load_earlier:
 * @self: a notebook
 * @question: a question of one of its questionnaires
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type NazarEarlierAnswer) (nullable): what all
 *   earlier visits to the same place answered to it, the latest first
 */
GPtrArray *
nazar_notebook_load_earlier (NazarNotebook        *self,
                             const NazarQuestion  *question,
                             GError              **error)
{
  NazarStore *store;
  GPtrArray *earlier;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (self) && question != NULL, NULL);

  store = nazar_live_get_store (self->live);
  earlier = nazar_earlier_answers_load (nazar_store_lock_reader (store), self->visit,
                                        nazar_checklist_get_series (question->checklist), question->id, error);
  nazar_store_unlock_reader (store);
  return earlier;
}
