"""What leaves the library, or is measured over it, from within the reader: the commands of those
names, in a process of their own.
"""

import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from store.plainfiles import NOTES_FOLDER
from tui.commands.context import Context
from tui.screens.choice import Choice

_LONGEST = 600
"""Seconds that a command may take."""


def export(context: Context) -> None:
    """Ask for a format and a file, and write the library there as `dateline export` does."""
    from store.formats.codecs import EXPORTS  # with all formats: slow to load

    choices = [Choice(name, name, form.about) for name, form in EXPORTS.items()]
    context.choose("Export as", choices, partial(_ask_where, context))


def agree(context: Context) -> None:
    """Ask for another annotator, and tell how far both agree as `dateline agree` does."""
    library = context.session.library
    others = [who for who in library.annotators() if who != library.annotator]
    choices = [Choice(who, who) for who in others]
    context.choose(
        f"Agreement between {library.annotator} and",
        choices,
        partial(_measure, context),
        empty="Nobody else has notes here.",
    )


def _ask_where(context: Context, form: str) -> None:
    from store.formats.codecs import EXPORTS

    name = context.session.library.folder.resolve().name or "reports"
    before = str(Path.cwd() / f"{name}-{form}{EXPORTS[form].suffix}")
    context.ask(f"Write {form} to", partial(_write, context, form), before=before)


def _write(context: Context, form: str, where: str) -> None:
    out = str(Path(where.strip()).expanduser())
    words = ("export", str(_path(context)), "--format", form, "-o", out, "--as", _who(context))
    _run(context, f"write {form}", words, partial(_tell_written, context))


def _measure(context: Context, other: str) -> None:
    words = ("agree", str(context.session.library.folder), "--between", _who(context), other)
    _run(context, "measure the agreement", words, partial(_show, context, f"With {other}"))


def _run(context: Context, what: str, words: Sequence[str], then: "partial[None]") -> None:
    """Save all, and run a command in the background."""
    with context.telling():
        context.session.remember()
        context.tell("At work …")
        command = [sys.executable, "-m", "tui", *words, *_notes(context)]
        context.in_background(what, partial(_done, command), then, alone=True)


def _done(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
    )


def _tell_written(context: Context, done: "subprocess.CompletedProcess[str]") -> None:
    lines = done.stderr.splitlines()
    _show(context, "Not written" if done.returncode else "Written", done, lines)


def _show(
    context: Context,
    title: str,
    done: "subprocess.CompletedProcess[str]",
    lines: Sequence[str] | None = None,
) -> None:
    """Show what a command said, line by line; it can be searched by typing."""
    context.unsay()
    said = lines or (done.stdout if not done.returncode else done.stderr).splitlines()
    choices = [Choice(str(number), line) for number, line in enumerate(said)]
    context.choose(title, choices, lambda _: None, empty="Nothing was said.")


def _path(context: Context) -> Path:
    """The reports that were asked for: a folder, or one report."""
    library = context.session.library
    return library.path(library.named[0]) if len(library.named) == 1 else library.folder


def _who(context: Context) -> str:
    return context.session.library.annotator


def _notes(context: Context) -> list[str]:
    """The option that says where notes are, if they are not where they usually are."""
    library = context.session.library
    usual = library.folder / NOTES_FOLDER
    return [] if library.notes == usual else ["--notes", str(library.notes)]
