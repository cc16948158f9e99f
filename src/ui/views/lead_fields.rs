//! The fields of a lead in the order in which a person reads them.

use crate::domain::{FieldInfo, Kind};

/// What the head of the preview shows already.
const IN_THE_HEAD: &[&str] = &["name", "latin_name", "company", "stage", "job_title"];

/// The sections, each with the key of its title and the names of its fields.
const SECTIONS: &[(&str, &[&str])] = &[
    (
        "section-contact",
        &[
            "phones", "emails", "wechat", "line", "whatsapp", "linkedin", "website", "address",
            "handles",
        ],
    ),
    (
        "section-interest",
        &[
            "need",
            "product_interest",
            "rating",
            "intent",
            "budget",
            "time_frame",
            "concerns",
            "competitor",
            "decision_role",
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
            "captured_at",
            "captured_by",
            "hall",
            "booth",
            "supplier",
            "batch",
        ],
    ),
    (
        "section-work",
        &[
            "owner",
            "pool",
            "steward",
            "contact_state",
            "response",
            "response_reason",
            "wake_on",
            "disqualify_reason",
            "stage_reason",
            "blocked",
            "background",
            "requirement",
            "potential",
            "possibility",
        ],
    ),
];

/// The title of the last section: what no other names, so that nothing is hidden.
const OTHERS: &str = "section-others";

/// The sections with their fields, in the order of reading.
pub(super) fn sections() -> Vec<(&'static str, Vec<&'static FieldInfo>)> {
    let kind = Kind::Lead;
    let named: Vec<_> = SECTIONS
        .iter()
        .map(|(title, names)| (*title, names.iter().filter_map(|name| kind.field(name)).collect()))
        .collect();
    let is_named = |field: &&FieldInfo| {
        let name = &field.name;
        IN_THE_HEAD.contains(name) || SECTIONS.iter().any(|(_, names)| names.contains(name))
    };
    let others: Vec<_> = kind.fields().iter().filter(|field| !is_named(field)).collect();
    named.into_iter().chain([(OTHERS, others)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_somewhere_once() {
        let sections = sections();
        let shown: Vec<&str> =
            sections.iter().flat_map(|(_, fields)| fields).map(|field| field.name).collect();
        for field in Kind::Lead.fields() {
            let times = shown.iter().chain(IN_THE_HEAD).filter(|name| **name == field.name).count();
            assert_eq!(times, 1, "{}", field.name);
        }
        let written: usize = SECTIONS.iter().map(|(_, names)| names.len()).sum();
        let known: usize =
            sections.iter().take(SECTIONS.len()).map(|(_, fields)| fields.len()).sum();
        assert_eq!(written, known, "a field that does not exist");
    }
}
