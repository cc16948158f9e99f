//! The keys there are, on a sheet over the window.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    i18n::text,
    ui::{
        Cx,
        actions::{self, ACTIONS},
        places::PLACES,
        theme::{measure, size, space},
        widgets::{Button, Dialog, icons, key_cap, label, scroll_list},
    },
};

/// Keys of lists and records, which those themselves look after: the keys, and the key of what they do.
const OTHERS: &[(&str, &[(&str, &str)])] = &[(
    "keys-lists",
    &[
        ("↑ ↓", "keys-move"),
        ("Page Up / Page Down", "keys-page"),
        ("Home / End", "keys-ends"),
        ("Enter", "keys-open"),
        ("Esc", "keys-clear"),
    ],
)];

/// Draws the sheet; whether it was put away.
pub(super) fn show(ui: &Ui, cx: &Cx<'_>) -> bool {
    let name = text(cx.lang, "action-keys");
    let dialog = Dialog::new(&name).width(measure::SHEET);
    let (is_done, is_closed) = dialog.show(ui, |ui| {
        let is_done = head(ui, cx, &name);
        let scroll = scroll_list(ui, measure::KEYS_LIST);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::TINY;
            group(ui, cx, "keys-everywhere");
            for action in ACTIONS.iter().filter(|action| !action.keys.is_empty()) {
                let keys = action.keys.iter().map(|keys| actions::written(ui.ctx(), *keys));
                row(ui, cx, action.name, &keys.collect::<Vec<_>>());
            }
            row(ui, cx, "keys-paste", &["Ctrl V".to_owned()]);
            group(ui, cx, "search-places");
            for info in PLACES {
                if let Some(keys) = actions::key_of(info.place) {
                    row(ui, cx, info.label, &[actions::written(ui.ctx(), keys)]);
                }
            }
            for (name, keys) in OTHERS {
                group(ui, cx, name);
                for (keys, what) in *keys {
                    row(ui, cx, what, &[(*keys).to_owned()]);
                }
            }
        });
        is_done
    });
    is_done || is_closed
}

fn head(ui: &mut Ui, cx: &Cx<'_>, name: &str) -> bool {
    let mut is_done = false;
    let extent = vec2(ui.available_width(), measure::BUTTON);
    ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
        let words = text(cx.lang, "toast-close");
        is_done = ui.add(Button::icon_only(icons::X, &words)).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, name, size::HEADING, cx.tokens.text);
        });
    });
    is_done
}

fn group(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.add_space(space::SMALL);
    label(ui, &text(cx.lang, key), size::SMALL_STRONG, cx.tokens.text_subdued);
}

fn row(ui: &mut Ui, cx: &Cx<'_>, what: &str, keys: &[String]) {
    ui.horizontal(|ui| {
        ui.set_height(measure::BUTTON_SMALL);
        label(ui, &text(cx.lang, what), size::BODY, cx.tokens.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for keys in keys.iter().rev() {
                key_cap(ui, keys);
            }
        });
    });
}
