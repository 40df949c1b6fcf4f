/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-passage.h"

#include <string.h>

/* Where an item was found: its passage of the file, marked, and what stands
 * around it. However long the file, only the neighbourhood is shown. */
struct _NazarImportPassage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkTextView *view;
  GtkTextTag *mark;

  NazarImportPlan *plan;
  gsize start, end;
  gboolean filled; /* the view shows that passage */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (NazarImportPassage, nazar_import_passage, ADW_TYPE_BIN)

/* Bytes shown before and after the passage, and of the passage itself. */
#define NEIGHBOURHOOD 3000
#define MAX_PASSAGE 60000

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

/* The beginning of the line some way before @start. */
static gsize
find_beginning (const char *text,
                gsize       start)
{
  gsize from = start > NEIGHBOURHOOD ? start - NEIGHBOURHOOD : 0;
  gsize line = from;

  while (line > 0 && line < start && text[line - 1] != '\n' && text[line - 1] != '\r')
    line++;
  if (line < start || from == 0)
    return line;

  /* One line longer than that. */
  while (from < start && is_continuation (text[from]))
    from++;
  return from;
}

static gsize
find_end (const char *text,
          gsize       length,
          gsize       end)
{
  gsize to = MIN (length, end + NEIGHBOURHOOD);

  while (to < length && to > end && is_continuation (text[to]))
    to--;
  return to;
}

/* Page breaks become line breaks and other control characters spaces: as many
 * bytes as before, and nothing that a text view would draw as a box. */
static char *
dup_plain (const char *text,
           gsize       length)
{
  char *plain = g_malloc (length + 1);

  memcpy (plain, text, length);
  plain[length] = '\0';
  for (gsize i = 0; i < length; i++)
    if (plain[i] == '\f' || plain[i] == '\v')
      plain[i] = '\n';
    else if ((guchar) plain[i] < ' ' && memchr ("\t\r\n", plain[i], 3) == NULL)
      plain[i] = ' ';
  return plain;
}

static void
fill (NazarImportPassage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gsize length;
  const char *text = nazar_import_plan_get_text (self->plan, &length);
  gsize end = MIN (MIN (self->end, length), self->start + MAX_PASSAGE);
  g_autofree char *plain = NULL;
  GtkTextIter first, last;
  gsize from, to;

  while (end > self->start && end < length && is_continuation (text[end]))
    end--;
  from = find_beginning (text, self->start);
  to = find_end (text, length, end);
  plain = dup_plain (text + from, to - from);

  gtk_text_buffer_set_text (buffer, plain, to - from);
  gtk_text_buffer_get_iter_at_offset (buffer, &first, g_utf8_strlen (plain, self->start - from));
  gtk_text_buffer_get_iter_at_offset (buffer, &last, g_utf8_strlen (plain, end - from));
  gtk_text_buffer_apply_tag (buffer, self->mark, &first, &last);
  gtk_text_buffer_place_cursor (buffer, &first);
  self->filled = TRUE;
}

static gboolean
on_update_cb (gpointer user_data)
{
  NazarImportPassage *self = user_data;

  self->update_source = 0;
  if (self->plan != NULL && !self->filled)
    fill (self);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->view)), 0, TRUE, 0, 0.25);
  return G_SOURCE_REMOVE;
}

/* Between frames: a text that changes within one makes GTK 4.8 draw a scroll bar
 * that has no place yet. And before the view has a height there is nothing to
 * scroll; after it has another one the passage is to be seen again. */
static void
update_soon (NazarImportPassage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update_cb, self);
}

static void
nazar_import_passage_dispose (GObject *object)
{
  NazarImportPassage *self = NAZAR_IMPORT_PASSAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (nazar_import_passage_parent_class)->dispose (object);
}

static void
nazar_import_passage_class_init (NazarImportPassageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_import_passage_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-passage.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportPassage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NazarImportPassage, view);
}

static void
nazar_import_passage_init (NazarImportPassage *self)
{
  const GdkRGBA colour = { 0.21f, 0.52f, 0.89f, 0.28f };
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "notify::page-size",
                           G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  self->mark = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &colour, NULL);
}

/**
 * nazar_import_passage_show:
 * @self: a view of a passage
 * @plan: what was found in a file; it has a text
 * @start: where the passage begins in it, in bytes
 * @end: where it ends
 *
 * Shows the passage amid its neighbourhood and scrolls to it.
 */
void
nazar_import_passage_show (NazarImportPassage *self,
                           NazarImportPlan    *plan,
                           gsize               start,
                           gsize               end)
{
  g_return_if_fail (NAZAR_IS_IMPORT_PASSAGE (self));
  g_return_if_fail (start <= end);

  g_set_object (&self->plan, plan);
  self->start = start;
  self->end = end;
  self->filled = FALSE;
  update_soon (self);
}
