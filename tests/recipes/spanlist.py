"""Items as tab-separated lines of report, spans and label: the format that a recipe adds."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from store.formats.document import Document, Wishes
from store.formats.escaping import one_line
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.values import data_of, shown
from store.formats.losses import Carries, Losses
from store.formats.marks import label_of
from store.formats.registry import Files, Found, export_format, import_format
from store.items import Item

_HEAD = "report\tspans\tlabel"


@export_format(
    "spanlist",
    "a table of items",
    suffix=".tsv",
    carries=Carries(),
    is_own=lambda start: start.has(_HEAD),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return a line an item."""
    lines = [
        f"{one_line(one.article.key)}\t{_spans(item)}\t{label_of(item)}"
        for one in documents
        for item in one.chosen(wishes.choice)
    ]
    yield "", "".join(f"{line}\n" for line in [_HEAD, *lines]).encode()


def _spans(item: Item) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in item.spans)


@import_format("spanlist", "lines of report, spans and label", ending=".tsv")
def read(path: Path) -> Found:
    """Return the items by their report."""
    found: dict[str, list[Proposal]] = defaultdict(list)
    lines = data_of(path).decode("utf-8", "replace").splitlines()[1:]
    for number, line in enumerate(lines, 2):
        where = f"{path}, line {number}"
        try:
            key, spans, label = line.split("\t")
            places = tuple(_place(*span.split("-")) for span in spans.split())
        except (TypeError, ValueError):
            yield UnreadableImportError(f"no item: {shown(line)}", where)
        else:
            found[key].append(Proposal(where, label, places))
    for key, proposals in found.items():
        yield Incoming(f"{path}, {key}", tuple(proposals), key)


def _place(start: str, end: str) -> Place:
    return Place(int(start), int(end))
