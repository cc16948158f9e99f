//! Pills and grades: a word on a soft ground with a glyph, so that colour is never the only sign.

use std::f32::consts::{FRAC_PI_2, TAU};

use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, Widget, WidgetInfo, accesskit::Role, pos2,
};

use super::{Icon, words};
use crate::{
    domain::score::grade_name,
    ui::theme::{Tokens, Tone, icon, measure, size, space},
};

/// What stands before the word of a pill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Glyph {
    /// A ring of dashes: nothing yet.
    Dashes,
    /// A ring filled by so many quarters.
    Quarters(u8),
    /// An icon.
    Icon(Icon),
}

/// A word on a soft ground.
#[derive(Clone, Copy)]
pub struct Pill<'a> {
    /// The word.
    pub text: &'a str,
    /// The glyph before it.
    pub glyph: Glyph,
    /// Its colours.
    pub tone: Tone,
}

impl Pill<'_> {
    /// Draws the pill at the left of a rectangle, in the middle of its height; gives back its place.
    pub fn paint(&self, painter: &Painter, rect: Rect) -> Rect {
        let room = rect.width() - self.around();
        let text = words::galley(painter, self.text, size::SMALL, self.tone.text, room);
        let extent = Vec2::new(text.size().x + self.around(), measure::PILL);
        let at = pos2(rect.left(), rect.center().y - measure::PILL / 2.0);
        let pill = Rect::from_min_size(at, extent);
        let round = CornerRadius::same((measure::PILL / 2.0) as u8);
        painter.rect_filled(pill, round, self.tone.fill);
        let glyph = pos2(pill.left() + measure::PILL_PADDING + icon::TINY / 2.0, pill.center().y);
        self.glyph.paint(painter, glyph, self.tone.text);
        let left = glyph.x + icon::TINY / 2.0 + space::TINY;
        let at = pos2(left, pill.center().y - text.size().y / 2.0);
        painter.galley(at, text, self.tone.text);
        pill
    }

    /// How wide it is with all of its word.
    pub fn width(&self, painter: &Painter) -> f32 {
        let text = words::galley(painter, self.text, size::SMALL, self.tone.text, f32::INFINITY);
        (text.size().x + self.around()).ceil()
    }

    fn around(&self) -> f32 {
        measure::PILL_PADDING * 2.0 + icon::TINY + space::TINY
    }
}

impl Glyph {
    /// Draws the glyph in the middle of a place.
    pub fn paint(self, painter: &Painter, center: Pos2, color: Color32) {
        let radius = icon::TINY / 2.0 - measure::LINE;
        let line = Stroke::new(icon::STROKE_TINY / 2.0 + 0.2, color);
        match self {
            Self::Icon(icon) => icon.paint(painter, center, icon::TINY, color),
            Self::Dashes => {
                let ring: Vec<Pos2> = arc(center, radius, 0.0, TAU).collect();
                painter.extend(Shape::dashed_line(&ring, line, 2.0, 1.9));
            }
            Self::Quarters(quarters) => {
                painter.circle_stroke(center, radius, line);
                let inner = radius - 1.6;
                let end = -FRAC_PI_2 + FRAC_PI_2 * f32::from(quarters);
                // A slice of more than half a circle is not convex: it is drawn in two.
                let middle = (end - FRAC_PI_2) / 2.0;
                for (from, to) in [(-FRAC_PI_2, middle), (middle, end)] {
                    let slice = std::iter::once(center).chain(arc(center, inner, from, to));
                    let slice = Shape::convex_polygon(slice.collect(), color, Stroke::NONE);
                    painter.add(slice);
                }
            }
        }
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let text =
            words::galley(ui.painter(), self.text, size::SMALL, Color32::WHITE, f32::INFINITY);
        let extent = Vec2::new((text.size().x + self.around()).ceil(), measure::PILL);
        let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        self.paint(ui.painter(), rect);
        response
    }
}

/// Draws a grade with its left edge at the left of a rectangle; gives back its place.
pub fn grade(painter: &Painter, rect: Rect, grade: u8, tokens: &Tokens) -> Rect {
    let tone = tokens.grade(grade);
    let at = pos2(rect.left(), rect.center().y - measure::GRADE.y / 2.0);
    let square = Rect::from_min_size(at, measure::GRADE);
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    painter.rect_filled(square, radius, tone.fill);
    if grade_name(grade).starts_with('D') {
        let edge = Stroke::new(measure::LINE, tokens.border_control);
        painter.rect_stroke(square, radius, edge, StrokeKind::Inside);
    }
    let name = grade_name(grade);
    let text = words::galley(painter, name, size::SMALL, tone.text, measure::GRADE.x);
    painter.galley(square.center() - text.size() / 2.0, text, tone.text);
    square
}

/// Draws a ring of dashes: the place of someone who is not there.
pub(super) fn ring(painter: &Painter, center: Pos2, radius: f32, color: Color32) {
    let ring: Vec<Pos2> = arc(center, radius, 0.0, TAU).collect();
    let line = Stroke::new(measure::LINE, color);
    painter.extend(Shape::dashed_line(&ring, line, 2.4, 2.4));
}

fn arc(center: Pos2, radius: f32, begin: f32, end: f32) -> impl Iterator<Item = Pos2> {
    const STEPS: usize = 24;
    (0..=STEPS).map(move |step| {
        let angle = begin + (end - begin) * step as f32 / STEPS as f32;
        center + Vec2::angled(angle) * radius
    })
}
