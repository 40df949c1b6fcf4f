/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bulk.h"

#include "nazar-undo.h"
#include "test-util.h"

/* Many records at once, by their numbers. */

typedef struct
{
  gboolean done;
  char *text;
  GError *error;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->text);
  g_clear_error (&result->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static void
on_done_cb (GObject      *source,
            GAsyncResult *async_result,
            gpointer      user_data)
{
  Result *result = user_data;

  nazar_store_run_finish (NAZAR_STORE (source), async_result, &result->error);
  result->done = TRUE;
}

static void
on_text_cb (GObject      *source,
            GAsyncResult *async_result,
            gpointer      user_data)
{
  Result *result = user_data;

  result->text = nazar_bulk_text_finish (NAZAR_STORE (source), async_result, &result->error);
  result->done = TRUE;
}

static void
wait_done (Result *result)
{
  while (!result->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (result->error);
}

/* Three recommendations of one source; the numbers of the first and the third. */
static GArray *
add_three (NazarStore *store)
{
  g_autoptr (NazarRecord) source = test_add_record (store, NAZAR_TYPE_SOURCE, "title", "A report", NULL);
  const char *id = nazar_record_get_id (source);
  g_autoptr (NazarRecord) first = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "source", id, "number", "1", "section", "II",
                                                   "title", "Doors", "text", "Open the doors.\nAll of them.", NULL);
  g_autoptr (NazarRecord) second = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "source", id, "text", "Close none.", NULL);
  g_autoptr (NazarRecord) third = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "source", id, "number", "3",
                                                   "text", "Count the doors.", NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n[] = { nazar_record_get_n (first), nazar_record_get_n (third) };

  g_assert_cmpint (nazar_record_get_n (second), >, 0);
  g_array_append_vals (numbers, n, G_N_ELEMENTS (n));
  return numbers;
}

static void
test_delete_is_one_transaction (TestRegister  *self,
                                gconstpointer  data)
{
  g_autoptr (GArray) numbers = add_three (self->store);
  g_autoptr (GError) error = NULL;
  g_auto (Result) result = { FALSE };

  nazar_bulk_delete_async (self->store, NAZAR_TYPE_RECOMMENDATION, numbers, on_done_cb, &result);
  wait_done (&result);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM recommendation"), ==, 1);

  nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM recommendation"), ==, 3);
  test_assert_in_order (self->store);
}

static void
test_gone_records_are_passed_over (TestRegister  *self,
                                   gconstpointer  data)
{
  g_autoptr (GArray) numbers = add_three (self->store);
  gint64 nobody = 4711;
  g_auto (Result) result = { FALSE };

  g_array_prepend_val (numbers, nobody);
  nazar_bulk_delete_async (self->store, NAZAR_TYPE_RECOMMENDATION, numbers, on_done_cb, &result);
  wait_done (&result);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM recommendation"), ==, 1);
}

static void
test_each_gets_an_assessment (TestRegister  *self,
                              gconstpointer  data)
{
  g_autoptr (GArray) numbers = add_three (self->store);
  g_autoptr (NazarRecord) assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Result) result = { FALSE };

  nazar_record_set (assessment, "date", "2021-05");
  nazar_record_set (assessment, "track", "independent");
  nazar_record_set (assessment, "status", "planned");
  nazar_record_set (assessment, "plan_item", "11.2");
  nazar_bulk_assess_async (self->store, numbers, assessment, on_done_cb, &result);
  wait_done (&result);

  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM assessment"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT count (DISTINCT recommendation) FROM assessment"
                                            " WHERE status = 'planned' AND plan_item = '11.2' AND date = '2021-05'"),
                   ==, 2);
  g_assert_false (test_exists (self->store, assessment));

  nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM assessment"), ==, 0);
  test_assert_in_order (self->store);
}

static void
test_text_has_number_title_and_text (TestRegister  *self,
                                     gconstpointer  data)
{
  g_autoptr (GArray) numbers = add_three (self->store);
  g_auto (Result) result = { FALSE };

  nazar_bulk_text_async (self->store, NAZAR_TYPE_RECOMMENDATION, numbers, on_text_cb, &result);
  wait_done (&result);
  g_assert_cmpstr (result.text, ==, "II 1 Doors\nOpen the doors.\nAll of them.\n\n3\nCount the doors.\n");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/bulk/delete-is-one-transaction-that-undo-takes-back", test_delete_is_one_transaction);
  test_add ("/bulk/records-gone-meanwhile-are-passed-over", test_gone_records_are_passed_over);
  test_add ("/bulk/each-recommendation-gets-an-assessment-of-its-own", test_each_gets_an_assessment);
  test_add ("/bulk/text-has-number-title-and-text", test_text_has_number_title_and_text);

  return test_run_all ();
}
