# Requests for evidence, on screen and in reports.

request-state-requested = Waiting
request-state-received = To judge
request-state-accepted = Accepted
request-state-refused = Refused
request-state-withdrawn = Withdrawn

file-state-received = To judge
file-state-accepted = Accepted
file-state-refused = Refused

request-report-title = Evidence requests
request-report-standfirst = What { $organisation } needs for its AI management system, from whom, and until when.
request-report-notice = What is accepted is kept with its line of the gap analysis.
request-report-date = State of
request-report-all = requests
request-report-waiting = waiting
request-report-refused = refused, asked again
request-report-judge = to judge
request-report-late = late
request-report-accepted = accepted
request-report-nobody = Nobody yet
request-report-code = Request
request-report-what = What is needed
request-report-whom = Asked of
request-report-department = Department
request-report-line = For
request-report-due = Until
request-report-state = State
request-report-came = What came
request-report-empty = Nothing is asked for.
request-report-sheet = Requests
request-report-file = { $name }: { $state }
request-report-file-refused = { $name }: refused. { $reason }
request-report-again = Asked again because: { $reasons }
request-report-files-sheet = Files
request-report-file-code = Evidence
request-report-file-name = What was handed in
request-report-file-since = Since
request-report-file-reason = Why refused
