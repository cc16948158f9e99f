//! Lines between things, and the dashed edge of a place to drop files on.

use eframe::egui::{Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke, Ui, Vec2, pos2};

use crate::ui::theme::{Tokens, measure};

/// A line from left to right.
pub fn rule(ui: &mut Ui) {
    let tokens = Tokens::of(ui.theme());
    let (rect, _) = ui.allocate_exact_size(
        Vec2::new(ui.available_width(), measure::LINE),
        eframe::egui::Sense::hover(),
    );
    let line = Stroke::new(measure::LINE, tokens.border);
    ui.painter().hline(Rangef::new(rect.left(), rect.right()), rect.center().y, line);
}

/// The dashed edge of a place to drop files on.
pub fn dashed(painter: &Painter, rect: Rect, color: Color32) {
    let line = Stroke::new(measure::FOCUS_LINE, color);
    let path = outline(rect);
    painter.extend(Shape::dashed_line(&path, line, measure::DASH, measure::DASH));
}

/// The line around a rectangle with round corners.
pub(super) fn outline(rect: Rect) -> Vec<Pos2> {
    let radius = measure::RADIUS;
    let mut path: Vec<Pos2> = Vec::new();
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -90.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    for (center, begin) in corners {
        path.extend((0_u8..=4).map(|step| {
            let angle = (begin + f32::from(step) * 22.5).to_radians();
            center + Vec2::angled(angle) * radius
        }));
    }
    path.extend(path.first().copied());
    path
}
