"""Columns in IOB2: a token a line with the label of its name, an empty line between paragraphs.

Names alone, since a longer statement would take the place of all names in it. Only the outermost of
overlapping ones fit; the others are counted as losses.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.records import Span
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import unbroken
from store.formats.losses import Carries, Losses, mention_half_reviewed
from store.formats.marks import label_of
from store.formats.registry import Files, export_format
from store.formats.tokens import Tokens, tokens_of, without_overlap
from store.items import Item, Kind


@export_format(
    "conll",
    "names as columns in IOB2",
    suffix=".conll",
    carries=Carries(kinds=frozenset({Kind.ENTITY})),
    is_own=lambda start: start.has("-DOCSTART-"),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the lines of all documents."""
    mention_half_reviewed(documents, losses)
    found = (line for one in documents for line in _lines(one, wishes.choice, losses))
    yield "", "".join(f"{line}\n" for line in found).encode()


def _lines(document: Document, choice: Choice, losses: Losses) -> Iterator[str]:
    """Return the lines of a document, headed `-DOCSTART-` as in CoNLL 2003."""
    yield "-DOCSTART-\tO"
    yield ""
    tokens = tokens_of(document.article.text)
    names = tuple(item for item in document.chosen(choice) if item.kind is Kind.ENTITY)
    labels = _labels(names, tokens, losses)
    breaks = {block.end for block in document.article.blocks}
    for place in range(len(tokens)):
        yield f"{unbroken(tokens.word(place))}\t{labels[place]}"
        if tokens.ends[place] in breaks:
            yield ""


def _labels(items: tuple[Item, ...], tokens: Tokens, losses: Losses) -> list[str]:
    labelled = [(span, item) for item in items for span in item.spans]
    labels = ["O"] * len(tokens)
    written: Counter[str] = Counter()
    for place in without_overlap([span for span, _ in labelled]):
        span, item = labelled[place]
        if _write(labels, tokens, span, label_of(item)):
            written[item.id] += 1
            losses.add("boundaries inside a word (widened to the word)", not tokens.fits(span))
    for item in items:
        if item.id in written:
            left = len(item.spans) - written[item.id]
            losses.add("further spans (a longer name stands there)", left)
        else:
            losses.add("names (a longer one stands there)")
    return labels


def _write(labels: list[str], tokens: Tokens, span: Span, label: str) -> bool:
    """Label the tokens, if they are free and there are any; whether they were."""
    run = tokens.run(span)
    if run is None or any(labels[token] != "O" for token in range(*run)):
        return False
    for token in range(*run):
        labels[token] = f"{'B' if token == run[0] else 'I'}-{label}"
    return True
