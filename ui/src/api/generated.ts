// Made by `cargo xtask bindings` from the Rust types. Do not edit.
/* biome-ignore-all lint: generated */
/* biome-ignore-all format: generated */

/**
 * Adds an action.
 */
export type ActionCreateInput = { 
/**
 * What it comes from.
 */
source: RecordId | null, 
/**
 * What to do.
 */
title: string, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * When and how long, and after what.
 */
plan?: ActionPlan, };

/**
 * Writes the list of all actions as Excel.
 */
export type ActionExportInput = { 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * All actions that are not hidden.
 */
export type ActionListInput = Record<symbol, never>;

/**
 * When and how long, and after what.
 */
export type ActionPlan = { 
/**
 * When work on it is to begin.
 */
startsOn: string | null, 
/**
 * Working days it is thought to take.
 */
effortDays: number | null, 
/**
 * Actions it waits for.
 */
after: Array<RecordId>, };

/**
 * Where an action stands.
 */
export type ActionStatus = "open" | "in-progress" | "done" | "verified" | "dropped";

/**
 * Changes an action.
 */
export type ActionUpdateInput = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * What to do.
 */
title: string, 
/**
 * Where it stands.
 */
status: ActionStatus, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * Why it was dropped; needed when it is.
 */
dropReason: string | null, 
/**
 * What the check of its effect found; needed when verified.
 */
effectiveness: string | null, 
/**
 * When and how long, and after what; none leaves it.
 */
plan?: ActionPlan, };

/**
 * An action.
 */
export type ActionView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * What to do.
 */
title: string, 
/**
 * Where it stands.
 */
status: ActionStatus, 
/**
 * Who does it.
 */
owner: MemberRef | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * Whole days past the due date; none while in time, done or dropped.
 */
daysLate: number | null, 
/**
 * What it came from.
 */
source: RecordRef | null, 
/**
 * Why it was dropped.
 */
dropReason: string | null, 
/**
 * What the check of its effect found.
 */
effectiveness: string | null, 
/**
 * When work on it is to begin.
 */
startsOn: string | null, 
/**
 * Working days it is thought to take.
 */
effortDays: number | null, 
/**
 * Actions it waits for.
 */
after: Array<RecordRef>, };

/**
 * Who employs a member; a consultant prepares and recommends, never approves for management.
 */
export type Affiliation = "staff" | "consultant";

/**
 * Answer to one must-item. An item without an answer is open.
 */
export type Answer = "yes" | "in-part" | "no" | "not-sure";

/**
 * A piece of evidence that shows why an answer holds.
 */
export type AnswerEvidence = { 
/**
 * The use, to take it away again.
 */
id: RecordId, 
/**
 * Id of the question.
 */
question: string, 
/**
 * The evidence.
 */
evidence: RecordRef, 
/**
 * The file's name, or where it can be seen.
 */
place: string, 
/**
 * What it shows.
 */
note: string | null, };

/**
 * A difference in words.
 */
export type ApprovalChangeView = { 
/**
 * What it is about and which field.
 */
label: string, 
/**
 * Before, in words.
 */
before: string | null, 
/**
 * After, in words.
 */
after: string | null, };

/**
 * Something to look at before approving.
 */
export type ApprovalCheckView = { 
/**
 * Its key; sent back with the decision.
 */
key: string, 
/**
 * In words.
 */
label: string, };

/**
 * Decides a request.
 */
export type ApprovalDecideInput = { 
/**
 * The request.
 */
id: RecordId, 
/**
 * The answer.
 */
verdict: Verdict, 
/**
 * Why; needed for everything but a plain approval.
 */
reason: string, 
/**
 * Keys of the checks the person ticked; an approval needs all of them.
 */
checked: Array<string>, 
/**
 * Whether to approve one's own request because nobody else may.
 */
override: boolean, };

/**
 * One request with all a person needs to decide it.
 */
export type ApprovalDetail = { 
/**
 * The request.
 */
item: ApprovalItem, 
/**
 * What the requester wrote.
 */
note: string | null, 
/**
 * Why it was decided so.
 */
reason: string | null, 
/**
 * Evidence of an approval on paper.
 */
evidence: string | null, 
/**
 * Who recorded an approval on paper.
 */
recordedBy: MemberRef | null, 
/**
 * The version it is compared with; none for a first version.
 */
comparedWith: number | null, 
/**
 * What differs, in words; at most 500.
 */
changes: Array<ApprovalChangeView>, 
/**
 * How much differs in all.
 */
changed: number, 
/**
 * First characters of the hash it is bound to.
 */
hash: string, 
/**
 * Whether the content changed since; it can then not be approved.
 */
stale: boolean, 
/**
 * What to look at before approving.
 */
checks: Array<ApprovalCheckView>, 
/**
 * What stands in my way, in words; none when I may approve.
 */
bar: string | null, 
/**
 * Whether I may approve with an override and a reason, because nobody else may.
 */
mayOverride: boolean, 
/**
 * Whether I may reject it or send it back.
 */
mayRefuse: boolean, 
/**
 * Whether I may take it back.
 */
mayWithdraw: boolean, 
/**
 * Whether I may record an approval given on paper.
 */
mayRecord: boolean, };

/**
 * Figures of approvals over a time; a figure without a base is none.
 */
export type ApprovalFigures = { 
/**
 * Items decided: approved or rejected.
 */
decided: number, 
/**
 * Of these, sent back or rejected at least once.
 */
reworked: number, 
/**
 * Of these, approved at the first submission.
 */
first_pass: number, 
/**
 * Half of the decisions took no more than this many minutes.
 */
medianMinutes: number | null, };

/**
 * One request.
 */
export type ApprovalGetInput = { 
/**
 * The record.
 */
id: RecordId, };

/**
 * A request in the list.
 */
export type ApprovalItem = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code, for example `AP-001`.
 */
code: string, 
/**
 * What is asked, in words.
 */
title: string, 
/**
 * Which document.
 */
kind: DocumentKind, 
/**
 * Its version.
 */
version: number, 
/**
 * Where it stands.
 */
state: ApprovalState, 
/**
 * How it was decided.
 */
how: ApprovalManner | null, 
/**
 * Who asked.
 */
requestedBy: MemberRef | null, 
/**
 * When.
 */
requestedAt: string | null, 
/**
 * Who is asked.
 */
asked: MemberRef | null, 
/**
 * Who decided: a member, or the name on the paper.
 */
decidedBy: string | null, 
/**
 * When.
 */
decidedAt: string | null, 
/**
 * Whether it waits for me: I may decide, and I am asked or nobody is.
 */
mine: boolean, };

/**
 * All requests, newest first, with figures of the last 30 days.
 */
export type ApprovalList = { 
/**
 * The requests.
 */
items: Array<ApprovalItem>, 
/**
 * Figures of the last 30 days.
 */
figures: ApprovalFigures, 
/**
 * Requests that wait for me.
 */
waitingForMe: number, 
/**
 * When the oldest of these was made.
 */
oldest: string | null, };

/**
 * All requests.
 */
export type ApprovalListInput = Record<symbol, never>;

/**
 * How an approval was given.
 */
export type ApprovalManner = "in-app" | "paper" | "override";

/**
 * Records an approval that was given outside the program: on a signed page, in minutes or by e-mail. Without a waiting
 * request the present content is frozen first.
 */
export type ApprovalRecordPaperInput = { 
/**
 * Which document.
 */
kind: DocumentKind, 
/**
 * Who signed.
 */
signatory: string, 
/**
 * The day on the paper.
 */
signedOn: string, 
/**
 * The page, minutes or e-mail, as evidence.
 */
evidence: RecordId, 
/**
 * A remark.
 */
note: string, };

/**
 * Where a request for approval stands.
 */
export type ApprovalState = "requested" | "approved" | "sent-back" | "rejected" | "withdrawn";

/**
 * Takes one's own request back.
 */
export type ApprovalWithdrawInput = { 
/**
 * The request.
 */
id: RecordId, };

/**
 * An assessment in the list.
 */
export type AssessmentItem = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Its name.
 */
name: string, 
/**
 * Open or frozen.
 */
state: AssessmentState, 
/**
 * What it is for.
 */
kind: AssessmentKind, 
/**
 * When it was frozen.
 */
frozenOn: string | null, 
/**
 * The assessment whose lines it began with.
 */
basedOn: RecordId | null, 
/**
 * Figures of the clauses.
 */
clauses: FiguresView, 
/**
 * Figures of the controls.
 */
controls: FiguresView, };

/**
 * What an assessment is for.
 */
export type AssessmentKind = "baseline" | "reassessment" | "mock";

/**
 * Whether the lines of an assessment may still change.
 */
export type AssessmentState = "open" | "frozen";

/**
 * The assessment at hand.
 */
export type AssessmentView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Its name.
 */
name: string, 
/**
 * Open or frozen.
 */
state: AssessmentState, 
/**
 * What it is for.
 */
kind: AssessmentKind, 
/**
 * When it was frozen.
 */
frozenOn: string | null, };

/**
 * Makes a backup now; one of today is replaced.
 */
export type BackupCreateInput = Record<symbol, never>;

/**
 * One backup in the list.
 */
export type BackupItem = { 
/**
 * The file.
 */
file: Place, 
/**
 * The day it stands for.
 */
day: CalendarDate, 
/**
 * When it was written.
 */
writtenAt: Timestamp | null, 
/**
 * Its bytes.
 */
size: number, };

/**
 * The backups of the open workspace.
 */
export type BackupList = { 
/**
 * The folder, for a person to read.
 */
folder: string, 
/**
 * Whether somebody chose the folder; otherwise it is the program's own.
 */
chosen: boolean, 
/**
 * How many are kept.
 */
kept: number, 
/**
 * The backups, newest first.
 */
items: Array<BackupItem>, 
/**
 * Why the last attempt failed, in words.
 */
trouble: string | null, };

/**
 * The backups of the open workspace and of copies of it on this computer, newest first.
 */
export type BackupListInput = Record<symbol, never>;

/**
 * Opens a backup as a copy: writes it to a new file and opens that. The backup stays as it is.
 */
export type BackupOpenInput = { 
/**
 * The backup.
 */
file: Token, 
/**
 * Where the copy goes, from a save dialog.
 */
to: Token, 
/**
 * The passphrase the workspace had on that day.
 */
passphrase: string | null, };

/**
 * Chooses the folder for backups from now on; none takes the program's own again. Earlier ones stay where they are.
 */
export type BackupPlaceInput = { 
/**
 * A folder, from a folder dialog.
 */
folder: Token | null, };

/**
 * How the backups of the open workspace stand, for the frame.
 */
export type BackupState = { 
/**
 * Day of the newest one.
 */
last: CalendarDate | null, 
/**
 * Why the last attempt failed, in words; work goes on all the same.
 */
trouble: string | null, };

/**
 * On what a must-item rests.
 */
export type Basis = "requirement" | "good-practice" | "law";

/**
 * A line that blocks certification.
 */
export type Blocker = { 
/**
 * The requirement's own id.
 */
line: string, 
/**
 * Its title.
 */
title: string, };

/**
 * A calendar date, `YYYY-MM-DD`, that exists. Sorts as text.
 */
export type CalendarDate = string;

/**
 * Takes candidates into the register: each becomes a system with what is known of it. Its scope is not decided and it
 * is not classified.
 */
export type CandidateAcceptInput = { 
/**
 * The candidates.
 */
ids: Array<RecordId>, };

/**
 * A column of the list and what is made of it.
 */
export type CandidateColumn = { 
/**
 * Its header.
 */
header: string, 
/**
 * What it becomes, in words.
 */
becomes: string, };

/**
 * Candidates by state.
 */
export type CandidateCounts = { 
/**
 * Nobody has decided.
 */
new: number, 
/**
 * Became a system.
 */
accepted: number, 
/**
 * Belong to a system that was there.
 */
merged: number, 
/**
 * Put aside.
 */
dismissed: number, };

/**
 * Writes down a candidate. Named for an item of a sweep, it makes the item's answer “found”.
 */
export type CandidateCreateInput = { 
/**
 * What is known of it.
 */
values: CandidateValues, 
/**
 * The sweep that found it.
 */
sweep: RecordId | null, 
/**
 * How it was found: a key of the list of sources.
 */
foundBy: string | null, };

/**
 * Puts candidates aside, with a reason.
 */
export type CandidateDismissInput = { 
/**
 * The candidates.
 */
ids: Array<RecordId>, 
/**
 * Why they are no AI systems, or none of ours.
 */
reason: string, };

/**
 * One candidate.
 */
export type CandidateGetInput = { 
/**
 * The record.
 */
id: RecordId, };

/**
 * What a list brings.
 */
export type CandidateImport = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Name of the sheet.
 */
sheet: string, 
/**
 * Name of the source.
 */
source: string, 
/**
 * The columns.
 */
columns: Array<CandidateColumn>, 
/**
 * Rows of the list.
 */
rows: number, 
/**
 * Rows that become a candidate.
 */
created: number, 
/**
 * Rows that say the product is not used.
 */
unused: number, 
/**
 * Rows that are a candidate or a system already.
 */
known: number, 
/**
 * Rows that cannot be brought in.
 */
skipped: number, 
/**
 * The first rows that become candidates.
 */
shown: Array<CandidateRow>, 
/**
 * The first problems, by place.
 */
problems: Array<ImportProblem>, 
/**
 * Problems in all.
 */
problemCount: number, 
/**
 * Number of the entry; none when nothing was written.
 */
entry: number | null, };

/**
 * Reads a list; writes its rows as candidates unless it is a dry run.
 */
export type CandidateImportInput = { 
/**
 * The workbook or CSV file.
 */
file: Token, 
/**
 * Only say what would happen.
 */
dryRun: boolean, };

/**
 * A candidate in the list.
 */
export type CandidateItem = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Who makes it.
 */
vendor: string | null, 
/**
 * The product.
 */
product: string | null, 
/**
 * The model.
 */
model: string | null, 
/**
 * Who uses it.
 */
department: string | null, 
/**
 * What for.
 */
purpose: string | null, 
/**
 * How it was found, in words.
 */
foundBy: string | null, 
/**
 * The sweep that found it.
 */
sweep: RecordRef | null, 
/**
 * What became of it.
 */
state: CandidateState, 
/**
 * Why it was dismissed.
 */
reason: string | null, 
/**
 * The system it became or belongs to.
 */
system: RecordRef | null, 
/**
 * What it is most probably the same as; only while nobody has decided.
 */
like: CandidateLike | null, };

/**
 * What a candidate is probably the same as.
 */
export type CandidateLike = { 
/**
 * The other: a system or a candidate.
 */
record: RecordRef, 
/**
 * How much speaks for it.
 */
strength: LikeStrength, 
/**
 * Why, in words.
 */
why: string, };

/**
 * Which candidates to show. Empty parts do not restrict.
 */
export type CandidateListInput = { 
/**
 * Text that code, name, vendor, product, model, department or purpose holds.
 */
text: string | null, 
/**
 * Only these states.
 */
states: Array<CandidateState>, 
/**
 * Only what sweeps of these areas found; `none` stands for no sweep.
 */
areas: Array<string>, 
/**
 * Only these vendors; `none` stands for no vendor.
 */
vendors: Array<string>, 
/**
 * Only candidates that are likely something that is there already, or only the others.
 */
like: boolean | null, 
/**
 * Rows to leave out at the beginning.
 */
offset: number, 
/**
 * Rows at most; 0 stands for all.
 */
limit: number, };

/**
 * Adds candidates to a system that is there already: only empty fields are filled.
 */
export type CandidateMergeInput = { 
/**
 * The candidates.
 */
ids: Array<RecordId>, 
/**
 * The system.
 */
into: RecordId, };

/**
 * What a merge did, in words.
 */
export type CandidateMerged = { 
/**
 * The system.
 */
system: RecordRef, 
/**
 * Labels of the fields that were filled.
 */
filled: Array<string>, 
/**
 * Labels of fields in which both say something different; the system's value was kept.
 */
kept: Array<string>, };

/**
 * A page of candidates.
 */
export type CandidatePage = { 
/**
 * The candidates.
 */
items: Array<CandidateItem>, 
/**
 * How many fit the filter.
 */
found: number, 
/**
 * How many there are.
 */
total: number, 
/**
 * All of them by state.
 */
counts: CandidateCounts, 
/**
 * Vendors that are named, for the filter.
 */
vendors: Array<string>, };

/**
 * Takes back what was decided about candidates, each on its own: a system made of one is hidden again unless it was
 * worked on since; what a merge filled is emptied unless it was changed since.
 */
export type CandidateReturnInput = { 
/**
 * The candidates.
 */
ids: Array<RecordId>, };

/**
 * A row that becomes a candidate.
 */
export type CandidateRow = { 
/**
 * Number of the row in the sheet.
 */
row: number, 
/**
 * Name of the candidate.
 */
name: string, 
/**
 * Department.
 */
department: string | null, 
/**
 * What for.
 */
purpose: string | null, };

/**
 * What became of a candidate for the register.
 */
export type CandidateState = "new" | "accepted" | "merged" | "dismissed";

/**
 * Changes what is known of a candidate that nobody has decided about.
 */
export type CandidateUpdateInput = { 
/**
 * The candidate.
 */
id: RecordId, 
/**
 * What is known of it now.
 */
values: CandidateValues, };

/**
 * What is known of a candidate.
 */
export type CandidateValues = { 
/**
 * Its name.
 */
name: string, 
/**
 * Who makes it.
 */
vendor: string | null, 
/**
 * The product.
 */
product: string | null, 
/**
 * The model.
 */
model: string | null, 
/**
 * Who uses it.
 */
department: string | null, 
/**
 * What for.
 */
purpose: string | null, };

/**
 * A candidate with everything known of it.
 */
export type CandidateView = { 
/**
 * What the list shows.
 */
item: CandidateItem, 
/**
 * Facts an import brought along.
 */
imported: Array<ImportedFact>, 
/**
 * Where it was imported from.
 */
source: string | null, 
/**
 * Everything it may be the same as, the likeliest first.
 */
alike: Array<CandidateLike>, };

/**
 * Who changed a field, and so what happens to it.
 */
export type ChangeState = "file" | "cairn" | "conflict";

/**
 * A check in words.
 */
export type CheckView = { 
/**
 * Its code.
 */
code: string, 
/**
 * How it came out.
 */
weight: Weight, 
/**
 * In words.
 */
label: string, };

/**
 * Answers one question in the draft, which is made on the way. What is left out stays as it is.
 */
export type ClassificationAnswerInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, 
/**
 * Id of the question.
 */
question: string, 
/**
 * The chosen keys; none of them takes the answer back.
 */
answer: Array<string> | null, 
/**
 * Reasons, by the question's id or the id of a note about it; a blank one is taken back.
 */
notes: { [key in string]: string }, 
/**
 * The system whose answer a person chose to take over; it must have been answered so there.
 */
taken_from?: RecordId, };

/**
 * The rules a case rests on.
 */
export type ClassificationBasis = { 
/**
 * Title of the law.
 */
title: string, 
/**
 * Version of the rule pack.
 */
version: string, 
/**
 * State of the law the pack describes.
 */
date: CalendarDate, 
/**
 * SHA-256 of the pack.
 */
sha256: string, 
/**
 * It is the newest version.
 */
newest: boolean, 
/**
 * What the result is, and what it is not.
 */
notice: string, };

/**
 * Begins a new draft from the answers of the decision in force.
 */
export type ClassificationBeginInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, };

/**
 * Begins new drafts for several systems at once, each from the answers of its decision in force. Systems with a draft
 * are left as they are.
 */
export type ClassificationBeginManyInput = { 
/**
 * The systems.
 */
systems: Array<RecordId>, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, };

/**
 * Systems whose tier, duties or dates another version of the rules would change. Nothing is written.
 */
export type ClassificationCompareInput = { 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, 
/**
 * Version to compare with; the newest when left out.
 */
version?: string, };

/**
 * What a version of the rules would change.
 */
export type ClassificationComparison = { 
/**
 * Version compared with.
 */
version: string, 
/**
 * State of the law it describes.
 */
date: string, 
/**
 * Decisions looked at.
 */
decided: number, 
/**
 * How many would change their tier.
 */
tiers: number, 
/**
 * How many would change duties or dates only.
 */
duties: number, 
/**
 * How many leave questions of that version open.
 */
open: number, 
/**
 * Systems that would come out otherwise, by code.
 */
items: Array<ClassificationShift>, };

/**
 * Answers that do not fit together.
 */
export type ClassificationConflict = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * How hard it is.
 */
weight: RuleWeight, 
/**
 * In words.
 */
label: string, 
/**
 * The questions concerned.
 */
questions: Array<string>, };

/**
 * A day of a duty, with its limit.
 */
export type ClassificationDay = { 
/**
 * The day.
 */
date: CalendarDate, 
/**
 * A limit on it.
 */
qualifier: string | null, };

/**
 * Every day of a duty.
 */
export type ClassificationDays = { 
/**
 * Days with their limits, earliest first.
 */
days: Array<ClassificationDay>, 
/**
 * The day the article formally applies, where that differs from the day it can bite.
 */
formal: CalendarDate | null, };

/**
 * Signs the draft as the decision in force.
 */
export type ClassificationDecideInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, 
/**
 * When to look at it again, a day after today; the proposed day when left out. A decision without such a day is
 * not signed: `null` is refused.
 */
reviewOn?: CalendarDate | null, };

/**
 * What changed since the decision before.
 */
export type ClassificationDifference = { 
/**
 * Nothing did.
 */
same: boolean, 
/**
 * The tier changed.
 */
tierChanged: boolean, 
/**
 * Tier before.
 */
tierBefore: RuleWord | null, 
/**
 * Tier now.
 */
tierAfter: RuleWord | null, 
/**
 * Outcomes that came.
 */
outcomesAdded: Array<string>, 
/**
 * Outcomes that went.
 */
outcomesRemoved: Array<string>, 
/**
 * Outcomes whose day moved.
 */
outcomesMoved: Array<ClassificationOutcomeMove>, 
/**
 * Duties that came, went or moved.
 */
obligations: Array<ClassificationDutyChange>, };

/**
 * A duty of ours.
 */
export type ClassificationDuty = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Provisions as one text, for example `Art. 11, Annex IV`.
 */
ref: string, 
/**
 * What to do.
 */
label: string, 
/**
 * Title of the article, for a duty that is a whole article.
 */
title: string | null, 
/**
 * Group it is shown in.
 */
category: string, 
/**
 * Those of our roles that it binds.
 */
roles: Array<string>, 
/**
 * The day from which it applies.
 */
appliesFrom: CalendarDate, 
/**
 * A limit on that day.
 */
qualifier: string | null, 
/**
 * Every date, earliest first.
 */
dates: Array<ClassificationDutyDate>, 
/**
 * The day the article formally applies, where that differs from the day it can bite.
 */
formalFrom: CalendarDate | null, 
/**
 * What shows that it is done.
 */
evidence: Array<string>, 
/**
 * A remark, for example on an uncertain reading.
 */
remark: string | null, 
/**
 * Confirm with counsel.
 */
confirm: boolean, };

/**
 * A duty that came, went or moved between two decisions.
 */
export type ClassificationDutyChange = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Its provisions.
 */
ref: string, 
/**
 * What to do.
 */
label: string, 
/**
 * Its days before, none for a new duty.
 */
before: ClassificationDays | null, 
/**
 * Its days now, none for a duty that went.
 */
after: ClassificationDays | null, };

/**
 * A date of a duty.
 */
export type ClassificationDutyDate = { 
/**
 * The day.
 */
date: CalendarDate, 
/**
 * What happens on it.
 */
label: string, 
/**
 * A limit on it.
 */
qualifier: string | null, };

/**
 * What one answer changes: just given, against what was said before; else against the question answered with what
 * opens nothing, or not at all.
 */
export type ClassificationEffect = { 
/**
 * The question.
 */
text: string, 
/**
 * Its answers.
 */
answers: Array<string>, 
/**
 * Provisions of the question and of the answers.
 */
refs: Array<string>, 
/**
 * What came, went and moved.
 */
difference: ClassificationDifference, };

/**
 * A fact of the register that the decision rests on.
 */
export type ClassificationFact = { 
/**
 * Key of the field.
 */
field: string, 
/**
 * Its label.
 */
label: string, 
/**
 * What it was; empty for nothing.
 */
then: string, 
/**
 * What it is now, where that is something else; empty for nothing.
 */
now: string | null, };

/**
 * An answer that was given to a relevant question.
 */
export type ClassificationFinding = { 
/**
 * Id of the question.
 */
question: string, 
/**
 * Id of its step.
 */
step: string, 
/**
 * The step's title.
 */
topic: string, 
/**
 * The question.
 */
text: string, 
/**
 * Chosen answers.
 */
answers: Array<string>, 
/**
 * Provisions of the question and of the chosen answers.
 */
refs: Array<string>, 
/**
 * The provision that the answer falls under: those of the chosen answers, where they name none the first of the
 * question.
 */
provisions: Array<string>, 
/**
 * The strongest effect among the chosen answers.
 */
effect: RuleEffect, 
/**
 * The person's reason.
 */
note: string | null, 
/**
 * Confirm with counsel.
 */
confirm: boolean, };

/**
 * A question that is open, and who may know.
 */
export type ClassificationGap = { 
/**
 * Id of the question.
 */
question: string, 
/**
 * The question.
 */
text: string, 
/**
 * Whom to ask.
 */
ask: string, 
/**
 * Provisions it rests on.
 */
refs: Array<string>, };

/**
 * One case.
 */
export type ClassificationGetInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, 
/**
 * An earlier decision; none gives the draft, else the decision in force.
 */
decision: RecordId | null, 
/**
 * The question somebody looks at, to tell what its answer brings.
 */
question: string | null, };

/**
 * A system in the list.
 */
export type ClassificationItem = { 
/**
 * The system.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Scope decision.
 */
scope: SystemScope, 
/**
 * A draft comes before the decision it would replace.
 */
standing: ClassificationStanding, 
/**
 * Tier of the decision in force.
 */
tier: string | null, 
/**
 * Worst tier that the draft can still come to.
 */
worstPossible: string | null, 
/**
 * Relevant questions of the draft that are unanswered or unknown.
 */
missing: number | null, 
/**
 * Code of the decision in force.
 */
decision: string | null, 
/**
 * When it was decided.
 */
decidedAt: string | null, 
/**
 * By whom.
 */
decidedBy: MemberRef | null, 
/**
 * When to look at it again.
 */
reviewOn: string | null, 
/**
 * It rests on another version of the rules than the newest.
 */
outdated: boolean, 
/**
 * The register says something else of the system than when it was decided.
 */
changed: boolean, 
/**
 * The day to look at it again has come.
 */
reviewDue: boolean, 
/**
 * Screening level of the system: how soon and how deep to look.
 */
screening: ScreeningLevel | null, 
/**
 * Who owns the system.
 */
owner: MemberRef | null, };

/**
 * Systems and where their classification stands.
 */
export type ClassificationListInput = { 
/**
 * Text that name, code, supplier, purpose or department holds.
 */
text: string | null, 
/**
 * Only these; none chosen means all.
 */
standing: Array<ClassificationStanding>, 
/**
 * Only these tiers in force; `not-classified` stands for none.
 */
tier: Array<string>, 
/**
 * Only decisions that want another look for one of these reasons; none chosen means all.
 */
mark: Array<ClassificationMark>, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, };

/**
 * Why a decision in force wants another look.
 */
export type ClassificationMark = "changed" | "outdated" | "review-due";

/**
 * A written reason that is asked for.
 */
export type ClassificationNote = { 
/**
 * Id under which its text is kept among the notes.
 */
id: string, 
/**
 * The question it explains.
 */
question: string, 
/**
 * What to write about.
 */
label: string, 
/**
 * How.
 */
explain: string, 
/**
 * Provisions that ask for it.
 */
refs: Array<string>, 
/**
 * It has been written.
 */
given: boolean, };

/**
 * An outcome that holds.
 */
export type ClassificationOutcome = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Short.
 */
label: string, 
/**
 * What it means.
 */
explain: string, 
/**
 * Provisions it rests on.
 */
refs: Array<string>, 
/**
 * The day from which it matters.
 */
appliesFrom: CalendarDate | null, 
/**
 * A limit on that day.
 */
qualifier: string | null, 
/**
 * It is one of those that give the tier.
 */
makesTier: boolean, 
/**
 * Questions whose answers carry it, in the order of the questions.
 */
grounds: Array<string>, 
/**
 * Confirm with counsel.
 */
confirm: boolean, };

/**
 * An outcome whose day moved.
 */
export type ClassificationOutcomeMove = { 
/**
 * In words.
 */
label: string, 
/**
 * Its day before.
 */
before: CalendarDate | null, 
/**
 * Its day now.
 */
after: CalendarDate | null, };

/**
 * Systems that are not classified come first.
 */
export type ClassificationPage = { 
/**
 * Systems that fit the filter: drafts, then those not begun, then decided ones; in each, as screened, then by code.
 */
items: Array<ClassificationItem>, 
/**
 * Systems that are not retired.
 */
total: number, 
/**
 * Systems with a decision in force.
 */
classified: number, 
/**
 * Systems with a draft.
 */
drafts: number, 
/**
 * The tiers of the rules, in their order.
 */
tiers: Array<RuleWord>, };

/**
 * A place in the queue of systems without a decision.
 */
export type ClassificationQueue = { 
/**
 * Systems in the register that are not retired.
 */
total: number, 
/**
 * Of these, systems with a decision in force.
 */
decided: number, 
/**
 * Systems still in the queue.
 */
waiting: number, 
/**
 * The place in the queue of the system somebody is at, from 1; none when it does not wait.
 */
place: number | null, 
/**
 * Screening level of the system somebody is at: how deep to go.
 */
level: ScreeningLevel | null, 
/**
 * The next system after the one somebody is at, by screening level and then by code, from the beginning again after the last; none when
 * nothing else waits.
 */
next: RecordRef | null, 
/**
 * The one before it, in the same way.
 */
previous: RecordRef | null, };

/**
 * The queue of systems without a decision under some rules, by screening level and then by code.
 */
export type ClassificationQueueInput = { 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, 
/**
 * The system somebody is at.
 */
at?: RecordId, };

/**
 * Why a case cannot be signed yet.
 */
export type ClassificationRefusal = { 
/**
 * Message key.
 */
code: string, 
/**
 * In words.
 */
label: string, 
/**
 * The question at which it can be mended.
 */
question: string | null, };

/**
 * Throws the draft away; a decision in force stays.
 */
export type ClassificationResetDraftInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, };

/**
 * A decision of the rules with its words.
 */
export type ClassificationResult = { 
/**
 * The tier; none while provisional.
 */
tier: RuleWord | null, 
/**
 * Something relevant is unknown or unanswered.
 */
provisional: boolean, 
/**
 * A tier that no further answer can change.
 */
certainTier: RuleWord | null, 
/**
 * The worst tier that is still possible.
 */
worstPossible: RuleWord, 
/**
 * Relevant questions that are unanswered or unknown.
 */
missing: Array<string>, 
/**
 * The same with their words and whom to ask.
 */
gaps: Array<ClassificationGap>, 
/**
 * Questions that may become relevant.
 */
possible: Array<string>, 
/**
 * Relevant questions, answered or not.
 */
visible: Array<string>, 
/**
 * The question to put next.
 */
next: string | null, 
/**
 * Our roles.
 */
roles: Array<RuleWord>, 
/**
 * Outcomes that hold.
 */
outcomes: Array<ClassificationOutcome>, 
/**
 * Outcomes that are still open.
 */
possibleOutcomes: Array<RuleWord>, 
/**
 * The first day among the outcomes that give the tier; among all of them where none gives it.
 */
appliesFrom: CalendarDate | null, 
/**
 * A limit on that day.
 */
qualifier: string | null, 
/**
 * Answers given, in the order of the questions.
 */
findings: Array<ClassificationFinding>, 
/**
 * Duties for our roles.
 */
obligations: Array<ClassificationDuty>, 
/**
 * How many duties are still open.
 */
possibleObligations: number, 
/**
 * Answers that do not fit together.
 */
contradictions: Array<ClassificationConflict>, 
/**
 * Written reasons that are asked for.
 */
requiredNotes: Array<ClassificationNote>, };

/**
 * A system whose decision would come out otherwise.
 */
export type ClassificationShift = { 
/**
 * The system.
 */
system: RecordRef, 
/**
 * The decision in force.
 */
decision: RecordRef, 
/**
 * Version of the rules it was decided by.
 */
version: string, 
/**
 * Its tier.
 */
before: RuleWord | null, 
/**
 * The tier under the other version; none while questions are open there.
 */
after: RuleWord | null, 
/**
 * The worst it can still come to, while questions are open.
 */
worstPossible: RuleWord, 
/**
 * Questions of the other version that the stored answers leave open.
 */
missing: number, 
/**
 * A draft is open already.
 */
draft: boolean, 
/**
 * What would come, go or move.
 */
difference: ClassificationDifference, };

/**
 * Who decided, when, and until when it stands.
 */
export type ClassificationSignature = { 
/**
 * Who.
 */
by: MemberRef | null, 
/**
 * When.
 */
at: string | null, 
/**
 * When to look at it again.
 */
reviewOn: string | null, 
/**
 * Whether a consultant signed: then it is a recommendation, and management has still to decide.
 */
recommended: boolean, };

/**
 * How similar systems were answered on one question, the most similar first.
 */
export type ClassificationSimilarInput = { 
/**
 * The system somebody is at.
 */
system: RecordId, 
/**
 * The question.
 */
question: string, 
/**
 * Id of the rules; the EU AI Act when left out.
 */
pack?: string, };

/**
 * Where a system stands on its way to a decision.
 */
export type ClassificationStanding = "draft" | "open" | "decided" | "superseded";

/**
 * A decision in the history of a system.
 */
export type ClassificationVersion = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * Counted from the first decision of the system.
 */
version: number, 
/**
 * In force or replaced.
 */
standing: ClassificationStanding, 
/**
 * Its tier.
 */
tier: RuleWord | null, 
/**
 * Who decided, and when.
 */
signed: ClassificationSignature, };

/**
 * One case with all a person needs to answer or to read it.
 */
export type ClassificationView = { 
/**
 * Id of the rules.
 */
pack: string, 
/**
 * Short title of the rules.
 */
rules: string, 
/**
 * What the register says of the system: of a decision as it was, with what changed since.
 */
facts: Array<ClassificationFact>, 
/**
 * Evidence for single answers.
 */
evidence: Array<AnswerEvidence>, 
/**
 * The system.
 */
system: RecordRef, 
/**
 * Whose decision it is.
 */
organisation: string, 
/**
 * Where this case stands.
 */
standing: ClassificationStanding, 
/**
 * The case, once something was answered.
 */
record: RecordRef | null, 
/**
 * Which decision of the system it is or would become, counted from 1.
 */
version: number, 
/**
 * Answers and notes.
 */
answers: RuleAnswers, 
/**
 * What they come to.
 */
result: ClassificationResult, 
/**
 * What they come to if the open questions bring nothing more.
 */
soFar: ClassificationResult, 
/**
 * Ids of duties of `so_far` that the answer to the question looked at brings.
 */
brought: Array<string>, 
/**
 * Everything that this answer changes; none while the question has no answer.
 */
effect: ClassificationEffect | null, 
/**
 * Who decided; none for a draft.
 */
signed: ClassificationSignature | null, 
/**
 * The rules it rests on.
 */
basis: ClassificationBasis, 
/**
 * The day proposed to look at it again, if it were signed today.
 */
reviewProposed: CalendarDate, 
/**
 * Why it cannot be signed yet, or not by whoever looks at it.
 */
refusals: Array<ClassificationRefusal>, 
/**
 * What changed since the decision before.
 */
difference: ClassificationDifference | null, 
/**
 * Every decision of the system, newest first.
 */
history: Array<ClassificationVersion>, };

/**
 * Codes a consumer acts on; each has the message `error-<code>` and, where useful, `error-<code>-hint`.
 */
export type Code = "bad-call" | "invalid" | "refused" | "not-found" | "conflict" | "no-permission" | "no-workspace" | "passphrase-needed" | "passphrase-wrong" | "not-a-workspace" | "newer-format" | "older-format" | "damaged" | "read-only" | "busy" | "config-folder" | "disk-full" | "exists" | "missing" | "file-refused" | "cancelled" | "internal";

/**
 * Writes a comment.
 */
export type CommentCreateInput = { 
/**
 * The record it is about.
 */
record: RecordId, 
/**
 * The words.
 */
body: string, };

/**
 * A comment.
 */
export type CommentView = { 
/**
 * Id of the comment.
 */
id: RecordId, 
/**
 * Who wrote it.
 */
author: MemberRef, 
/**
 * When.
 */
at: string, 
/**
 * The words.
 */
body: string, };

/**
 * How sure the assessor is.
 */
export type Confidence = "high" | "medium" | "low";

/**
 * Conformity of one line. "Not assessed" is the absence of a value, never a number.
 */
export type Conformity = "not-addressed" | "partly" | "on-paper" | "shown-by-records";

/**
 * Which conformity the answers stand against.
 */
export type ConformityChoice = { 
/**
 * The conformity.
 */
conformity: Conformity, 
/**
 * Why it is refused, in words; empty when it is allowed.
 */
refused: Array<string>, };

/**
 * How far a control is in place.
 */
export type ControlStatus = "not-started" | "planned" | "in-part" | "in-place" | "in-place-with-records";

/**
 * What creating gives.
 */
export type Created = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Its human code.
 */
code: string | null, };

/**
 * A top entry of a framework, such as a clause, an area of controls, a function or a chapter.
 */
export type CrosswalkArea = { 
/**
 * The framework's own id.
 */
id: string, 
/**
 * Official title.
 */
title: string, };

/**
 * How many entries have a counterpart.
 */
export type CrosswalkCoverage = { 
/**
 * Entries with a counterpart.
 */
covered: number, 
/**
 * Of these, by a named source.
 */
coveredBySource: number, 
/**
 * Entries one can assess.
 */
items: number, 
/**
 * Entries without any.
 */
without: Array<string>, };

/**
 * One end of a pair.
 */
export type CrosswalkEnd = { 
/**
 * Id as the source has it.
 */
id: string, 
/**
 * Official title; none when the framework has no such entry.
 */
title: string | null, 
/**
 * The framework's own id of the entry, which may hold the point that the source names; none when it has none.
 */
entry: string | null, 
/**
 * Id of the top entry it stands under, its own when it is one; none when the framework has no such entry.
 */
area: string | null, };

/**
 * Writes the crosswalk between two frameworks as Excel.
 */
export type CrosswalkExportInput = { 
/**
 * Framework to read from.
 */
from: string, 
/**
 * Framework to read to.
 */
to: string, 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * One crosswalk with all its pairs.
 */
export type CrosswalkGetInput = { 
/**
 * Framework to read from.
 */
from: string, 
/**
 * Framework to read to.
 */
to: string, };

/**
 * All crosswalks.
 */
export type CrosswalkListInput = Record<symbol, never>;

/**
 * One pair, everything as its source states it.
 */
export type CrosswalkPair = { 
/**
 * Entry of the first framework.
 */
from: CrosswalkEnd | null, 
/**
 * Entry of the second framework.
 */
to: CrosswalkEnd | null, 
/**
 * Relation as stated.
 */
relation: Relation, 
/**
 * Published, title identity or judgement.
 */
origin: PairOrigin, 
/**
 * Who says so.
 */
source: string, 
/**
 * How sure.
 */
confidence: Confidence | null, 
/**
 * Strength on the source's own scale.
 */
strength: string | null, 
/**
 * Remark.
 */
note: string | null, 
/**
 * The id that the source prints where it differs from the entry's own.
 */
publishedAs: string | null, };

/**
 * A crosswalk in a list.
 */
export type CrosswalkSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Framework it starts from.
 */
from: string, 
/**
 * Framework it goes to.
 */
to: string, 
/**
 * Pairs.
 */
rows: number, };

/**
 * A crosswalk with all its pairs, read from `from` to `to`.
 */
export type CrosswalkView = { 
/**
 * What the list shows.
 */
summary: CrosswalkSummary, 
/**
 * Title of the first framework.
 */
fromTitle: string, 
/**
 * Title of the second framework.
 */
toTitle: string, 
/**
 * Top entries of the first framework, in its order.
 */
fromAreas: Array<CrosswalkArea>, 
/**
 * Top entries of the second framework, in its order.
 */
toAreas: Array<CrosswalkArea>, 
/**
 * Where the pairs come from.
 */
sources: Array<string>, 
/**
 * What to know about them.
 */
notes: Array<string>, 
/**
 * Pairs in the order of the first framework.
 */
pairs: Array<CrosswalkPair>, 
/**
 * Coverage of the first framework.
 */
fromCoverage: CrosswalkCoverage, 
/**
 * Coverage of the second framework.
 */
toCoverage: CrosswalkCoverage, };

/**
 * How `03/04/2025` is to be read.
 */
export type DateOrder = "day-month" | "month-day";

/**
 * Decision on one control. An absent row is not decided.
 */
export type Decision = "included" | "excluded" | "not-decided";

/**
 * Who delivers an included control.
 */
export type Delivery = "own" | "shared" | "provider";

/**
 * Height of rows.
 */
export type Density = "comfortable" | "dense";

/**
 * The newest entry of a device.
 */
export type DeviceEntry = { 
/**
 * Its number in this file.
 */
n: number, 
/**
 * Its time.
 */
at: Timestamp, };

/**
 * All devices, in the order of admission.
 */
export type DeviceListInput = Record<symbol, never>;

/**
 * Gives a device another name.
 */
export type DeviceRenameInput = { 
/**
 * The device.
 */
id: RecordId, 
/**
 * Its name from now on.
 */
name: string, };

/**
 * Revokes a device: what it signed stays, what it signs from now on is refused and found by verification.
 */
export type DeviceRevokeInput = { 
/**
 * The device.
 */
id: RecordId, 
/**
 * Why.
 */
reason: string, };

/**
 * A device in the list.
 */
export type DeviceView = { 
/**
 * The device.
 */
id: RecordId, 
/**
 * What people call it.
 */
name: string, 
/**
 * Whose key it is.
 */
member: MemberRef, 
/**
 * When it was admitted.
 */
admittedAt: Timestamp, 
/**
 * When it was revoked.
 */
revokedAt: Timestamp | null, 
/**
 * Its newest entry.
 */
last: DeviceEntry | null, 
/**
 * Whether it is the key this program signs with.
 */
here: boolean, };

/**
 * An area that is looked through.
 */
export type DiscoveryArea = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What belongs to it.
 */
about: string, 
/**
 * Whether it is looked through once for each department.
 */
perDepartment: boolean, 
/**
 * Where it is looked: names of the sources.
 */
sources: Array<string>, 
/**
 * Whether a sweep of it exists.
 */
started: boolean, 
/**
 * Why it is not looked through; none while nobody set it aside.
 */
setAside: string | null, };

/**
 * Sweeps, areas and coverage.
 */
export type DiscoveryGetInput = Record<symbol, never>;

/**
 * Sets an area aside with a reason, or takes it up again.
 */
export type DiscoverySetAsideInput = { 
/**
 * Key of the area.
 */
area: string, 
/**
 * Why nobody looks there; none takes it up again.
 */
reason: string | null, };

/**
 * A source of findings.
 */
export type DiscoverySource = { 
/**
 * Its key.
 */
key: string, 
/**
 * In words.
 */
label: string, };

/**
 * Starts the proposed sweeps: every area once, and those per department once for each department named. What exists
 * already is not started again.
 */
export type DiscoveryStartInput = { 
/**
 * Keys of the areas.
 */
areas: Array<string>, 
/**
 * Departments for the areas that are looked at per department.
 */
departments: Array<string>, 
/**
 * Who leads them.
 */
owner: MemberId | null, 
/**
 * Until when.
 */
due: string | null, };

/**
 * Everything about discovery but the candidates themselves.
 */
export type DiscoveryView = { 
/**
 * The areas, with what to propose.
 */
areas: Array<DiscoveryArea>, 
/**
 * All sources.
 */
sources: Array<DiscoverySource>, 
/**
 * Sweeps, in the order of the areas.
 */
sweeps: Array<SweepSummary>, 
/**
 * Departments known from the register and from sweeps.
 */
departments: Array<string>, 
/**
 * Items settled in all sweeps.
 */
settled: number, 
/**
 * Items of all sweeps.
 */
items: number, 
/**
 * Sweeps closed.
 */
closed: number, 
/**
 * Candidates by state.
 */
candidates: CandidateCounts, };

/**
 * One controlled document.
 */
export type DocumentGetInput = { 
/**
 * Which.
 */
kind: DocumentKind, };

/**
 * What a controlled document is.
 */
export type DocumentKind = "scope" | "soa" | "gap" | "register";

/**
 * All controlled documents.
 */
export type DocumentListInput = Record<symbol, never>;

/**
 * Where a version of a controlled document stands, 7.5.
 */
export type DocumentState = "draft" | "in-review" | "approved" | "superseded";

/**
 * Sends the present content of a document for approval: a version is frozen and bound to the request.
 */
export type DocumentSubmitInput = { 
/**
 * Which document.
 */
kind: DocumentKind, 
/**
 * Who is asked; none leaves it to whoever may approve.
 */
approver: MemberId | null, 
/**
 * What changed and why, for the approver.
 */
note: string, 
/**
 * When the document is to be looked at again.
 */
nextReview: string | null, };

/**
 * A version of a document.
 */
export type DocumentVersionView = { 
/**
 * Version, from 1.
 */
version: number, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * The approval it rests on, or waits for.
 */
approval: RecordId | null, 
/**
 * Who prepared it.
 */
preparedBy: MemberRef | null, 
/**
 * Who approved it: a member, or the name on the paper.
 */
approvedBy: string | null, 
/**
 * How.
 */
how: ApprovalManner | null, 
/**
 * From when it is in force.
 */
effectiveOn: string | null, 
/**
 * When it is to be looked at again.
 */
nextReview: string | null, 
/**
 * First characters of the hash of its content.
 */
hash: string, };

/**
 * A controlled document.
 */
export type DocumentView = { 
/**
 * What it is.
 */
kind: DocumentKind, 
/**
 * Its record, once a version was sent for approval.
 */
id: RecordId | null, 
/**
 * Its number, for example `DOC-001`.
 */
code: string | null, 
/**
 * Its name.
 */
title: string, 
/**
 * Where its present content stands.
 */
state: DocumentState, 
/**
 * That, in a sentence.
 */
standing: string, 
/**
 * The version in force.
 */
inForce: number | null, 
/**
 * Whether the present content differs from the version in force.
 */
changed: boolean, 
/**
 * The request that waits for an answer.
 */
waiting: RecordId | null, 
/**
 * Whether the content changed since that request was made; it can then not be approved.
 */
stale: boolean, 
/**
 * What must be mended before it may be sent for approval, in words.
 */
blockers: Array<string>, 
/**
 * Who may approve it, apart from who asks.
 */
approvers: Array<MemberRef>, 
/**
 * All versions, newest first.
 */
versions: Array<DocumentVersionView>, };

/**
 * Whether a requirement asks for something written.
 */
export type Documentation = "explicit" | "implied";

/**
 * What a host tells its surface without being asked.
 */
export type Event = { "event": "changed", "data": Array<Tag> } | { "event": "progress", "data": JobEvent } | { "event": "dropped", "data": Array<Place> };

/**
 * Attaches a file, or notes where something can be seen. Bytes that are here already do not become a second piece:
 * the evidence that holds them is used, and what is said of it stays.
 */
export type EvidenceAttachInput = { 
/**
 * The record it supports; none puts it into the library only.
 */
record: RecordId | null, 
/**
 * The file; none for a reference.
 */
file: Token | null, 
/**
 * Where it can be seen, when it is no file.
 */
reference: string | null, 
/**
 * Title; the file's name when empty.
 */
title: string | null, 
/**
 * Date of what it shows.
 */
effectiveOn: string | null, 
/**
 * Until when it counts.
 */
validUntil: string | null, 
/**
 * Remark.
 */
note: string | null, 
/**
 * What of the record it is about: for a classification, the question's id.
 */
point?: string, };

/**
 * What a file or reference became.
 */
export type EvidenceAttached = { 
/**
 * The evidence.
 */
id: RecordId, 
/**
 * Its human code.
 */
code: string, 
/**
 * Whether the same bytes were here before, so that the evidence there is used.
 */
known: boolean, };

/**
 * Writes the list of all evidence as Excel.
 */
export type EvidenceExportInput = { 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * All evidence and how much room it takes.
 */
export type EvidenceLibrary = { 
/**
 * The evidence, in the order of codes.
 */
items: Array<EvidenceView>, 
/**
 * Bytes of all files kept, the same bytes counted once.
 */
bytes: number, 
/**
 * Whether that is so much that the file becomes slow to copy and to back up.
 */
large: boolean, };

/**
 * All evidence.
 */
export type EvidenceListInput = Record<symbol, never>;

/**
 * Shows the file of a piece of evidence with the system's program for it, from a copy that is cleared away again.
 */
export type EvidenceOpenInput = { 
/**
 * The evidence.
 */
id: RecordId, };

/**
 * Takes a use away; the evidence stays.
 */
export type EvidenceReleaseInput = { 
/**
 * The use.
 */
id: RecordId, };

/**
 * Writes the file of a piece of evidence where a person wants it.
 */
export type EvidenceSaveInput = { 
/**
 * The evidence.
 */
id: RecordId, 
/**
 * Where to write, from a save dialog.
 */
file: Token, 
/**
 * Whether a file that is there is kept and the write refused; a save dialog has asked already.
 */
keep?: boolean, };

/**
 * Changes what is said of a piece of evidence. The bytes never change.
 */
export type EvidenceUpdateInput = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Title.
 */
title: string, 
/**
 * Date of what it shows.
 */
effectiveOn: string | null, 
/**
 * Until when it counts.
 */
validUntil: string | null, 
/**
 * Remark.
 */
note: string | null, };

/**
 * One use of a piece of evidence.
 */
export type EvidenceUse = { 
/**
 * Id of the use.
 */
id: RecordId, 
/**
 * The record it supports.
 */
record: RecordRef, 
/**
 * What it shows there.
 */
note: string | null, 
/**
 * What of the record it is about.
 */
point: string | null, 
/**
 * Where it stands for a request for evidence that it was handed in for.
 */
state: FileState | null, };

/**
 * Uses evidence that is there already for another record.
 */
export type EvidenceUseInput = { 
/**
 * The evidence.
 */
evidence: RecordId, 
/**
 * The record it supports.
 */
record: RecordId, 
/**
 * What it shows there.
 */
note: string | null, 
/**
 * What of the record it is about: for a classification, the question's id.
 */
point?: string, };

/**
 * A piece of evidence.
 */
export type EvidenceView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Name of the file; none for a reference.
 */
fileName: string | null, 
/**
 * Whether the system's program may show it; a file that could run something is only saved.
 */
openable: boolean, 
/**
 * Size in bytes.
 */
size: number | null, 
/**
 * SHA-256 of the bytes, hexadecimal.
 */
sha256: string | null, 
/**
 * Where it is, when it is no file here.
 */
reference: string | null, 
/**
 * Date of what it shows.
 */
effectiveOn: string | null, 
/**
 * When it was attached.
 */
uploadedAt: string, 
/**
 * Until when it counts.
 */
validUntil: string | null, 
/**
 * Whether that date has passed.
 */
expired: boolean, 
/**
 * Remark.
 */
note: string | null, 
/**
 * Who owns it.
 */
owner: MemberRef | null, 
/**
 * Records that use it.
 */
uses: Array<EvidenceUse>, };

/**
 * The two grounds on which a control may be left out.
 */
export type ExclusionBasis = "not-needed-by-risk" | "not-required-or-exempt";

/**
 * One changed field, both values as people read them; none is empty.
 */
export type FieldChangeView = { 
/**
 * Its label.
 */
label: string, 
/**
 * Value before.
 */
old: string | null, 
/**
 * Value after.
 */
new: string | null, };

/**
 * One field with its words.
 */
export type FieldDescription = { 
/**
 * Key of the value.
 */
key: string, 
/**
 * Its label.
 */
label: string, 
/**
 * A line of help, where one is needed.
 */
help: string | null, 
/**
 * Key of the section it stands in.
 */
section: string, 
/**
 * The section's title.
 */
sectionLabel: string, 
/**
 * How it is edited.
 */
input: FieldInput, 
/**
 * Options of a choice.
 */
options: Array<FieldOption>, 
/**
 * Most characters; 0 where there is no limit.
 */
limit: number, 
/**
 * Whether it may not be empty.
 */
required: boolean, };

/**
 * How a field is edited.
 */
export type FieldInput = "text" | "long-text" | "choice" | "choices" | "date" | "member";

/**
 * One option of a choice.
 */
export type FieldOption = { 
/**
 * Stored word.
 */
word: string, 
/**
 * Its label.
 */
label: string, };

/**
 * Figures of the clauses or the controls.
 */
export type FiguresView = { 
/**
 * Lines that apply.
 */
applicable: number, 
/**
 * Lines with a conformity.
 */
assessed: number, 
/**
 * Lines per score, 0 to 3.
 */
byScore: [number, number, number, number], 
/**
 * Assessed lines below 3.
 */
notConforming: number, 
/**
 * Conformity in per cent; none when nothing is assessed.
 */
percent: number | null, };

/**
 * One file and the requests it may answer.
 */
export type FileMatch = { 
/**
 * The file.
 */
file: Place, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * The requests it may answer: every one its name speaks of by code, else the one that fits best; none when nothing
 * fits.
 */
proposed: Array<Proposed>, };

/**
 * Where a file stands that was handed in for a request for evidence.
 */
export type FileState = "received" | "accepted" | "refused";

/**
 * A record that was found.
 */
export type Found = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * Kind in words.
 */
kind: string, 
/**
 * Where the words stand, in pieces; those found are marked.
 */
snippet: Array<Piece>, };

/**
 * A requirement that was found.
 */
export type FoundRequirement = { 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * Title of the framework.
 */
frameworkTitle: string, 
/**
 * The framework's own id.
 */
id: string, 
/**
 * Official title.
 */
title: string, };

/**
 * One framework with all its entries.
 */
export type FrameworkGetInput = { 
/**
 * Id of the framework.
 */
id: string, };

/**
 * One framework the program knows.
 */
export type FrameworkInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * Version of its pack.
 */
version: string, 
/**
 * Its entries.
 */
requirements: number, };

/**
 * All frameworks.
 */
export type FrameworkListInput = Record<symbol, never>;

/**
 * A framework in a list.
 */
export type FrameworkSummary = { 
/**
 * Id, for example `iso42001`.
 */
id: string, 
/**
 * Title with edition.
 */
title: string, 
/**
 * Version of the pack.
 */
version: string, 
/**
 * Date of the pack.
 */
date: string, 
/**
 * All entries.
 */
requirements: number, 
/**
 * Entries one can assess.
 */
assessable: number, 
/**
 * Where the facts come from.
 */
sources: Array<string>, };

/**
 * A framework with all its entries.
 */
export type FrameworkView = { 
/**
 * What the list shows.
 */
summary: FrameworkSummary, 
/**
 * Entries in the framework's order.
 */
requirements: Array<RequirementView>, };

/**
 * Answers one must-item; no answer opens it again.
 */
export type GapAnswerInput = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Key of the item.
 */
item: string, 
/**
 * The answer.
 */
answer: Answer | null, 
/**
 * The record that shows it.
 */
recordSeen: string | null, 
/**
 * The date of that record.
 */
seenOn: string | null, 
/**
 * Who keeps it.
 */
seenOwner: string | null, };

/**
 * Sets what a person found on a line. The whole line is sent; what is unchanged is not recorded.
 */
export type GapAssessInput = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Conformity; none means not assessed.
 */
conformity: Conformity | null, 
/**
 * Maturity.
 */
maturity: Maturity | null, 
/**
 * The gap in words.
 */
statement: string, 
/**
 * Grade; none takes the forecast.
 */
grade: Grade | null, 
/**
 * How sure.
 */
confidence: Confidence | null, 
/**
 * Interview note.
 */
note: string, 
/**
 * A fact by which a control is probably not needed.
 */
notNeededFact: string, 
/**
 * Who owns the line.
 */
owner: MemberId | null, 
/**
 * On which way through the lines this was found; none leaves what is stored.
 */
pass: Pass | null, };

/**
 * Every assessment of the standard, the newest first.
 */
export type GapAssessmentsInput = Record<symbol, never>;

/**
 * Says who has to answer several lines.
 */
export type GapAssignInput = { 
/**
 * The requirements' own ids.
 */
requirements: Array<string>, 
/**
 * Who owns them; none for nobody.
 */
owner: MemberId | null, };

/**
 * How a line stands against an earlier assessment.
 */
export type GapChange = "better" | "worse" | "assessed" | "open" | "other" | "same";

/**
 * What changed from one assessment to another. Lines that the SoA excludes are left out.
 */
export type GapCompareInput = { 
/**
 * The earlier one; the newest frozen one before the later when left out.
 */
before?: RecordId, 
/**
 * The later one; the one people work on when left out.
 */
after?: RecordId, };

/**
 * A line in two assessments.
 */
export type GapComparedLine = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Whether it is a control.
 */
control: boolean, 
/**
 * How it stands now against before.
 */
change: GapChange, 
/**
 * As it was.
 */
before: GapThen, 
/**
 * As it is.
 */
after: GapThen, };

/**
 * Two assessments side by side.
 */
export type GapComparison = { 
/**
 * The earlier one.
 */
before: AssessmentItem, 
/**
 * The later one.
 */
after: AssessmentItem, 
/**
 * Lines that conform more.
 */
better: number, 
/**
 * Lines that conform less.
 */
worse: number, 
/**
 * Lines assessed for the first time.
 */
assessed: number, 
/**
 * Lines that are no longer assessed.
 */
open: number, 
/**
 * Lines whose conformity is as before while something else differs.
 */
other: number, 
/**
 * All lines that apply, in the standard's order.
 */
lines: Array<GapComparedLine>, };

/**
 * One line with all a person needs to assess it.
 */
export type GapDetail = { 
/**
 * The line.
 */
item: GapItem, 
/**
 * Its group.
 */
group: GapGroup, 
/**
 * The requirement in the pack.
 */
requirement: RequirementView, 
/**
 * Answers given.
 */
answers: Array<ItemAnswer>, 
/**
 * Every conformity and whether the answers allow it.
 */
choices: Array<ConformityChoice>, 
/**
 * The best conformity the answers allow.
 */
proposal: Conformity | null, 
/**
 * The gap in words.
 */
statement: string, 
/**
 * Grade given by a person.
 */
gradeGiven: Grade | null, 
/**
 * Grade we forecast.
 */
forecast: Grade | null, 
/**
 * How sure the assessor is.
 */
confidence: Confidence | null, 
/**
 * Who assessed it.
 */
assessor: MemberRef | null, 
/**
 * When.
 */
assessedOn: string | null, 
/**
 * Interview note.
 */
note: string, 
/**
 * A fact by which a control is probably not needed.
 */
notNeededFact: string, 
/**
 * Human code of the gap, once the line was touched.
 */
code: string | null, 
/**
 * The record, once the line was touched.
 */
record: RecordId | null, 
/**
 * What is accepted as done under another framework.
 */
reused: Array<Reused>, 
/**
 * Whether the assessment is frozen and cannot change.
 */
frozen: boolean, 
/**
 * The line before, in the standard's order.
 */
previous: string | null, 
/**
 * The line after.
 */
next: string | null, };

/**
 * Freezes the open assessment: its lines stay as they are, and so do the demands they were held against, what the
 * Statement of Applicability leaves out of its figures, and what was planned.
 */
export type GapFreezeInput = Record<symbol, never>;

/**
 * One line with all a person needs to assess it.
 */
export type GapGetInput = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Which assessment; the one people work on when left out.
 */
assessment?: RecordId, };

/**
 * A clause or an area of controls.
 */
export type GapGroup = { 
/**
 * Its own id, for example `6` or `A.6`.
 */
id: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Whether it holds controls.
 */
control: boolean, };

/**
 * A clause or an area of controls with its figures.
 */
export type GapGroupView = { 
/**
 * Its own id, for example `6` or `A.6`.
 */
id: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Whether it holds controls.
 */
control: boolean, 
/**
 * Figures of its lines.
 */
figures: FiguresView, 
/**
 * Gaps per grade.
 */
grades: GradeCounts, 
/**
 * Earliest date of an open action on one of its lines.
 */
nextDue: string | null, };

/**
 * One line in the tree.
 */
export type GapItem = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Id of its group.
 */
group: string, 
/**
 * Whether it is a control.
 */
control: boolean, 
/**
 * Whether the SoA excludes it; it then counts in no figure.
 */
excluded: boolean, 
/**
 * Whether the SoA includes it; of no meaning for a clause.
 */
included: boolean, 
/**
 * Conformity; none while not assessed.
 */
conformity: Conformity | null, 
/**
 * Whether it was given before and the answers to the demands of today refuse it, because a newer pack asks more or
 * an answer was undone: it needs another look. It stays as it is until a person gives another one.
 */
lookAgain: boolean, 
/**
 * Maturity.
 */
maturity: Maturity | null, 
/**
 * Grade given, else forecast; none where nothing has to be done or it is not assessed.
 */
grade: Grade | null, 
/**
 * Our forecast, where a person graded the gap milder; left out where the grade is as grave as the forecast.
 */
forecast?: Grade, 
/**
 * Why an auditor of stage 1 would stop here.
 */
stageOne: Array<StageOne>, 
/**
 * Whether stage 2 counts it as not conforming.
 */
stageTwo: boolean, 
/**
 * Requirement items answered Yes.
 */
met: number, 
/**
 * Requirement items.
 */
items: number, 
/**
 * Items answered, of any basis.
 */
answered: number, 
/**
 * Who owns it.
 */
owner: MemberRef | null, 
/**
 * Role that usually owns it, in words.
 */
usualOwner: string | null, 
/**
 * On which way through the lines it was assessed.
 */
pass: Pass | null, 
/**
 * Human code of the gap, once somebody looked at the line.
 */
code: string | null, 
/**
 * Earliest date of an open action on it.
 */
nextDue: string | null, 
/**
 * The record, once somebody looked at the line.
 */
record: RecordId | null, };

/**
 * The whole assessment.
 */
export type GapListInput = { 
/**
 * Which assessment; the one people work on when left out.
 */
assessment?: RecordId, };

/**
 * What the auditors of the two stages would stop at. A line that is not assessed counts in neither.
 */
export type GapStages = { 
/**
 * Stage 1: clause lines with any of the following.
 */
one: number, 
/**
 * Clause lines below 2.
 */
belowPaper: number, 
/**
 * Required documents that are missing.
 */
documents: number, 
/**
 * Lines of internal audit and management review that are not planned.
 */
notPlanned: number, 
/**
 * Stage 2: clause lines and included controls below 3.
 */
two: number, 
/**
 * Clause lines among them.
 */
clauses: number, 
/**
 * Included controls among them.
 */
controls: number, 
/**
 * Included controls in all.
 */
included: number, 
/**
 * Included controls that are assessed.
 */
includedAssessed: number, };

/**
 * Starts another assessment, empty or with the lines of an earlier one.
 */
export type GapStartInput = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
kind: AssessmentKind, 
/**
 * The assessment whose lines it begins with; none begins empty.
 */
from?: RecordId, };

/**
 * A line at one time.
 */
export type GapThen = { 
/**
 * Conformity; none while not assessed.
 */
conformity: Conformity | null, 
/**
 * Maturity.
 */
maturity: Maturity | null, 
/**
 * Grade.
 */
grade: Grade | null, 
/**
 * Requirement items answered Yes.
 */
met: number, 
/**
 * Requirement items, by the version of the standard's pack that the assessment is held against.
 */
items: number, };

/**
 * The whole assessment.
 */
export type GapView = { 
/**
 * The assessment; none before the first answer.
 */
assessment: AssessmentView | null, 
/**
 * Clauses and areas in order.
 */
groups: Array<GapGroupView>, 
/**
 * Lines in order.
 */
items: Array<GapItem>, 
/**
 * Figures of the clauses.
 */
clauses: FiguresView, 
/**
 * Figures of the controls.
 */
controls: FiguresView, 
/**
 * Lines forecast to block certification.
 */
blocking: number, 
/**
 * What the auditors of the two stages would stop at.
 */
stages: GapStages, };

/**
 * Our forecast of how much a gap matters; the certification body grades.
 */
export type Grade = "blocks-certification" | "weakens" | "polish";

/**
 * How many gaps there are of each grade.
 */
export type GradeCounts = { 
/**
 * Forecast to block certification, also where a person graded the gap milder.
 */
blocks: number, 
/**
 * Weakening.
 */
weakens: number, 
/**
 * Met; could be better.
 */
polish: number, };

/**
 * One field of a row, in words.
 */
export type ImportChange = { 
/**
 * Key of the field.
 */
field: string, 
/**
 * Its label.
 */
label: string, 
/**
 * Who changed it.
 */
state: ChangeState, 
/**
 * The value when the file was exported, where it is known.
 */
base: string | null, 
/**
 * The value here.
 */
current: string | null, 
/**
 * The value in the file.
 */
file: string | null, 
/**
 * Whose value stays.
 */
side: ImportSide, };

/**
 * What a person chose for one column.
 */
export type ImportChoice = { 
/**
 * Index of the column, from 0.
 */
column: number, 
/**
 * What it goes to.
 */
target: ImportTarget, };

/**
 * One column of the file.
 */
export type ImportColumn = { 
/**
 * Its index, from 0.
 */
column: number, 
/**
 * Its letters.
 */
letters: string, 
/**
 * Its header.
 */
header: string, 
/**
 * What it goes to.
 */
target: ImportTarget, 
/**
 * How sure the proposal is, in per cent.
 */
confidence: number, 
/**
 * Why, as a stored word.
 */
reason: ImportReason, 
/**
 * Non-empty cells.
 */
filled: number, 
/**
 * The first few different values.
 */
examples: Array<string>, };

/**
 * Counts, as `cairnctl systems import` prints them.
 */
export type ImportCounts = { 
/**
 * Rows below the header that have a cell.
 */
rows: number, 
/**
 * Non-empty cells of the sheet, the header's included.
 */
cells: number, 
/**
 * Systems that would be created.
 */
created: number, 
/**
 * Systems that would be updated.
 */
updated: number, 
/**
 * Rows that would be left out or change nothing.
 */
skipped: number, 
/**
 * Of those: rows that say what is there already.
 */
unchanged: number, 
/**
 * Problems found, listed or not.
 */
problems: number, };

/**
 * A decision in words.
 */
export type ImportDecision = { 
/**
 * The decision.
 */
fix: ImportFix, 
/**
 * What it says.
 */
text: string, };

/**
 * What was written.
 */
export type ImportDone = { 
/**
 * Counts.
 */
counts: ImportCounts, 
/**
 * Number of the entry; none when nothing had to be written.
 */
entry: number | null, 
/**
 * Name of the file.
 */
file: string, 
/**
 * Name under which the columns were remembered; none when nothing was written.
 */
mapping: string | null, };

/**
 * A fact a row brings along.
 */
export type ImportFact = { 
/**
 * Header of its column.
 */
header: string, 
/**
 * What the cell says.
 */
text: string, };

/**
 * One decision. Later ones count more than earlier ones.
 */
export type ImportFix = { "type": "take", 
/**
 * Index of the column, from 0.
 */
column: number, 
/**
 * Text of the cells, as the problem shows it.
 */
text: string, 
/**
 * A value the field can hold: a stored word, a date, the id of a member, or text.
 */
value: string, } | { "type": "blank", 
/**
 * The problem.
 */
code: ProblemCode, 
/**
 * Only in this column.
 */
column: number | null, 
/**
 * Only cells with this text.
 */
text: string | null, } | { "type": "fit", 
/**
 * The problem.
 */
code: ProblemCode, 
/**
 * Index of the column.
 */
column: number, } | { "type": "skip", 
/**
 * The problem.
 */
code: ProblemCode, 
/**
 * Only in this column.
 */
column: number | null, 
/**
 * Only cells with this text.
 */
text: string | null, 
/**
 * Only this row.
 */
row: number | null, } | { "type": "accept", 
/**
 * The problem.
 */
code: ProblemCode, 
/**
 * Only this row.
 */
row: number | null, } | { "type": "column", 
/**
 * Key of the field.
 */
field: string, 
/**
 * Index of the column.
 */
column: number, } | { "type": "date-order", 
/**
 * The order.
 */
order: DateOrder, } | { "type": "keep", 
/**
 * Only in this row; else wherever both sides changed the value.
 */
row: number | null, 
/**
 * Only of this field.
 */
field: string | null, 
/**
 * Whose value.
 */
side: ImportSide, } | { "type": "duplicate", 
/**
 * Only of this row.
 */
row: number | null, 
/**
 * What becomes of it.
 */
take: ImportTwin, };

/**
 * Decides about problems, or takes a decision back; says anew what the import would do.
 */
export type ImportFixInput = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * A decision to add.
 */
add: ImportFix | null, 
/**
 * Place of a decision to take back, from 0.
 */
remove: number | null, };

/**
 * Problems of one kind in one column, and what can be done about them.
 */
export type ImportGroup = { 
/**
 * The kind.
 */
code: ProblemCode, 
/**
 * The kind in words.
 */
title: string, 
/**
 * How much it weighs.
 */
level: ImportLevel, 
/**
 * Letters of the column; none for problems of whole rows.
 */
letters: string | null, 
/**
 * Index of the column, from 0.
 */
column: number | null, 
/**
 * Header of the column.
 */
header: string | null, 
/**
 * Key of the field the column goes to.
 */
field: string | null, 
/**
 * Its label.
 */
label: string | null, 
/**
 * How a value is asked for, when one can be given.
 */
input: FieldInput | null, 
/**
 * Values to choose from.
 */
options: Array<FieldOption>, 
/**
 * Problems of the group.
 */
count: number, 
/**
 * The most frequent texts.
 */
texts: Array<ImportText>, 
/**
 * What can be done, the likeliest first.
 */
remedies: Array<ImportRemedy>, };

/**
 * How much a problem matters.
 */
export type ImportLevel = "note" | "warning" | "error";

/**
 * What a row probably is.
 */
export type ImportLikely = { 
/**
 * Code of the system in the workspace.
 */
code: string | null, 
/**
 * Number of the other row.
 */
row: number | null, 
/**
 * Name of the other.
 */
name: string, 
/**
 * Whether the row can update the other: it is in the workspace, and no other row is it.
 */
canUpdate: boolean, };

/**
 * Changes sheet, header row, columns or policy; says anew what the import would do.
 */
export type ImportMapInput = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * Another sheet.
 */
sheet: number | null, 
/**
 * Another header row, from 1; 0 means that there is none.
 */
headerRow: number | null, 
/**
 * Another saved mapping, by its id; empty for what is proposed without one.
 */
mapping: string | null, 
/**
 * Columns to change.
 */
columns: Array<ImportChoice>, 
/**
 * Columns to change as `field=column`, for scripts.
 */
choose: Array<string>, 
/**
 * What to do with rows that are there.
 */
policy: ImportPolicy | null, 
/**
 * Name to remember the columns under.
 */
name: string | null, };

/**
 * A mapping remembered from an earlier import.
 */
export type ImportMapping = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

/**
 * Reads a file, finds its header, proposes what its columns mean, and says what an import would do.
 */
export type ImportOpenInput = { 
/**
 * The file.
 */
file: Token, };

/**
 * What would happen to a row.
 */
export type ImportOutcome = "create" | "update" | "unchanged" | "skip" | "stop";

/**
 * Where in a file a problem lies; all parts are optional.
 */
export type ImportPlace = { 
/**
 * Name of the file.
 */
file?: string, 
/**
 * Name of the sheet.
 */
sheet?: string, 
/**
 * Row number as the spreadsheet program shows it, from 1.
 */
row?: number, 
/**
 * Column letters as the spreadsheet program shows them.
 */
column?: string, };

/**
 * What to do with a row that is already in the workspace.
 */
export type ImportPolicy = "stop" | "skip" | "update";

/**
 * A row of the sheet as it stands in the file.
 */
export type ImportPreviewRow = { 
/**
 * Row number, from 1.
 */
row: number, 
/**
 * Texts of the columns in order, shortened.
 */
cells: Array<string>, };

/**
 * One problem in words.
 */
export type ImportProblem = { 
/**
 * Where.
 */
where: ImportPlace, 
/**
 * Its code.
 */
code: string, 
/**
 * In words.
 */
message: string, 
/**
 * How much it weighs.
 */
level: ImportLevel, };

/**
 * One problem with all that a decision about it needs.
 */
export type ImportProblemItem = { 
/**
 * The problem in words.
 */
problem: ImportProblem, 
/**
 * The values of both sides, when both changed one.
 */
change: ImportChange | null, 
/**
 * What the row probably is.
 */
likely: ImportLikely | null, };

/**
 * A page of problems.
 */
export type ImportProblemPage = { 
/**
 * Problems of this page, by place.
 */
items: Array<ImportProblemItem>, 
/**
 * Problems that fit.
 */
found: number, };

/**
 * Problems of the dry run, one by one; those of the headers alone while there is none.
 */
export type ImportProblemsInput = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * Only of this kind.
 */
code: ProblemCode | null, 
/**
 * Only in this column, from 0.
 */
column: number | null, 
/**
 * Only those whose words hold this text.
 */
text: string | null, 
/**
 * Problems to leave out at the beginning.
 */
offset: number, 
/**
 * Problems at most; 0 stands for as many as are sent at once.
 */
limit: number, };

/**
 * Why a column has its target.
 */
export type ImportReason = "known-layout" | "own-export" | "same-header" | "similar-header" | "known-codes" | "saved" | "chosen" | "field-taken" | "other-scheme" | "no-match";

/**
 * What can be done about a kind of problem.
 */
export type ImportRemedy = "take" | "blank" | "fit" | "skip" | "accept" | "column" | "date-order" | "keep" | "duplicate" | "policy" | "header-row";

/**
 * One row and what would become of it.
 */
export type ImportRow = { 
/**
 * Row number in the sheet, from 1.
 */
row: number, 
/**
 * What would happen.
 */
outcome: ImportOutcome, 
/**
 * Human code of the system that is there.
 */
code: string | null, 
/**
 * Name of the system.
 */
name: string, 
/**
 * Fields the import would write.
 */
fields: number, 
/**
 * Fields changed on both sides; the value here stays unless a person decides otherwise.
 */
conflicts: number, 
/**
 * Fields changed only here since the export; they stay.
 */
kept: number, 
/**
 * What it probably is.
 */
likely: ImportLikely | null, 
/**
 * Problems of the row.
 */
problems: number, };

/**
 * What one row would do.
 */
export type ImportRowDetail = { 
/**
 * The row.
 */
row: ImportRow, 
/**
 * Old and new values; for a new system its values.
 */
changes: Array<ImportChange>, 
/**
 * What is kept as imported fact.
 */
facts: Array<ImportFact>, 
/**
 * What is odd about it.
 */
problems: Array<ImportProblem>, };

/**
 * What one row would do.
 */
export type ImportRowInput = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * Row number in the sheet, from 1.
 */
row: number, };

/**
 * A page of rows.
 */
export type ImportRowPage = { 
/**
 * Rows of this page.
 */
rows: Array<ImportRow>, 
/**
 * Rows that fit.
 */
found: number, };

/**
 * Rows of the dry run, those with problems first.
 */
export type ImportRowsInput = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * Only rows that this would happen to.
 */
outcome: string | null, 
/**
 * Only rows whose name or code holds this text.
 */
text: string | null, 
/**
 * Only rows with problems.
 */
problems: boolean, 
/**
 * Rows to leave out at the beginning.
 */
offset: number, 
/**
 * Rows at most; 0 stands for as many as are sent at once.
 */
limit: number, };

/**
 * Writes the import in one entry; undo of that entry takes it back.
 */
export type ImportRunInput = { 
/**
 * Id of the import.
 */
id: string, };

/**
 * A sheet of the file.
 */
export type ImportSheet = { 
/**
 * Its name.
 */
name: string, 
/**
 * Rows with a cell.
 */
rows: number, };

/**
 * Whose value of a cell stays.
 */
export type ImportSide = "cairn" | "file";

/**
 * What a column goes to.
 */
export type ImportTarget = { "type": "field", "field": string } | { "type": "fact" } | { "type": "ignore" };

/**
 * A text that has the same problem in several cells.
 */
export type ImportText = { 
/**
 * The text.
 */
text: string, 
/**
 * Cells that hold it.
 */
count: number, };

/**
 * What becomes of a row that is probably a system which is there already.
 */
export type ImportTwin = "create" | "skip" | "update";

/**
 * The import as it stands.
 */
export type ImportView = { 
/**
 * Id of the import.
 */
id: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * Sheets of the file.
 */
sheets: Array<ImportSheet>, 
/**
 * The sheet chosen.
 */
sheet: number, 
/**
 * Row of the headers, from 1; none when there is none.
 */
headerRow: number | null, 
/**
 * First rows of the sheet.
 */
preview: Array<ImportPreviewRow>, 
/**
 * Columns.
 */
columns: Array<ImportColumn>, 
/**
 * Fields a column can go to.
 */
fields: Array<FieldOption>, 
/**
 * What to do with rows that are there.
 */
policy: ImportPolicy, 
/**
 * Known layout, if it is one.
 */
profile: string | null, 
/**
 * Whether the file is an export of this workspace.
 */
own: boolean, 
/**
 * Name of the saved mapping that is applied, if one is.
 */
saved: string | null, 
/**
 * Saved mappings.
 */
mappings: Array<ImportMapping>, 
/**
 * Name to remember the columns under.
 */
name: string, 
/**
 * Whether there is something to check.
 */
ready: boolean, 
/**
 * Why there is not, in words.
 */
blocked: string | null, 
/**
 * Counts.
 */
counts: ImportCounts, 
/**
 * Whether nothing may be imported because a row is there already.
 */
stopped: boolean, 
/**
 * Problems by kind and column, the heaviest first.
 */
groups: Array<ImportGroup>, 
/**
 * What a person decided, in order.
 */
decisions: Array<ImportDecision>, };

/**
 * A cell of an imported row that no field took.
 */
export type ImportedFact = { 
/**
 * Header of the column.
 */
header: string, 
/**
 * The cell as it was.
 */
value: string, };

/**
 * One value a sheet changes, in words.
 */
export type InterviewChange = { 
/**
 * Row number in the sheet.
 */
row: number, 
/**
 * The line, and the item if it is about one.
 */
id: string, 
/**
 * The column.
 */
field: string, 
/**
 * What is stored now.
 */
before: string, 
/**
 * What the sheet says.
 */
after: string, };

/**
 * What a sheet changes.
 */
export type InterviewImport = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Rows of the sheet.
 */
rows: number, 
/**
 * Rows of which something is taken over.
 */
updated: number, 
/**
 * Rows that say what is stored.
 */
unchanged: number, 
/**
 * Rows of which nothing is taken over.
 */
skipped: number, 
/**
 * Values that change.
 */
changes: Array<InterviewChange>, 
/**
 * What is wrong, by place.
 */
problems: Array<ImportProblem>, 
/**
 * Number of the entry; none when nothing was written.
 */
entry: number | null, };

/**
 * Reads an interview sheet; writes what it changes unless it is a dry run.
 */
export type InterviewImportInput = { 
/**
 * The workbook.
 */
file: Token, 
/**
 * Only say what would happen.
 */
dryRun: boolean, };

/**
 * The answer to one must-item.
 */
export type ItemAnswer = { 
/**
 * Key of the item.
 */
item: string, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * The record that shows it.
 */
recordSeen: string | null, 
/**
 * The date of that record.
 */
seenOn: string | null, 
/**
 * Who keeps it.
 */
seenOwner: string | null, };

/**
 * How an item of a sweep stands.
 */
export type ItemStanding = "open" | "needs-remark" | "needs-candidate" | "settled";

/**
 * How a job ended, or how far it is.
 */
export type JobEvent = { "state": "running", "value": Progress } | { "state": "done", "value": { 
/**
 * The job.
 */
job: string, 
/**
 * Its output.
 */
output: unknown, } } | { "state": "failed", "value": { 
/**
 * The job.
 */
job: string, 
/**
 * Why.
 */
error: WireError, } };

/**
 * How the signing key of this computer is kept.
 */
export type KeyState = "missing" | "open" | "protected";

/**
 * Yes, no, or not known.
 */
export type Known = "yes" | "no" | "unknown";

/**
 * Languages the screens come in.
 */
export type LanguageListInput = Record<symbol, never>;

/**
 * What was set up in the open workspace, by place.
 */
export type LayoutGetInput = Record<symbol, never>;

/**
 * Remembers what was set up at one place.
 */
export type LayoutSetInput = { 
/**
 * The place, for example `system.columns`.
 */
place: string, 
/**
 * What is shown or open there, in order.
 */
words: Array<string>, };

/**
 * How much speaks for two entries being one.
 */
export type LikeStrength = "likely" | "possible";

/**
 * Links two records.
 */
export type LinkCreateInput = { 
/**
 * From.
 */
from: RecordId, 
/**
 * To.
 */
to: RecordId, 
/**
 * What the link says.
 */
relation: LinkRelation, 
/**
 * Remark.
 */
note: string | null, };

/**
 * Takes a link away.
 */
export type LinkDeleteInput = { 
/**
 * The link.
 */
id: RecordId, };

/**
 * What a link between two records says, read from the first to the second.
 */
export type LinkRelation = "depends-on" | "part-of" | "uses" | "concerns" | "see-also";

/**
 * A link as seen from one record.
 */
export type LinkView = { 
/**
 * Id of the link.
 */
id: RecordId, 
/**
 * The record at the other end.
 */
other: RecordRef, 
/**
 * Stored word of the relation.
 */
relation: string, 
/**
 * The relation as read from this record.
 */
label: string, 
/**
 * Whether it leads from this record to the other.
 */
outgoing: boolean, 
/**
 * Remark.
 */
note: string | null, };

/**
 * Maturity of the practice, 0 to 5; optional.
 */
export type Maturity = "non-existent" | "initial" | "managed" | "defined" | "quantitatively-managed" | "optimizing";

/**
 * The member who works in the workspace on this device.
 */
export type Me = { 
/**
 * The member.
 */
id: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their job title.
 */
jobTitle: string | null, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Own staff or consultant.
 */
affiliation: Affiliation, 
/**
 * What they may do here; nothing but reading where nothing can be written.
 */
permissions: Array<Permission>, };

/**
 * Adds a person; they can own records. Signing needs a key on their own device.
 */
export type MemberCreateInput = { 
/**
 * Name, or the role they stand for.
 */
name: string, 
/**
 * Job title.
 */
jobTitle: string | null, 
/**
 * Roles.
 */
roles: Array<Role>, 
/**
 * Own staff or consultant.
 */
affiliation: Affiliation, };

/**
 * A member (person or agent); the record id of the member's record.
 */
export type MemberId = string;

/**
 * Whether a member is a person or a program.
 */
export type MemberKind = "person" | "agent";

/**
 * All members, by name.
 */
export type MemberListInput = Record<symbol, never>;

/**
 * A member by name.
 */
export type MemberRef = { 
/**
 * The member.
 */
id: MemberId, 
/**
 * Their name.
 */
name: string, };

/**
 * Changes a member.
 */
export type MemberUpdateInput = { 
/**
 * The member.
 */
id: MemberId, 
/**
 * Name, or the role they stand for.
 */
name: string, 
/**
 * Job title.
 */
jobTitle: string | null, 
/**
 * Roles.
 */
roles: Array<Role>, 
/**
 * Own staff or consultant.
 */
affiliation: Affiliation, 
/**
 * Whether they still act here.
 */
active: boolean, };

/**
 * A member in the list.
 */
export type MemberView = { 
/**
 * The member.
 */
id: MemberId, 
/**
 * Their name, or the role they stand for.
 */
name: string, 
/**
 * Job title.
 */
jobTitle: string | null, 
/**
 * Roles held.
 */
roles: Array<Role>, 
/**
 * Own staff or consultant.
 */
affiliation: Affiliation, 
/**
 * Person or agent.
 */
kind: MemberKind, 
/**
 * Whether they still act here.
 */
active: boolean, 
/**
 * Whether they have a signing key on some device.
 */
hasDevice: boolean, };

/**
 * What one person has to do until the end of a month.
 */
export type MonthLoad = { 
/**
 * Open actions.
 */
actions: number, 
/**
 * Working days, of those with an estimate.
 */
days: number, };

/**
 * A must-item with its words.
 */
export type MustItemView = { 
/**
 * Key within the requirement.
 */
key: string, 
/**
 * Requirement, good practice or law.
 */
basis: Basis, 
/**
 * Where it comes from.
 */
ref: string, 
/**
 * The demand in our own words.
 */
text: string, };

/**
 * What is due next in a workspace.
 */
export type NextDue = { 
/**
 * Until when.
 */
date: CalendarDate, 
/**
 * What, with its code where it has one.
 */
title: string, };

/**
 * Something to do next.
 */
export type NextStep = { 
/**
 * What to do, in words.
 */
label: string, 
/**
 * Where: a screen by its noun (`system`, `classification`, `gap`, `soa`, `organisation`, `action`).
 */
place: string, 
/**
 * A record or line to open there.
 */
target: string | null, 
/**
 * Who should do it.
 */
owner: MemberRef | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * Whole days past that date.
 */
daysLate: number | null, 
/**
 * Whether other steps wait for it.
 */
holdsUp: boolean, };

/**
 * Duties by where they stand.
 */
export type ObligationCounts = { 
/**
 * All.
 */
all: number, 
/**
 * Open, the day has come.
 */
overdue: number, 
/**
 * Open.
 */
open: number, 
/**
 * Being worked on.
 */
inProgress: number, 
/**
 * Met.
 */
met: number, 
/**
 * Not ours.
 */
notOurs: number, };

/**
 * A control that helps with a duty.
 */
export type ObligationHelp = { 
/**
 * Id of the control or clause.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its status organisation-wide; none for a clause or while nobody set it.
 */
status: ControlStatus | null, };

/**
 * One duty of one system.
 */
export type ObligationItem = { 
/**
 * The system.
 */
system: RecordRef, 
/**
 * Id of the rule pack.
 */
pack: string, 
/**
 * The law, in two or three words.
 */
law: string, 
/**
 * The duty in the words of the pack it was decided by.
 */
duty: ClassificationDuty, 
/**
 * Whether its day has come.
 */
applies: boolean, 
/**
 * Where it stands.
 */
status: ObligationStatus, 
/**
 * Who answers for it.
 */
owner: MemberRef | null, 
/**
 * Until when it is to be met.
 */
due: string | null, 
/**
 * Why it is not ours, or a remark.
 */
reason: string | null, 
/**
 * Pieces of evidence attached.
 */
evidence: number, 
/**
 * What helps with it, by the crosswalk to its law.
 */
helps: Array<ObligationHelp>, 
/**
 * The record, once somebody touched it.
 */
record: RecordId | null, };

/**
 * Duties of one law by where they stand.
 */
export type ObligationLaw = { 
/**
 * Id of the rule pack.
 */
pack: string, 
/**
 * The law, in two or three words.
 */
law: string, 
/**
 * Its duties.
 */
counts: ObligationCounts, };

/**
 * Duties of all systems or of one.
 */
export type ObligationListInput = { 
/**
 * Only of this system.
 */
system: RecordId | null, 
/**
 * Only of these laws, by the ids of their rule packs; none means all.
 */
packs: Array<string>, 
/**
 * Only in these states; none means all.
 */
status: Array<ObligationStatus>, 
/**
 * Only of this person.
 */
owner: MemberId | null, 
/**
 * Text that article, duty or system contain.
 */
text: string | null, 
/**
 * Rows to pass over.
 */
offset: number, 
/**
 * Most rows to give.
 */
limit: number, };

/**
 * Part of the register of obligations.
 */
export type ObligationPage = { 
/**
 * The duties, by the day they apply from, then by system.
 */
items: Array<ObligationItem>, 
/**
 * How many fit the filter.
 */
found: number, 
/**
 * Counts over all duties of the chosen laws.
 */
counts: ObligationCounts, 
/**
 * Counts law by law, over all laws.
 */
laws: Array<ObligationLaw>, };

/**
 * Where a legal duty of a system stands. Set by a person on evidence for that article.
 */
export type ObligationStatus = "open" | "in-progress" | "met" | "not-ours";

/**
 * The record of a duty, made if need be: evidence, comments and actions hang on it.
 */
export type ObligationTouchInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rule pack.
 */
pack: string, 
/**
 * Id of the duty in the pack.
 */
obligation: string, };

/**
 * Says where a duty stands. The whole row is sent; what is unchanged is not recorded.
 */
export type ObligationUpdateInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Id of the rule pack.
 */
pack: string, 
/**
 * Id of the duty in the pack.
 */
obligation: string, 
/**
 * Where it stands.
 */
status: ObligationStatus, 
/**
 * Who answers for it.
 */
owner: MemberId | null, 
/**
 * Until when it is to be met.
 */
due: string | null, 
/**
 * Why it is not ours, or a remark.
 */
reason: string, };

/**
 * A file the program was started with.
 */
export type OfferedFile = { 
/**
 * The file.
 */
file: Place, 
/**
 * Whether it is still to be made, by the wizard.
 */
new: boolean, };

/**
 * The organisation.
 */
export type OrganisationGetInput = Record<symbol, never>;

/**
 * Changes the organisation. The whole view is sent; what is unchanged is not recorded.
 */
export type OrganisationUpdateInput = { 
/**
 * The new values.
 */
organisation: OrganisationView, };

/**
 * The organisation.
 */
export type OrganisationView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Language of reports.
 */
reportLanguage: string, 
/**
 * Sector.
 */
sector: string, 
/**
 * What it does.
 */
description: string, 
/**
 * Scope of the management system (4.3).
 */
scopeStatement: string, 
/**
 * Planned day of stage 1.
 */
stage1On: string | null, 
/**
 * Planned day of stage 2.
 */
stage2On: string | null, 
/**
 * Line printed on reports: who may read them.
 */
classificationMark: string, };

/**
 * Figures of the strip; each shows its base.
 */
export type OverviewFigures = { 
/**
 * Systems in the register.
 */
systems: number, 
/**
 * Of these, with a decided classification.
 */
classified: number, 
/**
 * Of these, high-risk.
 */
highRisk: number, 
/**
 * Clauses.
 */
clauses: FiguresView, 
/**
 * Controls.
 */
controls: FiguresView, 
/**
 * Rows of the statement.
 */
soa: SoaCounts, 
/**
 * Gaps by grade: blocking, weakening, polish.
 */
gaps: [number, number, number], };

/**
 * The overview.
 */
export type OverviewGetInput = Record<symbol, never>;

/**
 * The overview.
 */
export type OverviewView = { 
/**
 * Stones set, of 22.
 */
set: number, 
/**
 * All stones.
 */
of: number, 
/**
 * The phases.
 */
phases: Array<PhaseView>, 
/**
 * Figures.
 */
figures: OverviewFigures, 
/**
 * What to do next, overdue first.
 */
next: Array<NextStep>, 
/**
 * Open actions in all.
 */
openActions: number, 
/**
 * Planned day of stage 1.
 */
stage1On: string | null, 
/**
 * Days until then; negative when it has passed.
 */
daysToStage1: number | null, 
/**
 * Steps of the phases that others wait for.
 */
holdingUp: number, 
/**
 * Conformity from one frozen assessment to the next, and today where one is open.
 */
trend: Array<TrendPoint>, 
/**
 * The latest entries.
 */
recent: Array<TrailEntry>, };

/**
 * What one person has to do.
 */
export type OwnerLoad = { 
/**
 * Who; none for what nobody owns.
 */
owner: MemberRef | null, 
/**
 * Open actions.
 */
actions: number, 
/**
 * Of these, late.
 */
late: number, 
/**
 * Working days in all, of actions with an estimate.
 */
days: number, 
/**
 * Actions without an estimate.
 */
unestimated: number, 
/**
 * By the month they end in, `YYYY-MM`.
 */
months: { [key in string]: MonthLoad }, };

/**
 * Who says that two entries belong together.
 */
export type PairOrigin = "published" | "title-identity" | "judgement";

/**
 * Which way through the lines of an assessment.
 */
export type Pass = "quick" | "deep";

/**
 * What a use case needs.
 */
export type Permission = "read" | "write" | "approve" | "administer";

/**
 * The five phases, which are also the navigation.
 */
export type Phase = "assess" | "plan" | "implement" | "evaluate" | "improve";

/**
 * One phase with its stones, from the ground up.
 */
export type PhaseView = { 
/**
 * The phase.
 */
phase: Phase, 
/**
 * Its name.
 */
label: string, 
/**
 * Stones set.
 */
set: number, 
/**
 * Its stones.
 */
stones: Array<StoneView>, 
/**
 * The next step, in words; none when all stones are set.
 */
next: NextStep | null, };

/**
 * A piece of a snippet.
 */
export type Piece = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
hit: boolean, };

/**
 * A chosen file as the window sees it.
 */
export type Place = { 
/**
 * The token to pass to a use case.
 */
token: Token, 
/**
 * The file's name.
 */
name: string, 
/**
 * The folder, for a person to read.
 */
folder: string, 
/**
 * Whether a cloud service or a server keeps that folder; two programs that write there at a time do damage.
 */
shared: boolean, };

/**
 * An action on its days.
 */
export type PlacedAction = { 
/**
 * First day.
 */
startsOn: CalendarDate, 
/**
 * Last day.
 */
endsOn: CalendarDate, 
/**
 * Days it may slip before its due day, an action that waits for it or the audit slips; negative when it cannot be
 * held. None where nothing limits it.
 */
slack: number | null, 
/**
 * Whether no day is to spare.
 */
critical: boolean, };

/**
 * A step with its days.
 */
export type PlannedStep = { 
/**
 * The step.
 */
step: Step, 
/**
 * First day.
 */
startsOn: CalendarDate, 
/**
 * Last day.
 */
endsOn: CalendarDate, 
/**
 * Whether these days mean anything: not for a step that is done on a day nobody said and no record has. Such days
 * are not to be shown.
 */
dated: boolean, 
/**
 * Days it may slip before a chosen audit day slips; negative when time is short by so many days. 0 once done.
 */
slack: number, 
/**
 * Whether it belongs to the chain with the least slack.
 */
critical: boolean, 
/**
 * Whether a person chose its days.
 */
moved: boolean, 
/**
 * Whether it is done.
 */
done: boolean, 
/**
 * The day a person said it was done.
 */
doneOn: CalendarDate | null, 
/**
 * Whether a person says when it is done, because no record shows it.
 */
saidDone: boolean, 
/**
 * Whether it has begun on the day a person chose and is not done.
 */
begun: boolean, 
/**
 * Whether its last day has passed and it is not done.
 */
late: boolean, 
/**
 * Steps that end after it begins although it builds on them; none once it has begun.
 */
clashes: Array<Step>, };

/**
 * Look and language on this computer.
 */
export type Preferences = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Height of rows.
 */
density: Density, 
/**
 * Language of the screens.
 */
language: string, 
/**
 * Whether single letters work as commands.
 */
letterKeys: boolean, };

/**
 * Look and language on this computer.
 */
export type PreferencesGetInput = Record<symbol, never>;

/**
 * Changes look and language.
 */
export type PreferencesUpdateInput = { 
/**
 * The new ones.
 */
preferences: Preferences, };

/**
 * What is odd about a cell, a row, a column or a sheet that was read all the same.
 */
export type ProblemCode = "no-header" | "header-assumed" | "duplicate-header" | "header-missing" | "read-as-windows-1252" | "error-cell" | "formula-results" | "formula-without-value" | "unreadable-cell" | "text-at-cell-limit" | "text-too-long" | "control-character" | "not-in-list" | "not-a-date" | "date-without-day" | "date-order-assumed" | "unknown-member" | "reason-missing" | "name-missing" | "name-kept" | "duplicate-row" | "ambiguous-name" | "likely-duplicate" | "id-and-name" | "id-twice" | "ids-missing" | "already-there" | "unknown-id" | "unknown-parent" | "several-parents" | "part-of-itself" | "only-shown" | "changed-on-both-sides" | "more-problems" | "text-cut";

/**
 * How far a job is.
 */
export type Progress = { 
/**
 * The job.
 */
job: string, 
/**
 * Message key of the step, `job-step-<step>`.
 */
step: string, 
/**
 * Units done.
 */
done: number, 
/**
 * Units in all; 0 while unknown.
 */
total: number, };

/**
 * A proposal for a file.
 */
export type Proposed = { 
/**
 * The request.
 */
request: RecordId, 
/**
 * What it rests on.
 */
by: ProposedBy, };

/**
 * What a proposal rests on.
 */
export type ProposedBy = "code" | "line" | "name";

/**
 * Why a control is included.
 */
export type Reason = "risk-treatment" | "law" | "contract" | "ai-objective" | "own-policy" | "good-practice";

/**
 * What a reason rests on.
 */
export type ReasonLink = { 
/**
 * The reason.
 */
reason: Reason, 
/**
 * The id of a record, or a requirement as `framework:id`.
 */
target: string, 
/**
 * In words.
 */
label: string, };

/**
 * A file opened lately, as the start page shows it: what was known when it was last open here, and what the disk says.
 */
export type RecentWorkspace = { 
/**
 * The file.
 */
file: Place, 
/**
 * The organisation's name when last open.
 */
organisation: string, 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether it is the sample.
 */
sample: boolean, 
/**
 * Whether the file is still there.
 */
present: boolean, 
/**
 * When it was last open.
 */
openedAt: Timestamp, 
/**
 * Result of the last verification here.
 */
trail: TrailState, 
/**
 * Stones set when last open.
 */
stones: number, 
/**
 * What is due next.
 */
nextDue: NextDue | null, 
/**
 * Gaps that block certification; none when it was never counted here.
 */
blockers: number | null, 
/**
 * Planned day of the stage 1 audit.
 */
stage1On: CalendarDate | null, 
/**
 * Planned day of the stage 2 audit.
 */
stage2On: CalendarDate | null, 
/**
 * Day of the newest backup on this computer.
 */
backup: CalendarDate | null, 
/**
 * Bytes; none when the file is not there.
 */
size: number | null, };

/**
 * A record and what it is a part of.
 */
export type RecordGetInput = { 
/**
 * The record.
 */
id: RecordId, };

/**
 * A record and what it is a part of, to find the screen it is opened on.
 */
export type RecordHome = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * The record it is shown with: a decision or a duty with its system, a line with its assessment.
 */
parent: RecordId | null, 
/**
 * What it is there: the rules of a decision, the kind of a document, the requirement of a line or row,
 * the state of an assessment.
 */
part: string | null, };

/**
 * A record: anything a person can open. UUIDv7, or UUIDv5 where a natural key exists.
 */
export type RecordId = string;

/**
 * The kind of a record; it says which detail table holds the rest.
 */
export type RecordKind = "member" | "system" | "evidence" | "action" | "approval" | "decision" | "gap-assessment" | "gap-line" | "soa-row" | "document" | "obligation" | "sweep" | "candidate" | "evidence-request";

/**
 * A record by its name.
 */
export type RecordRef = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Its kind.
 */
kind: RecordKind, 
/**
 * Human code.
 */
code: string | null, 
/**
 * Title.
 */
title: string, };

/**
 * Everything that hangs on a record.
 */
export type RecordRelationsInput = { 
/**
 * The record.
 */
id: RecordId, };

/**
 * How two entries relate, read from the first to the second (words of NIST IR 8477 where a source states one).
 */
export type Relation = "equal" | "equivalent" | "subset" | "superset" | "intersects" | "not-related" | "related" | "none";

/**
 * How much hangs on a record.
 */
export type RelationCounts = { 
/**
 * Links either way.
 */
links: number, 
/**
 * Evidence attached.
 */
evidence: number, 
/**
 * Comments.
 */
comments: number, 
/**
 * Actions.
 */
actions: number, 
/**
 * Entries of its history.
 */
history: number, };

/**
 * Everything that hangs on a record.
 */
export type Relations = { 
/**
 * The record itself.
 */
record: RecordRef, 
/**
 * Links either way.
 */
links: Array<LinkView>, 
/**
 * Relations that the record may be linked by.
 */
offers: Array<LinkRelation>, 
/**
 * Comments, oldest first.
 */
comments: Array<CommentView>, 
/**
 * Evidence attached.
 */
evidence: Array<EvidenceView>, 
/**
 * Actions that came from it.
 */
actions: Array<ActionView>, };

/**
 * Writes a report.
 */
export type ReportExportInput = { 
/**
 * What is reported.
 */
kind: ReportKind, 
/**
 * As what.
 */
format: ReportFormat, 
/**
 * A kept version of the document; none for its present state.
 */
version?: number, 
/**
 * The system, for the classification of one.
 */
system?: RecordId, 
/**
 * Id of the rules, for the classification of one system; the EU AI Act when left out.
 */
pack?: string, 
/**
 * A decision of that system, in force or replaced; none for its draft, else the decision in force.
 */
decision?: RecordId, 
/**
 * Whose lines, for interview sheets and requests; none for everybody's.
 */
owner?: MemberId, 
/**
 * Which gap assessment; the one people work on when left out.
 */
assessment?: RecordId, 
/**
 * Which department's requests; none for everybody's.
 */
department?: string, 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * As what it is written.
 */
export type ReportFormat = "pdf" | "xlsx" | "ics";

/**
 * What is reported.
 */
export type ReportKind = "scope" | "soa" | "gap" | "register" | "classification" | "obligations" | "roadmap" | "interview" | "requests";

/**
 * A file whose very bytes were handed in for the same request before; what was said of it stays.
 */
export type RequestCameAgain = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Code of the request.
 */
request: string, 
/**
 * Where it stands there.
 */
state: FileState, 
/**
 * Why it was refused.
 */
reason: string | null, };

/**
 * Asks for one piece of evidence.
 */
export type RequestCreateInput = { 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * What is needed.
 */
what: string, 
/**
 * Who is asked.
 */
owner: MemberId | null, 
/**
 * The department asked, where no person is.
 */
department: string | null, 
/**
 * Until when.
 */
due: string | null, };

/**
 * Withdraws a request, or asks again for what was withdrawn. Whether it is accepted or refused follows from its files
 * (see [`super::Judge`]).
 */
export type RequestDecideInput = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Withdrawn, or requested again.
 */
state: RequestState, 
/**
 * Why; needed when it is withdrawn.
 */
reason: string | null, };

/**
 * A file, or a reference, handed in for a request.
 */
export type RequestFile = { 
/**
 * The use of the evidence on the request: what is judged.
 */
id: RecordId, 
/**
 * The evidence.
 */
evidence: RecordRef, 
/**
 * Where it stands for this request.
 */
state: FileState, 
/**
 * Since when; none where the file came before files were judged one by one.
 */
since: string | null, 
/**
 * Why it was refused.
 */
reason: string | null, 
/**
 * What a person may say of it.
 */
ways: Array<FileState>, };

/**
 * One request.
 */
export type RequestItem = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * The requirement's own id.
 */
requirement: string, 
/**
 * Official title of the requirement.
 */
title: string, 
/**
 * What is needed.
 */
what: string, 
/**
 * Who is asked.
 */
owner: MemberRef | null, 
/**
 * The department asked, where no person is.
 */
department: string | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * Whole days past that date; none while in time or settled.
 */
daysLate: number | null, 
/**
 * Where it stands, which follows from its files unless it was withdrawn.
 */
state: RequestState, 
/**
 * What a person may say of it as a whole.
 */
ways: Array<RequestState>, 
/**
 * Whether files are still welcome.
 */
open: boolean, 
/**
 * Whether something is still asked for: nothing came, or all that came was refused.
 */
asks: boolean, 
/**
 * Why it was withdrawn, or refused as a whole before files were judged one by one.
 */
reason: string | null, 
/**
 * Why it asks again: the reasons for which what came was refused, each once; none unless it stands refused.
 */
again: Array<string>, 
/**
 * When it was asked for.
 */
requestedOn: string | null, 
/**
 * When something came last.
 */
receivedOn: string | null, 
/**
 * When it was withdrawn, or decided as a whole.
 */
decidedOn: string | null, 
/**
 * What came, in the order it came.
 */
files: Array<RequestFile>, };

/**
 * Accepts or refuses files handed in for a request. What is accepted is evidence of the request's gap line from then
 * on; what is refused stays with its reason, and the request asks again unless another file does.
 */
export type RequestJudgeInput = { 
/**
 * The request.
 */
id: RecordId, 
/**
 * The evidence judged, handed in for it; at least one.
 */
files: Array<RecordId>, 
/**
 * Accepted or refused.
 */
state: FileState, 
/**
 * Why; needed when refused, left out otherwise.
 */
reason: string | null, };

/**
 * All requests.
 */
export type RequestListInput = Record<symbol, never>;

/**
 * Looks at the files of a folder, or at files that were dropped, and proposes requests for each.
 */
export type RequestMatchInput = { 
/**
 * Folders and files.
 */
places: Array<Token>, };

/**
 * How many requests would be made for some lines.
 */
export type RequestOutlookInput = { 
/**
 * The requirements' own ids.
 */
requirements: Array<string>, };

/**
 * Asks for everything that convinces an auditor, for some lines; what was asked for before is not asked for again.
 */
export type RequestProposeInput = { 
/**
 * The requirements' own ids; their owners are asked.
 */
requirements: Array<string>, 
/**
 * Until when.
 */
due: string | null, };

/**
 * What became of the files that came in.
 */
export type RequestReceipt = { 
/**
 * How many were attached, each counted once however many requests it answers.
 */
count: number, 
/**
 * Those that were there before.
 */
again: Array<RequestCameAgain>, };

/**
 * Attaches files to the requests they answer, in one entry. Each waits to be judged on its own; a file that was handed
 * in for its request before changes nothing and is named.
 */
export type RequestReceiveInput = { 
/**
 * Files with their requests.
 */
files: Array<RequestReceived>, };

/**
 * A file that answers a request, as a person confirmed. A file may come several times, each for another request.
 */
export type RequestReceived = { 
/**
 * The file.
 */
file: Token, 
/**
 * The request.
 */
request: RecordId, };

/**
 * Where a request for evidence stands; see [`crate::request::standing`].
 */
export type RequestState = "requested" | "received" | "accepted" | "refused" | "withdrawn";

/**
 * Changes who is asked for what, until when.
 */
export type RequestUpdateInput = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * What is needed.
 */
what: string, 
/**
 * Who is asked.
 */
owner: MemberId | null, 
/**
 * The department asked, where no person is.
 */
department: string | null, 
/**
 * Until when.
 */
due: string | null, };

/**
 * What one crosswalk says about a requirement, read from it to the other framework.
 */
export type RequirementCounterparts = { 
/**
 * Id of the other framework.
 */
framework: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The pairs as their sources state them; empty when the crosswalk names none for this entry.
 */
pairs: Array<CrosswalkPair>, };

/**
 * A requirement with all that belongs to it.
 */
export type RequirementDetail = { 
/**
 * The framework it is from.
 */
framework: FrameworkSummary, 
/**
 * The entry with its words.
 */
requirement: RequirementView, 
/**
 * The entries above it, from the top down.
 */
above: Array<RequirementName>, 
/**
 * The entries directly below it.
 */
below: Array<RequirementName>, 
/**
 * Related entries of the same framework.
 */
related: Array<RequirementName>, 
/**
 * Counterparts, one part for each crosswalk of the framework.
 */
counterparts: Array<RequirementCounterparts>, 
/**
 * Whether the gap analysis has a line for it.
 */
gapLine: boolean, 
/**
 * Whether the Statement of Applicability has a row for it.
 */
soaRow: boolean, };

/**
 * Finds requirements by id and by words of title and summary, best first. Each word may be the beginning of one.
 */
export type RequirementFindInput = { 
/**
 * The words.
 */
text: string, 
/**
 * Only this framework.
 */
framework: string | null, 
/**
 * Most requirements wanted.
 */
most: number, };

/**
 * One requirement with its counterparts over every crosswalk.
 */
export type RequirementGetInput = { 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * Id of the entry, in any case and spacing; a point such as `6.1.2 a)` finds the entry that holds it.
 */
id: string, };

/**
 * What a framework calls one of its entries.
 */
export type RequirementKind = "clause" | "control" | "group" | "area" | "function" | "category" | "subcategory" | "chapter" | "section" | "article" | "annex";

/**
 * An entry of a framework by name.
 */
export type RequirementName = { 
/**
 * The framework's own id.
 */
id: string, 
/**
 * Official title.
 */
title: string, };

/**
 * A requirement with its words.
 */
export type RequirementView = { 
/**
 * The framework's own id.
 */
id: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Id of the entry above.
 */
parent: string | null, 
/**
 * What the framework calls it.
 */
kind: RequirementKind, 
/**
 * Whether one can assess it.
 */
assessable: boolean, 
/**
 * What it wants, in our own words.
 */
summary: string, 
/**
 * Separate demands.
 */
must: Array<MustItemView>, 
/**
 * What convinces.
 */
evidence: Array<string>, 
/**
 * Whether the text asks for something written.
 */
documentation: Documentation | null, 
/**
 * What that is.
 */
documentedInformation: string, 
/**
 * Role that usually owns it, in words.
 */
ownerRole: string | null, 
/**
 * Related entries of the same framework.
 */
related: Array<string>, };

/**
 * Says what is met under another framework, for any number of its entries at once.
 */
export type ReuseAssessInput = { 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * What was found, by entry; none takes it back.
 */
lines: { [key in string]: Conformity | null }, };

/**
 * A mapping that the figures count over.
 */
export type ReuseBasis = { 
/**
 * Title of the crosswalk.
 */
crosswalk: string, 
/**
 * Whose mapping it is, by name.
 */
source: string, 
/**
 * Published, or our own view.
 */
origin: PairOrigin, 
/**
 * Lines with a candidate that goes over it.
 */
candidates: number, 
/**
 * Lines with an accepted reuse that goes over it.
 */
accepted: number, };

/**
 * Something that could count for a line.
 */
export type ReuseCandidate = { 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * The entry that is met.
 */
source: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What was found there.
 */
conformity: Conformity, 
/**
 * The record noted there.
 */
record: string | null, 
/**
 * How the entry relates to the line over all hops.
 */
relation: Relation, 
/**
 * Over which hops.
 */
hops: Array<ReuseHop>, 
/**
 * A person's word; none for a candidate.
 */
state: ReuseState | null, 
/**
 * Why.
 */
note: string | null, 
/**
 * Who decided.
 */
decidedBy: MemberRef | null, 
/**
 * When.
 */
decidedAt: string | null, };

/**
 * Says whether something counts for a line; none makes it a candidate again.
 */
export type ReuseDecideInput = { 
/**
 * The line of ISO/IEC 42001.
 */
line: string, 
/**
 * Id of the other framework.
 */
framework: string, 
/**
 * The entry of the other framework.
 */
source: string, 
/**
 * What was decided.
 */
state: ReuseState | null, 
/**
 * Why.
 */
note: string, };

/**
 * What could count.
 */
export type ReuseGetInput = Record<symbol, never>;

/**
 * A hop of a way in words.
 */
export type ReuseHop = { 
/**
 * Id of the crosswalk.
 */
crosswalk: string, 
/**
 * Where it starts, for example `iso27001:A.5.1`.
 */
from: string, 
/**
 * Where it leads.
 */
to: string, 
/**
 * How the start relates to the end, as stated.
 */
relation: Relation, 
/**
 * Who says so.
 */
origin: PairOrigin, 
/**
 * The source by name.
 */
source: string, 
/**
 * Confidence as stated.
 */
confidence: Confidence | null, 
/**
 * Strength as stated, in the source's own scale.
 */
strength: string | null, };

/**
 * What a file of results brings.
 */
export type ReuseImport = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Headers of the columns used: id, status, record.
 */
columns: Array<string>, 
/**
 * Rows of the sheet.
 */
rows: number, 
/**
 * Entries of which something new is noted.
 */
noted: number, 
/**
 * Entries that say what is stored.
 */
unchanged: number, 
/**
 * Rows that say nothing, or nothing that is understood.
 */
skipped: number, 
/**
 * Rows whose id the framework does not have; kept as a comment on the assessment.
 */
unresolved: Array<ReuseUnresolved>, 
/**
 * What is wrong, by place.
 */
problems: Array<ImportProblem>, 
/**
 * Number of the entry; none when nothing was written.
 */
entry: number | null, };

/**
 * Reads results under another framework; notes them unless it is a dry run.
 */
export type ReuseImportInput = { 
/**
 * The workbook or CSV file.
 */
file: Token, 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * Only say what would happen.
 */
dryRun: boolean, };

/**
 * A line with what could count for it.
 */
export type ReuseLine = { 
/**
 * Id of the line, for example `A.6.2.4`.
 */
id: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Its conformity in the latest assessment.
 */
conformity: Conformity | null, 
/**
 * What could count, the shortest and strongest ways first.
 */
candidates: Array<ReuseCandidate>, };

/**
 * A framework of which something may exist.
 */
export type ReuseSource = { 
/**
 * Id of the framework.
 */
framework: string, 
/**
 * Title with edition.
 */
title: string, 
/**
 * Entries one can say something about.
 */
lines: number, 
/**
 * Of these, assessed.
 */
assessed: number, 
/**
 * Of these, met on paper or shown by records.
 */
met: number, };

/**
 * Entries of one other framework.
 */
export type ReuseSourceInput = { 
/**
 * Id of the framework.
 */
framework: string, };

/**
 * An entry of another framework with what was said of it.
 */
export type ReuseSourceLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it asks, in our own words.
 */
summary: string, 
/**
 * Title of the group it stands in.
 */
group: string, 
/**
 * What was found; none while nobody said anything.
 */
conformity: Conformity | null, 
/**
 * Lines of ISO/IEC 42001 it leads to.
 */
reaches: number, 
/**
 * The record that was noted for it.
 */
record: string | null, };

/**
 * A person's word on what another framework's fulfilment counts for.
 */
export type ReuseState = "accepted" | "declined";

/**
 * A row whose id the framework does not have.
 */
export type ReuseUnresolved = { 
/**
 * Number of the row in the sheet.
 */
row: number, 
/**
 * The id as written.
 */
id: string, 
/**
 * The status as written.
 */
status: string, };

/**
 * What could count, line by line, with its basis.
 */
export type ReuseView = { 
/**
 * Frameworks with a way to ours.
 */
sources: Array<ReuseSource>, 
/**
 * Titles of frameworks with a crosswalk but without a way from any entry to a line of ours.
 */
unreached: Array<string>, 
/**
 * Lines that something could count for.
 */
lines: Array<ReuseLine>, 
/**
 * All lines of ISO/IEC 42001.
 */
total: number, 
/**
 * Lines with an accepted reuse.
 */
accepted: number, 
/**
 * Lines with a candidate, accepted ones among them.
 */
candidates: number, 
/**
 * Lines nobody has decided anything about.
 */
open: number, 
/**
 * The mappings these figures count over.
 */
basis: Array<ReuseBasis>, };

/**
 * Something accepted for a line.
 */
export type Reused = { 
/**
 * The line it counts for.
 */
line: string, 
/**
 * Title of the other framework with edition.
 */
framework: string, 
/**
 * The entry that is met there.
 */
source: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The crosswalks it goes over, by title.
 */
mappings: Array<string>, 
/**
 * Judgement as soon as one of them is our own view.
 */
origin: PairOrigin, 
/**
 * Why it counts.
 */
note: string | null, };

/**
 * An action in its place on the roadmap.
 */
export type RoadmapAction = { 
/**
 * The action.
 */
action: ActionView, 
/**
 * Grade of the gap it closes.
 */
grade: Grade | null, 
/**
 * The line it closes, for example `A.6.2.4`.
 */
line: string | null, 
/**
 * Codes of the open actions it waits for.
 */
after: Array<string>, 
/**
 * Where it stands in time; none while nothing says when.
 */
placed: PlacedAction | null, };

/**
 * The roadmap.
 */
export type RoadmapGetInput = Record<symbol, never>;

/**
 * Chooses the days, the owner and a remark of a step, and says when it was done where no record shows it; without days it
 * goes back to where the audits put it.
 */
export type RoadmapMoveStepInput = { 
/**
 * Which step.
 */
step: Step, 
/**
 * First day.
 */
startsOn: string | null, 
/**
 * Last day.
 */
endsOn: string | null, 
/**
 * Who answers for it.
 */
owner: MemberId | null, 
/**
 * A remark.
 */
note: string, 
/**
 * The day it was done, of a step that no record shows.
 */
doneOn: string | null, };

/**
 * The roadmap.
 */
export type RoadmapView = { 
/**
 * The day it is made on.
 */
today: CalendarDate, 
/**
 * The day of stage 1; without it there is no plan, only actions.
 */
stage1On: string | null, 
/**
 * The day of stage 2, chosen or proposed.
 */
stage2On: string | null, 
/**
 * Whether the day of stage 2 is a proposal.
 */
stage2Proposed: boolean, 
/**
 * Steps in order.
 */
steps: Array<StepView>, 
/**
 * Days that are missing to hold the audit days; 0 when there is enough time.
 */
shortBy: number, 
/**
 * Names of the critical steps.
 */
critical: Array<string>, 
/**
 * The lines that block certification and have no open action.
 */
blockersWithoutAction: Array<Blocker>, 
/**
 * Lines that block certification, with an action or without.
 */
blockers: number, 
/**
 * Months in which anything is due, `YYYY-MM`.
 */
months: Array<string>, 
/**
 * What does not fit, in words.
 */
warnings: Array<string>, 
/**
 * Open actions in the order to take them.
 */
actions: Array<RoadmapAction>, 
/**
 * Load per owner, the heaviest first.
 */
load: Array<OwnerLoad>, };

/**
 * A role; a member holds a set of them.
 */
export type Role = "lead" | "contributor" | "approver" | "internal-auditor" | "reader" | "agent";

/**
 * One changed row.
 */
export type RowChangeView = { 
/**
 * What kind of row, in words.
 */
table: string, 
/**
 * `insert`, `update` or `delete`.
 */
action: string, 
/**
 * The record it belongs to.
 */
record: RecordRef | null, 
/**
 * Changed fields.
 */
fields: Array<FieldChangeView>, };

/**
 * An answer with its words.
 */
export type RuleAnswer = { 
/**
 * Key.
 */
key: string, 
/**
 * Label.
 */
label: string, 
/**
 * One line of explanation.
 */
explain: string, 
/**
 * Provisions for this answer.
 */
refs: Array<string>, 
/**
 * Cannot be combined with others.
 */
exclusive: boolean, 
/**
 * What it does.
 */
effect: RuleEffect, };

/**
 * A problem with an answer.
 */
export type RuleAnswerProblem = { 
/**
 * Id of the question.
 */
question: string, 
/**
 * The key, where one is to blame.
 */
key: string | null, 
/**
 * What is wrong.
 */
code: RuleAnswerProblemCode, };

/**
 * What is wrong with an answer. Such an answer counts as `unknown`.
 */
export type RuleAnswerProblemCode = "no-such-question" | "no-such-answer" | "more-than-one" | "stands-alone";

/**
 * Answers and notes by question id, as stored with a decision and read from an answers file:
 * `{"answers": {"<question>": "<key>" | ["<key>", …]}, "notes": {"<question or note>": "<text>"}}`.
 */
export type RuleAnswers = { 
/**
 * Chosen answer or answers by question id; absent = `unknown`.
 */
answers: { [key in string]: RuleChosen }, 
/**
 * Reasons by question id or note id.
 */
notes: { [key in string]: string }, };

/**
 * One answer or several.
 */
export type RuleChosen = string | Array<string>;

/**
 * Answers that do not fit together.
 */
export type RuleConflict = { 
/**
 * Id in the pack; its words are in the overlay.
 */
id: string, 
/**
 * How hard it is.
 */
weight: RuleWeight, 
/**
 * The questions concerned.
 */
questions: Array<string>, };

/**
 * The result of evaluating answers under a rule pack. The same answers under the same pack always give the
 * same decision. It is a proposal: a person with legal competence signs.
 */
export type RuleDecision = { 
/**
 * The pack used.
 */
pack: RulePackRef, 
/**
 * The tier; `null` while provisional.
 */
tier: string | null, 
/**
 * Something relevant is unknown or unanswered.
 */
provisional: boolean, 
/**
 * A tier that no further answer can change, although the rest (outcomes, duties) may still be open.
 */
certain_tier: string | null, 
/**
 * The worst tier that is still possible; the tier itself when nothing is open. An upper bound: it is
 * never better than what further answers can lead to.
 */
worst_possible: string, 
/**
 * Questions that are relevant given the answers so far, and unanswered or unknown; in pack order.
 */
missing: Array<string>, 
/**
 * Unanswered questions that may become relevant, depending on the missing ones; in pack order.
 */
possible: Array<string>, 
/**
 * Relevant questions, answered or not; in pack order.
 */
visible: Array<string>, 
/**
 * The question to put next: the first without any answer that is or may become relevant.
 */
next: string | null, 
/**
 * Our roles.
 */
roles: Array<string>, 
/**
 * Outcomes that hold; they add up.
 */
outcomes: Array<RuleOutcome>, 
/**
 * Outcomes still open.
 */
possible_outcomes: Array<string>, 
/**
 * Answers given, in pack order.
 */
findings: Array<RuleFinding>, 
/**
 * Duties for our roles, in pack order.
 */
obligations: Array<RuleDuty>, 
/**
 * Duties still open.
 */
possible_obligations: Array<string>, 
/**
 * Answers that do not fit together.
 */
contradictions: Array<RuleConflict>, 
/**
 * Answers that cannot be used and count as unknown.
 */
problems: Array<RuleAnswerProblem>, 
/**
 * Written reasons that are asked for.
 */
required_notes: Array<RuleRequiredNote>, };

/**
 * A duty of ours.
 */
export type RuleDuty = { 
/**
 * Id in the pack; its label is in the overlay.
 */
id: string, 
/**
 * Provisions as one text, for example `Art. 11, Annex IV`.
 */
ref: string, 
/**
 * Provisions one by one.
 */
refs: Array<string>, 
/**
 * Group for display.
 */
category: string, 
/**
 * Those of our roles that it binds.
 */
roles: Array<string>, 
/**
 * The day from which it applies: the earliest of `dates`.
 */
applies_from: CalendarDate, 
/**
 * A limit on that day, for example "only after a significant design change"; words in the overlay.
 */
qualifier: string | null, 
/**
 * Every date that applies, by route, earliest first.
 */
dates: Array<RuleDutyDate>, 
/**
 * The day the article formally applies, where that differs from the day it can bite.
 */
formal_from: CalendarDate | null, 
/**
 * Degrees of certainty of the duty and of its date.
 */
certainty: Array<string>, 
/**
 * Confirm with counsel.
 */
confirm: boolean, };

/**
 * A date of a duty with its legal basis.
 */
export type RuleDutyDate = { 
/**
 * The day.
 */
date: CalendarDate, 
/**
 * Id of the date in the pack.
 */
id: string, 
/**
 * A limit on it.
 */
qualifier: string | null, 
/**
 * Provisions that set it.
 */
refs: Array<string>, };

/**
 * What an answer does, for icons and the list of findings.
 */
export type RuleEffect = "met" | "not-met" | "carve-out" | "closed" | "fact";

/**
 * An answer that was given to a relevant question.
 */
export type RuleFinding = { 
/**
 * Id of the question.
 */
question: string, 
/**
 * The keys, in pack order.
 */
answer: Array<string>, 
/**
 * Provisions of the question and of the chosen answers.
 */
refs: Array<string>, 
/**
 * The strongest effect among the chosen answers.
 */
effect: RuleEffect, 
/**
 * The person's reason.
 */
note: string | null, 
/**
 * What the question says about the law needs confirming with counsel.
 */
confirm: boolean, };

/**
 * A label with one line or sentence of explanation.
 */
export type RuleLabel = { 
/**
 * Short.
 */
label: string, 
/**
 * Explanation.
 */
explain: string, };

/**
 * Words of a duty.
 */
export type RuleObligationText = { 
/**
 * What to do.
 */
label: string, 
/**
 * What shows that it is done.
 */
evidence: Array<string>, 
/**
 * A remark, for example on an uncertain reading.
 */
note?: string | null, };

/**
 * An outcome that holds.
 */
export type RuleOutcome = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Provisions it rests on.
 */
refs: Array<string>, 
/**
 * The day from which it matters, if it has one.
 */
applies_from: CalendarDate | null, 
/**
 * A limit on that day, for example "only after a significant design change"; words in the overlay. Decisions
 * signed before it was recorded have none.
 */
qualifier?: string, 
/**
 * Degrees of certainty of the statement and of its date.
 */
certainty: Array<string>, 
/**
 * Confirm with counsel.
 */
confirm: boolean, };

/**
 * A rule pack in the list.
 */
export type RulePackItem = { 
/**
 * Id of the rules.
 */
id: string, 
/**
 * Version of the pack.
 */
version: string, 
/**
 * State of the law the pack describes.
 */
date: string, 
/**
 * Title of the law.
 */
title: string, 
/**
 * Its title in two or three words.
 */
short: string, 
/**
 * SHA-256 of the pack.
 */
sha256: string, 
/**
 * Ids of the tiers.
 */
tiers: Array<string>, 
/**
 * How many questions it has.
 */
questions: number, 
/**
 * It is the newest of its id.
 */
newest: boolean, };

/**
 * Which pack a decision rests on.
 */
export type RulePackRef = { 
/**
 * Id of the rules.
 */
id: string, 
/**
 * Version of the pack.
 */
version: string, 
/**
 * State of the law.
 */
date: CalendarDate, };

/**
 * Words of a pack in one language.
 */
export type RulePackText = { 
/**
 * Id of the pack.
 */
id: string, 
/**
 * Version of the pack these words belong to.
 */
version: string, 
/**
 * Language, for example `en`.
 */
language: string, 
/**
 * Title of the questionnaire.
 */
title: string, 
/**
 * Title in two or three words, for example `EU AI Act`.
 */
short: string, 
/**
 * What the result is, and what it is not.
 */
notice: string, 
/**
 * "I don't know yet".
 */
unknown: RuleLabel, 
/**
 * Steps by id.
 */
steps: { [key in string]: string }, 
/**
 * Questions by id.
 */
questions: { [key in string]: RuleQuestionText }, 
/**
 * Roles by id.
 */
roles: { [key in string]: RuleLabel }, 
/**
 * Tiers by id.
 */
tiers: { [key in string]: RuleLabel }, 
/**
 * Outcomes by id.
 */
outcomes: { [key in string]: RuleLabel }, 
/**
 * Groups of duties by id.
 */
categories: { [key in string]: string }, 
/**
 * Duties by id.
 */
obligations: { [key in string]: RuleObligationText }, 
/**
 * Limits on dates by id.
 */
qualifiers: { [key in string]: string }, 
/**
 * Degrees of certainty by id.
 */
certainty: { [key in string]: RuleLabel }, 
/**
 * Dates by id: what happens on them.
 */
dates: { [key in string]: string }, 
/**
 * Written reasons by id.
 */
notes: { [key in string]: RuleLabel }, 
/**
 * Contradictions by id.
 */
contradictions: { [key in string]: string }, };

/**
 * A rule pack with its words, ready for a wizard.
 */
export type RulePackView = { 
/**
 * Id of the rules.
 */
id: string, 
/**
 * Version of the pack.
 */
version: string, 
/**
 * State of the law the pack describes.
 */
date: string, 
/**
 * SHA-256 of the pack.
 */
sha256: string, 
/**
 * Steps in order.
 */
steps: Array<RuleStep>, 
/**
 * Questions in order.
 */
questions: Array<RuleQuestion>, 
/**
 * Words of tiers, outcomes, obligations, roles and notes.
 */
text: RulePackText, };

/**
 * A question with its words, ready to show.
 */
export type RuleQuestion = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Id of its step.
 */
step: string, 
/**
 * How many answers it takes.
 */
kind: RuleQuestionKind, 
/**
 * It takes several answers.
 */
multiple: boolean, 
/**
 * Good to record; never missing.
 */
optional: boolean, 
/**
 * The question.
 */
text: string, 
/**
 * How to answer it.
 */
help: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * Evidence that supports an answer.
 */
evidence: Array<string>, 
/**
 * Whom to ask when it is not known.
 */
ask: string, 
/**
 * Provisions it rests on.
 */
refs: Array<string>, 
/**
 * What it says about the law needs confirming with counsel.
 */
confirm: boolean, 
/**
 * Degree of certainty.
 */
certainty: string, 
/**
 * Answers in order; the last is always `unknown`.
 */
answers: Array<RuleAnswer>, };

/**
 * How many answers a question takes.
 */
export type RuleQuestionKind = "single" | "multiple";

/**
 * Words of a question.
 */
export type RuleQuestionText = { 
/**
 * The question.
 */
text: string, 
/**
 * How to answer it, in plain words.
 */
help: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * Evidence that supports an answer.
 */
evidence: Array<string>, 
/**
 * Whom to ask when it is not known.
 */
ask: string, 
/**
 * Answers by key.
 */
answers: { [key in string]: RuleLabel }, };

/**
 * A written reason that is asked for.
 */
export type RuleRequiredNote = { 
/**
 * Id under which its text is kept among the notes.
 */
id: string, 
/**
 * The question it explains.
 */
question: string, 
/**
 * Provisions that ask for it.
 */
refs: Array<string>, 
/**
 * It has been written, and its question is answered where that is asked for.
 */
given: boolean, };

/**
 * A step with its words.
 */
export type RuleStep = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Title.
 */
label: string, 
/**
 * Provisions it is about.
 */
refs: Array<string>, 
/**
 * Ids of its questions, in order.
 */
questions: Array<string>, };

/**
 * How hard a contradiction is.
 */
export type RuleWeight = "contradiction" | "doubt";

/**
 * An id of the rules with its words.
 */
export type RuleWord = { 
/**
 * Id in the pack.
 */
id: string, 
/**
 * Short.
 */
label: string, 
/**
 * One sentence.
 */
explain: string, };

/**
 * What answers come to, without storing anything.
 */
export type RulepackEvaluateInput = { 
/**
 * Id of the rules.
 */
id: string, 
/**
 * Version of the pack; none for the newest.
 */
version?: string, 
/**
 * Answers and notes.
 */
answers: RuleAnswers, };

/**
 * Questions and words of a rule pack.
 */
export type RulepackGetInput = { 
/**
 * Id of the rules, for example `eu-ai-act`.
 */
id: string, 
/**
 * Version of the pack; none for the newest.
 */
version?: string, };

/**
 * Every rule pack and version that is there.
 */
export type RulepackListInput = Record<symbol, never>;

/**
 * A saved view.
 */
export type SavedViewItem = { 
/**
 * Id of the row.
 */
id: RecordId, 
/**
 * Its name.
 */
name: string, 
/**
 * Filter and sort, as the screen wrote them.
 */
query: string, 
/**
 * Columns shown; none for the usual ones.
 */
columns: Array<string> | null, 
/**
 * Whether only I see it.
 */
own: boolean, };

/**
 * The screening of a system.
 */
export type ScreeningGetInput = { 
/**
 * The system.
 */
system: RecordId, };

/**
 * How deep and how soon a system is looked at before its risks are assessed; never the legal tier.
 */
export type ScreeningLevel = "low" | "medium" | "high";

/**
 * Judges a system by all sources.
 */
export type ScreeningSetInput = { 
/**
 * The system.
 */
system: RecordId, 
/**
 * Judgement by source; every source has one.
 */
answers: { [key in string]: ScreeningLevel }, 
/**
 * A remark.
 */
note: string, };

/**
 * A risk source and how it is judged.
 */
export type ScreeningSource = { 
/**
 * Its key.
 */
id: string, 
/**
 * Its id in ISO/IEC 42001, Annex C, for example `C.3.3`.
 */
iso42001: string, 
/**
 * Its id in ISO/IEC 23894, Annex B, for example `B.4`.
 */
iso23894: string, 
/**
 * Title in the standards.
 */
title: string, 
/**
 * What to ask.
 */
question: string, 
/**
 * When it is low.
 */
low: string, 
/**
 * When it is medium.
 */
medium: string, 
/**
 * When it is high.
 */
high: string, };

/**
 * What the organisation sets: from how many sources on a level holds.
 */
export type ScreeningThresholds = { 
/**
 * Sources judged high from which the level is high; 1 to 7.
 */
high: number, 
/**
 * Sources judged medium or high from which the level is at least medium; 1 to 7.
 */
medium: number, };

/**
 * Sets from how many sources on a level holds. A level that somebody screened stays as they left it, marked to be
 * confirmed again: nobody's judgement is rewritten under their name.
 */
export type ScreeningThresholdsInput = { 
/**
 * The new thresholds.
 */
thresholds: ScreeningThresholds, };

/**
 * A system's screening with all a person needs to judge.
 */
export type ScreeningView = { 
/**
 * The sources in order.
 */
sources: Array<ScreeningSource>, 
/**
 * From how many sources on a level holds.
 */
thresholds: ScreeningThresholds, 
/**
 * The level; none while nobody screened the system.
 */
level: ScreeningLevel | null, 
/**
 * Judgement by source.
 */
answers: { [key in string]: ScreeningLevel }, 
/**
 * A remark.
 */
note: string, 
/**
 * Who screened.
 */
by: MemberRef | null, 
/**
 * When.
 */
at: string | null, 
/**
 * The sources or thresholds have changed since: the level is to be confirmed again.
 */
outdated: boolean, 
/**
 * The level the same judgements give by the thresholds of today, where that is another one.
 */
byNow: ScreeningLevel | null, };

/**
 * Finds records by words in code, title and text; each word may be the beginning of one.
 */
export type SearchFindInput = { 
/**
 * The words.
 */
text: string, 
/**
 * Only these kinds; all when empty.
 */
kinds: Array<RecordKind>, };

/**
 * A similar system and its answer to a question.
 */
export type SimilarAnswer = { 
/**
 * The system.
 */
system: RecordRef, 
/**
 * In what it is similar, in words.
 */
why: string, 
/**
 * Whether its case is signed or a draft.
 */
standing: ClassificationStanding, 
/**
 * Keys it was answered with.
 */
answer: Array<string>, 
/**
 * Their labels.
 */
labels: Array<string>, 
/**
 * The reason that was written there.
 */
note: string | null, };

/**
 * An area of controls.
 */
export type SoaArea = { 
/**
 * Id, for example `A.6`.
 */
id: string, 
/**
 * Official title.
 */
title: string, };

/**
 * Counts of a whole statement; every sentence on its cover is made of these.
 */
export type SoaCounts = { 
/**
 * Rows in all, 38 for Annex A plus own controls.
 */
rows: number, 
/**
 * Included, provider-delivered ones among them.
 */
included: number, 
/**
 * Excluded.
 */
excluded: number, 
/**
 * Not decided.
 */
not_decided: number, 
/**
 * Included and delivered, wholly or partly, by a provider.
 */
by_provider: number, 
/**
 * Rows with no check that must be mended.
 */
complete: number, };

/**
 * Decides one control. The whole row is sent; what is unchanged is not recorded.
 */
export type SoaDecideInput = { 
/**
 * The control's own id.
 */
control: string, 
/**
 * Decision.
 */
decision: Decision, 
/**
 * Reasons for inclusion.
 */
reasons: Array<Reason>, 
/**
 * The facts, in words.
 */
justification: string, 
/**
 * Ground of an exclusion.
 */
exclusionBasis: ExclusionBasis | null, 
/**
 * Who delivers it.
 */
delivery: Delivery | null, 
/**
 * The contract behind a provider's delivery.
 */
deliveryNote: string, 
/**
 * Organisation-wide status.
 */
status: ControlStatus | null, 
/**
 * Who owns it.
 */
owner: MemberId | null, };

/**
 * One control with what the standard wants.
 */
export type SoaDetail = { 
/**
 * The row.
 */
item: SoaItem, 
/**
 * The control in the pack.
 */
requirement: RequirementView, 
/**
 * Title of its area.
 */
area: SoaArea, };

/**
 * One control with all a person needs to decide it.
 */
export type SoaGetInput = { 
/**
 * The control's own id.
 */
control: string, };

/**
 * One control in the list.
 */
export type SoaItem = { 
/**
 * The control's own id.
 */
control: string, 
/**
 * Official title.
 */
title: string, 
/**
 * Id of its area.
 */
area: string, 
/**
 * Decision.
 */
decision: Decision, 
/**
 * Reasons for inclusion.
 */
reasons: Array<Reason>, 
/**
 * What they rest on.
 */
reasonLinks: Array<ReasonLink>, 
/**
 * The facts, in words.
 */
justification: string, 
/**
 * Ground of an exclusion.
 */
exclusionBasis: ExclusionBasis | null, 
/**
 * Who delivers it.
 */
delivery: Delivery | null, 
/**
 * The contract behind a provider's delivery.
 */
deliveryNote: string, 
/**
 * Organisation-wide status.
 */
status: ControlStatus | null, 
/**
 * Who owns it.
 */
owner: MemberRef | null, 
/**
 * Pieces of evidence.
 */
evidence: number, 
/**
 * Latest conformity in the gap analysis.
 */
conformity: Conformity | null, 
/**
 * A fact by which an interview proposes that it is not needed.
 */
notNeededFact: string | null, 
/**
 * The worst of its checks.
 */
weight: Weight, 
/**
 * Its checks.
 */
checks: Array<CheckView>, 
/**
 * The record, once somebody touched the row.
 */
record: RecordId | null, };

/**
 * Says what a reason rests on, or takes that back.
 */
export type SoaLinkReasonInput = { 
/**
 * The control's own id.
 */
control: string, 
/**
 * The reason, which the row has.
 */
reason: Reason, 
/**
 * The id of a record, or a requirement as `framework:id`.
 */
target: string, 
/**
 * Whether it is added or taken back.
 */
add: boolean, };

/**
 * The whole statement.
 */
export type SoaListInput = Record<symbol, never>;

/**
 * What a reason can rest on, found by words.
 */
export type SoaReasonTargetsInput = { 
/**
 * The control's own id.
 */
control: string, 
/**
 * The reason.
 */
reason: Reason, 
/**
 * Words of code, id or title; without any, records are offered.
 */
text: string, };

/**
 * The record of a control's row, made if need be: evidence, comments and actions hang on it.
 */
export type SoaTouchInput = { 
/**
 * The control's own id.
 */
control: string, };

/**
 * The whole statement.
 */
export type SoaView = { 
/**
 * Areas in order.
 */
areas: Array<SoaArea>, 
/**
 * Rows in order.
 */
items: Array<SoaItem>, 
/**
 * Counts over the rows.
 */
counts: SoaCounts, 
/**
 * Rows that must be mended before approval.
 */
openChecks: number, 
/**
 * Whether a risk treatment is approved.
 */
treatmentApproved: boolean, };

/**
 * Why a line stands in the way of the audit of stage 1.
 */
export type StageOne = "below-paper" | "document-missing" | "not-planned";

/**
 * A step of the engagement.
 */
export type Step = "kick-off" | "context" | "inventory" | "classification" | "gap" | "policy" | "risk-method" | "impacts" | "risks" | "treatment" | "controls" | "operation" | "package" | "stage-1" | "kpis" | "audit" | "review" | "correction" | "audit-package" | "stage-2";

/**
 * A step in words.
 */
export type StepView = { 
/**
 * Its days.
 */
planned: PlannedStep, 
/**
 * Its name.
 */
label: string, 
/**
 * Names of the steps it builds on.
 */
after: Array<string>, 
/**
 * Names of steps that end after it begins although it builds on them.
 */
clashes: Array<string>, 
/**
 * Who answers for it.
 */
owner: MemberRef | null, 
/**
 * A remark.
 */
note: string | null, };

/**
 * The stones, from the first to the last.
 */
export type Stone = "scope-approved" | "discovery-closed" | "register-confirmed" | "systems-classified" | "baseline-frozen" | "policy-approved" | "roles-set" | "impacts-approved" | "risks-treated" | "soa-approved" | "documents-in-force" | "controls-evidenced" | "data-records-complete" | "suppliers-covered" | "changes-running" | "kpi-period-closed" | "audit-done" | "review-held" | "package-complete" | "actions-verified" | "reviews-on-schedule" | "competence-current";

/**
 * Part and whole of what a stone counts.
 */
export type StoneProgress = { 
/**
 * What is done.
 */
done: number, 
/**
 * What there is to do; 0 means nothing to count yet.
 */
total: number, };

/**
 * Where one stone stands, with the figures behind it.
 */
export type StoneStanding = { 
/**
 * The stone.
 */
stone: Stone, 
/**
 * Its phase.
 */
phase: Phase, 
/**
 * Where it stands.
 */
state: StoneState, 
/**
 * What is counted.
 */
progress: StoneProgress, };

/**
 * Where a stone stands.
 */
export type StoneState = "set" | "in-progress" | "to-come";

/**
 * One stone in words.
 */
export type StoneView = { 
/**
 * Where it stands.
 */
standing: StoneStanding, 
/**
 * What it asks, in words.
 */
label: string, };

/**
 * What came of one thing to ask in a sweep.
 */
export type SweepAnswer = "nothing" | "found" | "not-applicable";

/**
 * Writes down what came of one thing to ask; without an answer it counts as not asked.
 */
export type SweepAnswerInput = { 
/**
 * The sweep.
 */
sweep: RecordId, 
/**
 * Key of the thing to ask.
 */
item: string, 
/**
 * What came of it.
 */
answer: SweepAnswer | null, 
/**
 * Who was asked.
 */
askedWhom: string | null, 
/**
 * When.
 */
askedOn: string | null, 
/**
 * What they said.
 */
note: string | null, };

/**
 * A candidate by name and state.
 */
export type SweepCandidate = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * What became of it.
 */
state: CandidateState, };

/**
 * Closes a sweep; refused while something was not asked, or was left out or found without saying more.
 */
export type SweepCloseInput = { 
/**
 * The sweep.
 */
id: RecordId, };

/**
 * Takes away a sweep in which nothing was answered and nothing found; undo brings it back.
 */
export type SweepDeleteInput = { 
/**
 * The sweep.
 */
id: RecordId, };

/**
 * A sweep with everything to ask.
 */
export type SweepDetail = { 
/**
 * The sweep.
 */
sweep: SweepSummary, 
/**
 * What belongs to the area.
 */
about: string, 
/**
 * What to ask.
 */
questions: Array<SweepQuestion>, };

/**
 * A sweep with everything to ask.
 */
export type SweepGetInput = { 
/**
 * The sweep.
 */
id: RecordId, };

/**
 * One thing to ask, and what came of it.
 */
export type SweepQuestion = { 
/**
 * Its key; also the source of what is found here.
 */
key: string, 
/**
 * Name of the source.
 */
source: string, 
/**
 * Whom to ask.
 */
whom: string, 
/**
 * What to ask for.
 */
ask: Array<string>, 
/**
 * What typically hides there.
 */
hides: string, 
/**
 * What came of it; none while nobody asked.
 */
answer: SweepAnswer | null, 
/**
 * Who was asked.
 */
askedWhom: string | null, 
/**
 * When.
 */
askedOn: string | null, 
/**
 * What they said.
 */
note: string | null, 
/**
 * How it stands.
 */
standing: ItemStanding, 
/**
 * Candidates found here.
 */
candidates: Array<SweepCandidate>, };

/**
 * Opens a closed sweep again.
 */
export type SweepReopenInput = { 
/**
 * The sweep.
 */
id: RecordId, };

/**
 * Whether a discovery sweep is over.
 */
export type SweepState = "open" | "closed";

/**
 * A sweep in the list.
 */
export type SweepSummary = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Key of the area.
 */
area: string, 
/**
 * Its name: the area and, where there is one, the department.
 */
title: string, 
/**
 * The department, where the area is looked at per department.
 */
department: string | null, 
/**
 * Who leads it.
 */
owner: MemberRef | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * Whole days past that date; none while in time or closed.
 */
daysLate: number | null, 
/**
 * Whether it is closed.
 */
state: SweepState, 
/**
 * When it was closed.
 */
closedOn: string | null, 
/**
 * A remark.
 */
note: string | null, 
/**
 * Items answered, or left out with a remark.
 */
settled: number, 
/**
 * Items in all.
 */
items: number, 
/**
 * Candidates found.
 */
found: number, 
/**
 * Of these, candidates nobody has decided about.
 */
waiting: number, };

/**
 * Says who leads a sweep, until when, and a remark.
 */
export type SweepUpdateInput = { 
/**
 * The sweep.
 */
id: RecordId, 
/**
 * Who leads it.
 */
owner: MemberId | null, 
/**
 * Until when.
 */
due: string | null, 
/**
 * A remark.
 */
note: string | null, };

/**
 * What the list can be narrowed to beside closed lists of words.
 */
export type SystemChoices = { 
/**
 * Suppliers named in the register.
 */
suppliers: Array<string>, 
/**
 * Departments named in the register.
 */
departments: Array<string>, 
/**
 * Systems that have parts.
 */
wholes: Array<RecordRef>, };

/**
 * What the list can be narrowed to.
 */
export type SystemChoicesInput = Record<symbol, never>;

/**
 * What one decision in force says of a system.
 */
export type SystemClass = { 
/**
 * Id of the rules.
 */
pack: string, 
/**
 * Their short title.
 */
rules: string, 
/**
 * The tier, in their words.
 */
tier: string, 
/**
 * The decision.
 */
decision: RecordRef, 
/**
 * When it was signed.
 */
decidedAt: string | null, 
/**
 * When to look at it again.
 */
reviewOn: string | null, 
/**
 * The register says something else of the system than when it was decided.
 */
changed: boolean, 
/**
 * Outcomes that hold.
 */
outcomes: Array<SystemOutcome>, 
/**
 * What they rest on, topic by topic.
 */
topics: Array<SystemTopic>, };

/**
 * What the decisions in force say of a system.
 */
export type SystemClassInput = { 
/**
 * The system.
 */
id: RecordId, };

/**
 * What the decisions in force say of a system.
 */
export type SystemClasses = { 
/**
 * By rules, those of the EU AI Act first.
 */
items: Array<SystemClass>, 
/**
 * Roles that do not agree; none while nothing was decided or both say the same.
 */
roles: SystemRoles | null, 
/**
 * Duties that the decisions bring.
 */
duties: number, 
/**
 * Of those: met, or not ours.
 */
settled: number, };

/**
 * Adds a system.
 */
export type SystemCreateInput = { 
/**
 * Its name.
 */
name: string, 
/**
 * Other values by field key.
 */
values: { [key in string]: string | null }, };

/**
 * A set of data.
 */
export type SystemDataSet = { 
/**
 * Id of the row.
 */
id: RecordId, 
/**
 * Its id or name, as its keeper calls it.
 */
name: string, 
/**
 * Where it comes from, and by what right it is used.
 */
provenance: string | null, 
/**
 * Whether it holds personal data.
 */
personalData: Known | null, 
/**
 * Whether it holds special categories of personal data.
 */
specialCategories: Known | null, 
/**
 * What it is used for, or a remark.
 */
note: string | null, };

/**
 * Adds a set of data to a system, or changes one.
 */
export type SystemDataSetInput = { 
/**
 * The system.
 */
id: RecordId, 
/**
 * The set to change; none adds one.
 */
row: RecordId | null, 
/**
 * Its id or name.
 */
name: string, 
/**
 * Where it comes from, and by what right it is used.
 */
provenance: string, 
/**
 * Whether it holds personal data.
 */
personalData: Known | null, 
/**
 * Whether it holds special categories of personal data.
 */
specialCategories: Known | null, 
/**
 * What it is used for, or a remark.
 */
note: string, };

/**
 * Hides systems; undo brings them back.
 */
export type SystemDeleteInput = { 
/**
 * The records.
 */
ids: Array<RecordId>, };

/**
 * Takes a set of data away from a system.
 */
export type SystemDropDataSetInput = { 
/**
 * The set.
 */
id: RecordId, };

/**
 * Takes a step back out of the life cycle.
 */
export type SystemDropTransitionInput = { 
/**
 * The step.
 */
id: RecordId, };

/**
 * Takes a version away.
 */
export type SystemDropVersionInput = { 
/**
 * The version.
 */
id: RecordId, };

/**
 * Writes the whole register as Excel: every field, lists to choose from, and what it takes to come back.
 */
export type SystemExportInput = { 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * The fields of a system, for forms.
 */
export type SystemFieldsInput = Record<symbol, never>;

/**
 * One system.
 */
export type SystemGetInput = { 
/**
 * The record.
 */
id: RecordId, };

/**
 * That a system was deleted, or turned out to be another one.
 */
export type SystemGone = { 
/**
 * When.
 */
at: string, 
/**
 * The system that stays, where it was merged; none where it was deleted.
 */
into: RecordRef | null, };

/**
 * A system in the list.
 */
export type SystemItem = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Human code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Life-cycle stage, none when unknown.
 */
status: SystemStatus | null, 
/**
 * Scope decision.
 */
scope: SystemScope, 
/**
 * Tier of the latest decision; none while not classified.
 */
tier: string | null, 
/**
 * Whether a classification has been begun and not decided.
 */
draft: boolean, 
/**
 * Screening level, where somebody screened it; never the legal tier.
 */
screening: ScreeningLevel | null, 
/**
 * Who owns it.
 */
owner: MemberRef | null, 
/**
 * Who supplies it.
 */
supplier: string | null, 
/**
 * Department.
 */
department: string | null, 
/**
 * Next review.
 */
reviewDue: string | null, 
/**
 * The system it is a part of.
 */
parent: RecordRef | null, 
/**
 * Other fields that the list can show, in words, by key.
 */
more: { [key in string]: string }, };

/**
 * The life of a system.
 */
export type SystemLife = { 
/**
 * Steps of the life cycle, newest first.
 */
transitions: Array<SystemTransitionView>, 
/**
 * Versions, newest first.
 */
versions: Array<SystemVersionView>, };

/**
 * The life of a system.
 */
export type SystemLifeInput = { 
/**
 * The system.
 */
id: RecordId, };

/**
 * A system an entry may already be.
 */
export type SystemLike = { 
/**
 * The system.
 */
system: RecordRef, 
/**
 * How much speaks for it.
 */
strength: LikeStrength, 
/**
 * Why, in words.
 */
why: string, };

/**
 * Systems that something with these traits may already be, the most alike first.
 */
export type SystemLikeInput = { 
/**
 * Its name.
 */
name: string, 
/**
 * Who makes it.
 */
supplier?: string, 
/**
 * The model.
 */
model?: string, 
/**
 * Who uses it.
 */
department?: string, };

/**
 * What to show and in which order.
 */
export type SystemListInput = { 
/**
 * Text that name, code, supplier, purpose or department holds.
 */
text: string | null, 
/**
 * Only these stages; `unknown` stands for none.
 */
status: Array<string>, 
/**
 * Only these scope decisions.
 */
scope: Array<SystemScope>, 
/**
 * Only these tiers; `not-classified` stands for none.
 */
tier: Array<string>, 
/**
 * Only systems these members own; an empty text stands for nobody.
 */
owner: Array<string>, 
/**
 * Only systems of these suppliers; an empty text stands for none.
 */
supplier: Array<string>, 
/**
 * Only systems of these departments; an empty text stands for none.
 */
department: Array<string>, 
/**
 * Only these screening levels; an empty text stands for not screened.
 */
screening: Array<string>, 
/**
 * Only this system and its parts.
 */
parent: RecordId | null, 
/**
 * Order; by code when empty.
 */
sort: SystemOrder | null, 
/**
 * From Z to A.
 */
descending: boolean, 
/**
 * Rows to leave out at the beginning.
 */
offset: number, 
/**
 * Rows at most; 0 stands for all.
 */
limit: number, };

/**
 * Merges a system into another: empty fields are filled, what hangs on the first moves to the second, and the first is
 * hidden with a note of where it went. Its decisions come along: where the second has one of its own that stays in
 * force, and what the two were answered differently is to be decided again. Undo brings all of it back.
 */
export type SystemMergeInput = { 
/**
 * The system that goes.
 */
from: RecordId, 
/**
 * The system that stays.
 */
into: RecordId, };

/**
 * What merging did.
 */
export type SystemMerged = { 
/**
 * Keys of the fields that were filled.
 */
filled: Array<string>, 
/**
 * Keys of fields in which both say something different; the staying system's value was kept.
 */
kept: Array<string>, 
/**
 * Evidence, links, comments and actions that moved.
 */
moved: number, 
/**
 * Short names of the rules by which both were decided, and not alike: a draft without those answers is open.
 */
again: Array<string>, };

/**
 * What the list can be ordered by.
 */
export type SystemOrder = "code" | "name" | "status" | "tier" | "owner" | "review" | "screening";

/**
 * An outcome that holds.
 */
export type SystemOutcome = { 
/**
 * In words.
 */
label: string, 
/**
 * The provisions.
 */
refs: Array<string>, };

/**
 * A page of the register.
 */
export type SystemPage = { 
/**
 * Rows of this page.
 */
items: Array<SystemItem>, 
/**
 * Systems that fit the filter.
 */
found: number, 
/**
 * Systems in all.
 */
total: number, 
/**
 * Systems in all with a decided classification.
 */
classified: number, };

/**
 * Our roles under the EU AI Act: what the register names beside what was decided.
 */
export type SystemRoles = { 
/**
 * Roles that only the register names.
 */
onlyRegister: Array<string>, 
/**
 * Roles that only the decision names.
 */
onlyDecision: Array<string>, };

/**
 * Whether a system is covered by the AI management system.
 */
export type SystemScope = "in" | "out" | "not-decided";

/**
 * Makes a system a part of another one, or of none.
 */
export type SystemSetParentInput = { 
/**
 * The system.
 */
id: RecordId, 
/**
 * What it is a part of; none makes it stand by itself.
 */
parent: RecordId | null, };

/**
 * An answer a decision rests on.
 */
export type SystemStatement = { 
/**
 * The question.
 */
question: string, 
/**
 * What was answered.
 */
answer: string, 
/**
 * The provisions.
 */
refs: Array<string>, };

/**
 * Where a system stands in its life cycle. Restriction is a flag with a reason, not a state.
 */
export type SystemStatus = "idea" | "design-and-development" | "verification-and-validation" | "pilot" | "in-use" | "suspended" | "retired";

/**
 * What was found on one topic of the rules.
 */
export type SystemTopic = { 
/**
 * The topic.
 */
topic: string, 
/**
 * Questions that were answered.
 */
asked: number, 
/**
 * Answers that say more than that nothing applies, with their provisions.
 */
says: Array<SystemStatement>, };

/**
 * Notes that a system came into another state on a day. The latest step is the state it is in.
 */
export type SystemTransitionInput = { 
/**
 * The system.
 */
id: RecordId, 
/**
 * The state.
 */
status: SystemStatus, 
/**
 * When it happened.
 */
on: string, 
/**
 * Why, or who decided.
 */
note: string, };

/**
 * A step of the life cycle.
 */
export type SystemTransitionView = { 
/**
 * Id of the row.
 */
id: RecordId, 
/**
 * The state it came into.
 */
status: SystemStatus, 
/**
 * When it happened.
 */
on: string, 
/**
 * Why, or who decided.
 */
note: string | null, };

/**
 * Changes values of a system.
 */
export type SystemUpdateInput = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * New values by field key; null empties a field. Fields that are not named stay.
 */
values: { [key in string]: string | null }, 
/**
 * Why, in the person's words.
 */
reason: string, };

/**
 * Changes the same values of several systems in one entry.
 */
export type SystemUpdateManyInput = { 
/**
 * The records.
 */
ids: Array<RecordId>, 
/**
 * New values by field key.
 */
values: { [key in string]: string | null }, 
/**
 * Why, in the person's words.
 */
reason: string, };

/**
 * Adds a version of a system, or changes one.
 */
export type SystemVersionInput = { 
/**
 * The system.
 */
id: RecordId, 
/**
 * The version to change; none adds one.
 */
row: RecordId | null, 
/**
 * Its name.
 */
version: string, 
/**
 * Since when.
 */
since: string | null, 
/**
 * What changed.
 */
change: string, 
/**
 * What the change means for the people affected and for earlier decisions.
 */
effects: string, };

/**
 * A version of a system.
 */
export type SystemVersionView = { 
/**
 * Id of the row.
 */
id: RecordId, 
/**
 * Its name.
 */
version: string, 
/**
 * Since when.
 */
since: string | null, 
/**
 * What changed.
 */
change: string | null, 
/**
 * What the change means for the people affected and for earlier decisions.
 */
effects: string | null, };

/**
 * One system with all its values.
 */
export type SystemView = { 
/**
 * What the list shows.
 */
item: SystemItem, 
/**
 * Stamp to send back with an update.
 */
rev: string, 
/**
 * Values by field key; sets are JSON arrays.
 */
values: { [key in string]: string | null }, 
/**
 * Facts an import brought along, by header, in the order of the file.
 */
imported: Array<ImportedFact>, 
/**
 * Where it was imported from.
 */
source: string | null, 
/**
 * Its parts.
 */
parts: Array<RecordRef>, 
/**
 * Sets of data it was trained, validated or tested with.
 */
dataSets: Array<SystemDataSet>, 
/**
 * Links, evidence, comments and actions.
 */
counts: RelationCounts, 
/**
 * Why it takes no further changes; none while it is in the register.
 */
gone: SystemGone | null, };

/**
 * One table of the file.
 */
export type TableInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * Recorded, ledger, blob or derived.
 */
class: string, 
/**
 * Its rows.
 */
rows: number, };

/**
 * A part of the data that changes together.
 */
export type Tag = "workspace" | "preferences" | "organisation" | "members" | "discovery" | "systems" | "classifications" | "gaps" | "soa" | "evidence" | "requests" | "relations" | "documents" | "packs" | "trail";

/**
 * Colours.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ` (RFC 3339 with milliseconds). Sorts as text.
 */
export type Timestamp = string;

/**
 * A token for a file. It says nothing about where the file is.
 */
export type Token = string;

/**
 * Checks the trail of a file that need not be open, nor fit to be opened.
 */
export type TrailCheckInput = { 
/**
 * The file.
 */
file: Token, 
/**
 * Passphrase of an encrypted file.
 */
passphrase: string | null, };

/**
 * A choice of a filter and how many entries of the whole trail it would show.
 */
export type TrailChoice = { 
/**
 * What to filter by.
 */
value: string, 
/**
 * In words.
 */
label: string, 
/**
 * Entries.
 */
count: number, };

/**
 * The choices of the filters.
 */
export type TrailChoices = { 
/**
 * Who acted.
 */
actors: Array<TrailChoice>, 
/**
 * What was done, by the noun of the use case with a dot behind.
 */
actions: Array<TrailChoice>, 
/**
 * Kinds of records.
 */
recordKinds: Array<TrailChoice>, 
/**
 * The record the list is narrowed to.
 */
subject: RecordRef | null, };

/**
 * What the trail can be narrowed to.
 */
export type TrailChoicesInput = { 
/**
 * The record the list is narrowed to, to be named.
 */
subject: RecordId | null, };

/**
 * An entry with everything it changed.
 */
export type TrailDetail = { 
/**
 * The entry.
 */
entry: TrailEntry, 
/**
 * Ids of the entries it follows, hexadecimal; none for the first, two for a merge.
 */
parents: Array<string>, 
/**
 * Id of the entry after it, hexadecimal; none for the newest.
 */
next: string | null, 
/**
 * The program that wrote it.
 */
app: string, 
/**
 * Name of the device that signed it; its id where it has no name.
 */
device: string, 
/**
 * The signature, hexadecimal.
 */
signature: string, 
/**
 * Whether id, signature and payload fit the entry, checked just now.
 */
holds: boolean, 
/**
 * The entry it took back, for an undo.
 */
takenBack: number | null, 
/**
 * What it changed.
 */
changes: Array<RowChangeView>, 
/**
 * Whether there is more than is shown.
 */
more: boolean, };

/**
 * An entry in words.
 */
export type TrailEntry = { 
/**
 * Number in this file, from 1.
 */
n: number, 
/**
 * Id, hexadecimal.
 */
id: string, 
/**
 * When, UTC.
 */
time: string, 
/**
 * Who.
 */
actor: MemberRef, 
/**
 * What, in words.
 */
what: string, 
/**
 * Why, in the person's words; may be empty.
 */
reason: string, 
/**
 * The use case.
 */
action: string, 
/**
 * Kind of entry.
 */
kind: string, 
/**
 * The record it is about, when it is one that can be opened.
 */
subject: RecordRef | null, 
/**
 * Whether it can be undone.
 */
undoable: boolean, };

/**
 * Writes the history as a report.
 */
export type TrailExportInput = { 
/**
 * Which entries.
 */
filter: TrailFilter, 
/**
 * As what.
 */
format: ReportFormat, 
/**
 * Where to write, from a save dialog.
 */
file: Token, };

/**
 * Which entries are meant. Empty parts do not restrict.
 */
export type TrailFilter = { 
/**
 * Only entries about this record or beside it.
 */
subject: RecordId | null, 
/**
 * Only entries of this member.
 */
actor: MemberId | null, 
/**
 * Only this use case, or all of a noun when it ends with a dot.
 */
action: string | null, 
/**
 * Only entries about a record of this kind.
 */
recordKind: RecordKind | null, 
/**
 * Only entries that hold every one of these words in their sentence, their reason, or the code or title of their
 * record.
 */
text: string | null, 
/**
 * Not before this moment.
 */
from: Timestamp | null, 
/**
 * Before this moment.
 */
until: Timestamp | null, };

/**
 * An entry with everything it changed.
 */
export type TrailGetInput = { 
/**
 * Number of the entry.
 */
n: number, 
/**
 * Only rows of this record or beside it.
 */
record: RecordId | null, };

/**
 * The newest entry this member wrote, if it can be undone.
 */
export type TrailLastInput = Record<symbol, never>;

/**
 * What was done, newest first.
 */
export type TrailListInput = { 
/**
 * Entries to leave out at the beginning.
 */
offset: number, 
/**
 * Entries at most; 0 stands for 200.
 */
limit: number, 
/**
 * Only entries about this record or beside it.
 */
subject: RecordId | null, 
/**
 * Only entries of this member.
 */
actor: MemberId | null, 
/**
 * Only this use case, or all of a noun when it ends with a dot.
 */
action: string | null, 
/**
 * Only entries about a record of this kind.
 */
recordKind: RecordKind | null, 
/**
 * Only entries that hold every one of these words in their sentence, their reason, or the code or title of their
 * record.
 */
text: string | null, 
/**
 * Not before this moment.
 */
from: Timestamp | null, 
/**
 * Before this moment.
 */
until: Timestamp | null, };

/**
 * A page of the trail.
 */
export type TrailPage = { 
/**
 * Entries, newest first.
 */
entries: Array<TrailEntry>, 
/**
 * Entries that fit.
 */
found: number, 
/**
 * Entries in all.
 */
total: number, };

/**
 * What is known of a file's trail on this computer.
 */
export type TrailState = "intact" | "broken" | "not-checked";

/**
 * What Ctrl Z and Ctrl Shift Z would do.
 */
export type TrailSteps = { 
/**
 * My newest deed that still stands; where it cannot be undone it also bars what is older.
 */
undo: TrailEntry | null, 
/**
 * My last undo, as long as I did nothing else after it: the entry of kind undo.
 */
redo: TrailEntry | null, };

/**
 * What Ctrl Z and Ctrl Shift Z would do, among what I did after an entry.
 */
export type TrailStepsInput = { 
/**
 * Number of the newest entry when the workspace was opened.
 */
after: number, };

/**
 * Takes back an entry by writing the old values as a new one. Taking back an undo does the entry again.
 */
export type TrailUndoInput = { 
/**
 * Number of the entry.
 */
n: number, };

/**
 * Checks chain, signatures, payloads, replay and every recorded table.
 */
export type TrailVerifyInput = Record<symbol, never>;

/**
 * Conformity at one time, in per cent; clauses and controls never averaged.
 */
export type TrendPoint = { 
/**
 * The day.
 */
on: string, 
/**
 * The assessment it is from.
 */
name: string, 
/**
 * Clauses; none where nothing was assessed.
 */
clauses: number | null, 
/**
 * Controls.
 */
controls: number | null, };

/**
 * What was undone or done again.
 */
export type Undone = { 
/**
 * The sentence of the entry taken back or done again.
 */
what: string, 
/**
 * Rows written.
 */
rows: number, 
/**
 * Whether the entry was done again.
 */
redone: boolean, };

/**
 * An answer to a request.
 */
export type Verdict = "approve" | "send-back" | "reject";

/**
 * One thing that does not fit.
 */
export type VerifyProblem = { 
/**
 * Number of the entry.
 */
entry: number | null, 
/**
 * Table.
 */
table: string | null, 
/**
 * Id of the row.
 */
record: string | null, 
/**
 * Its code.
 */
code: string, 
/**
 * In words.
 */
message: string, };

/**
 * What verification found.
 */
export type VerifyView = { 
/**
 * Whether nothing was found.
 */
ok: boolean, 
/**
 * Entries checked.
 */
entries: number, 
/**
 * Head entry, hexadecimal; none when it cannot be read.
 */
checkpoint: string | null, 
/**
 * Problems, in the order of the ledger.
 */
problems: Array<VerifyProblem>, 
/**
 * When, UTC.
 */
at: string, };

/**
 * Forgets a view.
 */
export type ViewDeleteInput = { 
/**
 * The view.
 */
id: RecordId, };

/**
 * Views of a list that I may use.
 */
export type ViewListInput = { 
/**
 * The list, for example `system`.
 */
screen: string, };

/**
 * Saves a view; one of the same name is replaced.
 */
export type ViewSaveInput = { 
/**
 * The list.
 */
screen: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Filter and sort, as the screen writes them.
 */
query: string, 
/**
 * Columns shown; none for the usual ones.
 */
columns: Array<string> | null, 
/**
 * Whether only I see it.
 */
own: boolean, };

/**
 * How much a finding weighs.
 */
export type Weight = "stop" | "attention" | "met";

/**
 * The error as every consumer sees it.
 */
export type WireError = { 
/**
 * What to act on.
 */
code: Code, 
/**
 * What happened, in words.
 */
message: string, 
/**
 * What to do next.
 */
hints: Array<string>, 
/**
 * Refused fields.
 */
fields: Array<WireField>, 
/**
 * Technical detail to copy into a report.
 */
incident: string | null, };

/**
 * A refused field.
 */
export type WireField = { 
/**
 * Key of the field.
 */
path: string, 
/**
 * Why, in words.
 */
message: string, };

/**
 * Closes the open workspace.
 */
export type WorkspaceCloseInput = Record<symbol, never>;

/**
 * Makes a new workspace file and opens it.
 */
export type WorkspaceCreateInput = { 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * Where to write, from a save dialog.
 */
file: Token, 
/**
 * Passphrase; none leaves the file unencrypted.
 */
passphrase: string | null, 
/**
 * Name of the person who starts it.
 */
name: string, 
/**
 * Their job title.
 */
jobTitle: string | null, 
/**
 * Own staff or consultant.
 */
affiliation: Affiliation, 
/**
 * Whether they may also approve for the organisation.
 */
approver: boolean, };

/**
 * Takes a file off the start page; the file itself stays where it is.
 */
export type WorkspaceForgetInput = { 
/**
 * The file.
 */
file: Token, };

/**
 * The open workspace, or none.
 */
export type WorkspaceGetInput = Record<symbol, never>;

/**
 * What the open file holds, for scripts.
 */
export type WorkspaceInfo = { 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * Version of the schema.
 */
format: number, 
/**
 * Whether the file is encrypted.
 */
encrypted: boolean, 
/**
 * Entries in the ledger.
 */
entries: number, 
/**
 * Head entry, hexadecimal.
 */
checkpoint: string, 
/**
 * Systems in the register.
 */
systems: number, 
/**
 * Tables with their class and number of rows.
 */
tables: Array<TableInfo>, 
/**
 * Frameworks that can be assessed.
 */
frameworks: Array<FrameworkInfo>, };

/**
 * What the open file holds.
 */
export type WorkspaceInfoInput = Record<symbol, never>;

/**
 * The start page: files opened lately, what is due first at the head.
 */
export type WorkspaceListInput = Record<symbol, never>;

/**
 * Says where a file of the start page is now; what is known of it stays with it.
 */
export type WorkspaceLocateInput = { 
/**
 * The file as it was.
 */
file: Token, 
/**
 * Where it is now, from an open dialog.
 */
found: Token, };

/**
 * The file the program was started with, once; the window opens it.
 */
export type WorkspaceOfferedInput = Record<symbol, never>;

/**
 * Opens a workspace file.
 */
export type WorkspaceOpenInput = { 
/**
 * The file.
 */
file: Token, 
/**
 * Passphrase of an encrypted file.
 */
passphrase: string | null, };

/**
 * Sets, changes or takes away the passphrase. Backups made until now keep the one they have.
 */
export type WorkspaceProtectInput = { 
/**
 * The passphrase in use; none when the file is not encrypted.
 */
current: string | null, 
/**
 * The new one; none leaves the file unencrypted.
 */
next: string | null, };

/**
 * Opens the sample; makes it when it is not there yet.
 */
export type WorkspaceSampleInput = { 
/**
 * Where to write it; none takes a place of the program's own.
 */
file: Token | null, 
/**
 * Passphrase of a new file; none leaves it unencrypted.
 */
passphrase?: string, };

/**
 * What the frame shows of the open workspace.
 */
export type WorkspaceSummary = { 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * The file, for a person to read; it says whether its folder is shared.
 */
file: Place, 
/**
 * Whether the file is encrypted.
 */
encrypted: boolean, 
/**
 * How the signing key of this computer is kept.
 */
key: KeyState, 
/**
 * Whether anything can be written.
 */
writing: WriteState, 
/**
 * Entries in the ledger.
 */
entries: number, 
/**
 * Result of the last verification on this computer.
 */
trail: TrailState, 
/**
 * Whether the weekly look at its pages found damage.
 */
damaged: boolean, 
/**
 * Who works in it here.
 */
me: Me, 
/**
 * Other programs on this computer that have the file open, in words.
 */
others: Array<string>, 
/**
 * Backups on this computer.
 */
backup: BackupState, };

/**
 * Whether anything can be written, and if not, why.
 */
export type WriteState = "possible" | "read-only" | "no-key" | "replaced";

/**
 * A file that was written.
 */
export type WrittenFile = { 
/**
 * The file.
 */
file: Place, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * What could not be shown as written, in words.
 */
warnings: Array<string>, 
/**
 * Cells that do not hold all of their text, by place, and what else is wrong with the file.
 */
problems: Array<ImportProblem>, };

/** Every use case: its kind, input and output. */
export interface Calls {
  "action.create": { kind: "mutation"; input: ActionCreateInput; output: RecordId };
  "action.export": { kind: "job"; input: ActionExportInput; output: WrittenFile };
  "action.list": { kind: "query"; input: ActionListInput; output: Array<ActionView> };
  "action.update": { kind: "mutation"; input: ActionUpdateInput; output: null };
  "approval.decide": { kind: "mutation"; input: ApprovalDecideInput; output: null };
  "approval.get": { kind: "query"; input: ApprovalGetInput; output: ApprovalDetail };
  "approval.list": { kind: "query"; input: ApprovalListInput; output: ApprovalList };
  "approval.record-paper": { kind: "mutation"; input: ApprovalRecordPaperInput; output: RecordId };
  "approval.withdraw": { kind: "mutation"; input: ApprovalWithdrawInput; output: null };
  "backup.create": { kind: "host"; input: BackupCreateInput; output: null };
  "backup.list": { kind: "host"; input: BackupListInput; output: BackupList };
  "backup.open": { kind: "host"; input: BackupOpenInput; output: WorkspaceSummary };
  "backup.place": { kind: "host"; input: BackupPlaceInput; output: null };
  "candidate.accept": { kind: "mutation"; input: CandidateAcceptInput; output: Array<RecordRef> };
  "candidate.create": { kind: "mutation"; input: CandidateCreateInput; output: RecordRef };
  "candidate.dismiss": { kind: "mutation"; input: CandidateDismissInput; output: number };
  "candidate.get": { kind: "query"; input: CandidateGetInput; output: CandidateView };
  "candidate.import": { kind: "job"; input: CandidateImportInput; output: CandidateImport };
  "candidate.list": { kind: "query"; input: CandidateListInput; output: CandidatePage };
  "candidate.merge": { kind: "mutation"; input: CandidateMergeInput; output: CandidateMerged };
  "candidate.return": { kind: "mutation"; input: CandidateReturnInput; output: number };
  "candidate.update": { kind: "mutation"; input: CandidateUpdateInput; output: null };
  "classification.answer": { kind: "mutation"; input: ClassificationAnswerInput; output: ClassificationView };
  "classification.begin": { kind: "mutation"; input: ClassificationBeginInput; output: ClassificationView };
  "classification.begin_many": { kind: "mutation"; input: ClassificationBeginManyInput; output: number };
  "classification.compare": { kind: "query"; input: ClassificationCompareInput; output: ClassificationComparison };
  "classification.decide": { kind: "mutation"; input: ClassificationDecideInput; output: ClassificationView };
  "classification.get": { kind: "query"; input: ClassificationGetInput; output: ClassificationView };
  "classification.list": { kind: "query"; input: ClassificationListInput; output: ClassificationPage };
  "classification.queue": { kind: "query"; input: ClassificationQueueInput; output: ClassificationQueue };
  "classification.reset_draft": { kind: "mutation"; input: ClassificationResetDraftInput; output: ClassificationView };
  "classification.similar": { kind: "query"; input: ClassificationSimilarInput; output: Array<SimilarAnswer> };
  "comment.create": { kind: "mutation"; input: CommentCreateInput; output: RecordId };
  "crosswalk.export": { kind: "job"; input: CrosswalkExportInput; output: WrittenFile };
  "crosswalk.get": { kind: "host"; input: CrosswalkGetInput; output: CrosswalkView };
  "crosswalk.list": { kind: "host"; input: CrosswalkListInput; output: Array<CrosswalkSummary> };
  "device.list": { kind: "host"; input: DeviceListInput; output: Array<DeviceView> };
  "device.rename": { kind: "mutation"; input: DeviceRenameInput; output: null };
  "device.revoke": { kind: "mutation"; input: DeviceRevokeInput; output: null };
  "discovery.answer": { kind: "mutation"; input: SweepAnswerInput; output: SweepDetail };
  "discovery.close": { kind: "mutation"; input: SweepCloseInput; output: SweepDetail };
  "discovery.delete": { kind: "mutation"; input: SweepDeleteInput; output: null };
  "discovery.get": { kind: "query"; input: DiscoveryGetInput; output: DiscoveryView };
  "discovery.get_sweep": { kind: "query"; input: SweepGetInput; output: SweepDetail };
  "discovery.reopen": { kind: "mutation"; input: SweepReopenInput; output: SweepDetail };
  "discovery.start": { kind: "mutation"; input: DiscoveryStartInput; output: Array<RecordId> };
  "discovery.update": { kind: "mutation"; input: SweepUpdateInput; output: SweepDetail };
  "document.get": { kind: "query"; input: DocumentGetInput; output: DocumentView };
  "document.list": { kind: "query"; input: DocumentListInput; output: Array<DocumentView> };
  "document.submit": { kind: "mutation"; input: DocumentSubmitInput; output: RecordId };
  "evidence.attach": { kind: "job"; input: EvidenceAttachInput; output: EvidenceAttached };
  "evidence.export": { kind: "job"; input: EvidenceExportInput; output: WrittenFile };
  "evidence.open": { kind: "job"; input: EvidenceOpenInput; output: null };
  "evidence.save": { kind: "job"; input: EvidenceSaveInput; output: WrittenFile };
  "evidence.list": { kind: "query"; input: EvidenceListInput; output: EvidenceLibrary };
  "evidence.release": { kind: "mutation"; input: EvidenceReleaseInput; output: null };
  "evidence.update": { kind: "mutation"; input: EvidenceUpdateInput; output: null };
  "evidence.use": { kind: "mutation"; input: EvidenceUseInput; output: RecordId };
  "framework.get": { kind: "host"; input: FrameworkGetInput; output: FrameworkView };
  "framework.list": { kind: "host"; input: FrameworkListInput; output: Array<FrameworkSummary> };
  "gap.answer": { kind: "mutation"; input: GapAnswerInput; output: GapDetail };
  "gap.assessments": { kind: "query"; input: GapAssessmentsInput; output: Array<AssessmentItem> };
  "gap.compare": { kind: "query"; input: GapCompareInput; output: GapComparison | null };
  "gap.assess": { kind: "mutation"; input: GapAssessInput; output: GapDetail };
  "gap.assign": { kind: "mutation"; input: GapAssignInput; output: number };
  "gap.freeze": { kind: "mutation"; input: GapFreezeInput; output: RecordId };
  "gap.get": { kind: "query"; input: GapGetInput; output: GapDetail };
  "gap.list": { kind: "query"; input: GapListInput; output: GapView };
  "gap.start": { kind: "mutation"; input: GapStartInput; output: RecordId };
  "import.fix": { kind: "host"; input: ImportFixInput; output: ImportView };
  "import.map": { kind: "host"; input: ImportMapInput; output: ImportView };
  "import.open": { kind: "job"; input: ImportOpenInput; output: ImportView };
  "import.problems": { kind: "host"; input: ImportProblemsInput; output: ImportProblemPage };
  "import.row": { kind: "host"; input: ImportRowInput; output: ImportRowDetail };
  "import.rows": { kind: "host"; input: ImportRowsInput; output: ImportRowPage };
  "import.run": { kind: "job"; input: ImportRunInput; output: ImportDone };
  "interview.import": { kind: "job"; input: InterviewImportInput; output: InterviewImport };
  "language.list": { kind: "host"; input: LanguageListInput; output: Array<string> };
  "link.create": { kind: "mutation"; input: LinkCreateInput; output: RecordId };
  "link.delete": { kind: "mutation"; input: LinkDeleteInput; output: null };
  "member.create": { kind: "mutation"; input: MemberCreateInput; output: MemberId };
  "member.list": { kind: "query"; input: MemberListInput; output: Array<MemberView> };
  "member.update": { kind: "mutation"; input: MemberUpdateInput; output: null };
  "obligation.list": { kind: "query"; input: ObligationListInput; output: ObligationPage };
  "obligation.touch": { kind: "mutation"; input: ObligationTouchInput; output: RecordId };
  "obligation.update": { kind: "mutation"; input: ObligationUpdateInput; output: RecordId };
  "organisation.get": { kind: "query"; input: OrganisationGetInput; output: OrganisationView };
  "organisation.update": { kind: "mutation"; input: OrganisationUpdateInput; output: null };
  "overview.get": { kind: "query"; input: OverviewGetInput; output: OverviewView };
  "layout.get": { kind: "host"; input: LayoutGetInput; output: { [key in string]: Array<string> } };
  "layout.set": { kind: "host"; input: LayoutSetInput; output: null };
  "preferences.get": { kind: "host"; input: PreferencesGetInput; output: Preferences };
  "preferences.update": { kind: "host"; input: PreferencesUpdateInput; output: Preferences };
  "record.get": { kind: "query"; input: RecordGetInput; output: RecordHome };
  "record.relations": { kind: "query"; input: RecordRelationsInput; output: Relations };
  "report.export": { kind: "job"; input: ReportExportInput; output: WrittenFile };
  "reuse.assess": { kind: "mutation"; input: ReuseAssessInput; output: null };
  "reuse.decide": { kind: "mutation"; input: ReuseDecideInput; output: null };
  "reuse.get": { kind: "query"; input: ReuseGetInput; output: ReuseView };
  "reuse.source": { kind: "query"; input: ReuseSourceInput; output: Array<ReuseSourceLine> };
  "reuse.import": { kind: "job"; input: ReuseImportInput; output: ReuseImport };
  "request.create": { kind: "mutation"; input: RequestCreateInput; output: RecordId };
  "request.decide": { kind: "mutation"; input: RequestDecideInput; output: null };
  "request.judge": { kind: "mutation"; input: RequestJudgeInput; output: null };
  "request.list": { kind: "query"; input: RequestListInput; output: Array<RequestItem> };
  "request.match": { kind: "job"; input: RequestMatchInput; output: Array<FileMatch> };
  "request.outlook": { kind: "query"; input: RequestOutlookInput; output: number };
  "request.propose": { kind: "mutation"; input: RequestProposeInput; output: number };
  "request.receive": { kind: "job"; input: RequestReceiveInput; output: RequestReceipt };
  "request.update": { kind: "mutation"; input: RequestUpdateInput; output: null };
  "roadmap.get": { kind: "query"; input: RoadmapGetInput; output: RoadmapView };
  "roadmap.move-step": { kind: "mutation"; input: RoadmapMoveStepInput; output: null };
  "rulepack.evaluate": { kind: "host"; input: RulepackEvaluateInput; output: RuleDecision };
  "rulepack.get": { kind: "host"; input: RulepackGetInput; output: RulePackView };
  "rulepack.list": { kind: "host"; input: RulepackListInput; output: Array<RulePackItem> };
  "requirement.find": { kind: "host"; input: RequirementFindInput; output: Array<FoundRequirement> };
  "requirement.get": { kind: "host"; input: RequirementGetInput; output: RequirementDetail };
  "search.find": { kind: "query"; input: SearchFindInput; output: Array<Found> };
  "soa.decide": { kind: "mutation"; input: SoaDecideInput; output: SoaItem };
  "soa.get": { kind: "query"; input: SoaGetInput; output: SoaDetail };
  "soa.list": { kind: "query"; input: SoaListInput; output: SoaView };
  "soa.touch": { kind: "mutation"; input: SoaTouchInput; output: RecordId };
  "screening.get": { kind: "query"; input: ScreeningGetInput; output: ScreeningView };
  "screening.set": { kind: "mutation"; input: ScreeningSetInput; output: ScreeningView };
  "screening.set_thresholds": { kind: "mutation"; input: ScreeningThresholdsInput; output: number };
  "system.create": { kind: "mutation"; input: SystemCreateInput; output: Created };
  "system.delete": { kind: "mutation"; input: SystemDeleteInput; output: number };
  "system.export": { kind: "job"; input: SystemExportInput; output: WrittenFile };
  "system.drop_transition": { kind: "mutation"; input: SystemDropTransitionInput; output: null };
  "system.drop_version": { kind: "mutation"; input: SystemDropVersionInput; output: null };
  "system.choices": { kind: "query"; input: SystemChoicesInput; output: SystemChoices };
  "system.class": { kind: "query"; input: SystemClassInput; output: SystemClasses };
  "system.set_parent": { kind: "mutation"; input: SystemSetParentInput; output: null };
  "system.data_set": { kind: "mutation"; input: SystemDataSetInput; output: null };
  "system.drop_data_set": { kind: "mutation"; input: SystemDropDataSetInput; output: null };
  "discovery.set_aside": { kind: "mutation"; input: DiscoverySetAsideInput; output: null };
  "soa.reason_targets": { kind: "query"; input: SoaReasonTargetsInput; output: Array<ReasonLink> };
  "soa.link_reason": { kind: "mutation"; input: SoaLinkReasonInput; output: null };
  "system.fields": { kind: "query"; input: SystemFieldsInput; output: Array<FieldDescription> };
  "system.get": { kind: "query"; input: SystemGetInput; output: SystemView };
  "system.life": { kind: "query"; input: SystemLifeInput; output: SystemLife };
  "system.like": { kind: "query"; input: SystemLikeInput; output: Array<SystemLike> };
  "system.list": { kind: "query"; input: SystemListInput; output: SystemPage };
  "system.merge": { kind: "mutation"; input: SystemMergeInput; output: SystemMerged };
  "system.transition": { kind: "mutation"; input: SystemTransitionInput; output: null };
  "system.update": { kind: "mutation"; input: SystemUpdateInput; output: SystemView };
  "system.update_many": { kind: "mutation"; input: SystemUpdateManyInput; output: number };
  "system.version": { kind: "mutation"; input: SystemVersionInput; output: null };
  "trail.check": { kind: "job"; input: TrailCheckInput; output: VerifyView };
  "trail.choices": { kind: "query"; input: TrailChoicesInput; output: TrailChoices };
  "trail.export": { kind: "job"; input: TrailExportInput; output: WrittenFile };
  "trail.get": { kind: "query"; input: TrailGetInput; output: TrailDetail };
  "trail.last": { kind: "query"; input: TrailLastInput; output: TrailEntry | null };
  "trail.list": { kind: "query"; input: TrailListInput; output: TrailPage };
  "trail.steps": { kind: "query"; input: TrailStepsInput; output: TrailSteps };
  "trail.undo": { kind: "mutation"; input: TrailUndoInput; output: Undone };
  "trail.verify": { kind: "job"; input: TrailVerifyInput; output: VerifyView };
  "view.delete": { kind: "mutation"; input: ViewDeleteInput; output: null };
  "view.list": { kind: "query"; input: ViewListInput; output: Array<SavedViewItem> };
  "view.save": { kind: "mutation"; input: ViewSaveInput; output: RecordId };
  "workspace.close": { kind: "host"; input: WorkspaceCloseInput; output: null };
  "workspace.create": { kind: "host"; input: WorkspaceCreateInput; output: WorkspaceSummary };
  "workspace.forget": { kind: "host"; input: WorkspaceForgetInput; output: null };
  "workspace.get": { kind: "host"; input: WorkspaceGetInput; output: WorkspaceSummary | null };
  "workspace.info": { kind: "host"; input: WorkspaceInfoInput; output: WorkspaceInfo };
  "workspace.list": { kind: "host"; input: WorkspaceListInput; output: Array<RecentWorkspace> };
  "workspace.locate": { kind: "host"; input: WorkspaceLocateInput; output: Place };
  "workspace.offered": { kind: "host"; input: WorkspaceOfferedInput; output: OfferedFile | null };
  "workspace.open": { kind: "host"; input: WorkspaceOpenInput; output: WorkspaceSummary };
  "workspace.protect": { kind: "host"; input: WorkspaceProtectInput; output: WorkspaceSummary };
  "workspace.sample": { kind: "job"; input: WorkspaceSampleInput; output: WorkspaceSummary };
}

/** What each use case reads (query) or makes stale (all others). */
export const calls: { readonly [Name in keyof Calls]: { kind: Calls[Name]["kind"]; tags: readonly Tag[] } } = {
  "action.create": { kind: "mutation", tags: ["relations", "trail"] },
  "action.export": { kind: "job", tags: [] },
  "action.list": { kind: "query", tags: ["relations", "members"] },
  "action.update": { kind: "mutation", tags: ["relations", "trail"] },
  "approval.decide": { kind: "mutation", tags: ["documents", "trail"] },
  "approval.get": { kind: "query", tags: ["documents", "organisation", "members", "systems", "classifications", "gaps", "soa"] },
  "approval.list": { kind: "query", tags: ["documents", "members"] },
  "approval.record-paper": { kind: "mutation", tags: ["documents", "trail"] },
  "approval.withdraw": { kind: "mutation", tags: ["documents", "trail"] },
  "backup.create": { kind: "host", tags: [] },
  "backup.list": { kind: "host", tags: ["workspace", "preferences"] },
  "backup.open": { kind: "host", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "backup.place": { kind: "host", tags: ["workspace", "preferences"] },
  "candidate.accept": { kind: "mutation", tags: ["discovery", "systems", "trail"] },
  "candidate.create": { kind: "mutation", tags: ["discovery", "trail"] },
  "candidate.dismiss": { kind: "mutation", tags: ["discovery", "trail"] },
  "candidate.get": { kind: "query", tags: ["discovery", "systems"] },
  "candidate.import": { kind: "job", tags: ["discovery", "trail"] },
  "candidate.list": { kind: "query", tags: ["discovery", "systems"] },
  "candidate.merge": { kind: "mutation", tags: ["discovery", "systems", "trail"] },
  "candidate.return": { kind: "mutation", tags: ["discovery", "systems", "trail"] },
  "candidate.update": { kind: "mutation", tags: ["discovery", "trail"] },
  "classification.answer": { kind: "mutation", tags: ["classifications", "trail"] },
  "classification.begin": { kind: "mutation", tags: ["classifications", "trail"] },
  "classification.begin_many": { kind: "mutation", tags: ["classifications", "trail"] },
  "classification.compare": { kind: "query", tags: ["systems", "classifications", "packs"] },
  "classification.decide": { kind: "mutation", tags: ["classifications", "systems", "trail"] },
  "classification.get": { kind: "query", tags: ["classifications", "systems", "members", "organisation", "packs", "evidence"] },
  "classification.list": { kind: "query", tags: ["systems", "classifications", "members"] },
  "classification.queue": { kind: "query", tags: ["systems", "classifications"] },
  "classification.reset_draft": { kind: "mutation", tags: ["classifications", "trail"] },
  "classification.similar": { kind: "query", tags: ["systems", "classifications"] },
  "comment.create": { kind: "mutation", tags: ["relations", "trail"] },
  "crosswalk.export": { kind: "job", tags: [] },
  "crosswalk.get": { kind: "host", tags: ["packs"] },
  "crosswalk.list": { kind: "host", tags: ["packs"] },
  "device.list": { kind: "host", tags: ["members", "trail"] },
  "device.rename": { kind: "mutation", tags: ["members", "trail"] },
  "device.revoke": { kind: "mutation", tags: ["members", "workspace", "trail"] },
  "discovery.answer": { kind: "mutation", tags: ["discovery", "trail"] },
  "discovery.close": { kind: "mutation", tags: ["discovery", "trail"] },
  "discovery.delete": { kind: "mutation", tags: ["discovery", "trail"] },
  "discovery.get": { kind: "query", tags: ["discovery", "systems", "members"] },
  "discovery.get_sweep": { kind: "query", tags: ["discovery", "members"] },
  "discovery.reopen": { kind: "mutation", tags: ["discovery", "trail"] },
  "discovery.start": { kind: "mutation", tags: ["discovery", "trail"] },
  "discovery.update": { kind: "mutation", tags: ["discovery", "trail"] },
  "document.get": { kind: "query", tags: ["documents", "organisation", "members", "systems", "classifications", "gaps", "soa"] },
  "document.list": { kind: "query", tags: ["documents", "organisation", "members", "systems", "classifications", "gaps", "soa"] },
  "document.submit": { kind: "mutation", tags: ["documents", "trail"] },
  "evidence.attach": { kind: "job", tags: ["evidence", "requests", "soa", "gaps", "relations", "trail"] },
  "evidence.export": { kind: "job", tags: [] },
  "evidence.open": { kind: "job", tags: [] },
  "evidence.save": { kind: "job", tags: [] },
  "evidence.list": { kind: "query", tags: ["evidence", "members"] },
  "evidence.release": { kind: "mutation", tags: ["evidence", "requests", "soa", "gaps", "relations", "trail"] },
  "evidence.update": { kind: "mutation", tags: ["evidence", "trail"] },
  "evidence.use": { kind: "mutation", tags: ["evidence", "requests", "soa", "gaps", "relations", "trail"] },
  "framework.get": { kind: "host", tags: ["packs"] },
  "framework.list": { kind: "host", tags: ["packs"] },
  "gap.answer": { kind: "mutation", tags: ["gaps", "trail"] },
  "gap.assessments": { kind: "query", tags: ["gaps", "soa"] },
  "gap.compare": { kind: "query", tags: ["gaps", "soa"] },
  "gap.assess": { kind: "mutation", tags: ["gaps", "soa", "trail"] },
  "gap.assign": { kind: "mutation", tags: ["gaps", "trail"] },
  "gap.freeze": { kind: "mutation", tags: ["gaps", "trail"] },
  "gap.get": { kind: "query", tags: ["gaps", "soa", "members"] },
  "gap.list": { kind: "query", tags: ["gaps", "soa", "members"] },
  "gap.start": { kind: "mutation", tags: ["gaps", "evidence", "trail"] },
  "import.fix": { kind: "host", tags: [] },
  "import.map": { kind: "host", tags: [] },
  "import.open": { kind: "job", tags: [] },
  "import.problems": { kind: "host", tags: [] },
  "import.row": { kind: "host", tags: [] },
  "import.rows": { kind: "host", tags: [] },
  "import.run": { kind: "job", tags: ["systems", "workspace", "trail"] },
  "interview.import": { kind: "job", tags: ["gaps", "soa", "relations", "trail"] },
  "language.list": { kind: "host", tags: [] },
  "link.create": { kind: "mutation", tags: ["relations", "trail"] },
  "link.delete": { kind: "mutation", tags: ["relations", "trail"] },
  "member.create": { kind: "mutation", tags: ["members", "trail"] },
  "member.list": { kind: "query", tags: ["members"] },
  "member.update": { kind: "mutation", tags: ["members", "workspace", "trail"] },
  "obligation.list": { kind: "query", tags: ["classifications", "systems", "evidence", "relations", "members", "soa"] },
  "obligation.touch": { kind: "mutation", tags: ["classifications", "relations", "trail"] },
  "obligation.update": { kind: "mutation", tags: ["classifications", "relations", "trail"] },
  "organisation.get": { kind: "query", tags: ["organisation"] },
  "organisation.update": { kind: "mutation", tags: ["organisation", "workspace", "trail"] },
  "overview.get": { kind: "query", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "layout.get": { kind: "host", tags: ["preferences", "workspace"] },
  "layout.set": { kind: "host", tags: ["preferences"] },
  "preferences.get": { kind: "host", tags: ["preferences"] },
  "preferences.update": { kind: "host", tags: ["preferences"] },
  "record.get": { kind: "query", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "record.relations": { kind: "query", tags: ["relations", "evidence", "members"] },
  "report.export": { kind: "job", tags: [] },
  "reuse.assess": { kind: "mutation", tags: ["gaps", "trail"] },
  "reuse.decide": { kind: "mutation", tags: ["gaps", "trail"] },
  "reuse.get": { kind: "query", tags: ["gaps", "members", "packs"] },
  "reuse.source": { kind: "query", tags: ["gaps"] },
  "reuse.import": { kind: "job", tags: ["gaps", "relations", "trail"] },
  "request.create": { kind: "mutation", tags: ["requests", "trail"] },
  "request.decide": { kind: "mutation", tags: ["requests", "evidence", "relations", "trail"] },
  "request.judge": { kind: "mutation", tags: ["requests", "gaps", "evidence", "relations", "trail"] },
  "request.list": { kind: "query", tags: ["requests", "evidence", "members"] },
  "request.match": { kind: "job", tags: [] },
  "request.outlook": { kind: "query", tags: ["requests"] },
  "request.propose": { kind: "mutation", tags: ["requests", "trail"] },
  "request.receive": { kind: "job", tags: ["requests", "evidence", "relations", "trail"] },
  "request.update": { kind: "mutation", tags: ["requests", "trail"] },
  "roadmap.get": { kind: "query", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "roadmap.move-step": { kind: "mutation", tags: ["organisation", "trail"] },
  "rulepack.evaluate": { kind: "host", tags: [] },
  "rulepack.get": { kind: "host", tags: ["packs"] },
  "rulepack.list": { kind: "host", tags: ["packs"] },
  "requirement.find": { kind: "host", tags: ["packs"] },
  "requirement.get": { kind: "host", tags: ["packs"] },
  "search.find": { kind: "query", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "soa.decide": { kind: "mutation", tags: ["soa", "trail"] },
  "soa.get": { kind: "query", tags: ["soa", "gaps", "evidence", "members"] },
  "soa.list": { kind: "query", tags: ["soa", "gaps", "evidence", "members"] },
  "soa.touch": { kind: "mutation", tags: ["soa", "trail"] },
  "screening.get": { kind: "query", tags: ["systems", "members"] },
  "screening.set": { kind: "mutation", tags: ["systems", "trail"] },
  "screening.set_thresholds": { kind: "mutation", tags: ["systems", "trail"] },
  "system.create": { kind: "mutation", tags: ["systems", "trail"] },
  "system.delete": { kind: "mutation", tags: ["systems", "classifications", "trail"] },
  "system.export": { kind: "job", tags: [] },
  "system.drop_transition": { kind: "mutation", tags: ["systems", "trail"] },
  "system.drop_version": { kind: "mutation", tags: ["systems", "trail"] },
  "system.choices": { kind: "query", tags: ["systems"] },
  "system.class": { kind: "query", tags: ["systems", "classifications", "packs", "evidence", "relations", "members", "soa"] },
  "system.set_parent": { kind: "mutation", tags: ["systems", "trail"] },
  "system.data_set": { kind: "mutation", tags: ["systems", "trail"] },
  "system.drop_data_set": { kind: "mutation", tags: ["systems", "trail"] },
  "discovery.set_aside": { kind: "mutation", tags: ["discovery", "trail"] },
  "soa.reason_targets": { kind: "query", tags: ["soa", "evidence", "documents", "relations", "classifications", "packs"] },
  "soa.link_reason": { kind: "mutation", tags: ["soa", "trail"] },
  "system.fields": { kind: "query", tags: [] },
  "system.get": { kind: "query", tags: ["systems", "classifications", "members", "relations", "evidence", "trail"] },
  "system.life": { kind: "query", tags: ["systems"] },
  "system.like": { kind: "query", tags: ["systems"] },
  "system.list": { kind: "query", tags: ["systems", "classifications", "members"] },
  "system.merge": { kind: "mutation", tags: ["systems", "classifications", "relations", "evidence", "discovery", "soa", "trail"] },
  "system.transition": { kind: "mutation", tags: ["systems", "trail"] },
  "system.update": { kind: "mutation", tags: ["systems", "trail"] },
  "system.update_many": { kind: "mutation", tags: ["systems", "trail"] },
  "system.version": { kind: "mutation", tags: ["systems", "trail"] },
  "trail.check": { kind: "job", tags: ["preferences"] },
  "trail.choices": { kind: "query", tags: ["trail", "members"] },
  "trail.export": { kind: "job", tags: [] },
  "trail.get": { kind: "query", tags: ["trail", "members"] },
  "trail.last": { kind: "query", tags: ["trail"] },
  "trail.list": { kind: "query", tags: ["trail", "members"] },
  "trail.steps": { kind: "query", tags: ["trail"] },
  "trail.undo": { kind: "mutation", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "trail.verify": { kind: "job", tags: ["workspace", "preferences"] },
  "view.delete": { kind: "mutation", tags: ["preferences", "trail"] },
  "view.list": { kind: "query", tags: ["preferences"] },
  "view.save": { kind: "mutation", tags: ["preferences", "trail"] },
  "workspace.close": { kind: "host", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "workspace.create": { kind: "host", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "workspace.forget": { kind: "host", tags: ["preferences"] },
  "workspace.get": { kind: "host", tags: ["workspace", "organisation", "members", "trail"] },
  "workspace.info": { kind: "host", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "workspace.list": { kind: "host", tags: ["preferences"] },
  "workspace.locate": { kind: "host", tags: ["preferences"] },
  "workspace.offered": { kind: "host", tags: [] },
  "workspace.open": { kind: "host", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
  "workspace.protect": { kind: "host", tags: ["workspace", "preferences"] },
  "workspace.sample": { kind: "job", tags: ["workspace", "preferences", "organisation", "members", "discovery", "systems", "classifications", "gaps", "soa", "evidence", "requests", "relations", "documents", "packs", "trail"] },
};
