/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-injury-card.h"

#include "nazar-body-mark.h"
#include "nazar-degree-row.h"
#include "nazar-yes-no-row.h"

#include <glib/gi18n-lib.h>

/* One injury, under the number that its mark on the outline has. */
struct _NazarInjuryCard
{
  NazarPartCard parent_instance;

  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (NazarInjuryCard, nazar_injury_card, NAZAR_TYPE_PART_CARD)

static const char *const card_fields[] = {
  "kind", "side", "place", "size", "colour", "age_as_told", "photographed", "consistency", "notes", NULL,
};

static void
add_words (GStrvBuilder *builder,
           const char   *words)
{
  if (words != NULL)
    g_strv_builder_add (builder, words);
}

/* "4 × 2 cm · blue · two days · photographed · Highly consistent" */
static char *
dup_subtitle (NazarRecord *injury)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *consistency = nazar_record_get (injury, "consistency");

  if (nazar_record_get (injury, "kind") == NULL)
    add_words (builder, _("Choose the kind."));
  add_words (builder, nazar_record_get (injury, "size"));
  add_words (builder, nazar_record_get (injury, "colour"));
  add_words (builder, nazar_record_get (injury, "age_as_told"));
  if (nazar_record_get_flag (injury, "photographed"))
    add_words (builder, _("photographed"));
  if (consistency != NULL)
    add_words (builder, nazar_vocabulary_label (&nazar_vocabulary_consistency, consistency));

  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

static void
nazar_injury_card_show (NazarPartCard *card,
                        NazarRecord   *injury)
{
  NazarInjuryCard *self = NAZAR_INJURY_CARD (card);
  NazarFieldRow *side = nazar_part_card_get_row (card, "side");
  gboolean marked = nazar_record_get (injury, "x") != NULL;
  g_autofree char *title = nazar_injury_dup_words (injury);
  g_autofree char *subtitle = dup_subtitle (injury);
  g_autofree char *number = NULL;
  guint index = 0;

  nazar_part_list_find (nazar_part_card_get_list (card), NAZAR_PART (injury), &index);
  number = g_strdup_printf ("%u", index + 1);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (nazar_record_get (injury, "kind") == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-incomplete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nazar-incomplete");

  /* A mark knows its side. */
  if (side != NULL)
    gtk_widget_set_visible (GTK_WIDGET (side), !marked);
}

static GtkWidget *
nazar_injury_card_make_row (NazarPartCard    *card,
                            const NazarField *field)
{
  NazarLive *live = nazar_part_card_get_live (card);
  gboolean locked = !nazar_part_card_is_editable (card);

  if (g_str_equal (field->name, "consistency"))
    return nazar_degree_row_new (live, field, locked);
  if (g_str_equal (field->name, "photographed"))
    return nazar_yes_no_row_new (live, field, locked);
  return NULL;
}

static void
nazar_injury_card_class_init (NazarInjuryCardClass *klass)
{
  NazarPartCardClass *card_class = NAZAR_PART_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Injury");
  card_class->deleted = N_("Injury deleted");
  card_class->show = nazar_injury_card_show;
  card_class->make_row = nazar_injury_card_make_row;
}

static void
nazar_injury_card_init (NazarInjuryCard *self)
{
  self->number = gtk_label_new (NULL);
  gtk_widget_set_valign (self->number, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->number, "nazar-injury-number");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->number);
}
