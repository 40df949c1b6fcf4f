/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-part.h"
#include "nazar-records.h"

#define TWO "[{\"side\":\"front\",\"x\":600,\"y\":700,\"kind\":\"bruise\",\"photographed\":true}," \
            "{\"side\":\"back\",\"kind\":\"scar\",\"size\":\"4 × 2 cm\"}]"

static NazarPartList *
make_list (NazarRecord **interview)
{
  NazarPartList *list;

  *interview = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  g_assert_true (nazar_record_enter (*interview, "injuries", TWO, NULL));
  list = nazar_part_list_new (nazar_record_info_find (nazar_record_info (NAZAR_TYPE_INTERVIEW), "injuries", NULL));
  nazar_part_list_set_record (list, *interview);
  return list;
}

static NazarRecord *
part (NazarPartList *list,
      guint          index)
{
  return NAZAR_RECORD (nazar_part_list_get (list, index));
}

static void
test_parts_are_read_as_records (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpstr (nazar_record_get (part (list, 0), "x"), ==, "600");
  g_assert_true (nazar_record_get_flag (part (list, 0), "photographed"));
  g_assert_cmpstr (nazar_record_get (part (list, 1), "size"), ==, "4 × 2 cm");
  g_assert_null (nazar_record_get (part (list, 1), "x"));
}

static void
test_what_is_entered_goes_into_the_record (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);
  NazarRecord *first = part (list, 0);

  g_assert_true (nazar_record_enter (first, "photographed", "no", NULL));
  g_assert_true (nazar_part_put (NAZAR_PART (first)) == interview);
  g_assert_cmpstr (nazar_record_get (interview, "injuries"), ==,
                   "[{\"side\":\"front\",\"x\":600,\"y\":700,\"kind\":\"bruise\",\"photographed\":false},"
                   "{\"side\":\"back\",\"kind\":\"scar\",\"size\":\"4 × 2 cm\"}]");
  g_assert_true (part (list, 0) == first);
}

static void
test_an_invalid_value_is_refused (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_record_enter (part (list, 0), "kind", "magic", &error));
  g_assert_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID);
  g_assert_cmpstr (nazar_record_get (part (list, 0), "kind"), ==, "bruise");
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint times;
} Change;

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     gpointer    user_data)
{
  Change *change = user_data;

  *change = (Change) { position, removed, added, change->times + 1 };
}

static void
test_a_part_that_stays_is_the_same_object (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);
  NazarRecord *first = part (list, 0), *second = part (list, 1);
  Change change = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), &change);

  /* As an undo would: the first is gone, and back again. */
  nazar_record_enter (interview, "injuries", "[{\"side\":\"back\",\"kind\":\"scar\",\"size\":\"4 × 2 cm\"}]", NULL);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
  g_assert_true (part (list, 0) == second);
  nazar_record_enter (interview, "injuries", TWO, NULL);
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_true (part (list, 1) == second);
  g_assert_true (part (list, 0) != first);

  /* Another value in one of them. */
  change = (Change) { 0 };
  nazar_record_enter (interview, "injuries",
                      "[{\"side\":\"front\",\"kind\":\"burn\"},{\"side\":\"back\",\"kind\":\"scar\",\"size\":\"4 × 2 cm\"}]", NULL);
  g_assert_cmpuint (change.times, ==, 0);
  g_assert_cmpstr (nazar_record_get (part (list, 0), "kind"), ==, "burn");
  g_assert_null (nazar_record_get (part (list, 0), "x"));
}

static void
test_added_and_removed (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);
  g_autoptr (NazarRecord) second = g_object_ref (part (list, 1));
  NazarPart *third = nazar_part_list_add (list);
  guint index;

  nazar_record_set (NAZAR_RECORD (third), "side", "front");
  nazar_part_put (third);
  g_assert_true (nazar_part_list_find (list, third, &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_true (g_str_has_suffix (nazar_record_get (interview, "injuries"), ",{\"side\":\"front\"}]"));

  nazar_part_list_remove (list, NAZAR_PART (second));
  nazar_part_list_remove (list, nazar_part_list_get (list, 0));
  g_assert_cmpstr (nazar_record_get (interview, "injuries"), ==, "[{\"side\":\"front\"}]");
  nazar_part_list_remove (list, third);
  g_assert_null (nazar_record_get (interview, "injuries"));

  /* What was taken out belongs to nothing. */
  g_assert_null (nazar_part_put (NAZAR_PART (second)));
}

static void
test_a_part_goes_with_the_others_of_its_record (void)
{
  g_autoptr (NazarRecord) interview = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  g_autoptr (NazarPartList) list =
    nazar_part_list_new (nazar_record_info_find (nazar_record_info (NAZAR_TYPE_INTERVIEW), "consents", NULL));
  g_autoptr (GError) error = NULL;

  nazar_part_list_set_record (list, interview);
  nazar_record_set (NAZAR_RECORD (nazar_part_list_add (list)), "given_on", "2025-11-03");
  g_assert_false (nazar_record_enter (part (list, 0), "ends_on", "2025-10-01", &error));
  g_assert_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID);
  g_assert_true (nazar_record_enter (part (list, 0), "ends_on", "2025-12-01", NULL));
}

static void
test_another_record_has_other_parts (void)
{
  g_autoptr (NazarRecord) interview = NULL;
  g_autoptr (NazarPartList) list = make_list (&interview);
  g_autoptr (NazarRecord) other = nazar_record_new (NAZAR_TYPE_INTERVIEW, NULL);
  g_autoptr (NazarRecord) first = g_object_ref (part (list, 0));

  nazar_record_enter (other, "injuries", TWO, NULL);
  nazar_part_list_set_record (list, other);
  g_assert_true (part (list, 0) != first);
  g_assert_null (nazar_part_put (NAZAR_PART (first)));
  nazar_part_list_set_record (list, NULL);
  g_assert_cmpuint (nazar_part_list_get_length (list), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/part/parts-are-read-as-records", test_parts_are_read_as_records);
  g_test_add_func ("/part/what-is-entered-goes-into-the-record", test_what_is_entered_goes_into_the_record);
  g_test_add_func ("/part/an-invalid-value-is-refused", test_an_invalid_value_is_refused);
  g_test_add_func ("/part/a-part-that-stays-is-the-same-object", test_a_part_that_stays_is_the_same_object);
  g_test_add_func ("/part/added-and-removed", test_added_and_removed);
  g_test_add_func ("/part/a-part-goes-with-the-others-of-its-record", test_a_part_goes_with_the_others_of_its_record);
  g_test_add_func ("/part/another-record-has-other-parts", test_another_record_has_other_parts);

  return g_test_run ();
}
