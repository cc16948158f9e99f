//! What a merge will do, in a sentence, as a trial of it has shown.

use eframe::egui::Ui;

use crate::{
    domain::{Change, Kind, RecordId},
    engine::Merge,
    i18n::{text, text_with},
    query,
    ui::{
        Cx,
        questions::Previewed,
        theme::size,
        widgets::{label, paragraph},
    },
};

/// Draws the sentence, or why it cannot be done.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, command: &Merge, previewed: Option<&Previewed>) {
    match previewed {
        Some(Ok(changes)) => {
            let words = sentence(cx, command, changes);
            paragraph(ui, &words, size::BODY, cx.tokens.text);
        }
        Some(Err(err)) => {
            paragraph(ui, &err.text(cx.lang), size::BODY, cx.tokens.danger);
        }
        None => {
            label(ui, &text(cx.lang, "preview-reading"), size::BODY, cx.tokens.text_subdued);
        }
    }
}

fn sentence(cx: &Cx<'_>, command: &Merge, changes: &[Change]) -> String {
    let names: Vec<String> =
        command.losers.iter().map(|loser| query::label(cx.model, *loser)).collect();
    let survivor = command.survivor;
    let own = changes.iter().find(|change| change.record == survivor);
    let fields = own.map_or(0, |change| change.fields.len());
    let is_merged = |record: RecordId| record == survivor || command.losers.contains(&record);
    let moved = changes.iter().map(|change| change.record);
    let moved = moved.filter(|record| record.kind != Kind::Pair && !is_merged(*record)).count();
    let kind = text(cx.lang, &format!("kind-{}", survivor.kind.name()));
    let args = [
        ("kind", kind.as_ref().into()),
        ("name", query::label(cx.model, survivor).into()),
        ("others", names.join(", ").into()),
        ("fields", fields.into()),
        ("moved", moved.into()),
    ];
    text_with(cx.lang, "merge-will", &args).into_owned()
}
