//! How many of the decided opportunities were won, by owner: by count and by value.

use rust_decimal::Decimal;

use super::{
    Question, Report, Sheet,
    behind::Counted,
    deals::{self, Deal},
    ledger::{Ledger, Of},
    metric::{self, Figure, percent},
    scope::Scope,
    subjects::Subjects,
    window::{Place, Window},
};
use crate::{domain::RecordId, error::Result};

/// A row for each owner: opportunities closed in the window, won of won and lost.
pub const REPORT: Report = Report { name: "win_rate", run };

/// The decided opportunities of one owner.
#[derive(Clone, Default)]
struct Decided {
    won: Vec<RecordId>,
    lost: Vec<RecordId>,
    won_amount: Decimal,
    lost_amount: Decimal,
}

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let subjects = Subjects::owners(question);
    let mut ledger = Ledger::of(question.model.settings());
    let decided = decided(question, &window, &subjects.ids(), &mut ledger);
    let metrics = [
        metric::WON,
        metric::LOST,
        metric::WIN_RATE,
        metric::WON_AMOUNT,
        metric::LOST_AMOUNT,
        metric::WIN_RATE_BY_AMOUNT,
    ];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let chosen = groups.iter().filter_map(|group| decided.get(*group as usize));
        let sum = chosen.fold(Decided::default(), Decided::and);
        let (won, lost) = (Counted::records(sum.won.clone()), Counted::records(sum.lost.clone()));
        let all = Counted::records([sum.won, sum.lost].concat());
        let by_amount = percent(sum.won_amount, sum.won_amount + sum.lost_amount);
        let money = |amount: Decimal| Some(ledger.money(amount));
        vec![
            metric::WON.count(won.clone()),
            metric::LOST.count(lost.clone()),
            metric::WIN_RATE.share(won.clone(), all.clone()),
            metric::WON_AMOUNT.money(money(sum.won_amount), won.clone()),
            metric::LOST_AMOUNT.money(money(sum.lost_amount), lost),
            metric::WIN_RATE_BY_AMOUNT.percent(by_amount, won, Some(all)),
        ]
    };
    let mut sheet = subjects.sheet("win_rate", question, &metrics, figures);
    sheet.notes = ledger.notes();
    Ok(sheet)
}

/// The decided opportunities by owner, in the order of the groups; those of nobody last.
fn decided(
    question: &Question<'_>,
    window: &Window,
    owners: &[RecordId],
    ledger: &mut Ledger,
) -> Vec<Decided> {
    let model = question.model;
    let zone = model.settings().zone();
    let scope = Scope::of(question);
    let mut decided = vec![Decided::default(); owners.len() + 1];
    let closed = deals::all(model).filter(|deal| deal.is_won() || deal.is_lost());
    for deal in closed.filter(|deal| scope.has_deal(deal)) {
        match window.place(deal.closed_at) {
            Place::Inside => {}
            Place::Outside => continue,
            Place::Undated => {
                ledger.leave_out("without-date", Of::Opportunity, deal.record);
                continue;
            }
        }
        let day = deal.closed_at.map(|at| at.day(zone));
        let amount = ledger.take(Of::Opportunity, deal.record, deal.amount, day);
        let owner = deal.owner.map(|owner| owner.record());
        let group = owners.iter().position(|id| Some(*id) == owner).unwrap_or(owners.len());
        if let Some(decided) = decided.get_mut(group) {
            decided.take(&deal, amount);
        }
    }
    decided
}

impl Decided {
    fn take(&mut self, deal: &Deal, amount: Decimal) {
        if deal.is_won() {
            self.won.push(deal.record);
            self.won_amount += amount;
        } else {
            self.lost.push(deal.record);
            self.lost_amount += amount;
        }
    }

    fn and(mut self, other: &Self) -> Self {
        self.won.extend(&other.won);
        self.lost.extend(&other.lost);
        self.won_amount += other.won_amount;
        self.lost_amount += other.lost_amount;
        self
    }
}
