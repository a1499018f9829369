//! Takes the pictures of the README from the real program, in a terminal of its own, on the sample dossier.
//!
//! From the project's folder: `cargo run --release --manifest-path screenshots/tool/Cargo.toml [NAME...]`.
//! Nothing is drawn by hand: the program runs in a pseudo-terminal, its cells become SVG, the SVG becomes PNG. The same
//! program gives the same bytes.

mod draw;
mod scenes;
mod terminal;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let built = Command::new("cargo").args(["build", "--release"]).current_dir(&root).status()?;
    ensure!(built.success(), "the program does not build");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let binary = target.join("release/dateline");
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for scene in scenes::SCENES.iter().filter(|it| wanted.is_empty() || wanted.iter().any(|name| name == it.name)) {
        let screen = terminal::play(&binary, &root, scene).with_context(|| format!("scene {}", scene.name))?;
        let path = root.join("screenshots").join(format!("{}.png", scene.name));
        std::fs::write(&path, draw::png(&screen, scene.is_light)?)?;
        println!("{}", path.strip_prefix(&root)?.display());
    }
    Ok(())
}
