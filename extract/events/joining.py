"""Mentions of one event joined: same kind, compatible parties, place and date."""

from collections.abc import Iterable

from extract.events.drafts import Draft
from extract.events.triggers import GENERAL
from extract.records import Party, Status, When

_LOOKED_BACK = 12
"""Events of a kind that a mention is compared with, latest first."""
_NEVER_JOINED = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})


class Joined:
    """The mentions that are one event."""

    def __init__(self, draft: Draft) -> None:
        self.drafts = [draft]
        self._actors = _entities(draft.actors)
        self._targets = _entities(draft.targets)
        self._places = _entities([draft.setting.place] if draft.setting.place else [])
        self._when = draft.setting.when if draft.setting.when_near else None

    @property
    def status(self) -> Status:
        """The status of its first mention."""
        return self.drafts[0].status

    def takes(self, draft: Draft) -> bool:
        """Whether a mention may be of this event."""
        first = self.drafts[0]
        if draft.status is not first.status or draft.category.incident != first.category.incident:
            return False
        return (
            _compatible(self._actors, _entities(draft.actors))
            and _compatible(self._targets, _entities(draft.targets))
            and self._same_time(draft)
        )

    def add(self, draft: Draft) -> None:
        """Take a mention in."""
        self.drafts.append(draft)
        self._actors |= _entities(draft.actors)
        self._targets |= _entities(draft.targets)
        if self._when is None and draft.setting.when_near:
            self._when = draft.setting.when

    def _same_time(self, draft: Draft) -> bool:
        theirs = draft.setting.when if draft.setting.when_near else None
        return self._when is None or theirs is None or _overlap(self._when, theirs)


def joined(drafts: Iterable[Draft]) -> list[Joined]:
    """The mentions by event, in the order of each event's first mention."""
    events: list[Joined] = []
    by_kind: dict[tuple[str, str | None], list[Joined]] = {}
    for draft in drafts:
        known = by_kind.setdefault((draft.category.kind, draft.category.subkind), [])
        alone = draft.status in _NEVER_JOINED or draft.category.name == GENERAL
        candidates = [] if alone else known[-_LOOKED_BACK:]
        event = next((one for one in reversed(candidates) if one.takes(draft)), None)
        if event:
            event.add(draft)
        else:
            known.append(Joined(draft))
            events.append(known[-1])
    return events


def _entities(parties: Iterable[Party]) -> set[str]:
    return {party.entity for party in parties if party.entity}


def _compatible(one: set[str], other: set[str]) -> bool:
    """Whether they share somebody, or one says nothing."""
    return not one or not other or bool(one & other)


def _overlap(one: When, other: When) -> bool:
    """Whether two dates have a day in common; what is not resolved may be any day."""
    if one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
