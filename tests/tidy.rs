//! The house rules: floors, homes of foreign crates, file sizes, file heads, what stands in the sample.

use std::fs;
use std::path::{Path, PathBuf};

/// Each floor and what it may import, from the ground up (docs/ARCHITECTURE.md).
const FLOORS: &[(&str, &[&str])] = &[
    ("calendar", &[]),
    ("text", &[]),
    ("temporal", &["text", "calendar"]),
    ("events", &["temporal", "text", "calendar"]),
    ("dating", &["events", "temporal", "text", "calendar"]),
    ("timeline", &["dating", "events", "temporal", "text", "calendar"]),
    ("pipeline", &["timeline", "dating", "events", "temporal", "text", "calendar"]),
    ("export", &["timeline", "dating", "events", "temporal", "text", "calendar"]),
    ("store", &["pipeline", "timeline", "events", "temporal", "text", "calendar"]),
    ("app", &["timeline", "dating", "events", "temporal", "text", "calendar"]),
    ("ui", &["app", "timeline", "dating", "events", "temporal", "text", "calendar"]),
    ("shell", &["ui", "app", "store", "export", "pipeline", "timeline", "dating", "events", "temporal", "text", "calendar"]),
    (
        "cli",
        &["shell", "ui", "app", "store", "export", "pipeline", "timeline", "dating", "events", "temporal", "text", "calendar"],
    ),
];

/// What has one home, and where that is.
const HOMES: &[(&str, &[&str])] = &[
    ("chrono::", &["src/calendar"]),
    ("ratatui::", &["src/ui", "src/shell"]),
    ("crossterm", &["src/shell"]),
    ("fuzzy_matcher", &["src/timeline/search"]),
    ("std::fs", &["src/store"]),
    ("rayon", &["src/cli", "src/shell", "src/pipeline", "src/dating", "src/events/link", "src/events/copies"]),
    ("std::thread", &["src/shell"]),
    ("std::env::var", &["src/cli", "src/shell"]),
    ("SystemTime::now", &["src/shell"]),
    ("Instant::now", &["src/shell"]),
    ("clap", &["src/cli"]),
    ("etcetera", &["src/cli"]),
];

const WALL: usize = 400;

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    let texts = found.iter().filter(|it| it.to_string_lossy().ends_with(ending)).map(|it| {
        let name = it.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(it).unwrap())
    });
    texts.collect()
}

/// Lines of code: without comments, and without the tests at the end of a file.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before_tests = text.split("#[cfg(test)]\nmod ").next().unwrap();
    before_tests.lines().enumerate().map(|(n, line)| (n + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn check(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn a_floor_looks_down_never_up() {
    let mut broken = Vec::new();
    for (name, text) in files("src", ".rs") {
        let Some((floor, may)) =
            FLOORS.iter().find(|(floor, _)| name == format!("src/{floor}.rs") || name.starts_with(&format!("src/{floor}/")))
        else {
            continue;
        };
        for (n, line) in code(&text) {
            for piece in line.split("crate::").skip(1) {
                let other = piece.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap();
                if FLOORS.iter().any(|it| it.0 == other) && other != *floor && !may.contains(&other) {
                    broken.push(format!("{name}:{n}: {floor} may not import {other}"));
                }
            }
        }
    }
    check(broken);
}

#[test]
fn every_floor_is_in_the_plan() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let mods: Vec<&str> = lib.lines().filter_map(|it| it.strip_prefix("pub mod ")).map(|it| it.trim_end_matches(';')).collect();
    let floors: Vec<&str> = FLOORS.iter().map(|it| it.0).collect();
    assert_eq!(mods, floors, "src/lib.rs lists the floors in reading order");
}

#[test]
fn foreign_crates_stay_at_home() {
    let mut broken = Vec::new();
    for (name, text) in files("src", ".rs") {
        for (n, line) in code(&text) {
            for (what, homes) in HOMES {
                let at_home = homes.iter().any(|it| name == format!("{it}.rs") || name.starts_with(&format!("{it}/")));
                let meant = line.find(what).is_some_and(|at| !line[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_'));
                if meant && !at_home {
                    broken.push(format!("{name}:{n}: {what} lives in {homes:?}"));
                }
            }
        }
    }
    check(broken);
}

#[test]
fn no_file_grows_past_reading() {
    let sources = files("src", ".rs").into_iter().chain(files("tests", ".rs"));
    check(
        sources.filter(|it| it.1.lines().count() > WALL).map(|it| format!("{}: {} lines", it.0, it.1.lines().count())).collect(),
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let sources = files("src", ".rs").into_iter().chain(files("tests", ".rs")).chain(files("benches", ".rs"));
    check(sources.filter(|it| !it.1.starts_with("//! ")).map(|it| format!("{}: does not open with //!", it.0)).collect());
}

#[test]
fn no_module_is_called_mod() {
    check(files("src", "/mod.rs").into_iter().map(|it| it.0).collect());
}

#[test]
fn the_sample_in_the_program_is_the_sample_in_the_folder() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    let mut there: Vec<String> =
        fs::read_dir(root).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    there.retain(|it| it != "SOURCES.md" && !it.starts_with('.'));
    there.sort();
    let built_in: Vec<&str> = dateline::store::sample::FILES.iter().map(|it| it.0).collect();
    assert_eq!(built_in, there);
}
