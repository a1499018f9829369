//! What an expression can lean on: the day of writing, and the dates last mentioned.

use super::Genre;
use super::mean::{Leans, Reading};
use crate::calendar::{Date, Datelike, Weekday, shift};
use crate::temporal::expr::{Expr, Hedge, Lead, Part, Tense, Timex, Toward, Unit, Which, YearSaid};
use crate::temporal::meaning::Meaning;

/// The day of writing and the dates last mentioned, of each size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) published: Option<Date>,
    pub(super) is_narrative: bool,
    /// The day last mentioned.
    pub(super) day: Option<Date>,
    /// A day in the week last mentioned.
    pub(super) week: Option<Date>,
    /// The month last mentioned.
    pub(super) month: Option<(i32, u8)>,
    /// The quarter last mentioned.
    pub(super) quarter: Option<(i32, u8)>,
    /// The year last mentioned, and where a bare year was.
    pub(super) year: Option<i32>,
    year_end: u32,
    /// Where the expression stands that is read.
    at: u32,
    /// Where the evening or the night of that day was last mentioned: the small hours told of next are those of the day after.
    night: Option<u32>,
    /// Whether a date has been mentioned at all.
    pub(super) has_mention: bool,
    /// Whether a day of the last week has been mentioned, so that one long before it is only recalled.
    pub(super) tells_news: bool,
    /// Whether the text was carried on into the day after its day of writing.
    pub(super) is_carried_on: bool,
}

/// How far back a day lies that news still speaks of as the day, in days.
const A_WEEK: i64 = 7;

/// The hours at which a day breaks and an evening begins.
const DAYBREAK: u8 = 6;
const AN_EVENING: u8 = 18;

/// So near, in bytes, stands what goes on with a night.
const A_SENTENCE: u32 = 160;

/// So near, in bytes, stands "the year" to the one it means, where that is not the year of writing.
const A_CLAUSE: u32 = 100;

/// No story leaps further at once, in years.
const A_LIFE: i32 = 30;

impl Context {
    pub(super) fn new(timexes: &[Timex], published: Option<Date>, genre: Genre, telling: Telling) -> Context {
        let is_narrative = match genre {
            Genre::News => false,
            Genre::Narrative => true,
            // An agency's report is news, whatever it recalls.
            Genre::Auto => telling != Telling::ByWire && is_narrative(timexes, published),
        };
        let start = published.filter(|_| !is_narrative);
        Context {
            published,
            is_narrative,
            day: start,
            week: start,
            month: start.map(|it| (it.year(), it.month() as u8)),
            quarter: None,
            year: start.map(|it| it.year()),
            year_end: 0,
            at: 0,
            night: None,
            has_mention: false,
            tells_news: false,
            is_carried_on: start.is_some_and(|day| is_carried_on(timexes, shift::days(day, 1), telling)),
        }
    }

    /// The day on which a day word leans: the day of writing, in a narrative the day last mentioned.
    pub(super) fn anchor(&self) -> Option<Date> {
        if self.is_narrative { self.mentioned().or(self.published) } else { self.published }
    }

    /// The day last mentioned, else the beginning of the month or year last mentioned.
    pub(super) fn mentioned(&self) -> Option<Date> {
        self.day
            .or_else(|| self.month.and_then(|(year, month)| Date::from_ymd_opt(year, u32::from(month), 1)))
            .or_else(|| self.year.and_then(|year| Date::from_ymd_opt(year, 1, 1)))
    }

    /// The day last mentioned, unless news only recalls it: "the worst since November 21, and down 0.7 percent on the day".
    pub(super) fn near_day(&self) -> Option<Date> {
        self.day.filter(|day| !self.tells_news || self.is_near(*day))
    }

    /// The context in which an expression is read: where it stands, and the day of the small hours of a night.
    pub(super) fn beside(&self, timex: &Timex) -> Context {
        Context { day: self.small_hours(timex).or(self.day), at: timex.range.start, ..*self }
    }

    /// The day after the night just told of, where a time that names no day is one of its small hours or its morning.
    fn small_hours(&self, timex: &Timex) -> Option<Date> {
        let is_early = match timex.expr {
            Expr::At { clock, day: None } => clock.hour < DAYBREAK,
            Expr::DayPart { part, which: Which::Bare | Which::The, day: None } => matches!(part, Part::Dawn | Part::Morning),
            _ => false,
        };
        let is_beside = self.night.is_some_and(|end| timex.range.start.saturating_sub(end) <= A_SENTENCE);
        self.day.filter(|_| is_early && is_beside).map(|day| shift::days(day, 1))
    }

    fn is_near(&self, day: Date) -> bool {
        self.published.is_none_or(|now| now.signed_duration_since(day).num_days() <= A_WEEK)
    }

    /// Whether what leans on a date that has passed would lie ahead of the day of writing, and is not told as a plan: it leans on
    /// a date that was not told. "We went in 2003; ten years later, no one is sorry."
    pub(super) fn is_told_ahead(&self, reading: &Reading, tense: Tense) -> bool {
        let (Some(now), false, Leans::Mentioned(from)) = (self.published, self.is_narrative, reading.leans) else { return false };
        let is_ahead = reading.meaning.interval().is_some_and(|it| it.first_day() > now);
        is_ahead && (matches!(tense, Tense::Past(_)) || from <= now && !tense.is_plan())
    }

    /// Whether a bare year was the last date mentioned, so that "the year" is that one.
    pub(super) fn is_about_year(&self, unit: Unit) -> bool {
        let is_past = self.year.zip(self.published).is_some_and(|(year, day)| year < day.year());
        let is_beside = self.at.saturating_sub(self.year_end) <= A_CLAUSE;
        unit == Unit::Year && is_past && is_beside && self.has_mention && self.month.is_none() && self.day.is_none()
    }

    /// Takes note of a date.
    pub(super) fn mention(&mut self, timex: &Timex, reading: &Reading) {
        let (expr, meaning) = (&timex.expr, &reading.meaning);
        // "a year earlier" tells of a quarter to compare with, not of the one the text is about.
        let compares = matches!(expr, Expr::YearBefore | Expr::Fraction { n: 0, .. })
            || matches!(expr, Expr::Nth { unit: Unit::Quarter, which: Which::Previous })
            || (matches!(expr, Expr::Offset { .. }) && matches!(meaning, Meaning::Quarter(..)));
        if compares {
            return;
        }
        if let Meaning::Quarter(year, n) = meaning {
            self.quarter = Some((*year, *n));
        }
        let is_now = matches!(expr, Expr::Vague(_) | Expr::Length { .. } | Expr::Every(_));
        // The small hours of a night move nothing: what is told next is again of its day.
        if is_now || self.small_hours(timex).is_some() {
            return;
        }
        // "a Friday deadline": by when something is to be done is no day that the text is about.
        let is_bound = timex.lead == Lead::By && matches!(expr, Expr::Weekday { .. }) && timex.tense.is_plan();
        let is_by_the_way = if self.is_narrative { self.is_aside(timex, reading) } else { is_bound };
        if is_by_the_way {
            return;
        }
        match meaning {
            Meaning::Day(date) | Meaning::At(Some(date), _) | Meaning::Part(Some(date), _) => self.set_day(*date),
            Meaning::Week(date) | Meaning::Weekend(date) => {
                self.week = Some(*date);
                self.set_month(date.year(), date.month() as u8);
            }
            Meaning::Month(year, month) => {
                self.set_month(*year, *month);
                self.day = None;
            }
            // "On 7 December (as it was in London), 1941": nothing new is said.
            Meaning::Year(year) if self.is_narrative && self.year == Some(*year) => {}
            Meaning::Quarter(year, _) | Meaning::Half(year, _) | Meaning::Season(year, _) | Meaning::Year(year) => {
                self.set_year(*year);
                self.day = None;
                self.month = None;
            }
            _ => return,
        }
        if matches!(meaning, Meaning::Year(_)) {
            self.year_end = timex.range.end;
        }
        let is_night = match meaning {
            Meaning::Part(Some(_), part) => matches!(part, Part::Evening | Part::Night),
            Meaning::At(Some(_), clock) => (AN_EVENING..24).contains(&clock.hour),
            _ => false,
        };
        self.night = is_night.then_some(timex.range.end);
        self.has_mention = true;
    }

    /// A narrative goes on in time: what looks far back or ahead by a bare year, plans a named day, or leans on the day of
    /// writing, is told by the way and moves nothing.
    fn is_aside(&self, timex: &Timex, reading: &Reading) -> bool {
        if matches!(reading.leans, Leans::Published(_)) || timex.lead == Lead::Since {
            return true;
        }
        let (Some(now), true) = (self.year, self.has_mention) else { return false };
        let is_plan = timex.tense.is_plan();
        match reading.meaning {
            // What opens its sentence sets the frame of what follows; a year within it is told by the way.
            Meaning::Year(_) if timex.is_frame => is_plan,
            Meaning::Year(year) => year < now || year > now.saturating_add(A_LIFE) || is_plan,
            _ => is_plan && !timex.is_frame && names_year(&timex.expr),
        }
    }

    fn set_day(&mut self, date: Date) {
        self.tells_news |= self.is_near(date);
        self.day = Some(date);
        self.week = Some(date);
        self.set_month(date.year(), date.month() as u8);
    }

    fn set_month(&mut self, year: i32, month: u8) {
        self.month = Some((year, month));
        self.set_year(year);
    }

    fn set_year(&mut self, year: i32) {
        self.year = Some(year);
    }
}

/// Many explicit years long past and next to no word that leans on a day of writing: a narrative.
pub(in crate::temporal) fn is_narrative(timexes: &[Timex], published: Option<Date>) -> bool {
    let (mut n_past, mut n_near) = (0_usize, 0_usize);
    let mut leads_near = false;
    for (i, timex) in timexes.iter().enumerate() {
        let year = match &timex.expr {
            Expr::Year(year)
            | Expr::Date { year: YearSaid::Number(year), .. }
            | Expr::Month { year: YearSaid::Number(year), .. }
            | Expr::Season { year: YearSaid::Number(year), .. } => Some(*year),
            _ => None,
        };
        let nearness = nearness(&timex.expr);
        leads_near |= nearness > 0 && i < A_LEAD;
        n_near += nearness;
        n_past += usize::from(year.is_some_and(|it| published.is_none_or(|day| it < day.year() - 1)));
    }
    // A short narrative opens with a date long past, and nothing in it is near. Where the day of writing is known, an old date in
    // the midst of a sentence makes no narrative: "The firm, founded in March 1998, will move in June."
    let is_far = |year: i32| published.map_or(year < LEANING, |day| year < day.year() - 1);
    let opening = timexes.iter().find_map(|it| Some((it.is_frame, far(&it.expr)?)));
    let opens_far = opening.is_some_and(|(is_frame, year)| is_far(year) && (is_frame || published.is_none() || n_past >= A_LEAD));
    (n_past >= 5 && n_past > 3 * n_near && !leads_near) || (n_near == 0 && opens_far)
}

/// A story told past midnight, or where it is day already, dated the day before: "A deal was struck early on Monday", or an
/// agency's report that begins with a Monday. News tells by the hour of no bare weekday that lies six days back, and an agency
/// does not begin with one.
pub(super) fn is_carried_on(timexes: &[Timex], tomorrow: Date, telling: Telling) -> bool {
    if telling == Telling::OnTheDay {
        return false;
    }
    let weekday = |expr: &Expr| match expr {
        Expr::Weekday { weekday, which: Which::Bare } => Some(*weekday),
        _ => None,
    };
    let told = timexes.iter().filter(|it| matches!(it.tense, Tense::Past(_))).filter_map(|it| {
        let (day, is_early) = match &it.expr {
            Expr::DayPart { part, day: Some(day), .. } => (weekday(day), matches!(part, Part::Dawn | Part::Morning)),
            expr => (weekday(expr), it.hedge == Hedge::Early),
        };
        Some((day?, is_early, (it.range.start as usize) < A_LEAD_IN_BYTES))
    });
    let told: Vec<(Weekday, bool, bool)> = told.collect();
    (0..told.len()).any(|i| {
        let (day, is_early, is_high) = told[i];
        // "They came early on Thursday and left on Friday": both are past.
        let goes_on = told.get(i + 1).is_some_and(|it| it.0 == day.succ());
        day == tomorrow.weekday() && !goes_on && (is_early || i == 0 && is_high && telling == Telling::ByWire)
    })
}

/// What can show that a text was carried on into the day after its day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// Nothing: it was not.
    OnTheDay,
    /// An hour of that day: "early on Monday".
    ByTheHour,
    /// That, or an agency's lead that is of that day.
    ByWire,
}

impl Telling {
    /// Of a text: "PLACE (Agency) - " is the head of an agency's report.
    pub(super) fn of(text: &str) -> Telling {
        let end = (0..=A_LEAD_IN_BYTES.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
        let head = &text[..end];
        let is_dash = |after: &str| after.trim_start().starts_with(['-', '–', '—']);
        let is_wire = head.match_indices(')').any(|(at, _)| head[..at].contains('(') && is_dash(&head[at + 1..]));
        if is_wire { Telling::ByWire } else { Telling::ByTheHour }
    }
}

/// How far the lead of a piece of news reaches: a dateline and two or three sentences.
const A_LEAD_IN_BYTES: usize = 500;

/// How many expressions the lead of a piece of news has at most; an obituary has old years after it.
const A_LEAD: usize = 3;

/// How much an expression says that the text leans on a day of writing: a bare weekday does, "today" may be in a quotation.
fn nearness(expr: &Expr) -> usize {
    match expr {
        Expr::Weekday { .. } | Expr::WeekdayOf { .. } => 3,
        Expr::Today(_) => 1,
        Expr::Nth { which, .. } | Expr::Month { which, .. } | Expr::Season { which, .. } => {
            usize::from(matches!(which, Which::This | Which::Last | Which::Next))
        }
        Expr::Offset { toward: Toward::Ago, .. } => 1,
        Expr::At { day: Some(day), .. } | Expr::DayPart { day: Some(day), .. } => nearness(day),
        _ => 0,
    }
}

/// Whether the words of a day, month or season name its year.
fn names_year(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Date { year: YearSaid::Number(_), .. }
            | Expr::Month { year: YearSaid::Number(_), .. }
            | Expr::Season { year: YearSaid::Number(_), .. }
            | Expr::NthOf { year: YearSaid::Number(_), .. }
    )
}

/// The year of one that leans on something.
const LEANING: i32 = 9999;

/// The year of a date that stands on the calendar.
fn far(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Date { year: YearSaid::Number(year), .. } | Expr::Month { year: YearSaid::Number(year), .. } => Some(*year),
        Expr::Length { .. } | Expr::Vague(_) | Expr::Every(_) | Expr::Decade(_) | Expr::Century(_) => None,
        _ => Some(LEANING),
    }
}

/// The last finished quarter of a day of writing.
pub(super) fn last_quarter(day: Date) -> (i32, u8) {
    let before = shift::months(day, -3);
    (before.year(), quarter_of(before))
}

/// The quarter of a day.
pub(super) fn quarter_of(day: Date) -> u8 {
    (day.month0() / 3 + 1) as u8
}
