//! Mentions become events.
