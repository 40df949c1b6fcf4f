/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-consent.h"
#include "nazar-date.h"
#include "nazar-records.h"

static NazarRecord *
make_interview (const char *consents)
{
  NazarRecord *interview = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  g_autoptr (GError) error = NULL;

  nazar_record_enter (interview, "consents", consents, &error);
  g_assert_no_error (error);
  return interview;
}

static gboolean
allows (const char *consents,
        const char *recipient,
        const char *today)
{
  g_autoptr (NazarRecord) interview = make_interview (consents);

  return nazar_consent_allows (interview, NAZAR_AUDIENCE_AUTHORITY, recipient, today);
}

static gboolean
is_anonymous (const char *consents,
              const char *today)
{
  g_autoptr (NazarRecord) interview = make_interview (consents);

  return nazar_consent_anonymous (interview, today);
}

#define GIVEN "\"purpose\":\"authority\",\"recipient\":\"Ministry of Justice\",\"given_on\":\"2025-11-03\",\"form\":\"oral\""

static void
test_an_empty_list_is_none (void)
{
  g_assert_false (allows (NULL, "Ministry of Justice", "2025-11-04"));
  g_assert_false (allows ("[]", "Ministry of Justice", "2025-11-04"));
  g_assert_false (is_anonymous (NULL, "2025-11-04"));
  g_assert_false (is_anonymous ("[]", "2025-11-04"));
}

static void
test_it_holds_from_the_day_it_was_given (void)
{
  g_assert_false (allows ("[{" GIVEN "}]", "Ministry of Justice", "2025-11-02"));
  g_assert_true (allows ("[{" GIVEN "}]", "Ministry of Justice", "2025-11-03"));
  g_assert_true (allows ("[{" GIVEN "}]", "Ministry of Justice", "2026-11-03"));
}

static void
test_it_holds_through_the_day_it_ends_on (void)
{
  g_assert_true (allows ("[{" GIVEN ",\"ends_on\":\"2025-12-31\"}]", "Ministry of Justice", "2025-12-31"));
  g_assert_false (allows ("[{" GIVEN ",\"ends_on\":\"2025-12-31\"}]", "Ministry of Justice", "2026-01-01"));
}

static void
test_it_is_over_on_the_day_it_is_withdrawn (void)
{
  g_assert_true (allows ("[{" GIVEN ",\"withdrawn_on\":\"2025-11-10\"}]", "Ministry of Justice", "2025-11-09"));
  g_assert_false (allows ("[{" GIVEN ",\"withdrawn_on\":\"2025-11-10\"}]", "Ministry of Justice", "2025-11-10"));
  g_assert_false (is_anonymous ("[{" GIVEN ",\"withdrawn_on\":\"2025-11-10\"}]", "2025-11-11"));
}

static void
test_days_known_in_part_count_from_the_earliest (void)
{
  g_assert_true (allows ("[{\"purpose\":\"authority\",\"given_on\":\"2025-10\"}]", NULL, "2025-10-01"));
  g_assert_false (allows ("[{\"purpose\":\"authority\",\"given_on\":\"2025-10\"}]", NULL, "2025-09-30"));
  /* What may be over is over. */
  g_assert_true (allows ("[{" GIVEN ",\"ends_on\":\"2026\"}]", "Ministry of Justice", "2026-01-01"));
  g_assert_false (allows ("[{" GIVEN ",\"ends_on\":\"2026\"}]", "Ministry of Justice", "2026-01-02"));
  g_assert_false (allows ("[{" GIVEN ",\"withdrawn_on\":\"2025-11~\"}]", "Ministry of Justice", "2025-11-05"));
}

static void
test_the_recipient_is_who_was_named (void)
{
  g_assert_true (allows ("[{" GIVEN "}]", "MINISTRY of justice", "2025-11-04"));
  g_assert_false (allows ("[{" GIVEN "}]", "Ministry of Health", "2025-11-04"));
  g_assert_false (allows ("[{" GIVEN "}]", NULL, "2025-11-04"));
  g_assert_true (allows ("[{\"purpose\":\"authority\",\"recipient\":\"Өзгөн прокуратурасы\"}]", "өзгөн ПРОКУРАТУРАСЫ", "2025-11-04"));
}

static void
test_a_consent_without_a_recipient_is_for_any (void)
{
  g_assert_true (allows ("[{\"purpose\":\"authority\",\"given_on\":\"2025-11-03\"}]", "Ministry of Health", "2025-11-04"));
  g_assert_true (allows ("[{\"purpose\":\"authority\",\"given_on\":\"2025-11-03\"}]", NULL, "2025-11-04"));
}

static void
test_only_the_purpose_counts (void)
{
  g_assert_false (allows ("[{\"purpose\":\"anonymous-use\"},{\"purpose\":\"publication\"}]", NULL, "2025-11-04"));
  g_assert_true (is_anonymous ("[{\"purpose\":\"anonymous-use\"}]", "2025-11-04"));
  g_assert_true (is_anonymous ("[{\"purpose\":\"publication\"}]", "2025-11-04"));
  /* For one authority is for nobody else, not even without a name. */
  g_assert_false (is_anonymous ("[{" GIVEN "}]", "2025-11-04"));
}

static void
test_one_that_ended_does_not_end_another (void)
{
  const char *consents = "[{" GIVEN ",\"withdrawn_on\":\"2025-11-05\"},"
                         "{\"purpose\":\"authority\",\"recipient\":\"Ministry of Justice\",\"given_on\":\"2025-11-07\"}]";

  g_assert_false (allows (consents, "Ministry of Justice", "2025-11-06"));
  g_assert_true (allows (consents, "Ministry of Justice", "2025-11-07"));
}

static void
test_the_public_never_gets_who_spoke (void)
{
  g_autoptr (NazarRecord) interview = make_interview ("[{\"purpose\":\"publication\"},{\"purpose\":\"authority\"}]");

  g_assert_false (nazar_consent_allows (interview, NAZAR_AUDIENCE_PUBLIC, NULL, "2025-11-04"));
  g_assert_true (nazar_consent_allows (interview, NAZAR_AUDIENCE_NONE, NULL, "2025-11-04"));
  g_assert_false (nazar_record_may_leave (interview, NAZAR_AUDIENCE_PUBLIC));
  g_assert_false (nazar_record_may_leave (interview, NAZAR_AUDIENCE_AUTHORITY));
}

static void
test_a_state_is_told_in_one_word (void)
{
  g_assert_cmpint (nazar_consent_state ("2025-11-03", NULL, NULL, "2025-11-03"), ==, NAZAR_CONSENT_VALID);
  g_assert_cmpint (nazar_consent_state (NULL, NULL, NULL, "2025-11-03"), ==, NAZAR_CONSENT_VALID);
  g_assert_cmpint (nazar_consent_state ("2025-11-03", NULL, NULL, "2025-11-02"), ==, NAZAR_CONSENT_NOT_YET);
  g_assert_cmpint (nazar_consent_state ("2025-11-03", "2025-11-04", NULL, "2025-11-05"), ==, NAZAR_CONSENT_ENDED);
  g_assert_cmpint (nazar_consent_state ("2025-11-03", "2025-11-04", "2025-11-05", "2025-11-05"), ==, NAZAR_CONSENT_WITHDRAWN);
  g_assert_cmpint (nazar_consent_state ("2025-11-03", NULL, "2025-11-09", "2025-11-05"), ==, NAZAR_CONSENT_VALID);
}

static void
assert_refused (const char *consents)
{
  g_autoptr (NazarRecord) interview = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_record_enter (interview, "consents", consents, &error));
  g_assert_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID);
  g_assert_null (nazar_record_get (interview, "consents"));
}

static void
test_days_that_cannot_be_are_refused (void)
{
  g_autoptr (NazarRecord) interview = NULL;

  nazar_set_today ("2025-11-10");
  assert_refused ("[{" GIVEN ",\"ends_on\":\"2025-11-02\"}]");
  assert_refused ("[{" GIVEN ",\"withdrawn_on\":\"2025-11-02\"}]");
  assert_refused ("[{" GIVEN ",\"withdrawn_on\":\"2025-11-11\"}]");
  assert_refused ("[{\"purpose\":\"authority\",\"given_on\":\"2025-12\"}]");
  interview = make_interview ("[{" GIVEN ",\"withdrawn_on\":\"2025-11\",\"ends_on\":\"2027\"}]");
  g_assert_nonnull (nazar_record_get (interview, "consents"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consent/an-empty-list-is-none", test_an_empty_list_is_none);
  g_test_add_func ("/consent/it-holds-from-the-day-it-was-given", test_it_holds_from_the_day_it_was_given);
  g_test_add_func ("/consent/it-holds-through-the-day-it-ends-on", test_it_holds_through_the_day_it_ends_on);
  g_test_add_func ("/consent/it-is-over-on-the-day-it-is-withdrawn", test_it_is_over_on_the_day_it_is_withdrawn);
  g_test_add_func ("/consent/days-known-in-part-count-from-the-earliest", test_days_known_in_part_count_from_the_earliest);
  g_test_add_func ("/consent/the-recipient-is-who-was-named", test_the_recipient_is_who_was_named);
  g_test_add_func ("/consent/a-consent-without-a-recipient-is-for-any", test_a_consent_without_a_recipient_is_for_any);
  g_test_add_func ("/consent/only-the-purpose-counts", test_only_the_purpose_counts);
  g_test_add_func ("/consent/one-that-ended-does-not-end-another", test_one_that_ended_does_not_end_another);
  g_test_add_func ("/consent/the-public-never-gets-who-spoke", test_the_public_never_gets_who_spoke);
  g_test_add_func ("/consent/a-state-is-told-in-one-word", test_a_state_is_told_in_one_word);
  g_test_add_func ("/consent/days-that-cannot-be-are-refused", test_days_that_cannot_be_are_refused);

  return g_test_run ();
}
