//! How it looks: the model as cells. The only home of ratatui.
