/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-model.h"

#include "test-util.h"

#include <string.h>

/* Lists as windows see them: filled by a worker, kept up to date by small steps. */

typedef struct
{
  NazarLive *live;
  NazarListModel *model;
  GString *steps; /* "(position,removed,added)" of each change */
} List;

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     List       *list)
{
  g_string_append_printf (list->steps, "(%u,%u,%u)", position, removed, added);
}

/* A worker may hold it for a moment more. */
static void
finish (gpointer object)
{
  gpointer watched = object;

  g_object_add_weak_pointer (object, &watched);
  g_object_unref (object);
  while (watched != NULL)
    g_main_context_iteration (NULL, FALSE);
}

static void
list_clear (List *list)
{
  g_string_free (list->steps, TRUE);
  finish (list->model);
  finish (list->live);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static void
on_loaded_cb (NazarListModel *model,
              GError         *error,
              gboolean       *loaded)
{
  g_assert_no_error (error);
  *loaded = TRUE;
}

/* Until the list has the answer to what was asked last. */
static void
wait_loaded (NazarListModel *model)
{
  gboolean loaded = FALSE;
  gulong handler = g_signal_connect (model, "loaded", G_CALLBACK (on_loaded_cb), &loaded);

  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (model, handler);
}

static void
set_query (NazarListModel *model,
           const char     *filter,
           const char     *value,
           const char     *sort)
{
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);

  if (filter != NULL)
    g_assert_true (nazar_query_add_filter (query, filter, value, NULL));
  g_assert_true (nazar_query_set_sort (query, sort, FALSE));
  nazar_list_model_set_query (model, query);
  g_assert_true (nazar_list_model_is_loading (model));
  wait_loaded (model);
  g_assert_false (nazar_list_model_is_loading (model));
}

static List
make_list (TestRegister *self,
           const char   *sort)
{
  List list = { nazar_live_new (self->store), NULL, g_string_new (NULL) };

  list.model = nazar_list_model_new (list.live, NAZAR_TYPE_RECOMMENDATION);
  set_query (list.model, NULL, NULL, sort);
  return list;
}

/* After the list itself, which must not move in memory. */
static void
watch (List *list)
{
  g_signal_connect (list->model, "items-changed", G_CALLBACK (on_items_changed_cb), list);
}

static char *
numbers (NazarListModel *model)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (NazarRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      const char *number = nazar_row_get_value (row, "number");

      g_assert_cmpint (nazar_row_get_n (row), ==, nazar_list_model_get_n (model, i));
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", number != NULL ? number : "-");
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_list (List       *list,
             const char *expected,
             const char *steps)
{
  g_autofree char *found = numbers (list->model);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (list->steps->str, ==, steps);
  g_string_truncate (list->steps, 0);
}

static NazarRecord *
add (TestRegister *self,
     const char   *number)
{
  return test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "number", number, "text", "Mend", NULL);
}

static void
add_many (TestRegister *self,
          guint         n)
{
  g_autoptr (GError) error = NULL;

  nazar_store_begin (self->store, NAZAR_JOURNAL_IMPORT, 0, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (NazarRecord) record = add (self, number);
    }
  nazar_store_commit (self->store, &error);
  g_assert_no_error (error);
}

static void
test_new_query (TestRegister  *self,
                gconstpointer  data)
{
  g_auto (List) list = { 0 };

  add_many (self, 5);
  list = make_list (self, NULL);
  watch (&list);
  assert_list (&list, "1 2 3 4 5", "");

  /* Emptied first: one step would make GTK 4.8 fetch every row. */
  set_query (list.model, "number", "3", NULL);
  assert_list (&list, "3", "(0,5,0)(0,0,1)");
  set_query (list.model, "number", "none", NULL);
  assert_list (&list, "", "(0,1,0)");
  set_query (list.model, NULL, NULL, "number");
  assert_list (&list, "1 2 3 4 5", "(0,0,5)");
}

static void
test_empty (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (NazarLive) live = nazar_live_new (self->store);
  g_autoptr (NazarListModel) model = nazar_list_model_new (live, NAZAR_TYPE_TERM);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  g_assert_cmpint (nazar_list_model_get_n (model, 0), ==, 0);
  g_assert_cmpuint (nazar_list_model_find (model, 1), ==, G_MAXUINT);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == NAZAR_TYPE_ROW);
}

static void
test_added (TestRegister  *self,
            gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) last = NULL, middle = NULL;

  add_many (self, 3);
  list = make_list (self, "number");
  watch (&list);

  last = add (self, "4");
  wait_loaded (list.model);
  assert_list (&list, "1 2 3 4", "(3,0,1)");
  middle = add (self, "1a");
  wait_loaded (list.model);
  assert_list (&list, "1 1a 2 3 4", "(1,0,1)");
  g_assert_cmpuint (nazar_list_model_find (list.model, nazar_record_get_n (middle)), ==, 1);
}

static void
test_removed (TestRegister  *self,
              gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) record = NULL;

  record = add (self, "0");
  add_many (self, 3);
  list = make_list (self, NULL);
  watch (&list);

  test_delete (self->store, record);
  wait_loaded (list.model);
  assert_list (&list, "1 2 3", "(0,1,0)");
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_REFUSE, NULL));
  wait_loaded (list.model);
  assert_list (&list, "0 1 2 3", "(0,0,1)");
}

static void
test_several (TestRegister  *self,
              gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) first = NULL, second = NULL, third = NULL;

  first = add (self, "0");
  add_many (self, 2);
  second = add (self, "9");
  list = make_list (self, "number");
  watch (&list);

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  test_delete (self->store, first);
  test_delete (self->store, second);
  third = add (self, "1b");
  g_assert_true (nazar_store_commit (self->store, NULL));
  wait_loaded (list.model);
  assert_list (&list, "1 1b 2", "(3,1,0)(0,1,0)(1,0,1)");
}

/* A row that comes to stand elsewhere: the list is filled anew. */
static void
test_moved (TestRegister  *self,
            gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) record = NULL;

  record = add (self, "0");
  add_many (self, 3);
  list = make_list (self, "number");
  watch (&list);

  test_set (self->store, record, "number", "2a");
  wait_loaded (list.model);
  assert_list (&list, "1 2 2a 3", "(0,4,0)(0,0,4)");
}

static void
on_row_changed_cb (NazarRow *row,
                   guint    *n_changes)
{
  (*n_changes)++;
}

/* What does not change the list changes its row. */
static void
test_live (TestRegister  *self,
           gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) record = NULL, claim = NULL;
  g_autoptr (NazarRow) row = NULL, other = NULL;
  guint n_changes = 0, n_other = 0;

  record = add (self, "0");
  add_many (self, 3);
  list = make_list (self, NULL);
  watch (&list);
  row = g_list_model_get_item (G_LIST_MODEL (list.model), 0);
  other = g_list_model_get_item (G_LIST_MODEL (list.model), 1);
  g_assert_cmpstr (nazar_row_get_value (row, "state_status"), ==, NULL);
  g_assert_cmpstr (nazar_row_get_value (other, "number"), ==, "1");
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed_cb), &n_changes);
  g_signal_connect (other, "changed", G_CALLBACK (on_row_changed_cb), &n_other);

  test_set (self->store, record, "title", "Bridges");
  wait_loaded (list.model);
  g_assert_cmpstr (nazar_row_get_value (row, "title"), ==, "Bridges");
  g_assert_cmpuint (n_changes, ==, 1);

  claim = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (record), "track", "state", "status",
                           "planned", NULL);
  wait_loaded (list.model);
  g_assert_cmpstr (nazar_row_get_value (row, "state_status"), ==, "planned");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (n_other, ==, 0);

  test_delete (self->store, claim);
  wait_loaded (list.model);
  g_assert_cmpstr (nazar_row_get_value (row, "state_status"), ==, NULL);
  assert_list (&list, "0 1 2 3", "");
}

/* The name of another record shows in any row. */
static void
test_renamed_source (TestRegister  *self,
                     gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "symbol", "A/1", NULL);
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source", nazar_record_get_id (source), NULL);
  g_autoptr (NazarRow) row = NULL;

  list = make_list (self, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (list.model), 0);
  g_assert_cmpstr (nazar_row_get_value (row, "source_symbol"), ==, "A/1");
  test_set (self->store, source, "symbol", "A/2");
  wait_loaded (list.model);
  g_assert_cmpstr (nazar_row_get_value (row, "source_symbol"), ==, "A/2");
}

static void
test_one_object (TestRegister  *self,
                 gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRow) row = NULL, again = NULL;
  g_autoptr (NazarRecord) live = NULL;

  add_many (self, 2);
  list = make_list (self, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (list.model), 1);
  again = g_list_model_get_item (G_LIST_MODEL (list.model), 1);
  g_assert_true (row == again);
  live = nazar_live_get (list.live, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_id (nazar_row_get_record (row)));
  g_assert_true (live == nazar_row_get_record (row));
}

/* Typed in the window: the object has it at once, the disk soon. */
static void
test_written_behind (TestRegister  *self,
                     gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (NazarRow) row = NULL;
  NazarRecord *record;

  add_many (self, 2);
  list = make_list (self, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (list.model), 0);
  record = nazar_row_get_record (row);
  for (const char *const *title = (const char *const[]){ "B", "Br", "Bri", NULL }; *title != NULL; title++)
    {
      nazar_record_set (record, "title", *title);
      nazar_live_store (list.live, record);
    }
  g_assert_true (nazar_live_is_busy (list.live));
  g_assert_cmpstr (nazar_row_get_value (row, "title"), ==, "Bri");
  while (nazar_live_is_busy (list.live))
    g_main_context_iteration (NULL, TRUE);
  test_assert_field (self->store, record, "title", "Bri");
  g_assert_cmpstr (nazar_row_get_value (row, "title"), ==, "Bri");
}

/* Only the answer to the last question comes. */
static void
test_overtaken (TestRegister  *self,
                gconstpointer  data)
{
  g_auto (List) list = { 0 };

  add_many (self, 500);
  list = make_list (self, NULL);
  watch (&list);
  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);

      g_assert_true (nazar_query_add_filter (query, "number", number, NULL));
      nazar_list_model_set_query (list.model, query);
    }
  wait_loaded (list.model);
  assert_list (&list, "20", "(0,500,0)(0,0,1)");
}

static void
test_closed_while_loading (TestRegister  *self,
                           gconstpointer  data)
{
  NazarLive *live = nazar_live_new (self->store);
  NazarListModel *model = nazar_list_model_new (live, NAZAR_TYPE_RECOMMENDATION);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  gpointer watched = model;

  add_many (self, 100);
  nazar_list_model_set_query (model, query);
  g_object_add_weak_pointer (G_OBJECT (model), &watched);
  g_object_unref (model);
  g_object_unref (live);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define MANY 10000

/* Nothing of a row is read before it is looked at. */
static void
test_many (TestRegister  *self,
           gconstpointer  data)
{
  g_auto (List) list = { 0 };
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  double filled, sorted, walked;

  add_many (self, MANY);
  g_timer_start (timer);
  list = make_list (self, NULL);
  filled = g_timer_elapsed (timer, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list.model)), ==, MANY);

  g_timer_start (timer);
  set_query (list.model, NULL, NULL, "number");
  sorted = g_timer_elapsed (timer, NULL);
  g_assert_cmpint (nazar_list_model_get_n (list.model, MANY - 1), ==, MANY);

  g_timer_start (timer);
  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list.model), i));
  g_ptr_array_set_size (rows, 0);
  walked = g_timer_elapsed (timer, NULL);

  g_test_message ("filled %.3f s, sorted %.3f s, stubs %.3f s", filled, sorted, walked);
  /* Wide of what was measured, for slow machines; a list that reads each row takes far longer. */
  g_assert_cmpfloat (filled, <, 1);
  g_assert_cmpfloat (sorted, <, 2);
  g_assert_cmpfloat (walked, <, 1);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/list-model/empty-until-it-is-asked", test_empty);
  test_add ("/list-model/new-query-empties-then-fills", test_new_query);
  test_add ("/list-model/one-row-comes-in-one-step", test_added);
  test_add ("/list-model/one-row-goes-in-one-step", test_removed);
  test_add ("/list-model/several-rows-in-exact-steps", test_several);
  test_add ("/list-model/moved-row-fills-anew", test_moved);
  test_add ("/list-model/row-is-told-what-changed", test_live);
  test_add ("/list-model/row-follows-its-source", test_renamed_source);
  test_add ("/list-model/one-id-is-one-object", test_one_object);
  test_add ("/list-model/edits-are-written-behind", test_written_behind);
  test_add ("/list-model/only-the-last-question-is-answered", test_overtaken);
  test_add ("/list-model/may-be-closed-while-it-loads", test_closed_while_loading);
  test_add ("/list-model/many-rows-quickly", test_many);

  return test_run_all ();
}
