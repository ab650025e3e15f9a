# Welcome screen, creating and opening a workspace.

cancel = Cancel
version = Version { $version }
keys-control = Ctrl { $letter }
keys-command = ⌘ { $letter }
workspace-files = Cairn workspace
workspace-open-title = Open workspace

welcome-line = A marked trail to governed AI
welcome-promise = Take an organisation through ISO/IEC 42001 and the EU AI Act, one stone at a time, and keep a record nobody can quietly change.
welcome-start = Start
welcome-new = New workspace
welcome-new-help = For one organisation or one client
welcome-open = Open workspace
welcome-open-help = A .cairn file on this computer
welcome-import = Import
welcome-import-help = AI systems from Excel or CSV
welcome-sample = Explore the sample
welcome-sample-help = Fictional, safe to change
welcome-offline = Works offline. Nothing leaves this computer unless you export it.

recent-title = Recent workspaces
recent-count = { $count } on this computer
recent-none = Workspaces you open on this computer are listed here.
recent-sample = Comes with the product, safe to change
recent-missing = File not found
recent-locate = Locate
recent-locate-named = Locate { $name }
recent-forget-short = Take off this list
recent-forget-named = Take off this list: { $name }
recent-stones = { $set } of { $of } stones
recent-blockers =
    { $count ->
        [one] 1 gap blocks certification
       *[other] { $count } gaps block certification
    }
recent-stage1 = Stage 1 on { $date }
recent-stage2 = Stage 2 on { $date }
recent-backup = Backup { $date }
recent-no-backup = No backup
recent-opened = Opened { $when }
recent-opened-today = Opened today, { $time }
recent-due = Next due
recent-nothing-due = Nothing due
recent-forget = Take { $name } off this list
file-encrypted = Encrypted
file-open = Not encrypted
trail-intact = Trail intact
trail-broken = Trail broken
trail-not-checked = Not checked on this computer

notice-hide = Hide this notice
workspace-check-file = Check this file
workspace-check-found =
    { $problems ->
        [0] Nothing was found in { $entries } entries.
        [one] { $entries } entries were checked; 1 thing does not fit:
       *[other] { $entries } entries were checked; { $problems } things do not fit:
    }
workspace-check-more = and { $count } more. "cairnctl verify" lists all of them.
notice-damaged = Parts of this file are damaged.
notice-damaged-help = The weekly look found pages that cannot be read. Check the trail to see what is concerned, and open a backup of an earlier day.
notice-read-only = This file can only be read.
notice-read-only-help = The file or its folder is write-protected. Copy it to a folder of your own to work in it.
notice-no-key = This computer can only read this workspace.
notice-no-key-help = It has no signing key here, or its key was revoked. Work on a computer that has one.
notice-replaced = Another file was put in the place of this one.
notice-replaced-help = What you see is no longer the workspace, and nothing more is saved. Close it and open the file again.
notice-backup = The last backup failed.
notice-backup-again = Try again
notice-shared = This folder is shared
notice-shared-help = A cloud service or a server keeps it in step. Two programs that write at a time can damage the file: keep it on this computer, and share copies.

passphrase-prompt-title = Passphrase
passphrase-prompt-file = { $file } is encrypted.
passphrase-prompt-open = Open workspace

create-title = New workspace
create-step-organisation = Organisation
create-step-file = File
create-step-passphrase = Passphrase
create-step-person = You
create-question-organisation = Which organisation is this for?
create-question-file = Where should the file be kept?
create-question-passphrase = Protect the file with a passphrase?
create-question-person = Who are you?
create-help-organisation = One workspace holds the AI management system of one organisation.
create-help-file = Everything is in this one file. Choose a folder on this computer that is backed up, not one that a cloud service keeps in step.
create-help-passphrase = With a passphrase the whole file is encrypted. Nobody can read it without.
create-help-person = The trail names you with everything you change. You can add other people later.
create-why-organisation = The name stands on every report and in the Statement of Applicability. It can be changed later; the trail keeps the old one.
create-why-file = There is no server. The file is yours: copy it, back it up, hand it over. Two programs that write to one shared file at a time can damage it, so cloud folders are for copies.
create-why-passphrase = A register of AI systems shows where an organisation is weak. If the laptop is lost, a passphrase keeps that to yourselves.
create-why-person = Auditors ask who decided what. Each change is signed with a key that stays on this computer, under the name you give here.
create-organisation-label = Name of the organisation
create-organisation-help = As it should appear on reports.
create-file-title = Keep the workspace as
create-file-none = No place chosen yet
create-file-choose = Choose a place
create-file-change = Change
create-shared-help = A cloud service or a server keeps this folder in step. Two programs that write at a time can damage the file. Choose a folder on this computer, and put copies there.
create-passphrase-question = Protect the file with a passphrase?
create-passphrase-yes = Encrypt the file
create-passphrase-yes-help = Recommended
create-passphrase-no = Leave it unencrypted
create-passphrase-no-help = Anybody who gets the file can read it
create-repeat-label = Repeat the passphrase
create-repeat-differs = The two do not match. Type the same passphrase again.
create-lost-title = It cannot be recovered
create-lost = If the passphrase is lost, the file stays closed for good. Keep it in a password manager or a sealed envelope.
create-name-label = Your name
create-title-label = Your role in the organisation
create-title-help = For example: compliance lead
create-affiliation-label = Do you work for the organisation?
create-staff = I work for the organisation
create-staff-help = You lead this workspace
create-consultant = I am a consultant
create-consultant-help = You prepare and recommend; management approves
create-approver = I may approve for the organisation
create-approver-help = Documents, residual risk and the Statement of Applicability. Nobody approves their own request.
create-missing-organisation = Enter a name to go on
create-missing-file = Choose a place to go on
create-missing-passphrase = At least 10 characters
create-missing-repeat = Repeat the passphrase to go on
create-missing-name = Enter your name to go on
create-finish = Create workspace
