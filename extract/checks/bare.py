"""A statement that is attributed in one sentence and bare in another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.checks.page import Page, raised
from extract.records import Attribution, Check, Span
from extract.vocabulary import Severity

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 8
_SHARED = 0.75
"""Share of the words of the bare sentence that the attributed one must have too."""
_LONG = 4
"""Letters of the shortest word that is compared."""
_RUN = 4
"""Words in a row that two sentences must share before they are compared."""
_MOST_RIVALS = 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, its words, and who says it."""

    span: Span
    words: tuple[str, ...]
    attribution: Attribution | None


def bare_statements(page: Page) -> Iterator[Check]:
    """Find sentences in the reporter's own name that say again what someone is quoted as saying."""
    told = list(_sentences(page))
    runs: dict[tuple[str, ...], list[_Told]] = {}
    for one in told:
        if one.attribution is not None and one.attribution.source is not None:
            for run in set(_runs(one.words)):
                runs.setdefault(run, []).append(one)
    for one in told:
        if one.attribution is None and len(one.words) >= _LEAST_WORDS:
            twin = next((t for t in _rivals(one, runs) if _share(one, t) >= _SHARED), None)
            if twin is not None:
                yield _check(page, one, twin)


def _check(page: Page, bare: _Told, twin: _Told) -> Check:
    source = page.sources.get((twin.attribution and twin.attribution.source) or "")
    by = source.name if source else "someone"
    words = page.words(bare.span)
    opening = " ".join(words.split()[:_LEAST_WORDS])
    return raised(
        "bare-statement",
        Severity.MEDIUM,
        [bare.span, twin.span],
        f"“{opening} …” is told as a fact here, but as said by {by} elsewhere.",
    )


def _sentences(page: Page) -> Iterator[_Told]:
    """The sentences of the report: what is said in them if they open a statement, else all of it.

    Headings are left out, and what goes on a statement or a quotation that began before.
    """
    syntax = page.doc.syntax
    opened = _opened(page)
    for sentence in syntax.sentences:
        span = Span(sentence.start, sentence.end)
        if sentence.start in opened:
            attribution, said = opened[sentence.start]
            yield _Told(span, _words(page.text[said.start : min(said.end, span.end)]), attribution)
        elif not (page.is_heading(span.start) or page.quoted.meet(span) or page.said.meet(span)):
            yield _Told(span, _words(span.of(page.text)), None)


def _opened(page: Page) -> dict[int, tuple[Attribution, Span]]:
    """The attribution and first words of a statement, by the start of the sentence they are in."""
    found: dict[int, tuple[Attribution, Span]] = {}
    for attribution in page.reading.attributions:
        for span in attribution.content:
            sentence = page.sentence_at(span.start)
            if sentence is not None:
                found.setdefault(sentence.start, (attribution, span))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[place : place + _RUN] for place in range(len(words) - _RUN + 1))


def _rivals(one: _Told, runs: dict[tuple[str, ...], list[_Told]]) -> list[_Told]:
    """The first few attributed sentences that share a run of words with this one."""
    found: dict[Span, _Told] = {}
    for run in _runs(one.words):
        for twin in runs.get(run, ())[:_MOST_RIVALS]:
            found.setdefault(twin.span, twin)
        if len(found) >= _MOST_RIVALS:
            break
    return list(found.values())


def _share(bare: _Told, twin: _Told) -> float:
    """Share of the bare sentence's words that the other has; none where numbers differ."""
    words, other = _telling(bare.words), _telling(twin.words)
    if not words or any(word.isdigit() for word in words ^ other):
        return 0
    return len(words & other) / len(words)


def _telling(words: tuple[str, ...]) -> set[str]:
    """Numbers, and words too long to be articles and the like."""
    return {word for word in words if len(word) >= _LONG or word.isdigit()}
