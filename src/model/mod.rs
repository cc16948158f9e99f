//! What is in memory? Immutable snapshots of everything that lists, filters and reports read.
//!
//! Kinds that stay small are typed tables. Kinds that grow are columns: their resident fields and the
//! text that search looks through; whole records come from the store. A command gives a new
//! [`Model`] that shares with the old one all it did not touch.

mod chunks;
mod column;
mod columns;
mod derived;
mod search_text;
mod table;

use std::{collections::HashMap, sync::Arc};

pub use chunks::{CHUNK, Chunks, TextPiece, Texts};
pub use column::{Codes, Column};
pub use columns::{Columns, RowState};
pub use derived::{LeadDerived, Validity};
pub use table::Table;

use crate::{
    domain::{
        Activity, Campaign, Change, CustomField, CustomKind, Fields as _, Id, ImportBatch, Kind,
        Lead, Pool, RecordId, Row, Settings, Timestamp, User, Value, parts,
        score::{Contribution, Scoring},
    },
    error::Result,
    store::Store,
};
use derived::{About, Derived, Done};

macro_rules! model {
    (small: $($table:ident: $Small:ident),*; grown: $($columns:ident: $Grown:ident),*;) => {
        /// Everything in memory, as of one moment. Cheap to clone: a job takes its own.
        #[derive(Clone)]
        pub struct Model {
            revision: u64,
            $(
                #[doc = concat!("Every record of the kind `", stringify!($Small), "`.")]
                pub $table: Table<$Small>,
            )*
            $(
                #[doc = concat!("Every record of the kind `", stringify!($Grown), "`.")]
                pub $columns: Arc<Columns>,
            )*
            derived: Arc<Derived>,
            about: Arc<About>,
            scoring: Arc<Scoring>,
        }

        impl Default for Model {
            fn default() -> Self {
                Self {
                    revision: 0,
                    $( $table: Table::default(), )*
                    $( $columns: Arc::new(Columns::new(Kind::$Grown)), )*
                    derived: Arc::default(),
                    about: Arc::default(),
                    scoring: Arc::new(Scoring::new(&Settings::default())),
                }
            }
        }

        impl Model {
            /// The columns of a kind that grows.
            pub fn columns(&self, kind: Kind) -> Option<&Columns> {
                match kind {
                    $( Kind::$Grown => Some(&self.$columns), )*
                    _ => None,
                }
            }

            /// The rows of a kind that stays small, oldest first.
            pub fn small_rows(&self, kind: Kind) -> Vec<(RecordId, Row)> {
                match kind {
                    $( Kind::$Small => {
                        self.$table.iter().map(|(id, it)| (id.record(), it.to_row())).collect()
                    } )*
                    _ => Vec::new(),
                }
            }

            /// Whether a record is there and not in the bin.
            pub fn has(&self, record: RecordId) -> bool {
                match record.kind {
                    $( Kind::$Small => self.$table.get(Id::new(record.uuid)).is_some(), )*
                    $( Kind::$Grown => self.$columns.find(record.uuid).is_some(), )*
                    Kind::Custom(_) => false,
                }
            }

            fn put_record(&mut self, record: RecordId, row: &Row, is_hidden: bool) {
                match record.kind {
                    $( Kind::$Small if !is_hidden => self.$table.put(Id::new(record.uuid), row), )*
                    $( Kind::$Small => {} )*
                    $( Kind::$Grown => {
                        Arc::make_mut(&mut self.$columns)
                            .put_many(&[(record.uuid, row)], is_hidden);
                    } )*
                    Kind::Custom(_) => {}
                }
            }

            fn put_grown(&mut self, records: &[(RecordId, &Row)]) {
                $(
                    let own = records.iter().filter(|(record, _)| record.kind == Kind::$Grown);
                    let own: Vec<_> = own.map(|(record, row)| (record.uuid, *row)).collect();
                    if !own.is_empty() {
                        Arc::make_mut(&mut self.$columns).put_many(&own, false);
                    }
                )*
            }

            /// Shows a record of a kind that grows, which a large command made.
            fn unhide(&mut self, record: RecordId) {
                match record.kind {
                    $( Kind::$Grown => {
                        Arc::make_mut(&mut self.$columns).set_hidden(record.uuid, false);
                    } )*
                    _ => {}
                }
            }
        }
    };
}

model! {
    small: campaigns: Campaign, users: User, pools: Pool, import_batches: ImportBatch,
        settings_table: Settings, custom_fields: CustomField, custom_kinds: CustomKind;
    grown: leads: Lead, accounts: Account, contacts: Contact, opportunities: Opportunity,
        orders: Order, activities: Activity;
}

impl Model {
    /// Reads everything from the store. Fails if anything is missing or damaged.
    ///
    /// # Errors
    /// As [`Store::scan`].
    pub fn load(store: &mut Store) -> Result<Self> {
        let mut model = Self::default();
        // Settings decide scores; activities come before leads, whose derived values need them.
        let mut kinds = store.kinds();
        let order = |kind: &Kind| match kind {
            Kind::Settings => 0,
            Kind::Activity => 1,
            _ => 2,
        };
        kinds.sort_by_key(order);
        for kind in kinds {
            for entry in store.scan(kind)? {
                let (record, stored) = entry?;
                model.put(record, &stored.row, false);
            }
        }
        model.revision = 1;
        Ok(model)
    }

    /// Goes up with every command. What is computed from the model is stale when this has moved.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What holds for the whole workspace.
    pub fn settings(&self) -> &Settings {
        static SHIPPED: std::sync::OnceLock<Settings> = std::sync::OnceLock::new();
        let own = self.settings_table.get(Settings::ID);
        own.unwrap_or_else(|| SHIPPED.get_or_init(Settings::default))
    }

    /// The rules of score and grade as the workspace has set them.
    pub fn scoring(&self) -> &Scoring {
        &self.scoring
    }

    /// What follows from a lead.
    pub fn lead_derived(&self, row: usize) -> Option<&LeadDerived> {
        self.derived.get(row)
    }

    /// The score of a lead at a moment, 0 to 100.
    pub fn score(&self, row: usize, at: Timestamp) -> u8 {
        self.lead_derived(row).map_or(0, |derived| self.scoring.score(derived.parts, at))
    }

    /// The grade of a lead, 0 to 9.
    pub fn grade(&self, row: usize) -> u8 {
        self.lead_derived(row).map_or(0, |derived| derived.parts.grade)
    }

    /// What a lead's score is made of at a moment.
    pub fn contributions(&self, id: Id<Lead>, lead: &Lead, at: Timestamp) -> Vec<Contribution> {
        let done = self.done_about(id.record());
        self.scoring.contributions(lead, &derived::behaviours(lead, &done), at)
    }

    /// The activities about a record, oldest first.
    pub fn activities_about(&self, record: RecordId) -> &[Id<Activity>] {
        self.about.of(record)
    }

    /// The model after a command.
    #[must_use]
    pub fn after(&self, changes: &[Change]) -> Self {
        let mut model = self.clone();
        let rows: Vec<(RecordId, &Row)> =
            changes.iter().map(|change| (change.record, &change.row)).collect();
        model.put_all(&rows);
        model.revision += 1;
        model
    }

    /// Takes what a large command made so far, unseen until [`Model::show`].
    pub fn put_hidden(&mut self, record: RecordId, row: &Row) {
        self.put(record, row, true);
    }

    /// Shows a record of a kind that grows, which a large command made.
    pub fn show(&mut self, record: RecordId) {
        self.unhide(record);
        if record.kind == Kind::Activity
            && let Some(row) = self.activities.find(record.uuid)
        {
            let about = self.activities.value(Activity::about, row);
            self.relate(record, &about, &[]);
        }
    }

    /// Takes records as they stand now.
    pub fn put_all(&mut self, records: &[(RecordId, &Row)]) {
        let activities = records.iter().filter(|(record, _)| record.kind == Kind::Activity);
        let was_about: HashMap<RecordId, Vec<RecordId>> =
            activities.map(|(record, _)| (*record, self.about_of(*record))).collect();
        self.put_grown(records);
        for (record, row) in records {
            if self.columns(record.kind).is_none() {
                self.put_record(*record, row, false);
            }
            let was_about = was_about.get(record).map(Vec::as_slice).unwrap_or_default();
            self.follow(*record, row, was_about);
        }
    }

    fn put(&mut self, record: RecordId, row: &Row, is_hidden: bool) {
        let was_about = match record.kind {
            Kind::Activity => self.about_of(record),
            _ => Vec::new(),
        };
        self.put_record(record, row, is_hidden);
        self.follow(record, row, &was_about);
    }

    /// What follows from a record as it stands now.
    fn follow(&mut self, record: RecordId, row: &Row, was_about: &[RecordId]) {
        match record.kind {
            Kind::Settings => self.scoring = Arc::new(Scoring::new(self.settings())),
            Kind::Lead => self.derive(record, &Lead::read(row)),
            Kind::Activity => self.relate(record, row.get(Activity::about), was_about),
            _ => {}
        }
    }

    /// What an activity was about before it changed.
    fn about_of(&self, activity: RecordId) -> Vec<RecordId> {
        let Some(row) = self.activities.find(activity.uuid) else { return Vec::new() };
        parts(&self.activities.value(Activity::about, row)).collect()
    }

    fn relate(&mut self, activity: RecordId, about: &Value, was_about: &[RecordId]) {
        let id = Id::new(activity.uuid);
        let is_there = self.activities.find(activity.uuid).is_some();
        let about: Vec<RecordId> = if is_there { parts(about).collect() } else { Vec::new() };
        let index = Arc::make_mut(&mut self.about);
        for record in was_about.iter().filter(|record| !about.contains(record)) {
            index.set(*record, id, false);
        }
        for record in &about {
            index.set(*record, id, true);
        }
        for record in was_about.iter().chain(&about).filter(|it| it.kind == Kind::Lead) {
            self.rederive(*record);
        }
    }

    /// Computes what follows from a lead again, after something was done about it.
    fn rederive(&mut self, lead: RecordId) {
        let Some(row) = self.leads.find(lead.uuid) else { return };
        let Some(old) = self.derived.get(row) else { return };
        let done = self.done_about(lead);
        let fresh = old.with_activities(&done, &self.scoring);
        Arc::make_mut(&mut self.derived).set(row, fresh);
    }

    fn derive(&mut self, record: RecordId, lead: &Lead) {
        let done = self.done_about(record);
        let fresh = LeadDerived::of(lead, &done, &self.scoring);
        let derived = Arc::make_mut(&mut self.derived);
        match self.leads.row_of(record.uuid) {
            Some(row) if row < derived.len() => {
                if derived.get(row) != Some(&fresh) {
                    derived.set(row, fresh);
                }
            }
            _ => derived.push(fresh),
        }
    }

    fn done_about(&self, record: RecordId) -> Vec<Done<'_>> {
        let rows = self.about.of(record).iter().filter_map(|id| self.activities.find(id.0));
        rows.map(|row| {
            use crate::domain::{ActivityKind, ActivityOutcome};
            let columns = &self.activities;
            Done {
                kind: ActivityKind::of_id(columns.text(Activity::kind, row)).unwrap_or_default(),
                outcome: ActivityOutcome::of_id(columns.text(Activity::outcome, row)),
                at: Timestamp(columns.number(Activity::at, row).unwrap_or_default()),
                signal: columns.text(Activity::signal, row),
            }
        })
        .collect()
    }

    /// Computes what follows from every lead again, after the rules of scoring changed. The parts
    /// that rules look at are not all in memory, so that the records are read.
    ///
    /// # Errors
    /// As [`Store::scan`].
    pub fn rescored(&self, store: &mut Store) -> Result<Self> {
        let mut model = self.clone();
        for entry in store.scan(Kind::Lead)? {
            let (record, stored) = entry?;
            model.derive(record, &Lead::from_row(stored.row));
        }
        Ok(model)
    }
}
