# The trail of 22 stones and the next steps.

phase-assess = Assess
phase-plan = Plan
phase-implement = Implement
phase-evaluate = Evaluate
phase-improve = Improve

stone-scope-approved = Scope approved
stone-discovery-closed = Discovery sweep closed
stone-register-confirmed = Register confirmed
stone-systems-classified = Every system in scope classified
stone-baseline-frozen = Baseline gap analysis frozen
stone-policy-approved = Policy and objectives approved
stone-roles-set = Roles and committees set
stone-impacts-approved = Impact assessments approved
stone-risks-treated = Risks treated, residual risk approved
stone-soa-approved = Statement of Applicability approved
stone-documents-in-force = Required documents in force
stone-controls-evidenced = Evidence for every included control
stone-data-records-complete = Data and model records complete
stone-suppliers-covered = Suppliers covered
stone-changes-running = Changes and event records running
stone-kpi-period-closed = First KPI period closed
stone-audit-done = Internal audit done
stone-review-held = Management review held
stone-package-complete = Audit package complete
stone-actions-verified = Corrective actions verified
stone-reviews-on-schedule = Reviews on schedule
stone-competence-current = Competence current

step-write-scope = Write the scope statement
step-start-sweeps = Start the discovery sweeps
step-close-sweeps = { $count ->
    [one] Finish one discovery sweep
   *[other] Finish { $count } discovery sweeps
}
step-decide-candidates = { $count ->
    [one] Decide about one candidate for the register
   *[other] Decide about { $count } candidates for the register
}
step-add-systems = Add the first AI systems
step-decide-scope = { $count ->
    [one] Decide the scope of one system
   *[other] Decide the scope of { $count } systems
}
step-classify = { $count ->
    [one] Classify one system
   *[other] Classify { $count } systems
}
step-assess = { $count ->
    [one] Assess { $target }, the last open line
   *[other] Assess { $target } and { $count } open lines in all
}
step-freeze = Freeze the baseline
step-approve-scope = Send the scope for approval
step-approve-soa = Send the Statement of Applicability for approval
step-decide-approval = Decide the waiting approval
step-decide-soa = { $count ->
    [one] Decide { $target } in the SoA
   *[other] Decide { $count } SoA rows, next { $target }
}
step-evidence = Collect evidence for { $target }
step-verify-actions = { $count ->
    [one] Verify one action
   *[other] Verify { $count } actions
}
