/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-track-figures.h"

#include "nazar-figure-bar.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The figures of one track: a line per status in the order of the vocabulary, and
 * one for what is not assessed. Each line opens the list that it counts. */
struct _NazarTrackFigures
{
  AdwBin parent_instance;

  char *field; /* computed field of a recommendation that holds the track's status */

  AdwPreferencesGroup *group;
  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (NazarTrackFigures, nazar_track_figures, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
  PROP_FIELD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What belongs to a line, kept with its row. */
typedef struct
{
  const NazarChoice *choice; /* NULL: not assessed */
  NazarFigureBar *bar;
  GtkLabel *number;
} Line;

static const char *
line_status (const Line *line)
{
  return line->choice != NULL ? line->choice->id : NULL;
}

static GtkWidget *
make_note (const char *sentence)
{
  GtkWidget *note = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_set_margin_start (note, 28);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  return note;
}

/* The icon, the word, a bar and a number side by side. */
static GtkWidget *
make_line_box (Line         *line,
               GtkSizeGroup *names)
{
  const char *status = line_status (line);
  g_autofree char *css_class = g_strdup_printf ("nazar-status-%s", status != NULL ? status : "unassessed");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (nazar_status_icon (status));
  GtkWidget *name = gtk_label_new (nazar_status_word (status));
  GtkWidget *bar = nazar_figure_bar_new ();
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, css_class);
  gtk_widget_add_css_class (bar, css_class);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_width_chars (GTK_LABEL (number), 6);
  gtk_size_group_add_widget (names, name);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), number);

  line->bar = NAZAR_FIGURE_BAR (bar);
  line->number = GTK_LABEL (number);
  return box;
}

static void
add_line (NazarTrackFigures *self,
          const NazarChoice *choice,
          GtkSizeGroup      *names)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Line *line = g_new0 (Line, 1);

  line->choice = choice;
  gtk_box_append (GTK_BOX (content), make_line_box (line, names));
  if (choice != NULL && strcmp (choice->id, "planned") == 0)
    gtk_box_append (GTK_BOX (content), make_note (_("Written into a plan is not carried out.")));

  gtk_widget_add_css_class (row, "nazar-figure-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "line", line, g_free);
  gtk_list_box_append (self->lines, row);
}

static void
update_line (GtkWidget *row,
             Line      *line,
             gint64     count,
             gint64     total)
{
  g_autofree char *number = nazar_number_format (count, nazar_language_current ());
  g_autofree char *all = nazar_number_format (total, nazar_language_current ());
  /* Translators: a status, how many recommendations have it, and how many there are. */
  g_autofree char *sentence = g_strdup_printf (_("%s: %s of %s"), nazar_status_word (line_status (line)), number, all);

  gtk_label_set_label (line->number, number);
  nazar_figure_bar_set_fraction (line->bar, total > 0 ? (double) count / total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (count == 0)
    gtk_widget_add_css_class (row, "dim-label");
  else
    gtk_widget_remove_css_class (row, "dim-label");
}

static void
on_row_activated_cb (NazarTrackFigures *self,
                     GtkListBoxRow     *row)
{
  const Line *line = g_object_get_data (G_OBJECT (row), "line");

  nazar_window_show_filtered (GTK_WIDGET (self), NAZAR_TYPE_RECOMMENDATION, self->field,
                              line->choice != NULL ? line->choice->id : "");
}

static void
nazar_track_figures_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  NazarTrackFigures *self = NAZAR_TRACK_FIGURES (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      adw_preferences_group_set_title (self->group, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_track_figures_finalize (GObject *object)
{
  g_free (NAZAR_TRACK_FIGURES (object)->field);

  G_OBJECT_CLASS (nazar_track_figures_parent_class)->finalize (object);
}

static void
nazar_track_figures_class_init (NazarTrackFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = nazar_track_figures_set_property;
  object_class->finalize = nazar_track_figures_finalize;

  /**
   * NazarTrackFigures:title:
   *
   * Whose figures they are.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * NazarTrackFigures:field:
   *
   * The field by which a list is filtered when a line is opened.
   */
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-track-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarTrackFigures, group);
  gtk_widget_class_bind_template_child (widget_class, NazarTrackFigures, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
nazar_track_figures_init (NazarTrackFigures *self)
{
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    add_line (self, &nazar_vocabulary_status.choices[i], names);
  add_line (self, NULL, names);
}

/**
 * nazar_track_figures_set_figures:
 * @self: the figures of one track
 * @track: how many recommendations have each status
 * @total: how many there are
 */
void
nazar_track_figures_set_figures (NazarTrackFigures     *self,
                                 const NazarStatsTrack *track,
                                 gint64                 total)
{
  GtkWidget *row;

  g_return_if_fail (NAZAR_IS_TRACK_FIGURES (self));

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      Line *line = g_object_get_data (G_OBJECT (row), "line");

      update_line (row, line, nazar_stats_count (track, line_status (line)), total);
    }
}
