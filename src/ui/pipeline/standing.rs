//! How the deals of a pipeline stand: worked out beside the window from the columns in memory.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use crate::{
    domain::{
        Activity, ActivityKind, Kind, Money, Opportunity, Outcome, Pipeline, PipelineStage,
        RecordId, Timestamp, Value, start_of_quarter,
    },
    error::{Error, Result},
    model::Model,
    query::{Filter, Group, Grouping, ListQuestion, RowSet, Sort, Viewer, wanted_columns},
    report::worth,
};

/// Deals that were decided within so many days count for the win rate.
const WIN_RATE_DAYS: u64 = 90;

/// How the deals of a pipeline stand that pass a filter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    /// The stages in which deals are open, in their order.
    pub columns: Vec<Stand>,
    /// All that are open.
    pub open: Total,
    /// Those of them that somebody has committed to.
    pub commit: Total,
    /// Those that were won since the quarter began.
    pub won: Total,
    /// The share of those decided lately that were won, in per cent; none if none was decided.
    pub win_rate: Option<Decimal>,
    /// What is to be won in this quarter, of all pipelines; none if nobody has said so, or a filter chooses deals.
    pub target: Option<Aim>,
    /// How many have a next task in days to come, one of today, an overdue one, and none.
    pub planned: [usize; 4],
    /// The next task of each deal that has one.
    next: HashMap<u32, Timestamp>,
}

/// The deals of a stage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stand {
    pub stage: &'static PipelineStage,
    /// The largest first.
    pub rows: Vec<u32>,
    pub total: Total,
}

/// What deals are worth.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Total {
    pub count: usize,
    /// In the base currency.
    pub sum: Money,
    /// Each by its chance of being won, in the base currency.
    pub weighted: Money,
    /// Amounts for which there is no exchange rate: they are in no sum.
    pub others: Vec<Money>,
}

/// What is to be won in a quarter, and how far that is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Aim {
    /// What is to be won, in the base currency.
    pub target: Money,
    /// How much of it is won or committed to, in per cent; none of a target of nothing.
    pub committed: Option<Decimal>,
    /// How many times what is still to be won is open; none when nothing is.
    pub coverage: Option<Decimal>,
}

/// When a task is due, as seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Later,
    Today,
    Late,
}

impl Due {
    pub fn of(day: NaiveDate, today: NaiveDate) -> Self {
        match day.cmp(&today) {
            std::cmp::Ordering::Greater => Self::Later,
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Less => Self::Late,
        }
    }
}

impl Standing {
    /// Works it out; none while a field that the filter asks for is not in memory.
    ///
    /// # Errors
    /// As [`Filter::parse`].
    pub fn of(
        (model, viewer): (&Model, &Viewer),
        pipeline: &'static Pipeline,
        filter: &str,
    ) -> Result<Option<Self>> {
        let kind = Kind::Opportunity;
        let asked = ListQuestion { filter: filter.to_owned(), ..ListQuestion::all(kind) };
        if !wanted_columns(model, viewer, &asked, 0)?.is_empty() {
            return Ok(None);
        }
        let (filter, _) = Filter::parse(kind, filter, model, viewer)?;
        let columns = &model.opportunities;
        let all = filter.row_set(model, viewer, &read)?;
        let rows = all.where_row(|row| columns.text(Opportunity::pipeline, row) == pipeline.id);
        let work = Work { model, viewer, today: viewer.now.day(model.settings().zone()) };
        let mut standing = work.standing(pipeline, &rows)?;
        // The target is one for all deals: some of them say nothing about it.
        if asked.filter.trim().is_empty() {
            standing.target = work.aim(pipeline, &all)?;
        }
        Ok(Some(standing))
    }

    /// The deal of a row is shown in another stage, until what is known of it is newer.
    pub fn shift(&mut self, row: u32, to: &str) {
        for column in &mut self.columns {
            column.rows.retain(|other| *other != row);
            if column.stage.id == to {
                column.rows.insert(0, row);
            }
        }
    }

    /// When the next task about the deal of a row is due.
    pub fn next_due(&self, row: u32) -> Option<Timestamp> {
        self.next.get(&row).copied()
    }

    /// The column and the place in it of a row.
    pub fn place_of(&self, row: u32) -> Option<(usize, usize)> {
        let mut columns = self.columns.iter().enumerate();
        columns.find_map(|(at, column)| {
            Some((at, column.rows.iter().position(|other| *other == row)?))
        })
    }
}

/// Nothing is asked of the board that is not in memory.
fn read(_: RecordId) -> Result<Option<crate::domain::Row>> {
    Err(Error::usage("filter-needs-disk"))
}

/// What is at hand while it is worked out.
struct Work<'a> {
    model: &'a Model,
    viewer: &'a Viewer,
    today: NaiveDate,
}

impl Work<'_> {
    fn standing(&self, pipeline: &'static Pipeline, rows: &RowSet) -> Result<Standing> {
        let columns = &self.model.opportunities;
        let is = |outcome: Outcome| {
            move |row: usize| columns.text(Opportunity::outcome, row) == outcome.id()
        };
        let open = rows.where_row(is(Outcome::Open));
        let won = rows.where_row(is(Outcome::Won));
        let commit = crate::domain::ForecastCategory::Commit.id();
        let commit =
            open.where_row(|row| columns.text(Opportunity::forecast_category, row) == commit);
        let (next, planned) = self.next_tasks(&open);
        let quarter = start_of_quarter(self.today);
        let since = |rows: &RowSet, day| {
            let start = Timestamp::start_of(day, self.model.settings().zone()).0;
            rows.where_row(|row| {
                columns.number(Opportunity::closed_at, row).is_some_and(|at| at >= start)
            })
        };
        let lately = self.today.checked_sub_days(Days::new(WIN_RATE_DAYS)).unwrap_or(self.today);
        let won_lately = since(&won, lately).count();
        let lost_lately = since(&rows.where_row(is(Outcome::Lost)), lately).count();
        let decided = won_lately + lost_lately;
        let share = |part: usize| Decimal::from(part * 100) / Decimal::from(decided);
        Ok(Standing {
            columns: self.columns(pipeline, &open)?,
            open: self.total(&self.groups(&open)?, pipeline),
            commit: self.total(&self.groups(&commit)?, pipeline),
            won: self.total(&self.groups(&since(&won, quarter))?, pipeline),
            win_rate: (decided > 0).then(|| share(won_lately)),
            target: None,
            planned,
            next,
        })
    }

    /// How far the target of the quarter is, by all deals.
    fn aim(&self, pipeline: &'static Pipeline, all: &RowSet) -> Result<Option<Aim>> {
        let settings = self.model.settings();
        let Some(target) = settings.sales_target(self.today) else { return Ok(None) };
        let columns = &self.model.opportunities;
        let zone = settings.zone();
        let begun = Timestamp::start_of(start_of_quarter(self.today), zone).0;
        let of = |outcome: Outcome| {
            all.where_row(|row| columns.text(Opportunity::outcome, row) == outcome.id())
        };
        let open = of(Outcome::Open);
        let won = of(Outcome::Won).where_row(|row| {
            columns.number(Opportunity::closed_at, row).is_some_and(|at| at >= begun)
        });
        let commit = crate::domain::ForecastCategory::Commit.id();
        let commit =
            open.where_row(|row| columns.text(Opportunity::forecast_category, row) == commit);
        let sum = |rows: &RowSet| -> Result<Decimal> {
            Ok(self.total(&self.groups(rows)?, pipeline).sum.amount)
        };
        let (open, won, commit) = (sum(&open)?, sum(&won)?, sum(&commit)?);
        let (target, _) = worth(settings, &[target], self.today);
        let rest = target.amount - won;
        let committed = (won + commit).checked_mul(Decimal::ONE_HUNDRED);
        Ok(Some(Aim {
            target,
            committed: committed.and_then(|sum| sum.checked_div(target.amount)),
            coverage: open.checked_div(rest).filter(|_| rest > Decimal::ZERO),
        }))
    }

    fn columns(&self, pipeline: &'static Pipeline, open: &RowSet) -> Result<Vec<Stand>> {
        let columns = &self.model.opportunities;
        let sort = Sort::parse(Kind::Opportunity, "-amount", self.model, self.viewer)?;
        let groups = self.groups(open)?;
        let stages = pipeline.stages.iter().filter(|stage| stage.outcome == Outcome::Open);
        let mut stands: Vec<Stand> = stages
            .map(|stage| {
                let of_it: Vec<Group> =
                    groups.iter().filter(|group| stage_of(group) == stage.id).cloned().collect();
                let total = self.total(&of_it, pipeline);
                Stand { stage, rows: Vec::with_capacity(total.count), total }
            })
            .collect();
        for row in sort.order(self.model, open, None, &read)? {
            let stage = columns.text(Opportunity::stage, row as usize);
            if let Some(stand) = stands.iter_mut().find(|stand| stand.stage.id == stage) {
                stand.rows.push(row);
            }
        }
        Ok(stands)
    }

    /// What deals add up to, by stage and chance.
    fn groups(&self, rows: &RowSet) -> Result<Vec<Group>> {
        let by = ("stage", Some("probability"));
        let grouping = Grouping::parse(Kind::Opportunity, by, Some("amount"), self.model)?;
        grouping.groups(self.model, self.viewer, rows, &read)
    }

    fn total(&self, groups: &[Group], pipeline: &Pipeline) -> Total {
        let (mut amounts, mut weighted) = (Vec::new(), Vec::new());
        for group in groups {
            let chance = match group.values.get(1) {
                Some(Value::Int(chance)) => *chance,
                _ => pipeline.stage(stage_of(group)).map_or(0, |stage| stage.probability),
            };
            let chance = Decimal::from(chance.clamp(0, 100)) / Decimal::ONE_HUNDRED;
            for sum in &group.sums {
                let Some(currency) = sum.currency else { continue };
                amounts.push(Money { amount: sum.amount, currency });
                weighted.push(Money { amount: sum.amount * chance, currency });
            }
        }
        let settings = self.model.settings();
        let (sum, others) = worth(settings, &amounts, self.today);
        let (weighted, _) = worth(settings, &weighted, self.today);
        let count = groups.iter().map(|group| group.count).sum();
        Total { count, sum, weighted, others }
    }

    /// The next open task of each deal, and how many are due when.
    fn next_tasks(&self, open: &RowSet) -> (HashMap<u32, Timestamp>, [usize; 4]) {
        let (model, zone) = (self.model, self.model.settings().zone());
        let activities = &model.activities;
        let due = |row: &u32| {
            let row = *row as usize;
            let is_open = activities.text(Activity::kind, row) == ActivityKind::Task.id()
                && activities.number(Activity::done_at, row).is_none();
            activities.number(Activity::due, row).filter(|_| is_open)
        };
        let (mut next, mut planned) = (HashMap::new(), [0; 4]);
        for row in open.iter() {
            let Some(record) = model.opportunities.id(row) else { continue };
            let first = model.activity_rows(record).iter().filter_map(due).min().map(Timestamp);
            let [later, today, late, none] = &mut planned;
            match first.map(|due| Due::of(due.day(zone), self.today)) {
                Some(Due::Later) => *later += 1,
                Some(Due::Today) => *today += 1,
                Some(Due::Late) => *late += 1,
                None => *none += 1,
            }
            next.extend(first.map(|due| (row as u32, due)));
        }
        (next, planned)
    }
}

fn stage_of(group: &Group) -> &str {
    group.values.first().and_then(Value::as_text).unwrap_or_default()
}
