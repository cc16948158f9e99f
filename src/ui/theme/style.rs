//! The tokens as egui wants them, for the few things that egui draws itself.

use eframe::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2, Visuals,
    style::{Selection, WidgetVisuals},
};

use super::{
    colors::Tokens,
    tokens::{measure, size, space},
};

/// Gives egui the look, light and dark.
pub fn apply(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_visuals_of(theme, visuals(theme));
    }
    ctx.all_styles_mut(set_measures);
    ctx.options_mut(|options| {
        // Closing the window is what quits; a slip of the finger on Ctrl+Q is not.
        options.quit_shortcuts.clear();
        // The window has steps of its own, and remembers them.
        options.zoom_with_keyboard = false;
        // Where the system does not say.
        options.fallback_theme = Theme::Light;
    });
}

fn set_measures(style: &mut Style) {
    style.text_styles = [
        (TextStyle::Small, size::SMALL),
        (TextStyle::Body, size::BODY),
        (TextStyle::Button, size::BODY),
        (TextStyle::Monospace, size::BODY),
        (TextStyle::Heading, size::HEADING),
    ]
    .map(|(style, size)| (style, size.font()))
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(space::SMALL);
    spacing.button_padding = Vec2::new(space::MEDIUM, space::TINY);
    spacing.interact_size.y = measure::BUTTON;
    spacing.menu_margin = Margin::same(space::TINY as i8);
    spacing.window_margin = Margin::same(space::LARGE as i8);
    spacing.scroll.fade.strength = 0.0;
    spacing.tooltip_width = measure::PREVIEW;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_grace_time = 0.0;
    style.animation_time = 0.0;
}

fn visuals(theme: Theme) -> Visuals {
    let tokens = Tokens::of(theme);
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let radius = CornerRadius::same(measure::RADIUS as u8);
    let widget = |fill: Color32, edge: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(measure::LINE, edge),
        corner_radius: radius,
        fg_stroke: Stroke::new(measure::LINE, text),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = widget(tokens.surface, tokens.border, tokens.text);
    widgets.inactive = widget(tokens.surface, tokens.border_control, tokens.text);
    widgets.hovered = widget(tokens.hover, tokens.border_control, tokens.text);
    widgets.active = widget(tokens.hover, tokens.focus, tokens.text);
    widgets.open = widget(tokens.hover, tokens.border_control, tokens.text);
    visuals.selection = Selection {
        bg_fill: tokens.selection,
        stroke: Stroke::new(measure::FOCUS_LINE, tokens.focus),
    };
    visuals.weak_text_color = Some(tokens.text_subdued);
    visuals.hyperlink_color = tokens.link;
    visuals.faint_bg_color = tokens.bg;
    visuals.extreme_bg_color = tokens.sunken;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.code_bg_color = tokens.sunken;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.danger;
    visuals.window_corner_radius = radius;
    visuals.menu_corner_radius = radius;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(measure::LINE, tokens.border_strong);
    visuals.panel_fill = tokens.bg;
    visuals.text_cursor.stroke = Stroke::new(measure::FOCUS_LINE, tokens.focus);
    // A blinking cursor would draw two frames a second while nobody does anything.
    visuals.text_cursor.blink = false;
    visuals
}
