//! Which of several records stays, and whose value each of its fields gets.

use std::collections::BTreeMap;

use crate::{
    domain::{FieldInfo, Kind, RecordId, Row, Value},
    engine::{Merge, rules::merge::can_choose},
    query,
    ui::Cx,
};

/// Fields of which the survivor keeps its own, whatever the others say: how it came to us.
const OWN: &[&str] = &["captured_at", "captured_by", "steward", "lead", "campaign", "source"];

/// What was chosen so far.
pub(super) struct MergeForm {
    records: Vec<RecordId>,
    /// The record that stays, if a person has said so.
    stays: Option<RecordId>,
    /// Whose value is taken, by the names of fields.
    taken: BTreeMap<&'static str, RecordId>,
}

/// How the values of a field go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Together {
    /// One of them is taken.
    Chosen,
    /// All are kept.
    United,
    /// Only one record has one.
    Filled,
    /// They are the same.
    Same,
}

/// A field of all records.
pub(super) struct FieldLine {
    pub field: &'static FieldInfo,
    pub together: Together,
    /// The value of each record, in their order.
    pub values: Vec<Value>,
    /// Whose value the survivor will have, if one of them is taken.
    pub taken: Option<usize>,
}

impl MergeForm {
    /// Nothing was chosen yet.
    pub fn of(records: Vec<RecordId>) -> Self {
        Self { records, stays: None, taken: BTreeMap::new() }
    }

    /// The records, in the order in which they stand beside each other.
    pub fn records(&self) -> &[RecordId] {
        &self.records
    }

    /// The records as the viewer may see them; none until all are read.
    pub fn rows(&self, cx: &mut Cx<'_>) -> Option<Vec<(RecordId, Row)>> {
        self.records.iter().for_each(|record| cx.prefetch(*record));
        self.records.iter().map(|record| Some((*record, cx.row(*record)?))).collect()
    }

    /// The record that stays: the one that was chosen, else the one that should.
    pub fn survivor(&self, rows: &[(RecordId, Row)]) -> Option<RecordId> {
        let suggested = || query::survivor(rows.iter().map(|(record, row)| (*record, row)));
        self.stays.or_else(suggested)
    }

    /// Whether a record may be the one that stays: a lead does not take in a contact.
    pub fn can_stay(&self, record: RecordId) -> bool {
        record.kind != Kind::Lead || self.records.iter().all(|it| it.kind == Kind::Lead)
    }

    /// Chooses the record that stays. What was chosen of its fields is given up.
    pub fn keep(&mut self, record: RecordId) {
        if self.can_stay(record) && self.stays != Some(record) {
            self.stays = Some(record);
            self.taken.clear();
        }
    }

    /// Chooses whose value a field gets.
    pub fn take(&mut self, field: &'static FieldInfo, from: RecordId, survivor: RecordId) {
        if from == survivor {
            self.taken.remove(field.name);
        } else {
            self.taken.insert(field.name, from);
        }
    }

    /// The command they come to.
    pub fn command(&self, rows: &[(RecordId, Row)]) -> Option<Merge> {
        let survivor = self.survivor(rows)?;
        let losers = self.records.iter().copied().filter(|record| *record != survivor).collect();
        let taken = self.taken.iter().map(|(name, from)| ((*name).to_owned(), from.uuid));
        Some(Merge { survivor, losers, take: taken.collect() })
    }

    /// The fields that any of the records has: those of which one has to choose first.
    pub fn lines(
        &self,
        cx: &Cx<'_>,
        rows: &[(RecordId, Row)],
        survivor: RecordId,
    ) -> Vec<FieldLine> {
        let fields = cx.model.fields(survivor.kind);
        let fields = fields.filter(|field| !OWN.contains(&field.name));
        let mut lines: Vec<FieldLine> =
            fields.filter_map(|field| self.line(field, rows, survivor)).collect();
        lines.sort_by_key(|line| line.together);
        lines
    }

    fn line(
        &self,
        field: &'static FieldInfo,
        rows: &[(RecordId, Row)],
        survivor: RecordId,
    ) -> Option<FieldLine> {
        let is_united = is_united(survivor.kind, field);
        let value = |(record, row): &(RecordId, Row)| {
            let is_told = is_united || can_choose(survivor.kind, record.kind, field);
            if is_told { row.get(field.tag).clone() } else { Value::Empty }
        };
        let values: Vec<Value> = rows.iter().map(value).collect();
        let filled: Vec<&Value> = values.iter().filter(|value| !value.is_empty()).collect();
        let first = filled.first()?;
        let together = match filled.iter().all(|value| value == first) {
            _ if is_united => Together::United,
            true if filled.len() == values.len() => Together::Same,
            true => Together::Filled,
            false => Together::Chosen,
        };
        let place = |record: RecordId| rows.iter().position(|(it, _)| *it == record);
        let own = place(survivor).filter(|at| values.get(*at).is_some_and(|it| !it.is_empty()));
        let chosen = self.taken.get(field.name).and_then(|from| place(*from));
        let other = || values.iter().position(|value| !value.is_empty());
        let taken = chosen.or(own).or_else(other).filter(|_| together == Together::Chosen);
        Some(FieldLine { field, together, values, taken })
    }
}

/// Whether all values of a field are kept.
fn is_united(kind: Kind, field: &FieldInfo) -> bool {
    use crate::domain::Lead;
    matches!(kind, Kind::Lead | Kind::Contact)
        && [Lead::phones, Lead::emails, Lead::tags].contains(&field.tag)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{Fields as _, Lead, Stage};

    fn record(kind: Kind, number: u128) -> RecordId {
        RecordId { kind, uuid: Uuid::from_u128(number) }
    }

    #[test]
    fn one_chooses_who_stays_and_whose_values() {
        let [a, b] = [record(Kind::Lead, 1), record(Kind::Lead, 2)];
        let lead = |job_title: &str, stage| Lead {
            name: "王小明".to_owned(),
            job_title: job_title.to_owned(),
            stage,
            ..Lead::default()
        };
        let rows =
            [(a, lead("經理", Stage::Unsorted).to_row()), (b, lead("副理", Stage::Mql).to_row())];
        let mut form = MergeForm::of(vec![a, b]);
        let title = Kind::Lead.field("job_title").unwrap();
        let taken = |form: &MergeForm| {
            let survivor = form.survivor(&rows).unwrap();
            form.line(title, &rows, survivor).unwrap().taken
        };
        assert_eq!((form.survivor(&rows), taken(&form)), (Some(b), Some(1)));
        form.take(title, a, b);
        let command = form.command(&rows).unwrap();
        assert_eq!((command.survivor, command.losers), (b, vec![a]));
        assert_eq!(command.take.get("job_title"), Some(&a.uuid));
        assert_eq!(taken(&form), Some(0));
        form.keep(a);
        assert_eq!((form.survivor(&rows), taken(&form)), (Some(a), Some(0)));
        let name = Kind::Lead.field("name").unwrap();
        assert_eq!(form.line(name, &rows, a).unwrap().together, Together::Same);
        assert!(form.line(Kind::Lead.field("need").unwrap(), &rows, a).is_none());
    }

    #[test]
    fn a_lead_does_not_take_in_a_contact() {
        let [lead, contact] = [record(Kind::Lead, 1), record(Kind::Contact, 2)];
        let mut form = MergeForm::of(vec![lead, contact]);
        form.keep(lead);
        assert!(!form.can_stay(lead) && form.can_stay(contact));
        let rows = [(lead, Row::new()), (contact, Row::new())];
        assert_eq!(form.survivor(&rows), Some(contact));
    }
}
