//! Where a command writes: standard output, or a file that is not overwritten unasked.

use std::io::{self, BufWriter, Write};

use anyhow::Context;

use super::args::Output;
use crate::store;
use crate::timeline::Timeline;

/// Writes to the place that was asked for.
pub fn write(output: &Output, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    match output.path.as_deref().filter(|it| it.as_os_str() != "-") {
        None => content(&mut BufWriter::new(io::stdout().lock()))?,
        Some(path) => {
            let mut bytes = Vec::new();
            content(&mut bytes)?;
            store::write_new(path, &bytes, output.force).with_context(|| format!("could not write {}", path.display()))?;
        }
    }
    Ok(())
}

/// Says on stderr what could not be read.
pub fn say_problems(timeline: &Timeline) {
    for problem in &timeline.problems {
        match problem.line {
            Some(line) => eprintln!("dateline: {}:{line}: {}", problem.path, problem.what),
            None => eprintln!("dateline: {}: {}", problem.path, problem.what),
        }
    }
}
