//! How is it scripted? The same commands as the window, for scripts, tests and rescue.

mod args;
mod convert;
mod edit;
mod export;
mod fields;
mod history;
mod import;
mod lead;
mod list;
mod output;
mod pairs;
mod parameters;
mod progress;
mod report;
mod returned;
mod safety;
mod session;
mod team;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

pub use args::{Args, Command};
use output::{Output, fail};
use session::Session;

use crate::{
    error::Result,
    exchange::{ChildLimits, read_workbook},
    i18n::Lang,
};

/// What the arguments ask for.
pub enum Asked {
    /// A command that is done, with its exit status.
    Done(ExitCode),
    /// The window.
    Window(Box<Args>),
}

/// Reads the arguments of the program and does what they ask, but for the window.
pub fn start() -> Asked {
    let mut args = match Args::try_parse() {
        Ok(args) => args,
        Err(err) => {
            // Help and version are no errors; clap knows where each goes and with which status.
            err.exit();
        }
    };
    let Some(command) = args.command.take() else { return Asked::Window(Box::new(args)) };
    if let Command::ReadWorkbook { kind, memory, seconds } = command {
        return Asked::Done(read_workbook(&kind, ChildLimits { memory, seconds }));
    }
    let lang = args.lang();
    let is_json = args.is_json;
    let status = match run(&args, command, lang).and_then(|output| output.print(is_json)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => fail(&err, lang, is_json),
    };
    Asked::Done(status)
}

/// Says that a window cannot be had, and what can be done without.
pub fn without_window(args: &Args, err: &crate::error::Error) -> ExitCode {
    fail(err, args.lang(), args.is_json)
}

fn run(args: &Args, command: Command, lang: Lang) -> Result<Output> {
    match command {
        Command::Completions { shell } => {
            let mut buffer = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "fairlead", &mut buffer);
            Ok(Output::text(String::from_utf8_lossy(&buffer).into_owned()))
        }
        Command::Do { list: true, .. } => Ok(edit::commands(lang)),
        Command::Report { name, .. } if name == "list" => Ok(report::list(lang)),
        Command::Restore { file } => safety::restore(&args.folder()?, &file, lang),
        command => {
            let mut session = Session::open(args, lang)?;
            let remarks = session.remarks();
            let result = in_session(&mut session, command);
            // What failed is told first; closing is tried all the same.
            let closed = session.close();
            let output = result?;
            closed?;
            Ok(output.with_remarks(remarks))
        }
    }
}

fn in_session(session: &mut Session, command: Command) -> Result<Output> {
    match command {
        Command::Import(args) => import::import(session, &args),
        Command::UndoImport { batch } => import::undo_import(session, &batch),
        Command::List(args) => list::list(session, &args),
        Command::Show { kind, id } => list::show(session, &kind, &id),
        Command::History { kind, id, limit } => {
            history::history(session, kind.as_deref().zip(id.as_deref()), limit)
        }
        Command::New { kind, values } => edit::create(session, &kind, &values),
        Command::Set { kind, id, values } => edit::set(session, &kind, &id, &values),
        Command::Delete { kind, ids } => edit::delete(session, &kind, &ids),
        Command::Do { command, json, .. } => edit::run(session, command, json),
        Command::Undo => edit::undo(session),
        Command::Redo => edit::redo(session),
        Command::Log(args) => lead::log(session, &args),
        Command::Qualify(args) => lead::qualify(session, &args),
        Command::Stage { id, stage, reason, wake } => {
            lead::stage(session, &id, &stage, reason, wake)
        }
        Command::Respond { lead, response, reason } => {
            lead::respond(session, &lead, &response, reason)
        }
        Command::Assign { filter, to: Some(to), rule: _, preview } => {
            team::assign(session, &filter, &to, preview)
        }
        Command::Assign { filter, to: None, rule, preview } => {
            team::assign_by_rules(session, &filter, rule.as_deref(), preview)
        }
        Command::Claim { ids } => team::claim(session, &ids),
        Command::Return { ids, reason } => team::give_back(session, &ids, &reason),
        Command::Fields { kind, action } => fields::fields(session, kind.as_deref(), action),
        Command::Users { action } => team::users(session, action),
        Command::Convert(args) => convert::convert(session, &args),
        Command::Unconvert { lead } => convert::unconvert(session, &lead),
        Command::Merge { kind, survivor, losers, take } => {
            pairs::merge(session, &kind, (&survivor, &losers), &take)
        }
        Command::Duplicates { kind, min, queue } => {
            pairs::duplicates(session, kind.as_deref(), min, queue)
        }
        Command::Apart { kind, a, b } => pairs::apart(session, &kind, &a, &b),
        Command::Report { name, filter, from, to, out } => {
            report::report(session, &report::Asked { name, filter, from, to, out })
        }
        Command::Export(args) => export::export(session, &args),
        Command::Backup { file } => safety::backup(session, &file),
        Command::Check { memory } => safety::check(session, memory),
        Command::Demo { leads, seed } => safety::demo(session, leads, seed),
        Command::Settings { values } => edit::settings(session, &values),
        Command::Completions { .. } | Command::Restore { .. } | Command::ReadWorkbook { .. } => {
            Ok(Output::none())
        }
    }
}
