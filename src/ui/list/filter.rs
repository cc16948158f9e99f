//! The filter of a list: conditions side by side, and what is being typed.

use super::{
    ListField,
    date_condition::{DateCondition, stretch_label},
};
use crate::{
    domain::{Kind, Shape},
    i18n::text,
    query::{Asks, Completion, conditions, field_label},
    ui::{Cx, shown::choice},
};

/// The filter of a list.
#[derive(Default)]
pub(in crate::ui) struct ListFilter {
    /// Conditions that hold, as they are written.
    pub chips: Vec<String>,
    /// What is being typed, which holds too.
    pub typed: String,
    /// What may stand where one types.
    pub completing: Completing,
    /// A condition on days that is being put together.
    pub(super) dating: Option<DateCondition>,
}

/// What may stand where one types, worked out beside the window.
#[derive(Default)]
pub(in crate::ui) struct Completing {
    /// The text and the place of the cursor in it, in bytes.
    pub wanted: Option<(String, usize)>,
    /// What was asked last.
    pub asked: Option<(String, usize)>,
    /// What was found for it.
    pub found: Option<Completion>,
    /// The candidate the keyboard is at.
    pub chosen: Option<usize>,
    /// Whether it was put away.
    pub is_closed: bool,
    /// Whether it is on the screen.
    pub is_shown: bool,
}

impl ListFilter {
    /// A filter, its conditions side by side.
    pub fn of(text: &str) -> Self {
        let mut filter = Self { typed: text.to_owned(), ..Self::default() };
        filter.settle();
        filter
    }

    /// All of it, as the filter language has it.
    pub fn text(&self) -> String {
        let typed = self.typed.trim();
        let typed = match conditions(typed) {
            // An `or` among the words must not reach over the conditions before them.
            Ok(parts) if parts.len() == 1 && !self.chips.is_empty() && has_or(typed) => {
                format!("({typed})")
            }
            _ => typed.to_owned(),
        };
        let chips = self.chips.iter().map(String::as_str);
        let parts = chips.chain([typed.as_str()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Where what is being typed begins in the text, in characters.
    pub fn typed_at(&self) -> usize {
        let all = self.text();
        let at = all.rfind(self.typed.trim()).unwrap_or_default();
        all.get(..at).unwrap_or_default().chars().count()
    }

    /// Whether there is a filter.
    pub fn is_empty(&self) -> bool {
        self.chips.is_empty() && self.typed.trim().is_empty()
    }

    /// Makes what was typed conditions side by side; words stay where they are.
    pub fn settle(&mut self) {
        let Ok(parts) = conditions(self.typed.trim()) else { return };
        let (words, chips): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.is_word);
        for chip in chips {
            let is_alternative = chip.asks.is_none() && !chip.text.starts_with(['(', '-']);
            let text = if is_alternative { format!("({})", chip.text) } else { chip.text };
            if !self.chips.contains(&text) {
                self.chips.push(text);
            }
        }
        let words: Vec<String> = words.into_iter().map(|word| word.text).collect();
        self.typed = words.join(" ");
    }

    /// Takes a condition back to where it was typed.
    pub fn edit(&mut self, at: usize) {
        if at < self.chips.len() {
            let chip = self.chips.remove(at);
            let typed = self.typed.trim();
            self.typed = if typed.is_empty() { chip } else { format!("{typed} {chip}") };
        }
    }

    /// Takes every condition and word away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

fn has_or(text: &str) -> bool {
    text.to_lowercase().split_whitespace().any(|word| word == "or")
}

/// A condition as a person reads it: the field, and what is asked of it.
pub(in crate::ui) fn chip_label(cx: &Cx<'_>, kind: Kind, chip: &str) -> (String, String) {
    let asks = conditions(chip).ok().and_then(|parts| parts.into_iter().next()?.asks);
    let Some(Asks { field: name, operator, values, is_negated }) = asks else {
        return (String::new(), chip.to_owned());
    };
    let field = ListField::of(cx.model, kind, &name);
    let words: Vec<String> = values.iter().map(|value| value_label(cx, field, value)).collect();
    let not = if is_negated { format!("{} ", text(cx.lang, "filter-not")) } else { String::new() };
    let sign = match operator {
        ":" | "=" => String::new(),
        other => format!("{} ", other.replace(">=", "≥").replace("<=", "≤")),
    };
    let label = match field {
        Some(field) => field.label(cx.model, cx.lang, kind),
        None => field_label(cx.model, kind, &name, cx.lang),
    };
    (label, format!("{not}{sign}{}", words.join(", ")))
}

/// A value of a condition as a person reads it.
fn value_label(cx: &Cx<'_>, field: Option<ListField>, value: &str) -> String {
    let special = match value.to_lowercase().as_str() {
        "none" => Some("filter-none"),
        "me" => Some("filter-me"),
        "yes" => Some("value-yes"),
        "no" => Some("value-no"),
        "today" => Some("filter-today"),
        "yesterday" => Some("filter-yesterday"),
        _ => None,
    };
    let list = match field.and_then(ListField::shape) {
        Some(Shape::Choice(choices) | Shape::List(Shape::Choice(choices))) => Some(choices.name),
        _ => None,
    };
    if let (None, Some(Shape::Date | Shape::At)) = (special, field.and_then(ListField::shape)) {
        return stretch_label(cx.lang, value);
    }
    match (special, list) {
        (Some(key), _) => text(cx.lang, key).into_owned(),
        (None, Some(list)) => choice(cx.lang, list, value),
        (None, None) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_stand_side_by_side() {
        let check = |typed: &str, chips: &[&str], left: &str, text: &str| {
            let filter = ListFilter::of(typed);
            assert_eq!(filter.chips, chips, "{typed}");
            assert_eq!(filter.typed, left, "{typed}");
            assert_eq!(filter.text(), text, "{typed}");
        };
        check("", &[], "", "");
        check("王 stage:mql owner:me", &["stage:mql", "owner:me"], "王", "stage:mql owner:me 王");
        check("stage:", &[], "stage:", "stage:");
        check("stage:mql or 王", &["(stage:mql or 王)"], "", "(stage:mql or 王)");
        check("-stage:mql, sql", &["-stage:mql, sql"], "", "-stage:mql, sql");
    }

    #[test]
    fn an_alternative_that_is_typed_keeps_to_itself() {
        let filter = ListFilter {
            chips: vec!["stage:mql".to_owned()],
            typed: "王 or 李".to_owned(),
            ..ListFilter::default()
        };
        assert_eq!(filter.text(), "stage:mql (王 or 李)");
        assert_eq!(filter.typed_at(), 11);
        let filter = ListFilter { typed: "王".to_owned(), ..filter };
        assert_eq!((filter.text().as_str(), filter.typed_at()), ("stage:mql 王", 10));
    }

    #[test]
    fn a_condition_is_taken_back_to_be_changed() {
        let mut filter = ListFilter::of("stage:mql owner:me 王");
        filter.edit(0);
        assert_eq!(
            (filter.chips.join(" "), filter.typed.as_str()),
            ("owner:me".to_owned(), "王 stage:mql")
        );
        filter.settle();
        assert_eq!(filter.text(), "owner:me stage:mql 王");
    }
}
