//! What the reports say, read from the open workspace.

use std::collections::BTreeMap;

use cairn_domain::framework::{Framework, MustItem, RequirementKind};
use cairn_domain::id::RecordId;
use cairn_domain::requirement::RequirementRef;
use cairn_domain::soa::Counts;
use cairn_domain::state::{AssessmentState, ClassificationState, Pass};
use cairn_domain::system::SystemScope;
use cairn_domain::time::Date;

use crate::error::AppResult;
use crate::gap::{GapChange, LineState};
use crate::import::state_of;
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::reports::gap::Demand;
use crate::reports::gap_change::{ChangedLine, Since};
use crate::reports::{self, RowState};
use crate::system::{SystemClass, SystemStatement, classes};
use crate::usecase::Reading;
use cairn_store::table::classification::Classification;
use cairn_store::table::data_set::DataSet;
use cairn_store::table::gap_answer::GapAnswer;
use cairn_store::table::gap_assessment::GapAssessment;
use cairn_store::table::gap_line::gap_line_id;
use cairn_store::table::soa_row::soa_row_id;

/// The Statement of Applicability as it stands.
pub(crate) fn statement(cx: &Reading<'_>) -> AppResult<reports::soa::Statement> {
    let iso = &library()?.framework(ISO_42001)?.framework;
    let organisation = cx.tx.organisation().the()?;
    let rows = crate::soa::assemble(cx.tx, iso)?;
    let counts = Counts::of(rows.iter().map(|row| (&row.row, row.checks.as_slice())));
    let mut lines = Vec::new();
    for row in rows {
        let Some(requirement) = iso.get(&row.row.control) else { continue };
        let area = crate::soa::area_of(iso, requirement);
        let mut evidence = Vec::new();
        if let Some(record) = row.record {
            for piece in cx.tx.evidence().of(record)? {
                evidence.extend(cx.tx.record().get(piece.id)?.code);
            }
        }
        let state = match row.record {
            Some(id) => {
                let (stored, record) = (cx.tx.soa_row().get(id)?, cx.tx.record().get(id)?);
                RowState { id: id.to_string(), rev: state_of(stored.rev, record.rev) }
            }
            None => {
                let reference = RequirementRef::new(ISO_42001, &row.row.control);
                RowState { id: soa_row_id(cx.around.workspace, &reference).to_string(), rev: String::new() }
            }
        };
        lines.push(reports::soa::Line {
            state,
            row: row.row,
            title: requirement.title.clone(),
            area: area.id,
            area_title: area.title,
            owner: row.owner.map(|owner| owner.name),
            evidence,
            rests_on: row.links.into_iter().map(|link| (link.reason, link.label)).collect(),
        });
    }
    Ok(reports::soa::Statement {
        scope: organisation.scope_statement.unwrap_or_default(),
        treatment_approved: crate::soa::TREATMENT_APPROVED,
        standard: iso.title.clone(),
        lines,
        counts,
    })
}

/// An assessment: the latest one, or the one that is asked for.
pub(crate) fn assessment(
    cx: &Reading<'_>,
    wanted: Option<RecordId>,
    day: &Date,
) -> AppResult<reports::gap::Assessment> {
    let organisation = cx.tx.organisation().the()?;
    let chosen = crate::gap::chosen(cx.tx, wanted)?;
    let iso = &crate::gap::pack_of(cx.tx, chosen.as_ref())?.framework;
    let states = crate::gap::lines_of(cx.tx, chosen.as_ref())?;
    let stages = crate::gap::Stages::of(&states);
    let names = Names::read(cx.tx)?;
    let mut reused = match &chosen {
        Some(assessment) => crate::reuse::accepted(cx.tx, assessment.id)?,
        None => Vec::new(),
    };
    let mut lines = Vec::new();
    for state in states {
        let row = row_state(cx, &state, chosen.as_ref().map(|assessment| assessment.id))?;
        let demands = demands(iso, &state);
        let of_line = |one: &mut crate::reuse::Reused| one.line == state.item.requirement;
        let accepted = reused.extract_if(.., of_line).collect();
        let above = above(iso, &state.item.requirement);
        let line = gap_line(cx, state, &names)?;
        lines.push(reports::gap::Line { above, state: row, demands, reused: accepted, ..line });
    }
    let since = chosen.as_ref().map(|chosen| since(cx, chosen)).transpose()?.flatten();
    let frozen_on = chosen.as_ref().and_then(|found| found.frozen_on.clone());
    let frozen = chosen.as_ref().is_some_and(|found| found.state == AssessmentState::Frozen);
    Ok(reports::gap::Assessment {
        name: chosen.map_or_else(|| cx.around.words.say("gap-baseline"), |found| found.name),
        frozen,
        date: frozen_on.unwrap_or_else(|| day.clone()).to_string(),
        scope: organisation.scope_statement.unwrap_or_default(),
        standard: iso.title.clone(),
        lines,
        since,
        stages,
    })
}

/// Which row of the workspace a line is, also one that the first answer will make.
fn row_state(cx: &Reading<'_>, state: &LineState, assessment: Option<RecordId>) -> AppResult<RowState> {
    Ok(match (&state.line, assessment) {
        (Some(line), _) => {
            let record = cx.tx.record().get(line.id)?;
            RowState { id: line.id.to_string(), rev: state_of(line.rev, record.rev) }
        }
        (None, Some(assessment)) => {
            let reference = RequirementRef::new(ISO_42001, &state.item.requirement);
            let id = gap_line_id(cx.around.workspace, assessment, &reference);
            RowState { id: id.to_string(), rev: String::new() }
        }
        (None, None) => RowState::default(),
    })
}

/// Title of the sub-clause above a line such as 9.2.1, whose own title is often only "General".
fn above(iso: &Framework, id: &str) -> Option<String> {
    iso.get(id).filter(|line| line.kind == RequirementKind::Clause)?;
    let above = iso.ancestors(id);
    let parent = above.last().filter(|parent| parent.parent.is_some())?;
    Some(parent.title.clone())
}

fn gap_line(cx: &Reading<'_>, state: LineState, names: &Names) -> AppResult<reports::gap::Line> {
    let (mut seen, mut actions) = (Vec::new(), Vec::new());
    if let Some(line) = &state.line {
        seen = seen_of(cx, line.id, &state.answers, names)?;
        actions = crate::gap::open_actions(cx.tx, line.id, names)?;
    }
    let item = state.item;
    let line = state.line.as_ref();
    let graded_by = match line.filter(|_| item.forecast.is_some()) {
        Some(line) => crate::gap::graded_by(cx.tx, line.id)?.map(|id| names.member(id).name),
        None => None,
    };
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    Ok(reports::gap::Line {
        seen,
        actions,
        id: item.requirement,
        title: item.title,
        group: state.group.id,
        group_title: state.group.title,
        control: state.group.control,
        excluded: item.excluded,
        conformity: item.conformity,
        maturity: item.maturity,
        grade: item.grade,
        forecast: item.forecast,
        graded_by,
        note: text(line.and_then(|line| line.note.as_ref())),
        statement: text(line.and_then(|line| line.statement.as_ref())),
        not_needed_fact: text(line.and_then(|line| line.not_needed_fact.as_ref())),
        confidence: line.and_then(|line| line.confidence),
        assessor: line.and_then(|line| line.assessor).map(|id| names.member(id).name),
        assessed_on: line.and_then(|line| line.assessed_on.as_ref()).map(ToString::to_string),
        look_again: item.look_again,
        quick: item.pass == Some(Pass::Quick),
        stage_one: item.stage_one,
        stage_two: item.stage_two,
        met: item.met,
        items: item.items,
        owner: item.owner.map(|owner| owner.name),
        reused: Vec::new(),
        demands: Vec::new(),
        state: RowState::default(),
        above: None,
    })
}

/// What was seen of a line: records named with the answers, then the evidence attached; nothing twice, each with the
/// date of what it shows and who keeps it.
fn seen_of(cx: &Reading<'_>, line: RecordId, answers: &[GapAnswer], names: &Names) -> AppResult<Vec<String>> {
    let words = cx.around.words;
    let told = |title: &str, on: Option<&Date>, keeper: Option<String>| {
        let facts: Vec<String> =
            on.map(|day| words.date_short(day.as_str())).into_iter().chain(keeper).collect();
        if facts.is_empty() { title.to_owned() } else { format!("{title} ({})", facts.join(", ")) }
    };
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |title: &str, text: String| {
        let key = title.trim().to_lowercase();
        if !found.iter().any(|(known, _)| *known == key) {
            found.push((key, text));
        }
    };
    let mut evidence = Vec::new();
    for piece in cx.tx.evidence().of(line)? {
        let record = cx.tx.record().get(piece.id)?;
        let keeper = record.owner.map(|owner| names.member(owner).name);
        let title = match &record.code {
            Some(code) => format!("{code} {}", record.title),
            None => record.title.clone(),
        };
        evidence.push((record.title, told(&title, piece.effective_on.as_ref(), keeper)));
    }
    // A record that is also attached as evidence is named once, by its code.
    for (title, text) in evidence {
        add(&title, text);
    }
    for answer in answers {
        if let Some(title) = &answer.record_seen {
            add(title, told(title, answer.seen_on.as_ref(), answer.seen_owner.clone()));
        }
    }
    Ok(found.into_iter().map(|(_, text)| text).collect())
}

/// The demands of a line with their answers.
fn demands(iso: &Framework, state: &LineState) -> Vec<Demand> {
    let items = iso.get(&state.item.requirement).into_iter().flat_map(|requirement| &requirement.must);
    let demand = |item: &MustItem| {
        let answer = state.answers.iter().find(|answer| answer.item == item.key);
        Demand {
            text: item.text.clone(),
            basis: item.basis,
            reference: item.reference.clone(),
            answer: answer.map(|answer| answer.answer),
            record_seen: answer.and_then(|answer| answer.record_seen.clone()),
            seen_on: answer.and_then(|answer| answer.seen_on.clone()),
            seen_owner: answer.and_then(|answer| answer.seen_owner.clone()),
        }
    };
    items.map(demand).collect()
}

/// What changed since the assessment before this one.
fn since(cx: &Reading<'_>, latest: &GapAssessment) -> AppResult<Option<Since>> {
    let Some(before) = crate::gap::earlier(cx, latest)? else { return Ok(None) };
    let found = crate::gap::compare(cx, before, latest.clone())?;
    let changed =
        |line: &crate::gap::GapComparedLine| !matches!(line.change, GapChange::Same | GapChange::Other);
    let lines = found.lines.into_iter().filter(changed).map(|line| ChangedLine {
        id: line.requirement,
        title: line.title,
        change: line.change,
        before: line.before.conformity,
        after: line.after.conformity,
    });
    Ok(Some(Since {
        name: found.before.name,
        frozen_on: found.before.frozen_on,
        better: found.better,
        worse: found.worse,
        assessed: found.assessed,
        lines: lines.collect(),
    }))
}

/// The register, and the scope it is printed under.
pub(crate) fn register(cx: &Reading<'_>) -> AppResult<(Vec<reports::register::Line>, String)> {
    let scope = cx.tx.organisation().the()?.scope_statement.unwrap_or_default();
    let tiers = tiers(cx)?;
    let names = Names::read(cx.tx)?;
    let words = cx.around.words;
    let systems = cx.tx.ai_system().all_with_records()?;
    let codes: BTreeMap<RecordId, String> =
        systems.iter().map(|(record, _)| (record.id, record.code.clone().unwrap_or_default())).collect();
    let mut lines = Vec::with_capacity(systems.len());
    let mut decided = decided(cx)?;
    for (record, system) in systems {
        let text = |key: &str| system.field(key).unwrap_or_default().to_owned();
        let class = classes(cx.tx, &decided.remove(&record.id).unwrap_or_default())?;
        lines.push(reports::register::Line {
            code: record.code.unwrap_or_default(),
            name: record.title,
            status: system.field("status").and_then(|word| word.parse().ok()),
            scope: system.field("scope").and_then(|word| word.parse().ok()),
            tier: tiers.get(&record.id).map(|tier| words.say(&format!("tier-{tier}"))),
            owner: record.owner.and_then(|owner| names.of(owner)),
            purpose: text("purpose"),
            supplier: text("supplier"),
            review: record.due.map(|date| date.to_string()),
            part_of: system.parent.and_then(|parent| codes.get(&parent).cloned()),
            roles: crate::import::value_label("act_roles", &text("act_roles"), words, &[]),
            data_sets: data_sets(cx, record.id)?,
            class: class_in_words(&class),
        });
    }
    Ok((lines, scope))
}

/// Decisions in force by system.
fn decided(cx: &Reading<'_>) -> AppResult<BTreeMap<RecordId, Vec<Classification>>> {
    let mut found: BTreeMap<RecordId, Vec<Classification>> = BTreeMap::new();
    for row in cx.tx.classification().in_state(ClassificationState::Decided)? {
        found.entry(row.system).or_default().push(row);
    }
    Ok(found)
}

/// What the decisions in force say of each system they are about, in one line: the tier of the EU AI Act first.
pub(crate) fn class_lines(cx: &Reading<'_>) -> AppResult<BTreeMap<RecordId, String>> {
    let mut found = BTreeMap::new();
    for (system, rows) in decided(cx)? {
        let line = |class: SystemClass| match class.pack == crate::pack::EU_AI_ACT {
            true => class.tier,
            false => format!("{}: {}", class.rules, class.tier),
        };
        let (act, other): (Vec<_>, Vec<_>) =
            classes(cx.tx, &rows)?.into_iter().partition(|class| class.pack == crate::pack::EU_AI_ACT);
        found.insert(system, act.into_iter().chain(other).map(line).collect::<Vec<_>>().join("; "));
    }
    Ok(found)
}

fn data_sets(cx: &Reading<'_>, system: RecordId) -> AppResult<String> {
    let set = |row: DataSet| match row.provenance {
        Some(provenance) => format!("{}: {provenance}", row.name),
        None => row.name,
    };
    let sets: Vec<String> = cx.tx.data_set().of(system)?.into_iter().map(set).collect();
    Ok(sets.join("\n"))
}

/// What decisions say, for a line of the register.
fn class_in_words(classes: &[SystemClass]) -> reports::register::Class {
    let with_refs = |label: &str, refs: &[String]| match refs {
        [] => label.to_owned(),
        refs => format!("{label} ({})", refs.join(", ")),
    };
    let outcomes = |class: &SystemClass| {
        let all = class.outcomes.iter().map(|outcome| with_refs(&outcome.label, &outcome.refs));
        all.collect::<Vec<_>>().join("\n")
    };
    let (act, other): (Vec<_>, Vec<_>) =
        classes.iter().partition(|class| class.pack == crate::pack::EU_AI_ACT);
    let says = act.iter().flat_map(|class| &class.topics).flat_map(|topic| {
        let say =
            |each: &SystemStatement| with_refs(&format!("{}: {}", topic.topic, each.answer), &each.refs);
        topic.says.iter().map(say).collect::<Vec<_>>()
    });
    let others = other.iter().map(|class| format!("{}: {}", class.rules, class.tier));
    let codes = classes.iter().filter_map(|class| class.decision.code.clone());
    reports::register::Class {
        outcomes: act.iter().map(|class| outcomes(class)).collect::<Vec<_>>().join("\n"),
        basis: says.collect::<Vec<_>>().join("\n"),
        other: others.collect::<Vec<_>>().join("\n"),
        decision: codes.collect::<Vec<_>>().join(", "),
    }
}

/// EU AI Act tier of each system with a signed classification.
pub(crate) fn tiers(cx: &Reading<'_>) -> AppResult<BTreeMap<RecordId, String>> {
    let mut decided = cx.tx.classification().in_state(ClassificationState::Decided)?;
    decided.retain(|row| row.pack == crate::pack::EU_AI_ACT);
    Ok(decided.into_iter().filter_map(|decision| Some((decision.system, decision.tier?))).collect())
}

/// The scope of the management system.
pub(crate) fn scope(cx: &Reading<'_>) -> AppResult<reports::scope::ScopeStatement> {
    let organisation = cx.tx.organisation().the()?;
    let systems = cx.tx.ai_system().all_with_records()?.into_iter();
    let systems = systems
        .filter(|(_, system)| system.field("scope") == Some(SystemScope::In.as_str()))
        .filter(|(_, system)| system.field("status") != Some("retired"))
        .map(|(record, _)| (record.code.unwrap_or_default(), record.title));
    Ok(reports::scope::ScopeStatement {
        organisation: organisation.name,
        sector: organisation.sector.unwrap_or_default(),
        description: organisation.description.unwrap_or_default(),
        scope: organisation.scope_statement.unwrap_or_default(),
        systems: systems.collect(),
    })
}
