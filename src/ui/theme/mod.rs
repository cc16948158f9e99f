//! Which colours, sizes and letters? Everything that is drawn takes them from here.

mod colors;
mod fonts;
pub mod page;
mod style;
mod tokens;

pub use colors::{DARK, LIGHT, Tokens, Tone};
pub use fonts::{other_fonts, use_fonts_of};
pub use style::apply;
pub use tokens::{Letters, column, icon, measure, size, space};
