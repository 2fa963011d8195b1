"""What came of what: the killing that the bombing did is one event with it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.tree import LONGEST_CLAUSE
from extract.events.event_mentions import EventMention
from extract.events.words import frames

_OPENERS = frozenset({"when", "as", "after", "while"})
_NEAR_NOUN, _NEAR_VERB, _NEAR_HARM = 6, 12, 16
"""Tokens between harm and the act that it came of, and between two harms."""
_MEANS = frozenset(
    {"in", "during", "by", "from", "after", "when", "as", "following", "amid", "with"}
)
"""Before or at the head of what brought the harm about."""


def tie_causes(mentions: Sequence[EventMention], clauses: Clauses) -> None:
    """Tell each harm of one sentence which of the sentence's other events brought it about."""
    by_place = {clauses.place_of(mention.hit.head): mention for mention in mentions}
    by_place.pop(NONE, None)
    for mention in mentions:
        place = clauses.place_of(mention.hit.head)
        if _tells_end(mention, place, clauses):
            _end(mention, (by_place.get(p) for p in _affected(place, clauses)))
        if mention.cause is None and mention.category.consequence:
            mention.cause = next(
                (
                    by_place[place]
                    for place in _candidates(mention, clauses)
                    if place in by_place and _may_cause(by_place[place], mention)
                ),
                None,
            )
    _tie_acts(by_place, clauses)
    _tie_compounds(mentions)
    _tie_means(mentions, clauses)
    _tie_harms(mentions)


def _tie_acts(by_place: dict[int, EventMention], clauses: Clauses) -> None:
    """Tie a verb to the noun of the same kind that does it: "an air strike hit a house"."""
    for place, mention in by_place.items():
        if not mention.hit.verbal or mention.category.consequence or clauses.is_passive(place):
            continue
        doing = (by_place[p] for p in clauses.subjects(place) if p in by_place and p != place)
        mention.cause = next(
            (
                act
                for act in doing
                if act.category.cause
                and act.cause is None
                and (act.category.kind, act.status) == (mention.category.kind, mention.status)
            ),
            mention.cause,
        )


def _tie_compounds(mentions: Sequence[EventMention]) -> None:
    """Tie harm to the noun right before it that brought it about: "a gunshot wound"."""
    for act, harm in pairwise(mentions):
        adjoins = act.hit.last == harm.hit.first and not act.hit.verbal and not harm.hit.verbal
        if adjoins and act.category.cause and harm.category.consequence:
            harm.cause = harm.cause or act


def _tie_means(mentions: Sequence[EventMention], clauses: Clauses) -> None:
    """Tie harm to the act told right behind it: "killed in Sunday's raid", "when they attacked"."""
    for mention, following in pairwise(mentions):
        if (
            mention.category.consequence
            and mention.cause is None
            and not mention.actors
            and following.cause is None
            and following.category.cause
            and following.status is mention.status
            and _leads_to(mention, following, clauses)
        ):
            mention.cause = following


def _leads_to(harm: EventMention, act: EventMention, clauses: Clauses) -> bool:
    words = [clauses.syntax.lower(t) for t in range(harm.hit.last, act.hit.first)]
    if not act.hit.verbal:
        return bool(words) and words[0] in _MEANS and len(words) <= _NEAR_NOUN
    return len(words) <= _NEAR_VERB and not _OPENERS.isdisjoint(words)


def _tie_harms(mentions: Sequence[EventMention]) -> None:
    """Join what one act did to several: "12 were killed and 31 injured"."""
    before: EventMention | None = None
    for mention in mentions:
        if not mention.category.consequence:
            continue
        if before is None or not _is_one_act(before, mention):
            before = mention
        elif mention.cause is None:
            mention.cause = before.cause or before
        elif before.cause is None and mention.cause.hit.first > mention.hit.first:
            before.cause = mention.cause  # "killed and ten wounded in a bombing"


def _is_one_act(one: EventMention, other: EventMention) -> bool:
    """Whether a killing and a wounding of one sentence tell no two doers, places or days."""
    mine, theirs = one.setting, other.setting
    places = {s.place.entity for s in (mine, theirs) if s.place and s.place_near}
    whens = {s.when.id for s in (mine, theirs) if s.when and s.when_near}
    return (
        one.hit.category.name != other.hit.category.name
        and other.hit.first - one.hit.last <= _NEAR_HARM
        and one.status is other.status
        and _parties(other) <= _parties(one)
        and len(places) <= 1
        and len(whens) <= 1
    )


def _parties(mention: EventMention) -> set[object]:
    return {party.entity or party.span for party in mention.actors}


def _tells_end(mention: EventMention, place: int, clauses: Clauses) -> bool:
    """Whether a verb may tell how an act ended: "repelled", "was beaten back"."""
    if not mention.category.reciprocal or not clauses.is_verb(place):
        return False
    return clauses.is_passive(place) or clauses.head(place) in frames().support_target


def _end(mention: EventMention, acts: Iterable[EventMention | None]) -> None:
    """Make a verb such as "repelled" a mention of the act, which affected whoever repelled it."""
    act = next((act for act in acts if act is not None and act.category.cause), None)
    if act is not None and act is not mention:
        mention.cause = act
        mention.actors, mention.targets = [], mention.actors


def _affected(verb: int, clauses: Clauses) -> list[int]:
    """What a verb tells the end of: the attack of "the attack was repelled"."""
    if not clauses.is_verb(verb):
        return []
    return clauses.subjects(verb) if clauses.is_passive(verb) else clauses.objects(verb)


def _may_cause(cause: EventMention, mention: EventMention) -> bool:
    return cause is not mention and cause.category.cause


def _candidates(mention: EventMention, clauses: Clauses) -> list[int]:
    """The phrases that may name the cause: subjects, what stands behind "in", clauses beside."""
    place = clauses.place_of(mention.hit.head)
    if place == NONE:
        return []
    verb = place if clauses.is_verb(place) else clauses.governor(place)
    found = [p for prep, p in clauses.modifiers(place) if prep in _MEANS]
    if not clauses.is_verb(verb):
        return [*found, *clauses.verbs_on(place)]
    found += _of_doers(verb, clauses)
    if not clauses.is_passive(verb):
        found += clauses.subjects(verb)
    found += [p for prep, p in clauses.obliques(verb) if prep in _MEANS]
    found += [
        p for p in clauses.children(verb) if clauses.is_verb(p) and clauses.opener(p) in _MEANS
    ]
    found += _where(verb, clauses)
    above = clauses.governor(verb)
    return [*found, above] if above != NONE and verb == place else found


def _of_doers(verb: int, clauses: Clauses) -> list[int]:
    """The participles on what did harm: the firing of "shells fired by rebels killed three"."""
    behind = [p for prep, p in clauses.obliques(verb) if prep == "by"]
    doers = behind if clauses.is_passive(verb) else clauses.subjects(verb)
    return [v for doer in doers for v in clauses.verbs_behind(doer) if clauses.is_passive(v)]


def _where(verb: int, clauses: Clauses) -> list[int]:
    """The parts of a clause on what went on where the harm was done: ", where an attack"."""
    last = min(clauses.sentence.last, clauses.phrases[verb].last + LONGEST_CLAUSE)
    for token in range(clauses.phrases[verb].last, last):
        if clauses.syntax.lower(token) == "where":
            first, end = clauses.region(token + 1) if token + 1 < last else (token, token)
            return [clauses.place_of(inside) for inside in range(max(first, token), end)]
    return []
