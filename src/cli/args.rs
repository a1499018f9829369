//! The arguments as values: what can be typed, each with its help.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};

use crate::calendar::{Interval, notation};
use crate::export::Format;

const EXAMPLES: &str = "\
Examples:
  dateline ~/cases/dam                    browse the articles of a folder
  dateline demo                           browse the sample dossier that is in the program
  dateline list -q 'dam when:2024-03' .   the events of March 2024 that speak of a dam, one a line
  dateline export -o dam.json ~/cases/dam everything, with source lines and reasons, for scripts
";

/// Reads news articles and shows one chronology of what happened when, each date with the sentence behind it.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, before_help = EXAMPLES, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Args {
    /// What to do; without it, browse.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to browse.
    #[command(flatten)]
    pub browse: Browse,
}

/// What can be done beside browsing.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Browse the sample dossier, which is in the program
    Demo(Browse),
    /// Print events, one a line
    List {
        /// Which events.
        #[command(flatten)]
        chosen: Chosen,
        /// In which shape.
        #[command(flatten)]
        shape: Shape,
    },
    /// Print the chronology in short: the days that matter most, a few sentences each
    Digest {
        /// Which articles.
        #[command(flatten)]
        reading: Reading,
        /// No day before this one (2024-03-14, 2024-03)
        #[arg(long, value_name = "DAY", value_parser = read_day)]
        since: Option<Interval>,
        /// No day after this one
        #[arg(long, value_name = "DAY", value_parser = read_day)]
        until: Option<Interval>,
        /// How many days
        #[arg(long, value_name = "N", default_value_t = 10)]
        days: usize,
        /// How many sentences of each day
        #[arg(long, value_name = "K", default_value_t = 2)]
        sentences: usize,
        /// As one JSON object, from day to sentences
        #[arg(long)]
        json: bool,
    },
    /// Print one event whole: dates, status, conflicts, every sentence with file and line, and why
    Show {
        /// Files and folders (default: the current folder), then one or more event ids as `list --json` prints them
        #[arg(value_name = "PATH... ID", required = true)]
        paths_and_ids: Vec<String>,
        /// What the reader knows.
        #[command(flatten)]
        known: Known,
        /// As JSON Lines
        #[arg(long)]
        json: bool,
    },
    /// Read everything and print counts, the day of writing of each article, and problems
    Scan(Reading),
    /// Write the chronology to a file
    Export {
        /// Which events.
        #[command(flatten)]
        chosen: Chosen,
        /// The format (default: by the file's ending)
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// Where to.
        #[command(flatten)]
        output: Output,
    },
    /// Run the temporal tagger alone: a text or JSON Lines in, its expressions of time out
    Tag(Tag),
    /// Print the completions of a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Which articles, and what the reader knows of them.
#[derive(Clone, Debug, Default, Group)]
pub struct Reading {
    /// Files and folders of articles (default: the current folder)
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What the reader knows.
    #[command(flatten)]
    pub known: Known,
}

/// What the reader knows of the articles.
#[derive(Clone, Debug, Default, Group)]
pub struct Known {
    /// An article was written on that day, whatever it says itself; ID as `scan` prints it
    #[arg(long, value_name = "ID=DAY", value_parser = read_written)]
    pub written: Vec<(String, Interval)>,
    /// The journal of corrections to use (default: the folder's own, among the user's state files)
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
}

/// How to browse.
#[derive(Clone, Debug, Default, Group)]
pub struct Browse {
    /// Which articles.
    #[command(flatten)]
    pub reading: Reading,
    /// Start with this query
    #[arg(short, long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub query: String,
    /// Draw with plain ASCII signs
    #[arg(long)]
    pub ascii: bool,
    /// When to use colour (NO_COLOR is honoured)
    #[arg(long, value_enum, default_value = "auto")]
    pub color: Color,
    /// The colours to use
    #[arg(long, value_enum, default_value = "auto")]
    pub theme: Theme,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Unless NO_COLOR is set or the terminal is dumb.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// The terminal's own sixteen.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
}

/// Which events of which articles.
#[derive(Clone, Debug, Default, Group)]
pub struct Chosen {
    /// Which articles.
    #[command(flatten)]
    pub reading: Reading,
    /// Only events that this finds; the language of the `/` line
    #[arg(short, long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub query: String,
    /// Only events that could have happened on or after this day (2024-03-14, 2024-03)
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    pub since: Option<Interval>,
    /// Only events that could have happened on or before this day
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    pub until: Option<Interval>,
    /// At most so many
    #[arg(short = 'n', long, value_name = "N")]
    pub limit: Option<usize>,
}

fn read_day(written: &str) -> Result<Interval, String> {
    notation::parse(written).ok_or_else(|| "no date; write it as 2024-03-14, 2024-03 or 2024".to_owned())
}

fn read_written(written: &str) -> Result<(String, Interval), String> {
    let (id, day) = written.rsplit_once('=').ok_or("no day; write it as ID=2024-03-14")?;
    Ok((id.to_owned(), read_day(day)?))
}

impl Chosen {
    /// The query as one line.
    pub fn query_line(&self) -> String {
        self.query.trim().to_owned()
    }

    /// Whether an event of that date lies between `--since` and `--until`.
    pub fn is_inside(&self, when: Option<&Interval>) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let Some(when) = when else { return false };
        self.since.is_none_or(|it| when.end > it.start) && self.until.is_none_or(|it| when.start < it.end)
    }
}

/// In which shape events are printed.
#[derive(Clone, Copy, Debug, Default, Group)]
#[group(multiple = false)]
pub struct Shape {
    /// As the JSON document of `export`
    #[arg(long)]
    pub json: bool,
    /// As JSON Lines, an event a line
    #[arg(long)]
    pub jsonl: bool,
    /// As comma-separated values
    #[arg(long)]
    pub csv: bool,
    /// As tab-separated values
    #[arg(long)]
    pub tsv: bool,
    /// As plain lines (the default)
    #[arg(long)]
    pub plain: bool,
}

impl Shape {
    /// The format that the flags name.
    pub fn format(&self) -> Format {
        match (self.json, self.jsonl, self.csv, self.tsv) {
            (true, _, _, _) => Format::Json,
            (_, true, _, _) => Format::Jsonl,
            (_, _, true, _) => Format::Csv,
            (_, _, _, true) => Format::Tsv,
            (false, false, false, false) => Format::Plain,
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Format] {
        &[Format::Json, Format::Jsonl, Format::Csv, Format::Tsv, Format::Md, Format::Plain]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Format::Json => PossibleValue::new("json").help("the JSON document"),
            Format::Jsonl => PossibleValue::new("jsonl").help("an event a line"),
            Format::Csv => PossibleValue::new("csv").help("comma-separated values"),
            Format::Tsv => PossibleValue::new("tsv").help("tab-separated values"),
            Format::Md => PossibleValue::new("md").help("Markdown with quotes"),
            Format::Plain => PossibleValue::new("plain").alias("txt").help("plain lines"),
        })
    }
}

/// Where output goes.
#[derive(Clone, Debug, Default, Group)]
pub struct Output {
    /// The file to write; `-` or nothing is standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub path: Option<PathBuf>,
    /// Overwrite the file where there is one
    #[arg(long)]
    pub force: bool,
}

/// What to tag, and how.
#[derive(Clone, Debug, Group)]
pub struct Tag {
    /// JSON Lines (`{"id", "published", "text"}` a line) or a plain text; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// The day of publication of a plain text, and of articles that state none
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    pub published: Option<Interval>,
    /// Take standard input for one plain text rather than JSON Lines
    #[arg(long)]
    pub plain: bool,
    /// How expressions are written
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: TagFormat,
    /// How the text tells time (default: told from the text)
    #[arg(long, value_enum, default_value = "auto")]
    pub genre: Genre,
    /// How many threads work; 0 is one a core
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

/// How tagged expressions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TagFormat {
    /// An article a line.
    Jsonl,
    /// The text with inline TIMEX3 tags.
    Timeml,
}

/// How a text tells time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Genre {
    /// Told from the text.
    Auto,
    /// Leans on the day of publication.
    News,
    /// Leans on the date before.
    Narrative,
}

impl From<Genre> for crate::temporal::Genre {
    fn from(genre: Genre) -> Self {
        match genre {
            Genre::Auto => Self::Auto,
            Genre::News => Self::News,
            Genre::Narrative => Self::Narrative,
        }
    }
}
