/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NazarContentKind:
 * @NAZAR_CONTENT_EMPTY: no bytes, or nothing but white space
 * @NAZAR_CONTENT_TEXT: text in some encoding
 * @NAZAR_CONTENT_PDF: a PDF document
 * @NAZAR_CONTENT_ZIP: a ZIP archive, which DOCX, XLSX and ODT files are, too
 * @NAZAR_CONTENT_SQLITE: an SQLite database
 * @NAZAR_CONTENT_OTHER_BINARY: anything else that is not text
 *
 * What a file is, judged by its bytes and not by its name.
 */
typedef enum
{
  NAZAR_CONTENT_EMPTY,
  NAZAR_CONTENT_TEXT,
  NAZAR_CONTENT_PDF,
  NAZAR_CONTENT_ZIP,
  NAZAR_CONTENT_SQLITE,
  NAZAR_CONTENT_OTHER_BINARY
} NazarContentKind;

/**
 * NazarEncoding:
 * @id: the word typed on the command line, such as "windows-1251"
 * @label: the English words for a menu; nazar_encoding_get_label() translates
 */
typedef struct
{
  const char *id;
  const char *label;
} NazarEncoding;

#define NAZAR_ENCODING_ERROR (nazar_encoding_error_quark ())

/**
 * NazarEncodingError:
 * @NAZAR_ENCODING_ERROR_UNKNOWN: no encoding of this id, or ICU does not have it
 */
typedef enum
{
  NAZAR_ENCODING_ERROR_UNKNOWN
} NazarEncodingError;

GQuark               nazar_encoding_error_quark      (void);

const NazarEncoding *nazar_encoding_list             (guint            *n_encodings);
const char          *nazar_encoding_get_label        (const char       *id);
const gunichar      *nazar_encoding_get_upper_half   (const char       *id);

NazarContentKind     nazar_encoding_get_content_kind (const char       *bytes,
                                                      gsize             len);
gboolean             nazar_encoding_is_binary        (const char       *bytes,
                                                      gsize             len);

const char          *nazar_encoding_get_utf16        (const char       *bytes,
                                                      gsize             len);
const char          *nazar_encoding_guess            (const char       *bytes,
                                                      gsize             len);
char                *nazar_encoding_decode           (const char       *bytes,
                                                      gsize             len,
                                                      const char       *id,
                                                      gsize            *length,
                                                      gsize            *n_replaced,
                                                      GError          **error);

G_END_DECLS
