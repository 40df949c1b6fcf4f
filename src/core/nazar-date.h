/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates that may be known in part, as in EDTF: 2019-03-14, 2019-03, 2019, each
 * with a ~ after it for "about". In SQL they are in the order of
 * nazar_date_compare() by: rtrim (d, '~'), d NOT LIKE '%~' */

#define NAZAR_DATE_MIN_YEAR 1000
#define NAZAR_DATE_MAX_YEAR 2999

#define NAZAR_DATE_ERROR (nazar_date_error_quark ())
GQuark nazar_date_error_quark (void);

/**
 * NazarDateError:
 * @NAZAR_DATE_ERROR_UNREADABLE: not the shape of a date
 * @NAZAR_DATE_ERROR_CALENDAR: no such month or day
 * @NAZAR_DATE_ERROR_RANGE: a year before 1000 or after 2999
 */
typedef enum
{
  NAZAR_DATE_ERROR_UNREADABLE,
  NAZAR_DATE_ERROR_CALENDAR,
  NAZAR_DATE_ERROR_RANGE,
} NazarDateError;

gboolean nazar_date_is_valid   (const char  *date);
char    *nazar_date_normalize  (const char  *input,
                                GError     **error);
int      nazar_date_compare    (const char  *a,
                                const char  *b);
guint32  nazar_date_earliest   (const char  *date);
guint32  nazar_date_latest     (const char  *date);
int      nazar_date_days_between (const char *from,
                                 const char *to);
char    *nazar_date_format     (const char  *date,
                                const char  *language);

char    *nazar_today           (void);
gboolean nazar_set_today       (const char  *date);

char    *nazar_moment_now      (void);
gboolean nazar_moment_is_valid (const char  *moment);
char    *nazar_moment_format   (const char  *moment,
                                const char  *language);

G_END_DECLS
