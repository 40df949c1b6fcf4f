/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-table.h"

#include "nazar-answer-entry.h"
#include "nazar-answer-kinds.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>

/* Repeated things, a row each. Below the last row one more is always ready: what is
 * typed there makes it a row of the answer. */
struct _NazarAnswerTable
{
  NazarAnswerInput parent_instance;

  GtkGrid *grid;
  GPtrArray *rows;
  GtkWidget *sentences;
};

G_DEFINE_FINAL_TYPE (NazarAnswerTable, nazar_answer_table, NAZAR_TYPE_ANSWER_INPUT)

/* More of them than this would only hide the table. */
#define MOST_SENTENCES 4

/* One row. A cell is a NazarAnswerInput, or a label where it is calculated. */
typedef struct
{
  guint n_cells;
  GtkWidget *number;
  GtkWidget **cells;
  char **values; /* the last that were valid, or as stored */
  GtkWidget *remove;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint j = 0; j < row->n_cells; j++)
    g_free (row->values[j]);
  g_free (row->values);
  g_free (row->cells);
  g_free (row);
}

static const NazarQuestion *
get_question (NazarAnswerTable *self)
{
  return nazar_answer_input_get_question (NAZAR_ANSWER_INPUT (self));
}

static Row *
get_row (NazarAnswerTable *self,
         guint             i)
{
  return g_ptr_array_index (self->rows, i);
}

static gboolean
is_asked (NazarAnswerTable *self,
          guint             column)
{
  return get_question (self)->columns[column].calculate == NULL;
}

static gboolean
is_editable (NazarAnswerTable *self)
{
  return nazar_answer_input_is_editable (NAZAR_ANSWER_INPUT (self));
}

/* ---- What stands in it ---- */

/* Returns: (nullable): what is wrong with what was typed in the cell */
static char *
read_cell (NazarAnswerTable *self,
           Row              *row,
           guint             column)
{
  g_autofree char *input = nazar_answer_input_dup_input (NAZAR_ANSWER_INPUT (row->cells[column]));
  g_autoptr (GError) error = NULL;
  char *value = nazar_question_normalize (&get_question (self)->columns[column], input, &error);

  if (error != NULL)
    return g_strdup (error->message);

  g_free (row->values[column]);
  row->values[column] = value;
  return NULL;
}

static gboolean
is_blank (NazarAnswerTable *self,
          Row              *row)
{
  for (guint j = 0; j < row->n_cells; j++)
    {
      g_autofree char *wrong = is_asked (self, j) ? read_cell (self, row, j) : NULL;

      if (wrong != NULL || row->values[j] != NULL)
        return FALSE;
    }

  return TRUE;
}

/* What cannot be read is left out, and stays in its cell: the others are stored. */
static char *
nazar_answer_table_dup_input (NazarAnswerInput *input)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (input);
  const NazarQuestion *question = get_question (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      GHashTable *values;

      if (is_blank (self, row))
        continue;

      values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_ptr_array_add (rows, values);
      for (guint j = 0; j < row->n_cells; j++)
        if (row->values[j] != NULL)
          g_hash_table_insert (values, g_strdup (question->columns[j].id), g_strdup (row->values[j]));
    }

  return nazar_question_rows_to_value (question, rows);
}

/* ---- Rows come and go ---- */

static void
show_numbers (NazarAnswerTable *self)
{
  const NazarQuestion *question = get_question (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_label_set_text (GTK_LABEL (row->number), number);
      for (guint j = 0; j < row->n_cells; j++)
        {
          /* Translators: a column of a table and the number of a row, for screen readers. */
          g_autofree char *name = g_strdup_printf (_("%s, row %u"),
                                                   nazar_texts_get (&question->columns[j].text, nazar_language_current ()), i + 1);

          if (is_asked (self, j))
            nazar_answer_input_set_words (NAZAR_ANSWER_INPUT (row->cells[j]), name, NULL);
        }
    }
}

static void on_typed_cb (NazarAnswerTable *self);
static void on_entered_cb (NazarAnswerTable *self);
static void on_remove_cb (NazarAnswerTable *self,
                          GtkWidget        *button);

static GtkWidget *
make_cell (NazarAnswerTable *self,
           guint             column)
{
  GtkWidget *cell;

  if (!is_asked (self, column))
    {
      cell = gtk_label_new (NULL);
      gtk_widget_add_css_class (cell, "dim-label");
      gtk_widget_add_css_class (cell, "numeric");
      return cell;
    }

  cell = nazar_answer_input_new (nazar_answer_input_get_notebook (NAZAR_ANSWER_INPUT (self)),
                                 &get_question (self)->columns[column], TRUE);
  nazar_answer_input_set_editable (NAZAR_ANSWER_INPUT (cell), is_editable (self));
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  g_signal_connect_object (cell, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "entered", G_CALLBACK (on_entered_cb), self, G_CONNECT_SWAPPED);
  return cell;
}

static void
append_row (NazarAnswerTable *self)
{
  Row *row = g_new0 (Row, 1);
  int place = self->rows->len + 1;

  row->n_cells = get_question (self)->n_columns;
  row->cells = g_new0 (GtkWidget *, row->n_cells);
  row->values = g_new0 (char *, row->n_cells);
  row->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->number, "dim-label");
  gtk_widget_add_css_class (row->number, "numeric");
  gtk_grid_attach (self->grid, row->number, 0, place, 1, 1);
  for (guint j = 0; j < row->n_cells; j++)
    {
      row->cells[j] = make_cell (self, j);
      gtk_grid_attach (self->grid, row->cells[j], j + 1, place, 1, 1);
    }

  row->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (row->remove, _("Remove this row (Ctrl+Shift+Delete)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this row"), -1);
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_widget_add_css_class (row->remove, "circular");
  gtk_widget_set_valign (row->remove, GTK_ALIGN_CENTER);
  g_signal_connect_object (row->remove, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, row->remove, row->n_cells + 1, place, 1, 1);
  g_ptr_array_add (self->rows, row);
}

static void
remove_row (NazarAnswerTable *self,
            guint             i)
{
  gtk_grid_remove_row (self->grid, i + 1);
  g_ptr_array_remove_index (self->rows, i);
}

/* One blank row at the end, as long as somebody may write in it. */
static void
keep_blank_row (NazarAnswerTable *self)
{
  Row *last = self->rows->len > 0 ? get_row (self, self->rows->len - 1) : NULL;

  if (is_editable (self) && self->rows->len < NAZAR_ANSWER_MAX_ROWS && (last == NULL || !is_blank (self, last)))
    append_row (self);
  else if (!is_editable (self) && last != NULL && is_blank (self, last))
    remove_row (self, self->rows->len - 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      gboolean removable = is_editable (self) && !is_blank (self, row);

      /* What is not seen keeps its room, so that no column moves. */
      gtk_widget_set_opacity (row->remove, removable ? 1 : 0);
      gtk_widget_set_sensitive (row->remove, removable);
    }
  show_numbers (self);
}

static void
on_typed_cb (NazarAnswerTable *self)
{
  keep_blank_row (self);
  nazar_answer_input_typed (NAZAR_ANSWER_INPUT (self));
}

static void
on_entered_cb (NazarAnswerTable *self)
{
  keep_blank_row (self);
  nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
}

/* ---- What it shows ---- */

static void
add_sentence (GString    *sentences,
              guint      *n,
              guint       i,
              const char *column,
              const char *sentence)
{
  if ((*n)++ >= MOST_SENTENCES)
    return;

  if (sentences->len > 0)
    g_string_append_c (sentences, '\n');
  /* Translators: the number of a row, the name of a column, and a sentence about the cell. */
  g_string_append_printf (sentences, _("Row %u, %s: %s"), i + 1, column, sentence);
}

static void
show_row (NazarAnswerTable *self,
          guint             i,
          GHashTable       *values, /* (nullable) for a row without answers */
          GString          *sentences,
          guint            *n)
{
  NazarAnswerInput *input = NAZAR_ANSWER_INPUT (self);
  NazarAnswers *answers =
    nazar_notebook_get_answers (nazar_answer_input_get_notebook (input), get_question (self)->checklist);
  const char *language = nazar_language_current ();
  Row *row = get_row (self, i);

  for (guint j = 0; j < row->n_cells; j++)
    {
      const NazarQuestion *column = &get_question (self)->columns[j];
      g_autofree char *wrong = NULL;
      g_autofree char *doubt = NULL;

      if (!is_asked (self, j))
        {
          const char *value = values != NULL ? g_hash_table_lookup (values, column->id) : NULL;
          g_autofree char *shown = nazar_calculated_dup_text (column, value);

          gtk_label_set_text (GTK_LABEL (row->cells[j]), shown);
          continue;
        }

      /* Half of a number is no error while somebody is typing it. */
      if (!nazar_answer_input_has_focus (NAZAR_ANSWER_INPUT (row->cells[j])))
        wrong = read_cell (self, row, j);
      if (wrong == NULL && values != NULL)
        doubt = nazar_answers_check_cell (answers, column, values, language, NULL);
      nazar_answer_input_set_invalid (NAZAR_ANSWER_INPUT (row->cells[j]), wrong != NULL);
      if (wrong != NULL || doubt != NULL)
        add_sentence (sentences, n, i, nazar_texts_get (&column->text, language), wrong != NULL ? wrong : doubt);
    }
}

/* The rows of the answer and those on the screen are the same, but for blank ones. */
static void
show_checks (NazarAnswerTable *self)
{
  NazarAnswers *answers =
    nazar_notebook_get_answers (nazar_answer_input_get_notebook (NAZAR_ANSWER_INPUT (self)), get_question (self)->checklist);
  g_autoptr (GPtrArray) rows = nazar_answers_dup_rows (answers, get_question (self));
  g_autoptr (GString) sentences = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0, next = 0; i < self->rows->len; i++)
    {
      gboolean blank = is_blank (self, get_row (self, i));

      show_row (self, i, !blank && next < rows->len ? g_ptr_array_index (rows, next) : NULL, sentences, &n);
      next += !blank;
    }

  gtk_label_set_text (GTK_LABEL (self->sentences), sentences->str);
  gtk_widget_set_visible (self->sentences, sentences->len > 0);
}

static void
show_rows (NazarAnswerTable *self,
           const char       *value)
{
  g_autoptr (GPtrArray) rows = nazar_question_rows_from_value (get_question (self), value);

  while (self->rows->len > rows->len)
    remove_row (self, self->rows->len - 1);
  while (self->rows->len < rows->len)
    append_row (self);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < get_question (self)->n_columns; j++)
      {
        Row *row = get_row (self, i);
        const char *cell = g_hash_table_lookup (g_ptr_array_index (rows, i), get_question (self)->columns[j].id);

        if (!is_asked (self, j))
          continue;
        g_free (row->values[j]);
        row->values[j] = g_strdup (cell);
        nazar_answer_input_show_value (NAZAR_ANSWER_INPUT (row->cells[j]), cell);
      }
}

static void
nazar_answer_table_show_value (NazarAnswerInput *input,
                               const char       *value)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (input);
  g_autofree char *shown = nazar_answer_table_dup_input (input);

  if (g_strcmp0 (shown, value) != 0)
    show_rows (self, value);
  keep_blank_row (self);
  show_checks (self);
}

static void
nazar_answer_table_set_editable (NazarAnswerInput *input,
                                 gboolean          editable)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (input);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < get_row (self, i)->n_cells; j++)
      if (is_asked (self, j))
        nazar_answer_input_set_editable (NAZAR_ANSWER_INPUT (get_row (self, i)->cells[j]), editable);
  keep_blank_row (self);
}

/* ---- The keyboard ---- */

static gboolean
find_focus (NazarAnswerTable *self,
            guint            *i,
            guint            *j)
{
  for (*i = 0; *i < self->rows->len; (*i)++)
    for (*j = 0; *j < get_row (self, *i)->n_cells; (*j)++)
      if (is_asked (self, *j) && nazar_answer_input_has_focus (NAZAR_ANSWER_INPUT (get_row (self, *i)->cells[*j])))
        return TRUE;

  return FALSE;
}

/* The cell itself, or the next one of its row that is asked. */
static gboolean
focus_cell (NazarAnswerTable *self,
            guint             i,
            guint             j)
{
  if (i >= self->rows->len)
    return FALSE;

  for (; j < get_question (self)->n_columns; j++)
    if (is_asked (self, j))
      return gtk_widget_grab_focus (get_row (self, i)->cells[j]);

  return FALSE;
}

static gboolean
focus_before (NazarAnswerTable *self,
              guint             i,
              guint             j)
{
  while (j-- > 0)
    if (is_asked (self, j))
      return focus_cell (self, i, j);

  return FALSE;
}

static void
on_remove_cb (NazarAnswerTable *self,
              GtkWidget        *button)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->remove == button)
      {
        remove_row (self, i);
        keep_blank_row (self);
        focus_cell (self, i, 0);
        nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
        return;
      }
}

/* Enter goes from cell to cell, and out of the table from a blank row. */
static NazarKeyResult
go_on (NazarAnswerTable *self,
       guint             i,
       guint             j)
{
  if (is_blank (self, get_row (self, i)))
    return NAZAR_KEY_NEXT;

  return focus_cell (self, i, j + 1) || focus_cell (self, i + 1, 0) ? NAZAR_KEY_TAKEN : NAZAR_KEY_NEXT;
}

static NazarKeyResult
nazar_answer_table_press (NazarAnswerInput *input,
                          guint             keyval,
                          GdkModifierType   state)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (input);
  NazarKeyResult result;
  guint i, j;

  if (!find_focus (self, &i, &j))
    return NAZAR_KEY_IGNORED;
  if (state == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    {
      if (gtk_widget_is_sensitive (get_row (self, i)->remove))
        on_remove_cb (self, get_row (self, i)->remove);
      return NAZAR_KEY_TAKEN;
    }

  result = nazar_answer_input_press (NAZAR_ANSWER_INPUT (get_row (self, i)->cells[j]), keyval, state);
  if (result == NAZAR_KEY_NEXT && nazar_key_is_enter (keyval))
    return go_on (self, i, j);
  if (result == NAZAR_KEY_NEXT)
    return focus_cell (self, i + 1, j) ? NAZAR_KEY_TAKEN : NAZAR_KEY_NEXT;
  if (result == NAZAR_KEY_PREVIOUS)
    return i > 0 && focus_cell (self, i - 1, j) ? NAZAR_KEY_TAKEN : NAZAR_KEY_PREVIOUS;

  /* In words the arrows lead from letter to letter. */
  if (result == NAZAR_KEY_IGNORED && state == 0 && !NAZAR_IS_ANSWER_ENTRY (get_row (self, i)->cells[j]) &&
      ((keyval == GDK_KEY_Left && focus_before (self, i, j)) || (keyval == GDK_KEY_Right && focus_cell (self, i, j + 1))))
    return NAZAR_KEY_TAKEN;

  return result;
}

static GtkWidget *
nazar_answer_table_get_target (NazarAnswerInput *input)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (input);

  for (guint j = 0; self->rows->len > 0 && j < get_question (self)->n_columns; j++)
    if (is_asked (self, j))
      return get_row (self, 0)->cells[j];

  return NULL;
}

/* ---- The widget ---- */

static void
attach_heads (NazarAnswerTable *self)
{
  const char *language = nazar_language_current ();

  for (guint j = 0; j < get_question (self)->n_columns; j++)
    {
      const NazarQuestion *column = &get_question (self)->columns[j];
      const char *unit = nazar_texts_get (&column->unit, language);
      g_autofree char *words = *unit != '\0'
                                 /* Translators: a column of a table and its unit. */
                                 ? g_strdup_printf (C_ ("column", "%s, %s"), nazar_texts_get (&column->text, language), unit)
                                 : g_strdup (nazar_texts_get (&column->text, language));
      GtkWidget *head = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (head), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (head), PANGO_WRAP_WORD);
      gtk_label_set_xalign (GTK_LABEL (head), column->kind == NAZAR_QUESTION_NUMBER ? 1 : 0);
      gtk_label_set_max_width_chars (GTK_LABEL (head), 14);
      gtk_widget_set_valign (head, GTK_ALIGN_END);
      gtk_widget_set_hexpand (head, column->kind == NAZAR_QUESTION_TEXT);
      gtk_widget_add_css_class (head, "caption");
      gtk_widget_add_css_class (head, "dim-label");
      gtk_widget_set_tooltip_text (head, *nazar_texts_get (&column->hint, language) != '\0' ? nazar_texts_get (&column->hint, language)
                                                                                           : NULL);
      gtk_grid_attach (self->grid, head, j + 1, 0, 1, 1);
    }
}

static void
nazar_answer_table_constructed (GObject *object)
{
  NazarAnswerTable *self = NAZAR_ANSWER_TABLE (object);

  G_OBJECT_CLASS (nazar_answer_table_parent_class)->constructed (object);

  attach_heads (self);
  keep_blank_row (self);
}

static void
nazar_answer_table_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_ANSWER_TABLE (object)->rows);

  G_OBJECT_CLASS (nazar_answer_table_parent_class)->finalize (object);
}

static void
nazar_answer_table_class_init (NazarAnswerTableClass *klass)
{
  NazarAnswerInputClass *input_class = NAZAR_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = nazar_answer_table_constructed;
  G_OBJECT_CLASS (klass)->finalize = nazar_answer_table_finalize;
  input_class->show_value = nazar_answer_table_show_value;
  input_class->dup_input = nazar_answer_table_dup_input;
  input_class->set_editable = nazar_answer_table_set_editable;
  input_class->press = nazar_answer_table_press;
  input_class->get_target = nazar_answer_table_get_target;
}

static void
nazar_answer_table_init (NazarAnswerTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 4);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "nazar-answer-table");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), scroll);

  self->sentences = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentences), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentences), TRUE);
  gtk_widget_add_css_class (self->sentences, "nazar-check");
  gtk_widget_set_visible (self->sentences, FALSE);
  gtk_box_append (GTK_BOX (box), self->sentences);
  adw_bin_set_child (ADW_BIN (self), box);
}
