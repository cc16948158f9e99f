//! Cells that name a value of a list: by its stable id, or by its label in any language.

use super::Meaning;
use crate::{
    domain::{
        Choices, CompanySize, DecisionRole, Industry, Lead, Pick, Picklist, Rating, fold::fold,
    },
    i18n::{self, Lang},
};

/// Takes a value of a list. False if the field is no list.
pub(super) fn take(lead: &mut Lead, meaning: &Meaning<'_>) -> bool {
    let text = meaning.text.as_ref();
    match meaning.target.name {
        "rating" => lead.rating = lead.rating.or_else(|| rating(text)),
        "decision_role" => {
            let role = value_of(&DecisionRole::CHOICES, text);
            lead.decision_role = lead.decision_role.or_else(|| DecisionRole::of_id(&role?));
        }
        "industry" => set(&mut lead.industry, text, &Industry::CHOICES),
        "company_size" => set(&mut lead.company_size, text, &CompanySize::CHOICES),
        "source" => set(&mut lead.source, text, &crate::domain::Source::CHOICES),
        "channel" => set(&mut lead.channel, text, &crate::domain::Channel::CHOICES),
        "product_interest" => lead.product_interest.push(Pick::new(text)),
        "do_not_call" => lead.do_not_call |= is_yes(text),
        "do_not_mail" => lead.do_not_mail |= is_yes(text),
        _ => return false,
    }
    true
}

/// The stable id of a value, by the id itself or its label in any language.
pub(super) fn value_of(choices: &Choices, text: &str) -> Option<String> {
    let wanted = fold(text);
    let id = wanted.replace([' ', '-'], "_");
    let is_named = |value: &&&str| {
        **value == id
            || Lang::ALL.iter().any(|lang| {
                fold(&i18n::text(*lang, &format!("{}-{value}", choices.name))) == wanted
            })
    };
    choices.values.iter().find(is_named).map(|value| (*value).to_owned())
}

fn set<L: Picklist>(target: &mut Pick<L>, text: &str, choices: &Choices) {
    if target.is_empty() {
        *target = Pick::new(value_of(choices, text).unwrap_or_else(|| text.to_owned()));
    }
}

/// A rating as people write it: A to D, stars, or the words of any language.
fn rating(text: &str) -> Option<Rating> {
    let letter = fold(text);
    match letter.trim_end_matches(['级', '類', '类', '+', '-']) {
        "a" | "hot" | "高" | "热" | "★★★" => Some(Rating::Hot),
        "b" | "warm" | "中" | "温" | "★★" => Some(Rating::Warm),
        "c" | "cold" | "低" | "冷" | "★" => Some(Rating::Cold),
        "d" | "none" | "无" => Some(Rating::None),
        _ => value_of(&Rating::CHOICES, text).and_then(|id| Rating::of_id(&id)),
    }
}

fn is_yes(text: &str) -> bool {
    !matches!(fold(text).as_str(), "" | "0" | "no" | "n" | "false" | "否" | "不")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_read_as_people_write_them() {
        for (text, rated) in [
            ("A", Some(Rating::Hot)),
            ("Ｂ級", Some(Rating::Warm)),
            ("cold", Some(Rating::Cold)),
            ("D", Some(Rating::None)),
            ("?", None),
        ] {
            assert_eq!(rating(text), rated, "{text}");
        }
    }
}
