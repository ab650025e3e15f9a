# Settings.

settings-title = Settings
settings-sections = Sections
settings-look = Look and language
settings-keys = Keyboard
settings-security = Security
settings-theme = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-density = Rows
settings-density-help = Height of rows in lists
density-comfortable = Comfortable
density-dense = Dense
settings-language = Language
settings-language-help = Of the screens; reports choose their own
settings-letters = Single letters as commands
settings-letters-help = J and K in lists, G then T for the trail
settings-file = Workspace file
settings-key = Signing key of this computer
settings-key-help = It signs every change you make
settings-key-protected = Protected
settings-key-open = Signing key not protected
settings-shared = Place of the file
settings-shared-help = A cloud service or a server keeps this folder in step. Two programs that write at a time can damage the file.
settings-shared-state = Shared folder
