//! Verdicts, kind by kind.

mod others;
mod ratios;
mod shares;
