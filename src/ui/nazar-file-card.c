/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-file-card.h"

#include "nazar-file-viewer.h"
#include "nazar-media.h"

#include <glib/gi18n-lib.h>

/* One attachment: what it is, and a way to look at it. */
struct _NazarFileCard
{
  NazarRecordCard parent_instance;

  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (NazarFileCard, nazar_file_card, NAZAR_TYPE_RECORD_CARD)

static const char *const card_fields[] = { "caption", "name", "personal", "interview", NULL };

static const char *
nazar_file_card_first_field (NazarRecord *record)
{
  return "caption";
}

static const char *
find_icon (NazarMediaKind kind)
{
  switch (kind)
    {
    case NAZAR_MEDIA_PICTURE:
      return "image-x-generic-symbolic";
    case NAZAR_MEDIA_PDF:
      return "x-office-document-symbolic";
    case NAZAR_MEDIA_TEXT:
      return "text-x-generic-symbolic";
    case NAZAR_MEDIA_OTHER:
    default:
      return "mail-attachment-symbolic";
    }
}

static void
nazar_file_card_show (NazarRecordCard *card,
                      NazarRecord     *record)
{
  NazarFileCard *self = NAZAR_FILE_CARD (card);
  const char *size = nazar_record_get (record, "size");
  g_autofree char *title = nazar_record_dup_title (record);
  g_autofree char *bytes = size != NULL ? g_format_size (g_ascii_strtoull (size, NULL, 10)) : g_strdup ("");
  g_autofree char *subtitle =
    nazar_record_get_flag (record, "personal") ? g_strdup_printf ("%s · %s", bytes, _("stays in the register")) : g_strdup (bytes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), title != NULL ? title : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), find_icon (nazar_media_kind (nazar_record_get (record, "media_type"))));
}

static void
on_look_cb (NazarFileCard *self)
{
  NazarRecordCard *card = NAZAR_RECORD_CARD (self);

  nazar_file_viewer_present (GTK_WIDGET (self), nazar_record_card_get_live (card), nazar_record_card_get_record (card));
}

static void
nazar_file_card_class_init (NazarFileCardClass *klass)
{
  NazarRecordCardClass *card_class = NAZAR_RECORD_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete File");
  card_class->deleted = N_("File deleted");
  card_class->first_field = nazar_file_card_first_field;
  card_class->show = nazar_file_card_show;
}

static void
nazar_file_card_init (NazarFileCard *self)
{
  GtkWidget *look = gtk_button_new_from_icon_name ("view-reveal-symbolic");

  self->icon = gtk_image_new ();
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  gtk_widget_set_valign (look, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (look, "flat");
  gtk_widget_set_tooltip_text (look, _("Look at it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Look at it"), -1);
  g_signal_connect_swapped (look, "clicked", G_CALLBACK (on_look_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), look);
}
