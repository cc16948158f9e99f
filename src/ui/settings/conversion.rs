//! Which field of a lead goes to which field of what it becomes.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::row::heading;
use crate::{
    domain::{FIRST_CUSTOM_TAG, FieldInfo, Kind},
    engine::{MapField, Request, Right, Scope},
    i18n::{text, text_with},
    query::{
        conversion_map::{self, RESULTS, is_mapped, offered, shipped},
        field_label,
    },
    ui::{
        Cx,
        theme::{measure, page, size, space},
        widgets::{Select, label, paragraph, rule},
    },
};

/// Where a field may be sent: the name of the field there; an empty one is nowhere, none is where it goes by itself.
type Way = (Option<String>, String);

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-conversion");
    let hint = text(cx.lang, "settings-conversion-hint");
    paragraph(ui, &hint, size::SMALL, cx.tokens.text_subdued);
    let can_change = cx.viewer.is_alone || Right::Administer.scope(cx.viewer.role) != Scope::No;
    let width = (ui.available_width() - page::MAPPED - 3.0 * space::SMALL) / 3.0;
    line(ui, |ui| {
        cell(ui, page::MAPPED, |ui| {
            label(ui, &text(cx.lang, "kind-lead"), size::SMALL_STRONG, cx.tokens.text_subdued);
        });
        for kind in RESULTS {
            cell(ui, width, |ui| {
                ui.add_space(space::SMALL + measure::LINE);
                let words = text(cx.lang, &format!("kind-{}", kind.name()));
                label(ui, &words, size::SMALL_STRONG, cx.tokens.text_subdued);
            });
        }
    });
    rule(ui);
    let mut fields: Vec<&'static FieldInfo> =
        cx.model.fields(Kind::Lead).filter(|field| is_mapped(field)).collect();
    // What a lead has in common with a contact goes there by itself: the others are what one comes for.
    fields.sort_by_key(|field| match field.tag {
        FIRST_CUSTOM_TAG.. => 0,
        tag if cx.model.field_of_tag(Kind::Contact, tag).is_none_or(|it| it.name != field.name) => {
            1
        }
        _ => 2,
    });
    for field in fields {
        let ways = RESULTS.map(|kind| ways(cx, kind, field));
        // What can go nowhere else, and goes nowhere, needs no line.
        if ways.iter().any(|ways| ways.len() > 1) {
            row(ui, cx, (field, can_change, width), &ways);
        }
    }
}

fn row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (field, can_change, width): (&'static FieldInfo, bool, f32),
    ways: &[Vec<Way>; 3],
) {
    let name = field_label(cx.model, Kind::Lead, field.name, cx.lang);
    line(ui, |ui| {
        cell(ui, page::MAPPED, |ui| {
            label(ui, &name, size::BODY, cx.tokens.text);
        });
        for (kind, ways) in RESULTS.into_iter().zip(ways) {
            let (to, words): (Vec<Option<String>>, Vec<String>) = ways.iter().cloned().unzip();
            let chosen = chosen(cx, kind, field);
            let at = to.iter().position(|to| *to == chosen).unwrap_or_default();
            if !can_change || words.len() < 2 {
                let words = words.get(at).map_or("", String::as_str);
                cell(ui, width, |ui| {
                    // Under the words of those that can be chosen.
                    ui.add_space(space::SMALL + measure::LINE);
                    label(ui, words, size::BODY, cx.tokens.text_subdued);
                });
                continue;
            }
            // Where nothing goes is no choice that anyone has made.
            let nowhere = text(cx.lang, "conversion-nowhere");
            let is_nowhere = chosen.is_none() && words.get(at).is_some_and(|it| *it == nowhere);
            let at = (!is_nowhere).then_some(at);
            let kind_name = text(cx.lang, &format!("kind-{}", kind.name()));
            let said = format!("{name}: {kind_name}");
            let select = Select { name: &said, entries: &words, chosen: at, hint: &nowhere, width };
            if let Some(to) = select.show(ui).and_then(|at| to.into_iter().nth(at)) {
                let from = field.name.to_owned();
                cx.run(Request::Run(MapField { from, kind, to }.into()));
            }
        }
    });
}

/// Where the workspace sends a field.
fn chosen(cx: &Cx<'_>, kind: Kind, field: &FieldInfo) -> Option<String> {
    let mut routes = cx.model.settings().conversion_map.iter();
    let route = routes.find(|route| route.from == field.name && route.kind == kind.name())?;
    // A field that is gone takes nothing.
    let target = conversion_map::target(cx.model, kind, field);
    Some(target.map_or(String::new(), |_| route.to.clone()))
}

fn ways(cx: &Cx<'_>, kind: Kind, field: &FieldInfo) -> Vec<Way> {
    let named = |target: &FieldInfo| field_label(cx.model, kind, target.name, cx.lang);
    let own = shipped(cx.model, kind, field);
    let nowhere = text(cx.lang, "conversion-nowhere").into_owned();
    let mut ways: Vec<Way> = Vec::new();
    match own {
        Some(target) => {
            let args = [("field", named(target).into())];
            ways.push((None, text_with(cx.lang, "conversion-itself", &args).into_owned()));
            ways.push((Some(String::new()), nowhere));
        }
        None => ways.push((None, nowhere)),
    }
    let others = offered(cx.model, kind, field).into_iter();
    let others = others.filter(|target| own.is_none_or(|own| own.tag != target.tag));
    ways.extend(others.map(|target| (Some(target.name.to_owned()), named(target))));
    ways
}

fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let extent = vec2(ui.available_width(), measure::INPUT);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        add(ui);
    });
}

fn cell(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let extent = vec2(width, measure::INPUT);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(width);
        add(ui);
    });
}
