//! What is shown where. A new place is a file with a `show`, a line in [`Views::page`], and, if the rail
//! offers it, a line in `PLACES`.

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

use super::{Cx, Place, importing::Imports};
use crate::{domain::Kind, model::Model};

/// What draws a place.
type Draw = fn(&mut Views, &mut Ui, &mut Cx<'_>);

/// What the places remember: what was chosen and typed in each.
pub(super) struct Views {
    /// All leads.
    pub leads: leads::LeadsView,
    imports: imports::ImportsView,
}

/// What stands at the foot of a place.
#[derive(Default)]
pub(super) struct Foot {
    /// How many there are, and how many of them are shown.
    pub counts: String,
    /// The keys that help here.
    pub keys: String,
}

impl Views {
    /// Nothing chosen yet.
    pub fn new() -> Self {
        Self { leads: leads::LeadsView::new(), imports: imports::ImportsView::default() }
    }

    /// What draws a place; nothing while there is no such place.
    fn page(place: Place) -> Option<Draw> {
        match place {
            Place::List(Kind::Lead) => Some(|views, ui, cx| views.leads.show(ui, cx)),
            Place::Imports => Some(|views, ui, cx| views.imports.show(ui, cx)),
            _ => None,
        }
    }

    /// Whether one can go to a place: it can be drawn, and what it is about is there.
    pub fn is_there(place: Place, model: &Model) -> bool {
        Self::page(place).is_some() && place.record().is_none_or(|record| model.has(record))
    }

    /// Whether a record is shown at the side.
    pub fn has_preview(&self, cx: &Cx<'_>) -> bool {
        cx.here == Place::List(Kind::Lead) && self.leads.previewed(cx.model).is_some()
    }

    /// What stands at the foot of the place one is at.
    pub fn foot(&self, cx: &Cx<'_>) -> Foot {
        match cx.here {
            Place::List(Kind::Lead) => self.leads.foot(cx),
            _ => Foot::default(),
        }
    }

    /// Draws the place one is at; the welcome as long as there is no lead.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, imports: &Imports) {
        let is_empty = cx.model.leads.is_empty() && imports.is_idle();
        if cx.here == Place::List(Kind::Lead) && is_empty {
            return welcome::show(ui, cx);
        }
        if let Some(draw) = Self::page(cx.here) {
            draw(self, ui, cx);
        }
    }
}
