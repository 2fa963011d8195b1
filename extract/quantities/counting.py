"""Whether a number counts: not one in a date, score or name; a word for none counts nobody."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.dates import UNCOUNTED_RULES
from extract.doc.morphology import is_plural
from extract.doc.syntax import Syntax
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.counted import Tokens, View
from extract.quantities.quantity import Around, Quantity
from extract.quantities.words import BLANK, any_listed, listed, outcome_words
from extract.records import Reading, Span

_YEAR = re.compile(r"(?:19|20)\d\d|21[0-4]\d")
_YEARS = re.compile(r"(?:1[4-9]|20)\d\d\D{1,5}(?:(?:1[4-9]|20)?\d\d)")
_OLD_YEAR = re.compile(r"1[0-8]\d\d")
_SLASH = re.compile("[/⁄]")
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
_ROUND = 100
"""What years are seldom multiples of, and counts often."""
_SCORE_BEFORE = re.compile(r"\d[-–‑]$")
_SCORE_AFTER = re.compile(r"[-–‑]\d")
_ZERO_BEFORE = re.compile(r"0\d")
_NO_YEAR = re.compile(r"(?:1[0-3]\d\d|\d{3})(?:\D{1,5}\d{3,4})?|1[4-8]00")
"""What is read for a year may be a count: "from 1000 to 2000 people", "1500 people"."""
_LOOK_BACK = 12
"""Characters before an old year."""
_REACH = 4
"""Tokens behind a number among which what it counts stands."""


class Labels:
    """Tells counts from the other numbers of one text."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._text = syntax.text
        dated = [d for d in reading.dates if d.calendar or d.rule in UNCOUNTED_RULES]
        self._calendar = [d.span for d in dated]
        self.dates = [
            d.span for d in dated if d.rule in UNCOUNTED_RULES or _holds_no_count(d.words)
        ]
        """Dates that hold no count and no measure of time: their numbers are days and years."""
        self._names = [Span(*syntax.span_of(name.first, name.last)) for name in syntax.names]

    def counts(self, found: Quantity, view: View) -> bool:
        """Return whether the number counts or measures something."""
        words = self._text[found.start : found.end]
        if words.lower() == "one" and not _one_counts(view):
            return False
        if found.unit is not None:
            return found.unit.kind != "other" or not self._dated(found)
        if found.vague:
            return view.lower(view.first - 1) not in listed("label", "measuring")
        if found.share:
            return not _SLASH.search(words) or view.lower(view.after) == "of"
        return not (found.compound or self._labels(found, view))

    def _labels(self, found: Quantity, view: View) -> bool:
        """Whether the number is one of a date, score, year, hour or name."""
        return (
            self._dated(found)
            or _is_score(self._text, found)
            or _is_year(self._text, found, view)
            or _is_hour(self._text, found, view)
            or self._is_named(found, view)
        )

    def _dated(self, found: Quantity) -> bool:
        return _covering(self._calendar, found.start) is not None

    def _is_named(self, found: Quantity, view: View) -> bool:
        if found.digits and _street().match(self._text, found.end):
            return True
        before = view.first - 1
        if _covering(self._calendar, found.start - 2) is None and _in_counted_name(view):
            return True
        if _plural_follows(view):
            return False
        if view.lower(before) in _label_words() and view.pos(before) not in ("VERB", "AUX"):
            return True
        name = _covering(self._names, found.start)
        if name is not None and name.start < found.start and _is_capital(view.word(before)):
            return True
        return _capital_stands_before(view, self._text, found)


def _holds_no_count(words: str) -> bool:
    return not _time().search(words) and not _NO_YEAR.fullmatch(words)


def _covering(spans: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and spans[place].end > offset else None


def _is_capital(word: str) -> bool:
    return word != word.lower()


def _is_year(text: str, found: Quantity, view: View) -> bool:
    """A year, or two, that the dates have missed."""
    words = text[found.start : found.end]
    if found.around.bound != "exact":
        return False
    if _YEARS.fullmatch(words):
        return True
    if _YEAR.fullmatch(words):
        return bool(found.low % _ROUND) or not _plural_follows(view)
    before = _old_year_before().search(text, max(0, found.start - _LOOK_BACK), found.start)
    return _OLD_YEAR.fullmatch(words) is not None and before is not None


def _is_hour(text: str, found: Quantity, view: View) -> bool:
    """The military "at 1330"."""
    hour = _HOUR.fullmatch(text, found.start, found.end) is not None
    return hour and view.lower(view.first - 1) == "at" and not _plural_follows(view)


def _is_score(text: str, found: Quantity) -> bool:
    """One side of "52-35", or digits with a zero before them."""
    if _ZERO_BEFORE.match(text, found.start) or _SCORE_AFTER.match(text, found.end):
        return True
    return _SCORE_BEFORE.search(text, max(0, found.start - 2), found.start) is not None


def _in_counted_name(view: View) -> bool:
    """Whether another number counts what this one is in the name of: "two new Boeing 747s"."""
    before = view.first - 1
    while view.proper(before):
        before -= 1
    if before < view.first - 1 and view.pos(before) == "NUM":
        return True
    phrase = view.noun_phrase(view.first)
    if phrase is None or not _is_capital(view.word(view.first - 1) + view.word(view.after)):
        return False
    return any(view.pos(token) == "NUM" for token in range(phrase.first, view.first - 1))


def _capital_stands_before(view: View, text: str, found: Quantity) -> bool:
    """A word with a capital right before that opens no sentence: "Model 3", "iPhone 14 Pro"."""
    before = view.first - 1
    word = view.word(before)
    if text[found.start - 1 : found.start] != " " or not _is_capital(word):
        return False
    opens = before == view.sentence.first and word[1:] == word[1:].lower()
    return not opens and not (word.isupper() and view.word(view.after).isupper())


def _plural_follows(view: View) -> bool:
    """Whether something that can be counted stands behind: a plural, or "killed"."""
    for token in view.rightward(view.after, _REACH):
        word, pos = view.lower(token), view.pos(token)
        plural = is_plural(word) or word in listed("label", "plurals")
        if word in outcome_words().beside or (plural and pos in ("NOUN", "ADJ")):
            return True
        if pos != "ADJ" and not (pos in ("NOUN", "PROPN", "ADV") and view.word(token).islower()):
            return False
    return False


def _one_counts(view: View) -> bool:
    """Whether "one" counts ("one man", "one of them") rather than stands for somebody."""
    lists = table("numbers")["labels"]
    behind = view.first + 1
    before, after = view.lower(view.first - 1), view.lower(behind)
    if before in lists["before_one"] or after in lists["after_one"] or not after:
        return False
    if view.pos(view.first - 1) == "ADJ":
        return False
    if after == "more":
        return view.pos(behind + 1) in ("VERB", "AUX", "NOUN", "ADJ")  # "one more died"
    return after == "of" or view.pos(behind) in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")


@cached
def _time() -> re.Pattern[str]:
    """A measure of time."""
    return re.compile(rf"\b{any_listed('label', 'time')}\b", re.IGNORECASE)


@cached
def _old_year_before() -> re.Pattern[str]:
    """Before a year: "circa"."""
    return re.compile(rf"\b{any_listed('label', 'old_year')}[\s-]$", re.IGNORECASE)


@cached
def _label_words() -> frozenset[str]:
    return frozenset(table("numbers")["labels"]["before"])


@cached
def _street() -> re.Pattern[str]:
    lists = table("numbers")["labels"]
    streets = alternation(lists["streets"])
    return re.compile(
        rf"(?:[^\S\n]{{1,2}}[A-Z][\w.’'-]{{1,20}}){{1,3}}[^\S\n](?i:{streets})\b"
        rf"|[^\S\n](?i:{alternation(lists['after'])})\b"
    )


HARMED = frozenset({"killed", "wounded", "casualties", "missing", "abducted"})
"""What it is news that nobody was."""
_OF_WHOLE = re.compile(r"[^\S\n]of[^\S\n](?:(?:the|these|those|his|her|its|their|our)[^\S\n])?")
_WHOLE_LOOK_BACK = 32
"""Characters before those left over: "all but"."""


def with_nobody(text: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool]]:
    """Yield the quantities with the words for none among them, in order; true of those words."""
    none = list(_words_for_none(text))
    taken = sorted((start, end) for start, end in none)
    place = 0
    for quantity in found:
        while place < len(taken) and taken[place][0] <= quantity.start:
            yield _zero(*taken[place]), True
            place += 1
        if not place or taken[place - 1][1] <= quantity.start:
            yield quantity, False
    for start, end in taken[place:]:
        yield _zero(start, end), True


def _words_for_none(text: str) -> Iterator[tuple[int, int]]:
    for match in _none().finditer(text):
        yield match.start(), match.end()
    words = outcome_words()
    for match in _anyone().finditer(text):
        verb = match[1].lower()
        if verb in words.objects or verb in table("outcomes")["none"]["causing"]:
            yield match.start(2), match.end(2)


def _zero(start: int, end: int) -> Quantity:
    return Quantity(start, end, 0.0, 0.0, Around(start, end))


def counts_nobody(text: str, found: Quantity, view: View, counted: Tokens | None) -> bool:
    """Return whether a word for none counts people or harm: "no soldiers", not "no reason"."""
    words = " ".join(text[found.start : found.end].lower().split())
    if words not in table("outcomes")["none"]["bare"] and not words.startswith("without"):
        return True
    return counted is not None and any(
        outcome_words().nouns.get(view.lower(token)) in HARMED or is_people(view.word(token))
        for token in range(*counted)
    )


def is_unharmed(text: str, found: Quantity) -> bool:
    """Return whether nobody came to any harm, rather than to a wound: "no one was hurt"."""
    return _unharmed().match(text, found.end) is not None


def all_but(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, with thirteen for the two of "all but two of the 15 hostages".

    One whose whole is not told is left out.
    """
    for place, quantity in enumerate(found):
        low = max(0, quantity.around.start - _WHOLE_LOOK_BACK)
        if not _all_but().search(text, low, quantity.around.start):
            yield quantity
            continue
        whole = found[place + 1] if place + 1 < len(found) else None
        if whole is None or not _OF_WHOLE.fullmatch(text, quantity.end, whole.around.start):
            continue
        least, most = whole.low - quantity.high, whole.high - quantity.low
        if least >= 0:
            yield _rest(quantity, least, most)


def _rest(quantity: Quantity, low: float, high: float) -> Quantity:
    return Quantity(
        quantity.start, quantity.end, low, high, quantity.around, digits=quantity.digits
    )


@cached
def _none() -> re.Pattern[str]:
    """Words for none, but where they belong to what follows: "no longer", "No. 5"."""
    none, no_count = any_listed("nobody", "none"), any_listed("nobody", "no_count")
    return re.compile(
        rf"\b{none}\b(?![’'-]|\.{BLANK}?\d|{BLANK}(?:{no_count}|\d)\b)", re.IGNORECASE
    )


@cached
def _anyone() -> re.Pattern[str]:
    """A verb that is denied, and words that are none behind it: "did not hurt anyone"."""
    anyone = any_listed("nobody", "anyone")
    return re.compile(
        rf"\b(?:not|n[’']t|never|without){BLANK}(?:\w+{BLANK})?(\w+){BLANK}({anyone})\b",
        re.IGNORECASE,
    )


@cached
def _all_but() -> re.Pattern[str]:
    """Before the number of those left over."""
    but = any_listed("nobody", "all_but")
    return re.compile(
        rf"\b(?:all|everyone|everybody)(?:{BLANK}of{BLANK}them)?{BLANK}{but}{BLANK}$", re.IGNORECASE
    )


@cached
def _unharmed() -> re.Pattern[str]:
    """Behind nobody, where no harm at all was done: "was killed or injured"."""
    harm, pairs = any_listed("nobody", "unharmed"), any_listed("nobody", "pairs")
    return re.compile(
        rf"[^.;:,!?\n]{{0,60}}\b(?:{harm}|{pairs}{BLANK}n?or{BLANK}{pairs})\b", re.IGNORECASE
    )
