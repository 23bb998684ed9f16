//! How long the functions take that run with each key, against the last run.
//!
//! The weeks are those of the demo: three years, in both languages' money.

#![expect(clippy::expect_used, reason = "a benchmark that cannot run ends")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use salesweek::demo::sample;
use salesweek::domain::change::{ActivityChange, Books, Change};
use salesweek::domain::{
    Amount, ByDay, Entry, EntryId, Language, Metric, Moment, Stamp, Week, Weight,
};
use salesweek::i18n::Words;
use salesweek::planning::{DayTerms, History, Outlook, Step, day_view, next, outlook, split};
use salesweek::store::Store;
use salesweek::tui::panes::Panes;
use salesweek::tui::theme::{Colours, GlyphSet};
use salesweek::tui::{Layers, Pane, Scene, Screen, Theme, View};

/// How many weeks are looked back at where money is forecast.
const HISTORY: usize = 26;

fn now() -> Moment {
    "2026-11-25T16:30:00+08:00".parse().expect("a moment")
}

fn three_years() -> Books {
    sample(Language::ZhCn, now(), 156)
}

fn splits(bench: &mut Criterion) {
    let percent = |percent| Weight::new(percent).expect("at most 200 percent");
    let days = ByDay([100, 100, 50, 100, 100, 50, 0]).map(|weight| DayTerms::of(percent(weight)));
    bench.bench_function("split a target over a week", |timer| {
        timer.iter(|| split(black_box(1_237), black_box(&days), Step::ONE));
    });
}

/// The weeks before the running one, the newest first, as far back as they are ever read.
fn history(books: &Books) -> History<'_> {
    let this = now().day().week();
    let mut earlier: Vec<_> = books.weeks().filter(|other| other.week < this).collect();
    earlier.reverse();
    earlier.truncate(HISTORY);
    History {
        earlier,
        next: None,
    }
}

fn seen(books: &Books, week: &Week, history: &History<'_>) -> Outlook {
    let words = Words::of(Language::ZhCn);
    let name = |metric: &Metric| words.metric_name(metric);
    outlook(week, history, &books.settings, now(), &name)
}

fn outlooks(bench: &mut Criterion) {
    let books = three_years();
    let week = books.week(now().day().week());
    let history = history(&books);
    bench.bench_function("derive every figure of a week", |timer| {
        timer.iter(|| seen(black_box(&books), black_box(&week), &history));
    });
}

/// What a key costs without the disk: it is answered, every figure is derived, a frame of
/// 120×40 is drawn.
fn frames(bench: &mut Criterion) {
    let books = three_years();
    let week = books.week(now().day().week());
    let history = history(&books);
    let theme = Theme::new(GlyphSet::Full, Colours::Sixteen);
    let view = View::new(Pane::Today, now().day(), now().day());
    let area = Rect::new(0, 0, 120, 40);
    let screen = Screen::of(area).expect("large enough");
    let down = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE);
    let mut layers = Layers::new(Panes::default());
    let mut buffer = Buffer::empty(area);
    bench.bench_function("answer a key, derive, draw a frame", |timer| {
        timer.iter(|| {
            let outlook = seen(&books, &week, &history);
            let scene = Scene {
                week: &week,
                outlook: &outlook,
                history: history.clone(),
                settings: &books.settings,
                words: Words::of(Language::ZhCn),
                language: Language::ZhCn,
                theme: &theme,
                view: &view,
                unreadable: None,
                now: now(),
                stamp: Stamp {
                    at: now(),
                    seed: 48,
                },
                day: day_view(&outlook, view.day()),
                next: next(&outlook, now()),
            };
            layers.key(black_box(down), &scene);
            buffer.reset();
            layers.draw(&scene, &view.layout(area, 0), screen.body, &mut buffer);
            theme.settle(&mut buffer);
        });
    });
}

fn one_call() -> Change {
    let stamp = Stamp {
        at: now(),
        seed: 48,
    };
    let entry = Entry {
        id: EntryId(stamp.id(0)),
        day: now().day(),
        at: now(),
        metric: "calls".parse().expect("an id"),
        amount: Amount::new(1),
        task: None,
        event: None,
        customer: None,
        approach: None,
        note: None,
    };
    Change::Week(now().day().week(), ActivityChange::Log(entry).into())
}

fn changes(bench: &mut Criterion) {
    let all = three_years();
    let mut books = Books::new(all.settings.clone());
    books.insert(all.week(now().day().week()));
    let change = one_call();
    bench.bench_function("log a call, and find what takes it back", |timer| {
        timer.iter_batched_ref(
            || (books.clone(), change.clone()),
            |(books, change)| change.clone().apply(books),
            BatchSize::SmallInput,
        );
    });
}

fn files(bench: &mut Criterion) {
    let books = three_years();
    let fullest = books.weeks().max_by_key(|week| week.entries.len());
    let week = fullest.expect("the sample has weeks");
    let text = serde_json::to_string_pretty(week).expect("a week has a text");
    bench.bench_function("write a week as text", |timer| {
        timer.iter(|| serde_json::to_vec_pretty(black_box(week)));
    });
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join(format!("weeks/{}.json", week.week));
    std::fs::create_dir_all(home.path().join("weeks")).expect("a folder");
    std::fs::write(file, &text).expect("a file");
    let store = Store::at(home.path(), books.settings.clone());
    bench.bench_function("read a week's file, strictly", |timer| {
        timer.iter(|| store.week(black_box(week.week)).expect("a sound file"));
    });
}

criterion_group!(functions, splits, outlooks, changes, files, frames);
criterion_main!(functions);
