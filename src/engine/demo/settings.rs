//! What the sample says of its workspace.

use serde_json::{Map, Value as Json, json};

use super::{products::currencies, texts::COMPETITORS};
use crate::model::Model;

/// The values of a `set` on the settings: who the company is, whom it aims at, and what foreign money is
/// worth in the base currency of the workspace.
pub fn settings(model: &Model) -> Map<String, Json> {
    let base = model.settings().base_currency();
    let worth_of_base = currencies().find(|(code, _)| *code == base.code());
    let rates: Vec<Json> = match worth_of_base {
        // Nobody here knows what such a base currency is worth.
        None => Vec::new(),
        Some((_, base_worth)) => currencies()
            .filter(|(code, _)| *code != base.code())
            .map(|(code, worth)| {
                let rate = (worth / base_worth).round_dp(6).normalize();
                json!({"currency": code, "from": "2020-01-01", "rate": rate.to_string()})
            })
            .collect(),
    };
    let settings = [
        ("company", json!("宏昇精密 Hongsheng Precision")),
        ("target_industries", json!(["machinery", "electronics", "automotive"])),
        ("target_sizes", json!(["50_249", "250_999", "over_1000"])),
        ("target_territories", json!(["north", "central", "south", "overseas"])),
        ("competitor_names", json!(COMPETITORS)),
        ("exchange_rates", json!(rates)),
        ("is_sample", json!(true)),
    ];
    settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
