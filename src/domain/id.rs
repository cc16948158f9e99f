//! Which record: kinds and ids.

use std::{fmt, hash, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

use super::{FieldInfo, Record};

/// The first number of the kinds that users make.
pub const FIRST_CUSTOM_KIND: u16 = 1000;

/// The last number of the kinds that users make; the store uses numbers above it for itself.
pub const LAST_CUSTOM_KIND: u16 = 49_999;

macro_rules! kinds {
    ($( $(#[$doc:meta])* $number:literal: $Kind:ident $name:literal, )*) => {
        /// Every sort of record. The number is on disk: append only.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $( $(#[$doc])* $Kind, )*
            /// A kind made by a user, numbered from [`FIRST_CUSTOM_KIND`] on.
            Custom(u16),
        }

        impl Kind {
            /// The kinds the program ships.
            pub const ALL: &[Self] = &[$( Self::$Kind, )*];

            /// The number on disk.
            pub const fn number(self) -> u16 {
                match self {
                    $( Self::$Kind => $number, )*
                    Self::Custom(number) => number,
                }
            }

            /// The kind of a number on disk; none for a number of a newer version.
            pub const fn of_number(number: u16) -> Option<Self> {
                match number {
                    $( $number => Some(Self::$Kind), )*
                    FIRST_CUSTOM_KIND..=LAST_CUSTOM_KIND => Some(Self::Custom(number)),
                    _ => None,
                }
            }

            /// The word used on the command line, in text keys and as the tree's name.
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$Kind => $name, )*
                    Self::Custom(_) => "custom",
                }
            }

            /// The fields of the kind, custom fields not among them.
            pub fn fields(self) -> &'static [FieldInfo] {
                match self {
                    $( Self::$Kind => <super::$Kind as Record>::INFOS, )*
                    Self::Custom(_) => &[],
                }
            }
        }
    };
}

kinds! {
    /// A person not yet qualified.
    1: Lead "lead",
    /// A fair, seminar, EDM…: something that brings leads and costs money.
    2: Campaign "campaign",
    /// A company we sell to.
    3: Account "account",
    /// A person at an account.
    4: Contact "contact",
    /// A deal in progress.
    5: Opportunity "opportunity",
    /// A deal done.
    6: Order "order",
    /// A call, mail, visit, meeting, chat, note, task or signal.
    7: Activity "activity",
    /// Someone who works with the workspace.
    8: User "user",
    /// Leads that nobody owns, governed by rules.
    9: Pool "pool",
    /// A file that was imported.
    10: ImportBatch "import_batch",
    /// What holds for the whole workspace: one record.
    11: Settings "settings",
    /// A field made by a user.
    12: CustomField "custom_field",
    /// A kind of record made by a user.
    13: CustomKind "custom_kind",
    /// A way of looking at a list, kept under a name.
    14: SavedView "saved_view",
    /// Two records that may be the same.
    15: Pair "pair",
    /// To whom leads of a sort are given.
    16: AssignmentRule "assignment_rule",
}

impl Kind {
    /// The kind of a word such as `lead`; `leads` and `Lead` are understood too.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace('-', "_");
        Self::ALL.iter().copied().find(|kind| {
            kind.name() == name
                || name.strip_suffix('s') == Some(kind.name())
                || kind.plural() == name
        })
    }

    fn plural(self) -> String {
        match self.name().strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{}s", self.name()),
        }
    }

    /// The field of that name.
    pub fn field(self, name: &str) -> Option<&'static FieldInfo> {
        self.fields().iter().find(|field| field.name == name)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.name())
        } else {
            serializer.serialize_u16(self.number())
        }
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let name = String::deserialize(deserializer)?;
            return Self::of_name(&name).ok_or_else(|| de::Error::custom("unknown kind"));
        }
        let number = u16::deserialize(deserializer)?;
        Self::of_number(number).ok_or_else(|| de::Error::custom("a kind of a newer version"))
    }
}

/// Any record, whatever its kind. Ids are UUIDv7: ordered by time of creation, unique across laptops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordId {
    /// What sort of record it is.
    pub kind: Kind,
    /// Which one.
    #[serde(rename = "id")]
    pub uuid: Uuid,
}

impl RecordId {
    /// As bytes: the number of the kind, then the id. Their order is that of the records.
    pub fn to_bytes(self) -> [u8; 18] {
        let mut bytes = [0; 18];
        let parts = self.kind.number().to_be_bytes().into_iter().chain(self.uuid.into_bytes());
        bytes.iter_mut().zip(parts).for_each(|(place, byte)| *place = byte);
        bytes
    }

    /// From bytes; none if the kind is one of a newer version.
    pub fn of_bytes([high, low, uuid @ ..]: [u8; 18]) -> Option<Self> {
        let kind = Kind::of_number(u16::from_be_bytes([high, low]))?;
        Some(Self { kind, uuid: Uuid::from_bytes(uuid) })
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uuid)
    }
}

/// A record known at compile time to be a `T`, so that an order never ends up where an account belongs.
pub struct Id<T>(pub Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The record of that number.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }
}

impl<T: Record> Id<T> {
    /// The same record, its kind no longer in the type.
    pub const fn record(self) -> RecordId {
        RecordId { kind: T::KIND, uuid: self.0 }
    }

    /// The record as a `T`, if it is one.
    pub fn of(record: RecordId) -> Option<Self> {
        (record.kind == T::KIND).then(|| Self::new(record.uuid))
    }
}

impl<T: Record> From<Id<T>> for RecordId {
    fn from(id: Id<T>) -> Self {
        id.record()
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

// Derives would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}
