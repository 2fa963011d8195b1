"""What is said beyond the sentence of its cue: quotations without one, and over paragraphs.

A quotation without a cue is given to who spoke before, or to a verb beside it. A statement goes on
behind a colon that ends a paragraph, or where a stray blank line has cut it in two.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.attribution.cues import ACCORDING, CLAUSE, HEADLINE, cues
from extract.attribution.governing_verb import Speakers, readings
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import is_infinitive, noun_end, verb_from
from extract.doc.quotations import Quotation
from extract.doc.syntax import Phrase, TokenSpan
from extract.vocabulary import BlockKind

# -------------------------------------------------------------------- quotations without a cue
_SHORTEST = 5
"""Tokens, marks included, below which a quotation is a fragment rather than a statement."""
_FARTHEST = 3
"""Tokens that may stand between a verb and the comma before its quotation."""


def orphan_statements(
    indexed: IndexedDoc, view: IndexedSentence, quotations: Sequence[Quotation]
) -> Iterator[Candidate]:
    """Yield the statements of the quotations of a sentence that no rule has given to anyone."""
    subjects = Speakers(view)
    for quotation in quotations:
        run = indexed.quote_run(quotation)
        if quotation.single or run.last - run.first < _SHORTEST:
            continue
        candidate = _before_cue(view, run, subjects) or _after_cue(view, run, subjects)
        if candidate is not None:
            yield candidate


def _before_cue(view: IndexedSentence, run: TokenSpan, subjects: Speakers) -> Candidate | None:
    """ "C," S retaliated."""
    after = run.last
    if view.low(after) == "" or view.low(run.last - 2) not in (",", "?", "!"):
        return None
    noun = view.noun(after)
    group = verb_from(view, noun_end(view, noun) if noun else after)
    if group is None or view.quoted(group.head):
        return None
    follower = view.noun(group.last)
    source = subjects.of(group) if noun else None
    if noun is None and follower is not None:
        source = TokenSpan(follower.first, noun_end(view, follower))
    return _candidate(group, run, source)


def _after_cue(view: IndexedSentence, run: TokenSpan, subjects: Speakers) -> Candidate | None:
    """ "S posted a message: C"."""
    before = run.first - 1
    if view.low(before) not in (",", ":"):
        return None
    groups = [g for g in view.groups if g.last <= before and not view.quoted(g.head)]
    if view.low(before) == "," and (not groups or before - groups[-1].last > _FARTHEST):
        return None
    for group in reversed(groups):
        if not is_infinitive(view, group) and (source := subjects.of(group)) is not None:
            return _candidate(group, run, source)
    return None


def _candidate(group: Phrase, run: TokenSpan, source: TokenSpan | None) -> Candidate | None:
    if source is None:
        return None
    return Candidate(TokenSpan(group.first, group.last), [run], "neutral", source, frame="orphan")


def carry_on(
    indexed: IndexedDoc, views: Sequence[IndexedSentence], candidates: list[Candidate]
) -> list[Candidate]:
    """Return the candidates with quotations that nobody is named for given to whoever spoke before.

    A quotation that follows in the same paragraph, or that a missing closing mark carries into the
    next, is more of the same statement; a paragraph that is one more quotation is a statement of
    its own, marked as inherited.
    """
    taken = covered(indexed, candidates)
    speaking = _Speaking(candidates)
    more: list[Candidate] = []
    for quotation in indexed.quotations:
        run = indexed.quote_run(quotation)
        if quotation.single or run.first >= run.last or _mostly(taken, run):
            continue
        view = _view_at(views, run.first)
        if view is None:
            continue
        candidate = next(
            orphan_statements(indexed, _view_at(views, run.last - 1) or view, [quotation]), None
        )
        if candidate is None and _is_free(view, run):
            before = speaking.before(run.first)
            candidate = _joined(indexed, views, quotation, run, before) if before else None
        if candidate is not None:
            more.append(candidate)
            speaking.add(candidate)
    return [*candidates, *more]


class _Speaking:
    """Who spoke last before a token."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = sorted(candidates, key=_end)
        self._ends = [_end(candidate) for candidate in self._candidates]

    def before(self, token: int) -> Candidate | None:
        place = bisect_right(self._ends, token) - 1
        return self._candidates[place] if place >= 0 else None

    def add(self, candidate: Candidate) -> None:
        place = bisect_right(self._ends, _end(candidate))
        self._candidates.insert(place, candidate)
        self._ends.insert(place, _end(candidate))


def _end(candidate: Candidate) -> int:
    last = max(run.last for run in candidate.contents)
    return max(last, candidate.cue.last, candidate.source.last if candidate.source else 0)


def covered(indexed: IndexedDoc, candidates: Iterable[Candidate]) -> bytearray:
    """Return for each token whether it stands in what some candidate says."""
    taken = bytearray(len(indexed.syntax))
    for candidate in candidates:
        for run in candidate.contents:
            taken[run.first : run.last] = b"\x01" * (run.last - run.first)
    return taken


def _mostly(taken: bytearray, run: TokenSpan) -> bool:
    return 2 * sum(taken[run.first : run.last]) > run.last - run.first


def _view_at(views: Sequence[IndexedSentence], token: int) -> IndexedSentence | None:
    place = bisect_right(views, token, key=lambda view: view.first) - 1
    return views[place] if place >= 0 else None


def _is_free(view: IndexedSentence, run: TokenSpan) -> bool:
    """Whether the quotation begins its sentence and nothing outside it has a verb."""
    if run.first - view.first > 1:
        return False
    return all(view.indexed.quote[group.head] != NONE for group in view.groups)


def _joined(
    indexed: IndexedDoc,
    views: Sequence[IndexedSentence],
    quotation: Quotation,
    run: TokenSpan,
    before: Candidate,
) -> Candidate | None:
    """More of the statement before, or one of its own; none where others stand between."""
    gap = _end(before)
    here = bisect_right(views, run.first, key=lambda view: view.first) - 1
    there = bisect_right(views, max(gap - 1, 0), key=lambda view: view.first) - 1
    if here - there > 1:
        return None
    same_block = views[here].sentence.block == views[there].sentence.block
    if (same_block or quotation.carried) and _quotes(indexed, before):
        before.contents.append(run)
        return None
    if views[here].sentence.block - views[there].sentence.block > 1 or before.source is None:
        return None
    return replace(before, contents=[run], inherited=True, frame="inherited")


def _quotes(indexed: IndexedDoc, candidate: Candidate) -> bool:
    last = candidate.contents[-1]
    return any(indexed.quote[token] != NONE for token in (last.first, last.last - 1))


# ------------------------------------------------------------------ statements over paragraphs
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
    """Return the candidates, what they say carried on over sentences in lower case behind one
    without a full stop."""
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
