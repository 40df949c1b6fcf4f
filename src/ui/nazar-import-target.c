/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-target.h"

#include "nazar-list-model.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* Where what was found will stand: in a new source, whose fields are proposed and
 * can be corrected, or in one of the register. A table of many States makes a
 * source of each, and a file of Nazar brings its own: then there is no choice. */
struct _NazarImportTarget
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarImportItem *proposed; /* the plan's one source */
  GtkStringList *new_source; /* one line */
  NazarListModel *sources;   /* of the register */
  gboolean showing;

  GtkWidget *one_box;
  GtkLabel *many;
  GtkDropDown *choice;
  GtkMenuButton *edit;
  AdwComboRow *mechanism;
  GtkEditable *state;
  GtkEditable *symbol;
  GtkEditable *title;
  GtkEditable *session;
  GtkEditable *date;
};

G_DEFINE_FINAL_TYPE (NazarImportTarget, nazar_import_target, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_new_name (NazarImportTarget *self)
{
  g_autofree char *title = nazar_record_dup_title (self->proposed->record);

  if (title == NULL)
    return g_strdup (_("New source"));

  /* Translators: %s is the title or symbol of a document. */
  return g_strdup_printf (_("New source: %s"), title);
}

static void
update_new_name (NazarImportTarget *self)
{
  g_autofree char *name = dup_new_name (self);
  const char *names[] = { name, NULL };

  gtk_string_list_splice (self->new_source, 0, g_list_model_get_n_items (G_LIST_MODEL (self->new_source)), names);
}

/* What a line of the drop-down says: for the closure of its expression. */
static char *
describe_choice (gpointer item,
                 gpointer user_data)
{
  NazarRecord *record;
  char *title;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (!NAZAR_IS_ROW (item))
    return g_strdup ("");

  record = nazar_row_get_record (item);
  title = record != NULL ? nazar_record_dup_title (record) : NULL;
  return title != NULL ? title : g_strdup (_("Source without a title"));
}

static void
on_choice_setup_cb (NazarImportTarget *self,
                    GtkListItem       *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_item_set_child (item, label);
}

static void
on_choice_bind_cb (NazarImportTarget *self,
                   GtkListItem       *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = describe_choice (gtk_list_item_get_item (item), NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static gboolean
is_new (NazarImportTarget *self)
{
  return gtk_drop_down_get_selected (self->choice) == 0;
}

static void
on_choice_changed_cb (NazarImportTarget *self)
{
  if (self->showing || self->proposed == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->edit), is_new (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mark_error (GtkWidget    *row,
            const GError *error)
{
  if (error != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, error != NULL ? error->message : NULL);
}

static void
enter (NazarImportTarget *self,
       GtkWidget         *row,
       const char        *field,
       const char        *value)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = nazar_record_enter (self->proposed->record, field, value, &error);

  mark_error (row, error);
  if (!ok)
    return;

  self->showing = TRUE;
  update_new_name (self);
  gtk_drop_down_set_selected (self->choice, 0);
  self->showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_field_changed_cb (NazarImportTarget *self,
                     GtkEditable       *row)
{
  const struct
  {
    GtkEditable *row;
    const char *field;
  } fields[] = {
    { self->state, "state_concerned" }, { self->symbol, "symbol" }, { self->title, "title" },
    { self->session, "session" },       { self->date, "date" },
  };

  for (guint i = 0; !self->showing && i < G_N_ELEMENTS (fields); i++)
    if (fields[i].row == row)
      {
        enter (self, GTK_WIDGET (row), fields[i].field, gtk_editable_get_text (row));
        return;
      }
}

static void
on_mechanism_changed_cb (NazarImportTarget *self)
{
  guint selected = adw_combo_row_get_selected (self->mechanism);

  if (self->showing || self->proposed == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  /* The first line is for none. */
  enter (self, GTK_WIDGET (self->mechanism), "mechanism",
         selected > 0 ? nazar_vocabulary_mechanism.choices[selected - 1].id : "");
}

static void
show_mechanism (NazarImportTarget *self,
                const char        *id)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_mechanism, id);

  adw_combo_row_set_selected (self->mechanism, choice != NULL ? choice - nazar_vocabulary_mechanism.choices + 1 : 0);
}

static void
show_field (GtkEditable *row,
            const char  *value)
{
  gtk_editable_set_text (row, value != NULL ? value : "");
  mark_error (GTK_WIDGET (row), NULL);
}

static void
show_fields (NazarImportTarget *self)
{
  NazarRecord *record = self->proposed->record;
  const NazarField *date = nazar_record_info_find (nazar_record_get_info (record), "date", NULL);
  g_autofree char *shown = nazar_record_get (record, "date") != NULL ? nazar_field_display (date, nazar_record_get (record, "date")) : NULL;

  show_mechanism (self, nazar_record_get (record, "mechanism"));
  show_field (self->state, nazar_record_get (record, "state_concerned"));
  show_field (self->symbol, nazar_record_get (record, "symbol"));
  show_field (self->title, nazar_record_get (record, "title"));
  show_field (self->session, nazar_record_get (record, "session"));
  show_field (self->date, shown);
}

/* Where the register knows the proposed source, that one is chosen. */
static void
select_known (NazarImportTarget *self)
{
  guint position = G_MAXUINT;

  if (self->proposed == NULL)
    return;

  if (self->proposed->known != NULL)
    position = nazar_list_model_find (self->sources, nazar_record_get_n (self->proposed->known));

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->choice, position != G_MAXUINT ? position + 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->edit), is_new (self));
  self->showing = FALSE;
}

static GListModel *
make_mechanisms (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, C_("mechanism", "Not given"));
  for (guint i = 0; i < nazar_vocabulary_mechanism.n_choices; i++)
    gtk_string_list_append (words, nazar_vocabulary_label (&nazar_vocabulary_mechanism, nazar_vocabulary_mechanism.choices[i].id));
  return G_LIST_MODEL (words);
}

static void
set_up_choice (NazarImportTarget *self)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_SOURCE);
  g_autoptr (GtkFlattenListModel) all = NULL;

  self->sources = nazar_list_model_new (self->live, NAZAR_TYPE_SOURCE);
  g_signal_connect_object (self->sources, "loaded", G_CALLBACK (select_known), self, G_CONNECT_SWAPPED);
  nazar_query_set_sort (query, "title", FALSE);

  g_list_store_append (parts, self->new_source);
  g_list_store_append (parts, self->sources);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (all));
  nazar_list_model_set_query (self->sources, query);
}

static void
nazar_import_target_dispose (GObject *object)
{
  NazarImportTarget *self = NAZAR_IMPORT_TARGET (object);

  g_clear_object (&self->proposed);
  g_clear_object (&self->sources);
  g_clear_object (&self->new_source);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_import_target_parent_class)->dispose (object);
}

static void
nazar_import_target_class_init (NazarImportTargetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_import_target_dispose;

  /**
   * NazarImportTarget::changed:
   *
   * Another source was chosen, or the new one was corrected.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_IMPORT_TARGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-target.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, one_box);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, many);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, choice);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, edit);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, mechanism);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, state);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, symbol);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, title);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, session);
  gtk_widget_class_bind_template_child (widget_class, NazarImportTarget, date);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mechanism_changed_cb);
}

static void
nazar_import_target_init (NazarImportTarget *self)
{
  g_autoptr (GListModel) mechanisms = make_mechanisms ();
  g_autoptr (GtkExpression) expression = NULL;

  self->showing = TRUE;
  self->new_source = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->mechanism, mechanisms);

  /* What the search in the drop-down looks at. */
  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (describe_choice), NULL, NULL);
  gtk_drop_down_set_expression (self->choice, expression);
  self->showing = FALSE;
}

static void
show_many (NazarImportTarget *self,
           guint              n_sources)
{
  g_autofree char *sentence = NULL;

  if (n_sources > 0)
    /* Translators: %u is a number of documents. */
    sentence = g_strdup_printf (ngettext ("Into: %u source, for the State and session",
                                          "Into: %u sources, one for each State and session", n_sources),
                                n_sources);
  gtk_label_set_text (self->many, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->many), sentence != NULL);
  gtk_widget_set_visible (self->one_box, FALSE);
}

/**
 * nazar_import_target_show:
 * @self: the choice of a source
 * @live: the register
 * @plan: what was found in a file
 */
void
nazar_import_target_show (NazarImportTarget *self,
                          NazarLive         *live,
                          NazarImportPlan   *plan)
{
  GPtrArray *sources = nazar_import_plan_get_sources (plan);

  g_return_if_fail (NAZAR_IS_IMPORT_TARGET (self));

  g_clear_object (&self->proposed);
  if (sources->len != 1)
    {
      show_many (self, sources->len);
      return;
    }

  self->showing = TRUE;
  self->proposed = g_object_ref (g_ptr_array_index (sources, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->many), FALSE);
  gtk_widget_set_visible (self->one_box, TRUE);
  update_new_name (self);
  show_fields (self);
  if (self->live == NULL)
    {
      self->live = g_object_ref (live);
      set_up_choice (self);
    }
  self->showing = FALSE;
  select_known (self);
}

/**
 * nazar_import_target_dup_chosen:
 * @self: the choice of a source
 *
 * Returns: (transfer full) (nullable): the source of the register that was chosen;
 *   %NULL for the new one
 */
NazarRecord *
nazar_import_target_dup_chosen (NazarImportTarget *self)
{
  gpointer item = gtk_drop_down_get_selected_item (self->choice);
  NazarRecord *record = NAZAR_IS_ROW (item) ? nazar_row_get_record (item) : NULL;

  return record != NULL ? nazar_record_copy (record) : NULL;
}
