//! Fields to sort by, each with what that means said a second time.

use std::cmp::Ordering;

use fairlead::{domain::Value, i18n::Lang};

use super::{
    asked::custom,
    world::{PLANS, World, id},
};

/// A value to sort by, found without the program.
#[derive(Clone, Debug)]
pub enum Key {
    Number(i64),
    Amount(rust_decimal::Decimal),
    Text(String),
}

/// The characters of names here by their readings, and by their strokes.
const BY_PINYIN: &str = "安北廠電份公股光李明司台臺灣王限小新有竹";
const BY_STROKE: &str = "小王公北司台光份安有竹李明股限新電臺廠灣";

impl Key {
    /// The order of two values of one field for readers of a language.
    pub fn compare(&self, other: &Self, lang: Lang) -> Ordering {
        let table = if lang == Lang::ZhTw { BY_STROKE } else { BY_PINYIN };
        let places = |text: &str| -> Vec<(bool, usize)> {
            let place = |c: char| match table.chars().position(|other| other == c) {
                Some(place) => (true, place),
                None => (false, c.to_ascii_lowercase() as usize),
            };
            text.chars().map(place).collect()
        };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Amount(a), Self::Amount(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => places(a).cmp(&places(b)),
            _ => panic!("values of two fields"),
        }
    }
}

pub type NaiveKey = fn(&World, usize) -> Option<Key>;

pub fn text_key(text: &str) -> Option<Key> {
    (!text.is_empty()).then(|| Key::Text(text.to_owned()))
}

pub fn number_key<T: Into<i64>>(number: Option<T>) -> Option<Key> {
    number.map(|number| Key::Number(number.into()))
}

pub const SORTS: &[(&str, NaiveKey)] = &[
    ("name", |w, at| text_key(&w.leads[at].name)),
    ("company", |w, at| text_key(&w.leads[at].company)),
    ("supplier", |w, at| text_key(&w.leads[at].supplier)),
    ("title", |w, at| text_key(&w.leads[at].job_title)),
    ("stage", |w, at| Some(Key::Number(w.leads[at].stage as i64))),
    ("rating", |w, at| w.leads[at].rating.map(|it| Key::Number(it as i64))),
    ("owner", |w, at| {
        let names = ["安", "bo", "director"];
        let owner = w.leads[at].owner?;
        names
            .iter()
            .enumerate()
            .find(|(user, _)| owner == id(*user))
            .and_then(|(_, name)| text_key(name))
    }),
    ("captured_at", |w, at| number_key(w.leads[at].captured_at.map(|it| it.0))),
    ("wake_on", |w, at| {
        number_key(w.leads[at].wake_on.map(|it| chrono::Datelike::num_days_from_ce(&it)))
    }),
    ("budget", |w, at| w.leads[at].budget.map(|it| Key::Amount(it.amount))),
    ("score", |w, at| Some(Key::Number(w.score(at)))),
    ("grade", |w, at| Some(Key::Number(w.grade(at)))),
    ("idle", |w, at| number_key(w.idle(at))),
    ("plan", |w, at| {
        let plan = custom(w, at, 1000).as_text()?;
        PLANS.iter().position(|it| *it == plan).map(|at| Key::Number(at as i64))
    }),
    ("tons", |w, at| match custom(w, at, 1002) {
        Value::Decimal(tons) => Some(Key::Amount(*tons)),
        _ => None,
    }),
    ("seen_on", |w, at| match custom(w, at, 1004) {
        Value::Date(day) => number_key(Some(chrono::Datelike::num_days_from_ce(day))),
        _ => None,
    }),
    ("remark", |w, at| custom(w, at, 1006).as_text().and_then(text_key)),
    ("tags", |w, at| w.leads[at].tags.first().and_then(|tag| text_key(tag))),
    ("address.city", |w, at| text_key(&w.leads[at].address.city)),
    ("phones", |w, at| w.leads[at].phones.first().and_then(|phone| text_key(&phone.raw))),
];
