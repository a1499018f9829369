//! The literate corpora of the temporal tagger.
