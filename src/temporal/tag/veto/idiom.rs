//! Ways of speaking that sound like an expression that leans on another: "at the end of the day", "countries that fall behind".

use crate::temporal::expr::{Expr, Part, Season, Toward, Unit, Which, YearSaid};
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::temporal::tag::Draft;
use crate::text::token::{Gap, TokenKind};

/// Whether a match is a way of speaking.
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft) -> bool {
    let after = draft.end;
    let before = draft.start.checked_sub(1);
    match &draft.expr {
        // "he said that two days of talks were enough", but not "that two-day meeting"
        Expr::Stretch { which: Which::That, .. } => {
            let is_one = words.value(after - 2, Class::Cardinal) == Some(1);
            matches!(words.word(draft.start), "that" | "That") && (words.is(after - 1, Class::Units) || is_one)
        }
        // "houses that fall down"
        Expr::Season { season: Season::Autumn, which: Which::That, year: YearSaid::Unsaid } => {
            words.word(after - 1) == "fall" && falls(words, after)
        }
        // "a week earlier this month": a week, and a part of this month.
        Expr::Offset { toward: Toward::Earlier | Toward::Later, .. } => {
            words.value(after, Class::Which) == Some(2) && words.is(after + 1, Class::Unit)
        }
        Expr::Nth { unit: Unit::Day, which: Which::The } => is_after_all(words, draft),
        // "a quarter of a billion"
        Expr::Nth { unit: Unit::Quarter, which: Which::The } => {
            words.value(after, Class::Prep) == Some(3) && words.is(after + 1, Class::A)
        }
        // "the 19th-century home", "the 5th or 6th worst"
        Expr::DayOfMonth(_) => {
            let is_compound = words.is_hyphen(after) && words.is(after + 1, Class::Unit);
            let is_rank = words.value(after, Class::Prep) == Some(17) && words.is(after + 2, Class::Suffix);
            is_compound || is_rank
        }
        // "Operation Red Dawn", "Good Morning Sunday"
        Expr::DayPart { part, which: Which::Bare, day: None } => before.is_some_and(|it| {
            let is_name = words.is_capital(it) && words.is_capital(draft.start) && words.is(draft.start, Class::Part);
            is_name && *part != Part::Night && words.at(it).is_some_and(|it| it.classes == 0) && is_beside(words, draft.start)
        }),
        // "it made him famous overnight"
        Expr::DayPart { part: Part::Night, which: Which::Past, day: None } => {
            before.is_some_and(|it| matches!(words.word(it), "famous" | "rich" | "name" | "star"))
                || matches!(words.word(after), "success" | "sensation" | "star" | "millionaire" | "fame")
        }
        _ => false,
    }
}

fn is_beside(words: Words<'_, '_>, at: usize) -> bool {
    words.at(at).is_some_and(|it| it.token.kind == TokenKind::Word && it.token.gap == Gap::Space)
}

/// "into", "behind", "short": what one falls.
fn falls(words: Words<'_, '_>, at: usize) -> bool {
    let ways = ["into", "under", "behind", "down", "short", "apart", "outside", "within", "below", "through", "off", "on", "to"];
    ways.contains(&words.word(at))
}

/// "At the end of the day, it is their choice": when all is said; a day that is named ends "by" then, or beside its name.
fn is_after_all(words: Words<'_, '_>, draft: &Draft) -> bool {
    let (first, after) = (words.word(draft.start), draft.end);
    let end = if words.is(draft.start, Class::The) { draft.start + 1 } else { draft.start };
    let is_end = matches!(words.word(end), "end" | "End") && end + 4 == after;
    let led = draft.start.checked_sub(1).and_then(|it| words.value(it, Class::Prep));
    let is_named = words.weekday(after).is_some() || words.is_apostrophe(after) || words.value(after, Class::Prep) == Some(1);
    is_end && !is_named && (matches!(led, Some(0 | 2)) || first == "End")
}
