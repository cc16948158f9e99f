//! What can be asked for from anywhere: by a key, in the palette, and as the list of keys shows it.

use eframe::egui::{
    Context, Key, KeyboardShortcut, ModifierNames, Modifiers, PointerButton, ThemePreference,
};

use super::{
    Intent, Place,
    places::PLACES,
    widgets::{Icon, icons},
};
use crate::{domain::Kind, i18n::Lang};

/// Something that can be asked for from anywhere.
pub(super) struct Action {
    /// The key of its name.
    pub name: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// The keys that ask for it; of several the first one is shown.
    pub keys: &'static [KeyboardShortcut],
    /// What is asked for.
    pub intent: fn() -> Intent,
    /// Whether its keys hold while a text is being edited: texts have an undo and words of their own.
    is_for_texts: bool,
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Every action. Of two with the same key the one with more modifiers comes first: the other would take
/// it for itself.
pub(super) const ACTIONS: &[Action] = &[
    action("action-search", icons::SEARCH, &[command(Key::K)], || Intent::Find).for_texts(),
    action("action-new-lead", icons::USER, &[command(Key::N)], || Intent::New(Kind::Lead)),
    action("action-new-account", icons::BUILDING, &[], || Intent::New(Kind::Account)),
    action("action-new-contact", icons::CONTACT, &[], || Intent::New(Kind::Contact)),
    action("action-new-opportunity", icons::TARGET, &[], || Intent::New(Kind::Opportunity)),
    action("action-new-campaign", icons::MEGAPHONE, &[], || Intent::New(Kind::Campaign)),
    action("action-import", icons::DOWNLOAD, &[command(Key::I)], || Intent::Pick),
    action(
        "action-redo",
        icons::REDO,
        &[KeyboardShortcut::new(COMMAND_SHIFT, Key::Z), command(Key::Y)],
        || Intent::Redo,
    ),
    action("action-undo", icons::UNDO, &[command(Key::Z)], || Intent::Undo),
    action("action-back", icons::CHEVRON_LEFT, &[alt(Key::ArrowLeft)], || Intent::Back),
    action("action-forth", icons::CHEVRON_RIGHT, &[alt(Key::ArrowRight)], || Intent::Forth),
    action("action-rail", icons::PANEL_LEFT, &[command(Key::B)], || Intent::ToggleRail),
    action("action-zoom-in", icons::PLUS, &[command(Key::Plus), command(Key::Equals)], || {
        Intent::Zoom(Zoom::In)
    })
    .for_texts(),
    action("action-zoom-out", icons::MINUS, &[command(Key::Minus)], || Intent::Zoom(Zoom::Out))
        .for_texts(),
    action("action-zoom-reset", icons::SEARCH, &[command(Key::Num0)], || {
        Intent::Zoom(Zoom::To(100))
    })
    .for_texts(),
    action("action-light", icons::SUN, &[], || Intent::SetTheme(ThemePreference::Light)),
    action("action-dark", icons::MOON, &[], || Intent::SetTheme(ThemePreference::Dark)),
    action("action-system", icons::MONITOR, &[], || Intent::SetTheme(ThemePreference::System)),
    action("action-zh-TW", icons::GLOBE, &[], || Intent::SetLang(Lang::ZhTw)),
    action("action-zh-CN", icons::GLOBE, &[], || Intent::SetLang(Lang::ZhCn)),
    action("action-en", icons::GLOBE, &[], || Intent::SetLang(Lang::En)),
    action(
        "action-keys",
        icons::KEYBOARD,
        &[
            KeyboardShortcut::new(Modifiers::NONE, Key::F1),
            KeyboardShortcut::new(Modifiers::NONE, Key::Questionmark),
        ],
        || Intent::ShowKeys,
    ),
];

/// How the size of everything changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// To the next larger size.
    In,
    /// To the next smaller size.
    Out,
    /// To so many per cent.
    To(u16),
}

impl Zoom {
    /// The sizes there are, in per cent.
    pub const STEPS: [u16; 9] = [75, 80, 90, 100, 110, 125, 150, 175, 200];

    /// The size that follows from a size.
    pub fn from(self, percent: u16) -> u16 {
        let [smallest, .., largest] = Self::STEPS;
        let next = match self {
            Self::In => Self::STEPS.into_iter().find(|step| *step > percent),
            Self::Out => Self::STEPS.into_iter().rev().find(|step| *step < percent),
            Self::To(percent) => Some(percent.clamp(smallest, largest)),
        };
        next.unwrap_or(percent)
    }
}

const fn action(
    name: &'static str,
    icon: Icon,
    keys: &'static [KeyboardShortcut],
    intent: fn() -> Intent,
) -> Action {
    Action { name, icon, keys, intent, is_for_texts: false }
}

impl Action {
    const fn for_texts(mut self) -> Self {
        self.is_for_texts = true;
        self
    }
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

/// The keys of the first places of the rail.
pub(super) const DIGITS: [Key; 9] = [
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

/// The key of a place of the rail.
pub(super) fn key_of(place: Place) -> Option<KeyboardShortcut> {
    let at = PLACES.iter().position(|info| info.place == place)?;
    DIGITS.get(at).map(|key| command(*key))
}

/// Keys as they are written on the keyboard.
pub(super) fn written(ctx: &Context, keys: KeyboardShortcut) -> String {
    let is_mac = ctx.os().is_mac();
    let names = if is_mac {
        ModifierNames::SYMBOLS
    } else {
        ModifierNames { concat: " ", ..ModifierNames::NAMES }
    };
    let key = match keys.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Questionmark => "?",
        other => other.name(),
    };
    let modifiers = names.format(&keys.modifiers, is_mac);
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers}{}{key}", names.concat) }
}

/// What keys and the further buttons of a mouse ask for.
pub(super) fn asked(ctx: &Context) -> Vec<Intent> {
    let is_editing = ctx.text_edit_focused();
    // Whatever lies over the window has the keys to itself, but for those that go anywhere.
    let is_covered = ctx.memory(|memory| memory.top_modal_layer().is_some());
    ctx.input_mut(|input| {
        let mut asked = Vec::new();
        let holds = |action: &&Action| action.is_for_texts || !(is_editing || is_covered);
        for action in ACTIONS.iter().filter(holds) {
            if action.keys.iter().any(|keys| input.consume_shortcut(keys)) {
                asked.push((action.intent)());
            }
        }
        if is_covered {
            return asked;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::known;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut keys: Vec<KeyboardShortcut> =
            ACTIONS.iter().flat_map(|action| action.keys).copied().collect();
        keys.extend(DIGITS.iter().map(|key| command(*key)));
        for (at, one) in keys.iter().enumerate() {
            assert!(keys.iter().skip(at + 1).all(|other| other != one), "{one:?}");
        }
    }

    #[test]
    fn every_action_has_a_name() {
        for action in ACTIONS {
            for lang in Lang::ALL {
                assert!(known(*lang, action.name).is_some(), "{} {}", action.name, lang.code());
            }
        }
    }

    #[test]
    fn zoom_goes_step_by_step_and_not_too_far() {
        for (zoom, from, to) in [
            (Zoom::In, 100, 110),
            (Zoom::In, 200, 200),
            (Zoom::Out, 100, 90),
            (Zoom::Out, 75, 75),
            (Zoom::In, 105, 110),
            (Zoom::To(500), 100, 200),
            (Zoom::To(100), 75, 100),
        ] {
            assert_eq!(zoom.from(from), to, "{zoom:?} from {from}");
        }
    }
}
