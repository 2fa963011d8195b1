"""The step that finds who says what."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.attribution.constructions import DOCUMENT, attributions_in
from extract.attribution.cues import ACCORDING, CLAUSE, HEADLINE, HEDGE, PASSIVE, SEEMING
from extract.attribution.sources import SourceCollector
from extract.attribution.speakers import SpeakerIndex
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence
from extract.doc import Doc
from extract.records import Reading
from extract.vocabulary import BlockKind

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})
_KEPT_INSIDE = frozenset({CLAUSE, ACCORDING, HEADLINE, HEDGE})
_NOBODY = frozenset({HEDGE, SEEMING, PASSIVE})


def find_sources(doc: Doc, reading: Reading) -> Reading:
    """Find the attributions of the article, and the sources behind them."""
    indexed = IndexedDoc(doc, reading.dates, reading.entities)
    views = [IndexedSentence(indexed, sentence) for sentence in doc.sentences]
    candidates = _candidates(indexed, views)
    collector = SourceCollector(indexed, SpeakerIndex(indexed, reading.entities))
    attributions = tuple(
        collector.attribution(candidate, f"a{number}")
        for number, candidate in enumerate(candidates, 1)
    )
    return replace(reading, attributions=attributions, sources=collector.sources())


def _candidates(indexed: IndexedDoc, views: Sequence[IndexedSentence]) -> list[Candidate]:
    """Every attribution, in the order of the text."""
    blocks = indexed.doc.article.blocks
    found = [
        candidate
        for view in views
        for candidate in _outer(
            attributions_in(view, heading=blocks[view.sentence.block].kind in _HEADINGS)
        )
    ]
    for construction in DOCUMENT:
        found = construction.find(indexed, views, found)
    return sorted(found, key=lambda candidate: (_first(candidate), candidate.cue.first))


def _first(candidate: Candidate) -> int:
    """The first token of anything in the candidate."""
    runs = [*candidate.contents, candidate.cue, *([candidate.source] if candidate.source else [])]
    return min(run.first for run in runs)


def _outer(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without the wishes and judgements that someone else is said to have.

    What S says of what T wants rests on S; a statement of T's inside one of S's stays, since both
    stand behind it.
    """
    found: dict[int, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.contents[-1].first, candidate)
    said = [candidate for candidate in found.values() if candidate.frame not in _NOBODY]
    return [
        candidate
        for candidate in found.values()
        if candidate.frame in _KEPT_INSIDE or not any(_holds(outer, candidate) for outer in said)
    ]


def _holds(outer: Candidate, inner: Candidate) -> bool:
    if outer is inner:
        return False
    return any(r.first <= inner.cue.first and inner.cue.last <= r.last for r in outer.contents)
