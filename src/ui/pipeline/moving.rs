//! How deals go to another stage: by being dropped there, or by the menu of their card. What a stage asks for
//! is asked; whether a deal may go there the rules say.

use eframe::egui::{
    Id as UiId, Key, Modifiers, Popup, PopupAnchor, PopupKind, Pos2, RectAlign, Ui,
};

use super::{
    PipelineBoard,
    standing::Stand,
    view::{Wish, end_icon},
};
use crate::{
    domain::{Id, Opportunity, Outcome, RecordId},
    engine::{Advance, Request},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, Place,
        record::{Asked, Asking, Subject, named},
        shown::choice,
        widgets::{Menu, MenuEntry, MenuLine, icons},
    },
};

/// What is done to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Deed {
    /// It is the one that is looked at.
    Choose(RecordId),
    /// None is.
    Unchoose,
    /// Its page is opened.
    Open(RecordId),
    /// Its menu is opened at a place; the line the keyboard is at.
    Menu(RecordId, Pos2, Option<usize>),
    /// It goes to a stage.
    Move(RecordId, &'static str),
    /// Its lead goes back to nurturing.
    Nurture(RecordId),
}

/// The menu of a card.
pub(super) struct CardMenu {
    record: RecordId,
    at: Pos2,
    /// The line the keyboard is at.
    lit: Option<usize>,
    /// Whether it was not drawn yet: the click that opened it is none outside it.
    is_fresh: bool,
}

impl PipelineBoard {
    /// Does what was asked for; what the list has to know of it.
    pub(super) fn take_deed(&mut self, cx: &mut Cx<'_>, deed: Deed) -> Option<Deed> {
        match deed {
            Deed::Choose(record) => self.cursor = Some(record),
            Deed::Unchoose => self.cursor = None,
            Deed::Open(record) => cx.go(Place::Record(record)),
            Deed::Menu(record, at, lit) => {
                self.cursor = Some(record);
                self.menu = Some(CardMenu { record, at, lit, is_fresh: true });
            }
            Deed::Move(record, stage) => {
                self.cursor = Some(record);
                self.move_to(cx, record, stage);
            }
            Deed::Nurture(record) => {
                self.cursor = Some(record);
                self.ending = asking(cx, record, "nurture_deal");
            }
        }
        Some(deed)
    }

    fn move_to(&mut self, cx: &mut Cx<'_>, record: RecordId, stage: &'static str) {
        let columns = &cx.model.opportunities;
        let (Some(row), Some(opportunity)) = (columns.find(record.uuid), Id::of(record)) else {
            return;
        };
        let Some(wanted) = self.pipeline.stage(stage) else { return };
        if columns.text(Opportunity::stage, row) == stage {
            return;
        }
        if wanted.outcome == Outcome::Lost {
            self.ending = asking(cx, record, "lose");
            return;
        }
        self.shift(row as u32, stage);
        let stage = stage.to_owned();
        let command = Advance { opportunity, stage, reason: None, competitor: None };
        cx.run(Request::Run(command.into()));
    }

    /// The card is shown where it goes until that is done; it goes back if it is refused.
    fn shift(&mut self, row: u32, stage: &str) {
        if let Some(standing) = &mut self.standing {
            standing.shift(row, stage);
        }
        self.wish = Wish::Sight;
    }

    /// Where the deal that the keyboard is at lies in a column.
    pub(super) fn place_in(&self, cx: &Cx<'_>, stand: &Stand) -> Option<usize> {
        let row = cx.model.opportunities.find(self.cursor?.uuid)?;
        stand.rows.iter().position(|other| *other as usize == row)
    }

    /// Draws the menu of a card that is open.
    pub(super) fn show_menu(&mut self, ui: &Ui, cx: &Cx<'_>, deeds: &mut Vec<Deed>) {
        let Some(mut menu) = self.menu.take() else { return };
        let stages = self.pipeline.stages;
        let row = cx.model.opportunities.find(menu.record.uuid);
        let here = row.map_or("", |row| cx.model.opportunities.text(Opportunity::stage, row));
        let entered = if menu.is_fresh { None } else { menu.keys(ui, stages.len() + 1) };
        let words: Vec<String> = stages
            .iter()
            .map(|stage| {
                let label = choice(cx.lang, "pipeline_stage", stage.id);
                if stage.outcome == Outcome::Lost { format!("{label}…") } else { label }
            })
            .collect();
        let heading = text(cx.lang, "deals-move");
        let open = text(cx.lang, "row-open");
        let mut lines = vec![MenuLine::Heading(&heading)];
        for (at, (stage, label)) in stages.iter().zip(&words).enumerate() {
            let is_lit = menu.lit == Some(at);
            let entry = match stage.outcome {
                Outcome::Open => MenuEntry::one_of(label, stage.id == here),
                outcome => MenuEntry::with_icon(end_icon(outcome), label),
            };
            lines.push(MenuLine::Entry(MenuEntry { is_lit, ..entry }));
        }
        let nurture = format!("{}…", text(cx.lang, "action-nurture_deal"));
        let entry = MenuEntry::with_icon(icons::MOON, &nurture);
        let is_lit = menu.lit == Some(stages.len());
        lines.push(MenuLine::Entry(MenuEntry { is_lit, ..entry }));
        lines.push(MenuLine::Rule);
        let entry = MenuEntry::with_icon(icons::EYE, &open);
        lines.push(MenuLine::Entry(MenuEntry { keys: "Enter", ..entry }));
        let mut is_open = true;
        let id = UiId::unique("the menu of a deal");
        let popup = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(menu.at), ui.layer_id());
        let popup = popup.kind(PopupKind::Menu).align(RectAlign::BOTTOM_START);
        let name = query::label(cx.model, menu.record);
        let name = text_with(cx.lang, "deals-menu", &[("name", name.into())]);
        let popup = popup.open_bool(&mut is_open).accessible_name(name);
        let shown = popup.show(|ui| Menu { name: "", lines: &lines }.lines(ui));
        let clicked = shown.and_then(|shown| shown.inner).and_then(|at| at.checked_sub(1));
        match entered.or(clicked) {
            Some(at) => match stages.get(at) {
                Some(stage) => deeds.push(Deed::Move(menu.record, stage.id)),
                None if at == stages.len() => deeds.push(Deed::Nurture(menu.record)),
                None => deeds.push(Deed::Open(menu.record)),
            },
            None if is_open || menu.is_fresh => {
                menu.is_fresh = false;
                self.menu = Some(menu);
            }
            None => {}
        }
    }

    /// Asks what has to be known before a deal ends.
    pub(super) fn show_ending(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some((record, mut asking)) = self.ending.take() else { return };
        let Some(row) = cx.row(record) else {
            self.ending = Some((record, asking));
            return;
        };
        match asking.show(ui, cx, &Subject { record, row: &row }) {
            Asked::Nothing => self.ending = Some((record, asking)),
            Asked::GaveUp => {}
            Asked::Run(command) => cx.run(Request::Run(*command)),
        }
    }
}

/// Begins to ask what an action has to know.
fn asking(cx: &Cx<'_>, record: RecordId, action: &str) -> Option<(RecordId, Asking)> {
    named(action).map(|action| (record, Asking::new(cx, action, None)))
}

impl CardMenu {
    /// Takes the keys; the line that was entered.
    fn keys(&mut self, ui: &Ui, lines: usize) -> Option<usize> {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.lit = Some(self.lit.map_or(0, |at| (at + 1) % lines.max(1)));
        }
        if pressed(Key::ArrowUp) {
            let last = lines.saturating_sub(1);
            self.lit = Some(self.lit.and_then(|at| at.checked_sub(1)).unwrap_or(last));
        }
        self.lit.filter(|_| pressed(Key::Enter))
    }
}
