"""Columns in IOB2: a token a line with its label, an empty line between sentences.

Only the outermost of overlapping spans fit; the others are counted as losses.
"""

from collections.abc import Iterator, Sequence

from extract.records import Span
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import one_line, unbroken
from store.formats.losses import PLURALS, Carries, Losses
from store.formats.marks import label_of
from store.formats.registry import Files, export_format
from store.formats.tokens import Tokens, tokens_of, without_overlap
from store.items import Item


@export_format(
    "conll",
    "columns in IOB2",
    suffix=".conll",
    carries=Carries(),
    is_own=lambda start: start.has("-DOCSTART-"),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the lines of all documents."""
    found = (line for one in documents for line in _lines(one, wishes.choice, losses))
    yield "", "".join(f"{line}\n" for line in found).encode()


def _lines(document: Document, choice: Choice, losses: Losses) -> Iterator[str]:
    """Return the lines of a document, headed `-DOCSTART-` as in CoNLL 2003."""
    yield f"-DOCSTART- O\t{one_line(document.article.key)}"
    yield ""
    tokens = tokens_of(document.article.text)
    labels = _labels(document.chosen(choice), tokens, losses)
    breaks = {block.end for block in document.article.blocks}
    for place in range(len(tokens)):
        yield f"{unbroken(tokens.word(place))}\t{labels[place]}"
        if tokens.ends[place] in breaks:
            yield ""


def _labels(items: tuple[Item, ...], tokens: Tokens, losses: Losses) -> list[str]:
    labelled = [(span, item) for item in items for span in item.spans]
    labels = ["O"] * len(tokens)
    written: set[str] = set()
    spans = 0
    for place in without_overlap([span for span, _ in labelled]):
        span, item = labelled[place]
        if _write(labels, tokens, span, label_of(item)):
            written.add(item.id)
            spans += 1
            losses.add("boundaries inside a word (widened to the word)", not tokens.fits(span))
    losses.add("overlapping spans", len(labelled) - spans)
    for item in items:
        if item.id not in written:
            losses.add(f"{PLURALS[item.kind]} (others of more words stand there)")
    return labels


def _write(labels: list[str], tokens: Tokens, span: Span, label: str) -> bool:
    """Label the tokens, if they are free and there are any; whether they were."""
    run = tokens.run(span)
    if run is None or any(labels[token] != "O" for token in range(*run)):
        return False
    for token in range(*run):
        labels[token] = f"{'B' if token == run[0] else 'I'}-{label}"
    return True
