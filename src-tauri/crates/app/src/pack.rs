//! The packs shipped with the program: frameworks, crosswalks and rules, embedded at build time and checked once.

use std::borrow::Cow;
use std::sync::OnceLock;

use cairn_domain::crosswalk::Crosswalk;
use cairn_domain::framework::{Framework, PackError as FrameworkError};
use cairn_domain::rules::{PackError, PackText, RulePack};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::error::{AppError, AppResult, Code};

static FRAMEWORKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/frameworks");
static CROSSWALKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/crosswalks");
static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/rules");

/// The standard the product is about.
pub const ISO_42001: &str = "iso42001";
/// The order in which frameworks stand wherever they are listed; others follow by id.
const ORDER: [&str; 8] =
    [ISO_42001, "eu-ai-act", "nist-ai-rmf", "iso27001", "nist-csf-gv", "gdpr", "iso23894", "colorado"];
/// The crosswalk that is shown before anybody chooses one.
const FIRST_CROSSWALK: &str = "iso42001__nist-ai-rmf";
/// The rules systems are classified by.
pub const EU_AI_ACT: &str = "eu-ai-act";

/// A rule pack with its words and the hash of its bytes, which a decision stores.
pub struct Rules {
    /// The checked pack.
    pub pack: RulePack,
    /// Its English words.
    pub text: PackText,
    /// SHA-256 of the pack's bytes, hexadecimal.
    pub sha256: String,
    /// The pack's bytes, which a workspace keeps for its decisions.
    pub structure: Cow<'static, str>,
    /// The bytes of its English words.
    pub overlay: Cow<'static, str>,
}

impl Rules {
    /// Reads a pack and its words.
    ///
    /// # Errors
    /// When one does not pass its checks.
    pub(crate) fn read(structure: Cow<'static, str>, overlay: Cow<'static, str>) -> Result<Self, PackError> {
        let pack = RulePack::parse(&structure)?;
        let text = PackText::parse(&overlay, &pack)?;
        Ok(Self { pack, text, sha256: hash(&structure), structure, overlay })
    }
}

/// A framework and the hash of its bytes.
pub struct ShippedFramework {
    /// The framework with English texts.
    pub framework: Framework,
    /// SHA-256 of the pack's bytes, hexadecimal.
    pub sha256: String,
    /// The pack's bytes, which a workspace keeps for what is frozen.
    pub structure: Cow<'static, str>,
    /// The bytes of its English words.
    pub overlay: Cow<'static, str>,
}

impl ShippedFramework {
    /// Reads a framework and its words.
    ///
    /// # Errors
    /// When one does not pass its checks.
    pub(crate) fn read(
        structure: Cow<'static, str>,
        overlay: Cow<'static, str>,
    ) -> Result<Self, FrameworkError> {
        let framework = Framework::parse(&structure, &overlay)?;
        Ok(Self { framework, sha256: hash(&structure), structure, overlay })
    }
}

/// All packs.
pub struct Library {
    frameworks: Vec<ShippedFramework>,
    crosswalks: Vec<Crosswalk>,
    rules: Vec<Rules>,
}

/// The shipped packs, parsed on first use.
///
/// # Errors
/// [`Code::Internal`] when a shipped pack does not pass its checks; a test holds that none fails.
pub fn library() -> AppResult<&'static Library> {
    static LIBRARY: OnceLock<Result<Library, String>> = OnceLock::new();
    LIBRARY.get_or_init(read).as_ref().map_err(|reason| AppError::internal(reason.clone()))
}

fn read() -> Result<Library, String> {
    let mut frameworks = Vec::new();
    for (name, structure) in structures(&FRAMEWORKS) {
        let read = ShippedFramework::read(structure.into(), overlay(&FRAMEWORKS, &name)?.into());
        frameworks.push(read.map_err(|error| format!("{name}: {error}"))?);
    }
    let mut crosswalks = structures(&CROSSWALKS)
        .map(|(name, text)| Crosswalk::parse(text).map_err(|error| format!("{name}: {error}")))
        .collect::<Result<Vec<_>, _>>()?;
    let mut rules = Vec::new();
    for (name, structure) in structures(&RULES) {
        let read = Rules::read(structure.into(), overlay(&RULES, &name)?.into());
        rules.push(read.map_err(|error| format!("{name}: {error}"))?);
    }
    // The order stays the same wherever frameworks or the crosswalks between them are listed.
    let rank = |id: &str| (ORDER.iter().position(|known| *known == id).unwrap_or(ORDER.len()), id.to_owned());
    frameworks.sort_by_key(|shipped| rank(&shipped.framework.id));
    crosswalks.sort_by_key(|crosswalk| {
        (crosswalk.id != FIRST_CROSSWALK, rank(&crosswalk.from), rank(&crosswalk.to))
    });
    Ok(Library { frameworks, crosswalks, rules })
}

/// Structure files (`name.json`) of a folder; overlays have a language before the ending.
fn structures(dir: &'static Dir<'static>) -> impl Iterator<Item = (String, &'static str)> {
    dir.files().filter_map(|file| {
        let name = file.path().to_str()?.strip_suffix(".json")?;
        if name.contains('.') { None } else { Some((name.to_owned(), file.contents_utf8()?)) }
    })
}

fn overlay(dir: &'static Dir<'static>, name: &str) -> Result<&'static str, String> {
    let file = dir.get_file(format!("{name}.en.json")).ok_or_else(|| format!("{name}: no English words"))?;
    file.contents_utf8().ok_or_else(|| format!("{name}: not UTF-8"))
}

pub(crate) fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

impl Library {
    /// All frameworks in the order of lists, ISO/IEC 42001 first.
    #[must_use]
    pub fn frameworks(&self) -> &[ShippedFramework] {
        &self.frameworks
    }

    /// A framework by its id.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn framework(&self, id: &str) -> AppResult<&ShippedFramework> {
        let found = self.frameworks.iter().find(|shipped| shipped.framework.id.eq_ignore_ascii_case(id));
        found.ok_or_else(|| unknown("error-unknown-framework", id))
    }

    /// All crosswalks.
    #[must_use]
    pub fn crosswalks(&self) -> &[Crosswalk] {
        &self.crosswalks
    }

    /// The crosswalk between two frameworks, in the direction it is stored, if `from` and `to` are its ends in either
    /// order.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn crosswalk(&self, from: &str, to: &str) -> AppResult<&Crosswalk> {
        let ends = |c: &&Crosswalk| (c.from == from && c.to == to) || (c.from == to && c.to == from);
        let name = format!("{from} – {to}");
        self.crosswalks.iter().find(ends).ok_or_else(|| unknown("error-unknown-crosswalk", &name))
    }

    /// All rule packs, by id and then the newest first.
    #[must_use]
    pub fn all_rules(&self) -> Vec<&Rules> {
        let mut all: Vec<&Rules> = self.rules.iter().collect();
        all.sort_by(|a, b| {
            let (a, b) = (a.pack.file(), b.pack.file());
            a.id.cmp(&b.id).then(b.date.cmp(&a.date))
        });
        all
    }

    /// One version of a rule pack; without a version, the newest.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn rules_version(&self, id: &str, version: Option<&str>) -> AppResult<&Rules> {
        let Some(version) = version else { return self.rules(id) };
        let named = |rules: &&Rules| rules.pack.file().id == id && rules.pack.file().version == version;
        self.rules
            .iter()
            .find(named)
            .ok_or_else(|| unknown("error-unknown-rules", &format!("{id}@{version}")))
    }

    /// The newest version of a rule pack.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn rules(&self, id: &str) -> AppResult<&Rules> {
        let versions = self.rules.iter().filter(|rules| rules.pack.file().id == id);
        versions
            .max_by(|a, b| a.pack.file().date.cmp(&b.pack.file().date))
            .ok_or_else(|| unknown("error-unknown-rules", id))
    }
}

fn unknown(key: &str, id: &str) -> AppError {
    AppError { key: key.to_owned(), ..AppError::new(Code::NotFound) }.with("id", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_pack_passes_its_checks() {
        let library = match library() {
            Ok(library) => library,
            Err(error) => panic!("{error:?}"),
        };
        assert_eq!(library.frameworks()[0].framework.id, ISO_42001);
        assert!(library.rules(EU_AI_ACT).is_ok());
        for crosswalk in library.crosswalks() {
            let from = library.framework(&crosswalk.from).unwrap();
            let to = library.framework(&crosswalk.to).unwrap();
            let bound = crosswalk.bind(&from.framework, &to.framework).unwrap();
            // A draft of NIST names clauses below the headings that are known, and its references one clause that
            // does not exist; they stay as printed.
            let expected = match crosswalk.id.as_str() {
                "nist-ai-rmf__iso23894" => 14,
                "nist-csf-gv__iso27001" => 1,
                _ => 0,
            };
            assert_eq!(bound.unresolved().count(), expected, "{}", crosswalk.id);
        }
    }

    #[test]
    fn iso_42001_has_32_sub_clauses_and_38_controls_to_assess() {
        let iso = &library().unwrap().framework(ISO_42001).unwrap().framework;
        let clauses = iso.assessable().filter(|r| !r.id.starts_with("A.")).count();
        let controls = iso.assessable().filter(|r| r.id.starts_with("A.")).count();
        assert_eq!((clauses, controls), (32, 38));
    }
}
