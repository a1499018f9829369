//! Words of time become dates: first what was said ([`Expr`]), then when it means ([`Dated`]), with the reason kept.

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
