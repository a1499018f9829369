//! The rim: terminal, threads, clock.

pub mod clock;
