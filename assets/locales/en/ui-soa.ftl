# The Statement of Applicability on the screen.

soa-title = Statement of Applicability
soa-decided = { $decided } of { $rows } decided
soa-figures = { $included } in, { $excluded } out, { $open } not decided
soa-open-checks =
    { $count ->
        [0] Every row is complete
        [one] One row is not complete
       *[other] { $count } rows are not complete
    }
soa-check-open = Something is open here
soa-saved = Saved
soa-none = Not set
soa-none-found = No control fits these filters.
soa-owner = Owner
soa-evidence = Evidence
soa-evidence-begin = Attach evidence or note an action
soa-read-only = Your role, or this file, reads only. A lead or a contributor can change this.
soa-reason-link = Add what it rests on
soa-reason-unlink = Take { $name } away
soa-reason-find = Find an article, a document or a piece of evidence
soa-reason-none = Nothing found that this reason can rest on
soa-reasons = Reasons to include
soa-basis = Ground of the exclusion
soa-delivery = Delivered by
soa-contract = Contract
soa-checks = Checks
soa-place = { $at } of { $of }
soa-next = Next control
soa-previous = Previous
soa-next-open = Next undecided: { $control }
soa-proposal = An interview proposes that this control is not needed: { $fact } That decides nothing; give the reason here.
soa-set = { $control } set to { $decision }
soa-by-provider = Included, delivered by a provider
soa-area = Area
soa-find = Find a control
soa-weight-stop = Must be mended
soa-weight-attention = Should be looked at
soa-weight-met = Complete
