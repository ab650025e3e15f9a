//! The way of one system through the wizard, by the dispatcher.

use serde_json::{Value, json};
use tempfile::TempDir;

use cairn_domain::id::RecordId;
use cairn_domain::role::Permission;

use crate::host::Host;
use crate::pack::{EU_AI_ACT, Rules, library};
use crate::usecase::{Reading, Writing};

/// Answers that make a tool for sorting applications high-risk by its purpose, in the order of the questions.
const RECRUITING: &[(&str, &str)] = &[
    ("subject", "ai-system"),
    ("roles", "provider"),
    ("reach", "eu-market"),
    ("exclusions", "none"),
    ("art-5-1-a", "no"),
    ("art-5-1-b", "no"),
    ("art-5-1-ba", "no"),
    ("art-5-1-bb", "no"),
    ("art-5-1-c", "no"),
    ("art-5-1-d", "no"),
    ("art-5-1-e", "no"),
    ("art-5-1-f", "no"),
    ("art-5-1-g", "no"),
    ("art-5-1-h", "no"),
    ("annex-i-law", "none"),
    ("annex-iii-1", "none"),
    ("annex-iii-2", "none"),
    ("annex-iii-3", "none"),
    ("annex-iii-4", "a"),
    ("annex-iii-5", "none"),
    ("annex-iii-6", "none"),
    ("annex-iii-7", "none"),
    ("annex-iii-8", "none"),
    ("profiling", "yes"),
    ("art-50-1", "no"),
    ("art-50-2", "no"),
    ("art-50-3", "no"),
    ("art-50-4-deepfake", "no"),
    ("art-50-4-text", "no"),
    ("gpai", "no"),
    ("value-chain", "none"),
    ("context", "none"),
    ("market-date", "later"),
];

mod printing;
mod signing;

struct Bench {
    host: Host,
    system: String,
    _folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let (host, folder) = crate::bench::host_with_workspace();
        let created = host.call("system.create", json!({ "name": "Shortlist Assist" })).unwrap();
        let system = created["id"].as_str().unwrap().to_owned();
        Self { host, system, _folder: folder }
    }

    fn call(&self, name: &str, more: Value) -> Value {
        self.try_call(name, more).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    fn try_call(&self, name: &str, more: Value) -> Result<Value, crate::error::WireError> {
        let mut input = more;
        input["system"] = json!(self.system);
        self.host.call(name, input)
    }

    fn answer(&self, question: &str, keys: &[&str]) -> Value {
        self.call("classification.answer", json!({ "question": question, "answer": keys }))
    }

    fn answer_all(&self) -> Value {
        let mut last = Value::Null;
        for (question, key) in RECRUITING {
            let reason =
                json!({ "no-prohibited-practice": "It ranks written applications and does nothing else." });
            let notes = if *question == "art-5-1-h" { reason } else { json!({}) };
            let input = json!({ "question": question, "answer": [key], "notes": notes });
            last = self.call("classification.answer", input);
        }
        last
    }

    fn entries(&self) -> usize {
        let page = self.host.call("trail.list", json!({ "offset": 0, "limit": 500 })).unwrap();
        page["entries"].as_array().unwrap().len()
    }

    fn last_entry(&self) -> String {
        let page = self.host.call("trail.list", json!({ "offset": 0, "limit": 1 })).unwrap();
        page["entries"][0]["what"].as_str().unwrap().to_owned()
    }
}

#[test]
fn a_case_grows_by_one_entry_an_answer_and_tells_what_each_brings() {
    let bench = Bench::new();
    let begun = bench.call("classification.get", json!({}));
    assert_eq!(begun["standing"], "open");
    assert_eq!(begun["result"]["next"], "subject");
    assert_eq!(begun["result"]["worstPossible"]["id"], "prohibited");
    let before = bench.entries();
    let view = bench.answer_all();
    assert_eq!(bench.entries(), before + RECRUITING.len());
    assert_eq!(view["result"]["tier"]["label"], "High-risk");
    assert_eq!(view["result"]["appliesFrom"], "2027-12-02");
    assert_eq!(view["refusals"], json!([]));
    let at = bench.call("classification.get", json!({ "question": "annex-iii-4" }));
    let brought: Vec<&str> = at["brought"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(brought.contains(&"art-9") && brought.contains(&"art-43"), "{brought:?}");
    assert!(!brought.contains(&"art-4"), "AI literacy is due anyway");
    let effect = &at["effect"];
    assert_eq!(effect["answers"], json!(["Recruitment and selection"]));
    assert!(effect["refs"].as_array().unwrap().contains(&json!("Annex III, point 4(a)")), "{effect}");
    let difference = &effect["difference"];
    assert_eq!(
        (&difference["tierBefore"]["id"], &difference["tierAfter"]["id"]),
        (&json!("minimal"), &json!("high"))
    );
    assert_eq!(difference["outcomesRemoved"], json!(["Minimal risk"]));
    let last = bench.last_entry();
    assert!(last.starts_with("Classification of Shortlist Assist, When was it"), "{last}");
    assert!(last.ends_with("Answered: 2 August 2028 or later"), "{last}");
}

#[test]
fn a_signed_decision_stays_and_the_next_one_takes_its_place() {
    let bench = Bench::new();
    bench.answer_all();
    let signed = bench.call("classification.decide", json!({ "reviewOn": "2027-11-23" }));
    assert_eq!(signed["standing"], "decided");
    assert_eq!(signed["record"]["code"], "DEC-001");
    assert_eq!(signed["signed"]["by"]["name"], "Compliance lead");
    assert_eq!(signed["signed"]["reviewOn"], "2027-11-23");
    assert_eq!(bench.last_entry(), "Signed the classification of Shortlist Assist: High-risk");

    let again = bench.call("classification.begin", json!({}));
    assert_eq!(again["version"], 2);
    assert_eq!(again["difference"]["same"], true);
    bench.answer("annex-iii-4", &["none"]);
    let second = bench.call("classification.decide", json!({}));
    assert_eq!(second["result"]["tier"]["id"], "minimal");
    assert_eq!(second["difference"]["tierBefore"]["id"], "high");
    assert_eq!(second["history"].as_array().unwrap().len(), 2);

    let first = bench.call("classification.get", json!({ "decision": signed["record"]["id"] }));
    assert_eq!(first["standing"], "superseded");
    assert_eq!(first["result"], signed["result"], "a decision never changes");
    let list = bench.host.call("classification.list", json!({})).unwrap();
    assert_eq!((list["classified"].as_u64(), list["drafts"].as_u64()), (Some(1), Some(0)));
    assert_eq!(list["items"][0]["tier"], "minimal");
    assert_eq!(list["items"][0]["decision"], "DEC-002");
}

#[test]
fn an_open_or_contradictory_case_cannot_be_signed() {
    let bench = Bench::new();
    let none = bench.try_call("classification.decide", json!({})).unwrap_err();
    assert_eq!(none.message, "There is no draft to decide.");
    bench.answer_all();
    let unsure = bench.answer("profiling", &["unknown"]);
    assert_eq!(unsure["result"]["provisional"], true);
    let open = bench.try_call("classification.decide", json!({})).unwrap_err();
    assert_eq!(open.message, unsure["refusals"][0]["label"].as_str().unwrap());
    assert!(!open.hints.is_empty());

    bench.answer("profiling", &["yes"]);
    bench.answer("art-5-1-f", &["carve-out"]);
    let note = bench.try_call("classification.decide", json!({})).unwrap_err();
    assert!(
        note.message.starts_with("Two answers cannot both be true: Emotion recognition"),
        "{}",
        note.message
    );
    bench.answer("annex-iii-1", &["c"]);
    bench.answer("art-50-3", &["yes"]);
    let note = bench.try_call("classification.decide", json!({})).unwrap_err();
    assert_eq!(note.message, "A written reason is needed: Why the carve-out from point (f) holds.");
    let reason = json!({ "question": "art-5-1-f", "notes": { "carve-out-5-1-f": "Alertness of crane drivers, for safety" } });
    bench.call("classification.answer", reason);
    let past = bench.try_call("classification.decide", json!({ "reviewOn": "2026-11-23" })).unwrap_err();
    assert_eq!(past.fields[0].message, "Choose a day after today.");
    bench.call("classification.decide", json!({}));
}

#[test]
fn what_the_rules_do_not_know_is_refused_and_nothing_is_written() {
    let bench = Bench::new();
    let before = bench.entries();
    for (question, answer) in
        [("no-such", vec!["yes"]), ("subject", vec!["maybe"]), ("subject", vec!["neither", "ai-system"])]
    {
        let input = json!({ "question": question, "answer": answer });
        assert!(bench.try_call("classification.answer", input).is_err());
    }
    let foreign = json!({ "question": "subject", "notes": { "exclusion-reason": "x" } });
    assert!(bench.try_call("classification.answer", foreign).is_err());
    assert_eq!(bench.entries(), before);
}

#[test]
fn a_draft_is_thrown_away_and_undo_brings_it_back() {
    let bench = Bench::new();
    bench.answer("subject", &["ai-system"]);
    let rest = bench.call("classification.reset_draft", json!({}));
    assert_eq!(rest["standing"], "open");
    assert!(bench.try_call("classification.reset_draft", json!({})).is_err());
    let page = bench.host.call("trail.list", json!({ "offset": 0, "limit": 1 })).unwrap();
    bench.host.call("trail.undo", json!({ "n": page["entries"][0]["n"] })).unwrap();
    let back = bench.call("classification.get", json!({}));
    assert_eq!(back["standing"], "draft");
    assert_eq!(back["answers"]["answers"]["subject"], "ai-system");
}

#[test]
fn taking_an_answer_back_opens_the_question_again() {
    let bench = Bench::new();
    bench.answer("subject", &["neither"]);
    let back = bench.answer("subject", &[]);
    assert_eq!(back["answers"]["answers"], json!({}));
    assert_eq!(back["result"]["next"], "subject");
    assert!(bench.last_entry().ends_with("Took the answer back"));
}

#[test]
fn the_outcome_so_far_supposes_that_open_questions_bring_nothing() {
    let bench = Bench::new();
    for (question, key) in &RECRUITING[..18] {
        bench.answer(question, &[*key]);
    }
    let before = bench.call("classification.get", json!({}));
    assert_eq!(before["result"]["tier"], Value::Null);
    let tier = |view: &Value| {
        view["soFar"]["tier"]["id"]
            .as_str()
            .or(view["soFar"]["certainTier"]["id"].as_str())
            .map(str::to_owned)
    };
    assert_eq!(tier(&before).as_deref(), Some("minimal"));
    let after = bench.answer("annex-iii-4", &["a"]);
    assert_eq!(after["result"]["tier"], Value::Null, "the exception is still open");
    assert_eq!(tier(&after).as_deref(), Some("high"));
    assert!(after["brought"].as_array().unwrap().contains(&json!("art-9")));
    let unsure = bench.answer("annex-iii-4", &["unknown"]);
    assert_eq!(tier(&unsure), None, "not knowing is not no");
    assert_eq!(unsure["result"]["worstPossible"]["id"], "high");
}

#[test]
fn an_answer_that_takes_duties_away_or_moves_them_tells_so() {
    let bench = Bench::new();
    bench.answer_all();
    bench.answer("art-6-3-condition", &["d"]);
    bench.answer("significant-risk", &["no"]);
    let gone = bench.answer("profiling", &["no"])["effect"]["difference"].clone();
    assert_eq!(
        (&gone["tierBefore"]["id"], &gone["tierAfter"]["id"]),
        (&json!("high"), &json!("minimal")),
        "{gone}"
    );
    let duties = gone["obligations"].as_array().unwrap();
    assert!(duties.iter().any(|duty| duty["id"] == "art-9" && duty["after"] == Value::Null));
    assert_eq!(gone["outcomesRemoved"], json!(["High-risk through Annex III"]));
    bench.answer("profiling", &["yes"]);
    bench.answer("context", &["public-authority-user"]);
    bench.answer("design-change", &["no"]);
    let moved = bench.answer("market-date", &["before-2026-08-02"])["effect"]["difference"].clone();
    let duties = moved["obligations"].as_array().unwrap();
    let duty = duties.iter().find(|duty| duty["id"] == "art-9").unwrap();
    assert_eq!(duty["before"]["days"][0]["date"], "2027-12-02");
    assert_eq!(duty["after"]["days"][0]["date"], "2030-08-02");
}

/// The rules as somebody decided by them whose program shipped other bytes.
fn older_rules() -> Rules {
    let rules = library().unwrap().rules(EU_AI_ACT).unwrap();
    let version = format!("\"version\": \"{}\"", rules.pack.file().version);
    let older = |text: &str| text.replace(&version, "\"version\": \"0.1.0\"");
    let words = older(&rules.overlay).replace("Recruitment and selection", "Hiring, as it was worded then");
    let words = words.replace("Run a risk management system", "Keep a risk management system");
    Rules::read(older(&rules.structure).into(), words.into()).unwrap()
}

#[test]
fn a_decision_is_shown_in_its_own_words_although_its_rules_are_shipped_no_more() {
    let bench = Bench::new();
    bench.answer_all();
    let signed = bench.call("classification.decide", json!({}));
    let shipped = signed["basis"]["sha256"].as_str().unwrap().to_owned();
    let kept = |sha256: &str| {
        let pack = |cx: &Reading<'_>| Ok(cx.tx.pack().all()?.into_iter().find(|row| row.sha256 == sha256));
        let size = |cx: &Reading<'_>| Ok(cx.tx.blob_size(sha256)?);
        let pack = bench.host.read(Permission::Read, pack).unwrap();
        pack.map(|pack| (pack.pack, bench.host.read(Permission::Read, size).unwrap().unwrap() > 1000))
    };
    assert_eq!(kept(&shipped), Some((EU_AI_ACT.to_owned(), true)), "the bytes are in the file");

    let older = older_rules();
    let system: RecordId = bench.system.parse().unwrap();
    let decided = |cx: &mut Writing<'_, '_>| {
        crate::adopted::adopt(cx, &older)?;
        let row = super::in_force(cx.read(), system, EU_AI_ACT)?.unwrap();
        cx.tx
            .classification()
            .set(row.id, &[("pack_sha256", cairn_store::Value::from(older.sha256.as_str()))])?;
        cx.tell(None, "history-classification-begin", &[("name", "Shortlist Assist".into())]);
        Ok(())
    };
    bench.host.write("classification.decide", Permission::Write, decided).unwrap();
    let view = bench.call("classification.get", json!({ "question": "annex-iii-4" }));
    assert_eq!(view["basis"]["sha256"], json!(older.sha256));
    assert_eq!(view["basis"]["newest"], false);
    let findings = view["result"]["findings"].as_array().unwrap();
    let entry = findings.iter().find(|finding| finding["question"] == "annex-iii-4").unwrap();
    assert_eq!(entry["answers"], json!(["Hiring, as it was worded then"]));
    let list = bench.call("obligation.list", json!({ "offset": 0, "limit": 100 }));
    let duties = list["items"].as_array().unwrap();
    let duty = duties.iter().find(|item| item["duty"]["id"] == "art-9").unwrap();
    assert!(duty["duty"]["label"].as_str().unwrap().starts_with("Keep a risk management system"), "{duty}");
}

/// Pages of the first page by itself, and everything the report of the case says.
fn printed(bench: &Bench) -> (usize, String) {
    let report = printing::report(bench);
    (printing::pages(&printing::first_page(&report), "record.pdf"), format!("{report:?}"))
}

#[test]
fn the_first_page_is_the_record_by_itself() {
    let bench = Bench::new();
    bench.answer_all();
    bench.answer("roles", &["provider", "deployer"]);
    bench.answer("reach", &["eu-market", "eu-place"]);
    bench.answer("annex-iii-1", &["b"]);
    bench.answer("art-50-1", &["yes"]);
    bench.answer("art-50-3", &["yes"]);
    bench.answer("context", &["public-body", "public-authority-user", "workplace", "personal-data"]);
    let note = json!({ "question": "art-5-1-g", "notes": { "no-sensitive-traits": "Age band only" } });
    bench.call("classification.answer", note);
    let purpose = "Sorts applications by fit and shows the reasons to the recruiter. ".repeat(30);
    let values = json!({ "purpose": purpose, "affected_people": purpose, "decisions_influenced": purpose });
    bench.host.call("system.update", json!({ "id": bench.system, "values": values })).unwrap();
    bench.call("classification.decide", json!({ "reviewOn": "2027-11-23" }));
    let (pages, said) = printed(&bench);
    assert_eq!(pages, 1);
    for what in
        ["DEC-001", "Compliance lead", "23 Nov 2027", "Look again", "Confirm with counsel", "was not read"]
    {
        assert!(said.contains(what), "{what}");
    }
    let sha256 = &library().unwrap().rules(EU_AI_ACT).unwrap().sha256;
    assert!(said.contains(sha256.as_str()) && said.contains("Open 35"));
}

#[test]
fn an_unfinished_case_prints_what_is_missing_and_no_verdict() {
    let bench = Bench::new();
    for (question, key) in &RECRUITING[..4] {
        bench.answer(question, &[*key]);
    }
    let (pages, said) = printed(&bench);
    assert_eq!(pages, 1);
    let words = bench.host.words();
    for (key, there) in [
        ("classification-report-missing", true),
        ("classification-report-fact-today", false),
        ("classification-report-no-duties", false),
        ("classification-report-findings", false),
    ] {
        assert_eq!(said.contains(&format!("\"{}\"", words.say(key))), there, "{key}");
    }
    assert!(said.contains("Still possible: ") && said.contains("At worst: Prohibited"), "{said}");
    assert!(said.contains("Legal counsel together with the owner of the system"), "whom to ask");
}

/// Head and outcomes of a tool for sorting applications whose answers are given anew.
fn days_of(bench: &Bench, changed: &[(&str, &[&str])]) -> Value {
    bench.answer_all();
    let mut view = Value::Null;
    for (question, keys) in changed {
        view = bench.answer(question, keys);
    }
    assert_eq!(view["result"]["missing"], json!([]));
    let result = &view["result"];
    let day = |of: &Value| json!([of["appliesFrom"], of["qualifier"]]);
    let outcomes: Vec<Value> = result["outcomes"].as_array().unwrap().iter().map(day).collect();
    json!({ "tier": result["tier"]["id"], "head": day(result), "outcomes": outcomes })
}

#[test]
fn the_head_has_the_first_day_among_the_outcomes_that_give_the_tier() {
    let device = [
        ("annex-i-law", ["annex-i-11"].as_slice()),
        ("annex-i-function", &["itself-product"]),
        ("annex-i-third-party", &["yes"]),
    ];
    assert_eq!(
        days_of(&Bench::new(), &device),
        json!({
            "tier": "high",
            "head": ["2027-12-02", null],
            "outcomes": [["2028-08-02", null], ["2027-12-02", null]],
        })
    );
    let excepted = [
        ("profiling", ["no"].as_slice()),
        ("art-6-3-condition", &["d"]),
        ("significant-risk", &["no"]),
        ("art-50-2", &["yes"]),
        ("market-date", &["before-2026-08-02"]),
    ];
    let marking = "Transitional date for systems on the market before 2 August 2026";
    assert_eq!(
        days_of(&Bench::new(), &excepted),
        json!({
            "tier": "limited",
            "head": ["2026-12-02", marking],
            "outcomes": [["2027-12-02", null], ["2026-12-02", marking]],
        })
    );
    let older = [
        ("art-50-1", ["yes"].as_slice()),
        ("market-date", &["before-2026-08-02"]),
        ("design-change", &["no"]),
    ];
    let limit = "Only after a significant design change on or after this day";
    assert_eq!(
        days_of(&Bench::new(), &older),
        json!({
            "tier": "high",
            "head": ["2027-12-02", limit],
            "outcomes": [["2027-12-02", limit], ["2026-08-02", null], [null, null]],
        })
    );
}
