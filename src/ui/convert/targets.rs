//! For account, contact and opportunity: a new one, an existing one or none.

use eframe::egui::{Sense, Ui, Vec2};

use super::{
    candidates::{Known, open_deals},
    chosen::Chosen,
    view::heading,
};
use crate::{
    domain::{Id, Kind},
    engine::Target,
    i18n::{text, text_with},
    ui::{
        Cx, places,
        theme::{icon, page, size, space},
        widgets::{label, paragraph, segments},
    },
};

/// Which of the three was chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    New,
    Existing,
    Skip,
}

impl Taken {
    fn of<T>(target: &Target<T>) -> Self {
        match target {
            Target::New => Self::New,
            Target::Existing(_) => Self::Existing,
            Target::Skip => Self::Skip,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::New => "target-new",
            Self::Existing => "target-existing",
            Self::Skip => "target-skip",
        }
    }
}

/// Draws the three, and what follows by reference.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, known: &Known, chosen: &mut Chosen) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for kind in [Kind::Account, Kind::Contact, Kind::Opportunity] {
        let name = text(cx.lang, &format!("kind-{}", kind.name()));
        ui.push_id(kind.number(), |ui| {
            heading(ui, cx, &name, "");
            crate::ui::record::section(ui, |ui| {
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
                    let (picture, color) = (places::icon_of(kind), cx.tokens.text_subdued);
                    picture.paint(ui.painter(), rect.center(), icon::BODY, color);
                    choose(ui, cx, (kind, known), chosen);
                });
            });
        });
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
    ui.add_space(space::MEDIUM);
}

/// Draws what may be chosen for a kind, and takes what was.
pub(super) fn choose(ui: &mut Ui, cx: &Cx<'_>, (kind, known): (Kind, &Known), chosen: &mut Chosen) {
    let taken = match kind {
        Kind::Account => Taken::of(&chosen.account),
        Kind::Contact => Taken::of(&chosen.contact),
        _ => Taken::of(&chosen.opportunity),
    };
    let mut offered = vec![Taken::New];
    if taken == Taken::Existing || has_existing(cx, (kind, known), chosen) {
        offered.push(Taken::Existing);
    }
    if kind == Kind::Opportunity {
        offered.push(Taken::Skip);
    }
    let words = offered.iter().map(|it| text(cx.lang, it.key())).collect::<Vec<_>>();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let at = offered.iter().position(|it| *it == taken).unwrap_or_default();
    let width = page::SEGMENT * offered.len() as f32;
    let clicked = segments(ui, width, &words, at).and_then(|at| offered.get(at).copied());
    if let Some(now) = clicked.filter(|now| *now != taken) {
        take(cx, (kind, now), known, chosen);
    }
}

/// Whether there is an existing record to choose.
fn has_existing(cx: &Cx<'_>, (kind, known): (Kind, &Known), chosen: &Chosen) -> bool {
    let any = |list: &Option<Vec<_>>| list.as_ref().is_some_and(|list: &Vec<_>| !list.is_empty());
    match (kind, chosen.account) {
        (Kind::Account, _) => any(&known.accounts),
        (Kind::Contact, _) => chosen.leads.len() == 1 && any(&known.contacts),
        (_, Target::Existing(account)) => !open_deals(cx, account).is_empty(),
        _ => false,
    }
}

/// Takes what was clicked; of the existing ones the surest.
fn take(cx: &Cx<'_>, (kind, now): (Kind, Taken), known: &Known, chosen: &mut Chosen) {
    let first = |list: &Option<Vec<crate::query::candidates::Candidate>>| {
        list.as_ref().and_then(|list| list.first()).map(|candidate| candidate.record)
    };
    match kind {
        Kind::Account => {
            let existing = first(&known.accounts).map(|it| Target::Existing(Id::new(it.uuid)));
            chosen.take_account(target(now, existing));
        }
        Kind::Contact => {
            let existing = first(&known.contacts).map(|it| Target::Existing(Id::new(it.uuid)));
            chosen.take_contact(target(now, existing));
        }
        _ => {
            let deal = match chosen.account {
                Target::Existing(account) => open_deals(cx, account).first().copied(),
                _ => None,
            };
            let existing = deal.map(|it| Target::Existing(Id::new(it.uuid)));
            chosen.take_opportunity(target(now, existing));
        }
    }
}

fn target<T>(taken: Taken, existing: Option<Target<T>>) -> Target<T> {
    match (taken, existing) {
        (Taken::Skip, _) => Target::Skip,
        (Taken::Existing, Some(existing)) => existing,
        (Taken::New | Taken::Existing, _) => Target::New,
    }
}
