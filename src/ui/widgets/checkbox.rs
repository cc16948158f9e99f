//! A box with a tick, or with a bar where some of many are ticked.

use eframe::egui::{
    CornerRadius, Id, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
    accesskit::{Role, Toggled},
    pos2,
};

use super::{Tick, button::focus_ring, icons, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A box with its words.
pub fn checkbox(ui: &mut Ui, tick: Tick, text: &str) -> Response {
    let tokens = Tokens::of(ui.theme());
    let side = measure::CHECKBOX;
    let room = ui.available_width() - side - space::SMALL;
    let galley = words::galley(ui.painter(), text, size::BODY, tokens.text, room);
    let extent = Vec2::new(side + space::SMALL + galley.size().x, measure::RAIL_ENTRY);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let left = rect.left() + side + space::SMALL;
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text);
    name(ui, &response, tick, text);
    paint(ui.painter(), pos2(rect.left() + side / 2.0, rect.center().y), tick, &response, tokens);
    response
}

/// A box at a place; it is clicked anywhere in `outer`.
pub(super) fn at(
    ui: &Ui,
    (id, outer): (Id, Rect),
    center: Pos2,
    tick: Tick,
    text: &str,
) -> Response {
    let response = ui.interact(outer, id, Sense::CLICK);
    name(ui, &response, tick, text);
    paint(ui.painter(), center, tick, &response, Tokens::of(ui.theme()));
    response
}

fn name(ui: &Ui, response: &Response, tick: Tick, text: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::CheckBox, true, text));
    let toggled = match tick {
        Tick::None => Toggled::False,
        Tick::Some => Toggled::Mixed,
        Tick::All => Toggled::True,
    };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(toggled));
}

fn paint(painter: &Painter, center: Pos2, tick: Tick, response: &Response, tokens: &Tokens) {
    let rect = Rect::from_center_size(center, Vec2::splat(measure::CHECKBOX));
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    if tick == Tick::None {
        let color = if response.hovered() { tokens.focus } else { tokens.border_control };
        let edge = Stroke::new(measure::LINE, color);
        painter.rect(rect, radius, tokens.surface, edge, StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, radius, tokens.accent);
        let picture = if tick == Tick::All { icons::CHECK } else { icons::MINUS };
        picture.paint(painter, center, icon::TINY, tokens.accent_text);
    }
    if response.has_focus() {
        focus_ring(painter, rect, tokens);
    }
}
