"""`python -m tui` is the command `dateline`."""

from tui.command import main

main()
