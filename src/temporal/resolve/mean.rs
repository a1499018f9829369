//! What an expression means in its context, what it leans on, and which reading was rejected.

mod calendar;
mod relative;

use super::TimexType;
use super::context::Context;
use crate::calendar::{Date, Datelike, Interval, shift};
use crate::temporal::Lexicon;
use crate::temporal::expr::{Expr, Lead, Part, Tense, Timex, Toward, Which, YearSaid};
use crate::temporal::meaning::Meaning;
use crate::text::TextRange;
use calendar::{date, feast_of, month_of, nth_of, season_of};
use relative::{fraction, from, nth, offset, unit_of, weekday_of, year_before};

/// What an expression leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leans {
    /// Nothing: it stands by itself.
    Alone,
    /// The day of writing.
    Published(Date),
    /// A date mentioned before it.
    Mentioned(Date),
}

/// What an expression means, and why.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) meaning: Meaning,
    pub(super) when: Option<Interval>,
    pub(super) leans: Leans,
    /// The reading that was thought of and rejected.
    pub(super) rejected: Option<Meaning>,
}

impl Reading {
    fn alone(meaning: Meaning) -> Reading {
        Reading { meaning, when: None, leans: Leans::Alone, rejected: None }
    }

    fn on(leans: Leans, meaning: Meaning) -> Reading {
        Reading { meaning, when: None, leans, rejected: None }
    }

    /// The same day leaned on, with another meaning for which no reading was rejected.
    pub(super) fn moved(self, meaning: Meaning) -> Reading {
        Reading { meaning, rejected: None, ..self }
    }
}

/// Reads one expression.
pub(super) fn mean(timex: &Timex, context: &Context, lexicon: &Lexicon) -> Reading {
    let reading = read(&timex.expr, (timex.tense, timex.lead), &context.beside(timex), lexicon);
    reading.unwrap_or_else(|| Reading::alone(Meaning::Unknown(TimexType::Date)))
}

/// The first of two months of one span: in the year of the last, or in the one before it.
pub(super) fn before(first: Reading, last: &Reading) -> Reading {
    let (Meaning::Month(_, month), Meaning::Month(last_year, last_month)) = (&first.meaning, &last.meaning) else { return first };
    let year = if month <= last_month { *last_year } else { *last_year - 1 };
    let meaning = Meaning::Month(year, *month);
    first.moved(meaning)
}

/// Whether an expression means the day of writing.
pub(super) fn is_today(reading: &Reading) -> bool {
    matches!((&reading.meaning, reading.leans), (Meaning::Day(day), Leans::Published(now)) if *day == now)
}

/// The two weekdays of one span in their order: what is past began the week before, what is not ends the week after.
pub(super) fn in_order(first: Reading, last: Reading, is_past: bool) -> (Reading, Reading) {
    let (Meaning::Day(from), Meaning::Day(to)) = (&first.meaning, &last.meaning) else { return (first, last) };
    if from <= to {
        return (first, last);
    }
    let (from, to) = if is_past { (shift::days(*from, -7), *to) } else { (*from, shift::days(*to, 7)) };
    (first.moved(Meaning::Day(from)), last.moved(Meaning::Day(to)))
}

/// A day that leans on another and its name: the name tells which; a weekday only that it is one of these.
pub(super) fn as_one_day(first: Reading, last: Reading, is_weekday: bool) -> (Reading, Reading) {
    let Meaning::Day(named) = last.meaning else { return (first, last) };
    match first.meaning {
        Meaning::Day(day) if is_weekday && day.weekday() == named.weekday() => {
            let last = last.moved(Meaning::Day(day));
            (first, last)
        }
        _ => (first.moved(Meaning::Day(named)), last),
    }
}

/// The two days of one span in their order, in the years that bring the span nearest to the day of writing.
pub(super) fn in_one_year(first: Reading, last: Reading) -> (Reading, Reading) {
    let (Meaning::Day(from), Meaning::Day(to), Leans::Published(now)) = (&first.meaning, &last.meaning, last.leans) else {
        return (first, last);
    };
    if from <= to {
        return (first, last);
    }
    let since = now.signed_duration_since(*to);
    let (from, to) =
        if since <= from.signed_duration_since(now) { (shift::months(*from, -12), *to) } else { (*from, shift::months(*to, 12)) };
    (first.moved(Meaning::Day(from)), last.moved(Meaning::Day(to)))
}

fn read(expr: &Expr, (tense, lead): (Tense, Lead), context: &Context, lexicon: &Lexicon) -> Option<Reading> {
    let alone = |meaning| Some(Reading::alone(meaning));
    match expr {
        Expr::Year(year) => alone(Meaning::Year(*year)),
        Expr::Decade(year) => alone(Meaning::Decade(*year)),
        Expr::Century(n) => alone(Meaning::Century(*n)),
        Expr::Length { count, unit } | Expr::Stretch { count, unit, .. } => alone(Meaning::Length(*count, *unit)),
        Expr::Every(recurring) => alone(Meaning::Every(*recurring)),
        Expr::Vague(vague) => alone(Meaning::Vague(*vague)),
        Expr::Date { year, month, day, .. } => Some(date(*year, (*month, *day), (tense, lead), context)),
        Expr::DayOfMonth(day) => {
            let (year, month) = context.month.or(context.published.map(|it| (it.year(), it.month() as u8)))?;
            let date = Date::from_ymd_opt(year, u32::from(month), u32::from(*day))?;
            Some(Reading::on(mentioned(context)?, Meaning::Day(date)))
        }
        Expr::Month { month, which, year } => Some(month_of(*month, *which, *year, (tense, lead), context)),
        Expr::NthOf { n, weekday, unit, month, year } => {
            let month = month_of(*month, Which::Bare, *year, (tense, lead), context);
            nth_of(*n, (*weekday, *unit), month)
        }
        Expr::Season { season, which, year } => Some(season_of(*season, *which, *year, tense, context)),
        Expr::Feast { feast, which, year } => feast_of(*feast, *which, *year, tense, context, lexicon),
        Expr::Fraction { n, unit, year, .. } => fraction(*n, *unit, *year, tense, context),
        Expr::YearBefore => year_before(context),
        Expr::UnitEnd { year, .. } => match year {
            YearSaid::Number(year) => alone(Meaning::Year(*year)),
            YearSaid::Unsaid | YearSaid::Relative(_) | YearSaid::Mentioned => {
                let day = context.anchor()?;
                Some(Reading::on(leans_on(context)?, Meaning::Year(day.year())))
            }
        },
        Expr::Today(n) => {
            // In a narrative "today" is still the day of writing.
            let day = context.published?;
            Some(Reading::on(Leans::Published(day), Meaning::Day(shift::days(day, i64::from(*n)))))
        }
        Expr::Weekday { weekday, which } => weekday_of(*weekday, *which, (tense, lead), context),
        Expr::WeekdayOf { weekday, week } => {
            let n = match week {
                Which::Last | Which::Previous | Which::Past => -7,
                Which::Next | Which::Coming | Which::Following => 7,
                _ => 0,
            };
            let day = context.anchor()?;
            let monday = shift::days(shift::week_start(day), n);
            let date = shift::days(monday, i64::from(weekday.num_days_from_monday()));
            Some(Reading::on(leans_on(context)?, Meaning::Day(date)))
        }
        Expr::Nth { unit, which } => nth(*unit, *which, tense, context),
        Expr::Offset { count, unit, toward } => offset(*count, *unit, *toward, tense, context),
        Expr::From { count, unit, toward, base } => {
            // "a week from Monday" counts from the Monday ahead.
            let tense = if *toward == Toward::Hence { Tense::Future(TextRange::default()) } else { tense };
            from(*count, *unit, *toward, read(base, (tense, lead), context, lexicon)?)
        }
        Expr::UnitOf { unit, day } => unit_of(*unit, read(day, (tense, lead), context, lexicon)?),
        Expr::At { clock, day } => match day {
            Some(day) => {
                let Some(reading) = read(day, (tense, lead), context, lexicon) else { return alone(Meaning::At(None, *clock)) };
                let date = reading.meaning.interval().and_then(|it| it.single_day());
                Some(Reading { meaning: Meaning::At(date, *clock), ..reading })
            }
            None => Some(of_day(context, |day| Meaning::At(day, *clock))),
        },
        Expr::DayPart { part, which, day } => match day {
            Some(day) => {
                let Some(reading) = read(day, (tense, lead), context, lexicon) else { return alone(Meaning::Part(None, *part)) };
                let date = reading.meaning.interval().and_then(|it| it.single_day());
                // "overnight into Friday" is the night before it.
                let date = date.map(|it| if *which == Which::Previous { shift::days(it, -1) } else { it });
                Some(Reading { meaning: Meaning::Part(date, *part), ..reading })
            }
            None => Some(day_part(*part, *which, tense, context)),
        },
        Expr::PartOf(part) => alone(Meaning::Part(None, *part)),
    }
}

/// The day of writing, or in a narrative the date last mentioned.
fn leans_on(context: &Context) -> Option<Leans> {
    if context.is_narrative && context.has_mention {
        return context.mentioned().map(Leans::Mentioned);
    }
    context.published.map(Leans::Published)
}

/// The date last mentioned, else the day of writing.
fn mentioned(context: &Context) -> Option<Leans> {
    if context.has_mention {
        return context.mentioned().map(Leans::Mentioned);
    }
    context.published.map(Leans::Published)
}

/// A time of day without its day: that of the day last mentioned, else of the day of writing.
fn of_day(context: &Context, meaning: impl Fn(Option<Date>) -> Meaning) -> Reading {
    let day = context.day.or(context.published.filter(|_| !context.is_narrative));
    let leans = day.map_or(Leans::Alone, |it| if context.has_mention { Leans::Mentioned(it) } else { Leans::Published(it) });
    Reading::on(leans, meaning(day))
}

fn day_part(part: Part, which: Which, tense: Tense, context: &Context) -> Reading {
    let anchor = if context.is_narrative { context.day } else { context.published };
    let leans = anchor.map_or(Leans::Alone, |it| if context.is_narrative { Leans::Mentioned(it) } else { Leans::Published(it) });
    let unknown = Reading::alone(Meaning::Part(None, part));
    let is_plan = !matches!(tense, Tense::Past(_));
    let by = |n: i64| Reading::on(leans, Meaning::Part(anchor.map(|it| shift::days(it, n)), part));
    match which {
        // "It could be changed overnight": the night to come.
        Which::Past if matches!(tense, Tense::Future(_)) => by(0),
        Which::Last | Which::Past => by(-1),
        Which::This | Which::Latest | Which::Coming => by(0),
        // "that same evening" leans on a day that was told of, and on no other.
        Which::That | Which::Same if !context.has_mention || context.day.is_none() => unknown,
        Which::Next | Which::Following
            if !is_plan && context.day.is_none_or(|day| context.published == Some(day) && !context.has_mention) =>
        {
            unknown
        }
        Which::Bare | Which::The | Which::That | Which::Same => of_day(context, |day| Meaning::Part(day, part)),
        Which::Next | Which::Following => of_day(context, |day| Meaning::Part(day.map(|it| shift::days(it, 1)), part)),
        Which::Previous => of_day(context, |day| Meaning::Part(day.map(|it| shift::days(it, -1)), part)),
    }
}
