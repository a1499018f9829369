//! The real program in a pseudo-terminal: keys in, the screen out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::scenes::Scene;

const PATIENCE: Duration = Duration::from_secs(30);
/// A screen on which nothing has changed for so long is done.
const STILL: Duration = Duration::from_millis(400);

/// Plays a scene; the screen at its end.
pub fn play(binary: &Path, root: &Path, scene: &Scene) -> anyhow::Result<vt100::Screen> {
    let (width, height) = scene.size;
    let pair = native_pty_system().openpty(PtySize { rows: height, cols: width, ..PtySize::default() })?;
    let mut command = CommandBuilder::new(binary);
    command.arg("data/sample");
    command.args(["--color", "always", "--theme", if scene.is_light { "light" } else { "dark" }]);
    command.cwd(root);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command)?;
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader()?;
    let mut writer = pair.master.take_writer()?;
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 8192];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            if sender.send(bytes[..n].to_vec()).is_err() {
                return;
            }
        }
    });
    let cells = |n: u16| NonZeroU16::new(n).context("a screen has cells");
    let mut parser = vt100::Parser::new(cells(height)?, cells(width)?, 0);
    let outcome = wait_for(&mut parser, &receiver, "articles").and_then(|()| {
        for (keys, words) in scene.script {
            writer.write_all(keys.as_bytes())?;
            writer.flush()?;
            wait_for(&mut parser, &receiver, words)?;
        }
        Ok(())
    });
    child.kill()?;
    child.wait()?;
    outcome.map(|()| parser.screen().clone())
}

/// Waits until the words are on the screen, no article is being read any more, and the screen is still.
fn wait_for(parser: &mut vt100::Parser, receiver: &Receiver<Vec<u8>>, words: &str) -> anyhow::Result<()> {
    let since = Instant::now();
    loop {
        let is_still = match receiver.recv_timeout(STILL) {
            Ok(bytes) => {
                parser.process(&bytes);
                false
            }
            Err(_) => true,
        };
        let contents = parser.screen().contents();
        let is_reading = contents.contains("reading ") && contents.contains("fills");
        if is_still && contents.contains(words) && !is_reading && !contents.contains("ooking for articles") {
            return Ok(());
        }
        if since.elapsed() > PATIENCE {
            bail!("waited in vain for {words:?}; the screen:\n{contents}");
        }
    }
}
