"""`dateline export`: reviewed reports in the formats that other programs read."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from extract.errors import DatelineError
from extract.vocabulary import PROFILES
from store.errors import StoreError
from store.formats.codecs import EXPORTS
from store.formats.document import Choice, Document, Table, Unit, Wishes
from store.formats.export import LossyExportError, export
from store.formats.losses import Losses
from store.formats.output import write
from store.formats.over_reports import OverReports
from store.incidents.library_incidents import LibraryIncidents
from store.items import Standing
from store.library.library import Library
from store.places.where import KnownPlaces
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say, tell

_FORMATS = "\n".join(f"  {name:<11} {form.about}" for name, form in EXPORTS.items())


_BY_DAY = "acled"
"""The format whose codebook has a row a day."""

_NUMBERS = "numbers"

_CONFIGURED = "labelstudio"
"""The format whose program needs a configuration before it takes the file."""

_ROWS = ("acled", "ucdp", "geojson", "victims")
"""The formats with rows of incidents, over all reports that tell of each."""
_OVER_REPORTS = (*_ROWS, "ftm")
"""Those and the others that tell an incident once, over all its reports."""


@click.command("export", epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(EXPORTS)), required=True, metavar="FORMAT")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File or folder to write.")
@options.annotator
@click.option(
    "--state",
    "choice",
    type=click.Choice([choice.value for choice in Choice]),
    default=Choice.ACCEPTED.value,
    show_default=True,
    help="Which items: those that hold, all decided ones, or all.",
)
@click.option(
    "--numbers",
    type=click.Choice(PROFILES),
    help="Whose bounds vague numbers have (default: the library's profile).",
)
@click.option(
    "--unit",
    type=click.Choice([unit.value for unit in Unit]),
    default=Unit.INCIDENT.value,
    show_default=True,
    help="What a row of acled, ucdp and geojson is.",
)
@click.option(
    "--kinds-as",
    type=click.Choice(["words", _NUMBERS]),
    default="words",
    show_default=True,
    help="How acled tells the kinds of actors: Rebel group, or 2.",
)
@click.option("--split-days", is_flag=True, help="A row for each day that a report names (acled).")
@click.option("--bom", is_flag=True, help="Mark tables as UTF-8, for spreadsheets.")
@click.option(
    "--config",
    is_flag=True,
    help="Write the labelling configuration for the export instead (labelstudio).",
)
@click.option("--strict", is_flag=True, help="Fail if the format cannot carry everything.")
@options.notes
def command(
    path: Path,
    form: str,
    out: Path | None,
    annotator: str | None,
    choice: str,
    numbers: str | None,
    unit: str,
    kinds_as: str,
    split_days: bool,
    bom: bool,
    config: bool,
    strict: bool,
    notes: Path | None,
) -> int:
    """Write reviewed reports in a format of another program.

    What the format cannot carry is counted on standard error. A file that is a report, notes or
    another kind of output is never replaced.

    \b
    Examples:
      dateline export reports/ --format acled -o events.csv
      dateline export reports/ --format acled -o events.xlsx
      dateline export report.txt --format html -o report.html
      dateline export reports/ --format jsonl > all.jsonl
    """
    if form != _BY_DAY and (split_days or kinds_as == _NUMBERS):
        raise click.UsageError(f"--split-days and --kinds-as are for {_BY_DAY}")
    if form not in _ROWS and (bom or _table(out, bom) is Table.XLSX):
        raise click.UsageError(f"--bom and .xlsx are for tables: {' and '.join(_ROWS)}")
    if config and form != _CONFIGURED:
        raise click.UsageError(f"--config is for {_CONFIGURED}")
    failures: list[DatelineError] = []
    with library(path, annotator=annotator, notes=notes) as opened:
        _check_decided(opened, wanted=bool(annotator) and Choice(choice) is Choice.ALL)
        documents = _with_places(list(_documents(opened, failures)), opened)
        profile = numbers or opened.settings.numbers
        wishes = Wishes(
            Choice(choice),
            profile,
            Unit(unit),
            in_numbers=kinds_as == _NUMBERS,
            table=_table(out, bom),
            split_days=split_days,
            configuration=config,
        )
        if Unit(unit) is Unit.INCIDENT and form in _OVER_REPORTS and len(documents) > 1:
            wishes = replace(wishes, over=_over(opened))
        inputs = tuple(_inputs(opened))
    for failure in failures:
        tell(failure)
    files, losses = export(form, documents, wishes)
    if config:
        _put(files, out, form, inputs)
        return FAILED if failures else 0
    _tell_losses(form, losses)
    if strict and losses:
        raise LossyExportError(
            "not everything can be carried; nothing was written", form, "leave out --strict"
        )
    _put(files, out, form, inputs)
    return FAILED if failures else 0


def _table(out: Path | None, bom: bool) -> Table:
    """The kind of table that a name is for."""
    if out is not None and out.suffix.lower() == ".xlsx":
        return Table.XLSX
    return Table.CSV_BOM if bom else Table.CSV


def _over(opened: Library) -> OverReports:
    """Which accounts of the library make one incident."""
    incidents = LibraryIncidents(opened, reading=True)
    for _ in incidents.bring_up_to_date():  # what cannot be read is told of its document
        pass
    for message in incidents.messages:
        say(f"dateline: {message}", err=True)
    return incidents.among


def _check_decided(opened: Library, *, wanted: bool) -> None:
    """See that the annotator has decided something, if anybody has; `wanted` is whether what is
    undecided was asked for by name, which is only told.

    Raises:
        StoreError: if others have and this one has not: who, how much.
    """
    if _decided(opened, opened.annotator):
        return
    counts = {who: _decided(opened, who) for who in opened.annotators()}
    others = {who: count for who, count in counts.items() if count}
    have = "".join(f"{who} has {count}, " for who, count in others.items())
    told = f"nothing decided by {opened.annotator} here"
    if wanted or not others:
        say(f"dateline: {'; '.join(filter(None, (told, have[:-2])))}", err=True)
        return
    most = max(others, key=others.__getitem__)
    raise StoreError(f"{told}; {have}{_option(most)}")


def _option(who: str) -> str:
    return f"--annotator {who}" if who.isalnum() else f"--annotator '{who}'"


def _decided(opened: Library, who: str) -> int:
    """How many items of the named reports somebody has settled."""
    count = 0
    for key in opened.named:
        with contextlib.suppress(DatelineError):  # told where the report is read, if it is theirs
            count += sum(item.decided for item in opened.kept(key, who).items.values())
    return count


def _inputs(opened: Library) -> Iterator[Path]:
    """What is read: the reports of the library with their sidecars, and the folder of notes."""
    yield opened.notes
    for key in opened.keys:
        yield opened.path(key)
        yield opened.path(key).with_suffix(".toml")


def _tell_losses(form: str, losses: Losses) -> None:
    for loss in losses.lines():
        say(f"dateline: not in {form}: {loss}", err=True)
    for remark in losses.remarks():
        say(f"dateline: {remark}", err=True)


def _documents(opened: Library, failures: list[DatelineError]) -> Iterator[Document]:
    for key in opened.named:
        try:
            article = opened.article(key)
            reviewed = opened.look(article)
            yield Document(
                article,
                opened.annotator,
                (*reviewed.items(), *reviewed.standing(Standing.ORPHAN)),
                reviewed.article_notes,
                opened.kept(key),
                actors=opened.actors,
            )
        except DatelineError as error:
            failures.append(error)


def _with_places(documents: list[Document], opened: Library) -> list[Document]:
    """The documents, each with the library's own places and what was chosen in any report."""
    known = opened.places.known(item for document in documents for item in document.items)
    return [replace(one, places=KnownPlaces(known.own, known.chosen)) for one in documents]


def _put(
    files: list[tuple[str, bytes]], out: Path | None, form: str, inputs: tuple[Path, ...]
) -> None:
    if out is not None:
        paths = write(files, out, form, inputs)
        for path in paths:
            say(str(path), err=True)
        if len(paths) < len(files):
            say(f"dateline: {files[-1][0]} goes beside a file, not into {out}", err=True)
    elif len(files) == 1 and files[0][0] == "":
        sys.stdout.buffer.write(files[0][1])
    else:
        raise click.UsageError(f"{form} makes several files; say where with -o")
