//! What one sentence tells: its mentions, their status, and the line that names each.
