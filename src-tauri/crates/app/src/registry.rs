//! The one list of use cases.

use crate::usecase::{Registration, host_call, job, mutation, query};
use crate::{
    approval, backup, classification, device, discovery, document, export, framework, gap, import, layout,
    member, obligation, organisation, overview, preferences, relation, report, request, requirement, reuse,
    roadmap, rulepack, sample, screening, search, soa, system, trail, view, workspace,
};

/// Every use case, by name.
pub(crate) const ALL: &[Registration] = &[
    mutation::<relation::CreateAction>(),
    job::<report::ExportActions>(),
    query::<relation::ListActions>(),
    mutation::<relation::UpdateAction>(),
    mutation::<approval::Decide>(),
    query::<approval::Get>(),
    query::<approval::List>(),
    mutation::<approval::RecordPaper>(),
    mutation::<approval::Withdraw>(),
    host_call::<backup::Create>(),
    host_call::<backup::List>(),
    host_call::<backup::OpenCopy>(),
    host_call::<backup::ChoosePlace>(),
    mutation::<discovery::Accept>(),
    mutation::<discovery::CreateCandidate>(),
    mutation::<discovery::Dismiss>(),
    query::<discovery::GetCandidate>(),
    job::<discovery::Import>(),
    query::<discovery::ListCandidates>(),
    mutation::<discovery::Merge>(),
    mutation::<discovery::Return>(),
    mutation::<discovery::UpdateCandidate>(),
    mutation::<classification::Answer>(),
    mutation::<classification::Begin>(),
    mutation::<classification::BeginMany>(),
    query::<classification::Compare>(),
    mutation::<classification::Decide>(),
    query::<classification::Get>(),
    query::<classification::List>(),
    query::<classification::Queue>(),
    mutation::<classification::ResetDraft>(),
    query::<classification::Similar>(),
    mutation::<relation::CreateComment>(),
    job::<report::ExportCrosswalk>(),
    host_call::<framework::GetCrosswalk>(),
    host_call::<framework::ListCrosswalks>(),
    host_call::<device::List>(),
    mutation::<device::Rename>(),
    mutation::<device::Revoke>(),
    mutation::<discovery::Answer>(),
    mutation::<discovery::Close>(),
    mutation::<discovery::Delete>(),
    query::<discovery::Get>(),
    query::<discovery::GetSweep>(),
    mutation::<discovery::Reopen>(),
    mutation::<discovery::Start>(),
    mutation::<discovery::Update>(),
    query::<document::Get>(),
    query::<document::List>(),
    mutation::<document::Submit>(),
    job::<relation::AttachEvidence>(),
    job::<report::ExportEvidence>(),
    job::<relation::OpenEvidence>(),
    job::<relation::SaveEvidence>(),
    query::<relation::ListEvidence>(),
    mutation::<relation::ReleaseEvidence>(),
    mutation::<relation::UpdateEvidence>(),
    mutation::<relation::UseEvidence>(),
    host_call::<framework::Get>(),
    host_call::<framework::List>(),
    mutation::<gap::Answer>(),
    query::<gap::Assessments>(),
    query::<gap::Compare>(),
    mutation::<gap::Assess>(),
    mutation::<gap::Assign>(),
    mutation::<gap::Freeze>(),
    query::<gap::Get>(),
    query::<gap::List>(),
    mutation::<gap::Start>(),
    host_call::<import::Mend>(),
    host_call::<import::Map>(),
    job::<import::Open>(),
    host_call::<import::ListProblems>(),
    host_call::<import::ShowRow>(),
    host_call::<import::ListRows>(),
    job::<import::Run>(),
    job::<gap::ImportInterview>(),
    host_call::<preferences::Languages>(),
    mutation::<relation::CreateLink>(),
    mutation::<relation::DeleteLink>(),
    mutation::<member::Create>(),
    query::<member::List>(),
    mutation::<member::Update>(),
    query::<obligation::List>(),
    mutation::<obligation::Touch>(),
    mutation::<obligation::Update>(),
    query::<organisation::Get>(),
    mutation::<organisation::Update>(),
    query::<overview::Get>(),
    host_call::<layout::Get>(),
    host_call::<layout::Set>(),
    host_call::<preferences::GetPreferences>(),
    host_call::<preferences::UpdatePreferences>(),
    query::<relation::GetRecord>(),
    query::<relation::GetRelations>(),
    job::<report::Export>(),
    mutation::<reuse::AssessSource>(),
    mutation::<reuse::Decide>(),
    query::<reuse::Get>(),
    query::<reuse::GetSource>(),
    job::<reuse::Import>(),
    mutation::<request::Create>(),
    mutation::<request::Decide>(),
    mutation::<request::Judge>(),
    query::<request::List>(),
    job::<request::Match>(),
    query::<request::Outlook>(),
    mutation::<request::Propose>(),
    job::<request::Receive>(),
    mutation::<request::Update>(),
    query::<roadmap::Get>(),
    mutation::<roadmap::MoveStep>(),
    host_call::<rulepack::Evaluate>(),
    host_call::<rulepack::Get>(),
    host_call::<rulepack::List>(),
    host_call::<requirement::Find>(),
    host_call::<requirement::Get>(),
    query::<search::Find>(),
    mutation::<soa::Decide>(),
    query::<soa::Get>(),
    query::<soa::List>(),
    mutation::<soa::Touch>(),
    query::<screening::Get>(),
    mutation::<screening::Set>(),
    mutation::<screening::SetThresholds>(),
    mutation::<system::Create>(),
    mutation::<system::Delete>(),
    job::<export::Export>(),
    mutation::<system::DropTransition>(),
    mutation::<system::DropVersion>(),
    query::<system::Choices>(),
    query::<system::GetClass>(),
    mutation::<system::SetParent>(),
    mutation::<system::PutDataSet>(),
    mutation::<system::DropDataSet>(),
    mutation::<discovery::SetAside>(),
    query::<soa::Targets>(),
    mutation::<soa::LinkReason>(),
    query::<system::Fields>(),
    query::<system::Get>(),
    query::<system::GetLife>(),
    query::<system::Like>(),
    query::<system::List>(),
    mutation::<system::Merge>(),
    mutation::<system::Transition>(),
    mutation::<system::Update>(),
    mutation::<system::UpdateMany>(),
    mutation::<system::PutVersion>(),
    job::<trail::CheckFile>(),
    query::<trail::Choices>(),
    job::<trail::Export>(),
    query::<trail::Get>(),
    query::<trail::Last>(),
    query::<trail::List>(),
    query::<trail::Steps>(),
    mutation::<trail::Undo>(),
    job::<trail::Verify>(),
    mutation::<view::Delete>(),
    query::<view::List>(),
    mutation::<view::Save>(),
    host_call::<workspace::Close>(),
    host_call::<workspace::Create>(),
    host_call::<workspace::Forget>(),
    host_call::<workspace::Get>(),
    host_call::<workspace::GetInfo>(),
    host_call::<workspace::List>(),
    host_call::<workspace::Locate>(),
    host_call::<workspace::Offered>(),
    host_call::<workspace::OpenFile>(),
    host_call::<workspace::Protect>(),
    job::<sample::MakeSample>(),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::ALL;

    /// Adds the names of the use cases that the code below a folder makes.
    fn collect(folder: &Path, names: &mut BTreeSet<String>) {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                collect(&path, names);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let lines: Vec<&str> = text.lines().collect();
                for (at, line) in lines.iter().enumerate() {
                    let kinds = ["Query", "Mutation", "HostCall", "Job"];
                    if !kinds.iter().any(|kind| line.starts_with(&format!("impl {kind} for "))) {
                        continue;
                    }
                    let name =
                        lines[at..].iter().find_map(|line| line.split_once("const NAME: &'static str = \""));
                    let name = name.and_then(|(_, name)| name.split('"').next());
                    names.insert(name.unwrap_or(line).to_owned());
                }
            }
        }
    }

    #[test]
    fn every_use_case_is_registered_once() {
        let mut made = BTreeSet::new();
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        collect(&Path::new(&here).join("src"), &mut made);
        let registered: Vec<String> = ALL.iter().map(|case| case.name.to_owned()).collect();
        assert_eq!(registered.iter().cloned().collect::<BTreeSet<_>>(), made);
        assert_eq!(registered.len(), made.len(), "a name is there twice");
    }
}
