//! The real import, ended by force at any moment: the file opens, verifies, and holds all of it or nothing.
//!
//! 20 kills, unless `CAIRN_KILLS` asks for another number.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::bench::Bench;

const ROWS: usize = 600;

/// A new workspace and a list to bring in.
fn world() -> Bench {
    let bench = Bench::new();
    bench.json(0, &["new", "@a.cairn", "--organisation", "Harbour Analytics", "--lead", "Compliance lead"]);
    let rows = (0..ROWS).map(|n| format!("System {n},What system number {n} is for in the port\n"));
    let list: String = std::iter::once("Name,Purpose\n".to_owned()).chain(rows).collect();
    std::fs::write(bench.path("list.csv"), list).unwrap();
    bench
}

fn import(bench: &Bench) -> Child {
    Command::new(env!("CARGO_BIN_EXE_cairnctl"))
        .args(["systems", "import"])
        .args([bench.path("a.cairn"), bench.path("list.csv")])
        .env("CAIRN_CONFIG_DIR", bench.path("config"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until the import writes, or the program has ended. Opening also writes beside the file, but only for a moment.
fn until_it_writes(bench: &Bench, child: &mut Child) {
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_millis(20) && child.try_wait().unwrap().is_none() {
        if !bench.path("a.cairn-journal").exists() {
            since = Instant::now();
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let kills: u32 = std::env::var("CAIRN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
    let bench = world();
    let begun = Instant::now();
    assert!(import(&bench).wait().unwrap().success());
    let whole = begun.elapsed();
    let (mut before, mut during, mut after) = (0, 0, 0);
    for kill in 0..kills {
        let bench = world();
        let begun = Instant::now();
        let mut child = import(&bench);
        // Some at a share of the time a whole import takes, some while the file is written, some when it is done.
        match kill % 4 {
            0 => std::thread::sleep(whole.mul_f64(f64::from(kill + 1) / f64::from(kills))),
            1 => std::thread::sleep(whole.mul_f64(0.5 * f64::from(kill) / f64::from(kills))),
            2 => {
                until_it_writes(&bench, &mut child);
                std::thread::sleep(begun.elapsed().mul_f64(0.02 * f64::from(kill % 7)));
            }
            _ => {
                until_it_writes(&bench, &mut child);
                while bench.path("a.cairn-journal").exists() && child.try_wait().unwrap().is_none() {
                    std::thread::sleep(Duration::from_micros(200));
                }
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let was_writing = bench.path("a.cairn-journal").exists();
        let entries = bench.json(0, &["info", "@a.cairn"])["entries"].as_u64().unwrap();
        let systems = bench.json(0, &["systems", "list", "@a.cairn"])["systems"].as_array().unwrap().len();
        assert!(
            matches!((entries, systems), (1, 0) | (2, ROWS)),
            "kill {kill}: {entries} entries, {systems}"
        );
        assert_eq!(bench.json(0, &["verify", "@a.cairn"])["ok"], true, "kill {kill}");
        match (was_writing, entries) {
            (true, _) => during += 1,
            (false, 1) => before += 1,
            (false, _) => after += 1,
        }
    }
    println!("{before} before, {during} during, {after} after the commit");
    assert!(kills < 20 || (before > 0 && during > 0 && after > 0), "{before} {during} {after}");
}
