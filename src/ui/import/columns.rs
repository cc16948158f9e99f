//! Which column is which field: how sure that is and why, with two values, and another choice for each.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

use super::{
    fields::FieldNames,
    session::{Outcome, StagedTable, Staging},
    titles,
};
use crate::{
    engine::{AddField, Request},
    exchange::{ColumnMap, Templates, Wish},
    i18n::{text, text_with},
    ui::{
        Cx,
        theme::{column, measure, page, size, space},
        widgets::{Button, EditedLook, Select, edited, icons, label, rule},
    },
};

/// The columns of the page: how wide the label, the values and the choice are.
const WIDTHS: [f32; 3] = [180.0, 260.0, 200.0];

/// Draws the columns of the table that is shown.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, staging: &mut Staging) {
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    let frame = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
    let panel = Panel::top("staging_templates").resizable(false).frame(frame);
    panel.show(ui, |ui| templates(ui, cx, staging));
    let Some((_, table)) = staging.shown() else { return };
    let Some(outcome) = table.checked.clone() else { return };
    let names = FieldNames::of(cx.model, cx.lang);
    ScrollArea::vertical().id_salt("staging columns").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for map in &outcome.stager.mapping.columns {
            rule(ui);
            let margin = Margin::symmetric(space::LARGE as i8, space::TINY as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.horizontal(|ui| one(ui, cx, table, (&outcome, map), &names));
            });
        }
        rule(ui);
    });
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    table: &mut StagedTable,
    (outcome, map): (&Outcome, &ColumnMap),
    names: &FieldNames,
) {
    let tokens = cx.tokens;
    let [first, second, third] = WIDTHS;
    let title = outcome.stager.mapping.label(map.index);
    ui.set_height(page::ROW + space::SMALL);
    let cell = |ui: &mut Ui, width: f32, add: &mut dyn FnMut(&mut Ui)| {
        let extent = vec2(width, page::ROW);
        ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width);
            add(ui);
        });
    };
    cell(ui, first, &mut |ui| {
        label(ui, &title, size::BODY, tokens.text);
    });
    let samples = samples(table, map.index).join(" · ");
    cell(ui, second, &mut |ui| {
        label(ui, &samples, size::SMALL, tokens.text_subdued);
    });
    choose(ui, cx, table, (map, &title), (names, third));
    let (mut words, color) = titles::why(cx, map);
    // Here is room to say how sure it is even where nobody doubts it.
    if map.target.is_some() && !words.ends_with('%') {
        words = format!("{words} {:.0} %", map.confidence * 100.0);
    }
    label(ui, &words, size::SMALL, color);
    if map.target.is_none() && !samples.is_empty() {
        let words = text(cx.lang, "staging-make-field");
        let name = format!("{words} {title}");
        let button = Button::quiet(&words).with_icon(icons::PLUS).named(&name);
        if ui.add(button).clicked() {
            make_field(cx, table, map.index);
        }
    }
}

/// Two values of a column.
fn samples(table: &StagedTable, column: usize) -> Vec<String> {
    let lines = 0..table.held.len().min(50) as u32;
    let cells = lines.map(|place| table.held.cell(place, column));
    let mut found: Vec<String> = Vec::new();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        if found.len() < 2 && !found.iter().any(|known| known == cell) {
            found.push(cell.to_owned());
        }
    }
    found
}

/// The field of a column, and another choice.
pub(super) fn choose(
    ui: &mut Ui,
    cx: &Cx<'_>,
    table: &mut StagedTable,
    (map, title): (&ColumnMap, &str),
    (names, width): (&FieldNames, f32),
) {
    let name = text_with(cx.lang, "staging-field-of", &[("column", title.into())]);
    let chosen = Some(names.place(map.target));
    let select = Select { name: &name, entries: &names.names, chosen, hint: "", width };
    let Some(target) = select.show(ui).and_then(|at| names.targets.get(at)) else { return };
    let column = table.column_name(map.index as u32);
    table.map(Wish { column, target: *target });
}

/// Makes a field of a column, and has the column go there.
pub(super) fn make_field(cx: &mut Cx<'_>, table: &mut StagedTable, column: usize) {
    let label = table.held.headers.get(column).cloned().unwrap_or_default();
    let Some((name, command)) = field_of(cx, table, (column, &label)) else { return };
    table.making = Some((column as u32, name));
    cx.run(Request::Run(command.into()));
}

/// The field that a column would be: named like it, of the shape that its values have.
fn field_of(
    cx: &Cx<'_>,
    table: &StagedTable,
    (column, label): (usize, &str),
) -> Option<(String, AddField)> {
    let plain: String = label.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join("_");
    let by_place = || format!("{}_{}", text(cx.lang, "staging-column"), column + 1);
    let name = crate::domain::custom_field::field_name(&plain);
    let name = name.or_else(|| crate::domain::custom_field::field_name(&by_place()))?;
    let values = (0..table.held.len().min(50) as u32).map(|place| table.held.cell(place, column));
    let shape = crate::exchange::shape_of_values(values);
    let label = Some(label.to_owned()).filter(|label| !label.is_empty());
    let command = AddField {
        kind: crate::domain::Kind::Lead,
        name: name.clone(),
        label_en: label.clone(),
        label_zh_tw: label.clone(),
        label_zh_cn: label,
        shape,
        choices: Vec::new(),
    };
    Some((name, command))
}

/// Mappings that were saved, and the name under which this one is.
fn templates(ui: &mut Ui, cx: &Cx<'_>, staging: &mut Staging) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let known = staging.templates(cx);
        let names: Vec<String> = known.names().map(str::to_owned).collect();
        if !names.is_empty() {
            let name = text(cx.lang, "staging-template");
            let hint = text(cx.lang, "staging-template-choose");
            let width = column::WORDS + space::HUGE;
            let select = Select { name: &name, entries: &names, chosen: None, hint: &hint, width };
            let wishes = select.show(ui).and_then(|at| known.named(names.get(at)?));
            if let (Some(wishes), Some((_, table))) = (wishes, staging.shown()) {
                use_template(table, wishes);
            }
        }
        let name = text(cx.lang, "staging-template-name");
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let hint = text(cx.lang, "staging-template-hint");
        let look = EditedLook { width: measure::FILTER, hint: &hint };
        let id = eframe::egui::Id::unique("template name");
        if let Some(name) = edited(ui, id, &name, &staging.batch.template, look) {
            staging.batch.template = name;
        }
    });
}

impl Staging {
    /// Mappings that were saved; read once for each revision of the workspace.
    fn templates(&mut self, cx: &Cx<'_>) -> Templates {
        let revision = cx.model.revision();
        match &self.templates {
            Some((of, known)) if *of == revision => known.clone(),
            _ => {
                let known = Templates::of(cx.model);
                self.templates = Some((revision, known.clone()));
                known
            }
        }
    }
}

/// Takes what was saved, as far as the table has its columns.
fn use_template(table: &mut StagedTable, wishes: &[Wish]) {
    let Some(outcome) = table.checked.clone() else { return };
    let mut mapping = outcome.stager.mapping.clone();
    mapping.with_template(wishes);
    for (column, before) in mapping.columns.iter().zip(&outcome.stager.mapping.columns) {
        if column.target != before.target {
            let wish =
                Wish { column: table.column_name(column.index as u32), target: column.target };
            table.map(wish);
        }
    }
}
