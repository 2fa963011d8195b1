"""Which suggestions are folded away: those whose like was rejected every time."""

from collections.abc import Iterator

from store.items import Item
from store.memory.evidence import Table
from store.memory.features import REJECTED, features, is_broad, kind_of
from store.memory.memory import NEEDED, Memory, Needed, Remembered

BROAD = Needed(8, 3)
"""For a whole kind, of which there may be one that matters."""
_SEEN = Needed(1, 1)
"""For a word of a kind that is always rejected: a new one may be what matters."""
_LEANING = Needed(2, 2)
"""For standing behind the others."""
_CHANCE, _CHANCE_OF_ALL = 0.01, 0.001
"""How likely so many rejections may be where the word, or the kind, tells nothing: who rejects
every other row by and by rejects any word three times."""
_ENOUGH, _ENOUGH_OF_ALL = 8, 16
"""From so many on it is a rule, however many are rejected."""


def folding(item: Item, memory: Memory) -> Remembered | None:
    """Return why a suggestion is folded away, none where it is not or is decided.

    All of its like were rejected, never one of them kept, and often enough: words and names three
    times in two reports, whole kinds eight times in three, but for new words; up to eight and
    sixteen, where so many of its kind are rejected that less may be chance. Nothing is decided.
    """
    if item.decided or item.note or item.flag or item.tags:
        return None
    found = [(feature, _found(feature, memory)) for feature in features(item)]
    by_hand = next((why for _, why in found if why is not None and not why.times), None)
    if by_hand is not None:
        return by_hand if by_hand.value == REJECTED else None
    is_known = True
    for feature, why in found:
        if not is_broad(feature):
            if why is not None and why.value != REJECTED:
                return None  # its word was kept: what kind it is of does not matter
            is_known = why is not None
        if why is not None and is_known and _is_folded(feature, why, memory):
            return why
    return None


def _found(feature: str, memory: Memory) -> Remembered | None:
    return memory.find(Table.REJECTED, feature, BROAD if is_broad(feature) else _SEEN)


def _is_folded(feature: str, found: Remembered, memory: Memory) -> bool:
    """Whether what is always rejected of a feature is often enough to fold its like away."""
    needed = BROAD if is_broad(feature) else NEEDED[Table.REJECTED]
    enough = found.times >= needed.decisions and len(found.reports) >= needed.reports
    return enough and found.value == REJECTED and _is_rule(feature, found, memory)


def leaning(item: Item, memory: Memory) -> Remembered | None:
    """Return why a suggestion will hardly be kept: all of its like were rejected, in two reports at
    least. It is as open as any other, and stands behind them."""
    for feature in features(item):
        found = memory.find(Table.REJECTED, feature, _LEANING)
        if found is not None:
            every = found.value == REJECTED and found.times == found.of
            return found if every else None
    return None


def rules(memory: Memory) -> Iterator[tuple[str, Remembered]]:
    """Yield by which features suggestions are folded away, and why; a person's lines aside."""
    for feature, found in memory.answers(Table.REJECTED):
        if _is_folded(feature, found, memory):
            yield feature, found


def _is_rule(feature: str, found: Remembered, memory: Memory) -> bool:
    """Whether none was kept, and that hardly by chance."""
    if found.times < found.of:
        return False
    broad = is_broad(feature)
    chance = memory.rate(kind_of(feature)) ** found.times
    enough = _ENOUGH_OF_ALL if broad else _ENOUGH
    return found.times >= enough or chance <= (_CHANCE_OF_ALL if broad else _CHANCE)
