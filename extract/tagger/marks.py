"""What lists tell of a word in or beside a name."""

from collections.abc import Sequence

from extract.gazetteer import (
    countries_of_people,
    is_country,
    is_given_name,
    is_surname,
    places_named,
    region_named,
)
from extract.lexicon import cached, cached_by, table

_LONGEST_PLACE = 3


@cached_by(50_000)
def marks_of(word: str) -> tuple[str, ...]:
    """Return what the gazetteer knows by the word, if it is written with a capital."""
    if not word[0].isupper():
        return ()
    marks = []
    if is_country(word):
        marks.append("country")
    if countries_of_people(word.capitalize()):
        marks.append("people")
    if region_named(word):
        marks.append("region")
    places = places_named(word) if len(word) > 2 else ()
    if places:
        marks.append(f"place{len(str(places[0].population))}")
    known = _known().get(word.lower())
    if known:
        marks.append(known)
    if is_given_name(word):
        marks.append("given")
    if is_surname(word):
        marks.append("surname")
    return tuple(marks)


@cached_by(50_000)
def cue_of(word: str) -> str:
    """Of a word that tells what is named the class, such as "org office" for "ministry"."""
    return _cues().get(word.lower().rstrip("."), "")


def places_in(words: Sequence[str]) -> dict[int, str]:
    """Return tokens in names of places of two or three words,
    by what they name and where they stand."""
    found: dict[int, str] = {}
    for first, word in enumerate(words[:-1]):
        if first in found or not word[0].isupper():
            continue
        for last in range(min(first + _LONGEST_PLACE, len(words)), first + 1, -1):
            kind = _place(" ".join(words[first:last])) if words[last - 1][0].isupper() else ""
            if kind:
                found |= dict.fromkeys(range(first + 1, last), f"{kind}I") | {first: f"{kind}F"}
                break
    return found


def runs_of_capitals(words: Sequence[str]) -> list[tuple[int, int] | None]:
    """For each token the run of capitalised words it stands in, "of" and the like included."""
    joins = _joins()
    runs: list[tuple[int, int] | None] = [None] * len(words)
    place = 0
    while place < len(words):
        if not words[place][0].isupper():
            place += 1
            continue
        first, last, place = place, place + 1, place + 1
        while place < len(words) and place - last < _LONGEST_JOIN:
            if words[place][0].isupper():
                last = place + 1
            elif words[place].lower() not in joins:
                break
            place += 1
        runs[first:last] = [(first, last)] * (last - first)
        place = last
    return runs


_LONGEST_JOIN = 3


@cached_by(20_000)
def _place(name: str) -> str:
    if is_country(name):
        return "C"
    if region_named(name):
        return "R"
    return "P" if places_named(name) else ""


@cached
def _cues() -> dict[str, str]:
    lists = table("name_cues")
    return {
        word: f"{group} {sort}"
        for group in ("org", "place", "title")
        for sort, words in lists[group].items()
        for word in words
    }


@cached
def _known() -> dict[str, str]:
    lists = table("name_cues")["known"]
    return {word: sort for sort, words in lists.items() for word in words}


@cached
def _joins() -> frozenset[str]:
    return frozenset(table("name_cues")["join"]["words"])
