//! The stages something goes through, side by side: where it stands, and a way on.

use eframe::egui::{
    Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
    pos2,
};

use super::{Glyph, button::focus_ring, words};
use crate::ui::theme::{Letters, Tokens, icon, measure, page, size, space};

/// A stage of a path.
pub struct PathStep<'a> {
    /// Its name.
    pub label: &'a str,
    /// What is said of it in small letters: since when, or what is missing.
    pub note: &'a str,
    /// What stands before the name.
    pub glyph: Glyph,
    /// Whether it stands here.
    pub is_here: bool,
    /// Whether it has been here.
    pub is_done: bool,
}

/// Draws the path in all the width there is; the stage that was clicked.
pub fn stage_path(ui: &mut Ui, steps: &[PathStep<'_>]) -> Option<usize> {
    let tokens = Tokens::of(ui.theme());
    let extent = Vec2::new(ui.available_width(), page::PATH);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    let edge = Stroke::new(measure::LINE, tokens.border);
    let radius = CornerRadius::same(measure::RADIUS as u8);
    let (letters, widths) = fitted(ui, rect.width(), steps);
    let mut left = rect.left();
    let mut clicked = None;
    for (at, (step, each)) in steps.iter().zip(widths).enumerate() {
        let part = Rect::from_min_size(pos2(left, rect.top()), Vec2::new(each, rect.height()));
        let stage = ui.interact(part, response.id.with(at), Sense::click());
        let said = if step.note.is_empty() {
            step.label.to_owned()
        } else {
            format!("{}, {}", step.label, step.note)
        };
        stage.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, step.is_here, &said));
        if stage.clicked() {
            clicked = Some(at);
        }
        let painter = ui.painter();
        let inner = part.shrink(measure::LINE);
        if step.is_here {
            painter.rect_filled(inner, 0.0, tokens.accent_soft);
            let under = Stroke::new(measure::FOCUS_LINE, tokens.accent);
            painter.hline(part.x_range(), part.bottom() - measure::FOCUS_LINE / 2.0, under);
        } else if stage.hovered() {
            painter.rect_filled(inner, 0.0, tokens.hover);
        }
        if at > 0 {
            painter.vline(left, part.y_range(), edge);
        }
        draw(ui, part, (step, letters), tokens);
        if stage.has_focus() {
            focus_ring(ui.painter(), inner.shrink(measure::LINE), tokens);
        }
        stage.on_hover_text(said);
        left += each;
    }
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    clicked
}

/// Letters with which all steps have room, and how wide each is: as wide as its words, where they are many.
fn fitted(ui: &Ui, room: f32, steps: &[PathStep<'_>]) -> (Letters, Vec<f32>) {
    let around = 2.0 * space::MEDIUM + icon::SMALL + measure::ICON_GAP + measure::LINE;
    let needs = |letters| -> Vec<f32> {
        let width = |step: &PathStep<'_>| {
            let color = Color32::PLACEHOLDER;
            let words = words::galley(ui.painter(), step.label, letters, color, f32::INFINITY);
            words.size().x.ceil() + around
        };
        steps.iter().map(width).collect()
    };
    let equal = room / steps.len().max(1) as f32;
    let wide = needs(size::BODY_STRONG);
    if wide.iter().all(|need| *need <= equal) {
        return (size::BODY, vec![equal; steps.len()]);
    }
    let is_enough = wide.iter().sum::<f32>() <= room;
    let (letters, needed) =
        if is_enough { (size::BODY, wide) } else { (size::SMALL, needs(size::SMALL)) };
    let sum: f32 = needed.iter().sum();
    (letters, needed.into_iter().map(|need| need * room / sum.max(1.0)).collect())
}

fn draw(ui: &Ui, part: Rect, (step, letters): (&PathStep<'_>, Letters), tokens: &Tokens) {
    let color = match (step.is_here, step.is_done) {
        (true, _) => tokens.link,
        (false, true) => tokens.text,
        (false, false) => tokens.text_subdued,
    };
    let note = if step.is_here { tokens.link } else { tokens.text_subdued };
    let painter = ui.painter();
    let inner = part.shrink2(Vec2::new(space::MEDIUM, 0.0));
    let at = pos2(inner.left() + icon::SMALL / 2.0, inner.center().y);
    step.glyph.paint(painter, at, color);
    let rest = inner.with_min_x(inner.left() + icon::SMALL + measure::ICON_GAP);
    let is_large = letters == size::BODY;
    let letters = if step.is_here && is_large { size::BODY_STRONG } else { letters };
    let drawn = words::line(painter, rest, step.label, letters, color);
    let rest = rest.with_min_x((drawn.right() + measure::ICON_GAP).min(rest.right()));
    // Half a note says nothing.
    let whole = words::galley(painter, step.note, size::SMALL, note, f32::INFINITY);
    if whole.size().x <= rest.width() {
        words::line(painter, rest, step.note, size::SMALL, note);
    }
}
