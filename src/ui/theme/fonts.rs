//! The letters: Noto Sans TC and SC, each first where its language is read, so that characters have
//! the shapes the reader knows. Fonts of the system come last (eframe asks them for what is missing).
//!
//! The Medium weight has the commoner characters only; the others are drawn in the Regular one.

use std::sync::{Arc, LazyLock};

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

use crate::i18n::Lang;

/// The fonts of a script: its Regular and its Medium weight.
struct Script {
    regular: (&'static str, &'static [u8]),
    medium: (&'static str, &'static [u8]),
}

const TC: Script = Script {
    regular: ("tc", include_bytes!("../../../assets/fonts/NotoSansTC-Regular.ttf")),
    medium: ("tc medium", include_bytes!("../../../assets/fonts/NotoSansTC-Medium.ttf")),
};

const SC: Script = Script {
    regular: ("sc", include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf")),
    medium: ("sc medium", include_bytes!("../../../assets/fonts/NotoSansSC-Medium.ttf")),
};

/// The fonts leave more room above letters than below; lifted by this much of their size, text stands
/// in the middle of its line.
const LIFT: f32 = -0.05;

/// The family of the Medium weight.
pub(super) fn medium() -> FontFamily {
    static MEDIUM: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("medium".into()));
    MEDIUM.clone()
}

/// Sets the letters for a language. They are drawn anew from the next frame on.
pub fn use_fonts_of(ctx: &Context, lang: Lang) {
    let order = match lang {
        Lang::ZhCn => [SC, TC],
        Lang::ZhTw | Lang::En => [TC, SC],
    };
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in order.iter().flat_map(|script| [script.regular, script.medium]) {
        let tweak = FontTweak { y_offset_factor: LIFT, ..FontTweak::default() };
        let data = FontData::from_static(bytes).tweak(tweak);
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let regular: Vec<String> = order.iter().map(|script| script.regular.0.to_owned()).collect();
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.entry(family).or_default().splice(0..0, regular.iter().cloned());
    }
    let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let bold = order.iter().map(|script| script.medium.0.to_owned());
    fonts.families.insert(medium(), bold.chain(rest).collect());
    ctx.set_fonts(fonts);
}
