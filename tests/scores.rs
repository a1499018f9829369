//! Precision and recall on gold of our own writing; they may only rise.
