//! Raw articles become clean text, paragraphs and sentences.
