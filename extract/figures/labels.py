"""Numbers that are names, years, scores or pronouns rather than counts: "Resolution 2254"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.figures.fatewords import fate_words, is_people
from extract.figures.quantities import Quantity
from extract.figures.view import View
from extract.figures.words import alternatives
from extract.lexicon import cached, table
from extract.records import Reading, Span
from extract.syntax import Syntax

_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|of|after|before|during|early|late|mid|between|and|to|through|for|year|"
    r"summer|spring|autumn|fall|winter|circa|AD|A\.D\.|end|act|ending)[\s-]$",
    re.IGNORECASE,
)
_YEARS = range(1400, 2151)
_LONGEST_YEAR = 4
_DASHES = "-–‑"
_LOOK_BACK = 12
_NOUNS = frozenset({"NOUN", "PROPN"})
_IMPERSONAL = frozenset({"AUX", "PART", "ADV", "PRON", "CCONJ", "SCONJ", "PUNCT", ""})


class Labels:
    """Tells counts from the other numbers of one text."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._text = syntax.text
        self._dates = [Span(d.start_offset, d.end_offset) for d in reading.dates if d.calendar]
        self._names = [Span(*syntax.span_of(name.first, name.last)) for name in syntax.names]

    def counts(self, found: Quantity, view: View) -> bool:
        """Whether the number counts or measures something."""
        if found.unit is not None:
            return found.unit.kind != "other" or not self._dated(found)
        if found.vague or found.share:
            return not found.digits
        if found.compound or self._dated(found) or self._is_year(found) or self._is_score(found):
            return False
        if self._text[found.start : found.end].lower() == "one":
            return _one_counts(view)
        return not (self._is_address(found) or self._is_named(found, view))

    def _dated(self, found: Quantity) -> bool:
        return _covering(self._dates, found.start) is not None

    def _is_year(self, found: Quantity) -> bool:
        """A year that the dates have missed."""
        plain = found.end - found.start == _LONGEST_YEAR and found.low in _YEARS and found.digits
        low = max(0, found.start - _LOOK_BACK)
        return plain and _YEAR_BEFORE.search(self._text, low, found.start) is not None

    def _is_score(self, found: Quantity) -> bool:
        """One side of "52-35", or digits with a zero before them."""
        text = self._text
        if (
            text[found.start] == "0"
            and found.end - found.start > 1
            and text[found.start + 1].isdigit()
        ):
            return True
        left, right = text[max(0, found.start - 2) : found.start], text[found.end : found.end + 2]
        return (len(left) == 2 and left[1] in _DASHES and left[0].isdigit()) or (
            len(right) == 2 and right[0] in _DASHES and right[1].isdigit()
        )

    def _is_address(self, found: Quantity) -> bool:
        return found.digits and _street().match(self._text, found.end) is not None

    def _is_named(self, found: Quantity, view: View) -> bool:
        before = view.lower(view.first - 1)
        if _counted_follows(view):
            return False
        if before in _label_words() and view.pos(view.first - 1) not in ("VERB", "AUX"):
            return True
        name = _covering(self._names, found.start)
        if name is not None and name.start < found.start:
            return True
        return _capital_stands_before(view, self._text, found)


def _covering(spans: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and spans[place].end > offset else None


def _capital_stands_before(view: View, text: str, found: Quantity) -> bool:
    """A word with a capital right before that opens no sentence: "Model 3", "iPhone 14 Pro"."""
    before = view.first - 1
    word = view.word(before)
    if text[found.start - 1 : found.start] != " " or not word or word == word.lower():
        return False
    opens = before == view.sentence.first and word[1:] == word[1:].lower()
    return not opens and not (word.isupper() and view.word(view.after).isupper())


def _counted_follows(view: View) -> bool:
    """Whether something that can be counted stands behind: a plural, people, or "killed"."""
    words = fate_words()
    for token in view.rightward(view.after, 4):
        word, pos = view.lower(token), view.pos(token)
        if (
            word in words.beside
            or word in words.people
            or (pos == "NOUN" and (is_people(word) or _plural(word)))
        ):
            return view.word(token) == word or pos == "NOUN"
        if pos not in ("ADJ", "NOUN", "PROPN", "ADV") or not view.word(token).islower():
            return False
    return False


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _one_counts(view: View) -> bool:
    """Whether "one" counts ("one man", "one of them") rather than stands for somebody."""
    lists = table("numbers")["labels"]
    before, after = view.lower(view.first - 1), view.lower(view.after)
    if before in lists["before_one"] or after in lists["after_one"]:
        return False
    if view.pos(view.first - 1) == "ADJ" or not after:
        return False
    return after == "of" or view.pos(view.after) in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X")


@cached
def _label_words() -> frozenset[str]:
    return frozenset(table("numbers")["labels"]["before"])


@cached
def _street() -> re.Pattern[str]:
    lists = table("numbers")["labels"]
    streets = alternatives(lists["streets"])
    return re.compile(
        rf"(?:[^\S\n]{{1,2}}[A-Z][\w.’'-]{{1,20}}){{1,3}}[^\S\n](?i:{streets})\b"
        rf"|[^\S\n](?i:{alternatives(lists['after'])})\b"
    )
