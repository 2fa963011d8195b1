"""People killed or otherwise harmed in an event: low, best and high, after a numbers profile."""

import contextlib
from collections.abc import Iterable, Sequence

from extract.claims import Claim, Number, claim_of, number_of
from extract.records import Span
from extract.vocabulary import PROFILES, FigureRole
from store.items import Fields, Item
from store.references import span_of
from store.wording import counted, name

__all__ = ["PROFILES", "counting", "groups_of", "toll"]

_NUMBERS = ("low", "point", "high")
KILLED, CASUALTIES = "killed", "casualties"


def counting(figures: Iterable[Item], outcome: str) -> tuple[Item, ...]:
    """Return the figures that count people of an outcome, parts of others of these left out.

    "No casualties" counts none of them.
    """
    found = [figure for figure in figures if _counts(figure, outcome)]
    places = {figure.span for figure in found}
    return tuple(figure for figure in found if _whole(figure) not in places)


def _counts(figure: Item, outcome: str) -> bool:
    fields = figure.fields
    none = all(fields.get(name) in (0, None) for name in ("low", "point", "high"))
    unhurt = fields.get("outcome") == CASUALTIES and none and not fields.get("vague")
    return not fields.get("unit") and (fields.get("outcome") == outcome or unhurt)


def _whole(figure: Item) -> Span | None:
    """Where the figure stands that this one is a part of."""
    reference = figure.fields.get("part_of")
    return span_of(reference) if reference else None


def toll(figures: Sequence[Item], profile: str) -> Number:
    """Return what figures of people killed in one event come to.

    Figures that count the same people are claims about one number: the lowest is best, as ACLED's
    and UCDP's codebooks prefer, and the range holds them all; a later toll replaces what was told
    before it, which stays in the range. Different people are added up.
    """
    return number_of([_claim(figure, profile) for figure in group] for group in groups_of(figures))


def groups_of(figures: Sequence[Item]) -> list[list[Item]]:
    """Return the figures by the people they count, in the order of the text.

    A figure says itself whom it counts again. Those that cannot say so, as they were added by hand,
    read by an earlier version, or moved here from another event, count those of the same noun. The
    same number told again, as in a table of key figures, counts nobody anew.
    """
    groups: list[list[Item]] = []
    places: dict[Span, list[Item]] = {}
    nouns: dict[str, list[Item]] = {}
    events: set[Span | None] = set()
    for figure in sorted(figures, key=lambda item: item.span):
        first = _first(figure) or figure.span
        noun = counted(figure.fields).casefold()
        group = places.get(first)
        if group is None and groups and _is_mute(figure, events):
            group = (
                groups[0]
                if figure.fields.get("role") == FigureRole.CUMULATIVE
                else nouns.get(noun) or nouns.get("")
            )
        if group is None:
            group = next((one for one in groups if _repeats(figure, one[0])), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(figure)
        events.add(_read_event(figure))
        places.update({first: group, figure.span: group})
        nouns.setdefault(noun, group)
    return groups


def _repeats(figure: Item, other: Item) -> bool:
    """Whether a figure has the number of another and may count the same people: "Killed | 17", or
    "14 people" behind a heading with "14 villagers"."""
    numbers = [tuple(one.fields.get(end) for end in _NUMBERS) for one in (figure, other)]
    further = figure.fields.get("role") == FigureRole.ADDITIVE
    if further or numbers[0] != numbers[1] or not any(numbers[0]):
        return False
    from extract.quantities import may_count_the_same  # with all number rules: see below

    return may_count_the_same(counted(figure.fields), counted(other.fields))


def _first(figure: Item) -> Span | None:
    """Where the first count of the same people stands."""
    reference = figure.fields.get("same_as")
    return span_of(reference) if reference else None


def _is_mute(figure: Item, events: set[Span | None]) -> bool:
    """Whether a figure cannot say which of those told before it counts again."""
    if figure.fields.get("role") == "additive":
        return False
    mine = _read_event(figure)
    return "same_as" not in figure.fields or mine is None or mine not in events


def _read_event(figure: Item) -> Span | None:
    """Where the event stands that the reading gave the figure."""
    reference = figure.suggestion.fields.get("event") if figure.suggestion else None
    return span_of(reference) if reference else None


def _claim(figure: Item, profile: str) -> Claim:
    """The least, the stated and the most that one figure may mean."""
    fields = figure.fields
    low, point, high = _meant(fields, profile)
    return claim_of(
        low,
        point,
        high,
        role=str(fields.get("role")),
        qualifier=fields.get("qualifier"),
        source=name(fields.get("source")) or None,
        start=figure.span.start,
    )


def _meant(fields: Fields, profile: str) -> tuple[float | None, float | None, float | None]:
    """Low, point and high; of a vague word the bounds that the profile gives it."""
    low, point, high = (fields.get(end) for end in _NUMBERS)
    if not fields.get("vague"):
        return low, point, high
    from extract.quantities import bounds  # with all number rules: not needed to open a report

    with contextlib.suppress(KeyError):  # a word of the reader's own that no profile knows
        low, high = bounds(str(fields["vague"]), profile)
    return low, low, high
