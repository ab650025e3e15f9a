# The overview: the trail, figures, next steps, recent entries.

overview-title = Overview
overview-answer = { $set } of { $of } stones set
overview-stage1-ahead =
    { $count ->
        [one] Stage 1 audit planned for { $date }, tomorrow.
       *[other] Stage 1 audit planned for { $date }, in { $days } days.
    }
overview-stage1-today = Stage 1 audit planned for today, { $date }.
overview-stage1-past =
    { $count ->
        [one] Stage 1 audit was planned for { $date }, yesterday.
       *[other] Stage 1 audit was planned for { $date }, { $days } days ago.
    }
overview-stage1-none = No date for the stage 1 audit yet.
overview-stage1-set = Set the date
overview-holding-up = { $count ->
    [one] One step below holds up others.
   *[other] { $count } steps below hold up others.
}
overview-others-wait = Others wait for this
overview-stones = { $set } of { $of } stones
overview-phase-set = All stones set
overview-phase-nothing = Nothing to do here yet
stone-state-set = Set
stone-state-in-progress = In progress
stone-state-to-come = To come

overview-figures = Figures
overview-of = of { $total }
overview-no-data = No data
overview-assessed = { $done } of { $total } assessed
overview-classified = Systems classified
overview-classified-base = { $open } not classified, { $high } high-risk
overview-clauses = Clause conformity
overview-controls = Control conformity
overview-soa = SoA rows decided
overview-soa-base = { $included } included, { $excluded } excluded
overview-gaps = Open gaps
overview-gaps-base = { $blocks } block, { $weakens } weaken, { $polish } polish

overview-next = What to do next
overview-next-none = Nothing is due, and every stone this version can set is set.
overview-no-owner = No owner yet
overview-on-trail = Next step on the trail
overview-actions-all =
    { $count ->
        [one] 1 open action
       *[other] All { $shown } open actions
    }
overview-trend = Conformity
overview-trend-clauses = Clauses
overview-trend-controls = Controls
overview-trend-none = No data yet: a trend needs two assessments. Freeze one and start the next.
overview-trend-assessment = Assessment
overview-trend-day = Day
overview-trend-mark = { $series } { $value }, { $name }, { $date }
overview-trail = Recent trail
overview-trail-open = Open trail

overview-first-title = First steps
overview-first-help = Begin with any of these. The trail above fills as you go.
overview-first-import = Import a spreadsheet
overview-first-import-help = An inventory in Excel or CSV becomes the register of AI systems.
overview-first-system = Add an AI system
overview-first-system-help = A name is enough to begin; the rest can wait.
overview-first-scope = Write the scope
overview-first-scope-help = What the AI management system covers, in a few sentences.
