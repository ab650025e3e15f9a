# The roadmap in the window.

roadmap-open = Roadmap
roadmap-days = Stage 1 on { $first }, stage 2 on { $second }
roadmap-days-proposed = Stage 1 on { $first }, stage 2 proposed for { $second }
roadmap-when = When
roadmap-today = Today
roadmap-slack-short = { $days ->
    [one] 1 day short
   *[other] { $days } days short
}
roadmap-slack-least = the least
roadmap-slack-note = Slack is how many days a step may slip before an audit day does. Critical steps are the chain with the least slack: what is late there is the first to move an audit. A critical action has no day to spare.
roadmap-actions-placed = Open actions that have days
roadmap-from-to = { $from } to { $to }
roadmap-choose-days = Choose the audit days
roadmap-audit-day = The days of the audits are chosen under Organisation and scope; every other step follows them.
roadmap-builds-on = Builds on: { $steps }
roadmap-done-on = Done on
roadmap-held-on = Held on
roadmap-done-hint = No record shows this step: say here when it was done.
roadmap-operation-hint = Runs it already? Choose the day it began as first day; the days since then count.
roadmap-blockers = { $count ->
    [one] 1 line blocks certification and has no open action:
   *[other] { $count } lines block certification and have no open action:
}
roadmap-by-plan = By the plan
roadmap-back-to-plan = Use the days of the plan
roadmap-waits-for = Waits for { $actions }
roadmap-moved = Changed { $step }
roadmap-note = Remark
roadmap-no-actions = No action is open. Gaps, decisions and findings create actions; each stands here by what it blocks.
