//! Text by key, in three languages.
//!
//! Texts lie in `assets/i18n/<language>/<area>.ftl`, are compiled in, and exist in every language
//! (a test walks them). A key that is missing shows itself, so that it is seen and not lost.

use std::{borrow::Cow, cell::Cell, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language of the interface, of errors and of the headers of exports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Traditional Chinese, as written in Taiwan.
    ZhTw,
    /// Simplified Chinese, as written in China.
    ZhCn,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::ZhTw, Self::ZhCn, Self::En];

    /// The name used on the command line and in settings.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhTw => "zh-TW",
            Self::ZhCn => "zh-CN",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhTw => "繁體中文",
            Self::ZhCn => "简体中文",
        }
    }

    /// The language that best fits a locale such as `zh_TW.UTF-8`, `zh-Hans-CN` or `de-DE`.
    pub fn of_locale(locale: &str) -> Self {
        let locale = locale.to_lowercase().replace('_', "-");
        if !locale.starts_with("zh") {
            return Self::En;
        }
        let traditional = ["hant", "-tw", "-hk", "-mo"].iter().any(|part| locale.contains(part));
        if traditional { Self::ZhTw } else { Self::ZhCn }
    }

    /// The language the operating system asks for.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::En, |locale| Self::of_locale(&locale))
    }
}

impl std::str::FromStr for Lang {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|lang| lang.code().eq_ignore_ascii_case(code));
        found.copied().ok_or_else(|| "en, zh-TW, zh-CN".to_owned())
    }
}

macro_rules! catalogue {
    ($lang:literal: $($area:literal),*) => {
        &[$((
            $area,
            include_str!(concat!("../assets/i18n/", $lang, "/", $area, ".ftl")),
        )),*]
    };
}

/// The texts of a language, area by area, as they are written in the catalogue.
pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => {
            catalogue!("en": "domain", "store", "query", "engine", "report", "exchange", "cli", "ui", "record", "pairs", "staging")
        }
        Lang::ZhTw => {
            catalogue!("zh-TW": "domain", "store", "query", "engine", "report", "exchange", "cli", "ui", "record", "pairs", "staging")
        }
        Lang::ZhCn => {
            catalogue!("zh-CN": "domain", "store", "query", "engine", "report", "exchange", "cli", "ui", "record", "pairs", "staging")
        }
    }
}

/// The text of `key`, without arguments.
pub fn text(lang: Lang, key: &str) -> Cow<'static, str> {
    text_with(lang, key, &[])
}

/// The text of `key` if the catalogue has it.
pub fn known(lang: Lang, key: &str) -> Option<Cow<'static, str>> {
    format(lang, key, &[])
}

/// The text of `key` with its places filled.
///
/// A number among `args` should be a number, so that a text can choose its plural form.
pub fn text_with(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Cow<'static, str> {
    format(lang, key, args).unwrap_or_else(|| Cow::Owned(key.to_owned()))
}

thread_local! {
    /// Whether texts of this thread are longer than they are.
    static IS_LONGER: Cell<bool> = const { Cell::new(false) };
}

/// By how much a text is longer where its room is tried: a translation may be longer by a third.
const LONGER: f32 = 0.35;

/// Makes every text that this thread asks for longer, in brackets: a language that does not exist, with which one
/// sees where words have no room.
pub fn try_room(is_longer: bool) {
    IS_LONGER.set(is_longer);
}

/// A text as the language has it that does not exist.
fn lengthened(text: &str) -> String {
    let more = (text.chars().count() as f32 * LONGER).ceil() as usize;
    format!("[{text}{}]", "~".repeat(more))
}

/// What fills a place in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A word or name, shown as it is.
    Text(String),
    /// A count, which may choose a plural form; shown with thousands separated.
    Count(u64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// Digits in groups of three, as all three languages write them.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 3] = [const { OnceLock::new() }; 3];
    let [en, zh_tw, zh_cn] = &BUNDLES;
    let slot = match lang {
        Lang::En => en,
        Lang::ZhTw => zh_tw,
        Lang::ZhCn => zh_cn,
    };
    slot.get_or_init(|| load(lang))
}

fn load(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks would end up in clipboards, exports and the names tests look for.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) if number.value >= 0.0 => Some(grouped(number.value as u64)),
        _ => None,
    }));
    for (_, source) in sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            // What can be read is used; the test of the catalogues names the line.
            Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<Cow<'static, str>> {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => values.set(*name, text.clone()),
            Arg::Count(count) => values.set(*name, *count as f64),
        }
    }
    let mut problems = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&values), &mut problems)).map(|text| {
        match IS_LONGER.get() {
            true => Cow::Owned(lengthened(&text)),
            false => Cow::Owned(text.into_owned()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_find_their_language() {
        for (locale, lang) in [
            ("zh_TW.UTF-8", Lang::ZhTw),
            ("zh-Hant-HK", Lang::ZhTw),
            ("zh-Hans-CN", Lang::ZhCn),
            ("zh", Lang::ZhCn),
            ("de-DE", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn a_text_is_longer_where_its_room_is_tried() {
        assert_eq!(lengthened("Open"), "[Open~~]");
        try_room(true);
        let longer = text(Lang::En, "value-yes");
        try_room(false);
        assert_eq!((longer.as_ref(), text(Lang::En, "value-yes").as_ref()), ("[Yes~~]", "Yes"));
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(text(Lang::ZhTw, "no-such-key"), "no-such-key");
    }

    #[test]
    fn digits_are_grouped_by_three() {
        for (count, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), text);
        }
    }
}
