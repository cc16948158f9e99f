//! Where the fields of a lead go when it is converted, as an administrator has it.

use crate::{
    domain::{FieldRoute, Fields as _, Kind, Lead, Row, Settings},
    engine::{Edit, MapField},
    error::{Error, Result},
    query::conversion_map::{self, RESULTS, can_take, fitted, is_mapped},
};

/// Sends a field of leads to another field of what they become, nowhere, or where it goes by itself.
///
/// # Errors
/// When the right is missing, or there is no such field, or it cannot take the value.
pub fn map(edit: &mut Edit<'_>, command: &MapField) -> Result<()> {
    let MapField { from, kind, to } = command;
    let unknown = |name: &str, kind: Kind| {
        Error::usage("unknown-field")
            .with("field", name)
            .with("kind", format!("@kind-{}", kind.name()))
    };
    let field = edit.model.field(Kind::Lead, from).ok_or_else(|| unknown(from, Kind::Lead))?;
    let refused = || Error::refused("field-not-mapped").with("field", from.as_str());
    if !is_mapped(field) || !RESULTS.contains(kind) {
        return Err(refused());
    }
    if let Some(name) = to.as_deref().filter(|name| !name.is_empty()) {
        let target = edit.model.field(*kind, name).ok_or_else(|| unknown(name, *kind))?;
        if !can_take(field, target) {
            return Err(refused());
        }
    }
    edit.update(Settings::ID, |settings: &mut Settings| {
        let routes = &mut settings.conversion_map;
        routes.retain(|route| (route.from.as_str(), route.kind.as_str()) != (from, kind.name()));
        if let Some(to) = to {
            let (from, kind, to) = (from.clone(), kind.name().to_owned(), to.clone());
            routes.push(FieldRoute { from, kind, to, ..FieldRoute::default() });
        }
    })?;
    edit.outcome.records.push(Settings::ID.record());
    Ok(())
}

/// A lead without what goes elsewhere than by itself.
pub(super) fn seen_by(edit: &Edit<'_>, kind: Kind, lead: &Lead) -> Lead {
    let mut row = lead.to_row();
    for route in routes(edit, kind) {
        let Some(field) = edit.model.field(Kind::Lead, &route.from) else { continue };
        let target = conversion_map::target(edit.model, kind, field);
        let shipped = conversion_map::shipped(edit.model, kind, field);
        if target.map(|it| it.tag) != shipped.map(|it| it.tag) {
            row.set(field.tag, crate::domain::Value::Empty);
        }
    }
    Lead::from_row(row)
}

/// Gives a result what the workspace sends to it; only what is empty is filled.
pub(super) fn carry(edit: &Edit<'_>, kind: Kind, lead: &Lead, row: &mut Row) {
    let card = lead.to_row();
    for route in routes(edit, kind) {
        let Some(field) = edit.model.field(Kind::Lead, &route.from) else { continue };
        let Some(target) = conversion_map::target(edit.model, kind, field) else { continue };
        let value = fitted(&target.shape, card.get(field.tag));
        if let (Some(value), true) = (value, row.get(target.tag).is_empty()) {
            row.set(target.tag, value);
        }
    }
}

fn routes<'e>(edit: &'e Edit<'_>, kind: Kind) -> impl Iterator<Item = &'e FieldRoute> {
    let routes = edit.model.settings().conversion_map.iter();
    routes.filter(move |route| route.kind == kind.name())
}
