# The list of all actions.

action-screen-none = What is to be done belongs here, whatever it comes from: gaps, duties, controls, findings.
action-none-found = No action fits the filters.
action-find = Find in actions
action-late = Late
action-shown = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
action-figures = { $open } open, { $late } late, { $check } done and not verified
