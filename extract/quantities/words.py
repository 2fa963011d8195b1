"""The word lists of numbers and outcomes, compiled: what each word is worth or tells."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extract.doc.morphology import noun_forms, verb_forms
from extract.lexicon import cached, cached_by, table
from extract.lexicon.using import alternation
from extract.vocabulary import PROFILES

BLANK = r"[^\S\n]"
"""A pattern for a space inside a line."""


@cached_by(size=128)
def listed(rule: str, name: str) -> frozenset[str]:
    """Return the words of a list of `figures.toml`: those of `name` under the rule."""
    return frozenset(table("figures")[rule][name])


def any_listed(rule: str, name: str) -> str:
    """Return a pattern for any of the words of a list of `figures.toml`."""
    return alternation(table("figures")[rule][name], BLANK)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What each word of a number is worth, in lower case."""

    words: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    fractions: dict[str, float]
    signs: dict[str, float]
    suffixes: dict[str, int]
    sizes: frozenset[str]
    """Vague words that stand alone: "dozens", "tens of thousands"."""
    quantifiers: frozenset[str]
    """Vague words that need a noun or a scale beside them: "several"."""


@cached
def number_words() -> NumberWords:
    """Return the number words, the user's own included."""
    lists = table("numbers")
    return NumberWords(
        words=lists["words"],
        scales=lists["scales"],
        groups=lists["groups"],
        fractions=lists["fractions"],
        signs=lists["signs"],
        suffixes=lists["suffixes"],
        sizes=frozenset(lists["vague"]["sizes"]),
        quantifiers=frozenset(lists["vague"]["quantifiers"]),
    )


Bounds = tuple[float | None, float | None]


def bounds(word: str, profile: str = "literal") -> Bounds:
    """Return the lowest and highest number that a vague word stands for; none where the profile has
    none.

    "several hundred" is several times a hundred.

    Raises:
        KeyError: if the word is not in the lexicon, or the profile is not one of `PROFILES`.
    """
    if profile not in PROFILES:
        raise KeyError(profile)
    folded = " ".join(word.lower().split())
    entries = _entries()
    if folded in entries:
        return _pair(entries[folded][profile])
    base, _, scale = folded.rpartition(" ")
    lists = table("numbers")
    factor = {**lists["scales"], **lists["groups"]}[scale]
    low, high = _pair(entries[base][profile])
    return (low and low * factor), (high and high * factor)


def _entries() -> dict[str, dict[str, Any]]:
    vague = table("numbers")["vague"]
    return {**vague["quantifiers"], **vague["sizes"]}


def _pair(values: list[float]) -> Bounds:
    low = values[0] if values else None
    high = values[1] if len(values) > 1 else None
    return low, high


Words = dict[str, str]
"""Forms, in lower case, with the outcome they state."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By the first word: the other words, and the outcome they state."""


@dataclass(frozen=True)
class OutcomeWords:
    """Which words give an outcome to a number beside them."""

    objects: Words
    """Verbs, by what they are done to; of several words, the first alone never counts for them."""
    subjects: Words
    """Verbs, by who does them."""
    nouns: Words
    """What is counted is itself the outcome."""
    of: Words
    """Nouns before "of"."""
    beside: Words
    """Participles and adjectives beside those counted."""
    phrases: Phrases
    """Words after those counted."""
    tolls: Words
    of_people: dict[str, str]
    of_things: dict[str, str]
    containers: frozenset[str]
    times: frozenset[str]

    @cached_property
    def acting(self) -> frozenset[str]:
        """First words of the verbs that do something to an object."""
        return frozenset(words.split()[0] for words in self.objects)

    @cached_property
    def first(self) -> frozenset[str]:
        """First words of the verbs, nouns and adjectives that tell an outcome."""
        of_several = {word.split()[0] for word in (*self.objects, *self.subjects)}
        return frozenset(of_several.union(self.nouns, self.of, self.beside))


@cached
def outcome_words() -> OutcomeWords:
    """Return the compiled lexicon, the user's entries included."""
    lists = table("outcomes")
    return OutcomeWords(
        objects=_verbs(lists["object"]),
        subjects=_verbs(lists["subject"]),
        nouns=_nouns(lists["noun"]),
        of=_nouns(lists["of"]),
        beside={**_verbs(lists["object"], participles=True), **_plain(lists["word"])},
        phrases=_phrases(lists["phrase"]),
        tolls=_plain(lists["toll"]),
        of_people=lists["of_people"],
        of_things=lists["of_things"],
        containers=frozenset(
            form for word in lists["people"]["containers"] for form in noun_forms(word)
        ),
        times=frozenset(lists["dates"]["words"]),
    )


def outcome_told_by(trigger: str) -> str | None:
    """Return the outcome that a verb or noun brings about: "killed" by "murdered",
    "assassination"."""
    words = outcome_words()
    for word in trigger.lower().split():
        outcome = words.objects.get(word) or words.of.get(word) or words.subjects.get(word)
        if outcome:
            return outcome
    return None


def if_fatal(outcome: str | None, before: str, behind: str = "") -> str | None:
    """Return the outcome of a verb with what stands beside it:
    of "fatally shot" and "shot to death" killed."""
    lists = table("outcomes")["fatal"]
    fatal = before in lists["words"] or behind in lists["behind"]
    return "killed" if outcome in lists["harmed"] and fatal else outcome


def is_mutual(trigger: str) -> bool:
    """Return whether the words of an event say that its parties fought one another: "clashed"."""
    return trigger.lower() in _mutual()


def counts_civilians(noun: str) -> bool:
    """Return whether what is counted, as written, are people who do not fight: "village women"."""
    return _head(noun) in _civilians()


def may_count_the_same(noun: str, other: str) -> bool:
    """Return whether two counted nouns, as written, may be for the same people.

    So they are where they have one head ("soldiers", "Malian soldiers"), are for anybody ("people",
    "bodies"), or are both for civilians or both for fighters.
    """
    heads = {_head(noun), _head(other)} - {""}
    if len(heads) < 2:
        return True
    lists = _same_people()
    return bool(heads & lists[0]) or any(heads <= words for words in lists[1:])


def _head(noun: str) -> str:
    words = noun.lower().split(" of ")[0].split(" and ")[0].split()
    return words[-1] if words else ""


@cached
def _same_people() -> tuple[frozenset[str], ...]:
    """Nouns for anybody, for civilians, for fighters."""
    lists = table("outcomes")["same"]
    return tuple(
        frozenset(form for word in lists[name] for form in noun_forms(word))
        for name in ("anyone", "civilians", "fighters")
    )


@cached
def _civilians() -> frozenset[str]:
    return frozenset(
        form for word in table("outcomes")["civil"]["words"] for form in noun_forms(word)
    )


@cached
def _mutual() -> frozenset[str]:
    words = table("outcomes")["mutual"]["words"]
    return frozenset(form for word in words for form in (*noun_forms(word), *verb_forms(word)))


def _verbs(classes: dict[str, list[str]], *, participles: bool = False) -> Words:
    """The forms of the verbs, or their past forms alone."""
    forms: Words = {}
    for outcome, bases in classes.items():
        for base in bases:
            verb, *rest = base.split()
            for form in verb_forms(verb):
                if not participles or _is_past(form, verb):
                    forms.setdefault(" ".join([form, *rest]), outcome)
    return forms


def _is_past(form: str, verb: str) -> bool:
    if form.endswith("ing") or form == verb:
        return form in listed("counted", "past_as_base")
    return not form.endswith("s")


def _nouns(classes: dict[str, list[str]]) -> Words:
    forms: Words = {}
    for outcome, bases in classes.items():
        for base in bases:
            *rest, noun = base.split()
            forms.update({" ".join([*rest, form]): outcome for form in noun_forms(noun)})
    return forms


def _plain(classes: dict[str, list[str]]) -> Words:
    return {word: outcome for outcome, words in classes.items() for word in words}


def _phrases(classes: dict[str, list[str]]) -> Phrases:
    found: Phrases = {}
    for outcome, phrases in classes.items():
        for phrase in phrases:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), outcome))
    return found
