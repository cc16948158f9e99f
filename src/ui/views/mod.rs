//! What is shown where. A new place is a file with a `show`, a line in [`Views::page`], and, if the rail
//! offers it, a line in `PLACES`.

pub(super) mod import_report;
mod lead_fields;
pub(super) mod lead_preview;
pub(super) mod opening;
pub(super) mod trouble;
pub(super) mod welcome;

use eframe::egui::Ui;

use super::{
    Cx, Place, board::BoardView, convert::ConvertView, import::Staging, importing::Imports,
    imports::ImportsView, list::KeptLists, list::Lists, pairs::PairsView, record::RecordView,
    settings::SettingsView,
};
use crate::{domain::Kind, i18n::text, model::Model};

/// What draws a place.
type Draw = fn(&mut Views, &mut Ui, &mut Cx<'_>);

/// What the places remember: what was chosen and typed in each.
pub(super) struct Views {
    /// The list of each place that has one.
    pub lists: Lists,
    /// The page of a record.
    pub record: RecordView,
    /// The board of a fair.
    pub board: BoardView,
    /// The conversion of leads.
    pub convert: ConvertView,
    /// The pairs that may be the same.
    pub pairs: PairsView,
    /// The files at hand, looked at before they are imported.
    pub staging: Staging,
    /// What was imported.
    pub imports: ImportsView,
    settings: SettingsView,
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
    /// Nothing chosen yet; the lists as they were left at the last start.
    pub fn of(kept: KeptLists) -> Self {
        Self {
            lists: Lists::of(kept),
            record: RecordView::default(),
            board: BoardView::default(),
            convert: ConvertView::default(),
            pairs: PairsView::default(),
            staging: Staging::default(),
            imports: ImportsView::default(),
            settings: SettingsView::default(),
        }
    }

    /// What draws a place; nothing while there is no such place.
    fn page(place: Place) -> Option<Draw> {
        match place {
            Place::Record(_) => Some(|views, ui, cx| {
                if let Some(record) = cx.here.record() {
                    views.record.show(ui, cx, record);
                }
            }),
            Place::Convert(_) => Some(|views, ui, cx| {
                if let Place::Convert(lead) = cx.here {
                    views.convert.show(ui, cx, lead);
                }
            }),
            Place::Dashboards => Some(|views, ui, cx| views.board.show(ui, cx)),
            Place::Duplicates => Some(|views, ui, cx| views.pairs.show(ui, cx)),
            Place::Staging => Some(|views, ui, cx| views.staging.show(ui, cx)),
            Place::Imports => Some(|views, ui, cx| views.imports.show(ui, cx)),
            Place::Settings => Some(|views, ui, cx| views.settings.show(ui, cx)),
            place => Lists::kind_of(place).map(|_| show_list as Draw),
        }
    }

    /// Whether nothing has been brought into a workspace yet.
    pub fn is_fresh(model: &Model) -> bool {
        model.leads.is_empty() && model.accounts.is_empty() && model.import_batches.is_empty()
    }

    /// Whether one can go to a place: it can be drawn, and what it is about is there.
    pub fn is_there(place: Place, model: &Model) -> bool {
        Self::page(place).is_some() && place.record().is_none_or(|record| model.has(record))
    }

    /// Whether a record is shown at the side.
    pub fn has_preview(&self, cx: &Cx<'_>) -> bool {
        self.lists.at(cx.here).is_some_and(|list| list.previewed(cx.model).is_some())
    }

    /// What stands at the foot of the place one is at.
    pub fn foot(&self, cx: &Cx<'_>) -> Foot {
        if cx.here == Place::Duplicates {
            return self.pairs.foot(cx);
        }
        self.lists.at(cx.here).map(|list| list.foot(cx)).unwrap_or_default()
    }

    /// Draws the place one is at; the welcome as long as there is no lead.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, imports: &Imports) {
        if cx.here == Place::List(Kind::Lead) && cx.model.leads.is_empty() {
            return match imports.is_idle() {
                true => welcome::show(ui, cx),
                false => opening::say(ui, cx, &text(cx.lang, "leads-coming")),
            };
        }
        if let Some(draw) = Self::page(cx.here) {
            draw(self, ui, cx);
        }
    }
}

fn show_list(views: &mut Views, ui: &mut Ui, cx: &mut Cx<'_>) {
    if let Some(list) = views.lists.open(cx.here) {
        list.show(ui, cx);
    }
}
