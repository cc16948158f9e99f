//! What a list does when something is done to its table.

use std::collections::HashSet;

use eframe::egui::Ui;

use super::{Found, Line, ListField, ListView, menus::OpenMenu};
use crate::{
    domain::RecordId,
    i18n::{text, text_with},
    model::Model,
    ui::{
        Cx, Place,
        shown::amount,
        views::Foot,
        widgets::{Answer as Done, Deed},
    },
};

impl ListView {
    /// The row of a line.
    pub(super) fn row_at(&self, line: usize) -> Option<u32> {
        match self.lines.at(&self.asking.answer, line)? {
            Line::Row(place) => self.asking.answer.rows().get(place).copied(),
            Line::Heading(_) => None,
        }
    }

    /// The record of a line.
    pub(super) fn record_at(&self, model: &Model, line: usize) -> Option<RecordId> {
        self.asking.answer.record(model, self.kind(), self.row_at(line)?)
    }

    /// Takes what was done to the table.
    pub(super) fn take_deeds(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        fields: &[ListField],
        done: &Done,
    ) {
        for deed in &done.deeds {
            self.take_deed(cx, fields, *deed);
        }
        if !done.deeds.is_empty() {
            ui.request_repaint();
        }
    }

    fn take_deed(&mut self, cx: &mut Cx<'_>, fields: &[ListField], deed: Deed) {
        let name_of = |column: usize| fields.get(column).map(|field| field.name());
        match deed {
            Deed::Chosen(line) => {
                self.chosen = self.record_at(cx.model, line);
                self.selection.set_anchor(self.row_at(line));
            }
            Deed::Opened(line) => {
                if let Some(record) = self.record_at(cx.model, line) {
                    self.chosen = Some(record);
                    self.open(cx, record);
                }
            }
            Deed::Ticked(line) => {
                if let Some(row) = self.row_at(line) {
                    self.selection.toggle(&self.asking.answer, row);
                }
            }
            Deed::TickedTo(line) => self.tick_to(cx, line),
            Deed::TickedAll => self.selection.toggle_all(&self.asking.answer),
            Deed::Folded(line) => {
                if let Some(Line::Heading(group)) = self.lines.at(&self.asking.answer, line) {
                    self.lines.fold(&self.asking.answer, group);
                }
            }
            Deed::Cleared if !self.selection.is_empty() => self.selection.clear(),
            Deed::Cleared => self.unchoose(),
            Deed::Sorted(column) => self.sort_by(name_of(column)),
            Deed::Menu(line, _, at) => self.menu = Some(OpenMenu::of_row(line, at)),
            Deed::ColumnMenu(column, at) => {
                self.menu = name_of(column).map(|name| OpenMenu::of_column(name, at));
            }
            Deed::Resized(column, width) => {
                if let Some(name) = name_of(column) {
                    self.layout.resize(name, Some(width));
                }
            }
            Deed::Moved(from, to) => {
                if let (Some(from), Some(to)) = (name_of(from), name_of(to)) {
                    self.layout.move_to(from, to);
                }
            }
            Deed::Edit(line, column) => self.edit(cx, fields, (line, column)),
        }
    }

    /// Opens the page of a record; where there is none, shows it beside the list.
    pub(super) fn open(&mut self, cx: &mut Cx<'_>, record: RecordId) {
        *self.preview_switch() = true;
        cx.go(Place::Record(record));
    }

    fn tick_to(&mut self, cx: &Cx<'_>, line: usize) {
        self.chosen = self.record_at(cx.model, line);
        if let Some(Line::Row(place)) = self.lines.at(&self.asking.answer, line) {
            self.selection.extend(&self.asking.answer, place);
        }
    }

    /// Sorts by a field; the other way round if it does so already.
    pub(super) fn sort_by(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        let sort = &mut self.asking.question.sort;
        *sort = if sort == name { format!("-{name}") } else { name.to_owned() };
    }

    /// Takes an answer, unless it answers what nobody wants to know any more.
    pub fn take(&mut self, found: Found, model: &Model) {
        let ticked = self.ticked_small(model);
        if !self.asking.take(found) {
            return;
        }
        let answer = &self.asking.answer;
        match ticked {
            Some(records) => self.selection.renumber(answer, &answer.small_rows_of(&records)),
            None => self.selection.keep(answer),
        }
        self.lines.take(answer);
        let place = self.chosen.and_then(|record| answer.place_of(model, record));
        self.table.cursor = place.map(|place| self.lines.of_place(answer, place));
    }

    /// What is ticked of a kind that stays small: its rows have other numbers when one is made or goes.
    fn ticked_small(&self, model: &Model) -> Option<HashSet<RecordId>> {
        if model.columns(self.kind()).is_some() {
            return None;
        }
        Some(self.ticked(model).collect())
    }

    /// The records that are ticked, in the order of creation.
    pub(super) fn ticked(&self, model: &Model) -> impl Iterator<Item = RecordId> {
        let (answer, kind) = (&self.asking.answer, self.kind());
        self.selection
            .rows()
            .filter_map(move |row| answer.record(model, kind, u32::try_from(row).ok()?))
    }

    /// How many there are, are shown and are ticked, and the keys that help.
    pub fn foot(&self, cx: &Cx<'_>) -> Foot {
        // Nothing is known yet: that is not none.
        if !self.asking.is_answered() {
            return Foot::default();
        }
        let (shown, total) = (self.asking.answer.rows().len(), self.asking.answer.total);
        let kind = self.kind().name();
        let things = text(cx.lang, &format!("kind-{kind}-plural")).to_lowercase();
        let things =
            if total == 1 { text(cx.lang, &format!("kind-{kind}")).to_lowercase() } else { things };
        let args = [("shown", shown.into()), ("total", total.into()), ("things", things.into())];
        let key = if self.filter.is_empty() { "list-count" } else { "list-count-shown" };
        let mut counts = vec![text_with(cx.lang, key, &args).into_owned()];
        if self.asking.is_slow() {
            counts.push(text(cx.lang, "list-counting").into_owned());
        }
        let ticked = self.selection.count();
        if ticked > 0 {
            counts
                .push(text_with(cx.lang, "list-ticked", &[("count", ticked.into())]).into_owned());
        }
        counts.extend(self.sums(cx));
        counts.extend(self.limits(cx));
        let keys =
            if shown == 0 { String::new() } else { text(cx.lang, "status-keys").into_owned() };
        Foot { counts: counts.join("  ·  "), keys }
    }

    /// What the amounts of the columns on the screen add up to, for all that is shown.
    fn sums(&self, cx: &Cx<'_>) -> Vec<String> {
        let kind = self.kind();
        let sums = self.asking.answer.sums.iter().filter_map(|(tag, sums)| {
            let field = cx.model.field_of_tag(kind, *tag)?;
            if sums.is_empty() || !self.layout.has(field.name) {
                return None;
            }
            let amounts: Vec<String> = sums.iter().map(|sum| amount(*sum)).collect();
            let label = ListField::Stored(field).label(cx.model, cx.lang, kind);
            let args = [("field", label.into()), ("sum", amounts.join(" + ").into())];
            Some(text_with(cx.lang, "list-sum", &args).into_owned())
        });
        sums.collect()
    }
}
