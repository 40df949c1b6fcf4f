/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-consent-words.h"

#include "nazar-consent.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-date.h"

#include <glib/gi18n-lib.h>

/* ---- All of an interview ---- */

/* The authorities that may learn at present who spoke. */
static GStrv
dup_recipients (NazarRecord *interview,
                const char  *today)
{
  const char *value = nazar_record_get (interview, "consents");
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *consents = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; consents != NULL && i < json_array_get_length (consents); i++)
    {
      JsonObject *consent = json_array_get_object_element (consents, i);
      const char *name = json_object_get_string_member_with_default (consent, "recipient", NULL);

      if (name != NULL && nazar_consent_allows (interview, NAZAR_AUDIENCE_AUTHORITY, name, today) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gboolean
may_go_to_any (NazarRecord *interview,
               const char  *today)
{
  return nazar_consent_allows (interview, NAZAR_AUDIENCE_AUTHORITY, NULL, today);
}

/**
 * nazar_consent_word:
 * @interview: an interview
 * @today: a day
 *
 * Returns: (transfer none): what its consents allow, in a word or three
 */
const char *
nazar_consent_word (NazarRecord *interview,
                    const char  *today)
{
  g_auto (GStrv) recipients = dup_recipients (interview, today);

  if (may_go_to_any (interview, today))
    return _("To any authority");
  if (*recipients != NULL)
    return nazar_vocabulary_label (&nazar_vocabulary_consent_purpose, "authority");

  return nazar_consent_anonymous (interview, today) ? _("Without the name") : _("No consent");
}

/**
 * nazar_consent_icon:
 * @interview: an interview
 * @today: a day
 *
 * Returns: (transfer none): the icon that stands for it
 */
const char *
nazar_consent_icon (NazarRecord *interview,
                    const char  *today)
{
  g_auto (GStrv) recipients = dup_recipients (interview, today);

  if (*recipients != NULL || may_go_to_any (interview, today))
    return "document-send-symbolic";

  return nazar_consent_anonymous (interview, today) ? "view-conceal-symbolic" : "action-unavailable-symbolic";
}

/**
 * nazar_consent_dup_sentence:
 * @interview: an interview
 * @today: a day
 *
 * Returns: (transfer full): what may leave the register at present
 */
char *
nazar_consent_dup_sentence (NazarRecord *interview,
                            const char  *today)
{
  g_auto (GStrv) recipients = dup_recipients (interview, today);
  g_autofree char *names = g_strjoinv ("; ", recipients);
  gboolean anonymous = nazar_consent_anonymous (interview, today);

  if (may_go_to_any (interview, today))
    return g_strdup (_("At present what was told may be used, and any authority may learn who told it. The public never does."));
  if (*recipients != NULL && anonymous)
    /* Translators: %s are names of authorities: "Ministry of Justice; Ombudsman". */
    return g_strdup_printf (_("At present what was told may be used. Nobody may learn who told it but: %s."), names);
  if (*recipients != NULL)
    /* Translators: %s are names of authorities: "Ministry of Justice; Ombudsman". */
    return g_strdup_printf (_("At present nobody may get what was told, and learn who told it, but: %s."), names);

  return g_strdup (anonymous ? _("At present what was told may be used, but not who told it.")
                             : _("At present nothing of this talk may leave the register."));
}

/* ---- One consent ---- */

/**
 * nazar_consent_dup_title:
 * @consent: a consent of an interview
 *
 * Returns: (transfer full): what it is for: "To an authority: Ministry of Justice"
 */
char *
nazar_consent_dup_title (NazarRecord *consent)
{
  const char *purpose = nazar_record_get (consent, "purpose"), *recipient = nazar_record_get (consent, "recipient");
  const char *word = nazar_vocabulary_label (&nazar_vocabulary_consent_purpose, purpose);

  if (purpose == NULL)
    return g_strdup (_("Consent"));
  if (recipient != NULL)
    /* Translators: the purpose of a consent, and who may get what was told. */
    return g_strdup_printf (_("%s: %s"), word, recipient);

  return g_strdup (g_str_equal (purpose, "authority") ? _("To any authority") : word);
}

static char *
dup_state (NazarRecord *consent,
           const char  *today)
{
  const char *given = nazar_record_get (consent, "given_on"), *ends = nazar_record_get (consent, "ends_on");
  const char *withdrawn = nazar_record_get (consent, "withdrawn_on");
  NazarConsentState state = nazar_consent_state (given, ends, withdrawn, today);
  const char *date = state == NAZAR_CONSENT_WITHDRAWN ? withdrawn : state == NAZAR_CONSENT_NOT_YET ? given : ends;
  g_autofree char *shown = date != NULL ? nazar_date_format (date, nazar_language_current ()) : NULL;

  switch (state)
    {
    case NAZAR_CONSENT_WITHDRAWN:
      /* Translators: %s is a date. */
      return g_strdup_printf (C_("consent", "withdrawn on %s"), shown);
    case NAZAR_CONSENT_ENDED:
      /* Translators: %s is a date. */
      return g_strdup_printf (C_("consent", "ended on %s"), shown);
    case NAZAR_CONSENT_NOT_YET:
      /* Translators: %s is a date. */
      return g_strdup_printf (C_("consent", "valid from %s"), shown);
    case NAZAR_CONSENT_VALID:
    default:
      /* Translators: %s is a date. */
      return shown != NULL ? g_strdup_printf (C_("consent", "valid until %s"), shown) : g_strdup (C_("consent", "valid"));
    }
}

/**
 * nazar_consent_dup_subtitle:
 * @consent: a consent of an interview
 * @today: a day
 *
 * Returns: (transfer full): the rest of it: "Oral, 3 November 2025, valid"
 */
char *
nazar_consent_dup_subtitle (NazarRecord *consent,
                            const char  *today)
{
  const char *form = nazar_record_get (consent, "form"), *given = nazar_record_get (consent, "given_on");
  g_autofree char *date = given != NULL ? nazar_date_format (given, nazar_language_current ()) : NULL;
  g_autofree char *state = dup_state (consent, today);
  const char *words[] = {
    form != NULL ? nazar_vocabulary_label (&nazar_vocabulary_consent_form, form) : _("Choose the form."),
    date != NULL ? date : _("Without a date"),
    nazar_record_get (consent, "taken_by"),
    state,
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words[i]);

  return g_string_free (g_steal_pointer (&line), FALSE);
}
