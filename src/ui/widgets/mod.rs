//! The pieces screens are made of. They know colours, sizes and words, and nothing of leads or files.

mod avatar;
mod badge;
mod button;
mod card;
mod checkbox;
mod chip;
mod dialog;
mod icon;
pub mod icons;
mod input;
mod key_cap;
mod link;
mod menu;
mod path;
mod segments;
mod select;
mod table;
mod tabs;
mod words;

pub use avatar::avatar;
pub use badge::{Glyph, Pill, grade};
pub use button::{Button, focus_ring};
pub use card::{dashed, rule};
pub use checkbox::checkbox;
pub use chip::{AddChip, Chip};
pub use dialog::Dialog;
pub use icon::Icon;
pub use input::{Input, is_entered};
pub use key_cap::{key_cap, key_cap_at_right};
pub use link::Link;
pub use menu::{Menu, MenuEntry, MenuLine};
pub use segments::segments;
pub use select::Select;
pub use table::{
    Answer, Cell, Column, Deed, Heading, Order, Position, Rows, Table, TableState, Tick, Ticks,
};
pub use tabs::{Tab, tabs};
pub use words::{galley, label, line, paragraph};
