//! Something that lies over the window and has the keys to itself until it is put away.

use eframe::egui::{
    Align2, Frame, Id, Margin, Modal, Stroke, Ui, UiBuilder, Vec2, accesskit::Role, vec2,
};

use crate::ui::theme::{Tokens, measure, space};

/// Something that lies over the window.
pub struct Dialog<'a> {
    name: &'a str,
    width: f32,
    margin: f32,
    top: Option<f32>,
}

impl<'a> Dialog<'a> {
    /// A dialog of a name, which is read aloud.
    pub fn new(name: &'a str) -> Self {
        Self { name, width: measure::DIALOG, margin: space::LARGE, top: None }
    }

    /// As wide as that.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// So far down from the top of the window, and with nothing around what is in it.
    #[must_use]
    pub fn hung(mut self, top: f32) -> Self {
        self.top = Some(top);
        self.margin = 0.0;
        self
    }

    /// Draws it; gives back what `add` does, and whether it was put away with Esc or a click beside it.
    pub fn show<R>(self, ui: &Ui, add: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
        let tokens = Tokens::of(ui.theme());
        let id = Id::unique(("dialog", self.name));
        let mut area = Modal::default_area(id).fade_in(false);
        if let Some(top) = self.top {
            area = area.anchor(Align2::CENTER_TOP, vec2(0.0, top));
        }
        let frame = Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(measure::LINE, tokens.border_strong))
            .corner_radius(measure::RADIUS)
            .inner_margin(Margin::same(self.margin as i8));
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(tokens.veil());
        let width = self.width.min(ui.content_rect().width() - 2.0 * space::LARGE);
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(width - 2.0 * self.margin);
            let named = UiBuilder::new().accessibility_role(Role::Dialog);
            ui.scope_builder(named.accessibility_label(self.name), |ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(space::SMALL);
                add(ui)
            })
            .inner
        });
        let is_closed = shown.should_close();
        (shown.inner, is_closed)
    }
}
