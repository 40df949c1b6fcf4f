/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-population-table.h"

#include "nazar-language.h"
#include "nazar-population.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

#define STORE_DELAY_MS 400
#define MAX_ROWS 8
#define MAX_COLUMNS 4
#define N_AGES 2

/* One grid of numbers with its sums. */
typedef struct
{
  GtkWidget *cells[MAX_ROWS][MAX_COLUMNS];
  GtkWidget *row_sums[MAX_ROWS];
  GtkWidget *column_sums[MAX_COLUMNS];
  GtkWidget *total;
} Grid;

/* The people held at the time of a visit: what they are held as, by sex and age, with
 * the sums; and how many of them belong in another kind of place. */
struct _NazarPopulationTable
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  gboolean locked;
  Grid held;
  Grid elsewhere;
  GtkWidget *figures;
  GtkWidget *problem;
  GtkWidget *expander;
  guint timer;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarPopulationTable, nazar_population_table, GTK_TYPE_BOX)

static const NazarVocabulary *const sexes = &nazar_vocabulary_population_sex;
static const NazarVocabulary *const ages = &nazar_vocabulary_population_age;
static const NazarVocabulary *const statuses = &nazar_vocabulary_held_as;

static const char *
column_sex (guint column)
{
  return sexes->choices[column / N_AGES].id;
}

static const char *
column_age (guint column)
{
  return ages->choices[column % N_AGES].id;
}

/* ---- Numbers ---- */

/* @number: (out): what stands in the cell; -1 for nothing. Returns whether it is a number. */
static gboolean
read_cell (GtkWidget *cell,
           gint64    *number)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell))));
  guint64 value;
  gboolean ok = *text == '\0';

  *number = -1;
  if (!ok && g_ascii_string_to_unsigned (text, 10, 0, NAZAR_MOST_PEOPLE, &value, NULL))
    {
      *number = value;
      ok = TRUE;
    }

  if (ok)
    gtk_widget_remove_css_class (cell, "error");
  else
    gtk_widget_add_css_class (cell, "error");
  return ok;
}

static void
show_number (GtkWidget *label,
             gint64     number)
{
  g_autofree char *text = number > 0 ? nazar_number_format (number, nazar_language_current ()) : g_strdup ("–");

  gtk_label_set_text (GTK_LABEL (label), text);
}

/* ---- Sums and what they say ---- */

static void
show_sums (const Grid *grid)
{
  gint64 total = 0, columns[MAX_COLUMNS] = { 0 };

  for (guint i = 0; i < statuses->n_choices; i++)
    {
      gint64 row = 0;

      for (guint j = 0; j < MAX_COLUMNS; j++)
        {
          gint64 number;

          read_cell (grid->cells[i][j], &number);
          row += MAX (number, 0);
          columns[j] += MAX (number, 0);
        }
      show_number (grid->row_sums[i], row);
      total += row;
    }
  for (guint j = 0; j < MAX_COLUMNS; j++)
    show_number (grid->column_sums[j], columns[j]);
  show_number (grid->total, total);
}

/* "150 held, 120 places: 30 too many. 12 belong in another kind of place." */
static void
show_figures (NazarPopulationTable *self)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (self->visit, "population"));
  g_autoptr (NazarRecord) facility =
    nazar_live_get (self->live, NAZAR_TYPE_FACILITY, nazar_record_get (self->visit, "facility"));
  const char *places = facility != NULL ? nazar_record_get (facility, "capacity") : NULL;
  gint64 capacity = places != NULL ? g_ascii_strtoll (places, NULL, 10) : 0;
  gint64 held = nazar_population_sum (population, NULL, NULL, NULL);
  gint64 elsewhere = nazar_population_wrong_place (population);
  g_autoptr (GString) words = g_string_new (NULL);

  if (capacity > 0 && held > capacity)
    /* Translators: the people held, the places that there are, and the difference. */
    g_string_append_printf (words, _("%d held, %d places: %d too many."), (int) held, (int) capacity, (int) (held - capacity));
  else if (capacity > 0 && held > 0)
    /* Translators: the people held, and the places that there are. */
    g_string_append_printf (words, _("%d held, %d places."), (int) held, (int) capacity);
  if (elsewhere > 0)
    {
      g_string_append_printf (words, "%s", words->len > 0 ? " " : "");
      g_string_append_printf (words, ngettext ("%d belongs in another kind of place.", "%d belong in another kind of place.", elsewhere),
                              (int) elsewhere);
    }

  gtk_label_set_text (GTK_LABEL (self->figures), words->str);
  gtk_widget_set_visible (self->figures, words->len > 0);
}

static void
show_problem (NazarPopulationTable *self,
              const char           *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

/* ---- The record ---- */

static void
show_cell (GtkWidget *cell,
           gint64     number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
  gint64 shown;

  /* What is no number stays until somebody has made it one. */
  if (!read_cell (cell, &shown) || shown == number)
    return;

  gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

static void
show_values (NazarPopulationTable *self)
{
  g_autoptr (NazarPopulation) population = NULL;

  if (self->timer != 0)
    return;

  population = nazar_population_read (nazar_record_get (self->visit, "population"));
  self->showing = TRUE;
  for (guint i = 0; i < statuses->n_choices; i++)
    for (guint j = 0; j < MAX_COLUMNS; j++)
      {
        gint64 elsewhere;
        gint64 count = nazar_population_get (population, column_sex (j), column_age (j), statuses->choices[i].id, &elsewhere);

        show_cell (self->held.cells[i][j], count);
        show_cell (self->elsewhere.cells[i][j], elsewhere);
      }
  self->showing = FALSE;

  show_sums (&self->held);
  show_sums (&self->elsewhere);
  show_figures (self);
  if (nazar_population_wrong_place (population) > 0)
    gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
}

/* Puts what stands in the cells into the population; what is no number stays as it was.
 * Returns a sentence where something is not right. */
static const char *
take_cells (NazarPopulationTable *self,
            NazarPopulation      *population)
{
  const char *problem = NULL;

  for (guint i = 0; i < statuses->n_choices; i++)
    for (guint j = 0; j < MAX_COLUMNS; j++)
      {
        const char *status = statuses->choices[i].id;
        gint64 old_elsewhere, count, elsewhere;
        gint64 old = nazar_population_get (population, column_sex (j), column_age (j), status, &old_elsewhere);

        if (!read_cell (self->held.cells[i][j], &count))
          count = old;
        if (!read_cell (self->elsewhere.cells[i][j], &elsewhere))
          elsewhere = old_elsewhere;
        if (gtk_widget_has_css_class (self->held.cells[i][j], "error") ||
            gtk_widget_has_css_class (self->elsewhere.cells[i][j], "error"))
          problem = _("A number of people has digits only, and is not larger than any place could hold.");
        else if (elsewhere > count)
          problem = _("More people belong elsewhere than are held: is this right?");

        /* Who belongs elsewhere is held here. */
        if (count < 0 && elsewhere >= 0)
          count = 0;
        if (count != old || elsewhere != old_elsewhere)
          nazar_population_set (population, column_sex (j), column_age (j), status, count, elsewhere);
      }

  return problem;
}

static void
store (NazarPopulationTable *self)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (self->visit, "population"));
  const char *problem = take_cells (self, population);
  g_autofree char *value = nazar_population_write (population);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (value, nazar_record_get (self->visit, "population")) != 0)
    {
      if (nazar_record_enter (self->visit, "population", value, &error))
        nazar_live_store (self->live, self->visit);
      else
        problem = error->message;
    }
  show_problem (self, problem);
  show_figures (self);
}

static gboolean
on_timeout_cb (gpointer data)
{
  NazarPopulationTable *self = data;

  self->timer = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

static void
on_cell_changed_cb (NazarPopulationTable *self)
{
  if (self->showing)
    return;

  show_sums (&self->held);
  show_sums (&self->elsewhere);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (STORE_DELAY_MS, on_timeout_cb, self);
}

/* ---- Keys ---- */

static gboolean
focus_cell (const Grid *grid,
            int         row,
            int         column)
{
  if (row < 0 || row >= (int) statuses->n_choices || column < 0 || column >= MAX_COLUMNS)
    return FALSE;

  gtk_widget_grab_focus (grid->cells[row][column]);
  return TRUE;
}

static gboolean
on_key_cb (const Grid            *grid,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           GtkEventControllerKey *controller)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int i = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "row"));
  int j = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "column"));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return focus_cell (grid, i - 1, j);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return focus_cell (grid, i + 1, j);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return focus_cell (grid, i + 1, j) || focus_cell (grid, 0, j + 1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- The grids ---- */

static GtkWidget *
make_cell (NazarPopulationTable *self,
           Grid                 *grid,
           guint                 row,
           guint                 column)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *status = nazar_vocabulary_label (statuses, statuses->choices[row].id);
  const char *sex = nazar_vocabulary_label (sexes, column_sex (column));
  const char *age = nazar_vocabulary_label (ages, column_age (column));
  g_autofree char *name = grid == &self->held ? g_strdup_printf ("%s, %s, %s", status, sex, age)
                                              /* Translators: status, sex, age of people held. */
                                              : g_strdup_printf (_("In the wrong kind of place: %s, %s, %s"), status, sex, age);

  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_editable_set_editable (GTK_EDITABLE (cell), !self->locked);
  gtk_entry_set_max_length (GTK_ENTRY (cell), 20);
  gtk_entry_set_input_purpose (GTK_ENTRY (cell), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_object_set_data (G_OBJECT (cell), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (cell), "column", GUINT_TO_POINTER (column));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), grid);
  gtk_widget_add_controller (cell, keys);
  g_signal_connect_swapped (cell, "changed", G_CALLBACK (on_cell_changed_cb), self);
  return cell;
}

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_sum (void)
{
  GtkWidget *label = make_label ("–", 1, "numeric");

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  return label;
}

static void
attach_heads (GtkGrid *table)
{
  guint last = statuses->n_choices + 2;

  for (guint i = 0; i < sexes->n_choices; i++)
    gtk_grid_attach (table, make_label (nazar_vocabulary_label (sexes, sexes->choices[i].id), 0.5, "heading"), 1 + i * N_AGES, 0,
                     N_AGES, 1);
  for (guint j = 0; j < MAX_COLUMNS; j++)
    gtk_grid_attach (table, make_label (nazar_vocabulary_label (ages, column_age (j)), 0.5, "caption"), 1 + j, 1, 1, 1);
  gtk_grid_attach (table, make_label (C_ ("population", "Sum"), 1, "heading"), 1 + MAX_COLUMNS, 1, 1, 1);
  gtk_grid_attach (table, make_label (C_ ("population", "Sum"), 0, "heading"), 0, last, 1, 1);
}

static GtkWidget *
make_grid (NazarPopulationTable *self,
           Grid                 *grid)
{
  GtkWidget *table = gtk_grid_new ();
  guint last = statuses->n_choices + 2;

  gtk_grid_set_row_spacing (GTK_GRID (table), 6);
  gtk_grid_set_column_spacing (GTK_GRID (table), 6);
  gtk_widget_add_css_class (table, "nazar-population");
  attach_heads (GTK_GRID (table));

  for (guint i = 0; i < statuses->n_choices; i++)
    {
      GtkWidget *label = make_label (nazar_vocabulary_label (statuses, statuses->choices[i].id), 0, NULL);

      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_grid_attach (GTK_GRID (table), label, 0, i + 2, 1, 1);
      for (guint j = 0; j < MAX_COLUMNS; j++)
        {
          grid->cells[i][j] = make_cell (self, grid, i, j);
          gtk_grid_attach (GTK_GRID (table), grid->cells[i][j], j + 1, i + 2, 1, 1);
        }
      grid->row_sums[i] = make_sum ();
      gtk_grid_attach (GTK_GRID (table), grid->row_sums[i], MAX_COLUMNS + 1, i + 2, 1, 1);
    }
  for (guint j = 0; j < MAX_COLUMNS; j++)
    {
      grid->column_sums[j] = make_sum ();
      gtk_grid_attach (GTK_GRID (table), grid->column_sums[j], j + 1, last, 1, 1);
    }
  grid->total = make_sum ();
  gtk_grid_attach (GTK_GRID (table), grid->total, MAX_COLUMNS + 1, last, 1, 1);
  return table;
}

static void
add_content (NazarPopulationTable *self)
{
  self->figures = make_label (NULL, 0, NULL);
  self->problem = make_label (NULL, 0, "warning");
  self->expander = gtk_expander_new (_("Of them, in the wrong kind of place"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), make_grid (self, &self->elsewhere));
  gtk_widget_set_margin_top (gtk_expander_get_child (GTK_EXPANDER (self->expander)), 12);

  gtk_box_append (GTK_BOX (self), make_label (_("People held on the first day of the visit. The program makes the sums."), 0, "dim-label"));
  gtk_box_append (GTK_BOX (self), make_grid (self, &self->held));
  gtk_box_append (GTK_BOX (self), self->figures);
  gtk_box_append (GTK_BOX (self), self->problem);
  gtk_box_append (GTK_BOX (self), self->expander);
  show_problem (self, NULL);
}

static void
nazar_population_table_unmap (GtkWidget *widget)
{
  nazar_population_table_flush (NAZAR_POPULATION_TABLE (widget));
  GTK_WIDGET_CLASS (nazar_population_table_parent_class)->unmap (widget);
}

static void
nazar_population_table_dispose (GObject *object)
{
  NazarPopulationTable *self = NAZAR_POPULATION_TABLE (object);

  if (self->visit != NULL)
    nazar_population_table_flush (self);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_population_table_parent_class)->dispose (object);
}

static void
nazar_population_table_class_init (NazarPopulationTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_population_table_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = nazar_population_table_unmap;
}

static void
nazar_population_table_init (NazarPopulationTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * nazar_population_table_new:
 * @live: a register as windows see it
 * @visit: a live visit
 * @locked: whether it is for reading only
 *
 * Returns: (transfer full): the people held at its time
 */
GtkWidget *
nazar_population_table_new (NazarLive   *live,
                            NazarRecord *visit,
                            gboolean     locked)
{
  NazarPopulationTable *self = g_object_new (NAZAR_TYPE_POPULATION_TABLE, NULL);

  g_assert (statuses->n_choices <= MAX_ROWS && sexes->n_choices * N_AGES == MAX_COLUMNS);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  self->locked = locked || nazar_store_is_read_only (nazar_live_get_store (live));
  add_content (self);
  show_values (self);
  g_signal_connect_object (visit, "notify::population", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (visit, "notify::facility", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_population_table_flush:
 * @self: a table
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_population_table_flush (NazarPopulationTable *self)
{
  g_return_if_fail (NAZAR_IS_POPULATION_TABLE (self));

  if (self->timer == 0)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  store (self);
}

/**
 * nazar_population_table_forget:
 * @self: a table
 *
 * Forgets what was typed and not stored yet: the visit is gone.
 */
void
nazar_population_table_forget (NazarPopulationTable *self)
{
  g_return_if_fail (NAZAR_IS_POPULATION_TABLE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
}
