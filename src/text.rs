//! Articles as values: from the raw text of a file to paragraphs and sentences that know where they came from.

pub mod clean;
pub mod document;
pub mod furniture;
pub mod range;
pub mod raw;
pub mod segment;
pub mod token;

pub use clean::clean;
pub use document::{Document, Kind, OriginMap, Paragraph, Place, Run, Sentence, Source};
pub use range::TextRange;
pub use raw::{Block, Raw, Stretch};
