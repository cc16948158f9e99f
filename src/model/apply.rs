//! What a command changes in memory: only what it touches is copied.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    GROWN, Model, RowState,
    about::Subject,
    build::{Parts, wanted},
    derived::{Done, Fresh, FreshDone},
    grows, search_text,
    touched::Touched,
};
use crate::{
    domain::{
        Activity, Change, DELETED_AT, FieldChange, Fields as _, Kind, Lead, RecordId, Row,
        Settings, Tag, parts, score::Scoring,
    },
    error::Result,
    store::{Laid, NewRecord, Store},
};

impl Model {
    /// The model after a command.
    #[must_use]
    pub fn after(&self, changes: &[Change]) -> Self {
        let touched: Vec<Touched<'_>> = changes.iter().map(Touched::by).collect();
        self.with(changes, |model| model.take(&touched))
    }

    /// The same, where memory may have an older state of the records than the one they were changed from.
    #[must_use]
    pub fn after_all(&self, changes: &[Change]) -> Self {
        let rows = changes.iter().map(|change| (change.record, &change.row));
        self.with(changes, |model| model.put_all(&rows.collect::<Vec<_>>()))
    }

    fn with(&self, changes: &[Change], put: impl FnOnce(&mut Self)) -> Self {
        let mut model = self.clone();
        put(&mut model);
        model.know_changed(changes);
        model.revision += 1;
        model
    }

    /// Takes what a large command made so far, unseen until [`Model::show`].
    pub fn put_hidden(&mut self, records: &[(RecordId, &Row)]) {
        self.put_columns(records, true);
        self.put_subjects(records);
        self.derive(records);
    }

    /// The same of records in their bytes, which memory does not have: of a lead nothing was done yet.
    ///
    /// # Errors
    /// As [`crate::store::EncodedRow::row`].
    pub fn put_made(&mut self, made: &[NewRecord]) -> Result<()> {
        for made in made.chunk_by(|a, b| a.record.kind == b.record.kind) {
            let Some(kind) = made.first().map(|made| made.record.kind) else { continue };
            let is_asked = self.columns_mut(kind).is_none_or(|columns| columns.has_asked());
            if is_asked || kind != Kind::Lead {
                let rows: Vec<Row> =
                    made.iter().map(|made| made.row.row()).collect::<Result<_>>()?;
                let records = made.iter().map(|made| made.record).zip(&rows);
                self.put_hidden(&records.collect::<Vec<_>>());
                continue;
            }
            let (leads, derived) = (self.leads.make_mut(), self.derived.make_mut());
            let wanted = wanted(kind, Parts::All);
            for made in made {
                let fields = made.row.fields(&wanted)?;
                leads.push(made.record.uuid, &fields, RowState::Hidden);
                let fresh = derived.of(fields.as_slice(), &[], &self.scoring);
                derived.push(&fresh);
            }
        }
        Ok(())
    }

    /// Shows records of kinds that grow, which a large command made.
    pub fn show(&mut self, records: &[RecordId]) {
        for record in records {
            if let Some(columns) = self.columns_mut(record.kind) {
                columns.make_mut().set_hidden(record.uuid, false);
            }
        }
        let activities = records.iter().filter(|record| record.kind == Kind::Activity);
        self.relate(activities.map(|record| (*record, Vec::new())).collect());
    }

    /// Takes records as they stand now.
    pub fn put_all(&mut self, records: &[(RecordId, &Row)]) {
        let whole = records.iter().map(|(record, row)| Touched::whole(*record, row));
        self.take(&whole.collect::<Vec<_>>());
    }

    /// Takes what a large command has changed. What it has not touched is not looked at.
    pub fn put_laid(&mut self, laid: &[Laid]) {
        self.take(&laid.iter().map(Touched::of).collect::<Vec<_>>());
    }

    /// Whether more of a record is looked at than the fields that have changed.
    pub fn looks_at_all(kind: Kind, changed: &[FieldChange]) -> bool {
        let followed = match kind {
            Kind::Lead => Lead::OF_DERIVED,
            Kind::Activity => OF_DONE,
            _ => &[],
        };
        let searched = search_text::tags(kind);
        let looks =
            |field: &FieldChange| followed.contains(&field.tag) || searched.contains(&field.tag);
        !grows(kind) || changed.iter().any(looks)
    }

    fn take(&mut self, records: &[Touched<'_>]) {
        let activities = records.iter().filter(|it| it.record.kind == Kind::Activity);
        let activities: Vec<(RecordId, &Row)> = rows_of(activities, OF_DONE);
        let were_about: Vec<(RecordId, Vec<Subject>)> =
            activities.iter().map(|(record, _)| (*record, self.about_of(*record))).collect();
        self.put_grown(records, false);
        for Touched { record, row, .. } in records.iter().filter(|it| !grows(it.record.kind)) {
            self.put_small(*record, row);
            if record.kind == Kind::Settings {
                self.scoring = Arc::new(Scoring::new(self.settings()));
            }
        }
        self.put_subjects(&activities);
        let leads = records.iter().filter(|it| it.record.kind == Kind::Lead);
        self.derive(&rows_of(leads, Lead::OF_DERIVED));
        self.relate(were_about);
    }

    /// Computes what follows from every lead again, after the rules of scoring changed. The parts
    /// that rules look at are not all in memory, so that the records are read.
    ///
    /// # Errors
    /// As [`Store::scan`].
    pub fn rescored(&self, store: &mut Store) -> Result<Self> {
        let mut model = self.clone();
        for entry in store.scan(Kind::Lead)? {
            let (record, stored) = entry?;
            model.derive(&[(record, &stored.row)]);
        }
        Ok(model)
    }

    /// Whether both have the same rules of scoring.
    pub fn scores_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.scoring, &other.scoring) || self.scoring_rules() == other.scoring_rules()
    }

    /// The settings that scores depend on.
    pub(super) fn scoring_rules(&self) -> Row {
        self.settings().to_row().only(|tag| Settings::OF_SCORING.contains(&tag))
    }

    fn put_grown(&mut self, records: &[Touched<'_>], is_hidden: bool) {
        for kind in GROWN {
            let own = records.iter().filter(|it| it.record.kind == *kind).copied();
            let own: Vec<Touched<'_>> = own.collect();
            if let Some(columns) = self.columns_mut(*kind).filter(|_| !own.is_empty()) {
                columns.make_mut().put_many(&own, is_hidden);
            }
        }
    }

    /// Takes records that are not in memory yet, but nothing that follows from them.
    pub(super) fn put_columns(&mut self, records: &[(RecordId, &Row)], is_hidden: bool) {
        let whole = records.iter().map(|(record, row)| Touched::whole(*record, row));
        self.put_grown(&whole.collect::<Vec<_>>(), is_hidden);
    }

    /// What follows from leads as they stand now.
    pub(super) fn derive(&mut self, records: &[(RecordId, &Row)]) {
        let leads = records.iter().filter(|(record, _)| record.kind == Kind::Lead);
        let mut derived = std::mem::take(&mut self.derived);
        let fresh = leads.filter_map(|(record, row)| {
            let at = self.leads.row_of(record.uuid)?;
            let done = self.done_about(*record);
            Some((at, derived.make_mut().of(*row, &done, &self.scoring)))
        });
        let fresh: Vec<(usize, Fresh)> = fresh.collect();
        if !fresh.is_empty() {
            derived.make_mut().put(fresh);
        }
        self.derived = derived;
    }

    /// What activities are about, as they stand now.
    pub(super) fn put_subjects(&mut self, records: &[(RecordId, &Row)]) {
        let activities = records.iter().filter(|(record, _)| record.kind == Kind::Activity);
        let subjects = activities.filter_map(|(record, row)| {
            let about = parts(row.get(Activity::about)).map(|it| self.subject(it)).collect();
            Some((self.activities.row_of(record.uuid)?, about))
        });
        let subjects: Vec<(usize, Vec<Subject>)> = subjects.collect();
        if !subjects.is_empty() {
            self.about.make_mut().put(subjects);
        }
    }

    /// What a live activity is about.
    fn about_of(&self, activity: RecordId) -> Vec<Subject> {
        let row = self.activities.find(activity.uuid);
        row.map_or(Vec::new(), |row| self.about.subjects(row).collect())
    }

    /// Sees what activities are about now; each comes with what it was about before.
    fn relate(&mut self, activities: Vec<(RecordId, Vec<Subject>)>) {
        let mut changes = Vec::new();
        let mut leads = BTreeSet::new();
        for (activity, were_about) in activities {
            let Some(row) = self.activities.row_of(activity.uuid) else { continue };
            let are_about = self.about_of(activity);
            let gone = were_about.iter().filter(|subject| !are_about.contains(subject));
            changes.extend(gone.map(|subject| (*subject, row as u32, false)));
            changes.extend(are_about.iter().map(|subject| (*subject, row as u32, true)));
            leads.extend(were_about.iter().chain(&are_about).filter_map(|subject| match subject {
                Subject::Row(Kind::Lead, row) => Some(*row as u32),
                _ => None,
            }));
        }
        if changes.is_empty() {
            return;
        }
        self.about.make_mut().change(&changes);
        self.rederive(leads);
    }

    /// Computes what follows from what was done about the leads of rows.
    fn rederive(&mut self, leads: impl IntoIterator<Item = u32>) {
        let fresh = leads.into_iter().filter_map(|row| self.fresh_done(row as usize));
        let fresh: Vec<FreshDone> = fresh.collect();
        self.derived.make_mut().put_done(&fresh);
    }

    /// What follows from what was done about the lead of a row; none if there is no such lead.
    pub(super) fn fresh_done(&self, row: usize) -> Option<FreshDone> {
        let activities = self.about.of(Subject::Row(Kind::Lead, row)).iter();
        let done: Vec<Done<'_>> = activities.map(|row| self.done(*row as usize)).collect();
        self.derived.of_done(row, &done, &self.scoring)
    }
}

/// The fields of an activity from which something follows for what it is about.
const OF_DONE: &[Tag] = &[
    Activity::about,
    Activity::kind,
    Activity::outcome,
    Activity::at,
    Activity::signal,
    DELETED_AT,
];

/// The rows of those of the records in which one of these fields may have changed.
fn rows_of<'a>(
    records: impl Iterator<Item = &'a Touched<'a>>,
    tags: &[Tag],
) -> Vec<(RecordId, &'a Row)> {
    records.filter(|it| it.may_change(tags)).map(|it| (it.record, it.row)).collect()
}
