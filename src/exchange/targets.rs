//! The fields of a lead that a column can go to: those that are shipped, and those that users made.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::{
    domain::{FieldInfo, Kind},
    model::Model,
};

/// A field that a column can go to.
#[derive(Debug, PartialEq)]
pub struct Target {
    /// The name of the field, as in filters, exports and `--map` files.
    pub name: &'static str,
    /// Whether several columns add up, as phones and notes do. Of a field that takes one value
    /// the first column that is not empty counts.
    pub many: bool,
    /// The field, if a user made it.
    pub own: Option<&'static FieldInfo>,
}

const fn one(name: &'static str) -> Target {
    Target { name, many: false, own: None }
}

const fn many(name: &'static str) -> Target {
    Target { name, many: true, own: None }
}

/// Every target, in the order in which they are offered.
///
/// `phone_ext` is the extension of the row's landline, where it stands in a column of its own.
/// `address` is a whole address in one line. `ignore` keeps a column out on purpose.
pub static TARGETS: &[Target] = &[
    one("name"),
    one("family_name"),
    one("given_name"),
    one("nickname"),
    one("honorific"),
    one("latin_name"),
    one("company"),
    one("job_title"),
    one("department"),
    many("mobile"),
    many("phone"),
    one("phone_ext"),
    many("fax"),
    many("email"),
    many("wechat"),
    many("line"),
    many("whatsapp"),
    one("linkedin"),
    many("website"),
    one("address"),
    one("country"),
    one("region"),
    one("city"),
    many("street"),
    one("postcode"),
    many("qq"),
    many("skype"),
    many("facebook"),
    one("birthday"),
    one("gender"),
    one("external_id"),
    one("preferred_language"),
    one("do_not_call"),
    one("do_not_mail"),
    one("consent"),
    many("tags"),
    many("notes"),
    one("tax_id"),
    one("rating"),
    many("product_interest"),
    one("industry"),
    one("company_size"),
    one("decision_role"),
    one("budget"),
    one("time_frame"),
    many("need"),
    many("concerns"),
    one("competitor"),
    one("campaign"),
    one("hall"),
    one("booth"),
    one("captured_at"),
    one("captured_by"),
    one("source"),
    one("channel"),
    one("supplier"),
    one("gift"),
    one("steward"),
    one("owner"),
    one("ignore"),
];

/// The shipped target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Every target of a workspace: the shipped ones, then the fields that users made.
#[derive(Clone, Debug)]
pub struct Targets(Vec<&'static Target>);

impl Targets {
    /// The targets of a workspace.
    pub fn of(model: &Model) -> Self {
        let own = model.custom_of(Kind::Lead).filter_map(|(_, field)| field.info()).map(own_target);
        Self(TARGETS.iter().chain(own).collect())
    }

    /// The target of this name.
    pub fn get(&self, name: &str) -> Option<&'static Target> {
        self.0.iter().copied().find(|target| target.name == name)
    }

    /// All of them, in the order in which they are offered.
    pub fn iter(&self) -> impl Iterator<Item = &'static Target> + '_ {
        self.0.iter().copied()
    }
}

impl Default for Targets {
    /// The shipped ones.
    fn default() -> Self {
        Self(TARGETS.iter().collect())
    }
}

/// The target of a field that a user made. Targets are kept for the life of the program, like the fields
/// themselves, so that there are few.
fn own_target(field: &'static FieldInfo) -> &'static Target {
    static KNOWN: Mutex<BTreeMap<usize, &'static Target>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(std::ptr::from_ref(field) as usize).or_insert_with(|| {
        Box::leak(Box::new(Target { name: field.name, many: false, own: Some(field) }))
    })
}
