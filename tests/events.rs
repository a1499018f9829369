//! Sentences become mentions with status, names and title.
