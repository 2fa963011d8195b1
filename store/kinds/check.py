"""Checks: what an attentive reader would question."""

from collections.abc import Iterator
from typing import TypedDict

from extract.vocabulary import Severity
from store.items import Item
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences
from store.kinds.values import Named
from store.wording import one_line


class CheckFields(TypedDict, total=False):
    """What an attentive reader would question."""

    check: Named
    severity: Severity
    message: str


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the checks that fired."""
    for check in known.reading.checks:
        severity = check.severity.value
        yield (
            check.spans,
            {"check": check.kind, "severity": severity, "message": check.message},
        )


def claim(item: Item, ascii_only: bool) -> str:
    """Return its message."""
    return str(item.fields.get("message") or item.fields.get("check"))


DEFINITION = Definition(
    letter="c",
    title="Checks",
    plural="checks",
    fields=CheckFields,
    needed=("check",),
    usual=lambda words: {"check": "imported", "severity": "low", "message": one_line(words)},
    suggested=suggested,
    claim=claim,
    columns=("Check", "Severity"),
    cells=lambda item: (claim(item, False), str(item.fields.get("severity") or "")),
    told_apart_by="check",
    alike=("check",),
)
