//! Rule packs that decisions of a workspace rest on: their bytes stay in the file, so that a decision is shown in the
//! words it was made in although the program ships other versions.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use cairn_domain::state::PackState;
use cairn_store::table::pack::{Pack, pack_id};
use cairn_store::{ReadTx, Value};

use crate::error::AppResult;
use crate::pack::{Rules, hash};
use crate::usecase::Writing;

/// Name under which the English words of a pack are kept beside it.
fn words_of(pack: &str) -> String {
    format!("{pack}.en")
}

/// Keeps the bytes of a pack and of its words; nothing happens when they are there.
pub(crate) fn adopt(cx: &mut Writing<'_, '_>, rules: &Rules) -> AppResult<()> {
    let id = rules.pack.file().id.clone();
    keep(cx, rules, &words_of(&id), &rules.overlay)?;
    keep(cx, rules, &id, &rules.structure)
}

fn keep(cx: &mut Writing<'_, '_>, rules: &Rules, name: &str, bytes: &str) -> AppResult<()> {
    let sha256 = hash(bytes);
    // The same bytes have the same id on every laptop; other bytes of one version lie beside them.
    let file = rules.pack.file();
    let id = pack_id(cx.around.workspace, name, &format!("{} {sha256}", file.version));
    if cx.tx.pack().find(id)?.is_some() {
        return Ok(());
    }
    let stored = cx.tx.put_blob(&mut bytes.as_bytes())?;
    while let Some(before) = cx.tx.pack().current(name)? {
        let state = Value::from(PackState::Superseded.as_str());
        cx.tx.pack().set(before.id, &[("state", state)])?;
    }
    let rev = cx.tx.stamp();
    cx.tx.pack().insert(&Pack {
        id,
        rev,
        pack: name.to_owned(),
        version: file.version.clone(),
        date: file.date.to_string(),
        sha256: stored.sha256,
        state: PackState::Current,
    })?;
    Ok(())
}

/// The pack with this SHA-256 from the workspace, if it is kept and can still be read.
pub(crate) fn kept(tx: &ReadTx<'_>, sha256: &str) -> AppResult<Option<&'static Rules>> {
    // Packs are read once for the life of the program, as the shipped ones are; their number is that of the versions
    // somebody ever decided by.
    static READ: OnceLock<Mutex<BTreeMap<String, &'static Rules>>> = OnceLock::new();
    let read = || READ.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rules) = read().get(sha256).copied() {
        return Ok(Some(rules));
    }
    let all = tx.pack().all()?;
    let Some(row) = all.iter().find(|row| row.sha256 == sha256) else { return Ok(None) };
    let name = words_of(&row.pack);
    let mut words = all.iter().filter(|other| other.pack == name && other.version == row.version);
    let text =
        |sha256: &str| -> AppResult<Option<String>> { Ok(String::from_utf8(tx.blob_bytes(sha256)?).ok()) };
    let Some(structure) = text(&row.sha256)? else { return Ok(None) };
    let found = words.find_map(|words| {
        let overlay = text(&words.sha256).ok()??;
        Rules::read(structure.clone().into(), overlay.into()).ok()
    });
    let Some(rules) = found else { return Ok(None) };
    let rules: &'static Rules = Box::leak(Box::new(rules));
    read().insert(sha256.to_owned(), rules);
    Ok(Some(rules))
}
