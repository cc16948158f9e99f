//! An opportunity: a deal in progress; and the pipelines it runs through.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Account, Campaign, Contact, DecisionRole, Id, Lead, Money, Pick, Response, TeamMember,
    Timestamp, User,
    choice::choice,
    field,
    picklists::LostReason,
    record::{part, record},
};

choice! {
    /// Which line of a forecast a deal counts under.
    pub enum ForecastCategory "forecast_category" {
        /// Somewhere in the pipeline.
        Pipeline "pipeline",
        /// If all goes well.
        BestCase "best_case",
        /// Promised.
        Commit "commit",
        /// Left out of the forecast.
        Omitted "omitted",
    }
}

choice! {
    /// Whether a deal is decided.
    pub enum Outcome "outcome" {
        /// Not decided.
        Open "open",
        /// Won.
        Won "won",
        /// Lost.
        Lost "lost",
    }
}

part! {
    /// A contact's part in a deal.
    pub struct Party {
        1: contact: Option<Id<Contact>> => field(),
        2: decision_role: Option<DecisionRole> => field(),
    }
}

part! {
    /// Time a deal spent in a stage.
    pub struct StageEntry {
        1: stage: String => field(),
        2: entered_at: Option<Timestamp> => field(),
        3: left_at: Option<Timestamp> => field(),
        4: by: Option<Id<User>> => field(),
    }
}

part! {
    /// A line of a deal or an order.
    pub struct ProductLine {
        1: product: String => field(),
        2: quantity: Option<Decimal> => field(),
        3: list_price: Option<Decimal> => field(),
        4: unit_price: Option<Decimal> => field(),
        5: discount: Option<Decimal> => field(),
    }
}

record! {
    /// A deal in progress.
    pub struct Opportunity {
        1: name: String => field().required().searched().listed().resident(),
        2: account: Option<Id<Account>> => field().required().listed().resident(),
        3: contacts: Vec<Party> => field().resident(),
        4: campaign: Option<Id<Campaign>> => field().listed().resident(),
        5: pipeline: String => field().resident(),
        6: stage: String => field().listed().resident().ruled(),
        7: stage_history: Vec<StageEntry> => field().ruled(),
        8: amount: Option<Money> => field().listed().resident(),
        9: probability: Option<i64> => field().listed().resident(),
        10: probability_overridden: bool => field(),
        11: closes_on: Option<NaiveDate> => field().listed().resident(),
        12: forecast_category: ForecastCategory => field().resident(),
        13: lines: Vec<ProductLine> => field(),
        14: competitors: Vec<String> => field(),
        15: next_step: String => field(),
        16: owner: Option<Id<User>> => field().listed().resident().ruled(),
        17: team: Vec<TeamMember> => field(),
        18: lead: Option<Id<Lead>> => field().resident().ruled(),
        19: response: Option<Response> => field().resident().ruled(),
        20: lost_reason: Pick<LostReason> => field().resident(),
        21: lost_competitor: String => field(),
        22: lost_in: String => field(),
        23: outcome: Outcome => field().listed().resident().ruled(),
        24: closed_at: Option<Timestamp> => field().resident().ruled(),
        25: notes: String => field().multiline(),
    }
}

/// A stage of a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PipelineStage {
    /// The stable id; its label is the text `pipeline_stage-<id>`.
    pub id: &'static str,
    /// The chance of winning while it stands here, in per cent.
    pub probability: i64,
    /// What being here means for the deal.
    pub outcome: Outcome,
}

/// A way a deal may go.
#[derive(Clone, Copy, Debug)]
pub struct Pipeline {
    /// The stable id; its label is the text `pipeline-<id>`.
    pub id: &'static str,
    /// Its stages, in their order; the first is where a deal begins.
    pub stages: &'static [PipelineStage],
}

const fn stage(id: &'static str, probability: i64) -> PipelineStage {
    PipelineStage { id, probability, outcome: Outcome::Open }
}

const WON: PipelineStage = PipelineStage { id: "won", probability: 100, outcome: Outcome::Won };
const LOST: PipelineStage = PipelineStage { id: "lost", probability: 0, outcome: Outcome::Lost };

/// The shipped pipelines; the first is the default.
pub const PIPELINES: &[Pipeline] = &[
    Pipeline {
        id: "general",
        stages: &[
            stage("clarify_need", 10),
            stage("proposal", 30),
            stage("quotation_or_sample", 50),
            stage("negotiation", 70),
            stage("to_be_signed", 90),
            WON,
            LOST,
        ],
    },
    Pipeline {
        id: "oem",
        stages: &[
            stage("project_talk", 10),
            stage("rfq", 20),
            stage("sample_test", 40),
            stage("project_start", 60),
            stage("design_verification", 75),
            stage("pilot_run", 85),
            PipelineStage { id: "mass_production", probability: 100, outcome: Outcome::Won },
            LOST,
        ],
    },
];

/// The pipeline of an id; the default one if there is none of that id.
pub fn pipeline(id: &str) -> &'static Pipeline {
    static GENERAL: Pipeline = Pipeline { id: "general", stages: &[] };
    let found = PIPELINES.iter().find(|pipeline| pipeline.id == id);
    found.or_else(|| PIPELINES.first()).unwrap_or(&GENERAL)
}

impl Pipeline {
    /// The stage of an id.
    pub fn stage(&self, id: &str) -> Option<&'static PipelineStage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}
