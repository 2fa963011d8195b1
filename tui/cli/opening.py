"""Opening a library for a command, and closing it whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from store.library.library import Library
from tui.cli.options import who
from tui.config import read_config
from tui.telling import tell, tell_and_go_on


@contextmanager
def library(
    path: Path, *, annotator: str | None, notes: Path | None, published: date | None = None
) -> Iterator[Library]:
    """Yield the library that a report or folder belongs to, for one annotator.

    Raises:
        DatelineError: if it cannot be opened.
    """
    opened = Library(path, who(annotator), notes=notes, published=published)
    config = read_config()
    for problem in (*config.problems, *opened.problems, *opened.passed_over):
        tell_and_go_on(problem)
    opened.passed_over = ()
    for message in (*opened.messages, *config.remarks, *opened.settings.remarks):
        tell(message)
    opened.messages.clear()
    try:
        yield opened
    finally:
        opened.close()
