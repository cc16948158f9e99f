//! How does it change? [`Crm::request`] is the only way in.

mod checkpoints;
mod columns;
mod command;
mod command_parts;
mod crm;
pub mod demo;
mod dossier;
mod edit;
mod env;
mod everyone;
mod give_back;
mod history;
mod import;
mod import_campaign;
mod import_card;
mod import_check;
mod import_make;
mod import_options;
mod import_people;
mod import_take;
mod kept_report;
mod large;
mod outcome;
mod published;
mod reader;
mod rights;
pub mod rules;
mod undo_stack;
mod writer;

pub use columns::ColumnBuild;
pub use command::*;
pub use command_parts::{ConversionValues, FoundPair, Target};
pub use crm::{Begun, Crm, Request};
pub use dossier::{Dossier, Event, Happening};
pub use edit::Edit;
pub use env::Env;
pub use history::history;
pub use import::{ImportJob, ImportStep, REOPEN, batch_named};
pub use import_card::StagedCard;
pub use import_check::{Fate, ImportCheck, LeadOf, Verdict, With};
pub use import_options::{ImportOptions, OnMatch};
pub use import_take::take_card;
pub use kept_report::{KeptColumn, KeptCount, KeptProblem, KeptReport, KeptUndo};
pub use large::{Large, Records};
pub use outcome::{
    Assigned, ImportReport, MappedColumn, Outcome, ProblemCount, ReportedProblem, UndoReport,
};
pub use published::Published;
pub use reader::Reader;
pub use rights::{Right, Scope, TABLE as RIGHTS};
pub use rules::exports::ExportNote;
pub use rules::returned::{CellChange, OUTCOME, RowChange};
pub use writer::Writer;
