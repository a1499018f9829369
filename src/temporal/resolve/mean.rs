//! What an expression means in its context, what it leans on, and which reading was rejected.

use super::context::{Context, last_quarter, quarter_of};
use super::{TimexType, is_known};
use crate::calendar::{Date, Datelike, Interval, Weekday, shift};
use crate::temporal::expr::{Count, Expr, Lead, Season, Tense, Timex, Toward, Unit, Vague, Which, YearSaid};
use crate::temporal::meaning::Meaning;
use crate::temporal::{Lexicon, meaning};

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
}

/// Reads one expression.
pub(super) fn mean(timex: &Timex, context: &Context, lexicon: &Lexicon) -> Reading {
    let reading = read(&timex.expr, (timex.tense, timex.lead), context, lexicon);
    reading.unwrap_or_else(|| Reading::alone(Meaning::Unknown(TimexType::Date)))
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
        Expr::Date { year, month, day, .. } => Some(date(*year, *month, *day, tense, context)),
        Expr::DayOfMonth(day) => {
            let (year, month) = context.month.or(context.published.map(|it| (it.year(), it.month() as u8)))?;
            let date = Date::from_ymd_opt(year, u32::from(month), u32::from(*day))?;
            Some(Reading::on(mentioned(context)?, Meaning::Day(date)))
        }
        Expr::Month { month, which, year } => Some(month_of(*month, *which, *year, (tense, lead), context)),
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
        Expr::Weekday { weekday, which } => weekday_of(*weekday, *which, tense, context),
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
        Expr::Offset { count, unit, toward } => offset(*count, *unit, *toward, context),
        Expr::At { clock, day } => match day {
            Some(day) => {
                let reading = read(day, (tense, lead), context, lexicon)?;
                let date = reading.meaning.interval().and_then(|it| it.single_day());
                Some(Reading { meaning: Meaning::At(date, *clock), ..reading })
            }
            None => Some(of_day(context, |day| Meaning::At(day, *clock))),
        },
        Expr::DayPart { part, which, day } => match day {
            Some(day) => {
                let reading = read(day, (tense, lead), context, lexicon)?;
                let date = reading.meaning.interval().and_then(|it| it.single_day());
                // "overnight into Friday" is the night before it.
                let date = date.map(|it| if *which == Which::Previous { shift::days(it, -1) } else { it });
                Some(Reading { meaning: Meaning::Part(date, *part), ..reading })
            }
            None => Some(day_part(*part, *which, context)),
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
    let day = context.day;
    let leans = day.map_or(Leans::Alone, |it| if context.has_mention { Leans::Mentioned(it) } else { Leans::Published(it) });
    Reading::on(leans, meaning(day))
}

fn day_part(part: crate::temporal::expr::Part, which: Which, context: &Context) -> Reading {
    let anchor = if context.is_narrative { context.day } else { context.published };
    let leans = anchor.map_or(Leans::Alone, |it| if context.is_narrative { Leans::Mentioned(it) } else { Leans::Published(it) });
    let by = |n: i64| Reading::on(leans, Meaning::Part(anchor.map(|it| shift::days(it, n)), part));
    match which {
        Which::Last | Which::Past => by(-1),
        Which::This | Which::Latest => by(0),
        Which::Bare | Which::The | Which::That | Which::Same => of_day(context, |day| Meaning::Part(day, part)),
        Which::Next | Which::Following | Which::Coming => {
            of_day(context, |day| Meaning::Part(day.map(|it| shift::days(it, 1)), part))
        }
        Which::Previous => of_day(context, |day| Meaning::Part(day.map(|it| shift::days(it, -1)), part)),
    }
}

fn date(year: YearSaid, month: u8, day: u8, tense: Tense, context: &Context) -> Reading {
    let yearless = Meaning::YearlessDay(month, day);
    let of = |year: i32| Date::from_ymd_opt(year, u32::from(month), u32::from(day));
    let dated = |year: Option<i32>| year.and_then(of).map_or(yearless.clone(), Meaning::Day);
    match year {
        YearSaid::Number(year) => return Reading::alone(dated(Some(year))),
        YearSaid::Relative(n) => {
            let Some(leans) = leans_on(context) else { return Reading::alone(yearless) };
            return Reading::on(leans, dated(context.anchor().map(|it| it.year() + i32::from(n))));
        }
        YearSaid::Mentioned => {
            let Some(leans) = mentioned(context) else { return Reading::alone(yearless) };
            return Reading::on(leans, dated(context.year));
        }
        YearSaid::Unsaid => {}
    }
    if context.is_narrative {
        let Some(leans) = mentioned(context) else { return Reading::alone(yearless) };
        return Reading::on(leans, dated(narrative_year(context, month, tense)));
    }
    let Some(published) = context.published else { return Reading::alone(yearless) };
    let mut near: Vec<Date> = (published.year() - 1..=published.year() + 1).filter_map(of).collect();
    near.sort_by_key(|it| it.signed_duration_since(published).num_days().abs());
    // The nearest, unless the tense says that it lies on the other side.
    let ahead = near.first().map_or(0, |it| it.signed_duration_since(published).num_days());
    let belies = match tense {
        Tense::Past(_) => ahead > 70,
        Tense::Future(_) => ahead < -120,
        Tense::Untold => false,
    };
    if belies && let Some(other) = near.iter().position(|it| (*it > published) != (ahead > 0)) {
        near.swap(0, other);
    }
    Reading {
        rejected: near.get(1).copied().map(Meaning::Day),
        ..Reading::on(Leans::Published(published), near.first().copied().map_or(yearless, Meaning::Day))
    }
}

/// In a narrative a month stands in the year last mentioned, in the next where the order of months goes backwards far.
fn narrative_year(context: &Context, month: u8, _tense: Tense) -> Option<i32> {
    let year = context.year?;
    let Some((_, last)) = context.month else { return Some(year) };
    // From December to January the story goes on; it seldom looks back further than it looks ahead.
    let ahead = i32::from(month) - i32::from(last);
    Some(if ahead <= -8 { year + 1 } else { year })
}

fn month_of(month: u8, which: Which, year: YearSaid, (tense, lead): (Tense, Lead), context: &Context) -> Reading {
    if let YearSaid::Number(year) = year {
        return Reading::alone(Meaning::Month(year, month));
    }
    let yearless = Reading::alone(Meaning::YearlessMonth(month));
    let is_anaphoric =
        year == YearSaid::Mentioned || matches!(which, Which::That | Which::Same | Which::Previous | Which::Following);
    if context.is_narrative || is_anaphoric {
        let (Some(leans), Some(last_year)) = (mentioned(context), context.year) else { return yearless };
        let last_month = context.month.map_or(1, |it| it.1);
        let year = match which {
            Which::Following | Which::Next if month <= last_month => last_year + 1,
            Which::Previous | Which::Last if month >= last_month => last_year - 1,
            Which::Bare if year == YearSaid::Unsaid => narrative_year(context, month, tense).unwrap_or(last_year),
            _ => last_year,
        };
        return Reading::on(leans, Meaning::Month(year, month));
    }
    let Some(published) = context.published else { return yearless };
    let (this, now) = (published.year(), published.month() as u8);
    let leans = Leans::Published(published);
    if let YearSaid::Relative(n) = year {
        return Reading::on(leans, Meaning::Month(this + i32::from(n), month));
    }
    // "by May", "until June" look ahead where no past tense says otherwise, or where the month ahead is the nearer one.
    let months_on = (i32::from(month) - i32::from(now)).rem_euclid(12);
    let is_ahead =
        matches!(lead, Lead::By | Lead::Until | Lead::To) && (!matches!(tense, Tense::Past(_)) || (1..6).contains(&months_on));
    let is_future = matches!(tense, Tense::Future(_)) || is_ahead;
    let (year, other) = match which {
        Which::Last | Which::Past if month >= now => (this - 1, None),
        Which::Next | Which::Coming if month <= now => (this + 1, None),
        Which::Bare if is_future && month < now => (this + 1, Some(this)),
        Which::Bare if !is_future && month > now => (this - 1, Some(this)),
        Which::Bare => (this, Some(if month > now { this - 1 } else { this + 1 })),
        _ => (this, None),
    };
    Reading { rejected: other.map(|it| Meaning::Month(it, month)), ..Reading::on(leans, Meaning::Month(year, month)) }
}

/// The first month of a season.
fn first_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

fn season_of(season: Season, which: Which, year: YearSaid, tense: Tense, context: &Context) -> Reading {
    let yearless = Reading::alone(Meaning::YearlessSeason(season));
    let of = |year: i32| Meaning::Season(year, season);
    match year {
        YearSaid::Number(year) => return Reading::alone(of(year)),
        YearSaid::Relative(n) => {
            let (Some(leans), Some(day)) = (leans_on(context), context.anchor()) else { return yearless };
            return Reading::on(leans, of(day.year() + i32::from(n)));
        }
        YearSaid::Mentioned => {
            let (Some(leans), Some(year)) = (mentioned(context), context.year) else { return yearless };
            return Reading::on(leans, of(year));
        }
        YearSaid::Unsaid => {}
    }
    let is_anaphoric = matches!(which, Which::That | Which::Same | Which::Previous | Which::Following);
    if context.is_narrative || is_anaphoric {
        let (Some(leans), Some(year)) = (mentioned(context), context.year) else { return yearless };
        let n = match which {
            Which::Following | Which::Next => 1,
            Which::Previous | Which::Last => -1,
            _ => 0,
        };
        return Reading::on(leans, of(year + n));
    }
    let Some(published) = context.published else { return yearless };
    let (this, now, first) = (published.year(), published.month() as u8, first_month(season));
    let has_begun = now >= first;
    let has_ended = now >= first + 3;
    let year = match which {
        Which::Last | Which::Past => {
            if has_ended {
                this
            } else {
                this - 1
            }
        }
        Which::Next | Which::Coming => {
            if has_begun {
                this + 1
            } else {
                this
            }
        }
        Which::This => this,
        _ if matches!(tense, Tense::Future(_)) => {
            if has_ended {
                this + 1
            } else {
                this
            }
        }
        _ => {
            if has_begun {
                this
            } else {
                this - 1
            }
        }
    };
    Reading::on(Leans::Published(published), of(year))
}

fn feast_of(feast: u16, which: Which, year: YearSaid, tense: Tense, context: &Context, lexicon: &Lexicon) -> Option<Reading> {
    let feast = lexicon.feasts.get(usize::from(feast))?;
    if let YearSaid::Number(year) = year {
        return Some(Reading::alone(Meaning::Day(feast.day(year)?)));
    }
    let anchor = context.anchor()?;
    let leans = leans_on(context)?;
    let of = |year: i32| feast.day(year);
    let this = anchor.year();
    let years = [this - 1, this, this + 1];
    let is_future = matches!(tense, Tense::Future(_));
    let day = match (year, which) {
        (YearSaid::Relative(n), _) => of(this + i32::from(n))?,
        (YearSaid::Mentioned, _) => of(context.year?)?,
        (_, Which::Last | Which::Past) => years.iter().rev().filter_map(|it| of(*it)).find(|it| *it < anchor)?,
        (_, Which::Next | Which::Coming) => years.iter().filter_map(|it| of(*it)).find(|it| *it > anchor)?,
        (_, Which::This) => of(this)?,
        _ if is_future => years.iter().filter_map(|it| of(*it)).find(|it| *it >= anchor)?,
        _ if matches!(tense, Tense::Past(_)) => {
            years.iter().rev().filter_map(|it| of(*it)).find(|it| *it <= shift::days(anchor, 30))?
        }
        _ => years.iter().filter_map(|it| of(*it)).min_by_key(|it| it.signed_duration_since(anchor).num_days().abs())?,
    };
    Some(Reading::on(leans, Meaning::Day(day)))
}

fn fraction(n: u8, unit: Unit, year: YearSaid, tense: Tense, context: &Context) -> Option<Reading> {
    let of = |year: i32, n: u8| if unit == Unit::HalfYear { Meaning::Half(year, n) } else { Meaning::Quarter(year, n) };
    if n == 0 {
        // "the 1988 period": the quarter last mentioned, in that year.
        let year = match year {
            YearSaid::Number(year) => year,
            YearSaid::Relative(n) => context.anchor()?.year() + i32::from(n),
            YearSaid::Unsaid | YearSaid::Mentioned => context.year?,
        };
        return Some(Reading::alone(match context.quarter {
            Some((_, n)) => of(year, n),
            None => Meaning::Year(year),
        }));
    }
    match year {
        YearSaid::Number(year) => return Some(Reading::alone(of(year, n))),
        YearSaid::Relative(by) => return Some(Reading::on(leans_on(context)?, of(context.anchor()?.year() + i32::from(by), n))),
        YearSaid::Mentioned => return Some(Reading::on(mentioned(context)?, of(context.year?, n))),
        YearSaid::Unsaid => {}
    }
    if context.is_narrative && context.has_mention {
        return Some(Reading::on(mentioned(context)?, of(context.year?, n)));
    }
    let published = context.published?;
    let (this, now) = match unit {
        Unit::HalfYear => (published.year(), (published.month0() / 6 + 1) as u8),
        _ => (published.year(), quarter_of(published)),
    };
    let is_future = matches!(tense, Tense::Future(_));
    let year = if n > now && !is_future {
        this - 1
    } else if n < now && is_future && now - n >= 2 {
        this + 1
    } else {
        this
    };
    Some(Reading::on(Leans::Published(published), of(year, n)))
}

/// "the year-earlier quarter": the quarter last mentioned, less a year; where none was, the year before.
fn year_before(context: &Context) -> Option<Reading> {
    if let Some((year, n)) = context.quarter {
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(year - 1, n)));
    }
    let day = context.anchor()?;
    Some(Reading::on(leans_on(context)?, Meaning::Year(day.year() - 1)))
}

fn weekday_of(weekday: Weekday, which: Which, tense: Tense, context: &Context) -> Option<Reading> {
    let is_anaphoric = matches!(which, Which::Previous | Which::Following | Which::That | Which::Same);
    let Some(leans) = (if is_anaphoric { mentioned(context) } else { leans_on(context) }) else {
        return Some(Reading::alone(Meaning::SomeWeekday(weekday)));
    };
    let anchor = match leans {
        Leans::Published(day) | Leans::Mentioned(day) => day,
        Leans::Alone => return None,
    };
    let on_or_before = shift::weekday_on_or_before(anchor, weekday);
    let before = shift::weekday_on_or_before(shift::days(anchor, -1), weekday);
    let after = shift::weekday_after(anchor, weekday);
    let (day, other) = match which {
        Which::Last | Which::Past | Which::Previous => (before, None),
        Which::Next | Which::Coming | Which::Following => (after, None),
        Which::This => {
            let in_week = shift::days(shift::week_start(anchor), i64::from(weekday.num_days_from_monday()));
            (in_week, None)
        }
        Which::Same | Which::That => (on_or_before, None),
        Which::Bare | Which::The | Which::Latest => match tense {
            _ if on_or_before == anchor => (on_or_before, Some(after)),
            Tense::Future(_) => (after, Some(on_or_before)),
            Tense::Past(_) | Tense::Untold => (on_or_before, Some(after)),
        },
    };
    Some(Reading { rejected: other.map(Meaning::Day), ..Reading::on(leans, Meaning::Day(day)) })
}

fn nth(unit: Unit, which: Which, tense: Tense, context: &Context) -> Option<Reading> {
    let anaphoric = matches!(which, Which::The | Which::Previous | Which::Following | Which::Same | Which::That);
    let by_published = |n: i32| {
        let day = context.anchor()?;
        Some(Reading::on(leans_on(context)?, step(day, unit, n)?))
    };
    let last = match unit {
        Unit::Week | Unit::Weekend => context.week,
        _ => context.mentioned(),
    };
    let by_mentioned = |n: i32| Some(Reading::on(mentioned(context)?, step(last?, unit, n)?));
    if unit == Unit::Quarter && which == Which::Previous {
        let (year, n) = context.quarter.or(context.published.map(last_quarter))?;
        let before = if n > 1 { (year, n - 1) } else { (year - 1, 4) };
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(before.0, before.1)));
    }
    if unit == Unit::Quarter && matches!(which, Which::The | Which::Latest | Which::That | Which::Same) {
        let published = context.published;
        let (year, n) = match which {
            Which::Latest => published.map(last_quarter).or(context.quarter)?,
            _ => context.quarter.or(published.map(last_quarter))?,
        };
        return Some(Reading::on(mentioned(context)?, Meaning::Quarter(year, n)));
    }
    if unit == Unit::Weekend && !anaphoric_weekend(which) && !context.is_narrative {
        let day = context.published?;
        let is_early = day.weekday().num_days_from_monday() <= 2;
        let n = match which {
            Which::Last | Which::Past => -1,
            Which::Next | Which::Coming => 1,
            Which::The | Which::Bare | Which::Latest if is_early && !matches!(tense, Tense::Future(_)) => -1,
            _ => 0,
        };
        return Some(Reading::on(Leans::Published(day), step(day, unit, n)?));
    }
    match which {
        Which::Bare | Which::This | Which::Latest => by_published(0),
        Which::Last | Which::Past => by_published(-1),
        Which::Next | Which::Coming => by_published(1),
        Which::The if !context.is_narrative && unit != Unit::Day && !context.is_about_year(unit) => by_published(0),
        Which::The | Which::Same | Which::That => by_mentioned(0),
        Which::Previous => by_mentioned(-1),
        Which::Following => by_mentioned(1),
    }
    .filter(|it| is_known(&it.meaning) || anaphoric)
}

fn anaphoric_weekend(which: Which) -> bool {
    matches!(which, Which::Previous | Which::Following | Which::Same | Which::That)
}

fn offset(count: Count, unit: Unit, toward: Toward, context: &Context) -> Option<Reading> {
    let vague = match toward {
        Toward::Ago | Toward::Earlier => Vague::Past,
        Toward::Hence | Toward::Later => Vague::Future,
    };
    let n = match count {
        Count::Some => return Some(Reading::alone(Meaning::Vague(vague))),
        Count::Exactly(_) => i32::try_from(count.n()?).ok()?,
        Count::AndHalf(whole) => i32::try_from(whole).ok()?,
    };
    let is_half = matches!(count, Count::AndHalf(_));
    // "two days later" leans on a date before it; the day of writing is none.
    if toward == Toward::Later && !context.has_mention {
        return Some(Reading::alone(Meaning::Unknown(TimexType::Date)));
    }
    let (leans, n) = match toward {
        Toward::Ago => (leans_on(context)?, n.checked_neg()?),
        Toward::Hence => (leans_on(context)?, n),
        Toward::Earlier => (mentioned(context)?, n.checked_neg()?),
        Toward::Later => (mentioned(context)?, n),
    };
    let anchor = match leans {
        Leans::Published(day) | Leans::Mentioned(day) => day,
        Leans::Alone => return None,
    };
    if n == -1 && unit == Unit::Year && !context.is_narrative && context.quarter.is_some() {
        return year_before(context);
    }
    // "two and a half years ago" is known to the half year.
    if is_half && unit == Unit::Year {
        let months = n.checked_mul(12)?.checked_add(if n < 0 { -6 } else { 6 })?;
        return Some(Reading::on(leans, step(anchor, Unit::Month, months)?));
    }
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return Some(Reading::alone(Meaning::Length(count, unit)));
    }
    let is_precise = context.day.is_some() || matches!(leans, Leans::Published(_)) || unit >= Unit::Month;
    if !is_precise && matches!(unit, Unit::Day | Unit::Week | Unit::Fortnight) {
        return Some(Reading::on(leans, Meaning::Unknown(TimexType::Date)));
    }
    Some(Reading::on(leans, step(anchor, unit, n)?))
}

/// The unit that holds the day `n` units on.
fn step(from: Date, unit: Unit, n: i32) -> Option<Meaning> {
    meaning::step(from, unit, n)
}
