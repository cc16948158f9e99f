//! A line of text that can be edited.

use eframe::egui::{
    Align2, CornerRadius, Event, Id, Key, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, pos2,
    vec2,
};

use super::{Icon, icons};
use crate::ui::theme::{Letters, Tokens, icon, measure, size, space};

/// A line of text that can be edited.
pub struct Input<'a> {
    text: &'a mut String,
    name: &'a str,
    hint: &'a str,
    id: Option<Id>,
    icon: Option<Icon>,
    letters: Letters,
    width: f32,
    height: f32,
    is_wrong: bool,
    is_bare: bool,
}

impl<'a> Input<'a> {
    /// An input of a name, which is read aloud.
    pub fn new(text: &'a mut String, name: &'a str) -> Self {
        Self {
            text,
            name,
            hint: "",
            id: None,
            icon: None,
            letters: size::BODY,
            width: measure::FILTER,
            height: measure::INPUT,
            is_wrong: false,
            is_bare: false,
        }
    }

    /// What is shown while nothing is typed.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// By which it is known when the focus shall go there.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// With an icon before the text.
    #[must_use]
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// As wide as that.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Higher, with larger letters.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.height = measure::BUTTON_LARGE;
        self.letters = size::INPUT;
        self
    }

    /// Whether what was typed cannot be taken; why stands below it.
    #[must_use]
    pub fn wrong(mut self, is_wrong: bool) -> Self {
        self.is_wrong = is_wrong;
        self
    }

    /// Without an edge, where something else shows what it is.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.is_bare = true;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.theme());
        let before = match self.icon {
            Some(_) => space::SMALL + icon::BODY + space::SMALL,
            None => space::SMALL + measure::LINE,
        };
        let after = if self.is_wrong { icon::BODY + space::MEDIUM } else { space::SMALL };
        let margin = Margin { left: before as i8, right: after as i8, ..Margin::ZERO };
        let mut edit = TextEdit::singleline(self.text)
            .font(self.letters.font())
            .hint_text(self.hint)
            .margin(margin)
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(self.width, self.height))
            .desired_width(self.width);
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        if self.is_bare {
            edit = edit.frame(eframe::egui::Frame::NONE.inner_margin(margin));
        }
        let response = ui.add(edit).accessible_name(self.name);
        if response.lost_focus() && is_enter_pressed(ui) && is_composing(ui) {
            // The Enter was the input method's, and one goes on typing.
            response.request_focus();
        }
        let rect = response.rect;
        let painter = ui.painter();
        if let Some(picture) = self.icon {
            let at = pos2(rect.left() + space::SMALL + icon::BODY / 2.0, rect.center().y);
            picture.paint(painter, at, icon::BODY, tokens.text_subdued);
        }
        if self.is_wrong {
            let radius = CornerRadius::same(measure::RADIUS as u8);
            let line = Stroke::new(measure::LINE, tokens.danger);
            painter.rect_stroke(rect, radius, line, StrokeKind::Inside);
            let at = pos2(rect.right() - space::SMALL - icon::BODY / 2.0, rect.center().y);
            icons::CIRCLE_ALERT.paint(painter, at, icon::BODY, tokens.danger);
        }
        response
    }
}

/// Whether someone has entered what an input holds: with Enter, and not the Enter that ends the
/// composition of a character.
pub fn is_entered(ui: &Ui, input: &Response) -> bool {
    input.lost_focus() && is_enter_pressed(ui) && !is_composing(ui)
}

fn is_enter_pressed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Enter))
}

/// Whether characters are being composed, or have just been.
fn is_composing(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))))
}
