//! The bar at the foot of a list while records are ticked: how many, and what can be done with them.

use eframe::egui::{Align, Frame, Layout as Direction, Margin, Panel, Response, Ui};

use super::{
    ListView,
    bulk::{ALL, Answered, Asks, Bulk},
    bulk_form::BulkForm,
};
use crate::{
    domain::{Id, Kind, Lead, RecordId, Stage},
    engine::Request,
    i18n::{text, text_with},
    query,
    ui::{
        Cx,
        pairs::MergeDialog,
        sharing::SharingDialog,
        shown::choice,
        theme::{measure, size, space},
        widgets::{Button, Link, Menu, MenuEntry, MenuLine, icons, label},
    },
};

/// Stages that leads are moved to by many.
const STAGES: [Stage; 5] =
    [Stage::Usable, Stage::Mql, Stage::Sql, Stage::Nurturing, Stage::Disqualified];

impl ListView {
    /// Draws the bar while records are ticked.
    pub(super) fn bulk_bar(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.selection.is_empty() {
            (self.form, self.merging, self.sharing) = (None, None, None);
            return;
        }
        let margin = Margin::symmetric(space::LARGE as i8, 0);
        let bar = Frame::new().fill(cx.tokens.accent_soft).inner_margin(margin);
        let panel = Panel::bottom("bulk_bar").exact_size(measure::BULK_BAR).resizable(false);
        panel.frame(bar).show(ui, |ui| {
            ui.set_height(measure::BULK_BAR);
            ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "bulk-clear");
                if ui.add(Button::icon_only(icons::X, &words)).clicked() {
                    self.selection.clear();
                }
                ui.with_layout(Direction::left_to_right(Align::Center), |ui| self.bar(ui, cx));
            });
        });
    }

    fn bar(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (count, all) = (self.selection.count(), self.asking.answer.rows().len());
        let words = text_with(cx.lang, "list-ticked", &[("count", count.into())]);
        label(ui, &words, size::BODY_STRONG, cx.tokens.link);
        if count < all {
            let words = text_with(cx.lang, "bulk-all", &[("count", all.into())]);
            if ui.add(Link::new(&words)).clicked() {
                self.selection.toggle_all(&self.asking.answer);
            }
        }
        ui.spacing_mut().item_spacing.x = space::TINY;
        let kind = self.kind();
        let possible: Vec<&Bulk> = ALL.iter().filter(|bulk| bulk.is_of(kind)).collect();
        let mut rest: &[&Bulk] = &possible;
        while let Some((bulk, others)) = rest.split_first() {
            let words = bulk.label(cx.lang, count);
            let more = if others.is_empty() { 0.0 } else { measure::BUTTON + space::TINY };
            let button = Button::secondary(&words).with_icon(bulk.icon);
            if button.width(ui.painter()) + more > ui.available_width() {
                break;
            }
            self.button(ui, cx, bulk, &words);
            rest = others;
        }
        self.more(ui, cx, rest);
        self.show_form(ui, cx);
        if self.merging.as_mut().is_some_and(|dialog| dialog.show(ui, cx)) {
            self.merging = None;
        }
        if self.sharing.as_ref().is_some_and(|dialog| dialog.show(ui, cx)) {
            self.sharing = None;
        }
    }

    fn button(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, bulk: &'static Bulk, words: &str) {
        let refusal = bulk.refusal(cx.viewer, self.kind(), cx.lang, self.selection.count());
        let said = refusal.as_ref().map(|refusal| format!("{words}: {refusal}"));
        // The first thing to do with leads of a pool is to take them.
        let is_next = bulk.id == "claim" && refusal.is_none();
        let button = if is_next { Button::primary(words) } else { Button::secondary(words) };
        let button = button.with_icon(bulk.icon).enabled(refusal.is_none());
        let button = match &said {
            Some(said) => ui.add(button.named(said)),
            None => ui.add(button),
        };
        self.ask_under(cx, bulk, &button);
    }

    /// What has no room in the bar.
    fn more(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, rest: &[&'static Bulk]) {
        if rest.is_empty() {
            return;
        }
        let name = text(cx.lang, "bulk-more");
        let button = ui.add(Button::icon_only(icons::ELLIPSIS, &name));
        let count = self.selection.count();
        let words: Vec<String> = rest.iter().map(|bulk| bulk.label(cx.lang, count)).collect();
        let kind = self.kind();
        let refusals: Vec<String> = rest
            .iter()
            .map(|bulk| bulk.refusal(cx.viewer, kind, cx.lang, count).unwrap_or_default())
            .collect();
        let entries = rest.iter().zip(&words).zip(&refusals);
        let lines: Vec<MenuLine<'_>> = entries
            .map(|((bulk, words), reason)| {
                let is_danger = bulk.is_danger();
                let entry = MenuEntry::with_icon(bulk.icon, words);
                MenuLine::Entry(MenuEntry { reason, is_danger, ..entry })
            })
            .collect();
        let clicked = Menu { name: &name, lines: &lines }.show(&button);
        if let Some(bulk) = clicked.and_then(|at| rest.get(at)) {
            self.begin(cx, bulk);
        }
    }

    /// Does what a button stands for: at once, from a menu under it, or from a form.
    fn ask_under(&mut self, cx: &mut Cx<'_>, bulk: &'static Bulk, button: &Response) {
        match bulk.asks {
            Asks::Owner | Asks::Stage | Asks::Campaign => {
                let chosen = choose(cx, bulk.asks, button);
                self.chosen_in_menu(cx, bulk, chosen);
            }
            _ if button.clicked() => self.begin(cx, bulk),
            _ => {}
        }
    }

    fn chosen_in_menu(&mut self, cx: &mut Cx<'_>, bulk: &'static Bulk, chosen: Option<Chosen>) {
        match chosen {
            Some(Chosen::Record(record)) => self.run(cx, bulk, Answered::Record(record)),
            Some(Chosen::Stage(to @ (Stage::Nurturing | Stage::Disqualified))) => {
                self.form = Some(BulkForm::of_stage(bulk, to));
            }
            Some(Chosen::ByRules) => {
                let leads = self.ticked(cx.model).filter_map(Id::<Lead>::of);
                self.sharing = Some(SharingDialog::of(leads));
            }
            Some(Chosen::Stage(to)) => self.run(cx, bulk, Answered::Stage(to, None, None)),
            None => {}
        }
    }

    /// Begins an action: asks for what has to be known, or does it.
    fn begin(&mut self, cx: &mut Cx<'_>, bulk: &'static Bulk) {
        match bulk.asks {
            Asks::Nothing => self.run(cx, bulk, Answered::Nothing),
            Asks::File => self.begin_export(),
            Asks::Survivor => {
                self.merging = Some(MergeDialog::of(self.ticked(cx.model).collect()));
            }
            _ => self.form = Some(BulkForm::of(bulk)),
        }
    }

    /// Does something with all that is ticked.
    pub(super) fn run(&mut self, cx: &mut Cx<'_>, bulk: &Bulk, answered: Answered) {
        let ids: Vec<RecordId> = self.ticked(cx.model).collect();
        if let Some(command) = bulk.command(self.kind(), ids, answered) {
            cx.run(Request::Run(command));
            self.form = None;
        }
    }
}

/// What was chosen from a menu.
#[derive(Clone, Copy)]
enum Chosen {
    Record(RecordId),
    Stage(Stage),
    ByRules,
}

/// The menu of what has to be known.
fn choose(cx: &Cx<'_>, asks: Asks, button: &Response) -> Option<Chosen> {
    // The names of many people are not read while nobody looks.
    if !button.clicked() && !eframe::egui::Popup::is_any_open(&button.ctx) {
        return None;
    }
    let (name, chosen) = choices(cx, asks);
    let lines: Vec<MenuLine<'_>> = chosen.iter().map(|(line, _)| line.as_line()).collect();
    let clicked = Menu { name: &name, lines: &lines }.show(button)?;
    chosen.into_iter().nth(clicked)?.1
}

enum Line {
    Heading(String),
    Entry(String),
}

impl Line {
    fn as_line(&self) -> MenuLine<'_> {
        match self {
            Self::Heading(words) => MenuLine::Heading(words),
            Self::Entry(words) => MenuLine::Entry(MenuEntry::new(words)),
        }
    }
}

fn choices(cx: &Cx<'_>, asks: Asks) -> (String, Vec<(Line, Option<Chosen>)>) {
    let record = |record: RecordId| {
        (Line::Entry(query::label(cx.model, record)), Some(Chosen::Record(record)))
    };
    let heading = |kind: Kind| {
        (Line::Heading(text(cx.lang, &format!("kind-{}-plural", kind.name())).into_owned()), None)
    };
    let mut lines = Vec::new();
    match asks {
        Asks::Owner => {
            let active = cx.model.users.iter().filter(|(_, user)| !user.inactive);
            if cx.model.assignment_rules.iter().any(|(_, rule)| !rule.inactive) {
                let words = text(cx.lang, "bulk-by-rules").into_owned();
                lines.push((Line::Entry(words), Some(Chosen::ByRules)));
            }
            lines.push(heading(Kind::User));
            lines.extend(active.map(|(id, _)| record(id.record())));
            lines.push(heading(Kind::Pool));
            lines.extend(cx.model.pools.iter().map(|(id, _)| record(id.record())));
        }
        Asks::Campaign => {
            // The newest are the likeliest.
            let newest = cx.model.campaigns.iter().rev().take(MOST_CAMPAIGNS);
            lines.extend(newest.map(|(id, _)| record(id.record())));
        }
        _ => lines.extend(STAGES.map(|stage| {
            (Line::Entry(choice(cx.lang, "stage", stage.id())), Some(Chosen::Stage(stage)))
        })),
    }
    let name = match asks {
        Asks::Owner => "bulk-assign-to",
        Asks::Campaign => "kind-campaign",
        _ => "field-stage",
    };
    (text(cx.lang, name).into_owned(), lines)
}

/// Campaigns offered.
const MOST_CAMPAIGNS: usize = 14;
