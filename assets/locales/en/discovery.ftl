# Discovery: sweeps and the candidates they find. What to ask whom stands in assets/discovery.

discovery-sweep-title = { $area }: { $department }
discovery-source = Discovery
discovery-source-of = Discovery: { $where }

sweep-state-open = Open
sweep-state-closed = Closed
sweep-answer-nothing = Nothing found
sweep-answer-found = Found
sweep-answer-not-applicable = Not applicable
candidate-state-new = New
candidate-state-accepted = Accepted
candidate-state-merged = Merged
candidate-state-dismissed = Dismissed

like-reason-same-vendor = same vendor
like-reason-same-name = same name
like-reason-near-name = nearly the same name
like-reason-part-of-name = one name within the other
like-reason-same-product = same product
like-reason-same-model = same model
like-reason-same-department = same department
like-reason-alike-purpose = much the same purpose
like-reason-other-department = another department
like-reasons = { $first } and { $last }

candidate-becomes-name = Name
candidate-becomes-vendor = Vendor
candidate-becomes-product = Product
candidate-becomes-model = Model
candidate-becomes-department = Department
candidate-becomes-purpose = Purpose
candidate-becomes-id = Id in the list
candidate-becomes-fact = Kept as it is
candidate-becomes-nothing = Left out

error-discovery-area = This area is not in the list of sweeps of this version.
error-discovery-departments = These are more than { $limit } departments. Start them in parts.
error-sweep-closed = This sweep is closed.
error-sweep-closed-hint = Open it again to change its answers.
error-sweep-item = This sweep does not ask that.
error-sweep-future = The day on which somebody was asked cannot lie in the future.
error-sweep-open-items = { $count ->
    [one] One item keeps this sweep open: { $items }.
   *[other] { $count } items keep this sweep open: { $items }.
}
error-sweep-open-items-hint = Say what came of each. What does not apply needs a remark; what was found needs a candidate or a remark.
error-sweep-used = This sweep holds answers or candidates.
error-sweep-used-hint = Close it instead, so that what was asked stays on record.
error-candidate-none = No candidate was chosen.
error-candidate-decided = { $code } was decided about already: { $state }.
error-candidate-decided-hint = Take the decision back first.
error-candidate-worked-on = { $system } was worked on since it was accepted.
error-candidate-worked-on-hint = Delete the system in the register first, if it is none; then take this back.
