//! A text that can be edited where it stands: one line, or several.

use eframe::egui::{Event, Id, Key, Margin, Response, TextEdit, Ui};

use super::Input;
use crate::ui::theme::{size, space};

/// A text being edited.
pub struct TextField<'a> {
    text: &'a mut String,
    name: &'a str,
    hint: &'a str,
    width: Option<f32>,
    rows: usize,
    is_wrong: bool,
    id: Option<Id>,
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
    /// A field of one line, with the name it is read aloud by.
    pub fn new(text: &'a mut String, name: &'a str) -> Self {
        Self { text, name, hint: "", width: None, rows: 1, is_wrong: false, id: None }
    }

    /// What stands there as long as nothing does.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// How wide it is; all there is unless it says so.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Of so many lines.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Whether what stands there cannot be taken.
    #[must_use]
    pub fn wrong(mut self, is_wrong: bool) -> Self {
        self.is_wrong = is_wrong;
        self
    }

    /// By which it can be given the focus.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        if self.rows == 1 {
            let mut input = Input::new(self.text, self.name).hint(self.hint).wrong(self.is_wrong);
            if let Some(id) = self.id {
                input = input.id(id);
            }
            return input.width(width).show(ui);
        }
        let mut edit = TextEdit::multiline(self.text)
            .desired_rows(self.rows)
            .font(size::BODY.font())
            .hint_text(self.hint)
            .margin(Margin::symmetric(space::SMALL as i8, space::TINY as i8))
            .desired_width(width);
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
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
