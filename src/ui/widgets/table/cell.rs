//! A cell of a table: draws, and remembers what it says for those who listen.

use eframe::egui::{Color32, Painter, Rect, Stroke, StrokeKind, Vec2, pos2};

use crate::ui::{
    theme::{Tokens, icon, measure, size, space},
    widgets::{Icon, Pill, avatar, badge, icons, words},
};

/// Between a word and the small words behind it, beside the usual gap.
const LINE_GAP: f32 = 2.0;

/// How much of a cell the bar fills that stands for what is being read.
const WAITING: f32 = 0.6;

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

    /// A text that is crossed out, with a sign before it.
    pub fn dead_text(&mut self, text: &str) {
        let color = self.tokens.text_subdued;
        let side = icon::SMALL + space::TINY;
        let whole = self.rect;
        self.rect.min.x += side;
        self.text(text, color);
        self.rect = whole;
        let room = whole.width() - side;
        let width = words::galley(self.painter, text, size::BODY, color, room).size().x;
        let left = if self.is_right { whole.right() - width } else { whole.left() + side };
        let line = Stroke::new(measure::LINE, color);
        self.painter.hline(left..=left + width, whole.center().y, line);
        let at = pos2(left - side + icon::SMALL / 2.0, whole.center().y);
        icons::BAN.paint(self.painter, at, icon::SMALL, self.tokens.danger);
    }

    /// Two lines, the second one small and quiet. Without a second the first stands in the middle. Small
    /// words may stand behind the first.
    pub fn two_lines(&mut self, first: &str, behind: &str, second: &str) {
        let middle = self.rect.center().y;
        let row = |rect: Rect, center: f32| {
            let extent = Vec2::new(rect.width(), rect.height() / 2.0);
            Rect::from_center_size(pos2(rect.center().x, center), extent)
        };
        let (above, below) = match second {
            "" => (middle, middle),
            _ => (middle - measure::FIRST_LINE, middle + measure::SECOND_LINE),
        };
        let (text, subdued) = (self.tokens.text, self.tokens.text_subdued);
        self.say(first);
        let drawn = words::line(self.painter, row(self.rect, above), first, size::BODY, text);
        if !behind.is_empty() {
            self.say(behind);
            let rest = self.rect.with_min_x(drawn.right() + space::TINY + LINE_GAP);
            // A little lower, so that small letters stand on the line of the large ones.
            let rest = row(rest, above + LINE_GAP / 2.0);
            words::line(self.painter, rest, behind, size::SMALL, subdued);
        }
        if !second.is_empty() {
            self.say(second);
            words::line(self.painter, row(self.rect, below), second, size::SMALL, subdued);
        }
    }

    /// A text, and below it what is to be said of it; in a frame where that is grave.
    pub fn remarked(&mut self, text: &str, remark: &str, color: Color32, frame: Option<Color32>) {
        self.say(text);
        self.say(remark);
        let middle = self.rect.center().y;
        let row = |center: f32| {
            let extent = Vec2::new(self.rect.width(), self.rect.height() / 2.0);
            Rect::from_center_size(pos2(self.rect.center().x, center), extent)
        };
        let (above, below) =
            (row(middle - measure::FIRST_LINE), row(middle + measure::SECOND_LINE));
        words::line(self.painter, above, text, size::BODY, self.tokens.text);
        words::line(self.painter, below, remark, size::SMALL, color);
        if let Some(frame) = frame {
            let edge = self.rect.expand2(Vec2::new(measure::CELL_PADDING / 2.0, -measure::LINE));
            let line = Stroke::new(measure::LINE, frame);
            self.painter.rect_stroke(edge, 0.0, line, StrokeKind::Inside);
        }
    }

    /// A sign that holds, such as *yes*.
    pub fn sign(&mut self, icon: Icon, said: &str) {
        self.say(said);
        let at = pos2(self.rect.left() + icon::BODY / 2.0, self.rect.center().y);
        icon.paint(self.painter, at, icon::BODY, self.tokens.text_subdued);
    }

    /// A bar in place of what is being read.
    pub fn waiting(&mut self) {
        let width = (self.rect.width() * WAITING).max(0.0);
        let left = if self.is_right { self.rect.right() - width } else { self.rect.left() };
        let at = pos2(left + width / 2.0, self.rect.center().y);
        let bar = Rect::from_center_size(at, Vec2::new(width, space::SMALL));
        self.painter.rect_filled(bar, measure::RADIUS_BAR, self.tokens.sunken);
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

    /// A place that is nobody's, with an icon in a ring of dashes.
    pub fn place(&mut self, icon: Icon, name: &str) {
        self.say(name);
        let color = self.tokens.text_subdued;
        let side = measure::AVATAR;
        let center = pos2(self.rect.left() + side / 2.0, self.rect.center().y);
        badge::ring(self.painter, center, side / 2.0, self.tokens.border_control);
        icon.paint(self.painter, center, icon::TINY, color);
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
