/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-json-line.h"

#include "nazar-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* For files that people write by hand, the line of what is wrong: json-glib tells
 * no lines of its nodes, lets members stand twice, and reads some things that are
 * no JSON. */

#define MAX_SHOWN 20 /* characters of a text that is quoted */
#define OFF_PATH G_MAXUINT

typedef struct
{
  const char *p;
  const char *end;
  guint line;
  guint depth;
  const char *const *path; /* (nullable) */
  guint path_length;
  guint found;      /* the line of the deepest part of the path met so far, or 0 */
  GError **error;
} Scanner;

static gboolean scan_value (Scanner *self,
                            guint    on_path);

G_GNUC_PRINTF (4, 5)
static gboolean
fail (Scanner        *self,
      NazarJsonError  code,
      guint           line,
      const char     *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (self->error, NAZAR_JSON_ERROR, code,
               /* Translators: a line of a file, then a sentence. */
               _("Line %u: %s"), line, reason);
  return FALSE;
}

static gboolean
fail_here (Scanner *self)
{
  const char *stop = self->p;

  if (self->p >= self->end)
    return fail (self, NAZAR_JSON_ERROR_SYNTAX, self->line, _("The text ends too early."));

  for (guint i = 0; i < MAX_SHOWN && stop < self->end && *stop != '\n' && *stop != '\r'; i++)
    stop = g_utf8_next_char (stop);

  return fail (self, NAZAR_JSON_ERROR_SYNTAX, self->line,
               /* Translators: %.*s is the text of the file that follows. */
               _("“%.*s” is not expected here. Look for a missing comma, bracket or quotation mark before it."),
               (int) (stop - self->p), self->p);
}

static void
skip_space (Scanner *self)
{
  for (; self->p < self->end && strchr (" \t\r\n", *self->p) != NULL; self->p++)
    self->line += *self->p == '\n';
}

static gboolean
take (Scanner *self,
      char     c)
{
  skip_space (self);
  if (self->p >= self->end || *self->p != c)
    return FALSE;

  self->p++;
  return TRUE;
}

static gboolean
take_word (Scanner    *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || strncmp (self->p, word, length) != 0)
    return FALSE;

  self->p += length;
  return TRUE;
}

static gboolean
scan_escape (Scanner *self)
{
  if (self->p >= self->end || strchr ("\"\\/bfnrtu", *self->p) == NULL)
    return fail_here (self);
  if (*self->p++ != 'u')
    return TRUE;

  for (guint i = 0; i < 4; i++, self->p++)
    if (self->p >= self->end || !g_ascii_isxdigit (*self->p))
      return fail_here (self);

  return TRUE;
}

static gboolean
scan_string (Scanner     *self,
             const char **start,
             gsize       *length)
{
  if (!take (self, '"'))
    return fail_here (self);

  *start = self->p;
  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar) *self->p < 0x20)
        break;
      if (*self->p++ == '\\' && !scan_escape (self))
        return FALSE;
    }

  if (self->p < self->end && *self->p == '\t')
    return fail (self, NAZAR_JSON_ERROR_SYNTAX, self->line, _("A text holds a tab. Write \\t or a space for it."));
  if (self->p >= self->end || *self->p != '"')
    return fail (self, NAZAR_JSON_ERROR_SYNTAX, self->line,
                 _("A text that begins here has no closing quotation mark on its line."));

  *length = self->p++ - *start;
  return TRUE;
}

static gboolean
skip_digits (Scanner *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p > start;
}

static gboolean
scan_number (Scanner *self)
{
  const char *start = self->p;
  gboolean good;

  take_word (self, "-");
  good = take_word (self, "0") || skip_digits (self);
  if (take_word (self, "."))
    good = skip_digits (self) && good;
  if (take_word (self, "e") || take_word (self, "E"))
    {
      if (!take_word (self, "+"))
        take_word (self, "-");
      good = skip_digits (self) && good;
    }

  if (good)
    return TRUE;

  self->p = start;
  return fail_here (self);
}

/* How far the path goes on in a member of an object or a place of an array. */
static guint
step (Scanner    *self,
      guint       on_path,
      const char *name,
      gsize       length)
{
  if (on_path == OFF_PATH || on_path >= self->path_length || strlen (self->path[on_path]) != length ||
      strncmp (self->path[on_path], name, length) != 0)
    return OFF_PATH;

  return on_path + 1;
}

static gboolean
scan_member (Scanner    *self,
             guint       on_path,
             GHashTable *names)
{
  const char *start;
  gsize length;
  g_autofree char *name = NULL;
  guint line;

  skip_space (self);
  line = self->line;
  if (!scan_string (self, &start, &length))
    return FALSE;

  name = g_strndup (start, length);
  if (g_hash_table_contains (names, name))
    return fail (self, NAZAR_JSON_ERROR_SYNTAX, line,
                 /* Translators: %s is a word of the file. */
                 _("“%s” stands here for the second time."), name);
  g_hash_table_add (names, g_steal_pointer (&name));

  if (!take (self, ':'))
    return fail_here (self);
  return scan_value (self, step (self, on_path, start, length));
}

static gboolean
scan_object (Scanner *self,
             guint    on_path)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (take (self, '}'))
    return TRUE;

  do
    if (!scan_member (self, on_path, names))
      return FALSE;
  while (take (self, ','));

  return take (self, '}') || fail_here (self);
}

static gboolean
scan_array (Scanner *self,
            guint    on_path)
{
  guint place = 0;

  if (take (self, ']'))
    return TRUE;

  do
    {
      char name[16];

      g_snprintf (name, sizeof name, "%u", place++);
      if (!scan_value (self, step (self, on_path, name, strlen (name))))
        return FALSE;
    }
  while (take (self, ','));

  return take (self, ']') || fail_here (self);
}

static gboolean
scan_inside (Scanner *self,
             guint    on_path)
{
  gboolean done;

  if (++self->depth > NAZAR_JSON_MAX_DEPTH)
    return fail (self, NAZAR_JSON_ERROR_DEPTH, self->line,
                 /* Translators: %d is a number of levels. */
                 _("The text is nested more than %d levels deep."), NAZAR_JSON_MAX_DEPTH);

  done = *self->p++ == '{' ? scan_object (self, on_path) : scan_array (self, on_path);
  self->depth--;
  return done;
}

static gboolean
scan_value (Scanner *self,
            guint    on_path)
{
  const char *start;
  gsize length;

  skip_space (self);
  if (self->p >= self->end)
    return fail_here (self);
  if (on_path != OFF_PATH)
    self->found = self->line;

  if (*self->p == '{' || *self->p == '[')
    return scan_inside (self, on_path);
  if (*self->p == '"')
    return scan_string (self, &start, &length);
  if (take_word (self, "true") || take_word (self, "false") || take_word (self, "null"))
    return TRUE;

  return scan_number (self);
}

static void
scanner_init (Scanner     *self,
              const char  *text,
              gsize        length,
              GError     **error)
{
  memset (self, 0, sizeof *self);
  self->p = text;
  self->end = text + length;
  self->line = 1;
  self->error = error;
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    self->p += 3;
}

/**
 * nazar_json_check:
 * @text: JSON text, perhaps with a byte order mark
 * @length: its length in bytes
 * @error: return location for a #NazarJsonError, whose sentence begins with the line
 *
 * Stricter than nazar_json_parse(): no member may stand twice in an object.
 *
 * Returns: whether @text is one JSON value
 */
gboolean
nazar_json_check (const char  *text,
                  gsize        length,
                  GError     **error)
{
  const char *bad = NULL;
  Scanner scanner;

  g_return_val_if_fail (text != NULL, FALSE);

  scanner_init (&scanner, text, length, error);
  if (!g_utf8_validate_len (text, length, &bad))
    {
      for (const char *p = text; p < bad; p++)
        scanner.line += *p == '\n';
      return fail (&scanner, NAZAR_JSON_ERROR_ENCODING, scanner.line, _("The text is not UTF-8."));
    }

  if (!scan_value (&scanner, OFF_PATH))
    return FALSE;
  skip_space (&scanner);

  return scanner.p >= scanner.end || fail_here (&scanner);
}

/**
 * nazar_json_line:
 * @text: text that passes nazar_json_check()
 * @length: its length in bytes
 * @path: (array zero-terminated): how to go from the root to a value: names of
 *   members, and places in arrays as decimal numbers
 *
 * Returns: the line, from 1, on which the value begins, or else the last value on the
 *   way to it that is there
 */
guint
nazar_json_line (const char        *text,
                 gsize              length,
                 const char *const *path)
{
  Scanner scanner;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (path != NULL, 0);

  scanner_init (&scanner, text, length, NULL);
  scanner.path = path;
  scanner.path_length = g_strv_length ((GStrv) path);
  scan_value (&scanner, 0);
  return scanner.found;
}
