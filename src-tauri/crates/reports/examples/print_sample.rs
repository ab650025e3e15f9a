//! Prints a sample to a PDF, to look at it: `print_sample FILE [statement|contents|letter|gallery|register]`. The register needs
//! the sample inventory (`CAIRN_SAMPLES`).

#![allow(dead_code, missing_docs, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/it/inventory_rows.rs"]
mod inventory_rows;
#[path = "../tests/it/sample.rs"]
mod sample;

use std::io::Write;

use cairn_reports::{Contents, Paper, Report, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().ok_or("name the file to write")?;
    let report = match arguments.next().as_deref() {
        None | Some("statement") => sample::statement(),
        Some("contents") => Report {
            contents: Some(Contents { title: "Contents".into(), from_pages: 0 }),
            ..sample::statement()
        },
        Some("letter") => Report { paper: Paper::Letter, ..sample::statement() },
        Some("gallery") => sample::gallery(),
        Some("register") => inventory_rows::register(&inventory_rows::rows()),
        Some(other) => return Err(format!("there is no sample {other}").into()),
    };
    let started = std::time::Instant::now();
    let printed = render(&report)?;
    let first = started.elapsed();
    let started = std::time::Instant::now();
    let again = render(&report)?;
    let second = started.elapsed();
    std::fs::write(&target, &printed.bytes)?;
    let (pages, bytes, equal) = (printed.pages, printed.bytes.len(), printed == again);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{pages} pages, {bytes} bytes, first {first:?}, again {second:?}, equal: {equal}")?;
    writeln!(out, "warnings: {:?}", printed.warnings)?;
    Ok(())
}
