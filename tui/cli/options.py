"""Options and arguments that several commands share."""

import getpass
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from extract.load.facts import is_possible
from tui.config import read_config

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """An ISO date on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the words name."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no date; write it as YYYY-MM-DD", param, ctx)
        if not is_possible(day):
            self.fail(f"no report appeared on {value}", param, ctx)
        return day


def published(function: _Function) -> _Function:
    """Return the command with `--date`: when the report was published, over what its file says."""
    return click.option(
        "--date", "published", type=Day(), help="Day of publication, over what the report says."
    )(function)


def notes(function: _Function) -> _Function:
    """Return the command with `--notes`: where the library's notes are."""
    return click.option(
        "--notes",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder for the notes (default: .dateline beside the reports).",
    )(function)


def annotator(function: _Function) -> _Function:
    """Return the command with `--as`, or `--annotator`: who decides."""
    return click.option(
        "--as",
        "--annotator",
        "annotator",
        envvar="DATELINE_ANNOTATOR",
        shell_complete=_names_here,
        help="Who decides (default: DATELINE_ANNOTATOR, the configuration, the login name).",
    )(function)


def _names_here(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The annotators who have notes where the command is called for."""
    from store.notes.paths import NOTES_FOLDER, annotators_at  # for completion alone

    path = Path(str(ctx.params.get("path") or "."))
    folder = ctx.params.get("notes") or (path if path.is_dir() else path.parent) / NOTES_FOLDER
    known = annotators_at(Path(str(folder)))
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def tagger(function: _Function) -> _Function:
    """Return the command with `--tagger`: what finds names and parts of speech."""
    return click.option(
        "--tagger",
        default=None,
        metavar="NAME",
        help='What finds the names: "crf" (default), or "spacy:" and an installed pipeline.',
    )(function)


def out(function: _Function) -> _Function:
    """Return the command with `--out`: the file to write."""
    return click.option(
        "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
    )(function)


def jobs(function: _Function) -> _Function:
    """Return the command with `--jobs`: in how many processes reports are read."""
    return click.option(
        "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes."
    )(function)


def scheduler(function: _Function) -> _Function:
    """Return the command with `--dask`: the cluster on which reports are read."""
    return click.option(
        "--dask", "scheduler", metavar="ADDRESS", help="Read on a Dask cluster: tcp://HOST:8786."
    )(function)


def ascii_only(function: _Function) -> _Function:
    """Return the command with `--ascii`: signs outside ASCII written out."""
    return click.option(
        "--ascii", "ascii_only", is_flag=True, help="Write signs such as ≥ and – in ASCII."
    )(function)


def who(annotator: str | None) -> str:
    """Return the annotator's name: as given, else the configuration's, else the login name.

    Raises:
        ConfigError: if the configuration is not understood.
        UsageError: if there is no login name.
    """
    try:
        return annotator or read_config().named_annotator() or getpass.getuser()
    except (KeyError, OSError):  # in a container, say
        raise click.UsageError("there is no login name: say who decides with --as") from None
