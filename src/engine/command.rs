//! Everything a person can do to the data. One command is one transaction, one undo step and one
//! entry in the history. What a command entails lies in `rules/`, one file a noun.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::{ConversionValues, Edit, FoundPair, Right, RowChange, Target, rules};
use crate::{
    domain::{
        Account, ActivityKind, ActivityOutcome, AssignmentRule, Campaign, Contact, CustomShape, Id,
        Kind, Lead, Money, Opportunity, Order, Pool, ProductLine, RecordId, Response, Signal,
        Stage, Timestamp, User,
    },
    error::{Error, Result},
    model::Model,
};

/// What is known of a command, for `do --list` and for scripts.
#[derive(Debug)]
pub struct CommandInfo {
    /// The name.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// The right it needs.
    pub right: Right,
    /// Whether it is a step of undo; else it only stands in the history.
    pub is_undoable: bool,
    /// Its parameters: name and type.
    pub parameters: &'static [(&'static str, &'static str)],
}

/// Whether a command is a step of undo: all are but those that are `lasting`.
macro_rules! is_undoable {
    () => {
        true
    };
    (lasting) => {
        false
    };
}

macro_rules! commands {
    ($(
        $(#[doc = $doc:literal])*
        $name:literal $Command:ident needs $Right:ident $($lasting:ident)? {
            $( $(#[$parameter_meta:meta])* $parameter:ident: $Type:ty, )*
        } => $rule:path,
    )*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, Deserialize)]
            #[serde(deny_unknown_fields)]
            #[expect(missing_docs, reason = "the parameters are named after the fields they set")]
            pub struct $Command { $( $(#[$parameter_meta])* pub $parameter: $Type, )* }

            impl From<$Command> for Command {
                fn from(command: $Command) -> Self {
                    Self::$Command(command)
                }
            }
        )*

        /// Everything a person can do to the data.
        #[derive(Clone, Debug)]
        pub enum Command {
            $( $(#[doc = $doc])* $Command($Command), )*
        }

        /// Every command, in the order of the job.
        pub const COMMANDS: &[CommandInfo] = &[$( CommandInfo {
            name: $name,
            about: concat!($($doc),*),
            right: Right::$Right,
            is_undoable: is_undoable!($($lasting)?),
            parameters: &[$( (stringify!($parameter), stringify!($Type)), )*],
        }, )*];

        impl Command {
            /// The name, as `do --list` prints it.
            pub const fn name(&self) -> &'static str {
                match self {
                    $( Self::$Command(_) => $name, )*
                }
            }

            /// The right the command needs.
            pub const fn right(&self) -> Right {
                match self {
                    $( Self::$Command(_) => Right::$Right, )*
                }
            }

            /// Whether the command is a step of undo.
            pub(super) const fn is_undoable(&self) -> bool {
                match self {
                    $( Self::$Command(_) => is_undoable!($($lasting)?), )*
                }
            }

            /// The command of a name with its parameters as JSON.
            ///
            /// # Errors
            /// `unknown-command`, or `bad-parameters` with what is wrong.
            pub fn from_json(name: &str, json: Json) -> Result<Self> {
                let bad = |err: serde_json::Error| {
                    Error::usage("bad-parameters").with("command", name).because(err)
                };
                match name {
                    $( $name => serde_json::from_value(json).map(Self::$Command).map_err(bad), )*
                    _ => Err(Error::usage("unknown-command").with("command", name)),
                }
            }

            pub(super) fn apply(&self, edit: &mut Edit<'_>) -> Result<()> {
                match self {
                    $( Self::$Command(command) => $rule(edit, command), )*
                }
            }
        }
    };
}

commands! {
    /// Makes a record of any kind.
    "create" Create needs EditActivities { kind: Kind, values: Map<String, Json>, } => rules::records::create,
    /// Changes fields of records: serves the form, the bulk edit and the drag on a board.
    "set" Set needs EditActivities { kind: Kind, ids: Vec<uuid::Uuid>, values: Map<String, Json>, } => rules::records::set,
    /// Puts records in the bin.
    "delete" Delete needs Delete { records: Vec<RecordId>, } => rules::records::delete,
    /// Takes records out of the bin.
    "restore" Restore needs Delete { records: Vec<RecordId>, } => rules::records::restore,

    /// Sets dimensions of qualification, 0 to 3 each, with their evidence.
    "qualify" Qualify needs EditLeads {
        lead: Id<Lead>,
        background: Option<u8>,
        requirement: Option<u8>,
        potential: Option<u8>,
        possibility: Option<u8>,
        note: Option<String>,
    } => rules::qualification::qualify,
    /// Moves leads to a stage. A reason overrides a gate where the role may.
    "stage" SetStage needs EditLeads {
        leads: Vec<Id<Lead>>,
        to: Stage,
        reason: Option<String>,
        wake: Option<NaiveDate>,
    } => rules::stage::set_stage,

    /// Takes leads from their pool.
    "claim" Claim needs Claim { leads: Vec<Id<Lead>>, } => rules::pool::claim,
    /// Gives leads back to a pool; without one, to the default pool.
    "return" Return needs EditLeads {
        leads: Vec<Id<Lead>>,
        reason: String,
        pool: Option<Id<Pool>>,
    } => rules::pool::give_back,
    /// Gives leads to a user or moves them to a pool.
    "assign" Assign needs Assign {
        leads: Vec<Id<Lead>>,
        to: Option<Id<User>>,
        pool: Option<Id<Pool>>,
        reason: Option<String>,
    } => rules::pool::assign,
    /// Gives leads to whom the assignment rules say, or to whom one of them says.
    "assign_by_rules" AssignByRules needs Assign {
        leads: Vec<Id<Lead>>,
        rule: Option<Id<AssignmentRule>>,
    } => rules::sharing::assign,
    /// Says what sales thinks of a lead that was handed over.
    "respond" Respond needs Respond {
        lead: Id<Lead>,
        response: Response,
        reason: Option<String>,
    } => rules::pool::respond,

    /// Logs an activity about records.
    "log" Log needs EditActivities {
        about: Vec<RecordId>,
        kind: ActivityKind,
        outcome: Option<ActivityOutcome>,
        signal: Option<crate::domain::Pick<Signal>>,
        text: Option<String>,
        next_step: Option<String>,
        at: Option<Timestamp>,
        due: Option<Timestamp>,
        assignee: Option<Id<User>>,
    } => rules::activities::log,
    /// Makes leads members of a campaign, or changes their status in it.
    "add_to_campaign" AddToCampaign needs EditLeads {
        campaign: Id<Campaign>,
        leads: Vec<Id<Lead>>,
        status: Option<String>,
    } => rules::campaigns::add,

    /// Turns leads of one company into an account, contacts and an opportunity. Values that are named hold in
    /// any case; else what is empty is filled.
    "convert" Convert needs Convert {
        leads: Vec<Id<Lead>>,
        #[serde(default)] account: Target<Account>,
        #[serde(default)] contact: Target<Contact>,
        #[serde(default)] opportunity: Target<Opportunity>,
        owner: Option<Id<User>>,
        reason: Option<String>,
        #[serde(default)] values: Box<ConversionValues>,
    } => rules::conversion::convert,
    /// Takes a conversion back, while nothing depends on its results.
    "unconvert" Unconvert needs Convert { lead: Id<Lead>, } => rules::conversion::unconvert,
    /// Moves an opportunity to a stage of its pipeline.
    "advance" Advance needs EditDeals {
        opportunity: Id<Opportunity>,
        stage: String,
        reason: Option<String>,
        competitor: Option<String>,
    } => rules::deals::advance,
    /// Sends the lead of an opportunity back to nurturing until a day; an opportunity that is open is lost for the
    /// reason.
    "nurture" Nurture needs EditDeals {
        opportunity: Id<Opportunity>,
        wake: NaiveDate,
        reason: Option<String>,
        competitor: Option<String>,
    } => rules::deals::nurture,
    /// Writes an order.
    "place_order" PlaceOrder needs EditDeals {
        opportunity: Option<Id<Opportunity>>,
        account: Option<Id<Account>>,
        amount: Option<Money>,
        #[serde(default, deserialize_with = "rules::orders::lines_from_json")] lines: Vec<ProductLine>,
        discount: Option<Decimal>,
        ordered_on: Option<NaiveDate>,
        special_requirements: Option<String>,
        campaign: Option<Id<Campaign>>,
    } => rules::orders::place,
    /// Confirms an order, or submits it where a discount needs approval.
    "confirm_order" ConfirmOrder needs EditDeals { order: Id<Order>, } => rules::orders::confirm,
    /// Approves or rejects an order whose discount is over the limit.
    "approve_order" ApproveOrder needs ApproveDiscounts {
        order: Id<Order>,
        approve: bool,
        reason: Option<String>,
    } => rules::orders::approve,
    /// Cancels an order.
    "cancel_order" CancelOrder needs EditDeals { order: Id<Order>, reason: String, } => rules::orders::cancel,

    /// Takes over what was changed in a file that was handed out and has come back.
    "take_changes" TakeChanges needs EditActivities { kind: Kind, rows: Vec<RowChange>, } => rules::returned::take,
    /// Makes several records of the same person or company one.
    "merge" Merge needs Merge {
        survivor: RecordId,
        losers: Vec<RecordId>,
        #[serde(default)] take: BTreeMap<String, uuid::Uuid>,
    } => rules::merge::merge,
    /// Remembers that two records are not the same.
    "tell_apart" TellApart needs Merge { a: RecordId, b: RecordId, } => rules::pairs::tell_apart,
    /// Puts pairs of records that may be the same where a person looks at them.
    "note_pairs" NotePairs needs Merge { pairs: Vec<FoundPair>, } => rules::pairs::note,

    /// Makes a field of records of a kind; a picklist has choices. It is changed by *set* and retired by *delete*.
    "add_field" AddField needs Administer {
        kind: Kind,
        name: String,
        shape: CustomShape,
        #[serde(default)] choices: Vec<String>,
        label_en: Option<String>,
        label_zh_tw: Option<String>,
        label_zh_cn: Option<String>,
    } => rules::custom_fields::add,
    /// Says in which language the workspace begins: its pools, as far as nobody has named them, are called so.
    "begin_in" BeginIn needs Administer lasting { language: String, } => rules::set_up::begin_in,
    /// Sends a field of leads to a field of what they become: an empty one is nowhere, none where it goes by itself.
    "map_field" MapField needs Administer { from: String, kind: Kind, to: Option<String>, } => rules::conversion_map::map,
    /// Notes that records were written into a file: of which kind, how many, in which format, and by which filter
    /// they were found or that they were picked one by one.
    "note_export" NoteExport needs Export lasting {
        kind: Kind,
        records: u64,
        format: String,
        #[serde(default)] filter: String,
        #[serde(default)] picked: bool,
    } => rules::exports::note,
}

/// Records a small command may touch; more run in slices.
pub const LARGE: usize = 1_000;

/// Records in a slice: a small command waits for no longer than that.
pub(super) const SLICE: usize = 500;

impl Command {
    /// The same command with its records in the order in which they are to be taken.
    pub(super) fn arranged(mut self, model: &Model, now: Timestamp) -> Self {
        if let Self::AssignByRules(it) = &mut self {
            it.leads = rules::sharing::first_served(model, &it.leads, now);
        }
        self
    }

    /// The command cut into commands of at most [`SLICE`] records; none if it is small.
    pub(super) fn slices(&self) -> Option<Vec<Self>> {
        fn cut<T: Clone, C: Clone + Into<Command>>(
            command: &C,
            items: impl Fn(&mut C) -> &mut Vec<T>,
        ) -> Option<Vec<Command>> {
            let mut rest = command.clone();
            let all = std::mem::take(items(&mut rest));
            (all.len() > LARGE).then(|| {
                let pieces = all.chunks(SLICE).map(|piece| {
                    let mut command = rest.clone();
                    *items(&mut command) = piece.to_vec();
                    command.into()
                });
                pieces.collect()
            })
        }
        match self {
            Self::Set(it) => cut(it, |it| &mut it.ids),
            Self::Delete(it) => cut(it, |it| &mut it.records),
            Self::Restore(it) => cut(it, |it| &mut it.records),
            Self::SetStage(it) => cut(it, |it| &mut it.leads),
            Self::Return(it) => cut(it, |it| &mut it.leads),
            Self::Assign(it) => cut(it, |it| &mut it.leads),
            Self::AssignByRules(it) => cut(it, |it| &mut it.leads),
            Self::AddToCampaign(it) => cut(it, |it| &mut it.leads),
            Self::TakeChanges(it) => cut(it, |it| &mut it.rows),
            Self::NotePairs(it) => cut(it, |it| &mut it.pairs),
            _ => None,
        }
    }

    /// The records that a command of those that are cut changes.
    pub(super) fn targets(&self) -> Vec<RecordId> {
        let of_leads = |leads: &[Id<Lead>]| leads.iter().map(|lead| lead.record()).collect();
        match self {
            Self::Set(it) => {
                it.ids.iter().map(|uuid| RecordId { kind: it.kind, uuid: *uuid }).collect()
            }
            Self::Delete(it) => it.records.clone(),
            Self::Restore(it) => it.records.clone(),
            Self::SetStage(it) => of_leads(&it.leads),
            Self::Return(it) => of_leads(&it.leads),
            Self::Assign(it) => of_leads(&it.leads),
            Self::AssignByRules(it) => of_leads(&it.leads),
            Self::AddToCampaign(it) => of_leads(&it.leads),
            _ => Vec::new(),
        }
    }
}
