//! The days on which what several mentions tell may lie, and whether one event can have them all.

use super::facts::Facts;

/// How many days after what it tells an article may be written and still report it as its news.
const REPORTED: i32 = 6;
/// How many days apart articles may be written that report one thing as their news.
const APART: i32 = 5;
/// How many days after it was reported a thing is spoken of beside a date of those days: "said on Monday that the toll had risen".
const FOLLOWED: i32 = 1;
/// By how many days a date may be off that leans on a day of writing that is only inferred.
const LEANING: i32 = 0;

/// How many days after a day an article tells of it without saying so.
const FAR: i32 = 8;

/// First and last day, as numbers.
type Span = (i32, i32);

/// What is known of the days of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Days {
    /// What all its said dates share, if any is said.
    pub(crate) said: Option<Span>,
    /// Of the articles that alone date some of it: the latest that one must have been written, at the earliest, and the
    /// earliest that one must have been written, at the latest.
    pub(crate) reported: Option<Span>,
    /// The same of the articles that tell some of it without any day: news is of late days.
    written: Option<Span>,
    /// The last day on which the earliest article was written that tells some of it as done, without any day: nobody tells
    /// what is yet to come as done.
    done_by: Option<i32>,
    /// The days that the sentences of its undated mentions say of something else.
    beside: Option<Span>,
    /// Whether some said date leans on a day of writing that is only inferred.
    pub(crate) leans: bool,
}

impl Days {
    /// Of one mention.
    pub(crate) fn of(it: &Facts) -> Days {
        let by = if it.leans { LEANING } else { 0 };
        Days {
            said: it.days.filter(|_| !it.soft).map(|it| (it.0 - by, it.1 + by)),
            reported: it.days.filter(|_| it.soft),
            written: it.written.filter(|_| it.days.is_none() || it.soft),
            done_by: it.written.filter(|_| it.days.is_none() && !it.planned).map(|it| it.1),
            beside: it.beside,
            leans: it.leans,
        }
    }

    /// Of both.
    pub(crate) fn and(&self, other: &Days) -> Days {
        Days {
            said: shared(self.said, other.said),
            reported: shared(self.reported, other.reported),
            written: shared(self.written, other.written),
            done_by: self.done_by.into_iter().chain(other.done_by).min(),
            beside: shared(self.beside, other.beside).filter(|it| it.0 <= it.1),
            leans: self.leans || other.leans,
        }
    }

    /// Whether one event can have the days of both.
    pub(crate) fn allow(&self, other: &Days) -> bool {
        let both = self.and(other);
        if both.said.is_some_and(|it| it.0 > it.1) {
            return false;
        }
        let clash =
            |beside: Option<Span>, said: Option<Span>| beside.is_some() && shared(beside, said).is_some_and(|it| it.0 > it.1);
        if clash(self.beside, other.told()) || clash(other.beside, self.told()) {
            return false;
        }
        if both.done_by.zip(both.said).is_some_and(|(written, said)| written < said.0) {
            return false;
        }
        let late = |it: Span| both.said.is_none() && both.done_by.is_some_and(|written| it.0 - written > APART);
        if both.reported.is_some_and(late) {
            return false;
        }
        let long_after = |it: Span| it.0 - both.said.map_or(it.1, |it| it.1) > FAR;
        if both.written.is_some_and(long_after) {
            return false;
        }
        match (both.said, both.reported) {
            (Some(said), Some(reported)) => reported.1 >= said.0 && reported.0 - said.1 <= REPORTED,
            (None, Some(reported)) => reported.0 - reported.1 <= APART,
            (Some(_), None) | (None, None) => true,
        }
    }

    /// The said days, else those around the news that articles of stated days report.
    fn told(&self) -> Option<Span> {
        let around = |it: Span| (it.0.min(it.1) - REPORTED, it.0.max(it.1) + FOLLOWED);
        self.said.or(self.reported.filter(|_| !self.leans).map(around))
    }

    /// Whether only the days on which its articles were written date it, and the other's said days lie in them.
    pub(crate) fn reports(&self, other: &Days) -> bool {
        let within = |written: Span, said: Span| written.0 <= said.0 && said.1 <= written.1;
        let written = self.reported.map(|it| (it.0.min(it.1), it.0.max(it.1)));
        self.said.is_none() && written.zip(other.said).is_some_and(|(written, said)| within(written, said))
    }

    /// The first day that is known.
    pub(crate) fn first(&self) -> Option<i32> {
        self.said.or(self.reported).map(|it| it.0.min(it.1))
    }

    /// The last day that is known.
    pub(crate) fn last(&self) -> Option<i32> {
        self.said.or(self.reported).map(|it| it.0.max(it.1))
    }
}

fn shared(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.max(b.0), a.1.min(b.1))),
        (it, None) | (None, it) => it,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_a_later_day_speaks_of_no_news_before_it() {
        let news = Days { reported: Some((20, 20)), ..Days::default() };
        let beside = |day: i32| Days { beside: Some((day, day)), ..Days::default() };
        assert!(news.allow(&beside(14)) && news.allow(&beside(20)) && news.allow(&beside(21)));
        assert!(!news.allow(&beside(24)));
        // A day of writing that is only inferred tells too little.
        assert!(Days { leans: true, ..news }.allow(&beside(24)));
    }
}
