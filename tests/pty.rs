//! The binary in a terminal: start, search, drill down, quit; and the terminal given back whole, whatever ends it.
#![cfg(unix)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before the test gives up; no test waits that long where all is well.
const PATIENCE: Duration = Duration::from_secs(40);

/// Two articles of our own, one of them hostile in name and text.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "dam.txt",
        "The dam of Karsen failed\n\nORLIK, March 15, 2024. The wall of the Karsen dam collapsed on March 14, 2024.\n\n\
         Governor Marta Dorin visited the hospital of Orlik on March 15, 2024.\n",
    );
    write("\u{1b}]0;owned\u{7}.txt", "\u{1b}[31mThe bridge of Sen\u{1b}]0;owned\u{7} collapsed on March 16, 2024.\u{1b}c\n");
    folder
}

/// The program in a terminal of its own.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<Vec<u8>>>,
    is_closing: Arc<AtomicBool>,
    reader: std::thread::JoinHandle<()>,
    size: (u16, u16),
}

impl Terminal {
    fn start(folder: &Path, size: (u16, u16), environment: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new(binary());
        command.arg(".");
        Terminal::run(command, folder, size, environment)
    }

    fn run(mut command: CommandBuilder, folder: &Path, (width, height): (u16, u16), environment: &[(&str, &str)]) -> Terminal {
        let pair = native_pty_system().openpty(PtySize { rows: height, cols: width, ..PtySize::default() }).unwrap();
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "VISUAL", "EDITOR", "DATELINE_TEST_PANIC"] {
            command.env_remove(name);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (sink, mut reader) = (Arc::clone(&seen), pair.master.try_clone_reader().unwrap());
        let is_closing = Arc::new(AtomicBool::new(false));
        let is_over = Arc::clone(&is_closing);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if is_over.load(Ordering::SeqCst) {
                    return;
                }
                sink.lock().unwrap().extend_from_slice(&bytes[..n]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Terminal { child, master: pair.master, writer, seen, is_closing, reader, size: (width, height) }
    }

    fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().clone()
    }

    fn parser(&self) -> vt100::Parser {
        let cells = |n: u16| std::num::NonZeroU16::new(n).unwrap();
        let mut parser = vt100::Parser::new(cells(self.size.1), cells(self.size.0), 0);
        parser.process(&self.bytes());
        parser
    }

    fn screen(&self) -> String {
        let contents = self.parser().screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    fn wait(&self, what: &str, holds: impl Fn(&Terminal) -> bool) {
        let since = Instant::now();
        while !holds(self) {
            assert!(since.elapsed() < PATIENCE, "waited in vain for {what}; the screen:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn wait_for(&self, words: &str) {
        self.wait(words, |it| it.screen().contains(words));
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// Waits for the end and for the last of what was written; its code.
    fn end(&mut self) -> u32 {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap().filter(|_| self.reader.is_finished()) {
                return status.exit_code();
            }
            assert!(since.elapsed() < PATIENCE, "it did not end; the screen:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The terminal is as it was found: its first screen, a visible cursor, pasted text unmarked, lines cooked.
    fn is_given_back(&self) {
        self.wait("the terminal back", |it| !it.parser().screen().alternate_screen());
        let parser = self.parser();
        assert!(!parser.screen().hide_cursor());
        assert!(!parser.screen().bracketed_paste());
        let mode = self.master.get_termios().expect("a terminal has modes");
        let mode = format!("{:?}", mode.local_flags);
        assert!(mode.contains("ICANON") && mode.contains("ECHO"), "{mode}");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_dateline"))
}

#[test]
fn start_search_drill_down_quit() {
    let folder = folder();
    for size in [(80, 24), (120, 40)] {
        let mut terminal = Terminal::start(folder.path(), size, &[]);
        terminal.wait_for("· 2 articles");
        let before = terminal.screen();
        terminal.press("/dorin");
        terminal.wait_for("1 of ");
        terminal.press("\r");
        terminal.wait_for("read source");
        terminal.press("\r");
        terminal.wait_for("this event");
        assert!(terminal.screen().contains("[March 15, 2024]"), "{}", terminal.screen());
        terminal.press("\x1b");
        terminal.wait_for("read source");
        terminal.press("\x1b");
        terminal.wait("the list", |it| !it.screen().contains("read source"));
        terminal.press("\x1b");
        terminal.wait("the whole list", |it| it.screen() == before);
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        terminal.is_given_back();
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    if !cfg!(debug_assertions) {
        return;
    }
    let folder = folder();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &[("DATELINE_TEST_PANIC", "1")]);
    assert_ne!(terminal.end(), 0);
    terminal.is_given_back();
    terminal.wait_for("asked to panic");
}

#[test]
fn signals_give_the_terminal_back() {
    let folder = folder();
    for name in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::start(folder.path(), (80, 24), &[]);
        terminal.wait_for("· 2 articles");
        terminal.signal(name);
        assert_eq!(terminal.end(), 130, "{name}");
        terminal.is_given_back();
    }
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let folder = folder();
    for signal in [None, Some("HUP")] {
        let mut terminal = Terminal::start(folder.path(), (80, 24), &[]);
        terminal.wait_for("· 2 articles");
        // The reader lets go of the terminal with the next bytes; then nobody holds it.
        terminal.is_closing.store(true, Ordering::SeqCst);
        terminal.press("?");
        std::thread::sleep(Duration::from_millis(300));
        let id = terminal.child.process_id().unwrap().to_string();
        terminal.writer = Box::new(std::io::sink());
        terminal.master = native_pty_system().openpty(PtySize::default()).unwrap().master;
        if let Some(signal) = signal {
            let _ = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status();
        }
        let since = Instant::now();
        while terminal.child.try_wait().unwrap().is_none() {
            assert!(since.elapsed() < Duration::from_secs(10), "it goes on without a terminal");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn ctrl_c_leaves_from_anywhere() {
    let folder = folder();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &[]);
    terminal.wait_for("· 2 articles");
    terminal.press("/wall");
    terminal.wait_for("1 of ");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}

#[test]
fn stopped_and_called_up_again() {
    let folder = folder();
    let mut command = CommandBuilder::new("sh");
    // A shell with job control, as a reader has: it takes the terminal when the program stops.
    command.args(["-i", "-c", &format!("set -m; '{}' . ; echo STOPPED; fg; echo ENDED", binary().display())]);
    let mut terminal = Terminal::run(command, folder.path(), (80, 24), &[("PS1", "")]);
    terminal.wait_for("· 2 articles");
    terminal.press("\x1a");
    // The shell goes on with the screen it had, calls the program up again, and that draws all of its own anew.
    terminal.wait("the stop", |it| it.bytes().windows(7).any(|it| it == b"STOPPED"));
    terminal.wait_for("· 2 articles");
    terminal.press("q");
    terminal.wait_for("ENDED");
    assert!(!terminal.parser().screen().alternate_screen());
}

#[test]
fn the_editor_opens_at_the_line_and_the_screen_comes_back() {
    let folder = folder();
    let elsewhere = tempfile::tempdir().unwrap();
    let (editor, told) = (elsewhere.path().join("an-editor.sh"), elsewhere.path().join("told"));
    std::fs::write(&editor, format!("#!/bin/sh\necho \"$@\" > '{}'\n", told.display())).unwrap();
    std::process::Command::new("chmod").arg("+x").arg(&editor).status().unwrap();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &[("EDITOR", editor.to_str().unwrap())]);
    terminal.wait_for("· 2 articles");
    terminal.press("/dorin\r");
    terminal.wait_for("read source");
    terminal.press("o");
    terminal.wait("the editor", |_| std::fs::read_to_string(&told).is_ok_and(|it| it.ends_with('\n')));
    terminal.wait_for("read source");
    let told = std::fs::read_to_string(&told).unwrap();
    assert!(told.starts_with("+5 ") && told.trim_end().ends_with("dam.txt"), "{told}");
    terminal.press("qq");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}

#[test]
fn a_day_of_writing_is_on_disk_and_holds_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dam.txt"), "The dam failed\n\nThe Karsen dam collapsed on Thursday in Orlik.\n").unwrap();
    let state = tempfile::tempdir().unwrap();
    let environment = [("XDG_STATE_HOME", state.path().to_str().unwrap())];
    let mut terminal = Terminal::start(folder.path(), (100, 30), &environment);
    terminal.wait_for("· 1 article");
    terminal.press("3e2024-03-15\r");
    terminal.wait_for("was written 2024-03-15 (kept)");
    terminal.press("1");
    terminal.wait_for("2024-03-14");
    terminal.press("q");
    terminal.end();
    let mut terminal = Terminal::start(folder.path(), (100, 30), &environment);
    terminal.wait_for("2024-03-14");
    terminal.press("u");
    terminal.wait_for("dated by the program again (kept)");
    terminal.wait("no date", |it| it.screen().contains("----") && !it.screen().contains("2024-03-14"));
    terminal.press("q");
    terminal.end();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "the folder of articles is not written to");
}

#[test]
fn what_is_shown_is_written_to_a_file() {
    let folder = folder();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &[]);
    terminal.wait_for("· 2 articles");
    terminal.press("/dorin\r");
    terminal.wait_for("read source");
    terminal.press("\x1b");
    terminal.wait("the list", |it| !it.screen().contains("read source"));
    terminal.press("Eout.md\r");
    terminal.wait_for("1 event written to out.md");
    terminal.press("Eout.md\r");
    terminal.wait_for("out.md is there already");
    terminal.press("q");
    terminal.end();
    assert!(std::fs::read_to_string(folder.path().join("out.md")).unwrap().contains("Dorin"));
}

#[test]
fn no_colour_where_none_is_wanted() {
    let folder = folder();
    let has_colour = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let sequences = text.split("\x1b[").skip(1).filter_map(|it| it.split_once('m').map(|it| it.0.to_owned()));
        let codes: Vec<u32> = sequences
            .filter(|it| it.bytes().all(|it| it.is_ascii_digit() || it == b';'))
            .flat_map(|it| it.split(';').filter_map(|it| it.parse().ok()).collect::<Vec<u32>>())
            .collect();
        codes.iter().any(|it| matches!(it, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    for (environment, expected) in [(&[("NO_COLOR", "1")][..], false), (&[][..], true)] {
        let mut terminal = Terminal::start(folder.path(), (80, 24), environment);
        terminal.wait_for("· 2 articles");
        terminal.press("/wall\r\r");
        terminal.wait_for("this event");
        terminal.press("?");
        terminal.wait_for("Keys");
        terminal.press("\x03");
        terminal.end();
        assert_eq!(has_colour(&terminal.bytes()), expected, "{environment:?}");
    }
}

#[test]
fn hostile_text_never_acts() {
    let folder = folder();
    let mut terminal = Terminal::start(folder.path(), (120, 40), &[]);
    terminal.wait_for("· 2 articles");
    terminal.press("G3jj1/bridge\r\r");
    terminal.wait_for("this event");
    terminal.press("y");
    // The clipboard's sequence is ours, its payload encoded.
    terminal.wait("the clipboard", |it| String::from_utf8_lossy(&it.bytes()).contains("\x1b]52;c;"));
    terminal.press("\x03");
    terminal.end();
    let bytes = terminal.bytes();
    let text = String::from_utf8_lossy(&bytes);
    // No other of its kind is written, and no reset.
    assert!(!text.contains("\x1b]0;") && !text.contains("\x1bc") && !text.contains("\u{7}.txt"), "{text:?}");
}

#[test]
fn a_storm_of_resizes_ends_in_a_whole_screen() {
    let folder = folder();
    let mut terminal = Terminal::start(folder.path(), (80, 24), &[]);
    terminal.wait_for("· 2 articles");
    for n in 0u16..60 {
        let (width, height) = (20 + n * 37 % 190, 4 + n * 53 % 60);
        terminal.master.resize(PtySize { rows: height, cols: width, ..PtySize::default() }).unwrap();
        terminal.press(if n % 2 == 0 { "j" } else { "k" });
    }
    terminal.seen.lock().unwrap().clear();
    terminal.master.resize(PtySize { rows: 30, cols: 100, ..PtySize::default() }).unwrap();
    terminal.size = (100, 30);
    terminal.press("\x0c");
    terminal.wait_for("· 2 articles");
    terminal.wait_for("? keys");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}
