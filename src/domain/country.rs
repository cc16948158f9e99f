//! Countries as cards write them, and as two letters.

use std::{collections::HashMap, fmt, sync::LazyLock};

use super::fold::fold;

/// A country by its two letters (ISO 3166-1 alpha-2), upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country2([u8; 2]);

impl Country2 {
    /// Mainland China.
    pub const CN: Self = Self(*b"CN");
    /// Hong Kong.
    pub const HK: Self = Self(*b"HK");
    /// Japan.
    pub const JP: Self = Self(*b"JP");
    /// Singapore.
    pub const SG: Self = Self(*b"SG");
    /// Taiwan.
    pub const TW: Self = Self(*b"TW");
    /// The United States.
    pub const US: Self = Self(*b"US");

    /// A country by its code, in either case; none if these are not two letters.
    pub fn from_code(code: &str) -> Option<Self> {
        match *code.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// A country as an address writes it: a code of two or three letters, or the name in Chinese
    /// or English of those that send people to trade fairs in East Asia.
    pub fn from_text(text: &str) -> Option<Self> {
        let folded = fold(text);
        let name: String = folded.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        BY_NAME.get(name.as_str()).copied().or_else(|| Self::from_code(text))
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

static BY_NAME: LazyLock<HashMap<&'static str, Country2>> = LazyLock::new(|| {
    let mut countries = HashMap::with_capacity(512);
    for (code, names) in NAMES {
        if let Some(country) = Country2::from_code(code) {
            names.split(',').for_each(|name| {
                countries.entry(name).or_insert(country);
            });
        }
    }
    countries
});

/// Code and folded names; the three letters are those of ISO 3166-1 alpha-3.
const NAMES: &[(&str, &str)] = &[
    (
        "TW",
        "taiwan,taiwan roc,taiwan republic of china,republic of china,台湾,中华民国,中国台湾,twn,roc",
    ),
    (
        "CN",
        "china,pr china,prc,peoples republic of china,mainland china,中国,中国大陆,大陆,中华人民共和国,chn",
    ),
    ("HK", "hong kong,hongkong,hong kong sar,香港,中国香港,香港特别行政区,hkg"),
    ("MO", "macau,macao,澳门,中国澳门,mac"),
    ("JP", "japan,日本,日本国,jpn"),
    (
        "KR",
        "korea,south korea,republic of korea,korea republic of,韩国,南韩,大韩民国,한국,대한민국,kor",
    ),
    ("SG", "singapore,新加坡,sgp"),
    ("MY", "malaysia,马来西亚,mys"),
    ("TH", "thailand,泰国,tha"),
    ("VN", "vietnam,viet nam,越南,vnm"),
    ("ID", "indonesia,印尼,印度尼西亚,idn"),
    ("PH", "philippines,the philippines,菲律宾,phl"),
    ("IN", "india,印度,ind"),
    ("US", "united states,united states of america,usa,us,america,美国,美利坚合众国"),
    ("CA", "canada,加拿大,can"),
    ("MX", "mexico,墨西哥,mex"),
    ("BR", "brazil,brasil,巴西,bra"),
    ("GB", "united kingdom,uk,great britain,england,scotland,wales,英国,gbr"),
    ("IE", "ireland,爱尔兰,irl"),
    ("DE", "germany,deutschland,德国,deu"),
    ("AT", "austria,osterreich,österreich,奥地利,aut"),
    ("CH", "switzerland,schweiz,suisse,瑞士,che"),
    ("FR", "france,法国,fra"),
    ("IT", "italy,italia,意大利,义大利,ita"),
    ("ES", "spain,españa,espana,西班牙,esp"),
    ("PT", "portugal,葡萄牙,prt"),
    ("NL", "netherlands,the netherlands,holland,荷兰,nld"),
    ("BE", "belgium,比利时,bel"),
    ("LU", "luxembourg,卢森堡,lux"),
    ("DK", "denmark,丹麦,dnk"),
    ("SE", "sweden,瑞典,swe"),
    ("NO", "norway,挪威,nor"),
    ("FI", "finland,芬兰,fin"),
    ("PL", "poland,波兰,pol"),
    ("CZ", "czech republic,czechia,捷克,cze"),
    ("HU", "hungary,匈牙利,hun"),
    ("TR", "turkey,türkiye,turkiye,土耳其,tur"),
    ("RU", "russia,russian federation,俄罗斯,俄国,rus"),
    ("UA", "ukraine,乌克兰,ukr"),
    ("IL", "israel,以色列,isr"),
    ("AE", "united arab emirates,uae,阿联酋,阿拉伯联合酋长国,are"),
    ("SA", "saudi arabia,沙特阿拉伯,沙乌地阿拉伯,沙特,sau"),
    ("ZA", "south africa,南非,zaf"),
    ("EG", "egypt,埃及,egy"),
    ("AU", "australia,澳洲,澳大利亚,aus"),
    ("NZ", "new zealand,纽西兰,新西兰,nzl"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_and_codes() {
        let check = |input: &str, expected: &str| {
            let country = Country2::from_text(input);
            assert_eq!(country.as_ref().map_or("", Country2::as_str), expected, "{input:?}");
        };
        check("台灣", "TW");
        check("Taiwan, R.O.C.", "TW");
        check("P.R. China", "CN");
        check("中国", "CN");
        check("義大利", "IT");
        check("uk", "GB");
        check("de", "DE");
        check("Türkiye", "TR");
        check("", "");
        check("Atlantis", "");
    }
}
