"""The parties of an incident as a coding sheet has them: on two sides, an actor and its allies."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from extract.actors import Actor, Scene, Told, actor_of, named_after
from extract.entities import is_civil_thing
from extract.lexicon.closed import DASHES, RECIPROCALS
from extract.records import Span
from extract.vocabulary import ActorKind, BlockKind, EventType, Label, MentionForm, Stance, SubType
from store.formats.claims import Incident, sides
from store.formats.countries import country_of
from store.formats.days import days_of
from store.formats.document import Document
from store.items import Item, Kind
from store.references import span_of
from store.wording import name

_References = Iterable[Mapping[str, Any]]

_CROWDS = {
    EventType.PROTESTS: (ActorKind.PROTESTERS, "protesters"),
    EventType.RIOTS: (ActorKind.RIOTERS, "rioters"),
}
_NEAR = 8
"""Characters before words in which the end of the sentence before is looked for."""
_ENDS = frozenset({"", ".", "!", "?", ":", '"', "”", "“", *DASHES})
"""What stands before words that may begin a sentence; dashes end a dateline."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An actor, and the words that it rests on."""

    actor: Actor
    reference: Mapping[str, Any] | None = None
    """None for one that the codebook has where the report names nobody."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides of an incident: the actor of each, and those beside it."""

    first: Coded | None
    second: Coded | None
    with_first: tuple[str, ...] = ()
    with_second: tuple[str, ...] = ()
    country: str | None = None

    @property
    def civilians_targeted(self) -> bool:
        """Whether civilians are the second side."""
        return self.second is not None and self.second.actor.kind is ActorKind.CIVILIANS


def parties_of(incident: Incident, document: Document) -> Parties:
    """Return the sides of an incident after ACLED's codebook.

    A crowd is the first actor of a protest or riot; civilians are the second of violence against
    them; those who fight stand on two sides. An attack by nobody that the report names is one of an
    unidentified armed group; who claims an attack, or is alone accused of it, did it.
    """
    country = country_of(incident, document)
    scene = Scene(str(incident.field("kind") or ""), country)
    coder = _Coder(incident, document, scene)
    doing, met = coder.both(sides(incident))
    rule = _BY_KIND.get(EventType(scene.kind), _as_told) if scene.kind else _as_told
    first, second = rule(_Sides(incident, doing, met, coder))
    of_first = _others(doing, (first, second)) + coder.coded_names(incident.field("associated"))
    of_second = _others(met, (first, second))
    return Parties(
        first,
        second,
        tuple(dict.fromkeys([*_beside(first), *of_first])),
        tuple(dict.fromkeys([*_beside(second), *of_second])),
        country,
    )


def coded_of(reference: Mapping[str, Any], incident: Incident, document: Document) -> Actor | None:
    """Return the actor that a reference of an incident names, if it names one."""
    scene = Scene(str(incident.field("kind") or ""), country_of(incident, document))
    found = _Coder(incident, document, scene).coded([reference], replace(scene, is_met=True))
    return found[0].actor if found else None


def _beside(coded: Coded | None) -> tuple[str, ...]:
    return coded.actor.associated if coded else ()


def _others(side: Sequence[Coded], taken: Iterable[Coded | None]) -> list[str]:
    names = {one.actor.name for one in taken if one}
    found = [one.actor.name for one in side if one.actor.name not in names]
    beside = [name for one in side for name in one.actor.associated]
    return [*found, *beside]


class _Coder:
    """Codes the references of one incident."""

    def __init__(self, incident: Incident, document: Document, scene: Scene) -> None:
        self.scene = scene
        self._text = document.article.text
        blocks = document.article.blocks
        headings = [one for one in blocks if one.kind in (BlockKind.TITLE, BlockKind.HEADING)]
        self._headings = [Span(block.start, block.end) for block in headings]
        self._starts = frozenset(block.start for block in blocks)
        self._table = document.actors
        days = days_of(incident, document)
        self._day = days.first if days else document.article.published
        self._countries = frozenset({scene.country} if scene.country else ())
        self._groups = list(_groups(document))
        self._names = {name for _, name, _ in self._groups}
        self._called = {at.of(self._text): name for at, name, _ in self._groups}

    def both(self, sides: Iterable[_References]) -> tuple[list[Coded], list[Coded]]:
        """The actors of those who did it, and of those whom it befell."""
        doing, met = sides
        return self.coded(doing), self.coded(met, replace(self.scene, is_met=True))

    def coded(self, references: _References, scene: Scene | None = None) -> list[Coded]:
        """The actors of references, each once, in their order."""
        found: dict[str, Coded] = {}
        for one in references:
            told = self._told(one)
            actor = self._mapped(told, self._whole(actor_of(told, scene or self.scene)))
            if actor is not None:
                found.setdefault(actor.name, Coded(actor, one))
        return list(found.values())

    def _whole(self, actor: Actor | None) -> Actor | None:
        """An actor under the whole name of its group: "RSF" is the Rapid Support Forces, "Maoist"
        in "Maoist rebels" the Maoists."""
        if actor is None:
            return None
        several = f"{actor.name}s"
        whole = self._called.get(actor.name) or (several if several in self._names else None)
        return replace(actor, name=whole) if whole else actor

    def _mapped(self, told: Told, actor: Actor | None) -> Actor | None:
        """An actor as the library's table has it, under any of its names; else as it is."""
        names = [told.words, told.group, told.name, actor.name if actor else ""]
        line = self._table.find(filter(None, names), self._day, self._countries)
        if line is None:
            return actor
        kind = line.kind or (actor.kind if actor else None)
        away = None not in (line.country, self.scene.country) and line.country != self.scene.country
        if kind is ActorKind.STATE and away:
            kind = ActorKind.EXTERNAL
        of_state = kind in (ActorKind.STATE, ActorKind.EXTERNAL)
        state = line.country or (actor.state if actor else None)
        return Actor(line.coded, kind, line.associated, state if of_state else None)

    def coded_names(self, references: _References | None) -> list[str]:
        """The names of the actors of references."""
        return [one.actor.name for one in self.coded(references or ())]

    def of_list(self, form: str, kind: ActorKind) -> Coded | None:
        """An actor of the codebook's that the report does not name; none without a country."""
        found = named_after(form, self.scene.country)
        if not found:
            return None
        actor = Actor(found, kind, is_unknown=True)
        return Coded(self._mapped(Told(found), actor) or actor)

    def _told(self, reference: Mapping[str, Any]) -> Told:
        called, span = name(reference), span_of(dict(reference))
        if span is None:
            return Told(called, called, *self._group_called(called))
        words = span.of(self._text)
        titled = any(heading.overlaps(span) for heading in self._headings)
        group, near = self._group_at(span, called)
        return Told(words, called, group, near, titled or self._opens(span), titled)

    def _opens(self, span: Span) -> bool:
        """Whether words may begin a sentence: at the start of a block, or behind the end of
        another."""
        before = self._text[max(0, span.start - _NEAR) : span.start].rstrip()
        return span.start in self._starts or before[-1:] in _ENDS

    def _group_called(self, called: str) -> tuple[str, str]:
        return next(((group, near) for _, group, near in self._groups if group == called), ("", ""))

    def _group_at(self, span: Span, called: str) -> tuple[str, str]:
        """The group that the words are the name of, or hold, or that has its name among them."""
        inside = [(group, near) for at, group, near in self._groups if at.overlaps(span)]
        words = f" {span.of(self._text)} "
        among = ((group, near) for _, group, near in self._groups if f" {group} " in words)
        group, near = next(chain(inside, among), self._group_called(called))
        return (f"{group}s" if f"{group}s" in self._names else group), near


def _groups(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Where each group or body is named by a proper name, its name, and the words beside it."""
    for item in document.present:
        if item.kind is Kind.ENTITY and item.fields.get("label") in (Label.GROUP, Label.ORG):
            called = str(item.fields.get("name") or item.words)
            if _is_named(item):
                yield from ((quote.span, called, _near(item)) for quote in item.quotes)


def _is_named(item: Item) -> bool:
    """Whether it has a proper name, rather than a description."""
    forms = item.fields.get("forms")
    return MentionForm.NAME in forms if forms else item.words[:1].isupper()


def _near(item: Item) -> str:
    """The words right before and behind each mention."""
    before = [word for quote in item.quotes for word in quote.prefix.split()[-1:]]
    behind = [word for quote in item.quotes for word in quote.suffix.split()[:1]]
    return " ".join([*before, *behind])


@dataclass(frozen=True, slots=True)
class _Sides:
    incident: Incident
    doing: list[Coded]
    met: list[Coded]
    coder: _Coder

    @property
    def charged(self) -> Coded | None:
        """The one that is held to have done it: who claims it, or who alone is accused."""
        charges = list(self.incident.field("charges") or ())
        claimed = [one for one in charges if one.get("stance") == Stance.CLAIM]
        denied = {name(one) for one in charges if one.get("stance") == Stance.DENY}
        accused = [one for one in charges if name(one) not in denied]
        found = self.coder.coded(claimed or accused)
        return found[0] if len(found) == 1 and found[0].actor.is_armed else None

    @property
    def hits_civil_things(self) -> bool:
        """Whether a thing of civilians is told to be met: "shops and homes"."""
        return any(is_civil_thing(name(one)) for one in self.incident.field("side_b") or ())

    @property
    def dead(self) -> list[Coded]:
        """Who those are that were killed, by what was counted."""
        counted = [one.fields.get("counted") or {} for one in self.incident.deaths]
        told = [one for one in counted if name(one)]
        return self.coder.coded(told, replace(self.coder.scene, is_met=True))


_Pair = tuple[Coded | None, Coded | None]


def _first_armed(coded: Iterable[Coded], apart_from: Coded | None = None) -> Coded | None:
    """The first of those who fight, one whom the report names before one whom it does not."""
    other = apart_from.actor.name if apart_from else ""
    armed = (one for one in coded if one.actor.is_armed and one.actor.name != other)
    return min(armed, key=lambda one: one.actor.is_unknown, default=None)


def _attacker(found: _Sides) -> Coded | None:
    unknown = found.coder.of_list("unidentified", ActorKind.POLITICAL_MILITIA)
    return _first_armed(found.doing) or found.charged or unknown


def _battle(found: _Sides) -> _Pair:
    """Two armed sides; where one is told alone it was met by people whom nobody names, or fought
    its like: "clan militias fought each other"."""
    first = _first_armed(found.doing) or found.charged
    if first is None:
        second = _first_armed(found.met)
        unknown = _attacker(found)
        is_other = second and unknown and unknown.actor.name != second.actor.name
        return (unknown, second) if is_other else (second, None)
    second = _first_armed([*found.met, *found.doing], first)
    return first, second or (first if _among_themselves(found, first) else None)


def _among_themselves(found: _Sides, first: Coded) -> bool:
    """Whether those of one kind fought one another: "farmers clashed with herders"."""
    identity = first.actor.kind is ActorKind.IDENTITY_MILITIA
    if identity and any(one.actor.name == first.actor.name for one in found.met):
        return True
    told = [name(one).lower() for one in found.incident.field("side_b") or ()]
    return any(one in words.split()[:1] for one in told for words in RECIPROCALS)


def _remote(found: _Sides) -> _Pair:
    """Who fires, and whom it hits: the first target that is told, else those whom it killed."""
    first = _attacker(found)
    name_ = first.actor.name if first else ""
    met = [*found.met, *found.dead]
    return first, next((one for one in met if one.actor.name != name_), None)


def _against_civilians(found: _Sides) -> _Pair:
    """Who attacks, and civilians; who is armed and cannot fight back is one of them."""
    civil = next((one for one in found.met if one.actor.kind is ActorKind.CIVILIANS), None)
    if civil is None and found.met:
        other = found.met[0]
        called = named_after("civilians", found.coder.scene.country, name(other.reference))
        civil = Coded(Actor(called, ActorKind.CIVILIANS), other.reference)
    return _attacker(found), civil or found.coder.of_list("civilians", ActorKind.CIVILIANS)


def _demonstration(found: _Sides) -> _Pair:
    kind, form = _CROWDS[EventType(found.coder.scene.kind)]
    every = [*found.doing, *found.met]
    crowd = next((one for one in every if one.actor.kind is kind), None)
    first = crowd or found.coder.of_list(form, kind)
    second = _first_armed(every)
    hurt = next((one for one in found.met if one.actor.kind is ActorKind.CIVILIANS), None)
    return first, second or (hurt if kind is ActorKind.RIOTERS else None)


def _as_told(found: _Sides) -> _Pair:
    """Who did it and with whom; of an agreement the second of those who made it.

    What armed people loot or burn is of civilians, where nothing else is said.
    """
    doing, met = (sorted(some, key=_is_unknown) for some in (found.doing, found.met))
    first = next(iter(doing), None) or next(iter(met), None)
    rest = [one for one in (*met, *doing) if first and one.actor.name != first.actor.name]
    second = next(iter(rest), None)
    looted = found.incident.field("subkind") == SubType.LOOTING and first in doing
    if second is None and looted and found.hits_civil_things:
        second = found.coder.of_list("civilians", ActorKind.CIVILIANS)
    return first, second


def _is_unknown(coded: Coded) -> bool:
    return coded.actor.is_unknown


_BY_KIND: dict[EventType, Callable[[_Sides], _Pair]] = {
    EventType.BATTLES: _battle,
    EventType.REMOTE_VIOLENCE: _remote,
    EventType.AGAINST_CIVILIANS: _against_civilians,
    EventType.PROTESTS: _demonstration,
    EventType.RIOTS: _demonstration,
}


def targets_civilians(incident: Incident, parties: Parties) -> bool:
    """Return whether civilians are the main or only target (ACLED, "Civilian targeting").

    So it is in all violence against civilians, in excessive force against protesters, and in remote
    violence and mob violence whose second actor they are.
    """
    kind, subkind = incident.field("kind"), incident.field("subkind")
    if kind == EventType.AGAINST_CIVILIANS or subkind == SubType.EXCESSIVE_FORCE:
        return True
    by_mob = subkind == SubType.MOB_VIOLENCE
    return (by_mob or kind == EventType.REMOTE_VIOLENCE) and parties.civilians_targeted
