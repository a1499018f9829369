//! A chronology as text for other programs.
