"""One side under loaded names, in the reporter's own words."""

from collections.abc import Iterator

from extract.checks.numbers import listed
from extract.checks.page import Page, raised
from extract.lexicon import cached, table
from extract.records import Check, Entity, Label, Mention, Severity

_SIDES = frozenset({Label.GROUP, Label.ORG})
_LEAST = 2


def loaded_names(page: Page) -> Iterator[Check]:
    """Groups that the report itself, and no one quoted, calls by names that take a side."""
    for entity in page.reading.entities:
        if entity.label in _SIDES:
            loaded = [m for m in entity.mentions if _is_loaded(page, m)]
            if len(loaded) >= _LEAST:
                yield _check(page, entity, loaded)


def _check(page: Page, entity: Entity, loaded: list[Mention]) -> Check:
    names = dict.fromkeys(f"“{page.words(mention.span)}”" for mention in loaded)
    plain = {page.words(m.span) for m in entity.mentions if not _has_loaded(page, m)}
    beside = f", and “{min(plain, key=len)}” elsewhere" if plain else ""
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
