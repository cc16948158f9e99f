//! One of several choices below each other, with a word on what it is for.

use eframe::egui::{
    CornerRadius, Response, Sense, Ui, Widget, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{button::focus_ring, radio::radio, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// One of several choices.
pub struct ChoiceRow<'a> {
    text: &'a str,
    note: &'a str,
    is_taken: bool,
    is_enabled: bool,
}

impl<'a> ChoiceRow<'a> {
    /// A choice of that name.
    pub fn new(text: &'a str) -> Self {
        Self { text, note: "", is_taken: false, is_enabled: true }
    }

    /// With a word below it: what it is for, or why it cannot be taken.
    #[must_use]
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Whether it is the one that is taken.
    #[must_use]
    pub fn taken(mut self, is_taken: bool) -> Self {
        self.is_taken = is_taken;
        self
    }

    /// Whether it can be taken.
    #[must_use]
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }
}

impl Widget for ChoiceRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let indent = space::SMALL + icon::BODY + space::SMALL;
        let width = ui.available_width();
        let room = (width - indent - space::SMALL).max(0.0);
        let color = if self.is_enabled { tokens.text } else { tokens.text_disabled };
        let letters = if self.is_taken { size::BODY_STRONG } else { size::BODY };
        let title = words::galley(ui.painter(), self.text, letters, color, room);
        let subdued = tokens.text_subdued;
        let note = (!self.note.is_empty())
            .then(|| ui.painter().layout(self.note.to_owned(), size::SMALL.font(), subdued, room));
        let line = measure::RAIL_ENTRY;
        let below = note.as_ref().map_or(0.0, |note| note.size().y + space::TINY);
        let sense = if self.is_enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, line + below), sense);
        let said = match self.note {
            "" => self.text.to_owned(),
            note => format!("{}: {note}", self.text),
        };
        let (is_enabled, is_taken) = (self.is_enabled, self.is_taken);
        response
            .widget_info(|| WidgetInfo::selected(Role::RadioButton, is_enabled, is_taken, &said));
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS as u8);
        if self.is_taken {
            painter.rect_filled(rect, radius, tokens.accent_soft);
        } else if response.hovered() && self.is_enabled {
            painter.rect_filled(rect, radius, tokens.hover);
        }
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        let middle = rect.top() + line / 2.0;
        let sign = pos2(rect.left() + space::SMALL + icon::BODY / 2.0, middle);
        radio(painter, sign, self.is_taken, tokens);
        let left = rect.left() + indent;
        painter.galley(pos2(left, middle - title.size().y / 2.0), title, color);
        if let Some(note) = note {
            painter.galley(pos2(left, rect.top() + line - space::TINY / 2.0), note, subdued);
        }
        response
    }
}
