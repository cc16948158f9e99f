//! The companies that visitors work for.

use super::{
    company_words::{
        AIMED_AT, CN_FIRST, CN_NEXT, EN_FIRST, EN_NEXT, OTHERS, TW_FIRST, TW_NEXT, Trade,
    },
    dice::{Dice, Topic},
    places::{Town, town},
    plan::{Event, Plan},
};
use crate::i18n::Lang;

/// A company that does not exist.
#[derive(Clone, Debug)]
pub(super) struct Company {
    pub name: String,
    /// The other name on the card: the English one of a Chinese company.
    pub latin_name: String,
    pub domain: String,
    pub industry: &'static str,
    pub size: &'static str,
    pub town: Town,
    /// The number in its street.
    pub number: u64,
    /// What its switchboard's number ends with.
    pub line: u64,
}

/// Sizes, those we aim at last.
const SIZES: &[(u32, &str)] =
    &[(12, "under_10"), (24, "10_49"), (34, "50_249"), (20, "250_999"), (10, "over_1000")];
const SIZES_AIMED_AT: &[(u32, &str)] = &[(50, "50_249"), (34, "250_999"), (16, "over_1000")];

/// The language of a company; it decides where it is and who sells to it.
pub(super) fn lang_of(plan: &Plan, event: &Event, company: u64) -> Lang {
    plan.dice(Topic::Company, company).weighted(event.script.languages)
}

/// The company of a number. One that is good is of an industry and a size we aim at.
pub(super) fn company(plan: &Plan, number: u64, lang: Lang, is_good: bool) -> Company {
    let mut dice = plan.dice(Topic::Company, number);
    // The first roll decides the language.
    dice.roll();
    let is_aimed_at = is_good || dice.chance(58);
    let trade = dice.pick(if is_aimed_at { AIMED_AT } else { OTHERS });
    let size = dice.weighted(if is_good { SIZES_AIMED_AT } else { SIZES });
    let town = town(&mut dice, lang, is_good);
    let (name, brand) = match lang {
        Lang::ZhTw => chinese(&mut dice, (TW_FIRST, TW_NEXT), (trade.0, TW_FORMS)),
        Lang::ZhCn => {
            let (name, brand) = chinese(&mut dice, (CN_FIRST, CN_NEXT), (trade.1, CN_FORMS));
            // Names of companies in China begin with their city.
            (format!("{}{name}", town.city.trim_end_matches('市')), brand)
        }
        Lang::En => elsewhere(&mut dice, &trade, town.country),
    };
    let latin_name = match lang {
        Lang::En => String::new(),
        _ => format!("{} {} Co., Ltd.", capital(&brand), trade.2),
    };
    let top = match town.country {
        "TW" => "tw.example",
        "CN" => "cn.example",
        "DE" => "de.example",
        _ => "example",
    };
    Company {
        name,
        latin_name,
        domain: format!("{}-{}.{top}", brand.to_lowercase(), trade.3),
        industry: trade.4,
        size,
        town,
        number: dice.below(380) + 1,
        line: dice.below(1_000_000),
    }
}

impl Company {
    /// Its address as one line after the city.
    pub fn street(&self) -> String {
        let (road, number) = (self.town.road, self.number);
        match self.town.country {
            "TW" => format!("{road}{number}號"),
            "CN" => format!("{road}{number}号"),
            "US" => format!("{number} {road}"),
            _ => format!("{road} {number}"),
        }
    }
}

const TW_FORMS: &[(u32, &str)] =
    &[(60, "股份有限公司"), (25, "有限公司"), (10, "企業有限公司"), (5, "實業股份有限公司")];
const CN_FORMS: &[(u32, &str)] = &[(70, "有限公司"), (20, "科技有限公司"), (10, "股份有限公司")];

type Words = &'static [(&'static str, &'static str)];

/// A name in characters, and its brand in letters.
fn chinese(
    dice: &mut Dice,
    (first, next): (Words, Words),
    (trade, forms): (&str, &[(u32, &str)]),
) -> (String, String) {
    let mut words = vec![dice.pick(first), dice.pick(next)];
    if dice.chance(30) {
        words.push(dice.pick(next));
    }
    let form = dice.weighted(forms);
    let brand: String = words.iter().map(|(character, _)| *character).collect();
    let letters = words.iter().map(|(_, letters)| *letters).collect();
    (format!("{brand}{trade}{form}"), letters)
}

fn elsewhere(dice: &mut Dice, trade: &Trade, country: &str) -> (String, String) {
    let brand = format!("{}{}", dice.pick(EN_FIRST), dice.pick(EN_NEXT));
    let form = match country {
        "DE" => dice.pick(&["GmbH", "GmbH & Co. KG", "AG"]),
        "US" => dice.pick(&["Inc.", "LLC", "Corp."]),
        "IN" => "Pvt. Ltd.",
        _ => "Co., Ltd.",
    };
    (format!("{brand} {} {form}", trade.2), brand)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
