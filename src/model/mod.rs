//! What is in memory? Immutable snapshots of everything that lists, filters and reports read.
//!
//! Kinds that stay small are typed tables. Kinds that grow are columns: their resident fields and the
//! text that search looks through; whole records come from the store. A command gives a new
//! [`Model`] that shares with the old one all it did not touch.

mod about;
mod apply;
mod build;
mod checkpoint;
mod chunks;
mod column;
mod columns;
mod derived;
mod dictionary;
mod early;
mod fast_hash;
mod fields;
mod flat;
mod gather;
mod joined;
mod kept_order;
mod kept_orders;
mod key_filter;
mod key_run;
mod keys;
mod known_people;
mod lazy;
mod load;
mod memory;
mod on_demand;
mod packed;
mod piece;
mod replay;
mod saved;
mod saved_column;
mod saved_derived;
mod search_text;
mod searched;
mod sounds;
mod sparse;
mod table;
mod touched;
mod varied;
mod watch;

use std::sync::Arc;

pub use checkpoint::Opened;
pub use chunks::{CHUNK, Chunks};
pub use column::{Codes, Column, Ids};
pub use columns::{Columns, RowState};
pub use derived::{LeadDerived, Validity, parts_of};
pub use kept_order::KeptOrder;
pub use key_run::PersonPair;
pub use keys::{Keys, NewKeys, Person};
pub use lazy::Lazy;
pub use memory::MemoryPart;
pub use on_demand::ON_DEMAND_BYTES;
pub use packed::{BLOCK, NOTHING, Packed};
pub use sounds::{append as append_sounds, is_name};
pub use table::Table;
pub use varied::{Lists, SoundPiece, TextPiece, Texts};
pub use watch::Watch;

use crate::domain::{
    Activity, AssignmentRule, Campaign, CustomField, CustomKind, Fields as _, Id, ImportBatch,
    Kind, Lead, Pair, Pool, RecordId, Row, SavedView, Settings, Timestamp, User,
    score::{Contribution, Scoring},
};
use about::{About, Subject};
use derived::{Derived, Done};

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
                pub $columns: Lazy<Columns>,
            )*
            derived: Lazy<Derived>,
            about: Lazy<About>,
            scoring: Arc<Scoring>,
            keys: Keys,
            /// Whether the rest is still being read; see `early`.
            is_early: bool,
        }

        impl Default for Model {
            fn default() -> Self {
                Self {
                    revision: 0,
                    $( $table: Table::default(), )*
                    $( $columns: Lazy::new(Columns::new(Kind::$Grown)), )*
                    derived: Lazy::default(),
                    about: Lazy::default(),
                    scoring: Arc::new(Scoring::new(&Settings::default())),
                    keys: Keys::default(),
                    is_early: false,
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

            /// The columns of a kind that grows, if they are read.
            fn columns_there(&self, kind: Kind) -> Option<&Columns> {
                match kind {
                    $( Kind::$Grown => self.$columns.is_there().then(|| &*self.$columns), )*
                    _ => None,
                }
            }

            /// Leaves the columns of a kind where they are read when someone asks for them.
            fn columns_behind(&mut self, kind: Kind, read: impl FnOnce() -> Columns + Send + 'static) {
                if let Some(place) = self.columns_mut(kind) {
                    *place = Lazy::behind(read);
                }
            }

            fn columns_mut(&mut self, kind: Kind) -> Option<&mut Lazy<Columns>> {
                match kind {
                    $( Kind::$Grown => Some(&mut self.$columns), )*
                    _ => None,
                }
            }

            fn put_small(&mut self, record: RecordId, row: &Row) {
                match record.kind {
                    $( Kind::$Small => self.$table.put(Id::new(record.uuid), row), )*
                    _ => {}
                }
            }
        }

        /// The kinds that grow, in the order in which they are read.
        pub const GROWN: &[Kind] = &[$( Kind::$Grown, )*];

        /// Whether a kind grows: its records are columns.
        pub const fn grows(kind: Kind) -> bool {
            matches!(kind, $( Kind::$Grown )|*)
        }
    };
}

model! {
    small: campaigns: Campaign, users: User, pools: Pool, import_batches: ImportBatch,
        settings_table: Settings, custom_fields: CustomField, custom_kinds: CustomKind,
        saved_views: SavedView, pairs: Pair, assignment_rules: AssignmentRule;
    grown: leads: Lead, accounts: Account, contacts: Contact, opportunities: Opportunity,
        orders: Order, activities: Activity;
}

impl Model {
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

    /// The user who acts when nobody says who: the only one there is.
    pub fn only_user(&self) -> Option<Id<User>> {
        let mut active = self.users.iter().filter(|(_, user)| !user.inactive);
        let first = active.next().map(|(id, _)| id);
        if active.next().is_none() { first } else { None }
    }

    /// The rules of score and grade as the workspace has set them.
    pub fn scoring(&self) -> &Scoring {
        &self.scoring
    }

    /// What follows from a lead.
    pub fn lead_derived(&self, row: usize) -> Option<LeadDerived<'_>> {
        self.derived.get(row)
    }

    /// When something was last done about each lead.
    pub fn last_activities(&self) -> &Packed {
        self.derived.last_activity_at()
    }

    /// The score of a lead at a moment, 0 to 100.
    pub fn score(&self, row: usize, at: Timestamp) -> u8 {
        self.lead_derived(row).map_or(0, |derived| self.scoring.score(derived.parts(), at))
    }

    /// The grade of a lead, 0 to 9.
    pub fn grade(&self, row: usize) -> u8 {
        self.lead_derived(row).map_or(0, |derived| derived.parts().grade)
    }

    /// What a lead's score is made of at a moment.
    pub fn contributions(&self, id: Id<Lead>, lead: &Lead, at: Timestamp) -> Vec<Contribution> {
        let done = self.done_about(id.record());
        self.scoring.contributions(lead, &derived::behaviours(lead, &done), at)
    }

    /// When someone first tried to reach the person of a lead, by its row.
    pub fn first_attempt_at(&self, row: usize) -> Option<Timestamp> {
        let done = self.about.of(Subject::Row(Kind::Lead, row)).iter();
        let done = done.map(|row| self.done(*row as usize));
        done.filter(|done| done.kind.is_attempt()).map(|done| done.at).min()
    }

    /// The activities about a record, oldest first.
    pub fn activities_about(
        &self,
        record: RecordId,
    ) -> impl Iterator<Item = Id<Activity>> + use<'_> {
        let rows = self.activity_rows(record).iter();
        rows.filter_map(|row| self.activities.id(*row as usize)).map(|id| Id::new(id.uuid))
    }

    /// The rows of the activities about a record, oldest first.
    pub fn activity_rows(&self, record: RecordId) -> &[u32] {
        self.about.of(self.subject(record))
    }

    /// What an activity is about, by its row; also of one in the bin.
    pub fn subjects(&self, activity: usize) -> impl Iterator<Item = RecordId> + use<'_> {
        let subjects = self.about.subjects(activity);
        subjects.filter_map(|subject| match subject {
            Subject::Row(kind, row) => self.columns(kind)?.id(row),
            Subject::Other(record) => Some(record),
        })
    }

    /// A record, by its row if its kind grows and it is there.
    fn subject(&self, record: RecordId) -> Subject {
        let columns = self.columns(record.kind);
        let row = columns.and_then(|columns| columns.row_of(record.uuid));
        row.map_or(Subject::Other(record), |row| Subject::Row(record.kind, row))
    }

    fn done_about(&self, record: RecordId) -> Vec<Done<'_>> {
        self.activity_rows(record).iter().map(|row| self.done(*row as usize)).collect()
    }

    fn done(&self, row: usize) -> Done<'_> {
        use crate::domain::{ActivityKind, ActivityOutcome};
        let columns = &self.activities;
        Done {
            kind: ActivityKind::of_id(columns.text(Activity::kind, row)).unwrap_or_default(),
            outcome: ActivityOutcome::of_id(columns.text(Activity::outcome, row)),
            at: Timestamp(columns.number(Activity::at, row).unwrap_or_default()),
            signal: columns.text(Activity::signal, row),
        }
    }
}
