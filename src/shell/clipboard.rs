//! The clipboard by the terminal itself (OSC 52): works over a remote shell too, where the terminal allows it.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The sequence that puts a text on the clipboard.
pub fn sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x07", base64(text.as_bytes()))
}

/// Base64 with padding (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let n = three.iter().chain([0, 0].iter()).take(3).fold(0u32, |n, &it| n << 8 | u32::from(it));
        for at in 0..4 {
            let is_padding = at > three.len();
            let letter = LETTERS[(n >> (18 - 6 * at) & 63) as usize];
            written.push(if is_padding { '=' } else { char::from(letter) });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("\u{ff}\u{fe}?", "w7/Dvj8=")]
        {
            assert_eq!(base64(text.as_bytes()), expected, "{text:?}");
        }
    }
}
