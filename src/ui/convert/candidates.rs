//! Which existing records may be meant, and what speaks for and against each.

use eframe::egui::{
    Align, Color32, CornerRadius, Frame, Layout, Margin, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use super::chosen::Chosen;
use crate::{
    domain::{
        Account, Contact, Id, Kind, Lead, Opportunity, Outcome, Position, RecordId, Row,
        match_evidence::{Evidence, Match, Verdict, Weights},
        parts,
    },
    engine::Target,
    i18n::{text, text_with},
    query::{
        self,
        candidates::{self, Candidate},
    },
    ui::{
        Cx,
        questions::{Answer, Question, Seeker},
        theme::{icon, measure, size, space},
        widgets::{label, paragraph, radio},
    },
};

/// What may be meant, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    /// For what it was worked out: the revision, the records, and how many of them were read.
    of: (u64, [Option<Vec<RecordId>>; 2], usize),
    /// The accounts, the surest first; none while they are looked for.
    pub accounts: Option<Vec<Candidate>>,
    /// The contacts, the surest first.
    pub contacts: Option<Vec<Candidate>>,
}

impl Known {
    /// Sees to it that what is known is of the lead and of what was chosen.
    pub fn keep_up(&mut self, cx: &mut Cx<'_>, lead: &Lead, chosen: &Chosen) {
        let seeker = Seeker::of(lead);
        let accounts = found(cx, Question::Accounts(seeker.clone()));
        let account = match chosen.account {
            Target::Existing(account) => Some(account.record()),
            Target::New | Target::Skip => None,
        };
        let contacts = found(cx, Question::Contacts(seeker, account));
        let all = accounts.iter().chain(&contacts).flatten();
        let read: Vec<(RecordId, Row)> =
            all.filter_map(|record| Some((*record, cx.row(*record)?))).collect();
        // That there is none is an answer, too.
        let of = (cx.model.revision(), [accounts.clone(), contacts.clone()], read.len());
        if self.of == of {
            return;
        }
        let judged = |records: Option<Vec<RecordId>>| {
            let own = |(record, _): &&(RecordId, Row)| {
                records.as_ref().is_some_and(|records| records.contains(record))
            };
            let rows: Vec<(RecordId, Row)> = read.iter().filter(own).cloned().collect();
            // Those that are still being read are waited for.
            let is_whole = records.as_ref().is_some_and(|records| records.len() == rows.len());
            is_whole.then(|| candidates::judged(cx.model, lead, &rows))
        };
        self.accounts = judged(accounts);
        self.contacts = judged(contacts);
        self.of = of;
    }

    /// The account that surely is the company.
    pub fn sure_account(&self) -> Option<Id<Account>> {
        sure(self.accounts.as_ref()?).and_then(Id::of)
    }

    /// The contact that surely is the person.
    pub fn sure_contact(&self) -> Option<Id<Contact>> {
        sure(self.contacts.as_ref()?).and_then(Id::of)
    }
}

fn sure(candidates: &[Candidate]) -> Option<RecordId> {
    candidates.first().filter(|best| best.found.is_same()).map(|best| best.record)
}

fn found(cx: &mut Cx<'_>, question: Question) -> Option<Vec<RecordId>> {
    match cx.answer(question).as_deref() {
        Some(Answer::Records(records)) => Some(records.clone()),
        _ => None,
    }
}

/// Draws what may be meant, each to be taken.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, known: &Known, chosen: &mut Chosen) {
    ui.spacing_mut().item_spacing.y = space::SMALL;
    title(ui, cx, "convert-accounts", known.accounts.as_ref().map(Vec::len));
    let weights = Weights::of(cx.model.settings());
    let args = [
        ("same", u64::from(weights.same_from).into()),
        ("look", u64::from(weights.review_from).into()),
    ];
    let meaning = text_with(cx.lang, "convert-meaning", &args);
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        paragraph(ui, &meaning, size::SMALL, cx.tokens.text_subdued);
    });
    for candidate in known.accounts.iter().flatten() {
        let account = Id::new(candidate.record.uuid);
        let is_taken = chosen.account == Target::Existing(account);
        if card(ui, cx, (candidate.record, Some(&candidate.found)), is_taken) && !is_taken {
            chosen.take_account(Target::Existing(account));
        }
    }
    if chosen.leads.len() == 1 {
        title(ui, cx, "convert-contacts", known.contacts.as_ref().map(Vec::len));
        for candidate in known.contacts.iter().flatten() {
            let contact = Target::Existing(Id::new(candidate.record.uuid));
            let is_taken = chosen.contact == contact;
            if card(ui, cx, (candidate.record, Some(&candidate.found)), is_taken) && !is_taken {
                chosen.take_contact(contact);
            }
        }
    }
    if let Target::Existing(account) = chosen.account {
        let deals = open_deals(cx, account);
        title(ui, cx, "convert-deals", Some(deals.len()));
        for record in deals {
            let deal = Target::Existing(Id::new(record.uuid));
            let is_taken = chosen.opportunity == deal;
            if card(ui, cx, (record, None), is_taken) && !is_taken {
                chosen.take_opportunity(deal);
            }
        }
    }
    ui.add_space(space::MEDIUM);
}

/// The undecided opportunities of an account.
pub(super) fn open_deals(cx: &Cx<'_>, account: Id<Account>) -> Vec<RecordId> {
    let deals = &cx.model.opportunities;
    let is_open = |row: &usize| deals.text(Opportunity::outcome, *row) == Outcome::Open.id();
    let of_account = |row: &usize| deals.link(Opportunity::account, *row) == Some(account.record());
    deals.rows().filter(of_account).filter(is_open).filter_map(|row| deals.id(row)).collect()
}

fn title(ui: &mut Ui, cx: &Cx<'_>, key: &str, count: Option<usize>) {
    let margin = Margin { top: space::MEDIUM as i8, bottom: 0, ..Margin::same(space::LARGE as i8) };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_width(ui.available_width());
            label(ui, &text(cx.lang, key), size::BODY_STRONG, cx.tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = match count {
                    Some(count) => text_with(cx.lang, "convert-found", &[("count", count.into())]),
                    None => text(cx.lang, "preview-reading"),
                };
                label(ui, &words, size::SMALL, cx.tokens.text_subdued);
            });
        });
    });
}

/// A record that may be meant; whether it was taken.
fn card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (record, found): (RecordId, Option<&Match>),
    is_taken: bool,
) -> bool {
    let tokens = cx.tokens;
    let (edge, width) = if is_taken {
        (tokens.accent, measure::FOCUS_LINE)
    } else {
        (tokens.border, measure::LINE)
    };
    let outer = Margin::symmetric(space::LARGE as i8, 0);
    let drawn = Frame::new()
        .outer_margin(outer)
        .inner_margin(Margin::same(space::MEDIUM as i8))
        .corner_radius(measure::RADIUS)
        .fill(tokens.surface)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::TINY;
            ui.spacing_mut().interact_size.y = space::LARGE;
            inside(ui, cx, (record, found), is_taken);
        });
    let rect = drawn.response.rect.shrink2(Vec2::new(space::LARGE, 0.0));
    let id = ui.scope_id().with(("candidate", record));
    let response = ui.interact(rect, id, Sense::click());
    let name = query::label(cx.model, record);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_taken, &name));
    let is_lit = response.hovered() || response.has_focus();
    let edge = if is_lit && !is_taken { tokens.focus } else { edge };
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_stroke(rect, radius, Stroke::new(width, edge), StrokeKind::Inside);
    response.clicked()
}

fn inside(ui: &mut Ui, cx: &Cx<'_>, (record, found): (RecordId, Option<&Match>), is_taken: bool) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
        radio(ui.painter(), rect.center(), is_taken, tokens);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(found) = found {
                let key = match found.verdict {
                    Verdict::Same => "convert-same",
                    Verdict::Review => "convert-look",
                    Verdict::Two => "convert-other",
                };
                label(ui, &text(cx.lang, key), size::SMALL, tokens.text_subdued);
                label(ui, &found.score.to_string(), size::BODY_STRONG, tokens.text);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, &query::label(cx.model, record), size::BODY, tokens.text);
            });
        });
    });
    let about = about(cx, record);
    if !about.is_empty() {
        indented(ui, |ui| drop(label(ui, &about, size::SMALL, tokens.text_subdued)));
    }
    let Some(found) = found else { return };
    for evidence in &found.for_ {
        finding(ui, cx, ("+", tokens.success), evidence);
    }
    for evidence in &found.against {
        finding(ui, cx, ("−", tokens.danger), evidence);
    }
}

fn indented(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(icon::BODY + space::SMALL);
        add(ui);
    });
}

/// What speaks for or against a record, and how much.
fn finding(ui: &mut Ui, cx: &Cx<'_>, (sign, color): (&str, Color32), evidence: &Evidence) {
    indented(ui, |ui| {
        label(ui, sign, size::SMALL, color);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let weight = format!("{sign}{}", evidence.weight.unsigned_abs());
            label(ui, &weight, size::SMALL, color);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = text(cx.lang, &format!("evidence-{}", evidence.code));
                label(ui, &words, size::SMALL, cx.tokens.text);
            });
        });
    });
}

/// What tells a record from others of its name: whose it is, where a person works.
fn about(cx: &Cx<'_>, record: RecordId) -> String {
    let model = cx.model;
    let linked = |tag| {
        let columns = model.columns(record.kind)?;
        columns.link(tag, columns.find(record.uuid)?)
    };
    let owner = match record.kind {
        Kind::Account => linked(Account::owner),
        Kind::Opportunity => linked(Opportunity::owner),
        _ => None,
    };
    let place = || {
        let row = model.contacts.find(record.uuid)?;
        let positions = model.contacts.value(Contact::accounts, row);
        parts::<Position>(&positions).find_map(|position| position.account)
    };
    match (owner, record.kind) {
        (Some(owner), _) => {
            let args = [("owner", query::label(model, owner).into())];
            text_with(cx.lang, "convert-owner", &args).into_owned()
        }
        (None, Kind::Contact) => {
            place().map_or_else(String::new, |account| query::label(model, account.record()))
        }
        _ => String::new(),
    }
}
