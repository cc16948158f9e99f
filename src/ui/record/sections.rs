//! The fields of a record in the order in which a person reads them. The same name means the same in every
//! kind, so that one table serves them all; what no section names stands in the last one.

use crate::{
    domain::{FieldInfo, Kind, Shape, Spec, Tag, field},
    i18n::Lang,
    model::Model,
    query::own_fields,
    ui::shown::field_label,
};

/// A field as a page and a form need it, shipped or made by a user.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct PageField {
    /// Its number.
    pub tag: Tag,
    /// Its name in commands.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What it holds.
    pub shape: Shape,
    /// What may be chosen beside what the program ships.
    pub own_choices: Vec<String>,
    /// What the shape does not say.
    pub spec: Spec,
    /// Shown even while it is empty.
    pub is_main: bool,
}

/// The sections: the key of the title, and the names of the fields.
const SECTIONS: &[(&str, &[&str])] = &[
    (
        "section-contact",
        &[
            "phones",
            "emails",
            "wechat",
            "line",
            "whatsapp",
            "linkedin",
            "website",
            "domain",
            "address",
            "addresses",
            "handles",
        ],
    ),
    (
        "section-deal",
        &[
            "account",
            "contacts",
            "opportunity",
            "pipeline",
            "amount",
            "probability",
            "probability_overridden",
            "closes_on",
            "forecast_category",
            "lines",
            "discount",
            "ordered_on",
            "special_requirements",
            "next_step",
            "competitors",
            "lost_reason",
            "lost_competitor",
            "lost_in",
        ],
    ),
    (
        "section-plan",
        &[
            "kind",
            "status",
            "starts_on",
            "ends_on",
            "venue",
            "budget",
            "currency",
            "cost_lines",
            "expected_revenue",
            "expected_responses",
            "sent_count",
            "member_statuses",
            "audience",
            "gifts",
            "description",
        ],
    ),
    (
        "section-profile",
        &[
            "job_title",
            "department",
            "accounts",
            "reports_to",
            "company",
            "tax_id",
            "aliases",
            "industry",
            "company_size",
            "size",
            "employees",
            "annual_revenue",
            "territory",
            "product_interest",
            "decision_role",
            "budget",
            "time_frame",
            "need",
            "concerns",
            "competitor",
            "intent",
            "rating",
            "tier",
            "credit_level",
            "gift",
            "tags",
            "notes",
        ],
    ),
    (
        "section-origin",
        &[
            "source",
            "channel",
            "campaign",
            "lead",
            "captured_at",
            "captured_by",
            "hall",
            "booth",
            "supplier",
            "batch",
            "response",
        ],
    ),
    (
        "section-work",
        &[
            "owner",
            "pool",
            "steward",
            "team",
            "parent",
            "contact_state",
            "response_reason",
            "wake_on",
            "disqualify_reason",
            "stage_reason",
            "blocked",
            "outcome",
            "closed_at",
            "confirmed_at",
            "submitted_by",
            "approved_by",
            "approval_reason",
        ],
    ),
    (
        "section-person",
        &[
            "name",
            "latin_name",
            "nickname",
            "given_name",
            "family_name",
            "honorific",
            "gender",
            "birthday",
            "preferred_language",
            "do_not_call",
            "do_not_mail",
            "consent_at",
            "consent_by",
            "external_id",
            "employments",
        ],
    ),
];

/// The title of the section of what no other names, so that nothing is hidden.
const OTHERS: &str = "section-others";

/// The title of the section of the fields that users made.
const OWN: &str = "section-own";

/// Fields that another section names first, but that belong elsewhere in a kind.
const MOVED: &[(Kind, &str, &str)] = &[(Kind::Lead, "budget", "section-profile")];

/// What the page shows in a form of its own, kind by kind.
const ELSEWHERE: &[(Kind, &[&str])] = &[
    (
        Kind::Lead,
        &[
            "stage",
            "background",
            "requirement",
            "potential",
            "possibility",
            "memberships",
            "hand_overs",
        ],
    ),
    (Kind::Contact, &["memberships"]),
    (Kind::Opportunity, &["stage", "stage_history"]),
    (Kind::Order, &["status", "number"]),
    (Kind::Campaign, &["cost_lines"]),
];

/// The sections of a kind that have a field, with the key of their title, in the order of reading.
pub(super) fn sections(
    model: &Model,
    kind: Kind,
    lang: Lang,
) -> Vec<(&'static str, Vec<PageField>)> {
    let elsewhere = ELSEWHERE.iter().find(|(of, _)| *of == kind).map_or(&[] as &[_], |it| it.1);
    let all: Vec<&FieldInfo> =
        kind.fields().iter().filter(|field| !elsewhere.contains(&field.name)).collect();
    let page = |field: &&FieldInfo| PageField::of(kind, field, lang);
    let named = SECTIONS.iter().map(|(title, names)| {
        let here = names.iter().filter(|name| section_of(kind, name) == Some(*title));
        let fields = here.filter_map(|name| all.iter().find(|field| field.name == *name));
        (*title, fields.map(page).collect())
    });
    let is_named = |field: &&&FieldInfo| SECTIONS.iter().any(|(_, it)| it.contains(&field.name));
    let others = all.iter().filter(|field| !is_named(field)).map(page).collect();
    let own = own_fields(model, kind, lang).into_iter().map(PageField::of_own).collect();
    let more = [(OTHERS, others), (OWN, own)];
    named.chain(more).filter(|(_, fields): &(_, Vec<_>)| !fields.is_empty()).collect()
}

/// The section of a field: the first that names it, but for the few that stand elsewhere in a kind.
fn section_of(kind: Kind, name: &str) -> Option<&'static str> {
    let moved = MOVED.iter().find(|(of, field, _)| *of == kind && *field == name);
    let first = SECTIONS.iter().find(|(_, names)| names.contains(&name));
    moved.map(|(.., title)| *title).or_else(|| first.map(|(title, _)| *title))
}

impl PageField {
    /// A shipped field of a kind.
    pub fn of(kind: Kind, field: &FieldInfo, lang: Lang) -> Self {
        Self {
            tag: field.tag,
            name: field.name.to_owned(),
            label: field_label(lang, kind, field.name),
            shape: field.shape,
            own_choices: Vec::new(),
            spec: field.spec,
            is_main: field.spec.is_listed() || MAIN.contains(&field.name),
        }
    }

    fn of_own(own: crate::query::OwnField) -> Self {
        Self {
            tag: own.tag,
            name: own.name,
            label: own.label,
            shape: own.shape,
            own_choices: own.choices,
            spec: field(),
            is_main: true,
        }
    }
}

/// Fields that are shown while they are empty, because someone is meant to fill them.
const MAIN: &[&str] = &[
    "address",
    "budget",
    "need",
    "time_frame",
    "decision_role",
    "product_interest",
    "industry",
    "company_size",
    "next_step",
    "expected_revenue",
    "venue",
    "notes",
    "website",
    "domain",
    "tags",
    "lines",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_somewhere_once() {
        let model = Model::default();
        for kind in Kind::ALL {
            let sections = sections(&model, *kind, Lang::En);
            let elsewhere =
                ELSEWHERE.iter().find(|(of, _)| of == kind).map_or(&[] as &[_], |it| it.1);
            for field in kind.fields() {
                let shown = sections.iter().flat_map(|(_, fields)| fields);
                let times = shown.filter(|it| it.tag == field.tag).count();
                let expected = usize::from(!elsewhere.contains(&field.name));
                assert_eq!(times, expected, "{} {}", kind.name(), field.name);
            }
        }
    }

    #[test]
    fn no_section_names_a_field_that_no_kind_has() {
        for name in SECTIONS.iter().flat_map(|(_, names)| *names) {
            assert!(Kind::ALL.iter().any(|kind| kind.field(name).is_some()), "{name}");
        }
    }
}
