//! The binary without a terminal.
