//! Two expressions that are the ends of one stretch of time: "from 12 to 14 March", "March 12-14", "between June and August".

use super::expr::{Lead, Timex};
use super::resolve::Dated;
use crate::calendar::Interval;

/// Two neighbouring expressions read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Index of the expression that names its beginning.
    pub first: u32,
    /// Index of the expression that names its end.
    pub last: u32,
    /// From the beginning of the one to the end of the other: a span where the words say from and to, within where they say
    /// between.
    pub interval: Interval,
}

/// What may stand between the two ends.
fn joint(words: &str) -> Option<Joint> {
    Some(match words.trim() {
        "-" | "–" | "—" | "to" | "through" | "until" | "till" | "up to" | "bis" | "по" | "до" => Joint::To,
        "and" | "und" | "и" => Joint::And,
        _ => return None,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    And,
}

/// The ranges among the expressions of a text; `dated` is what [`resolve`](fn@super::resolve) gave for `timexes`.
pub fn join(text: &str, timexes: &[Timex], dated: &[Dated]) -> Vec<Joined> {
    let mut joined: Vec<Joined> = Vec::new();
    for (i, pair) in timexes.windows(2).enumerate() {
        let (a, b) = (&pair[0], &pair[1]);
        let between = text.get(a.range.end as usize..b.range.start as usize).unwrap_or("");
        let Some(joint) = joint(between) else { continue };
        let is_touching = between.len() <= 3 && !between.contains(char::is_whitespace);
        let is_range = match joint {
            Joint::To => a.lead == Lead::From || is_touching || between.trim().len() > 1,
            Joint::And => a.lead == Lead::Between,
        };
        let whens = dated.get(i).and_then(|it| it.when).zip(dated.get(i + 1).and_then(|it| it.when));
        let (true, Some((from, to))) = (is_range, whens) else { continue };
        if from.open_start() || from.open_end() || to.open_end() || from.start >= to.start || from.end > to.end {
            continue;
        }
        let (first, last) = (from.first_day(), to.last_day());
        let interval = match joint {
            Joint::To => Interval::span(first, last),
            Joint::And => Interval::within_days(first, last),
        };
        let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        joined.push(Joined { first: index(i), last: index(i + 1), interval });
    }
    joined
}

/// The ends of a range bear prepositions that belong to the range: "until 14 March" in "from 12 until 14 March" is no open
/// end by itself.
#[cfg(test)]
mod tests {
    use crate::calendar::Date;
    use crate::calendar::Interval;
    use crate::temporal::{Anchor, Genre, Lexicon, join, resolve, tag};

    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let lexicon = Lexicon::builtin();
        let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
        let timexes = tag(text, &lexicon);
        let dated = resolve(text, &timexes, &Anchor { published, genre: Genre::News }, &lexicon);
        let found: Vec<_> = join(text, &timexes, &dated)
            .into_iter()
            .map(|it| (it.interval.first_day().to_string(), it.interval.last_day().to_string(), it.interval.precision.name()))
            .collect();
        let found: Vec<_> = found.iter().map(|it| (it.0.as_str(), it.1.as_str(), it.2)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_two_ends_of_a_range_are_read_as_one() {
        check("They met from 12 to 14 March 2024.", &[("2024-03-12", "2024-03-14", "span")]);
        check("They met on March 12-14, 2024.", &[("2024-03-12", "2024-03-14", "span")]);
        check("It was stolen between March 3 and March 5, 2024.", &[("2024-03-03", "2024-03-05", "within")]);
        check("They fled between Saturday and Monday.", &[("2025-12-13", "2025-12-15", "within")]);
        check("The war of 1914-18 was long.", &[("1914-01-01", "1918-12-31", "span")]);
    }

    #[test]
    fn a_list_is_no_range() {
        check("They met on March 12 and 14, 2024.", &[]);
        check("They met on Monday, and on Tuesday they parted.", &[]);
    }
}
