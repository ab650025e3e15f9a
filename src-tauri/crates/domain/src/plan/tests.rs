use super::*;

fn brief(stage1: &str) -> Brief {
    Brief {
        today: "2026-11-24".parse().unwrap(),
        stage1: stage1.parse().unwrap(),
        stage2: None,
        shown: BTreeSet::new(),
        said: BTreeMap::new(),
        recorded: BTreeMap::new(),
        moved: BTreeMap::new(),
    }
}

fn of(planned: &[Planned], step: Step) -> Planned {
    planned.iter().find(|each| each.step == step).unwrap().clone()
}

#[test]
fn no_step_begins_before_what_it_builds_on_has_ended() {
    let planned = plan(&brief("2027-09-01"));
    for step in &planned {
        for before in step.step.after() {
            assert!(of(&planned, *before).ends_on < step.starts_on, "{} after {before}", step.step);
        }
        assert!(step.clashes.is_empty());
    }
    assert_eq!(of(&planned, Step::Stage1).starts_on.as_str(), "2027-09-01");
    assert!(planned.iter().all(|step| step.slack >= 0 && !step.late));
}

#[test]
fn impacts_feed_risks_and_the_system_runs_before_stage_2() {
    let planned = plan(&Brief { stage2: Some("2028-01-15".parse().unwrap()), ..brief("2027-09-01") });
    assert!(of(&planned, Step::Impacts).ends_on < of(&planned, Step::Risks).starts_on);
    let operation = of(&planned, Step::Operation);
    assert_eq!(operation.ends_on.as_str(), "2028-01-14");
    assert_eq!(operation.ends_on.days_since(&operation.starts_on) + 1, OPERATION_DAYS);
}

#[test]
fn too_little_time_is_said_and_the_audit_stays() {
    let planned = plan(&brief("2026-12-20"));
    assert_eq!(of(&planned, Step::Stage1).starts_on.as_str(), "2026-12-20");
    let short = planned.iter().map(|step| step.slack).min().unwrap();
    assert!(short < 0);
    assert!(planned.iter().filter(|step| step.critical).all(|step| step.slack == short));
    assert!(of(&planned, Step::KickOff).late);
}

#[test]
fn what_is_done_gives_time_back() {
    let before = plan(&brief("2027-06-01"));
    let shown = [Step::Context, Step::Inventory, Step::Classification].into();
    let after = plan(&Brief { shown, ..brief("2027-06-01") });
    assert!(of(&after, Step::Stage1).slack > of(&before, Step::Stage1).slack);
    assert!(!of(&after, Step::Context).critical && of(&after, Step::Context).done);
}

#[test]
fn a_moved_step_keeps_its_days_and_names_what_it_clashes_with() {
    let moved = Moved { starts_on: Some("2026-12-01".parse().unwrap()), ends_on: None };
    let planned = plan(&Brief { moved: [(Step::Risks, moved)].into(), ..brief("2027-09-01") });
    let risks = of(&planned, Step::Risks);
    assert_eq!((risks.starts_on.as_str(), risks.ends_on.as_str()), ("2026-12-01", "2026-12-21"));
    assert_eq!(risks.clashes, [Step::RiskMethod, Step::Impacts]);
    assert!(risks.moved);
}

#[test]
fn an_audit_day_names_whatever_it_needs_and_lies_behind_it() {
    let moved = |step: Step| {
        let days = Moved { starts_on: Some("2028-02-01".parse().unwrap()), ends_on: None };
        let stage2 = Some("2027-12-01".parse().unwrap());
        plan(&Brief { stage2, moved: [(step, days)].into(), ..brief("2027-09-01") })
    };
    assert!(of(&moved(Step::Review), Step::Stage2).clashes.contains(&Step::Review));
    assert!(!of(&moved(Step::Review), Step::Stage1).clashes.contains(&Step::Review));
    assert!(of(&moved(Step::Treatment), Step::Stage1).clashes.contains(&Step::Treatment));
    assert!(Step::Stage2.needs().contains(&Step::KickOff) && !Step::Stage1.needs().contains(&Step::Audit));
}

#[test]
fn operation_counts_the_days_before_stage_2() {
    let days = |stage2: &str, from: Option<&str>, to: Option<&str>| {
        let day = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        let moved = Moved { starts_on: day(from), ends_on: day(to) };
        let moved = if moved.is_set() { [(Step::Operation, moved)].into() } else { BTreeMap::new() };
        let brief = Brief { stage2: Some(stage2.parse().unwrap()), moved, ..brief("2027-01-05") };
        brief.operation_days(&plan(&brief))
    };
    assert_eq!(days("2027-09-20", None, None), Some(OPERATION_DAYS));
    assert_eq!(days("2027-01-13", None, None), Some(50), "from today");
    assert_eq!(
        days("2027-01-13", Some("2026-10-15"), None),
        Some(75),
        "it ran before today, and 75 days in all"
    );
    assert_eq!(days("2027-09-20", Some("2027-09-01"), Some("2027-12-01")), Some(19), "not after the audit");
    assert_eq!(days("2027-09-20", Some("2027-10-01"), None), Some(0));
}

#[test]
fn every_step_stands_behind_what_it_builds_on() {
    for (place, step) in Step::ALL.iter().enumerate() {
        assert!(step.after().iter().all(|before| Step::ALL[..place].contains(before)), "{step}");
    }
}

#[test]
fn the_order_is_that_of_an_engagement() {
    let planned = plan(&brief("2027-09-01"));
    let order = [
        Step::KickOff,
        Step::Context,
        Step::Inventory,
        Step::Classification,
        Step::Gap,
        Step::Policy,
        Step::RiskMethod,
        Step::Impacts,
        Step::Risks,
        Step::Treatment,
        Step::Controls,
        Step::Kpis,
        Step::Audit,
        Step::Review,
        Step::Correction,
        Step::AuditPackage,
        Step::Stage2,
    ];
    for pair in order.windows(2) {
        assert!(of(&planned, pair[0]).ends_on < of(&planned, pair[1]).starts_on, "{} {}", pair[0], pair[1]);
    }
    assert!(!Step::Stage1.after().contains(&Step::Audit), "stage 1 needs the audit planned, not held");
}

/// Everything up to the documents is there, stage 1 was held a week ago, the system has run for a while.
fn after_stage_1() -> Brief {
    let shown = Step::ALL.iter().copied().take_while(|step| *step != Step::Operation).collect();
    Brief {
        stage2: Some("2027-01-10".parse().unwrap()),
        shown,
        said: [(Step::Stage1, "2026-11-17".parse().unwrap())].into(),
        ..brief("2026-11-16")
    }
}

#[test]
fn stage_1_was_held_and_is_not_late_any_more() {
    let not_said = plan(&Brief { said: BTreeMap::new(), ..after_stage_1() });
    assert!(of(&not_said, Step::Stage1).late && of(&not_said, Step::Package).late);
    let planned = plan(&after_stage_1());
    let stage1 = of(&planned, Step::Stage1);
    assert!(stage1.done && !stage1.late && !stage1.critical);
    assert_eq!((stage1.starts_on.as_str(), stage1.ends_on.as_str()), ("2026-11-17", "2026-11-17"));
    assert!(of(&planned, Step::Package).done, "whoever held stage 1 had documents");
    let after = Brief { stage2: None, ..after_stage_1() };
    assert_eq!(after.stage2_day().days_since(&"2026-11-17".parse().unwrap()), STAGE2_AFTER);
}

#[test]
fn a_system_that_runs_counts_the_days_it_has_run() {
    let began = |day: &str| {
        let since = Moved { starts_on: Some(day.parse().unwrap()), ends_on: None };
        plan(&Brief { moved: [(Step::Operation, since)].into(), ..after_stage_1() })
    };
    // 47 days are left before stage 2: too few for 75 from today, enough when 40 have passed.
    assert_eq!(of(&plan(&after_stage_1()), Step::Operation).slack, 46 - (OPERATION_DAYS - 1));
    let running = of(&began("2026-10-15"), Step::Operation);
    assert!(running.begun && !running.done);
    assert_eq!(running.slack, 46 - (OPERATION_DAYS - 1 - 40));
    let ran = of(&began("2026-09-10"), Step::Operation);
    assert!(ran.done && !ran.late, "75 days have passed since it began");
}

#[test]
fn moved_days_take_slack_from_the_steps_after_and_before() {
    let before = plan(&brief("2027-09-01"));
    let slack = |planned: &[Planned], step| of(planned, step).slack;
    let later = Moved { starts_on: Some("2027-07-01".parse().unwrap()), ends_on: None };
    let moved = plan(&Brief { moved: [(Step::Impacts, later)].into(), ..brief("2027-09-01") });
    assert!(slack(&moved, Step::Risks) < slack(&before, Step::Risks));
    assert!(of(&moved, Step::Impacts).critical && !of(&moved, Step::Context).critical);
    let longer = Moved {
        starts_on: Some("2027-03-01".parse().unwrap()),
        ends_on: Some("2027-04-30".parse().unwrap()),
    };
    let moved = plan(&Brief { moved: [(Step::Impacts, longer)].into(), ..brief("2027-09-01") });
    let lost = slack(&before, Step::Context) - slack(&moved, Step::Context);
    assert_eq!(lost, 61 - Step::Impacts.days(), "a longer step leaves less time before it");
}

#[test]
fn what_is_done_stands_on_the_day_of_its_record_or_on_none() {
    let shown = [Step::Context, Step::Inventory].into();
    let recorded = [(Step::Context, "2026-09-30".parse().unwrap())].into();
    let planned = plan(&Brief { shown, recorded, ..brief("2027-01-20") });
    let context = of(&planned, Step::Context);
    assert!(context.done && context.dated);
    assert_eq!((context.starts_on.as_str(), context.ends_on.as_str()), ("2026-09-30", "2026-09-30"));
    let inventory = of(&planned, Step::Inventory);
    assert!(inventory.done && !inventory.dated, "no record has its day");
    assert_eq!(inventory.slack, 0);
    assert!(of(&planned, Step::KickOff).done, "whoever has a scope has begun");
    assert!(planned.iter().filter(|step| !step.done).all(|step| step.dated));
}

#[test]
fn steps_before_a_moved_one_make_room_for_it_where_they_can() {
    let earlier = Moved { starts_on: Some("2027-04-01".parse().unwrap()), ends_on: None };
    let planned = plan(&Brief { moved: [(Step::Impacts, earlier)].into(), ..brief("2027-09-01") });
    assert!(of(&planned, Step::RiskMethod).ends_on.as_str() < "2027-04-01");
    assert!(planned.iter().all(|step| step.clashes.is_empty()));
    let begun = Moved { starts_on: Some("2026-11-10".parse().unwrap()), ends_on: None };
    let planned = plan(&Brief { moved: [(Step::Policy, begun)].into(), ..brief("2027-09-01") });
    let (gap, policy) = (of(&planned, Step::Gap), of(&planned, Step::Policy));
    assert!(policy.begun && policy.clashes.is_empty());
    assert!(gap.slack <= of(&planned, Step::RiskMethod).slack, "it has to end before what has begun does");
}

#[test]
fn what_others_wait_for_holds_them_up_once_its_turn_has_come() {
    let done = |steps: &[Step]| steps.iter().copied().collect::<BTreeSet<_>>();
    assert!(Step::Context.holds_up(&done(&[])), "the inventory waits for the scope");
    assert!(!Step::Gap.holds_up(&done(&[])), "it waits itself");
    let so_far = done(&[Step::Context, Step::Inventory, Step::Classification]);
    assert!(Step::Gap.holds_up(&so_far), "the policy follows from it");
    assert!(!Step::Context.holds_up(&so_far), "it is done");
    assert!(!Step::AuditPackage.holds_up(&done(&[Step::Correction])), "only an audit day waits for it");
}
