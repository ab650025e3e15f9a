# Writing reports.

report-export = Export
report-export-soa = Export the Statement of Applicability
report-export-gap = Export the gap analysis
report-export-register = Export the register
report-name-soa = Statement of Applicability
report-name-gap = Gap analysis
report-name-register = AI system register
report-format-pdf = PDF
report-format-xlsx = Excel
report-written = { $name } written
