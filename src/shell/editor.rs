//! The reader's editor as a command: how each wants to be told the line.

/// The words of the command that opens a file at a line in an editor; `None` where no editor is named.
///
/// `editor` may hold arguments of its own (`code -w`). Unknown editors get `+LINE FILE`, which most understand.
pub fn command(editor: &str, path: &str, line: u32) -> Option<Vec<String>> {
    let mut words: Vec<String> = editor.split_whitespace().map(str::to_owned).collect();
    let program = words.first()?;
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    let name = name.strip_suffix(".exe").unwrap_or(name).to_owned();
    // A path that looks like an option would be taken for one.
    let path = if path.starts_with('-') || path.starts_with('+') { format!("./{path}") } else { path.to_owned() };
    match name.as_str() {
        "code" | "code-insiders" | "codium" | "cursor" | "windsurf" => words.extend(["-g".to_owned(), format!("{path}:{line}")]),
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "micro-editor" => words.push(format!("{path}:{line}")),
        "idea" | "pycharm" | "rustrover" | "clion" | "kate" => words.extend(["--line".to_owned(), line.to_string(), path]),
        "notepad" | "gedit-less" | "xdg-open" | "open" => words.push(path),
        _ => words.extend([format!("+{line}"), path]),
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(editor: &str, expected: &str) {
        let words = command(editor, "news/a b.txt", 12).map(|it| it.join("|")).unwrap_or_default();
        assert_eq!(words, expected);
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        check("vim", "vim|+12|news/a b.txt");
        check("/usr/bin/nano -m", "/usr/bin/nano|-m|+12|news/a b.txt");
        check("code -w", "code|-w|-g|news/a b.txt:12");
        check("hx", "hx|news/a b.txt:12");
        check("kate", "kate|--line|12|news/a b.txt");
        check("", "");
    }

    #[test]
    fn a_path_is_never_taken_for_an_option() {
        assert_eq!(command("vi", "-c.txt", 1), Some(vec!["vi".into(), "+1".into(), "./-c.txt".into()]));
    }
}
