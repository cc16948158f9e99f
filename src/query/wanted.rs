//! Which fields should become columns before a question is asked.

use super::{
    Filter, ListQuestion, QueryField, Viewer,
    plan::{Plan, Question},
    query_field,
    row_set::RowSet,
    scan::Scan,
};
use crate::{
    domain::{FieldPath, Kind, Shape},
    error::{Error, Result},
    model::Model,
};

/// The fields that a list would read from more than `few` records, and that can be columns.
///
/// # Errors
/// As [`Filter::parse`].
pub fn wanted_columns(
    model: &Model,
    viewer: &Viewer,
    question: &ListQuestion,
    few: usize,
) -> Result<Vec<FieldPath>> {
    let ListQuestion { kind, filter, sort, .. } = question;
    let (filter, _) = Filter::parse(*kind, filter, model, viewer)?;
    let mut wanted = Vec::new();
    let most = filter.wanted(model, viewer, few, &mut wanted)?;
    if most > few {
        let name = sort.as_deref().unwrap_or_default().trim();
        wanted.extend(wanted_column(model, *kind, name.trim_start_matches(['-', '－', '+'])));
    }
    wanted.dedup_by(|a, b| a.is_same(b));
    Ok(wanted)
}

/// The field of a name, if it is not in memory and can be a column.
pub fn wanted_column(model: &Model, kind: Kind, name: &str) -> Option<FieldPath> {
    match query_field(model, kind, name)? {
        QueryField::Stored(field) => wanted_path(model, kind, field.path()),
        QueryField::Derived(_) => None,
    }
}

pub(super) fn wanted_path(model: &Model, kind: Kind, path: FieldPath) -> Option<FieldPath> {
    let is_there = model.columns(kind)?.column_of(&path).is_some();
    (!is_there && can_be_column(&path)).then_some(path)
}

/// What has fields of its own takes too much memory as a whole.
fn can_be_column(path: &FieldPath) -> bool {
    !matches!(path.value_shape(), Shape::Part(_) | Shape::List(Shape::Part(_)))
}

impl Filter {
    /// Adds the fields that it would read from more than `few` records. Gives how many rows may pass.
    pub(super) fn wanted(
        &self,
        model: &Model,
        viewer: &Viewer,
        few: usize,
        wanted: &mut Vec<FieldPath>,
    ) -> Result<usize> {
        let Some(columns) = model.columns(self.kind()) else { return Ok(0) };
        // What is asked here is answered from memory.
        let read = |_| Err(Error::other("filter-needs-disk"));
        let scan = Scan::new(model, columns, viewer, &read);
        collect(&scan, self.plan(), RowSet::live(columns), (few, wanted))
    }
}

fn collect(
    scan: &Scan<'_>,
    plan: &Plan,
    among: RowSet,
    (few, wanted): (usize, &mut Vec<FieldPath>),
) -> Result<usize> {
    let most = among.count();
    match plan {
        Plan::All(parts) => {
            let (quick, slow) = scan.split(parts);
            let mut set = among;
            for part in quick {
                set = scan.rows(part, &set)?;
            }
            let mut most = set.count();
            for part in slow {
                most = most.min(collect(scan, part, set.clone(), (few, &mut *wanted))?);
            }
            Ok(most)
        }
        Plan::Any(parts) => {
            let (quick, slow) = scan.split(parts);
            let (mut rest, mut found) = (among, 0);
            for part in quick {
                let passing = scan.rows(part, &rest)?;
                found += passing.count();
                rest = rest.without(&passing);
            }
            let mut more = 0;
            for part in slow {
                more += collect(scan, part, rest.clone(), (few, &mut *wanted))?;
            }
            Ok(most.min(found + more))
        }
        Plan::Is(..) if scan.is_in_memory(plan) => Ok(scan.rows(plan, &among)?.count()),
        Plan::Is(question, _) => {
            if let Question::Field(field) = question
                && most > few
                && can_be_column(&field.path)
            {
                wanted.push(field.path);
            }
            Ok(most)
        }
    }
}
