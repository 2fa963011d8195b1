"""Units of measure and currencies beside a number: "5 km", "$5bn", "a 5m wall"."""

import re
from dataclasses import dataclass
from typing import Any

from extract.doc.morphology import is_plural
from extract.lexicon import cached, table
from extract.lexicon.tables import Units
from extract.lexicon.using import alternation
from extract.quantities.words import BLANK, any_listed, listed

TIME = "time"
"""The kind of measures that are lengths of time."""
_LOOK_BACK = 8
"""Characters before a number that a currency may take."""
_NATIONS = rf"(?:(?:U\.S\.|US|Hong{BLANK}Kong|New{BLANK}Zealand|[A-Z][a-z]{{2,12}}){BLANK}{{1,2}})?"


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure beside a number, with the words for it."""

    start: int
    end: int
    name: str
    """Normal form: "%", "USD", "km", "days"."""
    kind: str
    """time, length, area, money, share, temperature or other."""


@dataclass(frozen=True, slots=True)
class _Units:
    names: dict[str, tuple[str, str]]
    """Words and symbols, words in lower case: normal form and kind."""
    words: re.Pattern[str]
    symbols: re.Pattern[str]
    money_after: re.Pattern[str]
    money_before: re.Pattern[str]
    money: dict[str, str]
    national: dict[str, str]
    """Currencies by adjective and noun: "Jordanian dinars"."""


def unit_after(text: str, end: int) -> Unit | None:
    """Return the measure or currency that follows a number, if one does."""
    units = _units()
    if kilometres(text, end):
        return Unit(end, end + 1, "km", "length")
    patterns = units.words, units.money_after, units.symbols
    found = [match for pattern in patterns if (match := pattern.match(text, end))]
    if not found:
        return None
    return _found(units, max(found, key=lambda match: match.end()))  # "pounds sterling", not pounds


def money_before(text: str, start: int) -> Unit | None:
    """Return the currency that stands before a number, if one does: "$5", "HK $5", "RM5"."""
    units = _units()
    low = max(0, start - _LOOK_BACK)
    match = units.money_before.search(text, low, start)
    if match is None:
        return None
    return Unit(match.start(1), match.end(1), units.money[_squeezed(match[1])], "money")


@cached
def money_letters() -> frozenset[str]:
    """Return letters that name a currency when digits follow at once: "INR", "RM"."""
    lists = table("units")["currencies"]
    signs = {sign for sign in lists["signs"] if sign.isalpha()}
    return frozenset(signs | set(lists["letters"]["codes"]))


def currency_name(code: str) -> str:
    """Return a currency in words: "US dollars" for USD;
    the code itself where the lexicon has no name."""
    name: str = table("units")["currencies"]["names"].get(code, code)
    return name


def time_named(word: str) -> str | None:
    """Return the measure of time that a noun names, in normal form: "days" for "day"."""
    name, kind = _units().names.get(word.lower(), ("", ""))
    return name if kind == TIME else None


def outcome_of_kind(kind: str) -> str | None:
    """Return what a measure of the kind is a figure of: time is a duration."""
    outcome: str | None = table("units")["kind"].get(kind)
    return outcome


def _found(units: _Units, match: re.Match[str]) -> Unit | None:
    words = match[1]
    start, end = match.span(1)
    squeezed = _squeezed(words)
    if squeezed in units.money:
        return Unit(start, end, units.money[squeezed], "money")
    if match.re is units.money_after:
        phrase = " ".join(words.split())
        code = units.national.get(phrase) or units.money[words.split()[-1].lower()]
        return Unit(start, end, code, "money")
    name, kind = units.names.get(" ".join(words.lower().split())) or units.names[words]
    return Unit(start, end, name, kind)


def _squeezed(words: str) -> str:
    return "".join(words.split())


@cached
def _units() -> _Units:
    lists = table("units")
    names: dict[str, tuple[str, str]] = {}
    for kind, entries in lists["words"].items():
        for name, words in entries.items():
            names.update({word.lower(): (name.replace("_", " "), kind) for word in words})
    symbols = _symbols(lists)
    lengths = set(lists["lengths"]["symbols"])
    for symbol in symbols:
        names.setdefault(symbol, (symbol, "length" if symbol in lengths else "other"))
    money, national = _money(lists["currencies"]), _national(lists["currencies"])
    return _Units(
        names=names,
        words=re.compile(rf"(?:{BLANK}{{1,2}}|-|)({_all(names, symbols)})(?!\w)", re.IGNORECASE),
        symbols=_symbol_pattern(symbols, lists["symbols"]),
        money_after=_money_after(lists["currencies"]),
        money_before=_money_before(lists["currencies"]),
        money=money,
        national=national,
    )


def _all(names: dict[str, tuple[str, str]], symbols: set[str]) -> str:
    return alternation(word for word in names if word not in symbols)


def _symbols(lists: Units) -> set[str]:
    metric = lists["symbols"]["metric"]
    prefixes = ["", *lists["symbols"]["prefixes"]]
    return {prefix + base for prefix in prefixes for base in metric} | set(
        lists["symbols"]["plain"]
    )


def _symbol_pattern(symbols: set[str], lists: dict[str, list[str]]) -> re.Pattern[str]:
    long = alternation(symbol for symbol in symbols if len(symbol) > 1)
    single = alternation(lists["single"])
    apart = alternation(lists["apart"])
    spaced = rf"{BLANK}{{1,2}}(?=(?:{long}|{apart})(?![\w/'’.]))"
    attached = rf"-?(?=(?:{long}|{single})(?![\w/]))"
    return re.compile(rf"(?:{spaced}|{attached})({long}|{single})")


def _money(lists: dict[str, Any]) -> dict[str, str]:
    codes = {code: code for code in lists["letters"]["codes"]}
    return {**lists["signs"], **codes, **_named(lists)}


def _named(lists: dict[str, Any]) -> dict[str, str]:
    """Currencies by the nouns for them."""
    named = [*lists["words"].items()]
    named += [(one["name"], one["forms"]) for one in lists["shared"] if "name" in one]
    return {word: name for name, words in named for word in words}


def _national(lists: dict[str, Any]) -> dict[str, str]:
    """Currencies by a noun that several share with the adjective before it."""
    return {
        f"{nation} {form}": code
        for one in lists["shared"]
        for nation, code in one["of"].items()
        for form in one["forms"]
    }


def _money_after(lists: dict[str, Any]) -> re.Pattern[str]:
    words = alternation([*_named(lists), *_national(lists)])
    codes = alternation(lists["letters"]["codes"])
    signs = alternation(
        sign for sign in lists["signs"] if not sign[-1].isalnum() and sign[0] not in "YR$"
    )
    return re.compile(rf"{BLANK}{{0,2}}-?({_NATIONS}(?:{words})\b|(?:{codes})\b|{signs})")


def _money_before(lists: dict[str, Any]) -> re.Pattern[str]:
    # "HK $5", but not the article of "A $5m wall"
    spaced = (
        ("" if sign == "A$" else r"[^\S\n]?").join(map(re.escape, sign)) for sign in lists["signs"]
    )
    ordered = "|".join(sorted(spaced, key=lambda sign: -len(sign)))
    codes = alternation(lists["letters"]["codes"])
    return re.compile(rf"(?<![A-Za-z])({ordered}|{codes}){BLANK}?[-−]?$")


_ARTICLE = re.compile(rf"\b(?:an?|the|its|this|that|one|each|every){BLANK}{{1,2}}$", re.IGNORECASE)
_WORDS_BEHIND = re.compile(rf"(?:(?:{BLANK}{{1,2}}|-)([a-z]+)(?![\w’'])){{1,3}}")
_WORD = re.compile(r"[a-z]+")
_LENGTH_LOOK_BACK = 24
"""Characters before a length."""
_LONGEST_NUMBER = 6
"""Characters of a number before "k"."""
_MOST_METRES = 1000
"""What has a size of more is not told by "m" behind an article."""


def is_length(text: str, start: int, end: int, letter: str, value: float) -> bool:
    """Return whether the letter that ends at `end`, behind the number from `start`, is a length.

    A million is what is counted or paid; what has a size of so many metres is named by the noun.
    """
    nouns = _nouns_beside().get(letter)
    if nouns is None:
        return False
    if _is_named(text, start, end, *nouns):
        return True
    words = _WORDS_BEHIND.match(text, end)
    if letter != "m" or (
        words is not None and _WORD.findall(words[0])[0] in listed("length", "strong")
    ):
        return False
    return _behind_length().match(text, end) is not None or (
        value < _MOST_METRES and _attributive(text, start, end)
    )


def kilometres(text: str, letter: int) -> bool:
    """Return whether a "k" stands at the offset, right behind digits, for a distance:
    "a 10k run"."""
    if text[letter : letter + 1] != "k" or text[letter + 1 : letter + 2].isalnum():
        return False
    start = letter
    while start > max(0, letter - _LONGEST_NUMBER) and text[start - 1] in "0123456789.":
        start -= 1
    return start < letter and _is_named(text, start, letter + 1, *_nouns_beside()["k"])


def _is_named(
    text: str, start: int, end: int, before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    if before.search(text, max(0, start - _LENGTH_LOOK_BACK), start):
        return True
    words = _WORDS_BEHIND.match(text, end)
    return words is not None and after.search(text, end, words.end()) is not None


def _attributive(text: str, start: int, end: int) -> bool:
    """Between an article and one thing: "a 5m wall", but not "a 5m increase", "the 5m people"."""
    words = _WORDS_BEHIND.match(text, end)
    if words is None or not _ARTICLE.search(text, max(0, start - _LENGTH_LOOK_BACK), start):
        return False
    behind = _WORD.findall(words[0])
    sums = frozenset(table("units")["lengths"]["sums"])
    return sums.isdisjoint(behind) and not is_plural(behind[0])


@cached
def _behind_length() -> re.Pattern[str]:
    """Behind a metre."""
    words = any_listed("length", "behind")
    return re.compile(rf"(?:{BLANK}{{1,2}}|-){words}\b|{BLANK}{{0,2}}(?:[^\w\s$£€]|$|\n)")


@cached
def _nouns_beside() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """By the letter: what stands before such a length, and what behind it."""
    lists = table("units")["lengths"]
    return {
        letter: (
            re.compile(rf"\b{alternation(lists['before'][letter])}{BLANK}$", re.IGNORECASE),
            re.compile(rf"\b{alternation(lists['behind'][letter])}\b", re.IGNORECASE),
        )
        for letter in lists["behind"]
    }
