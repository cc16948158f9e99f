//! A workspace of its own for every test, filled by saying what is in it.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use fairlead::{
    domain::{
        Campaign, DELETED_AT, Fields as _, Id, Kind, Lead, RecordId, Role, Row, Timestamp, User,
    },
    engine::{Command, Create, Crm, Env, Outcome, Request},
    error::Result,
};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

/// 2026-11-21T02:00:00Z: ten in the morning in Taipei.
pub const START: i64 = 1_795_226_400_000;

/// An open workspace with a clock of its own.
pub struct Fixture {
    pub crm: Crm,
    pub actor: Option<Id<User>>,
    clock: Arc<AtomicI64>,
    folder: TempDir,
}

/// A fresh workspace, with its first user acting.
pub fn crm() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(AtomicI64::new(START));
    let crm = Crm::open(folder.path(), env(&clock)).unwrap();
    let actor = crm.only_user();
    Fixture { crm, actor, clock, folder }
}

fn env(clock: &Arc<AtomicI64>) -> Env {
    let clock = Arc::clone(clock);
    Env::new(Arc::new(move || Timestamp(clock.fetch_add(1, Ordering::Relaxed))), 7)
}

impl Fixture {
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Lets time go by.
    pub fn after_days(&self, days: i64) {
        self.clock.fetch_add(days * 86_400_000, Ordering::Relaxed);
    }

    /// The same workspace, closed and opened again.
    pub fn reopened(self) -> Self {
        let Self { crm, actor, clock, folder } = self;
        crm.close().unwrap();
        let crm = Crm::open(folder.path(), env(&clock)).unwrap();
        Self { crm, actor, clock, folder }
    }

    /// The same workspace, opened again as after a crash: nothing was closed in good order.
    pub fn crashed(self) -> Self {
        let Self { crm, actor, clock, folder } = self;
        drop(crm);
        let crm = Crm::open(folder.path(), env(&clock)).unwrap();
        Self { crm, actor, clock, folder }
    }

    pub fn run(&mut self, command: impl Into<Command>) -> Result<Outcome> {
        self.crm.run(self.actor, command)
    }

    pub fn request(&mut self, request: Request) -> Result<Outcome> {
        self.crm.request(self.actor, request)
    }

    /// Runs a command given as JSON, as a script does.
    pub fn command(&mut self, name: &str, json: Json) -> Result<Outcome> {
        let command = Command::from_json(name, json)?;
        self.crm.run(self.actor, command)
    }

    pub fn create(&mut self, kind: Kind, values: Json) -> RecordId {
        let Json::Object(values) = values else { panic!("fields") };
        let outcome = self.run(Create { kind, values }).unwrap();
        outcome.records[0]
    }

    pub fn lead(&mut self, name: &str, company: &str) -> Id<Lead> {
        self.lead_with(json!({"name": name, "company": company}))
    }

    pub fn lead_with(&mut self, values: Json) -> Id<Lead> {
        Id::of(self.create(Kind::Lead, values)).unwrap()
    }

    pub fn campaign(&mut self, name: &str) -> Id<Campaign> {
        Id::of(self.create(Kind::Campaign, json!({"name": name, "kind": "trade_fair"}))).unwrap()
    }

    pub fn user(&mut self, name: &str, role: Role) -> Id<User> {
        let values = json!({"name": name, "login": name.to_lowercase(), "role": role});
        Id::of(self.create(Kind::User, values)).unwrap()
    }

    pub fn get(&self, id: Id<Lead>) -> Lead {
        Lead::from_row(self.row(id.record()))
    }

    pub fn row(&self, record: RecordId) -> Row {
        self.crm.store().read(record).unwrap().unwrap().row
    }

    /// Everything that is there, as it lies on disk.
    pub fn content(&mut self) -> BTreeMap<RecordId, Row> {
        let mut content = BTreeMap::new();
        for kind in self.crm.store().kinds() {
            for entry in self.crm.store_mut().scan(kind).unwrap() {
                let (record, stored) = entry.unwrap();
                if stored.row.get(DELETED_AT).is_empty() {
                    content.insert(record, stored.row);
                }
            }
        }
        content
    }
}
