"""The words by which a report tells of a party: their head, those beside it, and its country."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from extract.doc.morphology import noun_forms
from extract.entities import head_of, is_side_modifier, names_armed_people
from extract.gazetteer import countries_of_people, country_named
from extract.lexicon import cached, cached_by, table
from extract.lexicon.closed import DETERMINERS

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_FEWEST = 2
"""Letters of a name; one alone is a letter of a list."""
_LONGEST = 5
"""Words of the longest name of a country that is looked for."""


@dataclass(frozen=True)
class Told:
    """What a report says of a party."""

    words: str
    """Those that stand there: "Fighters of the ADF"."""
    name: str = ""
    """What the party is called in the whole report, where another: "government forces" for "it"."""
    group: str = ""
    """The group by name that the words hold: "ADF"."""
    beside: str = ""
    """The words that stand beside the group's name in the report: "rebels"."""
    opens: bool = True
    """Whether the words may begin a sentence, where a common noun has a capital too."""
    titled: bool = True
    """Whether they may stand in a heading, where all nouns may have one."""

    @cached_property
    def head(self) -> str:
        """The noun that says who is meant, in lower case."""
        return head_of(self.words) or head_of(self.name)

    @cached_property
    def bag(self) -> frozenset[str]:
        """All words of both, in lower case."""
        return frozenset(word.lower() for word in _WORD.findall(f"{self.words} {self.name}"))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of the countries that the words name: "Kenyan police", "the army of Chad"."""
        found = [code for text in (self.words, self.name) for code in _countries(text)]
        return tuple(dict.fromkeys(found))

    @property
    def is_country(self) -> bool:
        """Whether a country stands for its forces: "Russia", "Russian missile"."""
        return country_named(self.name or self.words) is not None

    @property
    def proper(self) -> str:
        """A name before the head, of a group that is no entity of its own: "M23 rebels".

        At the beginning of a sentence a common noun has a capital too: one word alone counts there
        only with a digit or a second capital, or as a name that the lists know. A noun may stand
        between a name that is surely one and the head: "an al-Shabaab suicide bomber".
        """
        words = _WORD.findall(self.words)
        if body := _body_named(words):
            return body
        before = words[:-1] if words and words[-1].lower() == self.head else []
        while before[1:] and _may_stand_between(*before[-2:]):
            before = before[:-1]
        while before and before[0].lower() in _counts():
            before = before[1:]
        if not self.titled and len(before) > 1 and _is_name(before):
            return " ".join(before)
        found: list[str] = []
        for word in reversed(before):
            if not is_name(word):
                break
            found.insert(0, word)
        alone = len(found) == len(before) == 1 and not _is_surely_name(found[0])
        return "" if alone and self.opens else " ".join(found)

    def has(self, name: str, part: str) -> bool:
        """Return whether one of its words is in a list of the actors."""
        return bool(self.bag & forms(name, part))

    def is_headed(self, name: str, part: str) -> bool:
        """Return whether its head is in a list of the actors."""
        return self.head in forms(name, part)


def _countries(text: str) -> Iterable[str]:
    """Codes of the countries of the words, longest names first; "Russian-held" is not Russian."""
    words = text.split()
    for first in range(len(words)):
        found = (_countries_named(words[first:last]) for last in range(len(words), first, -1))
        yield from next((codes for codes in found if codes), ())


def _countries_named(words: list[str]) -> tuple[str, ...]:
    """Codes of all the countries that the words together may stand for: "Congolese" is of two."""
    phrase = _WORD.findall(" ".join(words))
    if not words[0][:1].isupper() or len(words) > _LONGEST or not phrase:
        return ()
    people = countries_of_people(phrase[0]) if len(phrase) == 1 else ()
    named = country_named(" ".join(phrase).removesuffix("'s").removesuffix("’s"))
    return people or ((named,) if named else ())


def _body_named(words: list[str]) -> str:
    """The name that ends with the noun for a body: "members of the Jalisco cartel"."""
    bodies = forms("fighters", "bodies")
    end = next((n for n, word in enumerate(words) if word.lower() in bodies), None)
    first = end
    while first and words[first - 1][:1].isupper() and not _is_common(words[first - 1].lower()):
        first -= 1
    if end is None or first == end or first is None:
        return ""
    named = first > 0 or end - first > 1 or words[end][:1].isupper()
    return " ".join(words[first : end + 1]) if named else ""


def is_name(word: str) -> bool:
    """Return whether a word may be a name: not a country, nor a common noun with a capital."""
    capital = word[:1].isupper() or (not word.islower() and _is_surely_name(word))
    if not capital or word.isdigit() or len(word) < _FEWEST or _is_common(word.lower()):
        return False
    return not (countries_of_people(word) or country_named(word))


def _may_stand_between(before: str, word: str) -> bool:
    """Whether a word may stand between a name and the head: "al-Shabaab suicide bomber", "White
    Army militia fighters"."""
    is_noun = names_armed_people(word) or word in forms("fighters", "bodies")
    return word.islower() and (_is_surely_name(before) or (is_noun and before[:1].isupper()))


@cached
def _counts() -> frozenset[str]:
    """Words that stand before a name and are no part of it."""
    return DETERMINERS | frozenset(table("numbers")["words"])


def _is_name(words: list[str]) -> bool:
    """Whether words with capitals within a sentence are a name: "People's Defence Force"."""
    return all(word[:1].isupper() for word in words) and any(map(is_name, words))


def _is_surely_name(word: str) -> bool:
    """Whether a word is a name wherever it stands: "M23", "Al-Shabaab", "ISIL", "Hamas"."""
    signs = any(letter.isdigit() for letter in word) or any(c.isupper() for c in word[1:])
    return signs or word in table("groups")["known"]["names"]


def _is_common(word: str) -> bool:
    return is_side_modifier(word) or names_armed_people(word) or word in DETERMINERS


@cached_by(64)
def forms(name: str, part: str) -> frozenset[str]:
    """Return the nouns of a list of the actors in all their forms."""
    words = table("actors")[name][part]  # type: ignore[literal-required]
    return frozenset(form for word in words for form in noun_forms(word))
