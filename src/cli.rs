//! The door: subcommands and flags; nobody else reads arguments or the environment.

pub mod args;
pub mod browse;
pub mod digest;
pub mod output;
pub mod read;
pub mod show;
pub mod tag;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anyhow::Context;
use clap::{CommandFactory, Parser};

use crate::export::{Format, Selection};
use crate::store;
use crate::timeline::Timeline;
use crate::timeline::digest::Ask;
use crate::timeline::query::Query;
use crate::timeline::search::Index;
use args::{Args, Chosen, Command, Shape};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Done; nothing matched.
    Nothing = 1,
    /// Called wrongly.
    Usage = 2,
    /// Done, but some files could not be read.
    SomeUnread = 3,
    /// Failed.
    Failed = 4,
    /// Interrupted.
    Interrupted = 130,
}

/// Reads the arguments, does what they ask, and says how it ended. Errors are said on stderr.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Exit {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(message) => {
            let _ = message.print();
            return if message.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    match dispatch(args) {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Done,
        Err(error) => {
            eprintln!("dateline: {error:#}");
            Exit::Failed
        }
    }
}

/// Whoever read our output had enough: no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|it| match it.downcast_ref::<io::Error>() {
        Some(it) => it.kind() == io::ErrorKind::BrokenPipe,
        None => it.downcast_ref::<serde_json::Error>().is_some_and(|it| it.io_error_kind() == Some(io::ErrorKind::BrokenPipe)),
    })
}

fn dispatch(args: Args) -> anyhow::Result<Exit> {
    match args.command {
        None => {
            let plain = !io::stdout().is_terminal();
            if plain {
                let chosen = Chosen { reading: args.browse.reading, query: args.browse.query, ..Chosen::default() };
                return list(&chosen, &Shape::default(), read::articles(&chosen.reading));
            }
            browse::run(&args.browse, false)
        }
        Some(Command::Demo(options)) if io::stdout().is_terminal() => browse::run(&options, true),
        Some(Command::Demo(options)) => {
            let chosen = Chosen { query: options.query.clone(), ..Chosen::default() };
            list(&chosen, &Shape::default(), read::sample())
        }
        Some(Command::List { chosen, shape }) => list(&chosen, &shape, read::articles(&chosen.reading)),
        Some(Command::Digest { reading, since, until, days, sentences, json }) => {
            let (since, until) = (since.map(|it| it.first_day()), until.map(|it| it.last_day()));
            digest::run(&read::articles(&reading), &Ask { since, until, days, sentences }, json)
        }
        Some(Command::Show { paths_and_ids, known, json }) => show::run(&paths_and_ids, known, json),
        Some(Command::Scan(reading)) => scan(&read::articles(&reading)),
        Some(Command::Export { chosen, format, output }) => {
            let format = match (format, output.path.as_deref().and_then(Format::of_path)) {
                (Some(format), _) | (None, Some(format)) => format,
                (None, None) => {
                    eprintln!(
                        "dateline: which format? give --format json, or -o with a name that ends in .json .jsonl .csv .tsv .md or .txt"
                    );
                    return Ok(Exit::Usage);
                }
            };
            let timeline = read::articles(&chosen.reading);
            export_as(&timeline, &chosen, format, &output)
        }
        Some(Command::Tag(options)) => tag_file(&options),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Args::command(), "dateline", &mut io::stdout().lock());
            Ok(Exit::Done)
        }
        Some(Command::Man) => {
            clap_mangen::Man::new(Args::command()).render(&mut io::stdout().lock())?;
            Ok(Exit::Done)
        }
    }
}

/// The events that are asked for; what is wrong with the query is said on stderr.
fn select(timeline: &Timeline, chosen: &Chosen) -> Vec<u32> {
    let line = chosen.query_line();
    let query = Query::parse_on(&line, Some(read::today()));
    for chip in query.chips() {
        if let Some(problem) = &chip.problem {
            eprintln!("dateline: query: {}: {problem}", chip.range.of(&line));
        }
    }
    let found: Vec<u32> = if query.is_empty() {
        (0u32..).zip(&timeline.events).map(|it| it.0).collect()
    } else {
        Index::build(timeline).find(timeline, &query).iter().map(|it| it.event).collect()
    };
    let inside = found.into_iter().filter(|&it| chosen.is_inside(timeline.events[it as usize].when.as_ref()));
    inside.take(chosen.limit.unwrap_or(usize::MAX)).collect()
}

/// How a run over articles ends, its problems said on stderr.
fn ended(timeline: &Timeline, n_found: usize) -> Exit {
    output::say_problems(timeline);
    match (timeline.problems.is_empty(), n_found) {
        (false, _) => Exit::SomeUnread,
        (true, 0) => Exit::Nothing,
        (true, _) => Exit::Done,
    }
}

fn list(chosen: &Chosen, shape: &Shape, timeline: Timeline) -> anyhow::Result<Exit> {
    export_as(&timeline, chosen, shape.format(), &args::Output::default())
}

fn export_as(timeline: &Timeline, chosen: &Chosen, format: Format, output: &args::Output) -> anyhow::Result<Exit> {
    let events = select(timeline, chosen);
    let line = chosen.query_line();
    let selection = Selection { timeline, events: &events, query: &line };
    output::write(output, |mut out| {
        format.write(&selection, &mut out)?;
        out.flush()
    })?;
    Ok(ended(timeline, events.len()))
}

/// The temporal tagger alone, over a file or standard input.
fn tag_file(asked: &args::Tag) -> anyhow::Result<Exit> {
    let is_stdin = asked.file.as_os_str() == "-";
    let by_ending = asked.file.extension().is_some_and(|it| it == "jsonl" || it == "ndjson" || it == "json");
    let options = tag::Options {
        name: if is_stdin { "standard input".to_owned() } else { store::shown(&asked.file) },
        published: asked.published.and_then(|it| it.single_day()),
        plain: asked.plain || !(is_stdin || by_ending),
        genre: asked.genre.into(),
        format: if asked.format == args::TagFormat::Timeml { tag::Format::TimeMl } else { tag::Format::Json },
        threads: asked.jobs,
    };
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let outcome = if is_stdin {
        tag::run(io::stdin().lock(), &mut out, &options)?
    } else {
        let file = store::open(&asked.file).with_context(|| format!("could not open {}", asked.file.display()))?;
        tag::run(file, &mut out, &options)?
    };
    out.flush()?;
    for problem in &outcome.problems {
        eprintln!("dateline: {problem}");
    }
    Ok(if outcome.problems.is_empty() { Exit::Done } else { Exit::SomeUnread })
}

fn scan(timeline: &Timeline) -> anyhow::Result<Exit> {
    let n_dated = timeline.published.iter().filter(|it| it.is_some()).count();
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{} articles, {n_dated} of them dated; {} events, {} in conflict; {} problems",
        timeline.articles.len(),
        timeline.events.len(),
        timeline.events.iter().filter(|it| it.in_conflict()).count(),
        timeline.problems.len()
    )?;
    for (idx, article) in (0u32..).zip(&timeline.articles) {
        let published = timeline.published[idx as usize].as_ref();
        let basis = published.map_or("no evidence of its day", |it| it.basis.name());
        let why = published.map_or(String::new(), |it| format!("  ({})", it.why));
        let when = crate::timeline::trail::published(timeline, idx);
        let source = &article.document().source;
        let id = if source.path.ends_with(&source.id) { "" } else { source.id.as_str() };
        let gap = if id.is_empty() { "" } else { " " };
        writeln!(out, "{when:24}  {basis:9}  {}{gap}{id}{why}", source.path)?;
    }
    Ok(ended(timeline, timeline.articles.len()))
}
