# The roadmap: steps planned back from the audits, and actions in order.

plan-step-kick-off = Kick-off and roles
plan-step-context = Context, interested parties, scope
plan-step-inventory = AI inventory
plan-step-classification = Roles and legal classification
plan-step-gap = Gap analysis
plan-step-policy = Policy, objectives, responsibilities
plan-step-risk-method = Risk criteria and method
plan-step-impacts = Impact assessments
plan-step-risks = Risk assessment
plan-step-treatment = Treatment plan, SoA, approval
plan-step-package = Documents for stage 1
plan-step-stage-1 = Stage 1 audit
plan-step-controls = Controls and evidence
plan-step-operation = Operation with records
plan-step-kpis = Figures and monitoring
plan-step-audit = Internal audit
plan-step-review = Management review
plan-step-correction = Corrective action
plan-step-audit-package = Audit package
plan-step-stage-2 = Stage 2 audit

roadmap-no-stage-1 = No day for stage 1 is chosen, so nothing can be planned back from it. Choose one under Organisation and scope.
roadmap-stage-1-passed = The day chosen for stage 1 has passed. Open the step and say that it was held, or choose another day.
roadmap-stage-2-passed = The day chosen for stage 2 has passed. Open the step and say that it was held, or choose another day.
roadmap-plan-audit = Stage 1 is near. It asks whether the internal audit and the management review are planned, not held: give both steps their days.
roadmap-short = { $days ->
    [one] Time is short by one day: with the usual lengths the open steps do not fit before the audits.
   *[other] Time is short by { $days } days: with the usual lengths the open steps do not fit before the audits.
}
roadmap-operation-short = { $days ->
    [0] No day of operation is planned before stage 2; the system should run two to three months by then, so that records exist.
    [one] Only one day of operation is planned before stage 2; the system should run two to three months by then, so that records exist.
   *[other] Only { $days } days of operation are planned before stage 2; the system should run two to three months by then, so that records exist.
}
roadmap-clash = { $step } begins before { $before } ends.

roadmap-report-title = Roadmap
roadmap-report-standfirst = The steps of { $organisation } to certification under ISO/IEC 42001, planned back from the audits, and the open actions in order.
roadmap-report-stage-1 = Stage 1
roadmap-report-stage-2 = Stage 2
roadmap-report-stage-2-proposed = { $date } (proposed)
roadmap-report-not-chosen = Not chosen
roadmap-report-date = State of
roadmap-report-note = Lengths and order are practice; the certification body sets the audit days. Slack is how far a step may slip before an audit day does.
roadmap-report-steps = Steps
roadmap-report-step = Step
roadmap-report-from = From
roadmap-report-to = To
roadmap-report-slack = Slack
roadmap-report-days = { $days ->
    [one] one day
   *[other] { $days } days
}
roadmap-report-state = State
roadmap-report-done = Done
roadmap-report-late = Late
roadmap-report-begun = Under way
roadmap-report-and-critical = { $state }, critical
roadmap-report-planned = Planned
roadmap-report-owner = Owner
roadmap-report-warnings = What does not fit
roadmap-report-actions = Open actions in order
roadmap-report-action = Action
roadmap-report-grade = Grade
roadmap-report-line = Line
roadmap-report-due = Due
roadmap-report-after = Waits for
roadmap-report-load = Load per owner
roadmap-report-nobody = Nobody
roadmap-report-no-actions = No action is open.
roadmap-report-no-steps = Nothing is planned: no day for stage 1 is chosen.
roadmap-report-open = open actions
roadmap-report-blocking = lines that block certification
roadmap-report-bare = of these without an action
roadmap-report-blockers = Blockers without an action
roadmap-report-blockers-note = These lines block certification by our forecast, and no open action closes them.
roadmap-report-timeline = Timeline
roadmap-report-timeline-note = Filled: done. Hatched: the chain with the least slack. Outlined: to come. The upright line is the day of this report.
roadmap-report-from-to = { $from } – { $to }
roadmap-report-builds-on = Builds on
roadmap-report-slack-days = Slack in days
roadmap-report-effort = Days
roadmap-report-load-note = Working days of the actions that end in a month, and how many they are in brackets; only actions with an estimate count as days.
roadmap-report-load-days = Days in all
roadmap-report-load-actions = Actions
roadmap-report-month-load = { $days } ({ $actions })
roadmap-report-month = { $month } { $year }
roadmap-report-overdue = late
