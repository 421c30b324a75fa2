//! The tables of a plan file, format 1, and their keys.

mod appendix;
mod document;
mod target;
mod work;

pub use appendix::{APPENDIX, APPENDIX_FIELDS, COLUMN};
pub use document::{AGENCIES, AGENCY, DUE, EXCEPTION, FILE, HEAD, REPORTING, SIGNER};
pub use target::{BASELINE, TARGET, WHEN_TABLE};
pub use work::{DUTY, OBJECTIVE, PART, SECTION, TASK};
