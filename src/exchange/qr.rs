//! Pictures of QR codes that hold cards: png and jpg.
//!
//! What a code holds is bytes, and which encoding they are in is found out here: in Taiwan, China
//! and Japan it may be any of theirs, whatever the standard of the code says.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{DynamicImage, GrayAlphaImage, ImageFormat, ImageReader, Limits, imageops};
use rqrr::PreparedImage;

use crate::{
    domain::Draft,
    error::{Error, Result},
};

use super::{
    Options, Reader, Sniff, card_text,
    encoding::{self, Spelling},
    source::Source,
};

/// Reads QR codes.
pub const READER: Reader = Reader { kind: "qr", detect: |sniff| format(sniff).is_some(), open };

/// A picture larger than this is refused,
const LARGEST: u64 = 64 << 20;

/// and one that needs more than this when it is unpacked.
const LARGEST_UNPACKED: u64 = 128 << 20;

/// The longer side of the picture in which codes are looked for, first one, then the other: a
/// smaller one is quicker and has less noise.
const SIDES: [u32; 3] = [1_000, 2_000, 4_000];

fn format(sniff: &Sniff) -> Option<ImageFormat> {
    match sniff.head() {
        [0x89, b'P', b'N', b'G', ..] => Some(ImageFormat::Png),
        [0xff, 0xd8, 0xff, ..] => Some(ImageFormat::Jpeg),
        _ => None,
    }
}

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    source.at_most(LARGEST)?;
    let wanted = options.encoding.as_deref().map(encoding::by_label).transpose()?;
    let bytes = source.bytes()?;
    let found = catch_unwind(AssertUnwindSafe(|| codes(&bytes)));
    let found = found.unwrap_or_else(|_| Err("the reader gave up".to_owned()));
    let codes = found.map_err(|reason| {
        Error::unreadable("damaged-picture").with("path", source.name()).because(reason)
    })?;
    if codes.is_empty() {
        return Err(Error::unreadable("no-code").with("path", source.name()));
    }
    let spell =
        |bytes: &[u8]| wanted.map_or_else(|| encoding::detect_bytes(bytes), Spelling::whole);
    let spelling = codes.first().map_or(Spelling::whole(encoding_rs::UTF_8), |code| spell(code));
    // A code may hold several cards, one after the other.
    let cards = codes.iter().flat_map(|code| {
        let text = spell(code).encoding.decode(code).0;
        card_text::cards(text.trim())
    });
    let lines = (1..).zip(cards).map(|(number, card)| card_text::line(number, &card)).collect();
    Ok(vec![card_text::draft(READER.kind, spelling, lines)])
}

/// What the codes of a picture hold, each content once.
fn codes(bytes: &[u8]) -> Result<Vec<Vec<u8>>, String> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    let mut limits = Limits::default();
    limits.max_alloc = Some(LARGEST_UNPACKED);
    reader.limits(limits);
    let reader = reader.with_guessed_format().map_err(|error| error.to_string())?;
    let picture = reader.decode().map_err(|error| error.to_string())?;
    for side in SIDES {
        let is_smaller = picture.width().max(picture.height()) > side;
        let small = is_smaller.then(|| picture.thumbnail(side, side));
        let grey = small.as_ref().unwrap_or(&picture);
        let found = codes_of(grey);
        if !found.is_empty() || !is_smaller {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// The codes of a picture, else those of its negative.
fn codes_of(picture: &DynamicImage) -> Vec<Vec<u8>> {
    let mut grey = picture.to_luma_alpha8();
    let found = codes_in(&grey);
    if !found.is_empty() {
        return found;
    }
    imageops::invert(&mut grey);
    codes_in(&grey)
}

fn codes_in(grey: &GrayAlphaImage) -> Vec<Vec<u8>> {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let shade = |x: usize, y: usize| {
        let place = u32::try_from(x).ok().zip(u32::try_from(y).ok());
        let pixel = place.and_then(|(x, y)| grey.get_pixel_checked(x, y));
        // What can be seen through is white, as the paper behind it.
        pixel.map_or(u8::MAX, |pixel| {
            let [shade, cover] = pixel.0.map(u16::from);
            u8::try_from((shade * cover + 255 * (255 - cover)) / 255).unwrap_or(u8::MAX)
        })
    };
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, shade);
    let mut found: Vec<Vec<u8>> = Vec::new();
    for grid in prepared.detect_grids() {
        let mut bytes = Vec::new();
        if grid.decode_to(&mut bytes).is_ok() && !bytes.is_empty() && !found.contains(&bytes) {
            found.push(bytes);
        }
    }
    found
}
