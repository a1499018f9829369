//! The reader's corrections on disk: a file that only grows, a JSON line an entry, on disk before the screen says so.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::folder::shown;
use crate::calendar::notation;
use crate::timeline::Problem;
use crate::timeline::correction::Correction;

/// One line of the file.
#[derive(Serialize, Deserialize)]
struct Entry {
    /// When it was typed, ISO 8601.
    time: String,
    /// What was done; `written` is the only deed so far.
    command: String,
    /// The article it was done to.
    article: String,
    /// What stands now, in the notation; null for the program's own judgement.
    after: Option<String>,
}

/// The name of a folder's journal within the folder of all journals: the same for the same paths, wherever it is called.
pub fn place(state: &Path, paths: &[PathBuf]) -> PathBuf {
    let mut whole: Vec<PathBuf> = paths.iter().map(|it| fs::canonicalize(it).unwrap_or_else(|_| it.clone())).collect();
    whole.sort();
    let mut hash = Sha256::new();
    for path in &whole {
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update([0]);
    }
    let name: String = hash.finalize().iter().take(8).map(|it| format!("{it:02x}")).collect();
    state.join("dateline").join(name).join("journal.jsonl")
}

/// Reads a journal; no file is an empty one. A line that cannot be read is a problem, and the rest counts.
pub fn read(path: &Path) -> (Vec<Correction>, Vec<Problem>) {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Vec::new(), Vec::new()),
        Err(error) => {
            let what = format!("the journal of corrections could not be read ({error}); the chronology is shown without them");
            return (Vec::new(), vec![Problem { path: shown(path), line: None, what }]);
        }
    };
    let mut corrections = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in (1u32..).zip(text.lines()).filter(|it| !it.1.trim().is_empty()) {
        match correction(line) {
            Some(correction) => corrections.push(correction),
            None => problems.push(Problem {
                path: shown(path),
                line: Some(number),
                what: "this correction could not be understood and is passed over; the others count".to_owned(),
            }),
        }
    }
    (corrections, problems)
}

fn correction(line: &str) -> Option<Correction> {
    let entry: Entry = serde_json::from_str(line).ok()?;
    let when = match &entry.after {
        Some(written) => Some(notation::parse(written)?),
        None => None,
    };
    (entry.command == "written").then_some(Correction::Written { article: entry.article, when })
}

/// Appends a correction; it is on disk when this returns. `time` is the moment it was typed, ISO 8601.
pub fn append(path: &Path, correction: &Correction, time: &str) -> io::Result<()> {
    let Correction::Written { article, when } = correction;
    let after = when.as_ref().map(notation::write);
    let entry = Entry { time: time.to_owned(), command: "written".to_owned(), article: article.clone(), after };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
    let mut line = serde_json::to_vec(&entry)?;
    line.push(b'\n');
    // A line that was cut off when the machine stopped must not swallow this one.
    if ends_within_a_line(&mut file)? {
        line.insert(0, b'\n');
    }
    file.write_all(&line)?;
    file.sync_all()
}

fn ends_within_a_line(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}
