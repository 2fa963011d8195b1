"""Words of a figure, and right beside it, that tell how it stands to the one before."""

import re

from extract.doc.morphology import noun_forms
from extract.lexicon import cached, table
from extract.lexicon.closed import POSSESSIVES
from extract.lexicon.using import alternation
from extract.records import Figure
from extract.vocabulary import FigureRole

ANYONE = "anyone"
CIVILIANS = "civilians"
SOME = "some of them"
_FROM = "from "
_ACCORDING = " according to"
_LONGEST_PERHAPS = 32
"""Characters before a number."""
_LONGEST_BRACKET = 200
"""Characters from a whole to its part in brackets."""
_OPENING = re.compile(r"\s?(\(|[-–—]+(?=\s)|—|:)\s?")
_LONGEST_DEATH = 80
"""Characters behind a number."""
_ALSO = "also"
_ALSO_BEHIND, _ALSO_BEFORE, _NEAR_ALSO = 3, 2, 32
"""Words and characters beside those counted among which "also" stands."""
_BLANK = r"[^\S\n]"


def died_later(text: str, figure: Figure) -> bool:
    """Return whether those died after the others: "one died later", "two died of their wounds"."""
    return _later().match(text[figure.end : figure.end + _LONGEST_DEATH]) is not None


def is_told_besides(text: str, figure: Figure) -> bool:
    """Return whether those are told of beside others: "a civilian was also killed", "they also
    killed two herders"."""
    end = figure.counted.end if figure.counted else figure.end
    behind = text[end : end + _NEAR_ALSO].split()[:_ALSO_BEHIND]
    before = text[max(0, figure.start - _NEAR_ALSO) : figure.start].split()[-_ALSO_BEFORE:]
    return _ALSO in behind or _ALSO in before


def was_before(text: str, figure: Figure) -> bool:
    """Return whether it is what a toll was before: "revised down to 17 from 20"."""
    return text[max(0, figure.start - len(_FROM)) : figure.start].lower() == _FROM


def is_in_brackets(text: str, whole: Figure, part: Figure) -> bool:
    """Return whether a part stands in brackets, or behind a dash or colon, after its whole:
    "three people (a nurse and two ...)", "three people - Aro, Lanne and ..."."""
    start = whole.counted.end if whole.counted else whole.end
    between = text[start : part.start] if part.start - start < _LONGEST_BRACKET else ""
    opening = _OPENING.match(between)
    if opening is None or (part.event, part.outcome) != (whole.event, whole.outcome):
        return False
    closing = {"(": ")", ":": "."}.get(opening[1], opening[1])
    return closing not in between[opening.end() :]


def is_perhaps(text: str, figure: Figure) -> bool:
    """Return another number for the same: "two people, perhaps three",
    "eight - 11 according to ..."."""
    if text.startswith(_ACCORDING, figure.end):
        return True
    before = text[max(0, figure.start - _LONGEST_PERHAPS) : figure.start].rstrip().lower()
    words = before.removesuffix(" as many as").removesuffix(" up to").split()
    return bool(words) and words[-1] in _perhaps()


@cached
def _later() -> re.Pattern[str]:
    """Behind those who died after the others: "later died", "died of their wounds"."""
    lists = table("figures")["death"]
    died, later, before, where = (
        alternation(lists[name], _BLANK) for name in ("died", "later", "before", "where")
    )
    whose = alternation([*sorted(POSSESSIVES), "the"], _BLANK)
    return re.compile(
        rf"[^.;:!?\n]{{0,40}}?\b(?:{before}{_BLANK}{died}|{died}{_BLANK}"
        rf"(?:{later}|(?:of|to|from){_BLANK}{whose}{_BLANK}|(?:in|at|on){_BLANK}[^.;:!?,\n]{{0,24}}\b{where}))",
        re.IGNORECASE,
    )


@cached
def _perhaps() -> frozenset[str]:
    return frozenset(table("outcomes")["perhaps"]["words"])


def class_of(text: str, figure: Figure) -> str:
    """Return what a figure counts: `ANYONE` for people at large, a class of nouns,
    or the noun itself."""
    if figure.counted is None:
        # "killing two of them": some of a group, not people at large
        return SOME if figure.role == FigureRole.SUBSET and figure.part_of is None else ANYONE
    words = figure.counted.of(text).lower().split(" of ")[0].split(" and ")[0].split()
    if not words or words[-1] in table("outcomes")["dates"]["words"]:
        return ANYONE
    return _classes().get(words[-1], words[-1].removesuffix("s"))


def modifier_of(text: str, figure: Figure) -> str:
    """Return what stands before the noun that is counted: "Chadian" of "Chadian soldiers"."""
    words = figure.counted.of(text).lower().split() if figure.counted else []
    return " ".join(words[:-1])


def is_broad(kind: str) -> bool:
    """Return whether a class holds people at large: anyone, or civilians."""
    return kind in (ANYONE, CIVILIANS)


def is_anyone(words: str) -> bool:
    """Return whether words name people at large, so that they tell nobody from others: "people"."""
    told = words.split()
    return bool(told) and _classes().get(told[-1]) == ANYONE


def counts_bodies(text: str, figure: Figure) -> bool:
    """Return whether bodies are counted: "22 bodies"."""
    words = figure.counted.of(text).lower().split() if figure.counted else []
    return bool(words) and words[0] in _bodies()


@cached
def _bodies() -> frozenset[str]:
    return frozenset(
        form for word in table("outcomes")["bodies"]["words"] for form in noun_forms(word)
    )


@cached
def _classes() -> dict[str, str]:
    lists = table("outcomes")["same"]
    return {
        form: name for name, nouns in lists.items() for noun in nouns for form in noun_forms(noun)
    }
