"""Comparing figures: what numbers allow, and whether they count the same."""

from math import inf

from extract.checks.page import Page
from extract.doc.people import is_people
from extract.lexicon import cached, table
from extract.records import Figure, Qualifier, Span

HARM = frozenset(
    {
        "killed",
        "wounded",
        "casualties",
        "missing",
        "captured",
        "abducted",
        "displaced",
        "besieged",
        "evacuated",
        "released",
        "surrendered",
    }
)
"""Outcomes of people that figures of a conflict tell."""
MATERIAL = frozenset({"destroyed", "seized", "strikes"})
_NEAR = 0.1
"""By how much "about 50" may be off."""
_ROUNDED = 0.02


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    low = figure.low if figure.low is not None else figure.point
    high = figure.high if figure.high is not None else figure.point
    if figure.qualifier is Qualifier.ABOUT and figure.point is not None:
        return figure.point * (1 - _NEAR), figure.point * (1 + _NEAR)
    if figure.qualifier is Qualifier.AT_LEAST:
        high = figure.high
    if figure.qualifier is Qualifier.UP_TO:
        low = figure.low
    return (low if low is not None else -inf), (high if high is not None else inf)


def agree(one: Figure, other: Figure) -> bool:
    """Whether both can be true of the same things; rounding is let pass."""
    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return low <= other_high * (1 + _ROUNDED) and other_low <= high * (1 + _ROUNDED)


def head(page: Page, figure: Figure) -> str:
    """The noun that is counted, in lower case and without the "s" of a plural; "" if unknown."""
    if figure.counted is None:
        return ""
    words = page.words(figure.counted).lower().split(" of ")[0].split(" and ")[0].split()
    return words[-1].removesuffix("s") if words else ""


def counts_people(page: Page, figure: Figure) -> bool:
    """Whether people are counted, as far as the noun tells."""
    if figure.counted is None:
        return False
    noun = head(page, figure)
    return is_people(noun) or noun in _nouns("people")


def counts_bodies(page: Page, figure: Figure) -> bool:
    """Whether units are counted that hold several people: families, houses, villages."""
    return head(page, figure) in _nouns("bodies")


def counts_civilians(page: Page, figure: Figure) -> bool:
    """Whether people are counted who do not fight, as far as the noun tells."""
    return head(page, figure) in _nouns("civil")


def told(page: Page, figure: Figure) -> str:
    """The number and what it counts in the report's words, in quotation marks."""
    counted = figure.counted
    if (
        counted
        and counted.start >= figure.end
        and page.sentence_at(figure.start) == (page.sentence_at(counted.start))
    ):
        return f"“{page.words(Span(figure.start, counted.end))}”"
    return f"“{page.words(figure)}”"


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


@cached
def _all_nouns() -> dict[str, frozenset[str]]:
    return {name: frozenset(some) for name, some in table("checks")["noun"].items()}


def _nouns(name: str) -> frozenset[str]:
    return _all_nouns()[name]
