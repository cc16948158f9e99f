//! A filter: which records of a kind are meant.

use super::{
    Note, Viewer, bind::bind, derived::DerivedNumbers, plan::Plan, record_view::RecordView,
    row_set::RowSet, scan::Scan,
};
use crate::{
    domain::{Kind, RecordId, Row, Tag},
    error::{Error, Result},
    model::Model,
};

/// Reads a record as it lies on disk; none if there is no such record. Queries ask for what is not in
/// memory, and only of records that pass everything else.
pub type Read<'a> = dyn Fn(RecordId) -> Result<Option<Row>> + 'a;

/// Which records of a kind are meant, as of one moment: names, `me` and `today` are looked up when it is
/// parsed, so that it is parsed again for another model, viewer or day.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    kind: Kind,
    plan: Plan,
}

impl Filter {
    /// Understands a filter over the records of a kind; an empty one passes everything. A name that
    /// nothing is called passes nothing and is noted.
    ///
    /// # Errors
    /// Usage, with the place in the text: `unknown-filter-field`, `bad-filter-value`, `operator-unsuitable`, or what is
    /// wrong with its signs.
    pub fn parse(
        kind: Kind,
        text: &str,
        model: &Model,
        viewer: &Viewer,
    ) -> Result<(Self, Vec<Note>)> {
        let (plan, notes) = bind(kind, text, model, viewer)?;
        Ok((Self { kind, plan }, notes))
    }

    /// What sort of records are meant.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What it asks.
    pub(super) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The records that the filter asks a field to link to, such as the campaigns it names.
    pub fn links(&self, tag: Tag) -> Vec<RecordId> {
        self.plan.links(tag)
    }

    /// The rows that pass, in the order of creation: rows of the columns of a kind that grows, places in
    /// [`Model::small_rows`] of a kind that stays small.
    ///
    /// # Errors
    /// Refused, `masked-field`, when it asks of contact data that is hidden from the viewer; or as `read`.
    pub fn rows(&self, model: &Model, viewer: &Viewer, read: &Read<'_>) -> Result<Vec<u32>> {
        Ok(self.row_set(model, viewer, read)?.iter().map(|row| row as u32).collect())
    }

    /// The rows that pass, as a set.
    ///
    /// # Errors
    /// As [`Filter::rows`].
    pub fn row_set(&self, model: &Model, viewer: &Viewer, read: &Read<'_>) -> Result<RowSet> {
        let Some(columns) = model.columns(self.kind) else {
            return Ok(self.small_rows(model, viewer));
        };
        let scan = Scan::new(model, columns, viewer, read);
        self.rows_of(scan, &RowSet::live(columns))
    }

    /// The rows that pass, among those of a wider filter.
    ///
    /// # Errors
    /// As [`Filter::rows`].
    pub(super) fn rows_of(&self, mut scan: Scan<'_>, among: &RowSet) -> Result<RowSet> {
        let found = scan.rows(&self.plan, among)?;
        if let Some(field) = self.plan.masked_field()
            && !scan.masked.is_empty()
        {
            // Whether a row passes must not hang on what is hidden.
            scan.unknown = true;
            let possible = scan.rows(&self.plan, &scan.masked)?;
            if !possible.without(&found).is_empty() {
                return Err(Error::refused("masked-field").with("field", field));
            }
        }
        Ok(found)
    }

    /// Whether a record passes, given its fields. What follows from a lead is that of the model; hidden
    /// contact data does not pass.
    pub fn passes(&self, model: &Model, viewer: &Viewer, record: RecordId, row: &Row) -> bool {
        let lead_row = (record.kind == Kind::Lead).then(|| model.leads.find(record.uuid)).flatten();
        let view = RecordView {
            model,
            numbers: &DerivedNumbers::new(model, viewer),
            row,
            lead_row,
            is_new_lead: record.kind == Kind::Lead && lead_row.is_none(),
            is_masked: lead_row.is_some_and(|row| viewer.is_masked(model, row)),
            unknown: false,
        };
        view.passes(&self.plan, &mut String::new())
    }

    fn small_rows(&self, model: &Model, viewer: &Viewer) -> RowSet {
        let rows = model.small_rows(self.kind);
        let numbers = DerivedNumbers::new(model, viewer);
        let mut set = RowSet::none(rows.len());
        let mut buffer = String::new();
        for (place, (_, row)) in rows.iter().enumerate() {
            let numbers = &numbers;
            let view = RecordView {
                is_new_lead: false,
                model,
                numbers,
                row,
                lead_row: None,
                is_masked: false,
                unknown: false,
            };
            if view.passes(&self.plan, &mut buffer) {
                set.insert(place);
            }
        }
        set
    }
}
