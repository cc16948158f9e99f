//! The editor of fields that belong together, and of several of those; and of a field among others in a form.

use eframe::egui::{Align, Id, Key, Layout, Ui, vec2};

use super::{
    draft::{Draft, PartDraft},
    editor::{Edited, choice_words, given_up, show, taken_out},
    options,
};
use crate::{
    domain::{Choices, FieldInfo, Shape, Value},
    i18n::{known, text},
    ui::{
        Cx,
        theme::{measure, page, size, space},
        widgets::{Button, Typed, icons, label, one_of},
    },
};

/// The editor of fields that belong together.
pub(super) fn one(ui: &mut Ui, cx: &mut Cx<'_>, part: &mut PartDraft, id: Id) -> Typed {
    match part_of(ui, cx, part, id) {
        Typed::Nothing => buttons(ui, cx),
        ended => ended,
    }
}

/// Fields that belong together, one below the other; whether Enter or Escape ended it.
fn part_of(ui: &mut Ui, cx: &mut Cx<'_>, part: &mut PartDraft, id: Id) -> Typed {
    ui.spacing_mut().item_spacing.y = space::TINY;
    let mut ended = Typed::Nothing;
    for (at, (field, draft)) in part.fields.iter_mut().enumerate() {
        ui.push_id(field.tag, |ui| {
            ui.horizontal_top(|ui| {
                let name = part_label(cx, field);
                ui.allocate_ui_with_layout(
                    vec2(page::PART_LABEL, measure::INPUT),
                    Layout::left_to_right(Align::Center),
                    |ui| {
                        ui.set_min_width(page::PART_LABEL);
                        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
                    },
                );
                let edited = Edited::of(&name, &field.shape);
                let id = if at == 0 { id } else { id.with(field.tag) };
                let typed = ui.vertical(|ui| inner(ui, cx, edited, (draft, id))).inner;
                if typed == Typed::GaveUp || ui.input(|input| input.key_pressed(Key::Enter)) {
                    ended = if ended == Typed::Nothing { typed } else { ended };
                }
            });
        });
    }
    ended
}

/// The editor of a field inside others: choosing does not end the whole.
pub(in crate::ui) fn inner(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    edited: Edited<'_>,
    (draft, id): (&mut Draft, Id),
) -> Typed {
    let was_chosen = match (&*draft, edited.shape) {
        (Draft::Choice(id, _), Shape::Choice(choices)) if choices.values.is_empty() => {
            (!id.is_empty()).then(|| taken_out(ui, cx, &choice_words(cx, choices, id)))
        }
        (Draft::Link(Some(record), _), _) => {
            let words = options::option_of(cx, *record).label;
            Some(taken_out(ui, cx, &words))
        }
        _ => None,
    };
    if let Some(is_taken_out) = was_chosen {
        if is_taken_out {
            *draft = Draft::of(cx.model, edited.shape, &Value::Empty);
        }
        return Typed::Nothing;
    }
    match (draft, edited.shape) {
        (Draft::Choice(chosen, _), Shape::Choice(choices)) if !choices.values.is_empty() => {
            menu(ui, cx, edited.label, choices, chosen);
            Typed::Nothing
        }
        (draft @ (Draft::Choice(..) | Draft::Link(..) | Draft::Flag(_)), _) => {
            if let Draft::Choice(_, picker) | Draft::Link(_, picker) = draft {
                picker.wants_focus = false;
            }
            show(ui, cx, edited, draft, id);
            Typed::Nothing
        }
        (draft, _) => show(ui, cx, edited, draft, id),
    }
}

/// A short list to choose from, as a menu.
fn menu(ui: &mut Ui, cx: &Cx<'_>, name: &str, choices: &Choices, chosen: &mut String) {
    let words = |id: &str| match id {
        "" => text(cx.lang, "value-none").into_owned(),
        id => choice_words(cx, choices, id),
    };
    let shown = words(chosen);
    let button = ui.add(Button::secondary(&shown).named(name).menu());
    let ids: Vec<&str> = std::iter::once("").chain(choices.values.iter().copied()).collect();
    let entries: Vec<String> = ids.iter().map(|id| words(id)).collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let at = ids.iter().position(|id| id == chosen).unwrap_or_default();
    let clicked = one_of(&button, name, &entries, at);
    if let Some(id) = clicked.and_then(|at| ids.get(at)) {
        (*id).clone_into(chosen);
    }
}

/// The editor of several of those.
pub(super) fn several(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    edited: Edited<'_>,
    parts: &mut Vec<PartDraft>,
    id: Id,
) -> Typed {
    let Shape::List(Shape::Part(fields)) = edited.shape else { return Typed::GaveUp };
    ui.spacing_mut().item_spacing.y = space::SMALL;
    if parts.is_empty() {
        parts.push(PartDraft::of(cx.model, fields, &Value::Empty));
    }
    let (mut out, mut ended) = (None, Typed::Nothing);
    for (at, part) in parts.iter_mut().enumerate() {
        ui.push_id(at, |ui| {
            let id = if at == 0 { id } else { id.with(("item", at)) };
            let typed = part_of(ui, cx, part, id);
            ended = if ended == Typed::Nothing { typed } else { ended };
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let name = format!("{} {}", text(cx.lang, "part-remove"), at + 1);
                let button = Button::icon_only(icons::TRASH, &name).height(measure::BUTTON_SMALL);
                if ui.add(button).clicked() {
                    out = Some(at);
                }
            });
        });
    }
    if let Some(at) = out {
        parts.remove(at);
        if parts.is_empty() {
            return Typed::Done;
        }
    }
    let more = text(cx.lang, "part-add");
    if ui.add(Button::quiet(&more).with_icon(icons::PLUS).height(measure::BUTTON_SMALL)).clicked() {
        parts.push(PartDraft::of(cx.model, fields, &Value::Empty));
    }
    match ended {
        Typed::Nothing => buttons(ui, cx),
        ended => ended,
    }
}

/// Save and cancel, where Enter in one field of many would not say which is meant.
fn buttons(ui: &mut Ui, cx: &Cx<'_>) -> Typed {
    let is_sent = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
    let drawn = ui.horizontal(|ui| {
        let save = text(cx.lang, "edit-save");
        let cancel = text(cx.lang, "edit-cancel");
        let save = ui.add(Button::primary(&save).height(measure::BUTTON_SMALL));
        let cancel = ui.add(Button::quiet(&cancel).height(measure::BUTTON_SMALL));
        (save.clicked(), cancel.clicked())
    });
    match drawn.inner {
        (true, _) => Typed::Done,
        (_, true) => Typed::GaveUp,
        _ if is_sent => Typed::Done,
        _ => given_up(ui),
    }
}

/// The label of a field of a part.
pub(in crate::ui) fn part_label(cx: &Cx<'_>, field: &FieldInfo) -> String {
    // The first field of a mail address is called like that of a place.
    let own = if field.name == "address" { "field-emails-address" } else { "" };
    let own = known(cx.lang, own);
    let label = own.unwrap_or_else(|| text(cx.lang, &format!("field-{}", field.name)));
    label.into_owned()
}
