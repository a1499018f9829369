//! When an expression means: expression and anchor become an interval and the reason for it.

mod context;
#[cfg(test)]
mod examples;
mod mean;
mod reason;
mod when;

pub use reason::Reason;

use super::expr::{Expr, Lead, Tense, Toward, Unit, Which, YearSaid};
use super::meaning::Meaning;
use super::{Lexicon, Timex};
use crate::calendar::{Date, Interval, shift};
pub(super) use context::is_narrative;
use context::{Context, Telling, is_carried_on};
use mean::Reading;

/// How a text tells time: news leans on the day of publication, a narrative on the date before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Genre {
    /// Told from the text.
    #[default]
    Auto,
    /// Leans on the day of publication.
    News,
    /// Leans on the date before.
    Narrative,
}

/// What relative dates of a text lean on.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Anchor {
    /// The day of writing as far as it is known; `None` leaves relative dates said but undated.
    pub published: Option<Interval>,
    /// How the text tells time.
    pub genre: Genre,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A day or anything longer that stands on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// An expression with the time it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// Index of the expression among the text's [`Timex`]es.
    pub timex: u32,
    /// When, for the chronology; `None` for lengths, sets, vague words, and what leans on an unknown day.
    pub when: Option<Interval>,
    /// Its type, for exchange.
    pub kind: TimexType,
    /// TIMEX3 value, for exchange; empty where an unknown anchor leaves none.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// A day of writing known to more days than this is read by its first and its last day alone.
const MOST_DAYS: i64 = 31;

/// When each expression of a text means: one [`Dated`] a timex, in the same order.
///
/// An anchor of several days gives intervals that hold whatever each of these days would give.
pub fn resolve(text: &str, timexes: &[Timex], anchor: &Anchor, lexicon: &Lexicon) -> Vec<Dated> {
    let days = anchor_days(anchor.published);
    let told = Telling::of(text);
    // Of several days nobody knows whether the story was carried on after the one or was written on the next.
    let both = |day: Option<Date>| days.len() > 1 && day.is_some_and(|it| is_carried_on(timexes, shift::days(it, 1), told));
    let each = days.iter().flat_map(|&day| {
        let other = both(day).then_some((day, Telling::OnTheDay));
        std::iter::once((day, told)).chain(other)
    });
    let readings: Vec<Vec<Reading>> = each.map(|(day, way)| read(timexes, day, anchor.genre, way, lexicon)).collect();
    let mut dated = Vec::with_capacity(timexes.len());
    for (i, timex) in timexes.iter().enumerate() {
        let several: Vec<&Reading> = readings.iter().filter_map(|it| it.get(i)).collect();
        let Some(first) = several.first() else { continue };
        let (value, when) = if several.len() == 1 {
            (first.meaning.value(), first.when)
        } else {
            (when::common_value(&several), when::hull(&several, anchor.published))
        };
        dated.push(Dated {
            timex: u32::try_from(i).unwrap_or(u32::MAX),
            when,
            kind: first.meaning.kind(),
            reason: reason::reason(text, timex, first, &value, anchor.published),
            value,
        });
    }
    dated
}

/// The TIMEX3 type and value of each expression, without interval or reason: what [`batch`](super::batch) needs.
pub(super) fn values(
    text: &str,
    timexes: &[Timex],
    published: Option<Date>,
    genre: Genre,
    lexicon: &Lexicon,
) -> Vec<(TimexType, String)> {
    let readings = read(timexes, published, genre, Telling::of(text), lexicon);
    readings.iter().map(|it| (it.meaning.kind(), it.meaning.value())).collect()
}

/// The days that the anchor may be; one unknown day where nothing is known.
fn anchor_days(published: Option<Interval>) -> Vec<Option<Date>> {
    let Some(published) = published.filter(|it| !it.open_start() && !it.open_end()) else { return vec![None] };
    let (first, n) = (published.first_day(), published.n_days());
    if n > MOST_DAYS {
        return vec![Some(first), Some(published.last_day())];
    }
    (0..n).map(|it| Some(shift::days(first, it))).collect()
}

/// Reads the expressions in order, each in the light of those before it.
fn read(timexes: &[Timex], published: Option<Date>, genre: Genre, telling: Telling, lexicon: &Lexicon) -> Vec<Reading> {
    let mut context = Context::new(timexes, published, genre, telling);
    let mut readings = Vec::with_capacity(timexes.len());
    // The last month of a span is read before the first, and the first in the light of it.
    let mut ahead: Option<Reading> = None;
    for (i, timex) in timexes.iter().enumerate() {
        let mut reading = ahead.take().unwrap_or_else(|| mean::mean(timex, &context, lexicon));
        if let Some(next) = timexes.get(i + 1).filter(|it| are_months_of_one_span(timex, it)) {
            // "fell from May to August": what is told of as past ends in the past.
            let lead = if matches!(next.tense, Tense::Past(_)) { Lead::None } else { next.lead };
            let last = mean::mean(&Timex { lead, ..next.clone() }, &context, lexicon);
            reading = mean::before(reading, &last);
            ahead = Some(last);
        } else if let Some(next) = timexes.get(i + 1).filter(|it| are_weekdays_of_one_span(timex, it)) {
            let last = mean::mean(next, &context, lexicon);
            // "on Tuesday and Wednesday", written on Tuesday, goes on tomorrow; "between" has both behind it.
            let goes_on = timex.lead != Lead::Between && mean::is_today(&reading);
            let is_past = matches!(next.tense, Tense::Past(_)) && !goes_on;
            let (first, last) = mean::in_order(reading, last, is_past);
            reading = first;
            ahead = Some(last);
        } else if let Some(next) = timexes.get(i + 1).filter(|it| are_days_of_one_span(timex, it)) {
            let last = mean::mean(next, &context, lexicon);
            let (first, last) = mean::in_one_year(reading, last);
            reading = first;
            ahead = Some(last);
        } else if let Some(next) = timexes.get(i + 1).filter(|it| are_one_day(timex, it)) {
            let is_weekday = matches!(next.expr, Expr::Weekday { .. });
            let (first, last) = mean::as_one_day(reading, mean::mean(next, &context, lexicon), is_weekday);
            reading = first;
            ahead = Some(last);
        }
        if let (Some(before), Some(beside)) = (i.checked_sub(1).map(|it| &timexes[it]), readings.last()) {
            reading = beside_the_one_before(timex, reading, before, beside);
        }
        // At the ends of the calendar nothing is left of an interval.
        reading.when = when::when(timex, &reading, &context).filter(|it| it.start < it.end);
        context.mention(timex, &reading);
        readings.push(reading);
    }
    readings
}

/// "April-June", "from April through June": bare months with no more than a word or two between them.
fn are_months_of_one_span(first: &Timex, last: &Timex) -> bool {
    let is_bare = |it: &Timex| matches!(it.expr, Expr::Month { which: Which::Bare, year: YearSaid::Unsaid, .. });
    let is_joined = matches!(last.lead, Lead::None | Lead::And | Lead::To | Lead::Until);
    is_bare(first) && is_bare(last) && is_joined && last.range.start - first.range.end <= " through ".len() as u32
}

/// "from June 1 to Nov. 30": days whose years nobody says.
fn are_days_of_one_span(first: &Timex, last: &Timex) -> bool {
    let is_bare = |it: &Timex| matches!(it.expr, Expr::Date { year: YearSaid::Unsaid, .. });
    let gap = last.range.start - first.range.end;
    let is_joined = matches!(last.lead, Lead::To | Lead::Until) && gap <= " through ".len() as u32 || gap == 1;
    is_bare(first) && is_bare(last) && is_joined
}

/// "Monday-Friday", "from Monday to Friday", "Monday and Tuesday".
fn are_weekdays_of_one_span(first: &Timex, last: &Timex) -> bool {
    let bare = |it: &Timex| match it.expr {
        Expr::Weekday { which: Which::Bare, weekday } => Some(i64::from(weekday.num_days_from_monday())),
        _ => None,
    };
    let (Some(from), Some(to)) = (bare(first), bare(last)) else { return false };
    let gap = last.range.start - first.range.end;
    let follows = (1..=3).contains(&(to - from).rem_euclid(7));
    match last.lead {
        Lead::To | Lead::Until => gap <= " through ".len() as u32,
        Lead::And => follows && gap <= " and ".len() as u32,
        _ => gap == 1,
    }
}

/// "That day, March 17,", "two days later, on Friday": a day that leans on another, and its name.
fn are_one_day(first: &Timex, last: &Timex) -> bool {
    let leans = match first.expr {
        Expr::Nth { unit: Unit::Day, which } => which != Which::This,
        Expr::Offset { unit: Unit::Day, toward: Toward::Earlier | Toward::Later, .. } => true,
        _ => false,
    };
    let names = matches!(last.expr, Expr::Date { .. } | Expr::Weekday { which: Which::Bare, .. });
    let gap = last.range.start.saturating_sub(first.range.end);
    leans && names && !last.is_frame && (gap == ", ".len() as u32 || gap == ", on ".len() as u32)
}

/// What stands right behind another and is told by it: "13 January, the day after the quake", "this autumn and winter".
fn beside_the_one_before(timex: &Timex, reading: Reading, before: &Timex, beside: &Reading) -> Reading {
    let gap = timex.range.start.saturating_sub(before.range.end);
    match (&timex.expr, &reading.meaning, &beside.meaning) {
        (Expr::Nth { unit: Unit::Day, which: Which::The }, _, Meaning::Day(day))
            if gap == ", ".len() as u32 && !timex.is_frame =>
        {
            reading.moved(Meaning::Day(*day))
        }
        (
            Expr::Season { which: Which::Bare | Which::The, year: YearSaid::Unsaid, .. },
            Meaning::Season(_, season),
            Meaning::Season(year, first),
        ) if matches!(timex.lead, Lead::And | Lead::To | Lead::None) && gap <= " and the ".len() as u32 => {
            // The winter of a year begins at its end.
            let year = if season < first { year + 1 } else { *year };
            let season = *season;
            reading.moved(Meaning::Season(year, season))
        }
        _ => reading,
    }
}

/// What the days that an anchor may be give: whether a meaning is known at all.
fn is_known(meaning: &Meaning) -> bool {
    !matches!(meaning, Meaning::Unknown(_))
}
