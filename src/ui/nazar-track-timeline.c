/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-track-timeline.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-status-badge.h"
#include "nazar-timeline-segment.h"

#include <glib/gi18n-lib.h>

/* What the State says and what monitors find, one above the other on one axis of
 * time; the grades of the mechanism beside them. Both tracks are always there. A
 * date known in part is drawn as the span of days that it can mean. */

typedef struct
{
  const char *track;
  GtkWidget *heading;
  GtkWidget *empty;
  GPtrArray *bars; /* segments, or the marks of grades */
  int top;
  int bottom;
} Band;

#define N_BANDS 3
#define GRADES 2 /* the band of the mechanism */

struct _NazarTrackTimeline
{
  GtkWidget parent_instance;

  NazarOwnedList *assessments;
  Band bands[N_BANDS];
  guint32 first_day;
  guint32 last_day;
  guint first_year;
  guint last_year;
};

G_DEFINE_FINAL_TYPE (NazarTrackTimeline, nazar_track_timeline, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define BAR_HEIGHT 30
#define SPAN_HEIGHT 7 /* for the span of a date known in part */
#define GAP 6

/* ---- Time ---- */

static guint
year_of (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_date_get_year (&date);
}

static guint32
first_day_of (guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, year);
  return g_date_get_julian (&date);
}

static int
day_to_x (NazarTrackTimeline *self,
          guint32             day)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  guint32 within = CLAMP (day, self->first_day, self->last_day);

  return width * (within - self->first_day) / (self->last_day - self->first_day) + 0.5;
}

/* From the year of the first assessment to today and a little further: what was
 * found only just now must be seen, too. */
static void
find_range (NazarTrackTimeline *self)
{
  GPtrArray *records = nazar_owned_list_get_records (self->assessments);
  g_autofree char *today = nazar_today ();
  guint32 first = nazar_date_earliest (today);
  guint32 last = first;

  for (guint i = 0; i < records->len; i++)
    {
      const char *date = nazar_record_get (g_ptr_array_index (records, i), "date");

      if (date != NULL)
        {
          first = MIN (first, nazar_date_earliest (date));
          last = MAX (last, nazar_date_latest (date));
        }
    }

  self->first_year = year_of (first);
  self->first_day = first_day_of (self->first_year);
  self->last_day = last + MAX ((last - self->first_day) / 12, 30);
  self->last_year = year_of (self->last_day);
}

/* ---- What there is to show ---- */

static gboolean
is_of (NazarRecord *record,
       const char  *track)
{
  return g_strcmp0 (nazar_record_get (record, "track"), track) == 0;
}

/* The assessments of a track that stand on the axis, in their order. */
static GPtrArray *
dated_of (NazarTrackTimeline *self,
          const char         *track,
          const char         *field)
{
  GPtrArray *all = nazar_owned_list_get_records (self->assessments);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (all, i);

      if (is_of (record, track) && nazar_record_get (record, "date") != NULL && nazar_record_get (record, field) != NULL)
        g_ptr_array_add (found, record);
    }

  return found;
}

static void
add_bar (NazarTrackTimeline *self,
         Band               *band,
         GtkWidget          *bar)
{
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_ptr_array_add (band->bars, bar);
}

static void
fill_track (NazarTrackTimeline *self,
            Band               *band)
{
  g_autoptr (GPtrArray) records = dated_of (self, band->track, "status");

  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      guint32 end = i + 1 < records->len ? nazar_date_earliest (nazar_record_get (g_ptr_array_index (records, i + 1), "date"))
                                         : self->last_day;

      add_bar (self, band, nazar_timeline_segment_new (record, end));
    }

  gtk_widget_set_visible (band->empty, records->len == 0);
}

static void
fill_grades (NazarTrackTimeline *self,
             Band               *band)
{
  g_autoptr (GPtrArray) records = dated_of (self, band->track, "grade");

  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      g_autofree char *shown = nazar_date_format (nazar_record_get (record, "date"), nazar_language_current ());
      g_autofree char *tooltip = g_strdup_printf (_("%s (%s)"), nazar_record_get (record, "grade"), shown);
      GtkWidget *mark = gtk_label_new (nazar_record_get (record, "grade"));

      gtk_label_set_ellipsize (GTK_LABEL (mark), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (mark), 12);
      gtk_widget_add_css_class (mark, "nazar-grade");
      gtk_widget_set_tooltip_text (mark, tooltip);
      g_object_set_data_full (G_OBJECT (mark), "record", g_object_ref (record), g_object_unref);
      add_bar (self, band, mark);
    }

  gtk_widget_set_visible (band->heading, records->len > 0);
}

/* The same in words. */
static void
describe_band (NazarTrackTimeline *self,
               const Band         *band,
               GString            *words)
{
  gboolean grades = band == &self->bands[GRADES];
  const char *field = grades ? "grade" : "status";
  g_autoptr (GPtrArray) records = dated_of (self, band->track, field);

  if (grades && records->len == 0)
    return;

  g_string_append_printf (words, "%s%s: ", words->len > 0 ? " " : "", gtk_label_get_text (GTK_LABEL (band->heading)));
  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      const char *value = nazar_record_get (record, field);
      g_autofree char *shown = nazar_date_format (nazar_record_get (record, "date"), nazar_language_current ());

      g_string_append (words, i > 0 ? "; " : "");
      g_string_append_printf (words, _("%s (%s)"), grades ? value : nazar_status_word (value), shown);
    }
  g_string_append (words, records->len > 0 ? "." : gtk_label_get_text (GTK_LABEL (band->empty)));
}

static void
on_changed_cb (NazarTrackTimeline *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  find_range (self);
  for (guint i = 0; i < N_BANDS; i++)
    {
      Band *band = &self->bands[i];

      g_ptr_array_set_size (band->bars, 0);
      if (i == GRADES)
        fill_grades (self, band);
      else
        fill_track (self, band);
      describe_band (self, band, words);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- Layout ---- */

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static int
axis_height (NazarTrackTimeline *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "2019");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
nazar_track_timeline_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  NazarTrackTimeline *self = NAZAR_TRACK_TIMELINE (widget);
  int height = axis_height (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 400;
      return;
    }

  for (guint i = 0; i < N_BANDS; i++)
    if (gtk_widget_get_visible (self->bands[i].heading))
      height += measure_height (self->bands[i].heading) + BAR_HEIGHT + SPAN_HEIGHT + GAP;

  *minimum = *natural = height;
}

static void
allocate_bar (NazarTrackTimeline *self,
              const Band         *band,
              GtkWidget          *bar)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int begin, end;

  if (NAZAR_IS_TIMELINE_SEGMENT (bar))
    {
      begin = day_to_x (self, nazar_timeline_segment_get_start (NAZAR_TIMELINE_SEGMENT (bar)));
      end = day_to_x (self, nazar_timeline_segment_get_end (NAZAR_TIMELINE_SEGMENT (bar)));
      begin = MIN (begin, width - 4);
      /* A hair of room shows where one ends and the next begins. */
      gtk_widget_size_allocate (bar, &(GtkAllocation) { begin, band->top, MAX (end - begin - 1, 4), band->bottom - band->top }, -1);
    }
  else
    {
      const char *date = nazar_record_get (g_object_get_data (G_OBJECT (bar), "record"), "date");
      int bar_width;

      gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bar_width, NULL, NULL);
      begin = MIN (day_to_x (self, nazar_date_earliest (date)), width - bar_width);
      gtk_widget_size_allocate (bar, &(GtkAllocation) { MAX (begin, 0), band->top, bar_width, band->bottom - band->top }, -1);
    }
}

static void
nazar_track_timeline_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  NazarTrackTimeline *self = NAZAR_TRACK_TIMELINE (widget);
  int y = 0;

  for (guint i = 0; i < N_BANDS; i++)
    {
      Band *band = &self->bands[i];
      int heading = measure_height (band->heading);

      if (!gtk_widget_get_visible (band->heading))
        continue;

      gtk_widget_size_allocate (band->heading, &(GtkAllocation) { 0, y, width, heading }, -1);
      band->top = y + heading;
      band->bottom = band->top + BAR_HEIGHT;
      if (gtk_widget_should_layout (band->empty))
        gtk_widget_size_allocate (band->empty, &(GtkAllocation) { 0, band->top, width, BAR_HEIGHT }, -1);
      for (guint j = 0; j < band->bars->len; j++)
        allocate_bar (self, band, g_ptr_array_index (band->bars, j));
      y = band->bottom + SPAN_HEIGHT + GAP;
    }
}

/* ---- Drawing ---- */

static void
append_rectangle (GtkSnapshot   *snapshot,
                  const GdkRGBA *colour,
                  double         alpha,
                  int            x,
                  int            y,
                  int            width,
                  int            height)
{
  GdkRGBA shade = *colour;

  shade.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* The years between two labels, so that the labels have room. */
static guint
find_step (NazarTrackTimeline *self,
           int                 label_width)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 50, 100, 200 };
  double per_year = gtk_widget_get_width (GTK_WIDGET (self)) * 365.25 / (self->last_day - self->first_day);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (per_year * steps[i] > label_width * 1.5)
      return steps[i];

  return 500;
}

static void
draw_axis (NazarTrackTimeline *self,
           GtkSnapshot        *snapshot,
           const GdkRGBA      *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "2019");
  const Band *last = gtk_widget_get_visible (self->bands[GRADES].heading) ? &self->bands[GRADES] : &self->bands[GRADES - 1];
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int y = last->bottom + SPAN_HEIGHT + GAP;
  GdkRGBA dim = *colour;
  int label_width;
  guint step;

  pango_layout_get_pixel_size (layout, &label_width, NULL);
  step = find_step (self, label_width);
  dim.alpha *= 0.7;

  append_rectangle (snapshot, colour, 0.3, 0, y - 2, width, 1);
  for (guint year = self->first_year; year <= self->last_year; year++)
    {
      int x = day_to_x (self, first_day_of (year));
      gboolean labelled = (year - self->first_year) % step == 0;
      g_autofree char *text = g_strdup_printf ("%u", year);

      if (step > 1 && !labelled)
        continue;
      for (guint i = 0; i < N_BANDS; i++)
        if (gtk_widget_get_visible (self->bands[i].heading))
          append_rectangle (snapshot, colour, 0.15, x, self->bands[i].top, 1, BAR_HEIGHT + SPAN_HEIGHT);
      pango_layout_set_text (layout, text, -1);
      if (x + 3 + label_width > width)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + 3, y - 1));
      gtk_snapshot_append_layout (snapshot, layout, &dim);
      gtk_snapshot_restore (snapshot);
    }
}

/* Below the beginning of a bar: the days on which it may have begun. */
static void
draw_span (NazarTrackTimeline *self,
           GtkSnapshot        *snapshot,
           const Band         *band,
           const char         *date,
           const GdkRGBA      *colour)
{
  int begin = day_to_x (self, nazar_date_earliest (date));
  int end = day_to_x (self, nazar_date_latest (date) + 1);
  int y = band->bottom + 1;

  if (end - begin < 4)
    return;

  append_rectangle (snapshot, colour, 0.8, begin, y + 2, end - begin - 1, 1);
  append_rectangle (snapshot, colour, 0.8, begin, y, 1, 5);
  append_rectangle (snapshot, colour, 0.8, end - 2, y, 1, 5);
}

static void
nazar_track_timeline_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  NazarTrackTimeline *self = NAZAR_TRACK_TIMELINE (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  draw_axis (self, snapshot, &colour);

  for (guint i = 0; i < N_BANDS; i++)
    {
      const Band *band = &self->bands[i];

      if (!gtk_widget_get_visible (band->heading))
        continue;
      if (i != GRADES)
        append_rectangle (snapshot, &colour, 0.05, 0, band->top, gtk_widget_get_width (widget), BAR_HEIGHT);
      for (guint j = 0; j < band->bars->len; j++)
        {
          GtkWidget *bar = g_ptr_array_index (band->bars, j);
          NazarRecord *record = NAZAR_IS_TIMELINE_SEGMENT (bar)
                                    ? nazar_timeline_segment_get_record (NAZAR_TIMELINE_SEGMENT (bar))
                                    : g_object_get_data (G_OBJECT (bar), "record");

          draw_span (self, snapshot, band, nazar_record_get (record, "date"), &colour);
        }
    }

  GTK_WIDGET_CLASS (nazar_track_timeline_parent_class)->snapshot (widget, snapshot);
}

/* ---- The widget ---- */

static void
on_released_cb (NazarTrackTimeline *self,
                int                 n_press,
                double              x,
                double              y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *segment = picked != NULL ? gtk_widget_get_ancestor (picked, NAZAR_TYPE_TIMELINE_SEGMENT) : NULL;

  if (NAZAR_IS_TIMELINE_SEGMENT (picked))
    segment = picked;
  if (segment != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                   nazar_record_get_id (nazar_timeline_segment_get_record (NAZAR_TIMELINE_SEGMENT (segment))));
  else if (picked != NULL && g_object_get_data (G_OBJECT (picked), "record") != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                   nazar_record_get_id (g_object_get_data (G_OBJECT (picked), "record")));
}

static void
nazar_track_timeline_dispose (GObject *object)
{
  NazarTrackTimeline *self = NAZAR_TRACK_TIMELINE (object);

  for (guint i = 0; i < N_BANDS; i++)
    {
      g_clear_pointer (&self->bands[i].bars, g_ptr_array_unref);
      g_clear_pointer (&self->bands[i].heading, gtk_widget_unparent);
      g_clear_pointer (&self->bands[i].empty, gtk_widget_unparent);
    }
  g_clear_object (&self->assessments);

  G_OBJECT_CLASS (nazar_track_timeline_parent_class)->dispose (object);
}

static void
nazar_track_timeline_class_init (NazarTrackTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_track_timeline_dispose;
  widget_class->measure = nazar_track_timeline_measure;
  widget_class->size_allocate = nazar_track_timeline_size_allocate;
  widget_class->snapshot = nazar_track_timeline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tracktimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * NazarTrackTimeline::activated:
   * @id: the assessment that was clicked
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", NAZAR_TYPE_TRACK_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
init_band (NazarTrackTimeline *self,
           Band               *band,
           const char         *track,
           const char         *empty)
{
  band->track = track;
  band->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  band->heading = gtk_label_new (nazar_vocabulary_label (&nazar_vocabulary_track, track));
  gtk_label_set_xalign (GTK_LABEL (band->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (band->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (band->heading, "caption-heading");
  gtk_widget_set_parent (band->heading, GTK_WIDGET (self));

  band->empty = gtk_label_new (empty);
  gtk_label_set_ellipsize (GTK_LABEL (band->empty), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (band->empty, "dim-label");
  gtk_widget_set_visible (band->empty, empty != NULL);
  gtk_widget_set_parent (band->empty, GTK_WIDGET (self));
}

static void
nazar_track_timeline_init (NazarTrackTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  init_band (self, &self->bands[0], "state", _("No statement of the State yet."));
  init_band (self, &self->bands[1], "independent", _("No independent finding yet."));
  init_band (self, &self->bands[GRADES], "mechanism", NULL);
  gtk_widget_set_visible (self->bands[GRADES].heading, FALSE);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * nazar_track_timeline_new:
 *
 * Returns: (transfer full): a timeline, to be given a list before it is shown
 */
GtkWidget *
nazar_track_timeline_new (void)
{
  return g_object_new (NAZAR_TYPE_TRACK_TIMELINE, NULL);
}

/**
 * nazar_track_timeline_set_list:
 * @self: a timeline
 * @assessments: the assessments of a recommendation
 */
void
nazar_track_timeline_set_list (NazarTrackTimeline *self,
                               NazarOwnedList     *assessments)
{
  g_return_if_fail (NAZAR_IS_TRACK_TIMELINE (self));
  g_return_if_fail (self->assessments == NULL);

  self->assessments = g_object_ref (assessments);
  g_signal_connect_object (assessments, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);
}

/**
 * nazar_track_current_status:
 * @assessments: the assessments of a recommendation
 * @track: a track
 *
 * Returns: (transfer none) (nullable): the status of its latest assessment
 */
const char *
nazar_track_current_status (NazarOwnedList *assessments,
                            const char     *track)
{
  GPtrArray *records = nazar_owned_list_get_records (assessments);

  for (guint i = records->len; i-- > 0;)
    if (is_of (g_ptr_array_index (records, i), track) && nazar_record_get (g_ptr_array_index (records, i), "status") != NULL)
      return nazar_record_get (g_ptr_array_index (records, i), "status");

  return NULL;
}
