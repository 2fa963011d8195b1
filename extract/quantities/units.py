"""Measures and currencies beside a number, and words that say how exact it is."""

import re
from dataclasses import dataclass, replace
from typing import Any

from extract.lexicon import cached, table
from extract.lexicon.tables import Units
from extract.lexicon.using import alternation
from extract.quantities.numeral import Numeral
from extract.quantities.shapes import kilometres
from extract.quantities.words import BLANK, any_listed
from extract.vocabulary import FigureRole

TIME = "time"
"""The kind of measures that are lengths of time."""
_LOOK_BACK = 8
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
    """Letters that name a currency when digits follow at once: "INR", "RM"."""
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


_QUALIFIER_REACH = 48
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
    role: str = FigureRole.PLAIN
    """plain, additive, subset or cumulative, as on `Figure`."""
    between: bool = False
    """"between" stands before it."""


def around(text: str, start: int, end: int) -> Around:
    """Read the words on both sides of a number at the offsets, its currency included."""
    bound, role, left, between = "exact", FigureRole.PLAIN, start, False
    for _ in range(_MOST_WORDS):
        match = _before().search(text, max(0, left - _QUALIFIER_REACH), left)
        if match is None:
            break
        left = match.start()
        kind = match.lastgroup or ""
        if kind in (FigureRole.ADDITIVE, FigureRole.SUBSET):
            role = FigureRole(kind)
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
    groups[FigureRole.ADDITIVE] = lists["roles"]["additive_before"]
    groups[FigureRole.SUBSET] = lists["roles"]["subset_before"]
    for name in ("between", "passed"):
        groups[name] = table("figures")["counted"][name]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"(?<!\w)(?:{joined})[^\S\n]{{0,2}}[-‑]?$", re.IGNORECASE)


@cached
def _after() -> re.Pattern[str]:
    groups = table("numbers")["qualifiers"]["after"]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"[^\S\n]{{0,2}}(?:(?:{joined})(?!\w)|(?P<plus>\+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sized:
    """A number with what stands directly beside it."""

    numeral: Numeral
    unit: Unit | None
    around: Around

    @property
    def start(self) -> int:
        """Where it begins, a currency before it included."""
        return min(self.unit.start, self.numeral.start) if self.unit else self.numeral.start

    @property
    def end(self) -> int:
        """Where it ends, a measure behind it included."""
        return max(self.unit.end, self.numeral.end) if self.unit else self.numeral.end


def sized(text: str, numeral: Numeral) -> Sized:
    """Return the number with its measure and qualifiers."""
    unit = money_before(text, numeral.start) or unit_after(text, numeral.end)
    start = min(unit.start, numeral.start) if unit else numeral.start
    end = max(unit.end, numeral.end) if unit else numeral.end
    beside = around(text, start, end)
    if numeral.rough and beside.bound == "exact":
        beside = replace(beside, bound="about")
    return Sized(numeral, unit, beside)
