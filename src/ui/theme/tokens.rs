//! Every number of the look, by what it is for. A screen names roles only.

use eframe::egui::{FontFamily, FontId};

use super::fonts;

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

/// Letters of a size and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    points: f32,
    is_medium: bool,
}

impl Letters {
    const fn regular(points: f32) -> Self {
        Self { points, is_medium: false }
    }

    const fn medium(points: f32) -> Self {
        Self { points, is_medium: true }
    }

    /// The same as egui wants it.
    pub fn font(self) -> FontId {
        let family = if self.is_medium { fonts::medium() } else { FontFamily::Proportional };
        FontId::new(self.points, family)
    }
}

/// The four sizes of text; each more would be one more set of glyphs to draw.
pub mod size {
    use super::Letters;

    /// Labels, header cells, pills, second lines, hints.
    pub const SMALL: Letters = Letters::regular(12.0);
    /// Names of sections, and sums among small words.
    pub const SMALL_STRONG: Letters = Letters::medium(12.0);
    /// Values, buttons, menus, cells.
    pub const BODY: Letters = Letters::regular(14.0);
    /// The active tab, the primary button, sums and chosen options.
    pub const BODY_STRONG: Letters = Letters::medium(14.0);
    /// Titles of panels and pages in a bar, key figures.
    pub const HEADING: Letters = Letters::medium(16.0);
    /// What is typed into large inputs.
    pub const INPUT: Letters = Letters::regular(16.0);
    /// A record's name on its page, the number of a tile.
    pub const DISPLAY: Letters = Letters::medium(22.0);
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
    /// The boxes before the rows of a table.
    pub const TICKS: f32 = 40.0;
    /// The edge of a column by which it is given a width.
    pub const GRIP: f32 = 8.0;
    /// The narrowest column.
    pub const COLUMN_LEAST: f32 = 56.0;
    /// A box to tick.
    pub const CHECKBOX: f32 = 16.0;
    /// The bar of what can be done with what is ticked.
    pub const BULK_BAR: f32 = 44.0;
    /// A value that is edited in its cell, at least.
    pub const EDITOR: f32 = 140.0;
    /// Tabs.
    pub const TABS: f32 = 40.0;
    /// Below this width the bar of a list shows its buttons as icons.
    pub const BAR_WIDE: f32 = 700.0;
    /// A chip.
    pub const CHIP: f32 = 26.0;
    /// A day of a month.
    pub const MONTH_DAY: Vec2 = Vec2::new(34.0, 28.0);
    /// A menu, at its highest.
    pub const MENU_HIGHEST: f32 = 420.0;
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
    /// A bar with a note about everything below it.
    pub const NOTE_BAR: f32 = 40.0;
    /// The bar of progress: how long, and how high.
    pub const PROGRESS: f32 = 160.0;
    /// How high the bar of progress is.
    pub const PROGRESS_LINE: f32 = 4.0;
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
    pub const FILTER: f32 = 200.0;
    /// The label column of fields.
    pub const FIELD_LABEL: f32 = 112.0;
    /// The overlay of dragged files, and the widest column of a page.
    pub const OVERLAY: f32 = 720.0;
    /// A page that says one thing.
    pub const PAGE: f32 = 480.0;
    /// The column of the first page.
    pub const WELCOME: f32 = 760.0;
    /// What is said of the sample on the first page.
    pub const SAMPLE: f32 = 60.0;
    /// A setting.
    pub const SETTING: f32 = 340.0;
    /// What a setting is called.
    pub const SETTING_LABEL: f32 = 200.0;
    /// A dialog.
    pub const DIALOG: f32 = 400.0;
    /// A form on a sheet.
    pub const FORM: f32 = 480.0;
    /// What a list over the window leaves free of it, above and below.
    pub const AROUND_A_LIST: f32 = 160.0;
    /// The keys that are listed, at the most.
    pub const KEYS_LIST: f32 = 640.0;
    /// A sheet to be read.
    pub const SHEET: f32 = 520.0;
    /// A menu, at least.
    pub const MENU: f32 = 172.0;
    /// The list of a choice, at most.
    pub const SELECT_LIST: f32 = 300.0;
    /// The name of who is at the keyboard, at most.
    pub const USER_NAME: f32 = 120.0;
    /// The search box in the top bar.
    pub const SEARCH: f32 = 340.0;
    /// The palette.
    pub const PALETTE: f32 = 600.0;
    /// How far the palette hangs below the top of the window.
    pub const PALETTE_TOP: f32 = 56.0;
    /// The list of the palette, at most.
    pub const PALETTE_LIST: f32 = 440.0;
    /// A row of the palette.
    pub const PALETTE_ROW: f32 = 34.0;
    /// A key, as drawn beside what it does.
    pub const KEY_CAP: f32 = 18.0;
    /// A toast.
    pub const TOAST: f32 = 440.0;
    /// What its buttons and its icon take of it.
    pub const TOAST_BUTTONS: f32 = 136.0;
    /// The place to drop files on.
    pub const DROP_ZONE: f32 = 256.0;
    /// How far down a page what it says begins, as a share of its height.
    pub const PAGE_TOP: f32 = 0.08;
    /// A window that is lower than this has no room to spare.
    pub const LOW: f32 = 700.0;
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
    pub const NAME: f32 = 158.0;
    /// A score and a grade.
    pub const SCORE: f32 = 80.0;
    /// A stage or state.
    pub const STATE: f32 = 118.0;
    /// A source.
    pub const SOURCE: f32 = 84.0;
    /// A campaign, at least.
    pub const CAMPAIGN: f32 = 112.0;
    /// Words of any length.
    pub const WORDS: f32 = 136.0;
    /// Someone, with an avatar.
    pub const PERSON: f32 = 130.0;
    /// A phone.
    pub const PHONE: f32 = 140.0;
    /// A day.
    pub const DAY: f32 = 132.0;
    /// A count.
    pub const COUNT: f32 = 84.0;
    /// An amount.
    pub const MONEY: f32 = 124.0;
}
