//! How fast the tagger is by itself: tokens, expressions, meanings, in bytes of text a second.

use dateline::calendar::{Date, Interval};
use dateline::temporal::{Anchor, Genre, Lexicon, resolve, tag};
use dateline::text::token::tokens;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// An article of our own, as dense with time as news is, many times over.
fn article() -> String {
    let paragraph = "The council said on Friday that the bridge, which was closed in early March after two ships struck its eastern \
        pier, will open again next week. Work began on June 3 and took nearly four months; the first half of it was done at \
        night. A year earlier, in the third quarter of 2024, the port had counted 1,998 ships. \"Nobody here is waiting for the \
        ferry any longer,\" the mayor told reporters at 8:30 p.m. Thursday, standing where the old mill had been until 1987. \
        Critics, among them the fishermen of the harbour quarter, doubt that the new road will bear the load of the trucks.\n\n";
    paragraph.repeat(200)
}

#[divan::bench]
fn tokenize(bencher: divan::Bencher<'_, '_>) {
    let text = article();
    bencher.counter(BytesCount::of_str(&text)).bench(|| tokens(&text).count());
}

#[divan::bench]
fn find(bencher: divan::Bencher<'_, '_>) {
    let (text, lexicon) = (article(), Lexicon::builtin());
    bencher.counter(BytesCount::of_str(&text)).bench(|| tag(&text, &lexicon));
}

#[divan::bench]
fn find_and_resolve(bencher: divan::Bencher<'_, '_>) {
    let (text, lexicon) = (article(), Lexicon::builtin());
    let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
    let anchor = Anchor { published, genre: Genre::News };
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let timexes = tag(&text, &lexicon);
        resolve(&text, &timexes, &anchor, &lexicon)
    });
}

#[divan::bench]
fn read_the_lexicon() -> Lexicon {
    Lexicon::builtin()
}
