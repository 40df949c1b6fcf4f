/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-words.h"

#include "nazar-fold.h"

#include <string.h>

/* A list is words and phrases between bars, folded as nazar_report_fold() folds
 * (small letters, ё as е, no apostrophes); a star stands for any ending. */
typedef struct
{
  NazarReportWords kind;
  const char *language;
  const char *words;
} WordList;

static const WordList word_lists[] = {
  { NAZAR_REPORT_WORDS_NOUN, "en", "recommendation|recommendations" },
  { NAZAR_REPORT_WORDS_NOUN, "ru", "рекомендация|рекомендации|рекомендаций|предложения" },
  { NAZAR_REPORT_WORDS_NOUN, "ky",
    "сунуш|сунуштар|сунуштары|сунуштарыбыз|сунуштама|сунуштамалар|сунуштамалары|"
    "сунуштамаларыбыз|рекомендациялар|рекомендациялары|рекомендацияларыбыз" },
  { NAZAR_REPORT_WORDS_NOUN, "uz",
    "tavsiya|tavsiyalar|tavsiyalari|tavsiyalarimiz|taklif|takliflar|takliflari|takliflarimiz" },
  { NAZAR_REPORT_WORDS_NOUN, "uz@cyrillic",
    "тавсия|тавсиялар|тавсиялари|тавсияларимиз|таклиф|таклифлар|таклифлари|таклифларимиз" },

  { NAZAR_REPORT_WORDS_RECOMMEND, "en",
    "recommend*|call upon|calls upon|call on|calls on|urge|urges" },
  { NAZAR_REPORT_WORDS_RECOMMEND, "ru",
    "рекоменд*|призыва*|предлага*|просим" },
  { NAZAR_REPORT_WORDS_RECOMMEND, "ky", "сунуш*|чакыра*" },
  { NAZAR_REPORT_WORDS_RECOMMEND, "uz", "tavsiya*|taklif*|chaqira*" },
  { NAZAR_REPORT_WORDS_RECOMMEND, "uz@cyrillic", "тавсия*|таклиф*|чақира*" },

  { NAZAR_REPORT_WORDS_ASK, "en",
    "should|must|ensure|ensuring|take measures|take steps|take all|adopt|ratify|accede|"
    "strengthen|strengthening|guarantee|establish|provide|continue|consider|repeal|abolish|"
    "amend|implement|recommend|recommends|improve|stop|investigate|develop|promote|protect|increase|"
    "prohibit|end|introduce|enhance|review|withdraw|cooperate|sign|bring|it is necessary|"
    "eliminate|prevent|undertake|pursue|intensify|harmonize|urgently|allow|step up|need*" },
  { NAZAR_REPORT_WORDS_ASK, "ru",
    "следует|обеспечить|обеспечивать|принять|должн*|необходимо|рекомендуем|рекомендуется|ратифицировать|"
    "усилить|укрепить|гарантировать|создать|предоставить|продолжать|продолжить|рассмотреть|"
    "отменить|внести|расследовать|разработать|прекратить|запретить|провести|привести|ввести|"
    "исключить|повысить|улучшить|присоединиться|внедрить|устранить|выделить|проводить" },
  { NAZAR_REPORT_WORDS_ASK, "ky",
    "зарыл|керек|тийиш|камсыз*|кабыл алуу|сунуш*|ратификация*|күчөтүү|бекемдөө|түзүү|"
    "жокко чыгаруу|иликтөө|токтотуу|тыюу|жакшыртуу|иштеп чыгуу|киргизүү|өткөрүү|берүү|"
    "кармасын|алсын|берсин|түзсүн|болсун" },
  { NAZAR_REPORT_WORDS_ASK, "uz",
    "zarur|lozim|kerak|taminla*|qabul qil*|tavsiya*|ratifikatsiya*|kuchaytir*|yarat*|bekor|"
    "tergov*|toxtat*|taqiqla*|yaxshila*|ishlab chiq*|kirit*|otkaz*|ber*|tashkil*|oshir*" },
  { NAZAR_REPORT_WORDS_ASK, "uz@cyrillic",
    "зарур|лозим|керак|таъминла*|таминла*|қабул қил*|тавсия*|ратификация*|кучайтир*|ярат*|"
    "бекор|тергов*|тухтат*|тўхтат*|тақиқла*|яхшила*|ишлаб чиқ*|кирит*|ўтказ*|бер*|ташкил*|"
    "ошир*" },

  { NAZAR_REPORT_WORDS_MUST, "en",
    "should|must|shall|it is necessary|needs to|need to|we recommend|we urge|we call" },
  { NAZAR_REPORT_WORDS_MUST, "ru", "следует|необходимо|должн*|рекомендуем|призываем|нужно" },
  { NAZAR_REPORT_WORDS_MUST, "ky", "зарыл|керек|тийиш|сунуштайбыз|сунуш кылабыз" },
  { NAZAR_REPORT_WORDS_MUST, "uz", "zarur|lozim|kerak|tavsiya etamiz|tavsiya qilamiz" },
  { NAZAR_REPORT_WORDS_MUST, "uz@cyrillic", "зарур|лозим|керак|тавсия этамиз|тавсия қиламиз" },

  { NAZAR_REPORT_WORDS_OBSERVE, "en",
    "state party should|committee recommends|recommends that|recommends to|recommends the state|"
    "calls upon the state|calls on the state|urges the state|encourages the state|"
    "invites the state|committee urges|committee calls|reiterates its recommendation*" },
  { NAZAR_REPORT_WORDS_OBSERVE, "ru",
    "государству участнику следует|комитет рекомендует|рекомендует государству|"
    "комитет призывает|призывает государство|комитет настоятельно призывает|"
    "комитет предлагает|комитет вновь рекомендует|государство участник должно" },

  { NAZAR_REPORT_WORDS_PAST, "en",
    "previous|prior|past|earlier|first cycle|second cycle|third cycle|2nd cycle|3rd cycle|"
    "received|unimplemented|last review|last cycle|recommended|urged|called upon" },
  { NAZAR_REPORT_WORDS_PAST, "ru",
    "предыдущ*|прошл*|прежн*|ранее|первого цикла|второго цикла|третьего цикла|полученн*|"
    "выполненн*|невыполненн*|рекомендовал*|призвал*" },
  { NAZAR_REPORT_WORDS_PAST, "ky", "мурунку|мурдагы|буга чейинки|циклдин|алынган" },
  { NAZAR_REPORT_WORDS_PAST, "uz", "oldingi|avvalgi|otgan|siklining|olingan" },
  { NAZAR_REPORT_WORDS_PAST, "uz@cyrillic", "олдинги|аввалги|ўтган|циклининг|олинган" },

  { NAZAR_REPORT_WORDS_FOLLOW_UP, "en",
    "implement*|follow|followup|status|progress|fulfilment|fulfillment|compliance|assessment|"
    "monitoring|accepted|noted|supported|failure|rejected|these|those" },
  { NAZAR_REPORT_WORDS_FOLLOW_UP, "ru",
    "выполнени*|реализаци*|исполнени*|ход|статус|оценка|мониторинг|внедрени*|этих|этим" },
  { NAZAR_REPORT_WORDS_FOLLOW_UP, "ky", "аткар*|ишке ашыр*|мониторинг|бул" },
  { NAZAR_REPORT_WORDS_FOLLOW_UP, "uz", "bajar*|ijro*|amalga oshir*|monitoring|ushbu" },
  { NAZAR_REPORT_WORDS_FOLLOW_UP, "uz@cyrillic", "бажар*|ижро*|амалга ошир*|мониторинг|ушбу" },

  { NAZAR_REPORT_WORDS_FINITE, "en",
    "is|are|was|were|has|have|had|did|does|not|been|which|that|it|they|ignored|made|gave" },
  { NAZAR_REPORT_WORDS_FINITE, "ru", "не|был|была|были|было|есть|который|которые|которая|что|он|они" },
  { NAZAR_REPORT_WORDS_FINITE, "ky", "эмес|болгон|болду|берген|деп|алар" },
  { NAZAR_REPORT_WORDS_FINITE, "uz", "emas|bolgan|boldi|bergan|deb|ular" },
  { NAZAR_REPORT_WORDS_FINITE, "uz@cyrillic", "эмас|бўлган|бўлди|берган|деб|улар" },

  { NAZAR_REPORT_WORDS_CONTENTS, "en", "contents|table of contents" },
  { NAZAR_REPORT_WORDS_CONTENTS, "ru", "содержание|оглавление" },
  { NAZAR_REPORT_WORDS_CONTENTS, "ky", "мазмуну|мазмун" },
  { NAZAR_REPORT_WORDS_CONTENTS, "uz", "mundarija" },
  { NAZAR_REPORT_WORDS_CONTENTS, "uz@cyrillic", "мундарижа" },

  { NAZAR_REPORT_WORDS_OPENING, "en", "summary|executive summary|introduction|background|abstract|preface" },
  { NAZAR_REPORT_WORDS_OPENING, "ru", "резюме|введение|краткое содержание|аннотация|предисловие" },
  { NAZAR_REPORT_WORDS_OPENING, "ky", "кыскача мазмуну|киришүү|баш сөз" },
  { NAZAR_REPORT_WORDS_OPENING, "uz", "kirish|qisqacha mazmuni|soz boshi" },
  { NAZAR_REPORT_WORDS_OPENING, "uz@cyrillic", "кириш|қисқача мазмуни|сўз боши" },

  { NAZAR_REPORT_WORDS_CLOSING, "en",
    "endnotes|end notes|footnotes|notes|references|bibliography|sources|annex*|appendix*|"
    "appendices|glossary|list of abbreviations|abbreviations|acknowledgements|contacts|"
    "contact information|about the authors" },
  { NAZAR_REPORT_WORDS_CLOSING, "ru",
    "примечания|примечание|сноски|приложение*|приложения|библиография|источники|литература|"
    "список литературы|список сокращений|глоссарий|контакты|об авторах" },
  { NAZAR_REPORT_WORDS_CLOSING, "ky",
    "эскертүүлөр|шилтемелер|тиркеме*|булактар|адабияттар|кыскартуулар|байланыш" },
  { NAZAR_REPORT_WORDS_CLOSING, "uz",
    "izohlar|havolalar|ilova*|manbalar|adabiyotlar|qisqartmalar|aloqa" },
  { NAZAR_REPORT_WORDS_CLOSING, "uz@cyrillic",
    "изоҳлар|ҳаволалар|илова*|манбалар|адабиётлар|қисқартмалар|алоқа" },

  { NAZAR_REPORT_WORDS_SECTION, "en", "section|chapter|part|theme|topic|issue" },
  { NAZAR_REPORT_WORDS_SECTION, "ru", "раздел|глава|часть|тема" },
  { NAZAR_REPORT_WORDS_SECTION, "ky", "бөлүм|бөлүк|глава|тема" },
  { NAZAR_REPORT_WORDS_SECTION, "uz", "bolim|bob|qism|mavzu" },
  { NAZAR_REPORT_WORDS_SECTION, "uz@cyrillic", "бўлим|боб|қисм|мавзу" },

  { NAZAR_REPORT_WORDS_PAGE, "en", "page|pages|pg|p|p a g e" },
  { NAZAR_REPORT_WORDS_PAGE, "ru", "стр|страница|страниц|с" },
  { NAZAR_REPORT_WORDS_PAGE, "ky", "бет|бети|б" },
  { NAZAR_REPORT_WORDS_PAGE, "uz", "sahifa|bet|b" },
  { NAZAR_REPORT_WORDS_PAGE, "uz@cyrillic", "саҳифа|бет" },

  { NAZAR_REPORT_WORDS_PAGE_OF, "en", "of" },
  { NAZAR_REPORT_WORDS_PAGE_OF, "ru", "из" },
  { NAZAR_REPORT_WORDS_PAGE_OF, "ky", "ичинен" },
  { NAZAR_REPORT_WORDS_PAGE_OF, "uz", "dan" },
  { NAZAR_REPORT_WORDS_PAGE_OF, "uz@cyrillic", "дан" },

  { NAZAR_REPORT_WORDS_REFERENCE, "en",
    "article|articles|art|arts|part|parts|paragraph|paragraphs|para|paras|section|sections|"
    "sect|chapter|no|nos|number|numbers|rule|rules|principle|principles|page|pages|p|pp|point|"
    "points|item|items|step|annex|goal|goals|sdg|resolution|order|decree|law|protocol|colony|"
    "school|table|figure|volume|vol|comment|observation|recommendation|recommendations|least|"
    "about|over|under|than|approximately|only|january|february|march|april|may|june|july|august|"
    "september|october|november|december|and|or|to|in|by|of|on|at|from|until|for|with|between|"
    "usd|som|aged|age|colonies|amendment|clause|case|cases|up" },
  { NAZAR_REPORT_WORDS_REFERENCE, "ru",
    "статья|статьи|статье|статью|статей|статьями|ст|часть|части|частью|ч|пункт|пункта|пункте|"
    "пункты|пунктом|пунктов|п|пп|подпункт|подпункта|глава|главы|раздел|раздела|номер|номером|"
    "правило|правила|принцип|принципы|стр|страница|с|приложение|цель|резолюция|закон|колония|"
    "колонии|школа|таблица|том|более|менее|около|свыше|до|от|в|на|по|за|из|под|и|или|с|к|не|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|лишь|"
    "только|всего|порядка|рекомендация|рекомендации|рекомендаций" },
  { NAZAR_REPORT_WORDS_REFERENCE, "ky",
    "берене|беренесинин|беренеси|беренелер|бөлүм|бөлүк|пункт|пункту|жана|же|номер|эреже" },
  { NAZAR_REPORT_WORDS_REFERENCE, "uz",
    "modda|moddasi|moddasining|band|bandi|bolim|qism|va|yoki|raqam|son|sonli" },
  { NAZAR_REPORT_WORDS_REFERENCE, "uz@cyrillic",
    "модда|моддаси|моддасининг|банд|банди|бўлим|қисм|ва|ёки|рақам|сон|сонли" },

  { NAZAR_REPORT_WORDS_CONTINUES, "en",
    "this|these|such|in particular|in addition|also|furthermore|moreover|therefore|to this end|"
    "they|it should|it is necessary|the state should|the authorities should|namely|for this" },
  { NAZAR_REPORT_WORDS_CONTINUES, "ru",
    "это|эти|в частности|кроме того|также|для этого|а также|при этом|необходимо|следует|"
    "в этих целях|в том числе|такие|такая" },
  { NAZAR_REPORT_WORDS_CONTINUES, "ky", "бул|мындан тышкары|атап айтканда|ошондой эле|ал үчүн|мындай" },
  { NAZAR_REPORT_WORDS_CONTINUES, "uz", "bu|bundan tashqari|xususan|shuningdek|buning uchun|bunday" },
  { NAZAR_REPORT_WORDS_CONTINUES, "uz@cyrillic",
    "бу|бундан ташқари|хусусан|шунингдек|бунинг учун|бундай" },

  { NAZAR_REPORT_WORDS_NOTE, "en", "see|ibid|id|cf|http*|www|available|source|op cit|supra" },
  { NAZAR_REPORT_WORDS_NOTE, "ru", "см|там же|источник|доступно|указ соч|http*|www" },
  { NAZAR_REPORT_WORDS_NOTE, "ky", "караңыз|кара|ошол эле жерде|булак" },
  { NAZAR_REPORT_WORDS_NOTE, "uz", "qarang|osha yerda|manba" },
  { NAZAR_REPORT_WORDS_NOTE, "uz@cyrillic", "қаранг|ўша ерда|манба" },

  /* Here the text is both parts of the divided word with a space between them. First parts by
   * which longer words are divided as well (in-, re-, inter-, child-) are not among these. */
  { NAZAR_REPORT_WORDS_COMPOUND, "en",
    "high|well|ill|self|non|anti|half|long|short|so called|low|large|small|cross|socio|decision|"
    "policy|rights|gender|victim|community|third|two|three|four|five|follow up|face to|door to|"
    "quasi|semi|mid|post|evidence|pre trial|law enforcement|human rights|child friendly|"
    "co operat*|state of|state party|first instance|second hand|re education|full time|part time|"
    "day to|one third|non governmental" },
  { NAZAR_REPORT_WORDS_COMPOUND, "ru",
    "по прежнему|по друг*|по русски|по кыргызски|по узбекски|по нов*|по разн*|по настоящему|"
    "по видимому|по своему|кое|из за|из под|во первых|во вторых|в третьих|северо|юго|социально|"
    "уголовно|судебно|военно|медико|психолого|научно|лечебно|информационно|общественно|"
    "финансово|материально|нормативно|жилищно|санитарно|экс|вице|пресс|онлайн|интернет|"
    "экспертно|административно|воспитательно|политико" },
  { NAZAR_REPORT_WORDS_COMPOUND, "ky", "социалдык|ата|бала|кийим|иш|укук|коомдук|саясий|кыз|аял" },
  { NAZAR_REPORT_WORDS_COMPOUND, "uz", "ijtimoiy|ota|bola|kiyim|oziq|xotin|siyosiy|aholi|jinoyat" },
  { NAZAR_REPORT_WORDS_COMPOUND, "uz@cyrillic", "ижтимоий|ота|бола|кийим|озиқ|хотин|сиёсий|жиноят" },

  { NAZAR_REPORT_WORDS_PARTICLE, "en",
    "based|related|sensitive|friendly|profile|scale|wide|called|treatment|making|finding|"
    "governmental|discrimination" },
  { NAZAR_REPORT_WORDS_PARTICLE, "ru",
    "то|либо|нибудь|таки|экономическ*|исполнительн*|процессуальн*|профилактическ*" },
  { NAZAR_REPORT_WORDS_PARTICLE, "ky", "экономикалык|эне|бакча|кече|чара" },
  { NAZAR_REPORT_WORDS_PARTICLE, "uz", "iqtisodiy|ona|ovqat|qiz|chi|da|ku" },
  { NAZAR_REPORT_WORDS_PARTICLE, "uz@cyrillic", "иқтисодий|она|овқат|қиз|чи|да|ку" },
};

/**
 * nazar_report_fold:
 * @text: UTF-8
 * @length: its bytes
 * @folded: where the result goes; it is emptied first
 *
 * Writes @text as words in small letters with one space between them, ё as е, without
 * apostrophes and other marks: the form in which words are compared here.
 */
void
nazar_report_fold (const char *text,
                   gsize       length,
                   GString    *folded)
{
  const char *end = text + length;
  gboolean space = FALSE;

  g_string_truncate (folded, 0);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (nazar_is_apostrophe (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      c = g_unichar_tolower (c);
      g_string_append_unichar (folded, c == 0x0451 ? 0x0435 : c);
    }
}

/* Nearly all words of a text are in no list. What they begin with tells so at once: a bit for each
 * kind and each beginning that one of its entries has. */
#define N_KINDS (NAZAR_REPORT_WORDS_PARTICLE + 1)
#define N_BEGINNINGS 1024

static guint8 beginnings[N_KINDS][N_BEGINNINGS / 8];

/* Of three bytes, or of as many as the word has. */
static guint
beginning_of (const char *word)
{
  guint hash = 0;

  for (guint i = 0; i < 3; i++)
    {
      hash = hash * 37 + (guchar) (*word == '\0' || *word == '|' ? ' ' : *word);
      if (*word != '\0' && *word != '|' && *word != ' ')
        word++;
    }
  return hash % N_BEGINNINGS;
}

static void
learn_beginnings (void)
{
  static gsize learnt = 0;

  if (!g_once_init_enter (&learnt))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (word_lists); i++)
    for (const char *entry = word_lists[i].words; entry != NULL;)
      {
        guint beginning = beginning_of (entry);

        beginnings[word_lists[i].kind][beginning / 8] |= (guint8) (1 << (beginning % 8));
        entry = strchr (entry, '|');
        entry = entry != NULL ? entry + 1 : NULL;
      }
  g_once_init_leave (&learnt, 1);
}

/* Whether the phrase [entry, entry_end) stands at the beginning of the folded text;
 * sets where it ended. */
static gboolean
phrase_begins (const char  *entry,
               const char  *entry_end,
               const char  *text,
               const char **after)
{
  gboolean open = entry_end > entry && entry_end[-1] == '*';
  gsize length = (gsize) (entry_end - entry) - (open ? 1 : 0);

  if (strncmp (text, entry, length) != 0)
    return FALSE;
  text += length;
  if (!open && *text != '\0' && *text != ' ')
    return FALSE;
  while (*text != '\0' && *text != ' ')
    text++;
  *after = text;
  return TRUE;
}

static gboolean
folded_begins (NazarReportWords kind,
               const char      *folded,
               const char     **after)
{
  guint beginning = beginning_of (folded);

  learn_beginnings ();
  if (!(beginnings[kind][beginning / 8] & 1 << (beginning % 8)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (word_lists); i++)
    {
      const char *entry = word_lists[i].words;

      if (word_lists[i].kind != kind)
        continue;
      while (TRUE)
        {
          const char *bar = strchr (entry, '|');
          const char *entry_end = bar != NULL ? bar : entry + strlen (entry);

          if (phrase_begins (entry, entry_end, folded, after))
            return TRUE;
          if (bar == NULL)
            break;
          entry = bar + 1;
        }
    }
  return FALSE;
}

static gboolean
folded_has (NazarReportWords kind,
            const char      *folded)
{
  const char *after;

  while (folded != NULL && *folded != '\0')
    {
      if (folded_begins (kind, folded, &after))
        return TRUE;
      folded = strchr (folded, ' ');
      if (folded != NULL)
        folded++;
    }
  return FALSE;
}

/**
 * nazar_report_text_is:
 * @kind: a list of words
 * @text: a word or a few, as printed
 * @length: their bytes
 *
 * Returns: whether the whole text is a word or phrase of the list
 */
gboolean
nazar_report_text_is (NazarReportWords kind,
                      const char      *text,
                      gsize            length)
{
  g_autoptr (GString) folded = NULL;
  const char *after;

  if (length > 400)
    return FALSE;
  folded = g_string_sized_new (length + 1);
  nazar_report_fold (text, length, folded);
  return folded_begins (kind, folded->str, &after) && *after == '\0';
}

/**
 * nazar_report_text_begins:
 *
 * Returns: whether the text begins with a word or phrase of the list
 */
gboolean
nazar_report_text_begins (NazarReportWords kind,
                          const char      *text,
                          gsize            length)
{
  g_autoptr (GString) folded = NULL;
  const char *after;

  /* The longest phrase is far shorter. */
  if (length > 120)
    length = (gsize) (g_utf8_find_prev_char (text, text + 120) - text);
  folded = g_string_sized_new (length + 1);
  nazar_report_fold (text, length, folded);
  return folded_begins (kind, folded->str, &after);
}

/**
 * nazar_report_text_has:
 *
 * Returns: whether a word or phrase of the list stands anywhere in the text
 */
gboolean
nazar_report_text_has (NazarReportWords kind,
                       const char      *text,
                       gsize            length)
{
  g_autoptr (GString) folded = g_string_sized_new (length + 1);

  nazar_report_fold (text, length, folded);
  return folded_has (kind, folded->str);
}

typedef struct
{
  guint words;
  guint noun;      /* which word is the noun, from 1; 0 for none */
  gboolean vetoed;
} HeadingWords;

static HeadingWords
read_heading_words (const char *folded)
{
  HeadingWords found = { 0, 0, FALSE };
  const char *after;

  for (const char *word = folded; word != NULL && *word != '\0';)
    {
      const char *space = strchr (word, ' ');

      found.words++;
      if (folded_begins (NAZAR_REPORT_WORDS_NOUN, word, &after))
        found.noun = found.noun == 0 ? found.words : found.noun;
      if (folded_begins (NAZAR_REPORT_WORDS_PAST, word, &after) ||
          (found.noun == 0 && folded_begins (NAZAR_REPORT_WORDS_FOLLOW_UP, word, &after)))
        found.vetoed = TRUE;
      word = space != NULL ? space + 1 : NULL;
    }
  return found;
}

/* The length of a line without the marks that surround a heading: stars, rules, a full stop. */
static gsize
trim_heading (const char **text,
              gsize        length)
{
  static const char *const marks = "#*_=-.: ";

  while (length > 0 && strchr (marks, (*text)[0]) != NULL)
    {
      (*text)++;
      length--;
    }
  while (length > 0 && strchr (marks, (*text)[length - 1]) != NULL)
    length--;
  return length;
}

/**
 * nazar_report_is_heading:
 * @text: a line, without the number of a section
 * @length: its bytes
 * @certain: (out): whether nothing but the heading can be meant; else what follows decides
 * @rest: (out): where the text after the heading's colon begins, or 0 when the line ends
 *   with the heading
 *
 * Returns: whether the line is a heading that opens a list of recommendations
 */
gboolean
nazar_report_is_heading (const char *text,
                         gsize       length,
                         gboolean   *certain,
                         gsize      *rest)
{
  g_autoptr (GString) folded = NULL;
  const char *begin = text;
  const char *colon = memchr (text, ':', MIN (length, 300));
  gsize inner = length;
  HeadingWords words;
  gboolean ends = FALSE;

  *rest = 0;
  *certain = FALSE;
  if (colon != NULL && (gsize) (colon - text) + 1 < length)
    {
      const char *after = colon + 1;

      while (after < text + length && strchr (" *_", *after) != NULL)
        after++;
      if (after < text + length)
        {
          inner = (gsize) (colon - text);
          *rest = (gsize) (after - text);
        }
    }
  if (inner > 300)
    return FALSE;
  ends = colon != NULL || (inner > 0 && text[inner - 1] == ':');
  if (!ends && inner > 0 && strchr (".;,!?", text[inner - 1]) != NULL && text[inner - 1] != '.')
    return FALSE;
  inner = trim_heading (&begin, inner);
  folded = g_string_sized_new (inner + 1);
  nazar_report_fold (begin, inner, folded);
  words = read_heading_words (folded->str);
  if (words.noun == 0 || words.vetoed || words.words > 16)
    return FALSE;
  if (!g_unichar_isupper (g_utf8_get_char (begin)))
    return FALSE;
  *certain = words.words <= 2 && text[length - 1] != '.';
  if (folded_has (NAZAR_REPORT_WORDS_FINITE, folded->str))
    return FALSE;
  if (*rest != 0)
    return words.words <= 4;
  if (ends)
    return TRUE;
  if (text[length - 1] == '.' && words.words > 4)
    return FALSE;
  return words.words <= 12 && (words.noun <= 4 || words.noun == words.words);
}
