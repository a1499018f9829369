//! A half-open span of time with the precision at which it is known: the program never holds a bare point in time.

use super::{Date, Datelike, Moment, Time, Weekday, shift};

/// How exactly an [`Interval`] is known. The order is from fine to coarse and decides ties in the chronology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Known to the minute.
    Minute,
    /// Known to the hour.
    Hour,
    /// A part of one day: its morning, afternoon, evening or night.
    Part,
    /// Known to the day.
    Day,
    /// Lasted from the first day to the last; both ends are known.
    Span,
    /// About one day.
    About,
    /// On one day between the first and the last.
    Within,
    /// Lasted from about the first day to about the last.
    AboutSpan,
    /// Some time in a weekend.
    Weekend,
    /// Some time in a week.
    Week,
    /// Some time in a month.
    Month,
    /// Some time in a season.
    Season,
    /// Some time in a quarter.
    Quarter,
    /// Some time in a half year.
    Half,
    /// Some time in a year.
    Year,
    /// Some time in a decade.
    Decade,
    /// Some time in a century.
    Century,
    /// Before the end; the start is open.
    Before,
    /// From the start on; the end is open.
    After,
}

impl Precision {
    /// Every precision, from fine to coarse.
    pub const ALL: [Precision; 19] = {
        use Precision::*;
        [
            Minute, Hour, Part, Day, Span, About, Within, AboutSpan, Weekend, Week, Month, Season, Quarter, Half, Year, Decade,
            Century, Before, After,
        ]
    };

    /// The word that stands for it in exports.
    pub fn name(self) -> &'static str {
        match self {
            Precision::Minute => "minute",
            Precision::Hour => "hour",
            Precision::Part => "part",
            Precision::Day => "day",
            Precision::Span => "span",
            Precision::About => "about",
            Precision::Within => "within",
            Precision::AboutSpan => "about-span",
            Precision::Weekend => "weekend",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Season => "season",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Century => "century",
            Precision::Before => "before",
            Precision::After => "after",
        }
    }

    /// Whether the time of day is part of what is known.
    pub fn has_time(self) -> bool {
        self <= Precision::Part
    }
}

/// A span of time `[start, end)`, never empty, with the precision at which it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first moment inside.
    pub start: Moment,
    /// The first moment after.
    pub end: Moment,
    /// How exactly it is known.
    pub precision: Precision,
}

fn midnight(date: Date) -> Moment {
    date.and_time(Time::MIN)
}

impl Interval {
    /// The days from `first` to `last`, both inside, in either order.
    pub fn days(first: Date, last: Date, precision: Precision) -> Interval {
        let (first, last) = if first <= last { (first, last) } else { (last, first) };
        Interval { start: midnight(first), end: midnight(shift::days(last, 1)), precision }
    }

    /// One day.
    pub fn day(date: Date) -> Interval {
        Interval::days(date, date, Precision::Day)
    }

    /// On one day between the two; the day itself where they are the same.
    pub fn within_days(first: Date, last: Date) -> Interval {
        Interval::days(first, last, if first == last { Precision::Day } else { Precision::Within })
    }

    /// About one day: it and two days on either side.
    pub fn about(date: Date) -> Interval {
        Interval::days(shift::days(date, -2), shift::days(date, 2), Precision::About)
    }

    /// Lasted from the first day to the last; the day itself where they are the same.
    pub fn span(first: Date, last: Date) -> Interval {
        Interval::days(first, last, if first == last { Precision::Day } else { Precision::Span })
    }

    /// The ISO week, Monday to Sunday, that holds the day.
    pub fn week_of(date: Date) -> Interval {
        let monday = shift::week_start(date);
        Interval::days(monday, shift::days(monday, 6), Precision::Week)
    }

    /// A month, `month` from 1; `None` where there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Interval> {
        let first = Date::from_ymd_opt(year, month, 1)?;
        Some(Interval::days(first, shift::days(shift::months(first, 1), -1), Precision::Month))
    }

    /// A year; `None` outside the calendar's reach.
    pub fn year(year: i32) -> Option<Interval> {
        Some(Interval::days(Date::from_ymd_opt(year, 1, 1)?, Date::from_ymd_opt(year, 12, 31)?, Precision::Year))
    }

    /// One minute of a day.
    pub fn minute(date: Date, hour: u32, minute: u32) -> Option<Interval> {
        let start = date.and_hms_opt(hour, minute, 0)?;
        Some(Interval { start, end: start.checked_add_signed(chrono::TimeDelta::minutes(1))?, precision: Precision::Minute })
    }

    /// Hours of a day, `[from, to)`; `to` may be 24 or more and then reaches into the next day.
    pub fn hours(date: Date, from: u32, to: u32, precision: Precision) -> Option<Interval> {
        let start = midnight(date).checked_add_signed(chrono::TimeDelta::hours(i64::from(from)))?;
        let end = midnight(date).checked_add_signed(chrono::TimeDelta::hours(i64::from(to)))?;
        (start < end).then_some(Interval { start, end, precision })
    }

    /// Any time before the day.
    pub fn before(date: Date) -> Interval {
        Interval {
            start: Moment::MIN,
            end: midnight(date).max(midnight(shift::days(Date::MIN, 1))),
            precision: Precision::Before,
        }
    }

    /// Any time after the day.
    pub fn after(date: Date) -> Interval {
        Interval {
            start: midnight(shift::days(date, 1)).min(midnight(shift::days(Date::MAX, -1))),
            end: Moment::MAX,
            precision: Precision::After,
        }
    }

    /// The first day inside; `Date::MIN` where the start is open.
    pub fn first_day(&self) -> Date {
        self.start.date()
    }

    /// The last day inside; `Date::MAX` where the end is open.
    pub fn last_day(&self) -> Date {
        if self.end == Moment::MAX {
            return Date::MAX;
        }
        self.end.checked_sub_signed(chrono::TimeDelta::seconds(1)).unwrap_or(self.end).date()
    }

    /// The last minute inside.
    pub fn last_minute(&self) -> Moment {
        self.end.checked_sub_signed(chrono::TimeDelta::minutes(1)).unwrap_or(self.end)
    }

    /// How many days it touches; at least 1.
    pub fn n_days(&self) -> i64 {
        (self.last_day() - self.first_day()).num_days() + 1
    }

    /// The one day it lies in, where it lies in one.
    pub fn single_day(&self) -> Option<Date> {
        (self.first_day() == self.last_day()).then(|| self.first_day())
    }

    /// Whether the start is open.
    pub fn open_start(&self) -> bool {
        self.start == Moment::MIN
    }

    /// Whether the end is open.
    pub fn open_end(&self) -> bool {
        self.end == Moment::MAX
    }

    /// Whether the two share a moment.
    pub fn overlaps(&self, other: &Interval) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether it lies wholly inside the other.
    pub fn within(&self, other: &Interval) -> bool {
        other.start <= self.start && self.end <= other.end
    }

    /// What the two share, at the precision of the narrower.
    pub fn intersection(&self, other: &Interval) -> Option<Interval> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        if start >= end {
            return None;
        }
        let it = Interval { start, end, precision: Precision::Within };
        if (it.start, it.end) == (self.start, self.end) {
            return Some(*self);
        }
        if (it.start, it.end) == (other.start, other.end) {
            return Some(*other);
        }
        Some(Interval { precision: if it.single_day().is_some() { Precision::Day } else { Precision::Within }, ..it })
    }

    /// The smallest interval that holds both; where they differ only "within" is known of it.
    pub fn hull(&self, other: &Interval) -> Interval {
        if self == other {
            return *self;
        }
        let (start, end) = (self.start.min(other.start), self.end.max(other.end));
        let it = Interval { start, end, precision: Precision::Within };
        Interval { precision: if it.single_day().is_some() { Precision::Day } else { Precision::Within }, ..it }
    }

    /// The weekday of the one day it lies in.
    pub fn weekday(&self) -> Option<Weekday> {
        self.single_day().map(|day| day.weekday())
    }
}
