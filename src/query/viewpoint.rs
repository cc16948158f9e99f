//! Who is looking. Every query, list, export and duplicate check takes it.

use super::row_set::RowSet;
use crate::{
    domain::{DELETED_AT, Id, Kind, Lead, RecordId, Role, Row, Tag, Timestamp, User, Value},
    i18n::Lang,
    model::{Column, Model},
};

/// Who is looking, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The user; none in a workspace that has no users yet.
    pub user: Option<Id<User>>,
    /// What the user does here.
    pub role: Role,
    /// Whether there is nobody else to hide anything from.
    pub is_alone: bool,
    /// The moment for which derived values are computed.
    pub now: Timestamp,
    /// The language in whose order names are sorted.
    pub lang: Lang,
}

impl Viewer {
    /// The viewer a user is; someone alone in a workspace may see and do everything.
    pub fn of(model: &Model, user: Option<Id<User>>, now: Timestamp) -> Self {
        let is_alone = model.users.iter().filter(|(_, user)| !user.inactive).count() <= 1;
        let known = user.and_then(|id| model.users.get(id));
        let role = match (is_alone, known) {
            (true, _) => Role::Admin,
            (false, Some(user)) => user.role,
            (false, None) => Role::Viewer,
        };
        Self { user, role, is_alone, now, lang: Lang::default() }
    }

    /// The same viewer, reading a language.
    #[must_use]
    pub fn reading(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// Whether the other one sees the same of every record, but for what changes as time goes by.
    pub(super) fn sees_like(&self, other: &Self) -> bool {
        (self.user, self.role, self.is_alone) == (other.user, other.role, other.is_alone)
    }

    /// Whether the contact data of a lead is hidden: it lies in a pool that hides it, and the viewer is
    /// neither marketing nor above.
    pub fn is_masked(&self, model: &Model, lead_row: usize) -> bool {
        let pool = model.leads.link(Lead::pool, lead_row);
        pool.is_some_and(|pool| self.is_pool_masked(model, pool))
    }

    /// Whether the contact data of the leads in a pool is hidden.
    pub fn is_pool_masked(&self, model: &Model, pool: RecordId) -> bool {
        matches!(self.role, Role::Sales | Role::Viewer)
            && Id::of(pool)
                .and_then(|pool| model.pools.get(pool))
                .is_some_and(|pool| pool.hides_contact_data)
    }

    /// The rows of the leads whose contact data is hidden.
    pub(super) fn masked_rows(&self, model: &Model) -> RowSet {
        let rows = model.leads.capacity();
        let Some(Column::Codes(pools)) = model.leads.column(Lead::pool) else {
            return RowSet::none(rows);
        };
        let is_masked =
            |value: &Value| value.as_link().is_some_and(|pool| self.is_pool_masked(model, pool));
        let table: Vec<bool> = pools.values().iter().map(is_masked).collect();
        if !table.contains(&true) {
            return RowSet::none(rows);
        }
        let live = RowSet::live(&model.leads);
        live.where_number(pools.rows(), |code| table.get(code as usize) == Some(&true))
    }

    /// Whether a record's field is hidden from the viewer.
    pub fn hides(&self, model: &Model, record: RecordId, tag: Tag) -> bool {
        let field = record.kind.fields().iter().find(|field| field.tag == tag);
        record.kind == Kind::Lead
            && field.is_some_and(|field| field.spec.is_masked())
            && model.leads.find(record.uuid).is_some_and(|row| self.is_masked(model, row))
    }

    /// A record as the viewer may see it: hidden contact data keeps a few digits, the rest is stars.
    #[must_use]
    pub fn seen(&self, model: &Model, record: RecordId, mut row: Row) -> Row {
        let hidden: Vec<Tag> = row
            .iter()
            .map(|(tag, _)| tag)
            .filter(|tag| *tag != DELETED_AT && self.hides(model, record, *tag))
            .collect();
        for tag in hidden {
            let masked = masked(row.get(tag));
            row.set(tag, masked);
        }
        row
    }
}

fn masked(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(crate::domain::phone::masked(text)),
        Value::List(items) => Value::List(items.iter().map(masked).collect()),
        Value::Part(part) => {
            let masked = |(tag, value): (Tag, &Value)| match value {
                Value::Text(text) => (tag, Value::Text(crate::domain::phone::masked(text))),
                other => (tag, other.clone()),
            };
            Value::Part(part.iter().map(masked).collect())
        }
        other => other.clone(),
    }
}
