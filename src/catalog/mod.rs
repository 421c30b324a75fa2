//! What is the same for every plan: the working calendar, the reporting regimes, the
//! editions of PAPI, the provinces, and what ended ([`successions`]).
//!
//! The data lie in `data/`, one thing a line, in formats plain enough to be read by a
//! few lines here, because CSV and TOML belong to the reader. A holiday, a regime or a
//! dimension is added there; a line that cannot be read fails a test.

mod blocks;
pub mod calendar;
pub mod editions;
pub mod provinces;
pub mod regimes;
pub mod successions;

pub use blocks::CatalogError;
pub use calendar::{Calendar, DayKind, SpecialDay, weekday_name};
pub use editions::{Break, Dimension, Editions, SurveyYear};
pub use provinces::{NamedProvince, Province};
pub use regimes::{Regime, RegimeDue};
