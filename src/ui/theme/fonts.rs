//! The letters: Noto Sans TC and SC, each first where its language is read, so that characters have
//! the shapes the reader knows. Fonts of the system come last (eframe asks them for what is missing).

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

use crate::i18n::Lang;

const TC: &[u8] = include_bytes!("../../../assets/fonts/NotoSansTC-Regular.ttf");
const SC: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf");

/// The fonts leave more room above letters than below; lifted by this much of their size, text stands
/// in the middle of its line.
const LIFT: f32 = -0.05;

/// Sets the letters for a language. They are drawn anew from the next frame on.
pub fn use_fonts_of(ctx: &Context, lang: Lang) {
    let order = match lang {
        Lang::ZhCn => [("sc", SC), ("tc", TC)],
        Lang::ZhTw | Lang::En => [("tc", TC), ("sc", SC)],
    };
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in order {
        let tweak = FontTweak { y_offset_factor: LIFT, ..FontTweak::default() };
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        let faces = fonts.families.entry(family).or_default();
        faces.splice(0..0, order.iter().map(|(name, _)| (*name).to_owned()));
    }
    ctx.set_fonts(fonts);
}
