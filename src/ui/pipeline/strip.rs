//! What all deals of the board add up to, and how they are planned.

use eframe::egui::{Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::standing::{Aim, Standing, Total};
use crate::{
    domain::Money,
    i18n::{text, text_with},
    ui::{
        Cx,
        shown::{compact, rounded},
        theme::{Tone, measure, size, space},
        widgets::{Glyph, Icon, Pill, galley, icons, line},
    },
};

/// A number, what it is called, and what else is said of it.
struct Figure {
    label: String,
    number: String,
    note: String,
}

/// Draws the strip.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, standing: &Standing) {
    let room = ui.max_rect();
    let pills = planned(cx, standing);
    let widths: Vec<f32> = pills
        .iter()
        .map(|(words, icon, tone)| pill(words, *icon, *tone).width(ui.painter()))
        .collect();
    // Two by two, at the right.
    let columns = [0, 1].map(|at| {
        let own = widths.iter().skip(at).step_by(2);
        own.copied().fold(0.0, f32::max)
    });
    let block: f32 = columns.iter().sum::<f32>() + space::SMALL;
    for (at, (words, icon, tone)) in pills.iter().enumerate() {
        let x = room.right() - block + if at % 2 == 1 { columns[0] + space::SMALL } else { 0.0 };
        let y = room.center().y + if at < 2 { -measure::PILL - 2.0 } else { 2.0 };
        let rect = Rect::from_min_size(pos2(x, y), vec2(block, measure::PILL));
        let shown = pill(words, *icon, *tone).paint(ui.painter(), rect);
        let response = ui.interact(shown, ui.scope_id().with(("planned", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    }
    let figures = figures(cx, standing);
    let mut left = room.left();
    let shares = shares(ui, cx, &figures, room.width() - block - space::LARGE);
    for (at, (figure, width)) in figures.iter().zip(shares).enumerate() {
        let size = vec2((width - space::MEDIUM).max(0.0), room.height());
        draw(ui, cx, (figure, Rect::from_min_size(pos2(left, room.top()), size)), at);
        left += width;
    }
}

/// How wide each figure is: as it needs, and the rest for all alike; where there is not enough, all are alike.
fn shares(ui: &Ui, cx: &Cx<'_>, figures: &[Figure], room: f32) -> Vec<f32> {
    let width = |text: &str, letters| {
        galley(ui.painter(), text, letters, cx.tokens.text, f32::INFINITY).size().x
    };
    let needed = |figure: &Figure| {
        let below =
            width(&figure.number, size::HEADING) + space::SMALL + width(&figure.note, size::SMALL);
        width(&figure.label, size::SMALL).max(below).ceil() + space::MEDIUM + measure::LINE
    };
    let needed: Vec<f32> = figures.iter().map(needed).collect();
    let count = figures.len().max(1) as f32;
    match room - needed.iter().sum::<f32>() {
        rest if rest < 0.0 => vec![room / count; figures.len()],
        rest => needed.into_iter().map(|width| width + rest / count).collect(),
    }
}

fn pill(words: &str, icon: Icon, tone: Tone) -> Pill<'_> {
    Pill { text: words, glyph: Glyph::Icon(icon), tone }
}

fn draw(ui: &Ui, cx: &Cx<'_>, (figure, rect): (&Figure, Rect), at: usize) {
    let tokens = cx.tokens;
    let said = format!("{}: {} {}", figure.label, figure.number, figure.note);
    let response = ui.interact(rect, ui.scope_id().with(("figure", at)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.trim_end()));
    let middle = rect.center().y;
    let upper = Rect::from_x_y_ranges(rect.x_range(), middle - 20.0..=middle - 2.0);
    let lower = Rect::from_x_y_ranges(rect.x_range(), middle - 2.0..=middle + 20.0);
    let painter = ui.painter();
    line(painter, upper, &figure.label, size::SMALL, tokens.text_subdued);
    let number = line(painter, lower, &figure.number, size::HEADING, tokens.text);
    let room = rect.right() - number.right() - space::SMALL;
    let note = galley(painter, &figure.note, size::SMALL, tokens.text_subdued, f32::INFINITY);
    // Half a note says less than none; it is read aloud in any case.
    if note.size().x <= room {
        let at = pos2(number.right() + space::SMALL, lower.center().y - note.size().y / 2.0);
        painter.galley(at, note, tokens.text_subdued);
    }
}

fn figures(cx: &Cx<'_>, standing: &Standing) -> Vec<Figure> {
    let label = |key: &str| text(cx.lang, key).into_owned();
    let money = |money: Money| compact(money, cx.lang);
    let deals = |total: &Total| {
        text_with(cx.lang, "deals-count", &[("count", total.count.into())]).into_owned()
    };
    let open = &standing.open;
    let others: Vec<String> = open.others.iter().map(|it| compact(*it, cx.lang)).collect();
    let open_note = match others.is_empty() {
        true => deals(open),
        false => format!("+ {}", others.join(" + ")),
    };
    let share = (open.weighted.amount * rust_decimal::Decimal::ONE_HUNDRED)
        .checked_div(open.sum.amount)
        .map_or_else(String::new, |share| format!("{} %", rounded(share, 0)));
    let commit = &standing.commit;
    let rate = match standing.win_rate {
        Some(rate) => format!("{} %", rounded(rate, 0)),
        None => label("not-applicable"),
    };
    let mut figures = vec![
        Figure { label: label("metric-open_amount"), number: money(open.sum), note: open_note },
        Figure {
            label: label("metric-weighted_pipeline"),
            number: money(open.weighted),
            note: share,
        },
        Figure {
            label: label("forecast_category-commit"),
            number: money(commit.sum),
            note: deals(commit),
        },
        Figure { label: label("metric-win_rate"), number: rate, note: label("deals-win-rate") },
    ];
    if let Some(aim) = &standing.target {
        let win_rate = figures.len() - 1;
        figures.splice(win_rate..win_rate, of_target(cx, aim));
    }
    figures
}

/// What is to be won, and how well what is open covers the rest of it.
fn of_target(cx: &Cx<'_>, aim: &Aim) -> [Figure; 2] {
    let label = |key: &str| text(cx.lang, key).into_owned();
    let share = aim.committed.map_or_else(String::new, |share| {
        let share = rounded(share, 0).to_string();
        text_with(cx.lang, "deals-committed", &[("share", share.into())]).into_owned()
    });
    let coverage = aim
        .coverage
        .map_or_else(|| label("not-applicable"), |times| format!("{} ×", rounded(times, 1)));
    [
        Figure { label: label("deals-target"), number: compact(aim.target, cx.lang), note: share },
        Figure { label: label("deals-coverage"), number: coverage, note: label("deals-of-rest") },
    ]
}

/// How many deals have a next task, and when.
fn planned(cx: &Cx<'_>, standing: &Standing) -> Vec<(String, Icon, Tone)> {
    let tokens = cx.tokens;
    let [later, today, late, none] = standing.planned;
    let words =
        |key: &str, count: usize| text_with(cx.lang, key, &[("count", count.into())]).into_owned();
    vec![
        (words("deals-planned", later), icons::CALENDAR, tokens.good()),
        (words("deals-today", today), icons::CLOCK, tokens.doubtful()),
        (words("deals-overdue", late), icons::TRIANGLE_ALERT, tokens.bad()),
        (words("deals-unplanned", none), icons::PLUS, tokens.neutral()),
    ]
}
