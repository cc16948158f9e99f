//! The pieces screens are made of. They know colours, sizes and words, and nothing of leads or files.

mod avatar;
mod badge;
mod button;
mod card;
mod chart_bars;
mod chart_stack;
mod checkbox;
mod chip;
mod dialog;
mod edited;
mod icon;
pub mod icons;
mod input;
mod key_cap;
mod link;
mod menu;
mod month;
mod one_of;
mod path;
mod picker;
mod progress;
mod radio;
mod segments;
mod select;
mod stage_path;
mod stat_tile;
mod stepper;
mod table;
mod tabs;
mod tag;
mod text_field;
mod words;

pub use avatar::avatar;
pub use badge::{Glyph, Pill, grade};
pub use button::{Button, focus_ring};
pub use card::{dashed, rule};
pub use chart_bars::{Bar, bars};
pub use chart_stack::{StackPart, stack};
pub use checkbox::checkbox;
pub use chip::{AddChip, Chip};
pub use dialog::Dialog;
pub use edited::{EditedLook, edited};
pub use icon::Icon;
pub use input::{Input, is_entered};
pub use key_cap::{key_cap, key_cap_at_right};
pub use link::Link;
pub use menu::{Menu, MenuEntry, MenuLine};
pub use month::{Month, MonthDay, MonthDeed};
pub use one_of::one_of;
pub use picker::{PickOption, Picked, Picker, PickerState};
pub use progress::progress_bar;
pub use radio::radio;
pub use segments::segments;
pub use select::Select;
pub use stage_path::{PathStep, stage_path};
pub use stat_tile::StatTile;
pub use stepper::stepper;
pub use table::{
    Answer, Cell, Column, Deed, Ground, Heading, Order, Position, Rows, Table, TableState, Tick,
    Ticks,
};
pub use tabs::{Tab, tabs};
pub use tag::tag;
pub use text_field::{TextField, Typed};
pub use words::{galley, label, line, paragraph};
