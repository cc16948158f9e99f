//! A record as it stands now, and which of its fields may differ from what memory has.

use crate::{
    domain::{Change, FieldChange, RecordId, Row, Tag},
    store::Laid,
};

/// A record as it stands now.
#[derive(Clone, Copy)]
pub(super) struct Touched<'a> {
    /// Which record.
    pub record: RecordId,
    /// All of its fields; or those alone that have changed, where nothing looks at the others.
    pub row: &'a Row,
    /// Those that have changed; none if it may be any, or memory does not have the record.
    fields: Option<&'a [FieldChange]>,
}

impl<'a> Touched<'a> {
    /// A record any field of which may have changed.
    pub fn whole(record: RecordId, row: &'a Row) -> Self {
        Self { record, row, fields: None }
    }

    /// A record after a change.
    pub fn by(change: &'a Change) -> Self {
        let fields = (!change.is_creation()).then_some(change.fields.as_slice());
        Self { record: change.record, row: &change.row, fields }
    }

    /// A record after a change that memory does not know yet.
    pub fn of(laid: &'a Laid) -> Self {
        Self { record: laid.record, row: &laid.row, fields: laid.fields.as_deref() }
    }

    /// Whether one of these fields may have changed.
    pub fn may_change(&self, tags: &[Tag]) -> bool {
        self.fields.is_none_or(|fields| fields.iter().any(|field| tags.contains(&field.tag)))
    }
}
