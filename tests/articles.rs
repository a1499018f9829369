//! The judgement of a careful reader on a handful of real articles, where they lie beside the project.
