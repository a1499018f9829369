//! Words of time become dates: first what was said ([`Expr`]), then when it means ([`Dated`]), with the reason kept.
//!
//! The tagger reads English news and narratives (and plain dates in German and Russian) and finds what ISO-TimeML calls
//! TIMEX3: dates, times, lengths and sets. It works in two steps, because an article is often read before its day of writing
//! is known:
//!
//! 1. [`tag`] finds the expressions of a text. It is a function of the text alone.
//! 2. [`resolve`] says when each of them means, given an [`Anchor`]: the day of writing, as far as it is known, and whether
//!    the text is news or a narrative. It gives both an [`Interval`](crate::calendar::Interval) with the precision at which it
//!    is known, and the TIMEX3 type and value for exchange. What leans on an unknown day stays undated: no date is made up.
//!
//! ```
//! use dateline::calendar::{Date, Interval};
//! use dateline::temporal::{Anchor, Genre, Lexicon, resolve, tag};
//!
//! let lexicon = Lexicon::builtin();
//! let text = "The envoy said on Friday that the talks, begun two weeks ago, will end next month.";
//! let timexes = tag(text, &lexicon);
//!
//! let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
//! let dated = resolve(text, &timexes, &Anchor { published, genre: Genre::News }, &lexicon);
//! let values: Vec<&str> = dated.iter().map(|it| it.value.as_str()).collect();
//! assert_eq!(values, ["2025-12-19", "2025-W49", "2026-01"]);
//! assert_eq!(
//!     dated[0].reason.text(),
//!     "\"Friday\" + published Sat 20 Dec 2025 = 2025-12-19; the coming one, 2025-12-26, rejected: past tense \"said\""
//! );
//!
//! let unknown = resolve(text, &timexes, &Anchor::default(), &lexicon);
//! assert!(unknown.iter().all(|it| it.when.is_none()));
//! ```
//!
//! Words are data (`data/lexicon`, `data/feasts`), grammar is a table of rows (`docs/RULES.md` shows it), meaning is code. The
//! cost grows in step with the text. [`join`] reads two expressions as the ends of one stretch of time, and [`batch`] is what
//! `dateline tag` is made of.

pub mod batch;
pub mod expr;
pub mod join;
pub mod lexicon;
mod meaning;
mod number;
pub mod resolve;
mod rules;
mod shape;
pub mod tag;

pub use expr::{Expr, Timex};
pub use join::{Joined, join};
pub use lexicon::Lexicon;
pub use resolve::{Anchor, Dated, Genre, Reason, TimexType, resolve};
pub use rules::document as rules_document;
pub use tag::tag;
