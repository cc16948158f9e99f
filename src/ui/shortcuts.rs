//! Keys that mean the same everywhere.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers, PointerButton};

use super::{App, Intent, places::PLACES};

/// A key and what it asks for.
pub(super) struct Shortcut {
    keys: KeyboardShortcut,
    intent: fn() -> Intent,
    /// Whether it holds while a text is being edited: texts have an undo and words of their own.
    is_for_texts: bool,
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Every shortcut. Of two with the same key the one with more modifiers comes first: the other would
/// take it for itself.
const SHORTCUTS: &[Shortcut] = &[
    shortcut(COMMAND_SHIFT, Key::Z, || Intent::Redo),
    shortcut(Modifiers::COMMAND, Key::Y, || Intent::Redo),
    shortcut(Modifiers::COMMAND, Key::Z, || Intent::Undo),
    shortcut(Modifiers::ALT, Key::ArrowLeft, || Intent::Back),
    shortcut(Modifiers::ALT, Key::ArrowRight, || Intent::Forth),
];

/// The keys of the first places of the rail.
const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

const fn shortcut(modifiers: Modifiers, key: Key, intent: fn() -> Intent) -> Shortcut {
    let keys = KeyboardShortcut::new(modifiers, key);
    Shortcut { keys, intent, is_for_texts: false }
}

impl App {
    /// What keys and the further buttons of a mouse ask for.
    pub(super) fn shortcuts(ctx: &Context) -> Vec<Intent> {
        let is_editing = ctx.text_edit_focused();
        ctx.input_mut(|input| {
            let mut asked = Vec::new();
            for shortcut in SHORTCUTS.iter().filter(|it| it.is_for_texts || !is_editing) {
                if input.consume_shortcut(&shortcut.keys) {
                    asked.push((shortcut.intent)());
                }
            }
            for (info, key) in PLACES.iter().zip(DIGITS) {
                if input.consume_key(Modifiers::COMMAND, key) {
                    asked.push(Intent::Go(info.place));
                }
            }
            if input.pointer.button_pressed(PointerButton::Extra1) {
                asked.push(Intent::Back);
            }
            if input.pointer.button_pressed(PointerButton::Extra2) {
                asked.push(Intent::Forth);
            }
            asked
        })
    }
}
