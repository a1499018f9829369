//! The binary without a terminal: what it prints, what it writes, and how it ends.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const FLOOD: &str = "Water reaches the market square\n\nOrlik, 15 March 2024\n\nThe Karsen dam burst on Thursday and water reached the \
market square of Orlik, the mayor said.\n\nThe hospital was evacuated on Friday, 15 March 2024.\n";

fn dateline(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("dateline").unwrap();
    command.current_dir(folder).env("XDG_STATE_HOME", folder.join(".state")).env_remove("NO_COLOR");
    command
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Runs, and checks the exit code and what stands on the two outputs.
fn check(files: &[(&str, &str)], args: &[&str], code: i32, out: &[&str], err: &[&str]) {
    let folder = folder(files);
    let output = dateline(folder.path()).args(args).output().unwrap();
    let (got_out, got_err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{args:?}\n{got_out}\n{got_err}");
    for it in out {
        assert!(got_out.contains(it), "{args:?}: no {it:?} in\n{got_out}");
    }
    for it in err {
        assert!(got_err.contains(it), "{args:?}: no {it:?} in\n{got_err}");
    }
}

#[test]
fn a_pipe_gets_the_chronology_as_lines() {
    check(&[("flood.txt", FLOOD)], &["."], 0, &["2024-03-14", "2024-03-15"], &[]);
    check(&[("flood.txt", FLOOD)], &["list", "--tsv", "."], 0, &["date\tstart\tend", "flood.txt:"], &[]);
}

#[test]
fn a_query_chooses() {
    check(&[("flood.txt", FLOOD)], &["list", "-q", "hospital", "."], 0, &["2024-03-15"], &[]);
    check(&[("flood.txt", FLOOD)], &["list", "-q", "when:2024-03-15", "."], 0, &["2024-03-15"], &[]);
    check(&[("flood.txt", FLOOD)], &["list", "-q", "zeppelin", "."], 1, &[], &[]);
    check(&[("flood.txt", FLOOD)], &["list", "-q", "srcs:x hospital", "."], 0, &["2024-03-15"], &["no such field"]);
    check(&[("flood.txt", FLOOD)], &["list", "--since", "2024-03-15", "-n", "5", "."], 0, &["2024-03-15"], &[]);
}

#[test]
fn what_the_reader_knows_of_a_day_of_writing_counts() {
    check(&[("flood.txt", FLOOD)], &["list", "--written", "flood.txt=2024-03-22", "."], 0, &["2024-03-21"], &[]);
    let wrong = ["list", "--written", "floods.txt=2024-03-22", "."];
    check(&[("flood.txt", FLOOD)], &wrong, 3, &["2024-03-14"], &["floods.txt: no article has this id"]);
}

#[test]
fn wrong_usage_is_said() {
    check(&[], &["--no-such-flag"], 2, &[], &["--no-such-flag"]);
    check(&[], &["list", "--since", "soon"], 2, &[], &["2024-03-14"]);
    check(&[("flood.txt", FLOOD)], &["export", "."], 2, &[], &["--format"]);
    check(&[("flood.txt", FLOOD)], &["show", "."], 2, &[], &["id"]);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_goes_on() {
    let lines = "{\"id\":\"a\",\"published\":\"2024-03-15\",\"text\":\"The bridge at Sen was closed on Friday.\"}\n{broken\n";
    check(&[("a.jsonl", lines), ("flood.txt", FLOOD)], &["list", "."], 3, &["2024-03-14"], &["a.jsonl:2"]);
    check(&[("flood.txt", FLOOD)], &["list", "flood.txt", "missing.txt"], 3, &["2024-03-14"], &["missing.txt"]);
}

#[test]
fn an_export_is_not_overwritten_unasked() {
    let folder = folder(&[("flood.txt", FLOOD)]);
    let export = |args: &[&str]| dateline(folder.path()).arg("export").args(args).output().unwrap();
    assert_eq!(export(&["-o", "out.json", "flood.txt"]).status.code(), Some(0));
    let first = fs::read(folder.path().join("out.json")).unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&first).is_ok());
    let again = export(&["-o", "out.json", "--format", "csv", "flood.txt"]);
    assert_eq!(again.status.code(), Some(4));
    assert!(String::from_utf8(again.stderr).unwrap().contains("--force"));
    assert_eq!(fs::read(folder.path().join("out.json")).unwrap(), first);
    assert_eq!(export(&["-o", "out.json", "--force", "flood.txt"]).status.code(), Some(0));
}

#[test]
fn show_tells_one_event_whole() {
    let folder = folder(&[("flood.txt", FLOOD)]);
    let listed = dateline(folder.path()).args(["list", "--jsonl", "-q", "hospital", "."]).output().unwrap();
    let event: serde_json::Value = serde_json::from_slice(listed.stdout.split(|it| *it == b'\n').next().unwrap()).unwrap();
    let id = event["id"].as_str().unwrap();
    let shown = dateline(folder.path()).args(["show", ".", id]).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    for it in ["2024-03-15", "happened", "flood.txt:7", "why:"] {
        assert!(shown.contains(it), "no {it} in\n{shown}");
    }
}

#[test]
fn the_json_keeps_its_contract() {
    let folder = folder(&[("flood.txt", FLOOD)]);
    let output = dateline(folder.path()).args(["export", "--format", "json", "."]).output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["format"], "dateline/1");
    let document = &json["documents"][0];
    for key in ["id", "path", "title", "source", "author", "url", "language", "paragraphs", "sha256", "published", "copy_of"] {
        assert!(document.get(key).is_some(), "documents have no {key}");
    }
    let event = &json["events"][0];
    for key in ["id", "title", "start", "end", "precision", "notation", "status", "people", "places", "organisations", "salience"]
    {
        assert!(event.get(key).is_some(), "events have no {key}");
    }
    for event in json["events"].as_array().unwrap() {
        for evidence in event["evidence"].as_array().unwrap() {
            let (line, text) = (evidence["line"].as_u64().unwrap(), evidence["text"].as_str().unwrap());
            let (from, to) = (evidence["bytes"][0].as_u64().unwrap(), evidence["bytes"][1].as_u64().unwrap());
            assert_eq!(&FLOOD[from as usize..to as usize], text);
            let before = &FLOOD[..from as usize];
            assert_eq!(line as usize, before.matches('\n').count() + 1);
        }
    }
}

#[test]
fn the_same_articles_give_the_same_bytes_in_any_order() {
    let other = "Minister resigns\n\nThe minister of works resigned on 4 April 2024 after the Karsen dam burst.\n";
    let folder = folder(&[("a.txt", FLOOD), ("b.txt", other)]);
    let export = |args: &[&str]| dateline(folder.path()).args(["export", "--format", "json"]).args(args).output().unwrap().stdout;
    let first = export(&["a.txt", "b.txt"]);
    assert!(!first.is_empty());
    assert_eq!(export(&["b.txt", "a.txt"]), first);
    assert_eq!(export(&["a.txt", "b.txt"]), first);
}

#[test]
fn the_tagger_stands_alone() {
    let line = "{\"id\":\"x\",\"published\":\"2024-03-15\",\"text\":\"It burst on Thursday.\"}\n";
    check(&[("a.jsonl", line)], &["tag", "a.jsonl"], 0, &["\"id\":\"x\"", "2024-03-14", "DATE"], &[]);
    check(
        &[("a.txt", "It burst on Thursday.")],
        &["tag", "--published", "2024-03-15", "--format", "timeml", "a.txt"],
        0,
        &["<TIMEX3"],
        &[],
    );
    check(&[("a.jsonl", "{oops\n")], &["tag", "a.jsonl"], 3, &[], &["a.jsonl:1"]);
}

#[test]
fn the_sample_is_in_the_program() {
    check(&[], &["demo"], 0, &["2025-12-19", "2022-02-24"], &[]);
}

#[test]
fn shells_and_the_manual_are_served() {
    check(&[], &["completions", "bash"], 0, &["_dateline"], &[]);
    check(&[], &["man"], 0, &[".TH dateline"], &[]);
    check(&[], &["--help"], 0, &["Examples:", "dateline demo"], &[]);
    check(&[], &["--version"], 0, &[env!("CARGO_PKG_VERSION")], &[]);
}
