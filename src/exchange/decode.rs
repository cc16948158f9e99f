//! Bytes become text, chunk by chunk, before anything is split: the second byte of 許 is a
//! backslash and that of 育 a bar.

use std::{
    collections::VecDeque,
    io::{self, Read},
};

use encoding_rs::{CoderResult, Decoder, UTF_8};

use super::{
    encoding::{Spelling, is_nearly_utf8},
    source::Stream,
};

/// A source of bytes read as UTF-8.
///
/// Line ends become `\n`, whatever they were; a mark at the start and control characters other
/// than tab and line end are dropped.
pub struct Text<R> {
    source: R,
    spelling: Spelling,
    decoder: Decoder,
    raw: Vec<u8>,
    decoded: Vec<u8>,
    /// Carriage returns whose line feed has not come yet.
    returns: usize,
    is_at_end: bool,
    taken: u64,
    by_line: ByLine,
}

/// What decoding line by line has to remember.
#[derive(Default)]
struct ByLine {
    /// The start of a line whose end is not read yet.
    pending: Vec<u8>,
    /// The number of the next line, less one.
    line: u32,
    /// The lines that were not UTF-8.
    foreign: VecDeque<u32>,
}

/// A line longer than this is decoded in pieces.
const LONGEST_LINE: usize = 16 << 20;

impl<R: Read> Text<R> {
    /// Reads `source` in the given spelling.
    pub fn new(source: R, spelling: Spelling) -> Self {
        Self {
            source,
            spelling,
            decoder: spelling.encoding.new_decoder_with_bom_removal(),
            raw: vec![0; 64 << 10],
            decoded: vec![0; 256 << 10],
            returns: 0,
            is_at_end: false,
            taken: 0,
            by_line: ByLine::default(),
        }
    }

    /// Appends some more text to `out`; false at the end of the file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read further. Bytes that mean nothing become U+FFFD.
    pub fn read_more(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let before = out.len();
        while out.len() == before && !self.is_at_end {
            let mut raw = std::mem::take(&mut self.raw);
            let count = self.source.read(&mut raw);
            if let Ok(count) = count {
                self.is_at_end = count == 0;
                self.taken += count as u64;
                let bytes = raw.get(..count).unwrap_or_default();
                if self.spelling.by_line { self.lines(bytes, out) } else { self.chunk(bytes, out) }
            }
            self.raw = raw;
            match count {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
        }
        Ok(out.len() > before)
    }

    /// How many bytes of the file have been read.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Whether one of the lines `from..=to` was not in the encoding of the others. Asked in the
    /// order of the file.
    pub fn is_foreign(&mut self, from: u32, to: u32) -> bool {
        while self.by_line.foreign.front().is_some_and(|line| *line < from) {
            self.by_line.foreign.pop_front();
        }
        self.by_line.foreign.front().is_some_and(|line| *line <= to)
    }

    fn chunk(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) {
        let mut decoded = std::mem::take(&mut self.decoded);
        loop {
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(bytes, &mut decoded, self.is_at_end);
            self.clean(decoded.get(..written).unwrap_or_default(), out);
            bytes = bytes.get(read..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                break;
            }
        }
        self.decoded = decoded;
        if self.is_at_end {
            self.end_line(out);
        }
    }

    fn lines(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let mut rest = bytes;
        while let Some(at) = memchr::memchr(b'\n', rest) {
            let (line, tail) = rest.split_at(at + 1);
            self.by_line.pending.extend_from_slice(line);
            self.one_line(out);
            rest = tail;
        }
        self.by_line.pending.extend_from_slice(rest);
        if self.is_at_end || self.by_line.pending.len() > LONGEST_LINE {
            self.one_line(out);
            self.end_line(out);
        }
    }

    fn one_line(&mut self, out: &mut Vec<u8>) {
        let line = std::mem::take(&mut self.by_line.pending);
        self.by_line.line += 1;
        let is_first = self.by_line.line == 1;
        let marked = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| is_first);
        let line = marked.unwrap_or(&line);
        if std::str::from_utf8(line).is_ok() {
            self.clean(line, out);
        } else {
            self.by_line.foreign.push_back(self.by_line.line);
            let encoding = if is_nearly_utf8(line) { UTF_8 } else { self.spelling.encoding };
            let text = encoding.decode_without_bom_handling(line).0;
            self.clean(text.as_bytes(), out);
        }
    }

    /// Drops what no cell may hold and settles the line ends.
    fn clean(&mut self, text: &[u8], out: &mut Vec<u8>) {
        let is_dropped = |b: &u8| *b < b' ' && *b != b'\n' && *b != b'\t';
        let mut rest = text;
        while !rest.is_empty() {
            let at = rest.iter().position(is_dropped).unwrap_or(rest.len());
            let (keep, tail) = rest.split_at(at);
            if let Some(first) = keep.first() {
                if *first != b'\n' {
                    self.end_line(out);
                }
                // The carriage returns before a line feed are part of it.
                self.returns = 0;
                out.extend_from_slice(keep);
            }
            self.returns += usize::from(tail.first() == Some(&b'\r'));
            rest = tail.get(1..).unwrap_or_default();
        }
    }

    fn end_line(&mut self, out: &mut Vec<u8>) {
        out.extend(std::iter::repeat_n(b'\n', self.returns));
        self.returns = 0;
    }
}

/// A text as a source of bytes.
pub struct Decoded {
    text: Text<Stream>,
    buffer: Vec<u8>,
    at: usize,
}

impl Decoded {
    /// Reads `file` in the given spelling.
    pub fn new(file: Stream, spelling: Spelling) -> Self {
        Self { text: Text::new(file, spelling), buffer: Vec::new(), at: 0 }
    }
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.buffer.len() {
            self.buffer.clear();
            self.at = 0;
            self.text.read_more(&mut self.buffer)?;
        }
        let count = self.buffer.get(self.at..).unwrap_or_default().read(out)?;
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, UTF_8, UTF_16LE};

    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], spelling: Spelling, expected: &str) {
        for step in [1, 3, 1000] {
            let mut text = Text::new(Steps { bytes, step }, spelling);
            let mut out = Vec::new();
            while text.read_more(&mut out).unwrap() {}
            assert_eq!(String::from_utf8(out).unwrap(), expected, "in steps of {step}");
        }
    }

    struct Steps<'a> {
        bytes: &'a [u8],
        step: usize,
    }

    impl Read for Steps<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let step = self.step.min(buffer.len());
            (&mut self.bytes).take(step as u64).read(buffer)
        }
    }

    #[test]
    fn line_ends_become_one_kind() {
        check(b"a\r\nb\rc\n\r\rd\r\r\ne\r", Spelling::whole(UTF_8), "a\nb\nc\n\n\nd\ne\n");
    }

    #[test]
    fn control_characters_are_dropped() {
        check(b"\xEF\xBB\xBFa\0b\tc\x1Bd", Spelling::whole(UTF_8), "ab\tcd");
    }

    #[test]
    fn letters_may_be_cut_by_a_chunk() {
        check(&BIG5.encode("許功蓋|育").0, Spelling::whole(BIG5), "許功蓋|育");
        let wide: Vec<u8> = "\u{FEFF}王\r\n𠮷".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, Spelling::whole(UTF_16LE), "王\n𠮷");
    }

    #[test]
    fn foreign_lines_are_decoded_by_themselves() {
        let mut bytes = "王小明\r\n".as_bytes().to_vec();
        bytes.extend_from_slice(&BIG5.encode("許功蓋").0);
        check(&bytes, Spelling { encoding: BIG5, by_line: true }, "王小明\n許功蓋");
    }

    #[test]
    fn bytes_that_mean_nothing_do_not_stop_it() {
        check(b"a\xFFb", Spelling::whole(UTF_8), "a\u{FFFD}b");
    }
}
