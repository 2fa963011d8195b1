"""`dateline export`: reviewed reports in the formats that other programs read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from extract.errors import DatelineError
from extract.figures.bounds import PROFILES
from store.formats import export
from store.formats.document import Choice, Document
from store.library import Library
from tui.commands import options
from tui.commands.opening import library
from tui.telling import FAILED, say, tell

_FORMATS = "\n".join(f"  {name:<11} {form.about}" for name, form in export.FORMATS.items())


@click.command("export", epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(export.FORMATS)), required=True, metavar="FORMAT"
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File or folder to write.")
@click.option("--annotator", "annotator", help="Whose decisions (default: your own).")
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
@click.option("--strict", is_flag=True, help="Fail if the format cannot carry everything.")
@options.notes
def command(
    path: Path,
    form: str,
    out: Path | None,
    annotator: str | None,
    choice: str,
    numbers: str | None,
    strict: bool,
    notes: Path | None,
) -> int:
    """Write reviewed reports in a format of another program.

    What the format cannot carry is counted on standard error.

    \b
    Examples:
      dateline export reports/ --format acled -o events.csv
      dateline export report.txt --format html -o report.html
      dateline export reports/ --format jsonl > all.jsonl
    """
    failures: list[DatelineError] = []
    with library(path, annotator=annotator, notes=notes) as opened:
        documents = list(_documents(opened, failures))
        wishes = export.Wishes(Choice(choice), numbers or opened.settings.numbers)
    for failure in failures:
        tell(failure)
    files, losses = export.export(form, documents, wishes)
    for loss in losses.lines():
        say(f"dateline: not in {form}: {loss}", err=True)
    if strict and losses:
        raise export.LossyExportError(
            "not everything can be carried; nothing was written", form, "leave out --strict"
        )
    _put(files, out, form)
    return FAILED if failures else 0


def _documents(opened: Library, failures: list[DatelineError]) -> Iterator[Document]:
    for key in opened.named:
        try:
            article = opened.article(key)
            reviewed = opened.look(article)
            yield Document(
                article, opened.annotator, reviewed.items(), reviewed.sheet, opened.kept(key)
            )
        except DatelineError as error:
            failures.append(error)


def _put(files: list[tuple[str, bytes]], out: Path | None, form: str) -> None:
    if out is not None:
        for path in export.write(files, out):
            say(str(path), err=True)
    elif len(files) == 1 and files[0][0] == "":
        sys.stdout.buffer.write(files[0][1])
    else:
        raise click.UsageError(f"{form} makes several files; say where with -o")
