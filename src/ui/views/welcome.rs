//! A workspace without leads: choose the language, drop a file of cards.

use eframe::egui::{Align, CornerRadius, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::{
    i18n::{Lang, text},
    ui::{
        Cx, Intent,
        theme::{icon, measure, size, space},
        widgets::{Button, dashed, icons, label, segments},
    },
};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens.bg);
    column(ui, measure::OVERLAY, |ui| {
        ui.horizontal(|ui| {
            let side = measure::BUTTON_LARGE;
            let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
            let radius = CornerRadius::same(space::SMALL as u8);
            ui.painter().rect_filled(rect, radius, tokens.accent);
            icons::BRAND.paint(
                ui.painter(),
                rect.center(),
                side - space::MEDIUM,
                tokens.accent_text,
            );
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                label(ui, &text(cx.lang, "welcome-title"), size::DISPLAY, tokens.text);
                label(ui, &text(cx.lang, "welcome-hint"), size::BODY, tokens.text_subdued);
            });
        });
        ui.add_space(space::LARGE);
        language(ui, cx);
        ui.add_space(space::MEDIUM);
        zone(ui, cx);
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let (rect, _) = ui.allocate_exact_size(vec2(icon::SMALL, icon::SMALL), Sense::hover());
            icons::LOCK.paint(ui.painter(), rect.center(), icon::SMALL, tokens.text_subdued);
            label(ui, &text(cx.lang, "welcome-offline"), size::SMALL, tokens.text_subdued);
        });
    });
}

fn language(ui: &mut Ui, cx: &mut Cx<'_>) {
    label(ui, &text(cx.lang, "language"), size::SMALL, cx.tokens.text_subdued);
    let names: Vec<&str> = Lang::ALL.iter().map(|lang| lang.own_name()).collect();
    let chosen = Lang::ALL.iter().position(|lang| *lang == cx.lang).unwrap_or_default();
    let clicked = segments(ui, measure::PREVIEW, &names, chosen);
    if let Some(lang) = clicked.and_then(|at| Lang::ALL.get(at)) {
        cx.ask(Intent::SetLang(*lang));
    }
}

fn zone(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), measure::DROP_ZONE), Sense::hover());
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    dashed(ui.painter(), rect, tokens.focus);
    let inner = rect.shrink(space::HUGE);
    let layout = Layout::top_down(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
    let side = measure::MEDALLION;
    let (circle, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    ui.painter().circle_filled(circle.center(), side / 2.0, tokens.accent_soft);
    icons::DOWNLOAD.paint(ui.painter(), circle.center(), icon::LARGE, tokens.link);
    ui.add_space(space::SMALL);
    label(&mut ui, &text(cx.lang, "welcome-drop"), size::HEADING, tokens.text);
    label(&mut ui, &text(cx.lang, "welcome-drop-hint"), size::BODY, tokens.text_subdued);
    ui.add_space(space::SMALL);
    let words = text(cx.lang, "welcome-choose");
    let button = Button::primary(&words).with_icon(icons::FILE_SPREADSHEET);
    if ui.add(button.height(measure::BUTTON_LARGE)).clicked() {
        cx.ask(Intent::Pick);
    }
    ui.add_space(space::SMALL);
    label(&mut ui, &text(cx.lang, "welcome-kinds"), size::SMALL, tokens.text_subdued);
}

/// A column in the middle of a page, a little above its middle.
pub(super) fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let page = ui.max_rect();
    let width = width.min(page.width() - 2.0 * space::LARGE);
    let top = page.top() + (page.height() * measure::PAGE_TOP).max(space::LARGE);
    let left = page.center().x - width / 2.0;
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + width, page.bottom()));
    let layout = Layout::top_down(Align::Min);
    add(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)));
}
