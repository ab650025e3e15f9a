# Words of lists that records share.

role-lead = Lead
role-contributor = Contributor
role-approver = Approver
role-internal-auditor = Internal auditor
role-reader = Reader
role-agent = Agent

record-kind-member = Member
record-kind-system = AI system
record-kind-evidence = Evidence
record-kind-action = Action
record-kind-approval = Approval
record-kind-decision = Decision
record-kind-gap-assessment = Gap assessment
record-kind-gap-line = Gap line
record-kind-soa-row = Statement of Applicability
record-kind-document = Document

action-status-open = Open
action-status-in-progress = In progress
action-status-done = Done
action-status-verified = Done and verified
action-status-dropped = Dropped
