//! What was said, before we ask when.

mod around;

pub use around::{Hedge, Lead, Tense};

use crate::calendar::Weekday;
use crate::text::TextRange;

/// The name of the row that found an expression.
pub type RuleName = &'static str;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Dawn,
}

/// Which of the many: the word that picks one week, Friday or spring among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// No word: "Friday", "March".
    Bare,
    /// "the week".
    The,
    /// "this", "the current".
    This,
    /// "last".
    Last,
    /// "the past".
    Past,
    /// "the previous", "the preceding".
    Previous,
    /// "next".
    Next,
    /// "the coming".
    Coming,
    /// "the following".
    Following,
    /// "the same".
    Same,
    /// "that".
    That,
    /// "the latest".
    Latest,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Count {
    /// A number, in thousandths, so that "2.5" stays exact.
    Exactly(u64),
    /// So many and a half.
    AndHalf(u32),
    /// So many, and so many of the next smaller unit: "two hours and 15 minutes".
    And(u32, u32),
    /// "several", "a few", or a bare plural.
    Some,
}

impl Unit {
    /// The unit that is told beside this one: "two hours and 15 minutes".
    pub fn smaller(self) -> Option<Unit> {
        Some(match self {
            Unit::Minute => Unit::Second,
            Unit::Hour => Unit::Minute,
            Unit::Day => Unit::Hour,
            Unit::Week | Unit::Month => Unit::Day,
            Unit::Year => Unit::Month,
            Unit::Second
            | Unit::Weekend
            | Unit::Fortnight
            | Unit::Quarter
            | Unit::HalfYear
            | Unit::Decade
            | Unit::Century
            | Unit::Millennium => return None,
        })
    }
}

impl Count {
    /// A whole number.
    pub fn whole(n: u32) -> Count {
        Count::Exactly(u64::from(n) * 1000)
    }

    /// The whole number meant, where it is one.
    pub fn n(self) -> Option<u32> {
        match self {
            Count::Exactly(thousandths) if thousandths % 1000 == 0 => u32::try_from(thousandths / 1000).ok(),
            Count::Exactly(_) | Count::AndHalf(_) | Count::And(..) | Count::Some => None,
        }
    }
}

/// The year of a date as the words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearSaid {
    /// Not said.
    Unsaid,
    /// "1998".
    Number(i32),
    /// "last year" (-1), "this year" (0), "next year" (1), as in "June last year".
    Relative(i8),
    /// "that year", "the same year", "the year": the one last spoken of.
    Mentioned,
}

/// Which way an offset goes and what it leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Toward {
    /// "ago": back from the day of writing.
    Ago,
    /// "from now", "in two weeks": on from the day of writing.
    Hence,
    /// "earlier", "before": back from the date last mentioned.
    Earlier,
    /// "later", "after": on from the date last mentioned.
    Later,
}

/// A word for a stretch of time without bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Vague {
    Past,
    Present,
    Future,
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59; `None` where only the hour is said.
    pub minute: Option<u8>,
    /// 0 to 59, where seconds are said.
    pub second: Option<u8>,
    /// Whether it is told in the time of Greenwich, which the value marks with a Z.
    pub is_utc: bool,
}

/// What was said. Every number is the text's own; nothing here has been worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// "today" (0), "yesterday" (-1), "the day after tomorrow" (2).
    Today(i8),
    /// "Thursday, October 10", "12 March 2014".
    Date {
        /// The year.
        year: YearSaid,
        /// From 1.
        month: u8,
        /// From 1.
        day: u8,
        /// The weekday said with it.
        weekday: Option<Weekday>,
    },
    /// "the 21st".
    DayOfMonth(u8),
    /// "Friday", "last Friday".
    Weekday {
        /// Which day of the week.
        weekday: Weekday,
        /// Which of them.
        which: Which,
    },
    /// "March", "last March", "March 1998", "June last year".
    Month {
        /// From 1.
        month: u8,
        /// Which of them.
        which: Which,
        /// The year.
        year: YearSaid,
    },
    /// "1998"; negative before Christ.
    Year(i32),
    /// "the 1990s".
    Decade(i32),
    /// "the 20th century": its number, negative before Christ.
    Century(i32),
    /// "last spring", "the winter of 1994".
    Season {
        /// Which season.
        season: Season,
        /// Which of them.
        which: Which,
        /// The year.
        year: YearSaid,
    },
    /// "the third quarter of 1990"; `n` of 4, or of 2 for half years.
    Fraction {
        /// From 1.
        n: u8,
        /// [`Unit::Quarter`] or [`Unit::HalfYear`].
        unit: Unit,
        /// Which of them.
        which: Which,
        /// The year.
        year: YearSaid,
    },
    /// "this week", "last month", "the following year".
    Nth {
        /// The unit.
        unit: Unit,
        /// Which of them.
        which: Which,
    },
    /// "the year-earlier period": what was last spoken of, a year before.
    YearBefore,
    /// "year-end": the last days of a unit.
    UnitEnd {
        /// The unit.
        unit: Unit,
        /// The year.
        year: YearSaid,
    },
    /// "Friday of last week".
    WeekdayOf {
        /// Which day of the week.
        weekday: Weekday,
        /// Which week.
        week: Which,
    },
    /// "the first Monday of June", "the last week of March 1998".
    NthOf {
        /// From 1; -1 for the last.
        n: i8,
        /// The weekday, or `None` for the unit.
        weekday: Option<Weekday>,
        /// [`Unit::Day`] or [`Unit::Week`].
        unit: Unit,
        /// From 1.
        month: u8,
        /// The year.
        year: YearSaid,
    },
    /// "the morning of", while its day is still to come.
    PartOf(Part),
    /// "two days ago", "three weeks later".
    Offset {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// Which way.
        toward: Toward,
    },
    /// "a week from Monday", "two years ago today": so far from a day, a week or a month that is said with it.
    From {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// [`Toward::Ago`] or [`Toward::Hence`].
        toward: Toward,
        /// What it is counted from.
        base: Box<Expr>,
    },
    /// "the week of Oct. 15", "Easter weekend": the week or weekend about a day.
    UnitOf {
        /// [`Unit::Week`] or [`Unit::Weekend`].
        unit: Unit,
        /// The day.
        day: Box<Expr>,
    },
    /// A named day: the index of its row in `data/feasts`.
    Feast {
        /// Index among the lexicon's feasts.
        feast: u16,
        /// Which of them.
        which: Which,
        /// The year.
        year: YearSaid,
    },
    /// "two weeks", "four-day".
    Length {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
    },
    /// "the past three days": a length that ends or begins at the day of writing.
    Stretch {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// Which way it lies.
        which: Which,
    },
    /// "every Thursday", "daily", "twice a week".
    Every(Recurring),
    /// "recently", "now", "the future".
    Vague(Vague),
    /// A time of day with its day; the day is `None` where it is not said.
    At {
        /// The time.
        clock: Clock,
        /// The day.
        day: Option<Box<Expr>>,
    },
    /// "Friday evening", "last night", "overnight".
    DayPart {
        /// The part.
        part: Part,
        /// Which of them, where no day is said.
        which: Which,
        /// The day.
        day: Option<Box<Expr>>,
    },
}

/// What recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recurring {
    /// "daily", "a year", "every two weeks".
    Unit(Count, Unit),
    /// "every Thursday".
    Weekday(Weekday),
    /// "Tuesday nights".
    WeekdayPart(Weekday, Part),
    /// "every morning".
    Part(Part),
    /// "each July".
    Month(u8),
    /// "every summer".
    Season(Season),
    /// "weekends".
    Weekend,
    /// "weekdays".
    Workday,
    /// "fourth quarters".
    Quarter(u8),
}

/// One expression of time in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its place in the text.
    pub range: TextRange,
    /// What was said.
    pub expr: Expr,
    /// The row that found it.
    pub rule: RuleName,
    /// What the words around say of its bounds.
    pub hedge: Hedge,
    /// The preposition before it.
    pub lead: Lead,
    /// Which way the sentence looks.
    pub tense: Tense,
    /// Whether it opens its sentence, and so tells when all that follows took place.
    pub is_frame: bool,
}
