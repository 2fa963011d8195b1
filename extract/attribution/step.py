"""The step that finds who says what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.attribution.announced import announced_statements
from extract.attribution.broken import mend
from extract.attribution.draft import Draft
from extract.attribution.headlines import headline_statements, labelled_statements
from extract.attribution.page import Line, Page, Run
from extract.attribution.phrases import phrase_statements
from extract.attribution.quoted import carry_on, covered
from extract.attribution.roster import Roster
from extract.attribution.speakers import Cast, Speaker
from extract.attribution.subjects import Subjects
from extract.attribution.verbs import verb_statements
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
    page = Page(doc, reading.dates, reading.entities)
    lines = [Line(page, sentence) for sentence in doc.sentences]
    drafts = _drafts(doc.article, page, lines)
    cast = Cast(page, reading.entities)
    roster = Roster(cast)
    attributions = tuple(
        _attribution(page, draft, f"a{number}", cast, roster)
        for number, draft in enumerate(drafts, 1)
    )
    return replace(reading, attributions=attributions, sources=roster.sources())


def _drafts(article: Article, page: Page, lines: Sequence[Line]) -> list[Draft]:
    """Every attribution, in the order of the text."""
    inside = [draft for line in lines for draft in _outer(_in_line(article, line))]
    announced = list(announced_statements(page, article.blocks, lines, inside))
    taken = covered(page, announced)
    whole = carry_on(page, lines, [*(d for d in inside if not taken[d.cue.first]), *announced])
    mend(page, lines, whole)
    return sorted(whole, key=lambda draft: (_first(draft), draft.cue.first))


def _first(draft: Draft) -> int:
    """The first token of anything in the draft."""
    runs = [*draft.contents, draft.cue, *([draft.source] if draft.source else [])]
    return min(run.first for run in runs)


def _in_line(article: Article, line: Line) -> Iterator[Draft]:
    subjects = Subjects(line)
    if article.blocks[line.sentence.block].kind in _HEADINGS:
        yield from headline_statements(line)
    else:
        yield from labelled_statements(line)
    yield from verb_statements(line, subjects)
    yield from phrase_statements(line, subjects)


def _outer(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without wishes and judgements that someone else is said to have.

    What S says of what T wants rests on S; a statement of T's inside one of S's stays, since both
    stand behind it.
    """
    found: dict[int, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.contents[-1].first, draft)
    said = [draft for draft in found.values() if draft.frame not in _NOBODY]
    return [
        draft
        for draft in found.values()
        if draft.frame in _KEPT_INSIDE or not any(_holds(outer, draft) for outer in said)
    ]


def _holds(outer: Draft, inner: Draft) -> bool:
    if outer is inner:
        return False
    return any(r.first <= inner.cue.first and inner.cue.last <= r.last for r in outer.contents)


def _attribution(page: Page, draft: Draft, ident: str, cast: Cast, roster: Roster) -> Attribution:
    speaker = cast.speaker(draft.source) if draft.source else None
    source = None
    if speaker and draft.source and _vouches(draft, speaker):
        source = roster.add(speaker, page.span(draft.source), page.words(draft.source), ident)
    via = cast.entity_in(draft.via) if draft.via else None
    return Attribution(
        id=ident,
        content=tuple(sorted(page.span(run) for run in draft.contents)),
        cue=page.span(draft.cue),
        source_span=page.span(draft.source) if draft.source else None,
        source=source,
        speaker=speaker.entity.id if speaker and speaker.entity else None,
        via=via.id if via else None,
        stance=draft.stance,
        directness=_directness(page, draft.contents),
        inherited=draft.inherited,
    )


def _vouches(draft: Draft, speaker: Speaker) -> bool:
    """Whether the speaker is a source of the report, rather than someone who wants something."""
    if draft.stance == "think" and draft.frame in _FELT:
        return False
    return not (draft.evidence and speaker.is_thing)


def _directness(page: Page, runs: list[Run]) -> Directness:
    marks: list[int] = []
    for run in runs:
        tokens = slice(run.first, run.last)
        of_tokens = zip(page.pos[tokens], page.quote[tokens], strict=True)
        marks += [quotation for pos, quotation in of_tokens if pos != "PUNCT"]
    quoted = len(marks) - marks.count(NONE)
    if quoted == 0:
        return Directness.INDIRECT
    return Directness.DIRECT if quoted >= _MOSTLY_QUOTED * len(marks) else Directness.MIXED
