//! The orders kept of the columns of a kind.

use std::sync::{Arc, Mutex, PoisonError};

use super::{
    kept_order::KeptOrder,
    saved::{Reader, Writer},
    varied::Texts,
};
use crate::domain::{Tag, collation::Collation};

/// How many orders of one kind of records are kept; one of a million rows takes 4 MB.
const KEPT: usize = 6;

/// The orders kept of the columns of a kind, the one asked for last at the end. Snapshots share them.
#[derive(Debug, Default)]
pub(super) struct KeptOrders(Mutex<Vec<(Tag, Arc<KeptOrder>)>>);

impl KeptOrders {
    /// The order of a field's texts, which is made if it is not there.
    pub fn get(&self, tag: Tag, texts: &Texts, collation: Collation) -> Arc<KeptOrder> {
        let is_it =
            |(other, order): &(Tag, Arc<KeptOrder>)| *other == tag && order.collation == collation;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().iter().find(|it| is_it(it)).map(|(_, order)| Arc::clone(order));
        // Others may ask while it is made.
        let order = match known {
            Some(order) if order.is_of(texts) => order,
            Some(order) => Arc::new(order.followed(texts)),
            None => Arc::new(KeptOrder::of(texts, collation)),
        };
        let mut orders = lock();
        orders.retain(|it| !is_it(it));
        if orders.len() >= KEPT {
            orders.remove(0);
        }
        orders.push((tag, Arc::clone(&order)));
        order
    }

    /// The memory they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.all().iter().map(|(_, order)| order.rows.capacity() * size_of::<u32>()).sum()
    }

    /// Writes those that are of the texts of their fields.
    pub fn save<'t>(&self, out: &mut Writer<'_>, texts: impl Fn(Tag) -> Option<&'t Texts>) {
        let mut orders = self.all();
        orders.retain(|(tag, order)| texts(*tag).is_some_and(|texts| order.is_of(texts)));
        out.number(orders.len() as u64);
        for (tag, order) in orders {
            out.number(tag.into());
            out.number(order.collation as u64);
            out.number(order.filled as u64);
            out.all(&order.rows, u32::to_le_bytes);
        }
    }

    /// Reads orders of the texts of their fields.
    pub fn load<'t>(
        from: &mut Reader<'_>,
        texts: impl Fn(Tag) -> Option<&'t Texts>,
    ) -> Option<Self> {
        let mut orders = Vec::new();
        for _ in 0..from.number()? {
            let tag = Tag::try_from(from.number()?).ok()?;
            let collation = *Collation::ALL.get(usize::try_from(from.number()?).ok()?)?;
            let filled = usize::try_from(from.number()?).ok()?;
            let (texts, rows) = (texts(tag)?.clone(), from.all(u32::from_le_bytes)?);
            let order = KeptOrder { collation, texts, rows, filled };
            orders.push((tag, Arc::new(order)));
        }
        Some(Self(Mutex::new(orders)))
    }

    fn all(&self) -> Vec<(Tag, Arc<KeptOrder>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(names: &[&str]) -> Texts {
        let mut texts = Texts::default();
        names.iter().for_each(|name| texts.push(name));
        texts
    }

    fn rows(order: &KeptOrder) -> Vec<u32> {
        order.groups().flatten().chain(order.empty()).collect()
    }

    #[test]
    fn an_order_is_made_once() {
        let (orders, mut names) = (KeptOrders::default(), texts(&["王", "", "李"]));
        let first = orders.get(1, &names, Collation::Stroke);
        assert!(Arc::ptr_eq(&first, &orders.get(1, &names, Collation::Stroke)));
        assert_eq!(rows(&first), [0, 2, 1]);
        assert_eq!(rows(&orders.get(1, &names, Collation::Pinyin)), [2, 0, 1]);
        assert_eq!(rows(&orders.get(2, &texts(&["b", "a"]), Collation::Stroke)), [1, 0]);
        names.push("丁");
        assert_eq!(rows(&orders.get(1, &names, Collation::Stroke)), [3, 0, 2, 1]);
        for tag in 3..=3 + KEPT as Tag {
            orders.get(tag, &names, Collation::Pinyin);
        }
        assert_eq!(orders.all().len(), KEPT);
    }

    #[test]
    fn orders_of_these_texts_are_kept_in_a_file() {
        let (orders, names) = (KeptOrders::default(), texts(&["王", "", "李"]));
        orders.get(1, &names, Collation::Stroke);
        orders.get(2, &texts(&["other"]), Collation::Pinyin);
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        orders.save(&mut writer, |_| Some(&names));
        writer.finish().unwrap();
        let mut bytes = bytes.as_slice();
        let read = KeptOrders::load(&mut Reader::new(&mut bytes), |_| Some(&names)).unwrap();
        let known: Vec<_> = read.all().iter().map(|(tag, order)| (*tag, rows(order))).collect();
        assert_eq!(known, [(1, vec![0, 2, 1])]);
        let known = Arc::clone(&read.all()[0].1);
        assert!(Arc::ptr_eq(&known, &read.get(1, &names, Collation::Stroke)));
    }
}
