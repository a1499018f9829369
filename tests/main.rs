//! Every test from outside: the `mod` lines are the table of contents.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod articles;
mod cli;
mod corpus;
mod dating;
mod events;
mod formats;
mod laws;
mod linking;
mod names;
mod pty;
mod scores;
mod screens;
mod temporal;
mod text;
mod tidy;
mod titles;
