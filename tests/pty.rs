//! The binary in a terminal.
