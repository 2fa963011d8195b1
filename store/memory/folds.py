"""Which suggestions are folded away: those whose like was rejected every time."""

from store.items import Item
from store.memory.evidence import Table
from store.memory.features import REJECTED, Feature, features
from store.memory.memory import Memory, Needed, Remembered

BROAD = Needed(8, 3)
"""For a whole kind, of which there may be one that matters."""
_CHANCE, _CHANCE_OF_ALL = 0.01, 0.001
"""How likely so many rejections may be where the word, or the kind, tells nothing: who rejects
every other row by and by rejects any word three times."""
_ENOUGH, _ENOUGH_OF_ALL = 8, 12
"""From so many on it is a rule, however many are rejected."""


def folding(item: Item, memory: Memory) -> Remembered | None:
    """Return why a suggestion is folded away, none where it is not or is decided.

    All of its like were rejected, never one of them kept, and often enough: words and names three
    times in two reports, whole kinds eight times in three; up to eight and twelve, where so many
    of its kind are rejected that less may be chance. Nothing is decided by it.
    """
    if item.decided or item.note or item.flag or item.tags:
        return None
    for feature in features(item):
        found = memory.find(Table.REJECTED, feature.of, BROAD if feature.broad else None)
        if found is not None and found.value != REJECTED:
            return None  # its like was kept: what else it has in common does not matter
        if found is not None and found.times == found.of and not _is_chance(feature, found, memory):
            return found
    return None


def _is_chance(feature: Feature, found: Remembered, memory: Memory) -> bool:
    """Whether it may be by chance that none was kept; what a person wrote is not."""
    enough = _ENOUGH_OF_ALL if feature.broad else _ENOUGH
    if not found.times or found.times >= enough:
        return False
    rate = memory.rate(feature.of.partition(": ")[0])
    return rate**found.times > (_CHANCE_OF_ALL if feature.broad else _CHANCE)
