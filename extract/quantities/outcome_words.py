"""The lexicon of outcomes, compiled: which words say that those counted were killed or seized."""

from dataclasses import dataclass

from extract.doc.morphology import noun_forms, verb_forms
from extract.lexicon import cached, table

_PAST_AS_BASE = frozenset({"hit", "hurt", "beset", "burst", "overrun"})

_HARMED = frozenset({"wounded", "beaten", "struck"})

Words = dict[str, str]
"""Forms, in lower case, with the outcome they state."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By the first word: the other words, and the outcome they state."""


@dataclass(frozen=True, slots=True)
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


@cached
def outcome_words() -> OutcomeWords:
    """The compiled lexicon, the user's entries included."""
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
    """The outcome that a verb or noun brings about: "killed" by "murdered", "assassination"."""
    words = outcome_words()
    for word in trigger.lower().split():
        outcome = words.objects.get(word) or words.of.get(word) or words.subjects.get(word)
        if outcome:
            return outcome
    return None


def if_fatal(outcome: str | None, before: str) -> str | None:
    """The outcome of a verb with a word before it: of "fatally shot" killed."""
    harmed = outcome in _HARMED and before in table("outcomes")["fatal"]["words"]
    return "killed" if harmed else outcome


def is_mutual(trigger: str) -> bool:
    """Whether the words of an event say that its parties fought one another: "clashed"."""
    return trigger.lower() in _mutual()


def counts_civilians(noun: str) -> bool:
    """Whether what is counted, as written, are people who do not fight: "village women"."""
    words = noun.lower().split(" of ")[0].split(" and ")[0].split()
    return bool(words) and words[-1] in _civilians()


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
        return form in _PAST_AS_BASE
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
