//! A part of the model that is in memory, or still lies in the checkpoint until someone asks for it.

use std::{
    fmt,
    ops::Deref,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// Shared between snapshots; copied when it is changed while another snapshot has it.
pub struct Lazy<T>(Arc<Part<T>>);

struct Part<T> {
    value: OnceLock<T>,
    /// How it is read, until it is.
    read: Mutex<Option<Box<dyn FnOnce() -> T + Send>>>,
}

impl<T> Lazy<T> {
    /// A part that is there.
    pub fn new(value: T) -> Self {
        Self(Arc::new(Part { value: OnceLock::from(value), read: Mutex::new(None) }))
    }

    /// A part that is read when it is asked for.
    pub fn behind(read: impl FnOnce() -> T + Send + 'static) -> Self {
        let read = Mutex::new(Some(Box::new(read) as Box<dyn FnOnce() -> T + Send>));
        Self(Arc::new(Part { value: OnceLock::new(), read }))
    }

    /// Whether it is in memory.
    pub fn is_there(&self) -> bool {
        self.0.value.get().is_some()
    }
}

impl<T: Clone> Lazy<T> {
    /// A part of its own.
    pub fn clone_part(&self) -> T {
        T::clone(self)
    }

    /// To be changed: other snapshots keep what they have.
    pub fn make_mut(&mut self) -> &mut T {
        if !self.is_there() || Arc::get_mut(&mut self.0).is_none() {
            *self = Self::new(T::clone(self));
        }
        let part = Arc::get_mut(&mut self.0).and_then(|part| part.value.get_mut());
        part.expect("nobody else has it, because it was made just now")
    }
}

impl<T> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.value.get_or_init(|| {
            let mut read = self.0.read.lock().unwrap_or_else(PoisonError::into_inner);
            read.take().expect("a part is there, or can be read once")()
        })
    }
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Default> Default for Lazy<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_there() { "Lazy(there)" } else { "Lazy(behind)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_once_and_snapshots_do_not_see_later_writes() {
        let mut lazy = Lazy::behind(|| vec![1, 2]);
        let snapshot = lazy.clone();
        assert!(!lazy.is_there());
        lazy.make_mut().push(3);
        assert_eq!(
            (lazy.as_slice(), snapshot.as_slice()),
            ([1, 2, 3].as_slice(), [1, 2].as_slice())
        );
        let place = lazy.as_ptr();
        lazy.make_mut().clear();
        assert_eq!(lazy.as_ptr(), place, "nobody else has it");
    }
}
