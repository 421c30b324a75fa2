//! The `papi` program.

fn main() {}
