//! Sample data: a season of fairs of a company that does not exist, in three languages.
//!
//! Everything follows from a seed and a number: who left the card of number *i*, what became of it and
//! which id it has are computed, never looked up. So records refer to each other without a table of all
//! of them, and a million leads stream through as lightly as four hundred.
//!
//! ```text
//! season (the fairs, as data) -> plan (how many of what, who, when)
//!   card -> path -> touches -> lead, activities          each lead of its number
//!   course -> account, contacts, deals, orders           each account of its number
//! ```

mod accounts;
mod calendar;
mod card;
mod companies;
mod company_words;
mod course;
mod deals;
mod dice;
mod events;
mod fill;
mod leads;
mod name_words;
mod orders;
mod path;
mod people;
mod phones;
mod places;
mod plan;
mod products;
mod season;
mod settings;
mod texts;
mod timeline;
mod titles;
mod touch_texts;
mod touches;

pub use fill::records;
pub use settings::settings;

use crate::domain::Timestamp;

/// What the sample data should be like.
#[derive(Clone, Copy, Debug)]
pub struct DemoOptions {
    /// How many leads; everything else is in proportion.
    pub leads: usize,
    /// The same seed gives the same records.
    pub seed: u64,
    /// The moment the season is seen from: nothing but plans is later.
    pub now: Timestamp,
}

impl DemoOptions {
    /// The sample data as shipped: a season seen from a moment, with 400 leads.
    pub const fn of(now: Timestamp) -> Self {
        Self { leads: 400, seed: 1, now }
    }
}
