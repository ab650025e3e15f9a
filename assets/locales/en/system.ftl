# The AI system: sections, fields and the words of its lists.

system-section-identity = Identity
system-section-purpose = Purpose and effects
system-section-build = How it is made
system-section-roles = Roles
system-section-control = Control and oversight

system-field-name = Name
system-field-version = Version
system-field-owner = Owner
system-field-owner-help = The person who answers for this system.
system-field-technical_owner = Technical owner
system-field-department = Department
system-field-status = Life-cycle stage
system-field-in_use_since = In use since
system-field-review_due = Next review
system-field-scope = In AIMS scope
system-field-scope_reason = Reason for the scope decision
system-field-purpose = Intended purpose
system-field-purpose-help = What it is meant to do, as your website, contract and manual say it.
system-field-objectives = Objectives it serves
system-field-objectives-help = What you want to reach with it: quality, fairness, safety, cost.
system-field-benefits = Expected benefits
system-field-outputs = Outputs
system-field-outputs-help = Predictions, content, recommendations or decisions it produces.
system-field-effects = Effects on people and society
system-field-effects-help = What its outputs change for the people concerned, good and bad.
system-field-foreseeable_misuse = Foreseeable misuse
system-field-users = Users
system-field-affected_people = People affected
system-field-decisions_influenced = Decisions it influences
system-field-autonomy = Autonomy
system-field-volume = Volume
system-field-volume-help = How many cases, people or requests in a week or month.
system-field-origin = Origin
system-field-supplier = Supplier
system-field-model = Model and version
system-field-model_version = Model version
system-field-components = Components
system-field-components-help = Models, data sets, tools and services it is made of.
system-field-algorithm = Type of algorithm
system-field-platform = Platform or host system
system-field-training_data = Data for training and testing
system-field-data_sources = Data sources in use
system-field-data_sources-help = Where the data it works on comes from, and who may use it.
system-field-personal_data = Personal data
system-field-special_categories = Special categories of personal data
system-field-hosting = Hosting and region
system-field-interfaces = Interfaces
system-field-iso_roles = Roles under ISO/IEC 42001
system-field-act_roles = Roles under the EU AI Act
system-field-output_used_in_eu = Output used in the EU
system-field-output_used_in_eu-help = The Act looks at where the output is used, not at where the system is hosted.
system-field-oversight = Human oversight
system-field-monitoring = Monitoring
system-field-logs_and_retention = Logs and retention
system-field-incident_contact = Contact for incidents
system-field-restricted = Use restricted
system-field-restriction_reason = Reason for the restriction
system-field-registration_number = Registration number
system-field-impact_assessment = Impact assessment
system-field-impact_assessment-help = Its number or place, where one was made outside Cairn. It does not stand for the impact assessment of ISO/IEC 42001.
system-field-impact_assessment_on = Date of that impact assessment
system-field-documents = Documents
system-field-documents-help = Manuals, instructions for use and technical documentation, by number or place.
system-field-soa_specials = Special points for the Statement of Applicability
system-field-soa_specials-help = Controls that matter more or otherwise for this system than for the others.
system-field-parent = Part of
system-field-merged_into = Merged into
system-field-contracts = Contracts
system-field-contracts-help = With suppliers and customers, by number or place.
system-field-other_law = Other law that applies
system-field-other_law-help = Data protection, sector rules, works council agreements.
system-field-notes = Notes

system-status-idea = Idea
system-status-design-and-development = Design and development
system-status-verification-and-validation = Verification and validation
system-status-pilot = Pilot
system-status-in-use = In use
system-status-suspended = Suspended
system-status-retired = Retired
system-status-unknown = Unknown
# Note of a step that was written when two entries became one.
system-merge-step = So it stands in this entry, into which { $name } was merged.

system-scope-in = In scope
system-scope-out = Out of scope
system-scope-not-decided = Not decided

iso-role-producer = Producer
iso-role-provider = Provider
iso-role-customer = Customer or user
iso-role-partner = Partner

act-role-provider = Provider
act-role-deployer = Deployer
act-role-importer = Importer
act-role-distributor = Distributor
act-role-authorised-representative = Authorised representative
act-role-product-manufacturer = Product manufacturer
act-role-gpai-provider = Provider of a general-purpose model
act-role-downstream-provider = Downstream provider

system-origin-own = Built in-house
system-origin-bought = Bought
system-origin-embedded = Embedded in other software
system-origin-open-model = Built on an open model
system-origin-mixed = Built under contract, or partly bought

autonomy-informs = Informs a person who decides
autonomy-recommends = Recommends; a person confirms each case
autonomy-acts-supervised = Acts; a person can step in
autonomy-acts-alone = Acts without a person watching

known-yes = Yes
known-no = No
known-unknown = Not known

tier-out-of-scope = Out of scope of the Act
tier-prohibited = Prohibited
tier-high = High-risk
tier-limited = Transparency duties
tier-minimal = Minimal risk
tier-not-classified = Not classified

register-report-title = AI system register
register-report-standfirst = The AI systems { $organisation } develops, provides or uses.
register-report-scope = Scope
register-report-date = State of
register-report-systems = systems
register-report-in-scope = in AIMS scope
register-report-in-use = in use
register-report-classified = classified
register-report-system = System
register-report-tier = EU AI Act
register-report-part = { $name }, part of { $code }
register-report-roles = Our roles under the EU AI Act
register-report-outcomes = Outcomes under the EU AI Act
register-report-basis = What they rest on
register-report-other = Under other rules
register-report-decision = Decision
register-report-data-sets = Sets of training data
register-report-empty = No systems registered yet.

# How deep and how soon a system is looked at; never the legal tier.
screening-level-low = Low
screening-level-medium = Medium
screening-level-high = High
