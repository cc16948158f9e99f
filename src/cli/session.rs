//! An open workspace, and who acts in it.

use std::path::PathBuf;

use uuid::Uuid;

use super::{Args, progress};
use crate::{
    domain::{Id, Kind, Record, RecordId, Row, User},
    engine::{Command, Crm, Env, Outcome, Request},
    error::{Error, Result},
    i18n::{self, Lang},
    model::{Columns, Model},
    query::{self, Viewer},
};

/// A question that reads one record in so many is better off with a column, which reads them all once, in
/// their order.
const WORTH_A_COLUMN: usize = 4;

/// An open workspace, and who acts in it.
pub struct Session {
    /// The workspace.
    pub crm: Crm,
    /// Who acts.
    pub actor: Option<Id<User>>,
    /// The language of texts.
    pub lang: Lang,
    /// Where the workspace lies.
    pub folder: PathBuf,
    /// Whether a script reads what is printed.
    pub is_json: bool,
}

impl Session {
    /// Opens the workspace that the arguments name.
    ///
    /// # Errors
    /// As [`Crm::open`]; or there is no such user.
    pub fn open(args: &Args, lang: Lang) -> Result<Self> {
        let folder = args.folder()?;
        let crm = Crm::open(&folder, Env::system())?;
        let mut session = Self { crm, actor: None, lang, folder, is_json: args.is_json };
        session.actor = match &args.user {
            Some(name) => Some(session.id(name)?),
            None => session.default_user(),
        };
        Ok(session)
    }

    /// Who acts when nobody says who: the only user there is, else the first administrator. Whoever
    /// has the disk can read it: without a passphrase rights are advisory.
    fn default_user(&self) -> Option<Id<User>> {
        let is_admin = |user: &User| !user.inactive && user.role == crate::domain::Role::Admin;
        let admin = || self.model().users.find(is_admin).map(|(id, _)| id);
        self.crm.only_user().or_else(admin)
    }

    /// Everything in memory.
    pub fn model(&self) -> &Model {
        self.crm.model()
    }

    /// Who is looking.
    pub fn viewer(&self) -> Viewer {
        self.crm.viewer(self.actor).reading(self.lang)
    }

    /// What a person should know of the workspace as it was found.
    pub fn remarks(&self) -> Vec<String> {
        let rebuilt = self.crm.store().rebuilt().map(|path| path.display().to_string());
        let args = rebuilt.map(|path| [("path", path.into())]);
        args.map(|args| i18n::text_with(self.lang, "store-rebuilt", &args).into_owned())
            .into_iter()
            .collect()
    }

    /// Closes the workspace in good order.
    ///
    /// # Errors
    /// As [`Crm::close`].
    pub fn close(self) -> Result<()> {
        self.crm.close()
    }

    /// Runs a command.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn run(&mut self, command: impl Into<Command>) -> Result<Outcome> {
        self.crm.run(self.actor, command)
    }

    /// Does what a person wants.
    ///
    /// # Errors
    /// As [`Crm::request`].
    pub fn request(&mut self, request: Request) -> Result<Outcome> {
        self.crm.request(self.actor, request)
    }

    /// The kind of a word.
    ///
    /// # Errors
    /// `unknown-kind`, naming the kinds there are.
    pub fn kind(word: &str) -> Result<Kind> {
        Kind::of_name(word).ok_or_else(|| {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
            Error::usage("unknown-kind").with("kind", word).with("known", known.join(", "))
        })
    }

    /// The record a text names: an id, the beginning of one, or a name.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn record(&self, kind: Kind, text: &str) -> Result<RecordId> {
        // A record in the bin is found by its whole id.
        if let Ok(uuid) = text.parse::<Uuid>() {
            return Ok(RecordId { kind, uuid });
        }
        query::resolve(self.model(), &self.viewer(), kind, text)?.required(kind, text)
    }

    /// The record of a known kind that a text names.
    ///
    /// # Errors
    /// As [`Session::record`].
    pub fn id<T: Record>(&self, text: &str) -> Result<Id<T>> {
        Ok(Id::new(self.record(T::KIND, text)?.uuid))
    }

    /// A record as the viewer may see it.
    ///
    /// # Errors
    /// `no-such-record`, or the store is damaged.
    pub fn seen(&self, record: RecordId) -> Result<Row> {
        let stored = self.crm.store().read(record)?.ok_or_else(|| {
            Error::refused("no-such-record")
                .with("kind", format!("@kind-{}", record.kind.name()))
                .with("id", record.uuid.to_string())
        })?;
        Ok(self.viewer().seen(self.model(), record, stored.row))
    }

    /// Makes columns of what a question would otherwise read from many records.
    fn make_columns(&mut self, question: &query::ListQuestion) -> Result<()> {
        let (model, kind) = (self.model(), question.kind);
        let records = model.columns(kind).map_or(0, Columns::capacity);
        let few = records / WORTH_A_COLUMN;
        let wanted = query::wanted_columns(model, &self.viewer(), question, few)?;
        if wanted.is_empty() {
            return Ok(());
        }
        let bar = progress::bar();
        self.crm.make_columns(kind, wanted, |done, of| {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
        })?;
        bar.finish_and_clear();
        Ok(())
    }

    /// The records of a kind that a filter holds of.
    ///
    /// # Errors
    /// When the filter cannot be understood.
    pub fn found(&mut self, question: &query::ListQuestion) -> Result<query::List> {
        self.make_columns(question)?;
        let store = self.crm.store();
        let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
        query::list(self.model(), &self.viewer(), question, &read)
    }
}
