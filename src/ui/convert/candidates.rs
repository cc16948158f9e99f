//! Which records may be meant: for account, contact and opportunity a new one, an existing one or none; and
//! what speaks for the existing ones.

use eframe::egui::{
    Align, CornerRadius, Frame, Layout, Margin, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use super::view::{Chosen, heading};
use crate::{
    domain::{Account, Id, Kind, Lead, Opportunity, Outcome, RecordId},
    engine::Target,
    i18n::{text, text_with},
    query::{self, candidates::Candidate},
    ui::{
        Cx, places,
        questions::{Answer, Question, Seeker},
        theme::{icon, measure, page, size, space},
        widgets::{label, paragraph, radio, segments},
    },
};

/// From so many points on it is surely the same.
const SAME: u8 = 90;

/// Draws what may be meant; gives back the account that surely is.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    lead: &Lead,
    chosen: &mut Chosen,
) -> Option<Id<Account>> {
    ui.spacing_mut().item_spacing.y = space::SMALL;
    let seeker = Seeker::of(lead);
    let accounts = found(cx, Question::Accounts(seeker.clone()));
    title(ui, cx, "convert-accounts", accounts.as_ref().map(Vec::len));
    for candidate in accounts.iter().flatten() {
        let is_taken = chosen.account == Target::Existing(Id::new(candidate.record.uuid));
        if card(ui, cx, candidate, is_taken) {
            chosen.account = Target::Existing(Id::new(candidate.record.uuid));
        }
    }
    if let Target::Existing(account) = chosen.account {
        let contacts = found(cx, Question::Contacts(seeker, account.record()));
        title(ui, cx, "convert-contacts", contacts.as_ref().map(Vec::len));
        for candidate in contacts.iter().flatten() {
            let is_taken = chosen.contact == Target::Existing(Id::new(candidate.record.uuid));
            if card(ui, cx, candidate, is_taken) {
                chosen.contact = Target::Existing(Id::new(candidate.record.uuid));
            }
        }
        let deals = open_deals(cx, account);
        title(ui, cx, "convert-deals", Some(deals.len()));
        for record in deals {
            let is_taken = chosen.opportunity == Target::Existing(Id::new(record.uuid));
            let candidate = Candidate { record, score: 0, evidence: Vec::new() };
            if card(ui, cx, &candidate, is_taken) {
                chosen.opportunity = Target::Existing(Id::new(record.uuid));
            }
        }
    }
    let best = accounts?.into_iter().next().filter(|best| best.score >= SAME)?;
    Id::of(best.record)
}

fn found(cx: &mut Cx<'_>, question: Question) -> Option<Vec<Candidate>> {
    match cx.answer(question).as_deref() {
        Some(Answer::Candidates(candidates)) => Some(candidates.clone()),
        _ => None,
    }
}

/// The undecided opportunities of an account.
fn open_deals(cx: &Cx<'_>, account: Id<Account>) -> Vec<RecordId> {
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
fn card(ui: &mut Ui, cx: &Cx<'_>, candidate: &Candidate, is_taken: bool) -> bool {
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
            inside(ui, cx, candidate, is_taken);
        });
    let rect = drawn.response.rect;
    let id = ui.scope_id().with(("candidate", candidate.record));
    let response = ui.interact(rect, id, Sense::click());
    let name = query::label(cx.model, candidate.record);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_taken, &name));
    let is_lit = response.hovered() || response.has_focus();
    let edge = if is_lit && !is_taken { tokens.focus } else { edge };
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_stroke(rect, radius, Stroke::new(width, edge), StrokeKind::Inside);
    response.clicked()
}

fn inside(ui: &mut Ui, cx: &Cx<'_>, candidate: &Candidate, is_taken: bool) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
        radio(ui.painter(), rect.center(), is_taken, tokens);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if candidate.score > 0 {
                let key = if candidate.score >= SAME { "convert-same" } else { "convert-look" };
                label(ui, &text(cx.lang, key), size::SMALL, tokens.text_subdued);
                label(ui, &candidate.score.to_string(), size::BODY_STRONG, tokens.text);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = query::label(cx.model, candidate.record);
                label(ui, &name, size::BODY, tokens.text);
            });
        });
    });
    for evidence in &candidate.evidence {
        ui.horizontal(|ui| {
            ui.add_space(icon::BODY + space::SMALL);
            let words = text(cx.lang, &format!("evidence-{evidence}"));
            label(ui, &format!("+ {words}"), size::SMALL, tokens.success);
        });
    }
    let owner = Kind::Account
        .field("owner")
        .filter(|_| candidate.record.kind == Kind::Account)
        .and_then(|field| {
            let row = cx.model.accounts.find(candidate.record.uuid)?;
            cx.model.accounts.link(field.tag, row)
        });
    if let Some(owner) = owner {
        ui.horizontal(|ui| {
            ui.add_space(icon::BODY + space::SMALL);
            let args = [("owner", query::label(cx.model, owner).into())];
            let words = text_with(cx.lang, "convert-owner", &args);
            label(ui, &words, size::SMALL, tokens.text_subdued);
        });
    }
}

/// New, existing or none, for each of the three.
pub(super) fn targets(ui: &mut Ui, cx: &mut Cx<'_>, chosen: &mut Chosen) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let account = kind_of(&chosen.account);
    if let Some(taken) = target(ui, cx, Kind::Account, (account, false)) {
        chosen.account = taken.of(chosen.account);
        // Contacts and opportunities are those of the account.
        (chosen.contact, chosen.opportunity) = (Target::New, Target::New);
    }
    if let Some(taken) = target(ui, cx, Kind::Contact, (kind_of(&chosen.contact), false)) {
        chosen.contact = taken.of(chosen.contact);
    }
    if let Some(taken) = target(ui, cx, Kind::Opportunity, (kind_of(&chosen.opportunity), true)) {
        chosen.opportunity = taken.of(chosen.opportunity);
    }
    crate::ui::record::section(ui, |ui| {
        let words = text(cx.lang, "convert-follow");
        paragraph(ui, &words, size::SMALL, cx.tokens.text_subdued);
        for lead in &chosen.leads {
            let about = cx.model.activities_about(lead.record()).count();
            let args = [("activities", about.into())];
            let words = text_with(cx.lang, "convert-activities", &args);
            label(ui, &words, size::SMALL, cx.tokens.text);
        }
    });
}

/// Which of the three was chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    New,
    Existing,
    Skip,
}

impl Taken {
    /// As a target; an existing one is chosen among the candidates.
    fn of<T>(self, before: Target<T>) -> Target<T> {
        match self {
            Self::New => Target::New,
            Self::Skip => Target::Skip,
            Self::Existing => before,
        }
    }
}

fn kind_of<T>(target: &Target<T>) -> Taken {
    match target {
        Target::New => Taken::New,
        Target::Existing(_) => Taken::Existing,
        Target::Skip => Taken::Skip,
    }
}

fn target(ui: &mut Ui, cx: &Cx<'_>, kind: Kind, (taken, can_skip): (Taken, bool)) -> Option<Taken> {
    let name = text(cx.lang, &format!("kind-{}", kind.name()));
    let mut clicked = None;
    ui.push_id(kind.number(), |ui| {
        heading(ui, cx, &name, "");
        crate::ui::record::section(ui, |ui| {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
                let picture = places::icon_of(kind);
                picture.paint(ui.painter(), rect.center(), icon::BODY, cx.tokens.text_subdued);
                let mut offered = vec![(Taken::New, text(cx.lang, "target-new"))];
                if taken == Taken::Existing {
                    offered.push((Taken::Existing, text(cx.lang, "target-existing")));
                }
                if can_skip {
                    offered.push((Taken::Skip, text(cx.lang, "target-skip")));
                }
                let words: Vec<&str> = offered.iter().map(|(_, words)| words.as_ref()).collect();
                let at = offered.iter().position(|(it, _)| *it == taken).unwrap_or_default();
                let width = page::SEGMENTS / 1.5 * offered.len() as f32;
                clicked =
                    segments(ui, width, &words, at).and_then(|at| offered.get(at)).map(|it| it.0);
            });
        });
    });
    clicked
}
