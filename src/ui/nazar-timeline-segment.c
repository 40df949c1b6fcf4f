/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-timeline-segment.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* The time during which one assessment of a track holds: a bar in the colour and
 * pattern of its status, with its icon and word as far as there is room. */
struct _NazarTimelineSegment
{
  GtkWidget parent_instance;

  NazarRecord *assessment;
  guint32 start;
  guint32 end;
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (NazarTimelineSegment, nazar_timeline_segment, GTK_TYPE_WIDGET)

#define PADDING 6

static void
nazar_timeline_segment_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  NazarTimelineSegment *self = NAZAR_TIMELINE_SEGMENT (widget);
  int icon = 0, label = 0;

  gtk_widget_measure (self->icon, orientation, -1, NULL, &icon, NULL, NULL);
  gtk_widget_measure (self->label, orientation, -1, NULL, &label, NULL, NULL);

  /* Any width will do. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : MAX (icon, label);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? icon + label + 3 * PADDING : *minimum;
}

static void
nazar_timeline_segment_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  NazarTimelineSegment *self = NAZAR_TIMELINE_SEGMENT (widget);
  int icon_width, label_width, room;

  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &icon_width, NULL, NULL, NULL);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &label_width, NULL, NULL, NULL);

  gtk_widget_set_child_visible (self->icon, width >= icon_width + 2);
  if (width >= icon_width + 2)
    gtk_widget_size_allocate (self->icon,
                              &(GtkAllocation) { MIN (PADDING, (width - icon_width) / 2), 0, icon_width, height }, -1);

  room = width - icon_width - 3 * PADDING;
  gtk_widget_set_child_visible (self->label, room >= MAX (label_width, 24));
  if (room >= MAX (label_width, 24))
    gtk_widget_size_allocate (self->label, &(GtkAllocation) { icon_width + 2 * PADDING, 0, room, height }, -1);
}

static void
nazar_timeline_segment_dispose (GObject *object)
{
  NazarTimelineSegment *self = NAZAR_TIMELINE_SEGMENT (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (nazar_timeline_segment_parent_class)->dispose (object);
}

static void
nazar_timeline_segment_class_init (NazarTimelineSegmentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_timeline_segment_dispose;
  widget_class->measure = nazar_timeline_segment_measure;
  widget_class->size_allocate = nazar_timeline_segment_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "segment");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nazar_timeline_segment_init (NazarTimelineSegment *self)
{
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * nazar_timeline_segment_new:
 * @assessment: an assessment with a date and a status
 * @end: the Julian day on which it ceases to hold
 *
 * Returns: (transfer full): its bar
 */
GtkWidget *
nazar_timeline_segment_new (NazarRecord *assessment,
                            guint32      end)
{
  NazarTimelineSegment *self = g_object_new (NAZAR_TYPE_TIMELINE_SEGMENT, NULL);
  const char *status = nazar_record_get (assessment, "status");
  const char *date = nazar_record_get (assessment, "date");
  g_autofree char *class = g_strdup_printf ("nazar-status-%s", status);
  g_autofree char *shown = nazar_date_format (date, nazar_language_current ());
  /* Translators: a status and the date from which on it holds: "Planned (14 March 2019)". */
  g_autofree char *tooltip = g_strdup_printf (_("%s (%s)"), nazar_status_word (status), shown);

  self->assessment = g_object_ref (assessment);
  self->start = nazar_date_earliest (date);
  self->end = MAX (end, self->start);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), nazar_status_icon (status));
  gtk_label_set_text (GTK_LABEL (self->label), nazar_status_word (status));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_add_css_class (GTK_WIDGET (self), class);
  return GTK_WIDGET (self);
}

/**
 * nazar_timeline_segment_get_record:
 * @self: a bar
 *
 * Returns: (transfer none): the assessment
 */
NazarRecord *
nazar_timeline_segment_get_record (NazarTimelineSegment *self)
{
  return self->assessment;
}

/**
 * nazar_timeline_segment_get_start:
 * @self: a bar
 *
 * Returns: the Julian day on which it begins
 */
guint32
nazar_timeline_segment_get_start (NazarTimelineSegment *self)
{
  return self->start;
}

/**
 * nazar_timeline_segment_get_end:
 * @self: a bar
 *
 * Returns: the Julian day on which it ends
 */
guint32
nazar_timeline_segment_get_end (NazarTimelineSegment *self)
{
  return self->end;
}
