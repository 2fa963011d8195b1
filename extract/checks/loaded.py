"""One side under loaded names, in the reporter's own words."""

from collections.abc import Iterator

from extract.checks.page import Page, listed, raised
from extract.entities import are_of_one_side
from extract.lexicon import cached, table
from extract.records import Check, Entity, Mention
from extract.vocabulary import Label, Severity

_GROUPS = frozenset({Label.GROUP, Label.ORG})
_LEAST = 2


def loaded_names(page: Page) -> Iterator[Check]:
    """Yield sides that the report itself, and no one quoted, calls by names that take a side."""
    for mentions in _mentions_by_side(page):
        loaded = [mention for mention in mentions if _is_loaded(page, mention)]
        if len(loaded) >= _LEAST:
            yield _check(page, mentions, loaded)


def _mentions_by_side(page: Page) -> list[list[Mention]]:
    """Return the mentions of each group, those of groups of one side together."""
    sides: list[tuple[Entity, list[Mention]]] = []
    for entity in page.reading.entities:
        if entity.label not in _GROUPS:
            continue
        known = next((found for first, found in sides if are_of_one_side(first, entity)), None)
        if known is None:
            sides.append((entity, list(entity.mentions)))
        else:
            known.extend(entity.mentions)
    return [mentions for _, mentions in sides]


def _check(page: Page, mentions: list[Mention], loaded: list[Mention]) -> Check:
    names = dict.fromkeys(f"“{page.words(mention.span)}”" for mention in loaded)
    plain = {page.words(m.span) for m in mentions if not _has_loaded(page, m)}
    beside = f", and “{min(plain, key=lambda name: (len(name), name))}” elsewhere" if plain else ""
    return raised(
        "loaded-names",
        Severity.LOW,
        [mention.span for mention in loaded],
        f"In its own words the report calls one side {listed(list(names)[:3])} "
        f"({len(loaded)} times){beside}.",
    )


def _is_loaded(page: Page, mention: Mention) -> bool:
    ours = not (page.said.cover(mention.start) or page.quoted.cover(mention.start))
    return ours and _has_loaded(page, mention)


def _has_loaded(page: Page, mention: Mention) -> bool:
    return any(word in _loaded() for word in page.words(mention.span).lower().split())


@cached
def _loaded() -> frozenset[str]:
    return frozenset(word for some in table("checks")["loaded"].values() for word in some)
