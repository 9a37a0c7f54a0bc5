//! Money, days and hours as each language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{Lang, Words, args};

impl Words {
    /// Money from integer fen: `1,503.50 元` or `¥1,503.50`.
    #[must_use]
    pub fn money(&self, fen: i64) -> String {
        let sign = if fen < 0 { "-" } else { "" };
        let plain = fen.unsigned_abs();
        let figure = format!("{}.{:02}", grouped(plain / 100), plain % 100);
        match self.lang() {
            Lang::ZhCn => format!("{sign}{figure} 元"),
            Lang::En => format!("{sign}¥{figure}"),
        }
    }

    /// A business day without its year: `11月23日 周一` or `Mon 23 Nov`.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        self.say_with(
            "date-day",
            &args![
                "month" => self.say(&format!("date-month-{}", day.month())),
                "day" => day.day(),
                "weekday" => self.weekday(day),
            ],
        )
    }

    /// A business day with its year: `2026年11月23日 周一` or `Mon 23 Nov 2026`.
    #[must_use]
    pub fn day_with_year(&self, day: NaiveDate) -> String {
        self.say_with(
            "date-day-with-year",
            &args![
                "year" => day.year(),
                "month" => self.say(&format!("date-month-{}", day.month())),
                "day" => day.day(),
                "weekday" => self.weekday(day),
            ],
        )
    }

    /// The short name of a day of the week: `周一` or `Mon`.
    #[must_use]
    pub fn weekday(&self, day: NaiveDate) -> String {
        let number = day.weekday().number_from_monday();
        self.say(&format!("date-weekday-{number}"))
    }

    /// An instant as the hour on the shop's wall: `08:47`.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>, zone: Tz) -> String {
        at.with_timezone(&zone).format("%H:%M").to_string()
    }

    /// An instant with its day: `11月23日 周一 08:47` or `Mon 23 Nov 08:47`.
    #[must_use]
    pub fn day_and_time(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        format!("{} {}", self.day(local.date_naive()), local.format("%H:%M"))
    }
}

/// Digits in groups of three, as both languages write them.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_each_language_does() {
        let (zh, en) = (Words::new(Lang::ZhCn), Words::new(Lang::En));
        for (fen, chinese, english) in [
            (50_350, "503.50 元", "¥503.50"),
            (0, "0.00 元", "¥0.00"),
            (5, "0.05 元", "¥0.05"),
            (-1_234_567, "-12,345.67 元", "-¥12,345.67"),
            (100_000, "1,000.00 元", "¥1,000.00"),
            (
                i64::MIN,
                "-92,233,720,368,547,758.08 元",
                "-¥92,233,720,368,547,758.08",
            ),
        ] {
            assert_eq!(zh.money(fen), chinese);
            assert_eq!(en.money(fen), english);
        }
    }

    #[test]
    fn days_and_hours_follow_the_shop_not_the_pc() {
        let at: DateTime<Utc> = "2026-11-23T00:47:00Z".parse().unwrap();
        let (zh, en) = (Words::new(Lang::ZhCn), Words::new(Lang::En));
        let zone = Tz::Asia__Shanghai;
        assert_eq!(zh.time(at, zone), "08:47");
        assert_eq!(zh.day_and_time(at, zone), "11月23日 周一 08:47");
        assert_eq!(en.day_and_time(at, zone), "Mon 23 Nov 08:47");
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(zh.day_with_year(day), "2026年11月23日 周一");
        assert_eq!(en.day_with_year(day), "Mon 23 Nov 2026");
    }
}
