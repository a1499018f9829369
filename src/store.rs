//! The disk: which articles are there, and what is in them. The only home of `std::fs`.
