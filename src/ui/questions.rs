//! What pages want to know that takes longer than a look: worked out beside the window, kept by question, and
//! asked again when the model has moved. The last answer stays until the next is there.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    board::{Sheets, Table},
    news::News,
};
use crate::{
    domain::{
        Account, BYPASS_SOURCES, Campaign, Change, Email, Header, Id, Kind, Lead, Phone, PhoneKind,
        RecordId, Stage, company_name::CompanyKey,
    },
    engine::{
        self, Command, Dossier, Reader,
        rules::sharing::{self, Shared},
    },
    error::{Error, Result},
    jobs::Jobs,
    model::Model,
    query::{
        self, ListQuestion, Related, Viewer,
        candidates::{self, Candidate},
        review::Waiting,
        typed::{self, Typed},
    },
    report,
    store::Store,
};

/// Answers kept at most; then all are forgotten, which a person does not notice.
const MOST: usize = 64;

/// Records a search by name gives at most.
const FOUND: usize = 8;

/// Commands of the history that are shown.
const COMMANDS: usize = 1_000;

/// Something a page wants to know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// What points to a record.
    Related(RecordId),
    /// The first records of a kind that fit words.
    Find(Kind, String),
    /// The leads that are ready to be converted.
    Ready,
    /// The accounts that may be the company of a lead.
    Accounts(Seeker),
    /// The contacts that may be the person, at an account or elsewhere.
    Contacts(Seeker, Option<RecordId>),
    /// What an account adds up to, and who works there.
    Account(Id<Account>),
    /// The board of a campaign.
    Board(Id<Campaign>),
    /// The pairs of records of which a person has to decide.
    Pairs,
    /// Who someone may be that is being typed, into a record that is there or a new one.
    Likely(Kind, Option<RecordId>, Typed),
    /// What was done in the workspace.
    History,
    /// To whom the rules of assignment would give leads; the open ones that nobody owns if none are named.
    Shares(Option<Arc<[Id<Lead>]>>),
}

/// By what the company and the person of a lead are looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seeker {
    name: String,
    company: String,
    tax_id: String,
    emails: Vec<String>,
    phones: Vec<(PhoneKind, String)>,
}

/// What was found out.
pub enum Answer {
    /// What points to a record.
    Related(Vec<Related>),
    /// Records, the oldest first.
    Records(Vec<RecordId>),
    /// Companies, each with its leads.
    Companies(Vec<(String, Vec<RecordId>)>),
    /// What an account adds up to, and who works there or did.
    Account(Box<report::AccountFigures>, Vec<RecordId>),
    /// The sheets of a board.
    Board(Box<Sheets>),
    /// Pairs, the surest first.
    Pairs(Vec<Waiting>),
    /// Records that may be meant by what is typed, the surest first.
    Likely(Vec<Candidate>),
    /// Commands, the newest first.
    History(Vec<Header>),
    /// Who gets what by the rules, and what nobody gets; or why the rules cannot say.
    Shares(Result<Vec<Shared>>),
}

/// What is known so far.
#[derive(Default)]
pub(super) struct Answers {
    answers: HashMap<Question, Known<Answer>>,
    dossiers: HashMap<RecordId, Known<Looked>>,
    /// What was asked about a record last.
    names: HashMap<RecordId, Names>,
    /// What the command that was tried last would change.
    preview: Option<(String, Known<Previewed>)>,
}

struct Known<T> {
    /// The newest revision for which it was asked.
    asked: u64,
    found: Option<Arc<T>>,
}

// A derive would ask the same of `T`.
impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { asked: 0, found: None }
    }
}

impl Answers {
    /// The last answer to a question.
    pub fn get(&self, question: &Question) -> Option<Arc<Answer>> {
        self.answers.get(question)?.found.clone()
    }

    /// What is known of a record.
    pub fn dossier(&self, record: RecordId) -> Option<Arc<Looked>> {
        self.dossiers.get(&record)?.found.clone()
    }

    /// Whether a question has to be asked.
    pub fn lacks(&self, question: &Question, revision: u64) -> bool {
        self.answers.get(question).is_none_or(|known| known.asked < revision)
    }

    /// Has a question asked again although the model has not moved.
    pub fn forget(&mut self, question: &Question) {
        if let Some(known) = self.answers.get_mut(question) {
            known.asked = 0;
        }
    }

    /// Whether a record has to be asked about: the model has moved on, or other things can be done with it.
    pub fn lacks_dossier(&self, record: RecordId, revision: u64, names: &Names) -> bool {
        let is_old = self.dossiers.get(&record).is_none_or(|known| known.asked < revision);
        is_old || self.names.get(&record) != Some(names)
    }

    /// What a command would change, as far as it was asked last; the command is known by how it is written.
    pub fn preview(&self, command: &str) -> Option<Arc<Previewed>> {
        let (_, known) = self.preview.as_ref().filter(|(of, _)| of == command)?;
        known.found.clone()
    }

    /// Whether a command has to be tried.
    pub fn lacks_preview(&self, command: &str, revision: u64) -> bool {
        let known = self.preview.as_ref().filter(|(of, _)| of == command);
        known.is_none_or(|(_, known)| known.asked < revision)
    }

    /// Notes that a command is tried. What came of the one before stays until the next is there.
    pub fn asked_preview(&mut self, command: String, revision: u64) {
        let found = self.preview.take().and_then(|(_, known)| known.found);
        self.preview = Some((command, Known { asked: revision, found }));
    }

    /// Takes what a command would change, unless another was tried since.
    pub fn take_preview(&mut self, command: &str, previewed: Previewed) {
        if let Some((_, known)) = self.preview.as_mut().filter(|(of, _)| of == command) {
            known.found = Some(Arc::new(previewed));
        }
    }

    /// Notes that a question was asked.
    pub fn asked(&mut self, question: &Question, revision: u64) {
        if self.answers.len() >= MOST {
            self.answers.clear();
        }
        self.answers.entry(question.clone()).or_default().asked = revision;
    }

    /// Notes that a record was asked about.
    pub fn asked_dossier(&mut self, record: RecordId, revision: u64, names: Names) {
        if self.dossiers.len() >= MOST {
            self.dossiers.clear();
            self.names.clear();
        }
        self.names.insert(record, names);
        self.dossiers.entry(record).or_default().asked = revision;
    }

    /// Takes an answer.
    pub fn take(&mut self, question: Question, answer: Answer) {
        self.answers.entry(question).or_default().found = Some(Arc::new(answer));
    }

    /// Takes what is known of a record.
    pub fn take_dossier(&mut self, dossier: Dossier, names: Names) {
        let known = self.dossiers.entry(dossier.record).or_default();
        known.found = Some(Arc::new(Looked { dossier, names }));
    }
}

/// What has to be asked of the writer about a record.
pub struct Look {
    /// The record.
    pub record: RecordId,
    /// Whether these would be done, each with the name of its action.
    pub asked: Vec<(&'static str, Command)>,
}

/// What a command would change, or why it would be refused.
pub(super) type Previewed = Result<Vec<Change>>;

/// The names of actions, in the order in which they were asked about.
pub(super) type Names = Vec<&'static str>;

/// What is known of a record, and of which of its actions.
pub(super) struct Looked {
    pub dossier: Dossier,
    names: Names,
}

impl Looked {
    /// Why an action would be refused, none if it would be done; nothing if that was not asked.
    pub fn verdict(&self, action: &str) -> Option<Option<&Error>> {
        let at = self.names.iter().position(|name| *name == action)?;
        self.dossier.verdicts.get(at).map(Option::as_ref)
    }
}

/// Works a question out beside the window.
pub(super) fn start(
    jobs: &Jobs<News>,
    (model, reader): (&Arc<Model>, Reader),
    viewer: Viewer,
    question: Question,
) {
    let model = Arc::clone(model);
    jobs.start("question", move |_| {
        let answer = answer(&model, &reader, &viewer, &question);
        News::Answered(question, Box::new(answer))
    });
}

fn answer(model: &Model, reader: &Reader, viewer: &Viewer, question: &Question) -> Result<Answer> {
    match question {
        Question::Related(record) => Ok(Answer::Related(query::related(model, *record))),
        Question::Find(kind, words) => find(model, viewer, *kind, words).map(Answer::Records),
        Question::Ready => Ok(Answer::Companies(ready(model))),
        Question::Accounts(seeker) => {
            Ok(Answer::Records(candidates::accounts(model, &seeker.lead())))
        }
        Question::Contacts(seeker, account) => {
            let account = account.and_then(Id::of);
            Ok(Answer::Records(candidates::contacts(model, &seeker.lead(), account)))
        }
        Question::Account(account) => {
            let figures = report::account(model, viewer, *account);
            let people = query::people_of(model, account.record()).collect();
            Ok(Answer::Account(Box::new(figures), people))
        }
        Question::Board(campaign) => board(model, viewer, *campaign),
        Question::Likely(kind, own, typed) => {
            let read = |records: &[RecordId]| {
                let rows = reader.rows(records.to_vec());
                rows.unwrap_or_else(|| Err(Error::other("writer-gone")))
            };
            typed::likely(model, (*kind, *own), typed, &read).map(Answer::Likely)
        }
        Question::Shares(leads) => {
            Ok(Answer::Shares(shares(model, reader, viewer, leads.as_deref())))
        }
        Question::Pairs => Ok(Answer::Pairs(query::review::waiting(model))),
        Question::History => {
            let viewer = *viewer;
            let read = move |store: &Store| engine::history(store, &viewer, COMMANDS);
            reader.ask(read).map(Answer::History)
        }
    }
}

/// Who gets which of those leads by the rules of assignment.
fn shares(
    model: &Model,
    reader: &Reader,
    viewer: &Viewer,
    leads: Option<&[Id<Lead>]>,
) -> Result<Vec<Shared>> {
    let read = |record: RecordId| {
        let rows = reader.rows(vec![record]).ok_or_else(|| Error::other("writer-gone"))?;
        Ok(rows?.pop().map(|(_, row)| row))
    };
    let all = if leads.is_none() { sharing::waiting(model) } else { Vec::new() };
    sharing::dry_run(model, (viewer.now, None), leads.unwrap_or(&all), &read)
}

impl Seeker {
    /// What a lead says of its company and person.
    pub fn of(lead: &Lead) -> Self {
        Self {
            name: lead.name.clone(),
            company: lead.company.clone(),
            tax_id: lead.tax_id.clone(),
            emails: lead.emails.iter().map(|mail| mail.address.clone()).collect(),
            phones: lead.phones.iter().map(|phone| (phone.kind, phone.e164.clone())).collect(),
        }
    }

    fn lead(&self) -> Lead {
        let mail = |address: &String| Email { address: address.clone(), ..Email::default() };
        let phone = |(kind, e164): &(PhoneKind, String)| Phone {
            kind: *kind,
            e164: e164.clone(),
            ..Phone::default()
        };
        Lead {
            name: self.name.clone(),
            company: self.company.clone(),
            tax_id: self.tax_id.clone(),
            emails: self.emails.iter().map(mail).collect(),
            phones: self.phones.iter().map(phone).collect(),
            ..Lead::default()
        }
    }
}

/// The rows of the leads that sales has qualified, or whose source needs no qualification.
pub(super) fn ready_rows(model: &Model) -> impl Iterator<Item = usize> {
    let leads = &model.leads;
    let is_ready = |row: &usize| {
        let stage = Stage::of_id(leads.text(Lead::stage, *row)).unwrap_or_default();
        let bypasses = BYPASS_SOURCES.contains(&leads.text(Lead::source, *row));
        stage == Stage::Sql || bypasses && stage.is_open()
    };
    leads.rows().filter(is_ready)
}

/// The leads that are ready, by company.
fn ready(model: &Model) -> Vec<(String, Vec<RecordId>)> {
    let leads = &model.leads;
    let mut companies: BTreeMap<String, (String, Vec<RecordId>)> = BTreeMap::new();
    for row in ready_rows(model) {
        let company = leads.text(Lead::company, row);
        let key = CompanyKey::of(company).core;
        let own = companies.entry(key).or_insert_with(|| (company.to_owned(), Vec::new()));
        own.1.extend(leads.id(row));
    }
    companies.into_values().collect()
}

/// What a campaign brought, and how far its leads came.
fn board(model: &Model, viewer: &Viewer, campaign: Id<Campaign>) -> Result<Answer> {
    let campaigns = [campaign];
    let question = report::Question {
        model,
        viewer,
        leads: None,
        campaigns: Some(&campaigns),
        from: None,
        to: None,
    };
    let sheet = |name: &str| match report::find(name) {
        Some(report) => (report.run)(&question),
        None => Err(Error::usage("unknown-report").with("report", name).with("known", "")),
    };
    let [funnel, hours, people, first_contact, reasons] =
        Table::ALL.map(|table| sheet(table.report()));
    let tables = [funnel?, hours?, people?, first_contact?, reasons?];
    Ok(Answer::Board(Box::new(Sheets { fair: sheet("fair_result")?, tables })))
}

fn find(model: &Model, viewer: &Viewer, kind: Kind, words: &str) -> Result<Vec<RecordId>> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let words: Vec<String> = words.split_whitespace().map(query::quoted).collect();
    let question =
        ListQuestion { filter: words.join(" "), limit: Some(FOUND), ..ListQuestion::all(kind) };
    Ok(query::list(model, viewer, &question, &read)?.ids)
}
