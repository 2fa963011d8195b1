"""The type and sub-type of a row, where the parties tell more than the words of the act.

In the sense of ACLED's codebook: force that hurts a crowd which protests is excessive force against
protesters, whatever was fired; what a mob does to people is mob violence.
"""

from collections.abc import Iterable, Sequence

from extract.doc.morphology import noun_forms
from extract.entities import head_of, is_irregular
from extract.incidents.acts import Act
from extract.lexicon import cached, table
from extract.records import Party, Toll
from extract.vocabulary import EventType, Outcome, SubType

Kind = tuple[str, str | None]
_HARM = (Outcome.KILLED, Outcome.WOUNDED, Outcome.CASUALTIES)
_TERRITORY = (SubType.GOVERNMENT_REGAINS, SubType.NON_STATE_OVERTAKES)
_FORCE = (EventType.AGAINST_CIVILIANS, EventType.REMOTE_VIOLENCE)


def kind_of_row(
    lead: Act,
    acts: Iterable[Act],
    sides: Sequence[Iterable[Party]],
    tolls: Iterable[Toll],
    text: str,
) -> Kind:
    """Return type and sub-type of an incident by the act that tells it, its sides and its tolls."""
    kind, subkind = lead.event.kind, lead.event.subkind
    hurt = any(toll.outcome in _HARM and toll.best for toll in tolls)
    doing, met = ([head_of(party.telling.of(text)) for party in side] for side in sides)
    protesting = any(act.event.kind == EventType.PROTESTS for act in acts)
    if kind in _FORCE and (protesting or _are_all(met, "protest")):
        used = SubType.EXCESSIVE_FORCE if hurt else SubType.PROTEST_WITH_INTERVENTION
        return EventType.PROTESTS, used
    if kind == EventType.AGAINST_CIVILIANS and _by_suicide(sides[0], text):
        return EventType.REMOTE_VIOLENCE, SubType.SUICIDE_BOMB
    by_mob = _are_all(doing, "mob")
    if kind == EventType.AGAINST_CIVILIANS and by_mob:
        return EventType.RIOTS, SubType.MOB_VIOLENCE
    if kind in (EventType.AGAINST_CIVILIANS, EventType.BATTLES) and _are_all(doing, "protest"):
        return EventType.RIOTS, SubType.VIOLENT_DEMONSTRATION
    if kind == EventType.RIOTS and not protesting and _are_armed(sides[0], text):
        return _of_armed(hurt)
    if (
        subkind == SubType.VIOLENT_DEMONSTRATION
        and hurt
        and not protesting
        and (by_mob or not doing)
    ):
        return EventType.RIOTS, SubType.MOB_VIOLENCE
    if subkind == SubType.ARMED_CLASH:
        return kind, _taken(acts) or subkind
    return kind, subkind


def _by_suicide(doing: Iterable[Party], text: str) -> bool:
    told = {word for party in doing for word in party.telling.of(text).lower().split()}
    return bool(told & set(table("incidents")["crowd"]["suicide"]))


def _are_armed(doing: Iterable[Party], text: str) -> bool:
    """Whether all who did it are armed groups, which do not riot: "gang members"."""
    told = [party.telling.of(text) for party in doing]
    return bool(told) and all(is_irregular(words) for words in told)


def _of_armed(hurt: bool) -> Kind:
    """What burning and breaking is where armed people do it."""
    if hurt:
        return EventType.AGAINST_CIVILIANS, SubType.ATTACK
    return EventType.STRATEGIC, SubType.LOOTING


def _taken(acts: Iterable[Act]) -> str | None:
    """The sub-type of a fight by which a place changes hands."""
    told = (act.event.subkind for act in acts if not act.is_background)
    return next((subkind for subkind in told if subkind in _TERRITORY), None)


def _are_all(heads: Sequence[str], name: str) -> bool:
    return bool(heads) and all(head in _crowds()[name] for head in heads)


@cached
def _crowds() -> dict[str, frozenset[str]]:
    """Nouns for those who demonstrate, and for those who riot, in all forms."""
    lists = table("incidents")["crowd"]
    return {
        name: frozenset(form for word in words for form in noun_forms(word))
        for name, words in lists.items()
    }
