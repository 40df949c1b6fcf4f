/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the numbered recommendations of a report out of its plain text. Knows nothing of records
 * or of the store: what it finds is for a person to review. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NAZAR_REPORT_TEXT_ERROR (nazar_report_text_error_quark ())

typedef enum
{
  NAZAR_REPORT_TEXT_ERROR_TOO_LARGE,
} NazarReportTextError;

/**
 * NazarReportItem:
 * @section: (nullable): the section's number as printed (“III”), or its title where sections have
 *   no numbers and their lists count alike
 * @section_title: (nullable): its title
 * @paragraph: (nullable): the number of the paragraph that holds the list (“133”)
 * @number: (nullable): as printed, without the mark that closes it (“14”, “76.14”, “a”)
 * @text: the clean text, paragraphs and bullets divided by line feeds
 * @page: from 1
 * @line: of the input, from 1
 * @start: where it begins in the input, in bytes
 * @end: where it ends
 * @doubt: (nullable): a sentence on what a person should look at
 */
typedef struct
{
  char *section;
  char *section_title;
  char *paragraph;
  char *number;
  char *text;
  guint page;
  guint line;
  gsize start;
  gsize end;
  char *doubt;
} NazarReportItem;

/**
 * NazarReportHead:
 * @symbol: (nullable): a document symbol of the United Nations
 * @state: (nullable): the State concerned, by its English name
 * @mechanism: (nullable): an identifier such as `upr` or `ngo-report`
 * @committee: (nullable): `CCPR`, `CAT` ...
 * @date: (nullable): known in part, as in EDTF
 * @title: (nullable):
 * @language: (nullable): `en`, `ru`, `ky`, `uz` or `uz@cyrillic`
 * @session: (nullable): its number
 * @cycle: (nullable): its number
 *
 * What the text says of the report itself: proposals for its source.
 */
typedef struct
{
  char *symbol;
  char *state;
  char *mechanism;
  char *committee;
  char *date;
  char *title;
  char *language;
  char *session;
  char *cycle;
} NazarReportHead;

/**
 * NazarReportText:
 * @items: (element-type NazarReportItem): in the order of the text; empty when nothing was found
 * @head: proposals for the source
 * @warnings: (element-type utf8): sentences about the whole
 */
typedef struct
{
  GPtrArray *items;
  NazarReportHead head;
  GPtrArray *warnings;
} NazarReportText;

/**
 * NazarReportTextProgress:
 * @fraction: from 0 to 1
 * @user_data: as given
 */
typedef void (*NazarReportTextProgress) (double fraction, gpointer user_data);

GQuark           nazar_report_text_error_quark (void);
NazarReportText *nazar_report_text_read        (const char               *text,
                                                gssize                    length,
                                                NazarReportTextProgress   progress,
                                                gpointer                  user_data,
                                                GCancellable             *cancellable,
                                                GError                  **error);
void             nazar_report_text_free        (NazarReportText          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReportText, nazar_report_text_free)

G_END_DECLS
