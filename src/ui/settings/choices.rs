//! What can be chosen: currencies, time zones, countries.

use crate::{
    i18n::{Lang, known},
    model::Model,
};

/// The currencies offered: those of the fairs people go to, and of their customers.
const CURRENCIES: [&str; 12] =
    ["TWD", "CNY", "USD", "EUR", "JPY", "HKD", "SGD", "KRW", "GBP", "MYR", "THB", "VND"];

/// The time zones offered.
const ZONES: [&str; 16] = [
    "Asia/Taipei",
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Asia/Kuala_Lumpur",
    "Asia/Bangkok",
    "Asia/Ho_Chi_Minh",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Kolkata",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "UTC",
];

/// The countries offered for phone numbers without one, as ISO 3166 letters.
const COUNTRIES: [&str; 14] =
    ["TW", "CN", "HK", "SG", "MY", "TH", "VN", "JP", "KR", "IN", "US", "GB", "DE", "AU"];

/// The codes of the currencies and their names; that of the workspace is always there.
pub(in crate::ui) fn currencies(model: &Model, lang: Lang) -> (Vec<String>, Vec<String>) {
    let own = model.settings().base_currency();
    let codes = with_own(&CURRENCIES, own.code());
    let names = codes.iter().map(|code| format!("{code} {}", named(lang, "currency", code)));
    let names = names.map(|name| name.trim_end().to_owned()).collect();
    (codes, names)
}

/// The time zones; that of the workspace is always there.
pub(super) fn zones(model: &Model) -> Vec<String> {
    with_own(&ZONES, model.settings().zone().name())
}

/// The codes of the countries and their names; that of the workspace is always there.
pub(in crate::ui) fn countries(model: &Model, lang: Lang) -> (Vec<String>, Vec<String>) {
    let codes = with_own(&COUNTRIES, model.settings().phone_country());
    let names = codes.iter().map(|code| format!("{code} {}", named(lang, "country", code)));
    let names = names.map(|name| name.trim_end().to_owned()).collect();
    (codes, names)
}

/// What a code is called; nothing if it has no name here.
fn named(lang: Lang, list: &str, code: &str) -> String {
    known(lang, &format!("{list}-{code}")).unwrap_or_default().into_owned()
}

fn with_own(offered: &[&str], own: &str) -> Vec<String> {
    let mut all: Vec<String> = offered.iter().map(|code| (*code).to_owned()).collect();
    if !own.is_empty() && !offered.contains(&own) {
        all.push(own.to_owned());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_offered_has_a_name_and_a_meaning() {
        let model = Model::default();
        for lang in Lang::ALL {
            for (list, codes) in
                [("currency", CURRENCIES.as_slice()), ("country", COUNTRIES.as_slice())]
            {
                for code in codes {
                    assert!(!named(*lang, list, code).is_empty(), "{list}-{code}");
                }
            }
            let (codes, names) = currencies(&model, *lang);
            assert_eq!(codes.len(), names.len());
        }
        for zone in ZONES {
            assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
        }
        assert_eq!(with_own(&["a"], "b"), ["a", "b"]);
        assert_eq!(with_own(&["a"], "a"), ["a"]);
    }
}
