# Requests for evidence in the window.

request-title = Evidence requests
request-none = Ask for what convinces an auditor, line by line. What comes in is matched to its request, and you say whether it does.
request-none-found = No request fits these filters.
request-figures =
    { $refused ->
        [0] { $waiting } waiting, { $judge } to judge, { $late } late
       *[other] { $waiting } waiting, { $refused } refused, { $judge } to judge, { $late } late
    }
request-shown =
    { $count ->
        [one] 1 request
       *[other] { $count } requests
    }
request-find = Find in requests
request-new = New request
request-change = Edit request
request-made = Asked for
request-changed = Request changed
request-line = Line
request-line-of = { $id } { $title }
request-what = What is needed
request-whom = Asked of
request-nobody = Nobody yet
request-department = Department
request-due = Due
request-late = Late
request-state = State
request-came = What came
request-asked-on = Asked on
request-received-on = Came on
request-reason = Reason
request-again-why = Asked again because
request-reason-about = Stays with the request, for whoever asks later why it is not needed any more.
request-withdraw = Withdraw { $code }
request-id-line = { $code }, evidence request
request-put-accepted = Accept
request-put-refused = Refuse
request-put-withdrawn = Withdraw
request-put-requested = Ask again
request-accept-all =
    { $count ->
        [one] Accept
       *[other] Accept all { $count } that wait
    }
request-refuse-all =
    { $count ->
        [one] Refuse
       *[other] Refuse all { $count } that wait
    }
request-file-since = since { $date }
request-file-put-accepted = Accept { $name }
request-file-put-refused = Refuse { $name }
request-file-refuse =
    { $count ->
        [one] Refuse { $name }
       *[other] Refuse { $count } files
    }
request-file-reason-about = Whoever was asked reads it when they are asked again.
request-file-told-accepted =
    { $count ->
        [one] { $name } accepted for { $code }; it is evidence of its line now
       *[other] { $count } files accepted for { $code }; they are evidence of its line now
    }
request-file-told-refused =
    { $count ->
        [one] { $name } refused for { $code }
       *[other] { $count } files refused for { $code }
    }
request-told-withdrawn = { $code } withdrawn
request-told-requested = { $code } asked for again

request-propose = Ask for everything
request-propose-about = For each line, everything that convinces an auditor is asked of the line's owner. What was asked for before is not asked for again.
request-which = For which lines
request-which-unshown = Lines not shown by records yet
request-which-owned = Lines that have an owner
request-which-clauses = Clauses
request-which-controls = Controls
request-which-all = All lines
request-propose-do =
    { $count ->
        [0] Nothing left to ask for
        [one] Make 1 request
       *[other] Make { $count } requests
    }
request-propose-lines =
    { $count ->
        [one] 1 line
       *[other] { $count } lines
    }, { $nobody ->
        [0] all with an owner
       *[other] { $nobody } without an owner
    }
request-proposed =
    { $count ->
        [0] All of it was asked for before
        [one] 1 request made
       *[other] { $count } requests made
    }

request-match = Match files
request-match-about = Choose a folder. Each file is matched by the codes of requests or the line's id in its name, else by words in common. One file may answer several requests. Look over the proposals, then attach them all at once.
request-match-none = This folder holds no files.
request-folder = Choose a folder
request-file = File
request-answers = Answers
request-answers-of = Request that { $file } answers
request-answers-also = Request { $place } that { $file } answers
request-answers-none = Leave out
request-answers-more = Also answers another
request-answers-more-of = { $file } also answers another request
request-option = { $code }, { $line }: { $what }
request-because = Because of
request-by-nothing = No match found
request-by-code = Code in the name
request-by-line = Line in the name
request-by-name = Words in common
request-attach =
    { $count ->
        [0] Nothing to attach
        [one] Attach 1 file
       *[other] Attach { $count } files
    }
request-received =
    { $count ->
        [one] 1 file attached to its request
       *[other] { $count } files attached to their requests
    }
request-asked-again = Asked again because: { $reasons }
request-again =
    { $count ->
        [one] 1 file was handed in for its request before. What was said of it stays.
       *[other] { $count } files were handed in for their requests before. What was said of them stays.
    }
request-again-file = { $file }, { $code }
request-export-for = For
request-all = All
request-everybody = Everybody
request-people = People
request-departments = Departments
