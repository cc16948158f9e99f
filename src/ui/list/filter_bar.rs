//! The bar above a list: what is being typed, the conditions that hold, and how the list is shown.

use std::sync::Arc;

use eframe::egui::{
    Align2, EventFilter, Galley, Id, Key, Margin, Modifiers, Popup, PopupCloseBehavior, RectAlign,
    Response, Stroke, TextBuffer, TextEdit, TextFormat, Ui,
    text::{CCursor, CCursorRange, LayoutJob},
    vec2,
};

use super::{
    ListField, ListFilter,
    date_condition::{DateAnswer, DateCondition},
    filter::chip_label,
};
use crate::{
    domain::Kind,
    error::Error,
    i18n::text,
    query::Candidate,
    ui::{
        Cx,
        theme::{icon, measure, size, space},
        widgets::{AddChip, Chip, Menu, MenuEntry, MenuLine, icons},
    },
};

/// Fields offered as conditions; the others can be typed.
const MOST: usize = 14;

impl ListFilter {
    /// Draws what is being typed and the conditions that hold; whether the filter has changed.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (kind, problem): (Kind, Option<&Error>),
    ) -> bool {
        let before = self.text();
        let id = Id::unique(("filter", kind.name()));
        let mut input = self.input(ui, cx, id, problem);
        let clicked = self.chips(ui, cx, kind);
        match clicked {
            Some(Clicked::Remove(at)) => {
                self.chips.remove(at);
            }
            Some(Clicked::Edit(at)) => {
                let chip = self.chips.get(at).map_or("", String::as_str);
                self.dating = DateCondition::changed(cx, kind, chip, at);
                if self.dating.is_none() {
                    self.edit(at);
                }
            }
            Some(Clicked::Add(name)) => {
                self.dating = ListField::of(cx.model, kind, name).and_then(DateCondition::of);
                if self.dating.is_some() {
                    return self.date(ui, cx, kind);
                }
                let typed = self.typed.trim();
                let gap = if typed.is_empty() { "" } else { " " };
                self.typed = format!("{typed}{gap}{name}:");
            }
            None => {}
        }
        if self.date(ui, cx, kind) {
            return true;
        }
        if self.dating.is_none() && matches!(clicked, Some(Clicked::Edit(_) | Clicked::Add(_))) {
            type_on(ui, id, &self.typed);
            self.completing.is_closed = false;
            input.mark_changed();
        }
        self.text() != before
    }

    /// Asks for the days of a condition; whether the filter has changed.
    fn date(&mut self, ui: &Ui, cx: &Cx<'_>, kind: Kind) -> bool {
        let Some(mut dating) = self.dating.take() else { return false };
        match (dating.show(ui, cx, kind), dating.at) {
            (DateAnswer::Nothing, _) => {
                self.dating = Some(dating);
                false
            }
            (DateAnswer::GaveUp, _) => false,
            (DateAnswer::Taken(condition), at) => {
                match at.and_then(|at| self.chips.get_mut(at)) {
                    Some(chip) => *chip = condition,
                    None => self.chips.push(condition),
                }
                true
            }
        }
    }

    /// The input; its candidates below it.
    fn input(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: Id, problem: Option<&Error>) -> Response {
        let tokens = cx.tokens;
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let accepted = has_focus.then(|| self.keys(ui)).flatten();
        if let Some(candidate) = accepted {
            self.accept(ui, id, &candidate);
        }
        let hint = text(cx.lang, "filter-hint");
        let wrong = problem.and_then(Error::position).map(|at| at.saturating_sub(self.typed_at()));
        let danger = tokens.danger;
        let mut layouter = move |ui: &Ui, text: &dyn TextBuffer, _: f32| -> Arc<Galley> {
            let job = marked(text.as_str(), wrong, (tokens.text, danger));
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let width = measure::FILTER.min(ui.available_width());
        // While candidates are shown, these keys choose among them.
        let is_choosing = self.completing.is_shown;
        let keys = EventFilter {
            tab: is_choosing,
            escape: is_choosing,
            horizontal_arrows: true,
            vertical_arrows: true,
        };
        let edit = TextEdit::singleline(&mut self.typed)
            .id(id)
            .hint_text(hint.as_ref())
            .layouter(&mut layouter)
            .event_filter(keys)
            .margin(Margin {
                left: (space::SMALL + icon::SMALL + space::SMALL) as i8,
                right: space::SMALL as i8,
                ..Margin::same(space::TINY as i8)
            })
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(width, measure::INPUT))
            .desired_width(width);
        let shown = edit.show(ui);
        let response = shown.response.response.clone().accessible_name(hint.as_ref());
        let at = response.rect.left_center() + vec2(space::SMALL + icon::SMALL / 2.0, 0.0);
        icons::LIST_FILTER.paint(ui.painter(), at, icon::SMALL, tokens.text_subdued);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.settle();
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if response.changed() {
            self.completing.is_closed = false;
            self.completing.chosen = None;
        }
        let cursor = shown.cursor_range.map(|range| bytes_at(&self.typed, range.primary.index.0));
        self.complete(ui, (&response, cursor));
        response
    }

    /// Takes the keys that choose among the candidates; the candidate that was taken.
    fn keys(&mut self, ui: &Ui) -> Option<Candidate> {
        let completing = &mut self.completing;
        let candidates = completing.found.as_ref().map_or(0, |found| found.candidates.len());
        if completing.is_closed || candidates == 0 {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            completing.chosen = Some(completing.chosen.map_or(0, |at| (at + 1) % candidates));
        }
        if pressed(Key::ArrowUp) {
            let last = candidates - 1;
            completing.chosen = completing.chosen.map_or(Some(last), |at| at.checked_sub(1));
        }
        if pressed(Key::Escape) {
            completing.is_closed = true;
            return None;
        }
        let is_chosen = completing.chosen.is_some();
        if pressed(Key::Tab) || (is_chosen && pressed(Key::Enter)) {
            let at = completing.chosen.take().unwrap_or_default();
            return completing.found.as_ref()?.candidates.get(at).cloned();
        }
        None
    }

    /// Puts a candidate in the place of what was typed of it.
    fn accept(&mut self, ui: &Ui, id: Id, candidate: &Candidate) {
        let Some(found) = self.completing.found.take() else { return };
        let (range, typed) = (found.replaced, &mut self.typed);
        if typed.is_char_boundary(range.start) && typed.is_char_boundary(range.end) {
            let end = range.start + candidate.text.len();
            typed.replace_range(range, &candidate.text);
            // A value is whole; the next condition may follow.
            let is_whole = !candidate.text.ends_with([':', '>', '<', '=', '~']);
            if is_whole && typed.len() == end {
                typed.push(' ');
            }
        }
        self.completing.chosen = None;
        type_on(ui, id, &self.typed);
    }

    /// Shows what may stand at the cursor, and asks for it where that is not known.
    fn complete(&mut self, ui: &Ui, (input, cursor): (&Response, Option<usize>)) {
        let wanted = cursor.filter(|_| input.has_focus()).map(|at| (self.typed.clone(), at));
        let completing = &mut self.completing;
        if wanted != completing.wanted {
            completing.wanted = wanted;
            ui.request_repaint();
        }
        completing.is_shown = false;
        let is_open = completing.wanted.is_some()
            && !completing.is_closed
            && completing.asked == completing.wanted
            && !self.typed.ends_with(' ');
        let Some(found) = completing
            .found
            .as_ref()
            .filter(|found| is_open && !found.candidates.is_empty() && !self.typed.is_empty())
        else {
            return;
        };
        completing.is_shown = true;
        let popup = Popup::from_response(input).open(true).align(RectAlign::BOTTOM_START);
        let popup = popup.gap(space::TINY).close_behavior(PopupCloseBehavior::IgnoreClicks);
        let chosen = completing.chosen;
        let lines: Vec<MenuLine<'_>> = found
            .candidates
            .iter()
            .enumerate()
            .map(|(at, candidate)| {
                let word = candidate.text.trim_end_matches(':');
                let keys = if word == candidate.label { "" } else { word };
                let is_lit = chosen == Some(at);
                MenuLine::Entry(MenuEntry { keys, is_lit, ..MenuEntry::new(&candidate.label) })
            })
            .collect();
        let shown = popup.show(|ui| Menu { name: "", lines: &lines }.lines(ui));
        let clicked = shown.and_then(|shown| shown.inner);
        if let Some(candidate) = clicked.and_then(|at| found.candidates.get(at)).cloned() {
            self.accept(ui, input.id, &candidate);
        }
    }

    /// The conditions that hold, and a way to add one.
    fn chips(&self, ui: &mut Ui, cx: &Cx<'_>, kind: Kind) -> Option<Clicked> {
        let mut clicked = None;
        for (at, chip) in self.chips.iter().enumerate() {
            let (field, asked) = chip_label(cx, kind, chip);
            let remove = text(cx.lang, "filter-remove");
            let chip = Chip { field: &field, value: &asked, remove: &remove };
            match chip.show(ui) {
                Some(true) => clicked = Some(Clicked::Remove(at)),
                Some(false) => clicked = Some(Clicked::Edit(at)),
                None => {}
            }
        }
        let words = text(cx.lang, "filter-add");
        let button = ui.add(AddChip(&words));
        let fields = conditions_of(cx, kind);
        let labels: Vec<String> =
            fields.iter().map(|field| field.label(cx.model, cx.lang, kind)).collect();
        let lines: Vec<MenuLine<'_>> =
            labels.iter().map(|label| MenuLine::Entry(MenuEntry::new(label))).collect();
        let added = Menu { name: &words, lines: &lines }.show(&button);
        let added = added.and_then(|at| fields.get(at));
        clicked.or(added.map(|field| Clicked::Add(field.name())))
    }
}

/// What was clicked among the conditions.
enum Clicked {
    Remove(usize),
    Edit(usize),
    Add(&'static str),
}

/// The fields people filter by most: those that say more about groups than about single records.
fn conditions_of(cx: &Cx<'_>, kind: Kind) -> Vec<ListField> {
    let fields = ListField::all(cx.model, kind).into_iter();
    let (mut first, rest): (Vec<_>, Vec<_>) = fields
        .filter(|field| field.can_sort(cx.model, kind))
        .partition(|field| field.spec().is_listed() || matches!(field, ListField::Derived(_)));
    first.extend(rest.into_iter().filter(|field| field.can_group(cx.model, kind)));
    first.truncate(MOST);
    first
}

/// Puts the cursor at the end of the input.
fn type_on(ui: &Ui, id: Id, typed: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// A text with its wrong part marked.
fn marked(
    text: &str,
    wrong: Option<usize>,
    (color, danger): (eframe::egui::Color32, eframe::egui::Color32),
) -> LayoutJob {
    let plain = TextFormat::simple(size::BODY.font(), color);
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    job.break_on_newline = false;
    let start = wrong.map_or(text.len(), |at| bytes_at(text, at.saturating_sub(1)));
    let (before, rest) = text.split_at(start.min(text.len()));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(end);
    job.append(before, 0.0, plain.clone());
    if !word.is_empty() {
        let line = Stroke::new(measure::LINE, danger);
        let format = TextFormat { color: danger, underline: line, ..plain.clone() };
        job.append(word, 0.0, format);
    }
    job.append(behind, 0.0, plain);
    job
}

fn bytes_at(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}
