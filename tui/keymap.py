"""The keys in force: those of the table of actions, with a user's over them."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tui.actions import ACTIONS, Action, Hint, hints, of_pane, shown
from tui.kinds import TABS

_OVER_ALL = ("reader", "app")
"""Panes whose keys work beside those of any pane of the reader."""
_OF_READER = ("article", "list")
_BEFORE_READER = ("adjudication", "visit", *(tab.name for tab in TABS))
"""Panes whose keys work beside those of the panes of the reader, and come before its own."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by the id of their action, and what is wrong with the user's."""

    keys: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, Mapping[str, Action]]
    """By pane and key; of two actions that want a key, that to which the user has moved it."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The user's keys, as Textual takes them."""
    problems: tuple[str, ...] = ()
    """One line each: unknown actions, and keys that two actions want."""

    def shown(self, ident: str) -> str:
        """Return the keys of an action as they are written."""
        return " ".join(shown(key) for key in self.keys.get(ident, ()))

    def meant(self, panes: Iterable[str], key: str, character: str | None = None) -> Action | None:
        """Return the action that a key means in the first of some panes where it means one."""
        written = (key,) if "+" in key or character is None else (key, character)
        wanted = (self.meanings.get(pane, {}).get(one) for pane in panes for one in written)
        return next((action for action in wanted if action is not None), None)

    def footer(self, panes: Sequence[str]) -> list[Hint]:
        """Return the keys that work in some panes, and what they do, as the footer has them."""
        found = []
        for action in (one for pane in panes for one in of_pane(pane) if one.footer):
            keys = (key for key in self.keys[action.id] if self.meant(panes, key) is action)
            first = next(keys, None)
            if first is not None:
                found.append((action, first))
        return hints(found)


def keymap(own: Mapping[str, str]) -> Keymap:
    """Return the table's keys with the user's over them; those of no action are left out.

    `own` has keys by id, several parted by commas: `{"reader.accept": "y,a"}`.
    """
    unknown = [f"keys: there is no action '{ident}'" for ident in own if ident not in ACTIONS]
    known = {ident: _parted(keys) for ident, keys in own.items() if ident in ACTIONS}
    known |= _given_up(known)
    keys = {ident: known.get(ident, action.keys) for ident, action in ACTIONS.items()}
    moved = {ident: ",".join(keys) for ident, keys in known.items()}
    return Keymap(keys, _meanings(keys, moved), moved, (*unknown, *_clashes(keys)))


def _meanings(
    keys: Mapping[str, Iterable[str]], moved: Container[str]
) -> Mapping[str, Mapping[str, Action]]:
    found: defaultdict[str, dict[str, Action]] = defaultdict(dict)
    for ident in sorted(keys, key=lambda ident: ident not in moved):
        action = ACTIONS[ident]
        for key in keys[ident]:
            found[action.pane].setdefault(key, action)
    return found


def _given_up(own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The actions that have a number for a key which a user has given to another: left without."""
    return {
        ident: ()
        for ident, action in ACTIONS.items()
        if action.numbered and ident not in own
        for other, keys in own.items()
        if _meet(action.pane, ACTIONS[other].pane) and set(action.keys) & set(keys)
    }


def _parted(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() or "comma" for key in keys.split(",")) if keys.strip() else ()


def _clashes(keys: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Keys that two actions want which can both be meant."""
    wanting: defaultdict[str, list[str]] = defaultdict(list)
    for ident, wanted in keys.items():
        for key in dict.fromkeys(wanted):
            wanting[key].append(ident)
    for key, idents in wanting.items():
        for one, other in combinations(idents, 2):
            if _meet(ACTIONS[one].pane, ACTIONS[other].pane):
                yield f"keys: {shown(key)} is wanted by both {one} and {other}"


def _meet(pane: str, other: str) -> bool:
    if pane == other:
        return True
    if {pane, other} & set(_BEFORE_READER):
        return bool({pane, other} & set(_OF_READER))
    reader = (*_OVER_ALL, *_OF_READER)
    return pane in reader and other in reader and not (pane in _OF_READER and other in _OF_READER)
