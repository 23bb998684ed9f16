//! What the system's locale suggests to a store that does not exist yet.

use crate::domain::{Currency, Language, Law};

/// Language, currency and calendar before anybody has chosen them.
///
/// From the first write on they stand in the settings, and the environment changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// Chinese for each `zh…`, else English.
    pub language: Language,
    /// That of the country; without one the yuan in Chinese; else the dollar.
    pub currency: Currency,
    /// China's in Chinese, where the country is China or not given.
    pub law: Law,
}

impl Locale {
    /// The locale of a tag as systems write it, POSIX (`zh_CN.UTF-8`) or BCP 47
    /// (`zh-Hans-CN`). `C`, `POSIX` and what nobody knows are English and dollars.
    ///
    /// ```
    /// # use salesweek::domain::{Currency, Language, Law};
    /// # use salesweek::i18n::Locale;
    /// let locale = Locale::of_tag("zh_CN.UTF-8");
    /// assert_eq!(locale.language, Language::ZhCn);
    /// assert_eq!((locale.currency, locale.law), (Currency::CNY, Law::Cn));
    /// ```
    pub fn of_tag(tag: &str) -> Self {
        let first = name(tag).split(['_', '-']).next();
        Self::in_language(tag, language(first.unwrap_or_default()))
    }

    /// The locale of a tag for somebody who has asked for a language: the country is the
    /// tag's, and what depends on the language goes by the one asked for.
    ///
    /// ```
    /// # use salesweek::domain::{Language, Law};
    /// # use salesweek::i18n::Locale;
    /// let locale = Locale::in_language("C", Language::ZhCn);
    /// assert_eq!((locale.currency.code(), locale.law), ("CNY", Law::Cn));
    /// let locale = Locale::in_language("zh_CN.UTF-8", Language::En);
    /// assert_eq!((locale.currency.code(), locale.law), ("CNY", Law::None));
    /// ```
    pub fn in_language(tag: &str, language: Language) -> Self {
        let parts = name(tag).split(['_', '-']).skip(1);
        let country = parts
            .take_while(|part| part.len() > 1)
            .find(|part| is_country(part));
        let is_chinese = language == Language::ZhCn;
        let currency = match country {
            Some(country) => Currency::of_country(country),
            None if is_chinese => Some(Currency::CNY),
            None => None,
        };
        let is_china = country.is_none_or(|country| country.eq_ignore_ascii_case("CN"));
        Self {
            language,
            currency: currency.unwrap_or(Currency::USD),
            law: if is_chinese && is_china {
                Law::Cn
            } else {
                Law::None
            },
        }
    }
}

/// The tag without its encoding and variant.
fn name(tag: &str) -> &str {
    tag.split(['.', '@']).next().unwrap_or_default().trim()
}

fn language(part: &str) -> Language {
    if part.to_ascii_lowercase().starts_with("zh") {
        Language::ZhCn
    } else {
        Language::En
    }
}

/// Whether a part of a tag has the form of a country; extensions begin with a single letter.
fn is_country(part: &str) -> bool {
    part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_its_language_currency_and_calendar() {
        let cases = [
            ("zh_CN.UTF-8", Language::ZhCn, "CNY", Law::Cn),
            ("zh_CN.GB18030", Language::ZhCn, "CNY", Law::Cn),
            ("zh-CN", Language::ZhCn, "CNY", Law::Cn),
            ("zh-Hans-CN", Language::ZhCn, "CNY", Law::Cn),
            ("zh", Language::ZhCn, "CNY", Law::Cn),
            ("ZH", Language::ZhCn, "CNY", Law::Cn),
            ("zh-Hant", Language::ZhCn, "CNY", Law::Cn),
            ("zh_TW.UTF-8", Language::ZhCn, "TWD", Law::None),
            ("zh-Hant-HK", Language::ZhCn, "HKD", Law::None),
            ("zh_SG", Language::ZhCn, "SGD", Law::None),
            ("zh_AQ", Language::ZhCn, "USD", Law::None),
            ("en_US.UTF-8", Language::En, "USD", Law::None),
            ("en-US", Language::En, "USD", Law::None),
            ("en_CN.UTF-8", Language::En, "CNY", Law::None),
            ("en-GB", Language::En, "GBP", Law::None),
            ("en-150", Language::En, "USD", Law::None),
            ("en-u-rg-gbzzzz", Language::En, "USD", Law::None),
            ("en", Language::En, "USD", Law::None),
            ("de_DE@euro", Language::En, "EUR", Law::None),
            ("ja_JP.UTF-8", Language::En, "JPY", Law::None),
            ("ko-KR", Language::En, "KRW", Law::None),
            ("C", Language::En, "USD", Law::None),
            ("C.UTF-8", Language::En, "USD", Law::None),
            ("POSIX", Language::En, "USD", Law::None),
            ("", Language::En, "USD", Law::None),
            ("_", Language::En, "USD", Law::None),
            ("华", Language::En, "USD", Law::None),
        ];
        for (tag, language, currency, law) in cases {
            let locale = Locale::of_tag(tag);
            assert_eq!(
                (locale.language, locale.currency.code(), locale.law),
                (language, currency, law),
                "{tag}"
            );
        }
    }
}
