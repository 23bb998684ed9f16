use std::fs;
use std::sync::Arc;

use super::super::faulty::{EIO, ENOSPC, FaultyDisk, Home};
use super::super::{Disk, Doing, Fault, RealDisk, Wrong};
use super::*;
use crate::domain::change::{
    ActivityChange, ChangeError, RepeatChange, SealWeek, SettingsChange, TargetChange, TargetSet,
    TaskChange,
};
use crate::domain::{
    Amount, Currency, Entry, EntryId, Id, Language, Law, Moment, Repeat, RepeatId, Settings, Task,
    TaskId, Week, Work,
};

const SETTINGS_FILE: &str = "settings.json";
const THIS: &str = "weeks/2026-W48.json";
const NEXT: &str = "weeks/2026-W49.json";

fn defaults() -> Settings {
    Settings::new(Language::En, Currency::CNY, Law::Cn)
}

fn store(home: &Home) -> Store {
    on(home, Arc::new(RealDisk))
}

fn on(home: &Home, disk: Arc<dyn Disk>) -> Store {
    Store::on(home.path(""), disk, defaults())
}

fn week() -> WeekId {
    "2026-W48".parse().unwrap()
}

fn at() -> Moment {
    "2026-11-25T09:00:00+08:00".parse().unwrap()
}

/// One call, under an id of this number.
fn call(number: u64) -> Change {
    let entry = Entry {
        id: EntryId(Id::from_bits(number)),
        day: at().day(),
        at: at(),
        metric: "calls".parse().unwrap(),
        amount: Amount::new(1),
        task: None,
        event: None,
        customer: None,
        approach: None,
        note: None,
    };
    Change::Week(week(), ActivityChange::Log(entry).into())
}

fn target(amount: i64) -> Change {
    let set = TargetSet::new("calls".parse().unwrap(), Amount::new(amount), at());
    Change::Week(week(), TargetChange::Set(set).into())
}

fn task(number: u64) -> Change {
    let id = TaskId(Id::from_bits(number));
    let task = Task::new(id, format!("Task {number}"), None, at());
    Change::Week(week(), TaskChange::Add(Box::new(task)).into())
}

fn seal() -> Change {
    Change::Seal(SealWeek {
        week: week(),
        carry: None,
        at: at(),
    })
}

fn apply(store: &Store, change: &Change) -> Result<Saved, StoreError> {
    store.apply(change, &mut || ())
}

/// The files but the backups.
fn files(home: &Home) -> Vec<String> {
    let mut files = home.files();
    files.retain(|file| !file.starts_with("backups/"));
    files
}

/// The files but the backups, with what is in them.
fn contents(home: &Home) -> Vec<(String, String)> {
    let files = files(home).into_iter();
    files
        .map(|file| (home.get(&file).unwrap(), file))
        .map(|(text, file)| (file, text))
        .collect()
}

/// The same, but for what a killed program left.
fn sound_contents(home: &Home) -> Vec<(String, String)> {
    let mut contents = contents(home);
    contents.retain(|(file, _)| !file.contains(".salesweek-"));
    contents
}

/// The calls in the store, read fresh.
fn calls(home: &Home) -> usize {
    let week = store(home).week(week()).unwrap();
    week.map_or(0, |week| week.entries.len())
}

#[test]
fn an_edit_is_on_the_disk_and_its_opposite_takes_it_back() {
    let home = Home::new();
    let done = apply(&store(&home), &target(50)).unwrap();
    assert!(done.written);
    assert!(store(&home).week(week()).unwrap().unwrap().has_targets());
    apply(&store(&home), &done.undo).unwrap();
    assert_eq!(store(&home).week(week()), Ok(Some(Week::new(week()))));
}

#[test]
fn the_first_write_also_writes_the_settings_and_before_the_week() {
    let home = Home::new();
    let disk = FaultyDisk::sound();
    apply(&on(&home, disk.clone()), &call(1)).unwrap();
    assert_eq!(files(&home), [SETTINGS_FILE, THIS]);
    let steps = disk.steps();
    let renames = steps.iter().filter(|step| step.starts_with("rename"));
    assert!(renames.eq(["rename to settings.json", "rename to 2026-W48.json"]));
}

#[test]
fn settings_are_kept_whatever_a_later_program_would_begin_with() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    let german = Settings::new(Language::En, Currency::parse("EUR").unwrap(), Law::None);
    let later = Store::at(home.path(""), german);
    apply(&later, &call(2)).unwrap();
    assert_eq!(later.settings().unwrap().currency, Currency::CNY);
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let home = Home::new();
    let same = Change::Settings(SettingsChange::Language(Language::En));
    assert!(!apply(&store(&home), &same).unwrap().written);
    assert_eq!(home.files(), [""; 0]);

    apply(&store(&home), &call(1)).unwrap();
    let before = store(&home).folder().prints([SETTINGS_FILE, THIS]);
    assert!(!apply(&store(&home), &same).unwrap().written);
    assert_eq!(store(&home).folder().prints([SETTINGS_FILE, THIS]), before);
}

#[test]
fn an_edit_that_is_refused_writes_nothing() {
    let home = Home::new();
    let refused = apply(&store(&home), &target(-1)).unwrap_err();
    assert_eq!(refused, StoreError::Change(ChangeError::Negative));
    assert_eq!(home.files(), [""; 0]);
}

#[test]
fn a_sealed_week_is_refused() {
    let home = Home::new();
    apply(&store(&home), &seal()).unwrap();
    let before = contents(&home);
    let sealed = StoreError::Change(ChangeError::Sealed(week()));
    assert_eq!(apply(&store(&home), &call(1)), Err(sealed));
    assert_eq!(contents(&home), before);
}

#[test]
fn a_change_that_needs_all_weeks_sees_them() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    let unit = crate::domain::change::MetricField::Unit(crate::domain::Unit::Minutes);
    let change = SettingsChange::SetMetric("calls".parse().unwrap(), unit);
    let (metric, week) = ("calls".parse().unwrap(), week());
    let in_use = StoreError::Change(ChangeError::UnitInUse { metric, week });
    assert_eq!(apply(&store(&home), &change.into()), Err(in_use));
}

#[test]
fn a_busy_store_takes_no_edit_at_once() {
    let home = Home::new();
    let writer = home.folder().try_acquire().unwrap();
    assert_eq!(store(&home).try_apply(&call(1)), Ok(None));
    drop(writer);
    assert!(store(&home).try_apply(&call(1)).unwrap().is_some());
}

#[test]
fn a_bad_file_is_left_alone_and_other_weeks_go_on() {
    let newer = "{ \"version\": 99 }";
    let long = "[".repeat(1000);
    for bad in ["", "{", "\u{feff}{}", "{}", newer, "null", "[1]", &long] {
        let home = Home::new();
        home.put(NEXT, bad);
        assert!(apply(&store(&home), &seal()).is_err(), "{bad}");
        apply(&store(&home), &call(1)).unwrap();
        let loaded = store(&home).load(week(), 12);
        assert_eq!(loaded.week.entries.len(), 1, "{bad}");
        assert_eq!(loaded.faults.keys().collect::<Vec<_>>(), [NEXT], "{bad}");
        assert_eq!(home.get(NEXT).as_deref(), Some(bad));
    }
}

#[test]
fn bad_settings_stop_every_edit() {
    let home = Home::new();
    home.put(SETTINGS_FILE, "{ \"version\": 3 }");
    let Err(StoreError::Unreadable(refused)) = apply(&store(&home), &call(1)) else {
        panic!("the edit was made");
    };
    assert_eq!(
        refused.wrong,
        Wrong::Newer {
            found: 3,
            newest: 2
        }
    );
    assert_eq!(home.files(), [SETTINGS_FILE]);
}

#[test]
fn settings_of_an_older_version_are_kept_when_they_are_written_anew() {
    let home = Home::new();
    let language = Change::Settings(SettingsChange::Language(Language::ZhCn));
    apply(&store(&home), &language).unwrap();
    // The day has a backup already.
    let english = Change::Settings(SettingsChange::Language(Language::En));
    apply(&store(&home), &english).unwrap();
    let written = home.get(SETTINGS_FILE).unwrap();
    let old = written.replacen("\"version\": 2", "\"version\": 1", 1);
    home.put(SETTINGS_FILE, &old);

    apply(&store(&home), &call(1)).unwrap();
    assert_eq!(home.get(SETTINGS_FILE), Some(old.clone()));
    apply(&store(&home), &language).unwrap();
    let new = home.get(SETTINGS_FILE).unwrap();
    assert!(new.starts_with("{\n  \"version\": 2,"), "{new}");
    let folder = store(&home).folder().clone();
    let newest = folder.backups(SETTINGS_FILE).unwrap().remove(0);
    let kept = folder.read(&newest.name).unwrap().unwrap();
    assert_eq!(kept.bytes, old.into_bytes());
}

#[test]
fn a_week_of_an_older_version_is_kept_when_it_is_written_anew() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    // The day has a backup already.
    apply(&store(&home), &call(2)).unwrap();
    let written = home.get(THIS).unwrap();
    let old = written.replacen("\"version\": 2", "\"version\": 1", 1);
    home.put(THIS, &old);

    let loaded = store(&home).load(week(), 12);
    assert_eq!(loaded.week.entries.len(), 2);
    assert_eq!(home.get(THIS), Some(old.clone()), "looking wrote");
    apply(&store(&home), &call(3)).unwrap();
    let new = home.get(THIS).unwrap();
    assert!(new.starts_with("{\n  \"version\": 2,"), "{new}");
    let folder = store(&home).folder().clone();
    let newest = folder.backups(THIS).unwrap().remove(0);
    let kept = folder.read(&newest.name).unwrap().unwrap();
    assert_eq!(kept.bytes, old.into_bytes());
}

#[test]
fn looking_at_a_week_shows_what_repeats_bring_and_writes_nothing() {
    let home = Home::new();
    let task = Task::new(TaskId(Id::from_bits(7)), "Call".into(), None, at());
    let (id, rule) = (RepeatId(Id::from_bits(7)), "workdays".parse().unwrap());
    let repeat = Repeat::new(id, rule, at().day(), Work::of(&task), at());
    let add = SettingsChange::Repeat(RepeatChange::Add(Box::new(repeat)));
    apply(&store(&home), &Change::Settings(add)).unwrap();
    let loaded = store(&home).load(week(), 12).sound().unwrap();
    let days: Vec<_> = loaded.week.tasks.iter().map(|task| task.day).collect();
    assert_eq!(days.len(), 3); // Wednesday to Friday
    assert_eq!(files(&home), [SETTINGS_FILE]);
    assert_eq!(store(&home).week(week()), Ok(None));
}

#[test]
fn an_editor_that_writes_at_the_same_moment_loses_nothing() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    let path = home.path(THIS);
    let edited = home.get(THIS).unwrap().replace("00000001", "zzzzzzzz");
    let opened = std::sync::atomic::AtomicUsize::new(0);
    // The second opening of the week's file is the comparison before it is replaced.
    let disk = FaultyDisk::on_open(move |opening| {
        let is_week = opening == path;
        if is_week && opened.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 1 {
            let beside = path.with_extension("new");
            fs::write(&beside, &edited).unwrap();
            fs::rename(&beside, &path).unwrap();
        }
    });
    apply(&on(&home, disk), &call(2)).unwrap();
    let ids: Vec<_> = store(&home).week(week()).unwrap().unwrap().entries;
    let ids: Vec<_> = ids.iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!(ids, ["00000002", "zzzzzzzz"]);
}

#[test]
fn what_the_disk_did_not_confirm_stands_and_is_told() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    let disk = FaultyDisk::sound();
    let again = Home::new();
    apply(&store(&again), &call(1)).unwrap();
    apply(&on(&again, disk.clone()), &call(2)).unwrap();
    let last = disk.steps().len() - 1;
    let last_flush = disk.steps()[..=last]
        .iter()
        .rposition(|step| step == "flush folder weeks")
        .unwrap();

    let saved = apply(
        &on(&home, FaultyDisk::failing_at(last_flush, EIO)),
        &call(2),
    )
    .unwrap();
    let unconfirmed = FolderError::Unconfirmed {
        file: THIS.to_owned(),
        fault: Fault::Broken,
    };
    assert_eq!(saved.warnings, [Warning::Unconfirmed(unconfirmed)]);
    assert_eq!(calls(&home), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn that_there_are_no_locks_is_told_once() {
    let home = Home::new();
    let store = on(&home, FaultyDisk::refusing_locks(37));
    assert_eq!(
        apply(&store, &call(1)).unwrap().warnings,
        [Warning::NoLocks]
    );
    assert_eq!(apply(&store, &call(2)).unwrap().warnings, []);
}

/// The number of steps that an edit takes on the disk of a home.
fn steps(home: &Home, change: &Change) -> usize {
    let disk = FaultyDisk::sound();
    apply(&on(home, disk.clone()), change).unwrap();
    disk.steps().len()
}

#[test]
fn a_full_disk_at_any_step_leaves_the_old_or_the_new() {
    let a_home = || {
        let home = Home::new();
        apply(&store(&home), &call(1)).unwrap();
        home
    };
    for step in 0..steps(&a_home(), &call(2)) {
        let home = a_home();
        let before = contents(&home);
        match apply(&on(&home, FaultyDisk::failing_at(step, ENOSPC)), &call(2)) {
            Ok(_) => assert_eq!(calls(&home), 2, "step {step}"),
            Err(error) => {
                assert_eq!(contents(&home), before, "step {step}: {error}");
                apply(&store(&home), &call(2)).unwrap();
                assert_eq!(calls(&home), 2, "step {step}");
            }
        }
    }
}

#[test]
fn a_new_store_interrupted_at_any_step_begins_all_the_same() {
    for step in 0..steps(&Home::new(), &call(1)) {
        let home = Home::new();
        let _ = apply(&on(&home, FaultyDisk::stopping_at(step)), &call(1));
        assert_eq!(store(&home).settings(), Ok(defaults()), "step {step}");
        if calls(&home) == 0 {
            apply(&store(&home), &call(1)).unwrap();
        }
        assert_eq!(calls(&home), 1, "step {step}");
    }
}

#[test]
fn a_seal_interrupted_at_any_step_and_repeated_adds_nothing_twice() {
    let a_home = || {
        let home = Home::new();
        for change in [target(50), task(1), task(2)] {
            apply(&store(&home), &change).unwrap();
        }
        home
    };
    let expected = a_home();
    let count = steps(&expected, &seal());
    for step in 0..count {
        let home = a_home();
        let _ = apply(&on(&home, FaultyDisk::stopping_at(step)), &seal());
        if !store(&home).week(week()).unwrap().unwrap().is_sealed() {
            apply(&store(&home), &seal()).unwrap();
        }
        assert_eq!(sound_contents(&home), contents(&expected), "step {step}");
    }
}

/// A sealed week and the next one, with what takes the seal back.
fn a_sealed_home() -> (Home, Change) {
    let home = Home::new();
    for change in [target(50), task(1), task(2)] {
        apply(&store(&home), &change).unwrap();
    }
    let undo = apply(&store(&home), &seal()).unwrap().undo;
    (home, undo)
}

#[test]
fn a_seal_taken_back_and_interrupted_at_any_step_is_taken_back_again_or_made_again() {
    let (undone, undo) = a_sealed_home();
    let count = steps(&undone, &undo);
    let (sealed, _) = a_sealed_home();
    for step in 0..count {
        let (home, undo) = a_sealed_home();
        let _ = apply(&on(&home, FaultyDisk::stopping_at(step)), &undo);
        if sound_contents(&home) != contents(&undone) {
            apply(&store(&home), &undo).unwrap();
        }
        assert_eq!(sound_contents(&home), contents(&undone), "step {step}");

        let (home, undo) = a_sealed_home();
        let _ = apply(&on(&home, FaultyDisk::stopping_at(step)), &undo);
        if !store(&home).week(week()).unwrap().unwrap().is_sealed() {
            apply(&store(&home), &seal()).unwrap();
        }
        assert_eq!(sound_contents(&home), contents(&sealed), "step {step}");
    }
}

#[test]
fn a_full_disk_is_named() {
    let home = Home::new();
    apply(&store(&home), &call(1)).unwrap();
    let disk = FaultyDisk::sound();
    let other = Home::new();
    apply(&store(&other), &call(1)).unwrap();
    apply(&on(&other, disk.clone()), &call(2)).unwrap();
    let write = disk.steps().iter().rposition(|step| step == "write");
    let refused = apply(
        &on(&home, FaultyDisk::failing_at(write.unwrap(), ENOSPC)),
        &call(2),
    );
    let full = FolderError::Io {
        doing: Doing::Write,
        file: THIS.to_owned(),
        fault: Fault::Full,
    };
    assert_eq!(refused, Err(StoreError::Folder(full)));
}

#[test]
fn a_new_store_is_filled_and_reads_back_the_same() {
    let home = Home::new();
    let books = crate::demo::sample(Language::ZhCn, at(), 12);
    store(&home).fill(&books).unwrap();
    let store = store(&home);
    assert_eq!(store.settings().as_ref(), Ok(&books.settings));
    let ids = store.weeks().unwrap();
    let read = ids.into_iter().map(|id| store.week(id).unwrap().unwrap());
    assert_eq!(
        read.collect::<Vec<_>>(),
        books.weeks().cloned().collect::<Vec<_>>()
    );
    assert!(store.check().is_sound());
}

#[test]
fn only_an_empty_folder_is_filled() {
    let home = Home::new();
    home.put("letter.txt", "mine");
    assert_eq!(
        store(&home).fill(&Books::new(defaults())),
        Err(StoreError::NotEmpty)
    );
    assert_eq!(home.files(), ["letter.txt"]);
}
