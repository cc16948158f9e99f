//! Which field of a lead goes to which field of the account, the contact and the opportunity it becomes: fields of
//! the same name by themselves, the others as the workspace has it.

use crate::{
    domain::{FIRST_CUSTOM_TAG, FieldInfo, Kind, Shape, Value, fits},
    model::Model,
};

/// What a lead becomes.
pub const RESULTS: [Kind; 3] = [Kind::Account, Kind::Contact, Kind::Opportunity];

/// Fields of a lead that conversion has rules of its own for.
const FIXED: &[&str] = &[
    "name",
    "company",
    "phones",
    "emails",
    "tags",
    "memberships",
    "decision_role",
    "campaign",
    "source",
];

/// Fields that go by themselves to one of another name.
const RENAMED: &[(Kind, &str, &str)] = &[
    (Kind::Account, "company", "name"),
    (Kind::Account, "company_size", "size"),
    (Kind::Account, "address", "addresses"),
    (Kind::Opportunity, "budget", "amount"),
];

/// Fields of the same name that say something of the company.
const OF_COMPANY: &[&str] =
    &["tax_id", "website", "industry", "territory", "credit_level", "product_interest"];

/// Fields of the results that say how they go on, not what they are about; phones and mails have a rule of their own.
const CLOSED: &[&str] =
    &["phones", "emails", "pipeline", "lost_in", "lost_competitor", "lost_reason", "response"];

/// Whether conversion has a rule of its own for where a field of a lead goes.
pub fn is_fixed(field: &FieldInfo) -> bool {
    FIXED.contains(&field.name)
}

/// Whether a person may say where a field of a lead goes.
pub fn is_mapped(field: &FieldInfo) -> bool {
    !field.spec.is_ruled() && !is_fixed(field)
}

/// The field of a result to which a field of a lead goes by itself.
pub fn shipped(model: &Model, kind: Kind, field: &FieldInfo) -> Option<&'static FieldInfo> {
    let renamed = RENAMED.iter().find(|(of, from, _)| (*of, *from) == (kind, field.name));
    if let Some((.., to)) = renamed {
        return model.field(kind, to);
    }
    let target = model.field(kind, field.name)?;
    let (is_own, goes_to_own) = (field.tag >= FIRST_CUSTOM_TAG, target.tag >= FIRST_CUSTOM_TAG);
    let goes = match kind {
        _ if is_own || goes_to_own => is_own && goes_to_own && field.shape == target.shape,
        Kind::Account => OF_COMPANY.contains(&field.name),
        Kind::Contact => field.tag == target.tag && !target.spec.is_ruled(),
        _ => false,
    };
    goes.then_some(target)
}

/// The field of a result to which a field of a lead goes: as the workspace has it, else by itself.
pub fn target(model: &Model, kind: Kind, field: &FieldInfo) -> Option<&'static FieldInfo> {
    let mut routes = model.settings().conversion_map.iter();
    let route = routes.find(|route| route.from == field.name && route.kind == kind.name());
    match route.filter(|_| is_mapped(field)) {
        None => shipped(model, kind, field),
        Some(route) => model.field(kind, &route.to).filter(|target| can_take(field, target)),
    }
}

/// The field of a lead that goes into a field of a result.
pub fn source(model: &Model, kind: Kind, into: &FieldInfo) -> Option<&'static FieldInfo> {
    let goes_there = |field: &&'static FieldInfo| {
        target(model, kind, field).is_some_and(|target| target.tag == into.tag)
    };
    let same = model.field(Kind::Lead, into.name).filter(goes_there);
    same.or_else(|| model.fields(Kind::Lead).find(goes_there))
}

/// The fields of a result to which a field of a lead may be sent.
pub fn offered(model: &Model, kind: Kind, field: &FieldInfo) -> Vec<&'static FieldInfo> {
    model.fields(kind).filter(|target| can_take(field, target)).collect()
}

/// Whether a field of a result can take what a field of a lead holds.
pub fn can_take(field: &FieldInfo, target: &FieldInfo) -> bool {
    let is_list_of = |shape: &Shape| matches!(shape, Shape::List(inner) if **inner == field.shape);
    !target.spec.is_ruled()
        && (target.shape == field.shape || is_list_of(&target.shape))
        && !CLOSED.contains(&target.name)
}

/// A value of a lead as a field of a result holds it; none if that holds nothing of the sort.
pub fn fitted(target: &Shape, value: &Value) -> Option<Value> {
    match (target, value) {
        (_, Value::Empty) => None,
        (Shape::List(_), Value::List(_)) => Some(value.clone()),
        (Shape::List(_), one) => Some(Value::List(vec![one.clone()])),
        (Shape::Part(_), Value::Part(_)) | (Shape::Link(_), Value::Link(_)) => Some(value.clone()),
        (shape, value) => fits(shape, value).then(|| value.clone()),
    }
}
