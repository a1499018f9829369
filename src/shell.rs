//! The rim: terminal, threads, clock.
