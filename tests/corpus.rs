//! The chronology of the sample dossier, whole.
