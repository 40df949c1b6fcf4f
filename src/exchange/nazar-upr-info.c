/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-upr-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nazar-encoding.h"

/* The table of UPR recommendations that UPR Info publishes. What a cell holds is
 * taken as printed; only the response is also said in the program's own words. */

/* Rows without a text, after which a table that had no other is given up. */
#define MAX_ROWS_WITHOUT_TEXT 10000
#define MAX_ENTITY_LENGTH 10
#define MAX_SHOWN 60 /* characters of a cell in a sentence */

typedef enum
{
  COLUMN_TO,
  COLUMN_TEXT,
  COLUMN_FROM,
  COLUMN_RESPONSE,
  COLUMN_ACTION,
  COLUMN_ISSUE,
  COLUMN_SESSION,
  COLUMN_CYCLE,
  N_COLUMNS
} Column;

/* The names of the columns, in small letters: UPR Info's first, then those of
 * later exports and of tables made by hand from its site. */
static const struct
{
  const char *name;
  Column column;
} column_names[] = {
  { "to", COLUMN_TO },
  { "state under review", COLUMN_TO },
  { "states under review", COLUMN_TO },
  { "state under review (sur)", COLUMN_TO },
  { "sur", COLUMN_TO },
  { "state reviewed", COLUMN_TO },
  { "reviewed state", COLUMN_TO },
  { "country under review", COLUMN_TO },
  { "country", COLUMN_TO },
  { "state", COLUMN_TO },
  { "text", COLUMN_TEXT },
  { "recommendation", COLUMN_TEXT },
  { "recommendations", COLUMN_TEXT },
  { "recommendation text", COLUMN_TEXT },
  { "text of recommendation", COLUMN_TEXT },
  { "text of the recommendation", COLUMN_TEXT },
  { "from", COLUMN_FROM },
  { "recommending state", COLUMN_FROM },
  { "recommending states", COLUMN_FROM },
  { "recommending state(s)", COLUMN_FROM },
  { "recommending state (rs)", COLUMN_FROM },
  { "recommending country", COLUMN_FROM },
  { "response", COLUMN_RESPONSE },
  { "responses", COLUMN_RESPONSE },
  { "state response", COLUMN_RESPONSE },
  { "response of the state", COLUMN_RESPONSE },
  { "position", COLUMN_RESPONSE },
  { "action", COLUMN_ACTION },
  { "actions", COLUMN_ACTION },
  { "action category", COLUMN_ACTION },
  { "category of action", COLUMN_ACTION },
  { "issue", COLUMN_ISSUE },
  { "issues", COLUMN_ISSUE },
  { "session", COLUMN_SESSION },
  { "upr session", COLUMN_SESSION },
  { "session number", COLUMN_SESSION },
  { "cycle", COLUMN_CYCLE },
  { "upr cycle", COLUMN_CYCLE },
};

/* What States answer, in small letters. Under the Council's practice (resolution
 * 5/1) a recommendation is either supported or noted: "rejected" and answers that
 * take no position count as noted, as UPR Info itself counts them since 2014. Only
 * what the State has still to answer is pending. The printed word is kept beside. */
static const struct
{
  const char *printed;
  const char *response;
} responses[] = {
  { "accepted", "supported" },
  { "accept", "supported" },
  { "supported", "supported" },
  { "support", "supported" },
  { "enjoys support", "supported" },
  { "enjoys the support", "supported" },
  { "accepted and already implemented", "supported" },
  { "noted", "noted" },
  { "rejected", "noted" },
  { "not accepted", "noted" },
  { "not supported", "noted" },
  { "does not enjoy support", "noted" },
  { "does not enjoy the support", "noted" },
  { "no clear position", "noted" },
  { "no clear response", "noted" },
  { "unclear", "noted" },
  { "general response", "noted" },
  { "general comment", "noted" },
  { "no response", "noted" },
  { "partially accepted", "partly-supported" },
  { "partially supported", "partly-supported" },
  { "partially noted", "partly-supported" },
  { "partially rejected", "partly-supported" },
  { "partly accepted", "partly-supported" },
  { "partly supported", "partly-supported" },
  { "accepted in part", "partly-supported" },
  { "supported in part", "partly-supported" },
  { "supported/noted", "partly-supported" },
  { "accepted/noted", "partly-supported" },
  { "pending", "pending" },
  { "deferred", "pending" },
  { "postponed", "pending" },
  { "to be examined", "pending" },
  { "to be considered", "pending" },
  { "under consideration", "pending" },
  { "под рассмотрением", "pending" },
  { "на рассмотрении", "pending" },
  { "принята", "supported" },
  { "принято", "supported" },
  { "поддержана", "supported" },
  { "поддержано", "supported" },
  { "принята к сведению", "noted" },
  { "принято к сведению", "noted" },
  { "отклонена", "noted" },
  { "отклонено", "noted" },
  { "частично принята", "partly-supported" },
  { "частично принято", "partly-supported" },
  { "частично поддержана", "partly-supported" },
  { "частично поддержано", "partly-supported" },
};

/* What follows the comma in an inverted name of a State and does not end in "of"
 * or "the", as most do ("Korea, Republic of", "Congo, Democratic Republic of the",
 * "Bahamas, The"). In small letters, without a full stop at the end. */
static const char *const inverted_endings[] = {
  "fyr",
  "dpr",
  "rep",
  "dem. rep",
  "republic",
  "democratic republic",
  "islamic republic",
  "federated states",
  "plurinational state",
  "bolivarian republic",
  "united republic",
  NULL,
};

/* The entities that web exports leave in cells; numeric ones are computed. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },
  { "lt", "<" },
  { "gt", ">" },
  { "quot", "\"" },
  { "apos", "'" },
  { "nbsp", " " },
  { "lsquo", "‘" },
  { "rsquo", "’" },
  { "ldquo", "“" },
  { "rdquo", "”" },
  { "laquo", "«" },
  { "raquo", "»" },
  { "ndash", "–" },
  { "mdash", "—" },
  { "hellip", "…" },
};

/* What is known while a table is read. */
typedef struct
{
  int columns[N_COLUMNS]; /* the cell of each column, or -1 */
  guint n_header_cells;
  GPtrArray *rows;
  guint n_with_text;
  guint n_empty;
} Table;

/* Writes what the entity after '&' at @at stands for and returns the place after
 * its semicolon; NULL when it is none. Numbers from 128 to 159 mean the bytes of
 * Windows-1252, as in every browser. */
static const char *
append_entity (GString    *out,
               const char *at)
{
  const char *end = memchr (at, ';', strnlen (at, MAX_ENTITY_LENGTH));
  g_autofree char *name = NULL;

  if (end == NULL || end == at)
    return NULL;

  name = g_strndup (at, end - at);
  if (name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      char *rest;
      guint64 number = g_ascii_strtoull (name + (hex ? 2 : 1), &rest, hex ? 16 : 10);
      const gunichar *windows = nazar_encoding_get_upper_half ("windows-1252");

      if (number >= 0x80 && number < 0xa0 && windows != NULL)
        number = windows[number - 0x80];
      if (*rest != '\0' || number == 0 || number > 0x10ffff || !g_unichar_validate (number))
        return NULL;
      g_string_append_unichar (out, number);
      return end + 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strcmp (entities[i].name, name) == 0)
        {
          g_string_append (out, entities[i].text);
          return end + 1;
        }
    }
  return NULL;
}

static char *
resolve_entities (const char *cell)
{
  GString *out = g_string_new (NULL);

  while (*cell != '\0')
    {
      const char *after = *cell == '&' ? append_entity (out, cell + 1) : NULL;

      if (after == NULL)
        g_string_append_c (out, *cell++);
      else
        cell = after;
    }
  return g_string_free (out, FALSE);
}

/* A vertical tab is how FileMaker and old Excels break a line in a cell. */
static gboolean
is_line_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == '\v'
         || character == 0x2028 || character == 0x2029;
}

static gboolean
is_space (gunichar character)
{
  if (character > ' ' && character < 0x7f) /* nearly all */
    return FALSE;
  return g_unichar_isspace (character) || character == 0xfeff;
}

/* Whether nothing is to be done: as in most cells of most tables. */
static gboolean
is_tidy (const char *cell)
{
  char before = ' ';

  for (const char *at = cell; *at != '\0'; before = *at++)
    if (*at < ' ' || *at > '~' || *at == '&' || (*at == ' ' && before == ' '))
      return FALSE;
  return *cell == '\0' || before != ' ';
}

/* White space at both ends goes away; inside, each run of it becomes one space, or
 * one LF when the run breaks the line. */
static char *
tidy (const char *cell)
{
  g_autofree char *resolved = NULL;
  g_autofree char *out = NULL;
  const char *at;
  gsize length = 0;
  gboolean space = FALSE;
  gboolean line_break = FALSE;

  if (is_tidy (cell))
    return g_strdup (cell);

  resolved = strchr (cell, '&') != NULL ? resolve_entities (cell) : NULL;
  at = resolved != NULL ? resolved : cell;
  out = g_malloc (strlen (at) + 1); /* it never grows */
  while (*at != '\0')
    {
      const char *next = g_utf8_next_char (at);
      gunichar character = g_utf8_get_char (at);

      if (is_line_break (character))
        {
          line_break = TRUE;
        }
      else if (is_space (character))
        {
          space = TRUE;
        }
      else
        {
          if ((line_break || space) && length > 0)
            out[length++] = line_break ? '\n' : ' ';
          space = line_break = FALSE;
          while (at < next)
            out[length++] = *at++;
        }
      at = next;
    }
  return g_strndup (out, length); /* a table has many cells: no room to spare */
}

static char *
tidy_to_line (const char *cell)
{
  return g_strdelimit (tidy (cell), "\n", ' ');
}

/* Small letters in any locale, without a full stop at the end, for looking words up. */
static char *
fold (const char *words)
{
  char *folded = g_utf8_casefold (words, -1);
  gsize len = strlen (folded);

  if (len > 0 && folded[len - 1] == '.')
    folded[len - 1] = '\0';
  return folded;
}

/* The sign that divides the cell: the first of these that it holds outside
 * brackets, so that a comma belongs to a name where stronger signs divide. */
static char
find_separator (const char *cell)
{
  static const char separators[] = { '|', ';', '\n', ',' };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      int depth = 0;

      for (const char *at = cell; *at != '\0'; at++)
        {
          depth += (*at == '(') - (*at == ')');
          if (depth <= 0 && *at == separators[i])
            return *at;
        }
    }
  return '\0';
}

/* Whether the part after a comma ends the State's name before it. */
static gboolean
ends_inverted_name (const char *before,
                    const char *part)
{
  g_autofree char *folded = fold (part);

  if (g_str_equal (folded, "the") || g_str_has_suffix (folded, " of") || g_str_has_suffix (folded, " of the"))
    return TRUE;

  return g_strv_contains (inverted_endings, folded);
}

/* Whether the part after a comma goes on with the issue before it: issues begin
 * with a capital ("Freedom of thought, conscience and religion" is one). */
static gboolean
continues_issue (const char *before,
                 const char *part)
{
  return g_ascii_isupper (*before) && g_ascii_islower (*part);
}

/* Moves the name, if there is one, to the end of the names. */
static void
take_name (GPtrArray *names,
           GString   *name)
{
  if (name->len > 0)
    g_ptr_array_add (names, g_strndup (name->str, name->len));
  g_string_truncate (name, 0);
}

/* Splits a cell into its names; @belongs tells of a part whether it goes with the one before it. */
static char **
split (const char *cell,
       gboolean  (*belongs) (const char *before, const char *part))
{
  g_autofree char *tidied = tidy (cell);
  char separator = find_separator (tidied);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) name = g_string_new (NULL);
  const char *start = tidied;
  int depth = 0;

  for (const char *at = tidied;; at++)
    {
      depth += (*at == '(') - (*at == ')');
      if (*at == '\0' || (depth <= 0 && *at == separator))
        {
          g_autofree char *raw = g_strndup (start, at - start);
          g_autofree char *part = tidy_to_line (raw);

          if (name->len > 0 && separator == ',' && belongs (name->str, part))
            {
              g_string_append_printf (name, ", %s", part);
            }
          else
            {
              take_name (names, name);
              g_string_assign (name, part);
            }
          start = at + 1;
        }
      if (*at == '\0')
        break;
    }

  take_name (names, name);
  g_ptr_array_add (names, NULL);
  return g_memdup2 (names->pdata, names->len * sizeof (char *));
}

static const char *
find_response (const char *printed)
{
  g_autofree char *folded = fold (printed);

  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      if (g_str_equal (responses[i].printed, folded))
        return responses[i].response;
    }
  return NULL;
}

static void
find_columns (const char *const *header,
              int                columns[N_COLUMNS])
{
  for (guint c = 0; c < N_COLUMNS; c++)
    columns[c] = -1;

  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *tidied = tidy_to_line (header[i]);
      g_autofree char *name = fold (tidied);

      for (guint n = 0; n < G_N_ELEMENTS (column_names); n++)
        {
          Column column = column_names[n].column;

          if (columns[column] < 0 && g_str_equal (column_names[n].name, name))
            columns[column] = i;
        }
    }
}

static const char *
get_cell (const Table       *table,
          const NazarCsvRow *row,
          Column             column)
{
  int index = table->columns[column];

  return index >= 0 && (guint) index < row->n_cells ? row->cells[index] : "";
}

static void
add_reason (GString    *reasons,
            const char *reason)
{
  if (reasons->len > 0)
    g_string_append_c (reasons, ' ');
  g_string_append (reasons, reason);
}

/* Sentences for what looks wrong in the row; NULL when nothing does. */
static char *
find_doubt (const Table           *table,
            const NazarCsvRow     *cells,
            const NazarUprInfoRow *row)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (cells->n_cells != table->n_header_cells)
    {
      g_autofree char *reason = NULL;

      reason = g_strdup_printf (
        /* Translators: the first %u is the number of cells in a row of a table, the second one of its columns. */
        ngettext ("This row has %u cell, and the header has %u.",
                  "This row has %u cells, and the header has %u.", cells->n_cells),
        cells->n_cells, table->n_header_cells);
      add_reason (reasons, reason);
    }
  if (*row->to == '\0')
    add_reason (reasons, _("This row names no State under review."));
  if (*row->text == '\0')
    add_reason (reasons, _("This row has no text."));
  if (row->response == NULL && *row->response_text != '\0')
    {
      g_autofree char *start = g_utf8_substring (row->response_text, 0,
                                                 MIN (g_utf8_strlen (row->response_text, -1), MAX_SHOWN));
      g_autofree char *reason = NULL;

      /* Translators: %s is the State's answer to a recommendation as printed in a table. */
      reason = g_strdup_printf (_("The response “%s” is not known."), start);
      add_reason (reasons, reason);
    }

  return reasons->len > 0 ? g_string_free (g_steal_pointer (&reasons), FALSE) : NULL;
}

static NazarUprInfoRow *
make_row (const Table       *table,
          const NazarCsvRow *cells)
{
  NazarUprInfoRow *row = g_new0 (NazarUprInfoRow, 1);

  row->to = tidy_to_line (get_cell (table, cells, COLUMN_TO));
  row->text = tidy (get_cell (table, cells, COLUMN_TEXT));
  row->from = nazar_upr_info_split_states (get_cell (table, cells, COLUMN_FROM));
  row->response_text = tidy_to_line (get_cell (table, cells, COLUMN_RESPONSE));
  row->response = find_response (row->response_text);
  row->action = tidy_to_line (get_cell (table, cells, COLUMN_ACTION));
  row->issues = nazar_upr_info_split_issues (get_cell (table, cells, COLUMN_ISSUE));
  row->session = tidy_to_line (get_cell (table, cells, COLUMN_SESSION));
  row->cycle = tidy_to_line (get_cell (table, cells, COLUMN_CYCLE));
  row->line = cells->line;
  row->start = cells->start;
  row->end = cells->end;
  row->doubt = find_doubt (table, cells, row);
  return row;
}

static gboolean
is_empty_row (const NazarCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      for (const char *at = row->cells[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          if (!is_space (g_utf8_get_char (at)))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_header (Table             *table,
             const NazarCsvRow *row,
             GError           **error)
{
  if (!nazar_upr_info_recognise (row->cells))
    {
      g_set_error_literal (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_NO_KNOWN_COLUMN,
                           /* Translators: “To” and “Text” are the names of columns; leave them as they are. */
                           _("The first row does not name both a column for the State under review (“To”) and one for the "
                             "text of the recommendation (“Text”). This is not UPR Info’s table."));
      return FALSE;
    }

  find_columns (row->cells, table->columns);
  table->n_header_cells = row->n_cells;
  return TRUE;
}

static void
set_nothing_found (GError **error)
{
  g_set_error_literal (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_NOTHING_FOUND,
                       _("No row of the table holds a recommendation."));
}

static gboolean
on_row_cb (const NazarCsvRow *cells,
           gpointer           user_data,
           GError           **error)
{
  Table *table = user_data;
  NazarUprInfoRow *row;

  if (is_empty_row (cells))
    {
      table->n_empty++;
      return TRUE;
    }
  if (table->n_header_cells == 0)
    return read_header (table, cells, error);

  if (table->rows->len >= NAZAR_UPR_INFO_MAX_ROWS)
    {
      g_set_error (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_TOO_MANY_ROWS,
                   /* Translators: %u is a large number. */
                   _("The table has more than %u rows. Divide it into several files."), NAZAR_UPR_INFO_MAX_ROWS);
      return FALSE;
    }

  row = make_row (table, cells);
  g_ptr_array_add (table->rows, row);
  if (*row->text != '\0')
    table->n_with_text++;
  if (table->n_with_text == 0 && table->rows->len >= MAX_ROWS_WITHOUT_TEXT)
    {
      set_nothing_found (error);
      return FALSE;
    }
  return TRUE;
}

/**
 * nazar_upr_info_row_free:
 * @row: (transfer full) (nullable): a row
 */
void
nazar_upr_info_row_free (NazarUprInfoRow *row)
{
  if (row == NULL)
    return;

  g_free (row->to);
  g_free (row->text);
  g_strfreev (row->from);
  g_free (row->response_text);
  g_free (row->action);
  g_strfreev (row->issues);
  g_free (row->session);
  g_free (row->cycle);
  g_free (row->doubt);
  g_free (row);
}

/**
 * nazar_upr_info_recognise:
 * @header: (array zero-terminated=1): the cells of a table's first row
 *
 * Returns: whether it has a column for the State under review and one for the
 *   text of a recommendation, whatever their order, capital letters and other columns
 */
gboolean
nazar_upr_info_recognise (const char *const *header)
{
  int columns[N_COLUMNS];

  g_return_val_if_fail (header != NULL, FALSE);

  find_columns (header, columns);
  return columns[COLUMN_TO] >= 0 && columns[COLUMN_TEXT] >= 0;
}

/**
 * nazar_upr_info_split_states:
 * @cell: the States of a cell, divided by commas, semicolons, bars or line breaks
 *
 * Names that hold a comma themselves ("Korea, Republic of") stay whole.
 *
 * Returns: (transfer full): the names as printed, white space tidied
 */
char **
nazar_upr_info_split_states (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return split (cell, ends_inverted_name);
}

/**
 * nazar_upr_info_split_issues:
 * @cell: the issues of a cell, divided by commas, semicolons, bars or line breaks
 *
 * What follows a comma with a small letter belongs to the issue before it.
 *
 * Returns: (transfer full): the issues as printed, white space tidied
 */
char **
nazar_upr_info_split_issues (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return split (cell, continues_issue);
}

/**
 * nazar_upr_info_read:
 * @text: (array length=len): the table in UTF-8
 * @len: its length in bytes
 * @n_empty: (out) (optional): how many rows without any content were passed over
 * @on_progress: (scope call) (nullable): called now and then
 * @progress_data: for @on_progress
 * @cancellable: (nullable): stops the reading
 * @error: return location for a #GError
 *
 * Reads every row below the header, in the order of the table. A row in which
 * something is missing or unusual is read like the others and has a doubt.
 *
 * Returns: (transfer full) (element-type NazarUprInfoRow): the rows; %NULL with an
 *   error of #NazarCsvError or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
nazar_upr_info_read (const char           *text,
                     gsize                 len,
                     guint                *n_empty,
                     NazarCsvProgressFunc  on_progress,
                     gpointer              progress_data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_upr_info_row_free);
  Table table = { .rows = rows };

  g_return_val_if_fail (text != NULL || len == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!nazar_csv_read (text, len, on_row_cb, &table, on_progress, progress_data, cancellable, error))
    return NULL;

  if (table.n_header_cells == 0)
    {
      g_set_error_literal (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_EMPTY, _("The file is empty."));
      return NULL;
    }
  if (table.n_with_text == 0)
    {
      set_nothing_found (error);
      return NULL;
    }

  if (n_empty != NULL)
    *n_empty = table.n_empty;
  return g_steal_pointer (&rows);
}
