"""Name matching: when two names are one name in two spellings.

Names from other scripts are written with Latin letters in many ways. Edit distance cannot tell
those from other names (Daraa, Deraa and Derna are one letter apart each), so names are compared by
what is heard: equal consonants in equal order, as many vowels, and vowels that can be one sound.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from extract.lexicon import cached, cached_by, table

_APART = re.compile(r"[\s\-‐‑–.,/]+")
_DROPPED = re.compile(r"['’‘`ʻʼʾʿ´]")
_VOWELS = "aeiou"
_LAST = {"a": frozenset("a"), "e": frozenset("i")}
"""A last vowel is heard clearly: "Maria" and "Marie" are two."""
_FIRST = {"g": "k"}
"""One sound of Arabic opens a name as G, Gh, K and Q."""
_LONGEST = 40
"""Characters of a word that are compared."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The sounds of a word: its consonants, and what its vowels may be."""

    consonants: tuple[str, ...]
    vowels: tuple[frozenset[str], ...]
    """What each group of vowels may sound like, a, i or u."""


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """Return the name in lower case, without accents, apostrophes and hyphens,
    one space between words."""
    bare = _DROPPED.sub("", name)
    if not bare.isascii():
        parts = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(_APART.sub(" ", bare).casefold().split())


@cached_by(20_000)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, articles left out."""
    words = folded(name).split()
    kept = tuple(word for word in words if word not in _articles())
    return kept or tuple(words)


@cached_by(20_000)
def sounds_of(word: str) -> Sounds:
    """Return the sounds of one folded word."""
    consonants: list[str] = []
    vowels: list[frozenset[str]] = []
    parts = _parted(word[:_LONGEST])
    for spoken, run in groupby(parts, key=lambda part: part[0]):
        letters = [letter for _, letter in run]
        if spoken:
            consonants += [sound for sound, _ in groupby(letters)]
        else:
            vowels.append(_heard("".join(letters)))
    if parts and not parts[-1][0]:
        vowels[-1] = _LAST.get(parts[-1][1], vowels[-1])
    if consonants and parts[0][0]:
        consonants[0] = _FIRST.get(consonants[0], consonants[0])
    return Sounds(tuple(consonants), tuple(vowels))


def are_variants(one: str, other: str, least: int = 2) -> bool:
    """Return whether two names can be spellings of one;
    `least` consonants each must have in all."""
    left, right = words_of(one), words_of(other)
    if len(left) != len(right):
        left, right = ("".join(left),), ("".join(right),)
    sounds = [(sounds_of(a), sounds_of(b)) for a, b in zip(left, right, strict=True)]
    return sum(len(a.consonants) for a, _ in sounds) >= least and all(
        _agree(a, b) for a, b in sounds
    )


def skeleton(name: str) -> str:
    """Return the consonants of a name: equal for all spellings that `are_variants` can join."""
    return "".join("".join(sounds_of(word).consonants) for word in words_of(name))


def _agree(one: Sounds, other: Sounds) -> bool:
    return (
        one.consonants == other.consonants
        and len(one.vowels) == len(other.vowels)
        and all(a & b for a, b in zip(one.vowels, other.vowels, strict=True))
    )


def _parted(word: str) -> list[tuple[bool, str]]:
    """The word as consonants (true) and vowels (false), in order."""
    parts: list[tuple[bool, str]] = []
    place = 0
    while place < len(word):
        if _is_vowel(word, place):
            parts.append((False, word[place]))
            place += 1
            continue
        sound, length = _consonant(word, place)
        if sound != "h" or place + length < len(word) or place == 0:
            parts.append((True, sound))
        place += length
    return parts


def _is_vowel(word: str, place: int) -> bool:
    """Whether the letter is a vowel there: y but at the start, w behind a vowel."""
    letter = word[place]
    if letter in _VOWELS:
        return True
    before = word[place - 1] if place else ""
    after = word[place + 1 : place + 2]
    if letter == "y":
        return bool(before) and not (before in _VOWELS and after in _VOWELS and after)
    return letter == "w" and before in _VOWELS and bool(before) and not (after and after in _VOWELS)


def _consonant(word: str, place: int) -> tuple[str, int]:
    for length in (4, 3, 2, 1):
        sound = _consonants().get(word[place : place + length])
        if sound is not None and place + length <= len(word):
            return sound, length
    return word[place], 1


def _heard(letters: str) -> frozenset[str]:
    """What a group of vowels may sound like."""
    long = _long_vowels().get(letters)
    if long is not None:
        return frozenset(long)
    return frozenset(sound for letter in letters for sound in _short_vowels()[letter])


@cached
def _articles() -> frozenset[str]:
    return frozenset(table("spelling")["article"]["words"])


@cached
def _consonants() -> dict[str, str]:
    lists = table("spelling")["consonant"]
    return {folded(letters): sound for sound, many in lists.items() for letters in many}


@cached
def _short_vowels() -> dict[str, str]:
    lists = table("spelling")["vowel"]
    sounds: dict[str, str] = {}
    for sound in "aiu":
        for letter in lists[sound]:
            sounds[letter] = sounds.get(letter, "") + sound
    return sounds


@cached
def _long_vowels() -> dict[str, str]:
    lists = table("spelling")["vowel"]
    return {letters: sound for sound in "iu" for letters in lists[f"long_{sound}"]}
