//! An icon: strokes on a square, at any size and in any colour.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::{icons, path};
use crate::ui::theme::{
    icon::{BODY, GRID, STROKE, STROKE_TINY, TINY},
    measure,
};

/// A picture of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// What it is called.
    pub name: &'static str,
    /// Its lines, as paths of SVG.
    pub paths: &'static [&'static str],
}

type Lines = Arc<[Vec<Pos2>]>;

/// The lines of every icon, worked out once.
static LINES: LazyLock<HashMap<&'static str, Lines>> = LazyLock::new(|| {
    let lines = |icon: &Icon| icon.paths.iter().flat_map(|path| path::lines(path)).collect();
    icons::ALL.iter().copied().flatten().map(|icon| (icon.name, lines(icon))).collect()
});

impl Icon {
    /// Draws the icon in the middle of a rectangle.
    pub fn paint(self, painter: &Painter, center: Pos2, side: f32, color: Color32) {
        let Some(lines) = LINES.get(self.name) else { return };
        let scale = side / GRID;
        let width = if side <= TINY { STROKE_TINY } else { STROKE };
        let corner = center - Vec2::splat(side / 2.0);
        let stroke = Stroke::new(width * scale, color);
        painter.extend(lines.iter().map(|line| {
            let points = line.iter().map(|point| corner + point.to_vec2() * scale).collect();
            Shape::line(points, stroke)
        }));
    }

    /// The icon as a picture: pixels of red, green, blue and alpha, on a ground with round corners.
    pub fn pixels(self, side: u32, ink: Color32, ground: Color32) -> Vec<u8> {
        let lines = LINES.get(self.name);
        let segments: Vec<[Pos2; 2]> = lines
            .into_iter()
            .flat_map(|lines| lines.iter())
            .flat_map(|line| line.windows(2).filter_map(|pair| pair.try_into().ok()))
            .collect();
        // The mark fills two thirds of its ground.
        let scale = GRID * 1.5 / side as f32;
        let card = Rect::from_center_size(pos2(GRID / 2.0, GRID / 2.0), Vec2::splat(GRID * 1.5));
        let corner = measure::RADIUS;
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x as f32, y as f32)));
        let pixels = places.flat_map(|(x, y)| {
            let at = card.min + Vec2::new(x + 0.5, y + 0.5) * scale;
            let to_ground = (at - card.shrink(corner).clamp(at)).length() - corner;
            let to_ink = segments.iter().map(|segment| distance(at, *segment));
            let to_ink = to_ink.fold(f32::INFINITY, f32::min) - STROKE_TINY / 2.0;
            let share = |distance: f32| (0.5 - distance / scale).clamp(0.0, 1.0);
            ground
                .lerp_to_gamma(ink, share(to_ink))
                .gamma_multiply(share(to_ground))
                .to_srgba_unmultiplied()
        });
        pixels.collect()
    }

    /// Draws the icon at the left of a rectangle and gives back what is left of it.
    pub fn paint_at_left(self, painter: &Painter, rect: Rect, gap: f32, color: Color32) -> Rect {
        let center = pos2(rect.left() + BODY / 2.0, rect.center().y);
        self.paint(painter, center, BODY, color);
        rect.with_min_x(rect.left() + BODY + gap)
    }
}

/// How far a point is from a line.
fn distance(point: Pos2, [from, to]: [Pos2; 2]) -> f32 {
    let (along, across) = (to - from, point - from);
    let share = (across.dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
    (across - along * share).length()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_lies_on_its_square() {
        let square = Rect::from_min_max(pos2(0.0, 0.0), pos2(GRID, GRID)).expand(0.1);
        for icon in icons::ALL.iter().copied().flatten() {
            let lines = LINES.get(icon.name).unwrap();
            assert!(lines.iter().all(|line| line.len() > 1), "{}", icon.name);
            let points: Vec<Pos2> = lines.iter().flatten().copied().collect();
            assert!(points.iter().all(|point| square.contains(*point)), "{} {points:?}", icon.name);
        }
    }
}
