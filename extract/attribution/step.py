"""The step that finds who says what, and the sources gathered as they speak."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.attribution.constructions import DOCUMENT, attributions_in
from extract.attribution.cues import (
    ACCORDING,
    ADJECTIVE,
    CLAUSE,
    HEADLINE,
    HEDGE,
    INFINITIVE,
    NOUN,
    OBJECT,
    PASSIVE,
    SEEMING,
)
from extract.attribution.speakers import Speaker, SpeakerIndex, kind_of
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence
from extract.doc import Doc
from extract.doc.doc import NONE
from extract.doc.syntax import TokenSpan
from extract.records import Attribution, Reading, Source, Span
from extract.vocabulary import BlockKind, Directness

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


# ------------------------------------------------------------------------------ records
_FELT = frozenset({OBJECT, INFINITIVE, PASSIVE, ADJECTIVE, NOUN})
"""Constructions in which to think is to want or like: whoever does it is no source for it."""
_MOSTLY_QUOTED = 0.8
"""Share of the words that stand between quotation marks in a direct statement."""


@dataclass(slots=True)
class _Known:
    ident: str
    speaker: Speaker
    mentions: dict[Span, str] = field(default_factory=dict)
    """Where the source is named, and in which words."""
    attributions: list[str] = field(default_factory=list)


class SourceCollector:
    """Every source so far, in the order in which they first spoke."""

    def __init__(self, indexed: IndexedDoc, speakers: SpeakerIndex) -> None:
        self._indexed = indexed
        self._speakers = speakers
        self._known: dict[str, _Known] = {}

    def attribution(self, candidate: Candidate, ident: str) -> Attribution:
        """Return the record of an attribution, and put it to its source."""
        span, speakers = self._indexed.span, self._speakers
        speaker = speakers.speaker(candidate.source) if candidate.source else None
        source = None
        if speaker and candidate.source and _vouches(candidate, speaker):
            source = self._add(speaker, candidate.source, ident)
        via = speakers.entity_in(candidate.via) if candidate.via else None
        return Attribution(
            id=ident,
            content=tuple(sorted(span(run) for run in candidate.contents)),
            cue=span(candidate.cue),
            source_span=span(candidate.source) if candidate.source else None,
            source=source,
            speaker=speaker.entity.id if speaker and speaker.entity else None,
            via=via.id if via else None,
            stance=candidate.stance,
            directness=_directness(self._indexed, candidate.contents),
            inherited=candidate.inherited,
        )

    def _add(self, speaker: Speaker, named: TokenSpan, attribution: str) -> str:
        """Put an attribution to the speaker; the id of the source."""
        known = self._known.get(speaker.key)
        if known is None:
            known = self._known[speaker.key] = _Known(f"s{len(self._known) + 1}", speaker)
        known.mentions.setdefault(self._indexed.span(named), self._indexed.words(named))
        known.attributions.append(attribution)
        return known.ident

    def sources(self) -> tuple[Source, ...]:
        """Return the records of all."""
        return tuple(self._record(known) for known in self._known.values())

    def _record(self, known: _Known) -> Source:
        speaker = known.speaker
        described = [speaker.name, *known.mentions.values(), *self._speakers.descriptions(speaker)]
        return Source(
            id=known.ident,
            name=speaker.name,
            kind=kind_of(described, speaker.head, speaker.entity),
            mentions=tuple(sorted(known.mentions)),
            entity=speaker.entity.id if speaker.entity else None,
            attributions=tuple(known.attributions),
        )


def _vouches(candidate: Candidate, speaker: Speaker) -> bool:
    """Whether the speaker is a source of the report, rather than someone who wants something."""
    if candidate.stance == "think" and candidate.frame in _FELT:
        return False
    return not (candidate.evidence and speaker.is_thing)


def _directness(indexed: IndexedDoc, runs: list[TokenSpan]) -> Directness:
    marks: list[int] = []
    for run in runs:
        tokens = slice(run.first, run.last)
        of_tokens = zip(indexed.pos[tokens], indexed.quote[tokens], strict=True)
        marks += [quotation for pos, quotation in of_tokens if pos != "PUNCT"]
    quoted = len(marks) - marks.count(NONE)
    if quoted == 0:
        return Directness.INDIRECT
    return Directness.DIRECT if quoted >= _MOSTLY_QUOTED * len(marks) else Directness.MIXED
