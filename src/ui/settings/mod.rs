//! How the program and the workspace are set up: a file for each page, and a line in [`PAGES`].

mod choices;
mod conversion;
mod data;
mod personal;
mod row;
mod users;
mod workspace;

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui};

pub(super) use choices::{countries, currencies};

use super::{
    Cx,
    theme::{measure, space},
    widgets::{Tab, tabs},
};
use crate::i18n::text;

/// A page of the settings.
struct Page {
    /// The key of its name.
    label: &'static str,
    show: fn(&mut SettingsView, &mut Ui, &mut Cx<'_>),
}

/// The pages, in the order of their tabs.
const PAGES: &[Page] = &[
    Page { label: "settings-personal", show: |_, ui, cx| personal::show(ui, cx) },
    Page { label: "settings-workspace", show: |_, ui, cx| workspace::show(ui, cx) },
    Page { label: "settings-users", show: |view, ui, cx| users::show(&mut view.new_user, ui, cx) },
    Page { label: "settings-conversion", show: |_, ui, cx| conversion::show(ui, cx) },
    Page { label: "settings-data", show: |_, ui, cx| data::show(ui, cx) },
];

/// What the place remembers.
#[derive(Default)]
pub(super) struct SettingsView {
    page: usize,
    new_user: users::NewUser,
}

impl SettingsView {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let bar = Frame::new()
            .fill(cx.tokens.surface)
            .inner_margin(Margin::symmetric(space::LARGE as i8, 0));
        Panel::top("settings_tabs")
            .exact_size(measure::TABS)
            .resizable(false)
            .frame(bar)
            .show(ui, |ui| self.tabs(ui, cx));
        let Some(page) = PAGES.get(self.page) else { return };
        ScrollArea::vertical().id_salt(page.label).auto_shrink(false).show(ui, |ui| {
            let margin = Margin::same(space::LARGE as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_max_width(measure::OVERLAY);
                ui.spacing_mut().item_spacing.y = space::SMALL;
                (page.show)(self, ui, cx);
            });
        });
    }

    fn tabs(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.set_height(measure::TABS);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let named = |page: &Page| Tab {
                text: text(cx.lang, page.label).into_owned(),
                count: String::new(),
            };
            let names: Vec<Tab> = PAGES.iter().map(named).collect();
            self.page = tabs(ui, &names, self.page).unwrap_or(self.page);
        });
    }
}
