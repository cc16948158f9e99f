//! The rail at the left: the places there are.

use eframe::egui::{CornerRadius, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{super::theme::icon, Around};
use crate::{
    i18n::text,
    ui::{
        Cx,
        desk::Desk,
        places::{PLACES, PlaceInfo},
        theme::{Tokens, measure, size, space},
        widgets::{icons, line},
    },
};

/// Draws the rail.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>, is_narrow: bool) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    head(ui, around.workspace, cx.tokens, is_narrow);
    let here = cx.here.home();
    let mut group = "";
    for info in PLACES {
        if info.group != group && !is_narrow {
            heading(ui, &text(cx.lang, info.group), cx.tokens);
        }
        group = info.group;
        let count = (info.count)(cx.model, around.counts);
        if entry(ui, cx, info, (info.place == here, is_narrow), count) {
            cx.go(info.place);
        }
    }
    foot(ui, cx, around, is_narrow);
}

fn head(ui: &mut Ui, workspace: &str, tokens: &Tokens, is_narrow: bool) {
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), measure::TOP_BAR), Sense::hover());
    let side = measure::AVATAR;
    let left = if is_narrow { (rect.width() - side) / 2.0 } else { space::LARGE };
    let mark = Rect::from_center_size(
        pos2(rect.left() + left + side / 2.0, rect.center().y),
        Vec2::splat(side),
    );
    let painter = ui.painter();
    painter.rect_filled(mark, CornerRadius::same(measure::RADIUS as u8), tokens.accent);
    icons::BRAND.paint(painter, mark.center(), icon::BODY, tokens.accent_text);
    if is_narrow {
        return;
    }
    let rest = rect.with_min_x(mark.right() + space::SMALL).with_max_x(rect.right() - space::LARGE);
    let name = line(painter, rest, "Fairlead", size::HEADING, tokens.text);
    let rest = rest.with_min_x(name.right() + space::SMALL);
    line(painter, rest, workspace, size::SMALL, tokens.text_subdued);
}

fn heading(ui: &mut Ui, words: &str, tokens: &Tokens) {
    let extent = vec2(ui.available_width(), measure::RAIL_ENTRY);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let inner = rect.with_min_x(rect.left() + space::LARGE);
    line(ui.painter(), inner, words, size::SMALL, tokens.text_subdued);
}

/// Draws the entry of a place; whether it was clicked.
fn entry(
    ui: &mut Ui,
    cx: &Cx<'_>,
    info: &PlaceInfo,
    (is_here, is_narrow): (bool, bool),
    count: Option<String>,
) -> bool {
    let tokens = cx.tokens;
    let words = text(cx.lang, info.label);
    let extent = vec2(ui.available_width(), measure::RAIL_ENTRY);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_here, &words));
    let painter = ui.painter();
    let ground = rect.shrink2(vec2(space::SMALL, 0.0));
    let radius = CornerRadius::same(measure::RADIUS as u8);
    if is_here {
        painter.rect_filled(ground, radius, tokens.selection);
        let mark =
            ground.with_max_x(ground.left() + measure::MARKER).shrink2(vec2(0.0, space::SMALL));
        painter.rect_filled(mark, CornerRadius::same(measure::RADIUS_BAR as u8), tokens.accent);
    } else if response.hovered() || response.has_focus() {
        painter.rect_filled(ground, radius, tokens.sunken);
    }
    let color = if is_here { tokens.link } else { tokens.text };
    let picture = if is_here { tokens.link } else { tokens.text_subdued };
    if is_narrow {
        info.icon.paint(painter, ground.center(), icon::BODY, picture);
        return response.on_hover_text(words).clicked();
    }
    let inner = ground.shrink2(vec2(space::SMALL, 0.0));
    let rest = info.icon.paint_at_left(painter, inner, space::SMALL + space::TINY, picture);
    let drawn = line(painter, rest, &words, size::BODY, color);
    if let Some(count) = count {
        let galley =
            crate::ui::widgets::galley(painter, &count, size::SMALL, picture, rest.width());
        let at = pos2(rest.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
        if at.x > drawn.right() + space::TINY {
            painter.galley(at, galley, picture);
        }
    }
    response.clicked()
}

/// What has become of the workspace: whether it is open, and whether everything is saved.
fn foot(ui: &Ui, cx: &Cx<'_>, around: &Around<'_>, is_narrow: bool) {
    let tokens = cx.tokens;
    let all = ui.max_rect();
    let rect = all.with_min_y(all.bottom() - measure::STATUS_BAR);
    let key = match around.desk {
        Desk::Opening(_) => "status-opening",
        Desk::Failed(_) => "status-closed",
        Desk::Open(_) if around.tasks.is_idle() => "status-offline",
        Desk::Open(_) => "status-saving",
    };
    let words = text(cx.lang, key);
    let response = ui.interact(rect, ui.scope_id().with("foot"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let painter = ui.painter();
    let line_above = eframe::egui::Stroke::new(measure::LINE, tokens.border);
    painter.hline(rect.x_range(), rect.top() - measure::LINE / 2.0, line_above);
    if is_narrow {
        icons::LAPTOP.paint(painter, rect.center(), icon::SMALL, tokens.text_subdued);
        response.on_hover_text(words);
        return;
    }
    let inner = rect.with_min_x(rect.left() + space::LARGE);
    let center = pos2(inner.left() + icon::SMALL / 2.0, inner.center().y);
    icons::LAPTOP.paint(painter, center, icon::SMALL, tokens.text_subdued);
    let rest = inner.with_min_x(inner.left() + icon::BODY + space::TINY);
    line(painter, rest, &words, size::SMALL, tokens.text_subdued);
}
