# Writing reports.

report-export = Export
report-export-scope = Export the scope
report-export-soa = Export the Statement of Applicability
report-export-gap = Export the gap analysis
report-export-register = Export the register
report-name-scope = Scope of the AI management system
report-export-history = Export the history
report-name-history = History
report-export-classification = Export the decision record
report-export-obligations = Export the obligations
report-export-requests = Export the requests
report-name-classification = EU AI Act classification
report-name-obligations = Register of obligations
report-name-requests = Evidence requests
report-export-roadmap = Export the roadmap
report-format-ics = Calendar (.ics)
report-name-roadmap = Roadmap
report-name-soa = Statement of Applicability
report-name-gap = Gap analysis
report-name-register = AI system register
report-format-pdf = PDF
report-format-xlsx = Excel
report-written = { $name } written
