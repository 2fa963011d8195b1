"""The terminal from the first moment: keys typed while the program loads are neither shown nor
changed, but wait for it.
"""

import contextlib
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def quiet_terminal() -> Iterator[None]:
    """Within it the terminal passes keys on as they are; afterwards it is as it was.

    Textual does the same once it runs, and puts back what it has found: without this, what it
    finds afterwards would be a terminal that echoes what was typed before.
    """
    try:
        import termios

        file = sys.stdin.fileno()
        before = termios.tcgetattr(file)
    except (ImportError, OSError, ValueError, termios.error):  # no terminal, or none of Unix
        yield
        return
    quiet = [*before]
    quiet[0] &= ~termios.ICRNL
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(file, termios.TCSANOW, quiet)
        yield
    finally:
        termios.tcsetattr(file, termios.TCSANOW, before)
