//! The arguments: a contract that scripts rely on.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use clap_complete::Shell;

use super::parameters::{ConvertArgs, ExportArgs, ImportArgs, ListArgs, LogArgs, QualifyArgs};
use crate::{
    error::{Error, Result},
    exchange::CHILD_COMMAND,
    i18n::Lang,
};

/// Fairlead: name cards to orders, offline.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "fairlead", version, about, disable_help_subcommand = true)]
pub struct Args {
    /// The workspace folder; the platform's data folder if none is named.
    #[arg(long, global = true, env = "FAIRLEAD_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The language of texts and of the headers of exports: en, zh-TW or zh-CN.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Who acts: a user's login, name or id.
    #[arg(long = "as", global = true, value_name = "USER")]
    pub user: Option<String>,
    /// Prints one JSON document and nothing else on standard output.
    #[arg(long = "json", global = true)]
    pub is_json: bool,
    /// Writes a line for each frame, wake and job of the window.
    #[arg(long, global = true, value_name = "FILE")]
    pub trace: Option<PathBuf>,
    /// What to do; the window if there is none.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// The language asked for, else that of the system.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(Lang::of_system)
    }

    /// The workspace folder.
    ///
    /// # Errors
    /// `no-data-folder` if the platform names none and neither does the person.
    pub fn folder(&self) -> Result<PathBuf> {
        if let Some(folder) = &self.data {
            return Ok(folder.clone());
        }
        let known = directories::ProjectDirs::from("", "", "fairlead");
        let known = known.ok_or_else(|| Error::usage("no-data-folder"))?;
        Ok(known.data_dir().join("workspace"))
    }
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Imports files of name cards and prints the report.
    Import(ImportArgs),
    /// Takes an import back and prints what was reversed, kept and failed.
    UndoImport {
        /// The batch, as the report named it; the beginning is enough.
        batch: String,
    },
    /// Lists records.
    List(ListArgs),
    /// Shows one record.
    Show {
        /// The kind of record.
        kind: String,
        /// Its id, the beginning of it, or its name.
        id: String,
    },
    /// Shows what was changed in one record, by whom and when; without one, what was done in the workspace.
    History {
        /// The kind of record.
        #[arg(requires = "id")]
        kind: Option<String>,
        /// Its id, the beginning of it, or its name.
        id: Option<String>,
        /// How many of the newest commands at the most.
        #[arg(long, conflicts_with = "kind")]
        limit: Option<usize>,
    },
    /// Makes a record.
    New {
        /// The kind of record.
        kind: String,
        /// Fields: name=value.
        values: Vec<String>,
    },
    /// Changes fields of a record.
    Set {
        /// The kind of record.
        kind: String,
        /// Its id, the beginning of it, or its name.
        id: String,
        /// Fields: name=value; name= empties it.
        values: Vec<String>,
    },
    /// Puts records in the bin.
    Delete {
        /// The kind of record.
        kind: String,
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Logs an activity about a record.
    Log(LogArgs),
    /// Sets the dimensions of qualification, 0 to 3 each.
    Qualify(QualifyArgs),
    /// Moves a lead to a stage.
    Stage {
        /// The lead.
        id: String,
        /// unsorted, usable, mql, sql, nurturing or disqualified.
        stage: String,
        /// Why; overrides a gate where the role may.
        #[arg(long)]
        reason: Option<String>,
        /// The day a nurtured lead wakes up.
        #[arg(long)]
        wake: Option<NaiveDate>,
    },
    /// Gives leads to a user, a team or a pool; to whom the assignment rules say if nobody is named.
    Assign {
        /// Which leads.
        #[arg(long)]
        filter: String,
        /// A user, a pool, or a team (its members in turn).
        #[arg(long)]
        to: Option<String>,
        /// The one rule that is asked, instead of all.
        #[arg(long, conflicts_with = "to")]
        rule: Option<String>,
        /// Says who would get what, and changes nothing.
        #[arg(long)]
        preview: bool,
    },
    /// Takes leads from their pool.
    Claim {
        /// The leads.
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Gives leads back to the default pool.
    Return {
        /// The leads.
        #[arg(required = true)]
        ids: Vec<String>,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Turns leads into an account, contacts and an opportunity.
    Convert(ConvertArgs),
    /// Takes a conversion back.
    Unconvert {
        /// The lead.
        lead: String,
    },
    /// Lists pairs of records that may be the same, with the evidence.
    Duplicates {
        /// lead or contact; both if none is named.
        kind: Option<String>,
        /// The least score.
        #[arg(long, default_value_t = 70)]
        min: u8,
        /// Puts them where a person looks at them; `list pair` shows what waits there.
        #[arg(long)]
        queue: bool,
    },
    /// Remembers that two records are not the same.
    Apart {
        /// The kind of the records.
        kind: String,
        /// One of them.
        a: String,
        /// The other one; of another kind: `contact:ID`.
        b: String,
    },
    /// Makes several records one.
    Merge {
        /// The kind of record.
        kind: String,
        /// The record that stays.
        survivor: String,
        /// The records that become it; a lead becomes a contact as `lead:ID`.
        #[arg(required = true)]
        losers: Vec<String>,
        /// A field and the record whose value it takes: company=ID.
        #[arg(long, value_name = "FIELD=ID")]
        take: Vec<String>,
    },
    /// Says what sales thinks of a lead that was handed over.
    Respond {
        /// The lead.
        lead: String,
        /// accepted, not-accepted or not-reached.
        response: String,
        /// Why; needed for not-accepted.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Runs any command of the engine.
    Do {
        /// Lists the commands with their parameters.
        #[arg(long)]
        list: bool,
        /// The command.
        #[arg(required_unless_present = "list")]
        command: Option<String>,
        /// Its parameters, as a JSON object.
        json: Option<String>,
    },
    /// Prints a report; `report list` names them.
    Report {
        /// The report.
        name: String,
        /// Which leads, or which campaign.
        #[arg(long)]
        filter: Option<String>,
        /// The first day.
        #[arg(long)]
        from: Option<NaiveDate>,
        /// The day after the last.
        #[arg(long)]
        to: Option<NaiveDate>,
        /// Writes it into a file: csv.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Writes records into a file, by its ending: xlsx, csv, vcf or jsonl.
    Export(ExportArgs),
    /// Takes the last command back.
    Undo,
    /// Takes the last undo back.
    Redo,
    /// Writes the whole workspace into one verified file.
    Backup {
        /// The file.
        file: PathBuf,
    },
    /// Makes the workspace what a backup holds; the present one is kept beside it.
    Restore {
        /// The file.
        file: PathBuf,
    },
    /// Reads everything and says whether it is as it was written.
    Check {
        /// Prints what lies in memory, by part.
        #[arg(long)]
        memory: bool,
    },
    /// Fills an empty workspace with sample data.
    Demo {
        /// How many leads.
        #[arg(long, default_value_t = 400)]
        leads: usize,
        /// The same seed gives the same data.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Lists users, or makes and changes them.
    Users {
        /// What to do.
        #[command(subcommand)]
        action: Option<UserAction>,
    },
    /// Lists the fields that users made, or makes, changes and retires them.
    #[command(args_conflicts_with_subcommands = true)]
    Fields {
        /// Of which kind of record; of all if none is named.
        kind: Option<String>,
        /// What to do.
        #[command(subcommand)]
        action: Option<FieldAction>,
    },
    /// Shows the settings, or changes them.
    Settings {
        /// Fields: name=value.
        values: Vec<String>,
    },
    /// Reads a workbook from standard input for another process of this program.
    #[command(hide = true, name = CHILD_COMMAND)]
    ReadWorkbook {
        /// xls, xlsb or ods.
        kind: String,
        /// The bytes of memory it may take.
        memory: u64,
        /// The seconds of work it may take.
        seconds: u64,
    },
    /// Prints a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// What can be done with fields that users made.
#[derive(Debug, Subcommand)]
pub enum FieldAction {
    /// Makes a field.
    Add {
        /// The kind of record: lead, contact, account, opportunity or campaign.
        kind: String,
        /// The name: the word used in filters, columns and files.
        name: String,
        /// text, number, money, date, yes-no, picklist or multi-picklist.
        shape: String,
        /// The values of a picklist, in their order.
        #[arg(long, value_delimiter = ',')]
        choices: Vec<String>,
        /// What forms and headers call it in English.
        #[arg(long)]
        label_en: Option<String>,
        /// The same in Traditional Chinese.
        #[arg(long)]
        label_zh_tw: Option<String>,
        /// The same in Simplified Chinese.
        #[arg(long)]
        label_zh_cn: Option<String>,
    },
    /// Changes a field's name, labels or choices.
    Set {
        /// The kind of record.
        kind: String,
        /// The field's name.
        name: String,
        /// name=value, label_en=…, choices=a;b;c.
        values: Vec<String>,
    },
    /// Takes a field out of use; its values are kept.
    Retire {
        /// The kind of record.
        kind: String,
        /// The field's name.
        name: String,
    },
    /// Takes a retired field into use again, with its values.
    Restore {
        /// The kind of record.
        kind: String,
        /// The field's name.
        name: String,
    },
}

/// What can be done with users.
#[derive(Debug, Subcommand)]
pub enum UserAction {
    /// Makes a user.
    Add {
        /// The name.
        name: String,
        /// What the user does here.
        #[arg(long)]
        role: String,
        /// The short name for `--as`.
        #[arg(long)]
        login: Option<String>,
        /// The team.
        #[arg(long)]
        team: Option<String>,
    },
    /// Changes a user.
    Set {
        /// The user.
        user: String,
        /// Fields: name=value.
        values: Vec<String>,
    },
}
