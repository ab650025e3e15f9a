# The gap workspace and its heat map.

gap-title = Gap analysis
gap-look = View
gap-work = Work
gap-heat = Heat map
gap-lines = Clauses and controls
gap-clauses = Clauses
gap-controls = Annex A controls
gap-assessed = { $assessed } of { $applicable } assessed
gap-excluded = Excluded in the Statement of Applicability
gap-none = Compare what you do with ISO/IEC 42001, one requirement at a time: answer its must-items, name the records you saw, and say how far it is met.
gap-begin = Begin with { $id }

gap-clause = Clause { $id }, { $title }
gap-area = { $id } { $title }
gap-line-title = { $id } { $title }
gap-related = Related
gap-document-asked = Asked for in writing:
gap-document-wise = Best in writing:
gap-usual-owner = Usually owned by:
gap-excluded-help = Excluded in the Statement of Applicability. It counts in no figure.

gap-items = Must-items
gap-items-met = { $met } of { $items } required met
gap-item-open = Not answered
gap-basis-requirement = counts for conformity
gap-basis-law = stands beside the standard, never lowers conformity
gap-basis-good-practice = never lowers conformity
gap-answer-clear = Clear answer
gap-record = Record seen
gap-record-help = What you saw yourself: name, version, date. Without it an item cannot count as shown by records.
gap-record-first = Answer the item first, then name the record that shows it.

gap-scales = Conformity and maturity
gap-conformity = Conformity
gap-conformity-help = Answer the must-items first; they say what is possible.
gap-not-yet = not possible yet
gap-refused = “{ $conformity }” is not possible yet
gap-lowered = Set back to { $conformity }: an answer stands against it
gap-proposal = Your answers point to
gap-proposal-take = Take it
gap-conformity-clear = Set to not assessed
gap-maturity = Maturity of the practice
gap-maturity-help = Optional; never mixed with conformity.
gap-maturity-step = { $step } { $name }

gap-panel = Gap
gap-panel-code = Gap { $code }
gap-grade = Grade
gap-forecast = Our forecast:
gap-forecast-none = no gap to grade
gap-forecast-take = Follow the forecast
gap-forecast-note = A grade is our forecast; the certification body grades.
gap-statement = What is missing
gap-statement-help = One or two sentences that somebody else can act on.
gap-owner = Owner
gap-confidence = How sure are you?
gap-assessor = Conformity given by { $name }
gap-note = Interview note
gap-note-help = Who said what, and why a gap is graded milder than the forecast. It is printed in the annex of the gap report.
gap-not-needed = Probably not needed, because
gap-not-needed-help = A fact, for example “no AI system uses personal data”. The Statement of Applicability shows it as a proposal: the control stays Not decided until it gets its own reason after the risk assessment.
gap-convinces = What convinces an auditor

gap-keys-answer = answer
gap-keys-to = to
gap-keys-conformity = conformity
gap-keys-evidence = evidence
gap-keys-action = action
gap-keys-items = next, back
gap-key-next-item = Next must-item
gap-key-previous-item = Must-item before
gap-key-next-line = Next line
gap-key-previous-line = Line before
gap-next = Next: { $id }
gap-end-open = This was the last line. { $assessed } of { $all } are assessed, { $open ->
    [one] one is still open
   *[other] { $open } are still open
 }.
gap-end-quick = First judgement complete: all { $all } lines. { $quick ->
    [one] One was judged only quickly and waits
   *[other] { $quick } were judged only quickly and wait
 } for the deep pass.
gap-end-all = All { $all } lines are assessed, none only quickly.
gap-end-overview = Overview
gap-end-deep = Deep pass ({ $count })
gap-end-first = First open line: { $id }

gap-headline-none = No clause is assessed yet
gap-headline-controls-none = No control is assessed yet
gap-headline =
    { $count ->
        [0] Every assessed requirement conforms
        [one] 1 requirement does not yet conform
       *[other] { $count } requirements do not yet conform
    }
gap-headline-controls =
    { $count ->
        [0] Every assessed control conforms
        [one] 1 control does not yet conform
       *[other] { $count } controls do not yet conform
    }
gap-figure = { $base }, conformity { $percent }
gap-legend = { $score } { $name }
gap-column-clause = Clause
gap-column-area = Area
gap-column-requirements = Requirements
gap-column-controls = Controls
gap-column-gaps = Open gaps
gap-column-due = Next due
gap-due-none = None
gap-no-data = No data
gap-count-none = None
gap-count-blocks =
    { $count ->
        [one] 1 blocks certification
       *[other] { $count } block certification
    }
gap-count-weakens =
    { $count ->
        [one] 1 weakens
       *[other] { $count } weaken
    }
gap-count-polish = { $count } to polish
gap-tile = { $title }, { $meaning }
gap-at-hand = { $id } { $title }: { $meaning }
gap-tile-none = none
gap-tile-excluded = out
gap-at-hand-due = due { $date }
gap-open = Open

gap-views = What the audits would look at
gap-stage-one = What stage 1 would stop at: { $below ->
    [one] 1 clause below On paper
   *[other] { $below } clauses below On paper
 }, { $documents ->
    [one] 1 required document missing
   *[other] { $documents } required documents missing
 }, { $unplanned ->
    [0] audit and review planned or not yet assessed.
    [one] 1 line of audit or review not planned.
   *[other] { $unplanned } lines of audit or review not planned.
 }
gap-stage-two = What stage 2 counts as not conforming: { $clauses ->
    [one] 1 clause
   *[other] { $clauses } clauses
 } and { $controls } of { $included } included controls below Shown by records.
gap-quick-mark = quick
gap-quick-title = Assessed only quickly; not yet looked at demand by demand
gap-again-mark = look again
gap-again-title = Needs another look: the answers no longer bear it out
gap-again = “{ $conformity }” needs another look
gap-again-what = It stays until you give another one. A newer version asks more than was answered, or an answer was taken back:
gap-again-help = Given before; by the demands and answers of today it would not be given.
gap-quick-help = Judged in the quick pass; the deep pass names the record for each demand.
gap-reused = Reused from { $framework } { $source }, accepted
gap-reused-over = Over { $origin ->
    [published] published mapping
    [title-identity] equal titles
   *[other] own judgement
 }: { $mappings }
gap-compare-open = { $count ->
    [0] all conform
    [one] 1 does not conform
   *[other] { $count } do not conform
 }

gap-freeze = Freeze
gap-freeze-title = Freeze “{ $name }”
gap-freeze-what = All answers, conformity and notes stay as they are today, so that later assessments can be compared with them.
gap-freeze-figures = { $clauses } of { $clausesOf } clauses and { $controls } of { $controlsOf } controls are assessed. What is not assessed stays so.
gap-freeze-act = Freezing is an act in your name. It is recorded in the trail, and there is no undo.
gap-freeze-do = Freeze assessment
gap-frozen = “{ $name }” is frozen
gap-frozen-help = You can read it; nothing in it changes any more.
gap-frozen-done = { $name } frozen
gap-start = Start a new assessment
gap-start-short = New assessment
gap-start-what = The frozen assessment stays as it is.
gap-start-name = Name
gap-start-name-help = For example: before stage 1, spring 2027
gap-start-kind = What for
gap-start-from = Begin with
gap-start-from-help = The lines of an earlier assessment with their answers, evidence and owners, to be looked at again.
gap-start-empty = Empty lines
gap-start-do = Start assessment
gap-started = { $name } started
assessment-kind-baseline = Baseline
assessment-kind-reassessment = Assessment again
assessment-kind-mock = Mock audit


gap-seen-on = Record date
gap-seen-owner = Kept by
gap-assessor-on = Conformity given by { $name } on { $date }{ $pass ->
    [quick] , quick pass
   *[deep] {""}
}
gap-pass = Way of assessing
gap-pass-quick = Quick pass
gap-pass-deep = Deep pass
gap-pass-quick-help = A first judgement: say how far the line is met and what is missing, then go on. Shown by records needs the deep pass, because each demand has to name its record.
gap-keys-statement = what is missing
gap-keys-lines = next line, back
gap-way = Lines by
gap-way-clause = By clause
gap-way-owner = By owner
gap-way-owner-title = Who answers what
gap-owner-nobody = Nobody yet
gap-filter-open = Not assessed ({ $count })
gap-filter-blocks = Blocks ({ $count })
gap-filter-quick = Quick only ({ $count })
gap-filter-again = Look again ({ $count })
gap-filter-stage1 = Stage 1 ({ $count })
gap-filter-stage2 = Stage 2 ({ $count })
gap-filter-none = No line is left by this filter.

interview-open = Interviews
interview-help = A sheet holds the lines a person owns, with every demand. They answer it in a spreadsheet or on paper; the spreadsheet comes back here and nothing you changed meanwhile is overwritten.
interview-person = Person
interview-lines = Lines
interview-assessed = Assessed
interview-export = Export interview sheet
interview-export-one = Interview sheet for { $name } as { $format }
interview-file = Interview sheet { $name }
interview-unowned = Lines of nobody
interview-unowned-help = Choose who answers them. The role is the one that usually owns such lines; single lines can be given to somebody else on the line.
interview-unowned-role = { $role }, { $count ->
    [one] 1 line
   *[other] { $count } lines
}
interview-no-role = No usual role
interview-give = Give to
interview-give-role = Give the lines of { $role } to
interview-given = { $count ->
    [one] 1 line given to { $name }
   *[other] { $count } lines given to { $name }
}
interview-import = Import answered sheet
interview-import-of = Answers from { $name }
interview-found = { $rows } rows: { $updated } with new answers, { $unchanged } as they are here, { $skipped } left out. Nothing is written yet.
interview-problems = To look at ({ $count })
interview-problem = Row { $row }: { $message }
interview-changes = New answers ({ $count })
interview-changes-list = New answers
interview-id = Id
interview-field = Column
interview-before = Here
interview-after = In the sheet
interview-take = Take the answers
interview-taken = { $count ->
    [one] Answers of 1 row taken
   *[other] Answers of { $count } rows taken
}

# Several assessments
gap-assessments = Assessments
gap-frozen-on = frozen { $date }
gap-compare = Compare assessments
gap-compare-none = { $count ->
    [0] There is no assessment yet. Assess the lines, freeze the assessment and start another; then this screen shows what changed.
    [one] There is one assessment only. Freeze it and start another; then this screen shows what changed.
   *[other] No earlier assessment is frozen. Freeze one and start another; then this screen shows what changed.
 }
gap-compare-line = Line
gap-compare-before = Before
gap-compare-after = Now
gap-compare-met = Demands met
gap-compare-met-of = { $before } to { $after } of { $items }
gap-compare-met-moved = { $before } of { $had } to { $after } of { $items }
gap-compare-change = Change
gap-compare-clauses = Clauses 4 to 10
gap-compare-controls = Annex A controls
gap-compare-lines = Lines
gap-compare-pair = { $before } → { $after }
gap-compare-figure = { $percent } % ({ $assessed } of { $applicable })
gap-compare-no-data = No data
gap-compare-counts = { $better } better, { $worse } worse, { $assessed } new, { $open } no longer assessed, { $other } otherwise changed
gap-compare-shown = Lines shown
gap-compare-changed = Changed
gap-compare-all = All
gap-compare-nothing = No line differs.
