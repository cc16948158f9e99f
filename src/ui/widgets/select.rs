//! One of several, chosen from a list that opens below.

use eframe::egui::{
    CornerRadius, Popup, PopupCloseBehavior, RectAlign, Response, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{button::focus_ring, icons, scroll_list, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// One of several, chosen from a list that opens below.
pub struct Select<'a> {
    /// What is chosen, for those who hear it.
    pub name: &'a str,
    /// What can be chosen.
    pub entries: &'a [String],
    /// What is chosen.
    pub chosen: Option<usize>,
    /// What is shown while nothing is chosen.
    pub hint: &'a str,
    /// How wide it is.
    pub width: f32,
}

impl Select<'_> {
    /// Draws it; gives back what was chosen anew.
    pub fn show(&self, ui: &mut Ui) -> Option<usize> {
        let button = self.button(ui);
        let popup = Popup::menu(&button).accessible_name(self.name).gap(space::TINY);
        let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClick).width(self.width);
        let shown = popup.align(RectAlign::BOTTOM_START).show(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let mut clicked = None;
            scroll_list(ui, measure::SELECT_LIST).show(ui, |ui| {
                for (at, text) in self.entries.iter().enumerate() {
                    let is_chosen = self.chosen == Some(at);
                    let response = option(ui, text, is_chosen);
                    if response.clicked() {
                        clicked = Some(at);
                    }
                }
            });
            clicked
        });
        shown.and_then(|shown| shown.inner)
    }

    fn button(&self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let (rect, response) =
            ui.allocate_exact_size(vec2(self.width, measure::INPUT), Sense::click());
        let chosen = self.chosen.and_then(|at| self.entries.get(at)).map(String::as_str);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.name);
            info.current_text_value = Some(chosen.unwrap_or(self.hint).to_owned());
            info
        });
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS as u8);
        let edge = Stroke::new(measure::LINE, tokens.border_control);
        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
        painter.rect(rect, radius, fill, edge, StrokeKind::Inside);
        let mut inner = rect.shrink2(vec2(space::SMALL + measure::LINE, 0.0));
        let at = pos2(inner.right() - icon::SMALL / 2.0, inner.center().y);
        icons::CHEVRON_DOWN.paint(painter, at, icon::SMALL, tokens.text_subdued);
        inner.max.x -= icon::SMALL + space::TINY;
        let (words, color) = match chosen {
            Some(words) => (words, tokens.text),
            None => (self.hint, tokens.text_subdued),
        };
        words::line(painter, inner, words, size::BODY, color);
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        response
    }
}

fn option(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui.theme());
    let extent = vec2(ui.available_width(), measure::RAIL_ENTRY);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, text));
    let painter = ui.painter();
    let is_lit = response.hovered() || response.has_focus();
    if is_lit {
        let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
        painter.rect_filled(rect, radius, tokens.selection);
    }
    let mut inner = rect.shrink2(vec2(space::SMALL, 0.0));
    if is_chosen {
        let at = pos2(inner.right() - icon::SMALL / 2.0, inner.center().y);
        icons::CHECK.paint(painter, at, icon::SMALL, tokens.link);
        inner.max.x -= icon::SMALL + space::TINY;
    }
    words::line(painter, inner, text, size::BODY, if is_lit { tokens.link } else { tokens.text });
    response
}
