/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-map.h"

#include "nazar-language.h"

#include <glib/gi18n-lib.h>

/* The map of a visit: its sections, how far each is, and the way there. Of the
 * questionnaires only the one that is open shows its areas. */
struct _NazarVisitMap
{
  AdwBin parent_instance;

  NazarNotebook *notebook;
  GtkWidget *scrolled;
  GtkListBox *list;
  GtkWidget *sections[NAZAR_N_VISIT_SECTIONS]; /* NULL for the questions */
  GPtrArray *parts;                            /* rows of questionnaires and areas */
  guint refresh;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (NazarVisitMap, nazar_visit_map, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row leads to. */
typedef struct
{
  NazarVisitSection section;
  NazarChecklist *checklist; /* (nullable) */
  const NazarArea *area;     /* (nullable) */
  GtkWidget *count;
  GtkWidget *done;
} Way;

/**
 * nazar_visit_section_title:
 * @section: a section
 *
 * Returns: (transfer none): what people call it
 */
const char *
nazar_visit_section_title (NazarVisitSection section)
{
  switch (section)
    {
    case NAZAR_SECTION_TEAM:
      return _("Team");
    case NAZAR_SECTION_POPULATION:
      return _("Population");
    case NAZAR_SECTION_QUESTIONNAIRES:
    case NAZAR_SECTION_QUESTIONS:
      return _("Questionnaires");
    case NAZAR_SECTION_INTERVIEWS:
      return _("Interviews");
    case NAZAR_SECTION_FINDINGS:
      return _("Findings");
    case NAZAR_SECTION_RECOMMENDATIONS:
      return _("Recommendations");
    case NAZAR_SECTION_DOCUMENTS:
      return _("Documents");
    case NAZAR_SECTION_REPORT:
      return _("Report");
    case NAZAR_SECTION_CIRCUMSTANCES:
    default:
      return _("Circumstances");
    }
}

/* ---- Rows ---- */

static Way *
get_way (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "way");
}

static GtkWidget *
make_row (const char        *title,
          NazarVisitSection  section,
          NazarChecklist    *checklist,
          const NazarArea   *area)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  Way *way = g_new0 (Way, 1);

  way->section = section;
  way->checklist = checklist;
  way->area = area;
  way->count = gtk_label_new (NULL);
  way->done = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "object-select-symbolic",
                            "visible", FALSE, NULL);
  g_object_set_data_full (G_OBJECT (row), "way", way, g_free);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, area != NULL ? 18 : 0);
  if (area == NULL)
    gtk_widget_add_css_class (label, "nazar-map-section");
  gtk_widget_add_css_class (way->count, "dim-label");
  gtk_widget_add_css_class (way->count, "numeric");
  gtk_widget_add_css_class (way->done, "success");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), way->count);
  gtk_box_append (GTK_BOX (box), way->done);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
set_count (GtkWidget  *row,
           const char *words,
           gboolean    done)
{
  Way *way = get_way (row);

  gtk_label_set_text (GTK_LABEL (way->count), words != NULL ? words : "");
  gtk_widget_set_visible (way->done, done);
}

/* ---- Questionnaires ---- */

static void
show_part_count (NazarVisitMap *self,
                 GtkWidget     *row)
{
  const Way *way = get_way (row);
  NazarAnswers *answers = nazar_notebook_get_answers (self->notebook, way->checklist);
  guint answered, questions;
  g_autofree char *words = NULL;

  nazar_answers_count (answers, way->area, &answered, &questions);
  /* Translators: answered questions and all questions, in a narrow column. */
  words = g_strdup_printf (C_ ("count", "%u/%u"), answered, questions);
  set_count (row, questions > 0 ? words : "–", questions > 0 && answered == questions);
}

static gboolean
on_refresh_cb (gpointer data)
{
  NazarVisitMap *self = data;

  self->refresh = 0;
  for (guint i = 0; i < self->parts->len; i++)
    show_part_count (self, g_ptr_array_index (self->parts, i));
  return G_SOURCE_REMOVE;
}

static void
on_answer_changed_cb (NazarVisitMap *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh_cb, self);
}

static void
add_part (NazarVisitMap   *self,
          int             *place,
          const char      *title,
          NazarChecklist  *checklist,
          const NazarArea *area)
{
  GtkWidget *row = make_row (title, NAZAR_SECTION_QUESTIONS, checklist, area);

  gtk_list_box_insert (self->list, row, (*place)++);
  g_ptr_array_add (self->parts, row);
}

static void
open_checklist (NazarVisitMap  *self,
                NazarChecklist *checklist)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->parts, i);
      const Way *way = get_way (row);

      gtk_widget_set_visible (row, way->area == NULL || way->checklist == checklist);
    }
}

static void
show_checklists (NazarVisitMap *self)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (self->notebook);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->sections[NAZAR_SECTION_QUESTIONNAIRES])) + 1;
  const char *language = nazar_language_current ();

  for (guint i = 0; i < self->parts->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);

  for (guint i = 0; i < checklists->len; i++)
    {
      NazarChecklist *checklist = g_ptr_array_index (checklists, i);
      guint n_areas;
      const NazarArea *areas = nazar_checklist_get_areas (checklist, &n_areas);

      add_part (self, &place, nazar_checklist_get_title (checklist, language), checklist, NULL);
      for (guint j = 0; j < n_areas; j++)
        add_part (self, &place, nazar_texts_get (&areas[j].title, language), checklist, &areas[j]);
    }

  open_checklist (self, NULL);
  g_clear_handle_id (&self->refresh, g_source_remove);
  on_refresh_cb (self);
}

/* ---- Choosing ---- */

static void
on_row_selected_cb (NazarVisitMap *self,
                    GtkListBoxRow *row)
{
  const Way *way;

  if (row == NULL || self->selecting)
    return;

  way = get_way (GTK_WIDGET (row));
  if (way->section == NAZAR_SECTION_QUESTIONS)
    open_checklist (self, way->checklist);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) way->section, way->checklist, way->area, FALSE);
}

static void
on_row_activated_cb (NazarVisitMap *self,
                     GtkListBoxRow *row)
{
  const Way *way = get_way (GTK_WIDGET (row));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) way->section, way->checklist, way->area, TRUE);
}

/* ---- The widget ---- */

static void
nazar_visit_map_dispose (GObject *object)
{
  NazarVisitMap *self = NAZAR_VISIT_MAP (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (nazar_visit_map_parent_class)->dispose (object);
}

static void
nazar_visit_map_class_init (NazarVisitMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visit_map_dispose;

  /**
   * NazarVisitMap::chosen:
   * @section: a #NazarVisitSection
   * @checklist: (nullable): a #NazarChecklist of the notebook
   * @area: (nullable): a #NazarArea of it
   * @enter: whether the keyboard goes there, too
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NAZAR_TYPE_VISIT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                         G_TYPE_INT, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
nazar_visit_map_init (NazarVisitMap *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->parts = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sections of the visit"), -1);
  for (guint i = 0; i < NAZAR_N_VISIT_SECTIONS; i++)
    {
      if (i == NAZAR_SECTION_QUESTIONS)
        continue;
      self->sections[i] = make_row (nazar_visit_section_title (i), i, NULL, NULL);
      gtk_list_box_append (self->list, self->sections[i]);
    }
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

/**
 * nazar_visit_map_new:
 * @notebook: the answers of a visit
 *
 * Returns: (transfer full): its map
 */
GtkWidget *
nazar_visit_map_new (NazarNotebook *notebook)
{
  NazarVisitMap *self = g_object_new (NAZAR_TYPE_VISIT_MAP, NULL);

  self->notebook = g_object_ref (notebook);
  show_checklists (self);
  g_signal_connect_object (notebook, "answer-changed", G_CALLBACK (on_answer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "checklists-changed", G_CALLBACK (show_checklists), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_visit_map_set_count:
 * @self: a map
 * @section: a section, other than the questions
 * @words: (nullable): how far it is
 * @done: whether all is there
 */
void
nazar_visit_map_set_count (NazarVisitMap     *self,
                           NazarVisitSection  section,
                           const char        *words,
                           gboolean           done)
{
  g_return_if_fail (NAZAR_IS_VISIT_MAP (self) && self->sections[section] != NULL);

  set_count (self->sections[section], words, done);
}

/* The row is seen, though the keyboard is elsewhere. */
static void
scroll_to (NazarVisitMap *self,
           GtkWidget     *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * nazar_visit_map_select:
 * @self: a map
 * @section: the section that is shown
 * @area: (nullable): of the questions: the area that is shown
 *
 * Marks it.
 */
void
nazar_visit_map_select (NazarVisitMap     *self,
                        NazarVisitSection  section,
                        const NazarArea   *area)
{
  GtkWidget *row;

  g_return_if_fail (NAZAR_IS_VISIT_MAP (self));

  row = self->sections[section];
  for (guint i = 0; section == NAZAR_SECTION_QUESTIONS && i < self->parts->len; i++)
    if (area != NULL && get_way (g_ptr_array_index (self->parts, i))->area == area)
      row = g_ptr_array_index (self->parts, i);
  if (row == NULL)
    return;

  if (section == NAZAR_SECTION_QUESTIONS)
    open_checklist (self, get_way (row)->checklist);
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->selecting = FALSE;
  scroll_to (self, row);
}

/**
 * nazar_visit_map_step:
 * @self: a map
 * @forward: to the next, or to the one before
 *
 * Chooses the row beside the one that is chosen.
 */
void
nazar_visit_map_step (NazarVisitMap *self,
                      gboolean       forward)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  do
    {
      index += forward ? 1 : -1;
      row = gtk_list_box_get_row_at_index (self->list, index);
    }
  while (row != NULL && !gtk_widget_get_visible (GTK_WIDGET (row)));

  if (row != NULL && index >= 0)
    {
      gtk_list_box_select_row (self->list, row);
      on_row_activated_cb (self, row);
    }
}

/**
 * nazar_visit_map_focus:
 * @self: a map
 *
 * Leads the keyboard to the row that is chosen.
 */
void
nazar_visit_map_focus (NazarVisitMap *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}
