//! The places of the window. A new one is a file with a `show`, and a line in `PLACES`.

pub(super) mod import_report;
mod imports;
mod lead_cells;
mod lead_fields;
mod lead_preview;
mod leads;
pub(super) mod opening;
pub(super) mod trouble;
mod welcome;

use eframe::egui::Ui;

use super::{
    Cx,
    importing::Imports,
    widgets::{Icon, icons},
};
use crate::{i18n::grouped, model::Model};

/// A place of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// All leads.
    #[default]
    Leads,
    /// The files that were imported.
    Imports,
}

/// What is known of a place.
pub(super) struct PlaceInfo {
    /// The place.
    pub place: Place,
    /// The key of its name.
    pub label: &'static str,
    /// The key of the name of its group.
    pub group: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// What the rail counts there.
    pub count: fn(&Model) -> Option<String>,
    show: fn(&mut Views, &mut Ui, &mut Cx<'_>),
}

/// The places, in the order of the rail.
pub(super) const PLACES: &[PlaceInfo] = &[
    PlaceInfo {
        place: Place::Leads,
        label: "kind-lead-plural",
        group: "group-marketing",
        icon: icons::USER,
        count: |model| Some(grouped(model.leads.len() as u64)),
        show: |views, ui, cx| views.leads.show(ui, cx),
    },
    PlaceInfo {
        place: Place::Imports,
        label: "kind-import_batch-plural",
        group: "group-data",
        icon: icons::DOWNLOAD,
        count: |_| None,
        show: |views, ui, cx| views.imports.show(ui, cx),
    },
];

/// What the places remember: where one is, and in each what was chosen and typed.
pub(super) struct Views {
    /// Where one is.
    pub place: Place,
    /// All leads.
    pub leads: leads::LeadsView,
    imports: imports::ImportsView,
}

impl Views {
    /// Nothing chosen yet.
    pub fn new() -> Self {
        Self {
            place: Place::default(),
            leads: leads::LeadsView::new(),
            imports: imports::ImportsView::default(),
        }
    }

    /// Whether a record is shown at the side.
    pub fn has_preview(&self, model: &Model) -> bool {
        self.place == Place::Leads && self.leads.previewed(model).is_some()
    }

    /// Draws the place one is at; the welcome as long as there is no lead.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, imports: &Imports) {
        let is_empty = cx.model.leads.is_empty() && imports.is_idle();
        if self.place == Place::Leads && is_empty {
            return welcome::show(ui, cx);
        }
        if let Some(info) = PLACES.iter().find(|info| info.place == self.place) {
            (info.show)(self, ui, cx);
        }
    }
}
