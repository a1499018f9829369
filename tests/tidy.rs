//! The house rules: floors, homes of foreign crates, file sizes, file heads.
