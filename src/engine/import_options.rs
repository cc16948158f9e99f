//! What a person decides of an import: where the leads go, and what happens to those known already.

use crate::{
    domain::{AssignmentRule, Id, Pool, User},
    i18n::Lang,
};

/// What happens to the fields of someone who is known already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnMatch {
    /// Empty fields are filled; phones and mails are added.
    #[default]
    Fill,
    /// What the file says wins.
    Overwrite,
    /// Phones, mails and the membership only.
    Keep,
    /// The membership only.
    Skip,
    /// Every row is a new lead: to study duplicates.
    New,
}

impl OnMatch {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Fill, Self::Overwrite, Self::Keep, Self::Skip, Self::New];

    /// The name, as on the command line; its text is `on_match-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Overwrite => "overwrite",
            Self::Keep => "keep",
            Self::Skip => "skip",
            Self::New => "new",
        }
    }
}

/// Where the leads of a file go, and where they come from.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The campaign, by name; made if there is none of that name.
    pub campaign: Option<String>,
    /// The source of the leads.
    pub source: Option<String>,
    /// Who supplied the list.
    pub supplier: Option<String>,
    /// The pool the leads go to; *Intake* if neither it nor an owner is named.
    pub pool: Option<Id<Pool>>,
    /// The owner of the leads.
    pub owner: Option<Id<User>>,
    /// Whether the rules say who gets each lead; those that nobody gets go where they would have gone.
    pub by_rules: bool,
    /// Of the rules, the only one that is asked; all of them if none is named.
    pub rule: Option<Id<AssignmentRule>>,
    /// Who handed the file over, in words.
    pub handed_over_by: String,
    /// The name under which the mapping is saved; empty if it is not.
    pub template: String,
    /// What happens to someone who is known already.
    pub on_match: OnMatch,
    /// The content of the file, as its hash in the workspace.
    pub file_hash: String,
    /// The signature of the header, by which the mapping is remembered.
    pub header_signature: String,
    /// The mapping, as JSON.
    pub mapping: String,
    /// What was put right in the file, as JSON.
    pub adjustments: String,
    /// Nothing is kept; the report says what would have been.
    pub is_dry_run: bool,
    /// The language of the report.
    pub lang: Lang,
}
