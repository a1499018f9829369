//! dateline reads news articles, finds what happened when, and lays the events of many articles out as one chronology.
//!
//! The modules are floors; each looks down, never up (`tests/tidy.rs` keeps that). Text goes in at the bottom and comes
//! out at the top: bytes become a [`text::Document`], its words of time become [`temporal::Timex`]es, sentences become
//! [`events::Mention`]s, mentions become [`events::Event`]s, events become a [`timeline::Timeline`].

// Floor 0: days, spans of days, and the one notation in which they are written. The only home of chrono.
pub mod calendar;
// Floor 0: articles as values: clean text, paragraphs, sentences, and the way back to the file's bytes and lines.
pub mod text;

// Floor 1: words of time become dates, with the reason kept.
pub mod temporal;

// Floor 2: dated sentences become mentions, mentions of one thing become one event.
pub mod events;

// Floor 2: the day on which an article was written, stated or inferred.
pub mod dating;

// Floor 3: events in order: the chronology, its density and silences, queries over it.
pub mod timeline;

// Floor 4: the whole job in two pure functions: one article, then all of them together.
pub mod pipeline;

// Floor 4: a chronology as text for other programs.
pub mod export;

// Floor 5: the disk: which articles are there, and what is in them. The only home of `std::fs`.
pub mod store;

// Floor 5: what the interactive program is doing, as values: model, messages, effects.
pub mod app;

// Floor 6: how it looks. The only home of ratatui.
pub mod ui;

// Floor 7: the rim: terminal, threads, clock.
pub mod shell;

// The door: subcommands and flags.
pub mod cli;
