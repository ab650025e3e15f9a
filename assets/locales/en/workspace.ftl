# The workspace file: who has it open, backups, devices, passphrase.

program-cairn = another Cairn window
program-cairnctl = cairnctl on the command line
program-cairn-devtool = a Cairn window in a browser
program-named = { $name } (process { $process })

error-busy-named = This file is being written to, and nothing was saved. It is also open in { $who }.
error-busy-named-hint = Wait until that is done or close it there, then try again.
error-replaced = Another file was put in the place of the open one, so nothing was saved.
error-replaced-hint = Its passphrase was changed elsewhere, or a copy was put there. Close this workspace and open it again.
error-backup = The backup could not be written.
error-backup-hint = Choose another folder in Settings, or look whether its drive is connected. Your work goes on.
error-backup-disk-full = The disk with the backups is full.
error-backup-disk-full-hint = Free some space, or choose another folder in Settings. Your work goes on.
error-backup-read-only = The folder for backups cannot be written.
error-backup-read-only-hint = Choose another folder in Settings. Your work goes on.
error-backup-busy = The file was busy for too long to copy it.
error-backup-busy-hint = Try again in a moment. Your work goes on.
error-device-own = This is the key you are signing with. Nobody can revoke their own.
error-device-own-hint = Ask another lead to revoke it on their computer.
error-device-revoked = This device is revoked already.
field-error-passphrase-wrong = This is not the passphrase in use.
field-error-not-a-folder = Choose a folder that exists.
