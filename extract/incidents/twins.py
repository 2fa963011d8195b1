"""Incidents that are told in one breath: "the bombings in Dessa and Vemu".

They are two rows, one a place; what is later said of both together ("the 7 August bombings", who
is charged with them) holds for each.
"""

from collections.abc import Iterable, Sequence

from extract.incidents.acts import Act
from extract.incidents.joining import Group


class Twins:
    """Tells which incidents of a report are told with one another by the same words."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by_words: dict[object, list[Group]] = {}
        for group in groups:
            for words in {_words(act) for act in group.acts if act.is_part}:
                self._by_words.setdefault(words, []).append(group)

    def of(self, group: Group) -> list[Group]:
        """Return the incident itself, then its twins in the order of the text."""
        told = (self._by_words[_words(act)] for act in group.acts if act.is_part)
        found = {id(twin): twin for twins in told for twin in twins}
        return list({id(group): group, **found}.values())

    def dated(self, group: Group) -> Sequence[Act]:
        """Return its acts, or where these tell no day those of the twin whose words do."""
        if group.own_days:
            return group.acts
        return next((twin.acts for twin in self.of(group) if twin.own_days), group.acts)


def _words(act: Act) -> object:
    return act.event.id, act.event.triggers
