//! Buttons: at most one primary in an area, secondary ones with an edge, quiet ones without.

use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget,
    WidgetInfo, accesskit::Role, pos2,
};

use super::{Icon, icons, words};
use crate::ui::theme::{Letters, Tokens, icon, measure, size, space};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
    /// A step that takes away what no undo brings back.
    Danger,
    /// One of a few, taken.
    Taken,
    /// On the inverse ground of a toast.
    Inverse,
}

/// A button with a word, an icon or both.
pub struct Button<'a> {
    text: &'a str,
    name: &'a str,
    hint: Option<&'a str>,
    icon: Option<Icon>,
    kind: Kind,
    height: f32,
    is_enabled: bool,
    /// Whether Tab comes to it.
    sense: Sense,
    is_menu: bool,
    is_pressed: bool,
    keys: &'a str,
}

impl<'a> Button<'a> {
    /// The step to take next.
    pub fn primary(text: &'a str) -> Self {
        Self::new(text, Kind::Primary)
    }

    /// Another step.
    pub fn secondary(text: &'a str) -> Self {
        Self::new(text, Kind::Secondary)
    }

    /// A step that steps back.
    pub fn quiet(text: &'a str) -> Self {
        Self::new(text, Kind::Quiet)
    }

    /// One of a few side by side.
    pub fn tab(text: &'a str, is_taken: bool) -> Self {
        Self::new(text, if is_taken { Kind::Taken } else { Kind::Quiet })
    }

    /// A step that takes away what no undo brings back.
    pub fn danger(text: &'a str) -> Self {
        Self::new(text, Kind::Danger)
    }

    /// A step on a toast.
    pub fn inverse(text: &'a str) -> Self {
        Self::new(text, Kind::Inverse)
    }

    /// An icon alone; its name is read aloud, and shown under the pointer.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self { text: "", name, hint: Some(name), icon: Some(icon), ..Self::quiet("") }
    }

    fn new(text: &'a str, kind: Kind) -> Self {
        Self {
            text,
            name: text,
            hint: None,
            icon: None,
            kind,
            height: measure::BUTTON,
            is_enabled: true,
            sense: Sense::click(),
            is_menu: false,
            is_pressed: false,
            keys: "",
        }
    }

    /// With an icon before the word.
    #[must_use]
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Read aloud and shown under the pointer, where the word alone does not say it.
    #[must_use]
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self.hint = Some(name);
        self
    }

    /// Higher or lower than other buttons.
    #[must_use]
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Whether it can be pressed now.
    #[must_use]
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// Left out by Tab, where keys do the same.
    #[must_use]
    pub fn without_focus(mut self) -> Self {
        self.sense = Sense::CLICK;
        self
    }

    /// On the inverse ground of a toast.
    #[must_use]
    pub fn on_inverse(mut self) -> Self {
        self.kind = Kind::Inverse;
        self
    }

    /// With an edge, so that it is seen without the pointer over it.
    #[must_use]
    pub fn with_edge(mut self) -> Self {
        self.kind = Kind::Secondary;
        self
    }

    /// Opens a menu, and shows so.
    #[must_use]
    pub fn menu(mut self) -> Self {
        self.is_menu = true;
        self
    }

    /// Holds something on, and shows so.
    #[must_use]
    pub fn pressed(mut self, is_pressed: bool) -> Self {
        self.is_pressed = is_pressed;
        self
    }

    /// With an edge, though it is an icon alone.
    #[must_use]
    pub fn outlined(mut self) -> Self {
        self.kind = Kind::Secondary;
        self
    }

    /// With the keys that do the same.
    #[must_use]
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.keys = keys;
        self
    }

    fn padding(&self) -> f32 {
        match (self.text.is_empty(), self.kind) {
            (true, _) => (self.height - icon::BODY) / 2.0,
            (false, Kind::Quiet | Kind::Taken | Kind::Inverse) => space::SMALL,
            (false, _) if self.height > measure::BUTTON => space::LARGE,
            (false, _) => space::MEDIUM,
        }
    }

    fn letters(&self) -> Letters {
        match self.kind {
            Kind::Primary | Kind::Danger => size::BODY_STRONG,
            Kind::Secondary | Kind::Quiet | Kind::Taken | Kind::Inverse => size::BODY,
        }
    }

    /// Fill, edge and text.
    fn colors(&self, tokens: &Tokens, is_hovered: bool) -> (Color32, Color32, Color32) {
        let none = Color32::TRANSPARENT;
        let lit = |color| if is_hovered { color } else { none };
        match self.kind {
            Kind::Primary if !self.is_enabled => {
                (tokens.sunken, tokens.border, tokens.text_disabled)
            }
            Kind::Primary if is_hovered => (tokens.accent_hover, none, tokens.accent_text),
            Kind::Primary => (tokens.accent, none, tokens.accent_text),
            Kind::Danger => (tokens.danger, lit(tokens.text), tokens.surface),
            Kind::Secondary if !self.is_enabled => {
                (tokens.surface, tokens.border, tokens.text_disabled)
            }
            Kind::Secondary if is_hovered => (tokens.hover, tokens.border_strong, tokens.text),
            Kind::Secondary => (tokens.surface, tokens.border_strong, tokens.text),
            Kind::Quiet if !self.is_enabled => (none, none, tokens.text_disabled),
            Kind::Quiet if self.is_pressed => (tokens.accent_soft, none, tokens.link),
            Kind::Quiet => (lit(tokens.hover), none, tokens.text),
            Kind::Taken => (tokens.accent_soft, none, tokens.link),
            Kind::Inverse => (none, lit(tokens.surface), tokens.surface),
        }
    }

    fn paint(&self, painter: &Painter, rect: Rect, color: Color32) {
        let mut inner = rect.shrink2(Vec2::new(self.padding(), 0.0));
        if let Some(icon) = self.icon {
            inner = icon.paint_at_left(painter, inner, measure::ICON_GAP, color);
        }
        if !self.text.is_empty() {
            words::line(painter, inner, self.text, self.letters(), color);
        }
        if !self.keys.is_empty() {
            let keys = words::galley(painter, self.keys, size::SMALL, color, f32::INFINITY);
            let cap = Vec2::new(keys.size().x + space::SMALL, measure::PILL - measure::FOCUS_LINE);
            let at = pos2(inner.right() - cap.x, rect.center().y - cap.y / 2.0);
            let cap = Rect::from_min_size(at, cap);
            let edge = Stroke::new(measure::LINE, color.gamma_multiply(0.6));
            let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
            painter.rect_stroke(cap, radius, edge, StrokeKind::Inside);
            painter.galley(cap.center() - keys.size() / 2.0, keys, color);
        }
        if self.is_menu {
            let at = pos2(rect.right() - space::SMALL - icon::SMALL / 2.0, rect.center().y);
            icons::CHEVRON_DOWN.paint(painter, at, icon::SMALL, color);
        }
    }

    /// How wide it is.
    pub fn width(&self, painter: &Painter) -> f32 {
        let white = Color32::WHITE;
        let text = words::galley(painter, self.text, self.letters(), white, f32::INFINITY);
        let mut width = self.padding() * 2.0 + text.size().x.ceil();
        if self.icon.is_some() {
            width += icon::BODY;
            if !self.text.is_empty() {
                width += measure::ICON_GAP;
            }
        }
        if self.is_menu {
            width += icon::SMALL + space::TINY;
        }
        if !self.keys.is_empty() {
            let keys =
                words::galley(painter, self.keys, size::SMALL, Color32::WHITE, f32::INFINITY);
            width += keys.size().x + 2.0 * space::SMALL;
        }
        width
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let desired = Vec2::new(self.width(ui.painter()), self.height);
        let sense = if self.is_enabled { self.sense } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(desired, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.is_enabled, self.name));
        if ui.is_rect_visible(rect) {
            let (fill, edge, text) = self.colors(tokens, self.is_enabled && response.hovered());
            let radius = CornerRadius::same(measure::RADIUS as u8);
            let edge = Stroke::new(measure::LINE, edge);
            let painter = ui.painter();
            painter.rect(rect, radius, fill, edge, StrokeKind::Inside);
            self.paint(painter, rect, text);
            if response.has_focus() {
                focus_ring(painter, rect, tokens);
            }
        }
        match self.hint {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        }
    }
}

/// The ring around what has the focus.
pub fn focus_ring(painter: &Painter, rect: Rect, tokens: &Tokens) {
    let radius = CornerRadius::same(measure::RADIUS as u8);
    let line = Stroke::new(measure::FOCUS_LINE, tokens.focus);
    painter.rect_stroke(rect, radius, line, StrokeKind::Outside);
}
