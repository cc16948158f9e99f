//! The icons: Lucide's, as strokes on a square of 24 × 24 (see `assets/icons/README.md`).

use super::icon::Icon;

macro_rules! icons {
    ($( $(#[$doc:meta])* $NAME:ident: [$($path:literal),* $(,)?]; )*) => {
        $( $(#[$doc])* pub const $NAME: Icon = Icon { name: stringify!($NAME), paths: &[$( $path, )*] }; )*

        /// Every icon.
        pub const ALL: &[Icon] = &[$( $NAME, )*];
    };
}

icons! {
    /// Fairlead's own mark: an F that leads around a corner.
    BRAND: [
        "M7 20V9a5 5 0 0 1 5-5h5",
        "M7 13h8",
    ];
    /// A person.
    USER: [
        "M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2",
        "M8 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
    ];
    /// Something that comes in.
    DOWNLOAD: [
        "M12 15V3",
        "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
        "m7 10 5 5 5-5",
    ];
    /// Back.
    UNDO: [
        "M9 14 4 9l5-5",
        "M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11",
    ];
    /// Forth again.
    REDO: [
        "m15 14 5-5-5-5",
        "M20 9H9.5A5.5 5.5 0 0 0 4 14.5A5.5 5.5 0 0 0 9.5 20H13",
    ];
    /// Away.
    X: [
        "M18 6 6 18",
        "m6 6 12 12",
    ];
    /// Languages.
    GLOBE: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20",
        "M2 12h20",
    ];
    /// Light.
    SUN: [
        "M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
        "M12 2v2",
        "M12 20v2",
        "m4.93 4.93 1.41 1.41",
        "m17.66 17.66 1.41 1.41",
        "M2 12h2",
        "M20 12h2",
        "m6.34 17.66-1.41 1.41",
        "m19.07 4.93-1.41 1.41",
    ];
    /// Dark, and what sleeps.
    MOON: [
        "M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401",
    ];
    /// As the system has it.
    MONITOR: [
        "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2z",
        "M8 21L16 21",
        "M12 17L12 21",
    ];
    /// This computer.
    LAPTOP: [
        "M18 5a2 2 0 0 1 2 2v8.526a2 2 0 0 0 .212.897l1.068 2.127a1 1 0 0 1-.9 1.45H3.62a1 1 0 0 1-.9-1.45l1.068-2.127A2 2 0 0 0 4 15.526V7a2 2 0 0 1 2-2z",
        "M20.054 15.987H3.946",
    ];
    /// Smallest first.
    ARROW_UP: [
        "m5 12 7-7 7 7",
        "M12 19V5",
    ];
    /// Largest first.
    ARROW_DOWN: [
        "M12 5v14",
        "m19 12-7 7-7-7",
    ];
    /// Done.
    CIRCLE_CHECK: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "m16 9-5.5 5.5L8 12",
    ];
    /// Needs a look.
    CIRCLE_ALERT: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "M12 8L12 12",
        "M12 16L12.01 16",
    ];
    /// Left out.
    CIRCLE_X: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "m15 9-6 6",
        "m9 9 6 6",
    ];
    /// Went wrong.
    TRIANGLE_ALERT: [
        "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
        "M12 9v4",
        "M12 17h.01",
    ];
    /// Not this.
    BAN: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "M4.929 4.929 19.07 19.071",
    ];
    /// A remark.
    INFO: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "M12 16v-4",
        "M12 8h.01",
    ];
    /// A pool.
    WAVES: [
        "M2 12q2.5 2 5 0t5 0 5 0 5 0",
        "M2 19q2.5 2 5 0t5 0 5 0 5 0",
        "M2 5q2.5 2 5 0t5 0 5 0 5 0",
    ];
    /// Nothing here.
    INBOX: [
        "M22 12 16 12 14 15 10 15 8 12 2 12",
        "M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z",
    ];
    /// A menu.
    CHEVRON_DOWN: [
        "m6 9 6 6 6-6",
    ];
    /// A step down the path.
    CHEVRON_RIGHT: [
        "m9 18 6-6-6-6",
    ];
    /// Chosen.
    CHECK: [
        "M20 6 9 17l-5-5",
    ];
    /// A filter.
    LIST_FILTER: [
        "M2 5h20",
        "M6 12h12",
        "M9 19h6",
    ];
    /// Hidden for now.
    LOCK: [
        "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2z",
        "M7 11V7a5 5 0 0 1 10 0v4",
    ];
    /// A table of cards.
    FILE_SPREADSHEET: [
        "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
        "M14 2v5a1 1 0 0 0 1 1h5",
        "M8 13h2",
        "M14 13h2",
        "M8 17h2",
        "M14 17h2",
    ];
    /// A card.
    CONTACT: [
        "M16 2v2",
        "M7 21v-2a2 2 0 012-2h6a2 2 0 012 2v2",
        "M8 2v2",
        "M9 10a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
        "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2z",
    ];
    /// A search without a hit.
    SEARCH: [
        "m21 21-4.34-4.34",
        "M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0",
    ];
    /// One of several.
    MERGE: [
        "m8 6 4-4 4 4",
        "M12 2v10.3a4 4 0 0 1-1.172 2.872L4 22",
        "m20 22-5-5",
    ];
    /// A mobile number.
    SMARTPHONE: [
        "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-16a2 2 0 0 1 2 -2z",
        "M12 18h.01",
    ];
    /// A number of a place.
    PHONE: [
        "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384",
    ];
    /// A mail address.
    MAIL: [
        "m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7",
        "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z",
    ];
    /// Nobody knows yet.
    CIRCLE_HELP: [
        "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
        "M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3",
        "M12 17h.01",
    ];
}
