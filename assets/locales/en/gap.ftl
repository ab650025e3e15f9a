# Gap analysis: scales and the report.

conformity-not-addressed = Not addressed
conformity-partly = Partly
conformity-on-paper = On paper
conformity-shown-by-records = Shown by records
conformity-not-assessed = Not assessed
conformity-excluded = Excluded

maturity-non-existent = Non-existent
maturity-initial = Initial
maturity-managed = Managed
maturity-defined = Defined
maturity-quantitatively-managed = Quantitatively managed
maturity-optimizing = Optimizing

must-answer-yes = Yes
must-answer-in-part = In part
must-answer-no = No
must-answer-not-sure = Not sure

gap-grade-blocks-certification = Blocks certification
gap-grade-weakens = Weakens
gap-grade-polish = Polish

confidence-high = High
confidence-medium = Medium
confidence-low = Low

basis-requirement = Requirement
basis-good-practice = Good practice
basis-law = Law

gap-report-title = Gap analysis
gap-report-standfirst = Where { $organisation } stands against ISO/IEC 42001:2023, and what has to be done before certification.
gap-report-scope = Scope
gap-report-assessment = Assessment
gap-report-state = State
gap-report-draft = draft of { $date }
gap-report-frozen = frozen { $date }
gap-report-lead-clauses = { $count } of { $assessed } assessed clause lines do not yet conform ({ $applicable } in all; conformity { $percent }).
gap-report-lead-controls = { $count } of { $assessed } assessed controls do not yet conform ({ $applicable } apply; conformity { $percent }).
gap-report-lead-nothing = No line is assessed yet, so there is nothing to say about conformity.
gap-report-lead-blocking = { $count ->
    [0] No gap is forecast to block certification.
    [one] One gap is forecast to block certification.
   *[other] { $count } gaps are forecast to block certification.
}
gap-report-clauses-open = clauses do not yet conform
gap-report-controls-open = controls do not yet conform
gap-report-blocking = block certification
gap-report-standing = Where we stand
gap-report-clauses = Clauses 4 to 10
gap-report-controls = Annex A controls
gap-report-of = { $count } of { $total }
gap-report-blockers = What blocks certification
gap-report-no-blockers = Nothing assessed so far is forecast to block certification.
gap-report-regraded = Forecast: { $forecast }; graded { $grade } by { $name }, because: { $reason }
gap-report-regraded-bare = Forecast: { $forecast }; graded { $grade } by { $name }, without a reason.
gap-report-regraded-lines = { $count ->
    [one] One line is graded milder than our forecast: { $lines }. It is counted as forecast; who graded it and why stands with it.
   *[other] { $count } lines are graded milder than our forecast: { $lines }. They are counted as forecast; who graded each and why stands with it.
}
gap-report-forecast = Forecast, where graver
gap-report-graded-by = Graded milder by
gap-report-note = Interview note
gap-report-note-line = Interview note: { $note }
gap-report-no-statement = No statement written yet.
gap-report-method = Method and scales
gap-report-method-scale = Each sub-clause and each Annex A control is one line, split into separate demands. Conformity says whether the line is met: 0 Not addressed, 1 Partly, 2 On paper, 3 Shown by records. A line reaches 3 only when every demand of the standard is met and the record that shows it is named. Good practice never lowers conformity. Clauses and controls are counted apart and never averaged together; a line that is not assessed counts in no percentage.
gap-report-method-answers = Each demand is answered Yes, In part, No or Not sure, with the record that was seen. A line cannot be On paper while a required demand is answered No, nor Shown by records while one is open, in part or without its record.
gap-report-method-maturity = Maturity says how good the practice is, whether or not the line is met: 0 Non-existent, 1 Initial, 2 Managed, 3 Defined, 4 Quantitatively managed, 5 Optimizing. It is optional and never mixed with conformity.
gap-report-method-grade = The grade is our forecast of how much a gap matters; the certification body grades. Blocks certification: required documented information, the scope, the policy, the risk assessment, its treatment, the approval of residual risks, the Statement of Applicability, the impact assessment, the internal audit or the management review is missing. Weakens: the line is not wholly met, or not yet shown by records. Polish: nothing required is open, yet the practice could be better.
gap-report-method-stages = Stage 1 looks at what is on paper: clause lines below 2, required documents that are missing, internal audit and management review that are not planned. Stage 2 looks at what is lived: clause lines and included controls below 3. A line that is not assessed counts in neither.
gap-report-lines-clauses = All clauses
gap-report-lines-controls = All Annex A controls
gap-report-line = Line
gap-report-conformity = Conformity
gap-report-items = Demands
gap-report-grade = Grade
gap-report-gap = Gap
gap-report-owner = Owner
gap-report-no-lines = No lines.
gap-report-action = Action
gap-report-action-of = { $code } { $title } ({ $owner })
gap-report-action-of-nobody = { $code } { $title } (nobody yet)
gap-report-due = Due
gap-report-why = Why
gap-report-found = What was found
gap-report-excluded = Excluded
gap-report-excluded-help = Excluded in the Statement of Applicability; counts in no figure.
gap-report-not-needed = Probably not needed: { $fact } The Statement of Applicability decides.
gap-report-maturity = Maturity
gap-report-maturity-line = Maturity { $maturity }.
gap-report-confidence = Confidence
gap-report-assessor = Assessed by
gap-report-assessed-on = Assessed on
gap-report-pass = Pass
gap-report-quick = Quick
gap-report-deep = Deep
gap-report-not-said = not said
gap-report-judged = Assessed by { $name } on { $date }, confidence { $confidence }.
gap-report-judged-quick = Assessed quickly by { $name } on { $date }, confidence { $confidence }.
gap-report-not-needed-column = Probably not needed, because
gap-report-stages = What the audits would find today
gap-report-stage-one = What stage 1 would stop at
gap-report-stage-one-column = Stage 1
gap-report-stage-one-none = No assessed clause line stands in the way of stage 1.
gap-report-stage-one-text = Stage 1, on paper: { $lines ->
    [0] no assessed clause line stands in the way.
    [one] one clause line stands in the way:
   *[other] { $lines } clause lines stand in the way:
 }{ $lines ->
    [0] {""}
   *[other] {" "}{ $below } below On paper, { $documents ->
        [one] 1 required document missing
       *[other] { $documents } required documents missing
     }, { $unplanned ->
        [one] 1 line of audit or review not planned.
       *[other] { $unplanned } lines of audit or review not planned.
     }
 }
gap-report-stage-two = What stage 2 counts as not conforming
gap-report-stage-two-column = Stage 2
gap-report-stage-two-none = Every assessed clause line and included control is shown by records.
gap-report-stage-two-text = Stage 2, in practice: { $clauses ->
    [one] one clause line
   *[other] { $clauses } clause lines
 } and { $controls } of { $assessed } assessed included controls ({ $included } included) are not yet shown by records.
gap-report-look-again = Needs another look: by the demands and answers of today this conformity would not be given.
gap-report-look-again-lines = { $count ->
    [one] One line needs another look: { $lines }. Its conformity is printed as it was given
   *[other] { $count } lines need another look: { $lines }. Their conformity is printed as it was given
 }; by the demands and answers of today it would not be. A newer version asks more than was answered, or an answer was taken back.
gap-report-roadmap-today = The assessment is as it was frozen; steps and actions go on and stand as they were on the day this report was made.
gap-report-actions = Open actions, in the order to take them:
gap-report-reused = Reused from other frameworks
gap-report-reused-text = { $count } of { $total } lines have something accepted as done under another framework. A person accepted each; it never sets a conformity.
gap-report-reused-none = Nothing is accepted from another framework.
gap-report-reused-line = Reused from { $source }.
gap-report-reused-from = Accepted
gap-report-reused-mapping = Over the mapping
gap-report-reused-origin = Origin
gap-report-reused-why = Why
gap-stage-one-below-paper = Below On paper
gap-stage-one-document-missing = A required document is missing
gap-stage-one-not-planned = Not planned

gap-baseline = Baseline
gap-nobody = nobody
gap-refusal-item-open = Not answered yet: { $item }
gap-refusal-item-not-sure = Not sure yet: { $item }
gap-refusal-item-in-part = Only in part: { $item }
gap-refusal-item-no = Answered No: { $item }
gap-refusal-item-without-record = No record named: { $item }
gap-report-first-blockers = Before a certification audit these have to be closed first:
gap-report-more-blockers = { $count ->
    [one] one more, listed further on
   *[other] { $count } more, listed further on
 }
gap-report-results = Results by clause and area
gap-report-assessed = Assessed
gap-report-not-conforming = Not conforming
gap-report-blocks = Blocks
gap-report-seen = Seen
gap-report-seen-line = Seen: { $seen }.
gap-report-roadmap = Roadmap
gap-report-since = What changed since the assessment before
gap-report-since-text = Compared with { $name }: { $better ->
    [one] one line conforms more
   *[other] { $better } lines conform more
 }, { $worse ->
    [one] one conforms less
   *[other] { $worse } conform less
 }, { $assessed ->
    [one] one was assessed for the first time.
   *[other] { $assessed } were assessed for the first time.
 }
gap-report-since-nothing = No line has another conformity.
gap-report-before = Before
gap-report-now = Now
gap-report-change = Change
gap-change-better = Better
gap-change-worse = Worse
gap-change-assessed = New
gap-change-open = No longer assessed
gap-change-other = Other details
gap-change-same = Unchanged

# Interview sheets, on paper and as Excel.

interview-title = Interview sheet
interview-sheet = Interview
interview-for = For { $name }
interview-for-all = For everybody who owns a line
interview-how = Answer in the white columns. Leave the ids as they are; rows may be sorted, filtered or left out. An emptied cell takes nothing away; write (clear) to do that. Bring the file back with Import in Cairn.
interview-frozen = This assessment is frozen: the sheet is only to read, and nothing of it comes back.
interview-frozen-warning = The assessment is frozen, so the sheet is only to read and will not be taken back. Start a new assessment to ask again.
interview-everybody = Everybody
interview-empty = empty
interview-action-due = { $action }, due { $date }
interview-clear = (clear)
interview-column-code = Id
interview-column-owner = Owner
interview-column-text = Question
interview-column-basis = Basis
interview-column-answer = Answer
interview-column-answer-help = For the demands of a line: Yes, In part, No or Not sure.
interview-column-record-seen = Record that shows it
interview-column-record-seen-help = Name, version and place of the record. Without it a Yes does not count as shown by records.
interview-column-seen-on = Record date
interview-column-seen-on-help = The date of the record, such as 2026-09-03.
interview-column-seen-owner = Kept by
interview-column-seen-owner-help = Who keeps the record.
interview-column-conformity = Conformity
interview-column-conformity-help = For the line as a whole. Shown by records needs every required demand answered Yes with its record.
interview-column-maturity = Maturity
interview-column-maturity-help = For the line as a whole, and optional: how good the practice is, whether or not the line is met.
interview-column-confidence = How sure
interview-column-confidence-help = High: seen and checked. Medium: told by somebody who should know. Low: guessed.
interview-column-statement = What is missing
interview-column-statement-help = One or two sentences that somebody else can act on.
interview-column-not-needed = Probably not needed, because
interview-column-not-needed-help = For controls only: the fact by which it is probably not needed. The Statement of Applicability shows it as a proposal and decides later.
interview-column-note = Interview note
interview-column-actions = Open actions
interview-column-actions-help = Only to read: what is being done about the line already.
interview-column-new-action = New action
interview-column-new-action-help = What should be done, in a few words. Each line of the cell becomes an action of this line of the sheet.
interview-column-evidence = What convinces an auditor
interview-report-standfirst = What { $organisation } needs to know from the people who own the lines of the gap analysis.
interview-report-person = For
interview-report-lines = lines to answer
interview-report-questions = demands
interview-report-answered = answered so far
interview-report-notice = Own words, not the text of the standard
interview-report-how = Tick one box for each demand and write down the record that shows it: name, version and place. Required demands count for conformity; good practice never lowers it. “Not sure” is an answer too.
interview-problem-id-column-missing = The column “{ $field }” is gone, so no row can be told from another. Nothing is taken over; export the sheet again and copy the answers in.
interview-problem-question-column-missing = The column “{ $field }” is gone, so it cannot be checked whether ids and questions still belong together. Rows that would change something are left out.
interview-problem-question-missing = This row has new answers for { $id } but no question to check the id against. Nothing of this row is taken over; export the sheet again and copy the answers in.
interview-problem-emptied = “{ $field }” is empty in the sheet; here it says “{ $here }”. What is stored stays. To take it away, write { $clear }.
interview-problem-column-missing = The column “{ $field }” is gone. What is stored there stays.
interview-problem-column-twice = The column “{ $field }” is there twice, so neither is read. What is stored there stays.
interview-problem-column-unknown = The column “{ $field }” is not one of the sheet and is left out.
interview-problem-rows-missing = { $count ->
    [one] One row of the sheet is gone: { $ids }. What is stored for it stays.
   *[other] { $count } rows of the sheet are gone: { $ids }. What is stored for them stays.
}
interview-rows-and-more = { $ids } and more
interview-problem-owner-only-read = “{ $field }” is only to read: “{ $text }” stands in the sheet, “{ $here }” in Cairn, and that stays. Give the line to somebody else in the gap analysis.
interview-problem-id-missing = This row has no id, so nobody can tell which question it answers. Nothing of it is taken over.
interview-problem-id-twice = The id { $id } also stands in row { $rows }. Nothing of these rows is taken over; put the ids right.
interview-problem-id-unknown = The id { $id } is not one of this sheet. Nothing of this row is taken over.
interview-problem-id-and-question = The id { $id } and the question in this row do not belong together; perhaps one column was sorted alone. Nothing of this row is taken over.
interview-problem-item-field-on-line = “{ $text }” stands in the row of a line, where “{ $field }” has no place. Answer the demands below it.
interview-problem-line-field-on-item = “{ $text }” stands in the row of a demand, where “{ $field }” has no place. It goes into the row of the line.
interview-problem-unknown-word = “{ $text }” is not one of the words of “{ $field }”. What is stored stays.
interview-problem-not-a-date = “{ $text }” is not a date with a day. What is stored stays.
interview-problem-day-to-come = “{ $text }” ({ $day }) is still to come, so no record was seen on that day. What is stored stays.
interview-problem-day-and-month = “{ $text }” was read as { $day }. If it means the other way round, write the month as a word.
interview-problem-error-cell = The cell holds the spreadsheet error { $text }. What is stored stays.
interview-problem-control-character = “{ $field }” holds a character that cannot be shown. What is stored stays.
interview-problem-too-long = The text in “{ $field }” is longer than 10,000 characters. What is stored stays.
interview-problem-changed-on-both-sides = “{ $field }” was changed in the sheet ({ $file }) and in Cairn since the export ({ $here }). Cairn’s value stays; decide on the line.
interview-problem-changed-here = This row was changed in Cairn since the export. What the sheet leaves as it was stays as it is in Cairn.
interview-problem-not-needed-without-fact = “{ $text }” in “{ $field }” is no fact. Write why the control is not needed, or leave the cell empty. What is stored stays.
interview-problem-clause-always-applies = Clause { $id } always applies, so “{ $field }” has no place in its row; only a control can be left out. Nothing of this cell is taken over.
interview-problem-control-excluded = The control { $id } is excluded in the Statement of Applicability, decided since this sheet was written, and counts no longer. Nothing of this row is taken over. If it applies after all, change that decision and bring the sheet in again; otherwise nothing is left to do.
interview-problem-actions-only-read = “{ $field }” is only to read, and something else stands there now: “{ $text }”. Nothing of this cell is taken over. Change the actions in Cairn, or write a new one into the column for new actions.
interview-problem-action-too-long = The action “{ $text }” is longer than 400 characters and is not made. Say it shorter; details go into the note.
interview-problem-action-known = An action “{ $text }” is there already: { $code }. No second one is made.
interview-problem-record-without-answer = A record is named, but the demand is not answered. Choose an answer, then the record can be kept.
interview-problem-conformity-refused = “{ $conformity }” is not possible yet. { $reason }
interview-problem-conformity-lowered = An answer of the sheet stands against the conformity “{ $conformity }” given before; it is lowered to “{ $to }”.
interview-problem-conformity-taken-back = An answer of the sheet stands against the conformity “{ $conformity }” given before; it is taken back.
interview-problem-sheet-left-out = This sheet has the columns of the interview too, but the sheet “{ $sheet }” is the one that is read. Nothing of this sheet is taken over; bring what was changed here into the other one.
