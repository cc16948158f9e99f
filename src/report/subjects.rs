//! Sheets with a row for each campaign, owner or supplier.

use super::{
    Cell, ColumnHead, Metric, Question, Sheet, Unit, campaign_list::CampaignList, metric::Figure,
};
use crate::domain::RecordId;

/// What the rows of a sheet are about. The place of a subject is the number of its group.
pub(super) struct Subjects {
    /// The name of the first column.
    column: &'static str,
    /// The name of the column of ids, the last; none if the subjects are no records.
    id_column: Option<&'static str>,
    rows: Vec<Subject>,
}

struct Subject {
    name: Cell,
    id: Option<RecordId>,
    /// Those who belong to nobody: a row only if there are any.
    is_rest: bool,
}

impl Subjects {
    /// A row for each campaign of a list.
    pub fn campaigns(list: &CampaignList) -> Self {
        let named = list.campaigns.iter().map(|it| (it.id.record(), it.name.clone()));
        Self::records(("campaign", "campaign_id"), named)
    }

    /// The same, and a row for leads without a campaign if all are asked for.
    pub fn campaigns_and_rest(question: &Question<'_>, list: &CampaignList) -> Self {
        let subjects = Self::campaigns(list);
        if question.campaigns.is_none() { subjects.and_rest("no_campaign") } else { subjects }
    }

    /// A row for each user, and one for what nobody owns.
    pub fn owners(question: &Question<'_>) -> Self {
        let users = question.model.users.iter();
        let named = users.map(|(id, user)| (id.record(), user.name.clone()));
        Self::records(("owner", "owner_id"), named).and_rest("no_owner")
    }

    /// A row for each user who captures cards, and one for cards of which nobody is known to have.
    pub fn collectors(question: &Question<'_>) -> Self {
        let users = question.model.users.iter();
        let named = users.map(|(id, user)| (id.record(), user.name.clone()));
        Self::records(("person", "person_id"), named).and_rest("no_person")
    }

    /// A row for each supplier of lists, after one for leads without a supplier.
    pub fn suppliers(names: &[String]) -> Self {
        let row = |name: &String| Subject {
            name: match name.as_str() {
                "" => Cell::Term("group", "no_supplier".into()),
                name => Cell::Text(name.to_owned()),
            },
            id: None,
            is_rest: name.is_empty(),
        };
        Self { column: "supplier", id_column: None, rows: names.iter().map(row).collect() }
    }

    /// The records that have a row, in the order of the groups.
    pub fn ids(&self) -> Vec<RecordId> {
        self.rows.iter().filter_map(|subject| subject.id).collect()
    }

    /// A sheet: `figures` makes the numbers of some groups, one for each metric.
    pub fn sheet(
        &self,
        report: &'static str,
        question: &Question<'_>,
        metrics: &[Metric],
        figures: impl Fn(&[u32]) -> Vec<Figure>,
    ) -> Sheet {
        let head = [ColumnHead::new(self.column, Unit::Text)].into_iter();
        let ids = self.id_column.map(|name| ColumnHead::new(name, Unit::Id));
        let columns = head.chain(metrics.iter().copied().map(Into::into)).chain(ids).collect();
        let mut sheet = Sheet::new(report, question, columns);
        for (group, subject) in (0..).zip(&self.rows) {
            let numbers = figures(&[group]);
            if !(subject.is_rest && numbers.iter().all(is_nothing)) {
                sheet.push(self.row(subject.name.clone(), numbers, subject.id));
            }
        }
        if sheet.rows.len() > 1 {
            let all: Vec<u32> = (0..self.rows.len() as u32).collect();
            let name = Cell::Term("group", "all".into());
            sheet.set_total(self.row(name, figures(&all), None));
        }
        sheet
    }

    fn row(&self, name: Cell, numbers: Vec<Figure>, id: Option<RecordId>) -> Vec<Figure> {
        let id = id.map_or(Cell::Missing, |id| Cell::Text(id.to_string()));
        let ids = self.id_column.map(|_| id.into());
        [name.into()].into_iter().chain(numbers).chain(ids).collect()
    }

    fn records(
        (column, id_column): (&'static str, &'static str),
        named: impl Iterator<Item = (RecordId, String)>,
    ) -> Self {
        let row =
            |(id, name)| Subject { name: Cell::Record(id, name), id: Some(id), is_rest: false };
        Self { column, id_column: Some(id_column), rows: named.map(row).collect() }
    }

    fn and_rest(mut self, id: &'static str) -> Self {
        let name = Cell::Term("group", id.into());
        self.rows.push(Subject { name, id: None, is_rest: true });
        self
    }
}

fn is_nothing(figure: &Figure) -> bool {
    match &figure.cell {
        Cell::Count(count) => *count == 0,
        Cell::Money(money) => money.amount.is_zero(),
        cell => *cell == Cell::Missing,
    }
}
