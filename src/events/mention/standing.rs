//! Dates that stand alone: "24 February." before what happened then, "MONDAY" over what is told below.

use super::Basis;
use super::date::Date;
use super::read::{Reader, Seen, Tells};
use super::{Mention, Status, Trigger, Weight};
use crate::calendar::{Datelike, Interval, Precision, shift};
use crate::events::clause::{Hold, is_past};
use crate::events::cue::sense;
use crate::events::word::Tag;
use crate::events::{Article, EntityKind};
use crate::temporal::TimexType;
use crate::text::{Kind, TextRange};

/// A date that dates what follows.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    timex: u32,
    when: Interval,
    /// The paragraph for which it holds; a heading holds until the next.
    paragraph: Option<u32>,
    /// The sentence that is the date, where it opens a paragraph.
    opened: usize,
}

/// So many bytes from the head of a sentence its speaker is named.
const REACH: u32 = 40;

/// The dates that stand alone, as far as the reader has come.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand {
    pub(super) now: Option<Standing>,
    /// The year over the paragraphs.
    year: Option<i32>,
    /// The first paragraph not yet seen.
    next: u32,
}

impl Stand {
    /// Takes in the headings up to a paragraph that are only a date.
    pub(super) fn reach(&mut self, article: &Article, paragraph: u32) {
        let paragraphs = &article.document().paragraphs;
        for n in self.next..=paragraph {
            let Some(it) = paragraphs.get(n as usize) else { continue };
            let Some((timex, when)) = alone(article, it.range) else { continue };
            // A full date over a text is the day of writing or of saving.
            let said = it.range.of(&article.document().text);
            let has_year = said.chars().filter(char::is_ascii_digit).count() >= 4;
            let is_line = matches!(it.kind, Kind::Byline | Kind::DateLine | Kind::Furniture | Kind::Title);
            let has_digit = said.contains(|it: char| it.is_ascii_digit());
            if when.precision != Precision::Year && (has_year || is_line && has_digit) {
                continue;
            }
            if when.precision == Precision::Year {
                self.year = Some(when.first_day().year());
                self.now = None;
            } else {
                self.now =
                    Some(Standing { timex, when: self.in_year(article, timex, when), paragraph: None, opened: usize::MAX });
            }
        }
        self.next = self.next.max(paragraph + 1);
        if self.now.is_some_and(|it| it.paragraph.is_some_and(|it| it != paragraph)) {
            self.now = None;
        }
    }

    /// Takes a sentence that is only a date and opens its paragraph; tells whether it is one.
    pub(super) fn take(&mut self, article: &Article, n: usize, sentence: TextRange, paragraph: u32) -> bool {
        let Some((timex, when)) = alone(article, sentence) else { return false };
        let whole = article.document().paragraphs.get(paragraph as usize);
        if whole.is_some_and(|it| it.range.start == sentence.start && it.range.end > sentence.end) {
            self.now = Some(Standing { timex, when: self.in_year(article, timex, when), paragraph: Some(paragraph), opened: n });
        }
        true
    }

    /// A day without its year lies in the year over it.
    fn in_year(&self, article: &Article, timex: u32, when: Interval) -> Interval {
        let said = article.analysis.timexes.get(timex as usize).map_or("", |it| it.range.of(&article.document().text));
        let names_year = said.chars().filter(char::is_ascii_digit).count() >= 4;
        let names_month_day = said.chars().any(|it| it.is_ascii_digit()) || when.precision == Precision::Month;
        let (first, last) = (when.first_day(), when.last_day());
        let Some(year) = self.year.filter(|it| !names_year && names_month_day && *it != first.year()) else { return when };
        let moved = first.with_year(year).zip(last.with_year(year + last.year() - first.year()));
        moved.map_or(when, |(first, last)| match when.precision {
            Precision::Month => Interval::month(year, first.month()).unwrap_or(when),
            _ if first == last => Interval::day(first),
            _ => Interval::span(first, last),
        })
    }
}

/// The date that a stretch of text is, if it is nothing else.
fn alone(article: &Article, range: TextRange) -> Option<(u32, Interval)> {
    let text = article.document().text.as_str();
    let timexes = &article.analysis.timexes;
    let lo = timexes.partition_point(|it| it.range.start < range.start);
    let n_inside = timexes[lo..].iter().take(3).take_while(|it| it.range.end <= range.end).count();
    let (first, last) = (timexes.get(lo)?, timexes.get((lo + n_inside).checked_sub(1)?)?);
    if !(1..=2).contains(&n_inside) || last.range.end < first.range.end {
        return None;
    }
    let around = [(range.start, first.range.start), (last.range.end, range.end)];
    let bare = around.iter().all(|&(a, b)| {
        text.get(a as usize..b as usize).is_some_and(|it| it.chars().all(|c| !c.is_alphanumeric() && !"\"“”".contains(c)))
    });
    let between = text.get(first.range.end as usize..last.range.start as usize).unwrap_or("").trim();
    if !bare || n_inside == 2 && !matches!(between, "-" | "–" | "—" | "to" | "and") {
        return None;
    }
    let dated = |n: usize| article.dated.get(n).filter(|it| it.kind == TimexType::Date).and_then(|it| it.when);
    let (from, to) = (dated(lo)?, dated(lo + n_inside - 1)?);
    let when = if n_inside == 1 { from } else { Interval::span(from.first_day().min(to.first_day()), to.last_day()) };
    Some((u32::try_from(lo).ok()?, when))
}

impl Reader<'_> {
    /// The date that stands over a clause which says none.
    pub(super) fn over(&self, seen: &Seen, n: usize, status: Status, tells: Tells) -> Option<Standing> {
        let clause = seen.clauses.all[n];
        let standing = self.stand.now.filter(|_| clause.hold == Hold::Main && !seen.words[clause.verb].quoted)?;
        // A chronology tells in the present, and what is planned for its day.
        let told = standing.paragraph.is_some()
            || is_past(&seen.words, &clause) && !matches!(tells, Tells::Saying | Tells::State) && status != Status::Planned;
        told.then_some(standing)
    }

    /// The mention of a clause over which a date stands.
    pub(super) fn stood(&self, seen: &Seen, n: usize, status: Status, tells: Tells, standing: Standing) -> Mention {
        let weight = if tells == Tells::State { Weight::Light } else { Weight::Main };
        let mut mention = self.mention(seen, n, Basis::Context, None, weight, status);
        (mention.when, mention.timex) = (Some(standing.when), Some(standing.timex));
        mention
    }

    /// The first sentence after a date that opens its paragraph stands on it, whatever dates it says itself.
    pub(super) fn first_after(&mut self, seen: &Seen, start: usize) {
        let Some(standing) = self.stand.now.filter(|it| it.opened.checked_add(1) == Some(seen.n) && it.paragraph.is_some())
        else {
            return;
        };
        let mut main = self.found[start..].iter().filter(|it| it.basis == Basis::Said && it.weight != Weight::Supporting);
        let Some(first) = main.next().cloned() else { return };
        if self.found[start..].iter().any(|it| it.when == Some(standing.when))
            || first.when.is_some_and(|it| it.within(&standing.when))
        {
            return;
        }
        let near = first.when.is_some_and(|it| shift::days(it.first_day(), -2) <= standing.when.last_day());
        let when = Some(standing.when);
        let own = self.found[start..].iter_mut().find(|it| it.basis == Basis::Said);
        if let Some(own) = own.filter(|_| near) {
            (own.when, own.timex, own.basis) = (when, Some(standing.timex), Basis::Context);
        }
    }

    /// Takes who said a quotation in a collection: "“No comment.” Anna Holm, the minister, this morning."; tells whether it is one.
    pub(super) fn attribution(&mut self, seen: &Seen, dates: &[Date]) -> bool {
        let Some(standing) = self.stand.now else { return false };
        let before = seen.n.checked_sub(1).and_then(|it| self.article.document().sentences.get(it));
        let quoted = before.is_some_and(|it| {
            it.paragraph == seen.sentence.paragraph && it.range.of(seen.text).trim_end().ends_with(['"', '\u{201d}', '\u{2019}'])
        });
        let names = &self.article.analysis.names;
        let lo = names.partition_point(|it| it.range.start < seen.sentence.range.start);
        let speaker = names[lo..]
            .iter()
            .take_while(|it| it.range.start < seen.sentence.range.start + REACH)
            .find(|it| matches!(it.kind, EntityKind::Person | EntityKind::Other));
        // "Anna Holm, the minister", "The minister, Anna Holm, at the door", but not "Anna Holm left".
        let after = speaker.and_then(|name| seen.words.iter().find(|it| it.range.start >= name.range.end));
        let named = after.is_some_and(|it| matches!(it.tag, Tag::Comma | Tag::Stop | Tag::Preposition | Tag::Adverb));
        if !quoted || !named {
            return false;
        }
        let date = dates.iter().find(|it| it.when.is_some_and(|it| it.within(&standing.when)));
        let (basis, when, timex) = match date {
            Some(date) => (Basis::Said, date.when, date.timex),
            None => (Basis::Context, Some(standing.when), standing.timex),
        };
        let whole = (0, seen.words.len());
        // Who speaks stands for the verb of saying that is not there.
        let says = speaker.map(|it| Trigger { range: it.range, stem: "say".to_owned(), class: "say" });
        let mut mention = self.build(seen, whole, says, None, basis, date, Weight::Light, Status::Happened);
        (mention.when, mention.timex) = (when, Some(timex));
        self.found.push(mention);
        true
    }

    /// "3 June. Two rounds of talks in Oslo.": a sentence without a verb, after its date.
    pub(super) fn verbless(&mut self, seen: &Seen) {
        let Some(standing) = self.stand.now.filter(|it| it.paragraph.is_some()) else { return };
        if seen.words.len() < 4 || seen.clauses.all.iter().any(|it| it.group.is_some()) {
            return;
        }
        let noun = seen.words.iter().position(|it| self.cues.event_noun(it.form).is_some_and(|it| it.sense & sense::EVENT != 0));
        let trigger = noun.and_then(|it| self.trigger(seen, it));
        let whole = (0, seen.words.len());
        let mut mention = self.build(seen, whole, trigger, None, Basis::Context, None, Weight::Main, Status::Happened);
        (mention.when, mention.timex) = (Some(standing.when), Some(standing.timex));
        self.found.push(mention);
    }
}
