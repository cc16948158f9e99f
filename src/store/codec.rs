//! Bytes on disk. The only file that names bincode.
//!
//! A value is `[format u8][schema u16][crc32 u32][payload]`; the checksum covers the tree, the key,
//! the schema and the payload, so that a value found in the wrong place is noticed too. Without the
//! limit a single flipped bit in a length would ask for exabytes and abort the process.

use bincode::config::{self, Configuration, Limit, LittleEndian, NoLimit, Varint};
use serde::{Serialize, de::DeserializeOwned};

/// The layout of the envelope itself.
const FORMAT: u8 = 1;

/// The version of what lies in it. Fields have tags, so that this changes only when [`crate::domain::Value`] does.
pub(super) const SCHEMA: u16 = 1;

/// The longest value, in bytes. Frames of the journal hold a slice of a large command, or the thousand
/// records of a small one.
const LONGEST: usize = 256 << 20;

const ENVELOPE: usize = 7;

/// Bytes most values fit in.
const USUAL: usize = 512;

/// Bytes of an envelope and of what is said of a record beside its row.
const AROUND: usize = 32;

type Settings = Configuration<LittleEndian, Varint, Limit<LONGEST>>;

/// What is wrong with bytes that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Too short, or not a value of ours.
    Shape,
    /// The checksum does not fit.
    Checksum,
    /// Written by a newer version.
    Newer,
}

fn settings() -> Settings {
    let standard: Configuration<LittleEndian, Varint, NoLimit> = config::standard();
    standard.with_limit::<LONGEST>()
}

/// Bytes of a value without an envelope: for the inside of a frame, which has its own checksum. What
/// could not be read again is not written.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, bincode::error::EncodeError> {
    let mut bytes = Vec::new();
    encode_to(value, &mut bytes)?;
    Ok(bytes)
}

/// The same, appended to a buffer.
pub(super) fn encode_to<T: Serialize>(
    value: &T,
    out: &mut Vec<u8>,
) -> Result<(), bincode::error::EncodeError> {
    let written = bincode::serde::encode_into_std_write(value, out, settings())?;
    if written > LONGEST {
        return Err(bincode::error::EncodeError::Other("longer than can be read again"));
    }
    Ok(())
}

/// How many bytes [`encode`] makes of a number.
pub(super) fn number_size(number: u64) -> usize {
    match number {
        0..=250 => 1,
        251..=0xffff => 3,
        0x1_0000..=0xffff_ffff => 5,
        _ => 9,
    }
}

/// Reads what [`encode`] wrote; all of the bytes must belong to it.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damage> {
    let (value, consumed) =
        bincode::serde::decode_from_slice(bytes, settings()).map_err(|_| Damage::Shape)?;
    if consumed == bytes.len() { Ok(value) } else { Err(Damage::Shape) }
}

/// A value in its envelope.
pub(super) fn seal<T: Serialize>(
    tree: u16,
    key: &[u8],
    value: &T,
) -> Result<Vec<u8>, bincode::error::EncodeError> {
    seal_before(tree, key, value, &[])
}

/// The same of a value and what is encoded already behind it.
pub(super) fn seal_before<T: Serialize>(
    tree: u16,
    key: &[u8],
    value: &T,
    encoded: &[u8],
) -> Result<Vec<u8>, bincode::error::EncodeError> {
    let mut sealed = Vec::with_capacity(USUAL.max(encoded.len() + AROUND));
    sealed.push(FORMAT);
    sealed.extend_from_slice(&SCHEMA.to_le_bytes());
    sealed.extend_from_slice(&[0; 4]);
    bincode::serde::encode_into_std_write(value, &mut sealed, settings())?;
    sealed.extend_from_slice(encoded);
    let sum = checksum(tree, key, SCHEMA, sealed.get(ENVELOPE..).unwrap_or_default());
    if let Some(place) = sealed.get_mut(ENVELOPE - 4..ENVELOPE) {
        place.copy_from_slice(&sum.to_le_bytes());
    }
    Ok(sealed)
}

/// Reads what [`seal`] wrote.
pub(super) fn unseal<T: DeserializeOwned>(
    tree: u16,
    key: &[u8],
    bytes: &[u8],
) -> Result<T, Damage> {
    decode(payload(tree, key, bytes)?)
}

/// What lies in an envelope, if that is whole.
pub(super) fn payload<'a>(tree: u16, key: &[u8], bytes: &'a [u8]) -> Result<&'a [u8], Damage> {
    let (head, payload) = bytes.split_at_checked(ENVELOPE).ok_or(Damage::Shape)?;
    let [format, schema_low, schema_high, sum @ ..] = head else { return Err(Damage::Shape) };
    if *format != FORMAT {
        return Err(Damage::Shape);
    }
    let sum: [u8; 4] = sum.try_into().map_err(|_| Damage::Shape)?;
    let schema = u16::from_le_bytes([*schema_low, *schema_high]);
    if checksum(tree, key, schema, payload) != u32::from_le_bytes(sum) {
        return Err(Damage::Checksum);
    }
    if schema > SCHEMA {
        return Err(Damage::Newer);
    }
    Ok(payload)
}

fn checksum(tree: u16, key: &[u8], schema: u16, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&tree.to_le_bytes());
    hasher.update(key);
    hasher.update(&schema.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}

/// What an entry adds to the additive hash of its tree.
pub(super) fn entry_hash(tree: u16, key: &[u8], value: &[u8]) -> u64 {
    let seed = xxhash_rust::xxh3::xxh3_64_with_seed(key, u64::from(tree));
    xxhash_rust::xxh3::xxh3_64_with_seed(value, seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Row, Value};

    fn row() -> Row {
        Row::new().with(1, Value::Text("王小明".to_owned())).with(7, Value::Int(-3))
    }

    #[test]
    fn what_is_sealed_can_be_read() {
        let bytes = seal(1, b"key", &row()).unwrap();
        assert_eq!(unseal::<Row>(1, b"key", &bytes), Ok(row()));
    }

    #[test]
    fn any_flipped_bit_is_noticed() {
        let bytes = seal(1, b"key", &row()).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(unseal::<Row>(1, b"key", &damaged).is_err(), "bit {bit}");
        }
        assert_eq!(unseal::<Row>(1, b"other", &bytes), Err(Damage::Checksum));
        assert_eq!(unseal::<Row>(2, b"key", &bytes), Err(Damage::Checksum));
    }

    /// The bytes of a version are read by all later ones. Never edit the bytes: add others.
    #[test]
    fn bytes_of_the_first_version_are_read() {
        let golden = "010100efc90e0902010109e78e8be5b08fe6988e070205";
        let bytes: Vec<u8> = (0..golden.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&golden[at..at + 2], 16).unwrap())
            .collect();
        assert_eq!(unseal::<Row>(1, b"key", &bytes), Ok(row()));
        assert_eq!(seal(1, b"key", &row()).unwrap(), bytes);
    }
}
