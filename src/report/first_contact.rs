//! How long people waited until someone tried to reach them, by grade: the board of the first 72 hours.

use super::{
    Behind, Cell, ColumnHead, Metric, Note, Question, Report, Sheet, Unit,
    behind::Counted,
    lead_rows, metric,
    window::{Place, Window},
};
use crate::{
    domain::{Lead, Timestamp},
    error::Result,
};

/// A row for each grade of today, of the leads captured in the window.
pub const REPORT: Report = Report { name: "first_contact", run };

/// The stable ids of the grades, the best first; a label is the text `metric-<id>`.
const GRADES: [&str; 4] = ["grade_a", "grade_b", "grade_c", "grade_d"];

const HOUR_MS: i64 = 3_600_000;

/// The hours after which a time of waiting is over, and those who waited no longer.
const WAITED: [(i64, Metric); 4] = [
    (4, metric::WITHIN_4_HOURS),
    (24, metric::WITHIN_24_HOURS),
    (48, metric::WITHIN_48_HOURS),
    (72, metric::WITHIN_72_HOURS),
];

/// How many times of waiting there are: those, longer, and still waiting.
const TIMES: usize = WAITED.len() + 2;

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let model = question.model;
    let captured = model.leads.column(Lead::captured_at);
    let mut leads: [[Vec<u32>; TIMES]; GRADES.len()] = Default::default();
    let mut undated = Vec::new();
    for row in lead_rows::unmerged(question) {
        let at = captured.and_then(|column| column.number(row)).map(Timestamp);
        let at = match (at, window.place(at)) {
            (_, Place::Outside) => continue,
            (Some(at), Place::Inside) => at,
            _ => {
                undated.push(row as u32);
                continue;
            }
        };
        let grade = match model.grade(row) {
            8.. => 0,
            5..8 => 1,
            2..5 => 2,
            0..2 => 3,
        };
        let time = time(at, model.first_attempt_at(row));
        if let Some(rows) = leads.get_mut(grade).and_then(|times| times.get_mut(time)) {
            rows.push(row as u32);
        }
    }
    let metrics = WAITED.map(|(_, metric)| metric);
    let metrics = metrics.into_iter().chain([metric::AFTER_72_HOURS, metric::UNTOUCHED]);
    let metrics: Vec<Metric> = metrics.collect();
    let head = [ColumnHead::new("grade", Unit::Text)].into_iter();
    let columns = head.chain(metrics.iter().copied().map(Into::into)).collect();
    let mut sheet = Sheet::new("first_contact", question, columns);
    for (grade, times) in GRADES.into_iter().zip(leads) {
        let name = Cell::Term("metric", grade.into());
        let counts =
            metrics.iter().zip(times).map(|(metric, rows)| metric.count(Counted::leads(rows)));
        sheet.push([name.into()].into_iter().chain(counts).collect());
    }
    if !undated.is_empty() {
        sheet.notes.push(Note::new("leads-without-capture", Behind::Leads(undated)));
    }
    Ok(sheet)
}

/// Which time of waiting it is. Who was called before the card was kept did not wait.
fn time(captured_at: Timestamp, tried_at: Option<Timestamp>) -> usize {
    let Some(tried_at) = tried_at else { return TIMES - 1 };
    let waited = tried_at.0.saturating_sub(captured_at.0);
    let ended = |(hours, _): &(i64, Metric)| waited <= hours * HOUR_MS;
    WAITED.iter().position(ended).unwrap_or(WAITED.len())
}
