//! Reports as a reader gets them: printed, and read back with independent tools (poppler-utils and qpdf).
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod edges;
mod golden;
mod inventory;
mod inventory_rows;
mod reader;
mod same_bytes;
mod sample;
