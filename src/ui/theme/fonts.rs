//! The letters: Noto Sans TC and SC, each first where its language is read, so that characters have
//! the shapes the reader knows. Fonts of the system come last (eframe asks them for what is missing).
//!
//! The Medium weight has the commoner characters only; the others are drawn in the Regular one.

use std::{
    io::Read as _,
    sync::{Arc, LazyLock},
};

use flate2::read::GzDecoder;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

use crate::i18n::Lang;

/// A font of the program, which holds it packed.
type Font = LazyLock<Vec<u8>>;

/// The fonts of a script: its Regular and its Medium weight.
#[derive(Clone, Copy)]
struct Script {
    regular: (&'static str, &'static Font),
    medium: (&'static str, &'static Font),
}

const TC: Script = Script { regular: ("tc", &TC_REGULAR), medium: ("tc medium", &TC_MEDIUM) };
const SC: Script = Script { regular: ("sc", &SC_REGULAR), medium: ("sc medium", &SC_MEDIUM) };
/// Signs that Chinese sets in the middle of a square and English does not.
const SIGNS: Script =
    Script { regular: ("signs", &SIGNS_REGULAR), medium: ("signs medium", &SIGNS_MEDIUM) };

static TC_REGULAR: Font =
    LazyLock::new(|| unpacked(include_bytes!("../../../assets/fonts/NotoSansTC-Regular.ttf.gz")));
static TC_MEDIUM: Font =
    LazyLock::new(|| unpacked(include_bytes!("../../../assets/fonts/NotoSansTC-Medium.ttf.gz")));
static SC_REGULAR: Font =
    LazyLock::new(|| unpacked(include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf.gz")));
static SC_MEDIUM: Font =
    LazyLock::new(|| unpacked(include_bytes!("../../../assets/fonts/NotoSansSC-Medium.ttf.gz")));
static SIGNS_REGULAR: Font = LazyLock::new(|| {
    unpacked(include_bytes!("../../../assets/fonts/NotoSansTC-Signs-Regular.ttf.gz"))
});
static SIGNS_MEDIUM: Font = LazyLock::new(|| {
    unpacked(include_bytes!("../../../assets/fonts/NotoSansTC-Signs-Medium.ttf.gz"))
});

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut font = Vec::new();
    let read = GzDecoder::new(packed).read_to_end(&mut font);
    read.expect("a font of the program can be unpacked");
    font
}

/// The fonts leave more room above letters than below; lifted by this much of their size, text stands
/// in the middle of its line.
const LIFT: f32 = -0.05;

/// The family of the Medium weight.
pub(super) fn medium() -> FontFamily {
    static MEDIUM: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("medium".into()));
    MEDIUM.clone()
}

/// The scripts in the order in which they are looked for a character.
fn order(lang: Lang) -> &'static [Script] {
    match lang {
        Lang::ZhCn => &[SC, TC],
        Lang::ZhTw => &[TC, SC],
        Lang::En => &[SIGNS, TC, SC],
    }
}

/// Whether two languages are written with other letters, or with the same in another order.
pub fn other_fonts(one: Lang, other: Lang) -> bool {
    let first = |lang| order(lang).first().map(|script| script.regular.0);
    first(one) != first(other)
}

/// Sets the letters for a language. They are drawn anew from the next frame on.
pub fn use_fonts_of(ctx: &Context, lang: Lang) {
    let order = order(lang);
    let mut fonts = FontDefinitions::default();
    for (name, font) in order.iter().flat_map(|script| [script.regular, script.medium]) {
        let tweak = FontTweak { y_offset_factor: LIFT, ..FontTweak::default() };
        let data = FontData::from_static(font).tweak(tweak);
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
