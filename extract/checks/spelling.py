"""One name in two spellings."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from extract.checks.page import Page, listed, raised
from extract.entities import are_variants, skeleton, words_of
from extract.records import Check, Entity, Span
from extract.vocabulary import Label, MentionForm, Severity

_NAMED = frozenset({Label.PERSON, Label.PLACE, Label.ORG, Label.GROUP, Label.MEDIA})
_LEAST = 4
"""Letters of a word that is compared."""
_LEAST_ALONE = 6
"""Letters of a word that is compared with the names of other persons or places."""
_COMPARED = frozenset({Label.PERSON, Label.PLACE})


@dataclass(frozen=True, slots=True)
class _Word:
    written: str
    plain: str
    """Without case, accents and article, in which alone spellings may differ."""
    span: Span
    mention: Span


def spellings(page: Page) -> Iterator[Check]:
    """Yield names of one thing, or of two that are all but written alike, in two spellings."""
    told: set[frozenset[str]] = set()
    for variants in _groups(page):
        key = frozenset(word.plain for word in variants)
        if len(variants) > 1 and key not in told:
            told.add(key)
            names = [f"“{word.written}”" for word in variants]
            yield raised(
                "spellings",
                Severity.LOW,
                [word.span for word in variants],
                f"One name is written in {len(variants)} ways: {listed(names)}.",
            )


def _groups(page: Page) -> Iterator[list[_Word]]:
    """Words of names that share their consonants: of one entity, then of all persons or places."""
    others: dict[tuple[Label, str], list[_Word]] = {}
    for entity in page.reading.entities:
        if entity.label not in _NAMED:
            continue
        own: dict[str, list[_Word]] = {}
        for word in _words(page.text, entity):
            heard = skeleton(word.plain)
            own.setdefault(heard, []).append(word)
            if entity.label in _COMPARED and len(word.plain) >= _LEAST_ALONE:
                others.setdefault((entity.label, heard), []).append(word)
        yield from (_variants(group) for group in own.values())
    for group in others.values():
        variants = _variants(group)
        yield [w for w in variants if _is_near(w.plain, variants[0].plain)]


def _words(text: str, entity: Entity) -> Iterator[_Word]:
    for mention in entity.mentions:
        if mention.form is not MentionForm.NAME:
            continue
        start = mention.start
        for written in mention.span.of(text).split():
            start = text.index(written, start)
            plain = " ".join(words_of(written))
            if len(plain) >= _LEAST and written[0].isupper():
                yield _Word(written, plain, Span(start, start + len(written)), mention.span)
            start += len(written)


def _variants(group: list[_Word]) -> list[_Word]:
    """The first word of each spelling; words that stand in one name are two names."""
    first = group[0]
    found = {first.plain: first}
    for word in group[1:]:
        alike = word.plain[0] == first.plain[0] and are_variants(first.plain, word.plain)
        if alike and word.mention != first.mention:
            found.setdefault(word.plain, word)
    return list(found.values())


def _is_near(one: str, other: str) -> bool:
    """Whether at most one letter is changed, added or left out."""
    if one == other:
        return True
    pairs = enumerate(zip_longest(one, other))
    same = next(n for n, (a, b) in pairs if a != b)
    left, right = one[same:], other[same:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]
