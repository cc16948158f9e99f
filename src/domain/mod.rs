//! What do we record? Plain data and its rules: no disk, no screen, no clock, no randomness.

mod account;
mod activity;
mod assignment_rule;
mod campaign;
mod change;
mod choice;
mod contact;
pub mod custom_field;
mod draft;
mod field;
mod field_path;
mod id;
mod json;
mod lead;
mod money;
mod opportunity;
mod order;
mod pair;
mod person;
mod person_identity;
mod picklists;
mod record;
mod saved_view;
pub mod score;
mod score_facts;
mod staged;
mod time;
mod value;
mod value_ref;
mod workspace;

pub mod collation;
pub mod company_name;
pub mod country;
pub mod email;
pub mod fold;
pub mod match_evidence;
mod match_hosts;
mod match_key_kind;
pub mod match_keys;
mod name_likeness;
pub mod person_name;
pub mod phone;
mod phone_america;
mod phone_shape;
mod phone_text;
mod place;
mod recent;
mod romanised;
pub mod sound;
pub mod tax_id;
pub mod word_list;

pub use account::{Account, TeamMember};
pub use activity::{Activity, ActivityKind, ActivityOutcome};
pub use assignment_rule::{AssignmentRule, Share};
pub use campaign::{Campaign, CampaignStatus, CostLine, MemberStatus, shipped_statuses};
pub use change::{Change, FieldChange, Header, Hybrid};
pub use choice::{Pick, Picklist};
pub use contact::Contact;
pub use custom_field::{CustomField, CustomShape, fits};
pub use draft::{Draft, FoundSheet, Layout, Line, Problem, SheetLook};
pub use field::{
    DELETED_AT, FIRST_CUSTOM_TAG, Field, FieldInfo, FieldType, Item, Spec, Tag, field,
};
pub use field_path::FieldPath;
pub use id::{FIRST_CUSTOM_KIND, Id, Kind, RecordId};
pub use json::{BadValue, parse_money, parse_value, row_to_json, value_from_json, value_to_json};
pub use lead::{ContactState, Dimension, HandOver, Lead, Stage};
pub use money::{Currency, Money};
pub use opportunity::{
    ForecastCategory, Opportunity, Outcome, PIPELINES, Party, Pipeline, PipelineStage, ProductLine,
    StageEntry, pipeline,
};
pub use order::{Order, OrderStatus};
pub use pair::{Pair, PairState};
pub use person::{
    Address, ChannelState, DecisionRole, Email, Employment, Handle, Membership, MembershipStatus,
    Phone, PhoneKind, Position, Rating, Response, main_phone, parts,
};
pub use person_identity::{
    are_other_employers, identity_of_contact, identity_of_lead, identity_of_row,
};
pub use picklists::*;
pub use record::{Fields, Record};
pub use saved_view::SavedView;
pub use score_facts::Facts;
pub use staged::{Decision, Staged};
pub use time::{DAY_MS, Timestamp, end_of_quarter, start_of_quarter};
pub use value::{Choices, Row, Shape, Value};
pub use value_ref::{Look, ValueRef};
pub use workspace::{
    CustomKind, ExchangeRate, FieldRoute, ImportBatch, Pool, Role, SalesTarget, Settings, User,
};
