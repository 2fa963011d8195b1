"""No word from a party that is said to have done harm."""

from collections import Counter
from collections.abc import Iterator

from extract.checks.page import VIOLENT, Page, raised
from extract.entities import are_of_one_side
from extract.lexicon import table
from extract.records import Check, Entity
from extract.vocabulary import Label, MentionForm, Severity, Status

_PARTIES = frozenset({Label.GROUP, Label.ORG})
_LEAST_EVENTS = 2


def silent_parties(page: Page) -> Iterator[Check]:
    """Yield groups that act in several violent events and of whose side nobody is quoted or asked.

    Whoever speaks of the same side speaks for the group: an officer of "government troops" for
    "the army".
    """
    acts = Counter(
        actor.entity
        for event in page.reading.events
        if event.kind in VIOLENT and event.status is Status.ACTUAL
        for actor in event.actors
        if actor.entity
    )
    parties = [e for e in page.reading.entities if acts[e.id] >= _LEAST_EVENTS and _is_party(e)]
    if not parties or not page.reading.sources or _anyone_asked(page.text.lower()):
        return
    heard = [entity for entity in page.reading.entities if _is_heard(page, entity)]
    for party in parties:
        if party not in heard and not any(are_of_one_side(party, entity) for entity in heard):
            yield _check(page, party, acts[party.id])


def _is_heard(page: Page, entity: Entity) -> bool:
    """Whether a source is the entity, or has it in its words: "a spokesman for the rebels"."""
    if any(source.entity == entity.id for source in page.reading.sources):
        return True
    named = page.source_mentions
    return any(named.cover(mention.start) for mention in entity.mentions)


def _is_party(entity: Entity) -> bool:
    described = any(mention.form is not MentionForm.DEMONYM for mention in entity.mentions)
    return entity.label in _PARTIES and described


def _check(page: Page, entity: Entity, acts: int) -> Check:
    return raised(
        "silent-party",
        Severity.MEDIUM,
        [entity.mentions[0].span],
        f"“{entity.name}” acts in {acts} violent events, but no word of that side is given.",
    )


def _anyone_asked(text: str) -> bool:
    return any(words in text for words in table("checks")["silence"]["words"])
