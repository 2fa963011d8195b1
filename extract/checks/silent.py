"""No word from a party that is said to have done harm."""

import re
from collections import Counter
from collections.abc import Iterator

from extract.checks.page import Page, Spans, raised
from extract.lexicon import cached, table
from extract.records import Check, Entity, Label, MentionForm, Severity, Status

_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_PARTIES = frozenset({Label.GROUP, Label.ORG})
_LEAST_EVENTS = 2


def silent_parties(page: Page) -> Iterator[Check]:
    """Groups that act in several violent events and that nobody quotes or asks."""
    if not page.reading.sources or _anyone_asked().search(page.text):
        return
    acts = Counter(
        actor.entity
        for event in page.reading.events
        if event.kind in _VIOLENT and event.status is Status.ACTUAL
        for actor in event.actors
        if actor.entity
    )
    speakers = {source.entity for source in page.reading.sources}
    named = Spans(span for source in page.reading.sources for span in source.mentions)
    for entity in page.reading.entities:
        acting = acts[entity.id] >= _LEAST_EVENTS and _is_party(entity)
        if acting and entity.id not in speakers and not _is_named_in(named, entity):
            yield _check(page, entity, acts[entity.id])


def _is_party(entity: Entity) -> bool:
    described = any(mention.form is not MentionForm.DEMONYM for mention in entity.mentions)
    return entity.label in _PARTIES and described


def _is_named_in(sources: Spans, entity: Entity) -> bool:
    """Whether a source has the group in its name: "a spokesman for the rebels"."""
    return any(sources.cover(mention.start) for mention in entity.mentions)


def _check(page: Page, entity: Entity, acts: int) -> Check:
    return raised(
        "silent-party",
        Severity.MEDIUM,
        [entity.mentions[0].span],
        f"“{entity.name}” acts in {acts} violent events, but no word of that side is given.",
    )


@cached
def _anyone_asked() -> re.Pattern[str]:
    words = table("checks")["silence"]["words"]
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
