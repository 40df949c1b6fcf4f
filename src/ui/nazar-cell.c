/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-cell.h"

#include "nazar-display.h"
#include "nazar-highlight.h"
#include "nazar-language.h"
#include "nazar-lookup.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* What people read of a record in a list, beginning to end, is not more than this. */
#define TOOLTIP_CHARACTERS 600
#define BEGINNING_CHARACTERS 24

static const char *
title_of (NazarCellContext *context,
          const NazarField *field,
          const char       *id)
{
  const char *title = g_hash_table_lookup (context->titles, id);

  if (title == NULL)
    {
      char *found = nazar_store_dup_title (nazar_live_get_store (context->live),
                                           nazar_record_type_from_name (field->target), id);

      g_hash_table_insert (context->titles, g_strdup (id), found);
      title = found;
    }

  return title;
}

/* How many interviews are needed is asked of comprehensive visits only. */
static const char *
get_total (NazarRow   *row,
           const char *of)
{
  if (strcmp (of, "interviews_needed") == 0 && g_strcmp0 (nazar_row_get_value (row, "kind"), "comprehensive") != 0)
    return NULL;

  return nazar_row_get_value (row, of);
}

static char *
dup_share (NazarRow   *row,
           const char *value,
           const char *of)
{
  const char *total = get_total (row, of);
  g_autofree char *part = value != NULL ? nazar_number_format (g_ascii_strtoll (value, NULL, 10), nazar_language_current ()) : NULL;
  g_autofree char *whole = total != NULL ? nazar_number_format (g_ascii_strtoll (total, NULL, 10), nazar_language_current ()) : NULL;

  if (whole == NULL || strcmp (total, "0") == 0)
    return g_strdup (whole == NULL && part != NULL ? part : "");

  /* Translators: two numbers, the first counted against the second, in as little room as can be: "90/60". */
  return g_strdup_printf (C_ ("count", "%s/%s"), part != NULL ? part : "–", whole);
}

static char *
dup_value (NazarCellContext        *context,
           NazarRow                *row,
           const NazarColumnLayout *column)
{
  const NazarField *field = nazar_list_find_field (context->type, column->field);
  const char *value = nazar_row_get_value (row, column->field);

  if (column->of != NULL)
    return dup_share (row, value, column->of);
  if (value == NULL)
    return g_strdup ("");
  if (field->kind == NAZAR_KIND_REFERENCE)
    return g_strdup (title_of (context, field, value));
  if (field->kind == NAZAR_KIND_INTEGER)
    return nazar_number_format (g_ascii_strtoll (value, NULL, 10), nazar_language_current ());

  return nazar_field_display (field, value);
}

/* So much of a title that there is room for an excerpt after it. */
static char *
dup_beginning (const char *title)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (title, -1) <= BEGINNING_CHARACTERS)
    return g_strdup (title);

  beginning = g_utf8_substring (title, 0, BEGINNING_CHARACTERS);
  return g_strconcat (g_strchomp (beginning), "…", NULL);
}

/* Where the search found the record although its title does not have the words:
 * the words around the match, after the field's name or the title. */
static char *
excerpt_of_fields (NazarCellContext *context,
                   NazarRecord      *record,
                   const char       *title)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      const char *value = nazar_record_get_at (record, i);
      g_autofree char *shown = NULL;
      g_autofree char *excerpt = NULL;
      g_autofree char *beginning = NULL;

      if (value == NULL || (field->flags & NAZAR_FIELD_SEARCHABLE) == 0)
        continue;
      shown = nazar_field_display (field, value);
      excerpt = nazar_highlight_excerpt (shown, context->search);
      if (excerpt == NULL)
        continue;
      if (strcmp (field->name, "text") != 0)
        /* Translators: the name of a field, and some of its words. */
        return g_strdup_printf (C_ ("excerpt", "%s: %s"), nazar_field_label (field), excerpt);
      if (nazar_record_get (record, "title") == NULL)
        return g_steal_pointer (&excerpt);

      beginning = dup_beginning (title);
      /* Translators: a title, and some of the words of the text. */
      return g_strdup_printf (C_ ("excerpt", "%s — %s"), beginning, excerpt);
    }

  return NULL;
}

static char *
excerpt_of_type (NazarCellContext *context,
                 GType             type,
                 const char       *owner)
{
  NazarStore *store = nazar_live_get_store (context->live);
  g_auto (GStrv) ids = nazar_lookup_owned (nazar_store_lock_reader (store), type, NULL, owner, NULL);

  nazar_store_unlock_reader (store);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (NazarRecord) record = nazar_store_load (store, type, ids[i], NULL);
      g_autofree char *excerpt = record != NULL ? excerpt_of_fields (context, record, "") : NULL;

      if (excerpt != NULL)
        return g_steal_pointer (&excerpt);
    }

  return NULL;
}

/* Assessments and replies are found with their recommendation, what belongs to a visit
 * with the visit. */
static char *
excerpt_of_owned (NazarCellContext *context,
                  NazarRecord      *record)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const NazarField *owner = nazar_record_info_owner (nazar_record_info (types[i]));
      g_autofree char *excerpt = NULL;

      if (owner == NULL || strcmp (owner->target, nazar_record_get_info (record)->name) != 0)
        continue;
      excerpt = excerpt_of_type (context, types[i], nazar_record_get_id (record));
      if (excerpt != NULL)
        return g_steal_pointer (&excerpt);
    }

  return NULL;
}

/* What tells a record apart from others of the same title. */
static char *
dup_mark (NazarRecord *record)
{
  if (record != NULL && NAZAR_IS_RECOMMENDATION (record))
    return nazar_display_place (record);
  if (record != NULL && NAZAR_IS_VISIT (record))
    return nazar_record_dup_title (record);

  return NULL;
}

/* What a screen reader calls the row. */
static void
name_row (GtkWidget   *cell,
          NazarRecord *record,
          const char  *title)
{
  GtkWidget *parent = gtk_widget_get_parent (cell);
  GtkWidget *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *mark = dup_mark (record);
  g_autofree char *name = mark != NULL ? g_strdup_printf ("%s · %s", mark, title) : g_strdup (title);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A visit goes by its place, other records by titles of their own. */
static char *
dup_title (NazarCellContext        *context,
           NazarRecord             *record,
           const NazarColumnLayout *column)
{
  const NazarField *field = nazar_list_find_field (context->type, column->field);
  const char *id = record != NULL && field != NULL && field->kind == NAZAR_KIND_REFERENCE
                       ? nazar_record_get (record, column->field)
                       : NULL;

  if (id != NULL)
    return g_strdup (title_of (context, field, id));

  return record != NULL ? nazar_record_dup_title (record) : g_strdup ("");
}

static void
show_title (GtkInscription          *cell,
            const NazarColumnLayout *column,
            NazarCellContext        *context,
            NazarRow                *row)
{
  NazarRecord *record = nazar_row_get_record (row);
  g_autofree char *title = dup_title (context, record, column);
  g_autofree char *excerpt = NULL;
  g_autoptr (PangoAttrList) attributes = nazar_highlight_attributes (title, context->search);

  if (attributes == NULL && context->search != NULL && record != NULL)
    {
      excerpt = excerpt_of_fields (context, record, title);
      if (excerpt == NULL)
        excerpt = excerpt_of_owned (context, record);
      if (excerpt != NULL)
        attributes = nazar_highlight_attributes (excerpt, context->search);
    }

  gtk_inscription_set_text (cell, excerpt != NULL ? excerpt : title);
  gtk_inscription_set_attributes (cell, attributes);
  name_row (GTK_WIDGET (cell), record, title);
}

static void
show_status (NazarStatusBadge *cell,
             const char       *field,
             NazarCellContext *context,
             NazarRow         *row)
{
  gboolean differs = strcmp (field, "independent_status") == 0 && g_strcmp0 (nazar_row_get_value (row, "differ"), "1") == 0;

  nazar_status_badge_set_compact (cell, context->compact);
  nazar_status_badge_set_status (cell, nazar_row_get_value (row, field));
  nazar_status_badge_set_differs (cell, differs);
}

/**
 * nazar_cell_show:
 * @cell: a cell made by nazar_cell_new()
 * @column: its column
 * @context: its list
 * @row: the row that it is in now
 */
void
nazar_cell_show (GtkWidget               *cell,
                 const NazarColumnLayout *column,
                 NazarCellContext        *context,
                 NazarRow                *row)
{
  NazarRecord *record = nazar_row_get_record (row);
  g_autofree char *text = NULL;

  switch (column->kind)
    {
    case NAZAR_COLUMN_TITLE:
      show_title (GTK_INSCRIPTION (cell), column, context, row);
      return;
    case NAZAR_COLUMN_STATUS:
      show_status (NAZAR_STATUS_BADGE (cell), column->field, context, row);
      return;
    case NAZAR_COLUMN_NUMBER:
      text = record != NULL ? nazar_display_place (record) : NULL;
      break;
    case NAZAR_COLUMN_VALUE:
    default:
      text = dup_value (context, row, column);
    }

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

/* The whole of what the cell may have cut. */
static gboolean
on_query_tooltip_cb (GtkInscription *cell,
                     int             x,
                     int             y,
                     gboolean        keyboard,
                     GtkTooltip     *tooltip,
                     gpointer        user_data)
{
  const char *text = gtk_inscription_get_text (cell);
  g_autofree char *shown = text != NULL ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TOOLTIP_CHARACTERS)) : NULL;

  if (shown == NULL || *shown == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, shown);
  return TRUE;
}

/**
 * nazar_cell_new:
 * @column: a column
 * @context: its list
 *
 * Returns: (transfer full): an empty cell
 */
GtkWidget *
nazar_cell_new (const NazarColumnLayout *column,
                NazarCellContext        *context)
{
  gboolean is_title = column->kind == NAZAR_COLUMN_TITLE;
  GtkInscription *cell;

  if (column->kind == NAZAR_COLUMN_STATUS)
    return nazar_status_badge_new_for (nazar_list_find_field (context->type, column->field)->vocabulary);

  cell = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_min_chars (cell, is_title ? 8 : 0);
  gtk_inscription_set_text_overflow (cell, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (cell, PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_yalign (cell, 0.5);
  gtk_inscription_set_min_lines (cell, context->lines);
  gtk_inscription_set_nat_lines (cell, context->lines);
  if (!is_title)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "dim-label");
  gtk_widget_set_has_tooltip (GTK_WIDGET (cell), TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  return GTK_WIDGET (cell);
}

static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("nazar-list-item");
}

/**
 * nazar_cell_set_item:
 * @cell: a cell made by nazar_cell_new()
 * @item: what GTK knows of its row
 */
void
nazar_cell_set_item (GtkWidget   *cell,
                     GtkListItem *item)
{
  g_object_set_qdata (G_OBJECT (cell), item_quark (), item);
}

/**
 * nazar_cell_find_item:
 * @widget: a row, or what of a row holds a cell, or a cell
 *
 * Returns: (transfer none) (nullable): what GTK knows of the row: its position, too
 */
GtkListItem *
nazar_cell_find_item (GtkWidget *widget)
{
  GtkListItem *item = NULL;

  for (; item == NULL && widget != NULL; widget = gtk_widget_get_first_child (widget))
    item = g_object_get_qdata (G_OBJECT (widget), item_quark ());

  return item;
}
