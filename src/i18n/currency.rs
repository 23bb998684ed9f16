//! Currencies as people call them.

use crate::domain::{Currency, Language};

/// A currency by name and sign: `人民币 ¥`, `CNY ¥`. One that has no name here, and every one in
/// English, goes by its code; one without a sign of its own goes by its name alone.
pub fn currency_name(language: Language, currency: Currency) -> String {
    let code = currency.code();
    let name = match language {
        Language::En => code,
        Language::ZhCn => chinese(code).unwrap_or(code),
    };
    match currency.symbol() {
        symbol if symbol == code => name.to_owned(),
        symbol => format!("{name} {symbol}"),
    }
}

fn chinese(code: &str) -> Option<&'static str> {
    Some(match code {
        "CNY" => "人民币",
        "USD" => "美元",
        "EUR" => "欧元",
        "GBP" => "英镑",
        "JPY" => "日元",
        "KRW" => "韩元",
        "HKD" => "港元",
        "TWD" => "新台币",
        "MOP" => "澳门元",
        "SGD" => "新加坡元",
        "MYR" => "马来西亚林吉特",
        "THB" => "泰铢",
        "VND" => "越南盾",
        "IDR" => "印尼盾",
        "PHP" => "菲律宾比索",
        "INR" => "印度卢比",
        "AUD" => "澳元",
        "NZD" => "新西兰元",
        "CAD" => "加元",
        "CHF" => "瑞士法郎",
        "RUB" => "俄罗斯卢布",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_has_its_name_and_sign() {
        let named = |code| {
            let currency = Currency::parse(code).unwrap();
            Language::ALL.map(|language| currency_name(language, currency))
        };
        assert_eq!(named("CNY"), ["CNY ¥", "人民币 ¥"]);
        assert_eq!(named("USD"), ["USD $", "美元 $"]);
        assert_eq!(named("CHF"), ["CHF", "瑞士法郎"]);
        assert_eq!(named("KES"), ["KES", "KES"]);
    }
}
