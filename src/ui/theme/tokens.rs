//! Every colour and every number of the look, by what it is for. A screen names roles only.

use eframe::egui::{Color32, FontId, Theme};

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

/// Distances between things.
pub mod space {
    /// Between an icon and its word.
    pub const TINY: f32 = 4.0;
    /// Between a label and its value.
    pub const SMALL: f32 = 8.0;
    /// Inside cards, between tiles.
    pub const MEDIUM: f32 = 12.0;
    /// The padding of a page.
    pub const LARGE: f32 = 16.0;
    /// Between parts of a page.
    pub const HUGE: f32 = 24.0;
}

/// The four sizes of text; each more would be one more set of glyphs to draw.
pub mod size {
    use super::FontId;

    /// Labels, header cells, pills, second lines, hints.
    pub const SMALL: f32 = 12.0;
    /// Values, buttons, menus, cells.
    pub const BODY: f32 = 14.0;
    /// Titles of panels and pages in a bar, key figures.
    pub const HEADING: f32 = 16.0;
    /// A record's name on its page, the title of a page.
    pub const DISPLAY: f32 = 22.0;

    /// Letters of a size.
    pub const fn font(size: f32) -> FontId {
        FontId::proportional(size)
    }
}

/// How large icons are, and how thick their lines.
pub mod icon {
    /// In rows, buttons and the rail.
    pub const BODY: f32 = 16.0;
    /// In chips.
    pub const SMALL: f32 = 14.0;
    /// In pills.
    pub const TINY: f32 = 12.0;
    /// In empty states.
    pub const LARGE: f32 = 22.0;
    /// The side of the square that icons are drawn in.
    pub const GRID: f32 = 24.0;
    /// The width of lines on that square.
    pub const STROKE: f32 = 1.75;
    /// The width of lines of the smallest icons, which would fade otherwise.
    pub const STROKE_TINY: f32 = 2.2;
}

/// Sizes of bars, controls and lines.
pub mod measure {
    use eframe::egui::Vec2;

    /// The window when it opens first.
    pub const WINDOW: Vec2 = Vec2::new(1440.0, 900.0);
    /// The smallest window.
    pub const SMALLEST_WINDOW: Vec2 = Vec2::new(1024.0, 640.0);
    /// The side of the picture by which a window is known, in pixels.
    pub const WINDOW_ICON: u32 = 128;
    /// Below this width of the window the preview lies over the table.
    pub const WIDE: f32 = 1280.0;
    /// Below this width of the window the rail shows icons only.
    pub const MEDIUM: f32 = 1100.0;

    /// Controls, cards, inputs.
    pub const RADIUS: f32 = 6.0;
    /// Rows of menus, tags, grades.
    pub const RADIUS_SMALL: f32 = 4.0;
    /// Bars.
    pub const RADIUS_BAR: f32 = 3.0;

    /// Lines.
    pub const LINE: f32 = 1.0;
    /// The ring of the focus.
    pub const FOCUS_LINE: f32 = 2.0;
    /// The marker of the active place.
    pub const MARKER: f32 = 3.0;
    /// Dashes of the drop zone, and the gaps between them.
    pub const DASH: f32 = 6.0;

    /// The header of a table.
    pub const TABLE_HEADER: f32 = 32.0;
    /// A row of one line.
    pub const TABLE_ROW: f32 = 32.0;
    /// A row of two lines.
    pub const TABLE_ROW_TWO: f32 = 36.0;
    /// From the middle of a row of two lines up to the middle of the first.
    pub const FIRST_LINE: f32 = 7.5;
    /// From the middle of a row of two lines down to the middle of the second, which is smaller.
    pub const SECOND_LINE: f32 = 9.0;
    /// The padding of a cell on each side.
    pub const CELL_PADDING: f32 = 8.0;
    /// The scroll bar of a table.
    pub const SCROLL_BAR: f32 = 10.0;
    /// The shortest handle of a scroll bar.
    pub const SCROLL_HANDLE: f32 = 24.0;

    /// A button.
    pub const BUTTON: f32 = 30.0;
    /// A button in a row or toast.
    pub const BUTTON_SMALL: f32 = 26.0;
    /// The button of an empty page.
    pub const BUTTON_LARGE: f32 = 40.0;
    /// An input.
    pub const INPUT: f32 = 30.0;
    /// Between an icon and the word behind it.
    pub const ICON_GAP: f32 = 6.0;
    /// A pill or tag.
    pub const PILL: f32 = 20.0;
    /// The padding of a pill on each side.
    pub const PILL_PADDING: f32 = 7.0;
    /// An entry of the rail.
    pub const RAIL_ENTRY: f32 = 30.0;
    /// A grade.
    pub const GRADE: Vec2 = Vec2::new(24.0, 20.0);

    /// The top bar.
    pub const TOP_BAR: f32 = 48.0;
    /// The bar with filter and actions of a list.
    pub const FILTER_BAR: f32 = 44.0;
    /// The bar of something going on.
    pub const TASK_BAR: f32 = 44.0;
    /// The status bar.
    pub const STATUS_BAR: f32 = 30.0;
    /// The rail.
    pub const RAIL: f32 = 208.0;
    /// The rail with icons only.
    pub const RAIL_NARROW: f32 = 56.0;
    /// The preview panel.
    pub const PREVIEW: f32 = 360.0;
    /// How far the preview panel can be dragged.
    pub const PREVIEW_RANGE: std::ops::RangeInclusive<f32> = 280.0..=480.0;
    /// The filter input of a list.
    pub const FILTER: f32 = 240.0;
    /// The label column of fields.
    pub const FIELD_LABEL: f32 = 112.0;
    /// The overlay of dragged files, and the widest column of a page.
    pub const OVERLAY: f32 = 720.0;
    /// A page that says one thing.
    pub const PAGE: f32 = 480.0;
    /// A toast.
    pub const TOAST: f32 = 440.0;
    /// What its buttons and its icon take of it.
    pub const TOAST_BUTTONS: f32 = 136.0;
    /// The place to drop files on.
    pub const DROP_ZONE: f32 = 256.0;
    /// How far down a page what it says begins, as a share of its height.
    pub const PAGE_TOP: f32 = 0.08;
    /// The circle around the icon of an empty page.
    pub const MEDALLION: f32 = 56.0;

    /// An avatar in a list.
    pub const AVATAR: f32 = 22.0;
    /// An avatar in a panel.
    pub const AVATAR_LARGE: f32 = 44.0;

    /// How long a toast stays, in seconds.
    pub const TOAST_SECONDS: f64 = 8.0;
}

/// Widths of the columns of tables.
pub mod column {
    /// A name, at least.
    pub const NAME: f32 = 200.0;
    /// A score and a grade.
    pub const SCORE: f32 = 92.0;
    /// A stage or state.
    pub const STATE: f32 = 124.0;
    /// A source.
    pub const SOURCE: f32 = 108.0;
    /// A campaign.
    pub const CAMPAIGN: f32 = 136.0;
    /// Someone, with an avatar.
    pub const PERSON: f32 = 130.0;
    /// A day.
    pub const DAY: f32 = 136.0;
    /// A count.
    pub const COUNT: f32 = 84.0;
}
