/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-preferences-window.h"

#include "nazar-identity.h"
#include "nazar-language.h"
#include "nazar-recent.h"
#include "nazar-settings.h"

#include <glib/gi18n-lib.h>

struct _NazarPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language;
  AdwComboRow *colors;
  AdwEntryRow *author;
  GtkSwitch *remember;
};

G_DEFINE_FINAL_TYPE (NazarPreferencesWindow, nazar_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the template. */
static const struct
{
  const char *name;
  AdwColorScheme scheme;
} color_schemes[] = {
  { "default", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static guint
chosen_colors (void)
{
  g_autofree char *name = nazar_settings_get_string ("color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i].name, name))
      return i;
  return 0;
}

static void
on_colors_cb (NazarPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->colors);

  if (selected >= G_N_ELEMENTS (color_schemes) || selected == chosen_colors ())
    return;

  nazar_settings_set_string ("color-scheme", color_schemes[selected].name);
  nazar_preferences_apply_colors ();
}

static void
on_language_cb (NazarPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language);
  g_autofree char *before = nazar_settings_get_string ("language");
  const char *chosen = selected == 0 ? "" : nazar_languages ()[selected - 1].id;

  if (g_str_equal (before, chosen))
    return;

  nazar_settings_set_string ("language", chosen);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (_("Nazar speaks it from its next start on.")));
}

static void
on_author_applied_cb (NazarPreferencesWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->author))));

  nazar_identity_set_author (name);
  nazar_settings_set_boolean ("author-asked", TRUE);
}

static void
on_remember_cb (NazarPreferencesWindow *self)
{
  nazar_recent_set_remember (gtk_switch_get_active (self->remember));
}

static void
fill_languages (NazarPreferencesWindow *self)
{
  const NazarLanguage *languages = nazar_languages ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = nazar_settings_get_string ("language");
  guint selected = 0;

  gtk_string_list_append (names, C_("language", "As in the system"));
  for (guint i = 0; languages[i].id != NULL; i++)
    {
      gtk_string_list_append (names, languages[i].name);
      if (g_str_equal (languages[i].id, chosen))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, selected);
}

static void
nazar_preferences_window_class_init (NazarPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarPreferencesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, NazarPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, NazarPreferencesWindow, author);
  gtk_widget_class_bind_template_child (widget_class, NazarPreferencesWindow, remember);
}

static void
nazar_preferences_window_init (NazarPreferencesWindow *self)
{
  g_autofree char *author = nazar_identity_get_author ();

  gtk_widget_init_template (GTK_WIDGET (self));

  fill_languages (self);
  adw_combo_row_set_selected (self->colors, chosen_colors ());
  gtk_editable_set_text (GTK_EDITABLE (self->author), author != NULL ? author : "");
  gtk_switch_set_active (self->remember, nazar_settings_get_boolean ("remember-recent"));

  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (on_language_cb), self);
  g_signal_connect_swapped (self->colors, "notify::selected", G_CALLBACK (on_colors_cb), self);
  g_signal_connect_swapped (self->author, "apply", G_CALLBACK (on_author_applied_cb), self);
  g_signal_connect_swapped (self->remember, "notify::active", G_CALLBACK (on_remember_cb), self);
}

/**
 * nazar_preferences_window_present:
 * @parent: (nullable): the window that it is in front of
 *
 * Shows the preferences.
 */
void
nazar_preferences_window_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (NAZAR_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL));
}

/**
 * nazar_preferences_apply_colors:
 *
 * Makes the program light, dark, or as the system is, as the preferences say.
 */
void
nazar_preferences_apply_colors (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_schemes[chosen_colors ()].scheme);
}
