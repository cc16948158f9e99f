//! A list without rows says why, and what may be done about it.

use eframe::egui::Ui;

use super::{Asking, pools::NEW};
use crate::{
    domain::Kind,
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        theme::space,
        widgets::{Button, empty_state, icons},
    },
};

/// Draws it; whether the filter is to be taken away.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, asking: &Asking, is_filtered: bool) -> bool {
    let kind = asking.question.kind;
    let things = text(cx.lang, &format!("kind-{}-plural", kind.name())).to_lowercase();
    let hidden = asking.answer.total;
    let picture = if is_filtered { icons::SEARCH } else { icons::INBOX };
    let (title, hint) = match (is_filtered, hidden) {
        (true, 1..) => {
            let args = [("things", things.as_str().into()), ("count", hidden.into())];
            let title = text_with(cx.lang, "empty-filtered", &args);
            (title, text_with(cx.lang, "empty-filtered-hint", &args))
        }
        _ => {
            let args = [("things", things.as_str().into())];
            let hint = match kind {
                Kind::Lead => "empty-list-hint",
                Kind::Opportunity => "empty-deals-hint",
                Kind::Order => "empty-orders-hint",
                Kind::Account | Kind::Contact => "empty-customers-hint",
                _ => "empty-new-hint",
            };
            (text_with(cx.lang, "empty-list", &args), text(cx.lang, hint))
        }
    };
    let mut is_cleared = false;
    empty_state(ui, picture, (&title, &hint), |ui| {
        ui.add_space(space::SMALL);
        if is_filtered {
            is_cleared = ui.add(Button::secondary(&text(cx.lang, "filter-clear"))).clicked();
        } else if kind == Kind::Lead {
            let words = text(cx.lang, "import-button");
            if ui.add(Button::secondary(&words).with_icon(icons::DOWNLOAD)).clicked() {
                cx.ask(Intent::Pick);
            }
        } else if NEW.contains(&kind) {
            let words = text(cx.lang, &format!("new-{}", kind.name()));
            if ui.add(Button::secondary(&words).with_icon(icons::PLUS)).clicked() {
                cx.ask(Intent::New(kind));
            }
        }
    });
    is_cleared
}
