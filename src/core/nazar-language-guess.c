/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-language.h"

#include <string.h>

/* A text betrays its language by letters that only one has and by its small
 * frequent words, a heading (which has few of these) by its endings. */

/* What is looked at of a text: enough to tell, however long the text. */
#define MAX_WORDS 120
#define MIN_LETTERS 10

#define LETTER_POINTS 2
#define WORD_POINTS 2
#define ENDING_POINTS 1
#define MIN_POINTS 2
#define MIN_ENDING_LETTERS 5

typedef enum
{
  EN,
  RU,
  KY,
  UZ,
  UZ_CYRILLIC,
  ANOTHER, /* so that a text in French or Kazakh is not taken for one of ours */
  N_LANGUAGES,
} Language;

static const char *const ids[N_LANGUAGES] = { "en", "ru", "ky", "uz", "uz@cyrillic", NULL };

/* As nazar_word_iter_next() folds them. Words of two languages stand in neither. */
static const char *const words[N_LANGUAGES] = {
  [EN] = " a all and are as at be by been for from has have in into is it its not of on or "
         "should shall that the their these this to was were which will with ",
  [RU] = " а без был были было в во все для до его если же за и из или их к как ко меры на не "
         "него нет о об он она они от по под при с следует со также так того том чтобы что это этого ",
  [KY] = " анын ар аркылуу башка болгон болуп боюнча бул деген деп жана жок жонундо илгери "
         "каршы катары керек кийин кыргыз маселе менен укук укугу укуктары учурда ушул чейин "
         "эмес эл эки экенин ",
  [UZ] = " asosida barcha bilan biri boyicha boladi bolgan bu edi emas esa ham hamda har haqida "
         "hech ilgari keyin kerak lozim ozbekiston qilish qilingan shu shuningdek tomonidan "
         "togrisida uchun uning va yoki yoq ",
  [UZ_CYRILLIC] = " асосида барча билан буйича булади булган ва еки керак кейин лозим "
                  "тугрисида тавсия тавсиялар томонидан узбекистон хам хамда хар хакида унинг "
                  "шу шунингдек эди эса ",
  [ANOTHER] = " auf aux ce che con das dei del den der des di die du een el en est et het il ist la "
              "las le les los mit nel per por pour que se sich sont sur tutti un una und une van ve "
              "von y zur ",
};

/* Endings, each with a space after it. */
static const char *const endings[N_LANGUAGES] = {
  [EN] = "tion tions ment ments ing ed ity ness ",
  [RU] = "ться ого его ому ение ения ение ание ания ность ности ости ский ских ская ский ный "
         "ная ных ыми ый ой ое ие ах ях ию ать ить ять ов ев ено ана ные вые ",
  [KY] = "дын дин нын лары лери лар лер луу дуу туу руу гоо доо гон ган гени гени нда нде ына "
         "ине тык дык лык ып уп лган лды лууда ",
  [UZ] = "lar lari lik ligi ning dan gan lgan ish sh moq ini ida iya ",
  [UZ_CYRILLIC] = "лари лиги нинг илган иши иш лаш ини ида ларни нган лган маган диган ",
  [ANOTHER] = "",
};

static gboolean
is_word_of (Language    language,
            const char *folded)
{
  char padded[NAZAR_WORD_MAX_BYTES + 3];

  g_snprintf (padded, sizeof padded, " %s ", folded);
  return strstr (words[language], padded) != NULL;
}

static gboolean
has_ending_of (Language    language,
               const char *folded)
{
  gsize length = strlen (folded);

  for (const char *p = endings[language]; *p != '\0';)
    {
      gsize n = strcspn (p, " ");

      if (length > n && memcmp (folded + length - n, p, n) == 0)
        return TRUE;
      p += n + 1;
    }

  return FALSE;
}

/* q without u is Uzbek, a long vowel Kyrgyz, щ and ь are Russian; і and ә are
 * letters of neither. */
static void
count_letters (const char *folded,
               guint      *points)
{
  const char *q = strchr (folded, 'q');

  if (q != NULL && q[1] != 'u')
    points[UZ] += WORD_POINTS;
  if (strstr (folded, "аа") != NULL || strstr (folded, "уу") != NULL || strstr (folded, "ээ") != NULL)
    points[KY] += WORD_POINTS;
  if (strstr (folded, "і") != NULL || strstr (folded, "ә") != NULL)
    points[ANOTHER] += 2 * LETTER_POINTS;
  if (strstr (folded, "щ") != NULL)
    points[RU] += WORD_POINTS;
  else if (strstr (folded, "ь") != NULL)
    points[RU] += ENDING_POINTS;
}

static void
count_word (const NazarWordIter *iter,
            guint               *points)
{
  gboolean cyrillic = (iter->traits & NAZAR_WORD_CYRILLIC) != 0;

  if (iter->traits & NAZAR_WORD_KYRGYZ)
    points[KY] += LETTER_POINTS;
  if (iter->traits & NAZAR_WORD_UZBEK)
    points[UZ_CYRILLIC] += LETTER_POINTS;
  if (iter->traits & NAZAR_WORD_APOSTROPHE)
    points[UZ] += LETTER_POINTS;

  count_letters (iter->folded, points);
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      if (cyrillic != (i == RU || i == KY || i == UZ_CYRILLIC))
        continue;
      if (is_word_of (i, iter->folded))
        points[i] += WORD_POINTS;
      else if (iter->n_letters >= MIN_ENDING_LETTERS && has_ending_of (i, iter->folded))
        points[i] += ENDING_POINTS;
    }
}

/**
 * nazar_language_guess:
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): the id of the language that @text is
 *   written in; %NULL when it is too short to tell or in none of the five
 */
const char *
nazar_language_guess (const char *text)
{
  NazarWordIter iter;
  guint points[N_LANGUAGES] = { 0 };
  guint n_words = 0;
  guint n_letters = 0;
  guint best = 0;
  gboolean tie = FALSE;

  nazar_word_iter_init (&iter, text != NULL ? text : "", -1);
  while (n_words < MAX_WORDS && nazar_word_iter_next (&iter))
    {
      if ((iter.traits & (NAZAR_WORD_LATIN | NAZAR_WORD_CYRILLIC)) == 0)
        continue;
      n_words++;
      n_letters += iter.n_letters;
      count_word (&iter, points);
    }

  for (guint i = 1; i < N_LANGUAGES; i++)
    {
      tie = points[i] == points[best] || (tie && points[i] < points[best]);
      if (points[i] > points[best])
        best = i;
    }

  /* In another language a word now and then looks like one of ours. */
  if (tie || n_letters < MIN_LETTERS || points[best] < MAX (MIN_POINTS, n_words / 4))
    return NULL;

  return ids[best];
}
