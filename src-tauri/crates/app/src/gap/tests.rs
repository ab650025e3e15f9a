//! Assessments across two versions of the standard's pack.

use cairn_domain::id::RecordId;
use cairn_domain::role::Permission;
use cairn_store::Value as Stored;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::host::Host;
use crate::pack::{ISO_42001, ShippedFramework, library};
use crate::usecase::Writing;

struct Bench {
    host: Host,
    _folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let (host, folder) = crate::bench::host_with_workspace();
        Self { host, _folder: folder }
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.host.call(name, input).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Answers requirement items of a line with a record.
    fn answer(&self, line: &str, items: &[&str]) {
        for item in items {
            let input =
                json!({"requirement": line, "item": item, "answer": "yes", "recordSeen": "AI policy 2.0"});
            self.call("gap.answer", input);
        }
    }

    /// The report of the latest assessment, or of another one, as it would be laid out.
    fn printed(&self, assessment: Option<RecordId>) -> String {
        let day = "2026-11-23".parse().unwrap();
        let read = |cx: &crate::usecase::Reading<'_>, origin: &crate::reports::Origin| {
            Ok((crate::report::collect::assessment(cx, assessment, &day)?, origin.clone()))
        };
        let (assessment, origin) = self.host.with_head(read).unwrap();
        let (issue, words) = (crate::reports::Issue::default(), self.host.words());
        format!("{:?}", crate::reports::gap::report(&assessment, None, &issue, &origin, &words))
    }

    fn grade(
        &self,
        line: &str,
        (conformity, grade): (&str, Option<&str>),
        note: &str,
    ) -> Result<Value, crate::error::WireError> {
        let input = json!({
            "requirement": line, "conformity": conformity, "maturity": null, "statement": "Nothing is planned.",
            "grade": grade, "confidence": null, "note": note, "notNeededFact": "", "owner": null, "pass": "deep",
        });
        self.host.call("gap.assess", input)
    }

    fn try_assess(
        &self,
        line: &str,
        conformity: &str,
        statement: &str,
    ) -> Result<Value, crate::error::WireError> {
        let input = json!({
            "requirement": line, "conformity": conformity, "maturity": null, "statement": statement, "grade": null,
            "confidence": null, "note": "", "notNeededFact": "", "owner": null, "pass": "deep",
        });
        self.host.call("gap.assess", input)
    }

    /// Makes a frozen assessment one that was frozen by a program with another pack.
    fn frozen_under(&self, assessment: &Value, pack: &ShippedFramework) {
        let id: RecordId = assessment.as_str().unwrap().parse().unwrap();
        let freeze = |cx: &mut Writing<'_, '_>| {
            crate::adopted::adopt_framework(cx, pack)?;
            let version = Stored::from(pack.framework.version.as_str());
            let columns = [("pack_sha256", Stored::from(pack.sha256.as_str())), ("pack_version", version)];
            cx.tx.gap_assessment().set(id, &columns)?;
            cx.tell(None, "history-gap-freeze", &[("name", "Baseline".into())]);
            Ok(())
        };
        self.host.write("gap.freeze", Permission::Write, freeze).unwrap();
    }
}

/// The standard's pack of an older program: 5.2 had two demands less, and worded the first differently.
fn older() -> ShippedFramework {
    let today = library().unwrap().framework(ISO_42001).unwrap();
    let mut structure: Value = serde_json::from_str(&today.structure).unwrap();
    let mut words: Value = serde_json::from_str(&today.overlay).unwrap();
    for file in [&mut structure, &mut words] {
        file["version"] = json!("0.9.0");
    }
    let lines = structure["requirements"].as_array_mut().unwrap();
    let policy = lines.iter_mut().find(|line| line["id"] == "5.2").unwrap();
    policy["must"].as_array_mut().unwrap().retain(|item| item["key"] != "h" && item["key"] != "i");
    let texts = words["requirements"]["5.2"]["must"].as_object_mut().unwrap();
    texts.retain(|key, _| key != "h" && key != "i");
    texts.insert("a".to_owned(), json!("There is a policy, as it was asked then"));
    ShippedFramework::read(structure.to_string().into(), words.to_string().into()).unwrap()
}

/// Items of 5.2 in the older pack.
const OLDER: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

/// A baseline frozen under the older pack, in which 5.2 was shown by records.
fn baseline(bench: &Bench) -> Value {
    bench.answer("5.2", &[&OLDER[..], &["h", "i"]].concat());
    bench.try_assess("5.2", "shown-by-records", "").unwrap();
    // Under the older pack nobody was asked the last two.
    let take_back = |cx: &mut Writing<'_, '_>| {
        for answer in cx.tx.gap_answer().all()? {
            if !OLDER.contains(&answer.item.as_str()) {
                cx.tx.gap_answer().delete(answer.id)?;
            }
        }
        cx.tell(None, "history-gap-answer", &[("id", "5.2".into()), ("title", "AI policy".into())]);
        Ok(())
    };
    bench.host.write("gap.answer", Permission::Write, take_back).unwrap();
    let baseline = bench.call("gap.freeze", json!({}));
    bench.frozen_under(&baseline, &older());
    baseline
}

fn line<'a>(view: &'a Value, id: &str) -> &'a Value {
    let mut lines = view.as_array().unwrap().iter();
    lines.find(|line| line["requirement"] == id).unwrap()
}

#[test]
fn a_frozen_assessment_keeps_the_demands_it_was_held_against() {
    let bench = Bench::new();
    let baseline = baseline(&bench);
    let then = bench.call("gap.get", json!({"requirement": "5.2", "assessment": baseline}));
    let must = then["requirement"]["must"].as_array().unwrap();
    assert_eq!((must.len(), &must[0]["text"]), (7, &json!("There is a policy, as it was asked then")));
    assert_eq!((&then["item"]["met"], &then["item"]["items"]), (&json!(7), &json!(7)));
    assert_eq!(then["item"]["lookAgain"], false, "it was whole when it was frozen");
    let whole = bench.call("gap.list", json!({"assessment": baseline}));
    assert_eq!(line(&whole["items"], "5.2")["items"], 7);

    bench.call("gap.start", json!({"name": "Again", "kind": "reassessment", "from": baseline}));
    let now = bench.call("gap.get", json!({"requirement": "5.2"}));
    assert_eq!((now["requirement"]["must"].as_array().unwrap().len(), &now["item"]["items"]), (9, &json!(9)));
    let found = bench.call("gap.compare", json!({}));
    let policy = line(&found["lines"], "5.2");
    assert_eq!(
        (&policy["before"]["items"], &policy["after"]["items"], &policy["after"]["met"]),
        (&json!(7), &json!(9), &json!(7))
    );
    assert_eq!(policy["change"], "other", "the same conformity against more demands");
    assert_eq!(line(&found["lines"], "5.1")["change"], "same");
    assert_eq!(found["lines"].as_array().unwrap().len(), 70);
}

#[test]
fn freezing_keeps_the_pack_of_the_day_in_the_file() {
    let bench = Bench::new();
    bench.try_assess("5.1", "partly", "").unwrap();
    let baseline: RecordId = serde_json::from_value(bench.call("gap.freeze", json!({}))).unwrap();
    let today = library().unwrap().framework(ISO_42001).unwrap();
    let read = |cx: &crate::usecase::Reading<'_>| {
        let kept = crate::adopted::kept_framework(cx.tx, &today.sha256)?;
        Ok((cx.tx.gap_assessment().get(baseline)?, kept.map(|kept| kept.framework.version.clone())))
    };
    let (assessment, kept) = bench.host.read(Permission::Read, read).unwrap();
    assert_eq!(
        (assessment.pack_sha256, assessment.pack_version),
        (today.sha256.clone(), today.framework.version.clone())
    );
    assert_eq!(kept, Some(today.framework.version.clone()));
}

#[test]
fn the_next_assessment_keeps_the_pack_for_one_that_an_older_program_froze() {
    let bench = Bench::new();
    bench.try_assess("5.1", "partly", "").unwrap();
    let baseline = bench.call("gap.freeze", json!({}));
    let forget = |cx: &mut Writing<'_, '_>| {
        for pack in cx.tx.pack().all()? {
            cx.tx.pack().delete(pack.id)?;
        }
        cx.tell(None, "history-gap-freeze", &[("name", "Baseline".into())]);
        Ok(())
    };
    bench.host.write("gap.freeze", Permission::Write, forget).unwrap();
    bench.call("gap.start", json!({"name": "Again", "kind": "reassessment", "from": baseline}));
    let kept = bench.host.read(Permission::Read, |cx| Ok(cx.tx.pack().all()?.len())).unwrap();
    assert_eq!(kept, 2, "the pack and its words");
}

#[test]
fn a_conformity_that_newer_demands_open_again_is_shown_and_stays_until_somebody_looks() {
    let bench = Bench::new();
    let baseline = baseline(&bench);
    bench.call("gap.start", json!({"name": "Again", "kind": "reassessment", "from": baseline}));
    let get = || bench.call("gap.get", json!({"requirement": "5.2"}));
    let stands = |detail: &Value, again: bool| {
        let item = &detail["item"];
        assert_eq!((&item["conformity"], &item["lookAgain"]), (&json!("shown-by-records"), &json!(again)));
    };
    stands(&get(), true);
    let list = bench.call("gap.list", json!({}));
    let again: Vec<&Value> =
        list["items"].as_array().unwrap().iter().filter(|item| item["lookAgain"] == true).collect();
    assert_eq!(again.iter().map(|item| &item["requirement"]).collect::<Vec<_>>(), ["5.2"]);
    let shown = get();
    let three = &shown["choices"].as_array().unwrap()[3];
    assert_eq!(three["refused"].as_array().unwrap().len(), 2, "both new demands are named: {three:#}");
    // Other things said of the line do not wait for the new demands, and one answer does not take the conformity away.
    let said = bench.try_assess("5.2", "shown-by-records", "Two demands are new").unwrap();
    stands(&said, true);
    bench.answer("5.2", &["h"]);
    stands(&get(), true);
    bench.answer("5.2", &["i"]);
    stands(&get(), false);
    // Taken back, it is given anew only when every demand is met, as ever.
    let clear = json!({"requirement": "5.2", "item": "i", "answer": null, "recordSeen": null});
    assert_eq!(bench.call("gap.answer", clear)["item"]["conformity"], "on-paper");
    assert!(bench.try_assess("5.2", "shown-by-records", "").is_err());
}

#[test]
fn the_report_names_lines_that_need_another_look() {
    let bench = Bench::new();
    let baseline = baseline(&bench);
    bench.call("gap.start", json!({"name": "Again", "kind": "reassessment", "from": baseline}));
    let now = bench.printed(None);
    assert!(now.contains("One line needs another look: 5.2"), "{now}");
    let then = bench.printed(Some(serde_json::from_value(baseline).unwrap()));
    assert!(!then.contains("another look"), "{then}");
}

#[test]
fn what_stage_one_counts_stays_as_it_was_frozen() {
    let bench = Bench::new();
    bench.try_assess("9.2.1", "not-addressed", "").unwrap();
    bench.try_assess("9.3.1", "not-addressed", "").unwrap();
    let act = |line: &str, due: &str| {
        let source = bench.call("gap.get", json!({"requirement": line}))["record"].clone();
        let input = json!({"source": source, "title": format!("Plan {line}"), "owner": null, "due": due});
        bench.call("action.create", input)
    };
    let audit = act("9.2.1", "2027-03-01");
    let baseline = bench.call("gap.freeze", json!({}));
    let unplanned = |view: &Value| -> Vec<String> {
        let lines = view["items"].as_array().unwrap().iter();
        let lines = lines.filter(|line| line["stageOne"].as_array().unwrap().contains(&json!("not-planned")));
        lines.map(|line| line["requirement"].as_str().unwrap().to_owned()).collect()
    };
    let seen = || {
        let view = bench.call("gap.list", json!({"assessment": baseline}));
        (unplanned(&view), line(&view["items"], "9.2.1")["nextDue"].clone())
    };
    let then = (vec!["9.3.1".to_owned()], json!("2027-03-01"));
    assert_eq!(seen(), then);
    bench.call(
        "action.update",
        json!({
            "id": audit, "title": "Plan 9.2.1", "status": "dropped", "owner": null, "due": "2027-03-01",
            "dropReason": "No auditor", "effectiveness": null,
        }),
    );
    act("9.3.1", "2027-04-01");
    assert_eq!(seen(), then, "actions of today are not those of that day");
    bench.call("gap.start", json!({"name": "Again", "kind": "reassessment", "from": baseline}));
    let now = bench.call("gap.list", json!({}));
    assert_eq!(unplanned(&now), ["9.2.1"], "now the review is planned and the audit is not");
    assert_eq!(line(&now["items"], "9.3.1")["nextDue"], "2027-04-01");
}

#[test]
fn a_grade_milder_than_the_forecast_needs_a_reason() {
    let bench = Bench::new();
    for mark in ["x", ".", "none"] {
        assert!(bench.grade("9.2.1", ("not-addressed", Some("polish")), mark).is_err(), "{mark}");
    }
    let refused = bench.grade("9.2.1", ("not-addressed", Some("polish")), " ").unwrap_err();
    assert_eq!(refused.fields[0].path, "note", "{refused:?}");
    assert!(refused.fields[0].message.contains("milder"), "{refused:?}");
    // As grave or graver needs none, nor does the forecast itself.
    bench.grade("9.2.1", ("not-addressed", Some("blocks-certification")), "").unwrap();
    bench.grade("9.2.1", ("partly", Some("blocks-certification")), "").unwrap();
    bench.grade("9.2.1", ("not-addressed", None), "").unwrap();
    assert!(!bench.printed(None).contains("graded"));
    let why = "The group auditor audits us in March.";
    let graded = bench.grade("9.2.1", ("not-addressed", Some("polish")), why).unwrap();
    assert_eq!(
        (&graded["item"]["grade"], &graded["item"]["forecast"]),
        (&json!("polish"), &json!("blocks-certification"))
    );
    assert!(
        bench.grade("9.2.1", ("not-addressed", Some("polish")), "").is_err(),
        "the reason cannot go away alone"
    );
    assert!(bench.grade("9.2.1", ("not-addressed", Some("weakens")), why).is_ok());
    let graded = bench.grade("9.2.1", ("not-addressed", Some("polish")), why).unwrap();
    assert_eq!(graded["item"]["grade"], "polish");

    // The line still counts as one that is forecast to block, and the report says who graded it otherwise and why.
    let view = bench.call("gap.list", json!({}));
    assert_eq!(view["blocking"], 1);
    let group = view["groups"].as_array().unwrap().iter().find(|group| group["id"] == "9").unwrap();
    assert_eq!(group["grades"], json!({"blocks": 1, "weakens": 0, "polish": 0}));
    let printed = bench.printed(None);
    for part in [
        "One gap is forecast to block certification.",
        "Forecast: Blocks certification; graded Polish by Compliance lead, because: The group auditor audits us in March.",
        "graded milder than our forecast: 9.2.1",
    ] {
        assert!(printed.contains(part), "{part}: {printed}");
    }
    let plan = bench.call("roadmap.get", json!({}));
    assert_eq!(plan["blockers"], 1, "{plan}");
}

#[test]
fn an_answer_that_worsens_the_forecast_later_bars_no_other_change_and_is_printed_as_unexplained() {
    let bench = Bench::new();
    bench.grade("9.2.1", ("partly", Some("weakens")), "").unwrap();
    let no = json!({"requirement": "9.2.1", "item": "a", "answer": "no", "recordSeen": null});
    let after = bench.call("gap.answer", no);
    assert_eq!(after["forecast"], "blocks-certification", "{after}");
    bench.grade("9.2.1", ("partly", Some("weakens")), "").unwrap();
    assert!(bench.printed(None).contains("graded Weakens by Compliance lead, without a reason"));
}

#[test]
fn a_mark_is_no_fact_by_which_a_control_is_not_needed() {
    let bench = Bench::new();
    let assess = |fact: &str| {
        let input = json!({
            "requirement": "A.10.3", "conformity": null, "maturity": null, "statement": "", "grade": null,
            "confidence": null, "note": "", "notNeededFact": fact, "owner": null, "pass": "quick",
        });
        bench.host.call("gap.assess", input)
    };
    for mark in ["n/a", "x", "No", "Not sure"] {
        let refused = assess(mark).unwrap_err();
        assert_eq!(refused.fields[0].path, "notNeededFact", "{mark}: {refused:?}");
    }
    assess("No suppliers take part.").unwrap();
    assess("").unwrap();
}

#[test]
fn the_interview_note_is_printed() {
    let bench = Bench::new();
    bench.grade("5.2", ("not-addressed", None), "Draft lies with the board").unwrap();
    assert!(bench.printed(None).contains("Interview note: Draft lies with the board"));
}
