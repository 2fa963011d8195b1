"""The step that finds who says what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from extract.quotations import find_quotations
from extract.records import (
    Article,
    Attribution,
    BlockKind,
    Directness,
    Reading,
    Source,
    Span,
)
from extract.sources.draft import Draft
from extract.sources.headlines import headline_statements
from extract.sources.kinds import kind_of
from extract.sources.page import NONE, Line, Page, Run
from extract.sources.phrases import phrase_statements
from extract.sources.quoted import carry_on
from extract.sources.speakers import Cast, Speaker
from extract.sources.subjects import Subjects
from extract.sources.verbs import verb_statements

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})
_KEPT_INSIDE = frozenset({"clause", "according", "headline", "hedge"})
_OPEN = frozenset({"hedge", "seeming", "passive"})
_MOSTLY_QUOTED = 0.8


def find_sources(article: Article, reading: Reading) -> Reading:
    """Find the attributions of the article, and the sources behind them.

    Raises:
        ValueError: if the article has not been taken apart into sentences before.
    """
    if reading.syntax is None:
        raise ValueError("find_sources needs the syntax of the article")
    page = Page(reading.syntax, find_quotations(article.text, article.blocks), reading.dates)
    lines = [Line(page, sentence) for sentence in reading.syntax.sentences]
    drafts = carry_on(page, lines, [d for line in lines for d in _outer(_drafts(article, line))])
    drafts.sort(key=lambda draft: (_first(draft), draft.cue.first))
    cast = Cast(page, reading.entities)
    found = _Found(page, cast)
    attributions = tuple(found.attribution(draft) for draft in drafts)
    return replace(reading, attributions=attributions, sources=found.sources())


def _first(draft: Draft) -> int:
    runs = [*draft.contents, draft.cue, *([draft.source] if draft.source else [])]
    return min(run.first for run in runs)


def _drafts(article: Article, line: Line) -> Iterator[Draft]:
    if article.blocks[line.sentence.block].kind in _HEADINGS:
        yield from headline_statements(line)
    subjects = Subjects(line)
    yield from verb_statements(line, subjects)
    yield from phrase_statements(line, subjects)


def _outer(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without wishes and judgements that someone else is said to have.

    What S says of what T wants rests on S; a statement of T's inside one of S's stays, since both
    stand behind it.
    """
    found = list({draft.contents[-1].first: draft for draft in reversed(list(drafts))}.values())[
        ::-1
    ]
    said = [d for d in found if d.frame not in _OPEN]
    return [d for d in found if d.frame in _KEPT_INSIDE or not any(_holds(o, d) for o in said)]


def _holds(outer: Draft, inner: Draft) -> bool:
    if outer is inner:
        return False
    return any(r.first <= inner.cue.first and inner.cue.last <= r.last for r in outer.contents)


@dataclass(slots=True)
class _Known:
    """A source while its attributions are gathered."""

    id: str
    speaker: Speaker
    mentions: list[Span] = field(default_factory=list)
    attributions: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)


class _Found:
    """Turns drafts into records, and joins the sources that are one."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self._sources: dict[str, _Known] = {}
        self._count = 0

    def attribution(self, draft: Draft) -> Attribution:
        """The record of a draft."""
        self._count += 1
        ident = f"a{self._count}"
        content = tuple(sorted(self._page.span(run) for run in draft.contents))
        speaker = self._cast.speaker(draft.source) if draft.source else None
        known = self._joined(speaker, draft.source, ident) if speaker and draft.source else None
        via = self._cast.entity_in(draft.via) if draft.via else None
        return Attribution(
            id=ident,
            content=content,
            cue=self._page.span(draft.cue),
            source_span=self._page.span(draft.source) if draft.source else None,
            source=known.id if known else None,
            speaker=speaker.entity.id if speaker and speaker.entity else None,
            via=via.id if via else None,
            stance=draft.stance,
            directness=_directness(self._page, draft.contents),
            inherited=draft.inherited,
        )

    def _joined(self, speaker: Speaker, run: Run, ident: str) -> _Known:
        known = self._sources.get(speaker.key)
        if known is None:
            known = _Known(f"s{len(self._sources) + 1}", speaker)
            self._sources[speaker.key] = known
        span = self._page.span(run)
        if span not in known.mentions:
            known.mentions.append(span)
            known.described.append(self._page.words(run))
        known.attributions.append(ident)
        return known

    def sources(self) -> tuple[Source, ...]:
        """The sources in the order in which they first speak."""
        return tuple(_source(known) for known in self._sources.values())


def _source(known: _Known) -> Source:
    entity = known.speaker.entity
    words = " ".join([known.speaker.name, *known.described])
    return Source(
        id=known.id,
        name=known.speaker.name,
        kind=kind_of(words, known.speaker.head, entity),
        mentions=tuple(known.mentions),
        entity=entity.id if entity else None,
        attributions=tuple(known.attributions),
    )


def _directness(page: Page, runs: list[Run]) -> Directness:
    words = [t for run in runs for t in range(run.first, run.last) if page.pos[t] != "PUNCT"]
    quoted, whole = sum(page.quote[token] != NONE for token in words), len(words)
    if quoted == 0:
        return Directness.INDIRECT
    return Directness.DIRECT if quoted >= _MOSTLY_QUOTED * whole else Directness.MIXED
