//! What an article's page says of the day it was written: metadata, address, name of the file, date line, dateline. A
//! date above the headline among menus and weather is the day on which the page was saved.

use super::stamp::{self, stands_alone};
use super::{Basis, address};
use crate::calendar::{Date, Interval};
use crate::events::Analysis;
use crate::temporal::expr::YearSaid;
use crate::temporal::{Expr, Timex};
use crate::text::furniture::Cues;
use crate::text::{Kind, TextRange};

/// How far below the headline a date line may stand, in paragraphs.
const HEAD: usize = 8;
/// How far from the beginning of an article a date may stand that heads it within its first lines, in bytes.
const FIRST_LINES: u32 = 400;

/// What the page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stated {
    /// The day of writing, what it rests on, and why.
    pub(super) day: Option<(Interval, Basis, String)>,
    /// The day of writing without its year: month, day, and the words.
    pub(super) yearless: Option<(u32, u32, String)>,
    /// The day on which the page was saved.
    pub(super) saved: Option<Date>,
    /// The days that the comments of its readers leave, and why.
    pub(super) commented: Option<(Interval, String)>,
}

/// Reads what the page says. Nothing here is inferred.
pub(super) fn stated(analysis: &Analysis) -> Stated {
    let source = &analysis.document.source;
    let mut stated = Stated::default();
    if let Some((said, when)) = source.published.as_ref().and_then(|it| Some((it, address::published(it)?))) {
        stated.day = Some((when, Basis::Metadata, format!("the metadata say {said}")));
        return stated;
    }
    let lines = lines(analysis);
    stated.saved = lines.iter().find(|it| it.is_clock).and_then(|it| it.date());
    let line = lines.iter().find_map(|it| if it.is_clock { None } else { Some((it.date()?, it)) });
    let url = source.url.as_deref().and_then(address::day_in);
    let file = file_name(analysis).and_then(address::day_in);
    // The address tells the day a page came out; where the date line says the same, the article itself says it.
    stated.day = match (line, url, file) {
        (Some((day, line)), Some(url), _) if day != url => Some((url, Basis::Url, format!("its address, not {}", line.words))),
        (Some((day, line)), Some(_), _) => Some((day, Basis::Stated, format!("{} and its address", line.words))),
        (Some((day, line)), None, _) => Some((day, Basis::Stated, line.words.clone())),
        (None, Some(url), _) => Some((url, Basis::Url, "its address".to_owned())),
        (None, None, Some(day)) => Some((day, Basis::FileName, "the name of its file".to_owned())),
        (None, None, None) => None,
    }
    .map(|(day, basis, why)| (Interval::day(day), basis, format!("written on {day}: {why}")));
    if stated.day.is_none() {
        let yearless = lines.iter().find(|it| !it.is_clock && it.year.is_none());
        stated.yearless = yearless.map(|it| (it.month, it.day, it.words.clone()));
        stated.commented = stamp::commented(analysis);
    }
    stated
}

/// The name that may bear a date: the file's, or, where a file holds many articles, the article's own.
fn file_name(analysis: &Analysis) -> Option<&str> {
    let source = &analysis.document.source;
    let name = source.path.rsplit('/').next().unwrap_or(&source.path);
    let is_many = [".jsonl", ".ndjson", ".json"].iter().any(|it| name.to_lowercase().ends_with(it));
    if !is_many {
        return Some(name);
    }
    let is_own = !source.path.ends_with(source.id.split('#').next().unwrap_or_default());
    is_own.then_some(source.id.as_str())
}

/// A date that stands outside the sentences of an article.
struct Line {
    year: Option<i32>,
    month: u32,
    day: u32,
    /// Whether it is the clock of the page.
    is_clock: bool,
    /// Where it is, in words.
    words: String,
}

impl Line {
    fn date(&self) -> Option<Date> {
        Date::from_ymd_opt(self.year?, self.month, self.day)
    }
}

fn lines(analysis: &Analysis) -> Vec<Line> {
    let document = &analysis.document;
    let cues = Cues::builtin();
    let paragraphs = &document.paragraphs;
    let first_body = paragraphs.iter().position(|it| it.kind == Kind::Body).unwrap_or(paragraphs.len());
    let title = paragraphs.iter().position(|it| it.kind == Kind::Title).unwrap_or(first_body);
    let has_menu =
        paragraphs[..title].iter().any(|it| it.kind == Kind::Furniture && !it.range.of(&document.text).starts_with("http"));
    let mut lines = Vec::new();
    for timex in &analysis.timexes {
        let Some((year, month, day)) = said(&timex.expr) else { continue };
        let idx = document.paragraph_at(timex.range.start);
        let Some(paragraph) = paragraphs.get(idx) else { continue };
        let in_sentence = in_sentence(analysis, timex);
        let before = &document.text[paragraph.range.start as usize..timex.range.start as usize];
        let near = before.char_indices().rev().nth(40).map_or(before, |it| &before[it.0..]).to_lowercase();
        // "to be broadcast on 22 January" tells of what is to come.
        let is_ahead = in_sentence && timex.tense.is_plan();
        let is_told =
            cues.tells_writing(&near) && !is_ahead && (!in_sentence || is_short(paragraph.range) || near.contains("updated"));
        let below = idx.saturating_sub(title);
        let is_line = match paragraph.kind {
            Kind::DateLine | Kind::Byline => below <= HEAD || is_told,
            Kind::Body if is_place_and_day(paragraph.range.of(&document.text), timex.range.of(&document.text)) => {
                idx <= first_body + HEAD && year.is_some()
            }
            Kind::Body => !in_sentence && idx <= first_body + HEAD && (year.is_some() || is_before_dash(analysis, timex)),
            Kind::Title | Kind::Heading | Kind::Caption => false,
            Kind::Furniture => is_told && below <= HEAD,
        };
        let is_head = idx >= title && year.is_some() && heads(analysis, timex, paragraphs[title].range.start);
        let is_end = idx + 3 >= paragraphs.len() || below <= HEAD;
        let is_foot = is_told && is_end && matches!(paragraph.kind, Kind::Body | Kind::Heading);
        if !(is_line || is_head || is_foot) {
            continue;
        }
        let is_clock = idx < title && has_menu && !is_told;
        let words = format!("the date line “{}”", document.quote(timex.range));
        lines.push(Line { year, month, day, is_clock, words });
    }
    lines
}

/// Whether a day heads an article though its line runs on into the first sentence: with its weekday, its hour or a bar, and
/// no word that takes it into the sentence.
fn heads(analysis: &Analysis, timex: &Timex, start: u32) -> bool {
    let text = &analysis.document.text;
    let is_full = match &timex.expr {
        Expr::Date { weekday, .. } => weekday.is_some(),
        Expr::At { .. } => true,
        _ => false,
    };
    let is_before_bar = text[timex.range.end as usize..].trim_start().starts_with('|');
    timex.range.start < start + FIRST_LINES && (is_full || is_before_bar) && stands_alone(text, timex)
}

/// Whether a paragraph is a place and a day alone, as letters begin: "Orlik, 15 March 2024".
fn is_place_and_day(paragraph: &str, day: &str) -> bool {
    let rest = paragraph.trim().strip_suffix(day).unwrap_or_default().trim_end();
    rest.ends_with(',') && rest.split_whitespace().count() <= 3 && rest.chars().next().is_some_and(char::is_uppercase)
}

fn is_short(range: TextRange) -> bool {
    range.end - range.start < 120
}

/// Whether a sentence of the article says it.
fn in_sentence(analysis: &Analysis, timex: &Timex) -> bool {
    let sentences = &analysis.document.sentences;
    let n = sentences.partition_point(|it| it.range.end <= timex.range.start);
    sentences.get(n).is_some_and(|it| it.range.overlaps(timex.range))
}

/// Whether it stands in a dateline: a dash or a bracket parts it from the sentence that follows.
fn is_before_dash(analysis: &Analysis, timex: &Timex) -> bool {
    let document = &analysis.document;
    let n = document.sentences.partition_point(|it| it.range.start < timex.range.end);
    let Some(next) = document.sentences.get(n) else { return false };
    let between = document.text.get(timex.range.end as usize..next.range.start as usize).unwrap_or("");
    between.len() < 60 && between.contains([')', '-', '–', '—'])
}

/// Year, month and day of an expression that names a day.
pub(super) fn said(expr: &Expr) -> Option<(Option<i32>, u32, u32)> {
    match expr {
        Expr::Date { year, month, day, .. } => {
            let year = if let YearSaid::Number(it) = year { Some(*it) } else { None };
            Some((year, u32::from(*month), u32::from(*day)))
        }
        Expr::At { day: Some(day), .. } | Expr::DayPart { day: Some(day), .. } => said(day),
        _ => None,
    }
}
