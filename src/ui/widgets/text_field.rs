//! A text of several lines that can be edited where it stands, and what a person did with a text.

use eframe::egui::{Event, Id, Key, Margin, Response, TextEdit, Ui};

use crate::ui::theme::{size, space};

/// A text of several lines being edited; [`super::Input`] is one of a single line.
pub struct TextField<'a> {
    text: &'a mut String,
    name: &'a str,
    hint: &'a str,
    rows: usize,
    id: Id,
}

/// What a person did with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Goes on.
    Nothing,
    /// Is done with it: Enter, or went elsewhere.
    Done,
    /// Thought better of it: Escape.
    GaveUp,
}

impl<'a> TextField<'a> {
    /// A field of so many lines and all the width there is, with the name it is read aloud by and the id by which it
    /// can be given the focus.
    pub fn new(text: &'a mut String, name: &'a str, (rows, id): (usize, Id)) -> Self {
        Self { text, name, hint: "", rows, id }
    }

    /// What stands there as long as nothing does.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let edit = TextEdit::multiline(self.text)
            .id(self.id)
            .desired_rows(self.rows)
            .font(size::BODY.font())
            .hint_text(self.hint)
            .margin(Margin::symmetric(space::SMALL as i8, space::TINY as i8))
            .desired_width(ui.available_width());
        ui.add(edit).accessible_name(self.name)
    }
}

impl Typed {
    /// What was done with a field of one line. Enter that ends a composition is the input method's own.
    pub fn of(ui: &Ui, response: &Response) -> Self {
        if !response.lost_focus() {
            return Self::Nothing;
        }
        let (is_escaped, is_composing) = ui.input(|input| {
            let is_composing = input.events.iter().any(|event| matches!(event, Event::Ime(_)));
            (input.key_pressed(Key::Escape), is_composing)
        });
        match (is_escaped, is_composing) {
            (true, _) => Self::GaveUp,
            (false, true) => Self::Nothing,
            (false, false) => Self::Done,
        }
    }

    /// The same of a field of several lines, where Enter begins a new one: Ctrl and Enter are done.
    pub fn of_many_lines(ui: &Ui, response: &Response) -> Self {
        let is_sent = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        if response.has_focus() && is_sent { Self::Done } else { Self::of(ui, response) }
    }
}
