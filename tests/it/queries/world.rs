//! A workspace of random leads, and what can be known of them by looking at each.

use std::collections::HashMap;

use chrono::NaiveDate;
use fairlead::{
    domain::{
        Activity, Campaign, Change, CustomField, DAY_MS, DELETED_AT, Facts, FieldPath, Fields as _,
        Id, Kind, Lead, Pool, Record, RecordId, Role, Row, Timestamp, User, Value, row_to_json,
        score::Scoring,
    },
    error::Result,
    model::Model,
    query::{QueryField, Viewer, query_field},
};
use uuid::Uuid;

/// Saturday noon in Taipei.
pub fn now() -> Timestamp {
    Timestamp::of_iso("2026-11-21T04:00:00Z").unwrap()
}

pub fn days_ago(days: i64) -> Timestamp {
    now().plus_ms(-days * DAY_MS)
}

pub fn id<T: Record>(number: usize) -> Id<T> {
    Id::new(Uuid::from_u128(
        ((0x0195_0000_0000_7000 + T::KIND.number() as u128) << 64) + number as u128,
    ))
}

/// A model, and every lead in it as it was written.
pub struct World {
    pub model: Model,
    pub leads: Vec<Lead>,
    /// Which of them lie in the bin.
    pub binned: Vec<bool>,
    activities: Vec<(usize, Activity)>,
    pub rows: HashMap<RecordId, Row>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let leads = self.leads.iter().map(|lead| row_to_json(Kind::Lead.fields(), &lead.to_row()));
        f.debug_list()
            .entries(leads.map(|lead| lead.values().map(ToString::to_string).collect::<String>()))
            .finish()
    }
}

impl World {
    pub fn new(leads: Vec<(Lead, bool)>, activities: Vec<(usize, Activity)>) -> Self {
        let mut rows: Vec<(RecordId, Row)> = Vec::new();
        let users = [
            ("安", "ann", Role::Sales),
            ("Bo", "bo", Role::Marketing),
            ("Director", "dir", Role::Director),
        ];
        for (at, (name, login, role)) in users.into_iter().enumerate() {
            let (name, login) = (name.to_owned(), login.to_owned());
            let manager = (at == 1).then(|| id(2));
            rows.push((
                id::<User>(at).record(),
                User { name, login, role, manager, ..User::default() }.to_row(),
            ));
        }
        for (at, hides_contact_data) in [false, true].into_iter().enumerate() {
            let pool = Pool { name: format!("Pool {at}"), hides_contact_data, ..Pool::default() };
            rows.push((id::<Pool>(at).record(), pool.to_row()));
        }
        for (at, (name, parent)) in CAMPAIGNS.iter().enumerate() {
            let parent = parent.map(id);
            let campaign = Campaign { name: (*name).to_owned(), parent, ..Campaign::default() };
            rows.push((id::<Campaign>(at).record(), campaign.to_row()));
        }
        for (at, field) in custom_fields().into_iter().enumerate() {
            rows.push((id::<CustomField>(at).record(), field.to_row()));
        }
        for (at, (lead, is_binned)) in leads.iter().enumerate() {
            let binned = if *is_binned { Value::At(now()) } else { Value::Empty };
            rows.push((id::<Lead>(at).record(), lead.to_row().with(DELETED_AT, binned)));
        }
        for (at, (about, activity)) in activities.iter().enumerate() {
            let about = vec![id::<Lead>(*about).record()];
            let row = Activity { about, ..activity.clone() }.to_row();
            rows.push((id::<Activity>(at).record(), row));
        }
        let changes: Vec<Change> =
            rows.iter().map(|(record, row)| Change::creation(*record, row.clone())).collect();
        let (leads, binned) = leads.into_iter().unzip();
        let model = Model::default().after(&changes);
        Self { model, leads, binned, activities, rows: rows.into_iter().collect() }
    }

    /// Writes a lead anew, out of the bin.
    pub fn edit(&mut self, at: usize, lead: Lead) {
        let (record, row) = (id::<Lead>(at).record(), lead.to_row());
        let before = self.rows.insert(record, row.clone()).unwrap_or_default();
        let change = Change::between(record, 1, &before, row);
        self.model = self.model.after(change.as_slice());
        self.leads[at] = lead;
        self.binned[at] = false;
    }

    /// The same world with fields as columns, filled while the leads were changing.
    pub fn with_columns(mut self, names: &[&str], split: usize) -> Self {
        let path = |name: &&str| match query_field(&self.model, Kind::Lead, name) {
            Some(QueryField::Stored(field)) => field.path(),
            other => panic!("{name} is {other:?}"),
        };
        let paths: Vec<FieldPath> = names.iter().map(path).collect();
        let leads: Vec<RecordId> =
            (0..self.leads.len()).map(|at| id::<Lead>(at).record()).collect();
        let now: Vec<Row> = leads.iter().map(|lead| self.rows[lead].clone()).collect();
        let before: Vec<Row> = now.iter().cycle().skip(1).take(now.len()).cloned().collect();
        let split = split.min(now.len());
        let changes = |rows: &[Row]| -> Vec<Change> {
            let rows = leads.iter().zip(rows);
            rows.map(|(lead, row)| Change::creation(*lead, row.clone())).collect()
        };
        self.model = self.model.after(&changes(&before));
        self.model.fill_columns(Kind::Lead, &paths, 0, &before[..split]);
        self.model = self.model.after(&changes(&now));
        self.model.fill_columns(Kind::Lead, &paths, split, &now[split..]);
        self
    }

    pub fn viewer(&self, user: usize) -> Viewer {
        Viewer::of(&self.model, Some(id(user)), now())
    }

    pub fn read(&self, record: RecordId) -> Result<Option<Row>> {
        Ok(self.rows.get(&record).cloned())
    }

    pub fn is_masked(&self, viewer: &Viewer, at: usize) -> bool {
        viewer.role == Role::Sales && self.leads[at].pool == Some(id(1))
    }

    pub fn about(&self, at: usize) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(move |(about, _)| *about == at).map(|(_, activity)| activity)
    }

    pub fn score(&self, at: usize) -> i64 {
        let lead = &self.leads[at];
        let scoring = Scoring::new(self.model.settings());
        let did: Vec<(&str, Timestamp)> = lead
            .memberships
            .iter()
            .filter_map(|it| Some((it.status.as_str(), it.responded_at?)))
            .chain(
                self.about(at)
                    .filter(|it| !it.signal.is_empty())
                    .map(|it| (it.signal.id(), it.at.unwrap())),
            )
            .collect();
        i64::from(scoring.score(scoring.parts(&Facts::of(lead), &did), now()))
    }

    pub fn grade(&self, at: usize) -> i64 {
        let facts = Facts::of(&self.leads[at]);
        i64::from(Scoring::new(self.model.settings()).parts(&facts, &[]).grade)
    }

    pub fn idle(&self, at: usize) -> Option<i64> {
        let lead = &self.leads[at];
        let received = lead.owned_since.or(lead.captured_at);
        let since = received.max(self.about(at).filter_map(|it| it.at).max())?;
        let zone = chrono_tz::Asia::Taipei;
        Some((now().day(zone) - since.day(zone)).num_days().max(0))
    }
}

/// A field of every shape a user may give it.
fn custom_fields() -> Vec<CustomField> {
    let field = |(tag, name, shape): (i64, &str, &str)| CustomField {
        kind_number: Some(Kind::Lead.number().into()),
        tag: Some(tag),
        name: name.to_owned(),
        shape: shape.to_owned(),
        choices: match shape {
            "picklist" | "multi_picklist" => PLANS.map(str::to_owned).to_vec(),
            _ => Vec::new(),
        },
        ..CustomField::default()
    };
    let fields = [
        (1000, "plan", "picklist"),
        (1001, "lines", "multi_picklist"),
        (1002, "tons", "number"),
        (1003, "deposit", "money"),
        (1004, "seen_on", "date"),
        (1005, "vip", "yes_no"),
        (1006, "remark", "text"),
    ];
    fields.map(field).to_vec()
}

pub const PLANS: [&str; 3] = ["Gold plan", "Silver", "銅"];

pub const CAMPAIGNS: &[(&str, Option<usize>)] =
    &[("Fairs", None), ("Computex 2026", Some(0)), ("Foodex", Some(1)), ("Webinar", None)];

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
