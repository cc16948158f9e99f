//! What was measured: medians with their range, rates, sizes.

use std::time::{Duration, Instant};

/// A line of the table at one size.
pub struct Row {
    /// What was measured; lines of the same words at other sizes stand beside it.
    pub what: String,
    /// What it should be at a million leads; empty for a rival and for what is only told.
    pub goal: &'static str,
    /// What it is.
    pub figure: Figure,
}

/// A figure.
pub enum Figure {
    /// How long it took, each time.
    Times(Vec<Duration>),
    /// How many things a second, each time.
    Rates(Vec<f64>),
    /// Bytes.
    Bytes(u64),
    /// One size beside another.
    Ratio(f64),
    /// In words, such as that there is nothing to measure.
    Words(String),
}

/// How often a thing is measured, after once to warm up.
pub const RUNS: usize = 5;

impl Row {
    /// A figure with its goal.
    pub fn new(what: impl Into<String>, goal: &'static str, figure: Figure) -> Self {
        Self { what: what.into(), goal, figure }
    }

    /// A rival's figure, below the one it is to be held against.
    pub fn rival(what: &str, figure: Figure) -> Self {
        Self::new(format!("— {what}"), "", figure)
    }

    /// What cannot be measured yet, because the program does not do it.
    pub fn missing(what: &str, goal: &'static str) -> Self {
        Self::new(what, goal, Figure::Words("not there yet".to_owned()))
    }
}

/// How long each of [`RUNS`] runs takes, after one to warm up.
pub fn times<T, E>(mut work: impl FnMut() -> Result<T, E>) -> Result<Figure, E> {
    repeated(RUNS, || timed(&mut work).map(|(time, _)| time))
}

/// What each of so many runs says of its own time, after one to warm up.
pub fn repeated<E>(runs: usize, mut run: impl FnMut() -> Result<Duration, E>) -> Result<Figure, E> {
    run()?;
    (0..runs).map(|_| run()).collect::<Result<_, E>>().map(Figure::Times)
}

/// How long something takes, and what it gives.
pub fn timed<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(Duration, T), E> {
    let started = Instant::now();
    let made = work()?;
    Ok((started.elapsed(), made))
}

/// The time that so many of a hundred stay below.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().unwrap_or_default()
}

impl Figure {
    /// As a cell: the median and, where it was measured more than once, the range.
    pub fn text(&self) -> String {
        match self {
            Self::Times(times) => {
                let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
                spread(&seconds, duration)
            }
            Self::Rates(rates) => spread(rates, |rate| format!("{}/s", grouped(rate.round()))),
            Self::Bytes(bytes) => format!("{:.1} MiB", *bytes as f64 / f64::from(1 << 20)),
            Self::Ratio(ratio) => format!("{ratio:.2} ×"),
            Self::Words(words) => words.clone(),
        }
    }
}

fn spread(values: &[f64], show: impl Fn(f64) -> String) -> String {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().map_or_else(String::new, &show);
    match sorted.as_slice() {
        [least, .., most] => format!("**{middle}** ({}–{})", show(*least), show(*most)),
        _ => format!("**{middle}**"),
    }
}

fn duration(seconds: f64) -> String {
    match seconds {
        1.0.. => format!("{seconds:.2} s"),
        0.1.. => format!("{:.0} ms", seconds * 1e3),
        0.001.. => format!("{:.1} ms", seconds * 1e3),
        _ => format!("{:.0} µs", seconds * 1e6),
    }
}

fn grouped(number: f64) -> String {
    fairlead::i18n::grouped(number as u64)
}
