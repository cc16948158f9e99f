//! Where one can be, how one got there, and what the rail offers.

use super::{
    rail_counts::Counts,
    widgets::{Icon, icons},
};
use crate::{
    domain::{Id, Kind, Lead, RecordId},
    i18n::grouped,
    model::Model,
};

/// A place of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of a kind.
    List(Kind),
    /// The page of a record.
    Record(RecordId),
    /// The leads that nobody owns.
    Pool,
    /// The leads that are ready to be converted, or the conversion of one of them.
    Convert(Option<Id<Lead>>),
    /// The boards there are.
    Dashboards,
    /// A board, by its name.
    Board(&'static str),
    /// The pairs of records that may be the same.
    Duplicates,
    /// The files that are at hand to be imported.
    Staging,
    /// The files that were imported.
    Imports,
    /// How the program and the workspace are set up.
    Settings,
}

/// What is known of a place of the rail.
pub(super) struct PlaceInfo {
    /// The place.
    pub place: Place,
    /// The key of its name.
    pub label: &'static str,
    /// The key of the name of its group; empty for the first ones, which need none.
    pub group: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// What the rail counts there.
    pub count: fn(&Model, &Counts) -> Option<String>,
}

/// The places of the rail, in its order. Only what can be shown is listed; see `Views::page`.
pub(super) const PLACES: &[PlaceInfo] = &[
    PlaceInfo {
        place: Place::List(Kind::Campaign),
        label: "kind-campaign-plural",
        group: "group-marketing",
        icon: icons::MEGAPHONE,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::Pool,
        label: "place-pool",
        group: "group-marketing",
        icon: icons::WAVES,
        count: |_, counts| waiting(counts.pool),
    },
    PlaceInfo {
        place: Place::List(Kind::Lead),
        label: "kind-lead-plural",
        group: "group-marketing",
        icon: icons::USER,
        count: |model, _| Some(grouped(model.leads.len() as u64)),
    },
    PlaceInfo {
        place: Place::Convert(None),
        label: "place-convert",
        group: "group-marketing",
        icon: icons::ARROW_LEFT_RIGHT,
        count: |_, counts| waiting(counts.ready),
    },
    PlaceInfo {
        place: Place::List(Kind::Account),
        label: "kind-account-plural",
        group: "group-sales",
        icon: icons::BUILDING,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::List(Kind::Contact),
        label: "kind-contact-plural",
        group: "group-sales",
        icon: icons::CONTACT,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::List(Kind::Opportunity),
        label: "kind-opportunity-plural",
        group: "group-sales",
        icon: icons::TARGET,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::List(Kind::Order),
        label: "kind-order-plural",
        group: "group-sales",
        icon: icons::FILE_TEXT,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::Dashboards,
        label: "report-fair_result",
        group: "group-insight",
        icon: icons::CHART_COLUMN,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::Imports,
        label: "place-imports",
        group: "group-data",
        icon: icons::DOWNLOAD,
        count: |_, _| None,
    },
    PlaceInfo {
        place: Place::Duplicates,
        label: "place-duplicates",
        group: "group-data",
        icon: icons::MERGE,
        count: |_, counts| waiting(counts.pairs),
    },
    PlaceInfo {
        place: Place::Settings,
        label: "place-settings",
        group: "group-data",
        icon: icons::SLIDERS,
        count: |_, _| None,
    },
];

/// How many wait somewhere; nothing is said of none.
fn waiting(count: usize) -> Option<String> {
    (count > 0).then(|| grouped(count as u64))
}

impl Place {
    /// The place of the rail that a place belongs to: a record to the list of its kind.
    pub fn home(self) -> Self {
        match self {
            Self::Record(record) => Self::List(record.kind),
            Self::Convert(_) => Self::Convert(None),
            Self::Board(_) => Self::Dashboards,
            Self::Staging => Self::Imports,
            other => other,
        }
    }

    /// What is known of the place of the rail that a place belongs to.
    pub(super) fn info(self) -> Option<&'static PlaceInfo> {
        PLACES.iter().find(|info| info.place == self.home())
    }

    /// The icon of the place of the rail that a place belongs to.
    pub(super) fn icon(self) -> Icon {
        self.info().map_or(icons::FILE_TEXT, |info| info.icon)
    }

    /// The place as it is kept until the next start.
    pub(super) fn code(self) -> String {
        match self {
            Self::List(kind) => format!("list {}", kind.name()),
            Self::Record(record) => format!("record {} {record}", record.kind.name()),
            Self::Convert(Some(lead)) => format!("convert {lead}"),
            other => CODES
                .iter()
                .find(|(place, _)| *place == other.home())
                .map_or(String::new(), |(_, code)| (*code).to_owned()),
        }
    }

    /// The place that was kept; none if there is no such place any more.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        if let Some((place, _)) = CODES.iter().find(|(_, known)| *known == code) {
            return Some(*place);
        }
        let mut words = code.split(' ');
        match (words.next()?, words.next()?, words.next()) {
            ("list", kind, None) => Kind::of_name(kind).map(Self::List),
            ("convert", lead, None) => lead.parse().ok().map(|id| Self::Convert(Some(Id::new(id)))),
            ("record", kind, Some(id)) => {
                let kind = Kind::of_name(kind)?;
                id.parse().ok().map(|uuid| Self::Record(RecordId { kind, uuid }))
            }
            _ => None,
        }
    }

    /// The record that a place is about.
    pub fn record(self) -> Option<RecordId> {
        match self {
            Self::Record(record) => Some(record),
            Self::Convert(lead) => lead.map(Id::record),
            _ => None,
        }
    }
}

/// The icon of a kind of record.
pub(super) fn icon_of(kind: Kind) -> Icon {
    match kind {
        Kind::Lead => icons::USER,
        Kind::Campaign => icons::MEGAPHONE,
        Kind::Account => icons::BUILDING,
        Kind::Contact => icons::CONTACT,
        Kind::Opportunity => icons::TARGET,
        Kind::Order => icons::FILE_TEXT,
        Kind::Activity => icons::CLOCK,
        Kind::User => icons::USERS,
        Kind::Pool => icons::WAVES,
        Kind::ImportBatch => icons::DOWNLOAD,
        Kind::SavedView => icons::BOOKMARK,
        Kind::Pair => icons::MERGE,
        Kind::AssignmentRule => icons::USER_PLUS,
        Kind::Settings | Kind::CustomField | Kind::CustomKind => icons::SLIDERS,
        Kind::Custom(_) => icons::BOX,
    }
}

/// The places that are kept by a word.
const CODES: [(Place, &str); 6] = [
    (Place::Pool, "pool"),
    (Place::Convert(None), "convert"),
    (Place::Duplicates, "duplicates"),
    (Place::Dashboards, "dashboards"),
    (Place::Imports, "imports"),
    (Place::Settings, "settings"),
];

/// Places kept at most, in each direction.
const MOST: usize = 100;

/// Where one is, where one was before, and where one went back from.
#[derive(Debug)]
pub(super) struct Trail {
    here: Place,
    before: Vec<Place>,
    after: Vec<Place>,
}

impl Trail {
    /// Begins at a place.
    pub fn from(here: Place) -> Self {
        Self { here, before: Vec::new(), after: Vec::new() }
    }

    /// Where one is.
    pub fn here(&self) -> Place {
        self.here
    }

    /// Goes to a place; to stay is no step.
    pub fn go(&mut self, place: Place) {
        if place == self.here {
            return;
        }
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push(std::mem::replace(&mut self.here, place));
        self.after.clear();
    }

    /// Forgets that one was at a place where there is nothing any more.
    pub fn forget(&mut self, place: Place) {
        self.before.retain(|known| *known != place);
        self.after.retain(|known| *known != place);
    }

    /// Goes back to where one was, if there is such a place still.
    pub fn back(&mut self, is_there: impl Fn(Place) -> bool) {
        step(&mut self.here, &mut self.before, &mut self.after, is_there);
    }

    /// Goes to where one went back from.
    pub fn forth(&mut self, is_there: impl Fn(Place) -> bool) {
        step(&mut self.here, &mut self.after, &mut self.before, is_there);
    }
}

fn step(
    here: &mut Place,
    from: &mut Vec<Place>,
    to: &mut Vec<Place>,
    is_there: impl Fn(Place) -> bool,
) {
    while let Some(place) = from.pop() {
        if place != *here && is_there(place) {
            to.push(std::mem::replace(here, place));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_the_way_one_came() {
        let (leads, orders) = (Place::List(Kind::Lead), Place::List(Kind::Order));
        let mut trail = Trail::from(leads);
        trail.back(|_| true);
        assert_eq!(trail.here(), leads);
        trail.go(orders);
        trail.go(orders);
        trail.go(Place::Imports);
        trail.back(|_| true);
        assert_eq!(trail.here(), orders);
        trail.forth(|_| true);
        assert_eq!(trail.here(), Place::Imports);
        // What is gone is passed over.
        trail.back(|place| place != orders);
        assert_eq!(trail.here(), leads);
        // A new way forgets the old one.
        trail.go(Place::Settings);
        trail.forth(|_| true);
        assert_eq!(trail.here(), Place::Settings);
    }

    #[test]
    fn every_place_of_the_rail_is_its_own_home() {
        for info in PLACES {
            assert_eq!(info.place.home(), info.place);
        }
        let lead = RecordId { kind: Kind::Lead, uuid: uuid::Uuid::nil() };
        assert_eq!(Place::Record(lead).home(), Place::List(Kind::Lead));
        assert_eq!(Place::Record(lead).record(), Some(lead));
    }
}
