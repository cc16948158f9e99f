//! The cell of a workbook as the text a person sees in it.

use calamine::{DataRef, ExcelDateTime, Style};

/// A number format that is nothing but places for digits and fixed characters between them:
/// `0000-000-000`. It is the only trace of the zero a phone lost when it became a number.
#[derive(Debug, PartialEq, Eq)]
pub struct DigitFormat(Vec<Place>);

#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// `0`, filled with a zero if there is no digit for it.
    Digit,
    /// `#`, left out if there is no digit for it.
    Optional,
    Literal(char),
}

impl DigitFormat {
    /// The digit format of a style, if it has one.
    pub fn of_style(style: &Style) -> Option<Self> {
        Self::parse(&style.number_format.as_ref()?.format_code)
    }

    /// Reads the first section of a number format; none if it is more than places for digits.
    pub fn parse(code: &str) -> Option<Self> {
        let mut places = Vec::new();
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '0' => places.push(Place::Digit),
                '#' | '?' => places.push(Place::Optional),
                '-' | ' ' | '(' | ')' | '+' | '/' => places.push(Place::Literal(c)),
                '\\' => places.push(Place::Literal(chars.next()?)),
                '"' => places.extend(chars.by_ref().take_while(|c| *c != '"').map(Place::Literal)),
                // A blank as wide as the next character.
                '_' => drop(chars.next()),
                _ => return None,
            }
        }
        let zeros = places.iter().filter(|place| **place == Place::Digit).count();
        (zeros > 1).then_some(Self(places))
    }

    /// Writes a number that has only digits: filled from the right, as a spreadsheet does.
    fn write(&self, digits: &str) -> String {
        let mut digits = digits.chars().rev();
        let mut out = Vec::new();
        let places = self.0.iter().filter(|place| !matches!(place, Place::Literal(_))).count();
        let mut filled = 0;
        for place in self.0.iter().rev() {
            match place {
                Place::Literal(c) => out.push(*c),
                Place::Digit => out.push(digits.next().unwrap_or('0')),
                Place::Optional => out.extend(digits.next()),
            }
            filled += usize::from(!matches!(place, Place::Literal(_)));
            if filled == places {
                // The first place takes all that is left.
                out.extend(digits.by_ref());
            }
        }
        out.into_iter().rev().collect()
    }
}

/// What a cell says, and whether it is an error of a formula.
pub fn text(value: &DataRef<'_>, format: Option<&DigitFormat>) -> (String, bool) {
    let text = match value {
        DataRef::Int(number) => of_number(*number as f64, format),
        DataRef::Float(number) => of_number(*number, format),
        DataRef::String(text) => of_text(text),
        DataRef::SharedString(text) => of_text(text),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => of_moment(*moment, format),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) => return (String::new(), true),
        DataRef::Empty => String::new(),
    };
    (text, false)
}

/// Numbers lose nothing: a phone of eleven digits stays eleven digits.
fn of_number(number: f64, format: Option<&DigitFormat>) -> String {
    if number.fract() == 0.0 && number.abs() < 1e18 {
        let digits = format!("{number:.0}");
        return match format {
            Some(format) if number >= 0.0 => format.write(&digits),
            _ => digits,
        };
    }
    if number.abs() >= 1e18 {
        return format!("{number:e}");
    }
    // A spreadsheet holds fifteen digits; what follows them is noise.
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

fn of_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.contains(|c: char| c < ' ' && c != '\n' && c != '\t') {
        return text.replace(|c: char| c < ' ' && c != '\n' && c != '\t', "");
    }
    text
}

/// Days and times as ISO 8601. Whole days have no time, parts of a day have no date.
fn of_moment(moment: ExcelDateTime, format: Option<&DigitFormat>) -> String {
    let number = moment.as_f64();
    if !(0.0..2_958_466.0).contains(&number) {
        return of_number(number, format);
    }
    if moment.is_duration() {
        let minutes = (number * 1440.0).round() as i64;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if number < 1.0 {
        time
    } else if number.fract() == 0.0 {
        date
    } else {
        format!("{date}T{time}")
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[track_caller]
    fn check(code: &str, number: f64, expected: &str) {
        let format = DigitFormat::parse(code);
        assert_eq!(text(&DataRef::Float(number), format.as_ref()).0, expected, "{code}");
    }

    #[test]
    fn numbers_are_written_as_they_are_seen() {
        check("General", 912_345_678.0, "912345678");
        check("0000-000-000", 912_345_678.0, "0912-345-678");
        check("00000000", 4_595_257.0, "04595257");
        check("(00) 0000-0000", 223_456_789.0, "(02) 2345-6789");
        check("\"+\"000-0000", 8_862_345_678.0, "+886234-5678");
        check("000-####", 12.0, "000-12");
        check("0", 5.0, "5");
        check("#,##0", 1_234_567.0, "1234567");
        check("0.00", 0.35, "0.35");
        check("General", 0.1 + 0.2, "0.3");
        check("0000", -12.0, "-12");
        check("General", 13_800_138_000.0, "13800138000");
    }

    #[test]
    fn moments_are_iso() {
        let at = |number, is_1904| {
            let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904);
            text(&DataRef::DateTime(moment), None).0
        };
        assert_eq!(at(46_086.0, false), "2026-03-05");
        assert_eq!(at(46_086.604_166_666_66, false), "2026-03-05T14:30:00");
        assert_eq!(at(44_624.0, true), "2026-03-05");
        assert_eq!(at(0.5, false), "12:00:00");
        assert_eq!(at(1e300, false), "1e300");
        let span = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(text(&DataRef::DateTime(span), None).0, "36:00");
    }
}
