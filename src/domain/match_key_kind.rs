//! Why two cards meet before they are compared.

/// Why two cards share a key. The numbers are part of the hash and stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum KeyKind {
    /// A mobile number.
    Mobile = 1,
    /// A mail address of a person.
    Mail = 2,
    /// A name in a messenger.
    Handle = 3,
    /// A name and the company's name or number.
    NameCompany = 4,
    /// A name in Latin letters (the reading of a Chinese one included) and the company's name or number.
    LatinCompany = 5,
    /// A name, or its Latin form, and the company's domain.
    NameDomain = 6,
    /// A name and a landline.
    NameLandline = 7,
    /// The first letter of a name's word and a birthday.
    NameBirthday = 8,
    /// A word of a name and the postcode of someone without a company.
    NamePostcode = 9,
    /// The first letter of a name's word and the street of someone without a company.
    NameStreet = 10,
    /// The name alone.
    Name = 11,
    /// The name of a card that says nothing else; its hash is that of the name.
    BareName = 12,
    /// A word of a name and the city of someone without a company.
    NameCity = 13,
    /// The beginning of the street, without its numbers, and the city of someone without a company.
    StreetCity = 14,
    /// The first letter of a name's word and the beginning of the mail address of someone without a
    /// company.
    NameMail = 15,
    /// A birthday and the postcode of someone without a company.
    BirthdayPostcode = 16,
    /// A birthday and the beginning of the street, without its numbers, of someone without a company.
    BirthdayStreet = 17,
    /// A word of a name and the number of the house of someone without a company.
    NameHouse = 18,
}

impl KeyKind {
    /// How many cards may share a key of this kind: above it the key says nothing, and comparing all
    /// of them would take long. A name that many people have proposes nobody. However many cards there
    /// are, each is compared with so many others at most, for each of its keys.
    pub const fn limit(self) -> usize {
        match self {
            Self::Name | Self::BareName => 8,
            _ if self.is_weak() => 48,
            _ => 128,
        }
    }

    /// Whether it takes only a part of the name, or none of it: chance brings people together under such keys.
    pub const fn is_weak(self) -> bool {
        matches!(
            self,
            Self::NameBirthday
                | Self::NamePostcode
                | Self::NameStreet
                | Self::NameCity
                | Self::StreetCity
                | Self::NameMail
                | Self::BirthdayPostcode
                | Self::BirthdayStreet
                | Self::NameHouse
        )
    }
}
