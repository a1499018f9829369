//! The day an article was written.
