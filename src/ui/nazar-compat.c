/* SPDX-License-Identifier: GPL-3.0-or-later */

/* This file alone may use what came after GTK 4.8, where it is there. */
#undef GDK_VERSION_MAX_ALLOWED
#include "nazar-compat.h"

#include <glib/gi18n-lib.h>

/* ---- questions ------------------------------------------------------------ */

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                GtkWidget        *owner)
{
  NazarAskFunc callback = (NazarAskFunc) g_object_get_data (G_OBJECT (dialog), "nazar-callback");

  callback (owner, response);
}

/* Enter means the safe answer, not the one that happens to stand first. Which of its
 * two sets of buttons the dialog shows, it knows when it has its size. */
static gboolean
focus_default_cb (gpointer dialog)
{
  gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
  return G_SOURCE_REMOVE;
}

static void
on_question_shown_cb (GtkWindow *dialog)
{
  g_idle_add_full (G_PRIORITY_LOW, focus_default_cb, g_object_ref (dialog), g_object_unref);
}

/**
 * nazar_compat_ask:
 * @owner: a widget in the window that asks
 * @heading: the question
 * @body: what it is about
 * @answers: the choices
 * @callback: told which was chosen, while @owner is there
 *
 * Asks with a dialog, and returns at once.
 */
void
nazar_compat_ask (GtkWidget         *owner,
                  const char        *heading,
                  const char        *body,
                  const NazarAskButton *answers,
                  NazarAskFunc         callback)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), heading, body));

  for (const NazarAskButton *answer = answers; answer->id != NULL; answer++)
    {
      adw_message_dialog_add_response (dialog, answer->id, answer->label);
      adw_message_dialog_set_response_appearance (dialog, answer->id, answer->appearance);
    }
  adw_message_dialog_set_default_response (dialog, answers[0].id);
  adw_message_dialog_set_close_response (dialog, answers[0].id);

  g_object_set_data (G_OBJECT (dialog), "nazar-callback", (gpointer) callback);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), owner, 0);
  g_signal_connect_after (dialog, "map", G_CALLBACK (on_question_shown_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_text_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     GtkWidget        *owner)
{
  NazarAskTextFunc callback = (NazarAskTextFunc) g_object_get_data (G_OBJECT (dialog), "nazar-callback");
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "nazar-entry");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "go"))
    callback (owner, text);
}

/* Without a text there is no answer. */
static void
on_text_changed_cb (AdwMessageDialog *dialog,
                    GtkEditable      *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "go", *text != '\0');
}

/**
 * nazar_compat_ask_text:
 * @owner: a widget in the window that asks
 * @heading: the question
 * @body: what it is about
 * @label: what is to be written
 * @button: what is done with it; may have a mnemonic
 * @callback: given the text, while @owner is there; not called where nothing was written
 *
 * Asks for a line of text with a dialog, and returns at once.
 */
void
nazar_compat_ask_text (GtkWidget        *owner,
                       const char       *heading,
                       const char       *body,
                       const char       *label,
                       const char       *button,
                       NazarAskTextFunc  callback)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), heading, body));
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), label);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_message_dialog_set_extra_child (dialog, list);

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "go", button);
  adw_message_dialog_set_response_enabled (dialog, "go", FALSE);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");

  g_object_set_data (G_OBJECT (dialog), "nazar-callback", (gpointer) callback);
  g_object_set_data (G_OBJECT (dialog), "nazar-entry", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_text_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_text_response_cb), owner, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * nazar_compat_tell:
 * @application: the program, which does not end before this was read
 * @heading: what happened
 * @body: more about it
 *
 * Says something with a dialog of its own, where no window is left that could.
 */
void
nazar_compat_tell (GtkApplication *application,
                   const char     *heading,
                   const char     *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), application);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the desktop's list of recent files ----------------------------------- */

static void (*write_list) (GtkRecentManager *manager);

/* GTK's file dialogs note what was chosen for all the desktop to see. */
static void
take_out_own_files (GtkRecentManager *manager)
{
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_application_name ()))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
on_list_changed (GtkRecentManager *manager)
{
  take_out_own_files (manager);
  write_list (manager);
}

/* The list is written, and read again, by the class's handler of "changed". */
static void
keep_files_private (void)
{
  GtkRecentManagerClass *klass;

  if (write_list != NULL)
    return;

  klass = g_type_class_ref (GTK_TYPE_RECENT_MANAGER);
  write_list = klass->changed;
  klass->changed = on_list_changed;
}

/**
 * nazar_compat_forget_files:
 *
 * Keeps the files that were chosen out of what GTK writes when the program ends. To
 * be called before that.
 */
void
nazar_compat_forget_files (void)
{
  if (write_list != NULL)
    take_out_own_files (gtk_recent_manager_get_default ());
}

/* ---- choosing files ------------------------------------------------------- */

#if GTK_CHECK_VERSION (4, 10, 0)

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean save = GPOINTER_TO_INT (g_task_get_task_data (task));

  g_task_return_pointer (task,
                         save ? gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL)
                              : gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL),
                         g_object_unref);
}

static void
choose_file (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             const char *folder,
             const char *name,
             GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) initial = folder != NULL ? g_file_new_for_path (folder) : NULL;

  gtk_file_dialog_set_title (dialog, title);
  if (filters != NULL)
    gtk_file_dialog_set_filters (dialog, filters);
  if (initial != NULL)
    gtk_file_dialog_set_initial_folder (dialog, initial);

  g_task_set_task_data (task, GINT_TO_POINTER (name != NULL), NULL);
  if (name != NULL)
    {
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, parent, NULL, on_chosen_cb, task);
    }
  else
    {
      gtk_file_dialog_open (dialog, parent, NULL, on_chosen_cb, task);
    }
}

#else

static void
on_chosen_cb (GtkNativeDialog *dialog,
              int              response,
              GTask           *task)
{
  g_task_return_pointer (task,
                         response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL,
                         g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
choose_file (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             const char *folder,
             const char *name,
             GListModel *filters)
{
  GtkFileChooserAction action = name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) initial = folder != NULL ? g_file_new_for_path (folder) : NULL;

  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
  if (initial != NULL)
    gtk_file_chooser_set_current_folder (chooser, initial, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * nazar_compat_open_file:
 * @parent: the window that asks
 * @title: what the dialog is for
 * @filters: (nullable) (transfer none): of #GtkFileFilter; the first is in force
 * @callback: to call nazar_compat_choose_file_finish() in
 * @user_data: for @callback
 *
 * Lets a person choose a file that is there.
 */
void
nazar_compat_open_file (GtkWindow           *parent,
                        const char          *title,
                        GListModel          *filters,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  keep_files_private ();
  choose_file (g_task_new (parent, NULL, callback, user_data), parent, title, NULL, NULL, filters);
}

/**
 * nazar_compat_save_file:
 * @parent: the window that asks
 * @title: what the dialog is for
 * @folder: (nullable): where it begins
 * @name: the name that is proposed
 * @filters: (nullable) (transfer none): of #GtkFileFilter; the first is in force
 * @callback: to call nazar_compat_choose_file_finish() in
 * @user_data: for @callback
 *
 * Lets a person choose a name for a file; the dialog asks before one that is there
 * is replaced.
 */
void
nazar_compat_save_file (GtkWindow           *parent,
                        const char          *title,
                        const char          *folder,
                        const char          *name,
                        GListModel          *filters,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  keep_files_private ();
  choose_file (g_task_new (parent, NULL, callback, user_data), parent, title, folder, name, filters);
}

/**
 * nazar_compat_choose_file_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the file; %NULL where none was chosen
 */
GFile *
nazar_compat_choose_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
