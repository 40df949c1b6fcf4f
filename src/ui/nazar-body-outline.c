/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-body-outline.h"

#include "nazar-body-drawing.h"
#include "nazar-body-map.h"
#include "nazar-body-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Front and back of a body beside each other, with a numbered mark for each injury.
 * With the mouse: a click makes a mark, a mark can be dragged. With the keyboard: the
 * arrows move a cursor over the body, Enter makes a mark, Tab goes from mark to mark;
 * there the arrows move the mark and Delete takes it away. What is under the cursor is
 * always said in words. */
struct _NazarBodyOutline
{
  GtkWidget parent_instance;

  NazarPartList *injuries;
  GPtrArray *marks; /* in the order of the list, without injuries that have no place */
  NazarPart *selected;
  gboolean editable;

  const char *cursor_side;
  double cursor_x;
  double cursor_y;
  const char *pointed; /* the region that is lit, on pointed_side */
  const char *pointed_side;

  NazarBodyMark *dragged; /* while it moves, at the place where it is held */
  gboolean moving;
  double drag_x;
  double drag_y;
};

G_DEFINE_FINAL_TYPE (NazarBodyOutline, nazar_body_outline, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ADD,
  SIGNAL_ACTIVATED,
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  SIGNAL_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define FIGURE_HEIGHT 440 /* pixels, where there is room */
#define GAP 24
#define CAPTION_GAP 6
#define CURSOR_STEP 20 /* thousandths of the height */
#define NUDGE 5
#define REACH 15 /* how far beside the body a click may be */
#define DRAG_PIXELS 4

/* ---- Where things are ---- */

static int
caption_height (NazarBodyOutline *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Front"));
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + CAPTION_GAP;
}

static int
figure_height (int width)
{
  return MIN ((width - GAP) / 2 / NAZAR_BODY_MAP_WIDTH, FIGURE_HEIGHT);
}

static gboolean
is_back (const char *side)
{
  return g_strcmp0 (side, "back") == 0;
}

static graphene_rect_t
figure_bounds (NazarBodyOutline *self,
               const char       *side)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = figure_height (width);
  double figure_width = height * NAZAR_BODY_MAP_WIDTH;
  double left = (width - 2 * figure_width - GAP) / 2;

  return GRAPHENE_RECT_INIT (is_back (side) ? left + figure_width + GAP : left, 0, figure_width, height);
}

static graphene_point_t
to_pixels (NazarBodyOutline *self,
           const char       *side,
           double            x,
           double            y)
{
  graphene_rect_t bounds = figure_bounds (self, side);

  return GRAPHENE_POINT_INIT (bounds.origin.x + x * bounds.size.width / 1000, bounds.origin.y + y * bounds.size.height / 1000);
}

/* The side and the thousandths under a place in the widget; whether they are on the body. */
static gboolean
from_pixels (NazarBodyOutline *self,
             double            px,
             double            py,
             const char      **side,
             double           *x,
             double           *y)
{
  graphene_rect_t front = figure_bounds (self, "front"), bounds;

  *side = px > front.origin.x + front.size.width + GAP / 2.0 ? "back" : "front";
  bounds = figure_bounds (self, *side);
  *x = (px - bounds.origin.x) * 1000 / bounds.size.width;
  *y = (py - bounds.origin.y) * 1000 / bounds.size.height;
  return nazar_body_map_snap (x, y, REACH);
}

static const char *
get_place (NazarPart *injury,
           double    *x,
           double    *y)
{
  *x = g_ascii_strtod (nazar_record_get (NAZAR_RECORD (injury), "x"), NULL);
  *y = g_ascii_strtod (nazar_record_get (NAZAR_RECORD (injury), "y"), NULL);
  return is_back (nazar_record_get (NAZAR_RECORD (injury), "side")) ? "back" : "front";
}

static gboolean
has_place (NazarPart *injury)
{
  NazarRecord *record = NAZAR_RECORD (injury);

  return nazar_record_get (record, "x") != NULL && nazar_record_get (record, "y") != NULL;
}

/* ---- What is said ---- */

static const char *
side_word (const char *side)
{
  return nazar_vocabulary_label (&nazar_vocabulary_body_side, side);
}

static void
point_at (NazarBodyOutline *self,
          const char       *side,
          const char       *region)
{
  if (region == self->pointed && side == self->pointed_side)
    return;

  self->pointed = region;
  self->pointed_side = side;
  g_signal_emit (self, signals[SIGNAL_POINTED], 0,
                 region != NULL ? nazar_vocabulary_label (&nazar_vocabulary_body_region, region) : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Screen readers tell of the name of what has the keyboard when it changes. */
static void
point_at_cursor (NazarBodyOutline *self)
{
  const char *region = nazar_body_map_region (self->cursor_side, self->cursor_x, self->cursor_y);
  /* Translators: %s tells where the cursor is: "Left knee". */
  g_autofree char *name = g_strdup_printf (_("Body outline: %s"), nazar_vocabulary_label (&nazar_vocabulary_body_region, region));

  point_at (self, self->cursor_side, region);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The marks ---- */

static void
fill_marks (NazarBodyOutline *self)
{
  guint n_injuries = nazar_part_list_get_length (self->injuries);

  g_ptr_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_injuries; i++)
    {
      NazarPart *injury = nazar_part_list_get (self->injuries, i);
      GtkWidget *mark;

      if (!has_place (injury))
        continue;
      mark = nazar_body_mark_new (injury);
      nazar_body_mark_set_number (NAZAR_BODY_MARK (mark), i + 1);
      nazar_body_mark_set_selected (NAZAR_BODY_MARK (mark), injury == self->selected);
      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, mark);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static NazarBodyMark *
find_mark (NazarBodyOutline *self,
           NazarPart        *injury)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (nazar_body_mark_get_injury (g_ptr_array_index (self->marks, i)) == injury)
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static NazarBodyMark *
focused_mark (NazarBodyOutline *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && NAZAR_IS_BODY_MARK (child) ? NAZAR_BODY_MARK (child) : NULL;
}

/* The marks are made anew; the keyboard stays where it was. */
static void
on_injuries_changed_cb (NazarBodyOutline *self)
{
  NazarBodyMark *mark = focused_mark (self);
  g_autoptr (NazarPart) injury = mark != NULL ? g_object_ref (nazar_body_mark_get_injury (mark)) : NULL;

  self->dragged = NULL;
  self->moving = FALSE;
  if (mark != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  fill_marks (self);
  mark = injury != NULL ? find_mark (self, injury) : NULL;
  if (mark != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mark));
}

static void
on_injury_changed_cb (NazarBodyOutline *self,
                      GParamSpec       *pspec,
                      NazarPart        *injury)
{
  if (has_place (injury) != (find_mark (self, injury) != NULL))
    on_injuries_changed_cb (self);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_items_changed_cb (NazarBodyOutline *self,
                     guint             position,
                     guint             removed,
                     guint             added)
{
  for (guint i = 0; i < added; i++)
    g_signal_connect_object (nazar_part_list_get (self->injuries, position + i), "notify", G_CALLBACK (on_injury_changed_cb),
                             self, G_CONNECT_SWAPPED);
  on_injuries_changed_cb (self);
}

/* ---- Layout ---- */

static GtkSizeRequestMode
nazar_body_outline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nazar_body_outline_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  NazarBodyOutline *self = NAZAR_BODY_OUTLINE (widget);
  int widest = 2 * FIGURE_HEIGHT * NAZAR_BODY_MAP_WIDTH + GAP;

  /* Children must be measured before they are laid out. */
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_measure (g_ptr_array_index (self->marks, i), orientation, -1, NULL, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = widest;
    }
  else
    {
      *minimum = *natural = figure_height (for_size > 0 ? for_size : widest) + caption_height (self);
    }
}

static void
nazar_body_outline_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  NazarBodyOutline *self = NAZAR_BODY_OUTLINE (widget);

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->marks, i);
      double x, y;
      const char *side = get_place (nazar_body_mark_get_injury (NAZAR_BODY_MARK (mark)), &x, &y);
      graphene_point_t at = to_pixels (self, side, x, y);
      GtkRequisition size;

      if (self->moving && mark == GTK_WIDGET (self->dragged))
        at = GRAPHENE_POINT_INIT (self->drag_x, self->drag_y);
      gtk_widget_get_preferred_size (mark, &size, NULL);
      gtk_widget_size_allocate (mark, &(GtkAllocation) { at.x - size.width / 2.0 + 0.5, at.y - size.height / 2.0 + 0.5, size.width, size.height }, -1);
    }
}

/* ---- Drawing ---- */

static void
draw_figure (NazarBodyOutline *self,
             cairo_t          *cr,
             const char       *side,
             const GdkRGBA    *colour)
{
  graphene_rect_t bounds = figure_bounds (self, side);
  const double ink[] = { colour->red, colour->green, colour->blue };
  GdkRGBA accent;

  cairo_save (cr);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  if (self->pointed != NULL && g_str_equal (self->pointed_side, side) &&
      gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent))
    nazar_body_drawing_fill (cr, side, self->pointed, bounds.size.height,
                             (const double[]) { accent.red, accent.green, accent.blue }, 0.22);
  nazar_body_drawing_paint (cr, side, bounds.size.height, ink);
  cairo_restore (cr);
}

static void
draw_cursor (NazarBodyOutline *self,
             cairo_t          *cr,
             const GdkRGBA    *colour)
{
  graphene_point_t at = to_pixels (self, self->cursor_side, self->cursor_x, self->cursor_y);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, 8, 0, 2 * G_PI);
  cairo_stroke (cr);
  for (int i = 0; i < 4; i++)
    {
      double dx = i < 2 ? 2 * i - 1 : 0, dy = i < 2 ? 0 : 2 * i - 5;

      cairo_move_to (cr, at.x + 4 * dx, at.y + 4 * dy);
      cairo_line_to (cr, at.x + 13 * dx, at.y + 13 * dy);
      cairo_stroke (cr);
    }
}

static void
draw_word (NazarBodyOutline      *self,
           GtkSnapshot           *snapshot,
           const char            *word,
           const graphene_rect_t *place,
           PangoAlignment         alignment,
           const GdkRGBA         *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), word);

  pango_layout_set_width (layout, place->size.width * PANGO_SCALE);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place->origin);
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Beside the head, where the person's left and right are; under the figure, which side
 * it shows. */
static void
draw_words (NazarBodyOutline *self,
            GtkSnapshot      *snapshot,
            const char       *side,
            const GdkRGBA    *colour)
{
  graphene_rect_t bounds = figure_bounds (self, side), place = bounds;
  const char *left = C_("body", "Left"), *right = C_("body", "Right");
  GdkRGBA dim = *colour;

  dim.alpha *= 0.7;
  place.size.width = bounds.size.width * 0.38;
  place.origin.y = bounds.size.height * 0.05;
  draw_word (self, snapshot, is_back (side) ? left : right, &place, PANGO_ALIGN_LEFT, &dim);
  place.origin.x += bounds.size.width - place.size.width;
  draw_word (self, snapshot, is_back (side) ? right : left, &place, PANGO_ALIGN_RIGHT, &dim);

  place = bounds;
  place.origin.y += bounds.size.height + CAPTION_GAP;
  draw_word (self, snapshot, side_word (side), &place, PANGO_ALIGN_CENTER, colour);
}

static void
nazar_body_outline_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  NazarBodyOutline *self = NAZAR_BODY_OUTLINE (widget);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &whole);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  draw_figure (self, cr, "front", &colour);
  draw_figure (self, cr, "back", &colour);
  if (self->editable && gtk_widget_has_visible_focus (widget))
    draw_cursor (self, cr, &colour);
  cairo_destroy (cr);

  draw_words (self, snapshot, "front", &colour);
  draw_words (self, snapshot, "back", &colour);
  GTK_WIDGET_CLASS (nazar_body_outline_parent_class)->snapshot (widget, snapshot);
}

/* ---- The keyboard ---- */

static gboolean
press_on_body (NazarBodyOutline *self,
               guint             keyval,
               double            step)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      nazar_body_map_move_across (&self->cursor_side, &self->cursor_x, self->cursor_y, keyval == GDK_KEY_Left ? -step : step);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      nazar_body_map_move_down (self->cursor_side, &self->cursor_x, &self->cursor_y, keyval == GDK_KEY_Up ? -step : step);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[SIGNAL_ADD], 0, self->cursor_side, (int) round (self->cursor_x),
                     (int) round (self->cursor_y), TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  point_at_cursor (self);
  return GDK_EVENT_STOP;
}

static void
nudge (NazarBodyOutline *self,
       NazarPart        *injury,
       int               dx,
       int               dy)
{
  double x, y;
  const char *side = get_place (injury, &x, &y);

  x += dx / NAZAR_BODY_MAP_WIDTH;
  y += dy;
  if (nazar_body_map_region (side, x, y) != NULL)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, injury, side, (int) x, (int) y);
}

static gboolean
press_on_mark (NazarBodyOutline *self,
               NazarBodyMark    *mark,
               guint             keyval)
{
  NazarPart *injury = nazar_body_mark_get_injury (mark);

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, injury, TRUE);
  else if (!self->editable)
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, injury);
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    nudge (self, injury, keyval == GDK_KEY_Left ? -NUDGE : NUDGE, 0);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    nudge (self, injury, 0, keyval == GDK_KEY_Up ? -NUDGE : NUDGE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (NazarBodyOutline *self,
                   guint             keyval,
                   guint             keycode,
                   GdkModifierType   state)
{
  NazarBodyMark *mark = focused_mark (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (mark != NULL)
    return press_on_mark (self, mark, keyval);

  return self->editable && press_on_body (self, keyval, (state & GDK_SHIFT_MASK) != 0 ? NUDGE : CURSOR_STEP);
}

/* First the body, then the marks in their order. */
static gboolean
nazar_body_outline_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  NazarBodyOutline *self = NAZAR_BODY_OUTLINE (widget);
  NazarBodyMark *mark = focused_mark (self);
  int first = self->editable ? -1 : 0, last = (int) self->marks->len - 1, at = -1;
  guint found;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (mark != NULL && g_ptr_array_find (self->marks, mark, &found))
    at = found;

  if (mark == NULL && !gtk_widget_is_focus (widget))
    at = direction == GTK_DIR_TAB_FORWARD ? first : last;
  else
    at += direction == GTK_DIR_TAB_FORWARD ? 1 : -1;

  if (at < first || at > last)
    return FALSE;
  return gtk_widget_grab_focus (at < 0 ? widget : g_ptr_array_index (self->marks, at));
}

static void
on_focus_cb (NazarBodyOutline *self)
{
  NazarBodyMark *mark = focused_mark (self);

  if (mark != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, nazar_body_mark_get_injury (mark), FALSE);
  else if (self->editable && gtk_widget_is_focus (GTK_WIDGET (self)))
    point_at_cursor (self);
  else
    point_at (self, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The pointer ---- */

static void
on_motion_cb (NazarBodyOutline *self,
              double            px,
              double            py)
{
  double x, y;
  const char *side;
  gboolean on_body = self->editable && from_pixels (self, px, py, &side, &x, &y);

  point_at (self, on_body ? side : NULL, on_body ? nazar_body_map_region (side, x, y) : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_body ? "crosshair" : NULL);
}

static void
on_leave_cb (NazarBodyOutline *self)
{
  point_at (self, NULL, NULL);
}

static void
on_drag_begin_cb (NazarBodyOutline *self,
                  double            x,
                  double            y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *mark = picked == NULL || NAZAR_IS_BODY_MARK (picked) ? picked : gtk_widget_get_ancestor (picked, NAZAR_TYPE_BODY_MARK);

  self->dragged = mark != NULL ? NAZAR_BODY_MARK (mark) : NULL;
  self->moving = FALSE;
}

static void
on_drag_update_cb (NazarBodyOutline *self,
                   double            dx,
                   double            dy,
                   GtkGestureDrag   *drag)
{
  double x, y;

  if (self->dragged == NULL || !self->editable || (!self->moving && hypot (dx, dy) < DRAG_PIXELS))
    return;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  self->moving = TRUE;
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_end_cb (NazarBodyOutline *self,
                double            dx,
                double            dy,
                GtkGestureDrag   *drag)
{
  NazarPart *injury = self->dragged != NULL ? nazar_body_mark_get_injury (self->dragged) : NULL;
  gboolean moved = self->moving;
  double px, py, x, y;
  const char *side;

  if (self->dragged != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->dragged));
  self->dragged = NULL;
  self->moving = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_gesture_drag_get_start_point (drag, &px, &py);

  if (moved && from_pixels (self, px + dx, py + dy, &side, &x, &y))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, injury, side, (int) x, (int) y);
  else if (!moved && injury != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, injury, FALSE);
  else if (injury == NULL && self->editable && hypot (dx, dy) < DRAG_PIXELS && from_pixels (self, px, py, &side, &x, &y))
    {
      self->cursor_side = side;
      self->cursor_x = x;
      self->cursor_y = y;
      gtk_widget_grab_focus (GTK_WIDGET (self));
      g_signal_emit (self, signals[SIGNAL_ADD], 0, side, (int) x, (int) y, FALSE);
    }
}

/* ---- The widget ---- */

static void
nazar_body_outline_dispose (GObject *object)
{
  NazarBodyOutline *self = NAZAR_BODY_OUTLINE (object);

  if (self->injuries != NULL)
    g_signal_handlers_disconnect_by_data (self->injuries, self);
  g_ptr_array_set_size (self->marks, 0);
  g_clear_object (&self->selected);
  g_clear_object (&self->injuries);

  G_OBJECT_CLASS (nazar_body_outline_parent_class)->dispose (object);
}

static void
nazar_body_outline_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_BODY_OUTLINE (object)->marks);

  G_OBJECT_CLASS (nazar_body_outline_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * NazarBodyOutline::add:
   * @side: "front" or "back"
   * @x: across, in thousandths
   * @y: down, in thousandths
   * @by_keyboard: whether the keyboard goes on to what there is to enter
   *
   * An injury is to be marked there.
   */
  signals[SIGNAL_ADD] = g_signal_new ("add", NAZAR_TYPE_BODY_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                      G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  /**
   * NazarBodyOutline::activated:
   * @injury: the injury whose mark was chosen
   * @by_keyboard: whether the keyboard goes on to what there is to enter
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", NAZAR_TYPE_BODY_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, NAZAR_TYPE_PART, G_TYPE_BOOLEAN);
  /**
   * NazarBodyOutline::moved:
   * @injury: the injury whose mark was moved
   * @side: "front" or "back"
   * @x: across, in thousandths
   * @y: down, in thousandths
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", NAZAR_TYPE_BODY_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 4, NAZAR_TYPE_PART, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  /**
   * NazarBodyOutline::removed:
   * @injury: the injury that is to be deleted
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", NAZAR_TYPE_BODY_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, NAZAR_TYPE_PART);
  /**
   * NazarBodyOutline::pointed:
   * @words: (nullable): what is under the pointer or the cursor
   */
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", NAZAR_TYPE_BODY_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nazar_body_outline_class_init (NazarBodyOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_body_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_body_outline_finalize;
  widget_class->get_request_mode = nazar_body_outline_get_request_mode;
  widget_class->measure = nazar_body_outline_measure;
  widget_class->size_allocate = nazar_body_outline_size_allocate;
  widget_class->snapshot = nazar_body_outline_snapshot;
  widget_class->focus = nazar_body_outline_focus;
  gtk_widget_class_set_css_name (widget_class, "bodyoutline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  install_signals ();
}

static void
nazar_body_outline_init (NazarBodyOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->cursor_side = "front";
  self->cursor_x = 500;
  self->cursor_y = 300;
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_focus_cb), self);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (on_focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * nazar_body_outline_new:
 * @injuries: the injuries of an interview
 * @editable: whether marks can be made, moved and deleted
 *
 * Returns: (transfer floating): an outline with their marks
 */
GtkWidget *
nazar_body_outline_new (NazarPartList *injuries,
                        gboolean       editable)
{
  NazarBodyOutline *self = g_object_new (NAZAR_TYPE_BODY_OUTLINE, NULL);

  self->injuries = g_object_ref (injuries);
  self->editable = editable;
  gtk_widget_set_focusable (GTK_WIDGET (self), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body outline"), -1);
  g_signal_connect_swapped (injuries, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  on_items_changed_cb (self, 0, 0, nazar_part_list_get_length (injuries));
  return GTK_WIDGET (self);
}

/**
 * nazar_body_outline_select:
 * @self: an outline
 * @injury: (nullable): the injury that is looked at
 */
void
nazar_body_outline_select (NazarBodyOutline *self,
                           NazarPart        *injury)
{
  g_return_if_fail (NAZAR_IS_BODY_OUTLINE (self));

  g_set_object (&self->selected, injury);
  for (guint i = 0; i < self->marks->len; i++)
    {
      NazarBodyMark *mark = g_ptr_array_index (self->marks, i);

      nazar_body_mark_set_selected (mark, nazar_body_mark_get_injury (mark) == injury);
    }
}
