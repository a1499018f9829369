//! Dates, months, seasons and feasts: what lacks at most its year.

use super::super::context::Context;
use super::{Leans, Reading, leans_on, mentioned};
use crate::calendar::{Date, Datelike, Weekday, shift};
use crate::temporal::Lexicon;
use crate::temporal::expr::{Lead, Season, Tense, Unit, Which, YearSaid};
use crate::temporal::meaning::Meaning;

/// How far a story goes on without a year, in days.
const A_CHAPTER: i64 = 45;

/// How far ahead a month or a day is likely to lie of which nobody says the year, in days.
const FAR_AHEAD: i64 = 225;

pub(super) fn date(year: YearSaid, (month, day): (u8, u8), (tense, lead): (Tense, Lead), context: &Context) -> Reading {
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
    // "The war began on 20 March 2003. By 9 April the city had fallen."
    if let (Tense::Past(_), true, Some((year, _))) = (tense, ahead > 0 && context.has_mention, context.month)
        && year < published.year() - 1
        && let Some(leans) = mentioned(context)
    {
        return Reading::on(leans, dated(narrative_year(context, month, tense)));
    }
    // "He died on 25 June 2009. The tour was due to begin on 13 July.": the story is nearer than the day of writing.
    if let (Some(told), Some(leans), false) = (context.day, mentioned(context), matches!(tense, Tense::Future(_)))
        && context.has_mention
        && told.year() < published.year() - 1
        && let Some(date) = of(told.year())
        && date.signed_duration_since(told).num_days().abs() <= A_CHAPTER
        && ahead.abs() > A_CHAPTER
    {
        return Reading::on(leans, Meaning::Day(date));
    }
    // "was put off until 5 September", "to 5 September"
    let is_bound = matches!(lead, Lead::By | Lead::Until | Lead::To);
    let belies = match tense {
        Tense::Past(_) => ahead > if is_bound { 150 } else { 70 },
        Tense::Future(_) => ahead < -70,
        Tense::Likely(_) => ahead < -70 && (is_bound || ahead < FAR_AHEAD - 365),
        Tense::Untold => ahead > 150,
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

pub(super) fn month_of(month: u8, which: Which, year: YearSaid, (tense, lead): (Tense, Lead), context: &Context) -> Reading {
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
            Which::Following | Which::Next if context.month.is_none() || month <= last_month => last_year + 1,
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
    let is_ahead = match tense {
        // "The data will include sales for February" is of the month that has just ended.
        Tense::Future(_) => months_on != 11 || lead != Lead::None,
        Tense::Likely(_) => i64::from(months_on) * 30 <= FAR_AHEAD || matches!(lead, Lead::By | Lead::Until | Lead::To),
        Tense::Untold => matches!(lead, Lead::By | Lead::Until | Lead::To) && months_on < 9,
        Tense::Past(_) => matches!(lead, Lead::By | Lead::Until) && (1..6).contains(&months_on),
    };
    // Of the coming month and the one that was eleven months ago, writers mean the coming one.
    let is_near = months_on == 1 || (months_on == 2 && tense == Tense::Untold);
    let is_future = is_ahead || is_near;
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

/// "the first Monday of June", once the month is known: the day, or a day in the middle of the week.
pub(super) fn nth_of(n: i8, (weekday, unit): (Option<Weekday>, Unit), month: Reading) -> Option<Reading> {
    let Meaning::Month(year, number) = month.meaning else { return Some(Reading { rejected: None, ..month }) };
    let meaning = match (weekday, unit) {
        (Some(weekday), _) => Meaning::Day(shift::nth_weekday(year, u32::from(number), weekday, n)?),
        (None, Unit::Week) => Meaning::Week(shift::days(week_of_month(year, number, n)?, 3)),
        (None, _) => Meaning::Day(match n {
            -1 => shift::days(shift::months(Date::from_ymd_opt(year, u32::from(number), 1)?, 1), -1),
            n => Date::from_ymd_opt(year, u32::from(number), u32::try_from(n).ok()?)?,
        }),
    };
    Some(Reading { rejected: None, meaning, ..month })
}

/// The first day of the nth week of a month, which begins with its first day; the last week ends with its last.
fn week_of_month(year: i32, month: u8, n: i8) -> Option<Date> {
    let first = Date::from_ymd_opt(year, u32::from(month), 1)?;
    Some(match n {
        -1 => shift::days(shift::months(first, 1), -7),
        n => shift::days(first, 7 * (i64::from(n) - 1)),
    })
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

pub(super) fn season_of(season: Season, which: Which, year: YearSaid, tense: Tense, context: &Context) -> Reading {
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
    // From January to March the winter at hand is that of the year before.
    let is_winter = season == Season::Winter && now <= 3;
    let has_begun = now >= first;
    let has_ended = now >= first + 3;
    let year = match which {
        Which::Last | Which::Past => {
            if is_winter && now < 3 {
                this - 2
            } else if has_ended {
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
        Which::This if is_winter => this - 1,
        Which::This => this,
        _ if tense.is_plan() => {
            if has_ended {
                this + 1
            } else {
                this
            }
        }
        // "The virus may be back in the autumn": where nothing tells, the nearest.
        _ if tense == Tense::Untold => nearest_season(first, published),
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

/// The year in which the season that begins in a month has its middle nearest to a day.
fn nearest_season(first: u8, day: Date) -> i32 {
    let months = |year: i32| (year - day.year()) * 12 + i32::from(first) + 1 - day.month() as i32;
    (day.year() - 1..=day.year() + 1).min_by_key(|it| months(*it).abs()).unwrap_or(day.year())
}

pub(super) fn feast_of(
    feast: u16,
    which: Which,
    year: YearSaid,
    tense: Tense,
    context: &Context,
    lexicon: &Lexicon,
) -> Option<Reading> {
    let feast = lexicon.feasts.get(usize::from(feast))?;
    if let YearSaid::Number(year) = year {
        return Some(Reading::alone(Meaning::Day(feast.day(year)?)));
    }
    let anchor = context.anchor()?;
    let leans = leans_on(context)?;
    let of = |year: i32| feast.day(year);
    let this = anchor.year();
    let years = [this - 1, this, this + 1];
    let is_future = tense.is_plan();
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
