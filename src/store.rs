//! The disk: which articles are there, and what is in them. The only home of `std::fs`.

pub mod folder;
pub mod formats;
pub mod journal;
pub mod sample;

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
    let root = folder::root(paths);
    for (i, path) in files.iter().enumerate() {
        let (mut raws, more) = read_file(path);
        problems.extend(more);
        raws.iter_mut().for_each(|it| name_within(root.as_deref(), it));
        on_file(Progress { done: i + 1, total, path }, raws);
    }
    problems.sort();
    problems
}

/// Names an article by its place within the folder that is read, so that it has one name from wherever the folder is read:
/// corrections and the ids of events hold on to it.
fn name_within(root: Option<&str>, raw: &mut Raw) {
    let source = &mut raw.source;
    let within = root.and_then(|it| source.path.strip_prefix(it.trim_end_matches('/'))).and_then(|it| it.strip_prefix('/'));
    if let (Some(within), Some(rest)) = (within, source.id.strip_prefix(&source.path)) {
        source.id = format!("{within}{rest}");
    }
}

/// Writes a new file whole; one that is there is overwritten only where `force` says so. The bytes are on disk when this
/// returns: they go to a neighbouring file first, which then takes the name.
pub fn write_new(path: &Path, bytes: &[u8], force: bool) -> std::io::Result<()> {
    use std::io::{Error, ErrorKind, Write};
    if !force && path.exists() {
        return Err(Error::new(ErrorKind::AlreadyExists, "the file is there already; --force overwrites it"));
    }
    let mut name = path.file_name().ok_or_else(|| Error::new(ErrorKind::InvalidInput, "no file name"))?.to_os_string();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut file = std::fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, path)
}

/// Opens a file to be read as a stream.
pub fn open(path: &Path) -> std::io::Result<impl std::io::BufRead> {
    Ok(std::io::BufReader::with_capacity(1 << 16, std::fs::File::open(path)?))
}
