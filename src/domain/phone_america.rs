//! Numbers of North America, country code 1: which area codes are in use, and which are not.
//!
//! The library asks the tables of two dozen countries for each of them, which takes longer than everything else that
//! is done to a card. The tests hold both tables against it, area by area.

use super::PhoneKind;

/// The kind of a number without its country code, where every number of its area is valid. Of most nobody can tell
/// whether they are mobiles.
pub(super) fn kind_of(national: &[u8]) -> Option<PhoneKind> {
    let [a, b, c, b'2'..=b'9', _, _, _, _, _, _] = national else { return None };
    match &[*a, *b, *c] {
        b"800" | b"833" | b"844" | b"855" | b"866" | b"877" | b"888" => Some(PhoneKind::Landline),
        // Numbers that follow a person.
        b"500" | b"521" | b"522" | b"525" | b"526" | b"527" | b"528" | b"529" | b"532" | b"533"
        | b"544" | b"566" | b"577" | b"588" => Some(PhoneKind::Mobile),
        _ => is_among(PLAIN, national).then_some(PhoneKind::Other),
    }
}

/// Whether digits with the country code in front are the number of nobody, though as long as one: their area is
/// not in use, or what follows begins as no number does.
pub(super) fn is_nobodys(digits: &[u8]) -> bool {
    let Some(national) = digits.strip_prefix(b"1") else { return false };
    match national {
        // But some toll-free ones of the Dominican Republic do.
        [b'8', b'0', b'0', b'1', ..] | [b'8', b'0' | b'2' | b'4', b'9', ..] => false,
        [b'2'..=b'9', _, _, b'0' | b'1', ..] => national.len() == 10,
        _ => is_among(UNUSED, national),
    }
}

fn is_among(areas: &[(u16, u16)], national: &[u8]) -> bool {
    let [a, b, c, ..] = national else { return false };
    let digit = |byte: u8| u16::from(byte.wrapping_sub(b'0'));
    let area = digit(*a) * 100 + digit(*b) * 10 + digit(*c);
    let after = areas.partition_point(|(first, _)| *first <= area);
    let range = after.checked_sub(1).and_then(|at| areas.get(at));
    national.len() == 10 && range.is_some_and(|(_, last)| area <= *last)
}

/// Areas, from the first to the last, of which every number is valid, and nothing else is known.
#[rustfmt::skip]
const PLAIN: &[(u16, u16)] = &[
    (201, 210), (212, 220), (223, 229), (231, 231), (234, 236), (239, 240), (248, 254), (256, 257),
    (260, 260), (262, 263), (267, 267), (269, 270), (272, 274), (276, 276), (279, 279), (281, 281),
    (283, 283), (289, 289), (301, 310), (312, 321), (323, 327), (329, 332), (334, 334), (336, 337),
    (339, 339), (341, 341), (343, 343), (346, 347), (350, 354), (360, 361), (363, 365), (367, 369),
    (380, 380), (382, 382), (385, 386), (401, 410), (412, 419), (423, 425), (428, 428), (430, 432),
    (434, 435), (437, 438), (440, 440), (442, 443), (445, 445), (447, 448), (450, 450), (458, 458),
    (463, 464), (468, 470), (472, 472), (474, 475), (478, 480), (484, 484), (501, 510), (512, 520),
    (530, 531), (534, 534), (539, 541), (548, 548), (551, 551), (557, 557), (559, 559), (561, 564),
    (567, 567), (570, 575), (579, 582), (584, 587), (601, 610), (612, 620), (623, 623), (626, 626),
    (628, 631), (636, 636), (639, 641), (645, 647), (650, 651), (656, 657), (659, 662), (667, 667),
    (669, 669), (672, 672), (678, 678), (680, 683), (686, 686), (689, 689), (701, 709), (712, 720),
    (724, 728), (730, 732), (734, 734), (737, 738), (740, 740), (742, 743), (747, 748), (753, 754),
    (757, 757), (760, 760), (762, 763), (765, 765), (769, 775), (778, 782), (785, 787), (801, 810),
    (812, 821), (825, 826), (828, 828), (830, 832), (835, 835), (838, 840), (843, 843), (845, 845),
    (847, 850), (854, 854), (856, 860), (862, 865), (867, 867), (870, 870), (872, 873), (878, 879),
    (900, 910), (912, 920), (925, 925), (928, 931), (934, 934), (936, 943), (945, 945), (947, 949),
    (951, 952), (954, 954), (956, 956), (959, 959), (970, 973), (975, 975), (978, 980), (984, 986),
    (989, 989),
];

/// Areas of which no number is valid.
#[rustfmt::skip]
const UNUSED: &[(u16, u16)] = &[
    (200, 200), (211, 211), (221, 222), (230, 230), (232, 233), (237, 238), (241, 241), (243, 245),
    (247, 247), (255, 255), (258, 259), (261, 261), (265, 266), (271, 271), (275, 275), (277, 278),
    (280, 280), (282, 282), (285, 288), (290, 300), (311, 311), (322, 322), (328, 328), (333, 333),
    (335, 335), (338, 338), (342, 342), (344, 344), (348, 349), (355, 359), (362, 362), (366, 366),
    (370, 379), (381, 381), (383, 384), (387, 400), (411, 411), (420, 422), (426, 427), (429, 429),
    (433, 433), (436, 436), (439, 439), (444, 444), (446, 446), (449, 449), (451, 457), (459, 462),
    (465, 467), (471, 471), (476, 477), (481, 483), (485, 499), (511, 511), (535, 538), (542, 543),
    (545, 547), (549, 550), (552, 556), (558, 558), (560, 560), (565, 565), (568, 569), (576, 576),
    (578, 578), (583, 583), (589, 599), (611, 611), (621, 621), (624, 625), (627, 627), (632, 632),
    (634, 635), (637, 638), (642, 644), (648, 648), (652, 655), (663, 663), (665, 666), (668, 668),
    (673, 677), (679, 679), (685, 685), (687, 688), (690, 700), (710, 711), (722, 723), (729, 729),
    (733, 733), (735, 736), (739, 739), (741, 741), (744, 746), (749, 752), (755, 756), (759, 759),
    (761, 761), (764, 764), (766, 766), (768, 768), (776, 777), (783, 783), (788, 799), (811, 811),
    (822, 824), (827, 827), (834, 834), (836, 837), (841, 842), (846, 846), (851, 853), (861, 861),
    (871, 871), (874, 875), (880, 887), (889, 899), (911, 911), (921, 924), (926, 927), (932, 933),
    (935, 935), (944, 944), (946, 946), (950, 950), (953, 953), (955, 955), (957, 958), (960, 969),
    (974, 974), (976, 977), (981, 982), (987, 988), (990, 999),
];

#[cfg(test)]
mod tests {
    use super::{
        super::{
            country::Country2,
            phone::{by_library, is_valid_abroad, possible_abroad},
        },
        *,
    };

    #[test]
    fn areas_are_those_of_the_library() {
        let mut counts = (0, 0);
        for area in 0..1_000_u64 {
            for step in 0..12 {
                // Every first digit of what follows, the rest as it comes.
                let line = step * 1_000_000 + (area * 7_919 + step * 104_729) % 1_000_000;
                let national = format!("{area:03}{:07}", line % 10_000_000);
                let e164 = format!("+1{national}");
                if let Some(kind) = kind_of(national.as_bytes()) {
                    counts.0 += 1;
                    for country in [Country2::TW, Country2::CN, Country2::US] {
                        let parsed = by_library(&e164, country);
                        let found = (parsed.e164.as_deref(), parsed.kind);
                        assert_eq!(found, (Some(e164.as_str()), kind), "{country}");
                    }
                }
                if is_nobodys(&e164.as_bytes()[1..]) {
                    counts.1 += 1;
                    assert!(!is_valid_abroad(&e164[1..]), "{e164}");
                    assert_eq!(possible_abroad(&e164[1..]), Some(e164));
                }
            }
        }
        // Of the twelve two begin with a zero, two with a one.
        assert_eq!(counts, ((419 + 21) * 8, 331 * 12 + (800 - 331 - 4) * 4 + 2));
    }

    #[test]
    fn what_begins_as_no_number_is_so_for_the_library() {
        for (area, start) in (200..1_000).flat_map(|area| (0..20).map(move |start| (area, start))) {
            let e164 = format!("+1{area}{start:02}{:05}", area * 7_919 % 100_000);
            if is_nobodys(&e164.as_bytes()[1..]) {
                assert!(!is_valid_abroad(&e164[1..]), "{e164}");
                assert_eq!(possible_abroad(&e164[1..]), Some(e164));
            }
        }
    }

    #[test]
    fn other_numbers_are_not_looked_at() {
        for digits in ["", "1", "12", "1201", "120155512345", "2015551234", "12015551"] {
            assert!(!is_nobodys(digits.as_bytes()), "{digits}");
        }
        for national in ["", "201", "2011551234", "20155512345", "8001551234", "24255512"] {
            assert_eq!(kind_of(national.as_bytes()), None, "{national}");
        }
    }
}
