//! `dateline tag`: articles in, their expressions of time out, line by line, so that memory does not grow with the input.

use std::io::{self, BufRead, Write};

use rayon::prelude::*;
use serde::Serialize;

use crate::calendar::Date;
use crate::temporal::batch::{Article, Tagged, published_day, tag_text, timeml};
use crate::temporal::{Genre, Lexicon};

/// How the expressions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// `{"id", "timexes": [...]}` a line.
    #[default]
    Json,
    /// The text with inline TIMEX3 tags.
    TimeMl,
}

/// What the reader asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the input in messages.
    pub name: String,
    /// The day of publication of a plain text, and of articles that state none.
    pub published: Option<Date>,
    /// Whether the input is one plain text rather than JSON Lines.
    pub plain: bool,
    /// How the texts tell time.
    pub genre: Genre,
    /// How the expressions are written.
    pub format: Format,
    /// How many threads work; 0 for one a core.
    pub threads: usize,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many articles were tagged.
    pub n_articles: usize,
    /// Lines that could not be read: `file:line: what`.
    pub problems: Vec<String>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    timexes: &'a [Tagged<'a>],
}

/// About how many bytes of input are worked on at once.
const BATCH: usize = 4 << 20;

/// Tags every article of the input.
pub fn run(mut input: impl BufRead, mut output: impl Write, options: &Options) -> io::Result<Outcome> {
    let lexicon = Lexicon::builtin();
    if options.plain {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        output.write_all(&tagged(&options.name, &text, options.published, options, &lexicon))?;
        return Ok(Outcome { n_articles: 1, problems: Vec::new() });
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build().map_err(io::Error::other)?;
    let mut outcome = Outcome::default();
    let (mut buffer, mut ends) = (Vec::new(), Vec::new());
    let mut n_lines = 0;
    loop {
        buffer.clear();
        ends.clear();
        while buffer.len() < BATCH && input.read_until(b'\n', &mut buffer)? > 0 {
            ends.push(buffer.len());
        }
        if ends.is_empty() {
            return Ok(outcome);
        }
        let line = |i: usize| &buffer[if i == 0 { 0 } else { ends[i - 1] }..ends[i]];
        let work = |i: usize| article(line(i), n_lines + i + 1, options, &lexicon);
        let done: Vec<Option<Result<Vec<u8>, String>>> = if options.threads == 1 {
            (0..ends.len()).map(work).collect()
        } else {
            pool.install(|| (0..ends.len()).into_par_iter().map(work).collect())
        };
        n_lines += ends.len();
        for it in done.into_iter().flatten() {
            match it {
                Ok(bytes) => {
                    output.write_all(&bytes)?;
                    outcome.n_articles += 1;
                }
                Err(problem) => outcome.problems.push(problem),
            }
        }
    }
}

/// What is written for one line; `None` for a blank one.
fn article(line: &[u8], number: usize, options: &Options, lexicon: &Lexicon) -> Option<Result<Vec<u8>, String>> {
    if line.trim_ascii().is_empty() {
        return None;
    }
    let problem = |what: &str| format!("{}:{number}: {what}", options.name);
    let article: Article<'_> = match serde_json::from_slice(line) {
        Ok(article) => article,
        Err(error) => return Some(Err(problem(&format!("not an article in JSON: {error}")))),
    };
    let stated = article.published.as_deref().filter(|it| !it.is_empty());
    let published = stated.map_or(options.published, published_day);
    let own_id = number.to_string();
    let id = article.id.as_deref().unwrap_or(&own_id);
    Some(Ok(tagged(id, &article.text, published, options, lexicon)))
}

fn tagged(id: &str, text: &str, published: Option<Date>, options: &Options, lexicon: &Lexicon) -> Vec<u8> {
    match options.format {
        Format::Json => {
            let timexes = tag_text(text, published, options.genre, lexicon);
            let mut out = Vec::with_capacity(64 + timexes.len() * 100);
            if serde_json::to_writer(&mut out, &Line { id, timexes: &timexes }).is_ok() {
                out.push(b'\n');
            }
            out
        }
        Format::TimeMl => timeml(text, published, options.genre, lexicon).into_bytes(),
    }
}
