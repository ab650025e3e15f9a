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
