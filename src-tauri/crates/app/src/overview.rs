//! The overview: where we are on the trail, the next best step, who owes what.

use cairn_domain::gap::Conformity;
use cairn_domain::id::RecordId;
use cairn_domain::role::Role;
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
use crate::relation::ActionView;
use crate::system::{List as SystemList, MemberRef};
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
    /// Whether other steps wait for it.
    #[serde(rename = "holdsUp")]
    #[ts(rename = "holdsUp")]
    pub holds_up: bool,
}

/// Conformity at one time, in per cent; clauses and controls never averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TrendPoint {
    /// The day.
    pub on: String,
    /// The assessment it is from.
    pub name: String,
    /// Clauses; none where nothing was assessed.
    pub clauses: Option<u32>,
    /// Controls.
    pub controls: Option<u32>,
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
    /// Steps of the phases that others wait for.
    pub holding_up: u32,
    /// Conformity from one frozen assessment to the next, and today where one is open.
    pub trend: Vec<TrendPoint>,
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
            holding_up: count(phases.iter().filter(|phase| holds_up(phase)).count()),
            trend: trend(cx)?,
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

fn holds_up(phase: &PhaseView) -> bool {
    phase.next.as_ref().is_some_and(|step| step.holds_up)
}

/// Every frozen assessment is a point; the open one stands for today once something in it is assessed.
fn trend(cx: &Reading<'_>) -> AppResult<Vec<TrendPoint>> {
    let mut points = Vec::new();
    let newest_first = (crate::gap::Assessments {}).run(cx)?;
    for assessment in newest_first.into_iter().rev() {
        let (clauses, controls) = (assessment.clauses.percent, assessment.controls.percent);
        if clauses.is_none() && controls.is_none() {
            continue;
        }
        let on = assessment.frozen_on.unwrap_or_else(|| cx.around.today().to_string());
        points.push(TrendPoint { on, name: assessment.name, clauses, controls });
    }
    Ok(points)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Everything the overview counts, read once.
struct Known {
    facts: Facts,
    figures: OverviewFigures,
    actions: Vec<ActionView>,
    done: std::collections::BTreeSet<cairn_domain::plan::Step>,
    waits: Waits,
}

/// What waits of each kind, and for whom.
struct Waits {
    open_sweep: Option<Owed>,
    unclassified: Option<Owed>,
    undecided: Option<Owed>,
    unassessed: Option<Owed>,
    unevidenced: Option<Owed>,
    scope_waits: Option<Owed>,
    soa_waits: Option<Owed>,
    /// Who leads, where it is one person: what nobody owns yet is theirs.
    lead: Option<MemberRef>,
}

/// What waits, and for whom.
#[derive(Clone)]
struct Owed {
    target: String,
    owner: Option<MemberRef>,
}

impl Owed {
    fn record(cx: &Reading<'_>, id: Option<RecordId>, names: &Names) -> AppResult<Option<Self>> {
        let Some(id) = id else { return Ok(None) };
        let owner = cx.tx.record().get(id)?.owner.map(|owner| names.member(owner));
        Ok(Some(Self { target: id.to_string(), owner }))
    }
}

/// The one who leads, if it is one.
fn only_lead(cx: &Reading<'_>) -> AppResult<Option<MemberRef>> {
    let members = cx.tx.member().with_records()?;
    let mut leads = members.into_iter().filter(|(record, member)| {
        record.deleted_at.is_none() && member.standing().roles.contains(&Role::Lead)
    });
    let first = leads.next();
    Ok(first
        .filter(|_| leads.next().is_none())
        .map(|(record, _)| MemberRef { id: record.id.into(), name: record.title }))
}

impl Known {
    fn read(cx: &Reading<'_>) -> AppResult<Self> {
        let iso = &library()?.framework(ISO_42001)?.framework;
        let systems = SystemList::default().run(cx)?.items;
        let lines = crate::gap::lines(cx.tx)?;
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
        let facts = Facts {
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
            gap_frozen: crate::gap::any_frozen(cx.tx)?,
            baseline_frozen: crate::gap::baseline_frozen(cx.tx)?.is_some(),
            soa_rows: counts.rows,
            soa_decided: counts.decided(),
            soa_approved: crate::document::approved(cx, DocumentKind::Soa)?,
            included: counts.included,
            evidenced: count(included().filter(|row| row.row.evidence > 0).count()),
            actions: count(actions.iter().filter(|action| action.status != ActionStatus::Dropped).count()),
            actions_verified: count(actions.iter().filter(|a| a.status == ActionStatus::Verified).count()),
            reviews: count(dated.len()),
            reviews_on_time: count(dated.iter().filter(|day| **day >= today.as_str()).count()),
            ..crate::discovery::facts(cx.tx)?
        };
        let (total, classified) = crate::system::counts(cx.tx)?;
        let high = systems.iter().filter(|system| system.tier.as_deref() == Some("high")).count();
        let unclassified = in_scope()
            .find(|system| system.tier.is_none())
            .map(|system| Owed { target: system.id.to_string(), owner: system.owner.clone() });
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
            done: cairn_domain::plan::shown(&standing(&facts)),
            facts,
            figures,
            actions: actions.into_iter().filter(is_open).collect(),
            waits: Waits::read(cx, unclassified, &lines, &rows)?,
        })
    }
}

impl Waits {
    fn read(
        cx: &Reading<'_>,
        unclassified: Option<Owed>,
        lines: &[LineState],
        rows: &[crate::soa::Assembled],
    ) -> AppResult<Self> {
        let names = Names::read(cx.tx)?;
        let first_open = |line: &&LineState| line.item.conformity.is_none() && !line.item.excluded;
        let of_row =
            |row: &crate::soa::Assembled| Owed { target: row.row.control.clone(), owner: row.owner.clone() };
        let bare =
            |row: &&crate::soa::Assembled| row.row.decided() == Decision::Included && row.row.evidence == 0;
        Ok(Self {
            open_sweep: Owed::record(cx, crate::discovery::open_sweep(cx.tx)?, &names)?,
            unclassified,
            undecided: rows.iter().find(|row| row.row.decided() == Decision::NotDecided).map(of_row),
            unassessed: lines
                .iter()
                .find(first_open)
                .map(|line| Owed { target: line.item.requirement.clone(), owner: line.item.owner.clone() }),
            unevidenced: rows.iter().find(bare).map(of_row),
            scope_waits: Owed::record(cx, crate::document::waiting(cx.tx, DocumentKind::Scope)?, &names)?,
            soa_waits: Owed::record(cx, crate::document::waiting(cx.tx, DocumentKind::Soa)?, &names)?,
            lead: only_lead(cx)?,
        })
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
                _ if line.item.blocks() => 0,
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
        holds_up: false,
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

/// A step before it is put in words: message, screen, what to open there, how many.
struct Draft {
    key: &'static str,
    place: &'static str,
    owed: Option<Owed>,
    number: u32,
}

fn draft(key: &'static str, place: &'static str, owed: Option<Owed>, number: u32) -> Draft {
    Draft { key, place, owed, number }
}

/// A document is sent for approval where it is written, and decided among the approvals.
fn approval_step(key: &'static str, place: &'static str, waiting: Option<&Owed>) -> Draft {
    match waiting {
        Some(request) => draft("step-decide-approval", "approval", Some(request.clone()), 0),
        None => draft(key, place, None, 0),
    }
}

/// The step that brings a stone nearer, where this version has a screen for it.
fn next_step(cx: &Reading<'_>, stone: Stone, known: &Known) -> Option<NextStep> {
    let Draft { key, place, owed, number } = drafted(stone, known)?;
    let target = owed.as_ref().map(|owed| owed.target.clone());
    let name = target.clone().unwrap_or_default();
    let label = cx.around.words.say_with(key, &[("count", number.into()), ("target", name.into())]);
    // What belongs to nobody in particular is for whoever leads.
    let owner = owed.map_or_else(|| known.waits.lead.clone(), |owed| owed.owner);
    let holds_up = cairn_domain::plan::Step::shown_by(stone).is_some_and(|step| step.holds_up(&known.done));
    Some(NextStep { label, place: place.to_owned(), target, owner, due: None, days_late: None, holds_up })
}

fn drafted(stone: Stone, known: &Known) -> Option<Draft> {
    let facts = &known.facts;
    Some(match stone {
        Stone::ScopeApproved if !facts.scope_written => draft("step-write-scope", "organisation", None, 0),
        Stone::ScopeApproved => {
            approval_step("step-approve-scope", "organisation", known.waits.scope_waits.as_ref())
        }
        Stone::DiscoveryClosed if facts.sweeps > facts.sweeps_closed => {
            let open = facts.sweeps.saturating_sub(facts.sweeps_closed);
            draft("step-close-sweeps", "discovery", known.waits.open_sweep.clone(), open)
        }
        Stone::DiscoveryClosed if facts.candidates_new > 0 => {
            draft("step-decide-candidates", "candidate", None, facts.candidates_new)
        }
        Stone::DiscoveryClosed => draft("step-start-sweeps", "discovery", None, 0),
        Stone::RegisterConfirmed if facts.systems == 0 => draft("step-add-systems", "system", None, 0),
        Stone::RegisterConfirmed => {
            draft("step-decide-scope", "system", None, facts.systems.saturating_sub(facts.scope_decided))
        }
        Stone::SystemsClassified => {
            let open = facts.in_scope.saturating_sub(facts.classified);
            draft("step-classify", "classification", Some(known.waits.unclassified.clone()?), open)
        }
        Stone::BaselineFrozen => match known.waits.unassessed.clone() {
            Some(line) => {
                draft("step-assess", "gap", Some(line), facts.gap_lines.saturating_sub(facts.gap_assessed))
            }
            None => draft("step-freeze", "gap", None, 0),
        },
        Stone::SoaApproved => match known.waits.undecided.clone() {
            Some(control) => {
                let open = facts.soa_rows.saturating_sub(facts.soa_decided);
                draft("step-decide-soa", "soa", Some(control), open)
            }
            None => approval_step("step-approve-soa", "soa", known.waits.soa_waits.as_ref()),
        },
        Stone::ControlsEvidenced => {
            let open = facts.included.saturating_sub(facts.evidenced);
            draft("step-evidence", "soa", Some(known.waits.unevidenced.clone()?), open)
        }
        Stone::ActionsVerified if facts.actions > 0 => {
            let open = facts.actions.saturating_sub(facts.actions_verified);
            draft("step-verify-actions", "action", None, open)
        }
        _ => return None,
    })
}
