//! The chosen record beside the list, or over it where there is no room.

use eframe::egui::{Area, Frame, Id, Order, Panel, Rect, Sense, Stroke, Ui, UiBuilder};

use crate::{
    domain::RecordId,
    ui::{Cx, theme::measure, views::lead_preview},
};

/// Draws it beside the list; whether it was closed.
pub(super) fn beside(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) -> bool {
    let panel = Panel::right("preview")
        .default_size(measure::PREVIEW)
        .size_range(measure::PREVIEW_RANGE)
        .frame(Frame::new().fill(cx.tokens.surface));
    panel.show(ui, |ui| lead_preview::show(ui, cx, record)).inner
}

/// Draws it over the list; whether it was closed.
pub(super) fn over(ui: &Ui, cx: &mut Cx<'_>, room: Rect, record: RecordId) -> bool {
    let tokens = cx.tokens;
    let width = measure::PREVIEW.min(room.width());
    let rect = room.with_min_x(room.right() - width);
    let area = Area::new(Id::unique("preview over the table"));
    let area = area.order(Order::Middle).fixed_pos(rect.min).constrain(false);
    let shown = area.fade_in(false).show(ui.ctx(), |ui| {
        ui.set_max_size(rect.size());
        ui.painter().rect_filled(rect, 0.0, tokens.surface);
        let edge = Stroke::new(measure::LINE, tokens.border_strong);
        ui.painter().vline(rect.left(), rect.y_range(), edge);
        ui.allocate_rect(rect, Sense::CLICK);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
        inner.shrink_clip_rect(rect);
        lead_preview::show(&mut inner, cx, record)
    });
    shown.inner
}
