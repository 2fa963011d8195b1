"""The step that finds who says what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.attribution.constructions import verb_statements
from extract.attribution.continuing import announced_statements, mend
from extract.attribution.cue_phrases import phrase_statements
from extract.attribution.headlines import headline_statements, labelled_statements
from extract.attribution.quotations import carry_on, covered
from extract.attribution.sources import SourceCollector
from extract.attribution.speakers import Speaker, SpeakerIndex
from extract.attribution.subjects import Subjects
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence, TokenSpan
from extract.doc import Doc
from extract.doc.sentence_view import NONE
from extract.records import Article, Attribution, BlockKind, Directness, Reading

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})
_KEPT_INSIDE = frozenset({"clause", "according", "headline", "hedge"})
_FELT = frozenset({"object", "infinitive", "passive", "adjective", "noun"})
"""Constructions in which to think is to want or like: whoever does it is no source for it."""
_NOBODY = frozenset({"hedge", "seeming", "passive"})
_MOSTLY_QUOTED = 0.8


def find_sources(doc: Doc, reading: Reading) -> Reading:
    """Find the attributions of the article, and the sources behind them."""
    indexed = IndexedDoc(doc, reading.dates, reading.entities)
    views = [IndexedSentence(indexed, sentence) for sentence in doc.sentences]
    candidates = _candidates(doc.article, indexed, views)
    speakers = SpeakerIndex(indexed, reading.entities)
    collector = SourceCollector(speakers)
    attributions = tuple(
        _attribution(indexed, candidate, f"a{number}", speakers, collector)
        for number, candidate in enumerate(candidates, 1)
    )
    return replace(reading, attributions=attributions, sources=collector.sources())


def _candidates(
    article: Article, indexed: IndexedDoc, views: Sequence[IndexedSentence]
) -> list[Candidate]:
    """Every attribution, in the order of the text."""
    inside = [candidate for view in views for candidate in _outer(_in_sentence(article, view))]
    announced = list(announced_statements(indexed, article.blocks, views, inside))
    taken = covered(indexed, announced)
    whole = carry_on(indexed, views, [*(d for d in inside if not taken[d.cue.first]), *announced])
    mend(indexed, views, whole)
    return sorted(whole, key=lambda candidate: (_first(candidate), candidate.cue.first))


def _first(candidate: Candidate) -> int:
    """The first token of anything in the candidate."""
    runs = [*candidate.contents, candidate.cue, *([candidate.source] if candidate.source else [])]
    return min(run.first for run in runs)


def _in_sentence(article: Article, view: IndexedSentence) -> Iterator[Candidate]:
    subjects = Subjects(view)
    if article.blocks[view.sentence.block].kind in _HEADINGS:
        yield from headline_statements(view)
    else:
        yield from labelled_statements(view)
    yield from verb_statements(view, subjects)
    yield from phrase_statements(view, subjects)


def _outer(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without wishes and judgements that someone else is said to have.

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


def _attribution(
    indexed: IndexedDoc,
    candidate: Candidate,
    ident: str,
    speakers: SpeakerIndex,
    collector: SourceCollector,
) -> Attribution:
    speaker = speakers.speaker(candidate.source) if candidate.source else None
    source = None
    if speaker and candidate.source and _vouches(candidate, speaker):
        source = collector.add(
            speaker, indexed.span(candidate.source), indexed.words(candidate.source), ident
        )
    via = speakers.entity_in(candidate.via) if candidate.via else None
    return Attribution(
        id=ident,
        content=tuple(sorted(indexed.span(run) for run in candidate.contents)),
        cue=indexed.span(candidate.cue),
        source_span=indexed.span(candidate.source) if candidate.source else None,
        source=source,
        speaker=speaker.entity.id if speaker and speaker.entity else None,
        via=via.id if via else None,
        stance=candidate.stance,
        directness=_directness(indexed, candidate.contents),
        inherited=candidate.inherited,
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
