//! Chips: a condition that holds, and the way to add one.

use eframe::egui::{
    CornerRadius, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, Widget, WidgetInfo,
    accesskit::Role, pos2,
};

use super::{button::focus_ring, card, icons, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A condition that holds: the field, what is asked of it, and a way to take it away.
pub struct Chip<'a> {
    /// The field.
    pub field: &'a str,
    /// What is asked of it.
    pub value: &'a str,
    /// The name of the way to take it away.
    pub remove: &'a str,
}

impl Chip<'_> {
    /// Draws the chip; whether it was taken away (true) or clicked to be changed (false).
    pub fn show(&self, ui: &mut Ui) -> Option<bool> {
        let tokens = Tokens::of(ui.theme());
        let galley = |text, size| words::galley(ui.painter(), text, size, tokens.link, WIDEST);
        let (field, value) =
            (galley(self.field, size::BODY), galley(self.value, size::BODY_STRONG));
        let gap = if self.field.is_empty() { 0.0 } else { measure::ICON_GAP };
        let side = icon::SMALL + 2.0 * space::TINY;
        let width = space::SMALL + field.size().x + gap + value.size().x + side + space::TINY;
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(width.ceil(), measure::CHIP), Sense::click());
        let said = format!("{} {}", self.field, self.value);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.trim()));
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS as u8);
        painter.rect_filled(rect, radius, tokens.accent_soft);
        let middle = rect.center().y;
        let left = rect.left() + space::SMALL;
        let behind = left + field.size().x + gap;
        painter.galley(pos2(left, middle - field.size().y / 2.0), field, tokens.link);
        painter.galley(pos2(behind, middle - value.size().y / 2.0), value, tokens.link);
        let cross = Rect::from_min_max(pos2(rect.right() - side, rect.top()), rect.max);
        let remove = ui.interact(cross, response.id.with("remove"), Sense::click());
        let name = format!("{} {}", self.remove, said.trim());
        remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let color = if remove.hovered() { tokens.text } else { tokens.link };
        icons::X.paint(painter, cross.center(), icon::TINY, color);
        for part in [&response, &remove] {
            if part.has_focus() {
                focus_ring(painter, part.rect, tokens);
            }
        }
        match (remove.clicked(), response.clicked()) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }
}

/// A chip is no wider than this for each of its words.
const WIDEST: f32 = 220.0;

/// The way to add a chip.
pub struct AddChip<'a>(
    /// What it says.
    pub &'a str,
);

impl Widget for AddChip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let text = words::galley(ui.painter(), self.0, size::BODY, tokens.text_subdued, WIDEST);
        let width = space::SMALL * 2.0 + icon::SMALL + space::TINY + text.size().x;
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(width.ceil(), measure::CHIP), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.0));
        let painter = ui.painter();
        let color = if response.hovered() { tokens.text } else { tokens.text_subdued };
        let radius = CornerRadius::same(measure::RADIUS as u8);
        if response.hovered() {
            painter.rect_filled(rect, radius, tokens.hover);
        }
        let edge = Stroke::new(measure::LINE, tokens.border_control);
        painter.extend(Shape::dashed_line(&card::outline(rect.shrink(0.5)), edge, 3.0, 3.0));
        let at = pos2(rect.left() + space::SMALL + icon::SMALL / 2.0, rect.center().y);
        icons::PLUS.paint(painter, at, icon::SMALL, color);
        let left = at.x + icon::SMALL / 2.0 + space::TINY;
        painter.galley_with_override_text_color(
            pos2(left, rect.center().y - text.size().y / 2.0),
            text,
            color,
        );
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        response
    }
}
