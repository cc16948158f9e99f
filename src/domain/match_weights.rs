//! What each finding of `match_evidence` weighs, and from which score two cards are one person.

use super::super::{Settings, field, record::part};

part! {
    /// What a finding weighs in a workspace, instead of what is shipped.
    pub struct EvidenceWeight {
        1: evidence: String => field(),
        2: weight: Option<i64> => field(),
    }
}

macro_rules! weights {
    ($( $(#[$doc:meta])* $name:ident: $shipped:literal, )*) => {
        /// What each finding weighs. The shipped values were tuned on one half of the people of
        /// `zh_namecards_synth.csv` and checked on the other; what a street or a birthday weighs was chosen with
        /// all of `fake_1000` and FEBRL in view.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each field is the code of its evidence")]
        pub struct Weights {
            /// The score from which two cards are one person.
            pub same_from: u8,
            /// The score from which a person has to look.
            pub review_from: u8,
            $( $(#[$doc])* pub $name: i8, )*
        }

        impl Default for Weights {
            fn default() -> Self {
                Self { same_from: 90, review_from: 70, $( $name: $shipped, )* }
            }
        }

        impl Weights {
            /// Every finding that has a weight, by the name it has in settings.
            pub const NAMES: &[&str] = &[$( stringify!($name), )*];

            fn place(&mut self, name: &str) -> Option<&mut i8> {
                match name {
                    $( stringify!($name) => Some(&mut self.$name), )*
                    _ => None,
                }
            }
        }
    };
}

weights! {
    same_mobile: 85,
    similar_mobile: 10,
    same_mail: 85,
    same_handle: 85,
    same_name: 32,
    /// The same name, where one card says nothing but the name.
    bare_name: 70,
    similar_name: 27,
    same_name_company: 92,
    pinyin_company: 80,
    same_company: 8,
    /// Beside another sign; with the name alone `name_domain` counts.
    same_domain: 2,
    same_landline: 3,
    name_domain: 48,
    name_landline: 60,
    /// Beside a name that is not the same; with the name `name_birthday` counts.
    same_birthday: 45,
    name_birthday: 60,
    similar_birthday: 10,
    same_street: 30,
    /// With the name, for people without a company.
    name_street: 58,
    /// Counts as one where the company is the same: colleagues share it.
    same_city: 5,
    same_postcode: 5,
    /// For people without a company.
    home_city: 16,
    home_postcode: 28,
    /// For people without a company, as are the three below: one digit differs, or two changed places.
    similar_postcode: 12,
    /// Where it is mistyped.
    similar_city: 12,
    /// The number of the house, with a name, whatever the street.
    same_house: 19,
    /// Where much of it is the same.
    similar_street: 15,
    /// With the name, for people without a company.
    similar_mail: 40,
    /// With the name, for people without a company; where the rest of the birthday differs.
    same_birth_year: 29,
    different_mobile: -18,
    different_mail: -16,
    different_branch: -10,
    different_company: -8,
    different_name: -30,
    /// Where a word of the two names is the same.
    partial_name: -10,
    different_birthday: -20,
}

impl Weights {
    /// What a finding weighs, by the name it has in settings; none if there is no such finding.
    pub fn weight(&self, name: &str) -> Option<i8> {
        let mut weights = *self;
        weights.place(name).copied()
    }

    /// The weights of a workspace. Scores stay between 1 and 100, and one has to look below where two are
    /// the same.
    pub fn of(settings: &Settings) -> Self {
        let mut weights = Self::default();
        for own in &settings.evidence_weights {
            let weight = own.weight.and_then(|weight| i8::try_from(weight.clamp(-100, 100)).ok());
            if let (Some(weight), Some(place)) = (weight, weights.place(&own.evidence)) {
                *place = weight;
            }
        }
        let score = |own: Option<i64>, shipped: u8| {
            own.and_then(|score| u8::try_from(score.clamp(1, 100)).ok()).unwrap_or(shipped)
        };
        weights.same_from = score(settings.same_from, weights.same_from);
        weights.review_from = score(settings.review_from, weights.review_from);
        weights.review_from = weights.review_from.min(weights.same_from);
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_has_its_own() {
        let own = |evidence: &str, weight| EvidenceWeight {
            evidence: evidence.to_owned(),
            weight: Some(weight),
            ..EvidenceWeight::default()
        };
        let settings = Settings {
            evidence_weights: vec![own("same_city", 9), own("same_mail", 1_000), own("gone", 3)],
            same_from: Some(80),
            review_from: Some(95),
            ..Settings::default()
        };
        let expected = Weights {
            same_city: 9,
            same_mail: 100,
            same_from: 80,
            review_from: 80,
            ..Weights::default()
        };
        assert_eq!(Weights::of(&settings), expected);
        assert_eq!(Weights::of(&Settings::default()), Weights::default());
        assert!(Weights::NAMES.contains(&"same_city"));
    }
}
