//! How alike two names are, of people and of companies.

use super::match_keys::Identity;

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// One of them is missing, or they can't be compared (characters against letters).
    Unknown,
    /// The same key.
    Same,
    /// One is the reading of the other in Latin letters.
    Reading,
    /// Close: the same sound, one letter off, one word left out.
    Similar,
    /// A word is the same, another is not: relatives, or one person before and after a wedding.
    Partial,
    /// Clearly two names.
    Different,
}

/// How alike the names of two people are.
pub(super) fn names(a: &Identity, b: &Identity) -> Likeness {
    let (a, b) = (&a.name, &b.name);
    if a.is_empty() || b.is_empty() {
        return Likeness::Unknown;
    }
    if a.all().any(|name| b.all().any(|other| name == other)) {
        return Likeness::Same;
    }
    let sounds_alike = a.latin.iter().any(|form| b.latin.contains(form));
    match (a.is_east_asian(), b.is_east_asian()) {
        (false, false) if sounds_alike => Likeness::Same,
        (true, true) if sounds_alike => Likeness::Similar,
        (true, true) => Likeness::Different,
        (false, false) => latin_names(&a.main, &b.main),
        _ if sounds_alike => Likeness::Reading,
        // Leo Lee may be 李四's other name.
        _ => Likeness::Unknown,
    }
}

/// How alike two companies are; a number decides before the names.
pub(super) fn companies(a: &Identity, b: &Identity) -> Likeness {
    if let (Some(ours), Some(theirs)) = (&a.tax_id, &b.tax_id) {
        return if ours == theirs { Likeness::Same } else { Likeness::Different };
    }
    let (a, b) = (a.company.core.as_str(), b.company.core.as_str());
    if a.is_empty() || b.is_empty() {
        Likeness::Unknown
    } else if a == b {
        Likeness::Same
    } else if a.is_ascii() != b.is_ascii() {
        Likeness::Unknown
    } else if a.starts_with(b)
        || b.starts_with(a)
        || (a.is_ascii() && is_one_slip(a.as_bytes(), b.as_bytes()))
    {
        Likeness::Similar
    } else {
        Likeness::Different
    }
}

/// How alike two Latin names are, word by word: slips of the finger and words left out are close,
/// one word that has no counterpart is another person.
fn latin_names(a: &str, b: &str) -> Likeness {
    let mut ours: Vec<&str> = a.split(' ').collect();
    let mut theirs: Vec<&str> = b.split(' ').collect();
    let (mut least, mut most) = (1.0_f32, 0.0_f32);
    // The nearest words pair off first.
    while !ours.is_empty() && !theirs.is_empty() {
        let pairs = ours.iter().enumerate().flat_map(|(i, word)| {
            theirs.iter().enumerate().map(move |(j, other)| (i, j, jaro_winkler(word, other)))
        });
        let Some((i, j, likeness)) = pairs.max_by(|x, y| x.2.total_cmp(&y.2)) else { break };
        ours.swap_remove(i);
        theirs.swap_remove(j);
        (least, most) = (least.min(likeness), most.max(likeness));
    }
    match (least, most) {
        (0.78.., _) => Likeness::Similar,
        (0.62.., _) => Likeness::Unknown,
        (_, 0.85..) => Likeness::Partial,
        _ => Likeness::Different,
    }
}

/// Whether two addresses are the same but for slips.
pub(super) fn are_one_text(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a == b || jaro_winkler(a, b) >= 0.92)
}

/// The similarity of Jaro and Winkler, from 0 to 1: made for names with slips of the finger.
fn jaro_winkler(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut is_taken = vec![false; b.len()];
    let mut matched = Vec::with_capacity(a.len());
    for (place, c) in a.iter().enumerate() {
        let window = b.iter().zip(is_taken.iter_mut()).enumerate();
        let mut window =
            window.skip(place.saturating_sub(reach)).take(place.min(reach) + reach + 1);
        if let Some((_, (_, is_taken))) = window.find(|(_, (other, taken))| *other == c && !**taken)
        {
            *is_taken = true;
            matched.push(*c);
        }
    }
    if matched.is_empty() {
        return 0.0;
    }
    let in_order = b.iter().zip(&is_taken).filter(|(_, taken)| **taken).map(|(c, _)| c);
    let moved = matched.iter().zip(in_order).filter(|(x, y)| x != y).count();
    let share = |part: usize, whole: usize| part as f32 / whole as f32;
    let jaro = (share(matched.len(), a.len())
        + share(matched.len(), b.len())
        + share(matched.len() - moved / 2, matched.len()))
        / 3.0;
    let prefix = a.iter().zip(&b).take(4).take_while(|(x, y)| x == y).count();
    jaro + share(prefix, 10) * (1.0 - jaro)
}

/// Whether two texts differ by one letter more, less or other, or by two that changed places.
pub(super) fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (a.get(..a.len() - end), b.get(..b.len() - end)) {
        (Some([_] | []), Some([_] | [])) => true,
        (Some([a, b]), Some([c, d])) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::match_keys::Card, *};

    #[test]
    fn compares_names() {
        let check = |a: &str, b: &str, expected| {
            let identity = |name| Identity::of(&Card { name, ..Card::default() });
            assert_eq!(names(&identity(a), &identity(b)), expected, "{a} {b}");
            assert_eq!(names(&identity(b), &identity(a)), expected, "{b} {a}");
        };
        check("王小明", "王 小明先生", Likeness::Same);
        check("李四(Leo Lee)", "Leo Lee", Likeness::Same);
        check("王小明", "Xiao-Ming Wang", Likeness::Reading);
        check("王小明", "王曉鳴", Likeness::Similar);
        check("王小明", "王小芳", Likeness::Different);
        check("王小明", "Leo Lee", Likeness::Unknown);
        check("王小明", "", Likeness::Unknown);
        check("John Smith", "Smith, John", Likeness::Same);
        check("John Smith", "Jon Smith", Likeness::Similar);
        check("John Smith", "Smith", Likeness::Similar);
        check("Mohammed Owen", "Moahmed wOe", Likeness::Similar);
        check("John Smith", "Mary Smith", Likeness::Partial);
        check("John Smith", "Peter Baker", Likeness::Different);
        check("Wei Wang", "Jun Wang", Likeness::Partial);
    }

    #[test]
    fn compares_companies() {
        let check = |a: &str, b: &str, expected| {
            let identity = |company| Identity::of(&Card { company, ..Card::default() });
            assert_eq!(companies(&identity(a), &identity(b)), expected, "{a} {b}");
        };
        check("友嘉機械股份有限公司", "友嘉机械", Likeness::Same);
        check("友嘉", "友嘉機械", Likeness::Similar);
        check("友嘉機械", "東台機械", Likeness::Different);
        check("友嘉機械", "Fair Friend", Likeness::Unknown);
        check("Foxconn", "Foxconn Technology", Likeness::Similar);
        check("Siemens", "Simens", Likeness::Similar);
        check("友嘉機械", "", Likeness::Unknown);
    }

    #[test]
    fn knows_slips() {
        let check = |a: &str, b: &str, expected| {
            assert_eq!(is_one_slip(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
            assert_eq!(is_one_slip(b.as_bytes(), a.as_bytes()), expected, "{b} {a}");
        };
        check("0912345678", "0912345679", true);
        check("0912345678", "0912354678", true);
        check("0912345678", "091234578", true);
        check("0912345678", "0912345987", false);
        check("aa", "aaa", true);
        check("", "", true);
        check("", "ab", false);
    }
}
