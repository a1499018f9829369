//! Cells become SVG, SVG becomes PNG. Lines and blocks are drawn as shapes, so that no seam shows between cells.

use std::fmt::Write;
use std::sync::Arc;

use anyhow::Context;
use resvg::{tiny_skia, usvg};

/// A cell in pixels, and the type that fits it.
const WIDTH: u16 = 12;
const HEIGHT: u16 = 23;
const TYPE: u16 = 20;
const BASELINE: u16 = 18;
const MARGIN: u16 = 18;

/// Sixteen colours, ground and letters.
struct Palette {
    colors: [&'static str; 16],
    ground: &'static str,
    letters: &'static str,
}

const DARK: Palette = Palette {
    colors: [
        "#1b1f27", "#d9626d", "#8fbf7f", "#d8b25c", "#3f5f9e", "#b284c9", "#6fb5bd", "#c9ced8", //
        "#7a8394", "#f07f88", "#a9d999", "#f2cf7a", "#8fb2f0", "#cda2e3", "#8fd3db", "#ffffff",
    ],
    ground: "#15181e",
    letters: "#d3d8e2",
};

const LIGHT: Palette = Palette {
    colors: [
        "#22262d", "#b3261e", "#2f7a32", "#8a6100", "#1f56b3", "#8a2f8f", "#0f7a85", "#d5d9e0", //
        "#727a87", "#c93a31", "#3a8f3e", "#a87700", "#2f6bd0", "#a345a8", "#1a919d", "#ffffff",
    ],
    ground: "#fcfcfa",
    letters: "#22262d",
};

/// The screen as a PNG.
pub fn png(screen: &vt100::Screen, is_light: bool) -> anyhow::Result<Vec<u8>> {
    let svg = svg(screen, if is_light { &LIGHT } else { &DARK });
    let mut options = usvg::Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    fonts.load_font_data(dejavu::sans_mono::regular().to_vec());
    fonts.load_font_data(dejavu::sans_mono::bold().to_vec());
    let tree = usvg::Tree::from_str(&svg, &options)?;
    let size = tree.size().to_int_size();
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).context("a picture has pixels")?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixmap.as_mut());
    Ok(pixmap.encode_png()?)
}

fn svg(screen: &vt100::Screen, palette: &Palette) -> String {
    let (n_rows, n_columns) = (screen.size().0.get(), screen.size().1.get());
    let (width, height) = (n_columns * WIDTH + 2 * MARGIN, n_rows * HEIGHT + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"DejaVu Sans Mono\" \
         font-size=\"{TYPE}\"><rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        palette.ground
    );
    for row in 0..n_rows {
        for column in 0..n_columns {
            if let Some(cell) = screen.cell(row, column) {
                draw_cell(&mut svg, palette, cell, (column * WIDTH + MARGIN, row * HEIGHT + MARGIN));
            }
        }
    }
    if !screen.hide_cursor() {
        let (row, column) = screen.cursor_position();
        rect(&mut svg, (column * WIDTH + MARGIN, row * HEIGHT + MARGIN), (0, 0, 2, HEIGHT), palette.letters, 1.0);
    }
    svg.push_str("</svg>");
    svg
}

fn color(palette: &Palette, color: vt100::Color, otherwise: &str) -> String {
    match color {
        vt100::Color::Default => otherwise.to_owned(),
        vt100::Color::Idx(it) => palette.colors.get(usize::from(it)).copied().unwrap_or(otherwise).to_owned(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
    }
}

fn draw_cell(svg: &mut String, palette: &Palette, cell: &vt100::Cell, at: (u16, u16)) {
    let mut letters = color(palette, cell.fgcolor(), palette.letters);
    let mut ground = color(palette, cell.bgcolor(), palette.ground);
    if cell.inverse() {
        std::mem::swap(&mut letters, &mut ground);
    }
    let width = if cell.is_wide() { 2 * WIDTH } else { WIDTH };
    if ground != palette.ground {
        rect(svg, at, (0, 0, width, HEIGHT), &ground, 1.0);
    }
    if cell.underline() {
        rect(svg, at, (0, BASELINE + 2, width, 1), &letters, 1.0);
    }
    let text = cell.contents();
    if text.trim().is_empty() || shape(svg, text, at, &letters) {
        return;
    }
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let opacity = if cell.dim() { " opacity=\"0.6\"" } else { "" };
    let _ = write!(svg, "<text x=\"{}\" y=\"{}\" fill=\"{letters}\"{weight}{opacity}>{escaped}</text>", at.0, at.1 + BASELINE);
}

fn rect(svg: &mut String, (x, y): (u16, u16), (left, top, width, height): (u16, u16, u16, u16), fill: &str, opacity: f32) {
    let opacity = if opacity < 1.0 { format!(" opacity=\"{opacity}\"") } else { String::new() };
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{opacity} shape-rendering=\"crispEdges\"/>",
        x + left,
        y + top
    );
}

/// Draws a line or block that must meet its neighbours; whether the text is one.
fn shape(svg: &mut String, text: &str, at: (u16, u16), fill: &str) -> bool {
    const MID_X: u16 = WIDTH / 2;
    const MID_Y: u16 = HEIGHT / 2;
    let mut bar = |it: (u16, u16, u16, u16)| rect(svg, at, it, fill, 1.0);
    let right = (MID_X, MID_Y, WIDTH - MID_X, 1);
    let left = (0, MID_Y, MID_X + 1, 1);
    let down = (MID_X, MID_Y, 1, HEIGHT - MID_Y);
    let up = (MID_X, 0, 1, MID_Y + 1);
    match text {
        "─" => bar((0, MID_Y, WIDTH, 1)),
        "│" => bar((MID_X, 0, 1, HEIGHT)),
        "┌" => [right, down].into_iter().for_each(bar),
        "┐" => [left, down].into_iter().for_each(bar),
        "└" => [right, up].into_iter().for_each(bar),
        "┘" => [left, up].into_iter().for_each(bar),
        "▌" => bar((0, 0, WIDTH / 2, HEIGHT)),
        "░" => rect(svg, at, (0, 0, WIDTH, HEIGHT), fill, 0.35),
        "▁" | "▂" | "▃" | "▄" | "▅" | "▆" | "▇" | "█" => {
            let eighths = (text.chars().next().map_or(0, u32::from) - 0x2580) as u16;
            let height = (HEIGHT * eighths + 4) / 8;
            bar((0, HEIGHT - height, WIDTH, height));
        }
        _ => return false,
    }
    true
}
