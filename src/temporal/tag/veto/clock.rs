//! Figures and words that look like a time of day and are none: counts, results, names.

use crate::temporal::expr::Hedge;
use crate::temporal::lexicon::Class;
use crate::temporal::shape::Words;
use crate::temporal::tag::Draft;

/// Whether what looks like a time of day is none: "Midnight Express", "it took 1530 hours".
pub(super) fn is_false_friend(words: Words<'_, '_>, draft: &Draft) -> bool {
    let is_led = |led: std::ops::RangeInclusive<i32>| {
        draft.start.checked_sub(1).and_then(|it| words.value(it, Class::Prep)).is_some_and(|it| led.contains(&it))
    };
    match draft.row.name {
        "noon" => {
            words.is_capital(draft.start)
                && words.is_capital(draft.end)
                && !words.is(draft.end, Class::Weekday)
                && !words.is(draft.end, Class::Month)
        }
        "hour-alone" => {
            let after = if words.value(draft.end, Class::Prep) == Some(1) { draft.end + 1 } else { draft.end };
            let is_sure = words.word(draft.start).starts_with('0') || words.weekday(after).is_some();
            !is_sure || !is_led(2..=2) && !is_led(4..=6) && !is_led(18..=18)
        }
        "hour-zone" => !words.is(draft.end - 1, Class::Zone) && !words.is(draft.end - 1, Class::Times) && !is_led(2..=8),
        "hour-of-part" => draft.hedge != Hedge::About && !is_led(2..=8) && !is_led(14..=18),
        // "I for one am glad"
        "clock" if words.is(draft.start, Class::Cardinal) && words.word(draft.end - 1) == "am" => {
            !is_led(2..=8) && !is_led(18..=18)
        }
        "clock" => !is_told(words, draft) && is_count_of_time(words, draft),
        _ => false,
    }
}

/// Whether something says that a time of day is meant: its half of the day, a zone.
fn is_told(words: Words<'_, '_>, draft: &Draft) -> bool {
    (draft.start..draft.end).any(|it| words.meridiem(it).is_some() || words.is(it, Class::Zone) || words.is(it, Class::Times))
}

/// "a mile in 3:59", "with 1:12 left", and the offset in "14:00+02:00".
fn is_count_of_time(words: Words<'_, '_>, draft: &Draft) -> bool {
    let Some(before) = draft.start.checked_sub(1) else { return false };
    let is_offset = words.is_mark(before, b'+') && words.touches(draft.start);
    // "she ran 1:58.90"
    let is_fraction = words.is_mark(draft.end, b'.') && words.touches(draft.end + 1) && words.is(draft.end + 1, Class::Digits);
    // "Fighting goes on (1:23)": how long a film runs
    let is_run = words.is_mark(before, b'(') && words.is_mark(draft.end, b')') && words.word(draft.start).len() == 1;
    is_offset || is_fraction || is_run || matches!(words.word(before), "in" | "with" | "of") || words.word(draft.end) == "left"
}
