//! Passphrases of existing files, backups, revoked devices.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cairn_store::{Act, Backups, Kind, Passphrase, StoreError, Workspace};

use crate::bench::{World, assert_sound, me, write_system};

const FOLDER: &str = "CAIRN_REKEY_TEST_FOLDER";
/// Grows by a byte with every change of the child.
const DONE: &str = "changes";
/// Longest wait for a change.
const PATIENCE: Duration = Duration::from_secs(60);
const FIRST: &str = "correct horse battery";
const SECOND: &str = "staple of another kind";

fn secret(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away() {
    let world = World::new();
    let mut ws = world.create();
    let id = write_system(&mut ws, "Secret system");
    let path: [(Option<&str>, Option<&str>); 3] =
        [(None, Some(FIRST)), (Some(FIRST), Some(SECOND)), (Some(SECOND), None)];
    for (at, (before, after)) in path.into_iter().enumerate() {
        let wrong = ws.change_passphrase(Some(&secret("guessed")), Some(secret(FIRST)));
        assert!(matches!(wrong, Err(StoreError::WrongPassphrase)));
        ws.change_passphrase(before.map(secret).as_ref(), after.map(secret)).unwrap();
        assert_eq!((ws.is_encrypted(), ws.is_key_protected()), (after.is_some(), after.is_some()));
        write_system(&mut ws, &format!("After change {at}"));
        assert_sound(&ws);
        drop(ws);
        let bytes = std::fs::read(world.path()).unwrap();
        assert_eq!(bytes.windows(13).any(|part| part == b"Secret system"), after.is_none());
        if after.is_some() {
            let old = world.open_with(Some(before.unwrap_or("guessed")));
            assert!(matches!(old, Err(StoreError::WrongPassphrase)));
        }
        ws = world.open_with(after).unwrap();
        assert_eq!(ws.read(|tx| tx.record().get(id)).unwrap().title, "Secret system");
        assert_sound(&ws);
    }
    assert_eq!(ws.head().unwrap().entries, 5);
    let found = ws.read(|tx| tx.search("secret", &[], 10)).unwrap();
    assert_eq!(found.len(), 1, "the search index came along");
    let left: Vec<_> =
        std::fs::read_dir(world.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
#[cfg(unix)]
fn who_has_the_old_file_open_writes_no_more() {
    let world = World::new();
    let mut ws = world.create();
    let mut other = world.open().unwrap();
    write_system(&mut other, "Mine");
    ws.change_passphrase(None, Some(secret(FIRST))).unwrap();
    assert!(other.is_replaced() && !ws.is_replaced());
    let act = Act::new(me(&other), "setting.set");
    assert!(matches!(other.write(act, |tx| tx.put_setting("a", "b")), Err(StoreError::Replaced)));
    write_system(&mut ws, "Still mine");
    assert_sound(&ws);
}

#[test]
fn somebody_writing_keeps_the_old_passphrase() {
    let world = World::new();
    let mut ws = world.create();
    ws.set_patience(Duration::from_millis(20)).unwrap();
    let tool = world.tool();
    tool.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(ws.change_passphrase(None, Some(secret(FIRST))), Err(StoreError::Busy)));
    tool.execute_batch("ROLLBACK").unwrap();
    write_system(&mut ws, "A");
    assert!(!ws.is_encrypted());
    assert_sound(&ws);
}

/// The child: changes the passphrase back and forth without end.
#[test]
#[ignore = "run by the test below, as a child that gets killed"]
fn child_changes_the_passphrase_until_killed() {
    let world = World::at(&PathBuf::from(std::env::var_os(FOLDER).unwrap()));
    let mut ws = either(&world);
    let mut done =
        std::fs::File::options().create(true).append(true).open(world.folder.path().join(DONE)).unwrap();
    // Where the first fails, the file has the second passphrase already.
    let _ = ws.change_passphrase(Some(&secret(FIRST)), Some(secret(SECOND)));
    let (mut now, mut next) = (SECOND, FIRST);
    loop {
        ws.change_passphrase(Some(&secret(now)), Some(secret(next))).unwrap();
        std::mem::swap(&mut now, &mut next);
        done.write_all(b".").unwrap();
    }
}

fn either(world: &World) -> Workspace {
    world.open_with(Some(FIRST)).or_else(|_| world.open_with(Some(SECOND))).unwrap()
}

#[test]
fn killed_while_changing_the_passphrase_one_of_the_two_opens_the_whole_file() {
    let world = World::new();
    let mut ws = world.create_encrypted(FIRST);
    for n in 0..30 {
        write_system(&mut ws, &format!("System {n}"));
    }
    drop(ws);
    let done = || std::fs::metadata(world.folder.path().join(DONE)).map_or(0, |data| data.len());
    for kill in 0..8u64 {
        let before = done();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["protect::child_changes_the_passphrase_until_killed", "--exact", "--ignored"])
            .env(FOLDER, world.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Not before it has changed the passphrase once, however slow the machine is.
        let begun = Instant::now();
        while done() == before && child.try_wait().unwrap().is_none() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(kill * 97));
        assert!(child.try_wait().unwrap().is_none(), "kill {kill}: the child had ended by itself");
        assert!(done() > before, "kill {kill}: no passphrase was changed");
        child.kill().unwrap();
        child.wait().unwrap();
        let ws = either(&world);
        assert_eq!(ws.head().unwrap().entries, 31, "kill {kill}");
        assert_sound(&ws);
    }
}

#[test]
fn three_backups_are_kept_and_one_of_a_day() {
    let world = World::new();
    let mut ws = world.create_encrypted(FIRST);
    let backups = Backups::of(&world.folder.path().join("backups"), ws.id());
    assert_eq!(backups.list().unwrap(), []);
    for (n, day) in ["2026-11-20", "2026-11-21", "2026-11-21", "2026-11-22", "2026-11-23"].iter().enumerate()
    {
        write_system(&mut ws, &format!("System {n}"));
        let kept = backups.keep(&ws.copier().unwrap(), &day.parse().unwrap()).unwrap();
        assert!(kept.size > 0 && kept.written_at.is_some());
    }
    let listed = backups.list().unwrap();
    let days: Vec<_> = listed.iter().map(|file| file.day.as_str().to_owned()).collect();
    assert_eq!(days, ["2026-11-23", "2026-11-22", "2026-11-21"]);
    let oldest = &listed.last().unwrap().path;
    let open = |passphrase: Option<&str>| {
        Workspace::open(oldest, passphrase.map(secret), "0.1.0", world.clock.clone(), &world.keys)
    };
    assert!(matches!(open(None), Err(StoreError::PassphraseNeeded)));
    let copy = open(Some(FIRST)).unwrap();
    // The later of the two backups of that day.
    assert_eq!(copy.head().unwrap().entries, 4);
    assert_sound(&copy);
    // A copy under another name has backups of its own and takes none away.
    let twin = world.folder.path().join("copy.cairn");
    std::fs::copy(world.path(), &twin).unwrap();
    let clock = world.clock.clone();
    let copied = Workspace::open(&twin, Some(secret(FIRST)), "0.1.0", clock, &world.keys).unwrap();
    backups.keep(&copied.copier().unwrap(), &"2026-11-23".parse().unwrap()).unwrap();
    assert_eq!(backups.list().unwrap().len(), 4);
    assert_eq!(backups.of_file(&world.path()).unwrap().len(), 3);
    // A folder that cannot be: the file itself is not harmed.
    std::fs::write(world.folder.path().join("wall"), b"").unwrap();
    let nowhere = Backups::of(&world.folder.path().join("wall"), ws.id());
    assert!(nowhere.keep(&ws.copier().unwrap(), &"2026-11-23".parse().unwrap()).is_err());
    write_system(&mut ws, "Goes on");
    assert_sound(&ws);
}

#[test]
fn a_revoked_device_signs_no_more_and_is_found_out() {
    let world = World::new();
    let mut ws = world.create();
    let actor = me(&ws);
    let first = ws.device().unwrap();
    ws.admit_device(actor, "tablet").unwrap();
    // A second window that works with the first key, opened before it is revoked.
    let mut early = world.open().unwrap();
    ws.act_as(actor).unwrap();
    let second = ws.device().unwrap();
    assert_ne!(first, second);
    assert_eq!(early.device(), Some(second), "the newer key of a member is the one in use");
    ws.write(Act::new(actor, "device.revoke").kind(Kind::Device), |tx| {
        let mut row = tx.device().get(cairn_store::table::device::device_row_id(&first))?;
        row.revoked_at = Some(tx.time().clone());
        tx.device().update(&row)
    })
    .unwrap();
    assert_sound(&ws);
    // Now the one in use: the window that still holds it is refused at its next write.
    ws.admit_device(actor, "phone").unwrap();
    ws.act_as(actor).unwrap();
    ws.write(Act::new(actor, "device.revoke").kind(Kind::Device), |tx| {
        let mut row = tx.device().get(cairn_store::table::device::device_row_id(&second))?;
        row.revoked_at = Some(tx.time().clone());
        tx.device().update(&row)
    })
    .unwrap();
    let act = Act::new(actor, "setting.set");
    assert!(matches!(early.write(act, |tx| tx.put_setting("a", "b")), Err(StoreError::NoKey)));
    write_system(&mut ws, "By the third key");
    assert_sound(&ws);
}
