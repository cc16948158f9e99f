//! Importing files, and taking an import back.

use std::{
    io::IsTerminal as _,
    path::Path,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value as Json;

use super::{Output, Session, edit::said_undo, parameters::ImportArgs, returned};
use crate::{
    domain::{AssignmentRule, FoundSheet, Id},
    engine::{
        Begun, ImportJob, ImportOptions, ImportReport, OnMatch, Outcome, ReportedProblem, Request,
        batch_named,
    },
    error::{Error, Result},
    exchange::{self, Opened, Options, StageOptions},
    i18n::{self, Lang},
};

/// Imports files and prints a report of each. What comes back from a file that was handed out is
/// taken over.
pub fn import(session: &mut Session, args: &ImportArgs) -> Result<Output> {
    let options = options(session, args)?;
    let (mut texts, mut documents) = (Vec::new(), Vec::new());
    let mut before = Outcome::default();
    for file in &args.files {
        let mut opened = opened(file, &options)?;
        for (path, draft) in opened.take_returned() {
            let (document, text) = returned::take(session, &path, draft, args.dry_run)?;
            documents.push(document);
            texts.push(text);
        }
        for mut job in opened.staged(&session.folder, &options)? {
            // What was given for a try is in no record: later tables have to be told.
            if args.dry_run {
                job.give_on(&mut before);
            }
            before = run(session, job)?;
            let report = before.import.take().unwrap_or_default();
            let document = serde_json::to_value(&report);
            documents.push(document.map_err(|err| Error::other("cannot-print").because(err))?);
            texts.push(text(session, &report));
        }
    }
    if let Some(path) = &args.rejects {
        exchange::write_rejects(path, &args.files, &options)?;
    }
    let document = match documents.len() {
        1 => documents.remove(0),
        _ => Json::Array(documents),
    };
    Ok(Output::both(document, texts.join("\n\n")))
}

/// Takes an import back.
pub fn undo_import(session: &mut Session, batch: &str) -> Result<Output> {
    let (_, command) = batch_named(session.model(), batch)?;
    let outcome = session.request(Request::UndoCommand(command))?;
    said_undo(session, &outcome, "cli-undone")
}

/// Opens a file, which takes a while for kinds that are read as a whole.
fn opened(file: &Path, options: &StageOptions) -> Result<Opened> {
    let bar = progress_bar();
    let opened = exchange::open_path(file, &options.read);
    bar.finish_and_clear();
    opened
}

fn options(session: &Session, args: &ImportArgs) -> Result<StageOptions> {
    let named = |map: &String| exchange::named_map(session.model(), map);
    let wishes = args.map.as_ref().map(named).transpose()?.unwrap_or_default();
    Ok(StageOptions {
        read: Options {
            encoding: args.encoding.clone(),
            delimiter: args.delimiter.as_deref().map(delimiter).transpose()?,
            sheets: args.sheet.clone(),
            // Who only asks what would come of it may want to choose otherwise.
            counts_sheets: args.dry_run,
            header_row: args.header_row,
            ..Options::default()
        },
        wishes,
        import: ImportOptions {
            campaign: args.campaign.clone(),
            source: args.source.clone(),
            supplier: args.supplier.clone(),
            pool: args.pool.as_deref().map(|pool| session.id(pool)).transpose()?,
            owner: args.owner.as_deref().map(|owner| session.id(owner)).transpose()?,
            by_rules: args.assign.is_some(),
            rule: rule(session, args.assign.as_deref())?,
            on_match: on_match(&args.on_match),
            template: args.save_map.clone().unwrap_or_default(),
            handed_over_by: args.handed_over_by.clone().unwrap_or_default(),
            is_dry_run: args.dry_run,
            lang: session.lang,
            ..ImportOptions::default()
        },
        ..StageOptions::of(session.model(), session.lang)
    })
}

/// The one rule that is asked; none if all of them are.
fn rule(session: &Session, name: Option<&str>) -> Result<Option<Id<AssignmentRule>>> {
    name.filter(|name| !name.is_empty()).map(|name| session.id(name)).transpose()
}

fn delimiter(text: &str) -> Result<char> {
    let text = if text == "\\t" || text == "tab" { "\t" } else { text };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(delimiter), None) => Ok(delimiter),
        _ => Err(Error::usage("bad-delimiter").with("value", text)),
    }
}

fn on_match(word: &str) -> OnMatch {
    OnMatch::ALL.into_iter().find(|it| it.name() == word).unwrap_or_default()
}

fn run(session: &mut Session, job: ImportJob) -> Result<Outcome> {
    let started = Instant::now();
    let bar = progress_bar();
    let mut outcome = match session.crm.begin(session.actor, Request::Import(Box::new(job)))? {
        Begun::Done(outcome) => *outcome,
        Begun::Large(mut large) => {
            while session.crm.step(&mut large)? {
                bar.set_position(large.progress());
            }
            session.crm.finish(*large)?
        }
    };
    bar.finish_and_clear();
    if let Some(report) = &mut outcome.import {
        report.seconds = started.elapsed().as_secs_f64();
    }
    Ok(outcome)
}

fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(Duration::from_millis(100));
    match ProgressStyle::with_template("{spinner} {human_pos}  {per_sec}  {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn text(session: &Session, report: &ImportReport) -> String {
    let lang = session.lang;
    let args = [
        ("file", report.file.as_str().into()),
        ("rows", report.rows.into()),
        ("new", report.new.into()),
        ("updated", report.updated.into()),
        ("skipped", report.skipped.into()),
        ("rejected", report.rejected.into()),
        ("batch", report.batch.as_str().into()),
    ];
    let mut text = i18n::text_with(lang, "cli-imported", &args).into_owned();
    if let Some(before) = &report.imported_before {
        let args = [("date", before.as_str().into())];
        text.push_str(&format!("\n{}", i18n::text_with(lang, "cli-imported-before", &args)));
    }
    for given in &report.assigned {
        text.push_str(&format!("\n  {}", given.words(lang)));
    }
    for sheet in &report.layout.sheets {
        text.push_str(&sheet_line(lang, sheet));
    }
    let left_out = report.problem_count().saturating_sub(report.problems.len() as u64);
    if left_out > 0 {
        for count in &report.problem_counts {
            let reason = i18n::text(lang, &format!("problem-{}", count.code));
            text.push_str(&format!("\n  {} × {reason}", i18n::grouped(count.count)));
        }
    }
    for found in &report.problems {
        text.push_str(&said(lang, found));
    }
    text
}

/// A sheet on a line of its own: whether it was read, its rows, what it looks like.
fn sheet_line(lang: Lang, sheet: &FoundSheet) -> String {
    let mark = if sheet.is_read { '+' } else { '-' };
    format!("\n  {mark} {}: {}", sheet.name, exchange::sheet_words(sheet, lang))
}

/// A problem on a line of its own.
pub(super) fn said(lang: Lang, found: &ReportedProblem) -> String {
    let ReportedProblem { problem, reason } = found;
    let row = [("row", u64::from(problem.row).into())];
    let place = match problem.row {
        // It concerns the file as a whole.
        0 => String::new(),
        _ => i18n::text_with(lang, "cli-row", &row).into_owned(),
    };
    let words = [place.as_str(), problem.column.as_str(), problem.value.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    format!("\n  {}: {reason}", words.join(" "))
}
