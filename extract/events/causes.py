"""What came of what: the killing that the bombing did is one event with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extract.doc.clauses import Clauses
from extract.doc.phrase_node import PhraseNode
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
_IN_WHICH = frozenset({("in", "which"), ("during", "which"), ("at", "which")})


def tie_causes(mentions: Sequence[EventMention], clauses: Clauses) -> None:
    """Tie each harm of one sentence which of the sentence's other events brought it about."""
    told = {mention.phrase: mention for mention in mentions if mention.phrase}
    for mention in mentions:
        phrase = mention.phrase
        if phrase is None:
            continue
        if _tells_end(mention, phrase):
            _end(mention, (told.get(affected) for affected in _affected(phrase)))
        if mention.cause is None and mention.category.consequence:
            named = [told[near] for near in _candidates(phrase) if near in told]
            named = [act for act in named if act.earlier == mention.earlier]
            mention.cause = next((act for act in named if _may_cause(act, mention)), None)
    _tie_acts(told)
    _tie_compounds(mentions)
    _tie_means(mentions, clauses)
    _tie_relatives(mentions, clauses)
    _tie_harms(mentions)


def _tie_acts(told: Mapping[PhraseNode, EventMention]) -> None:
    """Tie a verb to the noun of the same kind that does it: "an air strike hit a house"."""
    for phrase, mention in told.items():
        if not mention.hit.verbal or mention.category.consequence or phrase.is_passive:
            continue
        doing = (told[p] for p in phrase.subjects if p in told and p is not phrase)
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
            and following.earlier == mention.earlier
            and _leads_to(mention, following, clauses)
        ):
            mention.cause = following


def _tie_relatives(mentions: Sequence[EventMention], clauses: Clauses) -> None:
    """Tie harm to the noun that its clause is about: "the attack on 9 May, in which nine died"."""
    for act, harm in pairwise(mentions):
        between = [clauses.low(token) for token in range(act.hit.last, harm.hit.first)]
        joined = any(pair in _IN_WHICH for pair in pairwise(between))
        near = joined and len(between) <= _NEAR_HARM and not act.hit.verbal
        if near and harm.cause is None and not harm.actors and harm.category.consequence:
            harm.cause = act if act.category.cause else None


def _leads_to(harm: EventMention, act: EventMention, clauses: Clauses) -> bool:
    words = [clauses.low(token) for token in range(harm.hit.last, act.hit.first)]
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
        and one.earlier == other.earlier
        and other.hit.first - one.hit.last <= _NEAR_HARM
        and one.status is other.status
        and _parties(other) <= _parties(one)
        and len(places) <= 1
        and len(whens) <= 1
    )


def _parties(mention: EventMention) -> set[object]:
    return {party.entity or party.span for party in mention.actors}


def _tells_end(mention: EventMention, phrase: PhraseNode) -> bool:
    """Whether a verb may tell how an act ended: "repelled", "was beaten back"."""
    if not mention.category.reciprocal or not phrase.is_verb:
        return False
    return phrase.is_passive or phrase.word in frames().support_target


def _end(mention: EventMention, acts: Iterable[EventMention | None]) -> None:
    """Make a verb such as "repelled" a mention of the act, which affected whoever repelled it."""
    act = next((act for act in acts if act is not None and act.category.cause), None)
    if act is not None and act is not mention:
        mention.cause = act
        mention.actors, mention.targets = [], mention.actors


def _affected(verb: PhraseNode) -> list[PhraseNode]:
    """What a verb tells the end of: the attack of "the attack was repelled"."""
    return verb.subjects if verb.is_passive else verb.objects


def _may_cause(cause: EventMention, mention: EventMention) -> bool:
    return cause is not mention and cause.category.cause


def _candidates(phrase: PhraseNode) -> Iterator[PhraseNode]:
    """The phrases that may name the cause: subjects, what stands behind "in", clauses beside."""
    yield from (noun for preposition, noun in phrase.modifiers if preposition in _MEANS)
    verb = phrase if phrase.is_verb else phrase.governor
    if verb is None or not verb.is_verb:
        yield from phrase.verbs_on
        return
    yield from _of_doers(verb)
    if not verb.is_passive:
        yield from verb.subjects
    yield from (noun for preposition, noun in verb.obliques if preposition in _MEANS)
    yield from (child for child in verb.children if child.is_verb and child.opener in _MEANS)
    yield from _where(verb)
    if verb is phrase and verb.governor:
        yield verb.governor


def _of_doers(verb: PhraseNode) -> Iterator[PhraseNode]:
    """The participles on what did harm: the firing of "shells fired by rebels killed three"."""
    behind = [noun for preposition, noun in verb.obliques if preposition == "by"]
    for doer in behind if verb.is_passive else verb.subjects:
        yield from (participle for participle in doer.verbs_behind if participle.is_passive)


def _where(verb: PhraseNode) -> Iterator[PhraseNode]:
    """The phrases of a clause on what went on where the harm was done: ", where an attack"."""
    behind = range(verb.last, verb.last + LONGEST_CLAUSE - 1)
    where = next((token for token in behind if verb.low(token) == "where"), None)
    if where is None or not verb.low(where + 1):
        return
    first, end = verb.region_at(where + 1)
    held = (verb.holding(token) for token in range(max(first, where), end))
    yield from (phrase for phrase in held if phrase)
