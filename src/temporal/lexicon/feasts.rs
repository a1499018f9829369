//! Named days: their names and the day of each in a year.

use serde::Deserialize;

use crate::calendar::{Date, feast, shift};
use crate::temporal::rules;

/// A named day under one of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feast {
    /// The words of the name, in lower case; marks are words of their own.
    pub words: Vec<String>,
    day: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Fixed { month: u32, day: u32 },
    Nth { month: u32, weekday: crate::calendar::Weekday, n: i8, plus: i64 },
    Easter(i64),
    Orthodox(i64),
}

impl Feast {
    /// The word that a text is searched for.
    pub fn first_word(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Its day in a year; `None` where the calendar has none.
    pub fn day(&self, year: i32) -> Option<Date> {
        match self.day {
            Rule::Fixed { month, day } => Date::from_ymd_opt(year, month, day),
            Rule::Nth { month, weekday, n, plus } => Some(shift::days(shift::nth_weekday(year, month, weekday, n)?, plus)),
            Rule::Easter(days) => Some(shift::days(feast::easter(year)?, days)),
            Rule::Orthodox(days) => Some(shift::days(feast::orthodox_easter(year)?, days)),
        }
    }
}

#[derive(Deserialize)]
struct File {
    feast: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    names: Vec<String>,
    month: Option<u32>,
    day: Option<u32>,
    weekday: Option<i32>,
    n: Option<i8>,
    plus: Option<i64>,
    easter: Option<i64>,
    orthodox: Option<i64>,
}

impl Line {
    fn rule(&self) -> Option<Rule> {
        if let Some(days) = self.easter {
            return Some(Rule::Easter(days));
        }
        if let Some(days) = self.orthodox {
            return Some(Rule::Orthodox(days));
        }
        let month = self.month?;
        if let Some(day) = self.day {
            return Some(Rule::Fixed { month, day });
        }
        Some(Rule::Nth { month, weekday: rules::weekday(self.weekday?)?, n: self.n?, plus: self.plus.unwrap_or(0) })
    }
}

/// The named days of a file, sorted by name, each name as words and marks.
pub(super) fn read(source: &str) -> Vec<Feast> {
    let file: File = toml::from_str(source).expect("the built-in feasts are valid TOML; a test reads them");
    let mut feasts = Vec::new();
    for line in &file.feast {
        let day = line.rule().expect("every built-in feast has a day; a test reads them");
        for name in &line.names {
            let words = crate::text::token::tokens(name).map(|it| it.of(name).to_string()).collect();
            feasts.push(Feast { words, day });
        }
    }
    feasts.sort_by(|a, b| a.words.cmp(&b.words));
    feasts
}
