//! What happened and what was done, newest first, day by day, in one stream.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::happenings::{Sort, Told, told};
use crate::{
    engine::{Dossier, Event},
    i18n::text,
    ui::{
        Cx, days,
        theme::{icon, measure, page, size, space},
        widgets::{Button, galley, label, one_of, paragraph},
    },
};

/// What a timeline remembers.
#[derive(Default)]
pub(super) struct Timeline {
    sort: Sort,
}

impl Timeline {
    /// Draws the timeline in the room there is.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, dossier: &Dossier) {
        let margin =
            Margin { top: space::MEDIUM as i8, bottom: 0, ..Margin::same(space::LARGE as i8) };
        Frame::new().inner_margin(margin).show(ui, |ui| self.head(ui, cx));
        let scroll =
            ScrollArea::vertical().id_salt(("timeline", dossier.record)).auto_shrink(false);
        scroll.show(ui, |ui| {
            let margin = Margin::symmetric(space::LARGE as i8, 0);
            Frame::new().inner_margin(margin).show(ui, |ui| self.events(ui, cx, dossier));
        });
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.horizontal(|ui| {
            ui.set_height(measure::BUTTON_SMALL);
            let title = text(cx.lang, "timeline-title");
            label(ui, &title, size::SMALL_STRONG, cx.tokens.text_subdued);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = Sort::ALL.map(|sort| text(cx.lang, sort.key()));
                let entries: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
                let chosen = Sort::ALL.iter().position(|it| *it == self.sort).unwrap_or_default();
                let shown = entries.get(chosen).copied().unwrap_or_default();
                let name = text(cx.lang, "timeline-filter");
                let button = Button::secondary(shown).named(&name).menu();
                let button = ui.add(button.height(measure::BUTTON_SMALL));
                let clicked = one_of(&button, &name, &entries, chosen);
                if let Some(sort) = clicked.and_then(|at| Sort::ALL.get(at)) {
                    self.sort = *sort;
                }
            });
        });
    }

    fn events(&self, ui: &mut Ui, cx: &Cx<'_>, dossier: &Dossier) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let zone = cx.model.settings().zone();
        let today = cx.now().day(zone);
        let shown: Vec<&Event> = dossier.events.iter().filter(|it| self.sort.has(it)).collect();
        if shown.is_empty() {
            ui.add_space(space::MEDIUM);
            let words = text(cx.lang, "timeline-nothing");
            paragraph(ui, &words, size::BODY, cx.tokens.text_subdued);
            return;
        }
        let mut day = None;
        for (at, event) in shown.iter().enumerate() {
            let of = event.at.day(zone);
            if day != Some(of) {
                day = Some(of);
                ui.add_space(space::SMALL);
                let words = days::heading(of, today, cx.lang);
                label(ui, &words, size::SMALL, cx.tokens.text_subdued);
                ui.add_space(space::TINY);
            }
            let is_last = shown.get(at + 1).is_none_or(|next| next.at.day(zone) != of);
            let time = days::clock(event.at, zone);
            draw(ui, cx, &told(cx, dossier.record, event), (&time, is_last));
        }
        if dossier.has_more {
            ui.add_space(space::SMALL);
            label(ui, &text(cx.lang, "timeline-more"), size::SMALL, cx.tokens.text_subdued);
        }
        ui.add_space(space::LARGE);
    }
}

/// An event: its circle on the line of the day, title, details, and the time at the right.
fn draw(ui: &mut Ui, cx: &Cx<'_>, told: &Told, (time, is_last): (&str, bool)) {
    let tokens = cx.tokens;
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    let drawn = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let (circle, _) = ui.allocate_exact_size(Vec2::splat(page::EVENT), Sense::hover());
        let edge = Stroke::new(measure::LINE, tokens.border_strong);
        let painter = ui.painter();
        painter.circle(circle.center(), page::EVENT / 2.0 - 1.0, tokens.surface, edge);
        told.icon.paint(painter, circle.center(), icon::TINY, told.color);
        let when = galley(ui.painter(), time, size::SMALL, tokens.text_subdued, f32::INFINITY);
        let room = ui.available_width() - when.size().x - space::SMALL;
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space((page::EVENT - measure::PILL) / 2.0);
            paragraph(ui, &told.title, size::BODY, tokens.text);
            let details = told.details.join(" · ");
            if !details.is_empty() {
                paragraph(ui, &details, size::SMALL, tokens.text_subdued);
            }
            ui.add_space(space::SMALL);
        });
        let at =
            pos2(ui.max_rect().right() - when.size().x, circle.center().y - when.size().y / 2.0);
        ui.painter().galley(at, when, tokens.text_subdued);
    });
    if !is_last {
        let x = left + page::EVENT / 2.0;
        let line = Stroke::new(measure::LINE, tokens.border);
        let bottom = drawn.response.rect.bottom();
        ui.painter().vline(x, (top + page::EVENT)..=bottom, line);
    }
}
