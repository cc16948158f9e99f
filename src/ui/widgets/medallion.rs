//! A picture in a circle, and what stands where there is nothing to show.

use eframe::egui::{Color32, Sense, Ui, vec2};

use super::{Icon, label, paragraph};
use crate::ui::theme::{Tokens, icon, measure, size};

/// Draws a picture in a circle, in the colours of the circle and of the picture.
pub fn medallion(ui: &mut Ui, side: f32, picture: Icon, (circle, color): (Color32, Color32)) {
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    ui.painter().circle_filled(rect.center(), side / 2.0, circle);
    picture.paint(ui.painter(), rect.center(), icon::LARGE, color);
}

/// Says that there is nothing to show, and draws what can be done about it.
pub fn empty_state(
    ui: &mut Ui,
    picture: Icon,
    (title, hint): (&str, &str),
    more: impl FnOnce(&mut Ui),
) {
    let tokens = Tokens::of(ui.theme());
    ui.add_space(measure::PAGE_TOP * ui.available_height());
    ui.vertical_centered(|ui| {
        medallion(ui, measure::MEDALLION, picture, (tokens.sunken, tokens.text_subdued));
        label(ui, title, size::HEADING, tokens.text);
        paragraph(ui, hint, size::BODY, tokens.text_subdued);
        more(ui);
    });
}
