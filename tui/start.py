"""Opening what was asked for, and then the screen on it."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extract.errors import LoadError
from extract.records import Article
from store.library.library import Library
from tui.config import read_config
from tui.ending import ended_by_signals
from tui.firstlook import first_look
from tui.gc_policy import hold_off
from tui.recent import recent_paths, remember_path
from tui.shipped import seed_report
from tui.telling import tell


def start(
    path: Path,
    *,
    annotator: str,
    notes: Path | None = None,
    published: date | None = None,
    tagger: str | None = None,
    between: tuple[str, str] | None = None,
    memory: bool = True,
    ascii_only: bool = False,
) -> int:
    """Open the reader on a report or a folder of reports; return the exit code.

    `between` names two annotators whose differences `annotator` settles; without `memory` nothing
    comes of earlier decisions; `ascii_only` has numbers in place of plots.

    Raises:
        DatelineError: if the configuration, the report or the notes cannot be opened, before the
            screen is touched; or if the reader has stopped by an error of its own.
    """
    hold_off()  # until the report is read
    config = read_config()
    library = Library(
        path,
        annotator,
        notes=notes,
        published=published,
        tagger=tagger,
        in_subprocess=True,
        memory=memory,
    )
    if notes is None:  # the welcome would look for them where they usually are
        remember_path(path, annotator)
    greeting = f"Your decisions will be kept in {library.notes}" if library.is_new else ""
    try:
        article = first_readable(library)
        _tell_all(article.problems)
        annotations = library.open(article)
        os.environ.setdefault("TEXTUAL_FPS", "120")  # what follows a frame waits half as long
        with ended_by_signals(), first_look(annotations.article, annotations.position.top):
            from tui.app import run  # Textual: a fifth of a second
        return run(library, annotations, config, between, greeting, ascii_only=ascii_only)
    finally:
        library.close()


def welcome() -> Path | None:
    """Offer the report that ships and what was opened before; return the choice, none where the
    person leaves.

    Raises:
        ConfigError: if the configuration is not understood.
    """
    from tui.keymap import keymap
    from tui.screens.welcome import WelcomeApp

    config = read_config()
    return WelcomeApp(seed_report(), recent_paths(), config, keymap(config.keys)).run()


def first_readable(library: Library) -> Article:
    """Return the article to begin with; those before it that cannot be read are told.

    Raises:
        LoadError: if none that was named can be read.
    """
    first = first_undecided(library)
    others = library.named[library.named.index(first) + 1 :]
    others = (*others, *library.named[: library.named.index(first)])
    problems: list[LoadError] = []
    for key in (first, *others):
        try:
            article = library.article(key)
        except LoadError as error:
            problems.append(error)
        else:
            _tell_all(map(str, problems))
            return article
    raise problems[0]


def _tell_all(problems: Iterable[str]) -> None:
    for problem in problems:
        tell(problem)


def first_undecided(library: Library) -> str:
    """Return the first of the articles named that is not known to be decided throughout."""
    rows = library.queue(library.named)
    undecided = (row.key for row in rows if row.progress is None or row.progress.left)
    return next(undecided, library.named[0])
