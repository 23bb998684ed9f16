//! The currencies in which money can be counted.
//!
//! A store counts all its money in one of them; nothing is ever converted. Codes and
//! minor digits are those of ISO 4217.
//!
//! ```
//! # use salesweek::domain::Currency;
//! let yen = Currency::of_country("JP").unwrap();
//! assert_eq!((yen.code(), yen.symbol(), yen.minor_digits()), ("JPY", "¥", 0));
//! assert_eq!(Currency::parse("cny"), Some(Currency::CNY));
//! assert_eq!(Currency::parse("BTC"), None);
//! ```

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A currency of ISO 4217; only those of a table in this module exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    symbol: &'static str,
    minor_digits: u8,
}

impl Currency {
    /// The yuan of China.
    pub const CNY: Self = currency("CNY", "¥", 2);
    /// The dollar of the United States.
    pub const USD: Self = currency("USD", "$", 2);

    /// Every currency there is, the most likely first.
    pub const ALL: &'static [Self] = &[
        Self::CNY,
        Self::USD,
        currency("EUR", "€", 2),
        currency("GBP", "£", 2),
        currency("JPY", "¥", 0),
        currency("KRW", "₩", 0),
        currency("HKD", "HK$", 2),
        currency("TWD", "NT$", 2),
        currency("MOP", "MOP$", 2),
        currency("SGD", "S$", 2),
        currency("MYR", "RM", 2),
        currency("THB", "฿", 2),
        currency("VND", "₫", 0),
        currency("IDR", "Rp", 2),
        currency("PHP", "₱", 2),
        currency("INR", "₹", 2),
        currency("PKR", "PKR", 2),
        currency("BDT", "৳", 2),
        currency("AUD", "A$", 2),
        currency("NZD", "NZ$", 2),
        currency("CAD", "C$", 2),
        currency("CHF", "CHF", 2),
        currency("SEK", "SEK", 2),
        currency("NOK", "NOK", 2),
        currency("DKK", "DKK", 2),
        currency("ISK", "ISK", 0),
        currency("PLN", "zł", 2),
        currency("CZK", "Kč", 2),
        currency("HUF", "Ft", 2),
        currency("RON", "RON", 2),
        currency("UAH", "₴", 2),
        currency("RUB", "₽", 2),
        currency("KZT", "₸", 2),
        currency("TRY", "₺", 2),
        currency("ILS", "₪", 2),
        currency("AED", "AED", 2),
        currency("SAR", "SAR", 2),
        currency("KWD", "KWD", 3),
        currency("EGP", "EGP", 2),
        currency("ZAR", "R", 2),
        currency("NGN", "₦", 2),
        currency("KES", "KES", 2),
        currency("BRL", "R$", 2),
        currency("MXN", "MX$", 2),
        currency("ARS", "AR$", 2),
        currency("CLP", "CLP$", 0),
        currency("COP", "COP$", 2),
        currency("PEN", "S/", 2),
    ];

    /// Its three capital letters.
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The sign that stands before an amount; the code where no sign is usual.
    ///
    /// Two currencies may share it: `¥` is the yuan's and the yen's.
    pub const fn symbol(self) -> &'static str {
        self.symbol
    }

    /// How many digits its smallest unit stands behind the point: 2 for fen and cents.
    pub const fn minor_digits(self) -> u8 {
        self.minor_digits
    }

    /// The currency of a code, without regard to case; `None` when the table has none such.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|currency| currency.code.eq_ignore_ascii_case(code))
    }

    /// The currency of a country, given by its two letters (ISO 3166) without regard to
    /// case; `None` for a country the table does not have.
    pub fn of_country(country: &str) -> Option<Self> {
        COUNTRIES
            .iter()
            .find(|(_, countries)| {
                countries
                    .split(' ')
                    .any(|known| known.eq_ignore_ascii_case(country))
            })
            .and_then(|(code, _)| Self::parse(code))
    }
}

const fn currency(code: &'static str, symbol: &'static str, minor_digits: u8) -> Currency {
    Currency {
        code,
        symbol,
        minor_digits,
    }
}

/// The countries in which each currency is paid.
const COUNTRIES: &[(&str, &str)] = &[
    ("CNY", "CN"),
    ("USD", "US PR EC SV PA"),
    (
        "EUR",
        "DE FR IT ES NL BE AT PT FI GR IE LU SK SI EE LV LT MT CY HR BG",
    ),
    ("GBP", "GB"),
    ("JPY", "JP"),
    ("KRW", "KR"),
    ("HKD", "HK"),
    ("TWD", "TW"),
    ("MOP", "MO"),
    ("SGD", "SG"),
    ("MYR", "MY"),
    ("THB", "TH"),
    ("VND", "VN"),
    ("IDR", "ID"),
    ("PHP", "PH"),
    ("INR", "IN"),
    ("PKR", "PK"),
    ("BDT", "BD"),
    ("AUD", "AU"),
    ("NZD", "NZ"),
    ("CAD", "CA"),
    ("CHF", "CH LI"),
    ("SEK", "SE"),
    ("NOK", "NO"),
    ("DKK", "DK"),
    ("ISK", "IS"),
    ("PLN", "PL"),
    ("CZK", "CZ"),
    ("HUF", "HU"),
    ("RON", "RO"),
    ("UAH", "UA"),
    ("RUB", "RU"),
    ("KZT", "KZ"),
    ("TRY", "TR"),
    ("ILS", "IL"),
    ("AED", "AE"),
    ("SAR", "SA"),
    ("KWD", "KW"),
    ("EGP", "EG"),
    ("ZAR", "ZA"),
    ("NGN", "NG"),
    ("KES", "KE"),
    ("BRL", "BR"),
    ("MXN", "MX"),
    ("ARS", "AR"),
    ("CLP", "CL"),
    ("COP", "CO"),
    ("PEN", "PE"),
];

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.serialize_str(self.code)
    }
}

impl<'de> Deserialize<'de> for Currency {
    /// A code as it is written: three capital letters.
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let found = String::deserialize(input)?;
        Self::ALL
            .iter()
            .copied()
            .find(|currency| currency.code == found)
            .ok_or_else(|| {
                serde::de::Error::custom(format_args!(
                    "expected a currency like CNY or USD, found {found:?}"
                ))
            })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_country_stands_in_the_table_once_with_a_currency_that_exists() {
        let mut seen = BTreeSet::new();
        for (code, countries) in COUNTRIES {
            assert!(Currency::parse(code).is_some(), "{code}");
            for country in countries.split(' ') {
                assert!(seen.insert(country), "{country} stands there twice");
            }
        }
        assert!(seen.len() >= 40);
    }

    #[test]
    fn each_code_is_three_capital_letters_and_stands_there_once() {
        let mut seen = BTreeSet::new();
        for currency in Currency::ALL {
            let code = currency.code();
            assert!(code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()));
            assert!(seen.insert(code), "{code} stands there twice");
        }
    }

    #[test]
    fn a_country_has_its_currency() {
        let cases = [
            ("CN", Some("CNY")),
            ("us", Some("USD")),
            ("DE", Some("EUR")),
            ("TW", Some("TWD")),
            ("KR", Some("KRW")),
            ("AQ", None),
            ("", None),
            ("U", None),
        ];
        for (country, code) in cases {
            assert_eq!(
                Currency::of_country(country).map(Currency::code),
                code,
                "{country}"
            );
        }
    }

    #[test]
    fn a_file_names_a_currency_by_its_capital_letters_alone() {
        assert_eq!(
            serde_json::from_str::<Currency>("\"KRW\"")
                .unwrap()
                .symbol(),
            "₩"
        );
        for wrong in ["\"krw\"", "\"¥\"", "\"XXX\"", "7"] {
            assert!(serde_json::from_str::<Currency>(wrong).is_err(), "{wrong}");
        }
        assert_eq!(serde_json::to_string(&Currency::CNY).unwrap(), "\"CNY\"");
    }
}
