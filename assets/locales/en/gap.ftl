# Gap analysis: scales and the report.

conformity-not-addressed = Not addressed
conformity-partly = Partly
conformity-on-paper = On paper
conformity-shown-by-records = Shown by records
conformity-not-assessed = Not assessed

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
gap-report-lead-clauses = Clause conformity { $percent }, { $assessed } of { $applicable } assessed.
gap-report-lead-controls = Control conformity { $percent }, { $assessed } of { $applicable } assessed.
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
gap-report-no-statement = No statement written yet.
gap-report-method = Method and scales
gap-report-method-scale = Each sub-clause and each Annex A control is one line, split into separate demands. Conformity says whether the line is met: 0 Not addressed, 1 Partly, 2 On paper, 3 Shown by records. A line reaches 3 only when every demand of the standard is met and the record that shows it is named. Good practice never lowers conformity. Clauses and controls are counted apart and never averaged together; a line that is not assessed counts in no percentage.
gap-report-method-grade = The grade is our forecast of how much a gap matters. The certification body grades.
gap-report-lines-clauses = All clauses
gap-report-lines-controls = All Annex A controls
gap-report-line = Line
gap-report-conformity = Conformity
gap-report-items = Demands
gap-report-grade = Grade
gap-report-gap = Gap
gap-report-owner = Owner
gap-report-no-lines = No lines.

gap-baseline = Baseline
gap-nobody = nobody
gap-refusal-item-open = Not answered yet: { $item }
gap-refusal-item-not-sure = Not sure yet: { $item }
gap-refusal-item-in-part = Only in part: { $item }
gap-refusal-item-no = Answered No: { $item }
gap-refusal-item-without-record = No record named: { $item }
gap-report-first-blockers = Before a certification audit these have to be closed first:
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
interview-how = Answer in the white columns. Leave the ids as they are; rows may be sorted, filtered or left out. Bring the file back with Import in Cairn.
interview-everybody = Everybody
interview-empty = empty
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
interview-column-statement = What is missing
interview-column-statement-help = One or two sentences that somebody else can act on.
interview-column-note = Interview note
interview-column-evidence = What convinces an auditor
interview-report-standfirst = What { $organisation } needs to know from the people who own the lines of the gap analysis.
interview-report-person = For
interview-report-lines = lines to answer
interview-report-questions = demands
interview-report-answered = answered so far
interview-report-notice = Own words, not the text of the standard
interview-report-how = Tick one box for each demand and write down the record that shows it: name, version and place. Required demands count for conformity; good practice never lowers it. “Not sure” is an answer too.
interview-problem-id-column-missing = The column “{ $field }” is gone, so no row can be told from another. Nothing is taken over; export the sheet again and copy the answers in.
interview-problem-question-column-missing = The column “{ $field }” is gone, so it cannot be checked whether ids and questions still belong together.
interview-problem-column-missing = The column “{ $field }” is gone. What is stored there stays.
interview-problem-column-twice = The column “{ $field }” is there twice, so neither is read. What is stored there stays.
interview-problem-column-unknown = The column “{ $field }” is not one of the sheet and is left out.
interview-problem-rows-missing = { $count ->
    [one] One row of the sheet is gone. What is stored for it stays.
   *[other] { $count } rows of the sheet are gone. What is stored for them stays.
}
interview-problem-id-missing = This row has no id, so nobody can tell which question it answers. Nothing of it is taken over.
interview-problem-id-twice = The id { $id } also stands in row { $rows }. Nothing of these rows is taken over; put the ids right.
interview-problem-id-unknown = The id { $id } is not one of this sheet. Nothing of this row is taken over.
interview-problem-id-and-question = The id { $id } and the question in this row do not belong together; perhaps one column was sorted alone. Nothing of this row is taken over.
interview-problem-item-field-on-line = “{ $text }” stands in the row of a line, where “{ $field }” has no place. Answer the demands below it.
interview-problem-line-field-on-item = “{ $text }” stands in the row of a demand, where “{ $field }” has no place. It goes into the row of the line.
interview-problem-unknown-word = “{ $text }” is not one of the words of “{ $field }”. What is stored stays.
interview-problem-not-a-date = “{ $text }” is not a date with a day. What is stored stays.
interview-problem-error-cell = The cell holds the spreadsheet error { $text }. What is stored stays.
interview-problem-control-character = “{ $field }” holds a character that cannot be shown. What is stored stays.
interview-problem-too-long = The text in “{ $field }” is longer than 10,000 characters. What is stored stays.
interview-problem-changed-on-both-sides = “{ $field }” was changed in the sheet ({ $file }) and in Cairn since the export ({ $here }). Cairn’s value stays; decide on the line.
interview-problem-changed-here = This row was changed in Cairn since the export. What the sheet leaves as it was stays as it is in Cairn.
interview-problem-record-without-answer = A record is named, but the demand is not answered. Choose an answer, then the record can be kept.
interview-problem-conformity-refused = “{ $conformity }” is not possible yet. { $reason }
interview-problem-conformity-lowered = An answer of the sheet stands against the conformity “{ $conformity }” given before; it is taken back.
