//! Key scripts become screens.
