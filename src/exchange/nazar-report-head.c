/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-head.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-report-marker.h"
#include "nazar-report-state.h"
#include "nazar-report-words.h"

#include <string.h>

#define MAX_HEAD_LINES 40
#define MAX_TITLE_LINES 4
#define LONG_LINE 220      /* bytes: what is longer is the report itself */
#define WIDE_LINE 60       /* characters: three lines so wide are a paragraph of it */
#define BODY_BYTES 65536
#define SHORT_BODY 400

/* What the first lines name, folded; what stands first is meant first. */
static const struct
{
  const char *mechanism;
  const char *committee;
  const char *phrases;
} mechanisms[] = {
  { "upr", NULL,
    "report of the working group on the universal periodic review|"
    "доклад рабочей группы по универсальному периодическому обзору" },
  { "spt", NULL, "subcommittee on prevention of torture|подкомитет по предупреждению пыток" },
  { "treaty-body", "CCPR", "human rights committee concluding|комитет по правам человека заключительные" },
  { "special-procedure", NULL,
    "report of the special rapporteur|report of the working group on|report of the independent expert|"
    "доклад специального докладчика" },
  { "npm-report", NULL,
    "national preventive mechanism|national center for the prevention of torture|"
    "национальный превентивный механизм|национального превентивного механизма|"
    "национальный центр по предупреждению пыток|национального центра по предупреждению пыток|"
    "национальный центр кыргызской республики по предупреждению пыток|"
    "улуттук превентивдик механизм|улуттук алдын алуу механизм|milliy preventiv mexanizm|миллий превентив механизм" },
  { "ngo-report", NULL,
    "submission|submitted by|alternative report|shadow report|stakeholder|ngo|ngos|coalition|non governmental|"
    "civil society|human rights movement|human rights organization|human rights group|"
    "альтернативный доклад|альтернативный отчет|теневой доклад|нпо|коалиция|коалиции|"
    "неправительственн|общественный фонд|общественное объединение|правозащитное движение|"
    "альтернативдуу|альтернативдүү|бейөкмөт|коомдук фонд|коомдук бирикме|muqobil hisobot|muqobil maruza|"
    "koalitsiya|nodavlat|notijorat|муқобил ҳисобот|муқобил маъруза|муқобил маруза|нодавлат|нотижорат" },
  { "national-plan", NULL,
    "human rights action plan|national action plan|план действий по правам человека|"
    "национальный план действий|иш аракеттер планы|harakatlar rejasi|ҳаракатлар режаси" },
  { "eu-gsp", NULL, "gsp" },
};

static const struct
{
  const char *prefix;
  const char *mechanism;
  const char *committee;
} symbol_kinds[] = {
  { "CAT/OP/", "spt", NULL },      { "CCPR/", "treaty-body", "CCPR" },   { "CAT/", "treaty-body", "CAT" },
  { "CERD/", "treaty-body", "CERD" }, { "CEDAW/", "treaty-body", "CEDAW" }, { "CRC/", "treaty-body", "CRC" },
  { "CMW/", "treaty-body", "CMW" }, { "CRPD/", "treaty-body", "CRPD" },   { "CED/", "treaty-body", "CED" },
  { "E/C.12/", "treaty-body", "CESCR" }, { "A/HRC/WG.6/", "upr", NULL },  { "A/HRC/", NULL, NULL },
  { "A/", NULL, NULL },            { "E/", NULL, NULL },                { "S/", NULL, NULL },
};

/* Lines that a title page of the United Nations has beside the title. */
static const char *const page_lines[] = {
  "united nations", "nations", "united", "general assembly", "distr", "general", "original", "human rights council",
  "agenda item", "universal periodic review", "advance unedited", "geneva", "limited", "restricted",
  "организация объединенных наций", "генеральная ассамблея", "совет по правам человека",
};

typedef struct
{
  GPtrArray *lines;  /* the lines before the report begins; an empty one between blocks */
  GString *text;     /* the same, folded */
  GString *body;
} Beginning;

static const char *
symbol_in (const char *line,
           gsize      *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbol_kinds); i++)
    {
      const char *found = strstr (line, symbol_kinds[i].prefix);
      gsize size = 0;
      guint slashes = 0, digits = 0;

      if (found == NULL || (found > line && found[-1] != ' '))
        continue;
      while (g_ascii_isalnum (found[size]) || (found[size] != '\0' && strchr ("/.-", found[size]) != NULL))
        {
          slashes += found[size] == '/';
          digits += g_ascii_isdigit (found[size]);
          size++;
        }
      if (slashes < 2 || digits == 0 || (found[size] != '\0' && found[size] != ' ' && found[size] != '*'))
        continue;
      *length = size;
      return found;
    }
  return NULL;
}

static gboolean
is_page_line (const char *line)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  nazar_report_fold (line, strlen (line), folded);
  for (guint i = 0; i < G_N_ELEMENTS (page_lines); i++)
    {
      gsize size = strlen (page_lines[i]);

      if (strncmp (folded->str, page_lines[i], size) == 0 &&
          (folded->str[size] == '\0' || strlen (folded->str) < size + 30))
        return TRUE;
    }
  return folded->len < 3;
}

/* Whether three lines of a paragraph's width follow each other. */
static gboolean
is_paragraph (NazarReportLines *lines,
              guint             i)
{
  for (guint k = i; k < i + 3; k++)
    {
      gsize length = k < lines->lines->len ? MIN (nazar_report_lines_at (lines, k)->length, LONG_LINE) : 0;

      if (length < WIDE_LINE || g_utf8_strlen (nazar_report_lines_text (lines, k), (gssize) length) < WIDE_LINE)
        return FALSE;
    }
  return TRUE;
}

/* Whether the report itself begins with this line. */
static gboolean
begins_report (NazarReportLines *lines,
               guint             i)
{
  const char *text = nazar_report_lines_text (lines, i);
  gsize length = nazar_report_lines_at (lines, i)->length;
  NazarReportMarker marker;
  NazarReportSection section;
  gboolean certain;
  gsize rest;

  if (length > LONG_LINE || is_paragraph (lines, i))
    return TRUE;
  if (nazar_report_text_is (NAZAR_REPORT_WORDS_CONTENTS, text, length) ||
      nazar_report_text_is (NAZAR_REPORT_WORDS_OPENING, text, length) ||
      nazar_report_is_heading (text, length, &certain, &rest))
    return TRUE;
  if (nazar_report_section_parse (text, length, &section) && section.style != NAZAR_REPORT_SECTION_CAPITAL)
    return TRUE;
  return nazar_report_marker_parse (text, length, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE &&
         marker.value == 1;
}

static void
clear_beginning (Beginning *self)
{
  g_ptr_array_unref (self->lines);
  g_string_free (self->text, TRUE);
  g_string_free (self->body, TRUE);
}

static void
read_beginning (Beginning        *self,
                NazarReportLines *lines)
{
  guint texts = 0;
  gboolean begun = FALSE;

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->body = g_string_new (NULL);
  for (guint i = 0; i < lines->lines->len && self->body->len < BODY_BYTES; i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (lines, i);
      const char *text = nazar_report_lines_text (lines, i);
      const char *end;

      begun = begun || texts >= MAX_HEAD_LINES || (line->length > 0 && begins_report (lines, i));
      if (!begun)
        {
          g_autoptr (GString) folded = g_string_new (NULL);

          g_ptr_array_add (self->lines, g_strndup (text, line->length));
          nazar_report_fold (text, line->length, folded);
          g_string_append (self->text, folded->str);
          g_string_append_c (self->text, ' ');
          texts += line->length > 0;
          continue;
        }
      g_utf8_validate_len (text, MIN (line->length, BODY_BYTES), &end);
      g_string_append_len (self->body, text, end - text);
      g_string_append_c (self->body, '\n');
    }
}

static void
read_symbol (NazarReportHead *head,
             const Beginning *beginning)
{
  for (guint i = 0; i < beginning->lines->len && head->symbol == NULL; i++)
    {
      gsize length = 0;
      const char *symbol = symbol_in (g_ptr_array_index (beginning->lines, i), &length);

      if (symbol != NULL)
        head->symbol = g_strndup (symbol, length);
    }
  for (guint i = 0; head->symbol != NULL && i < G_N_ELEMENTS (symbol_kinds); i++)
    if (g_str_has_prefix (head->symbol, symbol_kinds[i].prefix))
      {
        head->mechanism = g_strdup (symbol_kinds[i].mechanism);
        head->committee = g_strdup (symbol_kinds[i].committee);
        break;
      }
}

/* How often a phrase of the list begins a word of the folded text. */
static guint
count_phrases (const char *text,
               const char *phrases)
{
  g_auto (GStrv) list = g_strsplit (phrases, "|", -1);
  guint count = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      gsize length = strlen (list[i]);

      for (const char *p = text; (p = strstr (p, list[i])) != NULL; p += length)
        count += (p == text || p[-1] == ' ') && (length > 4 || p[length] == ' ' || p[length] == '\0');
    }
  return count;
}

static void
read_mechanism (NazarReportHead *head,
                const Beginning *beginning)
{
  g_autoptr (GString) body = NULL;

  for (guint i = 0; head->mechanism == NULL && i < G_N_ELEMENTS (mechanisms); i++)
    if (count_phrases (beginning->text->str, mechanisms[i].phrases) > 0)
      {
        head->mechanism = g_strdup (mechanisms[i].mechanism);
        head->committee = g_strdup (mechanisms[i].committee);
      }
  if (head->mechanism != NULL || head->symbol != NULL)
    return;
  /* A report that does not say what it is, but speaks of organisations such as its author. */
  body = g_string_new (NULL);
  nazar_report_fold (beginning->body->str, beginning->body->len, body);
  for (guint i = 0; i < G_N_ELEMENTS (mechanisms); i++)
    if (g_str_equal (mechanisms[i].mechanism, "ngo-report") && count_phrases (body->str, mechanisms[i].phrases) > 0)
      head->mechanism = g_strdup ("ngo-report");
}

/* The first date in a line that has at least its month. */
static char *
date_in (const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t", -1);
  guint n = g_strv_length (words);

  for (guint size = 4; size >= 1; size--)
    for (guint i = 0; i + size <= n && n < 40; i++)
      {
        g_autofree char *kept = g_strndup ("", 0);
        g_autofree char *date = NULL;

        for (guint k = i; k < i + size; k++)
          {
            char *longer = g_strconcat (kept, k > i ? " " : "", words[k], NULL);

            g_free (kept);
            kept = longer;
          }
        g_strdelimit (kept, ",;()*", ' ');
        g_strstrip (kept);
        if (strpbrk (kept, "0123456789") == NULL || strchr (kept, '/') != NULL)
          continue;
        date = nazar_date_normalize (kept, NULL);
        if (date != NULL && strlen (date) >= 7 && strchr (date, '~') == NULL)
          return g_steal_pointer (&date);
      }
  return NULL;
}

/* A year in a line, if there is only one. */
static char *
year_in (const char *line)
{
  const char *found = NULL;

  for (const char *p = line; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (p == line || !g_ascii_isdigit (p[-1])))
      {
        gsize digits = strspn (p, "0123456789");

        if (digits == 4 && strncmp (p, "20", 2) == 0)
          {
            if (found != NULL)
              return NULL;
            found = p;
          }
        p += digits - 1;
      }
  return found != NULL ? g_strndup (found, 4) : NULL;
}

static void
read_date (NazarReportHead *head,
           const Beginning *beginning)
{
  for (guint i = 0; i < beginning->lines->len && head->date == NULL; i++)
    head->date = date_in (g_ptr_array_index (beginning->lines, i));
  for (guint i = 0; i < beginning->lines->len && head->date == NULL; i++)
    {
      gsize length;
      const char *line = g_ptr_array_index (beginning->lines, i);

      if (symbol_in (line, &length) == NULL)
        head->date = year_in (line);
    }
}

/* An ordinal in words, in figures (“41st”, “3-й”) or as a roman number; 0 for none. */
static guint
read_ordinal (const char *word,
              const char *before)
{
  static const char *const units[] = {
    "first|первый|первого|первая|биринчи|birinchi", "second|второй|второго|вторая|экинчи|ikkinchi|иккинчи",
    "third|третий|третьего|третья|үчүнчү|uchinchi|учинчи",
    "fourth|четвертый|четвертого|четвертая|төртүнчү|tortinchi|тўртинчи",
    "fifth|пятый|пятого|пятая|бешинчи|beshinchi", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
  };
  static const char *const tens[] = { "twenty", "thirty", "forty", "fifty", "sixty" };
  guint value = 0;

  if (g_ascii_isdigit (word[0]))
    return (guint) MIN (strtoul (word, NULL, 10), 999);
  for (guint i = 0; i < G_N_ELEMENTS (units) && value == 0; i++)
    {
      g_auto (GStrv) forms = g_strsplit (units[i], "|", -1);

      value = g_strv_contains ((const char *const *) forms, word) ? i + 1 : 0;
    }
  for (guint i = 0; value > 0 && value < 10 && before != NULL && i < G_N_ELEMENTS (tens); i++)
    if (g_str_equal (before, tens[i]))
      value += 20 + 10 * i;
  return value != 0 ? value : nazar_report_roman (word, strlen (word));
}

/* The ordinal before one of the words, as figures. */
static char *
ordinal_before (const char        *text,
                const char *const *names)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      guint value = 0;

      for (guint k = 0; names[k] != NULL; k++)
        if (g_str_has_prefix (words[i], names[k]))
          {
            value = read_ordinal (words[i - 1], i > 1 ? words[i - 2] : NULL);
            /* “35-я сессия” and “24-го цикла” become three words. */
            if (value == 0 && i > 1 && g_utf8_strlen (words[i - 1], -1) <= 3 && g_ascii_isdigit (words[i - 2][0]))
              value = read_ordinal (words[i - 2], NULL);
          }
      if (value > 0 && value < 500)
        return g_strdup_printf ("%u", value);
    }
  return NULL;
}

/* Of a review the Working Group's session counts, not the Council's that the title page names. */
static char *
read_session (const NazarReportHead *head,
              const Beginning       *beginning)
{
  static const char *const names[] = { "session", "сессия", "сессии", "sessiya", "сессиясы", NULL };

  if (g_strcmp0 (head->mechanism, "upr") == 0)
    {
      const char *held = strstr (beginning->body->str, "held its ");
      g_autofree char *phrase = held != NULL ? g_strndup (held, 60) : NULL;
      g_autoptr (GString) folded = g_string_new (NULL);

      if (phrase != NULL)
        {
          g_autofree char *valid = g_utf8_make_valid (phrase, -1);

          nazar_report_fold (valid, strlen (valid), folded);
          return ordinal_before (folded->str, names);
        }
    }
  return ordinal_before (beginning->text->str, names);
}

/* The line by whose first words a report of the United Nations tells its kind; else the first. */
static guint
find_title (const Beginning *beginning)
{
  static const char *const kinds[] = {
    "concluding observations", "report of the", "report on", "national report", "summary of", "compilation",
    "заключительные замечания", "доклад", "национальный доклад",
  };

  for (guint i = 0; i < beginning->lines->len; i++)
    {
      const char *line = g_ptr_array_index (beginning->lines, i);
      g_autoptr (GString) folded = g_string_new (NULL);

      nazar_report_fold (line, strlen (line), folded);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (g_str_has_prefix (folded->str, kinds[k]))
          return i;
    }
  return 0;
}

static gboolean
names_session (const char *line)
{
  static const char *const names[] = { "session", "cycle", "сесси", "цикл", "sessiya", "sikl", NULL };
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *ordinal = NULL;

  nazar_report_fold (line, strlen (line), folded);
  ordinal = ordinal_before (folded->str, names);
  return ordinal != NULL;
}

/* The first lines of a few words that are not what every such page has. */
static void
read_title (NazarReportHead *head,
            const Beginning *beginning)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint lines = 0;

  for (guint i = find_title (beginning); i < beginning->lines->len && lines < MAX_TITLE_LINES; i++)
    {
      const char *line = g_ptr_array_index (beginning->lines, i);
      g_autofree char *date = date_in (line);
      gsize length;

      if (title->len > 0 && strchr (title->str, ' ') != NULL && (line[0] == '\0' || names_session (line)))
        break;
      if (is_page_line (line) || symbol_in (line, &length) != NULL || (date != NULL && strlen (line) < 40) ||
          strstr (line, "://") != NULL || strchr (line, '@') != NULL || strspn (line, "_-* .") > 2)
        continue;
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append (title, line);
      lines++;
    }
  g_string_replace (title, "*", "", 0);
  g_string_replace (title, "∗", "", 0);
  while (title->len > 0 && strchr (" *:_#", title->str[title->len - 1]) != NULL)
    g_string_truncate (title, title->len - 1);
  if (title->len > 5 && strchr (title->str, ' ') != NULL && !g_str_has_suffix (title->str, "."))
    head->title = g_strdup (title->str + strspn (title->str, " *_#"));
}

/**
 * nazar_report_head_read:
 * @head: (out): what the text proposes; clear it with nazar_report_head_clear()
 * @lines: the lines of the whole text
 */
void
nazar_report_head_read (NazarReportHead  *head,
                        NazarReportLines *lines)
{
  static const char *const cycle_names[] = { "cycle", "цикл", "sikl", NULL };
  Beginning beginning;

  read_beginning (&beginning, lines);
  if (beginning.body->len < SHORT_BODY)
    g_string_append (beginning.body, beginning.text->str);
  head->language = g_strdup (nazar_language_guess (beginning.body->str));
  read_symbol (head, &beginning);
  read_mechanism (head, &beginning);
  read_date (head, &beginning);
  read_title (head, &beginning);
  head->session = read_session (head, &beginning);
  head->cycle = ordinal_before (beginning.text->str, cycle_names);
  if (head->symbol != NULL)
    head->state = nazar_report_state_from_symbol (head->symbol);
  if (head->state == NULL)
    head->state = nazar_report_state_find (beginning.text->str, beginning.body->str, head->language);
  clear_beginning (&beginning);
}

/**
 * nazar_report_head_is_observations:
 *
 * Returns: whether the report is a committee's concluding observations, whose paragraphs recommend
 */
gboolean
nazar_report_head_is_observations (const NazarReportHead *head)
{
  return head->symbol != NULL && head->committee != NULL && strstr (head->symbol, "/CO/") != NULL;
}

void
nazar_report_head_clear (NazarReportHead *head)
{
  g_free (head->symbol);
  g_free (head->state);
  g_free (head->mechanism);
  g_free (head->committee);
  g_free (head->date);
  g_free (head->title);
  g_free (head->language);
  g_free (head->session);
  g_free (head->cycle);
  memset (head, 0, sizeof *head);
}
