//! Files → the model, with findings. A reader never stops at the first mistake: what
//! is wrong costs its own value and nothing else. A new kind of file is a folder here.

pub mod calendar;
pub mod config;
pub mod editions;
mod fields;
pub mod files;
mod findings;
pub mod import;
pub mod plan;
pub mod registry;
pub mod results;
pub mod scores;
pub mod shape;
mod syntax;
mod values;
