//! Figures side by side: as they stand, and as an edit would leave them.

use crate::domain::{Amount, Unit};
use crate::i18n::cells::{fit, pad_right, width};
use crate::i18n::{percent, tenths};
use crate::planning::{Compared, MetricOutlook, Ratio};
use crate::tui::scene::Scene;

/// Between two columns, and between two parts of a sentence.
const GAP: &str = "  ";
const DOT: &str = " · ";
/// What a name keeps beside its figures, and the most that it takes.
const LEAST_NAME: usize = 8;
const MOST_NAME: usize = 24;
/// How wide a column of figures is where there is room.
const WIDE_COLUMN: usize = 18;
/// From so many cells on shares stand beside amounts.
const SHARES: usize = 44;

/// The figures of one metric below one another, before an edit and after it; `then` is empty
/// while what is typed is no edit yet. A week that has not begun has no lead.
pub fn below_one_another(
    scene: &Scene<'_>,
    now: &MetricOutlook,
    then: Option<&MetricOutlook>,
    room: usize,
) -> Vec<String> {
    let words = &scene.words.what_if;
    let row = |label: &str, of: &dyn Fn(&MetricOutlook) -> String| {
        let then = then.map(of).unwrap_or_default();
        [label.to_owned(), of(now), then]
    };
    let mut rows = vec![
        ["", words.before, words.after].map(str::to_owned),
        row(&now.name, &|metric| done(scene, metric, room >= SHARES)),
    ];
    if scene.outlook.has_begun() {
        rows.push(row(words.lead, &|metric| lead(scene, metric, false)));
    }
    rows.push(row(words.left, &|metric| left(scene, metric)));
    rows.push(row(words.a_day, &|metric| a_day(scene, metric)));
    // The columns stand still while one types, as long as there is room; a long name gives way.
    let least = (room / 3).min(WIDE_COLUMN);
    let column = |at| (widest(&rows, at) + GAP.len()).max(least);
    let name = room.saturating_sub(column(1) + column(2)).min(MOST_NAME);
    let line = |[label, now, then]: &[String; 3]| {
        let label = pad_right(label, name.saturating_sub(GAP.len()));
        let line = format!("{label}{GAP}{}{then}", pad_right(now, column(1)));
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// How many cells a column of texts takes.
fn widest<const N: usize>(rows: &[[String; N]], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    cells.map(|cell| width(cell)).max().unwrap_or(0)
}

/// The figures of many metrics, a line each: what a day must bring and the pace, where the
/// pace has room; then what no day has room for.
pub fn beside_one_another(scene: &Scene<'_>, pairs: &[Compared<'_>], room: usize) -> Vec<String> {
    let words = &scene.words.what_if;
    let head = [String::new(), words.a_day.to_owned(), words.pace.to_owned()];
    let rows = pairs.iter().map(|pair| {
        let rate = change(scene, *pair, a_day);
        let pace = change(scene, *pair, |scene, metric| scene.words.standing(metric));
        [pair.now.name.clone(), rate, pace]
    });
    let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
    let [name, rate, pace] = [0, 1, 2].map(|column| widest(&rows, column));
    let name = name.min(MOST_NAME);
    let has_pace = scene.outlook.has_begun() && LEAST_NAME + rate + pace + 2 * GAP.len() <= room;
    let behind = rate + GAP.len() + if has_pace { pace + GAP.len() } else { 0 };
    let name = name.min(room.saturating_sub(behind)).max(LEAST_NAME);
    let line = |[label, figures, standing]: &[String; 3]| {
        let line = format!(
            "{}{GAP}{}",
            pad_right(label, name),
            pad_right(figures, rate)
        );
        let line = if has_pace {
            format!("{line}{GAP}{standing}")
        } else {
            line
        };
        line.trim_end().to_owned()
    };
    let unplaced = pairs.iter().filter_map(|pair| {
        let said = unplaced(scene, pair.then)?;
        Some(scene.words.common.reason(&pair.now.name, said))
    });
    rows.iter().map(line).chain(unplaced).collect()
}

/// What another target makes of a metric, in one line: `Calls 50 → 60: 9.7 → 13 a day · on
/// pace → 0.5 d behind`; a long name gives way to its figures.
pub fn in_one_line(scene: &Scene<'_>, pair: Compared<'_>, room: usize) -> String {
    let words = &scene.words.what_if;
    let target = change(scene, pair, target);
    let rate = words.each_day(change(scene, pair, a_day));
    let pace = change(scene, pair, |scene, metric| scene.words.standing(metric));
    let pace = Some(pace).filter(|_| scene.outlook.has_begun());
    let parts = [Some(rate), pace, unplaced(scene, pair.then)];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let said = |name: &str| {
        let what = format!("{name} {target}");
        scene.words.common.reason(what, parts.join(DOT))
    };
    let least = room.saturating_sub(width(&said(""))).max(LEAST_NAME);
    said(&fit(&pair.now.name, least))
}

/// One figure on both sides.
fn change(
    scene: &Scene<'_>,
    pair: Compared<'_>,
    of: impl Fn(&Scene<'_>, &MetricOutlook) -> String,
) -> String {
    let [now, then] = [pair.now, pair.then].map(|metric| of(scene, metric));
    scene.words.what_if.change(&now, &then)
}

fn target(scene: &Scene<'_>, metric: &MetricOutlook) -> String {
    let target = metric
        .target
        .map(|target| scene.style(metric).short(target));
    target.unwrap_or_else(|| dash(scene))
}

/// `26.3k, 52%`.
fn done(scene: &Scene<'_>, metric: &MetricOutlook, with_share: bool) -> String {
    let done = scene.style(metric).short(metric.done);
    match metric.attainment_bp.filter(|_| with_share) {
        Some(share) => scene.words.ways.amount_and_share(done, percent(share)),
        None => done,
    }
}

fn left(scene: &Scene<'_>, metric: &MetricOutlook) -> String {
    let left = metric.missing().map(Amount::of_units);
    let left = left.map(|left| scene.style(metric).short(left));
    left.unwrap_or_else(|| dash(scene))
}

/// `▴ 0.8 days`, or `▴ 0.8d` where it is tight.
pub fn lead(scene: &Scene<'_>, metric: &MetricOutlook, is_tight: bool) -> String {
    let lead = metric.lead_days;
    lead.map_or_else(|| dash(scene), |lead| signed_lead(scene, lead, is_tight))
}

/// The same of days that are known.
pub fn signed_lead(scene: &Scene<'_>, lead: Ratio, is_tight: bool) -> String {
    let glyphs = scene.theme.glyphs;
    let sign = match lead.tenths() {
        ..0 => glyphs.behind,
        0 => glyphs.on_pace,
        1.. => glyphs.ahead,
    };
    let days = tenths(lead);
    let days = days.trim_start_matches('−');
    let words = &scene.words.lead;
    let days = if is_tight {
        words.tight(days)
    } else {
        words.amount(days)
    };
    format!("{sign} {days}")
}

/// What a full working day from today on must bring.
fn a_day(scene: &Scene<'_>, metric: &MetricOutlook) -> String {
    let rate = metric
        .required_run_rate
        .filter(|_| metric.unit != Unit::Score);
    let rate = rate.map(|rate| scene.style(metric).rate(rate));
    rate.unwrap_or_else(|| dash(scene))
}

fn unplaced(scene: &Scene<'_>, metric: &MetricOutlook) -> Option<String> {
    let amount = Amount::of_units(metric.unplaced);
    let amount = scene.style(metric).short(amount);
    (metric.unplaced > 0).then(|| scene.words.goals.unplaced(amount))
}

fn dash(scene: &Scene<'_>) -> String {
    scene.theme.glyphs.dash.to_owned()
}
