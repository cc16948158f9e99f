//! A cell of a table: draws, and remembers what it says for those who listen.

use eframe::egui::{Color32, Painter, Rect, Vec2, pos2};

use super::{Icon, Pill, avatar, badge, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A cell that is being drawn.
pub struct Cell<'a> {
    painter: &'a Painter,
    rect: Rect,
    is_right: bool,
    tokens: &'static Tokens,
    said: String,
}

impl<'a> Cell<'a> {
    pub(super) fn new(
        painter: &'a Painter,
        rect: Rect,
        is_right: bool,
        tokens: &'static Tokens,
    ) -> Self {
        Self { painter, rect, is_right, tokens, said: String::new() }
    }

    /// The colours.
    pub fn tokens(&self) -> &'static Tokens {
        self.tokens
    }

    pub(super) fn said(self) -> String {
        self.said
    }

    /// A text, at the right in a column of numbers.
    pub fn text(&mut self, text: &str, color: Color32) {
        self.say(text);
        let galley = words::galley(self.painter, text, size::BODY, color, self.rect.width());
        let left =
            if self.is_right { self.rect.right() - galley.size().x } else { self.rect.left() };
        let at = pos2(left, self.rect.center().y - galley.size().y / 2.0);
        self.painter.galley(at, galley, color);
    }

    /// Two lines, the second one small and quiet. Without a second the first stands in the middle.
    pub fn two_lines(&mut self, first: &str, second: &str) {
        if second.is_empty() {
            self.text(first, self.tokens.text);
            return;
        }
        self.say(first);
        self.say(second);
        let middle = self.rect.center().y;
        let row = |center: f32| {
            let extent = Vec2::new(self.rect.width(), self.rect.height() / 2.0);
            Rect::from_center_size(pos2(self.rect.center().x, center), extent)
        };
        let (above, below) = (middle - measure::FIRST_LINE, middle + measure::SECOND_LINE);
        words::line(self.painter, row(above), first, size::BODY, self.tokens.text);
        words::line(self.painter, row(below), second, size::SMALL, self.tokens.text_subdued);
    }

    /// A pill.
    pub fn pill(&mut self, pill: &Pill<'_>) {
        self.say(pill.text);
        pill.paint(self.painter, self.rect);
    }

    /// A number and a grade, both at the right.
    pub fn score(&mut self, score: &str, grade: u8) {
        self.say(score);
        self.say(crate::domain::score::grade_name(grade));
        let left = self.rect.right() - measure::GRADE.x;
        badge::grade(self.painter, self.rect.with_min_x(left), grade, self.tokens);
        let color = self.tokens.text;
        let galley = words::galley(self.painter, score, size::BODY, color, self.rect.width());
        let right = left - space::SMALL;
        let at = pos2(right - galley.size().x, self.rect.center().y - galley.size().y / 2.0);
        self.painter.galley(at, galley, color);
    }

    /// Someone, with an avatar.
    pub fn person(&mut self, name: &str) {
        self.say(name);
        let side = measure::AVATAR;
        let center = pos2(self.rect.left() + side / 2.0, self.rect.center().y);
        avatar(self.painter, center, side, name, self.tokens);
        let rest = self.rect.with_min_x(self.rect.left() + side + measure::ICON_GAP);
        words::line(self.painter, rest, name, size::BODY, self.tokens.text);
    }

    /// A place that is nobody's, with an icon.
    pub fn place(&mut self, icon: Icon, name: &str) {
        self.say(name);
        let color = self.tokens.text_subdued;
        let side = measure::AVATAR;
        let center = pos2(self.rect.left() + side / 2.0, self.rect.center().y);
        icon.paint(self.painter, center, icon::SMALL, color);
        let rest = self.rect.with_min_x(self.rect.left() + side + measure::ICON_GAP);
        words::line(self.painter, rest, name, size::BODY, color);
    }

    fn say(&mut self, text: &str) {
        if !self.said.is_empty() && !text.is_empty() {
            self.said.push_str(", ");
        }
        self.said.push_str(text);
    }
}
