//! Qualification: the four dimensions with their evidence, and the gates MQL and SQL.

use crate::{
    domain::{Dimension, Fields as _, Id, Lead, Timestamp, score::grade_name},
    engine::{Edit, Qualify, Right},
    error::{Error, Result},
    model::Model,
};

/// The score a lead needs to become an MQL, unless the workspace says otherwise.
pub const MQL_SCORE: i64 = 50;
/// The grade it needs: B.
pub const MQL_GRADE: i64 = 6;
/// The sum of the four dimensions, of twelve, that it needs to become an SQL.
pub const SQL_SUM: i64 = 8;

/// One condition of a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateItem {
    /// Which: its label is the text `gate-<id>`.
    pub id: &'static str,
    /// Whether it is met.
    pub is_met: bool,
    /// What is there.
    pub actual: String,
    /// What is needed.
    pub needed: String,
}

impl GateItem {
    /// The condition as an argument of an error: its label, what is there and what is needed.
    pub fn text(&self) -> String {
        match self.needed.as_str() {
            "" => format!("@gate-{}", self.id),
            needed => format!("@gate-{} {}/{needed}", self.id, self.actual),
        }
    }
}

/// Sets dimensions of qualification with their evidence.
///
/// # Errors
/// When a score is over 3, or the lead may not be changed.
pub fn qualify(edit: &mut Edit<'_>, command: &Qualify) -> Result<()> {
    let record = command.lead.record();
    edit.require_of(Right::EditLeads, record)?;
    let mut lead = edit.get(command.lead)?;
    if lead.stage.is_read_only() {
        return Err(Error::refused("lead-read-only"));
    }
    let (author, at) = (edit.actor(), Some(edit.now()));
    let given = [
        (command.background, &mut lead.background),
        (command.requirement, &mut lead.requirement),
        (command.potential, &mut lead.potential),
        (command.possibility, &mut lead.possibility),
    ];
    for (score, dimension) in given {
        let Some(score) = score else { continue };
        if score > 3 {
            return Err(Error::usage("dimension-range"));
        }
        let note = command.note.clone().unwrap_or_else(|| dimension.note.clone());
        let unknown = std::mem::take(&mut dimension.unknown);
        *dimension = Dimension { score: Some(i64::from(score)), note, author, at, unknown };
    }
    edit.put(record, lead.to_row())?;
    edit.outcome.records.push(record);
    Ok(())
}

/// What a lead needs to be usable: a name, a company and a way to reach the person.
pub fn usable_gate(lead: &Lead) -> Vec<GateItem> {
    vec![
        plain("name", !lead.name.is_empty()),
        plain("company", !lead.company.is_empty()),
        plain("reachable", lead.is_reachable()),
    ]
}

/// What a lead needs to be qualified by marketing: score, grade and no blocking flag.
pub fn mql_gate(model: &Model, at: Timestamp, id: Id<Lead>, lead: &Lead) -> Vec<GateItem> {
    let settings = model.settings();
    let (score, grade) = match model.leads.find(id.0) {
        Some(row) => (i64::from(model.score(row, at)), model.grade(row)),
        None => (0, 0),
    };
    let score_needed = settings.mql_score.unwrap_or(MQL_SCORE);
    let grade_needed = settings.mql_grade.unwrap_or(MQL_GRADE);
    vec![
        GateItem {
            id: "score",
            is_met: score >= score_needed,
            actual: score.to_string(),
            needed: score_needed.to_string(),
        },
        GateItem {
            id: "grade",
            is_met: i64::from(grade) >= grade_needed,
            actual: grade_name(grade).to_owned(),
            needed: grade_name(grade_needed.clamp(0, 9) as u8).to_owned(),
        },
        plain("not_blocked", !lead.blocked),
    ]
}

/// What a lead needs to be qualified by sales: each dimension at least 1, and their sum.
pub fn sql_gate(model: &Model, lead: &Lead) -> Vec<GateItem> {
    let names = ["background", "requirement", "potential", "possibility"];
    let mut items: Vec<GateItem> = names
        .into_iter()
        .zip(lead.dimensions())
        .map(|(id, dimension)| GateItem {
            id,
            is_met: dimension.score.is_some_and(|score| score >= 1),
            actual: dimension.score.unwrap_or_default().to_string(),
            needed: "1".to_owned(),
        })
        .collect();
    let needed = model.settings().sql_sum.unwrap_or(SQL_SUM);
    items.push(GateItem {
        id: "dimension_sum",
        is_met: lead.dimension_sum() >= needed,
        actual: lead.dimension_sum().to_string(),
        needed: needed.to_string(),
    });
    items
}

fn plain(id: &'static str, is_met: bool) -> GateItem {
    GateItem { id, is_met, actual: String::new(), needed: String::new() }
}
