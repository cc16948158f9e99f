//! Every colour of the look, by what it is for. A screen names roles only.

use eframe::egui::{Color32, Theme};

use crate::domain::Stage;

/// Text and the soft fill under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Text and glyph.
    pub text: Color32,
    /// What lies under them.
    pub fill: Color32,
}

macro_rules! tokens {
    ($( $(#[$doc:meta])* $role:ident: $light:literal, $dark:literal; )*) => {
        /// The colours of a theme, by role.
        #[derive(Debug)]
        pub struct Tokens {
            $( $(#[$doc])* pub $role: Color32, )*
            stages: [Tone; 8],
            grades: [Tone; 4],
            series: [Tone; 8],
            heat: [Tone; 6],
        }

        /// Dark text on light surfaces.
        pub const LIGHT: Tokens = Tokens {
            $( $role: rgb($light), )*
            stages: [
                tone(0x54575E, 0xECECEA),
                tone(0x1A6385, 0xE1F0F7),
                tone(0x2450B4, 0xE5ECFB),
                tone(0x6A3DAD, 0xEFE8F9),
                tone(0x18723F, 0xE2F3E8),
                tone(0x855500, 0xFAEFD2),
                tone(0x9C3A2E, 0xF8EAE7),
                tone(0x54575E, 0xECECEA),
            ],
            grades: [
                tone(0x54575E, 0xFFFFFF),
                tone(0x1B4A42, 0xCFE5E0),
                tone(0x0B2622, 0x5FA89A),
                tone(0xFFFFFF, 0x0E5A4F),
            ],
            series: [
                tone(0xFFFFFF, 0x2B59C3),
                tone(0xFFFFFF, 0xB43409),
                tone(0xFFFFFF, 0x10805E),
                tone(0xFFFFFF, 0x7E2F62),
                tone(0x1B1C1F, 0xCC7A00),
                tone(0x1B1C1F, 0x1998B3),
                tone(0xFFFFFF, 0x747881),
                tone(0xFFFFFF, 0x4C2825),
            ],
            heat: [
                tone(0x1B1C1F, 0xF0F3F9),
                tone(0x1B1C1F, 0xD6E2F8),
                tone(0x1B1C1F, 0xAFC6F0),
                tone(0x1B1C1F, 0x7C9FE4),
                tone(0xFFFFFF, 0x4470CE),
                tone(0xFFFFFF, 0x22479B),
            ],
        };

        /// Light text on dark surfaces.
        pub const DARK: Tokens = Tokens {
            $( $role: rgb($dark), )*
            stages: [
                tone(0xB3B6BD, 0x2A2C30),
                tone(0x7CC4E8, 0x132D3A),
                tone(0x9DB9FF, 0x1D2947),
                tone(0xC6A8F5, 0x2C2140),
                tone(0x6CCB92, 0x16301F),
                tone(0xE3B44E, 0x34280F),
                tone(0xF2A094, 0x35201C),
                tone(0xB3B6BD, 0x2A2C30),
            ],
            grades: [
                tone(0xB3B6BD, 0x191A1D),
                tone(0xB9E2D9, 0x1F3E39),
                tone(0xFFFFFF, 0x37786C),
                tone(0x08231E, 0x7FD6C5),
            ],
            series: [
                tone(0x1B1C1F, 0x7FA2FF),
                tone(0x1B1C1F, 0xD89B65),
                tone(0xFFFFFF, 0x3C7C68),
                tone(0x1B1C1F, 0xFF5DA0),
                tone(0x1B1C1F, 0xFFE23C),
                tone(0x1B1C1F, 0x60E6FA),
                tone(0x1B1C1F, 0xC4C6CA),
                tone(0xFFFFFF, 0xEE2828),
            ],
            heat: [
                tone(0xFFFFFF, 0x1E2126),
                tone(0xFFFFFF, 0x1F2F52),
                tone(0xFFFFFF, 0x294580),
                tone(0xFFFFFF, 0x3A62B4),
                tone(0x1B1C1F, 0x6C92E8),
                tone(0x1B1C1F, 0xB4CAFF),
            ],
        };
    };
}

tokens! {
    /// Window, rail, footers.
    bg: 0xF6F6F4, 0x121315;
    /// Content, cards, tables.
    surface: 0xFFFFFF, 0x191A1D;
    /// Menus, dialogs: with `border_strong`.
    raised: 0xFFFFFF, 0x222427;
    /// Tracks of bars, neutral tags, disabled buttons.
    sunken: 0xEFEFEC, 0x0E0F10;
    /// Separators between areas, edges of cards.
    border: 0xE4E4E0, 0x2B2D32;
    /// Lines between the rows of a table.
    grid: 0xECECE8, 0x26282C;
    /// Secondary buttons, chips, edges of menus.
    border_strong: 0xD0D0CA, 0x3E4148;
    /// Inputs, checkboxes: needs 3:1.
    border_control: 0x8B8C87, 0x7C808A;
    /// Values, titles.
    text: 0x1B1C1F, 0xE9EAEC;
    /// Labels, second lines, header cells.
    text_subdued: 0x5B5E66, 0xA4A8B0;
    /// Disabled things only, beside a readable reason.
    text_disabled: 0x85888F, 0x71757E;
    /// Primary buttons, the marker of the active place.
    accent: 0x2B59C3, 0x3F6AD8;
    /// A primary button under the pointer.
    accent_hover: 0x234AA6, 0x456FDB;
    /// Text and icon on accent.
    accent_text: 0xFFFFFF, 0xFFFFFF;
    /// Links, the icon of the active place.
    link: 0x2450B4, 0x92B2FF;
    /// The ring around what has the focus.
    focus: 0x2B59C3, 0x92B2FF;
    /// The bar of something going on, a chosen segment.
    accent_soft: 0xE9EFFB, 0x1D2947;
    /// The selected row, the active place.
    selection: 0xE4ECFB, 0x1E2B4B;
    /// A row or quiet button under the pointer.
    hover: 0xF1F1EE, 0x212327;
    /// Valid, met, done.
    success: 0x18723F, 0x6CCB92;
    /// Its fill.
    success_soft: 0xE2F3E8, 0x16301F;
    /// Needs a look.
    warning: 0x855500, 0xE3B44E;
    /// Its fill.
    warning_soft: 0xFAEFD2, 0x34280F;
    /// Dead, error, destructive.
    danger: 0xB3261E, 0xFF8F85;
    /// Its fill.
    danger_soft: 0xFBE7E5, 0x3C1B18;
    /// An update, a remark.
    info: 0x1A6385, 0x7CC4E8;
    /// Its fill.
    info_soft: 0xE1F0F7, 0x132D3A;
}

impl Tokens {
    /// The colours of a theme.
    pub fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colours of a lead's stage.
    pub fn stage(&self, stage: Stage) -> Tone {
        let [unsorted, usable, mql, sql, converted, nurturing, disqualified, merged] = self.stages;
        match stage {
            Stage::Unsorted => unsorted,
            Stage::Usable => usable,
            Stage::Mql => mql,
            Stage::Sql => sql,
            Stage::Converted => converted,
            Stage::Nurturing => nurturing,
            Stage::Disqualified => disqualified,
            Stage::Merged => merged,
        }
    }

    /// The colours of a grade, 0 (D) to 9 (A); D has an edge in `border_control`.
    pub fn grade(&self, grade: u8) -> Tone {
        let [d, c, b, a] = self.grades;
        match grade {
            0..2 => d,
            2..5 => c,
            5..8 => b,
            _ => a,
        }
    }

    /// The colours of a series of a chart, counted from 0: what is drawn, and words inside it. They come
    /// in this order; after the eighth they begin again.
    pub fn series(&self, number: usize) -> Tone {
        let [first, ..] = self.series;
        self.series.get(number % self.series.len()).copied().unwrap_or(first)
    }

    /// The colours of a cell of a heat map, by how much of the highest value it has, 0 to 1.
    pub fn heat(&self, share: f32) -> Tone {
        let [lowest, ..] = self.heat;
        let step = (share.clamp(0.0, 1.0) * (self.heat.len() - 1) as f32).round();
        self.heat.get(step as usize).copied().unwrap_or(lowest)
    }

    /// The ground of a row that has to be looked at: its soft colour, thin enough to read long on.
    pub fn row(&self, tone: Tone) -> Color32 {
        self.surface.lerp_to_gamma(tone.fill, 0.45)
    }

    /// The colours of what is valid, met or done.
    pub fn good(&self) -> Tone {
        Tone { text: self.success, fill: self.success_soft }
    }

    /// The colours of what needs a look.
    pub fn doubtful(&self) -> Tone {
        Tone { text: self.warning, fill: self.warning_soft }
    }

    /// The colours of what is dead or wrong.
    pub fn bad(&self) -> Tone {
        Tone { text: self.danger, fill: self.danger_soft }
    }

    /// The colours of a remark.
    pub fn told(&self) -> Tone {
        Tone { text: self.info, fill: self.info_soft }
    }

    /// The colours of what is neither good nor bad.
    pub fn neutral(&self) -> Tone {
        Tone { text: self.text_subdued, fill: self.sunken }
    }

    /// What lies over the window behind a dialog.
    pub fn veil(&self) -> Color32 {
        self.bg.gamma_multiply(0.7)
    }

    /// What lies over the window while files are dragged over it.
    pub fn scrim(&self) -> Color32 {
        self.bg.gamma_multiply(0.94)
    }
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn tone(text: u32, fill: u32) -> Tone {
    Tone { text: rgb(text), fill: rgb(fill) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How well two colours can be told apart, 1 to 21, as WCAG 2 reckons it.
    fn contrast(one: Color32, other: Color32) -> f64 {
        let light = |color: Color32| {
            let [red, green, blue, _] = color.to_array().map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (light(one) + 0.05, light(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// Checks that two roles have the contrast that was meant, light and dark, and enough of it.
    #[track_caller]
    fn check(pair: &str, roles: fn(&Tokens) -> (Color32, Color32), least: f64, meant: [f64; 2]) {
        for (theme, tokens, meant) in [("light", &LIGHT, meant[0]), ("dark", &DARK, meant[1])] {
            let (one, other) = roles(tokens);
            let found = contrast(one, other);
            assert!((found - meant).abs() < 0.06, "{pair}, {theme}: {found:.2}, not {meant}");
            assert!(found >= least, "{pair}, {theme}: {found:.2}, less than {least}");
        }
    }

    /// Checks pairs of roles, each with its contrast in light and in dark.
    macro_rules! check_pairs {
        ($least:literal: $($one:ident on $other:ident $light:literal $dark:literal,)*) => { $(
            check(
                concat!(stringify!($one), " on ", stringify!($other)),
                |tokens| (tokens.$one, tokens.$other),
                $least,
                [$light, $dark],
            );
        )* };
    }

    #[test]
    fn words_can_be_read_on_every_ground_they_stand_on() {
        check_pairs! { 4.5:
            text on surface 17.0 14.5,
            text on bg 15.7 15.4,
            text on selection 14.4 11.6,
            text on hover 15.1 13.1,
            text_subdued on surface 6.5 7.3,
            text_subdued on bg 6.0 7.8,
            text_subdued on sunken 5.6 8.0,
            text_subdued on selection 5.5 5.9,
            text_subdued on hover 5.7 6.6,
            text_subdued on accent_soft 5.6 6.0,
            text_subdued on raised 6.5 6.5,
            link on surface 7.3 8.3,
            link on bg 6.7 8.9,
            link on selection 6.1 6.7,
            link on accent_soft 6.3 6.9,
            accent_text on accent 6.3 4.9,
            accent_text on accent_hover 8.1 4.6,
            success on surface 6.0 8.8,
            success on success_soft 5.2 7.2,
            success on selection 5.0 7.1,
            warning on surface 6.4 9.0,
            warning on warning_soft 5.6 7.5,
            warning on selection 5.4 7.3,
            danger on surface 6.5 7.9,
            danger on danger_soft 5.5 7.0,
            danger on selection 5.5 6.3,
            info on surface 6.6 9.0,
            info on info_soft 5.7 7.5,
            surface on danger 6.5 7.9,
            surface on text 17.0 14.5,
        }
    }

    #[test]
    fn lines_and_marks_can_be_seen() {
        check_pairs! { 3.0:
            border_control on surface 3.4 4.4,
            border_control on bg 3.1 4.7,
            focus on surface 6.3 8.3,
            focus on selection 5.3 6.7,
            accent on surface 6.3 3.5,
            text_disabled on surface 3.5 3.8,
        }
    }

    #[test]
    fn words_can_be_read_on_stages_grades_and_heat() {
        for tokens in [&LIGHT, &DARK] {
            for tone in tokens.stages.iter().chain(&tokens.grades).chain(&tokens.heat) {
                assert!(contrast(tone.text, tone.fill) >= 4.5, "{tone:?}");
            }
            // Of the series one in each theme carries its words outside.
            let hard = tokens.series.iter().filter(|it| contrast(it.text, it.fill) < 4.5).count();
            assert!(hard <= 1, "{hard}");
            for series in &tokens.series {
                assert!(contrast(series.fill, tokens.surface) >= 3.0, "{series:?}");
            }
        }
    }

    #[test]
    fn heat_rises_with_its_share() {
        for (share, step) in [(0.0, 0), (0.09, 0), (0.11, 1), (0.5, 3), (1.0, 5), (7.0, 5)] {
            assert_eq!(LIGHT.heat(share), LIGHT.heat[step], "{share}");
        }
        assert_eq!(LIGHT.series(8), LIGHT.series(0));
    }
}
