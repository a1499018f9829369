//! A row of a table that opens with its date: "Thursday | Oslo | Ministers decide on the quota".

use super::Weight;
use super::date::Date;
use super::read::{Reader, Seen};
use crate::calendar::{Interval, shift};
use crate::events::Article;
use crate::events::clause::{Hold, clauses, is_past};
use crate::events::cue::{holds, sense};
use crate::events::word::{Word, words};
use crate::temporal::Expr;
use crate::text::{Sentence, TextRange};

/// What parts the cells of a row.
const BAR: &str = " | ";

/// How many rows stand above one at most, and how many bytes what stands over a table has.
const ROWS: usize = 40;
const A_HEADING: usize = 120;

/// The expression that is the first cell of a row, and its last cell, which tells what is then.
pub(crate) fn told(article: &Article, range: TextRange) -> Option<(usize, TextRange)> {
    let text = article.document().text.as_str();
    let said = range.of(text);
    let first = range.start + u32::try_from(said.find(BAR)?).ok()?;
    let last = range.start + u32::try_from(said.rfind(BAR)? + BAR.len()).ok()?;
    let timexes = &article.analysis.timexes;
    let timex = timexes.partition_point(|it| it.range.end <= range.start);
    let opening = timexes.get(timex).filter(|it| it.range.end <= first)?.range;
    let around = [(range.start, opening.start), (opening.end, first)];
    let alone = around.iter().all(|&(from, to)| !TextRange { start: from, end: to }.of(text).contains(char::is_alphanumeric));
    (alone && last < range.end).then_some((timex, TextRange { start: last, end: range.end }))
}

impl Reader<'_> {
    /// Takes a row of a table; tells whether it is one.
    pub(super) fn row(&mut self, n: usize, sentence: &Sentence) -> bool {
        let Some((timex, cell)) = told(self.article, sentence.range) else { return false };
        let text = self.article.document().text.as_str();
        let words = words(text, cell, &self.article.analysis.timexes, self.cues);
        let clauses = clauses(text, &words, self.cues);
        let seen = Seen { text, n, sentence, words, clauses };
        let past = seen.clauses.all.iter().any(|it| is_past(&seen.words, it));
        let when = self.article.dated.get(timex).and_then(|it| it.when).map(|it| self.ahead(it, timex, sentence, past));
        let date = Date { timex: u32::try_from(timex).unwrap_or(u32::MAX), first: 0, end: 0, when };
        let start = self.found.len();
        let main = seen.clauses.all.iter().position(|it| it.hold == Hold::Main && it.group.is_some());
        let is_event = |it: &Word| self.cues.event_noun(it.form).is_some_and(|it| it.sense & sense::EVENT != 0);
        match (main, seen.words.iter().position(is_event)) {
            _ if when.is_none() => {}
            (Some(main), _) => self.clause(&seen, main, Some(&date)),
            (None, Some(noun)) => self.noun(&seen, noun, Some(&date), Weight::Main),
            (None, None) => {}
        }
        for n in start..self.found.len() {
            self.weigh(&seen, n);
        }
        true
    }

    /// The next such weekday, where a row that tells nothing past stands under "What comes next".
    fn ahead(&self, when: Interval, timex: usize, sentence: &Sentence, past: bool) -> Interval {
        let document = self.article.document();
        let bare = matches!(self.article.analysis.timexes[timex].expr, Expr::Weekday { .. });
        let behind = self.article.published.is_some_and(|it| when.end <= it.start);
        let above = document.paragraphs[..sentence.paragraph as usize].iter().rev().map(|it| it.range.of(&document.text));
        let heading = above.take(ROWS).find(|it| !it.contains(BAR)).unwrap_or_default();
        let looks_ahead = heading.split(|it: char| !it.is_alphanumeric()).any(|it| holds(&self.cues.day.looking, it));
        if bare && behind && !past && looks_ahead && heading.len() < A_HEADING {
            Interval::day(shift::days(when.first_day(), 7))
        } else {
            when
        }
    }
}
