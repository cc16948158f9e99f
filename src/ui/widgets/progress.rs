//! How far something is.

use eframe::egui::{CornerRadius, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::theme::{Tokens, measure};

/// Draws how far something is, as a share of 1.
pub fn progress_bar(ui: &mut Ui, width: f32, share: f32, name: &str) {
    let tokens = Tokens::of(ui.theme());
    let extent = vec2(width, measure::PROGRESS_LINE);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    let share = share.clamp(0.0, 1.0);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share) * 100.0);
        info
    });
    let radius = CornerRadius::same(measure::RADIUS_BAR as u8);
    let painter = ui.painter();
    painter.rect_filled(rect, radius, tokens.border_strong);
    let done = rect.with_max_x(rect.left() + rect.width() * share);
    painter.rect_filled(done, radius, tokens.accent);
}
