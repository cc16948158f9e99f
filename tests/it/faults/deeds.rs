//! The commands that are tried while something goes wrong, and what they left in a workspace.

use std::{collections::BTreeMap, fs, io::Write as _, path::Path, time::Instant};

use fairlead::{
    domain::{
        Account, Campaign, Contact, DELETED_AT, Fields as _, Id, ImportBatch, Kind, Lead,
        Opportunity, RecordId, Row, Stage, Staged, User,
    },
    engine::{
        Begun, Command, Crm, Env, ImportJob, ImportOptions, ImportReport, OnMatch, Request,
        StagedCard,
    },
};
use serde_json::{Value as Json, json};

use super::{
    Dice,
    ledger::{BULK, Content, Deed, Ledger, PAIRS},
};

/// What is found wrong, in words.
type Verdict<T> = Result<T, String>;

/// Opens a workspace and compares it with what must be in it. Gives it, and the lines that say so.
pub fn open(folder: &Path, ledger: &Ledger) -> Verdict<(Crm, Vec<String>)> {
    let began = Instant::now();
    let mut crm = Crm::open(folder, Env::system()).map_err(|err| format!("not opened: {err:?}"))?;
    let open = format!("open {}", began.elapsed().as_micros());
    let found = content(&mut crm)?;
    let there = ledger.matching(&found).ok_or_else(|| lost(ledger, &found))?;
    history(&crm, ledger)?;
    let report = crm.store_mut().check().map_err(|err| format!("check: {err:?}"))?;
    if !report.is_sound {
        return Err(format!("not sound: {report:?}"));
    }
    let there: Vec<String> = there.iter().map(u64::to_string).collect();
    Ok((crm, vec![open, format!("found {}", there.join(" "))]))
}

fn lost(ledger: &Ledger, found: &Content) -> String {
    let flying: Vec<_> = ledger.in_flight.iter().map(|it| (it, ledger.entries[it].deed)).collect();
    format!("lost: expected {:?}\nfound {found:?}\nin flight {flying:?}", ledger.content)
}

/// Every acknowledged command is in the history with all the records it touched.
fn history(crm: &Crm, ledger: &Ledger) -> Verdict<()> {
    let store = crm.store();
    let failed = |err: fairlead::error::Error| format!("history: {err:?}");
    for sequence in ledger.entries.values().filter_map(|entry| entry.sequence) {
        let header = store.header(sequence).map_err(failed)?;
        let header = header.ok_or_else(|| format!("lost: the header of {sequence}"))?;
        let touched = store.touched(sequence).map_err(failed)?.filter(Result::is_ok).count();
        if touched as u64 != header.records {
            return Err(format!("half: {touched} of {} in {sequence}", header.records));
        }
    }
    let newest = store.headers().map_err(failed)?.next();
    let newest = newest.transpose().map_err(failed)?.map_or(0, |header| header.sequence);
    if newest > store.last_sequence() {
        return Err(format!("half: {newest} after {}", store.last_sequence()));
    }
    Ok(())
}

/// What is in a workspace; an error if anything in it is half done.
fn content(crm: &mut Crm) -> Verdict<Content> {
    let leads = live(crm, Kind::Lead)?;
    in_memory_as_on_disk(crm, &leads)?;
    let mut content = Content::default();
    let mut groups: BTreeMap<String, Vec<(RecordId, Lead)>> = BTreeMap::new();
    for (record, row) in leads {
        let lead = Lead::from_row(row);
        groups.entry(lead.company.clone()).or_default().push((record, lead));
    }
    for (company, leads) in groups {
        let (what, number) = company.split_once(' ').unwrap_or((&company, "0"));
        let number: u64 = number.parse().map_err(|_| format!("half: a lead of {company}"))?;
        match what {
            "begin" => begun(&leads, &mut content)?,
            "import" => drop(content.imports.insert(number, imported(crm, number, &leads)?)),
            "seed" => drop(content.seeds.insert(number, is_converted(crm, &leads[0])?)),
            other => return Err(format!("half: a lead of {other}")),
        }
    }
    companions(crm, &content)?;
    Ok(content)
}

fn live(crm: &mut Crm, kind: Kind) -> Verdict<BTreeMap<RecordId, Row>> {
    let failed = |err: fairlead::error::Error| format!("{}: {err:?}", kind.name());
    let entries = crm.store_mut().scan(kind).map_err(failed)?;
    let mut rows = BTreeMap::new();
    for entry in entries {
        let (record, stored) = entry.map_err(failed)?;
        if stored.row.get(DELETED_AT).is_empty() {
            rows.insert(record, stored.row);
        }
    }
    Ok(rows)
}

fn in_memory_as_on_disk(crm: &Crm, leads: &BTreeMap<RecordId, Row>) -> Verdict<()> {
    let columns = &crm.model().leads;
    if columns.len() != leads.len() {
        return Err(format!("{} leads in memory, {} on disk", columns.len(), leads.len()));
    }
    let resident: Vec<_> = Kind::Lead.fields().iter().filter(|it| it.spec.is_resident()).collect();
    for (number, (record, stored)) in leads.iter().enumerate() {
        let row = columns.find(record.uuid).ok_or_else(|| format!("not in memory: {record:?}"))?;
        // All are looked at over time, a part of them each time.
        let differs = resident
            .iter()
            .skip(number % 16)
            .step_by(16)
            .any(|field| columns.value(field.tag, row) != *stored.get(field.tag));
        if differs {
            return Err(format!("different in memory: {record:?}"));
        }
    }
    Ok(())
}

fn begun(leads: &[(RecordId, Lead)], content: &mut Content) -> Verdict<()> {
    if leads.len() != BULK + 2 * PAIRS {
        return Err(format!("half: {} of the first leads", leads.len()));
    }
    content.has_begun = true;
    let number = |text: &str| text.trim().parse().unwrap_or_default();
    content.bulk = number(&leads[0].1.hall);
    let mut pairs: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    for (_, lead) in leads {
        if number(&lead.hall) != content.bulk {
            return Err(format!("half: {} and {} in all", lead.hall, content.bulk));
        }
        if let Some(pair) = lead.name.strip_prefix("pair ") {
            let note = lead.notes.split(' ').next().unwrap_or_default();
            let numbers = [&lead.job_title, &lead.department, note].map(number);
            pairs.entry(pair.parse().unwrap()).or_default().extend(numbers);
        }
    }
    for (pair, numbers) in pairs {
        if numbers.len() != 6 || numbers.iter().any(|it| *it != numbers[0]) {
            return Err(format!("half: {numbers:?} in pair {pair}"));
        }
        content.pairs[pair] = numbers[0];
    }
    Ok(())
}

fn imported(crm: &Crm, number: u64, leads: &[(RecordId, Lead)]) -> Verdict<usize> {
    let rows = leads.len();
    let (campaign, batch) = (leads[0].1.campaign, leads[0].1.batch);
    let is_whole = |(_, lead): &(RecordId, Lead)| {
        lead.booth == rows.to_string() && lead.campaign == campaign && lead.batch == batch
    };
    let campaign: Option<&Campaign> = campaign.and_then(|id| crm.model().campaigns.get(id));
    let batch: Option<&ImportBatch> = batch.and_then(|id| crm.model().import_batches.get(id));
    let is_whole = leads.iter().all(is_whole)
        && campaign.is_some_and(|it| it.name == format!("fair {number}"))
        && batch.is_some_and(|it| it.rows == i64::try_from(rows).ok());
    if is_whole { Ok(rows) } else { Err(format!("half: {rows} leads of import {number}")) }
}

fn is_converted(crm: &Crm, (record, lead): &(RecordId, Lead)) -> Verdict<bool> {
    let model = crm.model();
    let account = lead.converted_account.map(Id::<Account>::record);
    let contact = lead.converted_contact.map(Id::<Contact>::record);
    let opportunity = lead.converted_opportunity.map(Id::<Opportunity>::record);
    let made = [account, contact, opportunity];
    let is_there = |record: &Option<RecordId>| record.is_some_and(|record| model.has(record));
    match lead.stage == Stage::Converted {
        true if made.iter().all(is_there) => Ok(true),
        false if made.iter().all(Option::is_none) => Ok(false),
        _ => Err(format!("half: the conversion of {record:?}")),
    }
}

/// What came with imports and conversions is there as often as they are.
fn companions(crm: &mut Crm, content: &Content) -> Verdict<()> {
    let converted = content.seeds.values().filter(|is_converted| **is_converted).count();
    let batches = content.imports.len() + usize::from(content.has_begun);
    let expected = [
        (Kind::Account, converted),
        (Kind::Contact, converted),
        (Kind::Opportunity, converted),
        (Kind::Campaign, batches),
        (Kind::ImportBatch, batches),
    ];
    for (kind, count) in expected {
        let found = live(crm, kind)?.len();
        if found != count {
            return Err(format!("half: {found} of {count} of the kind {}", kind.name()));
        }
    }
    Ok(())
}

/// Someone who works in a workspace and writes everything down.
pub struct Worker {
    pub crm: Crm,
    pub ledger: Ledger,
    pub dice: Dice,
    book: fs::File,
    actor: Option<Id<User>>,
    leads: Vec<RecordId>,
}

impl Worker {
    /// Opens the workspace in `ws`, beside its `ledger`; panics if anything is wrong in it.
    pub fn start(place: &Path, dice: Dice) -> Self {
        let path = place.join("ledger");
        let ledger = Ledger::read(&path);
        let book = fs::File::options().create(true).append(true).open(&path).unwrap();
        let (crm, lines) = open(&place.join("ws"), &ledger).unwrap();
        let actor = crm.only_user();
        let mut worker = Self { crm, ledger, dice, book, actor, leads: Vec::new() };
        for line in lines {
            worker.write(&line);
        }
        worker
    }

    fn write(&mut self, line: &str) {
        self.book.write_all(format!("{line}\n").as_bytes()).unwrap();
        self.ledger.note(line);
    }

    /// Does something.
    pub fn act(&mut self) {
        let deed = self.choose();
        self.perform(deed);
    }

    fn choose(&mut self) -> Deed {
        if !self.ledger.content.has_begun {
            return Deed::Begin;
        }
        let (imports, seeds) = (&self.ledger.content.imports, &self.ledger.content.seeds);
        let import = imports.keys().find(|it| self.sequence(**it).is_some()).copied();
        let seed = seeds.iter().find(|(_, is_converted)| !**is_converted).map(|(it, _)| *it);
        match self.dice.below(20) {
            0 | 1 => Deed::Bulk,
            2 | 3 if imports.len() < 3 => Deed::Import(1_001 + self.dice.below(60) as usize),
            4 | 5 => import.map_or(Deed::Seed, Deed::TakeBack),
            6..=8 => self.last_edit().map_or(Deed::Seed, Deed::Undo),
            9 | 10 => Deed::Seed,
            11..=13 => seed.map_or(Deed::Seed, Deed::Convert),
            _ => Deed::Pair(self.dice.below(PAIRS as u64) as usize),
        }
    }

    fn sequence(&self, number: u64) -> Option<u64> {
        self.ledger.entries.get(&number)?.sequence
    }

    /// The newest edit that still holds.
    fn last_edit(&self) -> Option<u64> {
        let content = &self.ledger.content;
        let holds = content.pairs.iter().chain([&content.bulk]).copied();
        holds.filter(|number| self.sequence(*number).is_some()).max()
    }

    /// Does a deed and writes it down.
    pub fn perform(&mut self, deed: Deed) {
        let number = self.ledger.next();
        let request = self.request(number, deed);
        self.write(&format!("try {number} {deed}"));
        match self.crm.begin(self.actor, request).unwrap() {
            Begun::Done(outcome) => {
                self.write(&format!("ack {number} {}", outcome.sequence.unwrap()));
            }
            Begun::Large(mut large) => {
                while self.crm.step(&mut large).unwrap() {
                    // What is saved can be taken back, but no longer dropped.
                    if deed != Deed::Begin && !large.is_saved() && self.dice.one_in(12) {
                        self.crm.abort(&mut large);
                        return self.write(&format!("drop {number}"));
                    }
                    if deed != Deed::Begin && self.dice.one_in(2) {
                        let pair = self.dice.below(PAIRS as u64) as usize;
                        self.perform(Deed::Pair(pair));
                    }
                }
                let outcome = self.crm.finish(*large).unwrap();
                self.write(&format!("ack {number} {}", outcome.sequence.unwrap()));
            }
        }
    }

    fn request(&mut self, number: u64, deed: Deed) -> Request {
        match deed {
            Deed::Begin => import(number, first_leads()),
            Deed::Import(rows) => import(number, leads_of(number, rows)),
            Deed::Pair(pair) => {
                let name = format!("pair {pair}");
                // A long text lies in a file of its own.
                let note = format!("{number} ").repeat(if self.dice.one_in(4) { 900 } else { 1 });
                let values = json!({"job_title": number.to_string(), "department": number.to_string(), "notes": note});
                self.set(&values, |lead| lead == name)
            }
            Deed::Bulk => self.set(&json!({"hall": number.to_string()}), |_| true),
            Deed::TakeBack(number) | Deed::Undo(number) => {
                Request::UndoCommand(self.sequence(number).unwrap())
            }
            Deed::Seed => run(
                "create",
                json!({"kind": "lead", "values": {"name": "王小明", "company": format!("seed {number}"), "source": "sales_sourced"}}),
            ),
            Deed::Convert(seed) => {
                let columns = &self.crm.model().leads;
                let company = format!("seed {seed}");
                let row = columns.rows().find(|row| columns.text(Lead::company, *row) == company);
                let lead = columns.id(row.unwrap()).unwrap();
                run("convert", json!({"leads": [lead.uuid]}))
            }
        }
    }

    /// Sets fields of those of the first leads whose name fits.
    fn set(&mut self, values: &Json, fits: impl Fn(&str) -> bool) -> Request {
        let columns = &self.crm.model().leads;
        if self.leads.is_empty() {
            let rows = columns.rows().filter(|row| columns.text(Lead::company, *row) == "begin");
            self.leads = rows.filter_map(|row| columns.id(row)).collect();
        }
        let name = |record: &RecordId| columns.text(Lead::name, columns.find(record.uuid).unwrap());
        let ids = self.leads.iter().filter(|record| fits(name(record))).map(|record| record.uuid);
        run("set", json!({"kind": "lead", "ids": ids.collect::<Vec<_>>(), "values": values}))
    }
}

fn run(name: &str, json: Json) -> Request {
    Request::Run(Command::from_json(name, json).unwrap())
}

fn import(number: u64, leads: Vec<Lead>) -> Request {
    let options = ImportOptions {
        campaign: Some(format!("fair {number}")),
        on_match: OnMatch::New,
        ..ImportOptions::default()
    };
    let rows = leads.into_iter().enumerate();
    let rows = rows.map(|(row, lead)| {
        let lead = Box::new(lead);
        StagedCard::of(Staged { row: row as u32 + 1, lead, ..Staged::default() })
    });
    let report = ImportReport { file: format!("fair {number}.csv"), ..ImportReport::default() };
    Request::Import(Box::new(ImportJob::new(options, Box::new(rows), report)))
}

fn leads_of(number: u64, rows: usize) -> Vec<Lead> {
    let lead = |row| Lead {
        name: format!("guest {row}"),
        company: format!("import {number}"),
        booth: rows.to_string(),
        ..Lead::default()
    };
    (0..rows).map(lead).collect()
}

fn first_leads() -> Vec<Lead> {
    let lead = |name: String| Lead { name, company: "begin".to_owned(), ..Lead::default() };
    let pairs = (0..2 * PAIRS).map(|it| lead(format!("pair {}", it / 2)));
    pairs.chain((0..BULK).map(|it| lead(format!("bulk {it}")))).collect()
}
