//! What the page of a record remembers, and how it is laid out.

use std::sync::Arc;

use eframe::egui::{Frame, Panel, ScrollArea, Ui};

use super::{
    account::AccountPage,
    actions::{self, Action, Subject},
    ask::{Asked, Asking},
    campaign::{self, Costs},
    deal,
    evidence::Evidence,
    header::{self, Offered, Refusal, Wanted},
    lead::{self, Step},
    log::Logging,
    related::RelatedList,
    rows::Fields,
    timeline::Timeline,
};
use crate::{
    domain::{Kind, RecordId, Stage},
    engine::{Command, Dossier, Request},
    error::Error,
    i18n::text,
    ui::{
        Cx, Intent, Place,
        questions::{Answer, Look, Looked, Names},
        theme::{page, space},
        views::opening,
        widgets::{rule, segments},
    },
};

/// The page of a record.
#[derive(Default)]
pub(in crate::ui) struct RecordView {
    /// Whose page it is; another record begins anew.
    record: Option<RecordId>,
    fields: Fields,
    logging: Logging,
    timeline: Timeline,
    related: RelatedList,
    evidence: Evidence,
    costs: Costs,
    account: AccountPage,
    asking: Option<Asking>,
    /// What was asked for elsewhere, as in the box of records and commands.
    wanted: Option<&'static str>,
    /// What is shown beside the timeline where there is no room for all: the middle, or the fields.
    shows_fields: bool,
}

/// Kinds whose page has something of its own in the middle.
const WITH_MIDDLE: &[Kind] = &[Kind::Lead, Kind::Campaign, Kind::Account];

impl RecordView {
    /// Draws the page of a record.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
        if self.record != Some(record) {
            *self = Self { record: Some(record), ..Self::default() };
        }
        if !cx.model.has(record) {
            // It was taken back or deleted while one was looking at it.
            return cx.go(Place::List(record.kind));
        }
        let Some(row) = cx.row(record) else {
            return opening::say(ui, cx, &text(cx.lang, "preview-reading"));
        };
        let subject = Subject { record, row: &row };
        let looked = ask_about(cx, &subject);
        let offered = offered(cx, &subject, looked.as_deref());
        let frame = Frame::new().fill(cx.tokens.surface);
        Panel::top("record_head").resizable(false).frame(frame).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            if let Some(wanted) = header::show(ui, cx, &subject, &offered) {
                self.begin(cx, &subject, &wanted);
            }
            self.path(ui, cx, &subject, &offered);
        });
        let wanted = self.wanted.take();
        if let Some(it) = offered.iter().find(|it| Some(it.action.id) == wanted) {
            self.begin(cx, &subject, &Wanted::Action(it.action));
        }
        self.body(ui, cx, &subject, looked.as_deref().map(|looked| &looked.dossier));
        self.dialog(ui, cx, &subject);
    }

    /// Begins an action when the page is drawn the next time.
    pub fn want(&mut self, action: &'static str) {
        self.wanted = Some(action);
    }

    /// Takes a refusal of what the page has asked for last; whether it was that.
    pub fn refused(&mut self, err: &Error, cx_lang: crate::i18n::Lang) -> bool {
        let words = err.text(cx_lang);
        if let Some(editing) = self.fields.editing.as_mut().filter(|it| it.sent.is_some()) {
            (editing.sent, editing.problem) = (None, Some(words));
        } else if self.logging.sent.is_some() {
            (self.logging.sent, self.logging.problem) = (None, Some(words));
        } else if self.costs.sent.is_some() {
            (self.costs.sent, self.costs.problem) = (None, Some(words));
        } else {
            return false;
        }
        true
    }

    /// Begins what was asked for in the head.
    fn begin(&mut self, cx: &mut Cx<'_>, subject: &Subject<'_>, wanted: &Wanted) {
        let action = match wanted {
            Wanted::Log => {
                self.logging.wants_focus = true;
                return;
            }
            Wanted::Action(action) => *action,
        };
        if let Some(place) = action.leads_to {
            cx.go(place(subject.record));
        } else if action.asks.is_empty() {
            let command = (action.make)(subject, &actions::Given::default());
            if let Some(command) = command {
                run(cx, command);
            }
            if action.is_destructive() {
                cx.ask(Intent::Go(Place::List(subject.record.kind)));
            }
        } else {
            self.asking = Some(Asking::new(cx, action, Some(subject)));
        }
    }

    /// The path of stages under the head, for kinds that have one.
    fn path(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, offered: &[Offered]) {
        let margin = eframe::egui::Margin {
            left: space::LARGE as i8,
            right: space::LARGE as i8,
            top: 0,
            bottom: space::MEDIUM as i8,
        };
        let frame = Frame::new().inner_margin(margin);
        match subject.record.kind {
            Kind::Lead => {
                let step = frame.show(ui, |ui| lead::path(ui, cx, subject)).inner;
                self.step(cx, subject, (step, offered));
            }
            Kind::Opportunity => {
                if let Some(command) = frame.show(ui, |ui| deal::path(ui, cx, subject)).inner {
                    run(cx, command);
                }
            }
            _ => {}
        }
    }

    fn step(
        &mut self,
        cx: &mut Cx<'_>,
        subject: &Subject<'_>,
        (step, offered): (Option<Step>, &[Offered]),
    ) {
        let is_wanted = |it: &&Offered| match &step {
            Some(Step::Next(stage)) => it.action.stage() == Some(*stage),
            Some(Step::Convert) => it.action.id == "convert",
            None => false,
        };
        match offered.iter().find(is_wanted) {
            // What is missing stands in the middle, each with the way to its field.
            Some(Offered { refusal: Some(_), .. }) => self.shows_fields = false,
            Some(it) => self.begin(cx, subject, &Wanted::Action(it.action)),
            None => {}
        }
    }

    /// Fields, middle and timeline side by side, as far as there is room.
    fn body(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        subject: &Subject<'_>,
        dossier: Option<&Dossier>,
    ) {
        let is_wide = ui.available_width() >= page::THREE_COLUMNS;
        let surface = Frame::new().fill(cx.tokens.surface);
        let width = if is_wide { page::TIMELINE } else { page::TIMELINE_NARROW };
        let side = Panel::right("record_timeline").exact_size(width).resizable(false);
        side.frame(surface).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            if can_log(subject) {
                self.logging.show(ui, cx, subject.record);
                rule(ui);
            }
            if let Some(dossier) = dossier {
                self.timeline.show(ui, cx, dossier);
            }
        });
        if Self::is_bare(cx, subject) {
            return self.left(ui, cx, subject);
        }
        if is_wide {
            let side = Panel::left("record_fields").exact_size(page::FIELDS).resizable(false);
            side.frame(surface).show(ui, |ui| self.left(ui, cx, subject));
            self.middle(ui, cx, subject);
            return;
        }
        let bar = eframe::egui::Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
        Frame::new().inner_margin(bar).show(ui, |ui| {
            let words = [text(cx.lang, "page-work"), text(cx.lang, "page-fields")];
            let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
            let width = 2.0 * page::SEGMENTS;
            if let Some(at) = segments(ui, width, &words, usize::from(self.shows_fields)) {
                self.shows_fields = at == 1;
            }
        });
        rule(ui);
        if self.shows_fields { self.left(ui, cx, subject) } else { self.middle(ui, cx, subject) }
    }

    fn left(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let scroll = ScrollArea::vertical().id_salt(("fields", subject.record)).auto_shrink(false);
        scroll.show(ui, |ui| self.fields.show(ui, cx, subject.record, subject.row));
    }

    fn middle(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let scroll = ScrollArea::vertical().id_salt(("middle", subject.record)).auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            match subject.record.kind {
                Kind::Lead => {
                    let wanted = lead::middle(ui, cx, subject, &mut self.evidence);
                    if wanted.is_some() {
                        (self.fields.wanted, self.shows_fields) = (wanted, true);
                    }
                }
                Kind::Campaign => campaign::middle(ui, cx, subject, &mut self.costs),
                Kind::Account => self.account.show(ui, cx, subject),
                _ => {}
            }
            self.related.show(ui, cx, subject.record, elsewhere(subject.record.kind));
            ui.add_space(space::LARGE);
        });
    }

    /// Whether nothing stands in the middle: the kind has nothing of its own there, and nothing points to
    /// the record yet.
    fn is_bare(cx: &mut Cx<'_>, subject: &Subject<'_>) -> bool {
        let answer = super::related::of(cx, subject.record);
        let is_lonely =
            matches!(answer.as_deref(), Some(Answer::Related(groups)) if groups.is_empty());
        is_lonely && !WITH_MIDDLE.contains(&subject.record.kind)
    }

    fn dialog(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let Some(asking) = &mut self.asking else { return };
        match asking.show(ui, cx, subject) {
            Asked::Nothing => {}
            Asked::GaveUp => self.asking = None,
            Asked::Run(command) => {
                self.asking = None;
                run(cx, *command);
            }
        }
    }
}

/// What points to a record of a kind and stands on its page in a form of its own.
fn elsewhere(kind: Kind) -> &'static [(Kind, &'static str)] {
    match kind {
        Kind::Account => {
            &[(Kind::Opportunity, "account"), (Kind::Order, "account"), (Kind::Contact, "accounts")]
        }
        _ => &[(Kind::Lead, "memberships")],
    }
}

fn run(cx: &mut Cx<'_>, command: Command) {
    cx.run(Request::Run(command));
}

/// Whether something can be noted about a record.
fn can_log(subject: &Subject<'_>) -> bool {
    let is_gone = subject.record.kind == Kind::Lead && subject.stage() == Stage::Merged;
    let is_business = matches!(
        subject.record.kind,
        Kind::Lead
            | Kind::Account
            | Kind::Contact
            | Kind::Opportunity
            | Kind::Order
            | Kind::Campaign
    );
    is_business && !is_gone
}

/// Asks for what is known of the record, with the commands of its actions; what is known so far.
fn ask_about(cx: &mut Cx<'_>, subject: &Subject<'_>) -> Option<Arc<Looked>> {
    let today = cx.now().day(cx.model.settings().zone());
    let probes = actions::probes(subject, cx.model, today);
    let names: Names = probes.iter().map(|(action, _)| action.id).collect();
    if cx.lacks_dossier(subject.record, &names) {
        let asked = probes.into_iter().map(|(action, command)| (action.id, command)).collect();
        cx.ask(Intent::Look(Box::new(Look { record: subject.record, asked })));
    }
    cx.dossier(subject.record)
}

/// The actions, each with why it is impossible now. Those of which that is not known yet are left out.
fn offered(cx: &Cx<'_>, subject: &Subject<'_>, looked: Option<&Looked>) -> Vec<Offered> {
    let today = cx.now().day(cx.model.settings().zone());
    let probes = actions::probes(subject, cx.model, today).into_iter();
    let offered = probes.filter_map(|(action, _)| {
        let verdict = looked?.verdict(action.id)?;
        let refusal = verdict.map(|err| Refusal { words: err.text(cx.lang) });
        Some(Offered { action, refusal })
    });
    offered.collect()
}

/// What can be done with a record now, as far as that is known.
pub(in crate::ui) fn possible(cx: &mut Cx<'_>, record: RecordId) -> Vec<&'static Action> {
    let (row, looked) = (cx.row(record), cx.dossier(record));
    let Some(row) = row else { return Vec::new() };
    let offered = offered(cx, &Subject { record, row: &row }, looked.as_deref());
    offered.into_iter().filter(|it| it.refusal.is_none()).map(|it| it.action).collect()
}
