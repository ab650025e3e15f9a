//! The pages of a classification: what stands on the first one, and where they break.

use cairn_reports::{Block, Report, Row};

use super::*;

/// The report of the case as it stands.
pub(super) fn report(bench: &Bench) -> Report {
    let view = bench.call("classification.get", json!({}));
    let view: super::super::ClassificationView = serde_json::from_value(view).unwrap();
    let origin = |_: &Reading<'_>, origin: &crate::reports::Origin| Ok(origin.clone());
    let origin = bench.host.with_head(origin).unwrap();
    let items = |cx: &Reading<'_>| crate::obligation::items(cx, Some(view.system.id));
    let items = bench.host.read(Permission::Read, items).unwrap();
    crate::reports::classification::report(&view, &items, &origin, &bench.host.words())
}

/// The first page by itself.
pub(super) fn first_page(report: &Report) -> Report {
    let mut report = report.clone();
    let end = report.body.iter().position(|block| *block == Block::PageBreak);
    report.body.truncate(end.unwrap_or(usize::MAX));
    report
}

/// Pages of a report; `CAIRN_SHOW` names a folder to look at them.
pub(super) fn pages(report: &Report, name: &str) -> usize {
    let rendered = cairn_reports::render(report).unwrap();
    if let Some(folder) = std::env::var_os("CAIRN_SHOW") {
        std::fs::write(std::path::Path::new(&folder).join(name), &rendered.bytes).unwrap();
    }
    rendered.pages
}

/// The provisions of the answers on the first page.
fn provisions(report: &Report, bench: &Bench) -> Vec<String> {
    let words = bench.host.words();
    let title = words.say("classification-report-findings");
    let table = first_page(report).body.into_iter().find_map(|block| match block {
        Block::Table(table) if table.summary == title => Some(table),
        _ => None,
    });
    let cell = |row: Row| match row {
        Row::Cells(cells) => cells.into_iter().next().map(|cell| format!("{:?}", cell.text)),
        Row::Group(_) => None,
    };
    table.unwrap().rows.into_iter().filter_map(cell).collect()
}

const DEVICE: [(&str, &[&str]); 3] = [
    ("annex-i-law", &["annex-i-11"]),
    ("annex-i-function", &["itself-product"]),
    ("annex-i-third-party", &["yes"]),
];

#[test]
fn every_outcome_that_gives_the_tier_has_its_answer_on_the_first_page() {
    let bench = Bench::new();
    bench.answer_all();
    for (question, keys) in DEVICE {
        bench.answer(question, keys);
    }
    bench.answer("annex-iii-4", &["none"]);
    bench.answer("annex-iii-5", &["d"]);
    bench.call("classification.decide", json!({}));
    let report = report(&bench);
    assert!(report.cover.lead.contains("Applies from 2 December 2027"), "{}", report.cover.lead);
    let shown = provisions(&report, &bench);
    let wanted = ["Annex I, Section A, point 11", "Art. 6(1)(b)", "Annex III, point 5(d)"];
    assert_eq!(shown.len(), wanted.len(), "{shown:?}");
    for (shown, wanted) in shown.iter().zip(wanted) {
        assert!(shown.contains(wanted), "{shown} is not {wanted}");
    }
    assert_eq!(pages(&first_page(&report), "both-routes.pdf"), 1);
}

#[test]
fn an_unfinished_draft_keeps_its_signature_on_the_first_page() {
    // However far it has come, and with much said in the register.
    for answered in [1, 4, 9, 14, 15, 23, 27, RECRUITING.len()] {
        let bench = Bench::new();
        let purpose = "Sorts applications by fit and shows the reasons to the recruiter. ".repeat(5);
        let values = json!({ "purpose": purpose, "outputs": purpose, "users": "Recruiters of customers",
                             "affected_people": purpose, "version": "4.2" });
        bench.host.call("system.update", json!({ "id": bench.system, "values": values })).unwrap();
        for (question, key) in &RECRUITING[..answered] {
            let keys: &[&str] = match *question {
                "roles" => &["provider", "deployer"],
                "annex-iii-1" => &["b", "c"],
                _ => &[*key],
            };
            bench.answer(question, keys);
        }
        let report = report(&bench);
        assert!(matches!(first_page(&report).body.last(), Some(Block::SignOff(_))), "{answered}");
        assert_eq!(pages(&first_page(&report), &format!("draft-{answered}.pdf")), 1, "{answered} answered");
        pages(&report, &format!("draft-{answered}-whole.pdf"));
    }
}

#[test]
fn a_very_full_case_has_its_record_on_one_page() {
    let bench = Bench::new();
    bench.answer_all();
    let full: [(&str, &[&str]); 12] = [
        ("roles", &["provider", "deployer", "product-manufacturer", "authorised-representative"]),
        ("reach", &["eu-market", "eu-place", "eu-output"]),
        ("annex-iii-1", &["a", "b", "c"]),
        ("annex-iii-3", &["a", "b", "c", "d"]),
        ("annex-iii-4", &["a", "b"]),
        ("annex-iii-5", &["a", "b", "c", "d"]),
        ("art-50-1", &["yes"]),
        ("art-50-2", &["yes"]),
        ("art-50-3", &["yes"]),
        ("gpai", &["own"]),
        ("gpai-systemic", &["threshold"]),
        ("gpai-market-date", &["before"]),
    ];
    for (question, keys) in DEVICE.into_iter().chain(full) {
        bench.answer(question, keys);
    }
    bench.answer(
        "context",
        &["public-body", "public-authority-user", "workplace", "personal-data", "investigation"],
    );
    let purpose = "Sorts applications by fit and shows the reasons to the recruiter. ".repeat(12);
    let values = json!({ "purpose": purpose, "outputs": purpose, "affected_people": purpose, "model": "Own ranker, version of March" });
    bench.host.call("system.update", json!({ "id": bench.system, "values": values })).unwrap();
    let view = bench.call("classification.get", json!({}));
    for note in view["result"]["requiredNotes"].as_array().unwrap() {
        let notes = json!({ note["id"].as_str().unwrap(): "As counsel explained on 3 March." });
        bench.call("classification.answer", json!({ "question": note["question"], "notes": notes }));
    }
    let draft = report(&bench);
    assert_eq!(pages(&first_page(&draft), "full-draft.pdf"), 1, "draft");
    bench.call("classification.decide", json!({}));
    let report = report(&bench);
    assert_eq!(pages(&first_page(&report), "full.pdf"), 1);
    assert!(pages(&report, "full-whole.pdf") > 3);
}
