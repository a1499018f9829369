//! One article in, its tagged expressions out: JSON Lines or inline TIMEX3, as other programs exchange them.

use std::borrow::Cow;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::resolve::values;
use super::{Genre, Lexicon, Timex, TimexType, tag};
use crate::calendar::Date;

/// An article as a line of JSON hands it over; other fields are passed over.
#[derive(Clone, Debug, Deserialize)]
pub struct Article<'l> {
    /// Its id; absent ids are written as the line's number.
    #[serde(borrow, default)]
    pub id: Option<Cow<'l, str>>,
    /// The day of publication, ISO 8601, with or without a time of day.
    #[serde(borrow, default)]
    pub published: Option<Cow<'l, str>>,
    /// The text.
    #[serde(borrow)]
    pub text: Cow<'l, str>,
}

/// One expression as it is exchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tagged<'t> {
    /// Its first code point.
    pub start: usize,
    /// The code point after its last.
    pub end: usize,
    /// The words.
    pub text: &'t str,
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The TIMEX3 value.
    pub value: String,
    /// The row that found it.
    pub rule: &'static str,
}

/// The name that TIMEX3 gives a type.
pub fn type_name(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// The day that an ISO 8601 date or date-time begins with.
pub fn published_day(published: &str) -> Option<Date> {
    let mut parts = published.trim().get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    Date::from_ymd_opt(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

/// The expressions of a text with their ranges in code points.
pub fn tag_text<'t>(text: &'t str, published: Option<Date>, genre: Genre, lexicon: &Lexicon) -> Vec<Tagged<'t>> {
    let timexes = tag(text, lexicon);
    let values = values(text, &timexes, published, genre, lexicon);
    let mut counted = (0, 0);
    let mut code_points = |offset: u32| {
        let offset = offset as usize;
        counted.1 += text.get(counted.0..offset).map_or(0, |it| it.chars().count());
        counted.0 = offset;
        counted.1
    };
    let tagged = |(timex, (kind, value)): (&Timex, (TimexType, String))| {
        let start = code_points(timex.range.start);
        let end = code_points(timex.range.end);
        Tagged { start, end, text: timex.range.of(text), kind: type_name(kind), value, rule: timex.rule }
    };
    timexes.iter().zip(values).map(tagged).collect()
}

/// The text with inline TIMEX3 tags, as an ISO-TimeML document.
pub fn timeml(text: &str, published: Option<Date>, genre: Genre, lexicon: &Lexicon) -> String {
    let timexes = tag(text, lexicon);
    let values = values(text, &timexes, published, genre, lexicon);
    let mut out = String::with_capacity(text.len() + timexes.len() * 64);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    if let Some(day) = published {
        let _ = writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>"
        );
    }
    out.push_str("<TEXT>");
    let mut at = 0;
    for (i, (timex, (kind, value))) in timexes.iter().zip(&values).enumerate() {
        escape(text.get(at..timex.range.start as usize).unwrap_or(""), &mut out);
        let _ = write!(out, "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\">", i + 1, type_name(*kind), value);
        escape(timex.range.of(text), &mut out);
        out.push_str("</TIMEX3>");
        at = timex.range.end as usize;
    }
    escape(text.get(at..).unwrap_or(""), &mut out);
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no place for these.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}
