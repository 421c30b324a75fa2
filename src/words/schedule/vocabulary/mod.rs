//! What the words of schedules mean, one spelling a line, spelt as
//! [`same_spelling`](crate::words::same_spelling) gives them.

mod figures;
mod recurrences;
mod references;
mod times;

pub(super) use figures::{MONTHS, NUMBERS, ORDINALS, ROMAN};
pub(super) use recurrences::{EACH, PERIODIC, SPANS, WITH_REPORTS};
pub(super) use references::{BEGINS_ANOTHER, FOLLOWED, FOLLOWED_EACH, REFERENCES, TIMELY};
pub(super) use times::{
    AFTER_BY, CONNECTIVES, CONTINUOUS, FROM, HEADS, ISSUE, LEADS, ONWARD, TO, WITHIN,
};

/// How a time stands to what is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// Trước: the day before it begins.
    Before,
    /// Chậm nhất, đến hết: its last day.
    By,
    /// Trong, vào: all of it.
    Within,
    /// Sau: from the day after it.
    After,
}

/// What stands for a day that is not in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// Complete in itself: "đột xuất".
    Whole,
    /// Needs words after it: "theo kế hoạch" may, "khi có" must.
    Named,
    /// May have words after it.
    Maybe,
}

/// Vocabularies to look up in, and a test of their spellings.
macro_rules! vocabularies {
    ($(
        $(#[$says:meta])*
        $name:ident: $meaning:ty = { $($spelling:literal => $value:expr,)+ }
    )+) => {
        $(
            $(#[$says])*
            pub(in crate::words::schedule) static $name:
                std::sync::LazyLock<crate::words::vocabulary::Vocabulary<$meaning>> =
                std::sync::LazyLock::new(|| {
                    crate::words::vocabulary::Vocabulary::new(&[$(($spelling, $value)),+])
                });
        )+

        #[cfg(test)]
        mod tests {
            #[test]
            fn every_spelling_is_the_one_spelling_of_its_words() {
                for spelling in [$($($spelling),+),+] {
                    assert_eq!(crate::words::same_spelling(spelling), spelling);
                }
            }
        }
    };
}
use vocabularies;
