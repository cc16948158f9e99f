//! A menu under a button.

use eframe::egui::{
    Color32, CornerRadius, Popup, RectAlign, Response, Sense, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::{Icon, button::focus_ring, icons, rule, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A line of a menu.
#[derive(Clone, Copy)]
pub enum MenuLine<'a> {
    /// What can be chosen.
    Entry(MenuEntry<'a>),
    /// The name of the entries below.
    Heading(&'a str),
    /// A line between groups of entries.
    Rule,
}

/// What can be chosen in a menu.
#[derive(Clone, Copy, Default)]
pub struct MenuEntry<'a> {
    /// What it does.
    pub text: &'a str,
    /// Its icon.
    pub icon: Option<Icon>,
    /// The keys that do the same; empty if there are none.
    pub keys: &'a str,
    /// Why it cannot be chosen now; empty if it can.
    pub reason: &'a str,
    /// Whether it is one of several, and holds now.
    pub is_chosen: Option<bool>,
    /// Whether it takes something away.
    pub is_danger: bool,
    /// Whether the keyboard is at it, where the keyboard is not the menu's own.
    pub is_lit: bool,
}

/// A menu under a button.
pub struct Menu<'a> {
    /// What the menu is about.
    pub name: &'a str,
    /// Its lines.
    pub lines: &'a [MenuLine<'a>],
}

impl<'a> MenuEntry<'a> {
    /// An entry with a word.
    pub fn new(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    /// An entry with an icon and a word.
    pub fn with_icon(icon: Icon, text: &'a str) -> Self {
        Self { text, icon: Some(icon), ..Self::default() }
    }

    /// One of several, of which one holds.
    pub fn one_of(text: &'a str, is_chosen: bool) -> Self {
        Self { text, is_chosen: Some(is_chosen), ..Self::default() }
    }
}

impl Menu<'_> {
    /// Shows the menu while it is open; gives back the line that was clicked.
    pub fn show(&self, button: &Response) -> Option<usize> {
        let popup = Popup::menu(button).accessible_name(self.name).gap(space::TINY);
        let shown = popup.align(RectAlign::BOTTOM_END).show(|ui| self.lines(ui));
        shown.and_then(|shown| shown.inner)
    }

    /// Shows the menu where the pointer was clicked on something with the other button.
    pub fn show_at(&self, response: &Response) -> Option<usize> {
        let popup = Popup::context_menu(response).accessible_name(self.name);
        let shown = popup.show(|ui| self.lines(ui));
        shown.and_then(|shown| shown.inner)
    }

    /// Shows the lines in a popup that is open already; gives back the line that was clicked.
    pub fn lines(&self, ui: &mut Ui) -> Option<usize> {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let width = self.lines.iter().map(|line| line.width(ui)).fold(measure::MENU, f32::max);
        ui.set_width(width);
        let mut clicked = None;
        for (at, line) in self.lines.iter().enumerate() {
            match line {
                MenuLine::Entry(it) => {
                    if entry(ui, it).clicked() {
                        clicked = Some(at);
                    }
                }
                MenuLine::Heading(words) => heading(ui, words),
                MenuLine::Rule => {
                    ui.add_space(space::TINY);
                    rule(ui);
                    ui.add_space(space::TINY);
                }
            }
        }
        clicked
    }
}

impl MenuLine<'_> {
    fn width(&self, ui: &Ui) -> f32 {
        let of = |text, size| {
            words::galley(ui.painter(), text, size, Color32::PLACEHOLDER, f32::INFINITY).size().x
        };
        match self {
            Self::Entry(entry) => {
                let before = entry.icon.map_or(0.0, |_| icon::BODY + space::SMALL);
                let after = entry.is_chosen.map_or(0.0, |_| icon::SMALL + space::LARGE);
                let keys = of(entry.keys, size::SMALL);
                let keys = if keys > 0.0 { keys + space::HUGE } else { 0.0 };
                let own = of(entry.text, size::BODY) + keys + after;
                before + own.max(of(entry.reason, size::SMALL)) + 2.0 * space::SMALL
            }
            Self::Heading(words) => of(words, size::SMALL) + 2.0 * space::SMALL,
            Self::Rule => 0.0,
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let tokens = Tokens::of(ui.theme());
    let extent = vec2(ui.available_width(), measure::BUTTON_SMALL);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    words::line(ui.painter(), inner, text, size::SMALL, tokens.text_subdued);
}

fn entry(ui: &mut Ui, entry: &MenuEntry<'_>) -> Response {
    let tokens = Tokens::of(ui.theme());
    let is_enabled = entry.reason.is_empty();
    let more = if is_enabled { 0.0 } else { measure::PILL };
    let extent = vec2(ui.available_width(), measure::RAIL_ENTRY + more);
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(extent, sense);
    response.widget_info(|| match entry.is_chosen {
        Some(is) => WidgetInfo::selected(Role::MenuItemRadio, is_enabled, is, entry.text),
        None => WidgetInfo::labeled(Role::MenuItem, is_enabled, entry.text),
    });
    if !is_enabled {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(entry.reason));
    }
    let is_lit = is_enabled && (entry.is_lit || response.hovered() || response.has_focus());
    let (ink, quiet) = match (is_enabled, entry.is_danger) {
        (false, _) => (tokens.text_disabled, tokens.text_disabled),
        (true, true) => (tokens.danger, tokens.text_subdued),
        (true, false) if is_lit => (tokens.link, tokens.text_subdued),
        (true, false) => (tokens.text, tokens.text_subdued),
    };
    let painter = ui.painter();
    if is_lit {
        let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
        painter.rect_filled(rect, radius, tokens.selection);
    }
    let inner = rect.with_max_y(rect.top() + measure::RAIL_ENTRY);
    let mut inner = inner.shrink2(vec2(space::SMALL, 0.0));
    if let Some(picture) = entry.icon {
        let color = if is_enabled && !is_lit && !entry.is_danger { quiet } else { ink };
        inner = picture.paint_at_left(painter, inner, space::SMALL, color);
    }
    words::line(painter, inner, entry.text, size::BODY, ink);
    let keys = words::galley(painter, entry.keys, size::SMALL, quiet, inner.width());
    let at = pos2(inner.right() - keys.size().x, inner.center().y - keys.size().y / 2.0);
    painter.galley(at, keys, quiet);
    if entry.is_chosen == Some(true) {
        let at = pos2(inner.right() - icon::SMALL / 2.0, inner.center().y);
        icons::CHECK.paint(painter, at, icon::SMALL, tokens.link);
    }
    if !is_enabled {
        let below = inner.translate(vec2(0.0, measure::PILL));
        words::line(painter, below, entry.reason, size::SMALL, tokens.text_subdued);
    }
    if response.has_focus() {
        focus_ring(painter, rect.shrink(measure::FOCUS_LINE), tokens);
    }
    response
}
