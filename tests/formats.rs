//! Files become articles.
