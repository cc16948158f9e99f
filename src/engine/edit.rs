//! A transaction being put together: reads what is there, collects what changes, checks it.

use std::collections::HashMap;

use super::{
    Env,
    outcome::Outcome,
    rights::{Right, Scope},
    rules,
};
use crate::{
    domain::{
        Change, DELETED_AT, Id, Kind, Lead, Record, RecordId, Row, Timestamp, User, Value,
        match_keys::Key,
    },
    error::{Error, Result},
    model::Model,
    query::Viewer,
    store::{Batch, EncodedRow, NewRecord, Store, Stored, Wanted},
};

/// What a command works on. Nothing is written before the command is done.
pub struct Edit<'a> {
    /// Everything in memory, as it was before the command.
    pub model: &'a Model,
    /// Who acts, and when.
    pub viewer: Viewer,
    /// What the command will say of itself.
    pub outcome: Outcome,
    /// Why, in the person's words; kept in the history.
    pub note: String,
    /// How many records a command is about that changes none: it is an entry in the history all the same.
    pub noted: Option<u64>,
    /// Keys of people that the command makes or changes, where it knows them already.
    pub people: Vec<(RecordId, Vec<Key>)>,
    store: &'a Store,
    batch: Option<&'a Batch>,
    env: &'a mut Env,
    /// What was read before it was asked for.
    ahead: HashMap<RecordId, Stored>,
    touched: HashMap<RecordId, Touched>,
    order: Vec<RecordId>,
    /// Records that the command makes in their bytes, in the order of their ids.
    made: Vec<NewRecord>,
}

/// A transaction that has been put together.
pub(super) struct Done {
    pub changes: Vec<Change>,
    pub made: Vec<NewRecord>,
    pub outcome: Outcome,
    pub note: String,
    pub noted: Option<u64>,
    pub people: Vec<(RecordId, Vec<Key>)>,
}

struct Touched {
    before: Option<Stored>,
    after: Row,
}

impl<'a> Edit<'a> {
    pub(super) fn new(
        model: &'a Model,
        store: &'a Store,
        batch: Option<&'a Batch>,
        env: &'a mut Env,
        viewer: Viewer,
    ) -> Self {
        Self {
            model,
            viewer,
            outcome: Outcome::default(),
            note: String::new(),
            noted: None,
            people: Vec::new(),
            store,
            batch,
            env,
            ahead: HashMap::new(),
            touched: HashMap::new(),
            order: Vec::new(),
            made: Vec::new(),
        }
    }

    /// The moment the command happens.
    pub fn now(&self) -> Timestamp {
        self.viewer.now
    }

    /// Who acts.
    pub fn actor(&self) -> Option<Id<User>> {
        self.viewer.user
    }

    /// What the history says.
    pub fn store(&self) -> &Store {
        self.store
    }

    /// A new id.
    pub fn new_id<T: Record>(&mut self) -> Id<T> {
        Id::new(self.env.new_id())
    }

    /// Reads records all at once, so that asking for each of them later waits for nothing. Those that
    /// are not there are left out.
    ///
    /// # Errors
    /// When the store is damaged.
    pub fn read_ahead(&mut self, records: &[RecordId]) -> Result<()> {
        let is_known = |record: &RecordId| {
            self.touched.contains_key(record)
                || self.made_at(*record).is_some()
                || self.ahead.contains_key(record)
        };
        let mut wanted: Vec<RecordId> =
            records.iter().copied().filter(|record| !is_known(record)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        self.ahead.extend(self.store.read_many(self.batch, &wanted)?);
        Ok(())
    }

    /// A record as it stands within the command, in the bin or not.
    ///
    /// # Errors
    /// `no-such-record`, or the store is damaged.
    pub fn row_even_deleted(&self, record: RecordId) -> Result<Row> {
        self.look_even_deleted(record, Row::clone)
    }

    /// Looks at a record as it stands within the command, in the bin or not, without a copy of it.
    ///
    /// # Errors
    /// As [`Edit::row_even_deleted`].
    pub fn look_even_deleted<T>(
        &self,
        record: RecordId,
        look: impl FnOnce(&Row) -> T,
    ) -> Result<T> {
        if let Some(made) = self.made_at(record).and_then(|at| self.made.get(at)) {
            return Ok(look(&made.row.row()?));
        }
        let touched = self.touched.get(&record).map(|touched| &touched.after);
        match touched.or_else(|| self.ahead.get(&record).map(|stored| &stored.row)) {
            Some(row) => Ok(look(row)),
            None => Ok(look(&self.stored(record)?.row)),
        }
    }

    /// Looks at a record as it stands within the command, without a copy of it.
    ///
    /// # Errors
    /// As [`Edit::row`].
    pub fn look<T>(&self, record: RecordId, look: impl FnOnce(&Row) -> T) -> Result<T> {
        let seen = |row: &Row| row.get(DELETED_AT).is_empty().then(|| look(row));
        self.look_even_deleted(record, seen)?.ok_or_else(|| missing(record))
    }

    /// A record as it stands within the command.
    ///
    /// # Errors
    /// `no-such-record` if it was never there or lies in the bin.
    pub fn row(&self, record: RecordId) -> Result<Row> {
        self.look(record, Row::clone)
    }

    /// A record as it stands within the command, typed.
    ///
    /// # Errors
    /// As [`Edit::row`].
    pub fn get<T: Record>(&self, id: Id<T>) -> Result<T> {
        self.look(id.record(), T::read)
    }

    /// Which command last changed the record.
    ///
    /// # Errors
    /// As [`Edit::row_even_deleted`].
    pub fn changed_in(&self, record: RecordId) -> Result<u64> {
        Ok(self.stored(record)?.changed_in)
    }

    /// Makes a record.
    ///
    /// # Errors
    /// When the record breaks a rule that every record of its kind keeps.
    pub fn create<T: Record>(&mut self, record: &T) -> Result<Id<T>> {
        let id = self.new_id();
        self.create_as(id, record)?;
        Ok(id)
    }

    /// Makes a record with a given id.
    ///
    /// # Errors
    /// As [`Edit::create`].
    pub fn create_as<T: Record>(&mut self, id: Id<T>, record: &T) -> Result<()> {
        self.create_row(id.record(), record.to_row())
    }

    /// Makes a record of any kind.
    ///
    /// # Errors
    /// As [`Edit::create`].
    pub fn create_row(&mut self, record: RecordId, row: Row) -> Result<()> {
        rules::records::check(self.model, record, &row)?;
        self.touched.insert(record, Touched { before: None, after: row });
        self.order.push(record);
        Ok(())
    }

    /// Makes a record of any kind that is in its bytes already.
    ///
    /// # Errors
    /// As [`Edit::create`].
    pub fn create_encoded(&mut self, record: RecordId, row: EncodedRow) -> Result<()> {
        let is_next = self.made.last().is_none_or(|last| last.record < record);
        // A small command says what it makes as a change.
        if self.batch.is_none() || !is_next {
            return self.create_row(record, row.row()?);
        }
        let filled = Wanted::of(row.tags()?);
        rules::records::check_filled(record.kind, |tag| filled.has(tag))?;
        self.made.push(NewRecord { record, row });
        Ok(())
    }

    fn made_at(&self, record: RecordId) -> Option<usize> {
        self.made.binary_search_by(|made| made.record.cmp(&record)).ok()
    }

    /// A new id for a record of any kind.
    pub fn new_record(&mut self, kind: Kind) -> RecordId {
        RecordId { kind, uuid: self.env.new_id() }
    }

    /// Changes a record.
    ///
    /// # Errors
    /// As [`Edit::row`], or when the result breaks a rule.
    pub fn update<T: Record>(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) -> Result<()> {
        let mut record = self.get(id)?;
        change(&mut record);
        self.put(id.record(), record.to_row())
    }

    /// Replaces a record's fields.
    ///
    /// # Errors
    /// As [`Edit::update`].
    pub fn put(&mut self, record: RecordId, after: Row) -> Result<()> {
        rules::records::check(self.model, record, &after)?;
        if let Some(made) = self.made_at(record).and_then(|at| self.made.get_mut(at)) {
            made.row = EncodedRow::of(&after)?;
            return Ok(());
        }
        match self.touched.get_mut(&record) {
            Some(touched) => touched.after = after,
            None => {
                let before = match self.ahead.remove(&record) {
                    Some(stored) => Some(stored),
                    None => Some(self.stored(record)?),
                };
                self.touched.insert(record, Touched { before, after });
                self.order.push(record);
            }
        }
        Ok(())
    }

    /// Puts a record in the bin, or takes it out.
    ///
    /// # Errors
    /// As [`Edit::row_even_deleted`].
    pub fn set_deleted(&mut self, record: RecordId, is_deleted: bool) -> Result<()> {
        let mut row = self.row_even_deleted(record)?;
        row.set(DELETED_AT, if is_deleted { Value::At(self.now()) } else { Value::Empty });
        self.put(record, row)
    }

    /// Whether the actor has a right at all.
    ///
    /// # Errors
    /// `no-right`, naming it.
    pub fn require(&self, right: Right) -> Result<()> {
        if self.scope(right) == Scope::No { Err(no_right(right)) } else { Ok(()) }
    }

    /// Whether the actor has a right of this record.
    ///
    /// # Errors
    /// `no-right`, or `not-yours` if the right holds of other records only.
    pub fn require_of(&self, right: Right, record: RecordId) -> Result<()> {
        let scope = self.scope(right);
        let row = || self.row_even_deleted(record);
        let fits = match scope {
            Scope::No => return Err(no_right(right)),
            Scope::All => true,
            Scope::Own => self.is_own(record.kind, &row()?),
            Scope::Team => {
                let row = row()?;
                self.is_own(record.kind, &row) || self.is_of_team(record.kind, &row)
            }
        };
        if fits { Ok(()) } else { Err(Error::refused("not-yours")) }
    }

    fn scope(&self, right: Right) -> Scope {
        if self.viewer.is_alone { Scope::All } else { right.scope(self.viewer.role) }
    }

    fn is_own(&self, kind: Kind, row: &Row) -> bool {
        let users = responsible(kind, row);
        self.actor().is_some_and(|actor| users.contains(&actor))
    }

    fn is_of_team(&self, kind: Kind, row: &Row) -> bool {
        let team = |user: &Id<User>| {
            let user = self.model.users.get(*user)?;
            (!user.team.is_empty()).then_some(user.team.as_str())
        };
        let own = self.actor().as_ref().and_then(team);
        own.is_some() && responsible(kind, row).iter().any(|user| team(user) == own)
    }

    fn stored(&self, record: RecordId) -> Result<Stored> {
        if let Some(stored) = self.ahead.get(&record) {
            return Ok(stored.clone());
        }
        let found = match self.batch {
            Some(batch) => self.store.read_in(batch, record)?,
            None => self.store.read(record)?,
        };
        found.ok_or_else(|| missing(record))
    }

    pub(super) fn finish(self) -> Done {
        let Self { mut touched, order, made, outcome, note, noted, people, .. } = self;
        let changes = order.into_iter().filter_map(|record| {
            let Touched { before, after } = touched.remove(&record)?;
            match before {
                None => Some(Change::creation(record, after)),
                Some(before) => Change::between(record, before.created_in, &before.row, after),
            }
        });
        Done { changes: changes.collect(), made, outcome, note, noted, people }
    }
}

/// The users a record belongs to: its owner, of a lead its steward too, of an activity who wrote it
/// and who is to do it.
fn responsible(kind: Kind, row: &Row) -> Vec<Id<User>> {
    use crate::domain::{Account, Activity, Campaign, Contact, Opportunity, Order, SavedView};
    let tags: &[u16] = match kind {
        Kind::Lead => &[Lead::owner, Lead::steward],
        Kind::Account => &[Account::owner],
        Kind::Contact => &[Contact::owner],
        Kind::Opportunity => &[Opportunity::owner],
        Kind::Order => &[Order::owner],
        Kind::Campaign => &[Campaign::owner],
        Kind::Activity => &[Activity::author, Activity::assignee],
        Kind::SavedView => &[SavedView::owner],
        _ => &[],
    };
    tags.iter().filter_map(|tag| row.get(*tag).as_link().and_then(Id::of)).collect()
}

fn missing(record: RecordId) -> Error {
    Error::refused("no-such-record")
        .with("kind", format!("@kind-{}", record.kind.name()))
        .with("id", record.uuid.to_string())
}

fn no_right(right: Right) -> Error {
    Error::refused("no-right").with("right", format!("@right-{}", right.name()))
}
