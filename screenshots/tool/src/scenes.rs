//! What is pictured: a size, and keys with what each must bring to the screen before the next is pressed.

/// One picture.
pub struct Scene {
    /// The name of the file.
    pub name: &'static str,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether the terminal has a light ground.
    pub is_light: bool,
    /// Keys, and words to wait for after them.
    pub script: &'static [(&'static str, &'static str)],
}

const fn dark(name: &'static str, size: (u16, u16), script: &'static [(&'static str, &'static str)]) -> Scene {
    Scene { name, size, is_light: false, script }
}

const ENTER: &str = "\r";

/// All pictures.
pub const SCENES: &[Scene] = &[
    dark("chronology", (120, 40), &[("/miami dmitriev", " of "), (ENTER, "read source"), ("\x1b", "Enter evidence"), ("F", "type / to search")]),
    dark("search", (120, 40), &[("/ushakov", " of ")]),
    dark("evidence", (120, 40), &[("/berlin n:>=2", " of "), (ENTER, "read source"), ("J", "Evidence 2/")]),
    dark("source", (120, 40), &[("/ushakov", " of "), (ENTER, "read source"), (ENTER, "this event")]),
    dark("timeline", (120, 40), &[("/putin", " of "), (ENTER, "read source"), ("\x1b", "Enter evidence"), ("2", "1 cell")]),
    dark("sources", (120, 40), &[("3", "outlet"), ("j", "Article")]),
    dark("why", (120, 40), &[("/ushakov", " of "), (ENTER, "read source"), ("i", "result")]),
    dark("keys", (80, 24), &[("?", "Keys")]),
    dark("80x24", (80, 24), &[("/berlin", " of "), (ENTER, "read source"), ("\x1b", "Enter evidence"), ("F", "type / to search")]),
    dark("80x24-source", (80, 24), &[("/ushakov", " of "), (ENTER, "read source"), (ENTER, "this event")]),
    dark("wide", (200, 60), &[("/berlin", " of "), (ENTER, "read source"), ("\x1b", " of "), ("F", "type / to search")]),
    Scene { name: "light", size: (120, 40), is_light: true, script: &[("/berlin", " of "), (ENTER, "read source")] },
];
