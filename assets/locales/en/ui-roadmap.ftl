# The roadmap in the window.

roadmap-open = Roadmap
roadmap-days = stage 1 on { $first }, stage 2 on { $second }
roadmap-days-proposed = stage 1 on { $first }, stage 2 proposed for { $second }
roadmap-when = When
roadmap-from-to = { $from } to { $to }
roadmap-choose-days = Choose the audit days
roadmap-audit-day = The days of the audits are chosen under Organisation and scope; every other step follows them.
roadmap-builds-on = Builds on: { $steps }
roadmap-by-plan = By the plan
roadmap-back-to-plan = Back to the plan
roadmap-moved = Changed { $step }
roadmap-note = Remark
roadmap-no-actions = No action is open. Gaps, decisions and findings create actions; each stands here by what it blocks.
roadmap-load = { $actions ->
    [one] one action
   *[other] { $actions } actions
}{ $late ->
    [0] {""}
   *[other] , { $late } late
}
