/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The largest file that is attached. */
#define NAZAR_MEDIA_MAX_BYTES (100 * 1024 * 1024)

/** The largest picture that is attached, in pixels. */
#define NAZAR_MEDIA_MAX_PIXELS 200000000

/**
 * NazarMediaKind:
 * @NAZAR_MEDIA_OTHER: what the program keeps without looking at it
 * @NAZAR_MEDIA_PICTURE: a picture whose size is known before it is decoded
 * @NAZAR_MEDIA_PDF: a PDF
 * @NAZAR_MEDIA_TEXT: plain text in any encoding
 *
 * How an attachment can be looked at inside the program.
 */
typedef enum
{
  NAZAR_MEDIA_OTHER,
  NAZAR_MEDIA_PICTURE,
  NAZAR_MEDIA_PDF,
  NAZAR_MEDIA_TEXT,
} NazarMediaKind;

#define NAZAR_MEDIA_ERROR (nazar_media_error_quark ())
GQuark nazar_media_error_quark (void);

/**
 * NazarMediaError:
 * @NAZAR_MEDIA_ERROR_EMPTY: there is nothing in it
 * @NAZAR_MEDIA_ERROR_TOO_LARGE: more bytes or pixels than are taken
 * @NAZAR_MEDIA_ERROR_TELLS: what it tells of place and device cannot be removed
 */
typedef enum
{
  NAZAR_MEDIA_ERROR_EMPTY,
  NAZAR_MEDIA_ERROR_TOO_LARGE,
  NAZAR_MEDIA_ERROR_TELLS,
} NazarMediaError;

char           *nazar_media_guess_type        (GBytes       *bytes,
                                               const char   *name);
NazarMediaKind  nazar_media_kind              (const char   *media_type);
gboolean        nazar_media_get_dimensions    (GBytes       *bytes,
                                               guint64      *width,
                                               guint64      *height);
gboolean        nazar_media_check_limits      (GBytes       *bytes,
                                               GError      **error);
gboolean        nazar_media_check_length      (guint64       length,
                                               GError      **error);
GBytes         *nazar_media_clean             (GBytes       *bytes,
                                               const char   *media_type,
                                               GError      **error);
char           *nazar_media_describe_metadata (GBytes       *bytes);

G_END_DECLS
