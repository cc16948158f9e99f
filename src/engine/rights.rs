//! Who may do what: one table, from which checks, the settings page and the tests are made.

use crate::domain::{Kind, Role};

/// Something one may be allowed to do. Every command names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Make leads.
    CreateLeads,
    /// Import files, take imports back.
    Import,
    /// Change leads, log on them, qualify them.
    EditLeads,
    /// Merge records that are the same.
    Merge,
    /// Give leads to someone.
    Assign,
    /// Take leads from a pool.
    Claim,
    /// Accept or reject leads that were handed over.
    Respond,
    /// Turn leads into accounts, contacts and opportunities; take that back.
    Convert,
    /// Make and change accounts and contacts.
    EditAccounts,
    /// Make and change campaigns.
    EditCampaigns,
    /// Make and change opportunities, quotations and orders.
    EditDeals,
    /// Approve discounts over the limit.
    ApproveDiscounts,
    /// Make and change activities and tasks.
    EditActivities,
    /// Put records in the bin and take them out.
    Delete,
    /// Change pools and rules.
    EditRules,
    /// Users, settings, custom fields and kinds.
    Administer,
    /// Take back one's own commands.
    Undo,
    /// Write records into files.
    Export,
}

/// Of which records a right holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Of none.
    No,
    /// Of one's own.
    Own,
    /// Of one's team's.
    Team,
    /// Of all.
    All,
}

use Scope::{All, No, Own, Team};

/// The shipped rights, by role: viewer, marketing, bd, sales, director, admin.
pub const TABLE: &[(Right, [Scope; 6])] = &[
    (Right::CreateLeads, [No, All, All, Own, All, All]),
    (Right::Import, [No, All, All, No, All, All]),
    (Right::EditLeads, [No, All, All, Own, Team, All]),
    (Right::Merge, [No, All, All, No, All, All]),
    (Right::Assign, [No, All, All, No, All, All]),
    (Right::Claim, [No, No, All, All, All, All]),
    (Right::Respond, [No, No, All, Own, Team, All]),
    (Right::Convert, [No, No, All, Own, All, All]),
    (Right::EditAccounts, [No, No, Own, Own, All, All]),
    (Right::EditCampaigns, [No, All, All, No, All, All]),
    (Right::EditDeals, [No, No, No, Own, All, All]),
    (Right::ApproveDiscounts, [No, No, No, No, All, No]),
    (Right::EditActivities, [No, Own, Own, Own, All, All]),
    (Right::Delete, [No, All, All, Own, Team, All]),
    (Right::EditRules, [No, All, All, No, All, All]),
    (Right::Administer, [No, No, No, No, No, All]),
    (Right::Undo, [No, Own, Own, Own, Own, Own]),
    (Right::Export, [No, All, All, All, All, All]),
];

impl Right {
    /// Of which records a role has this right.
    pub fn scope(self, role: Role) -> Scope {
        let row = TABLE.iter().find(|(right, _)| *right == self);
        row.and_then(|(_, scopes)| scopes.get(role as usize)).copied().unwrap_or(No)
    }

    /// The right to make and change records of a kind.
    pub fn to_edit(kind: Kind) -> Self {
        match kind {
            Kind::Lead => Self::EditLeads,
            Kind::Campaign => Self::EditCampaigns,
            Kind::Account | Kind::Contact | Kind::Custom(_) => Self::EditAccounts,
            Kind::Opportunity | Kind::Order => Self::EditDeals,
            Kind::Activity | Kind::SavedView => Self::EditActivities,
            Kind::Pool | Kind::AssignmentRule => Self::EditRules,
            Kind::ImportBatch => Self::Import,
            Kind::Pair => Self::Merge,
            Kind::User | Kind::Settings | Kind::CustomField | Kind::CustomKind => Self::Administer,
        }
    }

    /// The stable name; its label is the text `right-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CreateLeads => "create_leads",
            Self::Import => "import",
            Self::EditLeads => "edit_leads",
            Self::Merge => "merge",
            Self::Assign => "assign",
            Self::Claim => "claim",
            Self::Respond => "respond",
            Self::Convert => "convert",
            Self::EditAccounts => "edit_accounts",
            Self::EditCampaigns => "edit_campaigns",
            Self::EditDeals => "edit_deals",
            Self::ApproveDiscounts => "approve_discounts",
            Self::EditActivities => "edit_activities",
            Self::Delete => "delete",
            Self::EditRules => "edit_rules",
            Self::Administer => "administer",
            Self::Undo => "undo",
            Self::Export => "export",
        }
    }
}
