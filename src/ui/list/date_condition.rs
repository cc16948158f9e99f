//! A condition on days, taken from a month instead of typed in the filter language.

use eframe::egui::{Align, Id, Key, Layout, Modifiers, Ui, vec2};

use super::{ListField, filter::chip_label};
use crate::{
    domain::{Kind, Shape},
    i18n::{Lang, text, text_with},
    query::{Asks, conditions},
    ui::{
        Cx,
        date_field::DateField,
        days,
        theme::{measure, size, space},
        widgets::{Button, Dialog, label},
    },
};

/// Stretches of days that are asked for most, as the filter language has them.
const STRETCHES: [(&str, &str); 5] = [
    ("today", "filter-today"),
    ("yesterday", "filter-yesterday"),
    ("today-6d..today", "filter-last-7"),
    ("today-29d..today", "filter-last-30"),
    ("today..today+29d", "filter-next-30"),
];

/// A condition on days that is being put together.
pub(super) struct DateCondition {
    /// The field.
    name: &'static str,
    from: String,
    to: String,
    /// The place of the condition that it takes, if it is changed.
    pub at: Option<usize>,
    is_fresh: bool,
}

/// What became of it.
pub(super) enum DateAnswer {
    /// It goes on.
    Nothing,
    /// The condition, as the filter language has it.
    Taken(String),
    /// It was put away.
    GaveUp,
}

impl DateCondition {
    /// A new condition on a field; none if the field holds no days.
    pub fn of(field: ListField) -> Option<Self> {
        matches!(field.shape(), Some(Shape::Date | Shape::At)).then(|| Self {
            name: field.name(),
            from: String::new(),
            to: String::new(),
            at: None,
            is_fresh: true,
        })
    }

    /// A condition that holds, to be changed; none if it asks for anything but a stretch of days.
    pub fn changed(cx: &Cx<'_>, kind: Kind, chip: &str, at: usize) -> Option<Self> {
        let asks = conditions(chip).ok()?.into_iter().next()?.asks?;
        let Asks { field, operator, values, is_negated } = asks;
        let [value] = values.as_slice() else { return None };
        let new = Self::of(ListField::of(cx.model, kind, &field)?)?;
        let (from, to) = match (operator, value.split_once("..")) {
            (":" | "=", Some((from, to))) => (from, to),
            (":" | "=", None) => (value.as_str(), value.as_str()),
            (">=", None) => (value.as_str(), ""),
            ("<=", None) => ("", value.as_str()),
            _ => return None,
        };
        let (from, to) = (from.to_owned(), to.to_owned());
        (!is_negated).then_some(Self { from, to, at: Some(at), ..new })
    }

    /// Draws it.
    pub fn show(&mut self, ui: &Ui, cx: &Cx<'_>, kind: Kind) -> DateAnswer {
        let (title, _) = chip_label(cx, kind, &format!("{}:today", self.name));
        let (answer, is_away) = Dialog::new(&title).show(ui, |ui| {
            label(ui, &title, size::HEADING, cx.tokens.text);
            let stretch = stretches(ui, cx);
            ui.add_space(space::TINY);
            self.days(ui, cx);
            ui.add_space(space::TINY);
            let answer = self.buttons(ui, cx);
            match stretch {
                Some(stretch) => DateAnswer::Taken(format!("{}:{stretch}", self.name)),
                None => answer,
            }
        });
        match answer {
            DateAnswer::Nothing if is_away => DateAnswer::GaveUp,
            answer => answer,
        }
    }

    /// The first and the last day.
    fn days(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let width = (ui.available_width() - space::MEDIUM) / 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::MEDIUM;
            for (key, words) in [("filter-from", &mut self.from), ("filter-to", &mut self.to)] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let name = text(cx.lang, key);
                    label(ui, &name, size::SMALL, cx.tokens.text_subdued);
                    let id = Id::unique(("date condition", key));
                    let is_wrong = !words.trim().is_empty() && day(cx, words).is_none();
                    let field = DateField::new(words, &name, id).width(width).wrong(is_wrong);
                    field.show(ui, cx);
                    if key == "filter-from" && std::mem::take(&mut self.is_fresh) {
                        ui.memory_mut(|memory| memory.request_focus(id));
                    }
                });
            }
        });
    }

    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>) -> DateAnswer {
        let condition = self.condition(cx);
        let is_sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut answer = DateAnswer::Nothing;
        let extent = vec2(ui.available_width(), measure::BUTTON);
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "filter-apply");
            let apply = Button::primary(&words).enabled(condition.is_some());
            if ui.add(apply.shortcut("Ctrl Enter")).clicked() || is_sent {
                answer = condition.map_or(DateAnswer::Nothing, DateAnswer::Taken);
            }
            if ui.add(Button::secondary(&text(cx.lang, "form-cancel"))).clicked() {
                answer = DateAnswer::GaveUp;
            }
        });
        answer
    }

    /// The condition, as the filter language has it; none as long as no day stands there, or something that is none.
    fn condition(&self, cx: &Cx<'_>) -> Option<String> {
        let name = self.name;
        let end = |words: &str| match words.trim() {
            "" => Some(None),
            words => day(cx, words).map(|day| Some(day.to_string())),
        };
        match (end(&self.from)?, end(&self.to)?) {
            (Some(from), Some(to)) if from == to => Some(format!("{name}:{from}")),
            (Some(from), Some(to)) => Some(format!("{name}:{from}..{to}")),
            (Some(from), None) => Some(format!("{name}>={from}")),
            (None, Some(to)) => Some(format!("{name}<={to}")),
            (None, None) => None,
        }
    }
}

fn day(cx: &Cx<'_>, words: &str) -> Option<chrono::NaiveDate> {
    days::read(words, cx.now().day(cx.model.settings().zone()))
}

/// The stretches that are asked for most; the one that was clicked.
fn stretches(ui: &mut Ui, cx: &Cx<'_>) -> Option<&'static str> {
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::TINY, space::TINY);
        for (stretch, key) in STRETCHES {
            let words = text(cx.lang, key);
            let words = first_upper(&words);
            if ui.add(Button::secondary(&words).height(measure::BUTTON_SMALL)).clicked() {
                taken = Some(stretch);
            }
        }
    });
    taken
}

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A stretch of days of a condition as a person reads it.
pub(super) fn stretch_label(lang: Lang, value: &str) -> String {
    if let Some((_, key)) = STRETCHES.iter().find(|(stretch, _)| *stretch == value) {
        return text(lang, key).into_owned();
    }
    let end = |words: &str| match words.parse() {
        Ok(day) => days::date(day, lang),
        Err(_) => words.to_owned(),
    };
    match value.split_once("..") {
        Some((from, to)) => {
            let args = [("from", end(from).into()), ("to", end(to).into())];
            text_with(lang, "filter-between", &args).into_owned()
        }
        None => end(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_days_are_told_as_people_say_them() {
        for (value, expected) in [
            ("today-29d..today", "last 30 days"),
            ("2026-11-20", "20 Nov 2026"),
            ("2026-11-01..2026-11-20", "1 Nov 2026 – 20 Nov 2026"),
            ("2026-11..today", "2026-11 – today"),
            ("today-3d", "today-3d"),
        ] {
            assert_eq!(stretch_label(Lang::En, value), expected, "{value}");
        }
    }
}
