//! Which files are articles: named ones, and those in folders, without hidden and ignored ones, in one order.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::timeline::Problem;

/// What lies beside saved pages and is no article; unless it is named, nothing is said of it.
const ASSETS: [&str; 14] =
    ["css", "js", "mjs", "map", "svg", "ico", "woff", "woff2", "ttf", "otf", "lock", "toml", "yaml", "yml"];

/// What tells of a folder and is no article of it, by the stem of the name.
const ABOUT: [&str; 9] = ["readme", "license", "licence", "copying", "sources", "changelog", "contributing", "notice", "authors"];

/// A path as it is shown and written: as the reader gave it, with `/`.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// The files to read, each once, sorted by path; and what was named but is not there.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(it) if it.is_dir() => walk(path, &mut found, &mut problems),
            Ok(_) => {
                found.insert(shown(path), path.clone());
            }
            Err(error) => problems.push(unreadable(path, &error)),
        }
    }
    // One file reached by two ways is read once, under the name that comes first.
    let mut seen = std::collections::HashSet::new();
    let files = found.into_values().filter(|it| seen.insert(std::fs::canonicalize(it).unwrap_or_else(|_| it.clone())));
    let files = files.collect();
    problems.sort();
    problems.dedup();
    (files, problems)
}

/// The folder within which articles are named: the only one that was given, or that of the only file.
pub(super) fn root(paths: &[PathBuf]) -> Option<String> {
    let mut folders: Vec<&PathBuf> = paths.iter().filter(|it| it.is_dir()).collect();
    folders.sort();
    folders.dedup();
    match (folders.as_slice(), paths) {
        ([only], _) => Some(shown(only)),
        ([], [only]) => only.parent().map(shown),
        _ => None,
    }
}

fn walk(folder: &Path, found: &mut BTreeMap<String, PathBuf>, problems: &mut Vec<Problem>) {
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(it) if it.file_type().is_some_and(|it| it.is_file()) => {
                let path = it.into_path();
                if is_article(&path) {
                    found.insert(shown(&path), path);
                }
            }
            Ok(_) => {}
            Err(error) => problems.push(Problem {
                path: shown(folder),
                line: None,
                what: format!("not all of the folder can be read: {}; check its permissions", lower(&error.to_string())),
            }),
        }
    }
}

fn is_article(path: &Path) -> bool {
    let low = |it: Option<&std::ffi::OsStr>| it.map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    let (stem, extension) = (low(path.file_stem()), low(path.extension()));
    !ASSETS.contains(&extension.as_str()) && !ABOUT.contains(&stem.as_str())
}

/// A file that cannot be opened, as a problem.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder; check the spelling".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted; change its permissions".to_owned(),
        _ => format!("it cannot be read: {}", lower(&error.to_string())),
    };
    Problem { path: shown(path), line: None, what }
}

fn lower(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or(String::new(), |it| it.to_lowercase().chain(chars).collect())
}
