//! The icons: Lucide's, as strokes on a square of 24 × 24 (see `assets/icons/README.md`).

mod acts;
mod contacts;
mod places;
mod states;

pub use acts::*;
pub use contacts::*;
pub use places::*;
pub use states::*;

use super::icon::Icon;

/// Icons by their lines, and the list of them.
macro_rules! icons {
    ($( $(#[$doc:meta])* $NAME:ident: [$($path:literal),* $(,)?]; )*) => {
        use super::Icon;

        $( $(#[$doc])* pub const $NAME: Icon = Icon { name: stringify!($NAME), paths: &[$( $path, )*] }; )*

        /// Every icon of this file.
        pub(super) const ALL: &[Icon] = &[$( $NAME, )*];
    };
}
use icons;

/// Every icon.
pub(super) const ALL: &[&[Icon]] = &[places::ALL, acts::ALL, contacts::ALL, states::ALL];
