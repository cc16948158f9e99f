//! An icon: strokes on a square, at any size and in any colour.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::{icons, path};
use crate::ui::theme::icon::{BODY, GRID, STROKE, STROKE_TINY, TINY};

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
    icons::ALL.iter().map(|icon| (icon.name, lines(icon))).collect()
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

    /// Draws the icon at the left of a rectangle and gives back what is left of it.
    pub fn paint_at_left(self, painter: &Painter, rect: Rect, gap: f32, color: Color32) -> Rect {
        let center = pos2(rect.left() + BODY / 2.0, rect.center().y);
        self.paint(painter, center, BODY, color);
        rect.with_min_x(rect.left() + BODY + gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_lies_on_its_square() {
        let square = Rect::from_min_max(pos2(0.0, 0.0), pos2(GRID, GRID)).expand(0.1);
        for icon in icons::ALL {
            let lines = LINES.get(icon.name).unwrap();
            assert!(lines.iter().all(|line| line.len() > 1), "{}", icon.name);
            let points: Vec<Pos2> = lines.iter().flatten().copied().collect();
            assert!(points.iter().all(|point| square.contains(*point)), "{} {points:?}", icon.name);
        }
    }
}
