"""Words around a number that say how exact it is, or how it stands to another number."""

import re
from dataclasses import dataclass

from extract.lexicon import cached, table
from extract.lexicon.patterns import alternation
from extract.quantities.words import any_listed

PLAIN = "plain"
ADDITIVE = "additive"
SUBSET = "subset"
CUMULATIVE = "cumulative"
EARLIER = "earlier"
"""What a toll was before, of whatever place in the text: "they had earlier said"."""

_LOOK_BACK = 48
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Around:
    """What the words beside a number say of it."""

    start: int
    """Where those before it begin."""
    end: int
    """Where those after it end."""
    bound: str = "exact"
    """exact, at_least, more_than, up_to, fewer_than or about."""
    role: str = PLAIN
    """plain, additive, subset or cumulative, as on `Figure`."""
    between: bool = False
    """"between" stands before it."""


def around(text: str, start: int, end: int) -> Around:
    """Read the words on both sides of a number at the offsets, its currency included."""
    bound, role, left, between = "exact", PLAIN, start, False
    for _ in range(_MOST_WORDS):
        match = _before().search(text, max(0, left - _LOOK_BACK), left)
        if match is None:
            break
        left = match.start()
        kind = match.lastgroup or ""
        if kind in (ADDITIVE, SUBSET):
            role = kind
        elif kind == "between":
            between = True
        elif kind != "passed" and bound in ("exact", "about"):
            bound = kind
    right, after = _behind(text, end)
    return Around(left, right, after if bound == "exact" and after else bound, role, between)


def _behind(text: str, end: int) -> tuple[int, str | None]:
    match = _after().match(text, end)
    if match is None:
        return end, None
    bounds = {"plus": "at_least", "strong": None}
    return match.end(), bounds.get(match.lastgroup or "", match.lastgroup)


def bound_behind(text: str, end: int) -> tuple[str, int] | None:
    """Return the bound that stands behind what is counted, and where its words end.

    "at least" counts only where nothing follows that it could be said of instead.
    """
    match = _loose().match(text, end)
    return (match.lastgroup or "", match.end()) if match else None


@cached
def _loose() -> re.Pattern[str]:
    groups, goes_on = table("numbers")["qualifiers"]["behind"], any_listed("counted", "goes_on")
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(
        rf"(?:[^\S\n]{{1,2}}|,[^\S\n]{{1,2}}(?=[^,.;:\n]{{1,32}}[,.;:)])|[^\S\n]?\([^\S\n]?)"
        rf"(?:{joined})(?=[^\S\n]*(?:[.,;:)!?\n–—-]|$)|[^\S\n]+(?:{goes_on}|[a-z]{{3,12}}ed)\b)[,)]?",
        re.IGNORECASE,
    )


@cached
def _before() -> re.Pattern[str]:
    lists = table("numbers")
    groups = {name: list(words) for name, words in lists["qualifiers"]["before"].items()}
    groups[ADDITIVE] = lists["roles"]["additive_before"]
    groups[SUBSET] = lists["roles"]["subset_before"]
    for name in ("between", "passed"):
        groups[name] = table("figures")["counted"][name]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"(?<!\w)(?:{joined})[^\S\n]{{0,2}}[-‑]?$", re.IGNORECASE)


@cached
def _after() -> re.Pattern[str]:
    groups = table("numbers")["qualifiers"]["after"]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"[^\S\n]{{0,2}}(?:(?:{joined})(?!\w)|(?P<plus>\+))", re.IGNORECASE)
