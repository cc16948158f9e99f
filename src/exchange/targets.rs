//! The fields of a lead that a column can go to.

/// A field that a column can go to.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// The name of the field, as in filters, exports and `--map` files.
    pub name: &'static str,
    /// Whether several columns add up, as phones and notes do. Of a field that takes one value
    /// the first column that is not empty counts.
    pub many: bool,
}

const fn one(name: &'static str) -> Target {
    Target { name, many: false }
}

const fn many(name: &'static str) -> Target {
    Target { name, many: true }
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

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
