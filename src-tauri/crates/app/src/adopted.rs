//! Packs that decisions and frozen assessments of a workspace rest on: their bytes stay in the file, so that what was
//! said under them is shown in their words although the program ships other versions.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use cairn_store::ReadTx;
use cairn_store::table::pack::words_of;

use crate::error::AppResult;
use crate::pack::{Rules, ShippedFramework};
use crate::usecase::Writing;

/// Language of the words that are kept beside a pack.
const LANGUAGE: &str = "en";

/// Keeps the bytes of a rule pack and of its words; nothing happens when they are there.
pub(crate) fn adopt(cx: &mut Writing<'_, '_>, rules: &Rules) -> AppResult<()> {
    let file = rules.pack.file();
    let of = (file.id.as_str(), file.version.as_str(), file.date.to_string());
    keep(cx, of, &rules.structure, &rules.overlay)
}

/// Keeps the bytes of a framework and of its words; nothing happens when they are there.
pub(crate) fn adopt_framework(cx: &mut Writing<'_, '_>, shipped: &ShippedFramework) -> AppResult<()> {
    let framework = &shipped.framework;
    let of = (framework.id.as_str(), framework.version.as_str(), framework.date.to_string());
    keep(cx, of, &shipped.structure, &shipped.overlay)
}

fn keep(
    cx: &mut Writing<'_, '_>,
    (id, version, date): (&str, &str, String),
    structure: &str,
    overlay: &str,
) -> AppResult<()> {
    cx.tx.keep_pack(&words_of(id, LANGUAGE), version, &date, overlay)?;
    Ok(cx.tx.keep_pack(id, version, &date, structure)?)
}

/// Packs that were read from workspaces, once for the life of the program, as the shipped ones are. Their number is that
/// of the versions somebody ever decided by.
struct Read<T: 'static>(OnceLock<Mutex<BTreeMap<String, &'static T>>>);

impl<T> Read<T> {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The pack with this hash, made by `parse` from its structure and one of its words unless it was read before.
    fn get(
        &self,
        tx: &ReadTx<'_>,
        sha256: &str,
        parse: impl Fn(String, String) -> Option<T>,
    ) -> AppResult<Option<&'static T>> {
        let read = || self.0.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read().get(sha256).copied() {
            return Ok(Some(known));
        }
        let all = tx.pack().all()?;
        let Some(row) = all.iter().find(|row| row.sha256 == sha256) else { return Ok(None) };
        let text = |sha256: &str| -> AppResult<Option<String>> {
            Ok(String::from_utf8(tx.blob_bytes(sha256)?).ok())
        };
        let Some(structure) = text(&row.sha256)? else { return Ok(None) };
        let mut words = all.iter().filter(|other| other.is_words_of(row));
        let found = words.find_map(|words| parse(structure.clone(), text(&words.sha256).ok()??));
        let Some(pack) = found else { return Ok(None) };
        let pack: &'static T = Box::leak(Box::new(pack));
        read().insert(sha256.to_owned(), pack);
        Ok(Some(pack))
    }
}

/// The rule pack with this SHA-256 from the workspace, if it is kept and can still be read.
pub(crate) fn kept(tx: &ReadTx<'_>, sha256: &str) -> AppResult<Option<&'static Rules>> {
    static READ: Read<Rules> = Read::new();
    READ.get(tx, sha256, |structure, words| Rules::read(structure.into(), words.into()).ok())
}

/// The framework with this SHA-256 from the workspace, if it is kept and can still be read.
pub(crate) fn kept_framework(tx: &ReadTx<'_>, sha256: &str) -> AppResult<Option<&'static ShippedFramework>> {
    static READ: Read<ShippedFramework> = Read::new();
    READ.get(tx, sha256, |structure, words| ShippedFramework::read(structure.into(), words.into()).ok())
}
