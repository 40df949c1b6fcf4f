/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* From text to lines of type. All lengths are points. */

/**
 * NazarFace:
 *
 * What type is used for, from which family, size and colour follow.
 */
typedef enum
{
  NAZAR_FACE_BODY,
  NAZAR_FACE_LEAD,
  NAZAR_FACE_SMALL,
  NAZAR_FACE_STRONG,
  NAZAR_FACE_H1,
  NAZAR_FACE_H2,
  NAZAR_FACE_H3,
  NAZAR_FACE_COVER_TITLE,
  NAZAR_FACE_COVER_SUBTITLE,
  NAZAR_FACE_COVER_LINE,
  NAZAR_FACE_TITLE,
  NAZAR_FACE_MARK,
  NAZAR_FACE_RUNNING,
  NAZAR_FACE_TABLE,
  NAZAR_FACE_TABLE_STRONG,
  NAZAR_FACE_TABLE_HEAD,
  NAZAR_FACE_CAPTION,
  NAZAR_FACE_CHART,
  NAZAR_FACE_CONTENTS,
  NAZAR_FACE_CONTENTS_STRONG,
  NAZAR_FACE_FORM,
  NAZAR_FACE_FACT_LABEL,
} NazarFace;

typedef enum
{
  NAZAR_INK_TEXT,
  NAZAR_INK_MUTED,
  NAZAR_INK_ACCENT,
  NAZAR_INK_BAR,
  NAZAR_INK_RULE,
  NAZAR_INK_HAIRLINE,
  NAZAR_INK_TINT,
} NazarInk;

/**
 * NazarLine:
 * @gap: space above it, where it begins a further paragraph
 * @height: its height with leading, without @gap
 * @baseline: from its top, without @gap
 * @width: how much of the width it fills
 */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutLine *line;
  NazarInk ink;
  double gap;
  double height;
  double baseline;
  double width;
} NazarLine;

typedef struct _NazarSetter NazarSetter;

NazarSetter *nazar_setter_new           (const char        *language);
void         nazar_setter_free          (NazarSetter       *setter);
GArray      *nazar_setter_lines         (NazarSetter       *setter,
                                         NazarFace          face,
                                         const char        *text,
                                         double             width);
GArray      *nazar_setter_labelled      (NazarSetter       *setter,
                                         NazarFace          face,
                                         const char        *label,
                                         const char        *text,
                                         double             width);
GArray      *nazar_setter_one_line      (NazarSetter       *setter,
                                         NazarFace          face,
                                         const char        *text,
                                         double             width);
double       nazar_setter_widest_word   (NazarSetter       *setter,
                                         NazarFace          face,
                                         const char        *text);
double       nazar_setter_natural_width (NazarSetter       *setter,
                                         NazarFace          face,
                                         const char        *text);

double       nazar_lines_height         (GArray            *lines,
                                         guint              first,
                                         guint              end);
void         nazar_line_draw            (const NazarLine   *line,
                                         cairo_t           *cr,
                                         double             x,
                                         double             y);
void         nazar_lines_draw           (GArray            *lines,
                                         guint              first,
                                         guint              end,
                                         cairo_t           *cr,
                                         double             x,
                                         double             y);
void         nazar_ink_set              (cairo_t           *cr,
                                         NazarInk           ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarSetter, nazar_setter_free)

G_END_DECLS
