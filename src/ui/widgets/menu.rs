//! A menu of a few entries under a button.

use eframe::egui::{
    CornerRadius, Popup, RectAlign, Response, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2,
};

use super::{button::focus_ring, icons, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A menu under a button, one of whose entries is chosen.
pub struct Menu<'a> {
    /// What the menu is about.
    pub name: &'a str,
    /// The entries.
    pub entries: &'a [&'a str],
    /// The one that holds now.
    pub chosen: usize,
}

impl Menu<'_> {
    /// Shows the menu while it is open; gives back the entry that was clicked.
    pub fn show(&self, button: &Response) -> Option<usize> {
        let popup = Popup::menu(button).accessible_name(self.name).gap(space::TINY);
        let shown = popup.align(RectAlign::BOTTOM_END).show(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let texts = self.entries.iter().enumerate();
            let mut clicked = None;
            for (at, text) in texts {
                if entry(ui, text, at == self.chosen).clicked() {
                    clicked = Some(at);
                }
            }
            clicked
        });
        shown.and_then(|shown| shown.inner)
    }
}

fn entry(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui.theme());
    let extent = Vec2::new(measure::RAIL - space::HUGE, measure::RAIL_ENTRY);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, true, is_chosen, text));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(measure::RADIUS_SMALL as u8), tokens.hover);
    }
    let inner = rect.shrink2(Vec2::new(space::SMALL, 0.0));
    words::line(painter, inner, text, size::BODY, tokens.text);
    if is_chosen {
        let at = pos2(inner.right() - icon::SMALL / 2.0, rect.center().y);
        icons::CHECK.paint(painter, at, icon::SMALL, tokens.link);
    }
    if response.has_focus() {
        focus_ring(painter, rect.shrink(measure::FOCUS_LINE), tokens);
    }
    response
}
