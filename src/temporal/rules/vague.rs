//! Rows for words of time without bounds.

use super::super::expr::{Expr, Vague, Which};
use super::super::lexicon::Class;
use super::super::shape::{Found, Slot::*};
use super::{Left, Row, THE, found_which};

fn vague(value: i32) -> Vague {
    match value {
        0 => Vague::Past,
        1 => Vague::Present,
        _ => Vague::Future,
    }
}

fn noun(found: &Found) -> Option<Expr> {
    let value = found.last(Class::VagueNoun)?;
    (value < 3).then_some(Expr::Vague(vague(value)))
}

/// Words without bounds.
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "vague",
        finds: "recently, now, currently",
        shape: &[Opt(&[Word(Class::Degree)]), Word(Class::Vague)],
        build: |found| Some(Expr::Vague(vague(found.get(Class::Vague)?))),
        left: Left::Bare,
        examples: &[("He is [now] in Rome.", "PRESENT_REF"), ("He was [recently] in Rome.", "PAST_REF")],
        friends: &["Now, she sang well.", "The ocean current is strong."],
    },
    Row {
        name: "vague-noun",
        finds: "the past, the near future, the present",
        shape: &[THE, Opt(&[Word(Class::VagueNoun)]), Word(Class::VagueNoun)],
        build: noun,
        left: Left::Bare,
        examples: &[("In [the past] he sang.", "PAST_REF"), ("He may sing in [the near future].", "FUTURE_REF")],
        friends: &["The past president sang."],
    },
    Row {
        name: "in-future",
        finds: "in future",
        shape: &[Is(Class::VagueNoun, 2)],
        build: |_| Some(Expr::Vague(Vague::Future)),
        left: Left::Bare,
        examples: &[("In [future], he will sing.", "FUTURE_REF")],
        friends: &["In future talks he will sing.", "His future is bright."],
    },
    Row {
        name: "long-ago",
        finds: "long ago, a short time ago, moments ago",
        shape: &[
            Any(&[
                All(&[Opt(&[Word(Class::A)]), Word(Class::Term), Opt(&[Is(Class::Times, 9)])]),
                All(&[Word(Class::A), Is(Class::Times, 9)]),
                All(&[Is(Class::Hedge, 1), Is(Class::Times, 9)]),
            ]),
            Word(Class::Ago),
        ],
        build: |_| Some(Expr::Vague(Vague::Past)),
        left: Left::Bare,
        examples: &[
            ("He sang [a long time ago].", "PAST_REF"),
            ("He left [moments ago].", "PAST_REF"),
            ("He left [a while ago].", "PAST_REF"),
            ("He left [some time ago].", "PAST_REF"),
        ],
        friends: &["It was a long time."],
    },
    Row {
        name: "term",
        finds: "the long term, the near term",
        shape: &[THE, Word(Class::Term), Opt(&[Mark(b'-')]), Is(Class::Term, 8)],
        build: |_| Some(Expr::Vague(Vague::Future)),
        left: Left::Bare,
        examples: &[("Prices will fall in [the long term].", "FUTURE_REF")],
        friends: &["The long-term lot was full.", "The short term limits annoyed him."],
    },
    Row {
        name: "time-being",
        finds: "the time being",
        shape: &[THE, Is(Class::Times, 9), Is(Class::Term, 9)],
        build: |_| Some(Expr::Vague(Vague::Present)),
        left: Left::Bare,
        examples: &[("He stays for [the time being].", "PRESENT_REF")],
        friends: &["The time being short, he left."],
    },
    Row {
        name: "that-time",
        finds: "in a narrative: the time, at that time, the same time",
        shape: &[
            Any(&[All(&[Opt(&[Is(Class::Which, 10)]), Word(Class::Which)]), THE]),
            Any(&[Is(Class::Times, 9), Word(Class::Period)]),
        ],
        build: |found| match found_which(found) {
            Which::This | Which::That | Which::Same | Which::Bare | Which::The => Some(Expr::Vague(Vague::Present)),
            _ => None,
        },
        left: Left::ThePhase,
        examples: &[],
        friends: &["By the time he left she sang."],
    },
    Row {
        name: "these-days",
        finds: "these days",
        shape: &[Is(Class::Which, 2), Is(Class::Units, 3)],
        build: |_| Some(Expr::Vague(Vague::Present)),
        left: Left::Bare,
        examples: &[("[These days] he sings.", "PRESENT_REF")],
        friends: &["Those days he sang."],
    },
];
