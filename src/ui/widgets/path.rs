//! Paths of SVG as lines of points: as much of the language as icons use.

use std::f32::consts::{PI, TAU};

use eframe::egui::{Pos2, Vec2, pos2, vec2};

/// Points of a curve or of a quarter of an arc.
const STEPS: usize = 8;

/// The lines of a path. What cannot be read ends it.
pub(super) fn lines(path: &str) -> Vec<Vec<Pos2>> {
    let mut pen = Pen::default();
    let mut reader = Reader { rest: path };
    while let Some(command) = reader.command() {
        // A command's numbers may be repeated; after a move they draw lines.
        let mut command = command;
        while pen.draw(command, &mut reader).is_some() && reader.has_number() {
            command = match command {
                'm' => 'l',
                'M' => 'L',
                other => other,
            };
        }
    }
    pen.lines.retain(|line| line.len() > 1);
    pen.lines
}

#[derive(Default)]
struct Pen {
    lines: Vec<Vec<Pos2>>,
    at: Pos2,
    start: Pos2,
    /// The control point of the last quadratic curve, which a smooth one mirrors.
    control: Option<Pos2>,
}

impl Pen {
    fn draw(&mut self, command: char, reader: &mut Reader<'_>) -> Option<()> {
        let from = if command.is_ascii_lowercase() { self.at.to_vec2() } else { Vec2::ZERO };
        let mut control = None;
        match command.to_ascii_lowercase() {
            'm' => {
                self.at = reader.point()? + from;
                self.start = self.at;
                self.lines.push(vec![self.at]);
            }
            'l' => self.line_to(reader.point()? + from),
            'h' => self.line_to(pos2(reader.number()? + from.x, self.at.y)),
            'v' => self.line_to(pos2(self.at.x, reader.number()? + from.y)),
            'z' => {
                self.line_to(self.start);
                return None;
            }
            'c' => {
                let [a, b, to] = [reader.point()?, reader.point()?, reader.point()?];
                self.curve([self.at, a + from, b + from, to + from]);
            }
            'q' => {
                let (bend, to) = (reader.point()? + from, reader.point()? + from);
                control = Some(bend);
                self.quadratic(bend, to);
            }
            't' => {
                let bend = self.control.map_or(self.at, |last| self.at + (self.at - last));
                control = Some(bend);
                let to = reader.point()? + from;
                self.quadratic(bend, to);
            }
            'a' => {
                let radii = reader.point()?;
                // Icons have circles only, which look the same however they are turned.
                let _turn = reader.number()?;
                let (is_large, is_clockwise) = (reader.flag()?, reader.flag()?);
                let to = reader.point()? + from;
                self.arc(radii.x, (is_large, is_clockwise), to);
            }
            _ => return None,
        }
        self.control = control;
        Some(())
    }

    fn line_to(&mut self, to: Pos2) {
        if let Some(line) = self.lines.last_mut() {
            line.push(to);
        }
        self.at = to;
    }

    fn quadratic(&mut self, bend: Pos2, to: Pos2) {
        let toward = |end: Pos2| end + (bend - end) * (2.0 / 3.0);
        self.curve([self.at, toward(self.at), toward(to), to]);
    }

    fn curve(&mut self, [from, a, b, to]: [Pos2; 4]) {
        for step in 1..=STEPS {
            let t = step as f32 / STEPS as f32;
            let back = 1.0 - t;
            let sum = from.to_vec2() * back.powi(3)
                + a.to_vec2() * (3.0 * back * back * t)
                + b.to_vec2() * (3.0 * back * t * t)
                + to.to_vec2() * t.powi(3);
            self.line_to(sum.to_pos2());
        }
    }

    fn arc(&mut self, radius: f32, (is_large, is_clockwise): (bool, bool), to: Pos2) {
        let from = self.at;
        let half = (to - from) / 2.0;
        let radius = radius.max(half.length());
        let height = (radius * radius - half.length_sq()).max(0.0).sqrt();
        let side = if is_large == is_clockwise { -1.0 } else { 1.0 };
        let center = from + half + vec2(-half.y, half.x).normalized() * height * side;
        let begin = (from - center).angle();
        let mut sweep = (to - center).angle() - begin;
        if is_clockwise && sweep < 0.0 {
            sweep += TAU;
        } else if !is_clockwise && sweep > 0.0 {
            sweep -= TAU;
        }
        let steps = ((sweep.abs() / (PI / 2.0)).ceil() as usize * STEPS).max(1);
        for step in 1..steps {
            let angle = begin + sweep * step as f32 / steps as f32;
            self.line_to(center + Vec2::angled(angle) * radius);
        }
        self.line_to(to);
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn command(&mut self) -> Option<char> {
        self.skip();
        let command = self.rest.chars().next().filter(char::is_ascii_alphabetic)?;
        self.rest = self.rest.get(1..)?;
        Some(command)
    }

    fn has_number(&mut self) -> bool {
        self.skip();
        self.rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'))
    }

    fn number(&mut self) -> Option<f32> {
        self.skip();
        let mut has_point = false;
        let end = self.rest.char_indices().find(|(at, c)| match c {
            '-' => *at > 0,
            '.' => std::mem::replace(&mut has_point, true),
            other => !other.is_ascii_digit(),
        });
        let end = end.map_or(self.rest.len(), |(at, _)| at);
        let (number, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        number.parse().ok()
    }

    /// A flag is one digit, and nothing need separate it from what follows.
    fn flag(&mut self) -> Option<bool> {
        self.skip();
        let flag = self.rest.chars().next()?;
        self.rest = self.rest.get(1..)?;
        Some(flag == '1')
    }

    fn point(&mut self) -> Option<Pos2> {
        Some(pos2(self.number()?, self.number()?))
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', ',', '\n']);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_end_where_they_should() {
        for (path, end) in [
            ("M12 15V3", pos2(12.0, 3.0)),
            ("m7 10 5 5 5-5", pos2(17.0, 10.0)),
            ("M7 21v-2a2 2 0 012-2h6", pos2(15.0, 17.0)),
            ("M2 12q2.5 2 5 0t5 0", pos2(12.0, 12.0)),
            ("M0 0c.5.5 1-1 2 0z", pos2(0.0, 0.0)),
        ] {
            let lines = lines(path);
            let last = *lines.last().unwrap().last().unwrap();
            assert!((last - end).length() < 1e-3, "{path}: {last:?}");
        }
    }

    #[test]
    fn an_arc_bends_to_its_side() {
        // Half a circle from the left to the right, over the top and under the bottom.
        for (path, middle) in [("M0 5A5 5 0 0 1 10 5", 0.0), ("M0 5A5 5 0 0 0 10 5", 10.0)] {
            let lines = lines(path);
            let far = lines.first().unwrap().iter().map(|point| point.y);
            let far =
                far.fold(5.0_f32, |a, b| if (b - 5.0).abs() > (a - 5.0).abs() { b } else { a });
            assert!((far - middle).abs() < 0.1, "{path}: {far}");
        }
        // A quarter of a circle about the origin.
        for point in lines("M10 0A10 10 0 0 1 0 10").first().unwrap() {
            assert!((point.to_vec2().length() - 10.0).abs() < 0.01, "{point:?}");
        }
    }
}
