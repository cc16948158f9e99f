//! The editor of a value, by its shape. Enter saves, Escape gives up, whatever the shape.

use eframe::egui::{Id, Key, Ui};

use super::{draft::Draft, editor_parts, options};
use crate::{
    domain::{Choices, Kind, RecordId, Shape, Value},
    i18n::text,
    ui::{
        Cx,
        date_field::DateField,
        shown::shown,
        theme::{page, space},
        widgets::{
            Chip, Input, PickOption, Picked, Picker, PickerState, TextField, Typed, segments,
        },
    },
};

/// What an editor edits.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Edited<'a> {
    /// What it is called.
    pub label: &'a str,
    /// What it holds.
    pub shape: &'a Shape,
    /// What may be chosen beside what the program ships.
    pub own_choices: &'a [String],
    /// A text of several lines.
    pub is_multiline: bool,
    /// Whether what was typed cannot be taken.
    pub is_wrong: bool,
}

impl<'a> Edited<'a> {
    /// A value of a shape, of which nothing more is known.
    pub fn of(label: &'a str, shape: &'a Shape) -> Self {
        Self { label, shape, own_choices: &[], is_multiline: false, is_wrong: false }
    }
}

/// Draws the editor in the room there is; what the person did. `id` is by which it takes the focus.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    edited: Edited<'_>,
    draft: &mut Draft,
    id: Id,
) -> Typed {
    match draft {
        Draft::Words(words) => words_of(ui, cx, edited, words, id),
        Draft::Flag(flag) => flag_of(ui, cx, flag),
        Draft::Money(amount, currency) => money(ui, cx, edited, (amount, currency), id),
        Draft::Choice(chosen, picker) => {
            let Shape::Choice(choices) = edited.shape else { return Typed::Nothing };
            choice_of(ui, cx, edited, choices, (chosen, picker))
        }
        Draft::Link(chosen, picker) => link(ui, cx, edited, (chosen, picker)),
        Draft::Several(chosen, picker) => several(ui, cx, edited, (chosen, picker)),
        Draft::Part(part) => editor_parts::one(ui, cx, part, id),
        Draft::Parts(parts) => editor_parts::several(ui, cx, edited, parts, id),
    }
}

fn words_of(ui: &mut Ui, cx: &Cx<'_>, edited: Edited<'_>, words: &mut String, id: Id) -> Typed {
    if matches!(edited.shape, Shape::Date | Shape::At) {
        let field = DateField::new(words, edited.label, id).width(ui.available_width());
        let has_time = matches!(edited.shape, Shape::At);
        let response = field.wrong(edited.is_wrong).with_time(has_time).show(ui, cx);
        return Typed::of(ui, &response);
    }
    if edited.is_multiline {
        let response = TextField::new(words, edited.label, (page::ROWS, id)).show(ui);
        Typed::of_many_lines(ui, &response)
    } else {
        let input = Input::new(words, edited.label).wrong(edited.is_wrong).id(id);
        let response = input.width(ui.available_width()).show(ui);
        Typed::of(ui, &response)
    }
}

fn flag_of(ui: &mut Ui, cx: &Cx<'_>, flag: &mut bool) -> Typed {
    let words = [text(cx.lang, "value-yes"), text(cx.lang, "value-no")];
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let width = page::SEGMENTS.min(ui.available_width());
    let clicked = segments(ui, width, &words, usize::from(!*flag));
    if let Some(at) = clicked {
        *flag = at == 0;
        return Typed::Done;
    }
    given_up(ui)
}

/// Whether Escape was pressed while no text has the focus.
pub(super) fn given_up(ui: &Ui) -> Typed {
    let is_pressed = ui.input(|input| input.key_pressed(Key::Escape));
    if is_pressed && !ui.ctx().text_edit_focused() { Typed::GaveUp } else { Typed::Nothing }
}

fn money(
    ui: &mut Ui,
    cx: &Cx<'_>,
    edited: Edited<'_>,
    (amount, currency): (&mut String, &mut String),
    id: Id,
) -> Typed {
    let drawn = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let name = text(cx.lang, "field-currency");
        let currency = Input::new(currency, &name).width(page::CURRENCY).show(ui);
        let amount = Input::new(amount, edited.label).wrong(edited.is_wrong).id(id);
        (currency, amount.width(ui.available_width()).show(ui))
    });
    let (currency, amount) = drawn.inner;
    let moves_on = currency.has_focus() || amount.has_focus();
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match (Typed::of(ui, &currency), Typed::of(ui, &amount)) {
        // From one of the two to the other is no end.
        _ if moves_on => Typed::Nothing,
        (Typed::Nothing, Typed::Nothing) => Typed::Nothing,
        (Typed::Done, _) if !pressed(Key::Enter) => Typed::Nothing,
        (Typed::GaveUp, _) | (_, Typed::GaveUp) => Typed::GaveUp,
        _ => Typed::Done,
    }
}

fn choice_of(
    ui: &mut Ui,
    cx: &Cx<'_>,
    edited: Edited<'_>,
    choices: &Choices,
    (chosen, picker): (&mut String, &mut PickerState),
) -> Typed {
    let held = [chosen.as_str()];
    let mut offers = options::of_list(cx, (choices, edited.own_choices), &picker.text, &held);
    if !chosen.is_empty() && picker.text.is_empty() {
        let label = text(cx.lang, "value-none").into_owned();
        offers.insert(0, (String::new(), PickOption { label, ..PickOption::default() }));
    }
    let (ids, shown): (Vec<String>, Vec<PickOption>) = offers.into_iter().unzip();
    let hint = if chosen.is_empty() { String::new() } else { choice_words(cx, choices, chosen) };
    match pick(ui, cx, (edited.label, &hint), &shown, picker) {
        Picked::Entry(at) => {
            if let Some(id) = ids.get(at) {
                chosen.clone_from(id);
            }
            Typed::Done
        }
        Picked::Words if choices.open && !picker.text.trim().is_empty() => {
            *chosen = picker.text.trim().to_owned();
            Typed::Done
        }
        Picked::Words | Picked::Nothing => Typed::Nothing,
        Picked::GaveUp | Picked::Left => Typed::GaveUp,
    }
}

pub(super) fn choice_words(cx: &Cx<'_>, choices: &Choices, id: &str) -> String {
    crate::ui::shown::choice(cx.lang, choices.name, id)
}

fn link(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    edited: Edited<'_>,
    (chosen, picker): (&mut Option<RecordId>, &mut PickerState),
) -> Typed {
    let Shape::Link(kind) = edited.shape else { return Typed::GaveUp };
    let mut offers: Vec<(Option<RecordId>, PickOption)> = options::of_kind(cx, *kind, &picker.text)
        .into_iter()
        .map(|it| (Some(it.0), it.1))
        .collect();
    if chosen.is_some() && picker.text.is_empty() {
        let label = text(cx.lang, "value-none").into_owned();
        offers.insert(0, (None, PickOption { label, ..PickOption::default() }));
    }
    let (records, shown): (Vec<_>, Vec<PickOption>) = offers.into_iter().unzip();
    let hint = chosen.map(|it| options::option_of(cx, it).label).unwrap_or_default();
    match pick_of(ui, cx, (edited.label, &hint), (&shown, *kind), picker) {
        Picked::Entry(at) => {
            if let Some(record) = records.get(at) {
                *chosen = *record;
            }
            Typed::Done
        }
        Picked::Words | Picked::Nothing => Typed::Nothing,
        Picked::GaveUp | Picked::Left => Typed::GaveUp,
    }
}

/// What was chosen, with a way to take it out; whether it was.
pub(super) fn taken_out(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> bool {
    let remove = text(cx.lang, "chip-remove");
    Chip { field: "", value: words, remove: &remove }.show(ui) == Some(true)
}

/// Several values: each with a way to take it out, and a picker for more. Enter on nothing is done.
fn several(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    edited: Edited<'_>,
    (chosen, picker): (&mut Vec<Value>, &mut PickerState),
) -> Typed {
    let Shape::List(item) = edited.shape else { return Typed::GaveUp };
    ui.spacing_mut().item_spacing.y = space::TINY;
    if !chosen.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let mut out = None;
            for (at, value) in chosen.iter().enumerate() {
                let words = shown(cx.model, cx.lang, item, value);
                if taken_out(ui, cx, &words) {
                    out = Some(at);
                }
            }
            if let Some(at) = out {
                chosen.remove(at);
                picker.wants_focus = true;
            }
        });
    }
    let offers = offers_for(cx, item, edited.own_choices, &picker.text);
    let (values, shown): (Vec<Value>, Vec<PickOption>) =
        offers.into_iter().filter(|(value, _)| !chosen.contains(value)).unzip();
    let is_blank = picker.text.trim().is_empty();
    // On nothing typed Enter does not take the first entry: it is done.
    let offered: &[PickOption] =
        if is_blank && matches!(**item, Shape::Text) { &[] } else { &shown };
    let hint = text(cx.lang, "hint-more");
    match pick(ui, cx, (edited.label, &hint), offered, picker) {
        Picked::Entry(_) if is_blank && ui.input(|it| it.key_pressed(Key::Enter)) => Typed::Done,
        Picked::Entry(at) => {
            chosen.extend(values.get(at).cloned());
            *picker = PickerState::fresh();
            Typed::Nothing
        }
        Picked::Words if is_blank => Typed::Done,
        Picked::Words => {
            let words = picker.text.trim().to_owned();
            match **item {
                Shape::Text => chosen.push(Value::Text(words)),
                Shape::Choice(choices) if choices.open => chosen.push(Value::Choice(words.into())),
                _ => return Typed::Nothing,
            }
            *picker = PickerState::fresh();
            Typed::Nothing
        }
        Picked::Nothing => Typed::Nothing,
        Picked::GaveUp => Typed::GaveUp,
        Picked::Left => Typed::Done,
    }
}

fn offers_for(
    cx: &mut Cx<'_>,
    item: &Shape,
    own: &[String],
    typed: &str,
) -> Vec<(Value, PickOption)> {
    match item {
        Shape::Choice(choices) => {
            let offers = options::of_list(cx, (choices, own), typed, &[]).into_iter();
            offers.map(|(id, option)| (Value::Choice(id.into()), option)).collect()
        }
        Shape::Link(kind) => {
            let offers = options::of_kind(cx, *kind, typed).into_iter();
            offers.map(|(record, option)| (Value::Link(record), option)).collect()
        }
        _ => Vec::new(),
    }
}

fn pick(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name, hint): (&str, &str),
    options: &[PickOption],
    picker: &mut PickerState,
) -> Picked {
    let nothing = options::nothing(cx, false, &picker.text);
    let width = ui.available_width();
    Picker { name, hint, options, nothing: &nothing, width }.show(ui, picker)
}

fn pick_of(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name, hint): (&str, &str),
    (options, kind): (&[PickOption], Kind),
    picker: &mut PickerState,
) -> Picked {
    let nothing = options::nothing(cx, cx.model.columns(kind).is_some(), &picker.text);
    let width = ui.available_width();
    Picker { name, hint, options, nothing: &nothing, width }.show(ui, picker)
}
