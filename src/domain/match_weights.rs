//! What each finding of `match_evidence` weighs.

/// What each finding weighs. The shipped values were tuned on one half of the people of
/// `zh_namecards_synth.csv` and checked on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the code of its evidence")]
pub struct Weights {
    pub same_mobile: i8,
    pub similar_mobile: i8,
    pub same_mail: i8,
    pub same_handle: i8,
    pub same_name: i8,
    /// The same name, where one card says nothing but the name.
    pub bare_name: i8,
    pub similar_name: i8,
    pub same_name_company: i8,
    pub pinyin_company: i8,
    pub same_company: i8,
    /// Beside another sign; with the name alone `name_domain` counts.
    pub same_domain: i8,
    pub same_landline: i8,
    pub name_domain: i8,
    pub name_landline: i8,
    /// Beside a name that is not the same; with the name `name_birthday` counts.
    pub same_birthday: i8,
    pub name_birthday: i8,
    pub similar_birthday: i8,
    pub same_street: i8,
    /// With the name, for people without a company.
    pub name_street: i8,
    /// Counts as one where the company is the same: colleagues share it.
    pub same_city: i8,
    pub same_postcode: i8,
    pub different_mobile: i8,
    pub different_mail: i8,
    pub different_branch: i8,
    pub different_company: i8,
    pub different_name: i8,
    /// Where a word of the two names is the same.
    pub partial_name: i8,
    pub different_birthday: i8,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            same_mobile: 85,
            similar_mobile: 10,
            same_mail: 85,
            same_handle: 85,
            same_name: 32,
            bare_name: 70,
            similar_name: 27,
            same_name_company: 92,
            pinyin_company: 80,
            same_company: 8,
            same_domain: 2,
            same_landline: 3,
            name_domain: 48,
            name_landline: 60,
            same_birthday: 45,
            name_birthday: 60,
            similar_birthday: 10,
            same_street: 30,
            name_street: 58,
            same_city: 5,
            same_postcode: 5,
            different_mobile: -18,
            different_mail: -16,
            different_branch: -10,
            different_company: -8,
            different_name: -30,
            partial_name: -10,
            different_birthday: -20,
        }
    }
}
