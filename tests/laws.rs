//! What holds for any input.

mod text;
