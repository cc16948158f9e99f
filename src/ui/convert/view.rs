//! Which step of a conversion one is at, and what was chosen so far.

use eframe::egui::{
    Align, CornerRadius, Frame, Key, Layout, Margin, Modifiers, Panel, ScrollArea, Ui,
};

use super::{
    candidates::{self, Known},
    chosen::Chosen,
    confirm,
    fields::FieldsStep,
    gate,
    ready::Ready,
    targets,
};
use crate::{
    domain::{Fields as _, Id, Lead},
    engine::{Request, Target},
    i18n::text,
    query,
    ui::{
        Cx, Intent, Place,
        list::glyph,
        questions::Previewed,
        shown::choice,
        theme::{page, size, space},
        widgets::{Button, Pill, icons, label, rule, stepper},
    },
};

/// The steps, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Whether the leads are ready.
    #[default]
    Gate,
    /// Which records are meant.
    Candidates,
    /// What will stand in them.
    Fields,
    /// What will happen.
    Confirm,
}

impl Step {
    const ALL: [Self; 4] = [Self::Gate, Self::Candidates, Self::Fields, Self::Confirm];

    fn key(self) -> &'static str {
        match self {
            Self::Gate => "convert-gate",
            Self::Candidates => "convert-candidates",
            Self::Fields => "convert-fields",
            Self::Confirm => "convert-confirm",
        }
    }
}

/// The place of conversion.
#[derive(Default)]
pub(in crate::ui) struct ConvertView {
    ready: Ready,
    step: Step,
    chosen: Chosen,
    known: Known,
    fields: FieldsStep,
    /// Whether what surely is the account, and the contact, was taken for what was chosen.
    is_proposed: (bool, bool),
    /// The revision at which the command was sent.
    sent: Option<u64>,
}

impl ConvertView {
    /// Draws the list of leads that are ready, or the steps for one of them.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, lead: Option<Id<Lead>>) {
        let Some(lead) = lead else { return self.ready.show(ui, cx) };
        if self.chosen.leads.first() != Some(&lead) {
            let leads = self.ready.take_chosen(lead);
            *self = Self {
                ready: std::mem::take(&mut self.ready),
                chosen: Chosen::of(leads),
                ..Self::default()
            };
        }
        let Some(row) = cx.row(lead.record()) else { return };
        let first = Lead::from_row(row);
        self.known.keep_up(cx, &first, &self.chosen);
        self.propose();
        let previewed = cx.preview(&self.chosen.command());
        let bar = Frame::new()
            .fill(cx.tokens.surface)
            .inner_margin(Margin::symmetric(space::LARGE as i8, 0));
        Panel::top("convert_steps")
            .exact_size(page::STEPPER)
            .resizable(false)
            .frame(bar)
            .show(ui, |ui| self.stepper(ui, cx, lead, &first));
        let foot = Frame::new()
            .fill(cx.tokens.bg)
            .inner_margin(Margin::symmetric(space::LARGE as i8, space::SMALL as i8));
        Panel::bottom("convert_foot")
            .exact_size(page::COMMIT_BAR)
            .resizable(false)
            .frame(foot)
            .show(ui, |ui| self.foot(ui, cx, previewed.as_deref()));
        self.body(ui, cx, lead, previewed.as_deref());
        self.finish(cx);
    }

    /// Takes a refusal of what was asked for last; whether it was that. What is wrong is said in the foot.
    pub fn refused(&mut self) -> bool {
        self.sent.take().is_some()
    }

    /// What surely is meant is taken, until a person chooses.
    fn propose(&mut self) {
        let (account, contact) = &mut self.is_proposed;
        if self.known.accounts.is_some()
            && !std::mem::replace(account, true)
            && let Some(sure) = self.known.sure_account()
        {
            self.chosen.take_account(Target::Existing(sure));
        }
        // The contacts at the account are known only once that is chosen.
        let is_alone = self.chosen.leads.len() == 1;
        if *account
            && is_alone
            && self.known.contacts.is_some()
            && !*contact
            && let Some(sure) = self.known.sure_contact()
        {
            *contact = true;
            self.chosen.take_contact(Target::Existing(sure));
        }
    }

    fn body(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        lead: Id<Lead>,
        previewed: Option<&Previewed>,
    ) {
        let surface = Frame::new().fill(cx.tokens.surface);
        if matches!(self.step, Step::Candidates | Step::Fields) {
            let width = page::CANDIDATES.min(ui.available_width() * 0.4);
            let side = Panel::right("convert_candidates").exact_size(width).resizable(false);
            side.frame(surface).show(ui, |ui| {
                let scroll = ScrollArea::vertical().id_salt("candidates").auto_shrink(false);
                scroll.show(ui, |ui| {
                    candidates::show(ui, cx, &self.known, &mut self.chosen);
                });
            });
        }
        let scroll =
            ScrollArea::vertical().id_salt(("convert", self.step as u8)).auto_shrink(false);
        scroll.show(ui, |ui| match self.step {
            Step::Gate => gate::show(ui, cx, &mut self.chosen),
            Step::Candidates => targets::show(ui, cx, &self.known, &mut self.chosen),
            Step::Fields => {
                let known = (&self.known, &mut self.chosen);
                self.fields.show(ui, cx, (lead, previewed), known);
            }
            Step::Confirm => confirm::show(ui, cx, &mut self.chosen, previewed),
        });
    }

    /// The steps with where one is; those before can be gone back to.
    fn stepper(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, lead: Id<Lead>, first: &Lead) {
        ui.set_height(page::STEPPER);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(row) = cx.model.leads.find(lead.0) {
                let score = cx.model.score(row, cx.now()).to_string();
                label(ui, &score, size::BODY, cx.tokens.text);
            }
            let words = choice(cx.lang, "stage", first.stage.id());
            let tone = cx.tokens.stage(first.stage);
            ui.add(Pill { text: &words, glyph: glyph(first.stage), tone });
            let more = self.chosen.leads.len().saturating_sub(1);
            let name = query::label(cx.model, lead.record());
            let name = if more > 0 { format!("{name} +{more}") } else { name };
            label(ui, &name, size::BODY, cx.tokens.text);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = Step::ALL.map(|step| text(cx.lang, step.key()));
                let words = words.each_ref().map(AsRef::as_ref);
                let clicked = stepper(ui, &words, self.step as usize);
                if let Some(step) = clicked.and_then(|at| Step::ALL.get(at)) {
                    self.step = *step;
                }
            });
        });
    }

    /// What will happen or why it cannot, and the way on.
    fn foot(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, previewed: Option<&Previewed>) {
        let is_last = self.step == Step::Confirm;
        let problem = previewed.and_then(|it| it.as_ref().err());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can_go = previewed.is_some_and(Result::is_ok) && self.sent.is_none();
            let key = if is_last { "convert-do" } else { "convert-next" };
            let words = text(cx.lang, key);
            let icon = if is_last { icons::ARROW_LEFT_RIGHT } else { icons::ARROW_RIGHT };
            let next =
                Button::primary(&words).with_icon(icon).enabled(can_go).shortcut("Ctrl Enter");
            let is_sent = ui.input_mut(|it| it.consume_key(Modifiers::COMMAND, Key::Enter));
            if ui.add(next).clicked() || is_sent && can_go {
                self.go_on(cx);
            }
            let words = text(cx.lang, "convert-back");
            let back = Button::secondary(&words).with_icon(icons::CHEVRON_LEFT);
            if ui.add(back).clicked() {
                self.go_back(cx);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.set_max_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 0.0;
                match problem {
                    Some(err) => {
                        let words = err.text(cx.lang);
                        crate::ui::widgets::paragraph(ui, &words, size::SMALL, cx.tokens.danger);
                    }
                    None => confirm::sentence(ui, cx, previewed),
                }
            });
        });
    }

    fn go_on(&mut self, cx: &mut Cx<'_>) {
        let at = Step::ALL.iter().position(|step| *step == self.step).unwrap_or_default();
        match Step::ALL.get(at + 1) {
            Some(next) => self.step = *next,
            None => {
                self.sent = Some(cx.model.revision());
                cx.run(Request::Run(self.chosen.command()));
            }
        }
    }

    fn go_back(&mut self, cx: &mut Cx<'_>) {
        let at = Step::ALL.iter().position(|step| *step == self.step).unwrap_or_default();
        match at.checked_sub(1).and_then(|at| Step::ALL.get(at)) {
            Some(before) => self.step = *before,
            None => cx.ask(Intent::Back),
        }
    }

    /// Once it is saved, the page of what came of it is what one wants to see.
    fn finish(&mut self, cx: &mut Cx<'_>) {
        if self.sent.is_none_or(|sent| cx.model.revision() <= sent) {
            return;
        }
        let Some(lead) = self.chosen.leads.first().copied() else { return };
        let Some(row) = cx.row(lead.record()) else { return };
        let lead_now = Lead::from_row(row);
        if let Some(account) = lead_now.converted_account {
            let result = lead_now.converted_opportunity.map_or(account.record(), Id::record);
            *self = Self::default();
            cx.go(Place::Record(result));
        }
    }
}

/// A heading inside a step, over all the width there is.
pub(super) fn heading(ui: &mut Ui, cx: &Cx<'_>, words: &str, note: &str) {
    rule(ui);
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    Frame::new().inner_margin(margin).corner_radius(CornerRadius::ZERO).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_width(ui.available_width());
            label(ui, words, size::BODY_STRONG, cx.tokens.text);
            label(ui, note, size::SMALL, cx.tokens.text_subdued);
        });
    });
}
