//! The pairs that wait for a person: a list of them, and one side by side.

use std::sync::Arc;

use eframe::egui::{Align, Frame, Key, Layout, Margin, Modifiers, Panel, Ui};

use super::{merge_form::MergeForm, reasons, side_by_side, summary};
use crate::{
    domain::{Id, Lead, Pair, RecordId, match_evidence::Match},
    engine::{Command, Request, Right, Scope, TellApart},
    i18n::{grouped, text, text_with},
    query::{self, review::Waiting},
    ui::{
        Cx, Intent,
        questions::{Answer, Question},
        theme::{column, measure, page, size, space},
        views::Foot,
        widgets::{Button, Cell, Column, Deed, Table, TableState, empty_state, icons, label, rule},
    },
};

/// What the place remembers.
#[derive(Default)]
pub(in crate::ui) struct PairsView {
    table: TableState,
    /// The pairs as they were found, and what they were made of.
    waiting: Vec<Waiting>,
    answer: Option<Arc<Answer>>,
    /// Pairs that were put off, until the window is closed.
    later: Vec<Id<Pair>>,
    /// The pair one is at.
    at: Option<Id<Pair>>,
    form: Option<MergeForm>,
    /// What speaks for and against the pair one is at, as of a revision.
    found: Option<(Id<Pair>, u64, Match)>,
    /// The revision at which something was decided.
    sent: Option<u64>,
}

/// The part of the width that the list takes at most.
const PAIRS_SHARE: f32 = 0.36;

/// What can be done with a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Merge,
    Apart,
    Later,
}

impl PairsView {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.keep_up(cx);
        let bar = Frame::new()
            .fill(cx.tokens.surface)
            .inner_margin(Margin::symmetric(space::LARGE as i8, 0));
        Panel::top("pairs_bar")
            .exact_size(measure::FILTER_BAR)
            .resizable(false)
            .frame(bar)
            .show(ui, |ui| self.bar(ui, cx));
        if self.answer.is_none() {
            return;
        }
        let Some(pair) = self.pair() else { return nothing(ui, cx) };
        let width = page::PAIRS.min(ui.available_width() * PAIRS_SHARE);
        Panel::left("pairs_list")
            .exact_size(width)
            .resizable(false)
            .frame(Frame::new().fill(cx.tokens.surface))
            .show(ui, |ui| self.list(ui, cx));
        self.one(ui, cx, pair);
    }

    /// What stands at the foot of the place.
    pub fn foot(&self, cx: &Cx<'_>) -> Foot {
        let args = [("count", self.waiting.len().into())];
        let counts = text_with(cx.lang, "pairs-count", &args).into_owned();
        Foot { counts, keys: text(cx.lang, "pairs-keys").into_owned() }
    }

    /// Something that was decided was refused: it can be decided again.
    pub fn refused(&mut self) {
        self.sent = None;
    }

    /// Takes the pairs that wait now. Where the one is gone that one was at, the next takes its place.
    fn keep_up(&mut self, cx: &mut Cx<'_>) {
        let Some(answer) = cx.answer(Question::Pairs) else { return };
        if self.answer.as_ref().is_some_and(|old| Arc::ptr_eq(old, &answer)) {
            return;
        }
        let place = self.place();
        if let Answer::Pairs(pairs) = &*answer {
            let is_late = |pair: &Waiting| self.later.contains(&pair.pair);
            let (late, soon): (Vec<Waiting>, Vec<Waiting>) =
                pairs.iter().partition(|it| is_late(it));
            self.waiting = soon.into_iter().chain(late).collect();
        }
        self.answer = Some(answer);
        if self.place().is_none() {
            self.go_to(place.unwrap_or_default());
        }
        self.table.cursor = self.place();
    }

    /// Where the pair stands that one is at.
    fn place(&self) -> Option<usize> {
        let at = self.at?;
        self.waiting.iter().position(|it| it.pair == at)
    }

    fn pair(&self) -> Option<Waiting> {
        self.waiting.get(self.place()?).copied()
    }

    fn go_to(&mut self, place: usize) {
        let place = place.min(self.waiting.len().saturating_sub(1));
        let pair = self.waiting.get(place);
        self.at = pair.map(|pair| pair.pair);
        self.form = pair.map(|pair| MergeForm::of(vec![pair.a, pair.b]));
        self.table.cursor = pair.map(|_| place);
        self.sent = None;
    }

    /// How many there are, and the way to find more.
    fn bar(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.set_height(measure::FILTER_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "pairs-scan");
            let button = Button::secondary(&words).with_icon(icons::SEARCH);
            if ui.add(button.enabled(!cx.is_scanning && may(cx))).clicked() {
                cx.ask(Intent::Scan);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let args = [("count", self.waiting.len().into())];
                let words = text_with(cx.lang, "pairs-count", &args);
                label(ui, &words, size::BODY_STRONG, cx.tokens.text);
            });
        });
    }

    fn list(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let name = text(cx.lang, "kind-pair-plural");
        let column = |key: &str, width, is_flexible| Column {
            label: text(cx.lang, key).into_owned(),
            width,
            is_flexible,
            is_right: !is_flexible,
            can_sort: false,
        };
        let columns = [
            column("field-pair-score", column::SCORE, false),
            column("pairs-both", column::NAME, true),
        ];
        let table = Table {
            name: &name,
            columns: &columns,
            pinned: 0,
            is_arranged: false,
            rows: self.waiting.len(),
            row_height: page::PAIR_ROW,
            order: None,
            ticks: None,
        };
        let pairs = &self.waiting;
        let mut rows = |cell: &mut Cell<'_>, place: usize, column: usize| {
            let Some(pair) = pairs.get(place) else { return };
            if column == 0 {
                let color = cell.tokens().text;
                return cell.text(&grouped(pair.score.into()), color);
            }
            let [first, second] = [pair.a, pair.b].map(|record| named(cx, record));
            cell.two_lines(&first, "", &second);
        };
        let answer = table.show(ui, &mut self.table, &mut rows);
        for deed in answer.deeds {
            if let Deed::Chosen(place) | Deed::Opened(place) = deed
                && Some(place) != self.place()
            {
                self.go_to(place);
            }
        }
    }

    /// The pair one is at.
    fn one(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, pair: Waiting) {
        let Some(mut form) = self.form.take() else { return };
        let rows = form.rows(cx);
        let command = rows.as_ref().and_then(|rows| form.command(rows));
        let preview = command.clone().and_then(|it| cx.preview(&Command::from(it)));
        let foot = Frame::new()
            .fill(cx.tokens.bg)
            .inner_margin(Margin::symmetric(space::LARGE as i8, space::SMALL as i8));
        let mut decision = self.keys(ui, cx, &mut form);
        Panel::bottom("pairs_foot").exact_size(page::COMMIT_BAR).resizable(false).frame(foot).show(
            ui,
            |ui| {
                let can_merge = preview.as_deref().is_some_and(Result::is_ok);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    decision = decision.or(self.buttons(ui, cx, can_merge));
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        if let Some(command) = &command {
                            summary::show(ui, cx, command, preview.as_deref());
                        }
                    });
                });
                // A key does not do what its button cannot.
                decision = decision.filter(|it| *it != Decision::Merge || can_merge);
            },
        );
        self.reasons(ui, cx, pair);
        if let Some(rows) = &rows {
            side_by_side::show(ui, cx, &mut form, rows);
        }
        self.form = Some(form);
        match (decision, command) {
            (Some(Decision::Merge), Some(command)) => self.decide(cx, command.into()),
            (Some(Decision::Apart), _) => {
                self.decide(cx, TellApart { a: pair.a, b: pair.b }.into());
            }
            (Some(Decision::Later), _) => self.put_off(pair),
            _ => {}
        }
    }

    fn reasons(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, pair: Waiting) {
        let revision = cx.model.revision();
        let is_known =
            self.found.as_ref().is_some_and(|(of, at, _)| (*of, *at) == (pair.pair, revision));
        if !is_known && let Some(found) = reasons::found(cx, pair) {
            self.found = Some((pair.pair, revision, found));
        }
        let found = self.found.as_ref().filter(|(of, ..)| *of == pair.pair);
        let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            match found {
                Some((_, _, found)) => reasons::show(ui, cx, found),
                None => {
                    let words = text(cx.lang, "preview-reading");
                    label(ui, &words, size::BODY, cx.tokens.text_subdued);
                }
            }
        });
        rule(ui);
    }

    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>, can_merge: bool) -> Option<Decision> {
        let can_decide = self.sent.is_none() && may(cx);
        let mut decision = None;
        let merge = text(cx.lang, "pairs-merge");
        let merge = Button::primary(&merge).with_icon(icons::MERGE).shortcut("M");
        if ui.add(merge.enabled(can_merge && can_decide)).clicked() {
            decision = Some(Decision::Merge);
        }
        let apart = text(cx.lang, "pairs-apart");
        let apart = Button::secondary(&apart).with_icon(icons::X).shortcut("N");
        if ui.add(apart.enabled(can_decide)).clicked() {
            decision = Some(Decision::Apart);
        }
        let later = text(cx.lang, "pairs-later");
        let later = Button::secondary(&later).with_icon(icons::CLOCK).shortcut("L");
        if ui.add(later.enabled(self.waiting.len() > 1)).clicked() {
            decision = Some(Decision::Later);
        }
        decision
    }

    /// What the keys say, where nothing lies over the place.
    fn keys(&self, ui: &Ui, cx: &Cx<'_>, form: &mut MergeForm) -> Option<Decision> {
        let is_covered = ui.memory(|memory| !memory.allows_interaction(ui.layer_id()));
        if is_covered || eframe::egui::Popup::is_any_open(ui.ctx()) {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, record) in [Key::Num1, Key::Num2].into_iter().zip(form.records().to_vec()) {
            if pressed(key) {
                form.keep(record);
            }
        }
        let can_decide = self.sent.is_none() && may(cx);
        let decisions =
            [(Key::M, Decision::Merge), (Key::N, Decision::Apart), (Key::L, Decision::Later)];
        let found = decisions.into_iter().find(|(key, _)| pressed(*key)).map(|(_, it)| it);
        found.filter(|it| can_decide || *it == Decision::Later)
    }

    fn decide(&mut self, cx: &mut Cx<'_>, command: Command) {
        self.sent = Some(cx.model.revision());
        cx.run(Request::Run(command));
    }

    /// The pair goes behind the others, and the next comes up.
    fn put_off(&mut self, pair: Waiting) {
        let Some(place) = self.place() else { return };
        self.later.retain(|it| *it != pair.pair);
        self.later.push(pair.pair);
        let pair = self.waiting.remove(place);
        self.waiting.push(pair);
        let is_last = place + 1 == self.waiting.len();
        self.go_to(if is_last { 0 } else { place });
    }
}

/// Whether the viewer may say anything of pairs.
fn may(cx: &Cx<'_>) -> bool {
    cx.viewer.is_alone || Right::Merge.scope(cx.viewer.role) != Scope::No
}

/// The name of a record, and what tells it from others.
pub(super) fn named(cx: &Cx<'_>, record: RecordId) -> String {
    let name = query::label(cx.model, record);
    let company = match record.kind {
        crate::domain::Kind::Lead => {
            let row = cx.model.leads.find(record.uuid);
            row.map(|row| cx.model.leads.text(Lead::company, row).to_owned())
        }
        kind => Some(text(cx.lang, &format!("kind-{}", kind.name())).into_owned()),
    };
    match company.filter(|company| !company.is_empty() && *company != name) {
        Some(company) => format!("{name} · {company}"),
        None => name,
    }
}

fn nothing(ui: &mut Ui, cx: &Cx<'_>) {
    let title = text(cx.lang, "pairs-nothing");
    empty_state(ui, icons::MERGE, (&title, &text(cx.lang, "pairs-nothing-hint")), |_| {});
}
