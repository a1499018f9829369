//! Names in many spellings.
