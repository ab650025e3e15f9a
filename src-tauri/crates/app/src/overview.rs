//! The overview: where we are on the trail, the next best step, who owes what.

use cairn_domain::gap::Conformity;
use cairn_domain::id::RecordId;
use cairn_domain::record::RecordKind;
use cairn_domain::soa::Decision;
use cairn_domain::state::{ActionStatus, DocumentKind};
use cairn_domain::system::SystemScope;
use cairn_domain::trail::{Facts, Phase, Stone, StoneStanding, StoneState, standing};
use cairn_store::{HistoryFilter, Page};
use serde::{Deserialize, Serialize};

use crate::error::AppResult;
use crate::gap::{FiguresView, LineState};
use crate::names::Names;
use crate::pack::{ISO_42001, library};
use crate::relation::{ActionView, RecordRef};
use crate::system::{List as SystemList, MemberRef, SystemItem};
use crate::tag::Tag;
use crate::trail::TrailEntry;
use crate::usecase::{Query, Reading};

/// Next steps shown on the overview.
const MOST_STEPS: usize = 8;

/// One stone in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StoneView {
    /// Where it stands.
    pub standing: StoneStanding,
    /// What it asks, in words.
    pub label: String,
}

/// One phase with its stones, from the ground up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PhaseView {
    /// The phase.
    pub phase: Phase,
    /// Its name.
    pub label: String,
    /// Stones set.
    pub set: u32,
    /// Its stones.
    pub stones: Vec<StoneView>,
    /// The next step, in words; none when all stones are set.
    pub next: Option<NextStep>,
}

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NextStep {
    /// What to do, in words.
    pub label: String,
    /// Where: a screen by its noun (`system`, `classification`, `gap`, `soa`, `organisation`, `action`).
    pub place: String,
    /// A record or line to open there.
    pub target: Option<String>,
    /// Who should do it.
    pub owner: Option<MemberRef>,
    /// Until when.
    pub due: Option<String>,
    /// Whole days past that date.
    #[serde(rename = "daysLate")]
    #[ts(rename = "daysLate")]
    pub days_late: Option<i32>,
}

/// Figures of the strip; each shows its base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OverviewFigures {
    /// Systems in the register.
    pub systems: u64,
    /// Of these, with a decided classification.
    pub classified: u64,
    /// Of these, high-risk.
    pub high_risk: u64,
    /// Clauses.
    pub clauses: FiguresView,
    /// Controls.
    pub controls: FiguresView,
    /// Rows of the statement.
    pub soa: cairn_domain::soa::Counts,
    /// Gaps by grade: blocking, weakening, polish.
    pub gaps: [u32; 3],
}

/// The overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OverviewView {
    /// Stones set, of 22.
    pub set: u32,
    /// All stones.
    pub of: u32,
    /// The phases.
    pub phases: Vec<PhaseView>,
    /// Figures.
    pub figures: OverviewFigures,
    /// What to do next, overdue first.
    pub next: Vec<NextStep>,
    /// Open actions in all.
    pub open_actions: u32,
    /// Planned day of stage 1.
    pub stage1_on: Option<String>,
    /// Days until then; negative when it has passed.
    pub days_to_stage1: Option<i32>,
    /// The latest entries.
    pub recent: Vec<TrailEntry>,
}

/// The overview.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "OverviewGetInput")]
pub struct Get {}

impl Query for Get {
    const NAME: &'static str = "overview.get";
    const TAGS: &'static [Tag] = Tag::ALL;
    type Output = OverviewView;

    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output> {
        let known = Known::read(cx)?;
        let stones = standing(&known.facts);
        let phases: Vec<PhaseView> =
            Phase::ALL.iter().map(|phase| phase_view(cx, *phase, &stones, &known)).collect();
        let names = Names::read(cx.tx)?;
        let organisation = cx.tx.organisation().the()?;
        let recent = cx.tx.history(&HistoryFilter::default(), Page::first(6))?.rows;
        let mut next: Vec<NextStep> = known.actions.iter().map(step_of_action).collect();
        next.sort_by_key(|step| (step.due.is_none(), step.due.clone()));
        next.extend(phases.iter().filter_map(|phase| phase.next.clone()));
        next.truncate(MOST_STEPS);
        let days = organisation.stage1_on.as_ref().map(|day| day.days_since(&cx.around.today()));
        Ok(OverviewView {
            set: count(stones.iter().filter(|stone| stone.state == StoneState::Set).count()),
            of: count(stones.len()),
            figures: known.figures.clone(),
            open_actions: count(known.actions.len()),
            phases,
            next,
            stage1_on: organisation.stage1_on.map(|day| day.to_string()),
            days_to_stage1: days,
            recent: recent
                .iter()
                .map(|entry| crate::trail::shown(cx, entry, &names))
                .collect::<AppResult<_>>()?,
        })
    }
}

/// Where every stone stands.
pub(crate) fn stones(cx: &Reading<'_>) -> AppResult<Vec<StoneStanding>> {
    Ok(standing(&Known::read(cx)?.facts))
}

/// Stones set and gaps that block certification, for the start page.
pub(crate) fn tally(cx: &Reading<'_>) -> AppResult<(u32, u32)> {
    let known = Known::read(cx)?;
    let set = standing(&known.facts).iter().filter(|stone| stone.state == StoneState::Set).count();
    let [blockers, ..] = known.figures.gaps;
    Ok((count(set), blockers))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Everything the overview counts, read once.
struct Known {
    facts: Facts,
    figures: OverviewFigures,
    actions: Vec<ActionView>,
    open_sweep: Option<RecordId>,
    unclassified: Option<RecordRef>,
    undecided: Option<String>,
    unassessed: Option<String>,
    unevidenced: Option<String>,
    scope_waits: Option<RecordId>,
    soa_waits: Option<RecordId>,
}

impl Known {
    fn read(cx: &Reading<'_>) -> AppResult<Self> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let systems = SystemList::default().run(cx)?.items;
        let lines = crate::gap::lines(cx.tx, iso)?;
        let rows = crate::soa::assemble(cx.tx, iso)?;
        let counts = cairn_domain::soa::Counts::of(rows.iter().map(|row| (&row.row, row.checks.as_slice())));
        let actions = crate::relation::ListActions {}.run(cx)?;
        let organisation = cx.tx.organisation().the()?;
        let live: Vec<_> = systems
            .iter()
            .filter(|system| system.status != Some(cairn_domain::system::SystemStatus::Retired))
            .collect();
        let in_scope = || live.iter().filter(|system| system.scope == SystemScope::In);
        let included = || rows.iter().filter(|row| row.row.decided() == Decision::Included);
        let today = cx.around.today();
        let dated: Vec<_> = systems.iter().filter_map(|system| system.review_due.as_deref()).collect();
        let found = crate::discovery::facts(cx.tx)?;
        let facts = Facts {
            sweeps: found.sweeps,
            sweeps_closed: found.closed,
            candidates_new: found.waiting,
            areas_open: found.areas_open,
            areas_aside: found.areas_aside,
            scope_written: organisation.scope_statement.is_some(),
            scope_approved: crate::document::approved(cx, DocumentKind::Scope)?,
            systems: count(live.len()),
            scope_decided: count(
                live.iter().filter(|system| system.scope != SystemScope::NotDecided).count(),
            ),
            in_scope: count(in_scope().count()),
            classified: count(in_scope().filter(|system| system.tier.is_some()).count()),
            gap_lines: count(lines.len()),
            gap_assessed: count(lines.iter().filter(|line| line.item.conformity.is_some()).count()),
            baseline_frozen: crate::gap::baseline_frozen(cx.tx)?,
            soa_rows: counts.rows,
            soa_decided: counts.decided(),
            soa_approved: crate::document::approved(cx, DocumentKind::Soa)?,
            included: counts.included,
            evidenced: count(included().filter(|row| row.row.evidence > 0).count()),
            actions: count(actions.iter().filter(|action| action.status != ActionStatus::Dropped).count()),
            actions_verified: count(actions.iter().filter(|a| a.status == ActionStatus::Verified).count()),
            reviews: count(dated.len()),
            reviews_on_time: count(dated.iter().filter(|day| **day >= today.as_str()).count()),
        };
        let (total, classified) = crate::system::counts(cx.tx)?;
        let high = systems.iter().filter(|system| system.tier.as_deref() == Some("high")).count();
        let first_open = |line: &&LineState| line.item.conformity.is_none() && !line.item.excluded;
        let unclassified = in_scope().find(|system| system.tier.is_none()).map(|system| reference(system));
        let figures = OverviewFigures {
            systems: total,
            classified,
            high_risk: u64::try_from(high).unwrap_or(u64::MAX),
            clauses: crate::gap::figures(&lines, false).into(),
            controls: crate::gap::figures(&lines, true).into(),
            soa: counts,
            gaps: gaps(&lines),
        };
        Ok(Self {
            open_sweep: crate::discovery::open_sweep(cx.tx)?,
            facts,
            figures,
            undecided: rows
                .iter()
                .find(|row| row.row.decided() == Decision::NotDecided)
                .map(|row| row.row.control.clone()),
            unassessed: lines.iter().find(first_open).map(|line| line.item.requirement.clone()),
            unevidenced: included().find(|row| row.row.evidence == 0).map(|row| row.row.control.clone()),
            actions: actions.into_iter().filter(is_open).collect(),
            unclassified,
            scope_waits: crate::document::waiting(cx.tx, DocumentKind::Scope)?,
            soa_waits: crate::document::waiting(cx.tx, DocumentKind::Soa)?,
        })
    }
}

fn reference(system: &SystemItem) -> RecordRef {
    RecordRef {
        id: system.id,
        kind: RecordKind::System,
        code: Some(system.code.clone()),
        title: system.name.clone(),
    }
}

/// Whether an action still has to be done.
fn is_open(action: &ActionView) -> bool {
    matches!(action.status, ActionStatus::Open | ActionStatus::InProgress)
}

/// Lines that do not conform, by grade.
fn gaps(lines: &[LineState]) -> [u32; 3] {
    let mut gaps = [0; 3];
    for line in lines.iter().filter(|line| !line.item.excluded) {
        let open = line.item.conformity.is_some_and(|found| found < Conformity::ShownByRecords);
        if let Some(grade) = line.item.grade.filter(|_| open) {
            let at = match grade {
                cairn_domain::gap::Grade::Blocks => 0,
                cairn_domain::gap::Grade::Weakens => 1,
                cairn_domain::gap::Grade::Polish => 2,
            };
            gaps[at] += 1;
        }
    }
    gaps
}

fn step_of_action(action: &ActionView) -> NextStep {
    NextStep {
        label: format!("{} ({})", action.title, action.code),
        place: "action".to_owned(),
        target: Some(action.id.to_string()),
        owner: action.owner.clone(),
        due: action.due.clone(),
        days_late: action.days_late,
    }
}

fn phase_view(cx: &Reading<'_>, phase: Phase, stones: &[StoneStanding], known: &Known) -> PhaseView {
    let words = cx.around.words;
    let own: Vec<&StoneStanding> = stones.iter().filter(|stone| stone.phase == phase).collect();
    let next = own
        .iter()
        .filter(|stone| stone.state != StoneState::Set)
        .find_map(|stone| next_step(cx, stone.stone, known));
    PhaseView {
        phase,
        label: words.say(&format!("phase-{phase}")),
        set: count(own.iter().filter(|stone| stone.state == StoneState::Set).count()),
        stones: own
            .into_iter()
            .map(|stone| StoneView { standing: *stone, label: words.say(&format!("stone-{}", stone.stone)) })
            .collect(),
        next,
    }
}

/// A document is sent for approval where it is written, and decided among the approvals.
fn approval_step(
    key: &'static str,
    place: &'static str,
    waiting: Option<RecordId>,
) -> (&'static str, &'static str, Option<String>, u32) {
    match waiting {
        Some(request) => ("step-decide-approval", "approval", Some(request.to_string()), 0),
        None => (key, place, None, 0),
    }
}

/// The step that brings a stone nearer, where this version has a screen for it.
fn next_step(cx: &Reading<'_>, stone: Stone, known: &Known) -> Option<NextStep> {
    let facts = &known.facts;
    let (key, place, target, number) = match stone {
        Stone::ScopeApproved if !facts.scope_written => ("step-write-scope", "organisation", None, 0),
        Stone::ScopeApproved => approval_step("step-approve-scope", "organisation", known.scope_waits),
        Stone::DiscoveryClosed if facts.sweeps > facts.sweeps_closed => {
            let open = facts.sweeps.saturating_sub(facts.sweeps_closed);
            ("step-close-sweeps", "discovery", known.open_sweep.map(|sweep| sweep.to_string()), open)
        }
        Stone::DiscoveryClosed if facts.candidates_new > 0 => {
            ("step-decide-candidates", "candidate", None, facts.candidates_new)
        }
        Stone::DiscoveryClosed => ("step-start-sweeps", "discovery", None, 0),
        Stone::RegisterConfirmed if facts.systems == 0 => ("step-add-systems", "system", None, 0),
        Stone::RegisterConfirmed => {
            ("step-decide-scope", "system", None, facts.systems.saturating_sub(facts.scope_decided))
        }
        Stone::SystemsClassified => {
            let target = known.unclassified.as_ref()?.id.to_string();
            ("step-classify", "classification", Some(target), facts.in_scope.saturating_sub(facts.classified))
        }
        Stone::BaselineFrozen => match &known.unassessed {
            Some(line) => {
                let open = facts.gap_lines.saturating_sub(facts.gap_assessed);
                ("step-assess", "gap", Some(line.clone()), open)
            }
            None => ("step-freeze", "gap", None, 0),
        },
        Stone::SoaApproved => match known.undecided.clone() {
            Some(control) => {
                ("step-decide-soa", "soa", Some(control), facts.soa_rows.saturating_sub(facts.soa_decided))
            }
            None => approval_step("step-approve-soa", "soa", known.soa_waits),
        },
        Stone::ControlsEvidenced => {
            let control = known.unevidenced.clone()?;
            ("step-evidence", "soa", Some(control), facts.included.saturating_sub(facts.evidenced))
        }
        Stone::ActionsVerified if facts.actions > 0 => {
            ("step-verify-actions", "action", None, facts.actions.saturating_sub(facts.actions_verified))
        }
        _ => return None,
    };
    let name = target.clone().unwrap_or_default();
    let label = cx.around.words.say_with(key, &[("count", number.into()), ("target", name.into())]);
    Some(NextStep { label, place: place.to_owned(), target, owner: None, due: None, days_late: None })
}
