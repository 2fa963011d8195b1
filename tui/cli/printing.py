"""`dateline print`: a report and its reviewed items as plain text."""

from datetime import date
from pathlib import Path

import click

from extract.errors import DatelineError
from tui import plain
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say_text, tell


@click.command("print")
@click.argument("path", type=click.Path(path_type=Path))
@options.published
@options.notes
@options.annotator
@options.ascii_only
def command(
    path: Path,
    published: date | None,
    notes: Path | None,
    annotator: str | None,
    ascii_only: bool,
) -> int:
    """Write a report and its items, as they were decided, in reading order.

    For pipes and screen readers: paragraphs of 80 columns, and below each what was found in it.

    \b
    Example:
      dateline print report.txt | less
    """
    failed = 0
    with library(path, annotator=annotator, notes=notes, published=published) as opened:
        for key in opened.named:
            try:
                article = opened.article(key)
                reviewed = opened.look(article)
            except DatelineError as error:
                tell(error)
                failed = FAILED
                continue
            words = plain.report(
                article, reviewed.items(), note=reviewed.article_notes.note, ascii_only=ascii_only
            )
            say_text(f"{words}\n")
    return failed
