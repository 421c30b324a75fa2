//! The two languages papi speaks, and text said in both.

/// A language of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The ISO 639 code: `vi` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// A text said in both languages; [`say!`](crate::say) makes one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    /// The Vietnamese.
    pub vi: String,
    /// The English.
    pub en: String,
}

impl Text {
    /// A text that is the same in both languages: a name, a number, words as issued.
    pub fn same(words: impl Into<String>) -> Self {
        let vi = words.into();
        Self { en: vi.clone(), vi }
    }

    /// The words in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// A count with its English noun: "1 plan", "2 plans".
pub fn english(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// Says one thing in both languages: `say! { vi: "…", en: "…" }`, each with the
/// arguments of `format!` in braces. A missing language does not compile.
#[macro_export]
macro_rules! say {
    (vi: $vi:literal, en: $en:literal $(,)?) => {
        $crate::lang::Text {
            vi: format!($vi),
            en: format!($en),
        }
    };
}
