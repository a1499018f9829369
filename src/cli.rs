//! The door: subcommands and flags; nobody else reads arguments or the environment.

pub mod tag;

use std::io::{self, BufReader, BufWriter, Write};

/// Reads the arguments and runs what they ask for; the exit code.
pub fn run(arguments: impl Iterator<Item = String>) -> io::Result<u8> {
    let mut options = tag::Options::default();
    let mut path = String::from("-");
    let mut arguments = arguments.skip(1).filter(|it| it != "tag");
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--published" => options.published = arguments.next().and_then(|it| crate::temporal::batch::published_day(&it)),
            "--plain" => options.plain = true,
            "--format" => {
                if arguments.next().as_deref() == Some("timeml") {
                    options.format = tag::Format::TimeMl;
                }
            }
            "--genre" => {
                options.genre = match arguments.next().as_deref() {
                    Some("news") => crate::temporal::Genre::News,
                    Some("narrative") => crate::temporal::Genre::Narrative,
                    _ => crate::temporal::Genre::Auto,
                }
            }
            "--jobs" => options.threads = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(0),
            _ => path = argument,
        }
    }
    options.name = path.clone();
    let output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut output = output;
    let outcome = if path == "-" {
        tag::run(io::stdin().lock(), &mut output, &options)?
    } else {
        tag::run(BufReader::with_capacity(1 << 16, std::fs::File::open(&path)?), &mut output, &options)?
    };
    output.flush()?;
    for problem in &outcome.problems {
        eprintln!("{problem}");
    }
    Ok(if outcome.problems.is_empty() { 0 } else { 3 })
}
