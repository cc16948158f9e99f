//! Whether the leads may be converted: each with where it stands; and a reason for those that are not ready.

use eframe::egui::{Sense, Ui, Vec2};

use super::chosen::Chosen;
use crate::{
    domain::{BYPASS_SOURCES, Id, Lead, Stage},
    i18n::text,
    query,
    ui::{
        Cx, Place,
        record::section,
        shown::choice,
        theme::{icon, page, size, space},
        widgets::{Input, Link, icons, label, paragraph},
    },
};

/// Draws the conditions.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, chosen: &mut Chosen) {
    let mut all_ready = true;
    section(ui, |ui| {
        label(ui, &text(cx.lang, "convert-gate-title"), size::HEADING, cx.tokens.text);
        ui.add_space(space::SMALL);
        for lead in &chosen.leads {
            all_ready &= one(ui, cx, *lead);
        }
        if !all_ready {
            ui.add_space(space::MEDIUM);
            let words = text(cx.lang, "convert-override");
            paragraph(ui, &words, size::BODY, cx.tokens.text_subdued);
            let name = text(cx.lang, "field-reason");
            let width = page::DIALOG.min(ui.available_width());
            Input::new(&mut chosen.reason, &name).hint(&name).width(width).show(ui);
        }
    });
}

/// A lead with whether it is ready; a click goes to its page, where that is mended.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, lead: Id<Lead>) -> bool {
    let Some(row) = cx.model.leads.find(lead.0) else { return false };
    let leads = &cx.model.leads;
    let stage = Stage::of_id(leads.text(Lead::stage, row)).unwrap_or_default();
    let source = leads.text(Lead::source, row).to_owned();
    let bypasses = BYPASS_SOURCES.contains(&source.as_str()) && stage.is_open();
    let is_ready = stage == Stage::Sql || bypasses;
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        let (picture, color) = if is_ready {
            (icons::CIRCLE_CHECK, tokens.success)
        } else {
            (icons::CIRCLE_ALERT, tokens.danger)
        };
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
        picture.paint(ui.painter(), rect.center(), icon::SMALL, color);
        if ui.add(Link::new(&query::label(cx.model, lead.record()))).clicked() {
            cx.go(Place::Record(lead.record()));
        }
        let why = if bypasses && stage != Stage::Sql {
            choice(cx.lang, "source", &source)
        } else {
            choice(cx.lang, "stage", stage.id())
        };
        let company = cx.model.leads.text(Lead::company, row);
        label(ui, &format!("{company} · {why}"), size::BODY, tokens.text_subdued);
    });
    is_ready
}
