//! A model made of the records a test names, and questions to it.

use chrono::NaiveDate;
use fairlead::{
    domain::{
        Campaign, Change, CostLine, Currency, ExchangeRate, Fields as _, Id, Lead, Money, Order,
        OrderStatus, Record, Settings, Stage, Timestamp,
    },
    i18n::Lang,
    model::Model,
    query::Viewer,
    report::{self, Cell, Question, Sheet},
};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// Records on their way into a model. Each is made a minute after the one before.
pub struct World {
    pub changes: Vec<Change>,
    clock: i64,
    pub settings: Settings,
}

impl World {
    pub fn new() -> Self {
        Self {
            changes: Vec::new(),
            clock: at("2026-06-20T00:00:00Z").0,
            settings: Settings::default(),
        }
    }

    pub fn add<T: Record>(&mut self, record: &T) -> Id<T> {
        self.clock += 60_000;
        let ms = u128::try_from(self.clock).unwrap();
        let uuid = Uuid::from_u128(ms << 80 | 7 << 76 | 2 << 62 | self.changes.len() as u128);
        let id = Id::<T>::new(uuid);
        self.changes.push(Change::creation(id.record(), record.to_row()));
        id
    }

    pub fn campaign(
        &mut self,
        name: &str,
        parent: Option<Id<Campaign>>,
        costs: &[&str],
    ) -> Id<Campaign> {
        let cost_lines = costs.iter().map(|cost| CostLine {
            date: Some(day("2026-06-24")),
            amount: Some(money(cost)),
            ..CostLine::default()
        });
        self.add(&Campaign {
            name: name.to_owned(),
            parent,
            cost_lines: cost_lines.collect(),
            ..Campaign::default()
        })
    }

    pub fn lead(&mut self, campaign: Option<Id<Campaign>>, stage: Stage) -> Id<Lead> {
        let captured_at = Some(at("2026-06-24T02:00:00Z"));
        self.add(&Lead {
            name: "王小明".to_owned(),
            campaign,
            stage,
            captured_at,
            ..Lead::default()
        })
    }

    pub fn order(&mut self, campaign: Option<Id<Campaign>>, amount: &str) -> Id<Order> {
        self.add(&Order {
            campaign,
            amount: Some(money(amount)),
            status: OrderStatus::Confirmed,
            ordered_on: Some(day("2026-07-02")),
            ..Order::default()
        })
    }

    pub fn rate(&mut self, currency: &str, from: &str, rate: &str) {
        self.settings.exchange_rates.push(ExchangeRate {
            currency: Currency::of(currency),
            from: Some(day(from)),
            rate: rate.parse().ok(),
            ..ExchangeRate::default()
        });
    }

    pub fn model(&self) -> Model {
        let settings = Change::creation(Settings::ID.record(), self.settings.to_row());
        Model::default().after(&[settings]).after(&self.changes)
    }
}

/// What is asked beside the name of the report.
#[derive(Default)]
pub struct Asked<'a> {
    pub leads: Option<&'a [u32]>,
    pub campaigns: Option<&'a [Id<Campaign>]>,
    pub days: Option<(&'a str, &'a str)>,
}

pub fn run(model: &Model, name: &str, asked: &Asked<'_>) -> Sheet {
    try_run(model, name, asked).unwrap()
}

pub fn try_run(model: &Model, name: &str, asked: &Asked<'_>) -> fairlead::error::Result<Sheet> {
    let viewer = Viewer::of(model, None, at("2026-11-21T02:00:00Z"));
    let question = Question {
        model,
        viewer: &viewer,
        leads: asked.leads,
        campaigns: asked.campaigns,
        from: asked.days.map(|(from, _)| day(from)),
        to: asked.days.map(|(_, to)| day(to)),
    };
    (report::find(name).unwrap().run)(&question)
}

pub fn all(model: &Model, name: &str) -> Sheet {
    run(model, name, &Asked::default())
}

pub fn of(model: &Model, name: &str, campaigns: &[Id<Campaign>]) -> Sheet {
    run(model, name, &Asked { campaigns: Some(campaigns), ..Asked::default() })
}

/// A number of a board.
pub fn figure(board: &Sheet, metric: &str) -> Json {
    let json = board.to_json(Lang::En);
    let rows = json["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row[0] == metric).unwrap_or_else(|| panic!("no {metric}"));
    row[1].clone()
}

/// A number of a table, by the name of the row and that of the column.
pub fn cell(sheet: &Sheet, row: &str, column: &str) -> Json {
    let column = sheet.columns.iter().position(|head| head.name == column).unwrap();
    let json = sheet.to_json(Lang::En);
    let rows = json["rows"].as_array().unwrap();
    let row = rows.iter().find(|it| it[0] == row).unwrap_or_else(|| panic!("no {row}"));
    row[column].clone()
}

pub fn twd(amount: &str) -> Json {
    json!({"amount": amount, "currency": "TWD"})
}

pub fn money(text: &str) -> Money {
    fairlead::domain::parse_money(text).unwrap()
}

pub fn at(iso: &str) -> Timestamp {
    Timestamp::of_iso(iso).unwrap()
}

pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

pub fn count_of(cell: &Cell) -> u64 {
    match cell {
        Cell::Count(count) => *count,
        cell => panic!("{cell:?}"),
    }
}
