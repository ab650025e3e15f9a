# Discovery in the window.

discovery-title = Discovery
discovery-aside = Find the AI nobody has told of
discovery-figures = { $new } to decide, { $accepted } accepted, { $merged } merged, { $dismissed } dismissed
discovery-look = Sweeps or candidates
discovery-sweeps = Sweeps
discovery-candidates = Candidates
discovery-none = A sweep goes through one area and says where to look and whom to ask. What turns up becomes a candidate, and you decide whether it is an AI system of yours.
discovery-start = Start sweeps
discovery-started =
    { $count ->
        [one] 1 sweep started
       *[other] { $count } sweeps started
    }
discovery-areas = Area
discovery-departments = Departments
discovery-departments-about = Decision support is looked for once in each department. Type a name and press Enter.
discovery-owner = Led by
discovery-due = Due
discovery-sweep = Sweep
discovery-asked = Asked
discovery-found = Candidates
discovery-state = State
discovery-of = { $settled } of { $items }
discovery-coverage =
    { $settled } of { $items } sources asked, { $closed } of { $sweeps ->
        [one] 1 sweep closed
       *[other] { $sweeps } sweeps closed
    }
discovery-areas-left = Areas nobody looks through yet
discovery-area-open = Not begun
discovery-area-aside = Set aside
discovery-set-aside = Set aside
discovery-area-start = Start
discovery-area-start-of = Start looking through { $area }
discovery-set-aside-title = Set { $area } aside
discovery-set-aside-help = Discovery counts as closed when every area was looked through or set aside with a reason.
discovery-set-aside-why = Why nobody needs to look there
discovery-set-aside-done = Set aside: { $area }
discovery-take-up = Take up again

discovery-standing-open = Not asked
discovery-standing-needs-remark = Needs a remark
discovery-standing-needs-candidate = Needs a candidate
discovery-standing-settled = Settled
discovery-whom = Ask: { $whom }
discovery-hides = Often hides here: { $what }
discovery-answer-of = What came of { $source }
discovery-not-asked = Not asked
discovery-asked-whom = Who was asked
discovery-asked-on = Asked on
discovery-note = What they said
discovery-note-candidate = Note a candidate
discovery-candidate-noted = Candidate noted
discovery-candidate-change = Edit candidate
discovery-candidate-changed = Candidate changed
discovery-candidate-line = { $code } { $name }
discovery-close = Close sweep
discovery-sources-settled = { $settled } of { $items } sources
discovery-left =
    { $count ->
        [one] 1 source left
       *[other] { $count } sources left
    }
discovery-still-open =
    { $count ->
        [one] 1 source keeps this sweep open
       *[other] { $count } sources keep this sweep open
    }
discovery-still-open-sources = { $standing }: { $sources }
discovery-closed = { $name } closed
discovery-reopen = Open again

discovery-candidate = Candidate
discovery-like = Probably the same as
discovery-like-short = { $code } { $name }
discovery-like-yes = Something in the register
discovery-like-no = Nothing in the register
discovery-decision = Decision
discovery-find = Find in candidates
discovery-shown =
    { $count ->
        [one] 1 candidate
       *[other] { $count } candidates
    }
discovery-none-found = No candidate fits these filters.
discovery-no-candidates = Nothing has been found yet. Candidates come from sweeps, or from a list of products in Excel.
discovery-accept = Accept
discovery-merge = Merge
discovery-dismiss = Dismiss
discovery-return = Take the decision back
discovery-accepted =
    { $count ->
        [one] 1 system added to the register
       *[other] { $count } systems added to the register
    }
discovery-dismissed =
    { $count ->
        [one] 1 candidate dismissed
       *[other] { $count } candidates dismissed
    }
discovery-dismiss-about =
    { $count ->
        [one] This candidate stays on record with your reason.
       *[other] These { $count } candidates stay on record with your reason.
    }
discovery-reason = Reason
discovery-merge-about = The system keeps what it says. What it leaves empty is filled from the candidate.
discovery-merge-into = Into the system
discovery-merged =
    { $count ->
        [one] Merged into { $name }
       *[other] { $count } candidates merged into { $name }
    }, { $filled ->
        [0] nothing was missing there
        [one] 1 field filled
       *[other] { $filled } fields filled
    }
discovery-id-line = { $code }, candidate
discovery-where = Found
discovery-system = System
discovery-alike = Probably the same
discovery-alike-likely = Likely: { $why }
discovery-alike-possible = Possible: { $why }
discovery-imported = As it stands in the list

discovery-list = Import a list
discovery-list-about = A list of products or tools, such as an export of the software list or of commercial AI products. Each row becomes a candidate; nothing is written before you have seen it.
discovery-list-files = Spreadsheets
discovery-list-choose = Choose a file
discovery-list-other = Another file
discovery-list-found =
    { $file }, sheet { $sheet }: { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }
discovery-list-created =
    { $count ->
        [one] 1 candidate comes in
       *[other] { $count } candidates come in
    }
discovery-list-unused =
    { $count ->
        [one] 1 row says it is not used
       *[other] { $count } rows say they are not used
    }
discovery-list-known =
    { $count ->
        [one] 1 row is a candidate already
       *[other] { $count } rows are candidates already
    }
discovery-list-skipped =
    { $count ->
        [one] 1 row is left out
       *[other] { $count } rows are left out
    }
discovery-list-columns = Columns: { $columns }
discovery-list-column = { $header }: { $becomes }
discovery-list-problems =
    { $count ->
        [one] 1 problem
       *[other] { $count } problems
    }
discovery-list-run =
    { $count ->
        [0] Nothing to bring in
        [one] Bring in 1 candidate
       *[other] Bring in { $count } candidates
    }
discovery-list-done =
    { $count ->
        [one] 1 candidate brought in
       *[other] { $count } candidates brought in
    }
