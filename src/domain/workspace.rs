//! The records that say how a workspace works: users, pools, settings, custom kinds, import batches.

use super::{
    Campaign, Currency, Id, Money, Pick, Source, Stage, Timestamp,
    choice::choice,
    field,
    picklists::Industry,
    record::{part, record},
};

choice! {
    /// What someone does here.
    pub enum Role "role" {
        /// Reads.
        Viewer "viewer",
        /// Marketing staff.
        Marketing "marketing",
        /// Business development.
        Bd "bd",
        /// Salesperson.
        Sales "sales",
        /// Sales director.
        Director "director",
        /// Administrator.
        Admin "admin",
    }
}

record! {
    /// Someone who works with the workspace.
    pub struct User {
        1: name: String => field().required().searched().listed().resident(),
        2: login: String => field().listed(),
        3: role: Role => field().listed(),
        4: team: String => field().listed(),
        5: manager: Option<Id<User>> => field(),
        6: language: String => field(),
        7: inactive: bool => field().listed(),
        8: cap: Option<i64> => field(),
        9: department: String => field().listed(),
    }
}

record! {
    /// Leads that nobody owns, governed by claim and recycle rules.
    pub struct Pool {
        1: name: String => field().required().searched().listed().resident(),
        2: members: Vec<Id<User>> => field(),
        3: admins: Vec<Id<User>> => field(),
        4: order: Option<i64> => field().listed(),
        5: is_default: bool => field().listed(),
        6: claimable_from: Option<Stage> => field().listed(),
        7: hides_contact_data: bool => field().listed(),
        8: claims_per_day: Option<i64> => field(),
        9: batch_maximum: Option<i64> => field(),
        10: days_before_reclaim: Option<i64> => field(),
        11: days_held: Option<i64> => field(),
        12: cap: Option<i64> => field(),
        13: is_intake: bool => field(),
    }
}

record! {
    /// A file that was imported: what it was, how it was read and what became of it.
    pub struct ImportBatch {
        1: file: String => field().required().searched().listed().resident(),
        2: file_hash: String => field(),
        3: kind: String => field().listed(),
        4: encoding: String => field(),
        5: delimiter: String => field(),
        6: sheet: String => field(),
        7: header_row: Option<i64> => field(),
        8: mapping: String => field(),
        9: campaign: Option<Id<Campaign>> => field().listed(),
        10: source: Pick<Source> => field().listed(),
        11: supplier: String => field().listed(),
        12: rows: Option<i64> => field().listed(),
        13: new: Option<i64> => field().listed(),
        14: updated: Option<i64> => field().listed(),
        15: skipped: Option<i64> => field().listed(),
        16: rejected: Option<i64> => field().listed(),
        17: imported_at: Option<Timestamp> => field().listed(),
        18: imported_by: Option<Id<User>> => field().listed(),
        19: undone_at: Option<Timestamp> => field().listed(),
        20: header_signature: String => field(),
        21: command: Option<i64> => field(),
        22: template: String => field(),
        23: handed_over_by: String => field(),
        24: report: String => field(),
        25: undone: String => field(),
        26: adjustments: String => field(),
    }
}

part! {
    /// How much of the base currency a unit of another currency was worth from a day on.
    pub struct ExchangeRate {
        1: currency: Option<Currency> => field(),
        2: from: Option<chrono::NaiveDate> => field(),
        3: rate: Option<rust_decimal::Decimal> => field(),
    }
}

part! {
    /// What sales is to win in a quarter.
    pub struct SalesTarget {
        1: from: Option<chrono::NaiveDate> => field(),
        2: amount: Option<Money> => field(),
    }
}

part! {
    /// Where a field of a lead goes when that is converted, if not by itself.
    pub struct FieldRoute {
        1: from: String => field(),
        2: kind: String => field(),
        3: to: String => field(),
    }
}

record! {
    /// What holds for the whole workspace: one record, with the nil id.
    pub struct Settings {
        1: company: String => field(),
        2: language: String => field(),
        3: currency: Option<Currency> => field(),
        4: time_zone: String => field(),
        5: country: String => field(),
        6: mql_score: Option<i64> => field(),
        7: mql_grade: Option<i64> => field(),
        8: sql_sum: Option<i64> => field(),
        9: target_industries: Vec<Pick<Industry>> => field(),
        10: target_sizes: Vec<Pick<super::picklists::CompanySize>> => field(),
        11: target_territories: Vec<Pick<super::picklists::Territory>> => field(),
        12: half_life_days: Option<i64> => field(),
        13: score_points: Vec<super::score::Points> => field(),
        14: exchange_rates: Vec<ExchangeRate> => field(),
        15: competitor_names: Vec<String> => field(),
        16: idle_days: Option<i64> => field(),
        17: order_prefix: String => field(),
        18: theme: String => field(),
        19: is_sample: bool => field(),
        20: evidence_weights: Vec<super::match_evidence::EvidenceWeight> => field(),
        21: same_from: Option<i64> => field(),
        22: review_from: Option<i64> => field(),
        23: conversion_map: Vec<FieldRoute> => field().ruled(),
        24: sales_targets: Vec<SalesTarget> => field(),
    }
}

record! {
    /// A kind of record made by a user.
    pub struct CustomKind {
        1: number: Option<i64> => field().required(),
        2: name: String => field().required().listed(),
        3: label_en: String => field(),
        4: label_zh_tw: String => field(),
        5: label_zh_cn: String => field(),
    }
}

impl Settings {
    /// The one settings record.
    pub const ID: Id<Self> = Id::new(uuid::Uuid::nil());

    /// The fields that scores and grades depend on.
    pub const OF_SCORING: &[super::Tag] = &[
        Self::target_industries,
        Self::target_sizes,
        Self::target_territories,
        Self::half_life_days,
        Self::score_points,
        Self::competitor_names,
    ];

    /// The time zone that decides days.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone.parse().unwrap_or(chrono_tz::Asia::Taipei)
    }

    /// The base currency.
    pub fn base_currency(&self) -> Currency {
        self.currency.unwrap_or(Currency::TWD)
    }

    /// What sales is to win in the quarter of a day; none if nobody has said so.
    pub fn sales_target(&self, day: chrono::NaiveDate) -> Option<Money> {
        let quarter = Some(super::start_of_quarter(day));
        let target = self.sales_targets.iter().find(|target| target.from == quarter);
        target.and_then(|target| target.amount)
    }

    /// The country of phone numbers without one, as ISO 3166 letters.
    pub fn phone_country(&self) -> &str {
        if self.country.is_empty() { "TW" } else { &self.country }
    }
}
