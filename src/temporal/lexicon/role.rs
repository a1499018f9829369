//! What a word does beside a verb or a date, by which the way is told that a sentence looks.

/// Names the roles once, for the code and for the files.
macro_rules! roles {
    ($($name:literal $role:ident,)*) => {
        /// What a word does beside a verb or a date; the files say which words do it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum Role {
            $($role,)*
        }

        impl Role {
            /// Every role that a lexicon may name, with its name there.
            pub(super) const NAMES: &[(&'static str, Role)] = &[$(($name, Role::$role),)*];
        }
    };
}

roles! {
    "is" Is,
    "be" Be,
    "was" Was,
    "had" Had,
    "has" Has,
    "have" Have,
    "helper" Helper,
    "not" Not,
    "adverb" Adverb,
    "owner" Owner,
    "subject" Subject,
    "relative" Relative,
    "shifted" Shifted,
    "modal" Modal,
    "deniable" Deniable,
    "denial" Denial,
    "speech" Speech,
    "asks" Asks,
    "condition" Condition,
    "ahead" Ahead,
    "deadline" Deadline,
    "over" Over,
    "trade" Trade,
    "done" Done,
    "likely" Likely,
    "cause" Cause,
    "never_past" NeverPast,
    "past_in_eed" PastInEed,
}

impl Role {
    /// The role as one bit of a set of roles.
    pub(super) const fn bit(self) -> u32 {
        1 << self as u8
    }
}
