"""What the forms of several kinds have in common."""

from collections.abc import Iterable

from store.items import Item
from tui.review.named import Known, with_own


def known_with(known: Known, item: Item, name: str) -> Known:
    """Return what a field may name, with the record or records that stand in it."""
    value = item.fields.get(name)
    return with_own(known, value if isinstance(value, list) else [value])


def options(values: Iterable[str]) -> dict[str, str]:
    """Return values that are shown as they are kept."""
    return {str(value): str(value) for value in values}
