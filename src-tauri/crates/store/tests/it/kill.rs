//! Killed at any moment: the file opens, verifies, and holds every write that was confirmed.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use cairn_store::{Act, StoreError};

use crate::bench::{World, add_system, assert_sound, me, write_system};

const FOLDER: &str = "CAIRN_KILL_TEST_FOLDER";
/// Kills; `CAIRN_KILLS` asks for another number.
const KILLS: usize = 20;

/// The child: writes without end and tells each entry once it is confirmed.
#[test]
#[ignore = "run by the test below, as a child that gets killed"]
fn child_writes_until_killed() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let world = World::at(&folder);
    let mut ws = world.open().unwrap();
    let mut out = std::io::stdout();
    for round in 0.. {
        if round % 4 == 3 {
            let act = Act::new(me(&ws), "system.import");
            let written = ws.write(act, |tx| {
                for n in 0..300 {
                    add_system(tx, &format!("Imported {round}.{n}"))?;
                }
                Ok::<_, StoreError>(())
            });
            written.unwrap();
        } else {
            write_system(&mut ws, &format!("System {round}"));
        }
        writeln!(out, "confirmed {} {}", ws.head().unwrap().entries, ws.head().unwrap().id).unwrap();
        out.flush().unwrap();
    }
}

fn start(world: &World) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["kill::child_writes_until_killed", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, world.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn every_confirmed_write_survives_kill_9() {
    let world = World::new();
    drop(world.create());
    let kills = std::env::var("CAIRN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let mut confirmed_in_all = 0;
    for kill in 0..kills {
        let mut child = start(&world);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reader = std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .filter_map(|line| line.strip_prefix("confirmed ").map(str::to_owned))
                .collect()
        });
        let mut random = [0u8; 2];
        getrandom::fill(&mut random).unwrap();
        let wait = Duration::from_micros(u64::from(u16::from_le_bytes(random)) * 4);
        std::thread::sleep(Duration::from_millis(30) + wait);
        child.kill().unwrap();
        child.wait().unwrap();
        let confirmed: Vec<String> = reader.join().unwrap();
        let ws = world.open().unwrap();
        let head = ws.head().unwrap().entries;
        for line in &confirmed {
            let (n, id) = line.split_once(' ').unwrap();
            let entry = ws.read(|tx| tx.entry(n.parse().unwrap())).unwrap();
            assert_eq!(entry.id.to_string(), id, "kill {kill} after {wait:?}: entry {n} of {head}");
        }
        confirmed_in_all += confirmed.len();
        assert_sound(&ws);
    }
    assert!(confirmed_in_all > kills, "only {confirmed_in_all} writes were confirmed in {kills} runs");
}
