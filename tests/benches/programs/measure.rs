//! Medians, and the limits they are held to.

use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

/// How often each program runs; and before that, so that all files are at hand.
const TURNS: usize = 30;
const WARM_UP: usize = 3;

/// One figure with its limit.
#[derive(Clone)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) limit: f64,
    pub(crate) unit: &'static str,
    /// What it was computed from.
    pub(crate) from: String,
}

impl Figure {
    /// `value / base`, as a ratio.
    pub(crate) fn ratio(name: &'static str, value: Duration, base: Duration, limit: f64) -> Self {
        Self {
            name,
            value: value.as_secs_f64() / base.as_secs_f64(),
            limit,
            unit: "×",
            from: format!("{value:.2?} against {base:.2?}"),
        }
    }

    fn holds(&self) -> bool {
        self.value <= self.limit
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            value,
            limit,
            unit,
            from,
        } = self;
        let verdict = if self.holds() { "held" } else { "NOT HELD" };
        write!(
            out,
            "{name:<58} {value:>7.2} {unit:<2} (at most {limit} {unit}) {verdict:<8}  {from}"
        )
    }
}

/// Prints the figures; fails when a limit is not held.
pub(crate) fn report(figures: &[Figure]) -> ExitCode {
    for figure in figures {
        println!("{figure}");
    }
    if figures.iter().all(Figure::holds) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs programs in turns and gives the median of each.
pub(crate) fn in_turns<const N: usize>(programs: [&dyn Fn() -> Duration; N]) -> [Duration; N] {
    for program in programs.iter().cycle().take(N * WARM_UP) {
        program();
    }
    let mut times = [const { Vec::new() }; N];
    for _ in 0..TURNS {
        for (program, times) in programs.iter().zip(&mut times) {
            times.push(program());
        }
    }
    times.map(median)
}

/// The middle one of several times.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    *times.get(times.len() / 2).expect("it was measured")
}

/// The median of as many times as programs run.
pub(crate) fn repeated(mut measured: impl FnMut() -> Duration) -> Duration {
    median((0..TURNS).map(|_| measured()).collect())
}
