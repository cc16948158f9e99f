//! Words on the screen.

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Label, Painter, Pos2, Rect, Response, RichText, Ui,
    text::{LayoutJob, TextWrapping},
};

use crate::ui::theme::Letters;

/// Draws one line in the middle of a rectangle's height, at its left, shortened to its width. Gives
/// back where the line is.
pub fn line(painter: &Painter, rect: Rect, text: &str, size: Letters, color: Color32) -> Rect {
    let galley = galley(painter, text, size, color, rect.width());
    let at = Pos2::new(rect.left(), rect.center().y - galley.size().y / 2.0);
    let drawn = Rect::from_min_size(at, galley.size());
    painter.galley(at, galley, color);
    drawn
}

/// One line, laid out and shortened to a width.
pub fn galley(
    painter: &Painter,
    text: &str,
    size: Letters,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(one_line(text), size.font(), color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// A line of text among other things; shortened where there is no room, whole under the pointer.
pub fn label(ui: &mut Ui, text: &str, size: Letters, color: Color32) -> Response {
    let text = RichText::new(one_line(text)).font(size.font()).color(color);
    ui.add(Label::new(text).truncate())
}

/// Text that goes on in the next line where there is no room.
pub fn paragraph(ui: &mut Ui, text: &str, size: Letters, color: Color32) -> Response {
    let text = RichText::new(text).font(size.font()).color(color);
    ui.add(Label::new(text).wrap())
}

/// Cards hold breaks and stranger things, for which no letter exists.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
