/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-file-list.h"

#include "nazar-file-card.h"

#include <glib/gi18n-lib.h>

/* The attachments of a record. What is added is chosen from the disk. */
struct _NazarFileList
{
  NazarCardList parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarFileList, nazar_file_list, NAZAR_TYPE_CARD_LIST)

static void
nazar_file_list_add (NazarCardList *list)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "files.add", NULL);
}

static void
nazar_file_list_class_init (NazarFileListClass *klass)
{
  NazarCardListClass *list_class = NAZAR_CARD_LIST_CLASS (klass);

  list_class->card_type = NAZAR_TYPE_FILE_CARD;
  list_class->add = nazar_file_list_add;
}

static void
nazar_file_list_init (NazarFileList *self)
{
  nazar_card_list_set_words (NAZAR_CARD_LIST (self), _("Documents"),
                             _("Photographs, papers and replies are kept in the register. Drop them here, or add them."),
                             _("Add a document"));
}
