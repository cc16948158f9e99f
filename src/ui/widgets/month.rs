//! A month as a grid of days, one of which can be taken.

use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role, vec2,
};

use super::{Button, icons, words};
use crate::ui::theme::{Tokens, measure, size, space};

/// A day of the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthDay {
    /// What stands in it.
    pub number: String,
    /// What is read aloud.
    pub name: String,
    /// Whether it is of the month before or after.
    pub is_outside: bool,
    /// Whether it is today.
    pub is_today: bool,
    /// Whether it is the one that is taken.
    pub is_taken: bool,
}

/// A month.
pub struct Month<'a> {
    /// Its name and its year.
    pub title: &'a str,
    /// The days of a week, in short.
    pub weekdays: &'a [String],
    /// Its weeks, one after another.
    pub days: &'a [MonthDay],
    /// The names of the ways to the month before, to the one after, and to today.
    pub ways: [&'a str; 3],
    /// What is said below it; may be empty.
    pub note: &'a str,
}

/// What was done to a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDeed {
    /// The month before is wanted.
    Earlier,
    /// The month after is wanted.
    Later,
    /// Today is taken.
    Today,
    /// A day is taken, by its place.
    Day(usize),
}

impl Month<'_> {
    /// Draws it; what was done to it. The keyboard stays where it is.
    pub fn show(&self, ui: &mut Ui) -> Option<MonthDeed> {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let columns = self.weekdays.len().max(1);
        ui.set_width(measure::MONTH_DAY.x * columns as f32);
        let mut deed = self.head(ui);
        let tokens = Tokens::of(ui.theme());
        ui.horizontal(|ui| {
            for weekday in self.weekdays {
                let (rect, _) = ui.allocate_exact_size(measure::MONTH_DAY, Sense::hover());
                let color = tokens.text_subdued;
                let text = words::galley(ui.painter(), weekday, size::SMALL, color, rect.width());
                ui.painter().galley(rect.center() - text.size() / 2.0, text, color);
            }
        });
        for (week, days) in self.days.chunks(columns).enumerate() {
            ui.horizontal(|ui| {
                for (at, day) in days.iter().enumerate() {
                    if draw(ui, day).clicked() {
                        deed = Some(MonthDeed::Day(week * columns + at));
                    }
                }
            });
        }
        if !self.note.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(space::SMALL);
                words::label(ui, self.note, size::SMALL, tokens.text_subdued);
            });
        }
        deed
    }

    fn head(&self, ui: &mut Ui) -> Option<MonthDeed> {
        let tokens = Tokens::of(ui.theme());
        let [earlier, later, today] = self.ways;
        let mut deed = None;
        let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let small = measure::BUTTON_SMALL;
            for (button, wanted) in [
                (Button::icon_only(icons::CHEVRON_RIGHT, later), MonthDeed::Later),
                (Button::icon_only(icons::CHEVRON_LEFT, earlier), MonthDeed::Earlier),
                (Button::quiet(today), MonthDeed::Today),
            ] {
                if ui.add(button.height(small).without_focus()).clicked() {
                    deed = Some(wanted);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::SMALL);
                words::label(ui, self.title, size::BODY_STRONG, tokens.text);
            });
        });
        deed
    }
}

fn draw(ui: &mut Ui, day: &MonthDay) -> Response {
    let tokens = Tokens::of(ui.theme());
    let (rect, response) = ui.allocate_exact_size(measure::MONTH_DAY, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, day.is_taken, &day.name));
    let inner = Rect::from_center_size(rect.center(), Vec2::splat(measure::MONTH_DAY.y - 2.0));
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    let (fill, color) = match (day.is_taken, response.hovered(), day.is_outside) {
        (true, ..) => (Some(tokens.accent), tokens.accent_text),
        (_, true, _) => (Some(tokens.hover), tokens.text),
        (_, _, true) => (None, tokens.text_disabled),
        _ => (None, tokens.text),
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(inner, radius, fill);
    }
    if day.is_today && !day.is_taken {
        let edge = Stroke::new(measure::LINE, tokens.focus);
        ui.painter().rect_stroke(inner, radius, edge, StrokeKind::Inside);
    }
    let letters = if day.is_today { size::BODY_STRONG } else { size::BODY };
    let text = words::galley(ui.painter(), &day.number, letters, color, rect.width());
    ui.painter().galley(rect.center() - text.size() / 2.0, text, color);
    response
}
