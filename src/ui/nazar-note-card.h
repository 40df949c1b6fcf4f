/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A sentence that the program has to say about what is on the page, with what one can
 * do about it. NazarNoteCard::clicked is emitted for its button. */

#define NAZAR_TYPE_NOTE_CARD (nazar_note_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarNoteCard, nazar_note_card, NAZAR, NOTE_CARD, GtkBox)

GtkWidget *nazar_note_card_new       (const char    *icon_name);
void       nazar_note_card_set_words (NazarNoteCard *self,
                                      const char    *sentence,
                                      const char    *button);

G_END_DECLS
