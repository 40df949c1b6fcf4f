/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-encoding.h"

#include <string.h>
#include <uchardet/uchardet.h>

/* Which encoding a text is in.
 *
 * Unicode shows itself. Of the single-byte encodings, uchardet knows the Cyrillic
 * ones well, cannot tell Mac Roman and takes it for Windows-1252. A table may
 * hold five letters with an accent in 6,000 rows: too few for statistics. So each
 * byte above 0x7f is read in every encoding and judged by its neighbours: an é
 * inside a word, an apostrophe before a final s, a dash between two numbers are
 * what people write; a Ž after a small letter or a Cyrillic letter in a Latin word
 * are not. The encoding with the most points wins, and uchardet's word counts
 * among the Cyrillic ones. */

#define MAX_JUDGED 50000
#define CONTEXT 3
#define MIN_STRANGE_SEQUENCES 8
#define UCHARDET_SAMPLE 65536
#define UCHARDET_MARGIN 3

typedef enum
{
  CANDIDATE_WINDOWS_1252,
  CANDIDATE_MAC_ROMAN,
  CANDIDATE_WINDOWS_1251,
  CANDIDATE_MAC_CYRILLIC,
  CANDIDATE_KOI8_R,
  CANDIDATE_CP866,
  N_CANDIDATES
} Candidate;

static const struct
{
  const char *id;
  const char *uchardet_name; /* NULL where its word is not heard */
  gboolean of_mac;
} candidates[N_CANDIDATES] = {
  [CANDIDATE_WINDOWS_1252] = { "windows-1252", NULL, FALSE },
  [CANDIDATE_MAC_ROMAN] = { "mac-roman", NULL, TRUE },
  [CANDIDATE_WINDOWS_1251] = { "windows-1251", "WINDOWS-1251", FALSE },
  [CANDIDATE_MAC_CYRILLIC] = { "mac-cyrillic", "MAC-CYRILLIC", TRUE },
  [CANDIDATE_KOI8_R] = { "koi8-r", "KOI8-R", FALSE },
  [CANDIDATE_CP866] = { "cp866", "IBM866", FALSE },
};

/* One byte above 0x7f as one encoding reads it, with the characters around it. */
typedef struct
{
  gunichar before[CONTEXT]; /* before[0] is the nearest */
  gunichar character;
  gunichar after[CONTEXT];
  gboolean between_upper_bytes;
} Place;

static gboolean
is_latin (gunichar character)
{
  return g_unichar_isalpha (character) && character < 0x250
         && character != 0xaa && character != 0xba && character != 0x192; /* ª º ƒ */
}

static gboolean
is_cyrillic (gunichar character)
{
  return character >= 0x400 && character < 0x530;
}

static gboolean
is_letter (gunichar character)
{
  return is_latin (character) || is_cyrillic (character);
}

/* A text's border counts as a space. */
static gboolean
is_space (gunichar character)
{
  return character == 0 || g_unichar_isspace (character);
}

static gboolean
is_one_of (gunichar    character,
           const char *set)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

/* How usual a letter is, apart from where it stands. */
static int
judge_letter_itself (gunichar letter)
{
  gunichar small = g_unichar_tolower (letter);

  if (is_latin (letter))
    return is_one_of (small, "éèêàâçôîûëïüöäñóáíúãõåøæ") ? 1 : is_one_of (small, "šžÿı") ? -2 : 0;
  if (is_one_of (small, "оеаинт"))
    return letter == small ? 3 : 2;
  if (is_one_of (small, "срвлкмдпуяыьгзбчйхў"))
    return letter == small ? 2 : 1;
  if (is_one_of (small, "ђѓљњќћџѕјєґї"))
    return -5;
  return letter == small ? 1 : 0;
}

/* A capital after a small letter or inside a word, or a small letter among
 * capitals: "habŽ", "RÈunion", "CôTE". */
static gboolean
breaks_case (const Place *place)
{
  gunichar before = is_letter (place->before[0]) ? place->before[0] : 0;
  gunichar after = is_letter (place->after[0]) ? place->after[0] : 0;

  if (g_unichar_isupper (place->character))
    return before != 0 && (g_unichar_islower (before) || (after != 0 && g_unichar_islower (after)));
  return after != 0 && g_unichar_isupper (after);
}

static int
judge_letter (const Place *place)
{
  gunichar before = place->before[0];
  gunichar after = place->after[0];
  gboolean latin = is_latin (place->character);

  if (latin ? is_cyrillic (before) || is_cyrillic (after) : is_latin (before) || is_latin (after))
    return -8;
  if (breaks_case (place))
    return -6;
  if (!is_letter (before) && !is_letter (after))
    {
      if (is_space (before) && is_space (after) && is_one_of (place->character, "àéóиИвВсСкКоОуУаАяЯ"))
        return 1;
      return -2;
    }
  /* Words in Latin letters seldom hold three letters with accents in a row. */
  if (latin && place->between_upper_bytes)
    return -3;
  /* Seldom a word's end, and the same bytes as the quotation marks of Windows. */
  if (!is_letter (after) && is_one_of (place->character, "íîìëñ"))
    return 1;
  return 2 + judge_letter_itself (place->character);
}

/* "women’s", "don’t", "l’État", "oʻzbek" written with a single quotation mark. */
static gboolean
is_apostrophe_in_word (const Place *place)
{
  gunichar before = place->before[0];

  if (!is_letter (place->after[0]))
    return FALSE;
  if (is_one_of (before, "oOgG"))
    return TRUE;
  if (!is_letter (place->after[1]))
    return is_one_of (place->after[0], "stdmST");
  if (!is_letter (place->after[2]) && is_one_of (place->after[0], "rvl") && is_one_of (place->after[1], "el"))
    return TRUE;
  return !is_letter (place->before[1]) && is_one_of (before, "lLdDnNsSjJcCmMtT");
}

static int
judge_quotation_mark (const Place *place)
{
  gunichar before = place->before[0];
  gunichar after = place->after[0];
  gboolean opens = !g_unichar_isalnum (before) && !is_space (after);
  gboolean closes = !is_space (before) && !g_unichar_isalnum (after);

  switch (place->character)
    {
    case 0x2019:
      if (is_letter (before) && is_letter (after))
        return is_apostrophe_in_word (place) ? 5 : -1;
      return is_one_of (before, "sS") && closes ? 4 : closes ? 3 : -1;

    case 0x2018:
      if (is_letter (before) && is_letter (after))
        return is_apostrophe_in_word (place) ? 4 : -3;
      return opens ? 4 : -3;

    case 0x201c:
      return opens ? 4 : closes ? 1 : -4;

    case 0x201d:
      return closes ? 3 : -4;

    case 0x201e:
      return opens ? 1 : -4;

    case 0xab:
      return opens || is_space (before) ? 3 : -4;

    default:
      return closes || is_space (after) ? 3 : -4;
    }
}

static int
judge_dash (const Place *place)
{
  gunichar before = place->before[0];
  gunichar after = place->after[0];

  if (is_space (before) && is_space (after))
    return 3;
  if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
    return 4;
  return is_letter (before) && is_letter (after) && place->character == 0x2014 ? 2 : 0;
}

static int
judge_sign (const Place *place)
{
  gunichar before = place->before[0];
  gunichar after = place->after[0];
  gboolean in_word = is_letter (before) && is_letter (after);

  if (is_one_of (place->character, "’‘“”„«»"))
    return judge_quotation_mark (place);
  if (is_one_of (place->character, "–—"))
    return judge_dash (place);

  switch (place->character)
    {
    case 0x2026: /* … */
      return is_letter (after) ? -1 : 2;

    case 0xa0: /* no-break space */
      return in_word || is_space (before) || is_space (after) ? 0 : 1;

    case 0x2022: /* • */
    case 0xb7:
      return is_space (before) ? 1 : -3;

    default:
      break;
    }

  if (in_word)
    return -6;
  if (is_one_of (place->character, "№§€£°"))
    return g_unichar_isdigit (before) || g_unichar_isdigit (after) || is_space (after) ? 2 : -2;
  return is_one_of (place->character, "©®™") ? 0 : -3;
}

static int
judge (const Place *place)
{
  if (place->character == 0)
    return -20;
  return is_letter (place->character) ? judge_letter (place) : judge_sign (place);
}

/* Reads the byte at @index with its neighbours; 0 stands for what is beyond the text. */
static gunichar
read_character (const char     *bytes,
                gsize           len,
                gsize           index,
                const gunichar *upper_half)
{
  guchar byte;

  if (index >= len)
    return 0;
  byte = bytes[index];
  return byte < 128 ? byte : upper_half[byte - 128];
}

static void
read_place (Place          *place,
            const char     *bytes,
            gsize           len,
            gsize           index,
            const gunichar *upper_half)
{
  for (gsize i = 0; i < CONTEXT; i++)
    {
      place->before[i] = index > i ? read_character (bytes, len, index - 1 - i, upper_half) : 0;
      place->after[i] = read_character (bytes, len, index + 1 + i, upper_half);
    }
  place->character = read_character (bytes, len, index, upper_half);
  place->between_upper_bytes = index > 0 && index + 1 < len
                               && (guchar) bytes[index - 1] >= 128
                               && (guchar) bytes[index + 1] >= 128;
}

/* Gives each candidate its points, and puts the surroundings of the judged bytes into @sample. */
static void
judge_bytes (const char *bytes,
             gsize       len,
             gint64      points[N_CANDIDATES],
             GString    *sample)
{
  const gunichar *upper_halves[N_CANDIDATES];
  gsize n_judged = 0;
  gsize sampled_to = 0;

  for (guint c = 0; c < N_CANDIDATES; c++)
    {
      upper_halves[c] = nazar_encoding_get_upper_half (candidates[c].id);
      if (upper_halves[c] == NULL)
        points[c] = G_MININT32;
    }

  for (gsize i = 0; i < len && n_judged < MAX_JUDGED; i++)
    {
      if ((guchar) bytes[i] < 128)
        continue;

      n_judged++;
      for (guint c = 0; c < N_CANDIDATES; c++)
        {
          Place place;

          if (upper_halves[c] == NULL)
            continue;
          read_place (&place, bytes, len, i, upper_halves[c]);
          points[c] += judge (&place);
        }

      if (sample->len < UCHARDET_SAMPLE)
        {
          gsize from = MAX (sampled_to, i > 8 ? i - 8 : 0);
          gsize to = MIN (i + 8, len);

          if (to > from)
            g_string_append_len (sample, bytes + from, to - from);
          sampled_to = MAX (sampled_to, to);
        }
    }
}

/* Lines of old Macs end in a bare CR. */
static gboolean
has_mac_line_ends (const char *bytes,
                   gsize       len)
{
  const char *cr = memchr (bytes, '\r', len);

  return cr != NULL && (cr + 1 == bytes + len || cr[1] != '\n') && memchr (bytes, '\n', len) == NULL;
}

/* Adds uchardet's word to the points of the Cyrillic encoding that it names. */
static void
ask_uchardet (const GString *sample,
              gint64         points[N_CANDIDATES])
{
  uchardet_t detector = uchardet_new ();
  const char *name;

  uchardet_handle_data (detector, sample->str, sample->len);
  uchardet_data_end (detector);
  name = uchardet_get_charset (detector);

  for (guint c = 0; c < N_CANDIDATES; c++)
    {
      if (g_strcmp0 (candidates[c].uchardet_name, name) == 0 && points[c] > 0)
        points[c] += UCHARDET_MARGIN + points[c] / 64;
    }
  uchardet_delete (detector);
}

static const char *
guess_single_bytes (const char *bytes,
                    gsize       len)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  gboolean mac = has_mac_line_ends (bytes, len);
  gint64 points[N_CANDIDATES] = { 0 };
  Candidate best = CANDIDATE_WINDOWS_1252;

  judge_bytes (bytes, len, points, sample);
  ask_uchardet (sample, points);

  for (guint c = 0; c < N_CANDIDATES; c++)
    {
      if (candidates[c].of_mac == mac)
        points[c] += 2;
      if (points[c] > points[best])
        best = c;
    }
  return candidates[best].id;
}

/* Whether the bytes are UTF-8, but for an accident here and there. ASCII is. A
 * few sequences that are valid by chance, for letters nobody expects here, are
 * not: "l’É" in Mac Roman is an Armenian letter. */
static gboolean
is_utf8 (const char *bytes,
         gsize       len)
{
  const char *at = bytes;
  const char *end = bytes + len;
  gsize n_sequences = 0;
  gsize n_strange = 0;
  gsize n_invalid = 0;

  while (at < end)
    {
      const char *invalid;

      g_utf8_validate_len (at, end - at, &invalid);
      for (; at < invalid; at++)
        {
          if ((guchar) *at >= 0xc0)
            n_sequences++;
          if ((guchar) *at > 0xd3 && (guchar) *at != 0xe2 && (guchar) *at < 0xef)
            n_strange++;
        }
      if (at < end && *at++ != '\0')
        n_invalid++;
    }

  if (n_strange * 2 > n_sequences && n_sequences < MIN_STRANGE_SEQUENCES)
    return FALSE;
  return n_invalid == 0 || n_sequences > 4 * n_invalid;
}

/**
 * nazar_encoding_guess:
 * @bytes: (array length=len): a text
 * @len: its length in bytes
 *
 * Recognises the encoding of a text, by a byte order mark, the pattern of its
 * bytes, and where these leave a choice, by what people write.
 *
 * Returns: (transfer none): the id of an encoding; "utf-8" when the text holds
 *   nothing but ASCII
 */
const char *
nazar_encoding_guess (const char *bytes,
                      gsize       len)
{
  const char *utf16;

  g_return_val_if_fail (bytes != NULL || len == 0, NULL);

  utf16 = nazar_encoding_get_utf16 (bytes, len);
  if (utf16 != NULL)
    return utf16;
  return is_utf8 (bytes, len) ? "utf-8" : guess_single_bytes (bytes, len);
}
