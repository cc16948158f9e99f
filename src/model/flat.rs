//! Lists that are filled in two passes, their rows in any order: counted first, then each in its place.

use super::varied::Lists;

/// How long each list will be.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts(Vec<u32>);

/// Lists that have room for what was counted.
#[derive(Debug)]
pub(super) struct Flat {
    /// Where the next item of each row goes; once it is full, where the row ends.
    places: Vec<u32>,
    items: Vec<u32>,
}

impl Counts {
    /// Counts one item more of a row.
    pub fn add(&mut self, row: usize) {
        if self.0.len() <= row {
            self.0.resize(row + 1, 0);
        }
        if let Some(count) = self.0.get_mut(row) {
            *count += 1;
        }
    }

    /// Makes room for what was counted.
    pub fn into_flat(self) -> Flat {
        let mut places = self.0;
        let mut end = 0;
        for place in &mut places {
            let start = end;
            end += *place;
            *place = start;
        }
        Flat { places, items: vec![0; end as usize] }
    }
}

impl Flat {
    /// Adds an item to a row, as often as it was counted.
    pub fn put(&mut self, row: usize, item: u32) {
        let Some(place) = self.places.get_mut(row) else { return };
        if let Some(free) = self.items.get_mut(*place as usize) {
            *free = item;
            *place += 1;
        }
    }

    /// The lists, without the items that follow upon the same.
    pub fn into_lists(self) -> Lists<u32> {
        let mut lists = Lists::default();
        let mut list = Vec::new();
        let mut start = 0;
        for end in self.places {
            let end = end as usize;
            list.clear();
            list.extend_from_slice(self.items.get(start..end).unwrap_or_default());
            list.dedup();
            lists.push(&list);
            start = end;
        }
        lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_filled_in_any_order_of_rows() {
        let pairs = [(3, 10), (1, 11), (3, 12), (3, 12), (0, 13)];
        let mut counts = Counts::default();
        pairs.iter().for_each(|(row, _)| counts.add(*row));
        let mut flat = counts.into_flat();
        pairs.iter().for_each(|(row, item)| flat.put(*row, *item));
        let lists = flat.into_lists();
        let found: Vec<&[u32]> = (0..lists.len()).map(|row| lists.get(row)).collect();
        assert_eq!(found, [&[13][..], &[11], &[], &[10, 12]]);
    }
}
