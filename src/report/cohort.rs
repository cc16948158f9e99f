//! The leads a report looks at, and what is true of each: computed in one pass, counted by group.

use std::sync::Arc;

use super::{
    Behind, Note, Question,
    behind::Counted,
    deals,
    facts::{FACTS, FUNNEL, Fact, Facts},
    groups::{Groups, of_codes},
    lead_rows,
    scope::LeadRows,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, Stage, Timestamp},
    model::LeadDerived,
};

/// The leads a report looks at.
#[derive(Debug)]
pub(super) struct Cohort {
    /// By row; nothing is true of those that do not count.
    facts: Vec<Facts>,
    /// What is known: the facts asked for.
    wanted: Facts,
    groups: Groups,
    /// How many leads of each group each fact is true of.
    counts: Vec<[u64; FACTS]>,
    /// The hand-overs of each group.
    hand_overs: Vec<HandOvers>,
    /// Leads that stand for nobody any more: they were merged into another.
    merged: Vec<u32>,
    /// Leads without a day of capture, while a window is asked for.
    undated: Vec<u32>,
}

/// Hand-overs to sales, each with its one answer. A lead may have been handed over several times.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HandOvers {
    /// All of them.
    pub all: u64,
    /// Accepted, not accepted, not reached.
    pub answers: [u64; 3],
}

impl Cohort {
    /// The leads of a question that were captured in the window, and which of some facts are true of
    /// each. What is not asked for costs no time.
    pub fn of(
        question: &Question<'_>,
        window: &Window,
        groups: Groups,
        wanted: &[Fact],
    ) -> Arc<Self> {
        let mut cohort = Self {
            facts: vec![Facts::default(); question.model.leads.capacity()],
            // That a lead counts at all is the first fact of each.
            wanted: Facts::these(wanted).and(Facts::reached(Fact::Unsorted)),
            counts: vec![[0; FACTS]; groups.len],
            hand_overs: vec![HandOvers::default(); groups.len],
            groups,
            merged: Vec::new(),
            undated: Vec::new(),
        };
        cohort.take_leads(question, window);
        if cohort.wants_stages() {
            cohort.take_deals(question);
        }
        cohort.count_facts();
        Arc::new(cohort)
    }

    /// How many leads of a group a fact is true of.
    pub fn count(&self, group: u32, fact: Fact) -> u64 {
        debug_assert!(self.wanted.has(fact), "nobody asked for {fact:?}");
        let counts = self.counts.get(group as usize);
        counts.and_then(|counts| counts.get(fact as usize)).copied().unwrap_or_default()
    }

    /// The hand-overs of some groups.
    pub fn hand_overs(&self, groups: &[u32]) -> HandOvers {
        let chosen = groups.iter().filter_map(|group| self.hand_overs.get(*group as usize));
        chosen.fold(HandOvers::default(), |sum, one| sum.and(*one))
    }

    /// The rows of the leads of some groups of whom `fact` is true, but not `but`.
    pub fn rows(&self, groups: &[u32], fact: Fact, but: Option<Fact>) -> Vec<u32> {
        let is_meant = |facts: &Facts| facts.has(fact) && !but.is_some_and(|but| facts.has(but));
        let facts = self.facts.iter().enumerate().filter(|(_, facts)| is_meant(facts));
        let rows = facts.map(|(row, _)| row).filter(|row| groups.contains(&self.groups.of(*row)));
        rows.map(|row| row as u32).collect()
    }

    /// What was left out, and why.
    pub fn notes(&self) -> Vec<Note> {
        [("merged-leads", &self.merged), ("leads-without-capture", &self.undated)]
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(code, rows)| Note::new(code, Behind::Leads(rows.clone())))
            .collect()
    }

    /// Some leads of the cohort.
    pub fn counted(self: &Arc<Self>, groups: &[u32], fact: Fact) -> Counted {
        Counted::cohort(self, groups, fact, None)
    }

    fn take_leads(&mut self, question: &Question<'_>, window: &Window) {
        let model = question.model;
        let leads = &model.leads;
        let stages = of_codes(model, Lead::stage, |value| stage(value.as_text()), Stage::Unsorted);
        let captured = leads.column(Lead::captured_at).filter(|_| !window.is_unbounded());
        let moments = [Lead::converted_at, Lead::sql_at, Lead::mql_at, Lead::usable_at];
        let moments = moments.map(|tag| leads.column(tag));
        let has = |at: usize, row: usize| {
            moments.get(at).copied().flatten().is_some_and(|it| it.number(row).is_some())
        };
        let wants_stages = self.wants_stages();
        for row in lead_rows::all(question) {
            let stage = stages.get(row).copied().unwrap_or_default();
            let at = captured.and_then(|column| column.number(row)).map(Timestamp);
            match (stage, window.place(at)) {
                (_, Place::Outside) => {}
                (Stage::Merged, _) => self.merged.push(row as u32),
                (_, Place::Undated) => self.undated.push(row as u32),
                (_, Place::Inside) if wants_stages => {
                    self.take_lead(question, row, furthest(stage, |moment| has(moment, row)));
                }
                (_, Place::Inside) => self.take_lead(question, row, Fact::Unsorted),
            }
        }
    }

    fn take_lead(&mut self, question: &Question<'_>, row: usize, furthest: Fact) {
        let mut facts = Facts::reached(furthest);
        let wants_data = !self.wanted.only(Facts::OF_DATA).is_empty();
        if let Some(derived) = question.model.lead_derived(row).filter(|_| wants_data) {
            facts = facts.and(Facts::of(derived));
            self.take_hand_overs(derived, row);
        }
        if let Some(slot) = self.facts.get_mut(row) {
            *slot = facts.only(self.wanted);
        }
    }

    fn take_hand_overs(&mut self, derived: LeadDerived<'_>, row: usize) {
        if derived.hand_overs() == 0 {
            return;
        }
        let one = HandOvers { all: derived.hand_overs(), answers: derived.responses() };
        if let Some(sum) = self.hand_overs.get_mut(self.groups.of(row) as usize) {
            *sum = sum.and(one);
        }
    }

    /// Takes how far the leads came after their conversion.
    fn take_deals(&mut self, question: &Question<'_>) {
        let model = question.model;
        let buyers = deals::buyers(model);
        let leads = LeadRows::of_deals(model);
        for deal in deals::all(model) {
            let slot = leads.of_row(deal.row).and_then(|row| self.facts.get_mut(row));
            let Some(slot) = slot.filter(|slot| !slot.is_empty()) else { continue };
            let again = deal.account.and_then(|account| buyers.get(&account));
            let furthest = match (deal.is_won(), again.is_some_and(|orders| *orders >= 2)) {
                (true, true) => Fact::Repeat,
                (true, false) => Fact::Won,
                (false, _) => Fact::Opportunity,
            };
            *slot = slot.and(Facts::reached(furthest).only(self.wanted));
        }
    }

    fn wants_stages(&self) -> bool {
        let stages = Facts::these(FUNNEL.get(1..).unwrap_or_default());
        !self.wanted.only(stages).is_empty()
    }

    fn count_facts(&mut self) {
        for (row, facts) in self.facts.iter().enumerate().filter(|(_, facts)| !facts.is_empty()) {
            let Some(counts) = self.counts.get_mut(self.groups.of(row) as usize) else { continue };
            for number in facts.numbers() {
                if let Some(count) = counts.get_mut(number) {
                    *count += 1;
                }
            }
        }
    }
}

impl HandOvers {
    /// Those that have no answer yet.
    pub fn waiting(self) -> u64 {
        self.all.saturating_sub(self.answers.into_iter().sum())
    }

    fn and(self, other: Self) -> Self {
        let [accepted, not_accepted, not_reached] = self.answers;
        let [more_accepted, more_not_accepted, more_not_reached] = other.answers;
        Self {
            all: self.all + other.all,
            answers: [
                accepted + more_accepted,
                not_accepted + more_not_accepted,
                not_reached + more_not_reached,
            ],
        }
    }
}

fn stage(id: Option<&str>) -> Stage {
    id.and_then(Stage::of_id).unwrap_or_default()
}

/// The furthest stage a lead reached before its conversion: where it stands, or stood at any moment.
/// `has` says whether a moment is known: converted, SQL, MQL, usable.
fn furthest(stage: Stage, has: impl Fn(usize) -> bool) -> Fact {
    match stage {
        Stage::Converted | Stage::Sql => Fact::Sql,
        _ if has(0) || has(1) => Fact::Sql,
        Stage::Mql => Fact::Mql,
        _ if has(2) => Fact::Mql,
        Stage::Usable => Fact::Usable,
        _ if has(3) => Fact::Usable,
        _ => Fact::Unsorted,
    }
}
