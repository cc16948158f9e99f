//! Which colours, sizes and letters? Everything that is drawn takes them from here.

mod fonts;
mod style;
mod tokens;

pub use fonts::use_fonts_of;
pub use style::apply;
pub use tokens::{DARK, LIGHT, Tokens, Tone, column, icon, measure, size, space};
