//! The door: subcommands and flags; nobody else reads arguments or the environment.
