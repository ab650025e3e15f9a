# The organisation and the scope of its AI management system.

organisation-title = Organisation and scope
organisation-read-only = Your role reads only. A lead or a contributor can change this.
organisation-who = Organisation
organisation-name = Name
organisation-sector = Sector
organisation-sector-help = For example logistics, health care, public administration
organisation-description = What it does
organisation-description-help = Products and services, sites, where AI plays a part, and who is affected by it
organisation-scope = Scope of the AI management system
organisation-scope-about = Clause 4.3 asks for a written scope. It stands on the Statement of Applicability and later on the certificate.
organisation-statement = Scope statement
organisation-statement-help = Could an outsider decide for any system whether it is in? Name the activities, units, sites and kinds of system, and what is left out and why.
organisation-audit = Certification audit
organisation-audit-about = Stage 1 looks at the documents, stage 2 at the practice.
organisation-stage1 = Stage 1 planned for
organisation-stage2 = Stage 2 planned for
organisation-reports = Reports
organisation-mark = Who may read reports
organisation-mark-help = Printed on every page, for example "Confidential: management and auditors"
organisation-language = Language of reports
