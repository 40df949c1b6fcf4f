/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-setter.h"

#include <string.h>

/* DejaVu is the one family that scripts/setup installs, and it has every letter of
 * the five languages. Where another were preferred "if installed", the same report
 * would break its lines, and number its pages, otherwise on each laptop. */
#define SERIF "DejaVu Serif"
#define SANS "DejaVu Sans"

/* Setting a line costs as much as the text from there to the paragraph's end;
 * longer paragraphs are set in pieces. */
#define CHUNK 4096
#define PARAGRAPH_GAP 3.0

typedef struct
{
  const char *family;
  double size;
  double leading;
  gboolean bold;
  NazarInk ink;
} FaceStyle;

static const FaceStyle styles[] = {
  [NAZAR_FACE_BODY] = { SERIF, 9.2, 14.2, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_LEAD] = { SERIF, 10.4, 16.2, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_SMALL] = { SANS, 7.2, 10.6, FALSE, NAZAR_INK_MUTED },
  [NAZAR_FACE_STRONG] = { SANS, 9, 13.2, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_H1] = { SANS, 15, 20, TRUE, NAZAR_INK_ACCENT },
  [NAZAR_FACE_H2] = { SANS, 11.5, 16, TRUE, NAZAR_INK_ACCENT },
  [NAZAR_FACE_H3] = { SANS, 9.5, 14, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_COVER_TITLE] = { SANS, 25, 33, TRUE, NAZAR_INK_ACCENT },
  [NAZAR_FACE_COVER_SUBTITLE] = { SANS, 13, 19, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_COVER_LINE] = { SANS, 9.5, 15, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_TITLE] = { SANS, 16, 21, TRUE, NAZAR_INK_ACCENT },
  [NAZAR_FACE_MARK] = { SANS, 9, 12, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_RUNNING] = { SANS, 7, 10, FALSE, NAZAR_INK_MUTED },
  [NAZAR_FACE_TABLE] = { SANS, 7.8, 11.2, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_TABLE_STRONG] = { SANS, 7.8, 11.2, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_TABLE_HEAD] = { SANS, 7.4, 10.4, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_CAPTION] = { SANS, 8.4, 12, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_CHART] = { SANS, 7.4, 10, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_CONTENTS] = { SANS, 8.8, 14, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_CONTENTS_STRONG] = { SANS, 8.8, 14, TRUE, NAZAR_INK_TEXT },
  [NAZAR_FACE_FORM] = { SANS, 8.6, 12.6, FALSE, NAZAR_INK_TEXT },
  [NAZAR_FACE_FACT_LABEL] = { SANS, 8.6, 12.6, FALSE, NAZAR_INK_MUTED },
};

struct _NazarSetter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *fonts[G_N_ELEMENTS (styles)];
};

/**
 * nazar_setter_new:
 * @language: one of the five ids
 *
 * Returns: (transfer full): a setter for one thread
 */
NazarSetter *
nazar_setter_new (const char *language)
{
  NazarSetter *setter = g_new0 (NazarSetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  setter->map = pango_cairo_font_map_new ();
  setter->context = pango_font_map_create_context (setter->map);

  /* Nothing may depend on a screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (setter->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (setter->context, 72);
  pango_context_set_round_glyph_positions (setter->context, FALSE);
  pango_context_set_base_dir (setter->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (setter->context,
                              pango_language_from_string (g_str_equal (language, "uz@cyrillic") ? "uz-cyrl" : language));

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      setter->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (setter->fonts[i], styles[i].family);
      pango_font_description_set_size (setter->fonts[i], (int) (styles[i].size * PANGO_SCALE));
      pango_font_description_set_weight (setter->fonts[i], styles[i].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    }

  return setter;
}

/**
 * nazar_setter_free:
 * @setter: (transfer full): a setter
 */
void
nazar_setter_free (NazarSetter *setter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    pango_font_description_free (setter->fonts[i]);
  g_object_unref (setter->context);
  g_object_unref (setter->map);
  g_free (setter);
}

static void
line_clear (gpointer data)
{
  NazarLine *line = data;

  pango_layout_line_unref (line->line);
  g_object_unref (line->layout);
}

static GArray *
lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NazarLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

static void
append_line (GArray          *lines,
             NazarFace        face,
             PangoLayout     *layout,
             PangoLayoutLine *line,
             double           gap)
{
  const FaceStyle *style = &styles[face];
  PangoRectangle logical;
  NazarLine entry = { .ink = style->ink, .gap = gap };
  double ascent, descent;

  pango_layout_line_get_extents (line, NULL, &logical);
  ascent = (double) PANGO_ASCENT (logical) / PANGO_SCALE;
  descent = (double) PANGO_DESCENT (logical) / PANGO_SCALE;

  /* Letters from other fonts may be higher than the leading allows for. */
  entry.height = MAX (style->leading, ascent + descent);
  entry.baseline = (entry.height - ascent - descent) / 2 + ascent;
  entry.width = (double) logical.width / PANGO_SCALE;
  entry.layout = g_object_ref (layout);
  entry.line = pango_layout_line_ref (line);
  g_array_append_val (lines, entry);
}

static PangoLayout *
new_layout (NazarSetter *setter,
            NazarFace    face,
            const char  *text,
            gsize        length,
            gsize        bold)
{
  PangoLayout *layout = pango_layout_new (setter->context);

  pango_layout_set_font_description (layout, setter->fonts[face]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, (int) length);
  if (bold > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->start_index = 0;
      weight->end_index = (guint) bold;
      pango_attr_list_insert (attributes, weight);
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return layout;
}

/* The end of a piece that is set by itself: at most CHUNK bytes, whole letters. */
static gsize
chunk_length (const char *text,
              gsize       length)
{
  gsize end = MIN (length, CHUNK);

  while (end < length && end > 0 && ((guchar) text[end] & 0xc0) == 0x80)
    end--;
  return end;
}

static void
append_paragraph (NazarSetter *setter,
                  GArray      *lines,
                  NazarFace    face,
                  const char  *text,
                  gsize        length,
                  gsize        bold,
                  double       width,
                  double       gap)
{
  while (length > 0)
    {
      gsize chunk = chunk_length (text, length);
      g_autoptr (PangoLayout) layout = new_layout (setter, face, text, chunk, MIN (bold, chunk));
      int n_lines, n_used;

      pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
      n_lines = pango_layout_get_line_count (layout);

      /* The last line of a piece may go on: it begins the next piece. */
      n_used = chunk < length && n_lines > 1 ? n_lines - 1 : n_lines;
      for (int i = 0; i < n_used; i++)
        {
          append_line (lines, face, layout, pango_layout_get_line_readonly (layout, i), gap);
          gap = 0;
        }
      if (n_used < n_lines)
        chunk = (gsize) pango_layout_get_line_readonly (layout, n_used)->start_index;

      text += chunk;
      length -= chunk;
      bold -= MIN (bold, chunk);
    }
}

/**
 * nazar_setter_lines:
 * @setter: a setter
 * @face: the type
 * @text: clean text; each line end begins a paragraph, empty ones are left out
 * @width: where lines break; within a word only where it is longer than a line
 *
 * Returns: (transfer full) (element-type NazarLine): its lines
 */
GArray *
nazar_setter_lines (NazarSetter *setter,
                    NazarFace    face,
                    const char  *text,
                    double       width)
{
  return nazar_setter_labelled (setter, face, NULL, text, width);
}

/**
 * nazar_setter_labelled:
 * @setter: a setter
 * @face: the type
 * @label: (nullable): bold words before the first paragraph
 * @text: clean text
 * @width: where lines break
 *
 * Returns: (transfer full) (element-type NazarLine): the lines
 */
GArray *
nazar_setter_labelled (NazarSetter *setter,
                       NazarFace    face,
                       const char  *label,
                       const char  *text,
                       double       width)
{
  GArray *lines = lines_new ();
  g_autofree char *joined = label != NULL ? g_strconcat (label, " ", text, NULL) : NULL;
  const char *p = joined != NULL ? joined : text;
  gsize bold = label != NULL ? strlen (label) : 0;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "\n");

      append_paragraph (setter, lines, face, p, length, bold, width, lines->len > 0 ? PARAGRAPH_GAP : 0);
      bold = 0;
      p += length + (p[length] == '\n' ? 1 : 0);
    }

  return lines;
}

/**
 * nazar_setter_one_line:
 * @setter: a setter
 * @face: the type
 * @text: clean text
 * @width: what is longer is cut with an ellipsis
 *
 * Returns: (transfer full) (element-type NazarLine): one line, or none for no text
 */
GArray *
nazar_setter_one_line (NazarSetter *setter,
                       NazarFace    face,
                       const char  *text,
                       double       width)
{
  GArray *lines = lines_new ();
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0')
    return lines;

  layout = new_layout (setter, face, text, chunk_length (text, strlen (text)), 0);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  append_line (lines, face, layout, pango_layout_get_line_readonly (layout, 0), 0);
  return lines;
}

static double
measure (NazarSetter *setter,
         NazarFace    face,
         const char  *text,
         gboolean     words)
{
  g_autoptr (PangoLayout) layout = new_layout (setter, face, text, chunk_length (text, strlen (text)), 0);
  PangoRectangle logical;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, words ? 0 : -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/**
 * nazar_setter_widest_word:
 * @setter: a setter
 * @face: the type
 * @text: clean text
 *
 * Returns: the width below which a word would be broken
 */
double
nazar_setter_widest_word (NazarSetter *setter,
                          NazarFace    face,
                          const char  *text)
{
  return *text != '\0' ? measure (setter, face, text, TRUE) : 0;
}

/**
 * nazar_setter_natural_width:
 * @setter: a setter
 * @face: the type
 * @text: clean text
 *
 * Returns: the width in which it needs no further lines
 */
double
nazar_setter_natural_width (NazarSetter *setter,
                            NazarFace    face,
                            const char  *text)
{
  return *text != '\0' ? measure (setter, face, text, FALSE) : 0;
}

/**
 * nazar_lines_height:
 * @lines: (element-type NazarLine): lines
 * @first: the first of them that counts
 * @end: the one after the last
 *
 * Returns: their height; the gap above the first does not count
 */
double
nazar_lines_height (GArray *lines,
                    guint   first,
                    guint   end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const NazarLine *line = &g_array_index (lines, NazarLine, i);

      height += line->height + (i > first ? line->gap : 0);
    }

  return height;
}

/**
 * nazar_line_draw:
 * @line: a line
 * @cr: where to
 * @x: its left edge
 * @y: its top
 */
void
nazar_line_draw (const NazarLine *line,
                 cairo_t         *cr,
                 double           x,
                 double           y)
{
  nazar_ink_set (cr, line->ink);
  cairo_move_to (cr, x, y + line->baseline);
  pango_cairo_show_layout_line (cr, line->line);
}

/**
 * nazar_lines_draw:
 * @lines: (element-type NazarLine): lines
 * @first: the first to be drawn
 * @end: the one after the last
 * @cr: where to
 * @x: their left edge
 * @y: the first one's top
 */
void
nazar_lines_draw (GArray  *lines,
                  guint    first,
                  guint    end,
                  cairo_t *cr,
                  double   x,
                  double   y)
{
  for (guint i = first; i < end; i++)
    {
      const NazarLine *line = &g_array_index (lines, NazarLine, i);

      y += i > first ? line->gap : 0;
      nazar_line_draw (line, cr, x, y);
      y += line->height;
    }
}

/**
 * nazar_ink_set:
 * @cr: where to
 * @ink: a colour
 *
 * One accent and greys, all of them apart in black and white too.
 */
void
nazar_ink_set (cairo_t  *cr,
               NazarInk  ink)
{
  static const double inks[][3] = {
    [NAZAR_INK_TEXT] = { 0.10, 0.10, 0.11 },
    [NAZAR_INK_MUTED] = { 0.36, 0.37, 0.39 },
    [NAZAR_INK_ACCENT] = { 0.07, 0.25, 0.40 },
    [NAZAR_INK_BAR] = { 0.70, 0.77, 0.83 },
    [NAZAR_INK_RULE] = { 0.45, 0.47, 0.50 },
    [NAZAR_INK_HAIRLINE] = { 0.80, 0.81, 0.83 },
    [NAZAR_INK_TINT] = { 0.945, 0.953, 0.961 },
  };

  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}
