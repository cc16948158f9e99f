//! How what is in memory is written to the checkpoint and read from it.

pub use crate::store::{CacheReader as Reader, CacheWriter as Writer};

/// Something that can be written to the checkpoint and read from it.
pub trait Saved: Sized {
    /// Writes it.
    fn save(&self, out: &mut Writer<'_>);

    /// Reads it; none if the bytes are those of something else.
    fn load(from: &mut Reader<'_>) -> Option<Self>;
}

/// What is read from what is written.
#[cfg(test)]
pub(super) fn reread<T: Saved>(value: &T) -> Option<T> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes);
    value.save(&mut writer);
    writer.finish().ok()?;
    T::load(&mut Reader::new(&mut bytes.as_slice()))
}
