/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (nazar-import-error-quark, nazar_import_error)

G_DEFINE_FINAL_TYPE (NazarImportItem, nazar_import_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (NazarImportPlan, nazar_import_plan, G_TYPE_OBJECT)

static void
nazar_import_item_finalize (GObject *object)
{
  NazarImportItem *self = NAZAR_IMPORT_ITEM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->known);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self->doubt);
  g_clear_pointer (&self->content, g_bytes_unref);

  G_OBJECT_CLASS (nazar_import_item_parent_class)->finalize (object);
}

static void
nazar_import_item_class_init (NazarImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_import_item_finalize;

  /**
   * NazarImportItem::changed:
   *
   * What the review shows of the item has changed.
   */
  g_signal_new ("changed", NAZAR_TYPE_IMPORT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_import_item_init (NazarImportItem *self)
{
  self->take = TRUE;
}

/**
 * nazar_import_item_new:
 * @record: (transfer full): what was found
 *
 * Returns: (transfer full): an item that is new and will be taken
 */
NazarImportItem *
nazar_import_item_new (NazarRecord *record)
{
  NazarImportItem *self = g_object_new (NAZAR_TYPE_IMPORT_ITEM, NULL);

  self->record = record;
  return self;
}

/**
 * nazar_import_item_refuse:
 * @item: an item
 * @sentence: why it cannot be stored
 */
void
nazar_import_item_refuse (NazarImportItem *item,
                          const char      *sentence)
{
  item->state = NAZAR_IMPORT_REFUSED;
  item->take = FALSE;
  g_free (item->doubt);
  item->doubt = g_strdup (sentence);
  g_clear_pointer (&item->content, g_bytes_unref);
}

/**
 * nazar_import_item_doubt:
 * @item: an item
 * @sentence: why it is doubtful, beside what was said before
 */
void
nazar_import_item_doubt (NazarImportItem *item,
                         const char      *sentence)
{
  char *both = item->doubt != NULL ? g_strconcat (item->doubt, " ", sentence, NULL) : g_strdup (sentence);

  g_free (item->doubt);
  item->doubt = both;
}

static void
nazar_import_plan_finalize (GObject *object)
{
  NazarImportPlan *self = NAZAR_IMPORT_PLAN (object);

  g_clear_object (&self->chosen_source);
  g_free (self->name);
  g_free (self->charset);
  g_free (self->text);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->warnings);
  g_hash_table_unref (self->term_ids);
  g_hash_table_unref (self->remap);

  G_OBJECT_CLASS (nazar_import_plan_parent_class)->finalize (object);
}

static void
nazar_import_plan_class_init (NazarImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_import_plan_finalize;
}

static void
nazar_import_plan_init (NazarImportPlan *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->terms = g_ptr_array_new_with_free_func (g_object_unref);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->term_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->remap = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * nazar_import_plan_get_kind:
 * @self: what was found in a file
 *
 * Returns: (transfer none): the name of the file's kind (`--as`)
 */
const char *
nazar_import_plan_get_kind (NazarImportPlan *self)
{
  return self->importer->kind;
}

/**
 * nazar_import_plan_get_kind_label:
 * @self: what was found in a file
 *
 * Returns: (transfer none): the file's kind in the language of the program
 */
const char *
nazar_import_plan_get_kind_label (NazarImportPlan *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "import", self->importer->label);
}

/**
 * nazar_import_plan_get_name:
 * @self: what was found in a file
 *
 * Returns: (transfer none): the file's name, without its folder
 */
const char *
nazar_import_plan_get_name (NazarImportPlan *self)
{
  return self->name;
}

/**
 * nazar_import_plan_get_text:
 * @self: what was found in a file
 * @length: (out) (optional): its bytes
 *
 * Returns: (transfer none) (nullable): the text that items came from, in UTF-8
 */
const char *
nazar_import_plan_get_text (NazarImportPlan *self,
                            gsize           *length)
{
  if (length != NULL)
    *length = self->length;
  return self->text;
}

/**
 * nazar_import_plan_get_charset:
 * @self: what was found in a file
 *
 * Returns: (transfer none) (nullable): id of the charset it was read in
 */
const char *
nazar_import_plan_get_charset (NazarImportPlan *self)
{
  return self->charset;
}

/**
 * nazar_import_plan_get_items:
 * @self: what was found in a file
 *
 * Returns: (transfer none) (element-type NazarImportItem): the items
 */
GPtrArray *
nazar_import_plan_get_items (NazarImportPlan *self)
{
  return self->items;
}

/**
 * nazar_import_plan_get_sources:
 * @self: what was found in a file
 *
 * Returns: (transfer none) (element-type NazarImportItem): the sources that the
 *   items stand in; empty for Nazar's own JSON, where sources are items
 */
GPtrArray *
nazar_import_plan_get_sources (NazarImportPlan *self)
{
  return self->sources;
}

/**
 * nazar_import_plan_get_warnings:
 * @self: what was found in a file
 *
 * Returns: (transfer none) (element-type utf8): sentences about the file as a whole
 */
GPtrArray *
nazar_import_plan_get_warnings (NazarImportPlan *self)
{
  return self->warnings;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * nazar_import_plan_dup_states:
 * @self: what was found in a file
 *
 * Returns: (transfer full): the States that the plan's sources concern, sorted
 */
GStrv
nazar_import_plan_dup_states (NazarImportPlan *self)
{
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->sources->len; i++)
    {
      NazarImportItem *source = g_ptr_array_index (self->sources, i);
      const char *state = nazar_record_get (source->record, "state_concerned");

      if (state != NULL)
        g_hash_table_add (states, (gpointer) state);
    }

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (sorted, g_strdup (key));
  g_ptr_array_sort (sorted, compare_strings);
  g_ptr_array_add (sorted, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}

/**
 * nazar_import_plan_count:
 * @self: what was found in a file
 *
 * Returns: how many items there are of each sort; the sum adds up
 */
NazarImportCounts
nazar_import_plan_count (NazarImportPlan *self)
{
  NazarImportCounts counts = { 0 };

  counts.read = self->items->len;
  for (guint i = 0; i < self->items->len; i++)
    {
      const NazarImportItem *item = g_ptr_array_index (self->items, i);

      if (item->state == NAZAR_IMPORT_KNOWN)
        counts.known++;
      else if (item->state == NAZAR_IMPORT_UNITED)
        counts.united++;
      else if (item->state == NAZAR_IMPORT_NEW && item->take)
        counts.fresh++;
      else
        counts.left_out++;

      if (item->doubt != NULL)
        counts.doubtful++;
      if (item->differences != NULL && item->differences->len > 0)
        counts.differing++;
    }

  return counts;
}

/**
 * nazar_import_plan_add_source:
 * @self: a plan that is being read
 * @source: (transfer full): a source that items will stand in
 *
 * Returns: (transfer none): @source
 */
NazarRecord *
nazar_import_plan_add_source (NazarImportPlan *self,
                              NazarRecord     *source)
{
  g_ptr_array_add (self->sources, nazar_import_item_new (source));
  return source;
}

/**
 * nazar_import_plan_add_term:
 * @self: a plan that is being read
 * @vocabulary: "theme" or "group"
 * @label: the word
 * @language: (nullable): its language
 *
 * Returns: (transfer none): id of the term; the same for the same word
 */
const char *
nazar_import_plan_add_term (NazarImportPlan *self,
                            const char      *vocabulary,
                            const char      *label,
                            const char      *language)
{
  g_autofree char *key = g_strconcat (vocabulary, "\x1f", label, NULL);
  const char *id = g_hash_table_lookup (self->term_ids, key);
  NazarRecord *term;

  if (id != NULL)
    return id;

  term = nazar_record_new (NAZAR_TYPE_TERM, NULL);
  nazar_record_set (term, "vocabulary", vocabulary);
  nazar_record_set (term, "label", label);
  nazar_record_set (term, "language", language);
  g_ptr_array_add (self->terms, nazar_import_item_new (term));
  g_hash_table_insert (self->term_ids, g_steal_pointer (&key), g_strdup (nazar_record_get_id (term)));
  return nazar_record_get_id (term);
}

/**
 * nazar_import_plan_add_body:
 * @self: a plan that is being read
 * @name: the name of a body
 *
 * Returns: (transfer none): id of the body; the same for the same name
 */
const char *
nazar_import_plan_add_body (NazarImportPlan *self,
                            const char      *name)
{
  g_autofree char *key = g_strconcat ("body", "\x1f", name, NULL);
  const char *id = g_hash_table_lookup (self->term_ids, key);
  NazarRecord *body;

  if (id != NULL)
    return id;

  body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  nazar_record_set (body, "name", name);
  g_ptr_array_add (self->terms, nazar_import_item_new (body));
  g_hash_table_insert (self->term_ids, g_steal_pointer (&key), g_strdup (nazar_record_get_id (body)));
  return nazar_record_get_id (body);
}

/**
 * nazar_import_plan_add_item:
 * @self: a plan that is being read
 * @item: (transfer full): an item
 */
void
nazar_import_plan_add_item (NazarImportPlan *self,
                            NazarImportItem *item)
{
  g_ptr_array_add (self->items, item);
}

/**
 * nazar_import_plan_add_warning:
 * @self: a plan that is being read
 * @sentence: something to know about the file as a whole
 */
void
nazar_import_plan_add_warning (NazarImportPlan *self,
                               const char      *sentence)
{
  g_ptr_array_add (self->warnings, g_strdup (sentence));
}

/**
 * nazar_import_plan_set_source:
 * @self: what was found in a file whose items stand in one source
 * @store: the register
 * @source: (nullable): a source of the register to put them into; %NULL for the
 *   new one that the plan proposes
 * @error: return location for an error
 *
 * Chooses where the items go and looks again which of them are known.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_import_plan_set_source (NazarImportPlan  *self,
                              NazarStore       *store,
                              NazarRecord      *source,
                              GError          **error)
{
  g_return_val_if_fail (self->sources->len == 1, FALSE);

  g_set_object (&self->chosen_source, source);
  self->source_is_chosen = TRUE;
  return nazar_import_plan_match (self, store, NULL, error);
}

/**
 * nazar_import_plan_join:
 * @self: what was found in a text
 * @index: place of an item, not the first
 *
 * Joins the item with the one before it, which keeps its number.
 *
 * Returns: %FALSE where there is none to join with
 */
gboolean
nazar_import_plan_join (NazarImportPlan *self,
                        guint            index)
{
  NazarImportItem *first, *second;
  g_autofree char *text = NULL;

  if (index == 0 || index >= self->items->len)
    return FALSE;

  first = g_ptr_array_index (self->items, index - 1);
  second = g_ptr_array_index (self->items, index);
  text = g_strconcat (nazar_record_get (first->record, "text"), "\n", nazar_record_get (second->record, "text"), NULL);
  nazar_record_set (first->record, "text", text);
  first->end = MAX (first->end, second->end);
  g_ptr_array_remove_index (self->items, index);
  g_signal_emit_by_name (first, "changed");
  return TRUE;
}

/**
 * nazar_import_plan_split:
 * @self: what was found in a text
 * @index: place of an item
 * @offset: bytes of its text that stay with it; a character's border
 *
 * Divides the item in two. The second has no number until it is given one.
 *
 * Returns: %FALSE where one of the two would be empty
 */
gboolean
nazar_import_plan_split (NazarImportPlan *self,
                         guint            index,
                         gsize            offset)
{
  NazarImportItem *first, *second;
  const char *text;
  g_autofree char *head = NULL, *tail = NULL;

  g_return_val_if_fail (index < self->items->len, FALSE);

  first = g_ptr_array_index (self->items, index);
  text = nazar_record_get (first->record, "text");
  if (text == NULL || offset >= strlen (text))
    return FALSE;

  head = g_strstrip (g_strndup (text, offset));
  tail = g_strstrip (g_strdup (text + offset));
  if (*head == '\0' || *tail == '\0')
    return FALSE;

  second = nazar_import_item_new (nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL));
  for (const char *const *field = (const char *const[]){ "source", "section", "paragraph", "language", NULL }; *field; field++)
    nazar_record_set (second->record, *field, nazar_record_get (first->record, *field));
  nazar_record_set (second->record, "text", tail);
  nazar_record_set (first->record, "text", head);
  second->page = first->page;
  second->line = first->line;
  second->start = first->start;
  second->end = first->end;
  second->doubt = g_strdup (_("Divided in the review: it needs a number of its own."));
  g_ptr_array_insert (self->items, index + 1, second);
  g_signal_emit_by_name (first, "changed");
  return TRUE;
}
