//! Every reader over damaged files: it may refuse them, but not panic, hang, or take more memory than
//! a file is worth.
//!
//! The files of the corpus (`tests/data/fuzz`, and the samples) are changed at random: bytes flipped,
//! parts cut, doubled, swapped with those of other files. A short run is part of every test; with
//! `FAIRLEAD_FUZZ=600` each reader is tried for so many seconds, and the number of executions is
//! printed. A file that breaks a reader is written to the folder of the corpus and stays there.

use std::{
    fs,
    io::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use fairlead::exchange::{self, Options};

use crate::readers::{plain, sample};

/// A source of chance that gives the same files at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Where the files lie that a reader is tried with.
fn corpus(reader: &str, samples: &[&str]) -> Vec<Vec<u8>> {
    let own = folder(reader);
    let own = fs::read_dir(own).into_iter().flatten().map(|entry| entry.unwrap().path());
    let files = own.chain(samples.iter().map(|name| sample(name)));
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    files.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

fn folder(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz").join(reader)
}

fn changed(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = corpus[dice.roll(corpus.len())].clone();
    for _ in 0..=dice.roll(6) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.roll(bytes.len());
        let length = dice.roll(64).min(bytes.len() - at);
        match dice.roll(7) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes[at] = dice.roll(256) as u8,
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let piece = bytes[at..at + length].to_vec();
                bytes.splice(at..at, piece);
            }
            5 => {
                let other = &corpus[dice.roll(corpus.len())];
                let from = dice.roll(other.len());
                let to = (from + length).min(other.len());
                bytes.splice(at..at, other[from.min(to)..to].to_vec());
            }
            _ => {
                let words: [&[u8]; 8] =
                    [b"\"", b"\n", b"=", b"\0", b"<", b";", b"999999999", "\u{feff}王".as_bytes()];
                bytes.splice(at..at, words[dice.roll(words.len())].to_vec());
            }
        }
    }
    bytes
}

/// Reads a file to its end; what is found does not matter.
fn read(path: &Path, options: &Options) -> usize {
    exchange::open(path, options).map_or(0, to_the_end)
}

fn to_the_end(drafts: Vec<fairlead::domain::Draft>) -> usize {
    let lines = |draft: fairlead::domain::Draft| {
        let mut sample = Vec::new();
        let mut count = 0;
        for line in draft.lines.map_while(Result::ok) {
            count += 1;
            if sample.len() < 20 {
                sample.push(line);
            }
        }
        let mapping = exchange::guess(&draft.headers, &sample);
        count + sample.iter().map(|line| mapping.values(line).len()).sum::<usize>()
    };
    drafts.into_iter().map(lines).sum()
}

fn fuzz(reader: &str, samples: &[&str], shortest: u64) {
    let path = tempfile::tempdir().unwrap();
    let file = path.path().join("file");
    let options = plain();
    fuzz_by(reader, samples, shortest, |bytes| {
        fs::write(&file, bytes).unwrap();
        read(&file, &options);
    });
}

/// Tries a reader, given what it makes of some bytes.
fn fuzz_by(reader: &str, samples: &[&str], shortest: u64, take: impl Fn(&[u8])) {
    let seconds = std::env::var("FAIRLEAD_FUZZ").ok().and_then(|text| text.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or(0));
    let corpus = corpus(reader, samples);
    let (mut executions, mut longest) = (0_u64, Duration::ZERO);
    let seed = if seconds.is_some() { u64::from(std::process::id()) } else { 1 };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (seed << 32));
    for whole in &corpus {
        take(whole);
    }
    while executions < shortest || Instant::now() < until {
        let bytes = changed(&corpus, &mut dice);
        let begun = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| take(&bytes))).is_err() {
            let kept = folder(reader).join(format!("broke-{executions}"));
            fs::create_dir_all(folder(reader)).unwrap();
            fs::write(&kept, &bytes).unwrap();
            panic!("{} breaks the reader", kept.display());
        }
        longest = longest.max(begun.elapsed());
        executions += 1;
    }
    if seconds.is_some() {
        let longest = longest.as_millis();
        let said = format!("{reader}: {executions} executions, the longest {longest} ms\n");
        std::io::stderr().write_all(said.as_bytes()).unwrap();
    }
}

#[test]
fn damaged_text() {
    let samples = [
        "dirty/ragged.csv",
        "dirty/sep_line_excel.csv",
        "dirty/gbk_short.csv",
        "dirty/multi_value_cells.csv",
        "dirty/utf16be_bom.csv",
        "headers/google_contacts_new.utf8.csv",
        "headers/outlook_zh_TW.cp950.csv",
    ];
    fuzz("csv", &samples, 200);
}

#[test]
fn damaged_workbooks() {
    let samples = [
        "dirty/phones_as_numbers.xlsx",
        "dirty/title_rows_merged_cells.xlsx",
        "attack/two_corner_cells.xlsx",
        "workbooks/any_sheets.xlsx",
    ];
    fuzz("xlsx", &samples, 60);
}

#[test]
fn damaged_old_workbooks() {
    fuzz("xls", &["dirty/biff8_merged.xls", "workbooks/date.xls", "workbooks/merge_cells.xls"], 10);
}

#[test]
fn damaged_binary_workbooks() {
    fuzz("xlsb", &["aside/cards.xlsb"], 10);
}

#[test]
fn damaged_open_workbooks() {
    fuzz("ods", &["workbooks/merged_cells.ods", "workbooks/pass_protected.ods"], 10);
}

#[test]
fn damaged_pages() {
    fuzz("html", &["dirty/html_table.xls"], 200);
}

#[test]
fn damaged_workbooks_of_one_xml_file() {
    fuzz("spreadsheetml", &[], 200);
}

#[test]
fn damaged_cards() {
    let samples = [
        "vcards/John_Doe_ANDROID.vcf",
        "vcards/outlook-2003.vcf",
        "vcards/rfc2426-example.vcf",
        "headers/outlook_zh_TW_vcard21_qp_big5.vcf",
        "headers/camcard_intsig_redacted.vcf",
    ];
    fuzz("vcf", &samples, 100);
}

#[test]
fn damaged_cards_of_one_line() {
    fuzz("mecard", &["headers/mecard_payloads.txt"], 200);
}

#[test]
fn damaged_pictures() {
    fuzz("qr", &["qr/qr0_utf8.png", "qr/qr0_big5.png", "aside/qr.jpg"], 20);
}

#[test]
fn damaged_archives() {
    fuzz("zip", &[], 60);
}

/// What lies on the clipboard: a table, cards, a page. It is text, whatever program put it there.
#[test]
fn damaged_clipboards() {
    let samples = [
        "dirty/excel_text_escape.csv",
        "dirty/html_table.xls",
        "headers/android_zh_vcard21_qp_utf8.vcf",
        "headers/mecard_payloads.txt",
    ];
    let options = plain();
    fuzz_by("copied", &samples, 100, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let _read = exchange::open_text(&text, &options).map_or(0, to_the_end);
    });
}
