//! The leads that are ready to be converted, those of one company together.

use std::collections::BTreeSet;

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Ui, Vec2};

use crate::{
    domain::{Id, Lead, RecordId, Stage},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, Place,
        list::glyph,
        questions::{Answer, Question},
        shown::choice,
        theme::{icon, measure, page, size, space},
        widgets::{Button, Link, Pill, Tick, checkbox, empty_state, icons, label, rule},
    },
};

/// Companies shown at once; the others come up as these are done.
const MOST: usize = 200;

/// What the list remembers: the leads that are ticked.
#[derive(Default)]
pub(super) struct Ready {
    ticked: BTreeSet<RecordId>,
}

impl Ready {
    /// The leads to be converted with one: those ticked beside it.
    pub fn take_chosen(&mut self, first: Id<Lead>) -> Vec<Id<Lead>> {
        let others = std::mem::take(&mut self.ticked).into_iter().filter_map(Id::of);
        let others: Vec<Id<Lead>> = others.filter(|id| *id != first).collect();
        std::iter::once(first).chain(others).collect()
    }

    /// Draws the list.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let answer = cx.answer(Question::Ready);
        let Some(Answer::Companies(companies)) = answer.as_deref() else { return };
        if companies.is_empty() {
            return nothing(ui, cx);
        }
        let count: usize = companies.iter().map(|(_, leads)| leads.len()).sum();
        let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let args = [("leads", count.into()), ("companies", companies.len().into())];
            let words = text_with(cx.lang, "convert-ready", &args);
            label(ui, &words, size::HEADING, cx.tokens.text);
        });
        let scroll = ScrollArea::vertical().id_salt("ready").auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (company, leads) in companies.iter().take(MOST) {
                rule(ui);
                let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    self.company(ui, cx, (company, leads));
                });
            }
        });
    }

    fn company(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, (company, leads): (&str, &[RecordId])) {
        let tokens = cx.tokens;
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            ui.set_min_width(ui.available_width());
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
            icons::BUILDING.paint(ui.painter(), rect.center(), icon::SMALL, tokens.text_subdued);
            let company = if company.is_empty() { "–" } else { company };
            label(ui, company, size::BODY_STRONG, tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let ticked: Vec<RecordId> =
                    leads.iter().copied().filter(|it| self.ticked.contains(it)).collect();
                let chosen = if ticked.is_empty() { leads.to_vec() } else { ticked };
                let args = [("leads", chosen.len().into())];
                let words = text_with(cx.lang, "convert-leads", &args);
                let button = Button::secondary(&words).with_icon(icons::ARROW_LEFT_RIGHT);
                if ui.add(button.height(measure::BUTTON_SMALL)).clicked() {
                    self.ticked = chosen.iter().copied().collect();
                    let first = chosen.first().copied().and_then(Id::of);
                    cx.go(Place::Convert(first));
                }
            });
        });
        for record in leads {
            self.lead(ui, cx, *record, leads.len() > 1);
        }
    }

    fn lead(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId, has_others: bool) {
        let tokens = cx.tokens;
        let Some(row) = cx.model.leads.find(record.uuid) else { return };
        let name = query::label(cx.model, record);
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            ui.add_space(space::HUGE);
            if has_others {
                let is_ticked = self.ticked.contains(&record);
                let tick = if is_ticked { Tick::All } else { Tick::None };
                if checkbox(ui, tick, &name).clicked() && !self.ticked.remove(&record) {
                    self.ticked.insert(record);
                }
            } else if ui.add(Link::new(&name)).clicked() {
                cx.go(Place::Record(record));
            }
            let stage = Stage::of_id(cx.model.leads.text(Lead::stage, row)).unwrap_or_default();
            let words = choice(cx.lang, "stage", stage.id());
            ui.add(Pill { text: &words, glyph: glyph(stage), tone: tokens.stage(stage) });
            let owner = cx.model.leads.link(Lead::owner, row);
            let owner = owner.map(|owner| query::label(cx.model, owner)).unwrap_or_default();
            label(ui, &owner, size::SMALL, tokens.text_subdued);
        });
    }
}

fn nothing(ui: &mut Ui, cx: &Cx<'_>) {
    let title = text(cx.lang, "convert-nothing");
    let hint = text(cx.lang, "convert-nothing-hint");
    empty_state(ui, icons::ARROW_LEFT_RIGHT, (&title, &hint), |_| {});
}
