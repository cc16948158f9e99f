//! The pieces screens are made of. They know colours, sizes and words, and nothing of leads or files.

mod avatar;
mod badge;
mod button;
mod card;
mod cell;
mod columns;
mod icon;
pub mod icons;
mod link;
mod menu;
mod path;
mod position;
mod scroll_bar;
mod segments;
mod table;
mod words;

pub use avatar::avatar;
pub use badge::{Glyph, Pill, grade};
pub use button::Button;
pub use card::{dashed, rule};
pub use cell::Cell;
pub use icon::Icon;
pub use link::Link;
pub use menu::Menu;
pub use position::Position;
pub use segments::segments;
pub use table::{Answer, Column, Order, Table, TableState};
pub use words::{galley, label, line, paragraph};
