//! Choosing by typing: a field for text and, under it, what fits. Arrows choose, Enter takes.

use eframe::egui::{
    CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, RectAlign, Response, Sense, Ui,
    Vec2, WidgetInfo, accesskit::Role, pos2,
};

use super::{Input, icons, scroll_list, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// Entries seen without scrolling.
const SEEN: f32 = 8.0;

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickOption {
    /// Its name.
    pub label: String,
    /// What tells it from others of that name.
    pub hint: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What a picker remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickerState {
    /// What was typed.
    pub text: String,
    /// Whether the field should take the focus.
    pub wants_focus: bool,
    cursor: usize,
    /// Whether what fits is shown: while one types, and until a press on it is let go.
    is_open: bool,
}

impl PickerState {
    /// Nothing typed, and ready for it.
    pub fn fresh() -> Self {
        Self { wants_focus: true, ..Self::default() }
    }
}

/// What a person did with a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Goes on.
    Nothing,
    /// Chose this entry.
    Entry(usize),
    /// Took the words as they are.
    Words,
    /// Thought better of it.
    GaveUp,
    /// Went elsewhere.
    Left,
}

/// A picker to be shown.
pub struct Picker<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What stands there as long as nothing was typed.
    pub hint: &'a str,
    /// What fits.
    pub options: &'a [PickOption],
    /// Said where nothing fits.
    pub nothing: &'a str,
    /// Its width.
    pub width: f32,
}

impl Picker<'_> {
    /// Shows the picker.
    pub fn show(&self, ui: &mut Ui, state: &mut PickerState) -> Picked {
        let last = self.options.len().saturating_sub(1);
        let before = state.text.clone();
        let id = ui.next_auto_id().with("picker");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        // Taken before the field sees them.
        if has_focus {
            for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
                if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                    state.cursor = state.cursor.saturating_add_signed(by).min(last);
                }
            }
        }
        let field = Input::new(&mut state.text, self.name).hint(self.hint);
        let edit = field.width(self.width).id(id).show(ui);
        if std::mem::take(&mut state.wants_focus) {
            edit.request_focus();
        }
        if state.text != before {
            state.cursor = 0;
        }
        state.cursor = state.cursor.min(last);
        let is_pressed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        state.is_open = edit.has_focus() || (state.is_open && is_pressed);
        let clicked = self.list(&edit, (state.cursor, state.is_open));
        if let Some(entry) = clicked {
            return Picked::Entry(entry);
        }
        if edit.lost_focus() {
            return self.end(ui, state);
        }
        Picked::Nothing
    }

    fn end(&self, ui: &Ui, state: &PickerState) -> Picked {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::Escape) {
            Picked::GaveUp
        } else if pressed(Key::Enter) {
            if self.options.is_empty() { Picked::Words } else { Picked::Entry(state.cursor) }
        } else if ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            // A press on the list takes the focus too; its click is still to come.
            Picked::Nothing
        } else {
            Picked::Left
        }
    }

    fn list(&self, edit: &Response, (cursor, is_open): (usize, bool)) -> Option<usize> {
        let tokens = Tokens::of(edit.ctx.theme());
        let popup = Popup::from_response(edit)
            .id(Id::unique((edit.id, "list")))
            .open(is_open)
            .align(RectAlign::BOTTOM_START)
            .gap(space::TINY)
            .width(self.width.max(measure::RAIL))
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .accessible_name(self.name);
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.set_min_width(self.width.max(measure::RAIL) - 2.0 * space::TINY);
            if self.options.is_empty() {
                words::label(ui, self.nothing, size::SMALL, tokens.text_subdued);
                return None;
            }
            let mut clicked = None;
            let room = scroll_list(ui, SEEN * measure::RAIL_ENTRY);
            room.show(ui, |ui| {
                for (at, option) in self.options.iter().enumerate() {
                    let drawn = entry(ui, option, at == cursor);
                    if drawn.clicked() {
                        clicked = Some(at);
                    }
                }
            });
            clicked
        });
        shown.and_then(|shown| shown.inner)
    }
}

fn entry(ui: &mut Ui, option: &PickOption, is_next: bool) -> Response {
    let tokens = Tokens::of(ui.theme());
    let extent = Vec2::new(ui.available_width(), measure::RAIL_ENTRY);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, option.is_chosen, &option.label)
    });
    let painter = ui.painter();
    let ground = match (is_next, response.hovered()) {
        (true, _) => Some(tokens.selection),
        (false, true) => Some(tokens.hover),
        (false, false) => None,
    };
    if let Some(ground) = ground {
        painter.rect_filled(rect, CornerRadius::same(measure::RADIUS_SMALL as u8), ground);
    }
    let mut inner = rect.shrink2(Vec2::new(space::SMALL, 0.0));
    if option.is_chosen {
        let at = pos2(inner.right() - icon::SMALL / 2.0, rect.center().y);
        icons::CHECK.paint(painter, at, icon::SMALL, tokens.link);
        inner.max.x -= icon::SMALL + space::TINY;
    }
    let drawn = words::line(painter, inner, &option.label, size::BODY, tokens.text);
    let rest = inner.with_min_x((drawn.right() + space::SMALL).min(inner.right()));
    words::line(painter, rest, &option.hint, size::SMALL, tokens.text_subdued);
    if is_next && !ui.is_rect_visible(rect) {
        response.scroll_to_me(None);
    }
    response
}
