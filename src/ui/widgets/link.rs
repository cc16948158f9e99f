//! A word that leads somewhere.

use eframe::egui::{
    Color32, CursorIcon, Response, Sense, Stroke, Ui, Widget, WidgetInfo, accesskit::Role, vec2,
};

use super::{button::focus_ring, words};
use crate::ui::theme::{Letters, Tokens, measure, size};

/// A word that leads somewhere.
pub struct Link<'a> {
    text: &'a str,
    size: Letters,
    is_quiet: bool,
}

impl<'a> Link<'a> {
    /// A link among other words of a line.
    pub fn new(text: &'a str) -> Self {
        Self { text, size: size::BODY, is_quiet: false }
    }

    /// In small letters.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.size = size::SMALL;
        self
    }

    /// In the colour of the words around it, until the pointer is over it.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }
}

impl Widget for Link<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let room = ui.available_width();
        let galley = words::galley(ui.painter(), self.text, self.size, Color32::PLACEHOLDER, room);
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, self.text));
        let is_lit = response.hovered() || response.has_focus();
        let color = if self.is_quiet && !is_lit { tokens.text_subdued } else { tokens.link };
        let painter = ui.painter();
        painter.galley(rect.min, galley, color);
        if is_lit {
            let line = Stroke::new(measure::LINE, color);
            painter.hline(rect.x_range(), rect.bottom() - measure::FOCUS_LINE, line);
        }
        if response.has_focus() {
            focus_ring(painter, rect.expand2(vec2(measure::FOCUS_LINE, 0.0)), tokens);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
