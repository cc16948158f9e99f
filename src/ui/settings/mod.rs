//! How the program and the workspace are set up: a file for each page, and a line in [`PAGES`].

mod assignment;
mod choices;
mod conversion;
mod data;
mod history;
mod matching;
mod personal;
mod row;
mod users;
mod workspace;

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui};

pub(super) use choices::{countries, currencies};

use super::{
    Cx,
    theme::{measure, space},
    widgets::{Tab, TableState, tabs},
};
use crate::i18n::text;

/// A page of the settings.
struct Page {
    /// The key of its name.
    label: &'static str,
    /// Whether it fills the place with a table, which scrolls by itself.
    is_table: bool,
    show: fn(&mut SettingsView, &mut Ui, &mut Cx<'_>),
}

/// The pages, in the order of their tabs.
const PAGES: &[Page] = &[
    Page::of("settings-personal", |_, ui, cx| personal::show(ui, cx)),
    Page::of("settings-workspace", |_, ui, cx| workspace::show(ui, cx)),
    Page::of("settings-users", |view, ui, cx| users::show(&mut view.new_user, ui, cx)),
    Page::of("settings-assignment", |view, ui, cx| {
        assignment::show(&mut view.assignment, ui, cx);
    }),
    Page::of("settings-conversion", |_, ui, cx| conversion::show(ui, cx)),
    Page::of("settings-matching", |_, ui, cx| matching::show(ui, cx)),
    Page::of("settings-data", |_, ui, cx| data::show(ui, cx)),
    Page {
        label: "settings-history",
        is_table: true,
        show: |view, ui, cx| history::show(&mut view.history, ui, cx),
    },
];

impl Page {
    const fn of(label: &'static str, show: fn(&mut SettingsView, &mut Ui, &mut Cx<'_>)) -> Self {
        Self { label, is_table: false, show }
    }
}

/// What the place remembers.
#[derive(Default)]
pub(super) struct SettingsView {
    page: usize,
    new_user: users::NewUser,
    history: TableState,
    assignment: assignment::AssignmentPage,
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
        if page.is_table {
            return (page.show)(self, ui, cx);
        }
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
