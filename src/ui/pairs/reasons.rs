//! What speaks for and against two records being the same, in words: never a digit of what they say.

use eframe::egui::Ui;

use crate::{
    domain::match_evidence::{Match, Verdict, Weights, compare},
    i18n::{text, text_with},
    query::review::Waiting,
    ui::{
        Cx,
        theme::{size, space},
        widgets::{Glyph, Pill, icons, label},
    },
};

/// What the records of a pair come to as they stand now; none until both are read, or where they are
/// not people.
pub(super) fn found(cx: &mut Cx<'_>, pair: Waiting) -> Option<Match> {
    let weights = Weights::of(cx.model.settings());
    let (a, b) = cx.whole_pair(pair.a, pair.b)?;
    let model = cx.model;
    let (a, b) = (model.identity_of(pair.a.kind, a)?, model.identity_of(pair.b.kind, b)?);
    Some(compare(&a, &b, &weights))
}

/// Draws the score, what it means, and why.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, found: &Match) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::Vec2::splat(space::SMALL);
        let key = match found.verdict {
            Verdict::Same => "pairs-same",
            Verdict::Review => "pairs-look",
            Verdict::Two => "pairs-two",
        };
        let args = [("score", u64::from(found.score).into())];
        label(ui, &text_with(cx.lang, key, &args), size::BODY_STRONG, tokens.text);
        for evidence in &found.for_ {
            let words = text(cx.lang, &format!("evidence-{}", evidence.code));
            let glyph = Glyph::Icon(icons::PLUS);
            ui.add(Pill { text: &words, glyph, tone: tokens.good() });
        }
        for evidence in &found.against {
            let words = text(cx.lang, &format!("evidence-{}", evidence.code));
            let glyph = Glyph::Icon(icons::MINUS);
            ui.add(Pill { text: &words, glyph, tone: tokens.bad() });
        }
    });
}
