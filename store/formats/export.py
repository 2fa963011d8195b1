"""Every export format by name: its files, and what it cannot carry."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from store.errors import StoreError
from store.formats import (
    acled,
    brat,
    conll,
    docbin,
    doccano,
    html,
    labelstudio,
    lossless,
    markdown,
    prodigy,
    ucdp,
    webanno,
    xmi,
)
from store.formats.document import Choice, Document, Losses
from store.formats.escaping import json_bytes
from store.formats.leftout import Carries, count_left_out
from store.formats.tables import TableRow, evidence, table
from store.formats.written import write

__all__ = ["FORMATS", "Format", "LossyExportError", "Wishes", "export", "write"]

Files = Iterator[tuple[str, bytes]]


class LossyExportError(StoreError):
    """An export that was to be complete leaves something out."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person asked for."""

    choice: Choice = Choice.ACCEPTED
    numbers: str = "literal"
    """The numbers profile: literal, acled or gtd."""


@dataclass(frozen=True, slots=True)
class Format:
    """An export format."""

    about: str
    """What it is for, in a few words."""
    files: Callable[[Sequence[Document], Wishes, Losses], Files]
    """The files, the one without a name of its own called "" ."""
    suffix: str
    """Ending of that file's name."""
    carries: Carries
    """What it has a place for."""
    folder: bool = False
    """Whether it is always several files."""


def _lines(
    write: Callable[[Iterable[Document], Choice, Losses], Iterable[str]],
    documents: Sequence[Document],
    wishes: Wishes,
    losses: Losses,
) -> Files:
    yield "", json_bytes("".join(f"{line}\n" for line in write(documents, wishes.choice, losses)))


def _lossless(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield "", json_bytes("".join(f"{line}\n" for line in lossless.lines(documents)))


def _webanno(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield "", webanno.collection(documents, wishes.choice)


def _labelstudio(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield "", labelstudio.tasks(documents, wishes.choice)


def _docbin(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield "", docbin.docbin(documents, wishes.choice, losses)


def _brat(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield from brat.files(documents, wishes.choice)


def _xmi(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    yield from xmi.files(documents, wishes.choice)


def _table(
    columns: Sequence[str],
    rows: Callable[[Iterable[Document], Choice, str, Losses], Iterator[tuple[Document, TableRow]]],
    documents: Sequence[Document],
    wishes: Wishes,
    losses: Losses,
) -> Files:
    found = list(rows(documents, wishes.choice, wishes.numbers, losses))
    yield "", table(columns, (row for _, row in found))
    yield "evidence.csv", evidence(found)


def _pages(
    write: Callable[[Iterable[Document], Choice], Iterator[str]],
    suffix: str,
    documents: Sequence[Document],
    wishes: Wishes,
    losses: Losses,
) -> Files:
    pages = write(documents, wishes.choice)
    if len(documents) == 1:
        yield "", next(pages).encode()
        return
    for document, page in zip(documents, pages, strict=True):
        yield f"{document.article.key}{suffix}", page.encode()


_PEOPLE = Carries(
    values=True, links=True, notes=True, tags=True, flags=True, states=True, report_note=True
)
_ROWS = Carries(values=True, links=True, controls=True)

FORMATS: dict[str, Format] = {
    "jsonl": Format(
        "Dateline's own, lossless: comes back with `import`",
        _lossless,
        ".jsonl",
        Carries(everything=True),
    ),
    "webanno": Format(
        "W3C Web Annotation, JSON-LD",
        _webanno,
        ".jsonld",
        Carries(
            values=True, links=True, notes=True, tags=True, flags=True, states=True, controls=True
        ),
    ),
    "brat": Format(
        "brat standoff, a folder",
        _brat,
        "",
        Carries(values=True, links=True, notes=True, tags=True, flags=True, states=True),
        folder=True,
    ),
    "prodigy": Format(
        "Prodigy",
        partial(_lines, prodigy.lines),
        ".jsonl",
        Carries(
            values=True,
            links=True,
            notes=True,
            tags=True,
            flags=True,
            states=True,
            report_note=True,
            controls=True,
        ),
    ),
    "spacy": Format("spaCy's DocBin, for training", _docbin, ".spacy", Carries()),
    "doccano": Format(
        "doccano",
        partial(_lines, doccano.lines),
        ".jsonl",
        Carries(values=True, links=True, notes=True, tags=True, flags=True, controls=True),
    ),
    "labelstudio": Format(
        "Label Studio", _labelstudio, ".json", Carries(links=True, notes=True, controls=True)
    ),
    "conll": Format("columns in IOB2", partial(_lines, conll.lines), ".conll", Carries()),
    "inception": Format(
        "UIMA CAS XMI for INCEpTION, a folder",
        _xmi,
        "",
        Carries(links=True, notes=True, tags=True, states=True),
        folder=True,
    ),
    "acled": Format(
        "rows of ACLED's codebook",
        partial(_table, acled.COLUMNS, acled.rows),
        ".csv",
        replace(_ROWS, tags=True),
    ),
    "ucdp": Format("rows of UCDP GED", partial(_table, ucdp.COLUMNS, ucdp.rows), ".csv", _ROWS),
    "markdown": Format(
        "a report for people, Markdown", partial(_pages, markdown.pages, ".md"), ".md", _PEOPLE
    ),
    "html": Format(
        "a report for people, one HTML file", partial(_pages, html.pages, ".html"), ".html", _PEOPLE
    ),
}
"""Every format by the name the command line knows it by."""


def export(
    form: str, documents: Sequence[Document], wishes: Wishes
) -> tuple[list[tuple[str, bytes]], Losses]:
    """The files of an export, and what it could not carry.

    Where a format has no place for what was decided, those items alone go out that hold.
    """
    losses = Losses()
    carries = FORMATS[form].carries
    count_left_out(documents, wishes.choice, carries, losses)
    if not carries.states and not carries.everything:
        wishes = replace(wishes, choice=Choice.ACCEPTED)
    return list(FORMATS[form].files(documents, wishes, losses)), losses
