//! When an expression means: expression and anchor become an interval and the reason for it.

use super::expr::{Tense, Toward, Unit, Which, YearSaid};
use super::meaning::Meaning;
use super::{Expr, Lexicon, Timex};
use crate::calendar::{Date, Datelike, Interval, shift};

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

/// Why an expression means what it means, in parts; [`Reason::text`] says it in a line.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reason {
    /// The expression as said.
    pub expression: String,
    /// The interval it leans on, where it leans on one, and what that is ("published", "the date before").
    pub anchor: Option<(Interval, &'static str)>,
    /// The rule in words a reader understands.
    pub rule: String,
    /// Readings rejected, and why.
    pub rejected: Vec<String>,
}

impl Reason {
    /// The reason in one line: expression + anchor = result.
    pub fn text(&self) -> String {
        self.rule.clone()
    }
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

/// When each expression of a text means: one [`Dated`] a timex, in the same order.
///
/// An anchor of several days gives intervals that hold whatever each of these days would give.
pub fn resolve(text: &str, timexes: &[Timex], anchor: &Anchor, _lexicon: &Lexicon) -> Vec<Dated> {
    let published = anchor.published.map(|it| it.last_day());
    let mut mentioned = Mentioned { day: published };
    let mut dated = Vec::with_capacity(timexes.len());
    for (i, timex) in timexes.iter().enumerate() {
        let meaning = mean(timex, published, &mut mentioned);
        let expression = timex.range.of(text).to_string();
        let rule = format!("{expression} = {}", meaning.value());
        dated.push(Dated {
            timex: u32::try_from(i).unwrap_or(u32::MAX),
            when: meaning.interval(),
            kind: meaning.kind(),
            value: meaning.value(),
            reason: Reason { expression, anchor: anchor.published.map(|it| (it, "published")), rule, rejected: Vec::new() },
        });
    }
    dated
}

/// The dates last spoken of.
#[derive(Clone, Copy, Debug)]
struct Mentioned {
    day: Option<Date>,
}

fn mean(timex: &Timex, published: Option<Date>, mentioned: &mut Mentioned) -> Meaning {
    let unknown = Meaning::Unknown(TimexType::Date);
    let meaning = match &timex.expr {
        Expr::Year(year) => Some(Meaning::Year(*year)),
        Expr::Decade(year) => Some(Meaning::Decade(*year)),
        Expr::Century(n) => Some(Meaning::Century(*n)),
        Expr::Length { count, unit } | Expr::Stretch { count, unit, .. } => Some(Meaning::Length(*count, *unit)),
        Expr::Every(recurring) => Some(Meaning::Every(*recurring)),
        Expr::Vague(vague) => Some(Meaning::Vague(*vague)),
        Expr::Date { year, month, day, .. } => Some(date(*year, *month, *day, published)),
        Expr::Month { month, which, year } => month_meaning(*month, *which, *year, published, timex.tense),
        Expr::At { clock, day } => Some(Meaning::At(anchor_day(day, timex, published, mentioned), *clock)),
        Expr::DayPart { part, which, day } => {
            let base = match (day, which) {
                (None, Which::Last) => published.map(|it| shift::days(it, -1)),
                _ => anchor_day(day, timex, published, mentioned),
            };
            Some(Meaning::Part(base, *part))
        }
        relative => published.and_then(|it| from_day(relative, it, mentioned.day.unwrap_or(it), timex.tense)),
    };
    let meaning = meaning.unwrap_or(unknown);
    if let Some(day) = meaning.interval().and_then(|it| it.single_day()) {
        mentioned.day = Some(day);
    }
    meaning
}

fn anchor_day(day: &Option<Box<Expr>>, timex: &Timex, published: Option<Date>, mentioned: &mut Mentioned) -> Option<Date> {
    let Some(day) = day else { return published };
    let inner = Timex { expr: (**day).clone(), ..timex.clone() };
    match mean(&inner, published, mentioned) {
        Meaning::Day(date) => Some(date),
        _ => None,
    }
}

fn date(year: YearSaid, month: u8, day: u8, published: Option<Date>) -> Meaning {
    let yearless = Meaning::YearlessDay(month, day);
    let of = |year: i32| Date::from_ymd_opt(year, u32::from(month), u32::from(day));
    let year = match year {
        YearSaid::Number(year) => Some(year),
        YearSaid::Relative(n) => published.map(|it| it.year() + i32::from(n)),
        YearSaid::Mentioned | YearSaid::Unsaid => None,
    };
    if let Some(year) = year {
        return of(year).map_or(yearless, Meaning::Day);
    }
    let Some(published) = published else { return yearless };
    let nearest = (published.year() - 1..=published.year() + 1)
        .filter_map(of)
        .min_by_key(|it| it.signed_duration_since(published).num_days().abs());
    nearest.map_or(yearless, Meaning::Day)
}

fn month_meaning(month: u8, which: Which, year: YearSaid, published: Option<Date>, tense: Tense) -> Option<Meaning> {
    if let YearSaid::Number(year) = year {
        return Some(Meaning::Month(year, month));
    }
    let Some(published) = published else { return Some(Meaning::YearlessMonth(month)) };
    let (this, now) = (published.year(), published.month() as u8);
    if let YearSaid::Relative(n) = year {
        return Some(Meaning::Month(this + i32::from(n), month));
    }
    Some(Meaning::Month(
        match which {
            Which::Last | Which::Past | Which::Previous if month >= now => this - 1,
            Which::Next | Which::Coming if month <= now => this + 1,
            Which::Bare if matches!(tense, Tense::Future(_)) && month < now => this + 1,
            Which::Bare if !matches!(tense, Tense::Future(_)) && month > now => this - 1,
            _ => this,
        },
        month,
    ))
}

/// What leans on the day of writing.
fn from_day(expr: &Expr, published: Date, mentioned: Date, tense: Tense) -> Option<Meaning> {
    Some(match expr {
        Expr::Today(n) => Meaning::Day(shift::days(published, i64::from(*n))),
        Expr::Weekday { weekday, which } => Meaning::Day(match which {
            Which::Last | Which::Past | Which::Previous => shift::weekday_on_or_before(shift::days(published, -1), *weekday),
            Which::Next | Which::Coming => shift::weekday_after(published, *weekday),
            _ if matches!(tense, Tense::Future(_)) => shift::weekday_after(published, *weekday),
            _ => shift::weekday_on_or_before(published, *weekday),
        }),
        Expr::Nth { unit, which } => {
            let n = match which {
                Which::Last | Which::Previous | Which::Past => -1,
                Which::Next | Which::Coming | Which::Following => 1,
                _ => 0,
            };
            step(published, *unit, n)?
        }
        Expr::Offset { count, unit, toward } => {
            let n = i32::try_from(count.n()?).ok()?;
            match toward {
                Toward::Ago => step(published, *unit, -n)?,
                Toward::Hence => step(published, *unit, n)?,
                Toward::Earlier => step(mentioned, *unit, -n)?,
                Toward::Later => step(mentioned, *unit, n)?,
            }
        }
        Expr::Season { season, which, year } => {
            let year = match (year, which) {
                (YearSaid::Number(year), _) => *year,
                (_, Which::Last) => published.year() - 1,
                (_, Which::Next) => published.year() + 1,
                _ => published.year(),
            };
            Meaning::Season(year, *season)
        }
        Expr::Fraction { n, unit: _, which: _, year } => {
            let quarter = (published.month0() / 3 + 1) as u8;
            let year = match year {
                YearSaid::Number(year) => *year,
                _ if *n >= quarter => published.year() - 1,
                _ => published.year(),
            };
            Meaning::Quarter(year, *n)
        }
        _ => return None,
    })
}

/// The unit that holds the day `n` units on.
fn step(from: Date, unit: Unit, n: i32) -> Option<Meaning> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => Meaning::Day(shift::days(from, i64::from(n))),
        Unit::Week => Meaning::Week(shift::days(from, 7 * i64::from(n))),
        Unit::Fortnight => Meaning::Week(shift::days(from, 14 * i64::from(n))),
        Unit::Weekend => Meaning::Weekend(shift::days(from, 7 * i64::from(n))),
        Unit::Month => {
            let it = shift::months(from, n);
            Meaning::Month(it.year(), it.month() as u8)
        }
        Unit::Quarter => {
            let it = shift::months(from, n.checked_mul(3)?);
            Meaning::Quarter(it.year(), (it.month0() / 3 + 1) as u8)
        }
        Unit::HalfYear => {
            let it = shift::months(from, n.checked_mul(6)?);
            Meaning::Half(it.year(), (it.month0() / 6 + 1) as u8)
        }
        Unit::Year => Meaning::Year(from.year().checked_add(n)?),
        Unit::Decade => Meaning::Decade(from.year().checked_add(n.checked_mul(10)?)?),
        Unit::Century => Meaning::Century((from.year().checked_add(n.checked_mul(100)?)?).div_euclid(100) + 1),
        Unit::Millennium => return None,
    })
}
