//! A field for a day or a moment: typed as people write days, or taken from a month below it.
//!
//! Arrows up and down go through the weeks, Page Up and Page Down through the months; from then on the arrows
//! left and right go through the days, until something is typed.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use eframe::egui::{
    Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, Response, Ui, pos2,
};

use super::{
    Cx, days,
    theme::{icon, measure, space},
    widgets::{Input, Month, MonthDay, MonthDeed, icons},
};
use crate::i18n::{Lang, text, text_with};

/// Weeks that are shown: no month takes more.
const WEEKS: usize = 6;

/// Days of a week.
const DAYS: usize = 7;

/// A field for a day, or a moment.
pub(super) struct DateField<'a> {
    words: &'a mut String,
    name: &'a str,
    id: Id,
    width: f32,
    is_wrong: bool,
    has_time: bool,
}

/// What a field remembers while it has the focus.
#[derive(Clone, Copy, Debug, Default)]
struct Looking {
    /// The month that is looked at, if it is another than that of the day.
    month: Option<NaiveDate>,
    /// Whether the arrows go through the days.
    is_in_grid: bool,
    /// Where the month was drawn.
    rect: Option<Rect>,
}

impl<'a> DateField<'a> {
    /// A field of a name, which is read aloud, known by an id.
    pub fn new(words: &'a mut String, name: &'a str, id: Id) -> Self {
        Self { words, name, id, width: measure::FILTER, is_wrong: false, has_time: false }
    }

    /// As wide as that.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Whether what was typed cannot be taken.
    #[must_use]
    pub fn wrong(mut self, is_wrong: bool) -> Self {
        self.is_wrong = is_wrong;
        self
    }

    /// Whether a time may follow the day.
    #[must_use]
    pub fn with_time(mut self, has_time: bool) -> Self {
        self.has_time = has_time;
        self
    }

    /// Draws it. It has lost the focus when a day is taken.
    pub fn show(mut self, ui: &mut Ui, cx: &Cx<'_>) -> Response {
        let today = cx.now().day(cx.model.settings().zone());
        let looking: Option<Looking> = ui.data(|data| data.get_temp(self.id));
        let mut looking = looking.unwrap_or_default();
        if ui.memory(|memory| memory.has_focus(self.id)) {
            self.keys(ui, &mut looking, today);
        }
        let before = self.words.clone();
        let hint = text(cx.lang, if self.has_time { "hint-moment" } else { "hint-date" });
        let input = Input::new(self.words, self.name).id(self.id).hint(&hint).width(self.width);
        let input = input.wrong(self.is_wrong).show(ui);
        if *self.words != before {
            looking = Looking { rect: looking.rect, ..Looking::default() };
        }
        if !self.is_wrong {
            let at =
                pos2(input.rect.right() - space::SMALL - icon::SMALL / 2.0, input.rect.center().y);
            icons::CALENDAR.paint(ui.painter(), at, icon::SMALL, cx.tokens.text_subdued);
        }
        let had_focus = ui.memory(|memory| memory.had_focus_last_frame(self.id));
        if input.has_focus() || had_focus {
            self.month(ui, cx, (&input, &mut looking), today);
        } else {
            looking = Looking::default();
        }
        ui.data_mut(|data| data.insert_temp(self.id, looking));
        input
    }

    /// The day that stands in the field.
    fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        let words = self.words.trim();
        let day = |words| days::read(words, today);
        day(words).or_else(|| self.has_time.then(|| day(words.split_once(' ')?.0)).flatten())
    }

    /// Puts a day into the field; a time that stands there stays.
    fn put(&mut self, day: NaiveDate) {
        let time = match self.words.trim().split_once(' ') {
            Some((_, time)) if self.has_time => format!(" {time}"),
            _ => String::new(),
        };
        *self.words = format!("{day}{time}");
    }

    /// Takes the keys by which one goes from day to day.
    fn keys(&mut self, ui: &Ui, looking: &mut Looking, today: NaiveDate) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let here = self.day(today);
        let from = here.unwrap_or(today);
        let mut to = None;
        for (key, moved) in [
            (Key::ArrowUp, from.checked_sub_days(Days::new(7))),
            (Key::ArrowDown, from.checked_add_days(Days::new(7))),
            (Key::PageUp, from.checked_sub_months(Months::new(1))),
            (Key::PageDown, from.checked_add_months(Months::new(1))),
        ] {
            if pressed(key) {
                // Out of an empty field one comes to today.
                to = if here.is_none() { Some(today) } else { moved };
            }
        }
        if looking.is_in_grid {
            for (key, moved) in
                [(Key::ArrowLeft, from.pred_opt()), (Key::ArrowRight, from.succ_opt())]
            {
                if pressed(key) {
                    to = moved;
                }
            }
        }
        if let Some(day) = to {
            self.put(day);
            *looking = Looking { is_in_grid: true, rect: looking.rect, month: None };
        }
    }

    fn month(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        (input, looking): (&Response, &mut Looking),
        today: NaiveDate,
    ) {
        let taken = self.day(today);
        let shown = looking.month.or(taken).unwrap_or(today);
        let first = shown.with_day(1).unwrap_or(shown);
        let days: Vec<NaiveDate> = grid(first, cx.lang);
        let cells: Vec<MonthDay> = days
            .iter()
            .map(|day| MonthDay {
                number: day.day().to_string(),
                name: days::date(*day, cx.lang),
                is_outside: day.month() != first.month(),
                is_today: *day == today,
                is_taken: Some(*day) == taken,
            })
            .collect();
        let weekdays: Vec<String> =
            days.iter().take(DAYS).map(|day| days::weekday(*day, cx.lang)).collect();
        let title = days::month(first, cx.lang);
        let ways = ["date-earlier", "date-later", "day-group-today"].map(|key| text(cx.lang, key));
        let note = taken.map(|day| days::heading(day, today, cx.lang)).unwrap_or_default();
        let month = Month {
            title: &title,
            weekdays: &weekdays,
            days: &cells,
            ways: ways.each_ref().map(AsRef::as_ref),
            note: &note,
        };
        let said = text_with(cx.lang, "date-month", &[("name", self.name.into())]);
        let popup = Popup::from_response(input).id(Id::unique((self.id, "month"))).open(true);
        let popup = popup.align(RectAlign::BOTTOM_START).gap(space::TINY).accessible_name(said);
        let popup = popup.close_behavior(PopupCloseBehavior::IgnoreClicks);
        let drawn = popup.show(|ui| month.show(ui));
        let deed = drawn.as_ref().and_then(|drawn| drawn.inner);
        looking.rect = drawn.map(|drawn| drawn.response.rect);
        match deed {
            Some(MonthDeed::Earlier) => looking.month = first.checked_sub_months(Months::new(1)),
            Some(MonthDeed::Later) => looking.month = first.checked_add_months(Months::new(1)),
            Some(MonthDeed::Today) => self.take(ui, today),
            Some(MonthDeed::Day(at)) => {
                if let Some(day) = days.get(at) {
                    self.take(ui, *day);
                }
            }
            None => {}
        }
        // A click into the month does not end what is typed.
        let at = ui.input(|input| input.pointer.interact_pos());
        let is_inside = looking.rect.zip(at).is_some_and(|(rect, at)| rect.contains(at));
        let is_taken = matches!(deed, Some(MonthDeed::Today | MonthDeed::Day(_)));
        let is_ended = ui.input(|input| {
            input.key_pressed(Key::Escape)
                || input.key_pressed(Key::Enter)
                || input.key_pressed(Key::Tab)
        });
        if input.lost_focus() && is_inside && !is_taken && !is_ended {
            input.request_focus();
        }
    }

    fn take(&mut self, ui: &Ui, day: NaiveDate) {
        self.put(day);
        ui.memory_mut(|memory| memory.surrender_focus(self.id));
    }
}

/// The days of the weeks of a month, from the first day of the week in which it begins.
fn grid(first: NaiveDate, lang: Lang) -> Vec<NaiveDate> {
    let weekday = match lang {
        // In Taiwan a week begins on Sunday.
        Lang::ZhTw => first.weekday().num_days_from_sunday(),
        Lang::En | Lang::ZhCn => first.weekday().num_days_from_monday(),
    };
    let begin = first.checked_sub_days(Days::new(u64::from(weekday))).unwrap_or(first);
    begin.iter_days().take(WEEKS * DAYS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_as_the_language_has_it() {
        let first: NaiveDate = "2026-06-01".parse().unwrap();
        for (lang, begin) in
            [(Lang::En, "2026-06-01"), (Lang::ZhCn, "2026-06-01"), (Lang::ZhTw, "2026-05-31")]
        {
            let days = grid(first, lang);
            assert_eq!(days.len(), 42);
            assert_eq!(days[0], begin.parse().unwrap(), "{}", lang.code());
            assert!(days.contains(&"2026-06-30".parse().unwrap()));
        }
    }
}
