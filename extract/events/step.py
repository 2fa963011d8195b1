"""The step that finds the events of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.events.drafts import Draft
from extract.events.event_coreference import Joined, joined
from extract.events.event_mentions import Finder
from extract.events.kinds import kind_of
from extract.events.matching import Hit, hits_in
from extract.events.membership import memberships_in
from extract.events.mention_index import Cast
from extract.events.place_and_time import Settings, news_day
from extract.events.role_filling import Casting
from extract.events.trigger_selection import choice, is_on_accident
from extract.records import Event, Party, Reading, Status, When


def find_events(doc: Doc, reading: Reading) -> Reading:
    """Find what happened, was planned, denied or recalled: who, to whom, where and when."""
    article, syntax = doc.article, doc.syntax
    cast = Cast(reading.entities)
    drafts = list(_drafts(doc, reading, cast))
    events = enumerate(joined(drafts, article.text), start=1)
    news = news_day(article, syntax, reading.dates)
    found = tuple(_event(number, event, cast, article.text, news) for number, event in events)
    return replace(reading, events=found)


def _drafts(doc: Doc, reading: Reading, cast: Cast) -> Iterator[Draft]:
    article, syntax = doc.article, doc.syntax
    dated = {offset for w in reading.dates for offset in range(w.start_offset, w.end_offset)}
    by_sentence = [
        (
            sentence,
            [hit for hit in hits_in(syntax, sentence) if syntax.starts[hit.head] not in dated],
        )
        for sentence in syntax.sentences
    ]
    found = [hit for _, hits in by_sentence for hit in hits]
    finder = Finder(
        Casting(syntax, cast, reading.dates, doc.quotations),
        Settings(syntax, article.blocks, cast, reading.dates),
        article.published,
        is_on_accident(found, syntax),
    )
    choose = choice(found, len(syntax))
    for sentence, hits in by_sentence:
        clauses = clauses_of(doc, sentence)
        chosen = choose(hits, clauses)
        members = [hit for hit in memberships_in(clauses) if not _is_among(hit, chosen)]
        yield from finder.drafts(sorted([*chosen, *members], key=_first), clauses)


def _first(hit: Hit) -> int:
    return hit.first


def _is_among(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(other.first <= hit.first < other.last and other.head != hit.head for other in others)


def _event(number: int, event: Joined, cast: Cast, text: str, news: When | None) -> Event:
    first = event.lead
    with_place = next((d for d in event.drafts if d.setting.place_near), first)
    with_date = next((d for d in event.drafts if d.setting.when_near), first)
    when = with_date.setting.when or (news if first.status is Status.ACTUAL else None)
    told = [party for draft in event.drafts for party in draft.actors]
    hinted = [party for draft in event.drafts for party in draft.hinted]
    actors = _distinct(told or hinted)
    targets = _distinct([party for draft in event.drafts for party in draft.targets])
    befallen = targets or _distinct([p for d in event.pointed_to for p in d.targets])
    category = first.weapon or first.category
    kind, subkind = kind_of(category, actors, befallen, cast, text)
    return Event(
        id=f"v{number}",
        triggers=tuple(sorted(draft.span for draft in event.drafts)),
        kind=kind,
        subkind=subkind,
        actors=actors,
        targets=targets,
        place=with_place.setting.place,
        when=when.id if when else None,
        status=first.status,
        stance="accuse" if first.accuses else "neutral",
        category=category.name,
    )


def _distinct(parties: list[Party]) -> tuple[Party, ...]:
    """Each party once: by entity, else by its words' place."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(party.entity or (party.start, party.end), party)
    return tuple(found.values())
