//! Sizes of the pages of records, of the conversion and of boards.

/// The column of fields on the page of a record.
pub const FIELDS: f32 = 376.0;
/// The column of the timeline.
pub const TIMELINE: f32 = 360.0;
/// The same where there is less room.
pub const TIMELINE_NARROW: f32 = 300.0;
/// From this width of a page on its fields, its middle and its timeline stand side by side.
pub const THREE_COLUMNS: f32 = 1064.0;
/// The labels of fields on a page.
pub const LABEL: f32 = 108.0;
/// The same where the fields have the page to themselves.
pub const LABEL_WIDE: f32 = 148.0;
/// The labels of fields inside others.
pub const PART_LABEL: f32 = 84.0;
/// The row of a field that is read.
pub const FIELD_ROW: f32 = 30.0;
/// Lines of a text of several lines while it is edited.
pub const ROWS: usize = 4;
/// Yes and no side by side.
pub const SEGMENTS: f32 = 144.0;
/// A currency while it is edited.
pub const CURRENCY: f32 = 56.0;
/// A key figure of the head takes at least this.
pub const FACT: f32 = 96.0;
/// And at most this.
pub const FACT_MOST: f32 = 220.0;
/// The path of stages.
pub const PATH: f32 = 34.0;
/// The circle of an event.
pub const EVENT: f32 = 24.0;
/// A square of a score.
pub const SCORE: f32 = 26.0;
/// The names of lead fields where it is said to which fields they go.
pub const MAPPED: f32 = 168.0;
/// A dialog.
pub const DIALOG: f32 = 400.0;
/// A dialog with the fields of a new record.
pub const FORM: f32 = 480.0;
/// The names of its fields.
pub const FORM_LABEL: f32 = 132.0;
/// The rows of a table inside a page.
pub const ROW: f32 = 32.0;
/// The bar of the conversion's steps.
pub const STEPPER: f32 = 56.0;
/// The bar in which the conversion is confirmed.
pub const COMMIT_BAR: f32 = 76.0;
/// The candidates of a conversion.
pub const CANDIDATES: f32 = 344.0;
/// A tile of a board.
pub const TILE: f32 = 92.0;
/// A tile takes at least this.
pub const TILE_WIDTH: f32 = 160.0;
/// A bar of a chart.
pub const BAR: f32 = 18.0;
/// A row of a chart of bars.
pub const BAR_ROW: f32 = 26.0;
/// The words before bars.
pub const BAR_LABEL: f32 = 84.0;
/// The numbers behind bars.
pub const BAR_VALUE: f32 = 64.0;
/// A column of a board of deals, at least.
pub const BOARD_COLUMN_LEAST: f32 = 220.0;
/// What a board adds up to.
pub const BOARD_STRIP: f32 = 60.0;
/// A key figure of an account.
pub const ACCOUNT_FIGURE: f32 = 160.0;
/// Someone on an organisation chart.
pub const ORG_CARD: eframe::egui::Vec2 = eframe::egui::Vec2::new(196.0, 60.0);
/// One of a few short choices side by side.
pub const SEGMENT: f32 = 96.0;
/// The choice between board and table.
pub const BOARD_SWITCH: f32 = 136.0;
/// A card on it.
pub const BOARD_CARD: f32 = 112.0;
/// Where a card is dropped to end a deal.
pub const DROP_BAR: f32 = 52.0;
/// The pairs of records that may be the same, beside what is known of one.
pub const PAIRS: f32 = 440.0;
/// A pair of them.
pub const PAIR_ROW: f32 = 48.0;
/// A record beside others that it is merged with takes at least this.
pub const MERGED: f32 = 196.0;
/// The heads of such records.
pub const MERGED_HEAD: f32 = 76.0;
/// A dialog in which records are merged.
pub const MERGE_DIALOG: f32 = 960.0;
/// What is to be said of one row of a file.
pub const ISSUE: f32 = 328.0;
/// The names of its fields.
pub const SIDE_LABEL: f32 = 76.0;
/// What is wrong with whole columns of a file.
pub const REPAIRS: f32 = 380.0;
/// A chart of columns, without the words below it.
pub const CHART: f32 = 132.0;
/// The numbers beside it.
pub const CHART_SCALE: f32 = 36.0;
/// One of its columns at most, with the room beside it.
pub const CHART_COLUMN: f32 = 28.0;
/// A cell of a heat map.
pub const HEAT_CELL: f32 = 30.0;
