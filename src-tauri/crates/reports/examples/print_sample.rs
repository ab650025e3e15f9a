//! Prints the sample statement of applicability to the file named on the command line, to look at it.

#[allow(dead_code, missing_docs)]
#[path = "../tests/it/sample.rs"]
mod sample;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let target = std::env::args().nth(1).ok_or("name the file to write")?;
    let started = std::time::Instant::now();
    let printed = cairn_reports::render(&sample::statement())?;
    let first = started.elapsed();
    let started = std::time::Instant::now();
    let again = cairn_reports::render(&sample::statement())?;
    let second = started.elapsed();
    std::fs::write(&target, &printed.bytes)?;
    let mut out = std::io::stdout().lock();
    std::io::Write::write_fmt(
        &mut out,
        format_args!(
            "{} pages, {} bytes, first {first:?}, again {second:?}, equal {}, warnings {:?}\n",
            printed.pages,
            printed.bytes.len(),
            printed == again,
            printed.warnings
        ),
    )?;
    Ok(())
}
