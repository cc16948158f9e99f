//! The rules of `src/lib.rs`, checked.

use std::{fs, path::Path};

/// Lowest first. A layer may use itself and those before it.
const LAYERS: &[&str] = &[
    "i18n", "domain", "error", "store", "model", "query", "engine", "report", "exchange", "jobs",
    "cli", "ui",
];

/// Only this layer may name this crate.
const OWNED: &[(&str, &str)] = &[
    ("fluent_bundle", "i18n"),
    ("ferrous_opencc", "domain"),
    ("pinyin", "domain"),
    ("rlibphonenumber", "domain"),
    ("sled", "store"),
    ("bincode", "store"),
    ("lz4_flex", "store"),
    ("arc_swap", "engine"),
    ("csv", "exchange"),
    ("calamine", "exchange"),
    ("calcard", "exchange"),
    ("encoding_rs", "exchange"),
    ("chardetng", "exchange"),
    ("html5gum", "exchange"),
    ("image", "exchange"),
    ("quick_xml", "exchange"),
    ("rlimit", "exchange"),
    ("rqrr", "exchange"),
    ("rust_xlsxwriter", "exchange"),
    ("zip", "exchange"),
    ("clap", "cli"),
    ("indicatif", "cli"),
    ("eframe", "ui"),
    ("egui", "ui"),
    ("rfd", "ui"),
    ("rustix", "ui"),
];

const MOST_LINES: usize = 400;

#[test]
fn layers_look_down_only() {
    for (number, layer) in LAYERS.iter().enumerate() {
        for (path, text) in layer_sources(layer) {
            let above = LAYERS.iter().skip(number + 1);
            let forbidden = above.chain(["cli"].iter().filter(|_| *layer == "ui"));
            for higher in forbidden {
                assert!(
                    !names(&text, &format!("crate::{higher}")),
                    "{path}: {layer} may not use {higher}"
                );
                assert!(!uses_in_group(&text, higher), "{path}: {layer} may not use {higher}");
            }
        }
    }
}

#[test]
fn a_foreign_crate_has_one_owner() {
    for layer in LAYERS {
        for (path, text) in layer_sources(layer) {
            for (krate, owner) in OWNED.iter().filter(|(_, owner)| owner != layer) {
                assert!(
                    !names(&text, &format!("{krate}::")),
                    "{path}: only {owner} may use {krate}"
                );
            }
        }
    }
}

#[test]
fn files_are_short() {
    for (path, text) in sources(Path::new("src")).into_iter().chain(sources(Path::new("tests/it")))
    {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines");
    }
}

#[test]
fn nothing_is_left_for_later_in_the_code() {
    for (path, text) in sources(Path::new("src")) {
        for mark in ["TODO", "FIXME", "HACK", "todo!", "unimplemented!"] {
            assert!(!text.contains(mark), "{path}: {mark}");
        }
    }
}

#[test]
fn the_top_level_is_as_agreed() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "LICENSE",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "src",
        "assets",
        "tests",
        "packaging",
        "target",
    ];
    for entry in fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('.') || agreed.contains(&name.as_str()),
            "{name} at the top level"
        );
    }
}

/// Whether a path is written anywhere, as words of its own.
fn names(text: &str, path: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(path).any(|(at, found)| {
        let before = text.get(..at).is_some_and(|before| before.ends_with(part_of_a_name));
        let after = text.get(at + found.len()..).unwrap_or_default();
        !before && (path.ends_with(':') || !after.starts_with(part_of_a_name))
    })
}

/// Whether a layer is named inside `use crate::{…}`.
fn uses_in_group(text: &str, layer: &str) -> bool {
    text.split("use crate::{").skip(1).any(|rest| {
        let group = rest.split(";\n").next().unwrap_or_default();
        let mut depth = 0;
        let mut top = String::new();
        for c in group.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 {
                top.push(c);
            }
        }
        top.split([',', '\n'])
            .any(|part| part.trim().split("::").next().is_some_and(|first| first.trim() == layer))
    })
}

fn layer_sources(layer: &str) -> Vec<(String, String)> {
    let file = Path::new("src").join(format!("{layer}.rs"));
    match fs::read_to_string(&file) {
        Ok(text) => vec![(file.display().to_string(), text)],
        Err(_) => sources(&Path::new("src").join(layer)),
    }
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of a layer") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("a source")));
        }
    }
    found
}
