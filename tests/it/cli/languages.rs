//! Both languages: of messages, of help, of a store that is begun.

use std::process::Command;

use pretty_assertions::assert_eq;
use serde_json::Value;
use tempfile::TempDir;

use super::{ask, does, shown};
use crate::program::Salesweek;

/// One run under a locale, without `--lang`.
fn under(folder: &TempDir, locale: &str, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_salesweek"));
    command
        .args(["--date", "2026-11-25"])
        .args(words)
        .env_clear();
    command.env("SALESWEEK_DATA_DIR", folder.path());
    let output = command
        .env("LANG", locale)
        .env("TZ", "UTC")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn settings(folder: &TempDir, locale: &str) -> Value {
    serde_json::from_str(&under(folder, locale, &["settings", "--json"])).unwrap()
}

/// The language, the currency and the calendar of some settings.
fn chosen(settings: &Value) -> [&Value; 3] {
    [
        &settings["language"],
        &settings["currency"],
        &settings["calendar"]["law"],
    ]
}

#[test]
fn the_first_write_keeps_language_currency_and_calendar() {
    let cases = [
        ("zh_CN.UTF-8", "zh-CN", "CNY", "cn"),
        ("zh_TW.UTF-8", "zh-CN", "TWD", "none"),
        ("en_GB.UTF-8", "en", "GBP", "none"),
        ("C", "en", "USD", "none"),
    ];
    for (locale, language, currency, law) in cases {
        let folder = TempDir::new().unwrap();
        under(&folder, locale, &["log", "calls"]);
        let kept = settings(&folder, "de_DE.UTF-8");
        assert_eq!(chosen(&kept), [language, currency, law], "{locale}");
    }
}

#[test]
fn a_language_asked_for_decides_with_the_locales_country() {
    for (locale, language, currency, law) in
        [("C", "zh-CN", "CNY", "cn"), ("zh_CN", "en", "CNY", "none")]
    {
        let folder = TempDir::new().unwrap();
        under(&folder, locale, &["log", "calls", "--lang", language]);
        let kept = settings(&folder, locale);
        assert_eq!(chosen(&kept), [language, currency, law], "{locale}");
    }
}

#[test]
fn a_store_has_the_same_figures_under_every_locale() {
    let folder = TempDir::new().unwrap();
    under(&folder, "zh_CN.UTF-8", &["target", "revenue", "50万"]);
    under(&folder, "zh_CN.UTF-8", &["log", "revenue", "12.5万"]);
    let look = |locale| under(&folder, locale, &["show", "--json"]);
    assert_eq!(look("C"), look("zh_CN.UTF-8"));
    assert!(look("C").contains("\"currency\": \"CNY\""));
}

#[test]
fn messages_stand_in_the_language_of_the_settings() {
    let folder = TempDir::new().unwrap();
    let said = under(&folder, "zh_CN.UTF-8", &["target", "电话", "50"]);
    assert_eq!(said, "电话：目标 50 · 周三 17 周四 17 周五 16\n");
    let said = under(&folder, "C", &["target", "电话", "51"]);
    assert_eq!(said, "电话：目标 51 · 周三 17 周四 17 周五 17\n");
    let said = under(&folder, "C", &["target", "电话", "50", "--lang", "en"]);
    assert_eq!(said, "Calls: target 50 · Wed 17 Thu 17 Fri 16\n");
}

#[test]
fn a_week_can_be_lived_in_chinese() {
    let mut program = Salesweek::new();
    program.in_language("zh-CN").on("2026-11-23");
    does(&program, &["target", "新增客户", "11"]);
    does(&program, &["off", "周四", "--why", "年假"]);
    does(&program, &["log", "新增客户", "5", "--on", "周一"]);
    does(&program, &["outlook", "淡"]);
    let id = does(
        &program,
        &["add", "拜访华信", "--on", "明天", "--metric", "拜访"],
    );
    does(&program, &["skip", &id, "--reason", "客户没空"]);
    let week = shown(&program);
    assert_eq!(week["metrics"][0]["name"], "新增客户");
    assert_eq!(week["tasks"][0]["cause"], "customer_unavailable");
    assert_eq!(week["outlook"]["market"], "weak");
}

#[test]
fn next_and_find_call_metrics_by_their_names() {
    let mut program = Salesweek::new();
    does(&program, &["target", "new_customers", "10"]);
    does(
        &program,
        &["log", "new_customers", "--note", "met at the fair"],
    );
    assert!(does(&program, &["next"]).starts_with("new customers 3\n"));
    assert!(does(&program, &["find", "fair"]).contains("  new customers  "));
    program.in_language("zh-CN");
    assert!(does(&program, &["next"]).starts_with("新增客户 3\n今天还差：新增客户 3"));
    assert!(does(&program, &["find", "fair"]).contains("  新增客户  "));
}

#[test]
fn help_stands_in_both_languages_before_or_after_the_command() {
    let folder = TempDir::new().unwrap();
    for words in [&["target", "--help"][..], &["--lang", "en", "target", "-h"]] {
        let said = under(&folder, "en_US.UTF-8", words);
        assert!(
            said.starts_with(
                "sets or changes a target\n\nUsage: salesweek target [OPTIONS] <METRIC> <AMOUNT>\n"
            ),
            "{said}"
        );
    }
    for words in [&["target", "--help"][..], &["metric", "add", "--help"]] {
        let said = under(&folder, "zh_CN.UTF-8", words);
        assert!(said.contains("用法：salesweek "), "{said}");
        let english = ["Usage", "Options", "Print", "[OPTIONS]"];
        assert!(english.iter().all(|word| !said.contains(word)), "{said}");
    }
}

#[test]
fn the_form_of_a_command_line_is_refused_in_chinese() {
    let mut program = Salesweek::new();
    program.in_language("zh-CN");
    let cases = [
        (
            &["frob"][..],
            "没有命令 `frob`\n用法见 `salesweek --help`\n",
        ),
        (
            &["target", "calls"],
            "缺少数量\n用法见 `salesweek target --help`\n",
        ),
        (
            &["log", "calls", "--on"],
            "`--on` 后面要有值\n用法见 `salesweek log --help`\n",
        ),
        (
            &["outlook", "好"],
            "`好` 不能作为行情；可写 strong、normal、weak\n",
        ),
    ];
    for (words, said) in cases {
        assert_eq!(ask(&program, words).stderr, said, "{words:?}");
    }
}

#[test]
fn completions_and_the_manual_page_are_printed() {
    let program = Salesweek::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            does(&program, &["completions", shell]).contains("salesweek"),
            "{shell}"
        );
    }
    assert!(does(&program, &["man"]).contains(".TH salesweek"));
}
