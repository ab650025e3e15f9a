//! Reading the files of a pack and joining structure and texts.

use std::collections::{BTreeMap, HashMap};

use super::check::{PackError, PackProblem, check_overlay, check_structure};
use super::file::{FrameworkFile, MustEntry, Overlay, RequirementEntry, RequirementText};
use super::{Framework, MustItem, Requirement, folded};

/// The structure, read but not yet checked.
pub(super) fn read_structure(text: &str) -> Result<FrameworkFile, PackError> {
    serde_json::from_str(text).map_err(|error| PackError::unreadable("framework", &error))
}

/// An overlay, read but not yet checked.
pub(super) fn read_overlay(pack: &str, text: &str) -> Result<Overlay, PackError> {
    serde_json::from_str(text).map_err(|error| PackError::unreadable(pack, &error))
}

/// Checks all files and joins them; `translation` wins over `base` wherever it has a text.
pub(super) fn merge(
    file: &FrameworkFile,
    base: &Overlay,
    translation: Option<&Overlay>,
) -> Result<Framework, PackError> {
    let mut problems = check_structure(file);
    check_overlay(file, base, &mut problems);
    problems.extend(missing_in_base(file, base));
    if let Some(translation) = translation {
        check_overlay(file, translation, &mut problems);
    }
    if !problems.is_empty() {
        return Err(PackError { pack: file.id.clone(), problems });
    }
    let mut texts = Texts { base, translation, untranslated: Vec::new() };
    let requirements: Vec<_> = file.requirements.iter().map(|entry| texts.requirement(entry)).collect();
    let owner_roles = texts.owner_roles();
    let by_id: HashMap<_, _> =
        requirements.iter().enumerate().map(|(place, entry)| (folded(&entry.id), place)).collect();
    Ok(Framework {
        id: file.id.clone(),
        version: file.version.clone(),
        date: file.date.clone(),
        title: file.title.clone(),
        sources: file.sources.clone(),
        language: translation.unwrap_or(base).language.clone(),
        owner_roles,
        untranslated: texts.untranslated,
        requirements,
        by_id,
    })
}

/// Every text that the structure calls for and the complete overlay does not have.
fn missing_in_base(file: &FrameworkFile, base: &Overlay) -> Vec<PackProblem> {
    let mut problems = Vec::new();
    let empty = RequirementText::default();
    for entry in &file.requirements {
        let text = base.requirements.get(&entry.id).unwrap_or(&empty);
        let mut missing = |what: String| {
            problems.push(PackProblem::MissingText { place: format!("{}/{what}", entry.id) });
        };
        if entry.assessable && text.summary.is_none() {
            missing("summary".to_owned());
        }
        if entry.documented_information.is_some() && text.documented_information.is_none() {
            missing("documented_information".to_owned());
        }
        for item in entry.must.iter().filter(|item| !text.must.contains_key(&item.key)) {
            missing(format!("must/{}", item.key));
        }
        if let Some(role) = entry.owner_role.as_ref().filter(|role| !base.owner_roles.contains_key(*role)) {
            missing(format!("owner_role/{role}"));
        }
    }
    problems
}

/// The texts of a pack, the translation first.
struct Texts<'a> {
    base: &'a Overlay,
    translation: Option<&'a Overlay>,
    untranslated: Vec<String>,
}

impl Texts<'_> {
    fn requirement(&mut self, entry: &RequirementEntry) -> Requirement {
        let base = self.base.requirements.get(&entry.id);
        let translated = self.translation.and_then(|overlay| overlay.requirements.get(&entry.id));
        let summary = self.text(&entry.id, "summary", base, translated, |text| text.summary.as_ref());
        let documented = self.text(&entry.id, "documented_information", base, translated, |text| {
            text.documented_information.as_ref()
        });
        let must = entry.must.iter().map(|item| self.must_item(&entry.id, item, base, translated)).collect();
        Requirement {
            id: entry.id.clone(),
            title: translated
                .and_then(|text| text.title.clone())
                .or_else(|| base.and_then(|text| text.title.clone()))
                .unwrap_or_else(|| entry.title.clone()),
            parent: entry.parent.clone(),
            kind: entry.kind,
            assessable: entry.assessable,
            documentation: entry.documented_information,
            documented_information: documented,
            blocks_if_missing: entry.blocks_if_missing,
            owner_role: entry.owner_role.clone(),
            summary,
            must,
            evidence: self.evidence(&entry.id, base, translated),
            related: entry.related.clone(),
        }
    }

    fn must_item(
        &mut self,
        id: &str,
        item: &MustEntry,
        base: Option<&RequirementText>,
        translated: Option<&RequirementText>,
    ) -> MustItem {
        let place = format!("must/{}", item.key);
        let text = self.text(id, &place, base, translated, |text| text.must.get(&item.key));
        let (key, reference) = (item.key.clone(), item.reference.clone());
        MustItem { key, basis: item.basis, reference, blocks: item.blocks, text }
    }

    /// The text in the wanted language, else English; an English text used instead is listed.
    fn text(
        &mut self,
        id: &str,
        place: &str,
        base: Option<&RequirementText>,
        translated: Option<&RequirementText>,
        pick: impl Fn(&RequirementText) -> Option<&String>,
    ) -> String {
        if let Some(text) = translated.and_then(&pick) {
            return text.clone();
        }
        let english = base.and_then(&pick).cloned().unwrap_or_default();
        self.note_gap(!english.is_empty(), format!("{id}/{place}"));
        english
    }

    /// Evidence is one text: a translation of half the list would mix languages within it.
    fn evidence(
        &mut self,
        id: &str,
        base: Option<&RequirementText>,
        translated: Option<&RequirementText>,
    ) -> Vec<String> {
        let english = base.map(|text| text.evidence.clone()).unwrap_or_default();
        match translated.filter(|text| !text.evidence.is_empty()) {
            Some(text) => text.evidence.clone(),
            None => {
                self.note_gap(!english.is_empty(), format!("{id}/evidence"));
                english
            }
        }
    }

    fn owner_roles(&mut self) -> BTreeMap<String, String> {
        let mut roles = self.base.owner_roles.clone();
        let Some(translation) = self.translation else { return roles };
        for (key, label) in &mut roles {
            match translation.owner_roles.get(key) {
                Some(text) => label.clone_from(text),
                None => self.untranslated.push(format!("owner_roles/{key}")),
            }
        }
        roles
    }

    fn note_gap(&mut self, has_english: bool, place: String) {
        if has_english && self.translation.is_some() {
            self.untranslated.push(place);
        }
    }
}
