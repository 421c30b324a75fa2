//! Tests that need several of the room's files at once.

mod agreement;
mod deliveries;
mod obvious;
mod reports;
