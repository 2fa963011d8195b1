"""`dateline extract`: the machine's reading, without a screen."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from extract import interchange, pipeline
from extract.errors import LoadError
from extract.load import find_reports, key_of, load, read_rows
from extract.records import Article
from store.suggestions import suggestions
from tui import plain
from tui.commands import options
from tui.telling import FAILED, tell


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Plain text for people, or one line of JSON an article.",
)
@options.published
@options.tagger
def command(paths: tuple[Path, ...], form: str, published: date | None, tagger: str | None) -> int:
    """Write what the machine finds in reports, folders and .jsonl files.

    A report that cannot be read is named on standard error; the others are done, and the exit code
    is 1.

    \b
    Examples:
      dateline extract report.txt
      dateline extract --format jsonl reports/ more.jsonl > found.jsonl
    """
    failed = 0
    for article in articles(paths, published):
        if isinstance(article, LoadError):
            tell(article)
            failed = FAILED
            continue
        click.echo(_written(article, form))
    return failed


def articles(paths: Iterable[Path], published: date | None) -> Iterator[Article | LoadError]:
    """The reports at the paths, in order; what cannot be read comes as its error."""
    for path in paths:
        try:
            yield from _at(path, published)
        except LoadError as error:
            yield error


def _at(path: Path, published: date | None) -> Iterator[Article | LoadError]:
    if path.suffix.lower() == ".jsonl":
        yield from read_rows(path, published)
    elif path.is_dir():
        for report in find_reports(path):
            yield _loaded(report, key_of(report, path), published)
    else:
        yield _loaded(path, path.stem, published)


def _loaded(path: Path, key: str, published: date | None) -> Article | LoadError:
    try:
        return load(path, key=key, published=published)
    except LoadError as error:
        return error


def _written(article: Article, form: str) -> str:
    reading = pipeline.read(article)
    if form == "jsonl":
        return interchange.line(article, reading)
    return f"{plain.listing(article, suggestions(article, reading))}\n"
