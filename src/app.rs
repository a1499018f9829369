//! What the interactive program is doing, as values: model, messages, effects. No terminal, file, thread or clock.
