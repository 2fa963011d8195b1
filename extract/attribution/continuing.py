"""Statements that go on over paragraphs: behind a colon, or cut in two by a stray blank line."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.attribution.cues import ACCORDING, CLAUSE, HEADLINE, cues
from extract.attribution.governing_verb import readings
from extract.attribution.quotations import covered
from extract.attribution.subjects import Speakers
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence
from extract.doc.phrases import is_infinitive
from extract.doc.syntax import Phrase, TokenSpan
from extract.vocabulary import BlockKind

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})
_REJOINED = frozenset({CLAUSE, ACCORDING, HEADLINE})
"""Constructions whose content may be cut in two by a blank line."""


def announced(
    indexed: IndexedDoc, views: Sequence[IndexedSentence], candidates: list[Candidate]
) -> list[Candidate]:
    """Return the candidates with the statements that paragraphs ending in a colon lead to.

    Whatever stands inside such a statement belongs to it.
    """
    found = list(_announced(indexed, views, candidates))
    taken = covered(indexed, found)
    return [*(one for one in candidates if not taken[one.cue.first]), *found]


def _announced(
    indexed: IndexedDoc, views: Sequence[IndexedSentence], candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Find the statements that a paragraph ending in a colon leads to.

    A quotation is taken alone; a statement without quotation marks runs to the end of the text, a
    heading, or the next paragraph in which someone says something.
    """
    ends = _ends(views, _stops(indexed, views, candidates))
    for place, view in enumerate(views[:-1]):
        after = views[place + 1]
        if indexed.low[view.last - 1] != ":" or after.sentence.block == view.sentence.block:
            continue
        group = next((g for g in reversed(view.groups) if not is_infinitive(view, g)), None)
        subjects = Speakers(view)
        source = subjects.of(group) if group else None
        if group is None or source is None:
            continue
        quotation = indexed.quotation_of(after.first)
        whole = TokenSpan(after.first, ends[after.sentence.block])
        if quotation is not None or _says(view, group, subjects):
            run = indexed.quote_run(quotation) if quotation else whole
            if run.first < run.last:
                yield Candidate(
                    TokenSpan(group.first, group.last), [run], "neutral", source, frame=CLAUSE
                )


def _says(view: IndexedSentence, group: Phrase, subjects: Speakers) -> bool:
    """Whether the verb takes what someone says."""
    return any(governing.takes(CLAUSE) for governing in readings(view, group, subjects))


def _stops(
    indexed: IndexedDoc, views: Sequence[IndexedSentence], candidates: Sequence[Candidate]
) -> set[int]:
    """Numbers of the blocks that cannot belong to a statement announced before."""
    blocks = indexed.doc.article.blocks
    stops = {number for number, block in enumerate(blocks) if block.kind in _HEADINGS}
    for candidate in candidates:
        said = any(
            indexed.low[t] in cues().plain for t in range(candidate.cue.first, candidate.cue.last)
        )
        if said or candidate.frame == ACCORDING:
            place = bisect_right(views, candidate.cue.first, key=lambda view: view.first) - 1
            stops.add(views[place].sentence.block)
    return stops


def _ends(views: Sequence[IndexedSentence], stops: set[int]) -> dict[int, int]:
    """For each block the token after the statement that begins with it."""
    ends: dict[int, int] = {}
    later: int | None = None
    for view in reversed(views):
        number = view.sentence.block
        if number not in ends:
            ends[number] = view.last if later is None or later in stops else ends[later]
        if number in stops:
            ends[number] = view.first
        later = number
    return ends


def rejoined(
    indexed: IndexedDoc, views: Sequence[IndexedSentence], candidates: list[Candidate]
) -> list[Candidate]:
    """Let what is said go on over sentences in lower case that follow one without a full stop."""
    for candidate in candidates:
        if candidate.frame not in _REJOINED:
            continue
        last = candidate.contents[-1].last
        place = bisect_right(views, last - 1, key=lambda view: view.first) - 1
        while last == views[place].last and _goes_on(indexed, views, place):
            place += 1
            candidate.contents.append(TokenSpan(views[place].first, views[place].closing))
            last = candidate.contents[-1].last
    return candidates


def _goes_on(indexed: IndexedDoc, views: Sequence[IndexedSentence], place: int) -> bool:
    """Whether the next sentence continues the sentence of this one."""
    if place + 1 >= len(views) or indexed.low[views[place].last - 1] == ":":
        return False
    after = views[place + 1]
    if after.sentence.block == views[place].sentence.block or after.first >= after.last:
        return False
    return indexed.words(TokenSpan(after.first, after.first + 1))[0].islower()
