//! The disk: which articles are there, and what is in them. The only home of `std::fs`.

pub mod folder;
pub mod formats;

use std::path::{Path, PathBuf};

use crate::text::Raw;
use crate::timeline::Problem;

pub use folder::{files, shown};
pub use formats::read_one;

/// How far the reading of a folder is.
#[derive(Debug)]
pub struct Progress<'a> {
    /// How many files are read, this one included.
    pub done: usize,
    /// How many there are.
    pub total: usize,
    /// The file just read.
    pub path: &'a Path,
}

/// Reads one file; a file that cannot be read gives no article but a problem.
pub fn read_file(path: &Path) -> (Vec<Raw>, Vec<Problem>) {
    let name = shown(path);
    match std::fs::read(path) {
        Ok(bytes) => read_one(&name, &bytes),
        Err(error) => (Vec::new(), vec![folder::unreadable(path, &error)]),
    }
}

/// Reads all articles of files and folders, in the order of their paths whatever the order of the arguments, and calls
/// back after each file; gives what could not be read.
pub fn read(paths: &[PathBuf], on_file: &mut dyn FnMut(Progress<'_>, Vec<Raw>)) -> Vec<Problem> {
    let (files, mut problems) = files(paths);
    let total = files.len();
    for (i, path) in files.iter().enumerate() {
        let (raws, more) = read_file(path);
        problems.extend(more);
        on_file(Progress { done: i + 1, total, path }, raws);
    }
    problems.sort();
    problems
}
