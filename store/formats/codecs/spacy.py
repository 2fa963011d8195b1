"""spaCy's DocBin: names without overlap in `doc.ents`, everything in `doc.spans`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.errors import needs
from extract.harmless import harmless
from extract.records import Span
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import one_line
from store.formats.losses import Carries, Losses, mention_half_reviewed
from store.formats.marks import label_of
from store.formats.registry import Files, export_format
from store.formats.tokens import Tokens, tokens_of, without_overlap
from store.items import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPANS_KEY = "sc"
"""The span group that holds every item, overlapping or not: the one that `spacy init config` has
a span categoriser trained on."""


@export_format(
    "spacy",
    "spaCy's DocBin, for training",
    suffix=".spacy",
    carries=Carries(),
    is_own=lambda start: start.text.startswith(("x\x01", "x^", "x\ufffd")),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return all documents in one DocBin, as `spacy train` reads it.

    Raises:
        MissingExtraError: if spaCy is not installed.
    """
    with needs("spacy", "spacy"):
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
    vocabulary = Vocab()
    found = DocBin(store_user_data=True)
    mention_half_reviewed(documents, losses)
    for document in documents:
        found.add(_doc(document, wishes.choice, losses, vocabulary))
    yield "", found.to_bytes()


def _doc(document: Document, choice: Choice, losses: Losses, vocabulary: Any) -> "Doc":
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

    tokens = tokens_of(harmless(document.article.text))
    found = _words(tokens)
    doc = Doc(vocabulary, words=found.words, spaces=found.spaces)
    article = document.article
    doc.user_data["dateline"] = {"key": one_line(article.key), "title": one_line(article.title)}
    items = document.chosen(choice)
    labelled = [
        (item, found.places[run[0]], found.places[run[1] - 1] + 1)
        for item in items
        for span in item.spans
        if (run := tokens.run(span))
    ]
    doc.spans[SPANS_KEY] = [
        DocSpan(doc, first, last, label=label_of(item)) for item, first, last in labelled
    ]
    entities = [place for place, (item, *_) in enumerate(labelled) if item.kind is Kind.ENTITY]
    kept = without_overlap([Span(*labelled[place][1:]) for place in entities])
    doc.ents = [doc.spans[SPANS_KEY][entities[place]] for place in kept]
    losses.add("overlapping names (in doc.spans only)", len(entities) - len(kept))
    spans = [span for item in items for span in item.spans]
    losses.add("spans without a word", len(spans) - len(labelled))
    inside = sum(not tokens.fits(span) for span in spans if tokens.run(span))
    losses.add("boundaries inside a word (widened to the word)", inside)
    return doc


@dataclass(frozen=True, slots=True)
class _Words:
    """Tokens as spaCy counts them: white space beyond one space is a word of its own."""

    words: list[str]
    spaces: list[bool]
    places: list[int]
    """Place of each token among the words."""


def _words(tokens: Tokens) -> _Words:
    found = _Words([], [], [])
    text, end = tokens.text, 0
    for place in range(len(tokens)):
        _add_gap(found, text[end : tokens.starts[place]])
        found.places.append(len(found.words))
        found.words.append(tokens.word(place))
        found.spaces.append(False)
        end = tokens.ends[place]
    _add_gap(found, text[end:])
    return found


def _add_gap(found: _Words, gap: str) -> None:
    if gap.startswith(" ") and found.words:
        found.spaces[-1] = True
        gap = gap[1:]
    if gap:
        found.words.append(gap)
        found.spaces.append(False)
