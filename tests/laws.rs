//! What holds for any input: laws, tried on inputs that nobody thought of.

mod temporal;
mod text;
